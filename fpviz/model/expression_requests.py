"""What somebody wants to see evaluated."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ExpressionRequests(QObject):
    """Carries expressions from where they are typed to who evaluates them, and is there by then.

    ``pending`` is the last one, until it has been taken.

    Signals:
        wanted(str): this expression shall be evaluated.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pending = ""

    def ask(self, text: str) -> None:
        """Ask for an expression."""
        self.pending = text
        self.wanted.emit(text)
