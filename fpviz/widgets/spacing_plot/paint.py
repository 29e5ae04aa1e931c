"""Painting a spacing plot: a pure function of a painter, a size, a picture and a theme."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fpviz.widgets.number_line.boxes import RIGHT, Fonts, Text
from fpviz.widgets.number_line.brush import crisp, write
from fpviz.widgets.spacing_plot import words
from fpviz.widgets.spacing_plot.layout import Chart, CurveBox, SpacingLayout, arrange
from fpviz.widgets.spacing_plot.picture import SpacingPicture
from fpviz.widgets.theme import Theme


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
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.drawLine(QLineF(x, chart.area.top(), x, chart.area.bottom()))
        painter.save()
        painter.setClipRect(chart.area)
        for box in chart.curves:
            _paint_curve(painter, box, theme)
        painter.restore()
        for box in chart.curves:
            _paint_marks(painter, box, chart, layout, theme)
    for _, text in layout.labels:
        write(painter, text, layout.fonts.axis(text.text), theme.dim)
    if focused:
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRoundedRect(QRectF(QPointF(1, 1), layout.size - QSizeF(2, 2)), 3, 3)


def _paint_grid(painter: QPainter, chart: Chart, layout: SpacingLayout, theme: Theme) -> None:
    area, fonts = chart.area, layout.fonts
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawLines(
        [QLineF(crisp(x), area.top(), crisp(x), area.bottom()) for x, _ in layout.labels]
    )
    painter.drawLines(
        [QLineF(area.left(), crisp(y), area.right(), crisp(y)) for y, _ in chart.labels]
    )
    for _, text in chart.labels:
        write(painter, text, fonts.axis(text.text), theme.dim)
    write(painter, chart.title, fonts.small, theme.dim)
    if any(box.is_thinned for box in chart.curves):
        rect, align = chart.title.rect, RIGHT
        write(painter, Text(words.thinned(), rect, align), fonts.small, theme.dim)


def _paint_curve(painter: QPainter, box: CurveBox, theme: Theme) -> None:
    colour = QColor(theme.lanes[box.lane.colour % len(theme.lanes)])
    if box.zero is not None:
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DotLine))
        painter.drawLine(*box.zero)
    # One by one, as a long polyline takes ten times as long to stroke; the caps close the corners.
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.drawLines([QLineF(a, b) for a, b in pairwise(box.points)])


def _paint_marks(
    painter: QPainter, box: CurveBox, chart: Chart, layout: SpacingLayout, theme: Theme
) -> None:
    """A bar where zero begins, a cross-bar where overflow does, a dot where the value is."""
    name = theme.lanes[box.lane.colour % len(theme.lanes)]
    colour, reach = QColor(name), 0.45 * layout.fonts.em
    painter.setPen(QPen(colour, 2))
    if box.zero is not None and box.zero[0].x() >= chart.area.left():
        start = box.zero[0]
        painter.drawLine(QLineF(start.x(), start.y() - reach, start.x(), start.y() + reach))
    if box.end is not None:
        painter.setBrush(colour)
        painter.drawRect(QRectF(box.end.x() - 2, box.end.y() - reach, 4, 2 * reach))
    if box.dot is not None:
        painter.setPen(QPen(QColor(theme.panel), 1.2))
        painter.setBrush(colour)
        painter.drawEllipse(box.dot, 4.5, 4.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if box.label is not None:
        painter.fillRect(box.label.rect, QColor(theme.panel))
        write(painter, box.label, layout.fonts.small_strong, name)
