"""How many values two formats have in each binade, as a picture."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fpviz.core.formats import Format
from fpviz.core.formats.comparison import Binade, BinadePairs
from fpviz.core.text import superscript
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.look.theme import CurveLook, Theme

_COLUMNS = 400
"""At most so many binades are counted: narrower ones could not be told apart."""

_ROUND = (1, 2, 4, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 500, 512)


@dataclass(frozen=True, slots=True)
class BinadeCounts:
    """The counts of every ``every``-th binade."""

    binades: tuple[Binade, ...]
    every: int

    @property
    def tallest(self) -> int:
        """The logarithm of the largest count, rounded up."""
        most = max(max(binade.first, binade.second) for binade in self.binades)
        return max(1, most.bit_length())


@lru_cache(maxsize=32)
def counts(first: Format, second: Format) -> BinadeCounts:
    """The counts of two formats, of every binade or of every so many-th."""
    found = BinadePairs(first, second)
    every = max(1, -(-len(found) // _COLUMNS))
    return BinadeCounts(tuple(found[::every]), every)


class BinadeChart(QWidget):
    """Steps over the exponents of two, one line for each of two formats."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pair: tuple[Format, Format] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_pair(self, first: Format, second: Format) -> None:
        """Show two formats."""
        self._pair = first, second
        self.setAccessibleName(_title(counts(first, second)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, round(QFontMetricsF(self.font()).height() * 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(QFontMetricsF(self.font()).height() * 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pair is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), QColor(self._theme.panel))
            _ChartDrawing(painter, QRectF(self.rect()), self._pair, self._theme).paint()


def _title(found: BinadeCounts) -> str:
    text = QCoreApplication.translate("BinadeChart", "positive values from 2ᵉ to 2ᵉ⁺¹, by e")
    if found.every == 1:
        return text
    every = QCoreApplication.translate("BinadeChart", "every {n}th binade")
    return f"{text} · {every.format(n=found.every)}"


class _ChartDrawing:
    """The chart on its way to a painter: the measures that its parts share."""

    def __init__(
        self, painter: QPainter, area: QRectF, pair: tuple[Format, Format], theme: Theme
    ) -> None:
        self.painter, self.theme, self.pair = painter, theme, pair
        self.found = counts(*pair)
        self.words, self.numbers = (
            word_font(painter.font(), 0.88),
            number_font(painter.font(), 0.85),
        )
        self.line = QFontMetricsF(self.numbers).height()
        self.area = area.adjusted(3.4 * self.line, 2.6 * self.line, -self.line, -1.8 * self.line)
        self.start = self.found.binades[0].exponent
        self.stop = self.found.binades[-1].exponent + self.found.every

    def x(self, exponent: float) -> float:
        share = (exponent - self.start) / (self.stop - self.start)
        return self.area.left() + share * self.area.width()

    def y(self, count: int) -> float:
        """One value stands a step above none, then logarithmically."""
        height = 0.0 if not count else 1 + math.log2(count)
        return self.area.bottom() - height / (self.found.tallest + 1) * self.area.height()

    def paint(self) -> None:
        self.titles()
        self.grid()
        for place, fmt in enumerate(self.pair):
            look = CurveLook(fmt, place=place)
            pen = stroke(self.theme, self.theme.tint(fmt), 2, self.theme.dashes(look))
            self.painter.setPen(pen)
            self.painter.drawPolyline(list(self.steps(place)))

    def steps(self, place: int) -> Iterator[QPointF]:
        for binade in self.found.binades:
            count = binade.second if place else binade.first
            for end in (binade.exponent, binade.exponent + self.found.every):
                yield QPointF(self.x(end), self.y(count))

    def titles(self) -> None:
        self.painter.setFont(self.words)
        self.painter.setPen(QColor(self.theme.dim))
        top = QRectF(self.area.left(), 0, self.area.width(), self.line * 1.2)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.painter.drawText(top, left, _title(self.found))
        x = self.area.left()
        for fmt in self.pair:
            self.painter.setPen(QColor(self.theme.tint(fmt)))
            name = fmt.title or fmt.name
            width = QFontMetricsF(self.words).horizontalAdvance(name) + self.line
            self.painter.drawText(QRectF(x, self.line * 1.2, width, self.line * 1.2), left, name)
            x += width

    def grid(self) -> None:
        self.painter.setFont(self.numbers)
        across = _every(self.stop - self.start, self.area.width() / (4 * self.line))
        first = -(-self.start // across) * across
        for exponent in range(first, self.stop + 1, across):
            x = self.x(exponent)
            self.rule(QLineF(x, self.area.top(), x, self.area.bottom()))
            label = QRectF(x - 2 * self.line, self.area.bottom() + 3, 4 * self.line, self.line)
            self.painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"2{superscript(exponent)}")
        up = _every(self.found.tallest, self.area.height() / (1.6 * self.line))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for exponent in (None, *range(0, self.found.tallest + 1, up)):
            y = self.y(0 if exponent is None else 1 << exponent)
            self.rule(QLineF(self.area.left(), y, self.area.right(), y))
            text = "0" if exponent is None else str(1 << exponent) if exponent < 7 else ""
            text = text or f"2{superscript(exponent or 0)}"
            label = QRectF(0, y - self.line / 2, self.area.left() - 6, self.line)
            self.painter.drawText(label, right, text)

    def rule(self, line: QLineF) -> None:
        self.painter.setPen(stroke(self.theme, self.theme.line, 1))
        self.painter.drawLine(line)
        self.painter.setPen(QColor(self.theme.dim))


def _every(span: int, at_most: float) -> int:
    """The least round step by which at most so many labels fit a span."""
    steps = (*_ROUND, *(1000 * k for k in (1, 2, 4, 8, 16)))
    return next((step for step in steps if span / step <= max(at_most, 2.0)), 32_000)
