"""The names of the curves, beside the plot, each at the height where its curve ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fpviz.widgets.style import number_font, word_font
from fpviz.widgets.theme import Theme


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A curve's name and a note under it, in the curve's colour; ``y`` is where it ends."""

    name: str
    note: str
    colour: int
    y: float


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


class EndLabels(QWidget):
    """A strip of labels beside a plot."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[EndLabel, ...] = ()
        self._area = (0.0, 100.0)
        self._name_font = word_font(self.font(), 0.9, bold=True)
        self._note_font = number_font(self.font(), 0.82)

    def show_labels(self, labels: Sequence[EndLabel], low: float, high: float) -> None:
        """Show labels between the heights ``low`` and ``high`` of the plot's own area."""
        self._labels, self._area = tuple(labels), (low, high)
        self.setAccessibleName("; ".join(f"{label.name}: {label.note}" for label in labels))
        self.update()

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
        return QSize(round(min(widest, notes.horizontalAdvance("0" * 30))) + 16, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            names, notes = QFontMetricsF(self._name_font), QFontMetricsF(self._note_font)
            height = names.height() + notes.height() + 2
            with_notes = height * len(self._labels) <= self.height()
            if not with_notes:  # what a curve comes to gives way to which curve it is
                height = names.height()
            ends = [max(self._area[0], min(self._area[1], label.y)) for label in self._labels]
            tops = spread([end - height / 2 for end in ends], height, 0, self.height())
            for label, end, top in zip(self._labels, ends, tops, strict=True):
                colour = QColor(self._theme.lanes[label.colour % len(self._theme.lanes)])
                painter.setPen(QPen(colour, 1))
                painter.drawLine(QPointF(0, end), QPointF(6, top + height / 2))
                self._text(painter, label.name, self._name_font, top)
                if with_notes:
                    self._text(painter, label.note, self._note_font, top + names.height())

    def _text(self, painter: QPainter, text: str, font: QFont, top: float) -> None:
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        width = self.width() - 12
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        area = QRectF(10, top, width, metrics.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)
