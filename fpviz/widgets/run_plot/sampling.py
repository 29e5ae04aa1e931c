"""Which points of a curve are drawn: few, and none that matters left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.numbers import floor_log2, power_of_two


@dataclass(frozen=True, slots=True)
class PlotCurve:
    """A curve over steps 0, 1, 2, …

    ``at`` gives the exact value at a step, ``None`` where it is not finite. ``bends`` gives, for
    a first and a last step, the steps between them at which straight lines between points would
    otherwise go astray. ``label`` names the curve, ``note`` says where it ends.
    """

    key: str
    label: str
    note: str
    colour: int
    at: Callable[[int], Fraction | None]
    bends: Callable[[int, int], Sequence[int]]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """From exact values to the plot's small coordinates and back: (value - origin) / scale.

    pyqtgraph's coordinates are binary64 and fail near its limits; these never come near them.
    """

    origin: Fraction
    scale: Fraction

    def coordinate(self, value: Fraction) -> float:
        """Where a value stands."""
        return float((value - self.origin) / self.scale)

    def value(self, coordinate: float) -> Fraction:
        """The exact value of a coordinate."""
        return self.origin + Fraction(coordinate) * self.scale


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


def sample(curve: PlotCurve, first: int, last: int, at_most: int) -> Samples:
    """The points of a curve between two steps, at most about ``at_most`` of them."""
    if last - first < at_most:
        steps: Sequence[int] = range(first, last + 1)
        thinned = False
    else:
        bends = curve.bends(first, last)
        thinned = len(bends) > at_most
        steps = _sampled_steps(curve, first, last, at_most)
    return Samples(tuple(steps), tuple(curve.at(step) for step in steps), thinned)


def _sampled_steps(curve: PlotCurve, first: int, last: int, at_most: int) -> list[int]:
    bends = curve.bends(first, last)
    if len(bends) <= at_most:
        return sorted({first, *bends, last})
    pieces = max(1, at_most - 1)
    return sorted({first + (last - first) * piece // pieces for piece in range(pieces + 1)})
