"""What the table of the bench shows beside values, as far as other panels follow it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fpviz.core.formats import Format


class TableLook(QObject):
    """The format whose errors are shown, if one is.

    Signals:
        changed(): it is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.errors: Format | None = None

    def show_errors(self, other: Format | None) -> None:
        """Show the errors of a format, or none."""
        if other != self.errors:
            self.errors = other
            self.changed.emit()
