"""Exact quotients, and what a division by integers leaves."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.arithmetic.nan_rules import INVALID
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    Outcome,
    Raising,
    finite_of,
    is_zero,
    propagated,
)
from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.numbers import Finite, Infinity, NaN


def exact_quotient(a: Exact, b: Exact) -> Outcome:
    """``a / b`` before rounding; of a number and zero an infinity, which raises divide by zero."""
    if isinstance(a, NaN) or isinstance(b, NaN):
        return propagated(a, b)
    negative = a.negative != b.negative
    if isinstance(a, Infinity):
        return INVALID if isinstance(b, Infinity) else Infinity(negative)
    if isinstance(b, Infinity):
        return Dyadic(negative, 0, 0)
    if is_zero(b):
        return INVALID if is_zero(a) else Raising(Infinity(negative), Flags.DIVIDE_BY_ZERO)
    if not (isinstance(a, Dyadic) and isinstance(b, Dyadic)):
        return Finite(negative, finite_of(a).magnitude / finite_of(b).magnitude)
    x, y, shift = a.significand, b.significand, a.exponent - b.exponent
    quotient, rest = divmod(x, y)
    if not rest:
        return Dyadic(negative, quotient, shift)
    return Finite(negative, Fraction(x << shift, y) if shift > 0 else Fraction(x, y << -shift))


def exact_remainder(a: Exact, b: Exact) -> Exact:
    """``a - b * n``, n the integer nearest to ``a / b``, an even one in a tie (5.3.1).

    A zero has the sign of ``a``.
    """
    return _remainder(a, b, to_nearest=True)


def exact_fmod(a: Exact, b: Exact) -> Exact:
    """``a - b * n``, n the integer part of ``a / b``: C's ``fmod``; the sign is that of ``a``."""
    return _remainder(a, b, to_nearest=False)


def _remainder(a: Exact, b: Exact, *, to_nearest: bool) -> Exact:
    if isinstance(a, NaN) or isinstance(b, NaN):
        return propagated(a, b)
    if isinstance(a, Infinity) or (not isinstance(b, Infinity) and is_zero(b)):
        return INVALID
    if isinstance(b, Infinity) or is_zero(a):
        return a
    if not (isinstance(a, Dyadic) and isinstance(b, Dyadic)):
        x, y = finite_of(a), finite_of(b)
        scale = x.magnitude.denominator * y.magnitude.denominator
        left = _left(int(x.magnitude * scale), int(y.magnitude * scale), to_nearest)
        return Finite(x.negative != (left < 0), Fraction(abs(left), scale))
    if a.leading < b.leading - 1:
        return a  # less than half of the divisor, and exponents may be far apart
    exponent = min(a.exponent, b.exponent)
    divisor = b.significand << b.exponent - exponent
    dividend = a.significand * pow(2, a.exponent - exponent, 2 * divisor)
    left = _left(dividend, divisor, to_nearest)
    return Dyadic(a.negative != (left < 0), abs(left), exponent)


def _left(dividend: int, divisor: int, to_nearest: bool) -> int:
    """What is left of a positive dividend, or of one that is an even multiple less."""
    quotient, left = divmod(dividend, divisor)
    if to_nearest and 2 * left + (quotient & 1) > divisor:
        left -= divisor
    return left
