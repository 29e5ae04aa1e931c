"""Operands as operations and conversions take them: subnormal ones may count as zeros (DAZ)."""

from __future__ import annotations

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import NumberClass, decode
from fpviz.core.literals import Literal, NumberLiteral
from fpviz.core.numbers import Number

Operand = tuple[Format, int]
"""A code with its format."""


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
