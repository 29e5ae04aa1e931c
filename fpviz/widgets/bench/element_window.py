"""The elements in view, as Qt's tables want them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from fpviz.core.formats import Format, find_format
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.widgets.bench.columns import (
    Column,
    ValueForm,
    class_of_code,
    column_name,
    error_in,
    value_said,
    whole_value,
)
from fpviz.widgets.bench.elements import Elements
from fpviz.widgets.long_table.row_window import Index, RowWindow

NONE = Elements(Dump(), Dump(), DumpLayout(find_format("fp32")))
"""Where there is no dump."""

_LONGEST_TIP = 1000
_CACHED = 20_000
_COLUMNS = (Column.ADDRESS, Column.CODE, Column.BITS, Column.VALUE, Column.CLASS)
_TYPED = (Column.CODE, Column.VALUE)
"""The columns in which another text can be typed."""


class ElementWindow(RowWindow):
    """As many elements as fit: of each its address, code, bits, value and class."""

    def __init__(self) -> None:
        super().__init__()
        self.elements = NONE
        self.form = ValueForm.EXACT
        self.other: Format | None = None
        self._order = ("", "")
        self._texts: dict[tuple[int, Column], str] = {}

    @property
    def last(self) -> int:
        return self.elements.count - 1

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns; that of errors where there is a format to round into."""
        return _COLUMNS if self.other is None else (*_COLUMNS, Column.ERROR)

    @property
    def columns(self) -> int:
        return len(self.shown)

    def heading(self, column: int) -> str:
        which = self.shown[column]
        name = column_name(which)
        if which is Column.ERROR and self.other is not None:
            name = tr("error in {0}").format(self.other.title)
        sorted_by, sign = self._order
        return f"{name} {sign}" if which.value == sorted_by else name

    def show_order(self, column: str, *, descending: bool) -> None:
        """Mark the heading of a column by name: its elements are sorted up or down."""
        self._order = column, "▼" if descending else "▲"
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columns - 1)

    def show_elements(self, elements: Elements, form: ValueForm, other: Format | None) -> None:
        """Take other elements, another form of values, another format to round into."""
        alike = elements.count == self.elements.count and bool(other) == bool(self.other)
        if not alike:
            self.beginResetModel()
        self.elements, self.form, self.other = elements, form, other
        self.first = min(self.first, self.furthest)
        self._texts.clear()
        if not alike:
            self.endResetModel()
        else:
            self.tell_all_changed()

    def text(self, row: int, column: Column) -> str:
        """What a cell says."""
        key = row, column
        if key not in self._texts:
            if len(self._texts) >= _CACHED:
                self._texts.clear()
            self._texts[key] = self._made(row, column)
        return self._texts[key]

    def _made(self, row: int, column: Column) -> str:
        elements, fmt = self.elements, self.elements.layout.fmt
        code = elements.code(row)
        match column:
            case Column.ADDRESS:
                return elements.address(row)
            case Column.CODE:
                return fmt.code_text(code)
            case Column.BITS:
                return " ".join(each.digits for each in fmt.fields(code) if each.width)
            case Column.VALUE:
                return value_said(fmt, code, self.form)
            case Column.CLASS:
                return class_of_code(fmt, code)
            case Column.ERROR:
                return error_in(self.other, fmt, code) if self.other else ""

    def whole_text(self, row: int, column: Column) -> str:
        """The same; a value however long."""
        if column is Column.VALUE and self.form is ValueForm.EXACT:
            return whole_value(self.elements.layout.fmt, self.elements.code(row))
        return self.text(row, column)

    def measured(self, row: int, column: int) -> str:
        which = self.shown[column]
        return "" if which is Column.BITS else self.text(row, which)

    # -- what Qt asks -----------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.first + index.row(), self.shown[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._described(row, index.column())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and self.shown[index.column()] in _TYPED
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < self.columns:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.heading(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _described(self, row: int, column: int) -> str:
        """The column, and where the element stands; what is not in the file is said."""
        where = tr("{0} at {1}").format(self.heading(column), self.elements.address(row))
        return tr("{0}, edited").format(where) if self.elements.is_edited(row) else where

    def _tip(self, row: int, column: Column) -> str:
        elements, fmt = self.elements, self.elements.layout.fmt
        whole = self.text(row, column)
        if column is Column.VALUE:
            whole = whole_value(fmt, elements.code(row))
        if len(whole) > _LONGEST_TIP:
            whole = f"{whole[: _LONGEST_TIP // 2]}…{whole[-_LONGEST_TIP // 2 :]}"
        if elements.is_edited(row):
            written = fmt.code_text(elements.written_code(row))
            whole += "\n" + tr("edited; written is {0}").format(written)
        return "\n".join([whole, *_hints(column)])


def _hints(column: Column) -> list[str]:
    """What can be done in a column."""
    bits = column is Column.BITS
    return [tr("a click chooses the row; click again to flip a bit")] if bits else []


def tr(text: str) -> str:
    """``text`` in the language of the window."""
    return QCoreApplication.translate("BenchTable", text)
