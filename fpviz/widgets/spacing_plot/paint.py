"""Painting a spacing plot: a pure function of a painter, a size, a picture and a theme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from fpviz.widgets.look.stroke import DOTS, stroke
from fpviz.widgets.look.theme import CurveLook, Theme
from fpviz.widgets.number_line.layout.boxes import RIGHT, Fonts, Text, crisp
from fpviz.widgets.number_line.painting.brush import write
from fpviz.widgets.spacing_plot import words
from fpviz.widgets.spacing_plot.layout import Chart, CurveBox, SpacingLayout, arrange
from fpviz.widgets.spacing_plot.picture import SpacingPicture


def paint(painter: QPainter, size: QSizeF, picture: SpacingPicture, theme: Theme) -> None:
    """Draw ``picture`` into 0, 0 … ``size``; words are set in the painter's font."""
    paint_layout(painter, arrange(picture, size, Fonts.of(painter.font())), theme)


def paint_layout(
    painter: QPainter, layout: SpacingLayout, theme: Theme, *, focused: bool = False
) -> None:
    """Draw what has been laid out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(0, 0), layout.size), QColor(theme.panel))
    for chart in layout.charts:
        _paint_grid(painter, chart, layout, theme)
        if layout.value_x is not None:
            x = crisp(layout.value_x)
            painter.setPen(stroke(theme, theme.accent, 1.4))
            painter.drawLine(QLineF(x, chart.area.top(), x, chart.area.bottom()))
        for place, box in enumerate(chart.curves):
            look = CurveLook(box.lane.format, place=place)
            _paint_curve(painter, box, look, chart.area, theme)
        for box in chart.curves:
            _paint_marks(painter, box, chart, layout, theme)
    for _, text in layout.labels:
        write(painter, text, layout.fonts.axis(text.text), theme.dim)
    if focused:
        painter.setPen(stroke(theme, theme.accent, 1.5))
        painter.drawRoundedRect(QRectF(QPointF(1, 1), layout.size - QSizeF(2, 2)), 3, 3)


def _paint_grid(painter: QPainter, chart: Chart, layout: SpacingLayout, theme: Theme) -> None:
    area, fonts = chart.area, layout.fonts
    painter.setPen(stroke(theme, theme.line, 1))
    painter.drawLines(
        [QLineF(crisp(x), area.top(), crisp(x), area.bottom()) for x, _ in layout.labels]
    )
    painter.drawLines(
        [QLineF(area.left(), crisp(y), area.right(), crisp(y)) for y, _ in chart.labels]
    )
    for _, text in chart.labels:
        write(painter, text, fonts.axis(text.text), theme.dim)
    write(painter, chart.title, fonts.small, theme.dim)
    note, rect = words.thinned(), chart.title.rect
    room = rect.width() - fonts.small.width(chart.title.text) - fonts.em
    if any(box.is_thinned for box in chart.curves) and fonts.small.width(note) <= room:
        write(painter, Text(note, rect, RIGHT), fonts.small, theme.dim)


def _paint_curve(
    painter: QPainter, box: CurveBox, look: CurveLook, area: QRectF, theme: Theme
) -> None:
    """A curve, as far as it lies in the area: SVG files know no clipping."""
    colour, dashes = theme.tint(look.of), theme.dashes(look)
    if box.zero is not None:
        painter.setPen(stroke(theme, colour, 1.6, DOTS))
        painter.drawLines(_within(area, box.zero))
    painter.setPen(stroke(theme, colour, 2, dashes))
    lines = _within(area, box.points)
    if dashes:
        painter.drawPolyline([line.p1() for line in lines] + [line.p2() for line in lines[-1:]])
    else:  # one by one, as a long polyline takes ten times as long to stroke
        painter.drawLines(lines)


def _within(area: QRectF, points: Sequence[QPointF]) -> list[QLineF]:
    """The lines between points from left to right, without what lies left or right of an area."""
    lines = []
    for a, b in pairwise(points):
        left, right = max(a.x(), area.left()), min(b.x(), area.right())
        if left <= right:
            slope = (b.y() - a.y()) / (b.x() - a.x()) if b.x() > a.x() else 0.0
            start = QPointF(left, a.y() + slope * (left - a.x())) if left > a.x() else a
            end = QPointF(right, a.y() + slope * (right - a.x())) if right < b.x() else b
            lines.append(QLineF(start, end))
    return lines


def _paint_marks(
    painter: QPainter, box: CurveBox, chart: Chart, layout: SpacingLayout, theme: Theme
) -> None:
    """A bar where zero begins, a cross-bar where overflow does, a dot where the value is."""
    name = theme.tint(box.lane.format)
    colour, reach = QColor(name), 0.45 * layout.fonts.em
    painter.setPen(stroke(theme, colour, 2))
    if box.zero is not None and box.zero[0].x() >= chart.area.left():
        start = box.zero[0]
        painter.drawLine(QLineF(start.x(), start.y() - reach, start.x(), start.y() + reach))
    if box.end is not None:
        painter.setBrush(colour)
        painter.drawRect(QRectF(box.end.x() - 2, box.end.y() - reach, 4, 2 * reach))
    if box.dot is not None:
        painter.setPen(stroke(theme, theme.panel, 1.2))
        painter.setBrush(colour)
        painter.drawEllipse(box.dot, 4.5, 4.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if box.label is not None:
        behind = QRectF(box.label.rect)
        if chart.area.right() - behind.right() < 2 * reach:  # no crumb of the curve beyond it
            behind.setRight(chart.area.right() + 2)
        painter.fillRect(behind, QColor(theme.panel))
        write(painter, box.label, layout.fonts.small_strong, name)
