"""The curves of a run: something that has a number at every step, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulp
from fpviz.core.line.zones import ZoneKind
from fpviz.core.numbers import Finite, Number, finite
from fpviz.core.phrase import Phrase, in_a_row
from fpviz.experiments.engine.lesson import Lesson, exact_lesson


class Course(Protocol):
    """Something that has a number at every step from 0 on, and a code where it has a format."""

    def number(self, t: int) -> Number: ...

    def code(self, t: int) -> int | None: ...

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """The steps, ``lo`` and ``hi`` among them, between which the course is straight."""
        ...


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

    at: Callable[[int], Number | Fraction | int]

    def code(self, t: int) -> None:
        """Nothing: an exact number has no code."""

    def number(self, t: int) -> Number:
        """The number at step ``t``."""
        found = self.at(t)
        return finite(found) if isinstance(found, Fraction | int) else found

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """Every step: the course may bend anywhere."""
        return range(lo, hi + 1)


@dataclass(frozen=True)
class Curve:
    """One course of a run, under the ``label`` that stands at its end.

    ``name`` is what scripts call it, ``meaning`` one sentence. ``format`` is ``None`` for a
    course that is exact. ``tell`` says what there is to learn from a step. A ``faint`` curve is
    one of many alike: thin, and without its label. ``who`` says in a line which software computes
    so, and which does not. ``zone`` is the fate of the numbers that the curve counts, if it counts
    such.
    """

    name: str
    label: Phrase
    meaning: Phrase
    course: Course
    format: Format | None = None
    tell: Callable[[int], Lesson] = exact_lesson
    faint: bool = False
    who: Phrase | None = None
    zone: ZoneKind | None = None

    @property
    def description(self) -> Phrase:
        """What it is, and who computes so."""
        return self.meaning if self.who is None else in_a_row(self.meaning, self.who)

    @property
    def shows(self) -> Format | ZoneKind | None:
        """What its colour stands for: its format or its zone; neither where it is exact."""
        return self.zone if self.format is None else self.format

    def number(self, t: int) -> Number:
        """The exact number at step ``t``."""
        return self.course.number(t)

    def code(self, t: int) -> int | None:
        """The code at step ``t``; ``None`` for an exact course."""
        return self.course.code(t)

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """The steps between which a polyline is the curve itself; both ends included."""
        return self.course.breakpoints(lo, hi)

    def error(self, reference: Curve, t: int) -> Fraction | None:
        """How far it is from another curve at step ``t``; ``None`` unless both are finite."""
        here, there = self.number(t), reference.number(t)
        if isinstance(here, Finite) and isinstance(there, Finite):
            return here.value - there.value
        return None

    def error_in_ulps(self, reference: Curve, t: int) -> Fraction | None:
        """The same in ulps of its own value; ``None`` for an exact curve, too."""
        error, code = self.error(reference, t), self.code(t)
        if error is None or self.format is None or code is None:
            return None
        spacing = ulp(self.format, code)
        return None if spacing is None else error / spacing


@dataclass(frozen=True)
class CurveBand:
    """The area between two curves, about a third: where most of many random courses run.

    ``low`` and ``high`` are its edges; ``label`` says which part of the courses lies between.
    """

    name: str
    label: Phrase
    low: Curve
    high: Curve
