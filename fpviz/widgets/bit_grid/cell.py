"""One bit: a native button, so that a screen reader and the keyboard know what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton

from fpviz.widgets.bit_grid.layout import Field, field_of
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme

if TYPE_CHECKING:
    from fpviz.widgets.bit_grid.row import BitRow


def field_colours(theme: Theme, field: Field) -> tuple[str, str]:
    """(full, soft) colours of a field."""
    match field:
        case Field.SIGN:
            return theme.sign, theme.sign_soft
        case Field.EXPONENT:
            return theme.exponent, theme.exponent_soft
        case Field.FRACTION:
            return theme.fraction, theme.fraction_soft


class BitCell(QAbstractButton):
    """A bit of a row. It shows what it is told and hands every gesture to its row."""

    def __init__(self, row: BitRow, index: int, name: str) -> None:
        super().__init__(row)
        self.index = index
        self.field = field_of(row.format, index)
        self.value = False
        self.outlined = False
        self.spotlit = False
        self._row = row
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.toggled.connect(self._toggled)

    def show_bit(self, value: bool, outlined: bool) -> None:
        """Show a bit, outlined where rounding changed it."""
        if outlined != self.outlined:
            self.outlined = outlined
            self.update()
        self.value = value
        self.setChecked(value)

    def set_spotlit(self, spotlit: bool) -> None:
        """Point at the bit, or no longer."""
        if spotlit != self.spotlit:
            self.spotlit = spotlit
            self.update()

    def _toggled(self, checked: bool) -> None:
        """A screen reader has toggled the bit; keys and mouse do not come here."""
        if checked != self.value:
            self._row.begin_painting()
            self._row.paint_bit(self.index, checked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._row.begin_painting()
            self._row.paint_bit(self.index, not self.isChecked())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._row.drag_painting(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._row.key_pressed(self, event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._row.bit_entered.emit(self.index)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._row.bit_left.emit()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._row.bit_focused.emit(self.index)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._row.bit_left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._row.theme, self.isChecked()
        full, soft = field_colours(theme, self.field)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.setPen(stroke(theme, full) if theme.on_paper else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(full if on else soft))
            painter.drawRoundedRect(area, 2.5, 2.5)
            if self.outlined and theme.on_paper:  # a gap tells the outline from a filled cell
                painter.setPen(stroke(theme, theme.panel, 2))
                painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 1, 1)
            if self.outlined:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(stroke(theme, theme.changed, 2.6 if theme.on_paper else 1.5))
                painter.drawRoundedRect(area, 2.5, 2.5)
            if self.spotlit and not theme.on_paper:
                painter.fillRect(
                    QRectF(0, self.height() - 3, self.width(), 3), QColor(theme.accent)
                )
            if self.hasFocus() and not theme.on_paper:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(stroke(theme, theme.ink, 1.5))
                painter.drawRoundedRect(area, 2.5, 2.5)
            painter.setFont(self._row.bit_font)
            painter.setPen(QColor(theme.panel if on else full))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "1" if on else "0")


def paint_hidden_bit(painter: QPainter, area: QRectF, text: str, theme: Theme) -> None:
    """The hidden bit, dashed because no code stores it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(stroke(theme, theme.dim, 1, (2, 2)))
    painter.drawRoundedRect(area, 2.5, 2.5)
    painter.setPen(QColor(theme.dim))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
