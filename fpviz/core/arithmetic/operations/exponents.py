"""Operations on exponents: scaleB and logB (IEEE 754-2019, 5.3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.nan_rules import INVALID
from fpviz.core.arithmetic.operands import Operand
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    Outcome,
    Raising,
    finite_of,
    is_zero,
    propagated,
    read_operand,
)
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.formats import FARTHEST
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, Infinity, NaN, floor_log2, floor_log10_ratio


@dataclass(frozen=True, slots=True)
class Far:
    """A number beyond the reach of all formats, between two powers of two."""

    negative: bool
    lowest: int
    highest: int

    def enclosed(self, bits: int) -> Enclosure:
        """The two powers, however many bits are asked for: no format needs more."""
        return Enclosure(Magnitude(1, 1, self.lowest), Magnitude(1, 1, self.highest))


def scale(_rules: Rules, a: Operand, b: Operand) -> Outcome:
    """``a * radix**b``, the radix that of its format: 2, 10, or 16 (scaleB).

    ``b`` is an integer; any other number but an infinity is invalid. Scaled by an infinity, a
    number becomes an infinity or a zero, where that has a value.
    """
    return scaled(a[0].radix, read_operand(a), read_operand(b))


def scaled(radix: int, x: Exact, n: Exact) -> Outcome:
    """``x * radix**n``."""
    if isinstance(x, NaN) or isinstance(n, NaN):
        return propagated(x, n)
    if isinstance(n, Infinity):
        return _scaled_without_end(x, n)
    by = finite_of(n).value
    if by.denominator != 1:
        return INVALID
    if isinstance(x, Infinity) or is_zero(x):
        return x
    return _scaled(radix, x, int(by))


def _scaled_without_end(x: Dyadic | Finite | Infinity, n: Infinity) -> Outcome:
    if not n.negative:
        return INVALID if not isinstance(x, Infinity) and is_zero(x) else Infinity(x.negative)
    return INVALID if isinstance(x, Infinity) else Dyadic(x.negative, 0, 0)


def _scaled(radix: int, x: Dyadic | Finite, by: int) -> Outcome:
    if abs(by) > FARTHEST:
        return _far(radix, x, by)
    if radix != 10 and isinstance(x, Dyadic):
        return Dyadic(x.negative, x.significand, x.exponent + by * (radix.bit_length() - 1))
    return Finite(x.negative, finite_of(x).magnitude * Fraction(radix) ** by)


def _far(radix: int, x: Dyadic | Finite, by: int) -> Far:
    """``x * radix**by``, by the powers of two below and above that power."""
    leading = floor_log2(finite_of(x).magnitude)
    low, high = sorted(by * thousandths // 1000 for thousandths in _LOGARITHMS[radix])
    return Far(x.negative, leading + low - 1, leading + high + 2)


_LOGARITHMS = {2: (1000, 1000), 10: (3321, 3322), 16: (4000, 4000)}
"""Between how many thousandths the binary logarithm of a radix lies."""


def log(_rules: Rules, a: Operand) -> Outcome:
    """The exponent of the leading digit of ``a`` in the radix of its format (logB).

    Of a zero -inf, which raises divide by zero; of an infinity +inf.
    """
    return exponent(a[0].radix, read_operand(a))


def exponent(radix: int, x: Exact) -> Outcome:
    """The exponent of the leading digit of x."""
    if isinstance(x, NaN):
        return propagated(x)
    if isinstance(x, Infinity):
        return Infinity(False)
    if is_zero(x):
        return Raising(Infinity(True), Flags.DIVIDE_BY_ZERO)
    magnitude = finite_of(x).magnitude
    if radix == 10:
        leading = floor_log10_ratio(*magnitude.as_integer_ratio())
    else:
        leading = floor_log2(magnitude) // (radix.bit_length() - 1)
    return Dyadic(leading < 0, abs(leading), 0)
