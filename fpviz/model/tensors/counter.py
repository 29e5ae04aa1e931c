"""What is counted of the tensors that are open: of those that somebody looks at, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint
from fpviz.model.background import Background, Job
from fpviz.model.document import Document
from fpviz.model.tensors.records import Entry, OpenFile, TensorSummary
from fpviz.model.tensors.shelf import TensorShelf

if TYPE_CHECKING:  # a window is there before a tensor is opened
    from fpviz.core.reading import Snapshot
    from fpviz.data.census.census import Census
    from fpviz.data.census.quality import Quality

_KEPT = 4
"""Whole censuses that are kept: a look back shows them at once."""


class CensusOf(NamedTuple):
    """What a census is of: a tensor by its file and its place, formats, and rules."""

    open: OpenFile
    at: int
    formats: frozenset[Format]
    rules: Rules


Qualities = dict[Format, "Quality"]


class TensorCounter(QObject):
    """Counts tensors; what is looked at comes first.

    Signals:
        counted(): more is counted, or other formats or rules are asked about.
        progressed(object): how far counting is, 0 to 1; ``None`` when it is over.
        refused(Phrase): why a tensor could not be counted.
    """

    counted = Signal()
    progressed = Signal(object)
    refused = Signal(object)

    def __init__(self, document: Document, shelf: TensorShelf) -> None:
        super().__init__(shelf)
        self._document, self._shelf = document, shelf
        self._listed: tuple[Entry, ...] = ()
        self._summaries: dict[CensusOf, TensorSummary] = {}
        self._censuses: dict[CensusOf, Census] = {}
        self._qualities: tuple[tuple[CensusOf, int], Qualities] | None = None
        self._failed: set[CensusOf] = set()
        self._counting: CensusOf | None = None
        self._is_paused = False
        self._about: object = None
        self.counting, self.judging = Background(self), Background(self)
        self._connect()

    def _connect(self) -> None:
        self.counting.progressed.connect(self.progressed.emit)
        self.counting.done.connect(self._take)
        self.counting.failed.connect(self._fail)
        self.judging.done.connect(self._take_qualities)
        self.judging.failed.connect(self._fail_to_judge)
        self._shelf.changed.connect(self._forget)
        self._shelf.chosen_changed.connect(self._resume)
        self._document.changed.connect(self._follow)

    def close(self) -> None:
        """End what is under way."""
        self.counting.close()
        self.judging.close()

    def cancel(self) -> None:
        """End what is under way; nothing more is counted until something is chosen."""
        self._is_paused = True
        self._stop()

    def wait(self) -> None:
        """Have all of what is wanted."""
        while self.counting.is_busy:
            self.counting.wait()
        self.judging.wait()

    def _stop(self) -> None:
        self.counting.cancel()
        self.judging.cancel()
        self._counting = None
        self.progressed.emit(None)

    def _forget(self) -> None:
        """Other files are open."""
        self._stop()
        self._listed, self._qualities, self._is_paused = (), None, False
        for kept in (self._summaries, self._censuses, self._failed):
            kept.clear()

    def _resume(self) -> None:
        self._is_paused = False

    def _follow(self, _snapshot: Snapshot) -> None:
        state = self._document.state
        about = state.formats, state.active, state.rules
        if about != self._about:
            self._about = about
            self.counted.emit()

    # -- what is known ----------------------------------------------------------------------

    def _asked(self, entry: Entry) -> CensusOf:
        state = self._document.state
        return CensusOf(entry.open, entry.at, frozenset(state.formats), state.rules)

    def summary(self, entry: Entry) -> TensorSummary | None:
        """What is counted of a tensor; ``None`` while nothing is."""
        return self._summaries.get(self._asked(entry))

    def census(self) -> Census | None:
        """All that is counted of the tensor that is looked at; ``None`` while it is not."""
        chosen = self._shelf.chosen
        return None if chosen is None else self._censuses.get(self._asked(chosen))

    def qualities(self) -> Qualities:
        """How far off its elements are in each format at the scale; empty while that is unknown."""
        chosen = self._shelf.chosen
        if chosen is None or self._qualities is None:
            return {}
        of, found = self._qualities
        return found if of == (self._asked(chosen), self._shelf.scale) else {}

    # -- what is wanted ---------------------------------------------------------------------

    def want_listed(self, entries: Sequence[Entry]) -> None:
        """See to it that these are counted, one after another: a list shows them."""
        self._listed = tuple(entries)
        self._go_on()

    def want_census(self) -> None:
        """See to it that the tensor that is looked at is counted, before all others."""
        chosen = self._shelf.chosen
        if chosen is None or self._is_paused:
            return
        asked = self._asked(chosen)
        if asked in self._censuses:
            self._judge(chosen, asked)
        elif self._counting != asked and self._can_be_counted(chosen, asked):
            self._count(chosen, asked)

    def _can_be_counted(self, entry: Entry, asked: CensusOf) -> bool:
        return entry.tensor.fmt is not None and asked not in self._failed

    def _go_on(self) -> None:
        """Count the next one that the list shows."""
        if self.counting.is_busy or self._is_paused:
            return
        for entry in self._listed:
            asked = self._asked(entry)
            if asked not in self._summaries and self._can_be_counted(entry, asked):
                self._count(entry, asked)
                return

    def _count(self, entry: Entry, asked: CensusOf) -> None:
        self._counting = asked
        self.counting.start(_census_job(entry, asked, self._document.state.formats))

    def _take(self, found: tuple[CensusOf, Census, TensorSummary]) -> None:
        self.progressed.emit(None)
        asked, census, self._counting = found[0], found[1], None
        self._summaries[asked] = found[2]
        self._censuses[asked] = census
        self._drop_old_censuses()
        self.counted.emit()
        self._go_on()

    def _drop_old_censuses(self) -> None:
        """Keep the last few, and that of the tensor that is looked at."""
        chosen = self._shelf.chosen
        kept = self._asked(chosen) if chosen is not None else None
        for other in [*self._censuses][:-_KEPT]:
            if other != kept:
                del self._censuses[other]

    def _fail(self, error: Exception) -> None:
        self.progressed.emit(None)
        asked, self._counting = self._counting, None
        if asked is not None:
            self._failed.add(asked)
        if not isinstance(error, Complaint):
            raise error
        self.refused.emit(error.phrase)
        self.counted.emit()
        self._go_on()

    # -- errors of rounding -----------------------------------------------------------------

    def _judge(self, chosen: Entry, asked: CensusOf) -> None:
        of = (asked, self._shelf.scale)
        if self._qualities is None or self._qualities[0] != of:
            self._qualities = (of, {})
            self.judging.start(_quality_job(chosen, of, self._document.state.formats))

    def _take_qualities(self, found: tuple[tuple[CensusOf, int], Qualities]) -> None:
        self._qualities = found
        self.counted.emit()

    def _fail_to_judge(self, error: Exception) -> None:
        if not isinstance(error, Complaint):
            raise error


def _census_job(entry: Entry, asked: CensusOf, formats: Sequence[Format]) -> Job:
    from fpviz.model.tensors.work import census_of, summary_of  # noqa: PLC0415 - now needed

    def job(report: Callable[[float], None]) -> tuple[CensusOf, Census, TensorSummary]:
        census = census_of(Path(entry.open.named.path), entry.tensor, formats, asked.rules, report)
        return asked, census, summary_of(census)

    return job


def _quality_job(entry: Entry, of: tuple[CensusOf, int], formats: Sequence[Format]) -> Job:
    from fpviz.model.tensors.work import qualities_of  # noqa: PLC0415 - as above

    asked, scale = of

    def job(report: Callable[[float], None]) -> tuple[tuple[CensusOf, int], Qualities]:
        return of, qualities_of(entry.tensor, formats, scale, asked.rules, report)

    return job
