"""Rows of texts for a view, which asks for those that it shows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QTableView

from fpviz.widgets.look.style import em
from fpviz.widgets.look.theme import Theme

RowIndex = QModelIndex | QPersistentModelIndex
Texts = tuple[str, ...]

_MEASURED = 200
"""Rows by which columns are made wide enough."""


class RowModel(QAbstractTableModel):
    """Rows under headings. What is in them, in which ink and which tip, a kind of rows says."""

    def __init__(self, theme: Theme, headings: Texts) -> None:
        super().__init__()
        self.theme = theme
        self.headings = headings
        self.numbers = QFont()

    def texts(self, row: int) -> Texts:
        """The texts of a row."""
        raise NotImplementedError

    def ink(self, row: int, column: int) -> str | None:
        """The colour of a text, if it is not the usual one."""
        return None

    def tip(self, row: int, column: int) -> str:
        """What is told of a text."""
        return self.texts(row)[column]

    def is_number(self, column: int) -> bool:
        """Whether a column's texts stand in the face of numbers."""
        return True

    def columnCount(self, parent: RowIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        return None

    def data(self, index: RowIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.texts(row)[column]
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row, column)
            case Qt.ItemDataRole.FontRole:
                return self.numbers if self.is_number(column) else None
            case Qt.ItemDataRole.ForegroundRole:
                ink = self.ink(row, column)
                return None if ink is None else QColor(ink)
            case _:
                return None


def widths(table: QTableView, model: RowModel) -> list[int]:
    """The pixels that the columns take, as far as the first rows tell."""
    words, numbers = table.fontMetrics(), QFontMetricsF(model.numbers)
    gap = round(1.6 * em(table.font()))
    texts = [model.texts(row) for row in range(min(model.rowCount(), _MEASURED))]
    found = []
    for column, heading in enumerate(model.headings):
        measure = numbers.horizontalAdvance if model.is_number(column) else words.horizontalAdvance
        widest = max((measure(row[column]) for row in texts), default=0)
        found.append(round(max(widest, words.horizontalAdvance(heading))) + gap)
    return found


def rows_sheet(theme: Theme) -> str:
    """Style of a view of such rows."""
    return f"""
    QTableView {{ background: {theme.panel}; color: {theme.ink}; border: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.ink}; }}
    QTableView::item {{ padding: 0 6px; }}
    QHeaderView::section {{ background: {theme.panel}; color: {theme.dim}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 2px 9px; }}
    """


def csv_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV, after RFC 4180."""
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def markdown_rows(headings: Texts, rows: Iterable[Sequence[str]]) -> str:
    """Rows as a table of Markdown."""
    lines = (headings, ["---"] * len(headings), *rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)
