"""The line in which a value is typed, or the name of one."""

from __future__ import annotations

from collections.abc import Callable

from fpviz.core.literals import Literal
from fpviz.widgets.input.operand_edit import OperandEdit
from fpviz.widgets.input.verdict import Typed, Verdict

Named = Callable[[str], Literal | None]
"""The value that a text names; ``None`` where it names none."""


class NamedEdit(OperandEdit):
    """A line edit for a literal, in which names stand for values."""

    _named: Named | None = None

    def set_names(self, named: Named) -> None:
        """Read names as these; what one stands for may be another by now."""
        self._named = named
        self._judge()

    def read(self, text: str) -> Typed:
        literal = self._named(text) if self._named is not None and text.strip() else None
        return super().read(text) if literal is None else Typed(Verdict.VALID, literal)
