"""A histogram of exponents over the zones of a format: stacked bars and a legend with counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fpviz.core.line.axis import log2
from fpviz.core.line.zones import ZoneKind
from fpviz.core.text import grouped, superscript
from fpviz.experiments.engine.plot import Histogram
from fpviz.widgets.look.stroke import DOTS, fill_zone, stroke
from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.translated import said, told

_MARGIN = 14.0

_SWATCH = 18
"""How wide a field of the legend is: wide enough for a hatch."""


@told_as(Role.Graphic)
class HistogramView(QWidget):
    """The histogram of a run."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._histogram: Histogram | None = None
        self.setMinimumHeight(90)
        self.hide()

    def show_histogram(self, histogram: Histogram | None) -> None:
        """Show a histogram, or nothing."""
        self._histogram = histogram
        self.setVisible(histogram is not None)
        if histogram is not None:
            self.setAccessibleName(said(histogram.label))
            self.setAccessibleDescription(told(*(text for _, text in legend(histogram))))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, round(QFontMetricsF(self.font()).height() * 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._histogram is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_histogram(painter, QRectF(self.rect()), self._histogram, self._theme)


Entry = tuple[ZoneKind, str]
"""A zone, and what is said of it."""


def legend(histogram: Histogram, *, counts: bool = True) -> list[Entry]:
    """Each zone that has any numbers: its name with its share, and with ``counts`` its count."""
    whole = sum(histogram.totals) or 1
    entries = []
    zones = zip(histogram.kinds, histogram.zones, histogram.totals, strict=True)
    for kind, zone, count in zones:
        share = f"{100 * count / whole:.3g} %"
        text = f"{grouped(count)} ({share})" if counts else share
        if count:
            entries.append((kind, f"{said(zone)} {text}"))
    return entries


def legend_rows(histogram: Histogram, metrics: QFontMetricsF, width: float) -> list[list[Entry]]:
    """The legend in one row; without counts, and in more rows, where there is no room."""
    rows = _in_rows(legend(histogram), metrics, width)
    return rows if len(rows) == 1 else _in_rows(legend(histogram, counts=False), metrics, width)


def _in_rows(entries: list[Entry], metrics: QFontMetricsF, width: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = [[]]
    free = width
    for entry in entries:
        wide = _wide(entry, metrics)
        if wide > free and rows[-1]:
            rows.append([])
            free = width
        rows[-1].append(entry)
        free -= wide
    return rows


def _wide(entry: Entry, metrics: QFontMetricsF) -> float:
    """The room of an entry: a field, its text, and the gap behind it."""
    return metrics.horizontalAdvance(entry[1]) + _SWATCH + 19


def _fill(painter: QPainter, area: QRectF, theme: Theme, kind: ZoneKind) -> None:
    """Fill a piece of a bar as its zone looks, in a frame."""
    if area.height() > 0:
        fill_zone(painter, area, theme, kind)
        painter.setPen(stroke(theme, theme.tint(kind)))
        painter.drawRect(area)


def paint_histogram(painter: QPainter, area: QRectF, histogram: Histogram, theme: Theme) -> None:
    """Paint the legend above, the bars below it, and the borders of the zones across."""
    if not histogram.bars:
        return
    small = word_font(painter.font(), 0.85)
    painter.setFont(small)
    metrics = QFontMetricsF(small)
    height = metrics.height()
    rows = legend_rows(histogram, metrics, area.width() - 2 * _MARGIN)
    for row, entries in enumerate(rows):
        top = area.top() + 6 + row * height * 1.1
        _paint_legend(painter, QPointF(area.left() + _MARGIN, top), entries, theme)
    stage = area.adjusted(62, height * (0.6 + 1.1 * len(rows)), -16, -height * 1.4)
    first, last = histogram.bars[0].exponent, histogram.bars[-1].exponent
    pitch = stage.width() / (last - first + 1)
    tallest = max(sum(bar.counts) for bar in histogram.bars) or 1
    for bar in histogram.bars:
        left = stage.left() + (bar.exponent - first) * pitch
        top = stage.bottom()
        for kind, count in zip(histogram.kinds, bar.counts, strict=True):
            piece = stage.height() * count / tallest
            top -= piece
            _fill(painter, QRectF(left + 0.5, top, max(1.0, pitch - 1), piece), theme, kind)
    painter.setPen(stroke(theme, theme.ink, 1, DOTS))
    for border in histogram.borders:
        x = stage.left() + (log2(border) - first) * pitch
        if stage.left() <= x <= stage.right():
            painter.drawLine(QPointF(x, stage.top()), QPointF(x, stage.bottom()))
    step = max(1, round(metrics.horizontalAdvance("2⁻¹⁰⁰  ") / pitch))
    painter.setPen(QColor(theme.dim))
    for exponent in range(first + -first % step, last + 1, step):
        x = stage.left() + (exponent - first) * pitch
        box = QRectF(x - 30, stage.bottom() + 1, 60, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"2{superscript(exponent)}")


def _paint_legend(painter: QPainter, at: QPointF, entries: list[Entry], theme: Theme) -> None:
    """Paint a row of the legend."""
    metrics = QFontMetricsF(painter.font())
    x = at.x()
    for entry in entries:
        kind, text = entry
        _fill(painter, QRectF(x, at.y(), _SWATCH, 9), theme, kind)
        painter.setPen(QColor(theme.ink))
        painter.drawText(QPointF(x + _SWATCH + 4, at.y() + metrics.ascent() * 0.85), text)
        x += _wide(entry, metrics)
