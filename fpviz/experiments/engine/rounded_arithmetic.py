"""Arithmetic as a loop of training does it: each operation exact, then rounded into one format."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import isqrt

from fpviz.core.arithmetic.operations import (
    Dyadic,
    Exact,
    exact_product,
    exact_sum,
    negated,
    read_operand,
)
from fpviz.core.arithmetic.rounding import Rules, encode, encode_ratio, encode_scaled, goes_up
from fpviz.core.formats import Format
from fpviz.core.numbers import Number, finite


@dataclass(frozen=True)
class Machine:
    """Operations whose results are rounded into ``format`` by ``rules``.

    Operands are exact, whatever format they come from, and so are results: a loop of many steps
    needs a code but once a step.
    """

    format: Format
    rules: Rules = Rules()

    def of(self, number: Number | Fraction | int) -> Exact:
        """A number rounded into the format."""
        exact = finite(number) if isinstance(number, Fraction | int) else number
        return self.read(encode(self.format, exact, self.rules).code)

    def of_float(self, value: float) -> Exact:
        """A finite binary64 rounded into the format."""
        numerator, denominator = value.as_integer_ratio()
        exponent = 1 - denominator.bit_length()
        return self.round(Dyadic(numerator < 0, abs(numerator), exponent))

    def read(self, code: int) -> Exact:
        """What a code of the format says."""
        return read_operand((self.format, code))

    def code(self, value: Exact) -> int:
        """The code of a value of the format."""
        if not (isinstance(value, Dyadic) and value.significand):
            return self._encode(value)
        negative, significand, exponent = value
        leading = significand.bit_length() + exponent - 1
        if leading < self._emin:
            return self._encode(value)  # the rules may flush it
        quantum = self._quanta[leading]
        places = exponent - quantum
        significand = significand << places if places >= 0 else significand >> -places
        code = self.format.code_of(significand, quantum, negative)
        return self._encode(value) if code is None else code

    def round(self, exact: Exact) -> Exact:
        """A number rounded into the format."""
        if not (isinstance(exact, Dyadic) and exact.significand):
            return self.read(self._encode(exact))
        negative, significand, exponent = exact
        leading = significand.bit_length() + exponent - 1
        if not self._emin <= leading < self._emax or (negative and not self.format.signed):
            return self.read(self._encode(exact))  # subnormal or near overflow: the rules decide
        drop = self._quanta[leading] - exponent
        if drop <= 0:
            return exact
        whole = 1 << drop
        rest = significand & (whole - 1)
        significand >>= drop
        if rest:
            significand += goes_up(self.rules, negative, significand & 1, rest, whole)
        return Dyadic(negative, significand, exponent + drop)

    def _encode(self, exact: Exact) -> int:
        if isinstance(exact, Dyadic) and exact.significand:
            return encode_scaled(self.format, *exact, self.rules).code
        return encode(self.format, number_of(exact), self.rules).code

    @cached_property
    def _quanta(self) -> _Quanta:
        return _Quanta(self.format)

    @cached_property
    def _emin(self) -> int:
        """From where on binades are even: beyond all values, where they never are."""
        return self.format.emin if self.format.has_even_binades else self.format.emax + 1

    @cached_property
    def _emax(self) -> int:
        return self.format.emax

    def add(self, a: Exact, b: Exact) -> Exact:
        """``a + b``."""
        return self.round(exact_sum(a, b, self.rules.rounding))

    def subtract(self, a: Exact, b: Exact) -> Exact:
        """``a - b``."""
        return self.round(exact_sum(a, negated(b), self.rules.rounding))

    def multiply(self, a: Exact, b: Exact) -> Exact:
        """``a * b``."""
        return self.round(exact_product(a, b))

    def fma(self, a: Exact, b: Exact, c: Exact) -> Exact:
        """``a * b + c``, the product not rounded."""
        return self.round(exact_sum(exact_product(a, b), c, self.rules.rounding))

    def root(self, square: Fraction) -> Exact:
        """The square root of a rational that is not negative."""
        if not square:
            return self.of(0)
        size = square.numerator.bit_length() - square.denominator.bit_length()
        shift = self.format.precision + 4 - size // 2
        scaled = square * Fraction(4) ** shift
        root = isqrt(scaled.numerator // scaled.denominator)
        # One more bit says whether anything was cut off: rounding needs no more of the rest.
        value = Fraction(2 * root + (root * root != scaled), 2) / Fraction(2) ** shift
        code = encode_ratio(self.format, False, *value.as_integer_ratio(), self.rules).code
        return self.read(code)


class _Quanta(dict[int, int]):
    """The format's ``quantum_at``, remembered: a loop asks for few exponents, many times each."""

    def __init__(self, fmt: Format) -> None:
        self._format = fmt

    def __missing__(self, exponent: int) -> int:
        quantum = self[exponent] = self._format.quantum_at(exponent)
        return quantum


def number_of(result: Exact) -> Number:
    """The same as an exact number of the kind that literals and codes say."""
    return result.number if isinstance(result, Dyadic) else result


def value_of(result: Exact) -> Fraction | None:
    """The rational that it is; ``None`` where it is not finite."""
    return result.number.value if isinstance(result, Dyadic) else None
