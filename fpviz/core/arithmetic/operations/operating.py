"""Operations on codes of any formats, rounded once into another."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.core.arithmetic.operands import Operand, taken
from fpviz.core.arithmetic.operations.delivering import Result, delivered
from fpviz.core.arithmetic.operations.exact import read_operand, ruled
from fpviz.core.arithmetic.operations.table import Operation
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.numbers import NaN


def operate(
    operation: Operation, fmt: Format, operands: Sequence[Operand], rules: Rules = Rules()
) -> Result:
    """``operation`` on as many operands as it takes. Raises ValueError for another number."""
    rule = operation.rule
    if len(operands) != rule.arity:
        raise ValueError(f"{rule.key} takes {rule.arity} operands")
    found = rule.exact(rules, *[rule.reads(operand, rules) for operand in operands])
    if isinstance(found, NaN):
        found = ruled(found, [read_operand(operand) for operand in operands], rules)
    return delivered(fmt, found, rules)


def convert(fmt: Format, a: Operand, rules: Rules = Rules()) -> Result:
    """``a`` rounded once into ``fmt`` (convertFormat, 5.4.2), as an operation takes it."""
    return delivered(fmt, read_operand(taken(a, rules)), rules)


def add(fmt: Format, a: Operand, b: Operand, rules: Rules = Rules()) -> Result:
    """``a + b`` rounded once into ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> fp16, fp32 = find_format("fp16"), find_format("fp32")
    >>> hex(add(fp16, (fp16, 0x3C80), (fp16, 0x2FF9)).code)
    '0x3d00'
    >>> hex(add(fp32, (fp32, 0x3F900000), (fp16, 0x2FF9)).code)
    '0x3f9ff200'
    """
    return _untaken(Operation.ADD, fmt, (a, b), rules)


def subtract(fmt: Format, a: Operand, b: Operand, rules: Rules = Rules()) -> Result:
    """``a - b`` rounded once into ``fmt``."""
    return _untaken(Operation.SUBTRACT, fmt, (a, b), rules)


def multiply(fmt: Format, a: Operand, b: Operand, rules: Rules = Rules()) -> Result:
    """``a * b`` rounded once into ``fmt``."""
    return _untaken(Operation.MULTIPLY, fmt, (a, b), rules)


def fma(fmt: Format, a: Operand, b: Operand, c: Operand, rules: Rules = Rules()) -> Result:
    """``a * b + c`` rounded once into ``fmt``: the product is not rounded."""
    return _untaken(Operation.FMA, fmt, (a, b, c), rules)


def _untaken(
    operation: Operation, fmt: Format, operands: Sequence[Operand], rules: Rules
) -> Result:
    """The same where operands count for what they are, whatever DAZ says."""
    terms = [read_operand(operand) for operand in operands]
    return delivered(fmt, ruled(operation.rule.exact(rules, *terms), terms, rules), rules)
