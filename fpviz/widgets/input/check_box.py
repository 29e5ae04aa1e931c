"""A check box whose box stands out on dark ground, and is ticked where it is checked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

from fpviz.widgets.look.style import em

_SIDE, _GAP = 0.92, 0.42
"""The side of the box, and what lies between it and the words, in lines of text."""

_TICK = ((0.22, 0.53), (0.42, 0.73), (0.79, 0.28))
"""The tick in the box: its beginning, corner and end, as shares of the side."""


class CheckBox(QCheckBox):
    """Drawn in the palette's colours, and as large as its text."""

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        line = em(self.font())
        return QSize(round((_SIDE + _GAP) * line + words.width()) + 4, round(1.2 * line) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(position)  # box and words alike

    def paintEvent(self, event: QPaintEvent) -> None:
        side = round(_SIDE * em(self.font()))
        box = QRectF(1.5, (self.height() - side) // 2 + 0.5, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_box(painter, box)
            lit = self.hasFocus() or self.underMouse()
            roles = QPalette.ColorRole
            painter.setPen(self._colour(roles.Highlight if lit else roles.WindowText))
            words = self.rect().adjusted(round(box.right() + _GAP * em(self.font())), 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
            painter.drawText(words, flags, self.text())

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        roles, checked = QPalette.ColorRole, self.isChecked()
        rim = roles.Highlight if checked or self.hasFocus() else roles.PlaceholderText
        painter.setPen(self._colour(rim))
        painter.setBrush(self._colour(roles.Highlight if checked else roles.Base))
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            pen = QPen(self._colour(roles.HighlightedText), 0.13 * box.width())
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            at = [box.topLeft() + QPointF(x, y) * box.width() for x, y in _TICK]
            painter.drawPolyline(at)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
