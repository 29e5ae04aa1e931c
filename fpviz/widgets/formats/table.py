"""Formats side by side: a row each, a column for each of their facts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from fractions import Fraction
from io import StringIO

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.ticks import count_below
from fpviz.core.numbers import finite
from fpviz.core.text import brief
from fpviz.widgets.formats.facts import card, counted, told_of
from fpviz.widgets.look.style import em, number_font, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.table import Table

Ends = tuple[Fraction, Fraction]

_GAP = 24
"""Pixels between the columns."""


def table_sheet(theme: Theme) -> str:
    """Style of a table whose selected row keeps the colours of its texts."""
    return f"""
    QTableWidget {{ background: {theme.panel}; color: {theme.ink}; border: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.ink}; }}
    QTableWidget::item {{ padding: 0 6px; }}
    QTableWidget::item:selected {{ border-top: 1px solid {theme.accent};
        border-bottom: 1px solid {theme.accent}; }}
    QHeaderView::section {{ background: {theme.panel}; color: {theme.dim}; border: none;
        border-bottom: 1px solid {theme.line}; padding: 2px 6px; }}
    """


class _OwnColours(QStyledItemDelegate):
    """Draws the texts of a selected row in their own colours, which are the formats'."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QBrush):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, colour)


class FormatsView(QTableWidget):
    """The facts of formats as a table. Its rows are filled where they are seen.

    Signals:
        chosen(Format): a row was double-clicked, or Return pressed on it.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._formats: tuple[Format, ...] = ()
        self._active: Format | None = None
        self._rules = Rules()
        self._range = Fraction(1), Fraction(2)
        self._filled: tuple[object, ...] = ()
        self.setAccessibleName(self.tr("Facts of formats"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(1.55 * em(self.font())))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(self.Shape.NoFrame)
        self.horizontalHeader().setHighlightSections(False)
        self.setItemDelegate(_OwnColours(self))
        self.cellActivated.connect(self._choose)
        self.set_theme(theme)

    def show_formats(
        self,
        formats: Sequence[Format],
        active: Format,
        rules: Rules,
        within: tuple[Fraction, Fraction],
    ) -> None:
        """Show these formats, the active one selected, under rules; ``within`` is where values are
        counted, its upper end left out."""
        self._formats, self._active = tuple(formats), active
        self._rules, self._range = rules, within
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setStyleSheet(table_sheet(theme))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def whole_size(self) -> QSize:
        """The size at which all rows and columns are in view."""
        width = sum(self.columnWidth(column) for column in range(self.columnCount()))
        height = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(width + 2, height + self.horizontalHeader().sizeHint().height() + 2)

    def become_figure(self) -> None:
        """From now on show only what a picture shows: no scroll bars, nothing selected."""
        self._fill()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clearSelection()

    def table(self) -> Table:
        """What is shown, as texts."""
        names = [told.name for told in told_of(self._formats[0])] if self._formats else []
        lo, hi = (brief(finite(end), 12) for end in self._range)
        headings = (self.tr("format"), self.tr("in [{0}, {1})").format(lo, hi), *names)
        return Table(headings, tuple(map(self._row, self._formats)))

    def markdown(self) -> str:
        """The table in Markdown."""
        return self.table().markdown() + "\n"

    def csv(self) -> str:
        """The table as CSV, after RFC 4180."""
        out = StringIO()
        csv.writer(out).writerows((self.table().headings, *self.table().rows))
        return out.getvalue()

    def _row(self, fmt: Format) -> tuple[str, ...]:
        facts = (told.short for told in told_of(fmt, self._rules))
        return (fmt.title or fmt.name, counted(self._count(fmt))[0], *facts)

    def _count(self, fmt: Format) -> int:
        return count_below(fmt, *self._range)

    def _refresh(self) -> None:
        """Fill the rows anew, if others are to be seen, and select the active one's."""
        if not self.isVisible() or self._active is None:
            return
        if self._filled != self._shown():
            self._fill()
        self.selectRow(self._formats.index(self._active))

    def _shown(self) -> tuple[object, ...]:
        return self._formats, self._rules, self._range, self._theme

    def _fill(self) -> None:
        table, self._filled = self.table(), self._shown()
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.headings))
        self.setHorizontalHeaderLabels(list(table.headings))
        first = self.horizontalHeaderItem(0)
        assert first is not None
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for at, (fmt, texts) in enumerate(zip(self._formats, table.rows, strict=True)):
            count = counted(self._count(fmt))[1]
            wholes = (card(fmt, self._rules), count, *(t.whole for t in told_of(fmt, self._rules)))
            for column, (text, whole) in enumerate(zip(texts, wholes, strict=True)):
                self.setItem(at, column, self._item(fmt, column, text, whole))
        self._set_widths(table)

    def _item(self, fmt: Format, column: int, text: str, whole: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(whole)
        if column == 0:
            item.setForeground(QColor(self._theme.tint(fmt)))
            item.setFont(word_font(self.font(), bold=True))
        else:
            item.setFont(number_font(self.font(), 0.92))
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _set_widths(self, table: Table) -> None:
        """As wide as the longest text: only those in view count for Qt."""
        words, numbers = (
            QFontMetricsF(word_font(self.font(), bold=True)),
            QFontMetricsF(number_font(self.font(), 0.92)),
        )
        for column, heading in enumerate(table.headings):
            metrics = numbers if column else words
            texts = (row[column] for row in table.rows)
            longest = max(map(metrics.horizontalAdvance, texts), default=0)
            wide = max(longest, words.horizontalAdvance(heading))
            self.setColumnWidth(column, round(wide) + _GAP)

    def _choose(self, row: int, _column: int) -> None:
        self.chosen.emit(self._formats[row])
