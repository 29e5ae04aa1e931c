"""Names outside the plot: of curves and levels where they end, of marked steps above them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from fpviz.widgets.look.stroke import DOTS, stroke
from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.look.theme import CurveLook, Theme
from fpviz.widgets.roles import Role, told_as
from fpviz.widgets.run_plot.looks import at_ratio, curve_pen, paint_marker
from fpviz.widgets.translated import told

_APART = 10.0

_SAMPLE, _SAMPLE_ON_PAPER = 20, 30
"""The pixels of a curve's sample beside its name."""

_TELLING = 24
"""Widths of a line in which any two of the dashes differ; a sample has so many where it needs."""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A curve's name and a note under it, in the curve's colour; ``y`` is where it ends.

    ``key`` is the curve's, ``about`` says what it is. What has no ``look`` is a level, at which
    things go out of range.
    """

    name: str
    note: str
    look: CurveLook | None
    y: float
    key: str = ""
    about: str = ""

    @property
    def whole(self) -> str:
        """All that there is to say, a line each."""
        return "\n".join(filter(None, (self.name, self.note, self.about)))


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


@told_as(Role.Graphic)
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


@told_as(Role.Graphic)
class EndLabels(QWidget):
    """A strip of labels beside a plot.

    Signals:
        picked(str): the label of a curve was clicked; its key.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[EndLabel, ...] = ()
        self._area = (0.0, 100.0)
        self._chosen = ""
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

    def show_chosen(self, key: str) -> None:
        """Mark the curve that is looked at."""
        self._chosen = key
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
            places = self._places()
            height = places[0].height() if places else 0
            with_notes = height > QFontMetricsF(self._name_font).height()
            for label, place in zip(self._labels, places, strict=False):
                colour, middle = self._colour(label), place.center().y()
                painter.setPen(stroke(self._theme, colour))
                painter.drawLine(QPointF(0, self._end(label)), QPointF(6, middle))
                if label.key and label.key == self._chosen and not self._theme.on_paper:
                    painter.fillRect(place, QColor(self._theme.accent_soft))
                self._sample(painter, label, middle)
                painter.setPen(QColor(colour))
                self._text(painter, label.name, self._name_font, place.top())
                if with_notes:
                    below = place.top() + QFontMetricsF(self._name_font).height()
                    self._text(painter, label.note, self._note_font, below)

    def _end(self, label: EndLabel) -> float:
        """The height at which a curve ends, as far as it is in view."""
        return max(self._area[0], min(self._area[1], label.y))

    def _places(self) -> list[QRectF]:
        """Where the first labels stand, as many as have room; all are equally high, and too low
        for notes without room."""
        height = QFontMetricsF(self._name_font).height()
        with_note = height + QFontMetricsF(self._note_font).height() + 2
        if with_note * len(self._labels) <= self.height():
            height = with_note  # else what a curve comes to gives way to which curve it is
        shown = self._labels[: max(1, int(self.height() / height))]  # none over another
        wanted = [self._end(label) - height / 2 for label in shown]
        tops = spread(wanted, height, 0, self.height())
        return [QRectF(7, top, self.width() - 7, height) for top in tops]

    def label_at(self, at: QPointF) -> EndLabel | None:
        """The label at a point, if there is one."""
        places = zip(self._labels, self._places(), strict=False)
        return next((label for label, place in places if place.contains(at)), None)

    # -- gestures ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        label = self.label_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and label is not None and label.key:
            self.picked.emit(label.key)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            label = self.label_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), label.whole if label else "", self)
            return True
        return super().event(event)

    # -- painting ---------------------------------------------------------------------------

    def _colour(self, label: EndLabel) -> str:
        return self._theme.overflow if label.look is None else self._theme.tint(label.look.of)

    @property
    def _sample_width(self) -> int:
        least = _SAMPLE_ON_PAPER if self._theme.on_paper else _SAMPLE
        pens = [curve_pen(self._theme, each.look) for each in self._labels if each.look]
        is_long = any(pen.widthF() * sum(pen.dashPattern()) > least for pen in pens)
        return max(least, math.ceil(pens[0].widthF() * _TELLING)) if is_long else least

    @property
    def _left(self) -> float:
        """Where the words begin: behind a sample of the curve."""
        return 10 + self._sample_width + 6

    def _sample(self, painter: QPainter, label: EndLabel, y: float) -> None:
        """A piece of the curve or the level: more than hues tells them apart."""
        if label.look is None:
            painter.setPen(stroke(self._theme, self._theme.overflow, 1, DOTS))
        else:
            pen = curve_pen(self._theme, label.look)
            for dash in pen.dashPattern()[:1]:  # its middle is that of the sample, where a mark is
                pen.setDashOffset((dash - self._sample_width / pen.widthF()) / 2)
            painter.setPen(at_ratio(pen, painter.deviceTransform().m11()))
        painter.drawLine(QPointF(10, y), QPointF(10 + self._sample_width, y))
        if label.look is not None and self._theme.marker(label.look):
            at = QPointF(10 + self._sample_width / 2, y)
            paint_marker(painter, at, self._theme, label.look)

    def _text(self, painter: QPainter, text: str, font: QFont, top: float) -> None:
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        width = self.width() - self._left - 2
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        area = QRectF(self._left, top, width, metrics.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)
