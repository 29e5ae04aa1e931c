"""The table of pins: chosen, renamed, noted, moved and removed where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fpviz.widgets.input.drops import take_copy
from fpviz.widgets.look.row_table import OwnColours, show_rows_alone, table_sheet
from fpviz.widgets.look.style import em, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.pins.rows import PinRow, cells, headings, tip, tr

_Index = QModelIndex | QPersistentModelIndex

NAME, CODE, VALUE, EXACT, NOTE = range(5)
"""The columns; a name and a note are edited in place."""

_LEAST = 60, 40
"""Pixels that are always seen, however large the text is: the rest is scrolled to."""


_NOTE = 10
"""Room for notes, in lines' heights, without which another column makes way."""


class PinsModel(QAbstractTableModel):
    """Rows for a view.

    Signals:
        renamed(int, str), annotated(int, str): a name or a note was typed.
    """

    renamed = Signal(int, str)
    annotated = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.rows: Sequence[PinRow] = []
        self._fonts: dict[int, QFont] = {}

    def show_rows(self, rows: Sequence[PinRow]) -> None:
        """Have other rows: where they are as many, what is selected and edited stays."""
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, NOTE))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def set_fonts(self, base: QFont) -> None:
        """Set texts in faces after this one."""
        numbers = number_font(base, 0.92)
        self._fonts = {NAME: word_font(base, bold=True), CODE: numbers, VALUE: numbers}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else NOTE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headings()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return cells(row)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{headings()[column]}: {cells(row)[column]}"
            case Qt.ItemDataRole.FontRole:
                return self._fonts.get(column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, column)
            case _:
                return None

    def _ink(self, row: PinRow, column: int) -> QBrush:
        theme = self.theme
        inks = {CODE: theme.tint(row.reading.format), EXACT: theme.dim, NOTE: theme.dim}
        return QBrush(QColor(inks.get(column, theme.ink)))

    def setData(  # noqa: N802 - Qt's name
        self,
        index: _Index,
        value: Any,  # noqa: ANN401 - Qt's
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        told = {NAME: self.renamed, NOTE: self.annotated}
        if role != Qt.ItemDataRole.EditRole or value == self.data(index):
            return False
        told[index.column()].emit(index.row(), value)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between rows, not onto them
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        if index.column() in (NAME, NOTE):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """What a row is elsewhere: its value."""
        data = QMimeData()
        data.setText(self.rows[indexes[0].row()].text)
        return data


class PinsView(QTableView):
    """The table.

    Signals:
        chosen(int): a row was clicked, or Return pressed on it.
        removed(list): these rows shall go.
        moved(int, int): a row shall stand at another place.
        copy_wanted(): the selected rows shall be copied.
        menu_wanted(QPoint): the context menu was asked for, there on the screen.
    """

    chosen = Signal(int)
    removed = Signal(list)
    moved = Signal(int, int)
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = PinsModel(theme)
        self.renamed, self.annotated = self._model.renamed, self._model.annotated
        self.setModel(self._model)
        self.setAccessibleName(tr("Pins"))
        show_rows_alone(self)
        self.setItemDelegate(OwnColours(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self._let_rows_be_dragged()
        self._set_columns()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        self.clicked.connect(self._choose)
        self.set_theme(theme)

    def _let_rows_be_dragged(self) -> None:
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(-1)  # all rows: they do not jump when it is scrolled
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # -- what is shown ----------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[PinRow]:
        """What is shown."""
        return self._model.rows

    @property
    def selected(self) -> list[int]:
        """The selected rows, from top to bottom."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def show_rows(self, rows: Sequence[PinRow]) -> None:
        """Show other rows; the current one is, as far as there is one, where it was."""
        at = self.currentIndex().row()
        self._model.show_rows(rows)
        self._share_out()
        if rows and at >= 0 and self.currentIndex().row() < 0:
            self.show_current(min(at, len(rows) - 1))

    def show_current(self, row: int) -> None:
        """Let a row, and it alone, be the selected one."""
        column = max(self.currentIndex().column(), NAME)
        if self.selected != [row] or self.currentIndex().row() != row:
            self.setCurrentIndex(self._model.index(row, column))

    def edit_cell(self, row: int, column: int) -> None:
        """Let a name or a note be typed."""
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.edit(index)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._model.theme = theme
        self._model.set_fonts(self.font())
        self.setStyleSheet(_sheet(theme))

    def whole_size(self) -> QSize:
        """The size at which all rows and columns are in view."""
        height = sum(map(self.rowHeight, range(len(self.rows))))
        head = self.horizontalHeader().sizeHint().height()
        return QSize(sum(map(self._width_of, range(NOTE + 1))) + 2, height + head + 2)

    def _width_of(self, column: int) -> int:
        """In which all texts of a column are whole."""
        return max(self.horizontalHeader().sectionSizeHint(column), self.sizeHintForColumn(column))

    def _share_out(self) -> None:
        """Leave the formats to the tooltip where notes would have little room."""
        note = min(self._width_of(NOTE), round(_NOTE * em(self.font())))
        needed = sum(map(self._width_of, (NAME, CODE, VALUE, EXACT))) + note
        self.setColumnHidden(EXACT, needed > self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(*_LEAST)

    def become_figure(self) -> None:
        """From now on show only what a picture shows: no scroll bars, nothing selected."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clearSelection()

    # -- gestures ---------------------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        """A click; one with a modifier only selects."""
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.chosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act, row = self._act_of(event), self.currentIndex().row()
        if act is None:
            super().keyPressEvent(event)
        elif row >= 0:
            act(row)

    def _act_of(self, event: QKeyEvent) -> Callable[[int], object] | None:
        """What a key does to a row; Qt knows the others."""
        way, key = _way(event), event.key()
        if way:
            return lambda row: self.moved.emit(row, row + way)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.chosen.emit
        if event.matches(QKeySequence.StandardKey.Delete):
            return lambda _row: self.removed.emit(self.selected)
        if event.matches(QKeySequence.StandardKey.Copy):
            return lambda _row: self.copy_wanted.emit()
        if key == Qt.Key.Key_F2:
            column = NOTE if self.currentIndex().column() == NOTE else NAME
            return lambda row: self.edit_cell(row, column)
        return None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:  # what is from elsewhere is the window's
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        take_copy(event)  # no row is moved by Qt
        start, place = self.currentIndex().row(), self._place_at(event.position().toPoint())
        self.moved.emit(start, place - (place > start))

    def _place_at(self, at: QPoint) -> int:
        """Before which row a point is."""
        row = self.rowAt(at.y())
        if row < 0:
            return len(self.rows)
        rect = self.visualRect(self._model.index(row, 0))
        return row + (at.y() > rect.center().y())


_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""Held while arrows move a row, as in the grid of bits."""


def _way(event: QKeyEvent) -> int:
    """Where a key moves a row: up, down, or nowhere."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _MOVING:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


def _sheet(theme: Theme) -> str:
    return table_sheet(theme).replace("QTableWidget", "QTableView") + scroll_sheet(theme)
