"""The zones of the real line: what becomes of a real number, by where it lies.

Every border is computed from the rounding rule through ``border``, the overflow rule through
``overflow_code``; nothing here knows a rule by name, so a new rule moves the zones by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from fpviz.core.formats import Format
from fpviz.core.line.real_text import real_text
from fpviz.core.numbers import Finite, Infinity, Number, finite

_ZERO = Fraction(0)


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
