"""A widget that may be given less room than it needs: the rest is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from fpviz.widgets.look.style import em, scroll_sheet
from fpviz.widgets.look.theme import Theme

_LEAST = (14, 3)
"""The width and the height that are always seen, in lines of text."""


class Scrolled(QScrollArea):
    """Large text in a small window shows part of the widget rather than make the window larger."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(widget)
        self._widget = widget

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_sheet(theme))

    def sizeHint(self) -> QSize:
        return self._widget.sizeHint()

    def minimumSizeHint(self) -> QSize:
        line = em(self.font())
        return QSize(*(round(each * line) for each in _LEAST))
