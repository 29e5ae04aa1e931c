"""A place from which only another wish for room is heard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget, QWidgetItem


class QuietPlace(QWidget):
    """Holds one widget, and lays the window around it out anew only if it wants other room.

    Qt lays out a whole window when a label in it says something else, be it of the same size.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        self._item = QWidgetItem(content)
        self.setSizePolicy(content.sizePolicy())
        self._wish = (self.sizeHint(), self.minimumSizeHint())

    def sizeHint(self) -> QSize:
        return self._item.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._item.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._item.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # without a layout, nobody else looks at it
            self._item.setGeometry(self.rect())
            wish = (self.sizeHint(), self.minimumSizeHint())
            if wish != self._wish:
                self._wish = wish
                self.updateGeometry()
        return super().event(event)
