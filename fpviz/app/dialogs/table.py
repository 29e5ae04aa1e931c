"""A table to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from fpviz.widgets.look.style import em, word_font

_GAP = 22
"""Pixels between the columns."""


class ReadingTable(QTableWidget):
    """Rows of text, walked through by keyboard and left by Tab; ``texts`` are head and rows.

    A row of one text is a heading of those below it.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> None:
        super().__init__(len(rows), len(columns))
        self.texts = [columns, *rows]
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(columns))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(1.5 * em(self.font())))
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        for at, row in enumerate(rows):
            self._fill(at, row)
        self.resizeColumnsToContents()
        for column in range(len(columns)):
            self.setColumnWidth(column, self.columnWidth(column) + _GAP)
        self.horizontalHeader().setStretchLastSection(True)

    def _fill(self, at: int, row: Sequence[str]) -> None:
        for column, text in enumerate(row):
            self.setItem(at, column, QTableWidgetItem(text))
        if len(row) == 1:
            self.setSpan(at, 0, 1, self.columnCount())
            heading = self.item(at, 0)
            assert heading is not None
            heading.setFont(word_font(self.font(), bold=True))
