"""The captions over the columns of the bit grid."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fpviz.core.formats import FieldKind, Format, behind_point
from fpviz.core.text import superscript
from fpviz.widgets.bit_grid.layout import Arrangement, GridLayout, between
from fpviz.widgets.bit_grid.measure import RowMeasure
from fpviz.widgets.bit_grid.texts import tr
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme, field_colours

_APART = 8
"""What lies at least between two captions."""


class Header(QWidget):
    """The captions over the columns: fields, weights, and value, error, code."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measure: RowMeasure | None = None
        self._formats: tuple[Format, ...] = ()
        self._left = 0

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_measure(self, measure: RowMeasure, formats: tuple[Format, ...]) -> None:
        self._measure, self._formats = measure, formats
        self.setFixedHeight(round(QFontMetricsF(measure.small_font).height() * 1.5))
        self.update()

    def show_from(self, left: int) -> None:
        """Show the captions of rows that are scrolled to the right by so many pixels."""
        self._left = left
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._measure is None:
            return
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.panel))
            painter.setPen(stroke(self._theme, self._theme.line))
            painter.drawLine(QLineF(0, self.height() - 0.5, self.width(), self.height() - 0.5))
            painter.translate(-self._left, 0)
            painter.setFont(self._measure.small_font)
            self._paint_columns(painter, self._measure)
            if self._measure.layout.arrangement is Arrangement.ALIGNED:
                self._paint_fields(painter, self._measure.layout)
                self._paint_weights(painter, self._measure.layout)
            else:
                self._paint_legend(painter, self._measure.layout)

    def _text(self, painter: QPainter, left: float, right: float, text: str, centred: bool) -> None:
        area = QRect(round(left), 0, round(right - left), self.height())
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_columns(self, painter: QPainter, measure: RowMeasure) -> None:
        painter.setPen(QColor(self._theme.dim))
        names = (tr("value"), tr("error"), tr("code"))
        for (left, right), name in zip(measure.columns, names, strict=True):
            side = Qt.AlignmentFlag.AlignLeft if name == names[0] else Qt.AlignmentFlag.AlignRight
            area = QRect(left, 0, right - left, self.height())
            painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_fields(self, painter: QPainter, layout: GridLayout) -> None:
        widest = max(self._formats, key=lambda fmt: between(fmt.shape))
        places = layout.places(widest.shape)
        exponent_right = layout.point - layout.pitch * 1.35
        exponent_left = exponent_right - between(widest.shape) * layout.pitch
        caption, sign = tr("exponent field"), tr("sign")
        width = painter.fontMetrics().horizontalAdvance(caption)
        left = min((exponent_left + exponent_right - width) / 2, exponent_right - width)
        painter.setPen(QColor(self._theme.exponent))
        self._text(painter, left, left + width + 4, caption, False)
        if widest.signed:
            width = painter.fontMetrics().horizontalAdvance(sign)
            left = min(places.cells[-1].x + (layout.pitch - width) / 2, left - _APART - width)
            painter.setPen(QColor(self._theme.sign))
            self._text(painter, left, left + width + 4, sign, False)

    def _paint_weights(self, painter: QPainter, layout: GridLayout) -> None:
        painter.setPen(QColor(self._theme.fraction))
        longest = max(behind_point(fmt.shape) for fmt in self._formats)
        shown = min(longest, layout.per_line)
        step = 4 if layout.pitch * 4 > painter.fontMetrics().horizontalAdvance("2⁻¹⁰⁰ ") else 8
        for column in range(0, shown, step):
            x = layout.column_x(column) + layout.pitch / 2
            self._text(painter, x - 30, x + 30, f"2{superscript(-column - 1)}", True)

    def _paint_legend(self, painter: QPainter, layout: GridLayout) -> None:
        x = layout.left
        for field, name in (
            (FieldKind.SIGN, tr("sign")),
            (FieldKind.EXPONENT, tr("exponent field")),
            (FieldKind.FRACTION, tr("fraction")),
        ):
            painter.setPen(QColor(field_colours(self._theme)[field][0]))
            width = painter.fontMetrics().horizontalAdvance(name) + 18
            self._text(painter, x, x + width, name, False)
            x += width
