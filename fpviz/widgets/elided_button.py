"""A button whose words give way where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

_SHORT = 7
"""So few characters say too little when some are left out."""


class ElidedButton(QToolButton):
    """At most as wide as its words; in a narrower place their middle is an ellipsis, if they are
    long."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show these words, as far as there is room."""
        self._whole = text
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return self._size_of(self._whole)

    def minimumSizeHint(self) -> QSize:
        return self._size_of("…" if len(self._whole) > _SHORT else self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _size_of(self, text: str) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(hint.width() - self._width_of(self.text()) + self._width_of(text))
        return hint

    def _width_of(self, text: str) -> int:
        """As a button measures its words: not always their advance."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()

    def _fit(self) -> None:
        room, metrics = self.width() - self._size_of("").width(), self.fontMetrics()
        fits = self._width_of(self._whole) <= room
        cut = metrics.elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(self._whole if fits else cut)
