"""A view that may show what is no longer asked for: then it lies under a veil, with the reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fpviz.widgets.style import word_font
from fpviz.widgets.theme import Theme

_THICKNESS = 0.55


class Veiled(QWidget):
    """Holds a view, which stays in use under the veil."""

    def __init__(self, view: QWidget, theme: Theme) -> None:
        super().__init__()
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setFont(word_font(self.font(), 0.9))
        self._reason.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._reason)
        layout.addWidget(view, 1)
        self._veil = _Veil(view)
        self.set_theme(theme)

    @property
    def reason(self) -> str:
        """Why the veil is there; nothing where there is none."""
        return self._reason.text()

    def veil(self, reason: str) -> None:
        """Let a veil lie over the view for a reason; without one, take it away."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._veil.setVisible(bool(reason))
        self._veil.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._reason.setStyleSheet(
            f"color: {theme.ink}; border-bottom: 1px solid {theme.line}; padding: 5px 12px;"
        )
        self._veil.colour = theme.panel
        self._veil.update()


class _Veil(QWidget):
    """Lies over a widget, and lets the mouse through."""

    colour = ""

    def __init__(self, below: QWidget) -> None:
        super().__init__(below)
        self._below = below
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        below.installEventFilter(self)

    def eventFilter(self, below: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._below.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self.colour)
        colour.setAlphaF(_THICKNESS)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour)
