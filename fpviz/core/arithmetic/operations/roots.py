"""Square roots: exact where they are fractions, enclosed where they are not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.nan_rules import INVALID
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    Outcome,
    Raising,
    is_zero,
    propagated,
)
from fpviz.core.arithmetic.operations.sums import exact_product, exact_sum
from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, Infinity, NaN


@dataclass(frozen=True, slots=True)
class SquareRoot:
    """The positive square root of a number that is no square; the exponent of that is even."""

    square: Magnitude

    @property
    def negative(self) -> bool:
        """No square root is."""
        return False

    def enclosed(self, bits: int) -> Enclosure:
        """The root, cut off, and the number with one more in its last digit."""
        n, d, exponent = self.square
        places = max(0, bits + 2 - (n.bit_length() - d.bit_length()) // 2)
        root = isqrt((n << 2 * places) // d)
        place = exponent // 2 - places
        return Enclosure(Magnitude(root, 1, place), Magnitude(root + 1, 1, place))


def square_root(a: Exact) -> Outcome:
    """The square root before rounding; of -0 it is -0 (5.4.1)."""
    if isinstance(a, NaN):
        return propagated(a)
    if not isinstance(a, Infinity) and is_zero(a):
        return a
    if a.negative:
        return INVALID
    return a if isinstance(a, Infinity) else _root(*_ratio(a))


def reciprocal_root(a: Exact) -> Outcome:
    """1 over the square root, before rounding (rSqrt, 9.2.1): of a zero the infinity of its sign,
    which raises divide by zero."""
    if isinstance(a, NaN):
        return propagated(a)
    if isinstance(a, Infinity):
        return INVALID if a.negative else Dyadic(False, 0, 0)
    if is_zero(a):
        return Raising(Infinity(a.negative), Flags.DIVIDE_BY_ZERO)
    if a.negative:
        return INVALID
    n, d, exponent = _ratio(a)
    return _root(d, n, -exponent)


def hypotenuse(a: Exact, b: Exact) -> Outcome:
    """The square root of ``a*a + b*b`` before rounding (hypot, 9.2.1).

    It is infinite where either is, even if the other is a quiet NaN.
    """
    nans = [each for each in (a, b) if isinstance(each, NaN)]
    if any(not nan.quiet for nan in nans):
        return propagated(*nans)
    if isinstance(a, Infinity) or isinstance(b, Infinity):
        return Infinity(False)
    if nans:
        return propagated(*nans)
    squares = exact_product(a, a), exact_product(b, b)
    return square_root(exact_sum(*squares, Rounding.TIES_TO_EVEN))


def _ratio(term: Dyadic | Finite) -> tuple[int, int, int]:
    """(n, d, exponent): a magnitude as ``n / d * 2**exponent``."""
    if isinstance(term, Dyadic):
        return term.significand, 1, term.exponent
    return *term.magnitude.as_integer_ratio(), 0


def _root(n: int, d: int, exponent: int) -> Outcome:
    """The square root of ``n / d * 2**exponent``, a positive number in lowest terms."""
    if exponent & 1:
        n, d, exponent = (2 * n, d, exponent - 1) if d & 1 else (n, d // 2, exponent - 1)
    top, bottom = isqrt(n), isqrt(d)
    if top * top != n or bottom * bottom != d:
        return SquareRoot(Magnitude(n, d, exponent))
    if bottom == 1:
        return Dyadic(False, top, exponent // 2)
    return Finite(False, Dyadic(False, top, exponent // 2).number.magnitude * Fraction(1, bottom))
