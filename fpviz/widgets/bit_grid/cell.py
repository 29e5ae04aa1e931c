"""One bit: a native button, so that a screen reader and the keyboard know what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from fpviz.core.formats import FieldKind
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme, field_colours


@dataclass(frozen=True, slots=True)
class Gestures:
    """Where the cells of a row hand what is done to them, mostly by the index of their bit.

    ``begun`` takes the value that a press gives, ``dragged`` a place in the row; ``key`` returns
    whether a key was used.
    """

    begun: Callable[[int, bool], None]
    dragged: Callable[[QPoint], None]
    key: Callable[[int, QKeyEvent], bool]
    entered: Callable[[int], None]
    left: Callable[[], None]
    focused: Callable[[int], None]


class BitCell(QAbstractButton):
    """A bit of a row. It shows what it is told and hands every gesture to its row."""

    def __init__(self, row: QWidget, index: int, hand: Gestures, theme: Theme) -> None:
        super().__init__(row)
        self.index = index
        self.field = FieldKind.FRACTION
        self.value = False
        self.outlined = False
        self.spotlit = False
        self._hand = hand
        self._theme = theme
        self._digit_font = self.font()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._toggled)

    def set_field(self, field: FieldKind) -> None:
        """Be a bit of a field of another kind."""
        self.field = field
        self.update()

    def show_bit(self, value: bool, outlined: bool) -> None:
        """Show a bit, outlined where rounding changed it."""
        if outlined != self.outlined:
            self.outlined = outlined
            self.update()
        self.value = value
        self.setChecked(value)

    def set_look(self, theme: Theme, digit_font: QFont) -> None:
        """Take other colours, and another font for the digit."""
        self._theme, self._digit_font = theme, digit_font
        self.update()

    def set_spotlit(self, spotlit: bool) -> None:
        """Point at the bit, or no longer."""
        if spotlit != self.spotlit:
            self.spotlit = spotlit
            self.update()

    def _toggled(self, checked: bool) -> None:
        """A screen reader has toggled the bit; keys and mouse do not come here."""
        if checked != self.value:
            self._hand.begun(self.index, checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.begun(self.index, not self.isChecked())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._hand.dragged(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._hand.key(self.index, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hand.entered(self.index)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hand.left()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._hand.focused(self.index)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hand.left()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._digit_font)
            area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            bit = ShownBit(self.field, self.isChecked(), self.outlined)
            paint_bit(painter, area, bit, theme)
            if self.spotlit and not theme.on_paper:
                painter.fillRect(
                    QRectF(0, self.height() - 3, self.width(), 3), QColor(theme.accent)
                )
            if self.hasFocus() and not theme.on_paper:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(stroke(theme, theme.ink, 1.5))
                painter.drawRoundedRect(area, 2.5, 2.5)


class ShownBit(NamedTuple):
    """A bit of a field, outlined where it is another than it might be."""

    field: FieldKind
    on: bool
    outlined: bool = False


def paint_bit(painter: QPainter, area: QRectF, bit: ShownBit, theme: Theme) -> None:
    """Paint a bit in the painter's font."""
    field, on, outlined = bit
    full, soft = field_colours(theme)[field]
    painter.setPen(stroke(theme, full) if theme.on_paper else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(full if on else soft))
    painter.drawRoundedRect(area, 2.5, 2.5)
    if outlined and theme.on_paper:  # a gap tells the outline from a filled cell
        painter.setPen(stroke(theme, theme.panel, 2))
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 1, 1)
    if outlined:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(stroke(theme, theme.changed, 2.6 if theme.on_paper else 1.5))
        painter.drawRoundedRect(area, 2.5, 2.5)
    painter.setPen(QColor(theme.panel if on else full))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "1" if on else "0")


def paint_hidden_bit(painter: QPainter, area: QRectF, text: str, theme: Theme) -> None:
    """The hidden bit, dashed because no code stores it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(stroke(theme, theme.dim, 1, (2, 2)))
    painter.drawRoundedRect(area, 2.5, 2.5)
    painter.setPen(QColor(theme.dim))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
