"""Exact sums and products."""

from __future__ import annotations

from fpviz.core.arithmetic.nan_rules import INVALID
from fpviz.core.arithmetic.operations.exact import Dyadic, Exact, finite_of, propagated
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.numbers import Finite, Infinity, NaN, finite


def exact_sum(a: Exact, b: Exact, rounding: Rounding) -> Exact:
    """``a + b`` before rounding; the rule decides the sign of an exact zero (6.3)."""
    if isinstance(a, Dyadic) and isinstance(b, Dyadic):
        exponent = min(a.exponent, b.exponent)
        x, y = a.significand << a.exponent - exponent, b.significand << b.exponent - exponent
        total = (-x if a.negative else x) + (-y if b.negative else y)
        if total:
            return Dyadic(total < 0, abs(total), exponent)
        negative = a.negative if a.negative == b.negative else rounding.rule.makes_negative_zero
        return Dyadic(negative, 0, exponent)
    if isinstance(a, NaN) or isinstance(b, NaN):
        return propagated(a, b)
    if isinstance(a, Infinity) and isinstance(b, Infinity):
        return a if a.negative == b.negative else INVALID
    if isinstance(a, Infinity) or isinstance(b, Infinity):
        return a if isinstance(a, Infinity) else b
    return _sum_of_finites(finite_of(a), finite_of(b), rounding)


def _sum_of_finites(a: Finite, b: Finite, rounding: Rounding) -> Finite:
    if value := a.value + b.value:
        return finite(value)
    alike = a.negative == b.negative
    return Finite(a.negative if alike else rounding.rule.makes_negative_zero, value)


def exact_product(a: Exact, b: Exact) -> Exact:
    """``a * b`` before rounding."""
    if isinstance(a, Dyadic) and isinstance(b, Dyadic):
        product = a.significand * b.significand
        return Dyadic(a.negative != b.negative, product, a.exponent + b.exponent)
    if isinstance(a, NaN) or isinstance(b, NaN):
        return propagated(a, b)
    negative = a.negative != b.negative
    if not (isinstance(a, Infinity) or isinstance(b, Infinity)):
        return Finite(negative, finite_of(a).magnitude * finite_of(b).magnitude)
    if any(not isinstance(each, Infinity) and finite_of(each).is_zero for each in (a, b)):
        return INVALID
    return Infinity(negative)
