"""Painting pins: wedges that point up to the axis, with names beside them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.layout.boxes import Layout, PinBox
from fpviz.widgets.number_line.painting.brush import write


def paint_pins(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """The pins in view; the mark of a code has its format's colour."""
    for box in layout.pins:
        if box.name is not None:
            painter.fillRect(box.name.rect.adjusted(-1, 1, 1, -1), QColor(theme.panel))
            write(painter, box.name, layout.fonts.small_strong, theme.ink)
        _paint_mark(painter, box, theme)


def _paint_mark(painter: QPainter, box: PinBox, theme: Theme) -> None:
    fmt, mark = box.pins[0].format, box.mark
    top, bottom = mark.top() + 1, mark.top() + 1 + 1.1 * mark.width()
    ends = QPointF(mark.left(), bottom), QPointF(mark.right(), bottom), QPointF(box.x, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink if fmt is None else theme.tint(fmt)))
    painter.drawPolygon(QPolygonF(ends))
    painter.setBrush(Qt.BrushStyle.NoBrush)
