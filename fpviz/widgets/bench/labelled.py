"""Controls behind what they are called."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme


class Labelled(QWidget):
    """A label, which is that of the first control, and controls side by side."""

    def __init__(self, text: str, *controls: QWidget) -> None:
        super().__init__()
        self._label = QLabel(text)
        self._label.setFont(word_font(self.font(), 0.9))
        self._label.setBuddy(controls[0])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for each in (self._label, *controls):
            row.addWidget(each)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._label.setStyleSheet(f"color: {theme.dim}; border: none")
