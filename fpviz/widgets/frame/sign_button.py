"""The small buttons of a panel's header, whose signs are drawn: a face may lack them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton


class Sign(Enum):
    """What a button of the header means."""

    MORE = "more"
    FLOAT = "float"
    CLOSE = "close"


class SignButton(QToolButton):
    """A small button that shows a drawn sign in the colour of dim text."""

    def __init__(self, sign: Sign, name: str, tip: str) -> None:
        super().__init__()
        self._sign = sign
        self.setObjectName("quiet")
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = self.fontMetrics().height() + 6
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(self.foregroundRole()), 1.3))
            _draw(painter, self._sign, QRectF(self.rect()).center(), self.height() * 0.17)


def _draw(painter: QPainter, sign: Sign, centre: QPointF, reach: float) -> None:
    match sign:
        case Sign.MORE:
            _three_dots(painter, centre, reach)
        case Sign.FLOAT:
            _two_windows(painter, centre, reach)
        case Sign.CLOSE:
            _cross(painter, centre, reach)


def _three_dots(painter: QPainter, centre: QPointF, reach: float) -> None:
    painter.setBrush(painter.pen().color())
    for place in (-1, 0, 1):
        painter.drawEllipse(centre + QPointF(1.4 * reach * place, 0), 0.6, 0.6)


def _cross(painter: QPainter, centre: QPointF, reach: float) -> None:
    for slope in (-1, 1):
        step = QPointF(reach, reach * slope)
        painter.drawLine(centre - step, centre + step)


def _two_windows(painter: QPainter, centre: QPointF, reach: float) -> None:
    """A window, and behind it the corner of another."""
    square = QRectF(0, 0, 1.5 * reach, 1.5 * reach)
    square.moveCenter(centre + QPointF(-0.35 * reach, 0.35 * reach))
    painter.drawRect(square)
    behind = square.translated(0.6 * reach, -0.6 * reach)
    painter.drawPolyline(
        [
            QPointF(behind.left(), square.top()),
            behind.topLeft(),
            behind.topRight(),
            behind.bottomRight(),
            QPointF(square.right(), behind.bottom()),
        ]
    )
