"""Elements thinned for a chart: of so many in a row the least and the greatest, and what is odd.

No extreme is missed, no NaN and no infinity: each element of a range is looked at, block by block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

from fpviz.core.arrays.conversion import code_dtype
from fpviz.data.blocks import CodeBlock, code_blocks
from fpviz.data.charting.measures import Keys, Kinds, Measure, Odd, keys_of
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.scanning.code_sets import Truths
from fpviz.data.scanning.predicates import Predicate
from fpviz.data.text import Report, untold

MOST_BINS = 2048
"""In at most about so many bins a range is shown."""


class Spot(NamedTuple):
    """An element, its code, and how high it stands; ``None`` for nowhere."""

    place: int
    code: int
    height: Fraction | None


@dataclass(frozen=True, slots=True)
class OddRun:
    """How many elements of a bin are odd in one way, and the first and the last of them."""

    kind: Odd
    count: int
    first: int
    last: int

    def joined(self, other: OddRun) -> OddRun:
        """This one, and the one behind it."""
        return OddRun(self.kind, self.count + other.count, self.first, other.last)


@dataclass(frozen=True, slots=True)
class Bin:
    """What so many elements in a row come to: of those that have a height the first that is least
    and the first that is greatest, and runs of the others.

    ``marked`` is the first of them that fulfils what was asked."""

    places: range
    least: Spot | None
    greatest: Spot | None
    odd: tuple[OddRun, ...]
    marked: Spot | None = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What is drawn of it, in the order of the elements."""
        both = {spot.place: spot for spot in (self.least, self.greatest) if spot}
        return tuple(both[place] for place in sorted(both))


class Drawing(NamedTuple):
    """What is drawn of elements: how high they stand; those are marked of which something is true,
    if anything is asked."""

    measure: Measure
    marked: Predicate | None = None


def bin_size(places: range) -> int:
    """How many elements of a range are one bin, for there to be no more than ``MOST_BINS``."""
    return max(1, -(-len(places) // MOST_BINS))


def thinned(
    dump: Dump,
    layout: DumpLayout,
    drawing: Drawing,
    places: range,
    report: Report = untold,
) -> tuple[Bin, ...]:
    """The bins in which the elements of a range (with step 1) lie, as far as they are there.

    Bins of equal size begin at its multiples, so that neighbouring ranges have the same ones; the
    first and the last reach beyond the range.
    """
    size, count = bin_size(places), layout.count(dump)
    begin = max(places.start, 0) // size * size
    end = min(-(-places.stop // size) * size, count)
    measure, found = drawing.measure, list[_Growing]()
    for block in code_blocks(dump, layout, (range(begin, end),), report):
        keys = keys_of(measure, block.codes)
        marks = _marks(dump, layout, block, drawing.marked)
        for piece in _pieces(block.places, size):
            if not piece.start % size:
                found.append(_Growing(piece.start))
            at = slice(piece.start - block.places.start, piece.stop - block.places.start)
            found[-1].take(piece, keys[at], block.codes[at], measure)
            if marks is not None:
                found[-1].mark(piece, marks[at], block.codes[at])
    return tuple(each.bin(measure) for each in found)


def _marks(
    dump: Dump, layout: DumpLayout, block: CodeBlock, predicate: Predicate | None
) -> Truths | None:
    """Which elements of a block fulfil a predicate, if one is asked."""
    if predicate is None:
        return None
    start = block.places.start
    lead = min(start, predicate.kind.lookback)
    codes = np.concatenate([layout.codes(dump, start - lead, lead), block.codes])
    return predicate.kernel(layout.fmt)(codes, lead)


def _pieces(places: range, size: int) -> Iterator[range]:
    """A range, cut at the multiples of a size."""
    start = places.start
    while start < places.stop:
        stop = min((start // size + 1) * size, places.stop)
        yield range(start, stop)
        start = stop


class _Extreme(NamedTuple):
    """An element whose key is an extreme."""

    key: Any
    place: int
    code: int


@dataclass(slots=True)
class _Growing:
    """A bin that is being filled."""

    start: int
    stop: int = 0
    least: _Extreme | None = None
    greatest: _Extreme | None = None
    odd: dict[Odd, OddRun] = field(default_factory=dict)
    marked: tuple[int, int] | None = None

    def take(self, piece: range, keys: Keys, codes: CodeArray, measure: Measure) -> None:
        """Take the elements that are next."""
        self.stop = piece.stop
        if _may_be_none(keys, high := int(keys.argmax())):
            kinds = measure.kinds(codes)
            self._count(piece.start, kinds)
            (heights,) = np.nonzero(kinds == 0)
            if not heights.size:
                return
            low = int(heights[keys[heights].argmin()])
            high = int(heights[keys[heights].argmax()])
        else:
            low = int(keys.argmin())
        self._grow(piece, keys, codes, low, high)

    def mark(self, piece: range, marks: Truths, codes: CodeArray) -> None:
        """Take which of the elements that were taken last are marked."""
        if self.marked is None and marks.any():
            at = int(marks.argmax())
            self.marked = piece[at], int(codes[at])

    def _grow(self, piece: range, keys: Keys, codes: CodeArray, low: int, high: int) -> None:
        if self.least is None or keys[low] < self.least.key:
            self.least = _Extreme(keys[low], piece[low], int(codes[low]))
        if self.greatest is None or keys[high] > self.greatest.key:
            self.greatest = _Extreme(keys[high], piece[high], int(codes[high]))

    def _count(self, start: int, kinds: Kinds) -> None:
        for number in np.unique(kinds[kinds > 0]).tolist():
            (places,) = np.nonzero(kinds == number)
            first, last = start + int(places[0]), start + int(places[-1])
            tally = OddRun(Odd(number), len(places), first, last)
            before = self.odd.get(tally.kind)
            self.odd[tally.kind] = before.joined(tally) if before else tally

    def bin(self, measure: Measure) -> Bin:
        """The bin, which is full."""
        least, greatest = (_spot(each, measure) for each in (self.least, self.greatest))
        odd = tuple(self.odd[kind] for kind in sorted(self.odd))
        marked = None if self.marked is None else spot_of(measure, *self.marked)
        return Bin(range(self.start, self.stop), least, greatest, odd, marked)


def _may_be_none(keys: Keys, high: int) -> bool:
    """Whether the greatest key may be that of what has no height."""
    if keys.dtype == object:
        return True
    if keys.dtype.kind == "f":
        return bool(keys[high] == np.inf)
    return bool(keys[high] == np.iinfo(keys.dtype).max)


def _spot(extreme: _Extreme | None, measure: Measure) -> Spot | None:
    if extreme is None:
        return None
    return Spot(extreme.place, extreme.code, measure.height(extreme.code))


def spot_of(measure: Measure, place: int, code: int) -> Spot:
    """Where an element of a code stands."""
    (kind,) = measure.kinds(np.array([code], code_dtype(measure.fmt)))
    return Spot(place, code, None if kind else measure.height(code))


def line_through(bins: Sequence[Bin]) -> tuple[Spot, ...]:
    """What a line goes through; where there are only odd elements it has a gap."""
    found: list[Spot] = []
    for each in bins:
        found += each.spots or [Spot(each.places.start, -1, None)]
    return tuple(found)


def runs_of_odd(bins: Sequence[Bin]) -> tuple[OddRun, ...]:
    """Tallies of neighbouring bins as one, in the order of the elements."""
    runs = (run for kind in Odd for run in _runs_of(kind, bins))
    return tuple(sorted(runs, key=lambda run: run.first))


def _runs_of(kind: Odd, bins: Sequence[Bin]) -> list[OddRun]:
    found: list[OddRun] = []
    is_open = False
    for each in bins:
        tally = next((odd for odd in each.odd if odd.kind is kind), None)
        if tally is not None:
            found.append(tally if not is_open else found.pop().joined(tally))
        is_open = tally is not None
    return found
