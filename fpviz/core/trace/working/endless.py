"""Irrational results on a sheet: their digits, as far as they are shown and decide."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.arithmetic.enclosures import Irrational, encode_enclosed
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import FARTHEST, Format
from fpviz.core.numbers import Finite, Infinity, NaN, Number, finite, floor_log2, multiples
from fpviz.core.text import brief, brief_in
from fpviz.core.trace.working.digits import spare_digits

_SHOWN = 200
"""More binary digits than a sheet shows of a number, but where its format has more."""


def is_far(exact: Irrational) -> bool:
    """Whether a number is so far beyond all formats that it has no digits to show."""
    return abs(exact.enclosed(1).upper.leading()) > FARTHEST


def with_digits_of(exact: Irrational, fmt: Format, rules: Rules) -> Finite:
    """A fraction whose digits are those of an irrational number as far as they are shown, that
    never end either, and that is rounded alike; the number must not be far."""
    shown = max(_SHOWN, 4 * fmt.precision) + spare_digits(rules)
    rounded = encode_enclosed(fmt, exact, rules)
    bits = shown
    while True:
        low, high = (end.value for end in exact.enclosed(bits))
        last = floor_log2(low) - shown
        near = Finite(exact.negative, _between(low, high))
        same = multiples(low, last) == -multiples(-high, last) - 1  # it is neither of the two
        if same and encode(fmt, near, rules) == rounded:
            return near
        bits *= 2


def _between(low: Fraction, high: Fraction) -> Fraction:
    """A number between two whose binary digits never end."""
    width = (high - low).denominator
    thirds = (low + Fraction(1, n * width) for n in (3, 5))
    return next(each for each in thirds if each.denominator & (each.denominator - 1))


def exact_brief(fmt: Format, exact: Number | Irrational) -> str:
    """An exact result for a narrow place; of an irrational one the leading digits."""
    if isinstance(exact, NaN):
        return "nan"
    if isinstance(exact, Finite | Infinity):
        return brief_in(fmt, exact)
    if is_far(exact):
        power = brief(finite(exact.enclosed(1).lower.leading() + 1))
        return f"{'-' if exact.negative else ''}2^{power}"
    return brief_in(fmt, with_digits_of(exact, fmt, Rules()))
