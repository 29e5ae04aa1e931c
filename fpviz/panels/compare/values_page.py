"""Two values as their bits, and what is true of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fpviz.core.pairs.pair import Pair
from fpviz.core.pairs.said import pair_lines
from fpviz.core.pairs.written import pair_csv, pair_markdown, pair_text
from fpviz.panels.panel import Room
from fpviz.widgets.comparison.pair_bits import PairBits
from fpviz.widgets.comparison.pair_facts import PairFacts
from fpviz.widgets.frame.wanted_height import whole_height
from fpviz.widgets.look.style import scroll_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said


class ValuesPage(QScrollArea):
    """The bits under each other, and the facts under the bits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bits, self.facts = PairBits(theme), PairFacts(theme)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.bits)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self.set_theme(theme)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show the first pair, and how far the same two are apart in the other formats."""
        pair, *others = pairs
        self.bits.show_pair(pair)
        self.facts.show_lines(tuple(pair_lines(pair, others)))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.bits.set_theme(theme)
        self.facts.set_theme(theme)
        self.verticalScrollBar().setStyleSheet(scroll_sheet(theme))

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def figure_room(self, width: int) -> Room:
        """The room that all of it takes at a width."""
        height = whole_height(self.widget(), width)
        return Room(300, height, height)

    # -- copies -----------------------------------------------------------------------------

    def text(self) -> str:
        """The facts as text."""
        return pair_text(self.facts.lines, said)

    def markdown(self) -> str:
        """The facts as a table of Markdown."""
        return pair_markdown(self.facts.lines, said)

    def csv(self) -> str:
        """The facts as CSV."""
        return pair_csv(self.facts.lines, said)
