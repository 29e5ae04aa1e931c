"""What a line says, and what lines are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Operand, Operation, Result, convert, operate
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase

EXPECTED, GOT = "expected", "got"
"""What a result in a file is: one that somebody expects, or one that a unit gave."""


@dataclass(frozen=True, slots=True)
class Task:
    """What lines are checked for: an operation, with the formats of its operands and its result.

    ``operation`` is ``None`` for a conversion of the one format into the other.
    ``any_nan``: a NaN is right wherever one is due, whatever its sign and payload.
    """

    operation: Operation | None
    operands: Format
    result: Format
    rules: Rules = Rules()
    any_nan: bool = False

    @property
    def arity(self) -> int:
        """How many operands a line has."""
        return 1 if self.operation is None else self.operation.arity


def worked_out(
    operation: Operation | None, fmt: Format, operands: Sequence[Operand], rules: Rules
) -> Result:
    """What an operation, or a conversion, gives in a format."""
    if operation is None:
        return convert(fmt, operands[0], rules)
    return operate(operation, fmt, operands, rules)


class Given(NamedTuple):
    """A result as a line gives it; ``flags`` is ``None`` where it gives none.

    ``name`` says whose it is, ``EXPECTED`` or ``GOT``; ``any_nan``, that it was written ``nan``.
    """

    name: str
    code: int
    flags: Flags | None = None
    any_nan: bool = False


class Vector(NamedTuple):
    """A line: its operands, the results that it gives, and its own rounding if it names one."""

    line: int
    operands: tuple[Operand, ...]
    given: tuple[Given, ...]
    rounding: Rounding | None = None


class Unread(NamedTuple):
    """A line that is none, and why."""

    line: int
    why: Phrase
