"""Where the plot is painted: on a screen or into a picture, of whatever resolution."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from fpviz.widgets.run_plot.looks import at_ratio


class Canvas(pg.PlotWidget):
    """A plot whose lines are equally thick whatever it is painted on.

    A cosmetic pen, which is as thick at every zoom, is so many pixels of the *device*: half as
    thick on a screen with two of them a pixel, and hardly there in a large picture.

    Signals:
        pens_changed(): the lines were given other pens for another device.
    """

    pens_changed = Signal()

    def __init__(self, box: pg.ViewBox, axes: dict[str, pg.AxisItem]) -> None:
        super().__init__(viewBox=box, axisItems=axes)
        self._ratio = 1.0
        self._pens: dict[Any, QPen] = {}

    def draw(self, item: Any, pen: QPen) -> None:  # noqa: ANN401 - all that pyqtgraph has with pens
        """Draw an item with a cosmetic pen, from now on."""
        self._pens[item] = pen
        item.setPen(at_ratio(pen, self._ratio))

    def draw_no_longer(self, item: object) -> None:
        """Forget the pen of an item that is gone."""
        self._pens.pop(item, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:  # also a picture's, where that is painted
            ratio = painter.deviceTransform().m11()
        if ratio != self._ratio:
            self._ratio = ratio
            for item, pen in self._pens.items():
                item.setPen(at_ratio(pen, ratio))
            self.pens_changed.emit()
        super().paintEvent(event)
