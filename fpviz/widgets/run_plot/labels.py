"""Names outside the plot: of curves and levels where they end, of marked steps above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fpviz.widgets.run_plot.looks import at_ratio, curve_pen, paint_marker
from fpviz.widgets.said import told
from fpviz.widgets.stroke import DOTS, stroke
from fpviz.widgets.style import number_font, word_font
from fpviz.widgets.theme import Theme

_APART = 10.0

_SAMPLE = 30
"""The pixels of a curve's sample on paper."""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A curve's name and a note under it, in the curve's colour; ``y`` is where it ends.

    What has no ``colour`` is a level, at which things go out of range.
    """

    name: str
    note: str
    colour: int | None
    y: float


@dataclass(frozen=True, slots=True)
class TopLabel:
    """What is marked at a step, and where that step is."""

    name: str
    x: float


def spread(wanted: Sequence[float], height: float, low: float, high: float) -> list[float]:
    """Tops of boxes of ``height`` as near to ``wanted`` as they can be without overlapping,
    between ``low`` and ``high``; where they do not all fit, they are packed evenly."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    room = high - low
    step = min(height, room / max(1, len(order)))
    tops: list[float] = []
    for place, i in enumerate(order):
        earliest = low if not tops else tops[-1] + step
        latest = high - step * (len(order) - place)
        tops.append(max(earliest, min(wanted[i], latest)))
    result = [0.0] * len(wanted)
    for place, i in enumerate(order):
        result[i] = tops[place]
    return result


def placed(labels: Sequence[tuple[float, float]], width: float) -> list[float | None]:
    """The left ends of texts, given by middle and width from left to right, in a strip.

    Each is as near to its middle as the strip and the text before it allow; ``None`` where there
    is no room left for it.
    """
    ends: list[float | None] = []
    free = 0.0
    for middle, wide in labels:
        left = max(free, min(middle - wide / 2, width - wide))
        fits = left + wide <= width
        ends.append(left if fits else None)
        free = left + wide + _APART if fits else free
    return ends


class TopLabels(QWidget):
    """A strip of labels above a plot; it is there only if there are any."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[TopLabel, ...] = ()
        self._font = word_font(self.font(), 0.9)
        self.setFixedHeight(round(QFontMetricsF(self._font).height()) + 2)
        self.hide()

    def show_labels(self, labels: Sequence[TopLabel]) -> None:
        """Show labels, of which each text stands at its first place alone."""
        first: dict[str, TopLabel] = {}
        for label in sorted(labels, key=lambda label: label.x):
            first.setdefault(label.name, label)
        self._labels = tuple(first.values())
        self.setAccessibleName(told(*(label.name for label in self._labels)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetricsF(self._font)
        wide = [(label.x, metrics.horizontalAdvance(label.name)) for label in self._labels]
        with QPainter(self) as painter:
            painter.setFont(self._font)
            painter.setPen(QColor(self._theme.overflow))
            for label, left in zip(self._labels, placed(wide, self.width()), strict=True):
                if left is not None:
                    painter.drawText(QPointF(left, metrics.ascent()), label.name)


class EndLabels(QWidget):
    """A strip of labels beside a plot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[EndLabel, ...] = ()
        self._area = (0.0, 100.0)
        self._is_figure = False
        self._name_font = word_font(self.font(), 0.9, bold=True)
        self._note_font = number_font(self.font(), 0.82)

    def show_labels(self, labels: Sequence[EndLabel], low: float, high: float) -> None:
        """Show labels between the heights ``low`` and ``high`` of the plot's own area."""
        self._labels, self._area = tuple(labels), (low, high)
        self.setAccessibleName(
            told(*(f"{each.name}: {each.note}" if each.note else each.name for each in labels))
        )
        self.update()

    def become_figure(self) -> None:
        """From now on ask for as much room as the longest name takes."""
        self._is_figure = True

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        names, notes = QFontMetricsF(self._name_font), QFontMetricsF(self._note_font)
        widest = max(
            (
                max(names.horizontalAdvance(label.name), notes.horizontalAdvance(label.note))
                for label in self._labels
            ),
            default=100.0,
        )
        if not self._is_figure:
            widest = min(widest, notes.horizontalAdvance("0" * 30))
        return QSize(round(widest + self._left) + 6, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            names, notes = QFontMetricsF(self._name_font), QFontMetricsF(self._note_font)
            height = names.height() + notes.height() + 2
            with_notes = height * len(self._labels) <= self.height()
            if not with_notes:  # what a curve comes to gives way to which curve it is
                height = names.height()
            shown = self._labels[: max(1, int(self.height() / height))]  # none over another
            ends = [max(self._area[0], min(self._area[1], label.y)) for label in shown]
            tops = spread([end - height / 2 for end in ends], height, 0, self.height())
            for label, end, top in zip(shown, ends, tops, strict=True):
                colour, middle = self._colour(label), top + height / 2
                painter.setPen(stroke(self._theme, colour))
                painter.drawLine(QPointF(0, end), QPointF(6, middle))
                self._sample(painter, label, middle)
                painter.setPen(QColor(colour))
                self._text(painter, label.name, self._name_font, top)
                if with_notes:
                    self._text(painter, label.note, self._note_font, top + names.height())

    def _colour(self, label: EndLabel) -> str:
        if label.colour is None:
            return self._theme.overflow
        return self._theme.lanes[label.colour % len(self._theme.lanes)]

    @property
    def _left(self) -> float:
        """Where the words begin: on paper, behind a sample of the curve."""
        return 10 + (_SAMPLE + 6 if self._theme.on_paper else 0)

    def _sample(self, painter: QPainter, label: EndLabel, y: float) -> None:
        """On paper, a piece of the curve or the level: more than hues tells them apart there."""
        if not self._theme.on_paper:
            return
        if label.colour is None:
            painter.setPen(stroke(self._theme, self._theme.overflow, 1, DOTS))
        else:
            pen = curve_pen(self._theme, label.colour)
            painter.setPen(at_ratio(pen, painter.deviceTransform().m11()))
        painter.drawLine(QPointF(10, y), QPointF(10 + _SAMPLE, y))
        if label.colour is not None:
            paint_marker(painter, QPointF(10 + _SAMPLE / 2, y), self._theme, label.colour)

    def _text(self, painter: QPainter, text: str, font: QFont, top: float) -> None:
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        width = self.width() - self._left - 2
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        area = QRectF(self._left, top, width, metrics.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)
