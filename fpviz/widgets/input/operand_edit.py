"""The line in which an operand is typed: what it meant when it was typed, it means for good."""

from __future__ import annotations

from fpviz.core.literals import CodeLiteral, Context, Literal, code_source
from fpviz.core.text import exact_text
from fpviz.widgets.input.literal_edit import LiteralEdit


class OperandEdit(LiteralEdit):
    """A line edit whose text says the same in every format, once another one is active."""

    def set_context(self, context: Context) -> None:
        """Read texts as they stand there; what was typed before is written out if it must be."""
        meant = self.read(self.text()).literal
        known = self.active is not None
        super().set_context(context)
        now = self.read(self.text()).literal
        if known and meant is not None and (now is None or _operand(now) != _operand(meant)):
            self.setText(_written(meant))


def _operand(literal: Literal) -> tuple[object, ...]:
    return literal.operand if isinstance(literal, CodeLiteral) else (literal.number,)


def _written(literal: Literal) -> str:
    """An operand in a form that is read alike in every format."""
    if isinstance(literal, CodeLiteral):
        return code_source(*literal.operand).text
    return exact_text(literal.number)
