"""A line of text that copies whole, however little of it has room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from fpviz.widgets.look.style import number_font

_LONGEST = 20_000
"""Characters of a text with the keyboard that the line shows."""


class WholeLine(QLineEdit):
    """A read-only text that shows its beginning and copies whole."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrame(False)
        self.setMaxLength(1 << 24)
        self.setAccessibleName(name)
        self.setFont(number_font(self.font(), 0.95))
        self.setTextMargins(0, 0, 0, 0)
        self.setMinimumWidth(40)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the view has one for all
        self._whole = ""

    @property
    def whole(self) -> str:
        """The complete text, also where the line shows only its ends."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show a text; the same one again costs nothing."""
        if text == self._whole:
            return
        self._whole = text
        self._fit()
        self.setToolTip(self._whole if len(self._whole) <= 1000 else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the text, cut with an ellipsis where it has no room; whole with the keyboard."""
        text = self._whole
        if len(text) > _LONGEST:
            text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
        if not self.hasFocus():
            room = self.width() - 6
            text = self.fontMetrics().elidedText(text[:400], Qt.TextElideMode.ElideRight, room)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            QGuiApplication.clipboard().setText(self._whole)
        else:
            super().keyPressEvent(event)
