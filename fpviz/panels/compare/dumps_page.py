"""What came of two dumps: the verdict, how far codes lie apart, and the worst of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from fpviz.data.comparing import ranges_of, verdict
from fpviz.model.bench.comparing import MOST_TOLD, ComparedDumps
from fpviz.panels.panel import Room
from fpviz.widgets.comparison.differences import DifferencesView
from fpviz.widgets.comparison.distribution import Distribution
from fpviz.widgets.look.style import scroll_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_FIGURE_ROWS = 16
"""Differences that a figure has room for."""


class DumpsPage(QWidget):
    """A hint until dumps are compared; then what is to be said of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.compared: ComparedDumps | None = None
        self._most = MOST_TOLD
        self.hint, self.verdict = QLabel(), QLabel()
        self.bars, self.table = Distribution(theme), DifferencesView(theme)
        self.hint.setText(
            QCoreApplication.translate(
                "ComparePanel",
                "Open, drop or paste what is actual: it is compared with the dump of the bench, "
                "or with another one, element by element.",
            )
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setContentsMargins(16, 8, 16, 8)
        self.verdict.setContentsMargins(12, 4, 12, 2)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.hint, self.verdict):
            label.setWordWrap(True)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.verdict)
        column.addWidget(self.table, 1)
        column.addWidget(self.bars)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(found)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self._scroll)
        self.set_theme(theme)

    def show_compared(self, compared: ComparedDumps) -> None:
        """Show what came of a comparison."""
        self.compared, found = compared, compared.found
        listed = found.worst[: self._most]
        self.verdict.setText(said(verdict(found, len(listed))))
        self.bars.show_ranges(tuple(ranges_of(found)))
        self.table.show_rows(found.fmt, listed, compared.address)
        self.table.setVisible(bool(listed))
        self._stack.setCurrentIndex(1)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.hint.setStyleSheet(f"color: {theme.dim}")
        self._scroll.verticalScrollBar().setStyleSheet(scroll_sheet(theme))
        self.bars.set_theme(theme)
        self.table.set_theme(theme)

    def become_figure(self) -> None:
        """From now on show only what a picture shows: not more rows than it has room for."""
        self._most = _FIGURE_ROWS
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        for area in (self._scroll, self.table):
            area.setVerticalScrollBarPolicy(off)
            area.setHorizontalScrollBarPolicy(off)
        if self.compared is not None:
            self.show_compared(self.compared)

    def figure_width(self) -> int:
        """The width at which all columns are seen."""
        return max(420, self.table.whole_width())

    def figure_room(self, width: int) -> Room:
        """The room that all of it takes at a width."""
        row = self.table.verticalHeader().defaultSectionSize()
        above = self.bars.sizeHint().height() + self.verdict.heightForWidth(width) + 8
        height = above + self.table.horizontalHeader().height() + len(self.table.rows) * row
        return Room(360, height, height)

    # -- copies -----------------------------------------------------------------------------

    def text(self) -> str:
        """The verdict, and the differences in columns."""
        return f"{self.verdict.text()}\n\n{self.table.text()}"

    def markdown(self) -> str:
        """The same as Markdown."""
        return f"{self.verdict.text()}\n\n{self.table.markdown()}"

    def csv(self) -> str:
        """The differences alone."""
        return self.table.csv()
