"""How curves are told apart: by colour and dashes; by marks on paper, and where dashes repeat."""

from __future__ import annotations

import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from fpviz.widgets.look.stroke import DOTS, stroke
from fpviz.widgets.look.theme import CurveLook, Theme

_MARKER = 7


def curve_pen(theme: Theme, look: CurveLook, *, faint: bool = False) -> QPen:
    """The pen of a curve."""
    colour = QColor(theme.tint(look.of))
    colour.setAlphaF(0.35 if faint else 1.0)
    pen = stroke(theme, colour, 1 if faint else 2, () if faint else theme.dashes(look))
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


def marker_pen(theme: Theme, look: CurveLook) -> QPen:
    """The pen of a curve's marks."""
    pen = stroke(theme, theme.tint(look.of), 1.5)
    pen.setCosmetic(True)  # the shape is drawn at a size of 1
    return pen


def markers_item(theme: Theme, look: CurveLook) -> pg.ScatterPlotItem:
    """The marks that tell a curve from others; they are hollow, and drawn as shapes."""
    brush = QBrush(QColor(theme.panel))
    return pg.ScatterPlotItem(symbol=theme.marker(look), size=_MARKER, brush=brush, useCache=False)


def paint_marker(painter: QPainter, at: QPointF, theme: Theme, look: CurveLook) -> None:
    """One such mark, beside a curve's name."""
    painter.save()
    painter.translate(at)
    pen = at_ratio(marker_pen(theme, look), painter.deviceTransform().m11())
    drawSymbol(painter, theme.marker(look), _MARKER, pen, QBrush(QColor(theme.panel)))
    painter.restore()
