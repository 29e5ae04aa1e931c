"""What is to be said of a dump, and all that it may be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fpviz.widgets.frame.panel_frame import Caption
from fpviz.widgets.input.quiet_wheel import ComboBox
from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme


class SyntaxBox(ComboBox):
    """All that a text may be.

    Signals:
        chosen(str): the user takes the text as this, by the key of its syntax.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setToolTip(self.tr("What the text may be, the likeliest first"))
        self.activated.connect(lambda at: self.chosen.emit(self.itemData(at)))

    def show_syntaxes(self, titles: Sequence[tuple[str, str]], present: str) -> None:
        """Show all that the text may be, as (key, title), and what it is taken as."""
        shown = [(self.itemData(at), self.itemText(at)) for at in range(self.count())]
        if shown != list(titles):
            self.clear()
            for key, title in titles:
                self.addItem(title, key)
        self.setCurrentIndex(self.findData(present))


class SaidLine(QWidget):
    """Remarks in one line, there only while there are some; each stands alone in the tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = Caption()
        self.words.setFont(word_font(self.font(), 0.9))
        self.words.setAccessibleName(self.tr("Remarks"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(self.words)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.words.setStyleSheet(f"color: {theme.subnormal}")

    def show_remarks(self, remarks: Sequence[str]) -> None:
        """Say something, or nothing."""
        self.words.setText(" · ".join(remarks))
        self.setToolTip("\n".join(remarks))
        self.words.setAccessibleDescription("\n".join(remarks))
        self.setVisible(bool(remarks))
