"""The graphics items of a chart. Importing this imports pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

from fpviz.data.charting.measures import Odd
from fpviz.data.charting.thinning import OddRun, Spot, line_through
from fpviz.widgets.chart.data import ElementChart, ExponentFrame
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.run_plot.canvas import Canvas

_Z_BARS, _Z_LINE, _Z_DOTS, _Z_ROW, _Z_POINT = range(-5, 0)
_LINE = 1.3
_FEW = 60
"""Elements in view below which each has a dot."""


class ChartItems:
    """A line through the elements, dots where it would show none, bars where there is no number,
    and what marks the row that is the source."""

    def __init__(self, plot: Canvas) -> None:
        self._plot = plot
        self._xs, self._ys, self._zeros = np.empty(0), np.empty(0), np.empty((2, 0))
        self.line = pg.PlotDataItem(connect="finite", antialias=True)
        self.dots = _dots(5)
        self.marks = _dots(8)
        self.bars = pg.BarGraphItem(x0=[], x1=[], y0=0, y1=1, pen=None)
        self.row = pg.InfiniteLine(angle=90, movable=False)
        self.point = _dots(9)
        self.crosshair = pg.InfiniteLine(angle=90, movable=False)
        levels = (_Z_LINE, _Z_DOTS, _Z_DOTS, _Z_BARS, _Z_ROW, _Z_POINT, _Z_ROW)
        lines = (self.line, self.dots, self.marks, self.bars)
        items = (*lines, self.row, self.point, self.crosshair)
        for item, level in zip(items, levels, strict=True):
            item.setZValue(level)
            plot.addItem(item, ignoreBounds=True)
        for item in (self.row, self.crosshair):
            item.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.bars.setOpts(brush=pg.mkBrush(theme.overflow_soft))
        self.marks.setBrush(pg.mkBrush(None))
        self._plot.draw(self.marks, _cosmetic(stroke(theme, theme.changed, 1.6)))
        self.point.setBrush(pg.mkBrush(theme.accent))
        self.point.setPen(pg.mkPen(theme.panel))
        self._plot.draw(self.row, _cosmetic(stroke(theme, theme.accent)))
        dashed = pg.mkPen(theme.dim, style=Qt.PenStyle.DashLine)
        self._plot.draw(self.crosshair, dashed)

    def show_line(self, chart: ElementChart, theme: Theme) -> None:
        """Draw the elements."""
        spots = line_through(chart.bins)
        self._xs = np.array([spot.place for spot in spots], float)
        self._ys = np.array([chart.coordinate(spot.height) for spot in spots], float)
        self._zeros = _zeros(chart)
        self.line.setData(self._xs, self._ys)
        colour = theme.tint(chart.fmt)
        self._plot.draw(self.line, _cosmetic(stroke(theme, colour, _LINE)))
        self.dots.setBrush(pg.mkBrush(colour))

    def show_dots(self, in_view: int) -> None:
        """Put dots where the line shows no element by itself, so many of which are in view."""
        shown = np.isfinite(self._ys) if in_view <= _FEW else _alone(self._ys)
        xs, ys = self._zeros
        self.dots.setData(np.append(self._xs[shown], xs), np.append(self._ys[shown], ys))

    def show_marks(self, chart: ElementChart) -> None:
        """Mark the elements that are asked for, in each bin one."""
        spots = [each.marked for each in chart.bins if each.marked]
        known = [spot for spot in spots if spot.height is not None]
        xs, ys = [spot.place for spot in known], [chart.coordinate(spot.height) for spot in known]
        self.marks.setData(xs, ys)

    def show_bars(self, runs: Sequence[OddRun], low: float, high: float, least: float) -> None:
        """Mark runs of odd elements from a height to another, each at least so wide."""
        ends = np.array([(run.first - 0.5, run.last + 0.5) for run in runs], float).reshape(-1, 2)
        middle, half = ends.mean(axis=1), np.maximum(np.diff(ends, axis=1)[:, 0], least) / 2
        self.bars.setOpts(x0=middle - half, x1=middle + half, y0=low, y1=high)

    def show_row(self, spot: Spot | None, chart: ElementChart) -> None:
        """Mark the element that is the source."""
        self.row.setVisible(spot is not None)
        if spot is None:
            self.point.setData([], [])
            return
        self.row.setValue(spot.place)
        height = chart.coordinate(spot.height)
        self.point.setData(*(([spot.place], [height]) if np.isfinite(height) else ([], [])))


def _dots(size: int) -> pg.ScatterPlotItem:
    """Dots, as shapes: files want shapes."""
    return pg.ScatterPlotItem(size=size, pen=None, useCache=False)


def _cosmetic(pen: QPen) -> QPen:
    pen.setCosmetic(True)
    return pen


def _alone(ys: np.ndarray) -> np.ndarray:
    """Which heights have none beside them, so that no line goes through them."""
    known = np.isfinite(ys)
    beside = np.zeros(len(ys), np.bool_)
    beside[1:] |= known[:-1]
    beside[:-1] |= known[1:]
    alone: np.ndarray = known & ~beside
    return alone


def _zeros(chart: ElementChart) -> np.ndarray:
    """Where zeros stand in their row: places and heights."""
    if not isinstance(chart.frame, ExponentFrame):
        return np.empty((2, 0))
    places = [odd.first for each in chart.bins for odd in each.odd if odd.kind is Odd.ZERO]
    return np.array([places, [chart.frame.zero_row] * len(places)], float)
