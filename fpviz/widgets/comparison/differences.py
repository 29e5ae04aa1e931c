"""Where two dumps differ, as rows; only those in view are put into words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.text import columns, grouped, padded, shortest_decimal, value_text
from fpviz.data.comparing import Difference, badness, exact_difference
from fpviz.widgets.look.row_model import (
    RowIndex,
    RowModel,
    csv_rows,
    markdown_rows,
    rows_sheet,
    widths,
)
from fpviz.widgets.look.row_table import show_rows_alone
from fpviz.widgets.look.style import number_font, scroll_sheet
from fpviz.widgets.look.theme import Theme

_WIDEST = 34
"""Digits that a column has room for at most."""

_LEAST_ROWS = 8
"""The height of so many rows is kept for the table."""

_ELEMENT, _ADDRESS, _ULPS, _EXPECTED, _ACTUAL, _DIFFERENCE = range(6)

_GIVES_WAY = ((_DIFFERENCE, 1), (_ADDRESS, 1), (_ULPS, 2))
"""The columns that are left to the tip where there is no room for all, the first one first; the
last one only where codes would have less than half of theirs."""

_AT_RIGHT = (_ELEMENT, _ULPS)
"""The columns of whole numbers."""


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Differences", text)


def headings() -> tuple[str, ...]:
    """What stands over the columns."""
    return (
        tr("element"),
        tr("address"),
        tr("ulps"),
        tr("expected"),
        tr("actual"),
        tr("actual − expected"),
    )


def cells(fmt: Format, each: Difference, address: int) -> tuple[str, ...]:
    """The texts of a row."""
    return (
        grouped(each.place),
        f"{address:#x}",
        "–" if each.ulps is None else grouped(each.ulps),
        _code(fmt, each.expected),
        _code(fmt, each.actual),
        exact_difference(fmt, each) or "–",
    )


def _code(fmt: Format, code: int) -> str:
    value = value_text(decode(fmt, code).number)
    if fmt.is_finite(code):
        value = shortest_decimal(fmt, code)
    return f"{fmt.code_text(code)} {value}"


class DifferencesModel(RowModel):
    """Differences of two dumps of a format."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, headings())
        self.rows: list[Difference] = []
        self._format: Format | None = None
        self._address: Callable[[int], int] = int

    def show_rows(
        self, fmt: Format, rows: Sequence[Difference], address: Callable[[int], int]
    ) -> None:
        """Have other rows, of codes of a format, of which each has its address."""
        self.beginResetModel()
        self._format, self.rows, self._address = fmt, list(rows), address
        self.endResetModel()

    def texts(self, row: int) -> tuple[str, ...]:
        assert self._format is not None
        each = self.rows[row]
        return cells(self._format, each, self._address(each.place))

    def ink(self, row: int, column: int) -> str | None:
        if self.rows[row].is_allowed:
            return self.theme.dim
        return self.theme.overflow if column == _ULPS else None

    def tip(self, row: int, column: int) -> str:
        """All that is told of an element: not every column is in view."""
        told = zip(self.headings, self.texts(row), strict=True)
        return "\n".join(f"{heading}: {text}" for heading, text in told)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return super().headerData(section, orientation, role)

    def data(self, index: RowIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return super().data(index, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by their places, or else the worst first."""
        by_place = column in (_ELEMENT, _ADDRESS)
        self.layoutAboutToBeChanged.emit()
        self.rows.sort(key=(lambda each: each.place) if by_place else badness, reverse=not by_place)
        self.layoutChanged.emit()

    def rowCount(self, parent: RowIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _AT_RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class DifferencesView(QTableView):
    """The table; a row that is chosen is told.

    Signals:
        chosen(Difference): a row was clicked, or come to by a key.
        opened(Difference): a row was double-clicked, or Return pressed on it.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = DifferencesModel(theme)
        self.setModel(self._model)
        self.setAccessibleName(tr("Differences, the worst first"))
        show_rows_alone(self)
        self.setMinimumHeight(_LEAST_ROWS * self.verticalHeader().defaultSectionSize())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._whole: list[int] = []
        header.sectionClicked.connect(self._sort)
        header.setSectionsClickable(True)
        self.clicked.connect(lambda index: self.chosen.emit(self._model.rows[index.row()]))
        self.activated.connect(lambda index: self.opened.emit(self._model.rows[index.row()]))
        self.set_theme(theme)

    @property
    def rows(self) -> Sequence[Difference]:
        """What is shown."""
        return self._model.rows

    def show_rows(
        self, fmt: Format, rows: Sequence[Difference], address: Callable[[int], int]
    ) -> None:
        """Show other differences, and as many columns as wide as they take."""
        self._model.show_rows(fmt, rows, address)
        most = _WIDEST * QFontMetricsF(self._model.numbers).horizontalAdvance("0")
        self._whole = [round(min(width, most)) for width in widths(self, self._model)]
        self._share_out()

    def whole_width(self) -> int:
        """The width at which all columns are seen."""
        return sum(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Leave columns out for which there is no room; codes that have too little end in …"""
        if not self._whole:
            return
        room, shown = self.viewport().width(), {*range(len(self._whole))} - {_EXPECTED, _ACTUAL}
        codes = self._whole[_EXPECTED] + self._whole[_ACTUAL]
        for column, part in _GIVES_WAY:
            if sum(self._whole[each] for each in shown) + codes // part > room:
                shown.discard(column)
        rest = sum(self._whole[each] for each in shown) + codes - room
        for column, whole in enumerate(self._whole):
            is_code = column in (_EXPECTED, _ACTUAL)
            width = max(whole - (max(rest, 0) + 1) // 2, 1) if is_code else whole
            self.setColumnWidth(column, width)
            self.setColumnHidden(column, not is_code and column not in shown)

    def _sort(self, column: int) -> None:
        self._model.sort(column)

    def go_on(self) -> None:
        """Choose the row after the present one; the first one after the last."""
        if self.rows:
            row = (self.currentIndex().row() + 1) % len(self.rows)
            self.selectRow(row)
            self.chosen.emit(self.rows[row])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._model.theme = theme
        self._model.numbers = number_font(self.font(), 0.92)
        self.setStyleSheet(f"{rows_sheet(theme)}{scroll_sheet(theme)}")

    # -- copies -----------------------------------------------------------------------------

    def _texts(self) -> list[tuple[str, ...]]:
        return [self._model.texts(row) for row in range(len(self.rows))]

    def text(self) -> str:
        """The rows as text, in columns."""
        rows = [headings(), *self._texts()]
        wide = [max(map(columns, column)) + 2 for column in zip(*rows, strict=True)]
        lines = ("".join(map(padded, row, wide)).rstrip() for row in rows)
        return "".join(f"{line}\n" for line in lines)

    def csv(self) -> str:
        """The rows as CSV, after RFC 4180."""
        return csv_rows((headings(), *self._texts()))

    def markdown(self) -> str:
        """The rows as a table of Markdown."""
        return markdown_rows(headings(), self._texts())
