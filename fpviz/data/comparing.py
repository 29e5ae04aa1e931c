"""Two rows of codes beside each other: where they differ, and by how many values of the format."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.fields import FieldKind
from fpviz.core.formats.order import ordinal
from fpviz.core.text import exact_decimal
from fpviz.data.layout.layout import CodeArray


class Difference(NamedTuple):
    """Two codes that differ; ``place`` is how many stand before them.

    ``ulps`` is how many values they lie apart, ``None`` where one of them is no number.
    """

    place: int
    expected: int
    actual: int
    ulps: int | None

    @property
    def bits(self) -> int:
        """The bits that differ."""
        return self.expected ^ self.actual


FROM = (0, 1, 2, 3, 5, 9, 17, 33, 65, 129, 257, 1025, 65_537)
"""Where the ranges of ulps begin that differences are counted in."""


@dataclass(slots=True)
class Compared:
    """What two rows of codes have in common. Those behind the end of the shorter one are not
    compared, but count as beyond."""

    fmt: Format
    expected: int
    actual: int
    tolerance: int
    differing: int = 0
    beyond: int = 0
    ranges: Counter[int | None] = field(default_factory=Counter)
    worst: list[Difference] = field(default_factory=list)

    @property
    def agree(self) -> bool:
        """Whether all codes are there, and none is farther off than allowed."""
        return not self.beyond and self.expected == self.actual


def compared(
    fmt: Format, expected: CodeArray, actual: CodeArray, tolerance: int, told: int
) -> Compared:
    """Two rows of codes compared, with the worst ``told`` of their differences: those that are no
    numbers before all others, then the farthest apart; of equals, the first."""
    found = Compared(fmt, len(expected), len(actual), tolerance)
    worst = nlargest(told, _counted(found, expected, actual), key=_badness)
    found.worst = worst
    return found


def _counted(found: Compared, expected: CodeArray, actual: CodeArray) -> Iterator[Difference]:
    both = min(len(expected), len(actual))
    for place in (expected[:both] != actual[:both]).nonzero()[0].tolist():
        a, b = int(expected[place]), int(actual[place])
        difference = Difference(place, a, b, ulps_apart(found.fmt, a, b))
        ulps = difference.ulps
        found.differing += 1
        found.beyond += ulps is None or ulps > found.tolerance
        found.ranges[None if ulps is None else FROM[bisect_right(FROM, ulps) - 1]] += 1
        yield difference


def _badness(difference: Difference) -> tuple[bool, int, int]:
    return difference.ulps is None, difference.ulps or 0, -difference.place


def ulps_apart(fmt: Format, a: int, b: int) -> int | None:
    """How many values two codes lie apart; ``None`` where one is no number.

    >>> from fpviz.core.formats import find_format
    >>> ulps_apart(find_format("bf16"), 0xC283, 0xC284), ulps_apart(find_format("fp16"), 1, 0x8001)
    (1, 2)
    """
    if fmt.is_nan(a) or fmt.is_nan(b):
        return None
    return abs(ordinal(fmt, a) - ordinal(fmt, b))


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
