"""What is true of a format as a whole: its ends, its borders, and how many codes are what."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.order import first_place_apart
from fpviz.core.line.zones import Zone, ZoneKind, zones
from fpviz.core.numbers import power_of_two


@dataclass(frozen=True, slots=True)
class Counts:
    """How many codes of a format are of each class; together, all codes."""

    zeros: int
    subnormals: int
    normals: int
    infinities: int
    nans: int

    @property
    def codes(self) -> int:
        return self.zeros + self.subnormals + self.normals + self.infinities + self.nans

    @property
    def values(self) -> int:
        """How many different finite numbers there are; -0 and +0 are one."""
        return min(self.zeros, 1) + self.subnormals + self.normals


def counts(fmt: Format) -> Counts:
    """The codes of a format by class.

    >>> from fpviz.core.formats import find_format
    >>> counts(find_format("fp16"))
    Counts(zeros=2, subnormals=2046, normals=61440, infinities=2, nans=2046)
    """
    signs = (False, True) if fmt.signed else (False,)
    zeros = (1 + fmt.has_negative_zero) * fmt.has_zero
    subnormals = len(signs) * (fmt.min_normal_place - fmt.smallest_place)
    normals = sum(fmt.last_place(negative) + 1 - fmt.min_normal_place for negative in signs)
    infinities = len(signs) * fmt.has_infinity
    nans = (1 << fmt.width) - zeros - subnormals - normals - infinities
    return Counts(zeros, subnormals, normals, infinities, nans)


def exact_integers(fmt: Format) -> int:
    """The largest n such that every integer 1 … n is a value; 0 where 1 is none.

    >>> from fpviz.core.formats import find_format
    >>> [exact_integers(find_format(name)) for name in ("fp16", "bf16", "fp6_e2m3", "e8m0")]
    [2048, 256, 7, 2]
    """
    if fmt.stretch_of(fmt.smallest_place).quantum > 0:
        return 0
    return int(min(fmt.magnitude(first_place_apart(fmt, 1)), fmt.largest))


def epsilon(fmt: Format) -> Fraction:
    """2^(1 - p): how far a power of two is from the next value, against itself."""
    return power_of_two(1 - fmt.precision)


def digits_kept(fmt: Format) -> int:
    """So many decimal digits always survive the way into a format and back (C's ``*_DIG``)."""
    return len(str(1 << (fmt.precision - 1))) - 1


def digits_needed(fmt: Format) -> int:
    """So many decimal digits tell all normal values apart (C's ``*_DECIMAL_DIG``)."""
    return len(str(1 << fmt.precision)) + 1


@dataclass(frozen=True, slots=True)
class Facts:
    """A format in numbers.

    ``to_zero`` are the positive numbers that become zero under the rules, ``overflow`` those that
    overflow; ``None`` where there are none. ``integers`` is of ``exact_integers``.
    """

    format: Format
    counts: Counts
    integers: int
    epsilon: Fraction
    digits: tuple[int, int]
    to_zero: Zone | None
    overflow: Zone | None


@lru_cache(maxsize=256)
def facts(fmt: Format, rules: Rules = Rules()) -> Facts:
    """The facts of a format; the zones are those under ``rules``."""
    positive = {zone.kind: zone for zone in zones(fmt, rules) if zone.hi is None or zone.hi > 0}
    return Facts(
        format=fmt,
        counts=counts(fmt),
        integers=exact_integers(fmt),
        epsilon=epsilon(fmt),
        digits=(digits_kept(fmt), digits_needed(fmt)),
        to_zero=positive.get(ZoneKind.TO_ZERO),
        overflow=positive.get(ZoneKind.OVERFLOW),
    )
