"""A program without any rounding: each line exact, or enclosed as narrowly as needed.

Rational operations on rational numbers stay exact; what is irrational, or too long to be worked
with, is enclosed. All enclosures become narrower together, with the bits that they are given.
A conversion, which does nothing but round, does nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fpviz.core.arithmetic.operations import Dyadic, Exact, read_operand
from fpviz.core.arithmetic.rounding import Rounded, Rules, encode, encode_scaled
from fpviz.core.expressions.enclosing import Bounds, Enclosed, applied
from fpviz.core.expressions.program import Instruction, Program, Variable
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.numbers import Finite

MOST_BITS = 1 << 13
"""Binary digits of an enclosure; what they do not decide stays undecided."""

_WORK = 1 << 20
"""Binary digits of all enclosures of a program together."""


@dataclass(frozen=True)
class Exactly:
    """What the lines of a program are exactly, with the values that its variables have.

    ``formats`` are those that a machine has the lines in: what comes next to a number depends on
    them.
    """

    program: Program
    values: Mapping[str, Literal]
    formats: Sequence[Format]
    rules: Rules = Rules()
    _found: dict[int, tuple[Enclosed, ...]] = field(default_factory=dict, repr=False)

    @property
    def most_bits(self) -> int:
        """How many bits enclosures may have, with as many lines as there are."""
        return min(MOST_BITS, _WORK // len(self.program.lines))

    def lines(self, bits: int) -> tuple[Enclosed, ...]:
        """Each line; enclosures have ``bits`` binary digits, less what cancels."""
        if bits not in self._found:
            self._found[bits] = self._lines(bits)
        return self._found[bits]

    def _lines(self, bits: int) -> tuple[Enclosed, ...]:
        made: list[Enclosed] = []
        for line in self.program.lines:
            if not isinstance(line, Instruction):
                made.append(
                    exact_of(self.values[line.name] if isinstance(line, Variable) else line.literal)
                )
            elif line.operation is None:
                made.append(made[line.operands[0]])
            else:
                operands = [made[at] for at in line.operands]
                fmt = self.formats[line.operands[0]]
                made.append(applied(line.operation, operands, bits, self.rules, fmt))
        return tuple(made)


def exact_of(literal: Literal) -> Exact:
    """The exact number that a literal says."""
    if isinstance(literal, CodeLiteral):
        return read_operand(literal.operand)
    number = literal.number
    if isinstance(number, Finite):
        n, d = number.magnitude.as_integer_ratio()
        if not d & (d - 1):
            return Dyadic(number.negative, n, 1 - d.bit_length())
    return number


def rounded(fmt: Format, exact: Enclosed, rules: Rules) -> Rounded | None:
    """A value rounded once into ``fmt``; ``None`` where that is not decided."""
    if exact is None:
        return None
    if not isinstance(exact, Bounds):
        return _rounded(fmt, exact, rules)
    low, high = (_rounded(fmt, end, rules) for end in exact)
    return low if low.code == high.code else None


def _rounded(fmt: Format, exact: Exact, rules: Rules) -> Rounded:
    if not isinstance(exact, Dyadic):
        return encode(fmt, exact, rules)
    if not exact.significand:
        return encode(fmt, exact.number, rules)
    return encode_scaled(fmt, *exact, rules)
