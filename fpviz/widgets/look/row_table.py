"""What tables of rows have in common: no grid, no numbers of rows, a whole row selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from fpviz.widgets.look.style import em
from fpviz.widgets.look.theme import Theme

_HEIGHT = 1.55
"""The height of a row, in lines of text."""


def show_rows_alone(table: QTableView) -> None:
    """Let a table show rows of texts that are read and chosen, and not edited."""
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(round(_HEIGHT * em(table.font())))
    table.horizontalHeader().setHighlightSections(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setFrameShape(table.Shape.NoFrame)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def table_sheet(theme: Theme) -> str:
    """Style of a table whose selected row keeps the colours of its texts."""
    return f"""
    QTableWidget {{ background: {theme.panel}; color: {theme.ink}; border: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.ink}; }}
    QTableWidget::item {{ padding: 0 6px; }}
    QTableWidget::item:selected {{ border-top: 1px solid {theme.accent};
        border-bottom: 1px solid {theme.accent}; }}
    QHeaderView {{ background: {theme.panel}; border: none; }}
    QHeaderView::section {{ background: {theme.panel}; color: {theme.dim}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 2px 9px; }}
    """


_DARKENED = 140
"""By how much, in percent, Qt's style darkens the ground for the rim of a box."""


class OwnColours(QStyledItemDelegate):
    """Draws the texts of a selected row in their own colours, which are the formats'.

    The boxes to tick have a rim that is seen on dark ground, too.
    """

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        rim = option.palette.color(QPalette.ColorRole.PlaceholderText)
        option.palette.setColor(QPalette.ColorRole.Window, rim.lighter(_DARKENED))
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QBrush):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, colour)
