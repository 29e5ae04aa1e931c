"""The captions over the columns of the bit grid."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fpviz.core.formats import FieldKind, Format, field_of
from fpviz.core.text import superscript
from fpviz.widgets.bit_grid.layout import (
    Arrangement,
    GridLayout,
    aligns,
    between,
    longest_fraction,
    shapes,
)
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
        """What stands before the point: the exponent over its columns, the sign left of it."""
        aligned = [fmt for fmt in self._formats if aligns(fmt)]
        if not aligned:
            return
        widest = max(aligned, key=lambda fmt: max(map(between, shapes(fmt))))
        columns = max(map(between, shapes(widest)))
        exponent_right = layout.point - layout.pitch * 1.35
        exponent_left = exponent_right - columns * layout.pitch
        sign, left = tr("sign"), exponent_right
        if columns:
            kinds = _scales(aligned)
            caption = " · ".join(name for _, name in kinds)
            width = painter.fontMetrics().horizontalAdvance(caption)
            left = min((exponent_left + exponent_right - width) / 2, exponent_right - width)
            self._paint_in_turn(painter, left, kinds)
        signs = [layout.places(fmt).cells[_sign(fmt)].x for fmt in aligned if fmt.signed]
        if signs:
            width = painter.fontMetrics().horizontalAdvance(sign)
            left = min(min(signs) + (layout.pitch - width) / 2, left - _APART - width)
            painter.setPen(QColor(self._theme.sign))
            self._text(painter, left, left + width + 4, sign, False)

    def _paint_in_turn(
        self, painter: QPainter, left: float, texts: list[tuple[FieldKind, str]]
    ) -> None:
        """Texts after each other, with points between, each in its field's colour."""
        for place, (kind, name) in enumerate(texts):
            text = f"{name} · " if place + 1 < len(texts) else name
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(QColor(field_colours(self._theme)[kind][0]))
            self._text(painter, left, left + width + 4, text, False)
            left += width

    def _paint_weights(self, painter: QPainter, layout: GridLayout) -> None:
        painter.setPen(QColor(self._theme.fraction))
        longest = max(map(longest_fraction, self._formats))
        shown = min(longest, layout.per_line)
        step = 4 if layout.pitch * 4 > painter.fontMetrics().horizontalAdvance("2⁻¹⁰⁰ ") else 8
        for column in range(0, shown, step):
            x = layout.column_x(column) + layout.pitch / 2
            self._text(painter, x - 30, x + 30, f"2{superscript(-column - 1)}", True)

    def _paint_legend(self, painter: QPainter, layout: GridLayout) -> None:
        x = layout.left
        present = _kinds(self._formats)
        for field, name in _names():
            if field not in present:
                continue
            painter.setPen(QColor(field_colours(self._theme)[field][0]))
            width = painter.fontMetrics().horizontalAdvance(name) + 18
            self._text(painter, x, x + width, name, False)
            x += width


def _names() -> tuple[tuple[FieldKind, str], ...]:
    """What the kinds of fields are called, in the order in which they mostly stand."""
    return (
        (FieldKind.SIGN, tr("sign")),
        (FieldKind.PREFIX, tr("prefix")),
        (FieldKind.REGIME, tr("regime")),
        (FieldKind.EXPONENT, tr("exponent field")),
        (FieldKind.INTEGER, tr("integer")),
        (FieldKind.LEADING, tr("leading bit")),
        (FieldKind.FRACTION, tr("fraction")),
    )


def _kinds(formats: Iterable[Format]) -> frozenset[FieldKind]:
    """The kinds of fields that codes of these formats have."""
    return frozenset(field.kind for fmt in formats for fields in shapes(fmt) for field in fields)


def _scales(formats: Iterable[Format]) -> list[tuple[FieldKind, str]]:
    """The kinds of fields between sign and digits, with their names."""
    present = _kinds(formats) & {FieldKind.PREFIX, FieldKind.REGIME, FieldKind.EXPONENT}
    return [(kind, name) for kind, name in _names() if kind in present]


def _sign(fmt: Format) -> int:
    """The index of the sign bit."""
    return field_of(fmt.shape, FieldKind.SIGN).low
