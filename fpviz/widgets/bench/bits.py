"""The bits of a code in a row of a table: small cells in the colours of their fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from fpviz.core.formats import FieldKind, Format
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme, field_colours

_PIECE = 4
"""Bits that are drawn as one picture: more would be too many pictures, less too many of them."""

_NARROW_FROM = 33
"""Bits of a code from which on its cells are as narrow as their digits."""


@dataclass
class BitPainter:
    """Paints codes of formats; on a screen each cell is drawn once, and then copied."""

    font: QFont
    theme: Theme
    _drawn: dict[object, QPixmap] = field(default_factory=dict)

    def cell(self, fmt: Format) -> tuple[float, float]:
        """Width and height of a cell."""
        metrics = QFontMetricsF(self.font)
        room = 1 if fmt.width >= _NARROW_FROM else metrics.height() * 0.25
        return round(metrics.horizontalAdvance("0") + room), round(metrics.height() * 1.1)

    def width(self, fmt: Format) -> float:
        """The room that the bits of a code take."""
        wide, _ = self.cell(fmt)
        return wide * (fmt.width + len(fmt.fields(0)) / 2)

    def bit_at(self, fmt: Format, code: int, x: float) -> int | None:
        """The index of the bit whose cell is so far from the left."""
        wide, _ = self.cell(fmt)
        left = 0.0
        for each in fmt.fields(code):
            if left <= x < left + wide * each.width:
                return each.high - int((x - left) // wide)
            left += wide * (each.width + 0.5) if each.width else 0
        return None

    def paint(self, painter: QPainter, left_middle: QPointF, fmt: Format, code: int) -> None:
        """Paint a code, its left edge and its middle at a point."""
        wide, high = self.cell(fmt)
        left, top = left_middle.x(), round(left_middle.y() - high / 2)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        for each in fmt.fields(code):
            for at in range(0, each.width, _PIECE):
                digits, size = each.digits[at : at + _PIECE], (wide, high)
                if self.theme.on_paper:
                    self._draw(painter, QPointF(left + at * wide, top), size, each.kind, digits)
                else:
                    piece = self._piece(size, each.kind, digits, ratio)
                    painter.drawPixmap(QPointF(left + at * wide, top), piece)
            left += wide * (each.width + 0.5) if each.width else 0

    def _piece(
        self, size: tuple[float, float], kind: FieldKind, digits: str, ratio: float
    ) -> QPixmap:
        """The picture of a few cells side by side, as fine as what it is painted on."""
        key = (kind.value, digits, size, ratio)
        if key not in self._drawn:
            wide, high = size[0] * len(digits), size[1]
            pixmap = QPixmap(round(wide * ratio), round(high * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(QColor("transparent"))
            with QPainter(pixmap) as own:
                self._draw(own, QPointF(0, 0), size, kind, digits)
            self._drawn[key] = pixmap
        return self._drawn[key]

    def _draw(
        self,
        painter: QPainter,
        corner: QPointF,
        size: tuple[float, float],
        kind: FieldKind,
        digits: str,
    ) -> None:
        """Draw cells side by side, from a corner on."""
        full, soft = field_colours(self.theme)[kind]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        for at, digit in enumerate(digits):
            area = QRectF(corner.x() + at * size[0], corner.y(), *size)
            painter.setPen(stroke(self.theme, full) if self.theme.on_paper else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(full if digit == "1" else soft))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            painter.setPen(QColor(self.theme.panel if digit == "1" else full))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, digit)
