"""A census painted: zones behind, bars in front, names above, exponents below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from fpviz.core.text import grouped, superscript
from fpviz.data.census.elements import Kind, NoPower
from fpviz.widgets.look.stroke import fill_zone, stroke
from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.words import zone_names
from fpviz.widgets.tensors.histogram_layout import Exponents, HistogramLayout, Margins
from fpviz.widgets.tensors.zone_spans import ZoneSpan


def small(font: QFont) -> QFont:
    """The face of what stands around the stage."""
    return word_font(font, 0.85)


def margins(font: QFont) -> Margins:
    """What the parts need in a face."""
    height = QFontMetricsF(small(font)).height()
    return Margins(gutter=4.2 * height, names=2.7 * height, axis=1.6 * height)


def paint(
    painter: QPainter,
    shown: Exponents,
    placed: HistogramLayout,
    theme: Theme,
    current: Kind | None = None,
) -> None:
    """Paint a histogram; the kind that is current is framed."""
    painter.setFont(small(painter.font()))
    _paint_zones(painter, shown, placed, theme)
    for kind, bar in placed.bars:
        if isinstance(kind, NoPower):
            painter.fillRect(bar, QColor(theme.dim if kind is NoPower.ZERO else theme.overflow))
            if shown.count(kind) > shown.tallest:
                _paint_cut(painter, bar, theme)
            continue
        for span in shown.spans:
            _paint_part(painter, bar.intersected(_visible(placed, span)), theme, span)
    _paint_axis(painter, placed, theme)
    _paint_odd(painter, shown, placed, theme)
    slot = placed.slot(current)
    if slot is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stroke(theme, theme.accent, 1.5))
        painter.drawRect(slot.adjusted(-0.5, 0, 0.5, 0))


def _visible(placed: HistogramLayout, span: ZoneSpan) -> QRectF:
    left, right = placed.x(span.low), placed.x(span.high)
    return QRectF(left, placed.stage.top(), right - left, placed.stage.height())


def _paint_zones(
    painter: QPainter, shown: Exponents, placed: HistogramLayout, theme: Theme
) -> None:
    metrics = QFontMetricsF(painter.font())
    for span in shown.spans:
        area = _visible(placed, span)
        if area.width() <= 0:
            continue
        fill_zone(painter, area, theme, span.kind)
        fitting = (
            name
            for name in zone_names(shown.fmt, span.zone)
            if metrics.horizontalAdvance(name) <= area.width() - 4
        )
        painter.setPen(QColor(theme.tint(span.kind)))
        above = QRectF(area.left(), area.top() - 1.45 * metrics.height(), area.width(), 100)
        painter.drawText(
            above, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, next(fitting, "")
        )


def _paint_cut(painter: QPainter, bar: QRectF, theme: Theme) -> None:
    """Show that a bar would be taller: there is no room for what most tensors have most of."""
    painter.setPen(stroke(theme, theme.panel, 2))
    for y in (bar.top() + 0.12 * bar.height(), bar.top() + 0.12 * bar.height() + 5):
        painter.drawLine(QPointF(bar.left(), y + 4), QPointF(bar.right(), y - 4))


def _paint_part(painter: QPainter, part: QRectF, theme: Theme, span: ZoneSpan) -> None:
    """Paint what of a bar lies in a zone."""
    if not part.isEmpty():
        painter.fillRect(part, QColor(theme.tint(span.kind)))


def _paint_axis(painter: QPainter, placed: HistogramLayout, theme: Theme) -> None:
    metrics, stage, window = QFontMetricsF(painter.font()), placed.stage, placed.window
    pitch = stage.width() / len(window)
    step = next(
        each
        for each in (1, 2, 4, 8, 16, 32, 64, 128, 256, 1024, 4096, 1 << 20)
        if each * pitch > metrics.horizontalAdvance("2⁻¹⁰⁰  ") or each == 1 << 20
    )
    painter.setPen(QColor(theme.line))
    painter.drawLine(stage.bottomLeft(), stage.bottomRight())
    painter.setPen(QColor(theme.dim))
    for exponent in range(window.start + -window.start % step, window.stop, step):
        x = stage.left() + (exponent - window.start) * pitch
        painter.drawLine(QPointF(x, stage.bottom()), QPointF(x, stage.bottom() + 3))
        box = QRectF(x - 40, stage.bottom() + 4, 80, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"2{superscript(exponent)}")


def _paint_odd(painter: QPainter, shown: Exponents, placed: HistogramLayout, theme: Theme) -> None:
    """What stands beside the stage: what each gutter is of, and how many there are."""
    metrics, stage = QFontMetricsF(painter.font()), placed.stage
    painter.setPen(QColor(theme.dim))
    bars = dict(placed.bars)
    for kind, slot in placed.slots:
        if not isinstance(kind, NoPower):
            continue
        top = bars[kind].top() if kind in bars else stage.bottom()
        below = QRectF(slot.left() - 20, stage.bottom() + 4, slot.width() + 40, metrics.height())
        above = below.translated(0, top - metrics.height() - 2 - below.top())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, NAMES[kind])
        if kind in bars:
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, grouped(shown.count(kind)))


NAMES = {NoPower.ZERO: "0", NoPower.INFINITE: "∞", NoPower.NAN: "NaN"}
"""What stands under a bar of what has no power of two."""
