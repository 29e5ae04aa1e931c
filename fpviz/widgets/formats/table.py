"""Formats under each other: a row each, a column for each of their facts, family by family."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from io import StringIO

from PySide6.QtCore import (
    QPoint,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
)

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.ticks import count_below
from fpviz.core.numbers import finite
from fpviz.core.text import brief
from fpviz.widgets.formats.facts import card, counted, told_of
from fpviz.widgets.look.row_table import OwnColours, show_rows_alone, table_sheet
from fpviz.widgets.look.style import em, number_font, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.table import Table

Ends = tuple[Fraction, Fraction]

Group = tuple[str, tuple[Format, ...]]
"""Formats, and the title that stands over them."""

Groups = Sequence[Group]

_GAP = 24
"""Pixels between the columns."""


class FormatsView(QTableWidget):
    """The facts of formats as a table. Its rows are filled where they are seen.

    Over the formats of each family stands its title, where there are several.

    Signals:
        chosen(Format): a row was double-clicked, or Return pressed on it.
        ticked(Format, bool): its box was ticked, or not any more.
        menu_wanted(Format, QPoint): the context menu of a row was asked for, there on the screen.
    """

    chosen = Signal(object)
    ticked = Signal(object, bool)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups: tuple[Group, ...] = ()
        self._active: Format | None = None
        self._in_rows: frozenset[Format] | None = frozenset()
        self._rules = Rules()
        self._range = Fraction(1), Fraction(2)
        self._filled: tuple[object, ...] = ()
        self.setAccessibleName(self.tr("Facts of formats"))
        show_rows_alone(self)
        self.setItemDelegate(OwnColours(self))
        self.cellActivated.connect(self._choose)
        self.itemChanged.connect(self._tick)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.set_theme(theme)

    def show_formats(
        self,
        groups: Groups,
        in_rows: tuple[Format, ...],
        active: Format,
        rules: Rules,
        within: Ends,
    ) -> None:
        """Show these formats under the titles of their groups, under rules.

        Those ``in_rows`` are ticked, the active one is selected. Values are counted ``within`` two
        ends, the upper one left out.
        """
        self._groups, self._active = tuple(groups), active
        if self._in_rows is not None:
            self._in_rows = frozenset(in_rows)
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

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats in the order of their rows."""
        return tuple(fmt for _, members in self._groups for fmt in members)

    @property
    def current(self) -> Format | None:
        """The format whose row is selected."""
        return self._by_row.get(self.currentRow())

    def row_of(self, fmt: Format) -> int | None:
        """The row in which a format stands."""
        return next((row for row, each in self._by_row.items() if each == fmt), None)

    @property
    def _by_row(self) -> dict[int, Format]:
        """The format of each row that is no title."""
        found: dict[int, Format] = {}
        row = 0
        for _, members in self._groups:
            row += self._has_titles
            found |= dict(enumerate(members, row))
            row += len(members)
        return found

    @property
    def _has_titles(self) -> bool:
        return len(self._groups) > 1

    def show_again(self) -> None:
        """Show what was told last, whatever has been ticked since."""
        self._filled = ()
        self._refresh()

    def whole_size(self) -> QSize:
        """The size at which all rows and columns are in view."""
        width = sum(self.columnWidth(column) for column in range(self.columnCount()))
        height = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(width + 2, height + self.horizontalHeader().sizeHint().height() + 2)

    def become_figure(self) -> None:
        """From now on show only what a picture shows: no scroll bars, nothing selected."""
        self._in_rows = None
        self._fill()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.clearSelection()

    def table(self) -> Table:
        """What is shown, as texts."""
        formats = self.formats
        names = [told.name for told in told_of(formats[0])] if formats else []
        lo, hi = (brief(finite(end), 12) for end in self._range)
        headings = (self.tr("format"), self.tr("in [{0}, {1})").format(lo, hi), *names)
        return Table(headings, tuple(map(self._row, formats)))

    def markdown(self) -> str:
        """The table in Markdown."""
        return self.table().markdown() + "\n"

    def csv(self) -> str:
        """The table as CSV, after RFC 4180."""
        import csv  # noqa: PLC0415 - when asked

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
        row = self.row_of(self._active)
        if row is not None:
            self.selectRow(row)
        else:
            self.clearSelection()

    def _shown(self) -> tuple[object, ...]:
        return self._groups, self._in_rows, self._rules, self._range, self._theme

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self._fill_rows()

    def _fill_rows(self) -> None:
        table, self._filled = self.table(), self._shown()
        self.clearSpans()
        self.setRowCount(len(table.rows) + self._has_titles * len(self._groups))
        self.setColumnCount(len(table.headings))
        self.setHorizontalHeaderLabels(list(table.headings))
        first = self.horizontalHeaderItem(0)
        assert first is not None
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fill_titles(len(table.headings))
        for (at, fmt), texts in zip(self._by_row.items(), table.rows, strict=True):
            count = counted(self._count(fmt))[1]
            wholes = (card(fmt, self._rules), count, *(t.whole for t in told_of(fmt, self._rules)))
            for column, (text, whole) in enumerate(zip(texts, wholes, strict=True)):
                self.setItem(at, column, self._item(fmt, column, text, whole))
        self._set_widths(table)

    def _fill_titles(self, columns: int) -> None:
        """The titles of the groups, each across all columns; none of them can be selected."""
        if not self._has_titles:
            return
        row = 0
        for title, members in self._groups:
            item = QTableWidgetItem(title)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setForeground(QColor(self._theme.dim))
            item.setFont(word_font(self.font(), 0.92))
            self.setItem(row, 0, item)
            self.setSpan(row, 0, 1, columns)
            row += 1 + len(members)

    def _item(self, fmt: Format, column: int, text: str, whole: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setToolTip(whole)
        if column == 0:
            item.setForeground(QColor(self._theme.tint(fmt)))
            item.setFont(word_font(self.font(), bold=True))
            if self._in_rows is not None:
                on = Qt.CheckState.Checked, Qt.CheckState.Unchecked
                item.setCheckState(on[fmt not in self._in_rows])
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
        box = 0 if self._in_rows is None else round(1.6 * em(self.font()))
        for column, heading in enumerate(table.headings):
            metrics = numbers if column else words
            texts = (row[column] for row in table.rows)
            longest = max(map(metrics.horizontalAdvance, texts), default=0)
            wide = max(longest, words.horizontalAdvance(heading))
            self.setColumnWidth(column, round(wide) + _GAP + (0 if column else box))

    def _choose(self, row: int, _column: int) -> None:
        if row in self._by_row:
            self.chosen.emit(self._by_row[row])

    def _tick(self, item: QTableWidgetItem) -> None:
        fmt, is_on = self._by_row.get(item.row()), item.checkState() is Qt.CheckState.Checked
        if fmt is None or item.column() or self._in_rows is None:
            return
        if is_on != (fmt in self._in_rows):
            self.ticked.emit(fmt, is_on)

    def _ask_for_menu(self, at: QPoint) -> None:
        fmt = self._by_row.get(self.rowAt(at.y()))
        if fmt is not None:
            self.menu_wanted.emit(fmt, self.viewport().mapToGlobal(at))
