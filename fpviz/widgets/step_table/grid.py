"""The view of the steps of a run: cursor, selection, wheel and keys, by rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import em, number_font, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.step_table.rows_in_view import Cell, Index, StepWindow

_NOTCH = 120  # what QWheelEvent.angleDelta says of one notch


@dataclass(slots=True)
class Pointers:
    """Where a table is being read: the marked step, the cursor, and the rows selected with it.

    The selection runs from ``anchor`` to ``cursor``; without an anchor nothing is selected.
    """

    marked: int = -1
    cursor: int = 0
    column: int = 0
    anchor: int | None = None

    @property
    def selected(self) -> range:
        """The selected steps."""
        if self.anchor is None:
            return range(0)
        low, high = sorted((self.anchor, self.cursor))
        return range(low, high + 1)


class _CellPainter(QStyledItemDelegate):
    """Paints a value with its code in a quieter colour, the marked row and the selection."""

    def __init__(self, grid: StepGrid, theme: Theme) -> None:
        super().__init__(grid)
        self._grid = grid
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, theme = self._grid, self.theme
        step, column = grid.window_model.first + index.row(), index.column()
        marked = step == grid.pointers.marked and not theme.on_paper
        area = QRectF(option.rect)
        painter.save()
        if (step in grid.pointers.selected and not theme.on_paper) or marked:
            painter.fillRect(area, QColor(theme.accent_soft))
        if marked and column == 0:
            painter.fillRect(
                QRectF(area.left(), area.top(), 3, area.height()), QColor(theme.accent)
            )
        cell = grid.window_model.cell(step, column)
        painter.setFont(grid.cell_font(bold=marked and column == 0))
        text_area = area.adjusted(grid.margin, 0, -grid.margin, 0)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if cell.code:
            painter.setPen(QColor(theme.dim))
            painter.drawText(text_area, align, cell.code)
            text_area.setRight(text_area.right() - grid.code_width(cell.code))
        quiet = column == 0 and not marked
        painter.setPen(QColor(theme.dim if quiet else theme.accent if column == 0 else theme.ink))
        painter.drawText(text_area, align, cell.text)
        if grid.hasFocus() and (step, column) == (grid.pointers.cursor, grid.pointers.column):
            painter.setPen(stroke(theme, theme.accent, 1))
            painter.drawRect(area.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()


class StepGrid(QTableView):
    """The view of a window of steps; it moves the window, never itself, up and down.

    Signals:
        moved(): the window shows other steps.
        picked(object, str): a cell was chosen: its step, and the name of its curve.
        copied(object): the steps, a range, that the user wants to copy.
        menu_wanted(QPoint): the context menu should be shown, at a point of the screen.
    """

    moved = Signal()
    picked = Signal(object, str)
    copied = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.window_model = StepWindow()
        self.pointers = Pointers()
        self._wheel = 0
        self._font = number_font(self.font(), 0.92)
        self._bold = number_font(self.font(), 0.92, bold=True)
        self.margin = round(em(self._font) * 0.6)
        self.setModel(self.window_model)
        self.painter = _CellPainter(self, theme)
        self.setItemDelegate(self.painter)
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

    def code_width(self, code: str) -> float:
        """How much room a code takes, with the gap before it."""
        return QFontMetricsF(self._font).horizontalAdvance(code + "  ")

    def fit_columns(self, *, shrink: bool = False) -> None:
        """Give each column the room for what it shows; without ``shrink``, it only grows."""
        model, header = self.window_model, QFontMetricsF(self.horizontalHeader().font())
        cells = QFontMetricsF(self._bold)
        steps = {0, model.last, *self.visible_steps()} if model.last >= 0 else set()
        for column in range(model.columnCount()):
            wide = header.horizontalAdvance(model.heading(column))
            for text in {self._measured(model.cell(step, column)) for step in steps}:
                wide = max(wide, cells.horizontalAdvance(text))
            width = round(wide + 2 * self.margin)
            if shrink or width > self.columnWidth(column):
                self.setColumnWidth(column, width)

    @staticmethod
    def _measured(cell: Cell) -> str:
        return f"{cell.text}  {cell.code}" if cell.code else cell.text

    def visible_steps(self) -> range:
        """The steps in view."""
        first = self.window_model.first
        return range(first, first + self.window_model.rowCount())

    # -- moving -----------------------------------------------------------------------------

    def scroll_to(self, first: int) -> None:
        """Begin at a step."""
        self.window_model.move(first)
        self._follow_cursor()
        self.fit_columns()
        self.moved.emit()

    def reveal(self, step: int, *, centred: bool) -> None:
        """Bring a step into view, if it is not: to the middle or by the shortest way."""
        model, rows = self.window_model, self.window_model.rowCount()
        if model.shows(step):
            return
        if centred:
            self.scroll_to(step - rows // 2)
        else:
            self.scroll_to(step if step < model.first else step - rows + 1)

    def _hold_rows(self, rows: int) -> None:
        """Have room for another number of rows, and keep in view what was read.

        Columns that outgrow the view bring a scroll bar, which takes a row away: the view that
        was at its end stays there, and cursor and marked step stay if they were seen.
        """
        model, pointers = self.window_model, self.pointers
        at_end = 0 < model.first == model.furthest
        seen = [step for step in (pointers.cursor, pointers.marked) if model.shows(step)]
        model.resize(rows)
        self.scroll_to(model.furthest if at_end else model.first)
        for step in seen:
            self.reveal(step, centred=False)

    def put_cursor(self, step: int, column: int, *, extend: bool = False) -> None:
        """Select a row with the cursor in a column, or the rows from the anchor to it."""
        pointers, model = self.pointers, self.window_model
        if model.last < 0:
            return
        step = min(max(step, 0), model.last)
        if not extend:
            pointers.anchor = step
        elif pointers.anchor is None:
            pointers.anchor = pointers.cursor
        pointers.cursor = step
        pointers.column = min(max(column, 0), model.columnCount() - 1)
        self.reveal(step, centred=False)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Tell Qt, and whoever listens through it, which cell in view has the cursor."""
        pointers, model = self.pointers, self.window_model
        if model.shows(pointers.cursor):
            index = model.index(pointers.cursor - model.first, pointers.column)
            self.setCurrentIndex(index)
        else:
            self.setCurrentIndex(QModelIndex())
        self.viewport().update()

    def pick(self) -> None:
        """Choose the cell of the cursor."""
        column = self.pointers.column
        name = self.window_model.curves[column - 1].name if column else ""
        if self.window_model.last >= 0:
            self.picked.emit(self.pointers.cursor, name)

    # -- gestures ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pointers, page = self.pointers, max(1, self.window_model.rowCount() - 1)
        ways = {
            Qt.Key.Key_Up: (pointers.cursor - 1, 0),
            Qt.Key.Key_Down: (pointers.cursor + 1, 0),
            Qt.Key.Key_PageUp: (pointers.cursor - page, 0),
            Qt.Key.Key_PageDown: (pointers.cursor + page, 0),
            Qt.Key.Key_Home: (0, 0),
            Qt.Key.Key_End: (self.window_model.last, 0),
            Qt.Key.Key_Left: (pointers.cursor, -1),
            Qt.Key.Key_Right: (pointers.cursor, 1),
        }
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(pointers.selected or self.visible_steps())
        elif key in ways:
            step, sideways = ways[key]
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.put_cursor(step, pointers.column + sideways, extend=shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pick()
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
        self.scroll_to(self.window_model.first + rows)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = self.window_model.first + index.row()
            self.put_cursor(step, index.column(), extend=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if event.buttons() & Qt.MouseButton.LeftButton and row >= 0:
            self.put_cursor(self.window_model.first + row, self.pointers.column, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        pressed = event.button() is Qt.MouseButton.LeftButton and index.isValid()
        if pressed and len(self.pointers.selected) == 1:
            self.pick()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            step = self.window_model.first + index.row()
            if index.isValid() and step not in self.pointers.selected:
                self.put_cursor(step, index.column())
            elif index.isValid():
                self.pointers.column = index.column()
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = self.verticalHeader().defaultSectionSize()
        self._hold_rows(max(1, self.viewport().height() // high))
