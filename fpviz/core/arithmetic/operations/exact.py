"""What operations work on: operands as they are read, and results before they are rounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.nan_rules import INVALID, Nans
from fpviz.core.arithmetic.operands import Operand
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, Infinity, NaN, Number, scaled


class Dyadic(NamedTuple):
    """``significand * 2**exponent`` with a sign, which a zero keeps."""

    negative: bool
    significand: int
    exponent: int

    @property
    def number(self) -> Finite:
        """The same as an exact number of the kind that literals and codes say."""
        return Finite(self.negative, scaled(self.significand, self.exponent, 2))

    @property
    def leading(self) -> int:
        """The exponent of the leading binary digit; of zero that of the place before the last."""
        return self.significand.bit_length() - 1 + self.exponent


Exact = Dyadic | Finite | Infinity | NaN
"""An operand as it is read, or a result before it is rounded; ``Finite`` where decimals are."""


class Chosen(NamedTuple):
    """An operand that is the result: where it is in the format, it is not flushed."""

    exact: Exact


class Whole(NamedTuple):
    """An integer for a format of integers: where that lacks it, the operation is invalid.

    ``flags`` are those of the rounding to an integer, which an invalid operation does not raise.
    """

    exact: Exact
    flags: Flags


class Raising(NamedTuple):
    """A result whose operation raises flags, whatever its rounding adds to them."""

    outcome: Exact | Chosen
    flags: Flags


class Unrounded(NamedTuple):
    """A code that is the result as it stands, and raises nothing; only another format rounds it."""

    format: Format
    code: int


Outcome = Exact | Irrational | Raising | Chosen | Whole | Unrounded
"""What an operation makes of its operands, before the format of the result and the rules."""


def read_operand(operand: Operand) -> Exact:
    """What a code stands for. Raises ValueError if it is wider than its format."""
    fmt, code = operand
    if fmt.base == 2 and code >> fmt.width == 0 and fmt.is_finite(code):
        negative, place = fmt.sign_and_place(code)
        return Dyadic(negative, *fmt.scaled(place, negative))
    return decode(fmt, code).number


def number_of(exact: Exact) -> Number:
    """The same as an exact number of the kind that literals and codes say."""
    return exact.number if isinstance(exact, Dyadic) else exact


def finite_of(term: Dyadic | Finite) -> Finite:
    """The same as a fraction with its sign."""
    return term.number if isinstance(term, Dyadic) else term


def is_zero(term: Dyadic | Finite) -> bool:
    """Whether a number is a zero of any sign."""
    return not (term.significand if isinstance(term, Dyadic) else term.magnitude)


def negated(term: Exact) -> Exact:
    """``-term``; a NaN as it is."""
    match term:
        case Dyadic(negative, significand, exponent):
            return Dyadic(not negative, significand, exponent)
        case Finite(negative, magnitude):
            return Finite(not negative, magnitude)
        case Infinity(negative):
            return Infinity(not negative)
        case _:
            return term


def ruled(outcome: Outcome, operands: Sequence[Exact], rules: Rules) -> Outcome:
    """The outcome of an operation with these operands; if it is a NaN, the one that the rule of
    NaNs has for it."""
    if not isinstance(outcome, NaN) or rules.nans is Nans.FIRST:
        return outcome
    nan, invalid = rules.nans.rule.given(operands, outcome)
    if nan == INVALID or not invalid:
        return nan
    return Raising(replace(nan, quiet=True), Flags.INVALID)


def propagated(*terms: Exact) -> NaN:
    """The first NaN; signalling if any of them is, so that delivering it raises invalid."""
    nans = [term for term in terms if isinstance(term, NaN)]
    return replace(nans[0], quiet=all(nan.quiet for nan in nans))
