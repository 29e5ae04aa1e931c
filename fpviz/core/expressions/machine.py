"""A program as a machine executes it: line by line, in one format, each result rounded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.operations import Exact, Operand, convert, operate, read_operand
from fpviz.core.arithmetic.operations.formats_meant import formats_meant
from fpviz.core.arithmetic.rounding import Flags, Rules, encode
from fpviz.core.expressions.exactly import exact_of
from fpviz.core.expressions.program import Instruction, Line, Program, Variable
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral, Literal


class Done(NamedTuple):
    """What a line gave: a code of a format, the flags that it raised, and what was rounded."""

    format: Format
    code: int
    flags: Flags
    exact: Exact | Irrational

    @property
    def operand(self) -> Operand:
        """The code with its format, as operations take it."""
        return self.format, self.code


def executed(
    program: Program, values: Mapping[str, Literal], fmt: Format, rules: Rules = Rules()
) -> tuple[Done, ...]:
    """What each line gives in ``fmt``.

    Numbers, and variables that are numbers, are rounded into it first; codes are what they are,
    and an operation takes each in its own format (formatOf).
    """
    done: list[Done] = []
    for line in program.lines:
        done.append(_done(line, done, values, line_format(line, fmt), rules))
    return tuple(done)


def line_format(line: Line, fmt: Format) -> Format:
    """The format that a line delivers in, where ``fmt`` is the chosen one.

    An operation whose results are integers or truth values has a format of its own.
    """
    if isinstance(line, Variable):
        return fmt
    meant = line.format or fmt
    if isinstance(line, Instruction) and line.operation and line.operation.rule.result:
        return formats_meant(line.operation, meant).result
    return meant


def _done(
    line: Line, done: list[Done], values: Mapping[str, Literal], fmt: Format, rules: Rules
) -> Done:
    if not isinstance(line, Instruction):
        return _typed(values[line.name] if isinstance(line, Variable) else line.literal, fmt, rules)
    operands = [done[at].operand for at in line.operands]
    if line.operation is None:
        result = convert(fmt, operands[0], rules)
    else:
        result = operate(line.operation, fmt, operands, rules)
    return Done(fmt, result.code, result.flags, result.exact)


def _typed(literal: Literal, fmt: Format, rules: Rules) -> Done:
    """A typed number, rounded: no operation, whose result would be flushed; or a code."""
    if isinstance(literal, CodeLiteral):
        return Done(literal.format, literal.code, Flags.NONE, read_operand(literal.operand))
    rounded = encode(fmt, literal.number, replace(rules, flush=False))
    return Done(fmt, *rounded, exact_of(literal))
