"""What is true of a format as a whole: its ends, its borders, and how many codes are what."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import FieldKind, Format, NumberClass
from fpviz.core.formats.order import first_place_apart, place_of_power
from fpviz.core.line.zones import Zone, ZoneKind, zones


@dataclass(frozen=True, slots=True)
class Counts:
    """How many codes of a format are of each class; together, all codes.

    ``values`` are the different finite numbers; -0 and +0 are one.
    """

    zeros: int
    subnormals: int
    normals: int
    infinities: int
    nans: int
    invalid: int
    values: int

    @property
    def codes(self) -> int:
        finite = self.zeros + self.subnormals + self.normals
        return finite + self.infinities + self.nans + self.invalid


def counts(fmt: Format) -> Counts:
    """The codes of a format by class.

    >>> from fpviz.core.formats import find_format
    >>> fp16 = counts(find_format("fp16"))
    >>> fp16.zeros, fp16.subnormals, fp16.normals, fp16.nans, fp16.values
    (2, 2046, 61440, 2046, 63487)
    """
    by_class = fmt.class_counts()
    zeros, subnormals, normals, infinities, nans, invalid = (
        by_class.get(each, 0) for each in NumberClass
    )
    signs = (False, True) if fmt.signed else (False,)
    values = fmt.has_zero + sum(fmt.last_place(sign) + 1 - fmt.smallest_place for sign in signs)
    return Counts(zeros, subnormals, normals, infinities, nans, invalid, values)


def exact_integers(fmt: Format) -> int:
    """The largest n such that every integer 1 … n is a value; 0 where 1 is none.

    >>> from fpviz.core.formats import find_format
    >>> [exact_integers(find_format(name)) for name in ("fp16", "bf16", "fp6_e2m3", "e8m0")]
    [2048, 256, 7, 2]
    """
    one = place_of_power(fmt, 0)
    if one is None or one > fmt.largest_place:
        return 0
    return int(min(fmt.magnitude(first_place_apart(fmt, 1)), fmt.largest))


def epsilon(fmt: Format) -> Fraction:
    """How far a power of the radix is from the next value, against itself: 2^(1 - p) in base 2.

    Of a format whose precision varies, where it is greatest.
    """
    digit = (fmt.radix.bit_length() - 1) if fmt.base == 2 else 1
    return Fraction(fmt.base) ** (digit - fmt.precision)


def digits_kept(fmt: Format) -> int:
    """So many decimal digits always survive the way into a format and back (C's ``*_DIG``)."""
    if fmt.base == 10:
        return len(str(fmt.scaled(fmt.largest_place)[0] + 1)) - 1
    return len(str(1 << (fmt.precision - 1))) - 1


def digits_needed(fmt: Format) -> int:
    """So many decimal digits tell all normal values apart (C's ``*_DECIMAL_DIG``)."""
    return fmt.precision if fmt.base == 10 else len(str(1 << fmt.precision)) + 1


def excess_of(fmt: Format) -> int | None:
    """What is taken off the exponent field of every code; ``None`` where that is nothing or
    varies."""
    excess = {field.excess for field in fmt.shape if field.kind is FieldKind.EXPONENT}
    varies = not fmt.has_fixed_shape and fmt.base == 2
    if varies or not excess or (excess == {0} and not fmt.reads_as_ieee):
        return None
    return max(excess)


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
