"""The panel "Swallowed updates": how many weights of a tensor keep their code when they are
updated, format by format, with a master copy and without."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint
from fpviz.core.text import grouped
from fpviz.data.census.pairs import Kept
from fpviz.data.census.updates import Updates
from fpviz.model.session import Session
from fpviz.model.tensors.pairing import TensorPair
from fpviz.model.view_values import read_rate
from fpviz.model.views import PanelView, ViewOfSwallowed
from fpviz.panels.panel import Panel, Room
from fpviz.widgets.expression.text_table import TableCell, TextTable
from fpviz.widgets.look.style import em, line_sheet
from fpviz.widgets.look.theme import Theme
from fpviz.widgets.translated import said

_LOW = 12
"""Lines in which there is no room for rows and an explanation."""


class SwallowedPanel(Panel):
    """The updates of the weight that is looked at, or whose gradient is."""

    ID = "swallowed"

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.updates, self._shelf = session.tensors.updates, session.tensors.shelf
        self.formula, self.note = QLabel(), QLabel()
        self.rate = QLineEdit()
        self.table = TextTable(theme, self.tr("Swallowed updates"))
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._rate_name = QLabel(self.tr("lr"))
        self._rate_name.setToolTip(self.tr("The learning rate"))
        self.rate.setAccessibleName(self.tr("Learning rate"))
        self.note.setWordWrap(True)
        self.note.setContentsMargins(10, 2, 10, 8)
        row = QHBoxLayout()
        row.setContentsMargins(10, 6, 10, 2)
        row.addWidget(self.formula)
        row.addStretch(1)
        row.addWidget(self._rate_name)
        row.addSpacing(4)
        row.addWidget(self.rate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        self.rate.setFixedWidth(round(6 * em(self.font())))

    def _connect(self) -> None:
        self.rate.textChanged.connect(self._follow)
        self.table.picked.connect(self._activate)
        self.updates.changed.connect(self.renew)
        self._shelf.chosen_changed.connect(self.renew)
        self.document.changed.connect(self.renew)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.rate.setStyleSheet(line_sheet(theme, theme.line, theme.accent))
        for label in (self.note, self._rate_name):
            label.setStyleSheet(f"color: {theme.dim}")
        self.renew()

    def take_keyboard(self) -> None:
        self.rate.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- what is shown ----------------------------------------------------------------------

    def _follow(self) -> None:
        self.renew()
        self.view_changed.emit()

    def present(self) -> None:
        """Show what becomes of the updates, as far as it is counted."""
        pair = self.updates.pair()
        for part in (self.formula, self.rate, self._rate_name, self.table):
            part.setVisible(pair is not None)
        if pair is None:
            self.table.show_rows(self._headings(), [])
            self.note.show()
            self.set_caption("")
            self.note.setText(
                self.tr("A weight and its gradient are found by their names, as w and g_w.")
            )
            return
        weight, gradient = pair.weight.tensor.name, pair.gradient.tensor.name
        self.formula.setText(f"{weight} − lr · {gradient}")
        self.set_caption(self.tr("{0} by {1}").format(weight, gradient))
        self.rate.setPlaceholderText("" if pair.rate is None else f"{pair.rate:g}")
        self._show_pair(pair)

    def _show_pair(self, pair: TensorPair) -> None:
        try:
            text = self.rate.text().strip()
            rate = read_rate(text) if text else pair.rate
        except Complaint as error:
            self._show_note(said(error.phrase))
            return
        if rate is None:
            self._show_note(self.tr("Type the learning rate: the file does not say it."))
            return
        self.updates.want(pair, rate)
        self._show_rows()
        refusal = self.updates.refusal
        told = self.tr(
            "Swallowed: not zero, and too small to change the code of the weight. Shares are of "
            "the updates that are not zero."
        )
        self.note.setText(told if refusal is None else said(refusal))
        self.table.setToolTip(told)
        self._make_room()

    def _make_room(self) -> None:
        """Where a panel is low, its rows have the room of what explains them."""
        is_low = self.height() < _LOW * em(self.font())
        self.note.setVisible(not (is_low and self.table.rowCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _show_note(self, text: str) -> None:
        self.table.show_rows(self._headings(), [])
        self.note.setText(text)
        self.note.show()

    def _headings(self) -> tuple[TableCell, ...]:
        return (
            TableCell(self.tr("format"), is_number=False),
            TableCell(
                self.tr("swallowed"), self.tr("Weights and gradients are kept in the format")
            ),
            TableCell(self.tr("share")),
            TableCell(
                self.tr("FP32 master"),
                self.tr("Gradients are in the format; weights have a copy in FP32"),
            ),
        )

    def _show_rows(self) -> None:
        state, kept = self.document.state, self.updates.kept
        rows = [self._cells(fmt, kept[fmt]) for fmt in state.formats if fmt in kept]
        self.table.show_rows(self._headings(), rows)
        self.table.show_current(state.formats.index(state.active) if rows else -1)

    def _cells(self, fmt: Format, kept: Kept) -> tuple[TableCell, ...]:
        own, master = kept
        colour = self.theme.overflow if own is not None and own.swallowed else ""
        return (
            TableCell(fmt.title, fmt.name, self.theme.tint(fmt), False, True),
            TableCell("–" if own is None else grouped(own.swallowed), self._tip(own), colour),
            TableCell(_share(own), self._tip(own), colour),
            TableCell(_share(master), self._tip(master)),
        )

    def _tip(self, found: Updates | None) -> str:
        if found is None:
            return self.tr("not counted in this format")
        counts = (found.swallowed, found.moved, found.zero_update)
        return self.tr("{0} swallowed, {1} moved, {2} zero updates").format(*map(grouped, counts))

    def _activate(self, row: int) -> None:
        self.document.activate(self.document.state.formats[row])

    # -- scenes and pictures ----------------------------------------------------------------

    def view(self) -> ViewOfSwallowed:
        text = self.rate.text().strip()
        try:
            return ViewOfSwallowed(text if text and read_rate(text) else "")
        except Complaint:
            return ViewOfSwallowed("")

    def restore_view(self, view: PanelView) -> None:
        assert isinstance(view, ViewOfSwallowed)
        with QSignalBlocker(self.rate):
            self.rate.setText(self.rate.text() if view.rate is None else view.rate)
        self.renew()

    def become_figure(self) -> None:
        self._shelf.reading.wait()
        self.present()
        self.updates.counting.wait()
        self.present()
        self.table.become_figure()

    def figure_room(self, width: int) -> Room:
        if not self.updates.kept:
            return super().figure_room(width)
        rest = round(6 * em(self.font()))
        height = self.table.whole_size().height() + rest
        return Room(self.table.whole_size().width(), height, height)


def _share(found: Updates | None) -> str:
    """How many of the updates that are not zero are swallowed."""
    if found is None:
        return "–"
    return f"{100 * found.swallowed / ((found.swallowed + found.moved) or 1):.1f} %"
