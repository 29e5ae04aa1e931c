"""Two rows of codes beside each other: where they differ, and by how many values of the format."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.fields import FieldKind
from fpviz.core.formats.order import ulps_apart
from fpviz.core.phrase import Phrase, in_series, phrase
from fpviz.core.text import exact_decimal, grouped
from fpviz.data.blocks import code_blocks
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.text import Report, untold
from fpviz.data.tolerance import Tolerance


class Difference(NamedTuple):
    """Two codes that differ or are not allowed; ``place`` is how many stand before them.

    ``ulps`` is how many values they lie apart, ``None`` where one of them is no number.
    """

    place: int
    expected: int
    actual: int
    ulps: int | None
    is_allowed: bool = True

    @property
    def bits(self) -> int:
        """The bits that differ."""
        return self.expected ^ self.actual


FROM = (0, 1, 2, 3, 5, 9, 17, 33, 65, 129, 257, 1025, 65_537)
"""Where the ranges of ulps begin that differences are counted in."""


@dataclass(slots=True)
class Compared:
    """What two rows of codes have in common. Those behind the end of the shorter one are not
    compared.

    ``differing`` counts other codes, ``beyond`` what is not allowed: by some rules, a NaN beside
    itself. ``ranges`` counts both kinds, and ``worst`` has them.
    """

    fmt: Format
    expected: int
    actual: int
    tolerance: Tolerance
    differing: int = 0
    beyond: int = 0
    ranges: Counter[int | None] = field(default_factory=Counter)
    worst: list[Difference] = field(default_factory=list)

    @property
    def agree(self) -> bool:
        """Whether all codes are there, and none is farther off than allowed."""
        return not self.beyond and self.expected == self.actual


def compared(
    fmt: Format, expected: CodeArray, actual: CodeArray, tolerance: Tolerance, told: int
) -> Compared:
    """Two rows of codes compared, with the worst ``told`` of their differences: those that are not
    allowed before all others, first of them what is no number, then the farthest apart; of equals,
    the first."""
    found = Compared(fmt, len(expected), len(actual), tolerance)
    both = min(found.expected, found.actual)
    return _compared(found, [(0, expected[:both], actual[:both])], told)


def compared_dumps(
    expected: DumpCodes, actual: DumpCodes, tolerance: Tolerance, told: int, report: Report = untold
) -> Compared:
    """The codes of two dumps compared in the same way, block by block; what ``report`` raises, ends
    it. Raises ValueError where they are of two formats."""
    fmt = expected.layout.fmt
    if actual.layout.fmt != fmt:
        raise ValueError(f"{fmt.name} and {actual.layout.fmt.name} are two formats")
    found = Compared(fmt, expected.length, actual.length, tolerance)
    both = min(found.expected, found.actual)
    return _compared(found, _blocks(expected, actual, both, report), told)


class DumpCodes(NamedTuple):
    """The codes of a dump in a layout."""

    dump: Dump
    layout: DumpLayout

    @property
    def length(self) -> int:
        """How many there are."""
        return self.layout.count(self.dump)


Block = tuple[int, CodeArray, CodeArray]
"""How many codes stand before it, and as many codes of either side."""


def _blocks(expected: DumpCodes, actual: DumpCodes, both: int, report: Report) -> Iterator[Block]:
    there = (range(both),)
    sides = code_blocks(*expected, there, report), code_blocks(*actual, there)
    for (places, a), (_, b) in zip(*sides, strict=True):
        yield places.start, a, b


def _compared(found: Compared, blocks: Iterable[Block], told: int) -> Compared:
    counted = (difference for block in blocks for difference in _counted(found, *block))
    found.worst = nlargest(told, counted, key=badness)
    return found


def _counted(
    found: Compared, start: int, expected: CodeArray, actual: CodeArray
) -> Iterator[Difference]:
    differ = expected != actual
    allowed = found.tolerance.allows_array(found.fmt, expected, actual)
    found.differing += int(differ.sum())
    found.beyond += len(allowed) - int(allowed.sum())
    for place in (differ | ~allowed).nonzero()[0].tolist():
        a, b = int(expected[place]), int(actual[place])
        ulps = ulps_apart(found.fmt, a, b)
        found.ranges[None if ulps is None else FROM[bisect_right(FROM, ulps) - 1]] += 1
        yield Difference(start + place, a, b, ulps, bool(allowed[place]))


def verdict(found: Compared, listed: int) -> Phrase:
    """What came of a comparison, of which so many differences are listed."""
    both = min(found.expected, found.actual)
    said = [
        phrase(
            "{differing} of {count} differ, {beyond} beyond {tolerance}",
            differing=grouped(found.differing),
            count=grouped(both),
            beyond=grouped(found.beyond),
            tolerance=found.tolerance.said,
        )
    ]
    if found.expected != found.actual:
        lengths = {"expected": grouped(found.expected), "actual": grouped(found.actual)}
        said.append(phrase("{expected} elements are expected, and there are {actual}", **lengths))
    if listed < found.ranges.total():
        said.append(phrase("the worst {count} are listed", count=grouped(listed)))
    return in_series(*said)


def badness(difference: Difference) -> tuple[bool, bool, int, int]:
    """What is larger of a worse difference."""
    ulps = difference.ulps
    return not difference.is_allowed, ulps is None, ulps or 0, -difference.place


def exact_difference(fmt: Format, difference: Difference) -> str | None:
    """The actual value less the expected one; ``None`` where one is not finite."""
    if not (fmt.is_finite(difference.expected) and fmt.is_finite(difference.actual)):
        return None
    return exact_decimal(value_of(fmt, difference.actual) - value_of(fmt, difference.expected))


def first_field(fmt: Format, difference: Difference) -> FieldKind | None:
    """The field of the highest bit that differs, in the expected code."""
    high = difference.bits.bit_length() - 1
    for each in fmt.fields(difference.expected):
        if each.low <= high <= each.high:
            return each.kind
    return None


def ranges_of(found: Compared) -> Iterator[tuple[int | None, int | None, int]]:
    """(from, to, count) of each range of ulps that has differences; no numbers stand last, as
    ``None``, and the last range has no end."""
    for at, low in enumerate(FROM):
        if count := found.ranges[low]:
            yield low, FROM[at + 1] - 1 if at + 1 < len(FROM) else None, count
    if count := found.ranges[None]:
        yield None, None, count
