"""What a chart shows, and where it stands: bins of elements, and a frame for their heights."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.data.charting.measures import Odd
from fpviz.data.charting.thinning import Bin, OddRun
from fpviz.widgets.run_plot.sampling import Frame, ValueFrame


@dataclass(frozen=True, slots=True)
class ExponentFrame:
    """Exponents as they are; what is zero has a row of its own below all of them."""

    zero_row: float = 0.0

    def coordinate(self, value: Fraction) -> float:
        return float(value)

    def value(self, coordinate: float) -> Fraction:
        return Fraction(coordinate)


@dataclass(frozen=True, slots=True)
class ElementChart:
    """Elements ``bins`` of a format, of ``count`` in all, in a frame.

    ``name`` is what stands at its axis of heights. ``address`` gives the address of an element,
    where the axis tells addresses and no indices.
    """

    fmt: Format
    count: int
    bins: tuple[Bin, ...]
    frame: ValueFrame
    name: str = ""
    address: Callable[[int], int] | None = None

    def bin_at(self, place: int) -> Bin | None:
        """The bin in which an element lies."""
        at = bisect_right(self.bins, place, key=lambda each: each.places.start) - 1
        found = self.bins[at] if at >= 0 else None
        return found if found and place in found.places else None

    def coordinate(self, height: Fraction | None) -> float:
        """Where a height stands in the plot; NaN for none, and for one far beyond the frame, which
        an element that has just been edited may have."""
        try:
            return math.nan if height is None else self.frame.coordinate(height)
        except OverflowError:
            return math.nan

    def heights(self, first: int, last: int) -> tuple[float, float]:
        """Between which coordinates lies what is in some bins; a level line has room."""
        within = [each for each in self.bins if each.places.stop > first and each.places[0] <= last]
        found = [self.coordinate(spot.height) for each in within for spot in each.spots]
        if isinstance(self.frame, ExponentFrame) and has_zeros(within):
            found.append(self.frame.zero_row)
        low, high = (min(found), max(found)) if found else (0.0, 1.0)
        return (low, high) if high > low else (low - 1, high + 1)


def has_zeros(bins: Sequence[Bin]) -> bool:
    """Whether zeros are among elements as such, which have no exponent."""
    return any(tally.kind is Odd.ZERO for each in bins for tally in each.odd)


def frame_of_values(bins: Sequence[Bin]) -> Frame:
    """A frame in which heights, from the least to the greatest, have coordinates of about 1."""
    known = [spot.height for each in bins for spot in each.spots if spot.height is not None]
    if not known:
        return Frame(Fraction(0), Fraction(1))
    span = max(known) - min(known) or abs(known[0]) or Fraction(1)
    return Frame(min(known), power_of_two(floor_log2(span)))


def frame_of_exponents(bins: Sequence[Bin]) -> ExponentFrame:
    """A frame whose row for zeros is two below the least exponent."""
    known = [spot.height for each in bins for spot in each.spots if spot.height is not None]
    return ExponentFrame(float(min(known, default=0)) - 2)


def spliced(overview: Sequence[Bin], detail: Sequence[Bin]) -> tuple[Bin, ...]:
    """Bins of the whole, with finer ones in their place where there are some."""
    if not detail:
        return tuple(overview)
    first, stop = detail[0].places.start, detail[-1].places.stop
    before = (each for each in overview if each.places.stop <= first)
    behind = (each for each in overview if each.places.start >= stop)
    return (*before, *detail, *behind)


def nearest_run(runs: Sequence[OddRun], place: float, within: float) -> OddRun | None:
    """The run of odd elements that is nearest, no more than so many elements away."""

    def off(run: OddRun) -> float:
        return max(run.first - place, place - run.last, 0)

    nearest = min(runs, key=off, default=None)
    return nearest if nearest is not None and off(nearest) <= within else None
