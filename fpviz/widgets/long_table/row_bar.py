"""The scroll bar of a long table.

Qt counts the positions of a scroll bar in C ints, of which there are fewer than rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar

from fpviz.widgets.long_table.row_grid import RowGrid

POSITIONS = 1_000_000
"""The most positions that the scroll bar has."""


@dataclass(frozen=True, slots=True)
class RowScale:
    """The positions of a scroll bar for windows that begin at row 0 … ``furthest``.

    One position for each row as long as there are enough, else proportional. The first and the
    last position are the first and the last row, and no other row's.

    >>> RowScale(10**12).row(500_000), RowScale(10**12).position(1)
    (500000000000, 1)
    """

    furthest: int

    @property
    def positions(self) -> int:
        """The last position."""
        return min(self.furthest, POSITIONS)

    def row(self, position: int) -> int:
        """The row at a position."""
        if self.furthest <= POSITIONS:
            return position
        return position * self.furthest // POSITIONS

    def position(self, row: int) -> int:
        """The position nearest to a row, one of the ends for the ends alone."""
        if self.furthest <= POSITIONS or row in (0, self.furthest):
            return min(row, self.positions)
        return min(max(row * POSITIONS // self.furthest, 1), POSITIONS - 1)


class RowBar(QScrollBar):
    """Shows where the window of a grid is, and moves it; the wheel is left to the grid."""

    def __init__(self, grid: RowGrid) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._grid = grid
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        grid.moved.connect(self._place)
        self.valueChanged.connect(self._moved)
        self.actionTriggered.connect(self._stepped)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._grid.wheelEvent(event)

    def _place(self) -> None:
        """Show where the window is."""
        window = self._grid.rows
        scale = RowScale(window.furthest)
        rows = window.rowCount()
        page = rows * scale.positions // window.furthest if window.furthest else rows
        with QSignalBlocker(self):
            self.setRange(0, scale.positions)
            self.setPageStep(max(1, page))
            self.setValue(scale.position(window.first))
        self.setEnabled(window.furthest > 0)

    def _moved(self, position: int) -> None:
        window = self._grid.rows
        scale = RowScale(window.furthest)
        if position != scale.position(window.first):
            self._grid.scroll_to(scale.row(position))

    def _stepped(self, action: int) -> None:
        """Go by rows, of which a position may be millions, where the bar goes by steps."""
        window, actions = self._grid.rows, QAbstractSlider.SliderAction
        page = max(1, window.rowCount() - 1)
        rows = {
            actions.SliderSingleStepAdd.value: 1,
            actions.SliderSingleStepSub.value: -1,
            actions.SliderPageStepAdd.value: page,
            actions.SliderPageStepSub.value: -page,
        }.get(action)
        if rows is not None:
            self._grid.scroll_to(window.first + rows)
            self.setSliderPosition(RowScale(window.furthest).position(window.first))
