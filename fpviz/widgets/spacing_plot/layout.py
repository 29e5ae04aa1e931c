"""Where the curves of a spacing plot stand, in pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from fpviz.core.line.axis import log2
from fpviz.core.line.spacing import Spacing, SpacingCurve, sawtooth, staircase
from fpviz.core.text import superscript
from fpviz.widgets.number_line.layout.boxes import LEFT, RIGHT, Fonts, Text
from fpviz.widgets.number_line.picture import Lane
from fpviz.widgets.spacing_plot import words
from fpviz.widgets.spacing_plot.picture import SpacingPicture

_STEP_ROOM = 4.0
"""Steps narrower than this many pixels are drawn as one slope."""


@dataclass(frozen=True)
class CurveBox:
    """A curve in pixels, with its marks: where zero begins, where it ends, where the value is."""

    lane: Lane
    points: list[QPointF]
    is_thinned: bool
    zero: tuple[QPointF, QPointF] | None
    end: QPointF | None
    dot: QPointF | None
    label: Text | None


@dataclass(frozen=True)
class Chart:
    """One of the two quantities over the window: its heights are exponents ``low`` … ``high``."""

    title: Text
    area: QRectF
    labels: list[tuple[float, Text]]
    curves: list[CurveBox]


@dataclass(frozen=True)
class SpacingLayout:
    """The whole picture in pixels."""

    picture: SpacingPicture
    size: QSizeF
    fonts: Fonts
    charts: list[Chart]
    labels: list[tuple[float, Text]]
    value_x: float | None

    def exponent_at(self, x: float) -> float:
        """The exponent of |x| at a pixel column."""
        area, window = self.charts[0].area, self.picture.window
        return window.lo + (x - area.left()) / area.width() * (window.hi - window.lo)


@dataclass(frozen=True)
class _Frame:
    """What a chart is laid out in: its area, and the exponents at its edges."""

    picture: SpacingPicture
    fonts: Fonts
    area: QRectF
    low: float
    high: float
    relative: bool = False

    def x(self, exponent: float) -> float:
        window = self.picture.window
        at = (exponent - window.lo) / (window.hi - window.lo)
        return self.area.left() + min(max(at, -1.0), 2.0) * self.area.width()

    def y(self, exponent: float) -> float:
        at = (exponent - self.low) / (self.high - self.low)
        return self.area.bottom() - min(max(at, -1.0), 2.0) * self.area.height()

    def points(self, curve: SpacingCurve) -> list[QPointF]:
        """The corners of a curve. They lie in the window, or less than a binade beside it."""
        window, area = self.picture.window, self.area
        across = area.width() / (window.hi - window.lo)
        up = area.height() / (self.high - self.low)
        left, bottom = area.left() - window.lo * across, area.bottom() + self.low * up
        return [QPointF(left + x * across, bottom - y * up) for x, y in curve.corners]


def arrange(picture: SpacingPicture, size: QSizeF, fonts: Fonts) -> SpacingLayout:
    """The layout of ``picture`` at ``size``: both quantities, where there is height for two."""
    em = fonts.em
    left, bottom = 5.2 * em, 1.7 * em
    room = QRectF(left, 0.4 * em, size.width() - left - em, size.height() - bottom - 0.4 * em)
    shares = [(False, 0.6), (True, 0.4)] if room.height() >= 14 * em else [(False, 1.0)]
    charts, top = [], room.top()
    for relative, share in shares:
        height = room.height() * share
        area = QRectF(room.left(), top + 1.2 * em, room.width(), height - 1.5 * em)
        charts.append(_chart(picture, fonts, area, relative=relative))
        top += height
    frame = _Frame(picture, fonts, charts[-1].area, 0.0, 1.0)
    magnitude = picture.magnitude
    exponent = None if magnitude is None else log2(magnitude)
    inside = exponent is not None and picture.window.lo <= exponent <= picture.window.hi
    value_x = frame.x(exponent) if exponent is not None and inside else None
    return SpacingLayout(picture, size, fonts, charts, _bottom_labels(frame), value_x)


def _chart(picture: SpacingPicture, fonts: Fonts, area: QRectF, *, relative: bool) -> Chart:
    window, room = picture.window, max(8, int(area.width() / _STEP_ROOM))
    inside = range(math.floor(window.lo), math.ceil(window.hi))
    draw = sawtooth if relative else staircase
    found = [(lane, of, draw(of, inside, room)) for lane, of in picture.curves]
    heights = [float(y) for _, _, curve in found for _, y in curve.corners] or [0.0, 1.0]
    margin = max(1.0, 0.14 * (max(heights) - min(heights)))
    frame = _Frame(
        picture, fonts, area, min(heights) - margin, max(heights) + 1.8 * margin, relative
    )
    boxes: list[CurveBox] = []
    for lane, of, curve in found:
        taken = [box.label.rect for box in boxes if box.label is not None]
        boxes.append(_curve_box(frame, lane, of, curve, taken))
    title = Text(
        words.quantity(relative=relative),
        QRectF(area.left(), area.top() - 1.25 * fonts.em, area.width(), 1.2 * fonts.em),
        LEFT,
    )
    return Chart(title, area, _side_labels(frame), boxes)


def _curve_box(
    frame: _Frame, lane: Lane, of: Spacing, curve: SpacingCurve, taken: list[QRectF]
) -> CurveBox:
    points = frame.points(curve)

    def height(exponent: float) -> float:
        """The curve at an exponent that need not be whole."""
        return log2(of.level(exponent).ulp) - (exponent if frame.relative else 0.0)

    def place(exponent: float) -> QPointF:
        return QPointF(frame.x(exponent), frame.y(height(exponent)))

    area, magnitude = frame.area, frame.picture.magnitude
    zero = None
    if of.zero_limit and of.zero_limit < of.smallest:
        zero = place(log2(of.zero_limit)), place(log2(of.smallest))
    dot = None
    if magnitude is not None and (of.zero_limit or of.smallest) <= magnitude <= of.format.largest:
        dot = place(log2(magnitude))
    ends = points and frame.picture.window.hi >= of.binades.stop
    return CurveBox(
        lane=lane,
        points=points,
        is_thinned=curve.is_thinned,
        zero=zero if zero and zero[1].x() >= area.left() and zero[0].x() <= area.right() else None,
        end=points[-1] if ends else None,
        dot=dot if dot and area.left() <= dot.x() <= area.right() else None,
        label=_curve_label(frame, lane, points, taken),
    )


def _curve_label(
    frame: _Frame, lane: Lane, points: list[QPointF], taken: list[QRectF]
) -> Text | None:
    """The name of a curve at its right end, or as near to it as there is room."""
    if not points:
        return None
    face, area = frame.fonts.small_strong, frame.area
    width, height = face.width(lane.name) + 4, face.height
    last = points[-1]
    right, left = min(last.x() + 5, area.right() - width), last.x() - width - 6
    tries = [(right, step / 2) for step in (0, -1, 1, -2, 2)]
    tries += [(left, step / 2) for step in (-3, -4, -5, 3, 4, 5, 6)]
    for x, step in tries:
        rect = QRectF(x, last.y() + (step - 0.5) * height, width, height)
        if area.contains(rect) and not any(map(rect.intersects, taken)):
            return Text(lane.name, rect)
    return None


def _bottom_labels(frame: _Frame) -> list[tuple[float, Text]]:
    window, em, area = frame.picture.window, frame.fonts.em, frame.area
    every = _every(window.hi - window.lo, area.width() / (4.2 * em))
    first = math.ceil(window.lo / every) * every
    labels = []
    for exponent in range(first, math.floor(window.hi) + 1, every):
        x = frame.x(exponent)
        rect = QRectF(x - 2.1 * em, area.bottom() + 3, 4.2 * em, 1.2 * em)
        labels.append((x, Text(f"2{superscript(exponent)}", rect)))
    return labels


def _side_labels(frame: _Frame) -> list[tuple[float, Text]]:
    em, area = frame.fonts.em, frame.area
    every = _every(frame.high - frame.low, area.height() / (1.5 * em))
    first = math.ceil(frame.low / every) * every
    align = RIGHT
    labels = []
    for exponent in range(first, math.floor(frame.high) + 1, every):
        y = frame.y(exponent)
        rect = QRectF(0, y - 0.6 * em, area.left() - 6, 1.2 * em)
        labels.append((y, Text(f"2{superscript(exponent)}", rect, align)))
    return labels


def _every(span: float, at_most: float) -> int:
    """The least round step by which at most so many labels fit a span."""
    steps = (1, 2, 4, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 500, 512)
    for step in (*steps, *(1000 * k for k in (1, 2, 4, 8, 16))):
        if span / step <= max(at_most, 2.0):
            return step
    return 32_000
