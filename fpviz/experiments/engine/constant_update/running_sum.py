"""Running sums: weights and accumulators of different formats under one constant update."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from fpviz.core.formats import Format
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.core.text import power_text
from fpviz.experiments.engine.constant_update.one_step import update_in_ulps
from fpviz.experiments.engine.constant_update.sentences import (
    OF_A_WEIGHT,
    Words,
    lesson,
    ratio_text,
    underflowed,
    verdict,
)
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.counterparts import ADDED, who
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.readouts import Readout, code_readout, curve_readout, end_readouts

MASTER_ASIDE = template(
    "The {format} master copy has an ulp of {ulp} there: the same update is {ratio} ulps. "
    "That is what a master copy is for."
)
ACCUMULATOR_ASIDE = template(
    "The {format} accumulator has an ulp of {ulp} there: the same term is {ratio} ulps. "
    "That is what a wide accumulator is for."
)
_LOSSES = (Outcome.SWAMPED, Outcome.STALLED, Outcome.PARTLY_LOST, Outcome.TIE)


@dataclass(frozen=True)
class RunningSum:
    """A weight in one format and the update it takes in another.

    ``typed`` is the update before it was rounded to its format; ``words`` are what sum and update
    are called, ``who`` says who computes so. Where it loses something, ``aside`` is said of
    ``beside``, a sum that may lose less, with places for ``format``, ``ulp`` and ``ratio``.
    """

    name: str
    label: Phrase
    meaning: Phrase
    update_format: Format
    course: Trajectory
    typed: Fraction
    words: Words = OF_A_WEIGHT
    who: Phrase = ADDED
    beside: RunningSum | None = None
    aside: str = ""

    @property
    def format(self) -> Format:
        """The format of the weight."""
        return self.course.format

    @cached_property
    def curve(self) -> Curve:
        """The weight as a curve of a run."""
        told = who(self.who, self.course.rules, self.format, self.update_format)
        return Curve(
            self.name, self.label, self.meaning, self.course, self.format, self.tell, who=told
        )

    def readouts(self, reference: Curve, last: int) -> Iterator[Readout]:
        """What becomes of it: at first, in the end, and for good."""
        curve, course = self.curve, self.course
        stall = course.stall
        yield curve_readout(curve, "verdict", phrase("first step"), verdict(course))
        yield from end_readouts(curve, reference, last)
        first = None
        if stall is not None and isinstance(course.number(stall), Finite):
            first = None if course.update.is_zero else stall + 1
        yield curve_readout(curve, "first-swamped", phrase("first swamped update: number"), first)
        yield curve_readout(curve, "stall", phrase("stalls after"), stall, phrase("steps"))
        yield code_readout(curve, "stall-value", phrase("stalls at"), stall)

    def tell(self, t: int) -> Lesson:
        """The lesson of one step."""
        told = self.with_what_was_typed(lesson(self.course, t, self.words))
        return replace(told, aside=self._aside(t)) if told.outcome in _LOSSES else told

    def with_what_was_typed(self, told: Lesson) -> Lesson:
        """A lesson that begins with the loss of the update in its own format, if it was lost."""
        if told.outcome is not Outcome.NO_UPDATE or not self.typed:
            return told
        lost = underflowed(self.typed, self.update_format, self.words.addend)
        return replace(told, sentences=(lost, *told.sentences))

    def _aside(self, t: int) -> Phrase | None:
        """What the update is worth beside, where it is worth more than here."""
        if self.beside is None:
            return None
        there = self.beside.course
        here, ratio = update_in_ulps(self.course, t), update_in_ulps(there, t)
        spacing = ulp(there.format, there.code(t))
        if here is None or ratio is None or spacing is None or ratio < 1 or ratio <= here:
            return None
        return phrase(
            self.aside,
            format=there.format.title,
            ulp=power_text(spacing) or approx(spacing),
            ratio=ratio_text(ratio),
        )
