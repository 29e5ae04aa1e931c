"""The view of the elements of a dump: bits in the colours of their fields, and what is edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fpviz.widgets.bench.bits import BitPainter
from fpviz.widgets.bench.columns import Column
from fpviz.widgets.bench.element_window import ElementWindow, tr
from fpviz.widgets.input.drops import DropLine
from fpviz.widgets.long_table.row_grid import RowGrid
from fpviz.widgets.long_table.row_window import Index
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.style import number_font, word_font
from fpviz.widgets.look.theme import Theme

_DOT = 5
"""The size of the mark of an edited row, in pixels."""


_LEAST = {Column.VALUE: 20, Column.CLASS: 16}
"""How many digits wide columns are at least, so that they do not grow as one scrolls."""


class ElementGrid(RowGrid):
    """The view of a window of elements.

    Signals:
        bit_toggled(object, int): a bit of the current row was clicked: its row and its index.
        typed(object, str, str): another text was typed into a cell: its row, the name of its
            column, and the text.
    """

    bit_toggled = Signal(object, int)
    typed = Signal(object, str, str)

    def __init__(self, theme: Theme) -> None:
        self.window_model = ElementWindow()
        super().__init__(self.window_model)
        self.painter = _ElementPainter(self, theme)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.verticalHeader().setDefaultSectionSize(
            round(self.verticalHeader().defaultSectionSize() * 1.08)
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.painter.set_theme(theme)
        self.viewport().update()

    def wanted_width(self, column: int) -> int:
        model, wide = self.window_model, super().wanted_width(column)
        which, digit = model.shown[column], self.fontMetrics().horizontalAdvance("0")
        if which is Column.BITS:
            bits = self.painter.bits.width(model.elements.layout.fmt)
            return max(wide, round(bits + 2 * self.margin))
        if which in _LEAST:
            return max(wide, digit * _LEAST[which])
        return wide

    def edit_cell(self) -> None:
        """Let another text be typed into the cell of the cursor, or else into the value."""
        model, pointers = self.window_model, self.pointers
        if not model.shows(pointers.cursor):
            return
        column = model.shown[pointers.column]
        if column not in (Column.CODE, Column.VALUE):
            pointers.column = model.shown.index(Column.VALUE)
        self.edit(model.index(pointers.cursor - model.first, pointers.column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_cell()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a bit of the row that is the source toggles it; on another, chooses that."""
        bit = self._bit_under(event)
        super().mousePressEvent(event)
        if bit is not None:
            self.bit_toggled.emit(self.pointers.cursor, bit)
        self._point_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(event.position())

    def _point_at(self, place: QPointF) -> None:
        """Let the pointer say whether a click there flips a bit."""
        shape = Qt.CursorShape
        bit = self._bit_at(place)
        self.viewport().setCursor(shape.ArrowCursor if bit is None else shape.PointingHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.window_model.shown[index.column()] is not Column.BITS:
            self.edit_cell()
        else:
            self.mousePressEvent(event)

    def _bit_under(self, event: QMouseEvent) -> int | None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or not plain:
            return None
        return self._bit_at(event.position())

    def _bit_at(self, place: QPointF) -> int | None:
        """The bit at a point of the view, if it is one of the row that is the source."""
        model, index = self.window_model, self.indexAt(place.toPoint())
        row = model.first + index.row()
        if not index.isValid() or row != self.pointers.marked:
            return None
        if model.shown[index.column()] is not Column.BITS:
            return None
        x = place.x() - self.visualRect(index).left() - self.margin
        elements = model.elements
        return self.painter.bits.bit_at(elements.layout.fmt, elements.code(row), x)


class _ElementPainter(QStyledItemDelegate):
    """Paints cells; has a line to type in for those in which something can be."""

    def __init__(self, grid: ElementGrid, theme: Theme) -> None:
        super().__init__(grid)
        self._grid = grid
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._words = word_font(self._grid.font(), 0.92)
        self.bits = BitPainter(number_font(self._grid.font(), 0.82), theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, model, area = self._grid, self._grid.window_model, QRectF(option.rect)
        row, column = model.first + index.row(), model.shown[index.column()]
        painter.save()
        self._paint_ground(painter, area, row, is_first=index.column() == 0)
        inner = area.adjusted(grid.margin, 0, -grid.margin, 0)
        if column is Column.BITS:
            fmt = model.elements.layout.fmt
            middle = QPointF(inner.left(), inner.center().y())
            painter.setClipRect(area)
            self.bits.paint(painter, middle, fmt, model.elements.code(row))
        else:
            self._paint_text(painter, inner, row, column)
        if grid.hasFocus() and (row, index.column()) == (
            grid.pointers.cursor,
            grid.pointers.column,
        ):
            painter.setPen(stroke(self.theme, self.theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, row: int, *, is_first: bool) -> None:
        """What says that a row is selected, and that it is the source."""
        theme, pointers = self.theme, self._grid.pointers
        if theme.on_paper:
            return
        if row == pointers.marked or (row in pointers.selected and len(pointers.selected) > 1):
            painter.fillRect(area, QColor(theme.accent_soft))
        if row == pointers.marked and is_first:
            bar = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, QColor(theme.accent))

    def _paint_text(self, painter: QPainter, area: QRectF, row: int, column: Column) -> None:
        theme = self.theme
        if column is Column.CODE and self._grid.window_model.elements.is_edited(row):
            self._paint_mark(painter, area.left() - self._grid.margin, area.center().y())
        quiet = column in (Column.ADDRESS, Column.CLASS, Column.ERROR)
        painter.setPen(QColor(theme.dim if quiet else theme.ink))
        words = column is Column.CLASS
        painter.setFont(self._words if words else self._grid.cell_font(bold=False))
        text = self._grid.window_model.text(row, column)
        cut = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, round(area.width() + 1)
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_mark(self, painter: QPainter, left: float, middle: float) -> None:
        """A dot before a code that is not in the file."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.changed))
        painter.drawEllipse(QRectF(left + 1, middle - _DOT / 2, _DOT, _DOT))

    # -- typing -----------------------------------------------------------------------------

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        line = DropLine(parent)
        line.setFont(self._grid.cell_font(bold=False))
        line.setFrame(False)
        line.setAccessibleName(tr("Another value or code"))
        return line

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        assert isinstance(editor, DropLine)
        window = self._grid.window_model
        row, column = window.first + index.row(), window.shown[index.column()]
        if editor.text().strip() != window.text(row, column):
            self._grid.typed.emit(row, column.value, editor.text().strip())
