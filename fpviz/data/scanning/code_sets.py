"""Sets of codes: what is asked of an element by itself, as a question to whole arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.one_by_one import by_code
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.between import first_from, last_up_to
from fpviz.core.formats.code_runs import CodeRun, code_runs
from fpviz.core.numbers import Finite, Infinity
from fpviz.data.layout.layout import CodeArray

Truths = npt.NDArray[np.bool_]
Test = Callable[[CodeArray], Truths]
"""Of which of some codes something is true."""

NO_NUMBERS = frozenset({NumberClass.NAN, NumberClass.INVALID})
NUMBERS = frozenset(NumberClass) - NO_NUMBERS

Interval = tuple[int, int]
"""The first and the last of some codes in a row."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Codes of some classes; of numbers, those from one to another and of a sign, where these are
    said. -0 is a negative number that is equal to 0."""

    classes: frozenset[NumberClass] = NUMBERS
    least: Finite | Infinity | None = None
    greatest: Finite | Infinity | None = None
    negative: bool | None = None

    def places(self, fmt: Format, *, negative: bool) -> range:
        """Between which places the numbers of a sign lie."""
        if self.negative not in (None, negative):
            return range(0)
        beyond = 1 << fmt.width
        first = -beyond if self.least is None else first_from(fmt, self.least)
        last = beyond if self.greatest is None else last_up_to(fmt, self.greatest)
        return range(max(-last, 0), -first + 1) if negative else range(max(first, 0), last + 1)

    def member(self, fmt: Format) -> Callable[[int], bool]:
        """What says of one code whether it is among them."""
        places = [self.places(fmt, negative=negative) for negative in (False, True)]

        def is_member(code: int) -> bool:
            kind = fmt.number_class(code)
            if kind not in self.classes or kind in NO_NUMBERS:
                return kind in self.classes
            negative, place = fmt.sign_and_place(code)
            return place in places[negative]

        return is_member


@lru_cache(maxsize=64)
def code_test(sought: Sought, fmt: Format) -> Test:
    """What says of arrays of codes of a format which of them are among those sought."""
    if fmt.has_consecutive_codes:
        return _within(_joined(sorted(_intervals(sought, fmt))))
    is_member = sought.member(fmt)

    def ask(_: Format, code: int) -> bool:
        return is_member(code)

    return lambda codes: by_code(ask, fmt, codes, np.dtype(np.bool_))


def _intervals(sought: Sought, fmt: Format) -> Iterator[Interval]:
    runs = code_runs(fmt)
    for run in runs:
        places = _common(run, sought.places(fmt, negative=run.negative))
        if run.number_class in sought.classes and places:
            yield run.codes(places)
    if NumberClass.NAN in sought.classes:
        yield from _gaps(fmt, [run.codes(run.places) for run in runs])


def _common(run: CodeRun, places: range) -> range:
    return range(max(run.places.start, places.start), min(run.places.stop, places.stop))


def _gaps(fmt: Format, taken: Sequence[Interval]) -> Iterator[Interval]:
    """What lies between intervals of codes."""
    whole = [(-1, -1), *sorted(taken), (1 << fmt.width, 1 << fmt.width)]
    for (_, last), (first, _) in pairwise(whole):
        if first > last + 1:
            yield last + 1, first - 1


def _joined(intervals: Sequence[Interval]) -> tuple[Interval, ...]:
    """The same codes in as few intervals as there can be."""
    found: list[Interval] = []
    for first, last in intervals:
        if found and found[-1][1] + 1 == first:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return tuple(found)


def _within(intervals: Sequence[Interval]) -> Test:
    """Whether codes lie in one of some intervals."""

    def test(codes: CodeArray) -> Truths:
        found = np.zeros(codes.shape, np.bool_)
        for first, last in intervals:
            found |= _between(codes, first, last)
        return found

    return test


def _between(codes: CodeArray, first: int, last: int) -> Truths:
    if codes.dtype == object:
        inside: Truths = (codes >= first) & (codes <= last)
    else:  # what lies before goes round, and is greater than all others
        inside = codes - codes.dtype.type(first) <= codes.dtype.type(last - first)
    return inside
