"""How far something long is, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from fpviz.widgets.look.style import button_sheet
from fpviz.widgets.look.theme import Theme


class ProgressStrip(QWidget):
    """A bar that fills, there only while something is under way.

    Signals:
        cancelled(): the user wants it to end.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("cancel"))
        self.cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 2, 10, 2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self.hide()
        self.set_theme(theme)

    def show_share(self, share: float | None) -> None:
        """Show how far it is, 0 to 1; ``None`` if nothing is under way."""
        self.setVisible(share is not None)
        self.bar.setValue(round((share or 0) * 100))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.cancel.setStyleSheet(button_sheet(theme))
