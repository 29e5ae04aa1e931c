"""The view of a long table: cursor, selection, wheel and keys, by rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from fpviz.widgets.long_table.row_window import RowWindow
from fpviz.widgets.look.style import em, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme

_NOTCH = 120  # what QWheelEvent.angleDelta says of one notch


@dataclass(slots=True)
class Pointers:
    """Where a table is being read: the marked row, the cursor, and the rows selected with it.

    The selection runs from ``anchor`` to ``cursor``; without an anchor nothing is selected.
    """

    marked: int = -1
    cursor: int = 0
    column: int = 0
    anchor: int | None = None

    @property
    def selected(self) -> range:
        """The selected rows."""
        if self.anchor is None:
            return range(0)
        low, high = sorted((self.anchor, self.cursor))
        return range(low, high + 1)


class RowGrid(QTableView):
    """The view of a window of rows; it moves the window, never itself, up and down.

    Signals:
        moved(): the window shows other rows.
        cursor_moved(): the user has put the cursor elsewhere, or selected other rows.
        chosen(object, int): a cell was chosen, by a click, Return or Space: its row and column.
        copied(object): the rows, a range, that the user wants to copy.
        menu_wanted(QPoint): the context menu should be shown, at a point of the screen.
    """

    moved = Signal()
    cursor_moved = Signal()
    chosen = Signal(object, int)
    copied = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, window: RowWindow) -> None:
        super().__init__()
        self.rows = window
        self.pointers = Pointers()
        self._wheel = 0
        self._font = number_font(self.font(), 0.92)
        self._bold = number_font(self.font(), 0.92, bold=True)
        self.margin = round(em(self._font) * 0.6)
        self.setModel(window)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(round(em(self._font) * 1.4))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setFont(word_font(self.font(), 0.9, bold=True))

    # -- measures ---------------------------------------------------------------------------

    def cell_font(self, *, bold: bool) -> QFont:
        """The font of a cell."""
        return self._bold if bold else self._font

    def fit_columns(self, *, shrink: bool = False) -> None:
        """Give each column the room for what it shows; without ``shrink``, it only grows."""
        for column in range(self.rows.columnCount()):
            width = self.wanted_width(column)
            if shrink or width > self.columnWidth(column):
                self.setColumnWidth(column, width)

    def wanted_width(self, column: int) -> int:
        """The room that a column takes for its heading, and for what is in view."""
        header = QFontMetricsF(self.horizontalHeader().font())
        cells, last = QFontMetricsF(self._bold), self.rows.last
        told = {0, last, *self.visible_rows()} if last >= 0 else set()
        texts = {self.rows.measured(row, column) for row in told}
        wide = header.horizontalAdvance(self.rows.heading(column))
        return round(max(wide, *map(cells.horizontalAdvance, texts), 0) + 2 * self.margin)

    def figure_width(self) -> int:
        """The width at which every column is seen."""
        return self.horizontalHeader().length() + 2

    def figure_heights(self) -> tuple[int, int]:
        """The heights at which some rows are seen, and a good many."""
        head, row = self.horizontalHeader().sizeHint(), self.verticalHeader()
        some, many = (min(self.rows.last + 1, most) * row.defaultSectionSize() for most in (3, 16))
        return head.height() + some + 2, head.height() + many + 2

    def visible_rows(self) -> range:
        """The rows in view."""
        first = self.rows.first
        return range(first, first + self.rows.rowCount())

    # -- moving -----------------------------------------------------------------------------

    def scroll_to(self, first: int) -> None:
        """Begin at a row."""
        self.rows.move(first)
        self._follow_cursor()
        self.fit_columns()
        self.moved.emit()

    def reveal(self, row: int, *, centred: bool) -> None:
        """Bring a row into view, if it is not: to the middle or by the shortest way."""
        window, room = self.rows, self.rows.rowCount()
        if window.shows(row):
            return
        if centred:
            self.scroll_to(row - room // 2)
        else:
            self.scroll_to(row if row < window.first else row - room + 1)

    def _hold_rows(self, room: int) -> None:
        """Have room for another number of rows, and keep in view what was read.

        Columns that outgrow the view bring a scroll bar, which takes a row away: the view that
        was at its end stays there, and cursor and marked row stay if they were seen.
        """
        window, pointers = self.rows, self.pointers
        at_end = 0 < window.first == window.furthest
        seen = [row for row in (pointers.cursor, pointers.marked) if window.shows(row)]
        window.resize(room)
        self.scroll_to(window.furthest if at_end else window.first)
        for row in seen:
            self.reveal(row, centred=False)

    def put_cursor(self, row: int, column: int, *, extend: bool = False) -> None:
        """Select a row with the cursor in a column, or the rows from the anchor to it."""
        pointers, window = self.pointers, self.rows
        if window.last < 0:
            return
        row = min(max(row, 0), window.last)
        if not extend:
            pointers.anchor = row
        elif pointers.anchor is None:
            pointers.anchor = pointers.cursor
        pointers.cursor = row
        pointers.column = min(max(column, 0), window.columnCount() - 1)
        self.reveal(row, centred=False)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Tell Qt, and whoever listens through it, which cell in view has the cursor."""
        pointers, window = self.pointers, self.rows
        if window.shows(pointers.cursor):
            index = window.index(pointers.cursor - window.first, pointers.column)
            self.setCurrentIndex(index)
        else:
            self.setCurrentIndex(QModelIndex())
        self.viewport().update()

    def choose(self) -> None:
        """Choose the cell of the cursor."""
        if self.rows.last >= 0:
            self.chosen.emit(self.pointers.cursor, self.pointers.column)

    # -- gestures ---------------------------------------------------------------------------

    def _go(self, row: int, column: int, *, extend: bool) -> None:
        self.put_cursor(row, column, extend=extend)
        self.cursor_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pointers, page = self.pointers, max(1, self.rows.rowCount() - 1)
        ways = {
            Qt.Key.Key_Up: (pointers.cursor - 1, 0),
            Qt.Key.Key_Down: (pointers.cursor + 1, 0),
            Qt.Key.Key_PageUp: (pointers.cursor - page, 0),
            Qt.Key.Key_PageDown: (pointers.cursor + page, 0),
            Qt.Key.Key_Home: (0, 0),
            Qt.Key.Key_End: (self.rows.last, 0),
            Qt.Key.Key_Left: (pointers.cursor, -1),
            Qt.Key.Key_Right: (pointers.cursor, 1),
        }
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(pointers.selected or self.visible_rows())
        elif key in ways:
            row, sideways = ways[key]
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(row, pointers.column + sideways, extend=shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose()
        elif key == Qt.Key.Key_Escape and pointers.anchor is not None:
            pointers.anchor = None
            self.viewport().update()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.angleDelta().y():
            super().wheelEvent(event)
            return
        self._wheel -= event.angleDelta().y() * QApplication.wheelScrollLines()
        rows = int(self._wheel / _NOTCH)
        self._wheel -= rows * _NOTCH
        self.scroll_to(self.rows.first + rows)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(self.rows.first + index.row(), index.column(), extend=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0:
            self._go(self.rows.first + row, self.pointers.column, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        pressed = event.button() is Qt.MouseButton.LeftButton and index.isValid()
        if pressed and len(self.pointers.selected) == 1:
            self.choose()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            row = self.rows.first + index.row()
            if index.isValid() and row not in self.pointers.selected:
                self._go(row, index.column(), extend=False)
            elif index.isValid():
                self.pointers.column = index.column()
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = self.verticalHeader().defaultSectionSize()
        self._hold_rows(max(1, self.viewport().height() // high))


def row_sheet(theme: Theme) -> str:
    """Style of a long table."""
    return f"""
    QTableView {{ background: {theme.panel}; color: {theme.ink}; border: none; }}
    QHeaderView {{ background: {theme.panel}; border: none; }}
    QHeaderView::section {{ background: {theme.panel}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 4px 8px; }}
    {scroll_sheet(theme)}
    """
