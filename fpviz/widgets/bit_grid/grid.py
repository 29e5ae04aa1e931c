"""The rows of all formats under their header, with one keyboard focus between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fpviz.core.formats import Format
from fpviz.core.reading import Reading, Snapshot
from fpviz.widgets.bit_grid.header import Header
from fpviz.widgets.bit_grid.layout import Arrangement, longest_fraction
from fpviz.widgets.bit_grid.measure import BEST_PITCH, RowMeasure, measured, taken
from fpviz.widgets.bit_grid.row import BitRow
from fpviz.widgets.bit_grid.texts import bit_weight, tr
from fpviz.widgets.look.style import scroll_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.roles import Role, told_as

if TYPE_CHECKING:  # worked sheets are loaded when the first one is wanted
    from fpviz.core.trace.sheet import BitRange

_VERY_WIDE = 10_000


@told_as(Role.Grouping)
class BitGrid(QWidget):
    """Bits of several formats.

    Signals:
        bit_set(Format, int, bool, object): a bit index of a row, its new value, the gesture.
        ulp_stepped(Format, bool), exponent_stepped(Format, bool): up (True) or down.
        format_activated(Format): a row was chosen.
        format_moved(Format, int): a row is to move down by so many places.
        bit_described(str): what the bit under mouse or focus is worth; empty when left.
        menu_requested(Format, QPoint): a row's context menu, at a global position.
    """

    bit_set = Signal(object, int, bool, object)
    ulp_stepped = Signal(object, bool)
    exponent_stepped = Signal(object, bool)
    format_activated = Signal(object)
    format_moved = Signal(object, int)
    bit_described = Signal(str)
    menu_requested = Signal(object, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._arrangement = Arrangement.ALIGNED
        self._readings: dict[Format, Reading] = {}
        self._formats: tuple[Format, ...] = ()
        self._active: Format | None = None
        self._rows: dict[Format, BitRow] = {}
        self._roving: BitRow | None = None
        self._is_figure = False
        self._spotlight: BitRange | None = None
        self._header = Header(theme, self)
        self._body = QWidget()
        self._body_layout = QVBoxLayout(self._body)
        self._body_layout.setContentsMargins(0, 0, 0, 0)
        self._body_layout.setSpacing(0)
        self._body_layout.addStretch()
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._header.show_from)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._scroll)
        self.setAccessibleName(tr("Bits of every format"))
        self.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    @property
    def rows(self) -> tuple[BitRow, ...]:
        """The rows from top to bottom."""
        return tuple(self._rows[fmt] for fmt in self._formats)

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    def row(self, fmt: Format) -> BitRow:
        """The row of a shown format."""
        return self._rows[fmt]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the readings of a snapshot, a row each."""
        self._readings = {reading.format: reading for reading in snapshot.readings}
        grown = len(snapshot.state.formats) > len(self._formats) > 0
        if snapshot.state.formats != self._formats:
            self._set_formats(snapshot.state.formats)
        self._follow(snapshot.state.active)
        for reading in snapshot.readings:
            active = reading.format == snapshot.state.active
            self._rows[reading.format].show_reading(reading, active=active)
        if grown:
            self._scroll.ensureWidgetVisible(self._rows[snapshot.state.active], 0, 0)
        self._describe_focused()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Align the rows by weight, or pack them."""
        if arrangement is not self._arrangement:
            self._arrangement = arrangement
            self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._header.set_theme(theme)
        for bar in (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar()):
            bar.setStyleSheet(scroll_sheet(theme))
        for row in self._rows.values():
            row.set_theme(theme)
        for widget in (self._body, self._scroll.viewport()):
            colours = widget.palette()
            colours.setColor(widget.backgroundRole(), QColor(theme.panel))
            widget.setPalette(colours)
            widget.setAutoFillBackground(True)

    def show_spotlight(self, place: BitRange | None) -> None:
        """Underline the bits of a place, in the row that shows its code."""
        if place is None and self._spotlight is None:
            return
        self._spotlight = place
        for fmt, row in self._rows.items():
            here = place is not None and (place.format, place.code) == (
                fmt,
                self._readings[fmt].code,
            )
            for cell in row.cells:
                lit = here and place is not None and place.lowest <= cell.index <= place.highest
                cell.set_spotlit(lit)

    def become_figure(self) -> None:
        """From now on show every row at once, with columns as wide as what stands in them."""
        self._is_figure = True
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    @property
    def focused_bit(self) -> tuple[Format, int] | None:
        """The bit that has the keyboard, if one has it."""
        cell, row = self._roving_cell(), self._roving
        if cell is None or row is None or not cell.hasFocus():
            return None
        return row.format, self._roving_index

    def focus_bit(self, fmt: Format, index: int) -> None:
        """Give the keyboard to a bit."""
        self._rows[fmt].cells[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_active(self) -> None:
        """Give the keyboard to the active row: to the column that had it last."""
        if self._active is not None:
            self._rove_to(self._active)
        cell = self._roving_cell()
        if cell is not None:
            cell.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow(self, active: Format) -> None:
        """The keyboard goes with the active row when another becomes it."""
        if active == self._active:
            return
        self._active = active
        cell = self._roving_cell()
        had_it = cell is not None and cell.hasFocus()
        self._rove_to(active)
        if had_it:
            self.focus_active()

    def _rove_to(self, fmt: Format) -> None:
        """Make the bit of a row that stands where the roving one does the tab stop."""
        if self._roving is not None and self._roving.format != fmt:
            there = _in_column(self._roving.format, self._roving_index, fmt)
            self._set_roving(self._rows[fmt], there)

    def _set_formats(self, formats: tuple[Format, ...]) -> None:
        for fmt in set(self._rows) - set(formats):
            row = self._rows.pop(fmt)
            if self._roving is row:
                self._roving = None
            self._body_layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, fmt in enumerate(formats):
            if fmt not in self._rows:
                self._rows[fmt] = self._new_row(fmt)
            self._body_layout.insertWidget(place, self._rows[fmt])
            self._rows[fmt].show()  # now, not when the layout comes round to it
        self._formats = formats
        if self._roving is None:
            self._set_roving(self._rows[formats[0]], formats[0].width - 1)
        self._lay_out()

    def _new_row(self, fmt: Format) -> BitRow:
        row = BitRow(fmt, self._theme, self._key_pressed, self._body)
        row.bit_set.connect(lambda index, value, key: self.bit_set.emit(fmt, index, value, key))
        row.activated.connect(lambda: self.format_activated.emit(fmt))
        row.bit_entered.connect(lambda index: self._describe(fmt, index))
        row.bit_left.connect(self._describe_focused)
        row.bit_focused.connect(lambda index: self._focus_came(row, index))
        row.menu_requested.connect(lambda at: self.menu_requested.emit(fmt, at))
        return row

    # -- geometry ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def minimum_body_height(self) -> int:
        """The height at which no row needs scrolling."""
        rows = sum(row.height() for row in self._rows.values())
        bar = self._scroll.horizontalScrollBar()
        beside = bar.sizeHint().height() if self._body.minimumWidth() > self.width() else 0
        return self._header.height() + rows + beside

    def figure_width(self) -> int:
        """The width at which no row wraps and all columns are roomy."""
        return taken(self._measured(_VERY_WIDE), self._formats, _VERY_WIDE, BEST_PITCH)

    def least_width(self) -> int:
        """The least width at which each row has room for its name, some bits and its columns."""
        return taken(self._measured(1), self._formats, 1)

    def _lay_out(self) -> None:
        if not self._formats or self.width() < 50:
            return
        least = 0 if self._is_figure else self.least_width()
        self._body.setMinimumWidth(least if least > self.width() else 0)  # then it is scrolled
        measure = self._measured(max(self.width(), least))
        self._header.set_measure(measure, self._formats)
        for row in self._rows.values():
            row.set_measure(measure)
        self._body_layout.activate()

    def _measured(self, width: int) -> RowMeasure:
        """The measure of all rows in a grid of so many pixels."""
        texts = [row.texts for row in self._rows.values()] if self._is_figure else []
        return measured(self.font(), self._formats, self._arrangement, width, texts)

    # -- keyboard ---------------------------------------------------------------------------

    def _key_pressed(self, row: BitRow, index: int, event: QKeyEvent) -> bool:
        fmt, key = row.format, event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        up = key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if control and shift:
                self.format_moved.emit(fmt, -1 if up else 1)
            elif control:
                self._focus_row(row, index, -1 if up else 1)
            else:
                (self.exponent_stepped if shift else self.ulp_stepped).emit(fmt, up)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._focus_row(row, index, -1 if up else 1)
        elif (target := self._target(fmt, index, key, control)) is not None:
            row.cells[target].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Space and not control:
            self.bit_set.emit(fmt, index, not row.cells[index].isChecked(), object())
        elif key in (Qt.Key.Key_0, Qt.Key.Key_1) and not control:
            self.bit_set.emit(fmt, index, key == Qt.Key.Key_1, object())
            row.cells[max(0, index - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.format_activated.emit(fmt)
        else:
            return False
        return True

    def _target(self, fmt: Format, index: int, key: int, control: bool) -> int | None:
        """The bit that a key leads to within a row, or None for other keys."""
        match key:
            case Qt.Key.Key_Left:
                return _field_edge(fmt, index, 1) if control else min(fmt.width - 1, index + 1)
            case Qt.Key.Key_Right:
                return _field_edge(fmt, index, -1) if control else max(0, index - 1)
            case Qt.Key.Key_Home:
                return fmt.width - 1
            case Qt.Key.Key_End:
                return 0
        return None

    def _focus_row(self, row: BitRow, index: int, step: int) -> None:
        at = self._formats.index(row.format) + step
        if 0 <= at < len(self._formats):
            other = self._rows[self._formats[at]]
            there = _in_column(row.format, index, other.format)
            other.cells[there].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(other, 0, 8)

    def _focus_came(self, row: BitRow, index: int) -> None:
        self._set_roving(row, index)
        if self._body.minimumWidth():
            self._scroll.ensureWidgetVisible(row.cells[index])
        self._describe(row.format, index)

    def _set_roving(self, row: BitRow, index: int) -> None:
        """Make one bit the grid's only tab stop."""
        old = self._roving_cell()
        if old is not None:
            old.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._roving = row
        self._roving_index = index
        row.cells[index].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _roving_cell(self) -> QWidget | None:
        return None if self._roving is None else self._roving.cells[self._roving_index]

    # -- what a bit is worth ----------------------------------------------------------------

    def _describe(self, fmt: Format, index: int) -> None:
        self.bit_described.emit(bit_weight(self._readings[fmt], index))

    def _describe_focused(self) -> None:
        cell, row = self._roving_cell(), self._roving
        is_there = row is not None and row.format in self._readings  # else it is about to go
        if cell is not None and cell.hasFocus() and row is not None and is_there:
            self._describe(row.format, self._roving_index)
        else:
            self.bit_described.emit("")


def _in_column(fmt: Format, index: int, other: Format) -> int:
    """The bit of another row that stands in the column of a bit, or nearest to it."""
    there = index + longest_fraction(other) - longest_fraction(fmt)
    return max(0, min(other.width - 1, there))


def _field_edge(fmt: Format, index: int, step: int) -> int:
    """The nearest bit beyond ``index``, going left (1) or right (-1), that begins a field."""
    beyond = [field.high for field in fmt.shape if (field.high - index) * step > 0]
    if beyond:
        return min(beyond, key=lambda i: abs(i - index))
    return fmt.width - 1 if step > 0 else 0
