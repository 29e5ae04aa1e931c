"""The table of the elements of a dump, however many, and the line that goes to one of them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fpviz.core.formats import Format
from fpviz.core.text import grouped
from fpviz.widgets.bench.columns import ValueForm
from fpviz.widgets.bench.elements import Elements
from fpviz.widgets.bench.grid import ElementGrid
from fpviz.widgets.bench.search_bar import SearchBar
from fpviz.widgets.long_table.row_bar import RowBar
from fpviz.widgets.long_table.row_grid import row_sheet
from fpviz.widgets.look.style import scroll_sheet
from fpviz.widgets.look.theme import Theme

_ADDRESS = re.compile(r"0x([0-9a-f]{1,16})", re.IGNORECASE)
_NUMBER = re.compile(r"#?\s*([0-9]{1,16})")


class ElementTable(QWidget):
    """The elements of a dump, a row each, and a line to go to one of them.

    Signals:
        chosen(object, int): the user has come to an element: its index, and its code.
        toggled(object, int): a bit of an element was clicked: the element's index, and the bit's.
        typed(object, str, str): another code or value was typed: the index, the column, the text.
        selected(): other rows are selected.
        sort_wanted(str): the heading of a column was clicked: its name.
        refused(str): a text that says no place in the table.
    """

    chosen = Signal(object, int)
    toggled = Signal(object, int)
    typed = Signal(object, str, str)
    selected = Signal()
    sort_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.grid = ElementGrid(theme)
        self.grid.setAccessibleName(self.tr("Elements of the dump"))
        self.bar = RowBar(self.grid)
        self.bar.setAccessibleName(self.tr("Scroll through the elements"))
        self.foot = SearchBar(theme)
        self.grid.horizontalHeader().setSectionsClickable(True)
        self._build()
        self._connect()
        self.set_theme(theme)

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 0, 0)
        layout.addWidget(self.bar, 0, 1)
        layout.addWidget(self.foot, 1, 0, 1, 2)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.grid.cursor_moved.connect(self._choose)
        self.grid.bit_toggled.connect(self._toggle)
        self.grid.typed.connect(self._type)
        self.foot.place_wanted.connect(self._go)
        self.grid.horizontalHeader().sectionClicked.connect(self._sort)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.grid.set_theme(theme)
        self.grid.setStyleSheet(row_sheet(theme))
        self.bar.setStyleSheet(scroll_sheet(theme))
        self.foot.set_theme(theme)

    def height_of(self, rows: int) -> int:
        """The height in which so many rows are seen."""
        bars = self.grid.horizontalScrollBar().sizeHint().height()
        foot = self.foot.heightForWidth(self.width())
        head, row = self.grid.horizontalHeader().sizeHint(), self.grid.verticalHeader()
        return head.height() + rows * row.defaultSectionSize() + bars + foot

    def become_figure(self) -> None:
        """From now on show rows alone, nothing to scroll or to type."""
        self.bar.hide()
        self.foot.hide()
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown ----------------------------------------------------------------------

    @property
    def elements(self) -> Elements:
        """What is shown."""
        return self.grid.window_model.elements

    def show_order(self, column: str, *, descending: bool) -> None:
        """Mark the heading of the column by which rows are sorted; none if it is empty."""
        self.grid.window_model.show_order(column, descending=descending)
        self.grid.fit_columns()

    def shows(self, elements: Elements, form: ValueForm, other: Format | None) -> bool:
        """Whether these very elements are shown in this way."""
        model = self.grid.window_model
        return elements is model.elements and (model.form, model.other) == (form, other)

    def show_elements(self, elements: Elements, form: ValueForm, other: Format | None) -> None:
        """Show elements, their values in a form, and the errors of a format, if there is one."""
        grid, before = self.grid, self.elements
        is_other = elements.layout.fmt != before.layout.fmt or elements.count != before.count
        grid.window_model.show_elements(elements, form, other)
        pointers = grid.pointers
        is_new = elements.written is not before.written
        pointers.cursor = 0 if is_new else min(pointers.cursor, max(elements.count - 1, 0))
        pointers.column = min(pointers.column, grid.window_model.columns - 1)
        if is_other:
            pointers.anchor = None
        self.foot.count.setText(self._counted(elements))
        grid.fit_columns(shrink=is_other)
        grid.scroll_to(0 if is_new else grid.window_model.first)

    def show_row(self, index: int | None) -> None:
        """Mark the element that is the source, and bring it into view."""
        row = None if index is None else self.elements.row_of(index)
        pointers, is_new = self.grid.pointers, row != self.grid.pointers.marked
        pointers.marked = -1 if row is None else row
        if row is not None and is_new:
            if row != pointers.cursor:
                pointers.cursor, pointers.anchor = row, None
            self.grid.reveal(row, centred=True)
        self.grid.viewport().update()

    def _counted(self, elements: Elements) -> str:
        if elements.indices is None:
            rows = self.tr("1 row") if elements.count == 1 else self.tr("{0} rows")
            return rows.format(grouped(elements.count))
        shown, total = grouped(elements.count), grouped(elements.total)
        return self.tr("{0} of {1} rows").format(shown, total)

    @property
    def selection(self) -> range:
        """The rows that are selected."""
        return self.grid.pointers.selected

    # -- what the user does -----------------------------------------------------------------

    def go_to_row(self, row: int) -> None:
        """Choose a row, brought to the middle if it is out of view."""
        self.grid.reveal(row, centred=True)
        self.grid.put_cursor(row, self.grid.pointers.column)
        self.grid.cursor_moved.emit()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        row = self.grid.pointers.cursor
        if 0 <= row < self.elements.count:
            self.chosen.emit(self.elements.index(row), self.grid.pointers.column)
        self.selected.emit()

    def _toggle(self, row: int, bit: int) -> None:
        self.toggled.emit(self.elements.index(row), bit)

    def _type(self, row: int, column: str, text: str) -> None:
        self.typed.emit(self.elements.index(row), column, text)

    def _sort(self, section: int) -> None:
        self.sort_wanted.emit(self.grid.window_model.shown[section].value)

    def _go(self, text: str) -> None:
        row = self._row_named(text.strip())
        if row is None:
            self.refused.emit(
                self.tr("There is no such place: an address such as 0x40, or #12, is one")
            )
        else:
            self.go_to_row(row)

    def _row_named(self, text: str) -> int | None:
        elements = self.elements
        if not elements.count:
            return None
        if found := _ADDRESS.fullmatch(text):
            return elements.row_at(int(found[1], 16))
        if found := _NUMBER.fullmatch(text):
            return elements.row_of(int(found[1]))
        return None

    def rows_as_text(self, rows: range) -> str:
        """A heading and rows, with tabs between the columns."""
        model = self.grid.window_model
        heading = "\t".join(map(model.heading, range(model.columns)))
        told = ("\t".join(model.whole_text(row, each) for each in model.shown) for row in rows)
        return "\n".join((heading, *told)) + "\n"
