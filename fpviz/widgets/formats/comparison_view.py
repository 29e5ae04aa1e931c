"""Two formats side by side: their facts, what only one has, and a picture of their values."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.comparison import compare
from fpviz.widgets.formats.binade_chart import BinadeChart
from fpviz.widgets.formats.facts import counted, told_of
from fpviz.widgets.look.style import number_font
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.number_line.table import Table
from fpviz.widgets.translated import said


class ComparisonView(QFrame):
    """Facts of two formats in columns, those that differ in bold, beside a chart.

    Signals:
        closed(): the user has seen enough.
        swapped(): the other one shall stand first.
    """

    closed = Signal()
    swapped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pair: tuple[Format, Format] | None = None
        self._rules = Rules()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.heading = QLabel()
        self.text = QLabel()
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.chart = BinadeChart(theme)
        self.swap = _button("⇄", self.tr("Let the other format stand first"))
        self.close_button = _button("✕", self.tr("Close the comparison"))
        self.swap.clicked.connect(self.swapped)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addWidget(self.swap)
        top.addStretch(1)
        top.addWidget(self.close_button)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.addWidget(self.text)
        body.addWidget(self.chart)
        body.setStretchFactor(1, 1)
        body.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        layout.addLayout(top)
        layout.addWidget(body, 1)

    def show_pair(self, first: Format, second: Format, rules: Rules) -> None:
        """Compare two formats; borders are those under ``rules``."""
        if (self._pair, self._rules) == ((first, second), rules):
            return
        self._pair, self._rules = (first, second), rules
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setStyleSheet(
            f"ComparisonView {{ background: {theme.panel}; border-top: 1px solid {theme.line}; }}"
        )
        self.chart.set_theme(theme)
        self._refresh()

    def become_figure(self) -> None:
        """From now on show only what a picture shows."""
        for each in (self.swap, self.close_button):
            each.hide()

    def table(self) -> Table:
        """The facts side by side, and what only one of the formats has, as texts."""
        if self._pair is None:
            return Table((), ())
        first, second = self._pair
        told = zip(*(told_of(fmt, self._rules) for fmt in self._pair), strict=True)
        rows: list[tuple[str, ...]] = [(self.tr("width"), str(first.width), str(second.width))]
        rows += [(a.name, a.short, b.short) for a, b in told]
        found = compare(first, second)
        rows += [
            (said(what), *("✓" if fmt == has else "–" for fmt in self._pair))
            for has, what in found.features
        ]
        shared = self.tr("not counted") if found.shared is None else counted(found.shared)[0]
        rows.append((self.tr("values that both have"), shared, shared))
        return Table(("", *(fmt.title or fmt.name for fmt in self._pair)), tuple(rows))

    def _refresh(self) -> None:
        if self._pair is None:
            return
        first, second = (escape(fmt.title or fmt.name) for fmt in self._pair)
        self.heading.setText(self.tr("<b>{0}</b> against <b>{1}</b>").format(first, second))
        self.text.setFont(self.font())
        self.text.setText(self._page())
        self.chart.show_pair(*self._pair)

    def _page(self) -> str:
        """The table as a page, what differs in bold and the formats in their colours."""
        assert self._pair is not None
        table = self.table()
        face = escape(number_font(self.font()).family())
        colours = [self._theme.tint(fmt) for fmt in self._pair]
        head = "".join(
            f'<td style="color: {colour}; padding-left: 14px"><b>{escape(name)}</b></td>'
            for name, colour in zip(table.headings[1:], colours, strict=True)
        )
        rows = [f"<tr><td></td>{head}</tr>"]
        for name, *texts in table.rows:
            mark = ("<b>", "</b>") if texts[0] != texts[1] else ("", "")
            cells = "".join(
                f"<td style=\"font-family: '{face}'; white-space: pre; padding-left: 14px\">"
                f"{mark[0]}{escape(text)}{mark[1]}</td>"
                for text in texts
            )
            rows.append(f'<tr><td style="color: {self._theme.dim}">{escape(name)}</td>{cells}</tr>')
        return f"<table>{''.join(rows)}</table>"


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button
