"""The context menu of rows: copied, and given back what is written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from fpviz.core.phrase import phrase
from fpviz.core.text import grouped
from fpviz.model.document import Document
from fpviz.widgets.bench.table import ElementTable

MOST_COPIED = 100_000
"""The most rows that are copied at once."""


class RowMenu(QObject):
    """What can be done to the selected rows beside choosing and editing them.

    Signals:
        told(str): what was copied, or that it is too much.
    """

    told = Signal(str)

    def __init__(self, document: Document, table: ElementTable) -> None:
        super().__init__(table)
        self._document, self._table = document, table
        table.grid.menu_wanted.connect(self._show)
        table.grid.copied.connect(self.copy)

    def menu(self) -> QMenu:
        """The menu for the present cursor and selection."""
        menu, table = QMenu(self._table), self._table
        rows = table.selection or table.grid.visible_rows()
        text = self.tr("Copy the rows ({0})").format(grouped(len(rows)))
        menu.addAction(text, partial(self.copy, rows)).setEnabled(len(rows) <= MOST_COPIED)
        menu.addAction(self.tr("Type another value or code (F2)"), table.grid.edit_cell)
        menu.addSeparator()
        edited = [row for row in rows[:MOST_COPIED] if table.elements.is_edited(row)]
        revert = menu.addAction(self.tr("As it is written again"), partial(self.revert, edited))
        revert.setEnabled(bool(edited))
        all_ = menu.addAction(self.tr("All as it is written again"), self.revert_all)
        dump = self._document.bench.dump
        all_.setEnabled(bool(dump and dump.edits))
        return menu

    def copy(self, rows: range) -> None:
        """Copy rows with tabs between their columns."""
        count = grouped(len(rows))
        if len(rows) > MOST_COPIED:
            text = self.tr("{0} rows are too many to copy; they can be exported")
            self.told.emit(text.format(count))
        elif rows:
            QGuiApplication.clipboard().setText(self._table.rows_as_text(rows))
            self.told.emit(self.tr("Rows copied: {0}").format(count))

    def revert(self, rows: list[int]) -> None:
        """Give rows the codes that are written, in one step."""
        elements, gesture = self._table.elements, object()
        fmt = elements.layout.fmt
        written = [(elements.index(row), elements.written_code(row)) for row in rows]
        for index, code in written:
            self._document.edit_row(index, fmt, code, gesture)

    def revert_all(self) -> None:
        """Take away all edits."""
        bench = self._document.bench
        if bench.dump is not None:
            without = bench.with_edits(()).with_row(None)
            self._document.set_bench(phrase("take away all edits"), without)

    def _show(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()
