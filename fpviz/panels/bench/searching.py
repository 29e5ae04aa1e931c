"""Filters, sorts and finds elements beside the window."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.scanning.predicates import Predicate
from fpviz.data.scanning.search import next_match, reason
from fpviz.data.sorting import SortKey
from fpviz.model.background import Background, Report
from fpviz.model.bench.choosing import Choice, ChosenElements, chosen, sought


class Found(NamedTuple):
    """An element that was looked for, and why it is one."""

    place: int
    why: Phrase
    went_round: bool


class Searching(QObject):
    """What is shown of a dump, and what is looked for in it.

    ``filter_text`` is what the filter was told.

    Signals:
        chosen_changed(): other elements are shown, or in another order.
        found(object): the index of an element that was looked for.
        reason(Phrase): why it is one.
        told(Phrase): what came of it.
        progressed(object): how far it is, 0 to 1; ``None`` when nothing is under way.
    """

    chosen_changed = Signal()
    found = Signal(object)
    reason = Signal(object)
    told = Signal(object)
    progressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choice = Choice()
        self.filter_text = ""
        self.chosen: ChosenElements | None = None
        self._of: tuple[Dump, DumpLayout] | None = None
        self._dump: Dump | None = None
        self.choosing, self.finding = Background(self), Background(self)
        for worker in (self.choosing, self.finding):
            worker.progressed.connect(self.progressed.emit)
            worker.failed.connect(self._fail)
        self.choosing.done.connect(self._take_chosen)
        self.finding.done.connect(self._take_found)

    def show(self, dump: Dump, written: Dump, layout: DumpLayout) -> None:
        """Search this dump from now on; what is edited in it does not change what is shown."""
        self._dump = dump
        if self._of is None or self._of[0] is not written or self._of[1] != layout:
            self._of, self.chosen = (written, layout), None
            self.finding.cancel()
            if not self.choice.is_all:
                self._choose()

    # -- what is shown ----------------------------------------------------------------------

    def filter_by(self, predicate: Predicate | None, text: str = "") -> None:
        """Show those of which something is true; ``text`` told it what it wants to know."""
        self.filter_text = text
        self._set(replace(self.choice, predicate=predicate))

    def sort_by(self, by: SortKey) -> None:
        """Sort upward; what is sorted so already, downward; and then no longer."""
        if self.choice.by is None or self.choice.by.words != by.words:
            self._set(replace(self.choice, by=by, descending=False))
        elif not self.choice.descending:
            self._set(replace(self.choice, descending=True))
        else:
            self.sort_no_longer()

    def sort_no_longer(self) -> None:
        """Show elements as they stand."""
        self._set(replace(self.choice, by=None, descending=False))

    def show_all(self) -> None:
        """Show all elements, as they stand."""
        self.filter_text = ""
        self._set(Choice())

    def _set(self, choice: Choice) -> None:
        self.choice = choice
        self._choose()

    def _choose(self) -> None:
        self.choosing.cancel()
        dump, layout, choice = self._dump, self._of[1] if self._of else None, self.choice
        if choice.is_all or dump is None or layout is None:
            self.chosen = None
            self.progressed.emit(None)
            self.chosen_changed.emit()
            return
        self.choosing.start(lambda report: chosen(dump, layout, choice, report))

    # -- what is looked for -----------------------------------------------------------------

    def find(self, text: str, start: int, *, forward: bool) -> None:
        """Look for what a text says, behind an element or before it, and on from the other end."""
        try:
            predicate = sought(text)
        except Complaint as error:
            self.told.emit(error.phrase)
            return
        if self._of is None or self._dump is None:
            return
        dump, layout = self._dump, self._of[1]
        ways = _ways(start, layout.count(dump), forward=forward)
        self.finding.start(lambda report: _next(dump, layout, predicate, ways, report))

    def cancel(self) -> None:
        """End what is under way; where that would have shown others, all are shown."""
        self.choosing.cancel()
        self.finding.cancel()
        self.progressed.emit(None)
        if not self.choice.is_all and self.chosen is None:
            self.show_all()

    # -- what came of it --------------------------------------------------------------------

    def _take_chosen(self, found: ChosenElements) -> None:
        self.progressed.emit(None)
        self.chosen = found
        self.chosen_changed.emit()
        self._tell_of_chosen(found)

    def _take_found(self, found: Found | None) -> None:
        self.progressed.emit(None)
        if found is None:
            self.told.emit(phrase("there is no such element"))
            return
        self.found.emit(found.place)
        round_ = phrase("{why}; the search went on from the other end", why=found.why)
        self.reason.emit(round_ if found.went_round else found.why)

    def _tell_of_chosen(self, found: ChosenElements) -> None:
        if found.count > len(found.indices):
            first = str(len(found.indices))
            self.told.emit(
                phrase(
                    "{count} elements, of which the first {first} are shown",
                    count=str(found.count),
                    first=first,
                )
            )

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        if not isinstance(error, Complaint):
            raise error
        self.choice = replace(self.choice, by=None, descending=False)
        self.told.emit(error.phrase)
        self._choose()


def _next(
    dump: Dump, layout: DumpLayout, predicate: Predicate, ways: tuple[range, range], report: Report
) -> Found | None:
    """The first element of a kind on one way, or else on the other."""
    for went_round, where in enumerate(ways):
        place = next_match(dump, layout, predicate, where, report)
        if place is not None:
            return Found(place, reason(dump, layout, predicate, place), bool(went_round))
    return None


def _ways(start: int, count: int, *, forward: bool) -> tuple[range, range]:
    """From an element on to the end, and from the other end to it."""
    if forward:
        return range(start + 1, count), range(start + 1)
    return range(start - 1, -1, -1), range(count - 1, start - 1, -1)
