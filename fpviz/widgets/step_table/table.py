"""A table of the steps of a run that scrolls through 10^15 rows and holds those in view alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QWidget,
)

from fpviz.core.text import grouped
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.plot import Domain
from fpviz.widgets.long_table.row_bar import RowBar
from fpviz.widgets.long_table.row_grid import row_sheet
from fpviz.widgets.look.style import scroll_sheet, word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.step_table.entry import StepEntry
from fpviz.widgets.step_table.grid import StepGrid

MOST_COPIED = 10_000
"""The most rows that are copied at once."""


class StepTable(QWidget):
    """The steps of a run, a row each, and a line to go to one of them.

    Signals:
        step_picked(object, str): the user chose a cell: its step, an int, and the name of its
            curve, empty in the column of the steps.
    """

    step_picked = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = StepGrid(theme)
        self.grid.setAccessibleName(self.tr("Steps of the run"))
        self.bar = RowBar(self.grid)
        self.bar.setAccessibleName(self.tr("Scroll through the steps"))
        self.entry = StepEntry(theme)
        self._label = QLabel(self.tr("Go to"))
        self._label.setBuddy(self.entry)
        self._count = QLabel()
        for label in (self._label, self._count):
            label.setFont(word_font(self.font(), 0.9))
        self._foot = QWidget()
        self._build()
        self._connect()
        self.set_theme(theme)

    # -- what is shown ----------------------------------------------------------------------

    def show_curves(self, curves: Sequence[Curve], domain: Domain) -> None:
        """Show curves at each step of a domain.

        A faint curve, one of many alike, has no column.
        """
        grid = self.grid
        grid.window_model.show_curves(curves, domain)
        pointers = grid.pointers
        pointers.cursor = min(pointers.cursor, max(domain.steps, 0))
        pointers.column = min(pointers.column, grid.window_model.columnCount() - 1)
        pointers.anchor = None
        self.entry.show_domain(domain)
        rows = self.tr("{0} rows") if domain.steps else self.tr("1 row")
        self._count.setText(rows.format(grouped(domain.steps + 1)))
        grid.fit_columns(shrink=True)
        grid.scroll_to(grid.window_model.first)

    def show_step(self, step: int) -> None:
        """Mark a step, and scroll to it if it is out of view."""
        self.grid.pointers.marked = step
        if 0 <= step <= self.grid.window_model.last:
            self.grid.reveal(step, centred=True)
        self.grid.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.grid.painter.theme = theme
        self.grid.window_model.theme = theme
        self.grid.setStyleSheet(row_sheet(theme))
        self.bar.setStyleSheet(scroll_sheet(theme))
        self.entry.set_theme(theme)
        for label in (self._label, self._count):
            label.setStyleSheet(f"color: {theme.dim}; border: none")
        self._foot.setStyleSheet(
            f"#stepFoot {{ background: {theme.panel}; border-top: 1px solid {theme.line}; }}"
        )

    def become_figure(self) -> None:
        """From now on show rows alone, nothing to scroll or to type."""
        self.bar.hide()
        self._foot.hide()
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what the user does -----------------------------------------------------------------

    def go_to(self, step: int) -> None:
        """Select a step, brought to the middle if it is out of view."""
        self.grid.reveal(step, centred=True)
        self.grid.put_cursor(step, self.grid.pointers.column)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_rows(self, steps: range) -> None:
        """Copy rows, unless they are too many."""
        if 0 < len(steps) <= MOST_COPIED:
            text = self.grid.window_model.rows_as_text(steps)
            QGuiApplication.clipboard().setText(text)

    def menu(self) -> QMenu:
        """The context menu for the present cursor and selection."""
        grid, menu = self.grid, QMenu(self)
        pointers, model = grid.pointers, grid.window_model
        if model.shows(pointers.cursor) and pointers.anchor is not None:
            value = model.exact(pointers.cursor, pointers.column)
            copy = partial(QGuiApplication.clipboard().setText, value)
            menu.addAction(self.tr("Copy the value"), copy)
        chosen = pointers.selected
        if len(chosen) > MOST_COPIED:
            text = self.tr("{0} rows are too many to copy; {1} can be")
            text = text.format(grouped(len(chosen)), grouped(MOST_COPIED))
            menu.addAction(text).setEnabled(False)
        elif chosen:
            text = self.tr("Copy the selected rows ({0})").format(grouped(len(chosen)))
            menu.addAction(text, partial(self.copy_rows, chosen))
        visible = grid.visible_rows()
        menu.addAction(self.tr("Copy the rows in view"), partial(self.copy_rows, visible))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(at)
        menu.deleteLater()

    def _pick(self, step: int, column: int) -> None:
        curves = self.grid.window_model.curves
        self.step_picked.emit(step, curves[column - 1].name if column else "")

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        self._foot.setObjectName("stepFoot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(10, 5, 10, 5)
        foot.setSpacing(8)
        foot.addWidget(self._label)
        foot.addWidget(self.entry, 100)  # the rest is for the stretch
        foot.addStretch(1)
        foot.addWidget(self._count)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 0, 0)
        layout.addWidget(self.bar, 0, 1)
        layout.addWidget(self._foot, 1, 0, 1, 2)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.grid.chosen.connect(self._pick)
        self.grid.copied.connect(self.copy_rows)
        self.grid.menu_wanted.connect(self._show_menu)
        self.entry.chosen.connect(self.go_to)
