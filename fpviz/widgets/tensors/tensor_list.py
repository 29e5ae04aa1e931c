"""The list of tensors: a row each, with a small histogram of its exponents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from fpviz.widgets.look.row_model import RowModel, Texts, rows_sheet, widths
from fpviz.widgets.look.row_table import OwnColours, show_rows_alone
from fpviz.widgets.look.style import number_font, scroll_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.tensors.zone_spans import ZoneSpan, kind_at

NAME, DTYPE, SHAPE, SIZE, LOST, EXPONENTS = range(6)
"""The columns."""

_SPARK = 96
"""Pixels of a small histogram, at least."""

_MOST_SHOWN = 80
"""Powers of two that small histograms show."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class TensorRow:
    """What is said of a tensor. Of one that is not counted there are no ``exponents``."""

    texts: Texts
    tip: str
    exponents: Mapping[int, int] | None = None
    is_warned: bool = False


class TensorRows(RowModel):
    """The rows of tensors, each made when it is first shown."""

    def __init__(self, theme: Theme, headings: Texts) -> None:
        super().__init__(theme, headings)
        self.rows: Sequence[TensorRow] = ()
        self.spans: tuple[ZoneSpan, ...] = ()
        self.window = range(0)

    def show_rows(self, rows: Sequence[TensorRow], spans: tuple[ZoneSpan, ...]) -> None:
        """Have other rows, over these zones."""
        self.window = _window(rows)
        if len(rows) == len(self.rows):
            self.rows, self.spans = rows, spans
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, EXPONENTS))
            return
        self.beginResetModel()
        self.rows, self.spans = rows, spans
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def texts(self, row: int) -> Texts:
        return self.rows[row].texts

    def tip(self, row: int, column: int) -> str:
        return self.rows[row].tip

    def is_number(self, column: int) -> bool:
        return column != EXPONENTS

    def ink(self, row: int, column: int) -> str | None:
        if column == NAME:
            return None
        if column == LOST and self.rows[row].is_warned:
            return self.theme.overflow
        return self.theme.dim if column in (DTYPE, SHAPE, SIZE) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (SIZE, LOST):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().data(index, role)


def _window(rows: Sequence[TensorRow]) -> range:
    """The exponents that all small histograms show."""
    found = [each for row in rows for each in row.exponents or ()]
    high = max(found, default=0) + 1
    return range(max(min(found, default=-16), high - _MOST_SHOWN), high)


class _Sparks(OwnColours):
    """Draws the small histograms."""

    def __init__(self, model: TensorRows, parent: QTableView) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        exponents = self._model.rows[index.row()].exponents
        if index.column() != EXPONENTS or not exponents:
            return
        area = QRectF(option.rect).adjusted(4, 3, -8, -3)
        window, theme = self._model.window, self._model.theme
        pitch, tallest = area.width() / max(len(window), 24), max(exponents.values())
        for exponent, count in exponents.items():
            at = max(exponent, window.start) - window.start
            tall = max(1.0, area.height() * count / tallest)
            bar = QRectF(
                area.left() + at * pitch, area.bottom() - tall, max(1.0, pitch - 0.5), tall
            )
            kind = kind_at(self._model.spans, exponent + 0.5)
            painter.fillRect(bar, QColor(theme.tint(kind)))


class TensorList(QTableView):
    """The table of tensors.

    Signals, of what the user does alone:
        chosen(int): a row was gone to.
        sorted_by(int): a heading was clicked.
        scrolled(): other rows are in view.
    """

    chosen = Signal(int)
    sorted_by = Signal(int)
    scrolled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        headings = (
            self.tr("tensor"),
            self.tr("type"),
            self.tr("shape"),
            self.tr("size"),
            self.tr("lost"),
            self.tr("exponents"),
        )
        self.rows = TensorRows(theme, headings)
        self.setModel(self.rows)
        self._is_shown = False
        show_rows_alone(self)
        self.setItemDelegate(_Sparks(self.rows, self))
        self.setAccessibleName(self.tr("Tensors"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.sorted_by)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled.emit())
        self.set_theme(theme)

    def show_rows(
        self, rows: Sequence[TensorRow], spans: tuple[ZoneSpan, ...], current: int
    ) -> None:
        """Show other rows; one of them, or -1 for none, is the current one."""
        self._is_shown = True
        self.rows.show_rows(rows, spans)
        if current >= 0:
            self.selectRow(current)
        else:
            self.clearSelection()
        self._is_shown = False
        self._fit()
        self.viewport().update()

    @property
    def in_view(self) -> range:
        """The rows that can be seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, self.rows.rowCount() if last < 0 else last + 1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.rows.theme = theme
        self.setStyleSheet(rows_sheet(theme) + scroll_sheet(theme))
        self.viewport().update()

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def whole_height(self) -> int:
        """The height in which all rows are in view."""
        head = max(self.horizontalHeader().height(), self.horizontalHeader().sizeHint().height())
        return head + self.rows.rowCount() * self.verticalHeader().defaultSectionSize() + 8

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.scrolled.emit()

    def _fit(self) -> None:
        """Give texts what they need; the histograms have the rest."""
        self.rows.numbers = number_font(self.font(), 0.92)
        wanted = widths(self, self.rows)
        wanted[NAME] = min(wanted[NAME], round(0.4 * self.viewport().width()))
        used = sum(wanted[:EXPONENTS])
        for column in (SIZE, DTYPE, SHAPE):
            is_tight = used + _SPARK > self.viewport().width()
            self.setColumnHidden(column, is_tight)
            used -= wanted[column] if is_tight else 0
        wanted[EXPONENTS] = max(_SPARK, self.viewport().width() - used)
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width)

    def _tell(self, current: _Index) -> None:
        if not self._is_shown and current.isValid():
            self.chosen.emit(current.row())
