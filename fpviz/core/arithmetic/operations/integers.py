"""Numbers rounded to integers, as numbers and as integers of a machine."""

from __future__ import annotations

from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    Outcome,
    Raising,
    Whole,
    finite_of,
    propagated,
)
from fpviz.core.arithmetic.rounding import Flags, Rules, goes_up
from fpviz.core.numbers import Finite, Infinity, NaN


def integral(rules: Rules, a: Exact) -> Exact:
    """The integer that ``a`` rounds to by the rule of rounding, raising nothing (5.9).

    A zero keeps the sign of ``a``; infinities stay, and NaNs become quiet.
    """
    if isinstance(a, NaN):
        return propagated(a)
    return a if isinstance(a, Infinity) else _rounded(rules, a)


def integral_exactly(rules: Rules, a: Exact) -> Outcome:
    """The same, raising inexact where ``a`` is no integer (roundToIntegralExact)."""
    whole = integral(rules, a)
    return whole if isinstance(whole, NaN) else Raising(whole, _changed(a, whole))


def to_integer(rules: Rules, a: Exact) -> Outcome:
    """The integer that ``a`` rounds to, for a format of integers (convertToIntegerExact, 5.8)."""
    whole = integral(rules, a)
    return Whole(whole, _changed(a, whole))


def _changed(before: Exact, after: Exact) -> Flags:
    if isinstance(before, Infinity | NaN) or isinstance(after, Infinity | NaN):
        return Flags.NONE
    same = finite_of(before).magnitude == finite_of(after).magnitude
    return Flags.NONE if same else Flags.INEXACT


def _rounded(rules: Rules, a: Dyadic | Finite) -> Dyadic:
    if isinstance(a, Dyadic):
        if a.exponent >= 0:
            return a
        whole = 1 << -a.exponent
        place, rest = a.significand >> -a.exponent, a.significand & whole - 1
    else:
        whole = a.magnitude.denominator
        place, rest = divmod(a.magnitude.numerator, whole)
    if rest:
        place += goes_up(rules, a.negative, place & 1, rest, whole)
    return Dyadic(a.negative, place, 0)
