"""The axes of the plot: true values at the side, whole steps below."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from fpviz.core.text import NARROW_NO_BREAK_SPACE, floor_log10, grouped, scientific, superscript
from fpviz.widgets.run_plot.sampling import LogFrame, StepScale, ValueFrame

_OUTSIDE = 60
"""How many pixels beyond the axis a label may reach before it is moved back into view."""

_BETWEEN = 4
"""Pixels that labels of steps stand apart at least."""


def round_step(span: Fraction, at_most: int) -> Fraction:
    """The least of 1, 2, 5 times a power of ten that divides ``span`` into ``at_most`` parts."""
    least = span / at_most
    exponent = floor_log10(least)
    power = Fraction(10) ** exponent
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least)


def round_values(low: Fraction, high: Fraction, at_most: int) -> list[Fraction]:
    """The multiples of a round step from ``low`` to ``high``."""
    if high <= low:
        return []
    step = round_step(high - low, max(1, at_most))
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def two_values_or_more(low: Fraction, high: Fraction, at_most: int) -> list[Fraction]:
    """Such multiples, of a finer step where a coarse one gives fewer than two, and of these the
    first and the last: one alone tells no scale."""
    values = round_values(low, high, at_most)
    finer = at_most
    while high > low and len(values) < 2:
        finer *= 2
        values = round_values(low, high, finer)
    return values if finer == at_most else [values[0], values[-1]]


def distinct_texts(values: Sequence[Fraction]) -> list[str]:
    """The values with as many digits as tell them apart."""
    texts: list[str] = []
    for digits in range(3, 400):
        texts = [scientific(value, digits) for value in values]
        exact = all(Fraction(text) == value for text, value in zip(texts, values, strict=True))
        if exact or (digits > 16 and len(set(texts)) == len(texts)):
            break
    return texts


def step_text(step: int) -> str:
    """A step in groups of three digits, or in powers of ten where it is long: ``2×10¹¹``."""
    if abs(step) < 10**7:
        return grouped(step, NARROW_NO_BREAK_SPACE)
    digits = str(step).rstrip("0")
    exponent = len(str(step)) - 1
    if len(digits) > 6:
        return grouped(step, NARROW_NO_BREAK_SPACE)
    head = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
    power = f"10{superscript(exponent)}"
    return power if head == "1" else f"{head}×{power}"


def powers_between(low: float, high: float, at_most: int) -> list[int]:
    """Exponents of two from ``low`` to ``high``, a round number apart."""
    first, last = math.ceil(low), math.floor(high)
    step = 1
    while (last - first) // step >= at_most:
        step = {1: 2, 2: 5, 5: 10}.get(step, step * 2)
    return list(range(first + -first % step, last + 1, step))


def apart(rects: Sequence[QRectF], left: float, right: float) -> list[tuple[int, QRectF]]:
    """The places of labels from left to right, moved to lie between two edges; where one would
    touch the label after it there is none. Each comes with its number."""
    kept: list[tuple[int, QRectF]] = []
    for number, rect in reversed([*enumerate(rects)]):
        place = QRectF(rect)
        place.moveLeft(max(left, min(rect.left(), right - rect.width())))
        if not kept or place.right() + _BETWEEN <= kept[-1][1].left():
            kept.append((number, place))
    return kept[::-1]


class ValueAxis(pg.AxisItem):
    """Labels at round values; the plot's coordinates are told by its frame."""

    def __init__(self, frame: Callable[[], ValueFrame]) -> None:
        super().__init__("left")
        self._frame = frame
        self._texts: dict[float, str] = {}
        self.enableAutoSIPrefix(False)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        frame = self._frame()
        at_most = max(2, int(size / 34))
        if isinstance(frame, LogFrame) and high - low > 3:
            exponents = powers_between(low, high, at_most)
            self._texts = {float(k): f"2{superscript(k)}" for k in exponents}
        else:
            values = two_values_or_more(frame.value(low), frame.value(high), at_most)
            places = [frame.coordinate(value) for value in values]
            self._texts = dict(zip(places, distinct_texts(values), strict=True))
        return [(1.0, [place for place in self._texts if not math.isnan(place)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [self._texts.get(value, "") for value in values]


class StepAxis(pg.AxisItem):
    """Labels at round steps; on a logarithmic scale, at powers of ten."""

    def __init__(self, scale: Callable[[], StepScale]) -> None:
        super().__init__("bottom")
        self.setStyle(hideOverlappingLabels=_OUTSIDE)
        self._scale = scale
        self._texts: dict[float, str] = {}
        self.enableAutoSIPrefix(False)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        scale = self._scale()
        if scale.log and high - low > 1.5:
            steps = [0, *(10**k for k in range(math.floor(max(high, 0)) + 1))]
            steps = [step for step in steps if low <= scale.x(step) <= high]
        else:
            first = scale.first
            ends = (Fraction(scale.step(low)) + first, Fraction(scale.step(high)) + first)
            numbers = round_values(*ends, max(2, int(size / 80)))
            steps = [int(number) - first for number in numbers if number.denominator == 1]
            steps = [step for step in steps if step >= 0]
        self._texts = {scale.x(step): step_text(step + scale.first) for step in steps}
        return [(1.0, list(self._texts))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [self._texts.get(value, "") for value in values]

    def generateDrawSpecs(self, painter: QPainter) -> tuple[Any, Any, list[Any]] | None:
        """What is drawn: the axis, the ticks, and those labels that fit side by side."""
        specs = super().generateDrawSpecs(painter)
        if specs is None:
            return None
        axis, ticks, labels = specs
        labels = sorted(labels, key=lambda label: label[0].left())
        plot = self.parentItem()
        view = self.mapRectFromItem(plot, plot.boundingRect())
        places = apart([rect for rect, _, _ in labels], view.left(), view.right())
        return axis, ticks, [(rect, *labels[number][1:]) for number, rect in places]
