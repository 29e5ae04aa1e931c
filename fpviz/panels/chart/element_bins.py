"""The elements of a dump thinned beside the window: of the whole first, then of what is in view."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from fpviz.data.charting.thinning import Bin, Drawing, Spot, bin_size, spot_of, thinned
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.model.background import Background, Report
from fpviz.widgets.chart.data import spliced

AT_ONCE = 0.03
"""Seconds for which the window waits for elements, so that few of them are there at once."""


@dataclass(frozen=True, slots=True)
class AskedElements:
    """What is to be drawn."""

    dump: Dump
    layout: DumpLayout
    drawing: Drawing

    def is_alike(self, other: AskedElements | None) -> bool:
        """Whether the elements stand where those of another do, whatever their codes."""
        return other is not None and other.layout == self.layout and other.count == self.count

    @property
    def count(self) -> int:
        """How many elements there are."""
        return self.layout.count(self.dump)

    def spot(self, place: int) -> Spot | None:
        """Where an element stands; ``None`` where it is not there."""
        codes = self.layout.codes(self.dump, place, 1)
        return spot_of(self.drawing.measure, place, int(codes[0])) if len(codes) else None

    def bins(self, places: range, report: Report) -> tuple[Bin, ...]:
        """The elements of a range, thinned."""
        return thinned(self.dump, self.layout, self.drawing, places, report)


class ElementBins(QObject):
    """The bins of what is asked for, as far as they are there: an overview, and a finer detail.

    Those of other codes in the same places stay until the new ones are there.

    Signals:
        overview_seen(): there is another overview.
        detail_seen(): some of it is there in finer bins.
        progressed(object): how far it is, 0 to 1; ``None`` when nothing is under way.
    """

    overview_seen = Signal()
    detail_seen = Signal()
    progressed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: AskedElements | None = None
        self.overview: tuple[Bin, ...] = ()
        self._detail: tuple[Bin, ...] = ()
        self.work = Background(self)
        self.work.progressed.connect(self.progressed.emit)
        self.work.done.connect(self._take)
        self.work.failed.connect(self._raise)

    @property
    def bins(self) -> tuple[Bin, ...]:
        """All that there are, the finest of each place."""
        return spliced(self.overview, self._detail)

    def ask(self, asked: AskedElements) -> bool:
        """Look at elements, if it is not these that are looked at; whether it is not."""
        if asked == self.asked:
            return False
        before, self.asked = self.asked, asked
        if not asked.is_alike(before):
            self.overview = self._detail = ()
        self._start(asked, range(asked.count), is_overview=True)
        return True

    def refine(self, places: range, bins: tuple[Bin | None, ...]) -> None:
        """Look closer at elements in view, if these bins, at the ends of it, are too coarse."""
        size = bin_size(places)
        is_coarse = any(each is None or len(each.places) > size for each in bins)
        if self.asked and self.overview and places and is_coarse and not self.work.is_busy:
            around = range(places.start - 1, places.stop + 1)  # lines run to the edges
            self._start(self.asked, around, is_overview=False)

    def forget(self) -> None:
        """Nothing is asked for any more."""
        self.cancel()
        self.asked = None

    def cancel(self) -> None:
        """End what is under way."""
        self.work.cancel()
        self.progressed.emit(None)

    def wait(self) -> None:
        """Wait until all that is asked for is there."""
        while self.work.is_busy:
            self.work.wait()

    def _start(self, asked: AskedElements, places: range, *, is_overview: bool) -> None:
        self.work.start(partial(_looked_at, asked, places, is_overview))
        self.work.wait(AT_ONCE)

    def _take(self, found: tuple[bool, tuple[Bin, ...]]) -> None:
        self.progressed.emit(None)
        is_overview, bins = found
        if is_overview:
            self.overview, self._detail = bins, ()
            self.overview_seen.emit()
        else:
            self._detail = bins
            self.detail_seen.emit()

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


def _looked_at(
    asked: AskedElements, places: range, is_overview: bool, report: Report
) -> tuple[bool, tuple[Bin, ...]]:
    return is_overview, asked.bins(places, report)
