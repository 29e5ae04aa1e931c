"""What another panel wants to see worked out, digit by digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # a window is there before the first sheet is asked for
    from collections.abc import Sequence

    from fpviz.core.arithmetic.operations import Operand
    from fpviz.core.formats import Format


class SheetRequest(NamedTuple):
    """An operation by its name, the format of its result, and its operands as texts.

    The texts are read alike whatever format is active.
    """

    operation: str
    format: Format
    operands: tuple[str, ...]


class SheetRequests(QObject):
    """Carries wishes from whoever has an operation to whoever works it out, and is there by then.

    ``pending`` is the last one, until it has been taken.

    Signals:
        wanted(SheetRequest): this shall be shown, and be what is worked out from now on.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.pending: SheetRequest | None = None

    def ask(self, operation: str, fmt: Format, operands: Sequence[Operand]) -> None:
        """Ask for the sheet of an operation on codes."""
        texts = (f"{each.name}:{each.code_text(code)}" for each, code in operands)
        self.ask_for(operation, fmt, tuple(texts))

    def ask_for(self, operation: str, fmt: Format, texts: tuple[str, ...]) -> None:
        """Ask for the sheet of an operation on what texts say."""
        self.pending = SheetRequest(operation, fmt, texts)
        self.wanted.emit(self.pending)
