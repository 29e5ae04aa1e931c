"""The strokes that every part of a number line is painted with."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from fpviz.widgets.number_line.layout.boxes import Face, Text


def soft(colour: str, alpha: float) -> QColor:
    """A colour let through by ``alpha``."""
    mixed = QColor(colour)
    mixed.setAlphaF(alpha)
    return mixed


def write(painter: QPainter, text: Text, face: Face, colour: str) -> None:
    """Set a text in its place."""
    painter.setFont(face.font)
    painter.setPen(QColor(colour))
    painter.drawText(text.rect, text.align, text.text)


def arrow(x: float, y: float, length: float) -> QPolygonF:
    """A triangle that points to the right (to the left, if ``length`` < 0), its tip at ``x``."""
    half = abs(length) * 0.8
    return QPolygonF([QPointF(x, y), QPointF(x - length, y - half), QPointF(x - length, y + half)])
