"""The bits of a code in a row of a table: small cells in the colours of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from fpviz.core.formats import FieldKind, Format
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme, field_colours

_NARROW_FROM = 33
"""Bits of a code from which on its cells are as narrow as their digits."""


class PlacedBit(NamedTuple):
    """A bit of a code, and how far its cell is from the left."""

    left: float
    bit: int
    kind: FieldKind
    is_set: bool


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

    def placed(self, fmt: Format, code: int) -> Iterator[PlacedBit]:
        """The bits from the left to the right, with a gap between fields."""
        wide, _ = self.cell(fmt)
        left = 0.0
        for each in fmt.fields(code):
            for at, digit in enumerate(each.digits):
                yield PlacedBit(left, each.high - at, each.kind, digit == "1")
                left += wide
            left += wide / 2 if each.width else 0

    def width(self, fmt: Format) -> float:
        """The room that the bits of a code take."""
        wide, _ = self.cell(fmt)
        return wide * (fmt.width + len(fmt.fields(0)) / 2)

    def bit_at(self, fmt: Format, code: int, x: float) -> int | None:
        """The index of the bit whose cell is so far from the left."""
        wide, _ = self.cell(fmt)
        hit = (each for each in self.placed(fmt, code) if each.left <= x < each.left + wide)
        return next((each.bit for each in hit), None)

    def paint(self, painter: QPainter, left_middle: QPointF, fmt: Format, code: int) -> None:
        """Paint a code, its left edge and its middle at a point."""
        wide, high = self.cell(fmt)
        top = round(left_middle.y() - high / 2)
        for bit in self.placed(fmt, code):
            area = QRectF(left_middle.x() + bit.left, top, wide, high)
            if self.theme.on_paper:
                self._draw(painter, area, bit)
            else:
                painter.drawPixmap(area.topLeft(), self._cell_of(painter, area, bit))

    def _cell_of(self, painter: QPainter, area: QRectF, bit: PlacedBit) -> QPixmap:
        """The picture of a cell, as fine as what it is painted on."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        key = (bit.kind, bit.is_set, area.width(), area.height(), ratio)
        if key not in self._drawn:
            pixmap = QPixmap((area.size() * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as own:
                own.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._draw(own, QRectF(0, 0, area.width(), area.height()), bit)
            self._drawn[key] = pixmap
        return self._drawn[key]

    def _draw(self, painter: QPainter, area: QRectF, bit: PlacedBit) -> None:
        full, soft = field_colours(self.theme)[bit.kind]
        painter.setPen(stroke(self.theme, full) if self.theme.on_paper else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(full if bit.is_set else soft))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setFont(self.font)
        painter.setPen(QColor(self.theme.panel if bit.is_set else full))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "1" if bit.is_set else "0")
