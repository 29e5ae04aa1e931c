"""A result that is wrong, with all that may say why."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.core.arithmetic.operations import Operand, Operation, Result
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules
from fpviz.core.formats import Format
from fpviz.core.vectors.vector import Given, worked_out


@dataclass(frozen=True)
class Trial:
    """An operation whose result somebody gave, and what is right.

    ``before``: what was right in the lines before, the last one first. ``raised``: all flags that
    were raised in them.
    """

    operation: Operation | None
    format: Format
    operands: tuple[Operand, ...]
    rules: Rules
    given: Given
    right: Result
    before: tuple[Rounded, ...] = ()
    raised: Flags = Flags.NONE

    def by(self, rules: Rules) -> Result:
        """The same by other rules."""
        return worked_out(self.operation, self.format, self.operands, rules)

    def of(self, *operands: Operand) -> Result:
        """The same of other operands."""
        return worked_out(self.operation, self.format, operands, self.rules)

    def into(self, fmt: Format) -> Operand:
        """The same, rounded into another format."""
        return fmt, worked_out(self.operation, fmt, self.operands, self.rules).code
