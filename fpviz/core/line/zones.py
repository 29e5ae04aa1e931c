"""The zones of the real line: what becomes of a real number, by where it lies.

Every border is computed from the rounding rule through ``border``, the overflow rule through
``overflow_code``; nothing here knows a rule by name, so a new rule moves the zones by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Self

from fpviz.core.arithmetic.rounding import (
    Rules,
    border,
    border_of_tiny,
    encode,
    overflow_code,
    wraps_around,
)
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, Infinity, Number, finite
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.core.text import (
    exact_decimal,
    integer_text,
    power_text,
    scientific,
    superscript,
    value_text,
)

_ZERO = Fraction(0)
_MILLION, _LONG = 10**6, 40
_EASY = Fraction(1, 1 << 7)
"""Powers of two between this and 2**17 read well as decimals: 0.015625, 65536."""


class ZoneKind(Enum):
    """What happens to the numbers of a zone."""

    TO_ZERO = "underflow to zero"
    UP_TO_SMALLEST = "rounded up to the smallest"
    SUBNORMAL = "subnormal"
    NORMAL = "normal"
    DOWN_TO_LARGEST = "rounded down to the largest"
    OVERFLOW = "overflow"
    ZERO = "zero"
    INVALID = "not a number of the format"


@dataclass(frozen=True, slots=True)
class Interval:
    """A part of the real line; an end that is ``None`` is unbounded (and never closed)."""

    lo: Fraction | None
    lo_closed: bool
    hi: Fraction | None
    hi_closed: bool

    @property
    def is_empty(self) -> bool:
        if self.lo is None or self.hi is None:
            return False
        return self.lo > self.hi or (self.lo == self.hi and not (self.lo_closed and self.hi_closed))

    def contains(self, x: Fraction) -> bool:
        """Whether ``x`` lies inside."""
        above = self.lo is None or x > self.lo or (self.lo_closed and x == self.lo)
        below = self.hi is None or x < self.hi or (self.hi_closed and x == self.hi)
        return above and below

    def mirrored(self) -> Self:
        """The same interval on the other side of zero."""
        return replace(
            self,
            lo=None if self.hi is None else -self.hi,
            lo_closed=self.hi_closed,
            hi=None if self.lo is None else -self.lo,
            hi_closed=self.lo_closed,
        )

    def condition(self) -> str:
        """The interval as a condition on x, with exact ends: ``0 < x ≤ 2⁻²⁵``."""
        if self.lo is not None and self.lo == self.hi:
            return f"x = {real_text(self.lo)}"
        if self.lo is None:
            if self.hi is None:
                return "x"
            return f"x {'≤' if self.hi_closed else '<'} {real_text(self.hi)}"
        if self.hi is None:
            return f"x {'≥' if self.lo_closed else '>'} {real_text(self.lo)}"
        left, right = ("≤" if closed else "<" for closed in (self.lo_closed, self.hi_closed))
        return f"{real_text(self.lo)} {left} x {right} {real_text(self.hi)}"


@dataclass(frozen=True, slots=True)
class Zone(Interval):
    """An interval of the real line whose numbers share a fate.

    ``delivers`` is the one code that all of them round to; ``None`` where there are many.
    """

    kind: ZoneKind
    delivers: int | None


@lru_cache(maxsize=1024)
def zones(fmt: Format, rules: Rules = Rules()) -> tuple[Zone, ...]:
    """All zones of ``fmt`` in ascending order: every real number lies in exactly one.

    Empty zones are left out: toward zero, for example, nothing is rounded up to the smallest.

    >>> from fpviz.core.formats import find_format
    >>> [zone.condition() for zone in zones(find_format("fp16"))[-3:]]
    ['2⁻¹⁴ ≤ x ≤ 65504', '65504 < x < 65520', 'x ≥ 65520']
    """
    positive = tuple(_half_line(fmt, False, rules))
    origin = encode(fmt, finite(0), rules).code
    if not fmt.signed:
        return (*_below_unsigned(fmt, rules, origin), *positive)
    negative = (zone.mirrored() for zone in reversed(tuple(_half_line(fmt, True, rules))))
    return (*negative, Zone(_ZERO, True, _ZERO, True, ZoneKind.ZERO, origin), *positive)


def _below_unsigned(fmt: Format, rules: Rules, origin: int) -> Iterator[Zone]:
    """The zones of an unsigned format up to zero."""
    if not fmt.has_zero:
        yield Zone(None, False, _ZERO, True, ZoneKind.INVALID, origin)
        return
    limit, outside = _zero_limit(fmt, True, rules)
    end = outside and bool(limit)
    yield Zone(None, False, -limit, end, ZoneKind.INVALID, _below(fmt, rules))
    to_zero = Zone(-limit, not outside, _ZERO, False, ZoneKind.TO_ZERO, origin)
    if not to_zero.is_empty:
        yield to_zero
    yield Zone(_ZERO, True, _ZERO, True, ZoneKind.ZERO, origin)


def _below(fmt: Format, rules: Rules) -> int | None:
    """What stands for negative numbers in an unsigned format; ``None`` where they wrap around."""
    return None if wraps_around(fmt, rules) else encode(fmt, Infinity(True), rules).code


def _half_line(fmt: Format, negative: bool, rules: Rules) -> Iterator[Zone]:
    """The zones of one sign, by ascending magnitude, as magnitudes."""
    least, last = _least_place(fmt, rules), fmt.last_place(negative)
    limit, upper = _zero_limit(fmt, negative, rules)
    beyond, overflows = _overflow_limit(fmt, last, negative, rules)
    overflow = None if wraps_around(fmt, rules) else overflow_code(fmt, negative, rules)
    at = fmt.code_at
    steps = (
        (ZoneKind.TO_ZERO, limit, not upper, at(0, negative)),
        (ZoneKind.UP_TO_SMALLEST, fmt.magnitude(least, negative), False, at(least, negative)),
        (ZoneKind.SUBNORMAL, fmt.magnitude(fmt.min_normal_place, negative), False, None),
        (ZoneKind.NORMAL, fmt.magnitude(last, negative), True, None),
        (ZoneKind.DOWN_TO_LARGEST, beyond, not overflows, at(last, negative)),
        (ZoneKind.OVERFLOW, None, False, overflow),
    )
    lo, closed = _ZERO, False
    for kind, hi, hi_closed, code in steps:
        zone = Zone(lo, closed, hi, hi_closed, kind, code)
        if not zone.is_empty:
            yield zone
        if hi is None:
            return
        lo, closed = hi, not hi_closed


def _overflow_limit(
    fmt: Format, last: int, negative: bool, rules: Rules
) -> tuple[Fraction | None, bool]:
    """Where magnitudes stop rounding to the last value, if they do, and whether there already."""
    return (None, True) if fmt.never_overflows else border(fmt, last, negative, rules)


def _least_place(fmt: Format, rules: Rules) -> int:
    """The place of the smallest positive number that rounding can deliver."""
    return fmt.min_normal_place if rules.flush else fmt.smallest_place


def _zero_limit(fmt: Format, negative: bool, rules: Rules) -> tuple[Fraction, bool]:
    """Where magnitudes stop rounding to zero, and whether the border itself no longer does."""
    if not (fmt.has_zero and fmt.rounds_to_zero):
        return _ZERO, False
    if rules.flush and fmt.has_subnormals:
        return border_of_tiny(fmt, negative, rules)
    return border(fmt, fmt.smallest_place - 1, negative, rules)


def zone_of(fmt: Format, number: Number, rules: Rules = Rules()) -> Zone | None:
    """The zone in which ``number`` lies; infinities and NaNs lie in none."""
    if not isinstance(number, Finite):
        return None
    value = number.value
    return next(zone for zone in zones(fmt, rules) if zone.contains(value))


def rounding_interval(fmt: Format, code: int, rules: Rules = Rules()) -> Interval | None:
    """All real numbers that round to ``code``, or ``None`` where there are none.

    Also ``None`` for a NaN, which stands for numbers at both ends of the line. The two zeros are
    told apart: the real number 0 belongs to +0, and -0 has the negative side alone. Numbers that
    wrap around to the code lie elsewhere and are left out.
    """
    if fmt.is_nan(code):
        return None
    negative, place = fmt.sign_and_place(code)
    interval = (
        _interval_of_zero(fmt, negative, rules)
        if place == 0 and fmt.has_zero
        else _interval_of_place(fmt, place, negative, rules)
    )
    if interval is None or interval.is_empty:
        return None
    return interval.mirrored() if negative else interval


def _interval_of_zero(fmt: Format, negative: bool, rules: Rules) -> Interval:
    """As magnitudes for -0; signed for +0, which has both sides where there is no -0."""
    limit, upper = _zero_limit(fmt, negative, rules)
    if negative:
        return Interval(_ZERO, False, limit, not upper)
    if fmt.has_negative_zero:
        return Interval(_ZERO, True, limit, not upper)
    if not fmt.signed and _below(fmt, rules) == fmt.code_at(0):
        return Interval(None, False, limit, not upper)
    below, lower = _zero_limit(fmt, True, rules)
    return Interval(-below, not lower, limit, not upper)


def _interval_of_place(fmt: Format, place: int, negative: bool, rules: Rules) -> Interval | None:
    """The magnitudes that round to the value at a place other than zero."""
    code, last = fmt.code_at(place, negative), fmt.last_place(negative)
    takes_overflow = not wraps_around(fmt, rules) and overflow_code(fmt, negative, rules) == code
    if place > last:
        lo, closed = border(fmt, last, negative, rules)
        return Interval(lo, closed, None, False) if takes_overflow else None
    if place < _least_place(fmt, rules):
        return None
    if place == _least_place(fmt, rules) and fmt.has_zero and fmt.rounds_to_zero:
        lo, closed = _zero_limit(fmt, negative, rules)
    elif place > fmt.least_delivered:
        lo, closed = border(fmt, place - 1, negative, rules)
    elif encode(fmt, finite(0), rules).code == code:  # no zero and no NaN: it takes all below, too
        return Interval(None, False, *_upper_end(fmt, place, negative, rules))
    else:
        lo, closed = _ZERO, False
    if takes_overflow:
        return Interval(lo, closed, None, False)
    return Interval(lo, closed, *_upper_end(fmt, place, negative, rules))


def _upper_end(fmt: Format, place: int, negative: bool, rules: Rules) -> tuple[Fraction, bool]:
    hi, upper = border(fmt, place, negative, rules)
    return hi, not upper


_SENTENCES: Mapping[ZoneKind, str] = {
    ZoneKind.TO_ZERO: template("{x}: rounds to {value}"),
    ZoneKind.UP_TO_SMALLEST: template("{x}: rounds away from zero to the smallest value, {value}"),
    ZoneKind.SUBNORMAL: template(
        "{x}: subnormal; fewer than {p} significant bits, the fewer the smaller"
    ),
    ZoneKind.NORMAL: template("{x}: normal; {p} significant bits"),
    ZoneKind.DOWN_TO_LARGEST: template("{x}: rounds toward zero to the largest value, {value}"),
    ZoneKind.OVERFLOW: template("{x}: overflow; delivers {value}"),
    ZoneKind.ZERO: template("{x}: zero, held exactly"),
    ZoneKind.INVALID: template("{x}: {format} has no such number; delivers {value}"),
}
_OF_ONE_BIT = {ZoneKind.SUBNORMAL: template("{x}: subnormal; a single significant bit")}
"""What is said where no subnormal number has more than that."""
_NORMAL_OF_ONE_BIT = template("{x}: normal; a single significant bit")
_NORMAL_OF_SOME_BITS = template("{x}: normal; up to {p} significant bits")
_OF_DIGITS: Mapping[ZoneKind, str] = {
    ZoneKind.SUBNORMAL: template(
        "{x}: subnormal; fewer than {p} significant digits, the fewer the smaller"
    ),
    ZoneKind.NORMAL: template("{x}: normal; {p} significant digits"),
}
"""What is said in decimal formats."""
_FIXED_POINT = template("{x}: within the range; values are {ulp} apart")
_AROUND: Mapping[ZoneKind, str] = {
    ZoneKind.OVERFLOW: template("{x}: overflow; wraps around"),
    ZoneKind.INVALID: template("{x}: {format} has no such number; it wraps around"),
}
"""What is said where a zone delivers many codes."""


def explain(fmt: Format, zone: Zone, rules: Rules = Rules()) -> Phrase:
    """What becomes of the numbers of ``zone``, in one sentence with its exact borders.

    >>> from fpviz.core.formats import find_format
    >>> fp16 = find_format("fp16")
    >>> str(explain(fp16, zone_of(fp16, finite(Fraction(1, 10**9)))))
    '0 < x ≤ 2⁻²⁵: rounds to 0; the tie itself goes toward zero'
    """
    text = _sentence(fmt, zone)
    sentence = phrase(
        text,
        x=zone.condition(),
        ulp=real_text(fmt.finest),
        value="" if zone.delivers is None else code_value_text(fmt, zone.delivers),
        p=str(fmt.precision if zone.kind is ZoneKind.NORMAL else _most_below_normal(fmt) + 1),
        format=fmt.title or fmt.name,
    )
    inward = _outer_end_is_closed(zone)
    if not rules.rounding.rule.is_nearest or inward is None:
        return sentence
    if inward:
        return phrase("{sentence}; the tie itself goes toward zero", sentence=sentence)
    return phrase("{sentence}; the tie itself goes away from zero", sentence=sentence)


def _sentence(fmt: Format, zone: Zone) -> str:
    usual = _own_sentences(fmt).get(zone.kind, _SENTENCES[zone.kind])
    if zone.kind is ZoneKind.NORMAL:
        return _sentence_of_most(fmt, usual)
    return usual if zone.delivers is not None else _AROUND.get(zone.kind, usual)


def _own_sentences(fmt: Format) -> Mapping[ZoneKind, str]:
    """What is said otherwise of a format than of most."""
    if fmt.base != 2:
        return _OF_DIGITS
    return _OF_ONE_BIT if _most_below_normal(fmt) == 1 else {}


def _sentence_of_most(fmt: Format, usual: str) -> str:
    """What is said of the zone of most values."""
    if fmt.is_fixed_point:
        return _FIXED_POINT
    if fmt.precision == 1:
        return _NORMAL_OF_ONE_BIT
    return _NORMAL_OF_SOME_BITS if fmt.base == 2 and fmt.binade_size is None else usual


def _most_below_normal(fmt: Format) -> int:
    """How many significant digits the largest subnormal number has, in the format's base."""
    if not fmt.has_subnormals:
        return 0
    significand = fmt.scaled(fmt.min_normal_place - 1)[0]
    return significand.bit_length() if fmt.base == 2 else len(str(significand))


def _outer_end_is_closed(zone: Zone) -> bool | None:
    """Whether the end away from zero, where that end is a tie, belongs to the zone."""
    if zone.kind not in (ZoneKind.TO_ZERO, ZoneKind.DOWN_TO_LARGEST):
        return None
    negative = zone.hi is not None and zone.hi <= 0
    if (zone.lo if negative else zone.hi) is None:
        return None  # it has no such end
    return zone.lo_closed if negative else zone.hi_closed


def code_value_text(fmt: Format, code: int) -> str:
    """What ``code`` stands for, exactly and briefly: ``65504``, ``2⁻²⁴``, ``-0``, ``inf``; of an
    invalid one, which is nothing, the code."""
    if fmt.number_class(code) is NumberClass.INVALID:
        return fmt.code_text(code)
    number = decode(fmt, code).number
    if isinstance(number, Finite) and not number.is_zero:
        return real_text(number.value)
    return value_text(number)


def real_text(value: Fraction) -> str:
    """A real number exactly and as briefly as may be.

    A power of two as such, a short decimal as one, other binary numbers as a multiple of a power
    of two, and decimal ones that would be long with an exponent.

    >>> real_text(Fraction(1, 2**25)), real_text(Fraction(65520)), real_text(Fraction(-3, 2**90))
    ('2⁻²⁵', '65520', '-3 × 2⁻⁹⁰')
    >>> real_text(Fraction(5, 10**399)), real_text(Fraction(10**97))
    ('5e-399', '1e+97')
    >>> real_text((2 - Fraction(1, 2**23)) * 2**127)
    '(2²⁴ − 1) × 2¹⁰⁴'
    """
    if value < 0:
        return "-" + real_text(-value)
    n, d = value.numerator, value.denominator
    power = power_text(value)
    if power and not _EASY < value < 1 << 17:
        return power
    if n.bit_length() <= 50 and d.bit_length() <= 14:
        return exact_decimal(value)
    if d & (d - 1) or not n % _MILLION:
        short, whole = scientific(value, _LONG), exact_decimal(value)
        return short if len(whole) > _LONG and Fraction(short) == value else whole
    twos = (n & -n).bit_length() - 1
    odd = n >> twos
    exponent = twos - (d.bit_length() - 1)
    return _multiple_text(odd) + (f" × 2{superscript(exponent)}" if exponent else "")


def _multiple_text(odd: int) -> str:
    """An odd integer; one beside a large power of two as that power, plus or minus one."""
    if odd.bit_length() > 20:
        for near, one in ((odd + 1, "− 1"), (odd - 1, "+ 1")):
            if near & (near - 1) == 0:
                return f"(2{superscript(near.bit_length() - 1)} {one})"
    return integer_text(odd)
