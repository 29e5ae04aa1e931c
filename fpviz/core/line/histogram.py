"""A set of numbers laid over the number line: counted by binade, and exactly by interval."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.zones import Interval, ZoneKind, zones
from fpviz.core.numbers import power_of_two
from fpviz.core.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Bar:
    """How many numbers of one sign lie in the binade of ``2**exponent``."""

    negative: bool
    exponent: int
    count: int


@dataclass(frozen=True, eq=False)
class Sample:
    """Finite binary64 numbers, ascending, under a title. Two samples are equal if they are one."""

    title: Phrase
    values: tuple[float, ...]

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The non-empty binades, from the most negative number to the largest."""
        counts = Counter((x < 0, math.frexp(x)[1] - 1) for x in self.values if x)
        bars = [Bar(negative, exponent, n) for (negative, exponent), n in counts.items()]
        return tuple(sorted(bars, key=_order))

    def count_in(self, interval: Interval) -> int:
        """How many of the numbers lie in ``interval``."""
        first, last = 0, len(self.values)
        if interval.lo is not None:
            first = (bisect_left if interval.lo_closed else bisect_right)(self.values, interval.lo)
        if interval.hi is not None:
            last = (bisect_right if interval.hi_closed else bisect_left)(self.values, interval.hi)
        return max(0, last - first)


def sample(title: Phrase, values: Iterable[float]) -> Sample:
    """A sample of ``values``, in any order."""
    return Sample(title, tuple(sorted(values)))


@dataclass(frozen=True, slots=True)
class Overlay:
    """A sample with every number multiplied by ``2**scale``, as loss scaling does."""

    sample: Sample
    scale: int = 0

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars of the sample, each ``scale`` binades farther from zero."""
        return tuple(
            Bar(bar.negative, bar.exponent + self.scale, bar.count) for bar in self.sample.bars
        )

    @property
    def tallest(self) -> int:
        """The count of the fullest binade."""
        return max((bar.count for bar in self.sample.bars), default=0)

    def count_in(self, interval: Interval) -> int:
        """How many of the scaled numbers lie in ``interval``; exactly, as a power of two scales."""
        unit = power_of_two(-self.scale)
        lo = None if interval.lo is None else interval.lo * unit
        hi = None if interval.hi is None else interval.hi * unit
        return self.sample.count_in(Interval(lo, interval.lo_closed, hi, interval.hi_closed))


@dataclass(frozen=True, slots=True)
class Fates:
    """How many numbers of an overlay a format turns into zero, and how many overflow."""

    to_zero: int
    overflow: int


@lru_cache(maxsize=256)
def fates(overlay: Overlay, fmt: Format, rules: Rules = Rules()) -> Fates:
    """What becomes of the numbers of an overlay that ``fmt`` cannot hold."""
    counts = Counter[ZoneKind]()
    for zone in zones(fmt, rules):
        counts[zone.kind] += overlay.count_in(zone)
    zeros = counts[ZoneKind.TO_ZERO] + counts[ZoneKind.ZERO]
    return Fates(zeros, counts[ZoneKind.OVERFLOW])


def _order(bar: Bar) -> Fraction:
    magnitude = power_of_two(bar.exponent)
    return -magnitude if bar.negative else magnitude
