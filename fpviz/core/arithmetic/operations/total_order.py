"""The order of all data, NaNs and both zeros included (IEEE 754-2019, 5.10)."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.arithmetic.operands import Operand
from fpviz.core.arithmetic.operations.comparing import truth
from fpviz.core.arithmetic.operations.exact import Outcome
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.fields import FieldKind
from fpviz.core.numbers import Infinity, NaN

_FINITE, _INFINITE, _SIGNALLING, _QUIET = range(4)


def total_order(_rules: Rules, a: Operand, b: Operand) -> Outcome:
    """Whether ``a`` stands before ``b``, or where ``b`` does.

    -NaN < -inf < … < -0 < +0 < … < inf < NaN; signalling NaNs stand nearer to the numbers than
    quiet ones, small payloads nearer than large ones. Of a cohort the smaller exponent is nearer
    to zero.
    """
    negative = decode(*a).negative
    if negative != decode(*b).negative:
        return truth(negative)
    x, y = _from_zero(a), _from_zero(b)
    return truth(y <= x if negative else x <= y)


def total_order_of_magnitudes(_rules: Rules, a: Operand, b: Operand) -> Outcome:
    """The same of the operands without their signs (totalOrderMag)."""
    return truth(_from_zero(a) <= _from_zero(b))


def _from_zero(operand: Operand) -> tuple[int, Fraction, int]:
    """How far from zero a datum stands, in an order of tuples."""
    decoded = decode(*operand)
    match decoded.number:
        case NaN(_, payload, quiet, width):
            return (_QUIET if quiet else _SIGNALLING), Fraction(payload, 1 << (width or 0)), 0
        case Infinity():
            return _INFINITE, Fraction(0), 0
        case number:
            cohort = decoded.field(FieldKind.EXPONENT).value if decoded.format.base == 10 else 0
            return _FINITE, number.magnitude, cohort
