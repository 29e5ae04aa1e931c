"""How curves are told apart: by colour, and on paper by dashes and markers, too."""

from __future__ import annotations

import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from fpviz.widgets.stroke import DOTS, stroke
from fpviz.widgets.theme import Theme

DASHED = (4.0, 2.0)
"""On a screen, the dashes of an exact curve."""

_MARKER = 7


def curve_pen(theme: Theme, lane: int, *, dashed: bool = False, faint: bool = False) -> QPen:
    """The pen of a curve, by its place among the curves."""
    colour = QColor(theme.lanes[lane % len(theme.lanes)])
    colour.setAlphaF(0.35 if faint else 1.0)
    dashes = theme.dashes[lane % len(theme.dashes)]
    if not theme.on_paper and dashed:
        dashes = DASHED
    pen = stroke(theme, colour, 1 if faint else 2, () if faint else dashes)
    pen.setCosmetic(True)
    return pen


def mark_pen(theme: Theme) -> QPen:
    """The pen of a line at a marked step or value."""
    pen = stroke(theme, theme.overflow, 1, DOTS)
    pen.setCosmetic(True)  # a pixel wide, not a step
    return pen


def at_ratio(pen: QPen, ratio: float) -> QPen:
    """A cosmetic pen for a device with ``ratio`` pixels of its own a pixel."""
    thicker = QPen(pen)
    thicker.setWidthF(pen.widthF() * ratio)
    return thicker


def marker(theme: Theme, lane: int) -> str:
    """What marks the points of a curve: one of pyqtgraph's symbols."""
    return theme.markers[lane % len(theme.markers)]


def marker_pen(theme: Theme, lane: int) -> QPen:
    """The pen of a curve's marks."""
    pen = stroke(theme, theme.lanes[lane % len(theme.lanes)], 1.5)
    pen.setCosmetic(True)  # the shape is drawn at a size of 1
    return pen


def markers_item(theme: Theme, lane: int) -> pg.ScatterPlotItem:
    """The marks that tell a curve from others on paper; they are hollow, and drawn as shapes."""
    brush = QBrush(QColor(theme.panel))
    return pg.ScatterPlotItem(symbol=marker(theme, lane), size=_MARKER, brush=brush, useCache=False)


def paint_marker(painter: QPainter, at: QPointF, theme: Theme, lane: int) -> None:
    """One such mark, beside a curve's name."""
    painter.save()
    painter.translate(at)
    pen = at_ratio(marker_pen(theme, lane), painter.deviceTransform().m11())
    drawSymbol(painter, marker(theme, lane), _MARKER, pen, QBrush(QColor(theme.panel)))
    painter.restore()
