"""The facts of a pair, a line each: sentences that wrap, and numbers that copy whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from fpviz.core.markup import escape
from fpviz.core.pairs.said import VALUES, PairLine
from fpviz.widgets.look.style import word_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.reading.whole_line import WholeLine
from fpviz.widgets.translated import said

_NUMBERS = (*VALUES, "difference", "relative", "xor")
"""Facts that are numbers: cut where there is no room, and whole when they are copied."""


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _FactRow(NamedTuple):
    label: QLabel
    sentence: QLabel
    number: WholeLine


class PairFacts(QWidget):
    """Names of facts on the left, the facts beside them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_FactRow] = []
        self._lines: tuple[PairLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 2, 14, 10)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    @property
    def lines(self) -> tuple[PairLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[PairLine]) -> None:
        """Show other facts."""
        self._lines = tuple(lines)
        while len(self._rows) < len(lines):
            self._rows.append(self._row(len(self._rows)))
        for row, line in zip(self._rows, lines, strict=False):
            self._fill(row, line)
        for row in self._rows[len(lines) :]:
            for each in row:
                each.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self._rows:
            self._colour(row)

    def _row(self, at: int) -> _FactRow:
        row = _FactRow(QLabel(), QLabel(), WholeLine(""))
        row.label.setFont(word_font(self.font(), 0.95))
        row.sentence.setWordWrap(True)
        row.sentence.setTextFormat(Qt.TextFormat.RichText)
        row.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._grid.addWidget(row.label, at, 0)
        self._grid.addWidget(row.sentence, at, 1)
        self._grid.addWidget(row.number, at, 1)
        self._colour(row)
        return row

    def _fill(self, row: _FactRow, line: PairLine) -> None:
        text, is_number = said(line.said), line.key in _NUMBERS
        row.label.setText(said(line.label))
        row.label.setAlignment(_MIDDLE if is_number else Qt.AlignmentFlag.AlignTop)
        row.label.show()
        row.number.setVisible(is_number)
        row.sentence.setVisible(not is_number)
        if is_number:
            row.number.setAccessibleName(said(line.label))
            row.number.show_text(text)
        else:
            row.sentence.setAccessibleName(f"{said(line.label)} {text}".strip())
            row.sentence.setText(_with_strong(text, said(line.strong) if line.strong else ""))

    def _colour(self, row: _FactRow) -> None:
        theme = self._theme
        row.label.setStyleSheet(f"color: {theme.dim}")
        row.number.setStyleSheet(
            f"QLineEdit {{ background: transparent; color: {theme.ink}; border: none; }}"
            f"QLineEdit:focus {{ background: {theme.accent_soft}; }}"
        )


def _with_strong(text: str, strong: str) -> str:
    """A text as HTML, with what matters most in bold where it stands first."""
    html, strong = (escape(each, quote=False) for each in (text, strong))
    return html.replace(strong, f"<b>{strong}</b>", 1) if strong else html
