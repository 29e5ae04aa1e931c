"""The foot and the headings of the table joined to what searches beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from fpviz.core.phrase import Complaint
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.scanning.predicates import PREDICATES
from fpviz.data.sorting import BY_CODE, BY_EXPONENT, BY_VALUE, by_error
from fpviz.model.bench.choosing import ChosenElements, filter_of
from fpviz.panels.bench.searching import Searching
from fpviz.widgets.bench.table import ElementTable
from fpviz.widgets.translated import said

_SORTED = {"code": BY_CODE, "value": BY_VALUE, "bits": BY_EXPONENT}
"""What a click on the heading of a column sorts by."""


class TableSearch(QObject):
    """What is shown of a dump, found in it, and how it is sorted, as the table's foot and headings
    want it.

    Signals:
        shown_changed(): other elements are to be shown, or in another order.
        told(Phrase): what came of it.
        reason(Phrase): why the element is one that was found.
        progressed(object): how far it is, 0 to 1; ``None`` when nothing is under way.
    """

    shown_changed = Signal()
    told = Signal(object)
    reason = Signal(object)
    progressed = Signal(object)

    def __init__(self, table: ElementTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self.searching = Searching(self)
        foot = table.foot
        foot.offer_filters([(each.key, said(each.words), len(each.wants)) for each in PREDICATES])
        foot.filter_wanted.connect(self.filter_by)
        foot.find_wanted.connect(self.find)
        table.sort_wanted.connect(self.sort_by)
        self.searching.chosen_changed.connect(self._show_chosen)
        self.searching.found.connect(self._go_to)
        self.searching.told.connect(self.told)
        self.searching.reason.connect(self.reason)
        self.searching.progressed.connect(self.progressed)

    @property
    def chosen(self) -> ChosenElements | None:
        """The elements that are shown; ``None`` for all, as they stand."""
        return self.searching.chosen

    @property
    def written(self) -> str:
        """The filter as a scene has it: its key, and what it was told."""
        predicate = self.searching.choice.predicate
        text = self.searching.filter_text
        return "" if predicate is None else f"{predicate.kind.key} {text}".strip()

    def restore(self, written: str) -> None:
        """Have the filter that a scene has."""
        key, _, text = written.strip().partition(" ")
        self.filter_by(key, text)

    def show(self, dump: Dump, written: Dump, layout: DumpLayout) -> None:
        """Search this dump from now on."""
        self.searching.show(dump, written, layout)

    def cancel(self) -> None:
        """End what is under way."""
        self.searching.cancel()

    def filter_by(self, key: str, text: str) -> None:
        """Show what a filter lets through, as it is told by a text; with an empty key, all."""
        try:
            predicate = filter_of(key, text) if key else None
        except Complaint as error:
            self.told.emit(error.phrase)
            return
        self.searching.filter_by(predicate, text)

    def find(self, text: str, forward: bool) -> None:
        """Go to the next element that a text says, or to the previous one."""
        table = self._table
        if table.elements.count:
            start = table.elements.index(table.grid.pointers.cursor)
            self.searching.find(text, start, forward=forward)

    def sort_by(self, column: str) -> None:
        """Sort by a column; by that of addresses, elements are as they stand."""
        other = self._table.grid.window_model.other
        if column == "error" and other is not None:
            self.searching.sort_by(by_error(other))
        elif column in _SORTED:
            self.searching.sort_by(_SORTED[column])
        elif column == "address":
            self.searching.sort_no_longer()

    def _show_chosen(self) -> None:
        """Say what is shown, and by what it is sorted."""
        choice, foot = self.searching.choice, self._table.foot
        words = self.tr("all") if choice.predicate is None else said(choice.predicate.said)
        key = "" if choice.predicate is None else choice.predicate.kind.key
        foot.show_filter(key, words, self.searching.filter_text)
        column = next((name for name, by in _SORTED.items() if by is choice.by), "")
        column = "error" if choice.by is not None and not column else column
        self._table.show_order(column, descending=choice.descending)
        self.shown_changed.emit()

    def _go_to(self, index: int) -> None:
        """Go to an element; one that is not shown is shown among all. The line in which it was
        looked for keeps the keyboard: Return goes on to the next one."""
        if self._table.elements.row_of(index) is None:
            self.searching.show_all()
        row = self._table.elements.row_of(index)
        if row is not None:
            sought = self._table.foot.sought
            keeps = self._table.window().focusWidget() is sought
            self._table.go_to_row(row)
            if keeps:
                sought.setFocus(Qt.FocusReason.OtherFocusReason)
