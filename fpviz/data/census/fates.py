"""What becomes of the elements of a tensor in a format, at every power of two of a scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Rules, border
from fpviz.core.formats import Format
from fpviz.core.line.zones import Zone, ZoneKind, zones
from fpviz.core.numbers import power_of_two
from fpviz.data.census.counts import KeyCounts
from fpviz.data.census.keys import Keys, keys_of

SCALES = range(-40, 61)
"""The exponents k of the scales 2**k that a census looks at."""

USUAL = Rules()


class Fate(NamedTuple):
    """Elements by what they become, and by the zone that they lie in, once scaled.

    Of the first five, which are of what rounding gives, and ``nan`` and ``infinite``, each element
    is in one; ``invalid`` are negative ones of a format without sign. The last three are of where
    elements lie before they are rounded: at most half the smallest number, above that and below
    the smallest, and beyond the largest but rounded down to it.
    """

    zero: int
    flushed: int
    subnormal: int
    normal: int
    overflow: int
    nan: int
    infinite: int
    invalid: int
    to_zero: int
    rounded_up: int
    rounded_down: int


Cut = tuple[Fraction | None, bool]
"""A magnitude that divides a side of zero, and whether it belongs to what is below; ``None`` is
beyond all."""

_ZERO: Cut = (Fraction(0), True)
_ALL: Cut = (None, False)


class _Part(NamedTuple):
    """A part of one side of zero that is counted, under a name of ``Fate``."""

    name: str
    low: Cut
    high: Cut


_BY_ZONE = {
    ZoneKind.TO_ZERO: "to_zero",
    ZoneKind.UP_TO_SMALLEST: "rounded_up",
    ZoneKind.DOWN_TO_LARGEST: "rounded_down",
    ZoneKind.INVALID: "invalid",
}


@lru_cache(maxsize=256)
def _parts(fmt: Format, rules: Rules, negative: bool) -> tuple[_Part, ...]:
    """The parts of one side of zero, at the scale 1: by zone, then by what rounding gives."""
    zones_here = {each.kind: each for each in _side(fmt, rules, negative)}
    by_zone = [
        _Part(name, _low(zones_here[kind]), _high(zones_here[kind]))
        for kind, name in _BY_ZONE.items()
        if kind in zones_here
    ]
    flushed = _high(zones_here[ZoneKind.TO_ZERO]) if ZoneKind.TO_ZERO in zones_here else _ZERO
    if ZoneKind.INVALID in zones_here:
        return (*by_zone, _Part("flushed", _ZERO, flushed))
    overflow = _low(zones_here[ZoneKind.OVERFLOW]) if ZoneKind.OVERFLOW in zones_here else _ALL
    normal = _first_normal(fmt, rules, negative) or flushed
    ends = (_ZERO, flushed, normal, overflow, _ALL)
    names = ("flushed", "subnormal", "normal", "overflow")
    return (*by_zone, *map(_Part, names, ends, ends[1:]))


def _side(fmt: Format, rules: Rules, negative: bool) -> Iterator[Zone]:
    """The zones of one side of zero, as magnitudes."""
    for zone in zones(fmt, rules):
        if zone.kind is ZoneKind.ZERO:
            continue
        if negative and zone.hi is not None and zone.hi <= 0:
            yield zone.mirrored()
        elif not negative and zone.lo is not None and zone.lo >= 0:
            yield zone


def _low(zone: Zone) -> Cut:
    """Where a zone begins; a zero, in whose zone it may be, is counted as one."""
    return zone.lo, not zone.lo_closed or not zone.lo


def _high(zone: Zone) -> Cut:
    return zone.hi, zone.hi_closed


def _first_normal(fmt: Format, rules: Rules, negative: bool) -> Cut | None:
    """Where results begin to be normal; ``None`` where none are subnormal."""
    if not fmt.has_subnormals or rules.flush:
        return None
    magnitude, is_upper = border(fmt, fmt.min_normal_place - 1, negative, rules)
    return magnitude, not is_upper


class _Range(NamedTuple):
    """Keys from one to before another, which share a fate."""

    name: str
    low: int
    high: int


@lru_cache(maxsize=1 << 14)
def _ranges(source: Format, fmt: Format, rules: Rules, scale: int) -> tuple[_Range, ...]:
    """What becomes of elements of a source, times ``2**scale``, in a format: ranges of keys."""
    keys, found = keys_of(source), []
    for negative in (False, True):
        reached: dict[Cut, int] = {}
        for name, *cuts in _parts(fmt, rules, negative):
            for cut in cuts:
                if cut not in reached:
                    reached[cut] = _reaching(keys, cut, scale, negative)
            found.append(_Range(name, *(reached[cut] for cut in cuts)))
    return tuple(found)


def _reaching(keys: Keys, cut: Cut, scale: int, negative: bool) -> int:
    magnitude, is_below = cut
    if magnitude is not None:
        magnitude *= power_of_two(-scale)
    return keys.reaching(magnitude, is_below, negative)


def cuts_of(
    source: Format, formats: Iterable[Format], rules: Rules = USUAL, scales: Sequence[int] = SCALES
) -> set[int]:
    """The keys of a source at which the fates of its elements change."""
    return {
        key
        for fmt in formats
        for scale in scales
        for each in _ranges(source, fmt, rules, scale)
        for key in (each.low, each.high)
    }


def fates(
    counts: KeyCounts, fmt: Format, rules: Rules = USUAL, scales: Sequence[int] = SCALES
) -> tuple[Fate, ...]:
    """What becomes of counted elements in a format, scale by scale."""
    source = counts.grid.format
    ranges = [_ranges(source, fmt, rules, scale) for scale in scales]
    ends = counts.below([key for each in ranges for part in each for key in (part.low, part.high)])
    found, at = [], 0
    outside = _outside(counts)
    for each in ranges:
        sums = dict.fromkeys(Fate._fields, 0) | outside
        for part in each:
            sums[part.name] += int(ends[at + 1] - ends[at])
            at += 2
        found.append(Fate(**sums))
    return tuple(found)


def _outside(counts: KeyCounts) -> dict[str, int]:
    """What no scale changes: zeros, NaNs and infinities."""
    return {"zero": counts.zero, "nan": counts.nan, "infinite": counts.infinite}


@dataclass(frozen=True)
class Scaling:
    """The fates of elements at each of the usual scales, and which scale is best."""

    table: tuple[Fate, ...]

    def __contains__(self, scale: int) -> bool:
        return scale in SCALES

    def at(self, scale: int) -> Fate:
        """The fate at ``2**scale``, one of the usual ones."""
        return self.table[scale - SCALES.start]

    @property
    def highest(self) -> int | None:
        """The largest exponent at which nothing overflows; ``None`` if there is none."""
        return max((k for k in SCALES if not self.at(k).overflow), default=None)

    @property
    def lowest(self) -> int | None:
        """The smallest exponent at which nothing is flushed; ``None`` if there is none."""
        return min((k for k in SCALES if not self.at(k).flushed), default=None)

    @property
    def best(self) -> int:
        """The exponent with the fewest overflows, of these the fewest flushed, then the fewest
        subnormal, then the nearest to 0, then the positive one."""
        return min(SCALES, key=self._badness)

    def _badness(self, scale: int) -> tuple[int, int, int, int, bool]:
        fate = self.at(scale)
        return fate.overflow, fate.flushed, fate.subnormal, abs(scale), scale < 0


def scaling(counts: KeyCounts, fmt: Format, rules: Rules = USUAL) -> Scaling:
    """The fates of counted elements in a format at all usual scales."""
    return Scaling(fates(counts, fmt, rules))
