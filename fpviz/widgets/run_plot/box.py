"""The area of the plot and its gestures."""

from __future__ import annotations

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGraphicsSceneWheelEvent


class PlotArea(pg.ViewBox):
    """The plot's area: the wheel zooms the steps, with Shift the values; a drag pans."""

    clicked = Signal(object)
    double_clicked = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False)

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            if event.double():
                self.double_clicked.emit()
            else:
                self.clicked.emit(event.scenePos())

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if axis is None:
            axis = None if control else (1 if shift else 0)
        super().wheelEvent(event, axis=axis)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self.resized.emit()
