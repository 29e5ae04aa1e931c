"""The part of a long table that is in view, as Qt's tables want it.

Qt counts the rows of a view in C ints. So it is shown a window of as many rows as fit; where the
window begins is Python's int.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class RowWindow(QAbstractTableModel):
    """As many rows as fit, from ``first`` on."""

    def __init__(self) -> None:
        super().__init__()
        self.first = 0
        self._size = 1

    @property
    def last(self) -> int:
        """The last row; -1 where there is none."""
        raise NotImplementedError

    @property
    def columns(self) -> int:
        """How many columns there are."""
        raise NotImplementedError

    def heading(self, column: int) -> str:
        """The name of a column."""
        raise NotImplementedError

    def measured(self, row: int, column: int) -> str:
        """The text of a cell for which its column must have room."""
        raise NotImplementedError

    @property
    def furthest(self) -> int:
        """The last row at which a window can begin."""
        return max(0, self.last + 1 - self._size)

    def resize(self, size: int) -> None:
        """Show ``size`` rows, as far as there are so many."""
        before, after = self.rowCount(), min(size, self.last + 1)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
        self._size = size
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        self.move(self.first)

    def move(self, first: int) -> None:
        """Begin at a row, or at the nearest at which a window can."""
        first = min(max(first, 0), self.furthest)
        if first != self.first:
            self.first = first
            self.tell_all_changed()

    def tell_all_changed(self) -> None:
        """Tell Qt, and whoever listens through it, that every row in view says something else."""
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, self.columnCount() - 1))

    def shows(self, row: int) -> bool:
        """Whether a row is one of those in the window."""
        return self.first <= row < self.first + self.rowCount()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else min(self._size, self.last + 1)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.columns
