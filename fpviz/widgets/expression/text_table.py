"""A table of short texts, of which one row is the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from fpviz.widgets.look.row_table import OwnColours, show_rows_alone, table_sheet
from fpviz.widgets.look.style import number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.table import Table

_LEAST = 60, 40
"""Pixels that are always seen, however large the text is: the rest is scrolled to."""

_GAP = 22
"""Pixels between the columns."""


class TableCell(NamedTuple):
    """A text, what its tooltip says, and its colour, the usual one where it is empty.

    A number stands at the right of its column, in the face of numbers; ``is_strong`` is bold.
    """

    text: str
    tip: str = ""
    colour: str = ""
    is_number: bool = True
    is_strong: bool = False


class TextTable(QTableWidget):
    """Rows of cells under headings.

    Signals:
        picked(int): the user went to a row, by a click or a key.
        opened(int): a row was double-clicked, or Return pressed on it.
        menu_wanted(QPoint): the context menu was asked for, there on the screen.
    """

    picked = Signal(int)
    opened = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._headings: tuple[TableCell, ...] = ()
        self._rows: tuple[tuple[TableCell, ...], ...] = ()
        self.setAccessibleName(name)
        show_rows_alone(self)
        self.setItemDelegate(OwnColours(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        self.cellClicked.connect(lambda row, _column: self.picked.emit(row))
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(row))
        self.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    def show_rows(
        self, headings: Sequence[TableCell], rows: Sequence[tuple[TableCell, ...]]
    ) -> None:
        """Show other rows; the current one stays where it is, if there is one."""
        if (self._headings, self._rows) == (tuple(headings), tuple(rows)):
            return
        self._headings, self._rows = tuple(headings), tuple(rows)
        at = self.currentRow()
        with QSignalBlocker(self):
            self._fill()
            self.show_current(at if at < len(rows) else -1)

    def show_current(self, row: int) -> None:
        """Let a row be the current one, or, where it is -1, none; nothing is told."""
        with QSignalBlocker(self):
            if row < 0:
                self.clearSelection()
                self.setCurrentCell(-1, -1)
            else:
                self.selectRow(row)

    def table(self) -> Table:
        """What is shown, as texts."""
        rows = tuple(tuple(cell.text for cell in row) for row in self._rows)
        return Table(tuple(cell.text for cell in self._headings), rows)

    def whole_size(self) -> QSize:
        """The size at which all rows and columns are in view."""
        width = sum(map(self.columnWidth, range(self.columnCount())))
        height = sum(map(self.rowHeight, range(self.rowCount())))
        return QSize(width + 2, height + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(*_LEAST)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; those of the rows come with them."""
        self.setStyleSheet(table_sheet(theme) + scroll_sheet(theme))

    def become_figure(self) -> None:
        """From now on show only what a picture shows: no scroll bars, nothing selected."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clearSelection()

    def _fill(self) -> None:
        self.setRowCount(len(self._rows))
        self.setColumnCount(len(self._headings))
        for column, head in enumerate(self._headings):
            item = QTableWidgetItem(head.text)
            item.setToolTip(head.tip)
            item.setTextAlignment(_side(head))
            self.setHorizontalHeaderItem(column, item)
        for at, row in enumerate(self._rows):
            for column, cell in enumerate(row):
                self.setItem(at, column, self._item(cell))
        for column in range(len(self._headings)):
            self.setColumnWidth(column, round(self._width_of(column)) + _GAP)

    def _item(self, cell: TableCell) -> QTableWidgetItem:
        item = QTableWidgetItem(cell.text)
        item.setToolTip(cell.tip)
        face = number_font(self.font(), 0.92) if cell.is_number else word_font(self.font())
        face.setBold(cell.is_strong)
        item.setFont(face)
        item.setTextAlignment(_side(cell))
        if cell.colour:
            item.setForeground(QColor(cell.colour))
        return item

    def _width_of(self, column: int) -> float:
        """The width of the longest text: only those in view count for Qt."""
        widths = [QFontMetricsF(self.font()).horizontalAdvance(self._headings[column].text)]
        for row in range(self.rowCount()):
            item = self.item(row, column)
            if item is not None:
                widths.append(QFontMetricsF(item.font()).horizontalAdvance(item.text()))
        return max(widths)

    # -- gestures ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            return
        before = self.currentRow()
        super().keyPressEvent(event)
        if self.currentRow() not in (before, -1):
            self.picked.emit(self.currentRow())


def _side(cell: TableCell) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if cell.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
