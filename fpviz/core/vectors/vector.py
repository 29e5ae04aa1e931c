"""What a line says, and what lines are held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Operand, Operation, Result, convert, operate
from fpviz.core.arithmetic.operations.formats_meant import formats_meant, has_integers
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase

EXPECTED, GOT = "expected", "got"
"""What a result in a file is: one that somebody expects, or one that a unit gave."""


@dataclass(frozen=True, slots=True)
class Task:
    """What lines are checked for: an operation, with the formats of its operands and its result.

    ``operands`` are the formats, one for each; ``operation`` is ``None`` for a conversion.
    ``any_nan``: a NaN is right wherever one is due, whatever its sign and payload.
    """

    operation: Operation | None
    operands: tuple[Format, ...]
    result: Format
    rules: Rules = Rules()
    any_nan: bool = False

    @property
    def arity(self) -> int:
        """How many operands a line has."""
        return len(self.operands)


def task_of(
    operation: Operation | None,
    fmt: Format,
    operands: Format | None = None,
    to: Format | None = None,
) -> Task:
    """What lines are checked for, where ``fmt`` is named, and ``operands`` if theirs is another,
    or ``to`` if that of the result is.

    A comparison gives a truth value, a conversion to an integer an integer, and a count is one,
    whatever is named: as ``formats_meant`` has it. Raises Complaint.
    """
    if operation is None:
        return Task(None, (operands or fmt,), to or fmt)
    if operands and to is None and (has_integers(fmt) or not operation.rule.result):
        to = fmt
    return Task(operation, *formats_meant(operation, operands or fmt, to))


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
