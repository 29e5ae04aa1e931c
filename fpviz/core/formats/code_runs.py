"""Runs of codes one after another that are of one class and stand in the order of their values.

Most families have such an order: what is true of all values from one to another is then true of
a few intervals of codes, which is quickly asked of millions.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.fields import NumberClass


class CodeRun(NamedTuple):
    """The codes of all places from one to another, of one class and sign.

    The least code is ``first``; ``step`` is 1 where places grow with codes, else -1.
    """

    number_class: NumberClass
    negative: bool
    places: range
    first: int
    step: int

    def codes(self, places: range) -> tuple[int, int]:
        """The least and the greatest code of some of its places, which must not be none."""
        ends = places[0], places[-1]
        if self.step < 0:
            return self.first + self.places[-1] - ends[1], self.first + self.places[-1] - ends[0]
        return self.first + ends[0] - self.places[0], self.first + ends[1] - self.places[0]


@lru_cache(maxsize=256)
def code_runs(fmt: Format) -> tuple[CodeRun, ...]:
    """All codes that are numbers, in a few runs; none at all where a family has no such order.

    >>> from fpviz.core.formats import find_format
    >>> [(run.number_class.value, hex(run.first)) for run in code_runs(find_format("fp16"))][:4]
    [('zero', '0x0'), ('subnormal', '0x1'), ('normal', '0x400'), ('infinite', '0x7c00')]
    """
    if not fmt.has_consecutive_codes:
        return ()
    return tuple(
        _run(fmt, kind, negative, places)
        for negative in ((False, True) if fmt.signed else (False,))
        for kind, places in _classes(fmt, negative)
        if places
    )


def _classes(fmt: Format, negative: bool) -> Iterator[tuple[NumberClass, range]]:
    """The places of each class of one sign."""
    last = fmt.last_place(negative)
    normal = max(fmt.min_normal_place, fmt.smallest_place)
    has_zero = fmt.has_zero and (fmt.has_negative_zero or not negative)
    yield NumberClass.ZERO, range(has_zero)
    yield NumberClass.SUBNORMAL, range(fmt.smallest_place, normal)
    yield NumberClass.NORMAL, range(normal, last + 1)
    yield NumberClass.INFINITE, range(last + 1, last + 1 + fmt.has_infinity)


def _run(fmt: Format, kind: NumberClass, negative: bool, places: range) -> CodeRun:
    ends = [fmt.code_at(place, negative) for place in (places[0], places[-1])]
    return CodeRun(kind, negative, places, min(ends), 1 if ends[0] <= ends[1] else -1)
