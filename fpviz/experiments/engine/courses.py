"""Courses without a closed form: codes that were found one by one, and numbers by formula."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Number, finite


@dataclass(frozen=True, eq=False, slots=True)
class CodeCourse:
    """Codes of a format by step; beyond the last the course stays where it is."""

    format: Format
    codes: Sequence[int]

    def code(self, t: int) -> int:
        """The code at step ``t``."""
        return int(self.codes[min(t, len(self.codes) - 1)])

    def number(self, t: int) -> Number:
        """What that code says."""
        return decode(self.format, self.code(t)).number

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """Every step up to the last that moves, and ``hi``."""
        end = len(self.codes) - 1
        if hi <= end:
            return range(lo, hi + 1)
        return (*range(lo, end), max(lo, end), hi) if lo < end else (lo, hi)


@dataclass(frozen=True, eq=False, slots=True)
class ComputedCourse:
    """Codes of a format that are worked out when they are asked for."""

    format: Format
    at: Callable[[int], int]

    def code(self, t: int) -> int:
        """The code at step ``t``."""
        return self.at(t)

    def number(self, t: int) -> Number:
        """What that code says."""
        return decode(self.format, self.at(t)).number

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """Every step: the course may bend anywhere."""
        return range(lo, hi + 1)


@dataclass(frozen=True, eq=False, slots=True)
class NumberCourse:
    """Exact numbers by formula; they have no codes."""

    at: Callable[[int], Fraction | int]

    def code(self, t: int) -> None:
        """Nothing: an exact number has no code."""

    def number(self, t: int) -> Number:
        """The number at step ``t``."""
        return finite(self.at(t))

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """Every step: the course may bend anywhere."""
        return range(lo, hi + 1)
