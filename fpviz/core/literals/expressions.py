"""The exact numbers of expressions: what a literal says that is more than one atom."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals.grammar import Grammar
from fpviz.core.numbers import Finite, Infinity, NaN, Number, finite


class Expression(Grammar[Number]):
    """A text as one exact ``number``.

    ``code`` is the format and the code if all of it is one ``format:code``, else ``None``;
    ``note`` says what suffixes did to the number. Raises LiteralError.
    """

    def __init__(self, text: str, written: str = "") -> None:
        super().__init__(text, written)
        self.code: tuple[Format, int] | None = None
        self.number = self.whole()

    def constant(self, number: Number, start: int) -> Number:
        return number

    def coded(self, fmt: Format, code: int, start: int) -> Number:
        if start == 0 and not self.rest():
            self.code = fmt, code
        return decode(fmt, code).number

    def binary(self, symbol: str, left: Number, right: Number, start: int) -> Number:
        if symbol == "-":
            right = _negated(right)
        return self.counted(_RESULTS[symbol](self.bounded(left), self.bounded(right)))

    def signed(self, sign: str, number: Number, start: int) -> Number:
        return _negated(number) if sign == "-" else number

    def power_of(self, base: Number, exponent: Number, start: int) -> Number:
        return self.raised(base, exponent)


def _negated(number: Number) -> Number:
    return replace(number, negative=not number.negative)


def _sum(a: Number, b: Number) -> Number:
    match a, b:
        case (NaN() as nan, _) | (_, NaN() as nan):
            return nan
        case Finite(), Finite():
            if a.is_zero and b.is_zero:
                return Finite(a.negative and b.negative, Fraction(0))
            return finite(a.value + b.value)
        case Infinity(), Infinity() if a.negative != b.negative:
            return NaN()
        case _:
            return a if isinstance(a, Infinity) else b


def _product(a: Number, b: Number) -> Number:
    negative = a.negative != b.negative
    match a, b:
        case (NaN() as nan, _) | (_, NaN() as nan):
            return nan
        case Finite(), Finite():
            return Finite(negative, a.magnitude * b.magnitude)
        case (Finite(magnitude=factor), _) | (_, Finite(magnitude=factor)) if not factor:
            return NaN()
        case _:
            return Infinity(negative)


def _quotient(a: Number, b: Number) -> Number:
    """``a / b``: a product with the reciprocal, where that of a zero is infinite and conversely."""
    inverse: Number = b
    match b:
        case Finite(negative, magnitude):
            inverse = Finite(negative, 1 / magnitude) if magnitude else Infinity(negative)
        case Infinity(negative):
            inverse = Finite(negative, Fraction(0))
    return _product(a, inverse)


_RESULTS = {"+": _sum, "-": _sum, "*": _product, "/": _quotient}
