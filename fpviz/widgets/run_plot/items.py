"""The graphics items of a plot's curves, bands and marks. Importing this imports pyqtgraph."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtGui import QColor

from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run_plot.canvas import Canvas
from fpviz.widgets.run_plot.data import PlotCurve, PlotData, PlotMark
from fpviz.widgets.run_plot.looks import curve_pen, marker_pen, markers_item

Z_CROSSHAIR, Z_POINT = 5, 10
_Z_BEHIND, _Z_EXACT, _Z_CURVE, _Z_CHOSEN = -5, 0, 1, 2
MOST_MARKS = 200


class PlotItems:
    """The items of the data on a canvas, still without their points.

    ``curves`` and ``markers`` are those of the curves, by key; a curve need not have markers.
    """

    def __init__(self, plot: Canvas) -> None:
        self._plot = plot
        self.curves: dict[str, pg.PlotDataItem] = {}
        self.markers: dict[str, pg.ScatterPlotItem] = {}
        self._others: list[pg.GraphicsObject] = []

    def match(
        self,
        data: PlotData,
        theme: Theme,
        mark_line: Callable[[PlotMark], pg.InfiniteLine],
        *,
        cached: bool,
    ) -> None:
        """Make the items of the data anew; drawing is faster where they are cached, not better."""
        for item in (*self.curves.values(), *self._others):
            self._plot.removeItem(item)
            self._plot.draw_no_longer(item)
        self.curves, self.markers, self._others = {}, {}, []
        for curve in data.curves:
            self._add_curve(curve, theme, cached)
        for band in data.bands:
            low, high = (self._add_curve(each, theme, cached) for each in (band.low, band.high))
            brush = QColor(theme.tint(band.low.look.of))
            brush.setAlphaF(0.18)
            self._add_other(pg.FillBetweenItem(low, high, brush=pg.mkBrush(brush)))
        for mark in data.marks[:MOST_MARKS]:
            self._add_other(mark_line(mark))
        for curve in data.curves:
            if not curve.faint and theme.marker(curve.look):
                self.markers[curve.key] = item = markers_item(theme, curve.look)
                self._add_other(item)
                item.setZValue(Z_POINT)
                self._plot.draw(item, marker_pen(theme, curve.look))

    def show_above(self, data: PlotData, chosen: str) -> None:
        """Bring the chosen curve above those that it may lie below; exact ones lie lowest."""
        for curve in data.curves:
            lowest = curve.look.of is None or curve.faint
            height = _Z_EXACT if lowest else _Z_CURVE
            self.curves[curve.key].setZValue(_Z_CHOSEN if curve.key == chosen else height)

    def _add_curve(self, curve: PlotCurve, theme: Theme, cached: bool) -> pg.PlotDataItem:
        looks = {"antialias": True, "symbolSize": 5, "symbolPen": None}
        item = pg.PlotDataItem(connect="finite", useCache=cached, **looks)
        pen = curve_pen(theme, curve.look, faint=curve.faint)
        item.setSymbolBrush(pen.color())
        self._plot.draw(item, pen)
        self._plot.addItem(item)
        self.curves[curve.key] = item
        return item

    def _add_other(self, item: pg.GraphicsObject) -> None:
        item.setZValue(_Z_BEHIND)
        self._plot.addItem(item, ignoreBounds=True)
        self._others.append(item)
