"""From what an operation makes of its operands to a code and flags."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.arithmetic.enclosures import Irrational, encode_enclosed
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    Outcome,
    Raising,
    Unrounded,
    number_of,
    read_operand,
)
from fpviz.core.arithmetic.operations.taking import taken
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, encode, encode_scaled
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Infinity, NaN, Number


@dataclass(frozen=True, slots=True)
class Result:
    """What an operation gives: the exact result, and the code and flags after rounding it."""

    exact: Exact | Irrational
    code: int
    flags: Flags

    @property
    def number(self) -> Number:
        """The exact result, before rounding. Raises TypeError where no fraction is."""
        if not isinstance(self.exact, Dyadic | Finite | Infinity | NaN):
            raise TypeError("an irrational result is no exact number")
        return number_of(self.exact)


def delivered(fmt: Format, outcome: Outcome, rules: Rules) -> Result:
    """What an operation gives in the format ``fmt``."""
    match outcome:
        case Dyadic():
            return Result(outcome, *_dyadic(fmt, outcome, rules))
        case Finite() | Infinity() | NaN():
            return Result(outcome, *encode(fmt, outcome, rules))
        case Raising(exact, flags):
            rounded = delivered(fmt, exact, rules)
            return Result(exact, rounded.code, rounded.flags | flags)
        case Unrounded():
            return _unrounded(fmt, outcome, rules)
        case _:
            return Result(outcome, *encode_enclosed(fmt, outcome, rules))


def _dyadic(fmt: Format, exact: Dyadic, rules: Rules) -> Rounded:
    negative, significand, exponent = exact
    if not significand:
        return encode(fmt, Finite(negative, Fraction(0)), rules)
    return encode_scaled(fmt, negative, significand, exponent, rules)


def _unrounded(fmt: Format, result: Unrounded, rules: Rules) -> Result:
    if fmt.key == result.format.key:
        return Result(read_operand(result), result.code, Flags.NONE)
    return delivered(fmt, read_operand(taken(result, rules)), rules)
