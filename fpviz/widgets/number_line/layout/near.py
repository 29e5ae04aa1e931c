"""What surrounds a lane's value: its neighbours, the midpoints, and an update on its way."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF

from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.line.pending_update import Pending, pending
from fpviz.core.line.view import neighbours
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.layout.boxes import (
    RIGHT,
    NearBox,
    PendingBox,
    PictureSpace,
    Text,
    ZoneBox,
    column,
)
from fpviz.widgets.number_line.picture import Lane

_ROOM = 7.0
"""Midpoints are drawn where they stand at least this many pixels from the value."""


def near_box(space: PictureSpace, lane: Lane, row: QRectF, zones: list[ZoneBox]) -> NearBox | None:
    """The neighbours and midpoints that can be told from the value, and lie in view.

    The gaps are named in the free part ``row`` of the words' row, where no zone is.
    """
    fmt = lane.format
    if not is_finite_code(fmt, lane.code):
        return None
    view, value = space.picture.view, value_of(fmt, lane.code)
    here, room = view.position(value), _ROOM / space.plot.width()
    if not -1 <= here <= 2:
        return None
    found = NearBox([], [], [])
    for other in neighbours(fmt, value):
        if not fmt.signed and other < fmt.smallest:
            continue
        middle = view.position((value + other) / 2)
        if abs(middle - here) < room:
            continue
        if abs(other) <= fmt.largest and 0 <= (there := view.position(other)) <= 1:
            found.neighbours.append(column(space.plot, there))
        if 0 <= middle <= 1:
            found.midpoints.append(column(space.plot, middle))
            gap = 2 * abs(middle - here) * space.plot.width()
            name = _gap_name(space, abs(other - value), found.midpoints[-1], row)
            taken = (_extent(space, zone.name) for zone in zones if zone.name is not None)
            if name is not None and name.rect.width() + 8 <= gap:
                found.gaps.extend([] if any(map(name.rect.intersects, taken)) else [name])
    return found


def _gap_name(space: PictureSpace, gap: Fraction, x: float, row: QRectF) -> Text | None:
    """The name of a gap, centred at ``x``, if it lies in the row."""
    text = words.gap_text(gap)
    width = space.fonts.small.width(text) + 4
    rect = QRectF(x - width / 2, row.top(), width, row.height())
    return Text(text, rect) if row.contains(rect) and space.rows.captions else None


def _extent(space: PictureSpace, name: Text) -> QRectF:
    """The part of its rectangle that a centred name takes."""
    width, rect = space.fonts.small.width(name.text) + 8, name.rect
    return QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())


def pending_box(space: PictureSpace, lane: Lane, track: QRectF, area: QRectF) -> PendingBox | None:
    """The pending update in a lane; its words stand at the right end of ``area``."""
    picture = space.picture
    if picture.update is None:
        return None
    addition = pending(lane.format, lane.code, picture.update, picture.rules)
    if addition is None:
        return None

    def place(value: Fraction) -> float:
        return column(space.plot, picture.view.position(value))

    weight, total = place(addition.weight), place(addition.total)
    border = None if addition.border is None else place(addition.border)
    if border is not None and not (_inside(border, track) and abs(border - weight) >= _ROOM):
        border = None
    return PendingBox(
        addition=addition,
        weight=weight,
        total=total,
        result=None if addition.result is None else place(addition.result),
        border=border,
        name=_name(space, "g", (weight + total) / 2, track, abs(total - weight)),
        border_name=_border_name(space, addition, border, track),
        note=_note(space, words.pending_texts(addition, picture.rules), area),
    )


def _inside(x: float, track: QRectF) -> bool:
    return track.left() <= x <= track.right()


def _name(space: PictureSpace, text: str, x: float, track: QRectF, room: float) -> Text | None:
    """A name in the lower half of the track, if it is no wider than ``room``."""
    face = space.fonts.small
    width = face.width(text) + 4
    if width > room or track.height() < 2.2 * face.height or not _inside(x, track):
        return None
    return Text(text, QRectF(x - width / 2, track.bottom() - face.height, width, face.height))


def _border_name(
    space: PictureSpace, addition: Pending, border: float | None, track: QRectF
) -> Text | None:
    """What the border is called, on its far side."""
    if border is None:
        return None
    text = words.border_text(addition)
    width = space.fonts.small.width(text) + 4
    x = border + (1 if addition.update >= 0 else -1) * (width / 2 + 5)
    return _name(space, text, x, track, track.right() - x + width / 2)


def _note(space: PictureSpace, texts: tuple[str, ...], area: QRectF) -> Text | None:
    for text in texts:
        width = space.fonts.small_strong.width(text) + 2
        if width <= area.width():
            rect = QRectF(area.right() - width, area.top(), width, area.height())
            return Text(text, rect, RIGHT)
    return None
