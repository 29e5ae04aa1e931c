"""The table of all rules as a widget: a row for each rounding, a column for each setting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fpviz.core.arithmetic.rounding import flags_raised
from fpviz.core.formats import Format
from fpviz.core.trace.rule_table import Differs, RuledCell, RuledOutcome, RuleTable
from fpviz.core.trace.rule_table_text import (
    TEXT_MARKS,
    head,
    outcome_text,
    percent,
    remarks,
    short_value,
)
from fpviz.widgets.look.style import em, number_font, scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_MARGIN, _GAP = 8.0, 10.0
_MOST_ABREAST = 2
"""Of more columns the flags stand below the codes, so that there is room for all."""


class _Run(NamedTuple):
    """A piece of a line in one face and colour."""

    text: str
    font: QFont
    colour: str


class _Painter(QStyledItemDelegate):
    """Paints a cell: each outcome in a line or two, what differs from the present rules marked."""

    def __init__(self, table: QTableWidget, theme: Theme) -> None:
        super().__init__(table)
        self.theme = theme
        self.table: RuleTable | None = None
        base = table.font()
        self._code, self._bold = number_font(base, 0.95), number_font(base, 0.95, bold=True)
        self._word = word_font(base, 0.88)
        self._height = max(QFontMetricsF(self._code).height(), QFontMetricsF(self._word).height())

    def lines(self, cell: RuledCell) -> Iterator[list[_Run]]:
        """The lines of a cell, each in runs."""
        assert self.table is not None
        stacked = len(self.table.columns) > _MOST_ABREAST
        for outcome in cell.outcomes:
            first, rest = self._code_runs(outcome, self.table.format), self._words(outcome)
            if stacked and rest:
                yield first
                yield [_Run(TEXT_MARKS.plain.format(""), self._bold, ""), *rest]
            else:
                yield [*first, _Run("  ", self._word, ""), *rest]

    def _code_runs(self, outcome: RuledOutcome, fmt: Format) -> list[_Run]:
        other = outcome.differs is Differs.CODE
        ink = self.theme.overflow if other else self.theme.ink
        mark = TEXT_MARKS[outcome.differs].format("")
        text = f"{fmt.code_text(outcome.code)} = {short_value(fmt, outcome.code)}"
        return [
            _Run(mark, self._bold, self.theme.overflow),
            _Run(text, self._bold if other else self._code, ink),
        ]

    def _words(self, outcome: RuledOutcome) -> list[_Run]:
        """The flags, and the probability where it is not certain."""
        runs = []
        if outcome.flags:
            warns = outcome.differs is Differs.FLAGS
            colour = self.theme.overflow if warns else self.theme.dim
            runs.append(_Run(f"{said(flags_raised(outcome.flags))}  ", self._word, colour))
        if outcome.chance != 1:
            runs.append(_Run(f"{percent(outcome.chance)}%", self._code, self.theme.ink))
        return runs

    def size_of(self, cell: RuledCell) -> QSize:
        """The room that a cell takes."""
        lines = list(self.lines(cell))
        width = max(sum(_width(run) for run in line) for line in lines)
        return QSize(round(width + 2 * _MARGIN), round(len(lines) * self._height + _GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = index.data(Qt.ItemDataRole.UserRole)
        assert self.table is not None
        area = QRectF(option.rect)
        if cell.rules == self.table.rules and not self.theme.on_paper:
            painter.fillRect(area, QColor(self.theme.accent_soft))
        view = self.parent()
        assert isinstance(view, QTableWidget)
        if view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(area.adjusted(0.5, 0.5, -1.5, -1.5))
        top = area.top() + _GAP / 2
        for line in self.lines(cell):
            left = area.left() + _MARGIN
            for run in line:
                painter.setFont(run.font)
                painter.setPen(QColor(run.colour))
                place = QRectF(left, top, _width(run), self._height)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, run.text)
                left += _width(run)
            top += self._height


def _width(run: _Run) -> float:
    return QFontMetricsF(run.font).horizontalAdvance(run.text)


class _Grid(QTableWidget):
    """The cells, by mouse and keyboard."""

    chosen = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


class RuleTableView(QWidget):
    """The table, and what is to be said of it below.

    Signals:
        rules_chosen(Rules): a cell was clicked, or Return pressed on it.
        menu_wanted(RuledCell, QPoint): the context menu of a cell was asked for, there on the
            screen.
    """

    rules_chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.grid = _Grid()
        self.remarks = QLabel()
        self._painter = _Painter(self.grid, theme)
        self._build()
        self.grid.cellClicked.connect(self._choose)
        self.grid.chosen.connect(self._choose)
        self.grid.customContextMenuRequested.connect(self._ask_for_menu)
        self.setFocusProxy(self.grid)
        self.set_theme(theme)

    def _build(self) -> None:
        grid = self.grid
        grid.setAccessibleName(self.tr("All rules at once"))
        grid.setItemDelegate(self._painter)
        grid.setShowGrid(False)
        grid.setTabKeyNavigation(False)
        grid.setFrameShape(QTableWidget.Shape.NoFrame)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for header in (grid.horizontalHeader(), grid.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.remarks.setWordWrap(True)
        self.remarks.setFont(word_font(self.font(), 0.9))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(grid, 1)
        column.addWidget(self.remarks)

    def show_table(self, table: RuleTable) -> None:
        """Show a table; the keyboard stays where it was in it."""
        if table == self._painter.table:
            return
        at = self.grid.currentRow(), self.grid.currentColumn()
        self._painter.table = table
        self.grid.clear()
        self.grid.setRowCount(len(table.cells))
        self.grid.setColumnCount(len(table.columns))
        self.grid.setHorizontalHeaderLabels([said(head(column)) for column in table.columns])
        names = [said(row[0].rules.rounding.rule.name) for row in table.cells]
        self.grid.setVerticalHeaderLabels(names)
        for column, settings in enumerate(table.columns):
            for row, cell in enumerate(settings.cells):
                self.grid.setItem(row, column, self._item(cell, table.format))
        self._fit()
        self.grid.setCurrentCell(max(at[0], 0), min(max(at[1], 0), len(table.columns) - 1))
        self.remarks.setText("    ".join(map(said, remarks(table, TEXT_MARKS))))
        self.remarks.setVisible(bool(self.remarks.text()))

    def _item(self, cell: RuledCell, fmt: Format) -> QTableWidgetItem:
        texts = (
            TEXT_MARKS.marked(said(outcome_text(each, fmt)), each.differs).strip()
            for each in cell.outcomes
        )
        item = QTableWidgetItem("\n".join(texts))
        item.setData(Qt.ItemDataRole.UserRole, cell)
        item.setToolTip(self.tr("Click to work by these rules"))
        return item

    def _fit(self) -> None:
        """As much room for rows and columns as their cells take."""
        heads = QFontMetricsF(self.grid.font())
        assert self._painter.table is not None
        for at, column in enumerate(self._painter.table.columns):
            sizes = [self._painter.size_of(cell) for cell in column.cells]
            wide = max(size.width() for size in sizes)
            self.grid.setColumnWidth(
                at, max(wide, round(heads.horizontalAdvance(said(head(column))) + 3 * _MARGIN))
            )
        for row in range(self.grid.rowCount()):
            cells = [column.cells[row] for column in self._painter.table.columns]
            self.grid.setRowHeight(row, max(self._painter.size_of(c).height() for c in cells))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painter.theme = theme
        self.grid.setStyleSheet(
            f"""
            QTableWidget {{ background: {theme.panel}; color: {theme.ink}; border: none; }}
            QHeaderView, QTableCornerButton::section {{ background: {theme.panel}; border: none; }}
            QHeaderView::section {{ background: {theme.panel}; color: {theme.dim}; border: none;
                padding: 2px 8px; }}
            QHeaderView::section:horizontal {{ border-bottom: 1px solid {theme.line}; }}
            {scroll_sheet(theme)}
            """
        )
        self.remarks.setStyleSheet(
            f"background: {theme.panel}; color: {theme.dim};"
            f" border-top: 1px solid {theme.line}; padding: 4px 12px;"
        )

    # -- as a figure ------------------------------------------------------------------------

    def become_figure(self) -> None:
        """From now on show no scroll bars."""
        for place in (self.grid.setVerticalScrollBarPolicy, self.grid.setHorizontalScrollBarPolicy):
            place(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def whole_size(self) -> QSize:
        """The size at which all cells are in view."""
        columns, rows = self.grid.horizontalHeader(), self.grid.verticalHeader()
        width = columns.length() + rows.sizeHint().width() + 2
        height = rows.length() + columns.sizeHint().height() + 2
        return QSize(width, height + self.remarks.heightForWidth(width) + round(em(self.font())))

    # -- gestures ---------------------------------------------------------------------------

    def cell_at(self, row: int, column: int) -> RuledCell | None:
        """The cell of a row and a column."""
        item = self.grid.item(row, column)
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def _choose(self, row: int, column: int) -> None:
        if cell := self.cell_at(row, column):
            self.rules_chosen.emit(cell.rules)

    def _ask_for_menu(self, at: QPoint) -> None:
        index = self.grid.indexAt(at)
        if cell := self.cell_at(index.row(), index.column()):
            self.menu_wanted.emit(cell, self.grid.viewport().mapToGlobal(at))
