"""Where the parts of a lane stand: ticks, bands, zones, the rounded value and its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.line.axis import log2
from fpviz.core.line.labels import powers
from fpviz.core.line.view import View
from fpviz.core.line.zones import Zone, ZoneKind, rounding_interval, zones
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.layout.boxes import (
    LEFT,
    RIGHT,
    IntervalBox,
    LaneBox,
    LaneGround,
    PictureSpace,
    Text,
    ZoneBox,
    column,
    crisp,
    fitting,
)
from fpviz.widgets.number_line.layout.marks import Marks, marks_of
from fpviz.widgets.number_line.layout.near import near_box, pending_box
from fpviz.widgets.number_line.picture import Lane, Picture

TICK_ROOM = 4.0
"""Ticks stand at least about this many pixels apart; denser values become a band."""

_HAIR = 0.4
"""Zones narrower than this, in pixels, are not drawn."""

_LOWEST = 1 << 21
"""More binades than any number here is below 1."""

_CLOSE = 1e-6
"""Numbers whose keys differ by less are compared exactly; keys are a thousand times better."""


def lane_grounds(space: PictureSpace) -> list[LaneGround]:
    """What no number moves, of every lane from the top of the plot down."""
    view, room = space.picture.view, space.plot.width() / TICK_ROOM
    found = powers(view, max(4, int(room)))
    height, top = space.rows.lane, space.plot.top()
    grounds = []
    for index, lane in enumerate(space.picture.lanes):
        rect = QRectF(0, top + index * height, space.size.width(), height)
        grounds.append(_ground(space, lane, marks_of(lane.format, view, found, room), rect))
    return grounds


def _ground(space: PictureSpace, lane: Lane, marks: Marks, rect: QRectF) -> LaneGround:
    left, width = space.plot.left(), space.plot.width()
    track = _track(space, rect)
    row = _words_area(space, rect, track)
    caption = _caption(space, lane, marks, row)
    xs, long = [left + p * width for p in marks.positions], len(marks.powers)
    return LaneGround(
        rect=rect,
        track=track,
        row=row,
        name=_name(space, lane, track),
        marks=marks,
        xs=xs,
        ticks=_ticks(xs[long:], track, 0.26),
        long_ticks=_ticks(xs[:long], track, 0.46),
        bands=[
            (left + max(b.left, 0.0) * width, left + min(b.right, 1.0) * width, b.strength)
            for b in marks.bands
        ],
        zones=_lane_zones(space, lane, track, _before(caption, row), inside=True),
        caption=caption,
    )


def _ticks(xs: Sequence[float], track: QRectF, share: float) -> list[QLineF]:
    """Ticks that reach so far up and down from the middle of a track, as a share of its height."""
    y, reach = track.center().y(), share * track.height()
    return [QLineF(crisp(x), y - reach, crisp(x), y + reach) for x in xs]


def lane_boxes(space: PictureSpace, grounds: Sequence[LaneGround]) -> list[LaneBox]:
    """Every lane on its ground."""
    pairs = zip(space.picture.lanes, grounds, strict=True)
    return [_lane_box(space, lane, ground) for lane, ground in pairs]


def _lane_box(space: PictureSpace, lane: Lane, ground: LaneGround) -> LaneBox:
    track, row = ground.track, ground.row
    caption, zones = ground.caption, ground.zones
    pending = pending_box(space, lane, track, row)
    if pending is not None and pending.note is not None:
        row = _cut(row, pending.note.rect.left() - 10)
        caption = _caption(space, lane, ground.marks, row)
    is_number = is_finite_code(lane.format, lane.code)
    if row is not ground.row or not is_number:
        zones = _lane_zones(space, lane, track, _before(caption, row), inside=is_number)
    dot, side, aside = _image(space, lane, track)
    return LaneBox(
        **vars(ground) | {"row": row, "zones": zones, "caption": caption},
        lane=lane,
        interval=_interval_box(space.picture, lane, track),
        dot=dot,
        dot_side=side,
        aside=aside,
        near=near_box(space, lane, _before(caption, row), zones),
        pending=pending,
    )


def _cut(row: QRectF, right: float) -> QRectF:
    """A row as far as there."""
    return QRectF(row.left(), row.top(), right - row.left(), row.height())


def _before(caption: Text | None, row: QRectF) -> QRectF:
    """The part of a row that a caption at its end leaves free."""
    return row if caption is None else _cut(row, caption.rect.left() - 8)


def _track(space: PictureSpace, rect: QRectF) -> QRectF:
    """The band along which ticks, zones and the interval are drawn."""
    em = space.fonts.em
    free = space.rows.lane - (1.05 * em if space.rows.captions else 0.25 * em)
    height = min(free, max(1.6 * em, 0.55 * free))
    top = rect.top() + (free - height) / 2 + 0.1 * em
    return QRectF(space.plot.left(), top, space.plot.width(), height)


def _name(space: PictureSpace, lane: Lane, track: QRectF) -> Text:
    em, left = space.fonts.em, space.plot.left()
    name = space.fonts.strong.elided(lane.name, left - 1.4 * em)
    return Text(name, QRectF(0.7 * em, track.top(), left, track.height()), LEFT)


def _below(track: QRectF, rect: QRectF) -> QRectF:
    """The row of words under a track."""
    return QRectF(track.left(), track.bottom(), track.width(), rect.bottom() - track.bottom())


def _words_area(space: PictureSpace, rect: QRectF, track: QRectF) -> QRectF:
    """Where the words about a lane stand: below it, or beside it, or nowhere."""
    if space.rows.captions:
        return _below(track, rect)
    left = space.plot.right() + 0.6 * space.fonts.em
    right = space.size.width() - 0.7 * space.fonts.em
    return QRectF(left, track.top(), right - left, track.height())


def _caption(space: PictureSpace, lane: Lane, marks: Marks, area: QRectF) -> Text | None:
    """The words about the values in view, at the right end of ``area``."""
    picture = space.picture
    for text in words.captions(lane.format, marks, picture.view, picture.overlay, picture.rules):
        width = space.fonts.small.width(text) + 2
        if width <= area.width():
            return Text(text, QRectF(area.right() - width, area.top(), width, area.height()), RIGHT)
    return None


def _lane_zones(
    space: PictureSpace, lane: Lane, track: QRectF, row: QRectF, *, inside: bool
) -> list[ZoneBox]:
    """The zones in view but the normal one, which is the plain line; named where there is room.

    ``inside``: an overflow may bear its name inside, where else something is written aside.
    """
    names = row if space.rows.captions else track
    boxes = zone_boxes(space, lane.format, space.picture.view, track, names)
    plain = [box for box in boxes if box.zone.kind is not ZoneKind.NORMAL]
    if space.rows.captions and inside:
        return [_named_inside(space, lane, box) for box in plain]
    if space.rows.captions:
        return plain
    return [  # without a row of their own, names stand only where no ticks do
        replace(box, name=None) if box.zone.kind is ZoneKind.SUBNORMAL else box for box in plain
    ]


def _named_inside(space: PictureSpace, lane: Lane, box: ZoneBox) -> ZoneBox:
    """An overflow bears its name inside, where no ticks are, if it is wide enough."""
    if box.zone.kind is not ZoneKind.OVERFLOW:
        return box
    name = fitting(words.zone_names(lane.format, box.zone), box.rect, space.fonts.small)
    return replace(box, name=name or box.name)


def zone_boxes(
    space: PictureSpace, fmt: Format, view: View, area: QRectF, names: QRectF
) -> list[ZoneBox]:
    """The zones that show in ``area``, each named in the part of ``names`` above or below it.

    Both sides of zero share the name of the underflow.
    """
    boxes: list[ZoneBox] = []
    right, start, end = 0.0, _key(view.lo) - _CLOSE, _key(view.hi) + _CLOSE
    for zone, key in _keyed_zones(fmt, space.picture.rules):
        inside = start <= key <= end
        left, right = right, _inside(view, zone.hi, 1.0) if inside else float(key > end)
        if zone.kind is ZoneKind.ZERO or (right - left) * area.width() < _HAIR:
            continue
        rect = _part(area, left, right)
        first = rect.left()
        if boxes and boxes[-1].zone.kind is zone.kind is ZoneKind.TO_ZERO:
            first = boxes[-1].rect.left()
            boxes[-1] = replace(boxes[-1], name=None)
        last = max(min(rect.right(), names.right()), first)
        place = QRectF(first, names.top(), last - first, names.height())
        roomy = place.width() > space.fonts.em
        name = fitting(words.zone_names(fmt, zone), place, space.fonts.small) if roomy else None
        boxes.append(ZoneBox(zone, rect, name))
    return boxes


@lru_cache(maxsize=256)
def _keyed_zones(fmt: Format, rules: Rules) -> tuple[tuple[Zone, float], ...]:
    """The zones with the keys of their upper ends."""
    return tuple((zone, _key(zone.hi)) for zone in zones(fmt, rules))


def _key(x: Fraction | None) -> float:
    """A float that orders numbers of any size nearly as they are: most borders lie far outside a
    window, and to see that need not take exact arithmetic."""
    if x is None:
        return math.inf
    if not x:
        return 0.0
    binades = log2(x) + _LOWEST
    return binades if x > 0 else -binades


def _inside(view: View, end: Fraction | None, unbounded: float) -> float:
    """The position of an end of an interval, brought into the window."""
    return unbounded if end is None else min(max(view.position(end), 0.0), 1.0)


def _part(area: QRectF, left: float, right: float) -> QRectF:
    """The part of ``area`` between two positions."""
    width = area.width()
    return QRectF(area.left() + left * width, area.top(), (right - left) * width, area.height())


def _interval_box(picture: Picture, lane: Lane, track: QRectF) -> IntervalBox | None:
    interval, view = rounding_interval(lane.format, lane.code, picture.rules), picture.view
    if interval is None:
        return None
    left, right = _inside(view, interval.lo, 0.0), _inside(view, interval.hi, 1.0)
    if left >= 1 or right <= 0:
        return None
    closed_left = interval.lo_closed if interval.lo is not None and left > 0 else None
    closed_right = interval.hi_closed if interval.hi is not None and right < 1 else None
    return IntervalBox(_part(track, left, right), closed_left, closed_right)


def _image(
    space: PictureSpace, lane: Lane, track: QRectF
) -> tuple[QPointF | None, int, Text | None]:
    """(the dot, on which side of the window it lies, what is written there)."""
    fmt = lane.format
    if not is_finite_code(fmt, lane.code):
        text = words.special_text(fmt, lane.code)
        side = -1 if text == words.MINUS_INFINITY else 1
        return None, side, _aside(space, f"→ {text}" if side > 0 else f"{text} ←", side, track)
    position = space.picture.view.position(value_of(fmt, lane.code))
    side = -1 if position < 0 else int(position > 1)
    return QPointF(column(space.plot, position), track.center().y()), side, None


def _aside(space: PictureSpace, text: str, side: int, track: QRectF) -> Text:
    width = space.fonts.strong.width(text) + 12
    left = track.right() - width if side > 0 else track.left()
    return Text(text, QRectF(left, track.top(), width, track.height()))
