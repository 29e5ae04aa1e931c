"""What is under the mouse, and where gestures lead: functions of a layout and a point."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from PySide6.QtCore import QPointF

from fpviz.core.formats.order import ordinal
from fpviz.core.line.histogram import Bar
from fpviz.core.line.view import Limits, View
from fpviz.core.numbers import floor_log2
from fpviz.widgets.number_line import words
from fpviz.widgets.number_line.layout.boxes import BarBox, LaneBox, Layout, PinBox
from fpviz.widgets.number_line.picture import Lane, PinMark

_NEAR = 5.0
"""How many pixels beside a tick still mean it."""

_HALVINGS = 0.5
"""How often one notch of the wheel halves the window."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a point means: the number at its column, the lane it is in, the value it is on.

    ``place`` is the place (in the order of the lane's format) of a tick or dot that is drawn
    there. ``on_strip``: the point is in the overview strip, and ``value`` means nothing. ``bar``
    is the bar of the overlay over this column, ``named`` the lane whose name is there, ``pins`` are
    those whose mark or name is there.
    """

    value: Fraction
    lane: Lane | None = None
    place: int | None = None
    on_strip: bool = False
    bar: Bar | None = None
    named: Lane | None = None
    pins: tuple[PinMark, ...] = ()


def hit_at(layout: Layout, point: QPointF) -> Hit:
    """What is at ``point``."""
    if layout.strip_zones and layout.strip.adjusted(-4, -4, 4, 4).contains(point):
        return Hit(Fraction(0), on_strip=True)
    value = layout.picture.view.value(layout.position_at(point.x()))
    if pins := next((box.pins for box in layout.pins if _is_on(box, point)), ()):
        return Hit(value, pins=pins)
    if layout.overlay.contains(point):
        return Hit(value, bar=_bar_at(layout.bars, point.x()))
    box = next((box for box in layout.lanes if box.rect.contains(point)), None)
    if box is not None and point.x() < layout.plot.left() - _NEAR:
        return Hit(value, named=box.lane)
    if box is None or not layout.plot.left() - _NEAR <= point.x() <= layout.plot.right() + _NEAR:
        return Hit(value)
    return Hit(value, box.lane, _place_at(box, point.x()))


def _is_on(box: PinBox, point: QPointF) -> bool:
    return box.mark.contains(point) or (box.name is not None and box.name.rect.contains(point))


def _bar_at(bars: list[BarBox], x: float) -> Bar | None:
    """The bar over a column: one low bar is as easy to hit as a tall one."""
    return next((box.bar for box in bars if box.rect.left() <= x <= box.rect.right()), None)


def _place_at(box: LaneBox, x: float) -> int | None:
    """The place of the dot or the nearest drawn tick, if one is near."""
    if box.dot is not None and not box.dot_side and abs(box.dot.x() - x) <= _NEAR:
        return ordinal(box.lane.format, box.lane.code)
    near = ((abs(tick - x), place) for tick, place in zip(box.xs, box.marks.places, strict=True))
    distance, place = min(near, default=(_NEAR + 1, 0))
    return place if distance <= _NEAR else None


def wheel_factor(view: View, notches: float, at: float | Fraction) -> float:
    """How much longer the window becomes when the wheel turns by ``notches`` (up: shorter).

    On a linear axis a window may be thousands of binades longer than the number it is turned at
    is large: then each notch takes a share of these binades, so that the way from 2**16384 down
    to 1 is not sixteen thousand notches long, nor the way back.
    """
    halvings = _HALVINGS
    if view.axis.name == "linear":
        value = at if isinstance(at, Fraction) else view.value(at)
        apart = floor_log2(view.span) - floor_log2(abs(value)) if value else 0
        halvings += max(0, apart - 8) / 16
    return math.pow(2.0, max(-900.0, min(900.0, -notches * halvings)))


class Grip(Enum):
    """What a drag has hold of."""

    LINE = "the window"
    STRIP = "the window's mark on the overview strip"
    VALUE = "the value's line"


@dataclass(frozen=True, slots=True)
class Drag:
    """A drag from where it began: the layout and the column then, and what it has hold of."""

    layout: Layout
    pressed: float
    grip: Grip

    def view(self, x: float, within: Limits) -> View:
        """The window that a drag to the column ``x`` leads to."""
        start = self.layout.picture.view
        if self.grip is Grip.STRIP:
            return _strip_move(self.layout, start, self.pressed, x, within)
        return start.panned((self.pressed - x) / self.layout.plot.width(), within)

    def number(self, x: float) -> Fraction:
        """The number that the value's line is dragged to: never out of the window.

        It is the shortest decimal that names its pixel, where one does.
        """
        view, at = self.layout.picture.view, min(max(self.layout.position_at(x), 0.0), 1.0)
        exact = view.value(at)
        pixel = view.value(at + 1 / self.layout.plot.width()) - exact
        short = Fraction(words.cursor_text(exact, pixel))
        return short if view.contains(short) else exact


def drag_from(layout: Layout, point: QPointF) -> Drag:
    """The drag that begins at ``point``."""
    on_line = layout.value_x is not None and abs(layout.value_x - point.x()) <= _NEAR
    if hit_at(layout, point).on_strip:
        grip = Grip.STRIP
    else:
        grip = Grip.VALUE if on_line and point.y() >= layout.axis_y else Grip.LINE
    return Drag(layout, point.x(), grip)


def _strip_move(layout: Layout, start: View, pressed: float, x: float, within: Limits) -> View:
    """The window that a drag on the overview strip leads to, from where the drag began.

    A window that is wide on the strip moves with the mouse; a narrow one is brought to it, and
    keeps its length in proportion to the numbers in it.
    """
    strip, whole = layout.strip, layout.strip_view
    shift = (x - pressed) / strip.width()
    left, right = whole.position(start.lo), whole.position(start.hi)
    if (right - left) * strip.width() > strip.height() and left <= 1 and right >= 0:
        lo, hi = whole.value(left + shift), whole.value(right + shift)
        return View(start.axis, lo, hi).panned(0.0, within)
    target = whole.value(min(max((x - strip.left()) / strip.width(), 0.0), 1.0))
    middle = start.lo + start.span / 2
    return start.moved(middle, target, within)
