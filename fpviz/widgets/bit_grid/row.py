"""One row of the bit grid: a format's name, its bits, and what they come to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QToolTip, QWidget

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import FieldKind, Format
from fpviz.core.reading import Reading
from fpviz.core.text import superscript
from fpviz.widgets.bit_grid.cell import BitCell, Gestures, paint_hidden_bit
from fpviz.widgets.bit_grid.layout import Fields, RowPlaces, by_bit
from fpviz.widgets.bit_grid.measure import RowMeasure
from fpviz.widgets.bit_grid.texts import RowTexts, bit_name, row_texts
from fpviz.widgets.formats.facts import card
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as

KeyHandler = Callable[["BitRow", int, QKeyEvent], bool]

_LEFT = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
"""Where a text stands in its rectangle. Plain integers: to add up Qt's flags takes longer than to
set some of the texts."""


@told_as(Role.Grouping)
class BitRow(QWidget):
    """A format's row.

    Signals:
        bit_set(int, bool, object): a bit index, its new value, and the gesture that set it.
        activated(): the row was clicked beside its bits.
        bit_entered(int), bit_left(), bit_focused(int): the mouse or the focus moved.
        menu_requested(QPoint): the context menu was asked for, at a global position.
    """

    bit_set = Signal(int, bool, object)
    activated = Signal()
    bit_entered = Signal(int)
    bit_left = Signal()
    bit_focused = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, fmt: Format, theme: Theme, on_key: KeyHandler, parent: QWidget) -> None:
        super().__init__(parent)
        self.format = fmt
        self.theme = theme
        self.bit_font = self.font()
        self._measure: RowMeasure | None = None
        self._places: RowPlaces | None = None
        self._reading: Reading | None = None
        self._active = False
        self._gesture: object = None
        self._gesture_value = False
        self.texts = RowTexts("", "", "", "", "")
        hand = Gestures(
            self._begin_painting,
            self._drag_painting,
            lambda index, event: on_key(self, index, event),
            self.bit_entered.emit,
            self.bit_left.emit,
            self.bit_focused.emit,
        )
        self._fields: Fields = ()
        self._hides_a_bit = fmt.hidden_bit(fmt.largest_code) is not None
        indices = range(fmt.width - 1, -1, -1)  # screen readers go from the first bit on
        self.cells = [self._cell(index, hand) for index in indices][::-1]
        self._take_fields(fmt.shape)

    def _cell(self, index: int, hand: Gestures) -> BitCell:
        cell = BitCell(self, index, hand, self.theme)
        cell.setObjectName(f"{self.format.name} {index}")
        return cell

    def _take_fields(self, fields: Fields) -> bool:
        """Let the bits be those of these fields; whether that is anything new."""
        before, self._fields = self._fields, fields
        if _outline(fields) == _outline(before):
            return False
        for cell, field in zip(self.cells, by_bit(fields), strict=True):
            cell.set_field(field.kind)
            cell.setAccessibleName(bit_name(self.format, field, cell.index))
        return True

    # -- what is shown ----------------------------------------------------------------------

    def show_reading(self, reading: Reading, *, active: bool) -> None:
        """Show a reading of this row's format; repaint no more than what differs."""
        texts, old, old_texts = (
            row_texts(reading, aligned=self._is_aligned()),
            self._reading,
            self.texts,
        )
        if not self.format.has_fixed_shape and self._take_fields(reading.decoded.fields):
            self._place_cells()
        was_active, self._reading = self._active, reading
        self._active, self.texts = active, texts
        self._show_bits(reading, old)
        if active != was_active or self._places is None or not self._places.is_aligned:
            self.update()
            return
        if texts.note != old_texts.note:
            self.update(self._name_area())
        if old is None or reading.decoded.hidden_bit != old.decoded.hidden_bit:
            self.update(self._hidden_area())
        for column, text, old_text in zip(
            self._columns(), texts.columns, old_texts.columns, strict=True
        ):
            if text != old_text:
                self.update(column.adjusted(-4, 0, 4, 0))

    def _show_bits(self, reading: Reading, old: Reading | None) -> None:
        code, changed = reading.code, reading.changed_bits
        differ = -1 if old is None else code ^ old.code | changed ^ old.changed_bits
        if differ:
            for cell in self.cells:
                if differ >> cell.index & 1:
                    cell.show_bit(bool(code >> cell.index & 1), bool(changed >> cell.index & 1))
        words = (self.format.title, *self.texts.columns)
        self.setAccessibleName("{}: {}, {}, {}".format(*words))

    def _name_area(self) -> QRect:
        assert self._measure
        return QRect(0, 0, round(self._measure.layout.left) - 2, self.height())

    def _hidden_area(self) -> QRect:
        """The hidden bit and the binary point after it."""
        assert self._measure
        left = round(self._measure.layout.point - self._measure.layout.pitch) - 1
        right = round(self._measure.layout.column_x(0))
        return QRect(left, 0, right - left, self._line_y(1))

    def _columns(self) -> list[QRect]:
        """Where value, error and code stand."""
        assert self._measure
        height = min(self.height(), self._line_y(0) * 2 + self._measure.cell_height)
        return [QRect(left, 0, right - left, height) for left, right in self._measure.columns]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()
        for cell in self.cells:
            cell.set_look(theme, self.bit_font)

    def set_measure(self, measure: RowMeasure) -> None:
        """Lay the cells out anew."""
        self._measure = measure
        self.bit_font = measure.bit_font
        self._place_cells()
        for cell in self.cells:
            cell.set_look(self.theme, self.bit_font)
        self.setFixedHeight(self._line_y(measure.layout.lines(self.format)) + self._bottom())
        if self._reading is not None:
            self.texts = row_texts(self._reading, aligned=self._is_aligned())

    def _place_cells(self) -> None:
        """Put the bits where those of their fields stand."""
        measure = self._measure
        if measure is None:
            return
        self._places = places = measure.layout.places(self.format, self._fields)
        width = max(6, round(measure.layout.pitch) - 1)
        for cell, place in zip(self.cells, places.cells, strict=True):
            y = self._line_y(place.line)
            cell.setGeometry(round(place.x), y, width, measure.cell_height)
        self.update()

    def _is_aligned(self) -> bool:
        return self._places is None or self._places.is_aligned

    def _code(self) -> int | None:
        return None if self._reading is None else self._reading.code

    def _line_height(self) -> int:
        assert self._measure
        return self._measure.cell_height + (4 if self._is_aligned() else 2 * self._small_height())

    def _small_height(self) -> int:
        assert self._measure
        return round(QFontMetricsF(self._measure.small_font).height())

    def _line_y(self, line: int) -> int:
        assert self._measure
        assert self._places
        top = 0
        if self._is_aligned():  # one line of bits stands in the middle of name and facts
            words = QFontMetricsF(self._measure.name_font).height() + self._small_height() + 6
            top = max(4, round((words - self._measure.cell_height) / 2))
            return top + line * self._line_height()
        return 2 + self._small_height() + line * self._line_height()

    def _bottom(self) -> int:
        assert self._measure
        assert self._places
        if not self._is_aligned():
            return 2 - self._small_height() if self._places.lines > 0 else 2
        top = self._line_y(0)
        return top - 4

    # -- gestures ---------------------------------------------------------------------------

    def _begin_painting(self, index: int, value: bool) -> None:
        """Set a bit; those that a drag meets from here get the same value, as one gesture."""
        self._gesture = object()
        self._gesture_value = value
        self.bit_set.emit(index, value, self._gesture)

    def _drag_painting(self, position: QPoint) -> None:
        cell = self.childAt(position)
        if isinstance(cell, BitCell) and cell.isChecked() != self._gesture_value:
            self.bit_set.emit(cell.index, self._gesture_value, self._gesture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._measure is not None:
            name = self._name_area()
            if event.type() == QEvent.Type.ToolTip and name.contains(event.pos()):
                facts = card(self.format, self._reading.rules if self._reading else Rules())
                QToolTip.showText(event.globalPos(), facts, self, name)
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    # -- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        measure, places = self._measure, self._places
        if measure is None or places is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            region = event.region()
            self._paint_ground(painter)
            if region.intersects(self._name_area()):
                self._paint_name(painter, measure)
            self._paint_columns(painter, measure, region)
            if places.is_aligned:
                if region.intersects(self._hidden_area()):
                    self._paint_hidden_bit(painter, measure, places)
                    self._paint_point(painter, measure)
                self._paint_line_weights(painter, measure, places)
            else:
                self._paint_indices(painter, measure, places)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._active and not self.theme.on_paper:
            painter.fillRect(self.rect(), QColor(self.theme.accent_soft))
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(self.theme.accent))
        painter.setPen(stroke(self.theme, self.theme.line))
        painter.drawLine(QLineF(0, self.height() - 0.5, self.width(), self.height() - 0.5))

    def _paint_name(self, painter: QPainter, measure: RowMeasure) -> None:
        x, width = 12, round(measure.layout.left) - 16
        name_height = round(QFontMetricsF(measure.name_font).height())
        small_height = self._small_height()
        top = max(2, min(self.height(), self._line_y(0) * 2 + measure.cell_height))
        top = (top - name_height - small_height) // 2
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(measure.name_font)
        name = QFontMetricsF(measure.name_font).elidedText(
            self.format.title, Qt.TextElideMode.ElideMiddle, width
        )
        painter.drawText(QRect(x, top, width, name_height), Qt.AlignmentFlag.AlignVCenter, name)
        note = self.texts.note
        painter.setPen(QColor(self.theme.subnormal if note else self.theme.dim))
        painter.setFont(measure.small_font)
        facts = QFontMetricsF(measure.small_font).elidedText(
            note or self.texts.facts, Qt.TextElideMode.ElideRight, width
        )
        below = QRect(x, top + name_height, width, small_height)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, facts)

    def _paint_columns(self, painter: QPainter, measure: RowMeasure, region: QRegion) -> None:
        painter.setFont(measure.number_font)
        metrics = QFontMetricsF(measure.number_font)
        colours = (self.theme.ink, self.theme.dim, self.theme.dim)
        for area, text, colour, align in zip(
            self._columns(), self.texts.columns, colours, (_LEFT, _RIGHT, _RIGHT), strict=True
        ):
            if region.intersects(area):
                painter.setPen(QColor(colour))
                fitted = fitted_number(text, metrics, area.width()) if align is _LEFT else text
                elided = metrics.elidedText(fitted, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(area, align, elided)

    def _paint_hidden_bit(self, painter: QPainter, measure: RowMeasure, places: RowPlaces) -> None:
        if places.hidden is None or not self._hides_a_bit:
            return
        area = self._before_point(measure)
        hidden = None if self._reading is None else self._reading.decoded.hidden_bit
        painter.setFont(measure.bit_font)
        text = "" if hidden is None else str(hidden)
        paint_hidden_bit(painter, area, text, self.theme)

    def _before_point(self, measure: RowMeasure) -> QRectF:
        """Where the last digit before the point stands."""
        layout = measure.layout
        return QRectF(
            round(layout.point - layout.pitch) + 0.5,
            self._line_y(0) + 0.5,
            max(6, round(layout.pitch) - 2),
            measure.cell_height - 1,
        )

    def _paint_point(self, painter: QPainter, measure: RowMeasure) -> None:
        area = self._before_point(measure)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.ink))
        radius = max(1.3, measure.layout.pitch * 0.11)
        middle = (area.right() + measure.layout.column_x(0)) / 2
        painter.drawEllipse(QPointF(middle, area.bottom() - radius * 2), radius, radius)

    def _paint_line_weights(
        self, painter: QPainter, measure: RowMeasure, places: RowPlaces
    ) -> None:
        """Say what the first column of each wrapped line is worth."""
        painter.setFont(measure.small_font)
        painter.setPen(QColor(self.theme.dim))
        right = round(measure.layout.column_x(0)) - 6
        for line in range(1, places.lines):
            weight = f"2{superscript(-line * measure.layout.per_line - 1)} …"
            area = QRect(right - 100, self._line_y(line), 100, measure.cell_height)
            painter.drawText(area, _RIGHT, weight)

    def _paint_indices(self, painter: QPainter, measure: RowMeasure, places: RowPlaces) -> None:
        """Bit indices over every fourth cell, and the hex digit under each four."""
        painter.setFont(measure.small_font)
        painter.setPen(QColor(self.theme.dim))
        small, pitch = self._small_height(), measure.layout.pitch
        digits = self.format.code_text(self._code() or 0)[:1:-1]
        centred = Qt.AlignmentFlag.AlignCenter
        every = pitch > QFontMetricsF(measure.small_font).height()
        tops = {line: self._line_y(line) for line in {place.line for place in places.cells}}
        for index in range(self.format.width):
            place = places.cells[index]
            x, y = round(place.x), tops[place.line]
            if index % 4 in (0, 3) or index == self.format.width - 1:
                area = QRect(x - 8, y - small, round(pitch) + 16, small)
                if index % 4 == 0 or every:
                    painter.drawText(area, centred, str(index))
            if index % 4 == 0:
                width = round(pitch * min(4, self.format.width - index))
                left = x + round(pitch) - width
                painter.drawText(
                    QRect(left, y + measure.cell_height, width, small), centred, digits[index // 4]
                )


def _outline(fields: Fields) -> list[tuple[FieldKind, int, int | None]]:
    """What of fields decides where their bits stand and how they look."""
    return [(field.kind, field.width, field.weight) for field in fields]


def fitted_number(text: str, metrics: QFontMetricsF, width: float) -> str:
    """A number in a width: digits give way before its power of ten does."""
    digits, e, power = text.partition("e")
    if not e or metrics.horizontalAdvance(text) <= width:
        return text
    room = width - metrics.horizontalAdvance(e + power)
    return metrics.elidedText(digits, Qt.TextElideMode.ElideRight, room) + e + power
