"""Lanes: weights of different formats under one constant update, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, Number
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
from fpviz.experiments.engine.readouts import Readout
from fpviz.experiments.engine.run import Run

MASTER_ASIDE = template(
    "The {format} master copy has an ulp of {ulp} there: the same update is {ratio} ulps. "
    "That is what a master copy is for."
)
ACCUMULATOR_ASIDE = template(
    "The {format} accumulator has an ulp of {ulp} there: the same term is {ratio} ulps. "
    "That is what a wide accumulator is for."
)
_EXACT_SENTENCE = phrase(
    "Nothing is rounded here: this is what the other curves are measured against."
)


@dataclass(frozen=True)
class Lane:
    """A weight in one format and the update it takes in another.

    ``aside`` is what is said of this lane beside the loss of another, with places for ``format``,
    ``ulp`` and ``ratio``. ``typed`` is the update before it was rounded to its format; ``who`` says
    who computes so.
    """

    name: str
    label: Phrase
    meaning: Phrase
    update_format: Format
    course: Trajectory
    aside: str = ""
    typed: Fraction | None = None
    who: Phrase = ADDED

    @property
    def format(self) -> Format:
        """The format of the weight."""
        return self.course.format

    @property
    def curve(self) -> Curve:
        """The weight as a curve of a run."""
        told = who(self.who, self.course.rules, self.format, self.update_format)
        return Curve(self.name, self.label, self.meaning, self.course, self.format, who=told)


def lane_readouts(run: Run, lane: Lane) -> Iterator[Readout]:
    """What becomes of one weight: at first, in the end, and for good."""
    curve, course = lane.curve, lane.course
    stall = course.stall
    swamped = isinstance(course.number(stall), Finite) and not course.update.is_zero
    yield curve_readout(curve, "verdict", phrase("first step"), verdict(course))
    yield from end_readouts(run, curve)
    first = stall + 1 if swamped else None
    yield curve_readout(curve, "first-swamped", phrase("first swamped update: number"), first)
    yield curve_readout(curve, "stall", phrase("stalls after"), stall, phrase("steps"))
    yield code_readout(curve, "stall-value", phrase("stalls at"), stall)


def end_readouts(run: Run, curve: Curve) -> Iterator[Readout]:
    """Where a curve ends and how far from the reference that is."""
    last = run.steps
    yield code_readout(curve, "final", phrase("in the end"), last)
    yield curve_readout(curve, "error", phrase("error"), run.error(curve.name, last))
    error_in_ulps = run.error_in_ulps(curve.name, last)
    yield curve_readout(curve, "error-ulps", phrase("error in ulps"), error_in_ulps, phrase("ulp"))


def curve_readout(
    curve: Curve,
    key: str,
    what: Phrase,
    value: Number | Fraction | int | Phrase | None,
    unit: Phrase | None = None,
) -> Readout:
    """Something about a curve."""
    label = phrase("{curve}, {what}", curve=curve.label, what=what)
    return Readout(f"{curve.name}.{key}", label, value, unit, short=what)


def code_readout(curve: Curve, key: str, what: Phrase, t: int) -> Readout:
    """The value of a curve at step ``t``, with its code."""
    readout = curve_readout(curve, key, what, curve.number(t))
    return replace(readout, format=curve.format, code=curve.code(t))


def exact_lesson(t: int) -> Lesson:
    """The lesson of a step of an exact curve: there is none but itself."""
    return Lesson(t, phrase("No rounding"), Outcome.EXACT, (_EXACT_SENTENCE,))


def explain_lanes(
    lanes: tuple[Lane, ...], t: int, curve: str, words: Words = OF_A_WEIGHT
) -> Lesson:
    """The lesson of one step on one curve; the last lane has its say beside the others."""
    lane = next((each for each in lanes if each.name == curve), None)
    if lane is None:
        return exact_lesson(t)
    told = lesson(lane.course, t, words)
    if told.outcome is Outcome.NO_UPDATE and lane.typed:
        lost = underflowed(lane.typed, lane.update_format, words.addend)
        return replace(told, sentences=(lost, *told.sentences))
    is_lost = told.outcome in (Outcome.SWAMPED, Outcome.STALLED, Outcome.PARTLY_LOST, Outcome.TIE)
    return replace(told, aside=_aside(lane, lanes[-1], t)) if is_lost else told


def _aside(lane: Lane, other: Lane, t: int) -> Phrase | None:
    """What the update is worth to the other lane, where it is worth more than to this one."""
    here, ratio = (update_in_ulps(each.course, t) for each in (lane, other))
    spacing = ulp(other.format, other.course.code(t))
    if (
        not other.aside
        or here is None
        or ratio is None
        or spacing is None
        or ratio < 1
        or ratio <= here
    ):
        return None
    return phrase(
        other.aside,
        format=other.format.title,
        ulp=power_text(spacing) or approx(spacing),
        ratio=ratio_text(ratio),
    )
