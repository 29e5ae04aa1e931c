"""The lines of vectors under each other; only those in view are put into words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fpviz.core.arithmetic.rounding import flags_raised
from fpviz.core.formats.decoding import decode
from fpviz.core.text import value_brief
from fpviz.core.vectors.rows import Row
from fpviz.core.vectors.said import bits_text, explanation
from fpviz.widgets.look.row_model import (
    RowIndex,
    RowModel,
    csv_rows,
    markdown_rows,
    rows_sheet,
    widths,
)
from fpviz.widgets.look.row_table import show_rows_alone
from fpviz.widgets.look.style import number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_LAST = 6
"""The column of words, which takes the room that is left."""


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("Vectors", text)


def headings() -> tuple[str, ...]:
    """What stands over the columns."""
    return (
        tr("line"),
        tr("operands"),
        tr("expected"),
        tr("actual"),
        tr("bits"),
        tr("ulps"),
        tr("right under"),
    )


def cells(row: Row) -> tuple[str, ...]:
    """The texts of a row."""
    if row.unread is not None:
        return (str(row.line), "", "", "", "", "", said(row.unread.why))
    assert row.checked is not None
    vector, right = row.checked.vector, row.checked.right
    fmt = row.format
    given = row.given
    assert given is not None
    operands = "  ".join(each.code_text(code) for each, code in vector.operands)
    texts = (str(row.line), operands, fmt.code_text(given.code), fmt.code_text(right.code))
    if row.wrong is None:
        return (*texts, "", "0", "")
    ulps = "–" if row.wrong.ulps is None else str(row.wrong.ulps)
    return (*texts, bits_text(row.wrong.bits), ulps, said(explanation(row.checked, row.wrong)))


class VectorsModel(RowModel):
    """The lines of a file, or those of them that are wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, headings())
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: RowIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def texts(self, row: int) -> tuple[str, ...]:
        return cells(self.rows[row])

    def tip(self, row: int, column: int) -> str:
        return _told(self.rows[row])

    def is_number(self, column: int) -> bool:
        return column < _LAST

    def ink(self, row: int, column: int) -> str | None:
        each = self.rows[row]
        if each.is_right:
            return self.theme.dim
        return self.theme.overflow if each.unread is not None or column == 2 else None


def _told(row: Row) -> str:
    """All that is known of a row."""
    if row.unread is not None:
        return said(row.unread.why)
    assert row.checked is not None
    fmt, right = row.format, row.checked.right
    given = row.given
    assert given is not None
    lines = [
        f"{letter} = {value_brief(decode(*operand))}"
        for letter, operand in zip("abc", row.checked.vector.operands, strict=False)
    ]
    lines.append(tr("expected: {0}").format(value_brief(decode(fmt, given.code))))
    lines.append(tr("actual: {0}").format(value_brief(decode(fmt, right.code))))
    lines.append(tr("flags: {0}").format(said(flags_raised(right.flags))))
    if row.wrong:
        lines += ["", tr("Right under:")]
        lines += [said(each.name) for each in row.wrong.right_under] or [tr("nothing tried")]
    return "\n".join(lines)


class VectorsView(QTableView):
    """The table; a line that is chosen is told.

    Signals:
        chosen(Row): a row was clicked, or come to by a key.
        opened(Row): a row was double-clicked, or Return pressed on it.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._model = VectorsModel(theme)
        self._words = 0
        self.setModel(self._model)
        self.setAccessibleName(tr("Checked lines"))
        show_rows_alone(self)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.clicked.connect(lambda index: self.chosen.emit(self._model.rows[index.row()]))
        self.activated.connect(lambda index: self.opened.emit(self._model.rows[index.row()]))
        self.set_theme(theme)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._model.show_rows(rows)
        self._set_widths()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._model.theme = theme
        self._model.numbers = number_font(self.font(), 0.92)
        self.setStyleSheet(rows_sheet(theme))

    def copied_rows(self) -> Sequence[Row]:
        """The selected rows, or all where fewer than two are."""
        selected = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.rows[at] for at in selected] if len(selected) > 1 else self.rows

    def csv(self) -> str:
        """The rows as CSV, after RFC 4180."""
        return csv_rows((headings(), *map(cells, self.copied_rows())))

    def markdown(self) -> str:
        """The rows as a table of Markdown."""
        return markdown_rows(headings(), map(cells, self.copied_rows()))

    def _set_widths(self) -> None:
        *numbers, self._words = widths(self, self._model)
        for column, width in enumerate(numbers):
            self.setColumnWidth(column, width)
        self._fill_up()

    def _fill_up(self) -> None:
        """Give the words the room that is left, and not less than they take."""
        before = sum(map(self.columnWidth, range(_LAST)))
        self.setColumnWidth(_LAST, max(self._words, self.viewport().width() - before))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_up()
