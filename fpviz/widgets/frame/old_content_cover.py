"""What lies over a view that shows what is no longer asked for, and says why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme

_THICKNESS = 0.55


class Veil(QWidget):
    """Lies over a view that is old, with the reason in a line below; the view stays in use.

    Nothing moves when it comes or goes.
    """

    def __init__(self, view: QWidget, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._colour = QColor()
        self._reason = QLabel()
        self._reason.setWordWrap(True)
        self._reason.setFont(word_font(self.font(), 0.9))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self._reason)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.set_theme(theme)
        view.installEventFilter(self)

    @property
    def reason(self) -> str:
        """Why the view is old; nothing where it is not."""
        return self._reason.text()

    def show_reason(self, reason: str) -> None:
        """Lie over the view for a reason; without one, be gone."""
        self._reason.setText(reason)
        self.setGeometry(self._view.rect())
        self.setVisible(bool(reason))
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._reason.setStyleSheet(
            f"background: {theme.subnormal_soft}; color: {theme.ink};"
            f" border-top: 1px solid {theme.line}; padding: 4px 12px;"
        )
        self._colour = QColor(theme.panel)
        self._colour.setAlphaF(_THICKNESS)
        self.update()

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._colour)
