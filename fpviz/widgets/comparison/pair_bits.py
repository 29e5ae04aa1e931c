"""The bits of two codes under each other; those that differ are framed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import Decoded
from fpviz.core.pairs.pair import Pair
from fpviz.core.text import bit_fields
from fpviz.core.vectors.said import bits_text
from fpviz.widgets.bit_grid.cell import ShownBit, paint_bit
from fpviz.widgets.bit_grid.layout import by_bit
from fpviz.widgets.bit_grid.texts import bit_name
from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as

_LEAST, _MOST = 1.45, 2.1
"""How far bits stand apart, in digits."""

_GAP = 0.35
"""What lies between two fields, or two groups where fields vary, in distances of bits."""

_LINES = 8
"""Bits by which lines are shortened where not all have room on one."""

_MARGIN = 12


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("PairBits", text)


class BitPlace(NamedTuple):
    """Where the cells of a bit index stand: how far from the left, and on which line."""

    bit: int
    left: float
    line: int


@told_as(Role.StaticText)
class PairBits(QWidget):
    """Two rows of bits, by their names, on as many lines as it takes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pair: Pair | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pair(self, pair: Pair) -> None:
        """Show the codes of a pair."""
        before, self._pair = self._pair, pair
        self.setAccessibleName(description(pair))
        if before is None or before.format != pair.format:
            self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    # -- where cells stand ------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which all lines are seen."""
        if self._pair is None:
            return 0
        lines = 1 + max(place.line for place in self._places(width))
        return round(lines * self._block() + 6)

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def places(self) -> list[BitPlace]:
        """Where the bits stand, the most significant first."""
        return list(self._places(self.width()))

    def _places(self, width: int) -> Iterator[BitPlace]:
        assert self._pair is not None
        fmt = self._pair.format
        pitch, per_line = self._pitch(width)
        left, line, gaps = self._left(), 0, _gaps(fmt)
        for at, index in enumerate(range(fmt.width - 1, -1, -1)):
            if at and not (index + 1) % per_line and fmt.width > per_line:
                left, line = self._left(), line + 1
            yield BitPlace(index, left, line)
            left += pitch * (1 + _GAP * (index in gaps))

    def _pitch(self, width: int) -> tuple[float, int]:
        """How far bits stand apart, and how many stand on a line."""
        assert self._pair is not None
        fmt, digit = self._pair.format, self._digits().horizontalAdvance("0")
        room = width - self._left() - _MARGIN
        gaps = len(_gaps(fmt))
        for per_line in _line_lengths(fmt.width):
            pitch = room / (per_line + _GAP * min(gaps, per_line))
            if pitch >= _LEAST * digit:
                break
        return max(_LEAST * digit, min(_MOST * digit, pitch)), per_line

    def _digits(self) -> QFontMetricsF:
        return QFontMetricsF(number_font(self.font(), 0.92))

    def _left(self) -> float:
        names = self._pair.names if self._pair is not None else ()
        metrics = QFontMetricsF(word_font(self.font(), bold=True))
        return _MARGIN + 6 + max((metrics.horizontalAdvance(name) for name in names), default=0)

    def _cell_height(self) -> float:
        return self._digits().height() * 1.2

    def _row(self) -> float:
        return self._cell_height() + 5

    def _block(self) -> float:
        return 2 * self._row() + 7

    # -- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pair is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            places = self.places()
            for row, (name, decoded) in enumerate(
                zip(self._pair.names, self._pair.decoded, strict=True)
            ):
                self._paint_name(painter, name, self._top(0, row))
                painter.setFont(number_font(self.font(), 0.92))
                self._paint_row(painter, decoded, places, row)

    def _top(self, line: int, row: int) -> float:
        return 5 + line * self._block() + row * self._row()

    def _paint_name(self, painter: QPainter, name: str, top: float) -> None:
        painter.setFont(word_font(self.font(), bold=True))
        painter.setPen(QColor(self._theme.ink))
        area = QRectF(_MARGIN, top, self._left() - _MARGIN, self._cell_height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_row(
        self, painter: QPainter, decoded: Decoded, places: list[BitPlace], row: int
    ) -> None:
        assert self._pair is not None
        pitch, _ = self._pitch(self.width())
        fields, framed = by_bit(decoded.fields), self._pair.bits if row else 0
        for index, left, line in places:
            area = QRectF(left, self._top(line, row), pitch - 1, self._cell_height())
            on, differs = (bool(bits >> index & 1) for bits in (decoded.code, framed))
            paint_bit(painter, area, ShownBit(fields[index].kind, on, differs), self._theme)

    # -- words ------------------------------------------------------------------------------

    def bit_at(self, point: QPointF) -> int | None:
        """The index of the bit at a place; ``None`` beside them."""
        if self._pair is None:
            return None
        pitch, _ = self._pitch(self.width())
        for index, left, line in self.places():
            if QRectF(left, self._top(line, 0), pitch, 2 * self._row()).contains(point):
                return index
        return None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.bit_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if index is None else self.bit_said(index))
            return True
        return super().event(event)

    def bit_said(self, index: int) -> str:
        """What a bit is, and what it is in both codes."""
        assert self._pair is not None
        pair = self._pair
        field = by_bit(pair.a.decoded.fields)[index]
        both = zip(pair.names, pair.codes, strict=True)
        bits = (f"{name} {code >> index & 1}" for name, code in both)
        return " · ".join((bit_name(pair.format, field, index), *bits))


def _gaps(fmt: Format) -> frozenset[int]:
    """The bit indices behind which there is a gap."""
    if fmt.has_fixed_shape:
        return frozenset(field.low for field in fmt.shape if field.low)
    return frozenset(range(4, fmt.width, 4))


def _line_lengths(width: int) -> Iterator[int]:
    """How many bits a line may have: all, or powers of two, the most first."""
    yield width
    length = 64
    while length >= _LINES:
        if length < width:
            yield length
        length //= 2


def description(pair: Pair) -> str:
    """Both rows, and the places of the bits that differ, in words."""
    rows = (
        f"{name} {' '.join(filter(None, bit_fields(pair.format, code)))}"
        for name, code in zip(pair.names, pair.codes, strict=True)
    )
    differing = tr("differing bits: {0}").format(bits_text(pair.bits)) if pair.bits else tr("equal")
    return "; ".join((*rows, differing))
