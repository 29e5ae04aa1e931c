"""From what an operation makes of its operands to a code and flags."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from fpviz.core.arithmetic.enclosures import Irrational, encode_enclosed
from fpviz.core.arithmetic.operands import taken
from fpviz.core.arithmetic.operations.exact import (
    Chosen,
    Dyadic,
    Exact,
    Outcome,
    Raising,
    Unrounded,
    Whole,
    read_operand,
)
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import (
    Flags,
    Rounded,
    Rules,
    encode,
    encode_scaled,
    wraps_around,
)
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Infinity, NaN, Number


@dataclass(frozen=True, slots=True)
class Result:
    """What an operation gives: the exact result, and the code and flags after rounding it."""

    exact: Exact | Irrational
    code: int
    flags: Flags

    @property
    def number(self) -> Number | Irrational:
        """The exact result, before rounding."""
        return self.exact.number if isinstance(self.exact, Dyadic) else self.exact


def delivered(fmt: Format, outcome: Outcome, rules: Rules) -> Result:
    """What an operation gives in the format ``fmt``."""
    match outcome:
        case Dyadic():
            return Result(outcome, *_dyadic(fmt, outcome, rules))
        case Finite() | Infinity() | NaN():
            return Result(outcome, *encode(fmt, outcome, rules))
        case Raising(raising, flags):
            result = delivered(fmt, raising, rules)
            return replace(result, flags=result.flags | flags)
        case Chosen(exact):
            unflushed = delivered(fmt, exact, replace(rules, flush=False))
            return delivered(fmt, exact, rules) if unflushed.flags else unflushed
        case Whole():
            return _whole(fmt, outcome, rules)
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


def _whole(fmt: Format, result: Whole, rules: Rules) -> Result:
    """An integer where only integers are: one that is not there is invalid (5.8).

    What it becomes, the standard leaves open. Arm, RISC-V, CUDA, WebAssembly and Rust take the
    nearest that there is; so do these rules, but for two of overflow:

    - ``nan``: the integer that stands for none, as on x86 ("integer indefinite"): the least one,
      or, without a sign, the largest one;
    - ``wrap``: what is left of a division by 2 to the width, as FJCVTZS of Arm and ECMAScript have
      it; of an infinity 0.

    A NaN becomes 0, as on Arm and in CUDA, and under ``nan`` the same as all that is not there.
    RISC-V makes the largest integer of it.
    """
    given = delivered(fmt, result.exact, replace(rules, flush=False))
    if not given.flags & (Flags.OVERFLOW | Flags.INVALID):
        return replace(given, flags=given.flags | result.flags)
    return Result(result.exact, _no_integer(fmt, result.exact, given.code, rules), Flags.INVALID)


def _no_integer(fmt: Format, exact: Exact, code: int, rules: Rules) -> int:
    if rules.overflow is Overflow.NAN:
        return fmt.code_at(fmt.last_place(fmt.signed), fmt.signed)
    if isinstance(exact, Infinity) and wraps_around(fmt, rules):
        return fmt.code_at(0)
    if isinstance(exact, NaN) or wraps_around(fmt, rules):
        return code
    return delivered(fmt, exact, replace(rules, overflow=Overflow.SATURATE)).code
