"""What is true of the selected elements together, or of all, for the status line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
from PySide6.QtCore import QObject, Signal

from fpviz.core.formats import NumberClass
from fpviz.core.numbers import finite
from fpviz.core.phrase import Phrase, listed, phrase
from fpviz.core.text import brief, grouped, whole_or_shortest
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.statistics import Statistics, statistics
from fpviz.model.background import Background
from fpviz.widgets.bench.elements import Elements

MOST_UNASKED, MOST_COUNTED = 1 << 22, 1 << 28
"""Elements beyond which not all of a dump are counted, and not those that are selected."""

MOST_RANGES = 100_000
"""Selected pieces of a dump beyond which nothing is counted."""

_TOLD = (
    (NumberClass.NAN, phrase("NaN")),
    (NumberClass.INFINITE, phrase("infinite")),
    (NumberClass.SUBNORMAL, phrase("subnormal")),
    (NumberClass.INVALID, phrase("invalid")),
)
_DIGITS = 9


class Counting(QObject):
    """Counts beside the window.

    Signals:
        told(Phrase): what is true of the elements.
    """

    told = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._place: Phrase | None = None
        self._why: Phrase | None = None
        self._whole_of: tuple[Dump, DumpLayout] | None = None
        self._whole: Statistics | None = None
        self.background = Background(self)
        self.background.done.connect(self._take)
        self.background.failed.connect(self._raise)

    def count(self, elements: Elements, rows: range) -> None:
        """Count the elements in some rows; of one alone it is said where it stands, and all of the
        dump are counted, if they are few."""
        self._why = None
        if len(rows) == 1:
            self._place = place_said(elements, rows.start)
            self._count_whole(elements)
            return
        self.stop()
        ranges = selected_ranges(elements, rows)
        if sum(map(len, ranges)) > MOST_COUNTED or not 0 < len(ranges) <= MOST_RANGES:
            return
        dump, layout = elements.dump, elements.layout
        self.background.start(lambda report: statistics(dump, layout, ranges, report))

    def stop(self) -> None:
        """Count nothing any more, and have nothing to say."""
        self._place, self._why, self._whole_of, self._whole = None, None, None, None
        self.background.cancel()

    def add(self, why: Phrase) -> None:
        """Say besides why the element was looked for that is counted alone."""
        self._why = why
        self._tell(self._whole)

    def _count_whole(self, elements: Elements) -> None:
        """Count all, once, while others come to be the one that is looked at."""
        dump, layout = elements.dump, elements.layout
        if self._whole_of is None or self._whole_of[0] is not dump or self._whole_of[1] != layout:
            self._whole_of, self._whole = (dump, layout), None
            self.background.cancel()
            if elements.total <= MOST_UNASKED:
                every = [range(elements.total)]
                self.background.start(lambda report: statistics(dump, layout, every, report))
        self._tell(self._whole)

    def _take(self, found: Statistics) -> None:
        if self._whole_of is not None:
            self._whole = found
        self._tell(found)

    def _tell(self, found: Statistics | None) -> None:
        said = [each for each in (self._why, self._place) if each is not None]
        said += [] if found is None else [statistics_said(found)]
        if said:
            self.told.emit(reduce(lambda a, b: phrase("{place} · {said}", place=a, said=b), said))

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


def selected_ranges(elements: Elements, rows: range) -> Sequence[range]:
    """The elements in some rows, as ranges of neighbours."""
    if elements.indices is None or not rows:
        return [rows] if rows else []
    indices = np.sort(elements.indices[rows.start : rows.stop])
    starts = np.flatnonzero(np.diff(indices, prepend=indices[0] - 2) != 1)
    ends = np.append(starts[1:], len(indices)) - 1
    pairs = zip(indices[starts].tolist(), indices[ends].tolist(), strict=True)
    return [range(first, last + 1) for first, last in pairs]


def statistics_said(found: Statistics) -> Phrase:
    """How many there are of what is no usual number, the ends, and the mean."""
    counts = [
        phrase("{kind}: {count}", kind=name, count=grouped(found.classes[kind]))
        for kind, name in _TOLD
        if kind is not NumberClass.INVALID or found.classes[kind]
    ]
    said = listed(phrase("elements: {count}", count=grouped(found.count)), *counts)
    if found.least is None or found.greatest is None or found.mean is None:
        return said
    return phrase(
        "{said} · least {least}, greatest {greatest}, mean {mean}",
        said=said,
        least=whole_or_shortest(found.fmt, found.least),
        greatest=whole_or_shortest(found.fmt, found.greatest),
        mean=brief(finite(found.mean), _DIGITS),
    )


def place_said(elements: Elements, row: int) -> Phrase:
    """Where an element stands, and its bytes as they are in the data."""
    dump, layout, index = elements.dump, elements.layout, elements.index(row)
    if dump.numbers:
        return phrase("element #{index}", index=str(index))
    first = layout.bit(index) // 8
    last = (layout.bit(index) + layout.fmt.width + 7) // 8
    return phrase(
        "element #{index} at {address}, bytes {bytes}",
        index=str(index),
        address=elements.address(row),
        bytes=bytes(dump.data[first:last]).hex(" "),
    )
