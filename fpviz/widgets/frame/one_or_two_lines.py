"""Two widgets side by side, or one above the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class OneOrTwoLines(QWidget):
    """``first`` gives way, down to ``least`` pixels if it can, before ``second`` goes below it."""

    def __init__(self, first: QWidget, second: QWidget, least: int = 0) -> None:
        super().__init__()
        self._first, self._second, self._least = first, second, least
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(first, 1)
        self._layout.addWidget(second)

    def align(self, first: Qt.AlignmentFlag, second: Qt.AlignmentFlag) -> None:
        """Where the two stand that take no more room than they want."""
        self._layout.setAlignment(self._first, first)
        self._layout.setAlignment(self._second, second)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two."""
        width = max(each.minimumSizeHint().width() for each in (self._first, self._second))
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of the two wants another width
            self._choose()
        return super().event(event)

    def _choose(self) -> None:
        least = max(self._least, self._first.minimumSizeHint().width())
        needed = least + self._layout.spacing() + self._second.sizeHint().width()
        directions = QBoxLayout.Direction
        fits = needed <= self.width()
        self._layout.setDirection(directions.LeftToRight if fits else directions.TopToBottom)
