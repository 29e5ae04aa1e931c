"""What an expression is when it has been read: a listing of operations, as a compiler makes one.

Each line has a place, which later lines name as their operand: no line looks ahead, so that what
a machine does is a loop, however deep the brackets were. The tree is there all the same: the
operands of a line are its branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from fpviz.core.arithmetic.operations import CONVERT, Operation
from fpviz.core.formats import Format
from fpviz.core.literals import Literal
from fpviz.core.phrase import Complaint, Phrase

MAX_LINES = 4096
"""Lines of a program: of numbers, variables and operations together."""


class TextSpan(NamedTuple):
    """Where something stands in the text: the characters from ``start`` up to ``end``."""

    start: int
    end: int


class ExpressionError(Complaint):
    """A text that is no expression, or one that cannot be evaluated.

    ``span`` is where; ``is_incomplete`` says that typing on may complete it.
    """

    def __init__(self, phrase: Phrase, span: TextSpan, is_incomplete: bool = False) -> None:
        super().__init__(phrase)
        self.span = span
        self.is_incomplete = is_incomplete


@dataclass(frozen=True, slots=True)
class Constant:
    """A number or a code as typed; a machine rounds a number into ``format``, or the chosen one."""

    span: TextSpan
    literal: Literal
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable whose value is given from outside, where it first stands in the text."""

    span: TextSpan
    name: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """An operation on the lines at the places ``operands``; ``None`` for a conversion.

    Its result is rounded into ``format``, or into the chosen one where that is ``None``.
    """

    span: TextSpan
    operation: Operation | None
    operands: tuple[int, ...]
    format: Format | None = None

    @property
    def name(self) -> str:
        """The operation as the command line calls it."""
        return CONVERT if self.operation is None else self.operation.value


Line = Constant | Variable | Instruction


@dataclass(frozen=True)
class Program:
    """The lines of a text, in the order in which a machine executes them.

    ``results`` are the places of the last statement's value: one, or those of a list.
    ``assigned`` names places, as the text does. Spans count in ``text``, which is the text as it
    was read: with ``½`` written out, and ``10³`` as ``10^(3)``.
    """

    text: str
    lines: tuple[Line, ...]
    results: tuple[int, ...]
    is_list: bool = False
    assigned: tuple[tuple[int, str], ...] = ()

    @cached_property
    def inputs(self) -> tuple[str, ...]:
        """The names of the variables that want a value, in the order of the text."""
        return tuple(line.name for line in self.lines if isinstance(line, Variable))

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """The places of the operations."""
        return tuple(at for at, line in enumerate(self.lines) if isinstance(line, Instruction))

    @cached_property
    def uses(self) -> tuple[tuple[int, ...], ...]:
        """For each place, the places of the operations that read it; twice for ``x*x``."""
        found: list[list[int]] = [[] for _ in self.lines]
        for at in self.steps:
            for operand in self.step(at).operands:
                found[operand].append(at)
        return tuple(map(tuple, found))

    def step(self, at: int) -> Instruction:
        """The operation at a place. Raises TypeError where none is."""
        line = self.lines[at]
        if not isinstance(line, Instruction):
            raise TypeError(f"no operation stands at {at}")
        return line

    def said(self, at: int) -> str:
        """What a line says, in the words of the text."""
        return self.text[slice(*self.lines[at].span)]

    def names(self, at: int) -> Sequence[str]:
        """The names that the text gives to a line."""
        line = self.lines[at]
        own = [line.name] if isinstance(line, Variable) else []
        return [*own, *(name for place, name in self.assigned if place == at)]
