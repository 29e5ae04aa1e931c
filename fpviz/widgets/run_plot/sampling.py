"""Which points of a curve are drawn: few, and none that matters left out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from fpviz.core.line.axis import log2
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.widgets.run_plot.data import PlotCurve


class ValueFrame(Protocol):
    """From exact values to the plot's small coordinates and back."""

    # WORKAROUND pyqtgraph 0.14.0: its coordinates are binary64 and fail near the limits of that,
    # to which these never come near; not reported.

    def coordinate(self, value: Fraction) -> float:
        """Where a value stands; NaN where it has no place."""
        ...

    def value(self, coordinate: float) -> Fraction:
        """The exact value of a coordinate."""
        ...


@dataclass(frozen=True, slots=True)
class Frame:
    """The linear frame: (value - origin) / scale."""

    origin: Fraction
    scale: Fraction

    def coordinate(self, value: Fraction) -> float:
        return float((value - self.origin) / self.scale)

    def value(self, coordinate: float) -> Fraction:
        return self.origin + Fraction(coordinate) * self.scale


@dataclass(frozen=True, slots=True)
class LogFrame:
    """The logarithmic frame: log2(value), for positive values alone."""

    def coordinate(self, value: Fraction) -> float:
        return log2(value) if value > 0 else math.nan

    def value(self, coordinate: float) -> Fraction:
        exponent = math.floor(coordinate)
        return Fraction(2 ** (coordinate - exponent)) * power_of_two(exponent)


@dataclass(frozen=True, slots=True)
class StepScale:
    """How steps are laid out: ``log`` by log10(step + 1), so that step 0 has a place.

    Step 0 is at the number ``first``.
    """

    log: bool = False
    first: int = 0

    def x(self, step: float) -> float:
        """Where a step stands."""
        return math.log10(max(step, 0) + 1) if self.log else float(step)

    def step(self, x: float) -> float:
        """The step that stands at ``x``, with a fraction."""
        return 10 ** min(x, 300.0) - 1 if self.log else x


def frame_of(curves: Sequence[PlotCurve], last: int) -> Frame:
    """A frame in which all curves from step 0 to ``last`` have coordinates of about 1."""
    values = [
        value
        for curve in curves
        for step in _sampled_steps(curve, 0, last, 64)
        if (value := curve.at(step)) is not None
    ]
    if not values:
        return Frame(Fraction(0), Fraction(1))
    low, high = min(values), max(values)
    span = high - low or abs(high) or Fraction(1)
    return Frame(values[0], power_of_two(floor_log2(span)))


@dataclass(frozen=True, slots=True)
class Samples:
    """The points of a curve within a window. ``values`` has ``None`` where nothing is drawn;
    ``thinned`` says that points which would bend the line were left out."""

    steps: tuple[int, ...]
    values: tuple[Fraction | None, ...]
    thinned: bool


def sample(
    curve: PlotCurve, first: int, last: int, at_most: int, scale: StepScale = StepScale()
) -> Samples:
    """The points of a curve between two steps, at most about ``at_most`` of them.

    On a logarithmic scale straight lines bend, so points are added evenly along it.
    """
    if last - first < at_most:
        steps: Sequence[int] = range(first, last + 1)
        thinned = False
    else:
        thinned = len(curve.bends(first, last)) > at_most
        steps = _sampled_steps(curve, first, last, at_most)
        if scale.log:
            steps = sorted({*steps, *_even_steps(first, last, 300, scale)})
    return Samples(tuple(steps), tuple(curve.at(step) for step in steps), thinned)


def coordinate(frame: ValueFrame, value: Fraction | None) -> float:
    """Where a value stands; NaN for none."""
    return math.nan if value is None else frame.coordinate(value)


def height_range(
    curves: Sequence[PlotCurve], last: int, scale: StepScale, frame: ValueFrame
) -> tuple[float, float]:
    """The heights between which all curves run; a level one has room on both sides."""
    heights = [
        height
        for curve in curves
        for value in sample(curve, 0, last, 256, scale).values
        if math.isfinite(height := coordinate(frame, value))
    ]
    low, high = (min(heights), max(heights)) if heights else (0.0, 1.0)
    return (low, high) if high > low else (low - 1, high + 1)


def _sampled_steps(curve: PlotCurve, first: int, last: int, at_most: int) -> list[int]:
    bends = curve.bends(first, last)
    if len(bends) <= at_most:
        return sorted({first, *bends, last})
    pieces = max(1, at_most - 1)
    return sorted({first + (last - first) * piece // pieces for piece in range(pieces + 1)})


def _even_steps(first: int, last: int, count: int, scale: StepScale) -> list[int]:
    left, right = scale.x(first), scale.x(last)
    places = (left + (right - left) * n / count for n in range(count + 1))
    return [max(first, min(last, round(scale.step(place)))) for place in places]
