"""Where everything of a number line stands, in pixels: what painting draws and the mouse hits.

Rows from top to bottom: the overview strip, the axis, the pins, the overlay, the label of the
value, the lanes. Where there is little height the lanes lose their captions first, then the strip
goes, then the row of the value's label, at last the pins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from fractions import Fraction
from itertools import pairwise

from PySide6.QtCore import QRectF, QSizeF

from fpviz.core.formats import Format
from fpviz.core.line.axis import AXES
from fpviz.core.line.labels import Label, labels
from fpviz.core.line.view import View
from fpviz.core.numbers import Finite, floor_log2, power_of_two
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.layout.boxes import (
    Fonts,
    Ground,
    Layout,
    PictureSpace,
    Rows,
    Text,
    ZoneBox,
    column,
    fitting,
)
from fpviz.widgets.number_line.layout.lane import lane_boxes, lane_grounds, zone_boxes
from fpviz.widgets.number_line.layout.overlay import bar_boxes, overlay_label
from fpviz.widgets.number_line.layout.pins import pin_boxes
from fpviz.widgets.number_line.picture import Picture


def rows_for(height: float, picture: Picture, em: float) -> Rows:
    """How to share ``height`` out; parts that do not fit get none."""
    strip, axis, label, margin = 1.6 * em, 1.5 * em, 1.1 * em, 0.5 * em
    lanes, overlay, pins = max(len(picture.lanes), 1), 0.0, 0.0
    if picture.overlay is not None:
        overlay = max(1.5 * em, min(5 * em, height / 5))
    if any(pin.value is not None for pin in picture.pins):
        pins = 1.2 * em
    height -= overlay
    none = 0.0
    for strip_height, label_height, pins_height in (
        (strip, label, pins),
        (none, label, pins),
        (none, none, pins),
        (none, none, none),
    ):
        lane = (height - 2 * margin - strip_height - axis - pins_height - label_height) / lanes
        if lane >= 1.1 * em:
            break
    lane = max(lane, 1.1 * em)
    return Rows(
        strip_height,
        axis,
        pins_height,
        overlay,
        label_height,
        min(lane, 6 * em),
        lane >= 2.1 * em,
    )


def least_height(lanes: int, em: float) -> float:
    """The least height at which every lane is shown."""
    return em * (1.0 + 1.5 + 1.1 * max(lanes, 1))


def arrange(picture: Picture, size: QSizeF, fonts: Fonts, last: Ground | None = None) -> Layout:
    """The layout of ``picture`` at ``size``, on the ``last`` ground where that bears it."""
    ground = last if last and last.bears(picture, size, fonts) else _ground(picture, size, fonts)
    space = PictureSpace(picture, size, fonts, ground.rows, ground.plot)
    value_x, value_label = _value_label(space, ground.axis_y)
    return Layout(
        **{each.name: getattr(ground, each.name) for each in fields(Ground)},
        picture=picture,
        axis_labels=_axis_labels(space, ground.labels, ground.axis_y, value_label),
        value_x=value_x,
        value_label=value_label,
        lanes=lane_boxes(space, ground.lane_grounds),
    )


def _ground(picture: Picture, size: QSizeF, fonts: Fonts) -> Ground:
    em, rows = fonts.em, rows_for(size.height(), picture, fonts.em)
    space = PictureSpace(picture, size, fonts, rows, _plot(picture, size, fonts, rows))
    strip = QRectF(0.7 * em, 0.6 * em, size.width() - 1.4 * em, max(rows.strip - 0.6 * em, 0))
    strip_view = _strip_view(picture)
    axis_y = 0.5 * em + rows.strip + rows.axis
    left, width = space.plot.left(), space.plot.width()
    overlay = QRectF(left, axis_y + rows.pins, width, rows.overlay)
    return Ground(
        scenery=picture.scenery,
        size=size,
        fonts=fonts,
        rows=rows,
        plot=space.plot,
        strip=strip,
        strip_view=strip_view,
        strip_zones=_strip_zones(space, strip_view, strip) if rows.strip else [],
        strip_window=_strip_window(picture, strip_view, strip),
        axis_y=axis_y,
        labels=_roomy_labels(space),
        pins=pin_boxes(space, QRectF(left, axis_y, width, rows.pins)),
        overlay=overlay,
        bars=bar_boxes(space, overlay),
        overlay_label=overlay_label(space, overlay),
        lane_grounds=lane_grounds(space),
    )


def _plot(picture: Picture, size: QSizeF, fonts: Fonts, rows: Rows) -> QRectF:
    """The part of the window between the names at the left and the margin at the right."""
    em = fonts.em
    widest = max((fonts.strong.width(lane.name) for lane in picture.lanes), default=0)
    left, right = min(widest, 0.25 * size.width()) + 1.8 * em, size.width() - em
    if not rows.captions and size.width() >= 44 * em:
        right -= 12 * em  # the captions' own column
    top = 0.5 * em + rows.strip + rows.axis + rows.pins + rows.overlay + rows.label
    return QRectF(left, top, max(right - left, 40.0), rows.lane * max(len(picture.lanes), 1))


# the overview strip


def _strip_view(picture: Picture) -> View:
    """The whole line of the active format, logarithmic."""
    if not picture.lanes:
        return View(AXES["log2"]([]), Fraction(-1), Fraction(1))
    fmt = picture.lanes[picture.active].format
    binades = floor_log2(fmt.largest) - floor_log2(fmt.min_normal)
    reach = fmt.largest * power_of_two(max(3, binades // 14))  # room for a name
    return View(AXES["log2"]([fmt]), -reach, reach)


def _strip_zones(space: PictureSpace, view: View, strip: QRectF) -> list[ZoneBox]:
    picture = space.picture
    if not picture.lanes:
        return []
    fmt, window = picture.lanes[picture.active].format, _strip_window(picture, view, strip)
    return [_beside(space, fmt, box, window) for box in zone_boxes(space, fmt, view, strip, strip)]


def _beside(space: PictureSpace, fmt: Format, box: ZoneBox, window: QRectF) -> ZoneBox:
    """A zone whose name stands beside the window's edges, not under them."""
    if box.name is None:
        return box
    area, half = box.name.rect, space.fonts.small.width(box.name.text) / 2 + 4
    narrow = window.width() < 2 * half
    edges = [(window.left(), window.right())] if narrow else [
        (x - 2, x + 2) for x in (window.left(), window.right())
    ]  # fmt: skip
    for start, end in edges:
        middle = area.center().x()
        if middle + half > start and end > middle - half:
            left, right = QRectF(area), QRectF(area)
            left.setRight(start)
            right.setLeft(end)
            area = max(left, right, key=lambda rect: rect.width())
    return replace(box, name=fitting(words.zone_names(fmt, box.zone), area, space.fonts.small))


def _strip_window(picture: Picture, view: View, strip: QRectF) -> QRectF:
    """Where the window lies on the strip; never too narrow to be seen and held."""
    left, right = (
        strip.left() + min(max(view.position(end), 0.0), 1.0) * strip.width()
        for end in (picture.view.lo, picture.view.hi)
    )
    least = 0.6 * strip.height()
    if right - left < least:
        middle = min(max((left + right) / 2, strip.left() + least / 2), strip.right() - least / 2)
        left, right = middle - least / 2, middle + least / 2
    return QRectF(left, strip.top() - 2, right - left, strip.height() + 4)


# the axis and the value


def _axis_labels(
    space: PictureSpace, labels: Sequence[Label], axis_y: float, value: Text
) -> list[tuple[float, Text]]:
    """(tick column, text) of the labels, as many as have room between them."""
    plot, fonts, rows = space.plot, space.fonts, space.rows
    blocked = QRectF() if rows.label else value.rect.adjusted(-6, 0, 6, 0)
    placed: list[tuple[float, Text]] = []
    for label in labels:
        x, width = column(plot, label.position), fonts.axis(label.text).width(label.text) + 2
        left = min(max(x - width / 2, plot.left() - 1.2 * fonts.em), plot.right() + 6 - width)
        rect = QRectF(left, axis_y - rows.axis, width, rows.axis - 5)
        after = placed[-1][1].rect.right() + 0.6 * fonts.em if placed else left
        if left >= after and not rect.intersects(blocked):
            placed.append((x, Text(label.text, rect)))
    return placed


def _roomy_labels(space: PictureSpace) -> tuple[Label, ...]:
    """The densest labels that do not touch one another."""
    view, width = space.picture.view, space.plot.width()
    at_most = max(2, int(width / _room_of(space, labels(view, 3))))
    while True:
        found = labels(view, at_most)
        closest = min((b.position - a.position for a, b in pairwise(found)), default=1.0)
        if closest * width >= _room_of(space, found) or at_most == 1:
            return found
        at_most = at_most - 1 if at_most <= 6 else at_most * 3 // 4


def _room_of(space: PictureSpace, found: tuple[Label, ...]) -> float:
    """The pixels that the widest of these labels takes, with the gap after it."""
    fonts = space.fonts
    widths = (fonts.axis(label.text).width(label.text) for label in found)
    return max(widths, default=0.0) + 1.2 * fonts.em


def _value_label(space: PictureSpace, axis_y: float) -> tuple[float | None, Text]:
    """The column of the value's line, if it is in view, and its label, there or at the edge."""
    plot, rows, number = space.plot, space.rows, space.picture.number
    pixel = space.picture.view.span / max(1, round(plot.width()))
    text, x, side = words.number_text(number, pixel), None, 0
    if isinstance(number, Finite):
        position = space.picture.view.position(number.value)
        side = -1 if position < 0 else int(position > 1)
        x = None if side else column(plot, position)
        text = {-1: f"◂ {text}", 0: text, 1: f"{text} ▸"}[side]
    width = space.fonts.numbers.width(text) + 4
    left = {-1: plot.left(), 0: (x or plot.left()) + 4, 1: plot.right() - width}[side]
    if left + width > plot.right() + 8:
        left = (x or left) - width - 4
    top = axis_y + rows.pins + rows.overlay + 3 if rows.label else axis_y - rows.axis
    return x, Text(text, QRectF(left, top, width, (rows.label or rows.axis) - 4))
