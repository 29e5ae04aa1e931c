"""Add, subtract, multiply and fused multiply-add (IEEE 754-2019, 5.4.1) on codes of any formats.

Each operand stands in its own format and the result in another: an operation is exact first and
rounded once (formatOf operations). Integers alone are used on the way.

Decisions where the standard leaves room, or a format has not what the standard takes for granted:

- A NaN operand gives the first NaN among the operands, in their order: its sign and the leading
  bits of its payload, as a conversion keeps them, made quiet (6.2.3). A signalling NaN anywhere
  raises invalid (6.2). An invalid operation gives the positive NaN without payload; so does
  fma(0, inf, c) for every c, and it raises invalid even if c is a quiet NaN (7.2 lets both).
- An exact sum of zero is +0, or -0 when rounding downward, unless both terms are zeros of the same
  sign, which they keep (6.3). To-odd and stochastic rounding, unknown to the standard, give +0.
- Subtracting a NaN does not change its sign.
- What the result's format has not, ``encode`` replaces as it does for any number: an infinity by
  NaN or the largest number, a NaN by the largest number, -0 by 0, a zero or a negative number in
  an unsigned format by NaN; all of them but -0 raise invalid.
- ``Rules.flush`` works on results, ``Rules.daz`` on operands, which otherwise count for what they
  are: two switches of real hardware, FTZ and DAZ. Neither asks how a value was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, encode, encode_scaled
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import NumberClass, decode
from fpviz.core.literals import Literal, NumberLiteral
from fpviz.core.numbers import Finite, Infinity, NaN, Number, finite, power_of_two

Operand = tuple[Format, int]
"""A code with its format."""


class Operation(Enum):
    """An operation on codes; its name is what the command line calls it."""

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    FMA = "fma"

    @property
    def arity(self) -> int:
        """How many operands it takes."""
        return 3 if self is Operation.FMA else 2


CONVERT = "convert"
"""What is worked out like an operation and is none: rounding a value into a format."""

OPERANDS = {CONVERT: 1, **{each.value: each.arity for each in Operation}}
"""How many operands each takes, by its name."""


class Dyadic(NamedTuple):
    """``significand * 2**exponent`` with a sign, which a zero keeps."""

    negative: bool
    significand: int
    exponent: int

    @property
    def number(self) -> Finite:
        """The same as an exact number of the kind that literals and codes say."""
        return Finite(self.negative, self.significand * power_of_two(self.exponent))


Exact = Dyadic | Finite | Infinity | NaN
"""An operand as it is read, or a result before it is rounded; ``Finite`` where decimals are."""

_INVALID = NaN(quiet=False, payload_width=0)
"""What an invalid operation yields: a NaN that signals, so that delivering it raises the flag."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an operation gives: the exact result, and the code and flags after rounding it."""

    exact: Exact
    code: int
    flags: Flags

    @property
    def number(self) -> Number:
        """The exact result, before rounding."""
        return self.exact.number if isinstance(self.exact, Dyadic) else self.exact


def add(fmt: Format, a: Operand, b: Operand, rules: Rules = Rules()) -> Result:
    """``a + b`` rounded once into ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> fp16, fp32 = find_format("fp16"), find_format("fp32")
    >>> hex(add(fp16, (fp16, 0x3C80), (fp16, 0x2FF9)).code)
    '0x3d00'
    >>> hex(add(fp32, (fp32, 0x3F900000), (fp16, 0x2FF9)).code)
    '0x3f9ff200'
    """
    return _deliver(fmt, exact_sum(read_operand(a), read_operand(b), rules.rounding), rules)


def subtract(fmt: Format, a: Operand, b: Operand, rules: Rules = Rules()) -> Result:
    """``a - b`` rounded once into ``fmt``."""
    opposite = negated(read_operand(b))
    return _deliver(fmt, exact_sum(read_operand(a), opposite, rules.rounding), rules)


def multiply(fmt: Format, a: Operand, b: Operand, rules: Rules = Rules()) -> Result:
    """``a * b`` rounded once into ``fmt``."""
    return _deliver(fmt, exact_product(read_operand(a), read_operand(b)), rules)


def fma(fmt: Format, a: Operand, b: Operand, c: Operand, rules: Rules = Rules()) -> Result:
    """``a * b + c`` rounded once into ``fmt``: the product is not rounded."""
    product = exact_product(read_operand(a), read_operand(b))
    return _deliver(fmt, exact_sum(product, read_operand(c), rules.rounding), rules)


def convert(fmt: Format, a: Operand, rules: Rules = Rules()) -> Result:
    """``a`` rounded once into ``fmt`` (convertFormat, 5.4.2), as an operation takes it."""
    return _deliver(fmt, read_operand(taken(a, rules)), rules)


def operate(
    operation: Operation, fmt: Format, operands: Sequence[Operand], rules: Rules = Rules()
) -> Result:
    """``operation`` on as many operands as it takes. Raises ValueError for another number."""
    if len(operands) != operation.arity:
        raise ValueError(f"{operation.value} takes {operation.arity} operands")
    operands = [taken(operand, rules) for operand in operands]
    if operation is Operation.FMA:
        return fma(fmt, operands[0], operands[1], operands[2], rules)
    binary = {Operation.ADD: add, Operation.SUBTRACT: subtract, Operation.MULTIPLY: multiply}
    return binary[operation](fmt, operands[0], operands[1], rules)


def taken(operand: Operand, rules: Rules) -> Operand:
    """The operand as an operation takes it: with ``daz``, a zero of its sign where it is subnormal.

    DAZ is a rule of operands as FTZ is one of results, and an operand is a code with its format.
    To convert it into another format is an operation, too, as CVTSS2SD of x86 and FCVT of Arm
    have it. So the value of a code does not depend on how it was written, and

    - a code that is shown in its own format stands as it is: nothing has read it;
    - shown in another format it has been converted: what is subnormal is a zero there;
    - a typed number, with a suffix or without, is no code, and is rounded from what it is. What it
      is rounded to is one, and counts as a zero for the operation that reads it next, as the same
      code does when typed;
    - no flag is raised: a zero is exact.

    Here the rule is one for all formats. Machines have exceptions: VCVTPH2PS of x86 reads the
    subnormal numbers of binary16 whatever DAZ says.
    """
    fmt, code = operand
    if not rules.daz or fmt.number_class(code) is not NumberClass.SUBNORMAL:
        return operand
    return fmt, fmt.code_at(0, fmt.sign_and_place(code)[0])


def read_source(source: Literal, rules: Rules) -> Number:
    """The number that a conversion of ``source`` rounds: of a code, as it is ``taken``."""
    if isinstance(source, NumberLiteral):
        return source.number
    used = taken(source.operand, rules)
    return source.number if used == source.operand else decode(*used).number


def read_operand(operand: Operand) -> Exact:
    """What a code stands for. Raises ValueError if it is wider than its format."""
    fmt, code = operand
    if fmt.base == 2 and code >> fmt.width == 0 and fmt.is_finite(code):
        negative, place = fmt.sign_and_place(code)
        return Dyadic(negative, *fmt.scaled(place, negative))
    return decode(fmt, code).number


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
        return _propagated(a, b)
    if isinstance(a, Infinity) and isinstance(b, Infinity):
        return a if a.negative == b.negative else _INVALID
    if isinstance(a, Infinity) or isinstance(b, Infinity):
        return a if isinstance(a, Infinity) else b
    return _sum_of_finites(_finite(a), _finite(b), rounding)


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
        return _propagated(a, b)
    negative = a.negative != b.negative
    if not (isinstance(a, Infinity) or isinstance(b, Infinity)):
        return Finite(negative, _finite(a).magnitude * _finite(b).magnitude)
    if any(not isinstance(each, Infinity) and _finite(each).is_zero for each in (a, b)):
        return _INVALID
    return Infinity(negative)


def _finite(term: Dyadic | Finite) -> Finite:
    return term.number if isinstance(term, Dyadic) else term


def _propagated(*terms: Exact) -> NaN:
    """The first NaN; signalling if any of them is, so that delivering it raises invalid."""
    nans = [term for term in terms if isinstance(term, NaN)]
    return replace(nans[0], quiet=all(nan.quiet for nan in nans))


def _deliver(fmt: Format, exact: Exact, rules: Rules) -> Result:
    rounded = _rounded(fmt, exact, rules)
    return Result(exact, rounded.code, rounded.flags)


def _rounded(fmt: Format, exact: Exact, rules: Rules) -> Rounded:
    if not isinstance(exact, Dyadic):
        return encode(fmt, exact, rules)
    negative, significand, exponent = exact
    if not significand:
        return encode(fmt, Finite(negative, Fraction(0)), rules)
    return encode_scaled(fmt, negative, significand, exponent, rules)
