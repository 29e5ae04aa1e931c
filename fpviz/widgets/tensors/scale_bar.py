"""The scale of a tensor, as a slider along the powers of two, with those that lose nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent

from fpviz.core.text import superscript
from fpviz.data.census.fates import SCALES
from fpviz.widgets.input.quiet_wheel import Slider
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import em, word_font
from fpviz.widgets.look.theme import Theme

_NEAR = 6
"""Powers of two in which no label has room beside that of the scale."""

_EDGE = 26.0
"""Pixels on either side, for half a label."""


class ScaleBar(Slider):
    """A slider from 2⁻⁴⁰ to 2⁶⁰."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._safe: range = range(0)
        self._best: int | None = None
        self.setRange(SCALES.start, SCALES.stop - 1)
        self.setSingleStep(1)
        self.setPageStep(4)
        self.setAccessibleName(self.tr("Scale"))
        self.setMouseTracking(True)

    def show_scales(self, scale: int, safe: range, best: int | None) -> None:
        """Show a scale, the stretch in which nothing is lost, and the best scale."""
        self.blockSignals(True)
        self.setValue(scale)
        self.blockSignals(False)
        self._safe, self._best = safe, best
        self.setAccessibleDescription(f"2{superscript(scale)}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        height = em(self.font())
        return QSize(round(24 * height), round(2.5 * height))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    # -- where it stands --------------------------------------------------------------------

    def _x(self, scale: float) -> float:
        share = (scale - SCALES.start) / (len(SCALES) - 1)
        return _EDGE + share * (self.width() - 2 * _EDGE)

    def _scale_at(self, x: float) -> int:
        share = (x - _EDGE) / max(1.0, self.width() - 2 * _EDGE)
        return SCALES.start + round(share * (len(SCALES) - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(self._scale_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._scale_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pass

    # -- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(word_font(self.font(), 0.85))
            height = QFontMetricsF(painter.font()).height()
            middle = 0.75 * height
            self._paint_groove(painter, middle)
            self._paint_labels(painter, middle + 0.55 * height)
            self._paint_handle(painter, middle)

    def _paint_groove(self, painter: QPainter, y: float) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(QRectF(self._x(-40), y - 2, self._x(60) - self._x(-40), 4), 2, 2)
        if self._safe:
            left, right = self._x(self._safe.start - 0.5), self._x(self._safe.stop - 0.5)
            painter.setBrush(QColor(theme.fraction))
            painter.drawRoundedRect(QRectF(left, y - 4, right - left, 8), 4, 4)
        if self._best is not None:
            x = self._x(self._best)
            painter.setPen(stroke(theme, theme.fraction, 2))
            painter.drawLine(QPointF(x, y - 8), QPointF(x, y + 8))

    def _paint_labels(self, painter: QPainter, y: float) -> None:
        painter.setPen(QColor(self._theme.dim))
        for scale in range(SCALES.start, SCALES.stop, 20):
            if abs(scale - self.value()) > _NEAR:
                self._paint_label(painter, scale, y)
        painter.setPen(QColor(self._theme.accent))
        painter.setFont(word_font(painter.font(), bold=True))
        self._paint_label(painter, self.value(), y)

    def _paint_label(self, painter: QPainter, scale: int, y: float) -> None:
        box = QRectF(self._x(scale) - 30, y, 60, 30)
        align = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, align, f"2{superscript(scale)}")

    def _paint_handle(self, painter: QPainter, y: float) -> None:
        theme, at = self._theme, QPointF(self._x(self.value()), y)
        if self.hasFocus() and not theme.on_paper:
            painter.setPen(stroke(theme, theme.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(at, 7, 7)
