"""The view of the steps of a run: a value, and its code in a quieter colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from fpviz.widgets.long_table.row_grid import RowGrid
from fpviz.widgets.long_table.row_window import Index
from fpviz.widgets.look.stroke import stroke
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.step_table.rows_in_view import StepWindow


class _CellPainter(QStyledItemDelegate):
    """Paints a value with its code in a quieter colour, the marked row and the selection."""

    def __init__(self, grid: StepGrid, theme: Theme) -> None:
        super().__init__(grid)
        self._grid = grid
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        grid, theme = self._grid, self.theme
        step, column = grid.window_model.first + index.row(), index.column()
        marked = step == grid.pointers.marked and not theme.on_paper
        area = QRectF(option.rect)
        painter.save()
        if (step in grid.pointers.selected and not theme.on_paper) or marked:
            painter.fillRect(area, QColor(theme.accent_soft))
        if marked and column == 0:
            painter.fillRect(
                QRectF(area.left(), area.top(), 3, area.height()), QColor(theme.accent)
            )
        cell = grid.window_model.cell(step, column)
        painter.setFont(grid.cell_font(bold=marked and column == 0))
        text_area = area.adjusted(grid.margin, 0, -grid.margin, 0)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if cell.code:
            painter.setPen(QColor(theme.dim))
            painter.drawText(text_area, align, cell.code)
            text_area.setRight(text_area.right() - grid.code_width(cell.code))
        quiet = column == 0 and not marked
        painter.setPen(QColor(theme.dim if quiet else theme.accent if column == 0 else theme.ink))
        painter.drawText(text_area, align, cell.text)
        if grid.hasFocus() and (step, column) == (grid.pointers.cursor, grid.pointers.column):
            painter.setPen(stroke(theme, theme.accent, 1))
            painter.drawRect(area.adjusted(0.5, 0.5, -1.5, -1.5))
        painter.restore()


class StepGrid(RowGrid):
    """The view of a window of steps."""

    def __init__(self, theme: Theme) -> None:
        self.window_model = StepWindow()
        super().__init__(self.window_model)
        self.painter = _CellPainter(self, theme)
        self.setItemDelegate(self.painter)

    def code_width(self, code: str) -> float:
        """How much room a code takes, with the gap before it."""
        return QFontMetricsF(self.cell_font(bold=False)).horizontalAdvance(code + "  ")
