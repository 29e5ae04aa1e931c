"""What is dragged in is copied: the program that it comes from keeps it.

Many programs propose that a drag moves. Who accepts what is proposed makes them delete it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QToolButton


def take_copy(event: QDropEvent) -> None:
    """Accept a drag or a drop as a copy, whatever else is proposed."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class DropLine(QLineEdit):
    """A line edit into which text can be dropped; within it, a drag moves."""

    def offer_clear(self) -> None:
        """Have a button that empties the line, by a name for those who do not see it."""
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._as_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._as_copy(event)

    def _as_copy(self, event: QDropEvent) -> None:
        if event.isAccepted() and event.source() is not self:
            take_copy(event)
