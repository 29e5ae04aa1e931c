"""How many differences there are of which distance, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fpviz.core.text import grouped
from fpviz.widgets.look.style import em, number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as

Range = tuple[int | None, int | None, int]
"""From how many ulps to how many, and how many differences: see ``ranges_of``."""

_SHARE = 0.55
"""What bars have of the width at most."""


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Distribution", text)


def range_said(low: int | None, high: int | None) -> str:
    """A range of distances as it stands beside its bar."""
    if low is None:
        return tr("no number")
    if high is None:
        return tr("{0} and more").format(grouped(low))
    return grouped(low) if low == high else f"{grouped(low)} … {grouped(high)}"


def _distance(low: int | None, high: int | None) -> str:
    text = range_said(low, high)
    return text if low is None else tr("{0} ulps").format(text)


@told_as(Role.StaticText)
class Distribution(QWidget):
    """A bar for each range of ulps, with its count."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ranges: tuple[Range, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ranges(self, ranges: Sequence[Range]) -> None:
        """Show other counts."""
        self._ranges = tuple(ranges)
        said = (f"{_distance(low, high)}: {count}" for low, high, count in self._ranges)
        self.setAccessibleName(tr("Distances: {0}").format(", ".join(said)))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, round(self._line() * len(self._ranges) + 8) if self._ranges else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _line(self) -> float:
        return em(self.font()) * 1.15

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(number_font(self.font(), 0.9))
            metrics = QFontMetricsF(painter.font())
            names = [range_said(low, high) for low, high, _ in self._ranges]
            left = 20 + max(map(metrics.horizontalAdvance, names), default=0)
            most = max((count for *_, count in self._ranges), default=1)
            for at, (name, (low, _, count)) in enumerate(zip(names, self._ranges, strict=True)):
                row = QRectF(12, 4 + at * self._line(), self.width() - 24, self._line())
                self._text(painter, row.adjusted(0, 0, left - row.width() - 8, 0), name, right=True)
                length = max(2.0, count / most * (row.width() - left) * _SHARE)
                bar = QRectF(left + 8, row.top() + 3, length, row.height() - 6)
                ink = self._theme.overflow if low is None else self._theme.accent
                painter.fillRect(bar, QColor(ink))
                self._text(painter, row.adjusted(bar.right(), 0, 0, 0), grouped(count))

    def _text(self, painter: QPainter, area: QRectF, text: str, *, right: bool = False) -> None:
        painter.setPen(QColor(self._theme.dim))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
