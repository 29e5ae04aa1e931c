"""The mark of a panel whose numbers are its own: two links of a chain that do not meet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel


class ApartMark(QLabel):
    """A small quiet drawing, in the colour of dim text; ``name`` says in words what it means."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setObjectName("frameCaption")
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        side = self.fontMetrics().height()
        self.setFixedSize(round(1.5 * side), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self.palette().color(self.foregroundRole()), 1.3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            centre, reach = QRectF(self.rect()).center(), self.height() * 0.2
            link = QRectF(0, 0, 2.1 * reach, 1.5 * reach)
            for side in (-1, 1):
                link.moveCenter(centre + QPointF(1.7 * reach * side, 0))
                painter.drawRoundedRect(link, 0.75 * reach, 0.75 * reach)
