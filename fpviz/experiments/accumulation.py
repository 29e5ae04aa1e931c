"""Accumulation: the sum of n equal terms, in a narrow accumulator, a wide one, and pairwise.

Equal terms make both sequential sums closed forms, so that n may be 10^12. The pairwise sum
halves the terms down to single ones: ``P(n) = round(P(⌊n/2⌋) + P(⌈n/2⌉))``.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import partial

from fpviz.core.arithmetic.operations import add, read_operand
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.experiments.engine.counterparts import COUNTED, SUMMED_PAIRWISE, SUMMED_WIDE, who
from fpviz.experiments.engine.courses import ComputedCourse
from fpviz.experiments.engine.experiment import (
    Curve,
    Experiment,
    Lesson,
    Progress,
    Readout,
    RoundingStep,
    Run,
    brief,
)
from fpviz.experiments.engine.lanes import (
    ACCUMULATOR_ASIDE,
    Lane,
    curve_readout,
    end_readouts,
    explain_lanes,
    lane_readouts,
)
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    STEPS,
    ExactNumber,
    FormatName,
    Parameter,
    Settings,
    finite_value,
)
from fpviz.experiments.engine.plot import Axis, Scale
from fpviz.experiments.engine.rounded_arithmetic import Machine
from fpviz.experiments.engine.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.typed_numbers import no_zero, rounded_finite, rules_of, typed_step
from fpviz.experiments.why.sentences import OF_A_SUM, OF_HALVES, added

TERM = Parameter(
    "term", phrase("Term"), ExactNumber(), "0.01", phrase("What is summed, over and over.")
)
TERMS = replace(
    STEPS,
    name="terms",
    label=phrase("Terms"),
    default="1000000",
    help=phrase("How many terms are summed; at most 10^15."),
)
TERM_FORMAT = Parameter(
    "term-format",
    phrase("Term in"),
    FormatName(),
    "fp16",
    phrase("The format that the term is rounded to."),
)
NARROW_FORMAT = Parameter(
    "accumulator-format",
    phrase("Accumulator in"),
    FormatName(),
    "fp16",
    phrase("The format of the running sum."),
)
WIDE_FORMAT = Parameter(
    "wide-format",
    phrase("Wide accumulator in"),
    FormatName(),
    "fp32",
    phrase("The format of a second, wider running sum."),
)
PAIRWISE_FORMAT = Parameter(
    "pairwise-format",
    phrase("Pairwise in"),
    FormatName(),
    "fp16",
    phrase("The format of the pairwise sums."),
)

NARROW, WIDE, PAIRWISE, EXACT = "sequential", "wide", "pairwise", "exact"

_PAIRWISE_SENTENCE = template(
    "The sum of {n} terms is that of {left} plus that of {right}: {total}, in {format} {result}."
)
_PAIRWISE_WHY = phrase(
    "Both are about equal, so neither swamps the other, and a term meets few roundings."
)


def _outline(settings: Settings) -> Outline:
    return Outline((NARROW, WIDE, PAIRWISE, EXACT), settings[TERMS])


def _run(settings: Settings, _progress: Progress) -> Run:
    term_format = settings[TERM_FORMAT]
    code, term = rounded_finite(settings, TERM, term_format, what=phrase("a term"))
    lanes = _lanes(settings, term)
    pairwise = PairwiseSum(settings[PAIRWISE_FORMAT], term_format, code, rules_of(settings))
    curves = (
        *(lane.curve for lane in lanes),
        Curve(
            PAIRWISE,
            phrase("pairwise in {format}", format=pairwise.format.title),
            phrase("Halves of the terms are summed alike, and the two sums added."),
            ComputedCourse(pairwise.format, pairwise.code),
            pairwise.format,
            who=who(SUMMED_PAIRWISE, rules_of(settings), pairwise.format),
        ),
        Curve(
            EXACT,
            phrase("exact sum"),
            phrase("n times the term."),
            ExactTrajectory(Fraction(0), term.value),
        ),
    )
    run = Run(
        experiment=ACCUMULATION.name,
        settings=settings,
        steps=settings[TERMS],
        curves=curves,
        readouts=(),
        rounding_steps=_rounding_steps(settings),
        explain=partial(_explain, lanes, pairwise),
        reference=EXACT,
        focus=NARROW,
        horizontal=Axis(phrase("terms"), Scale.LOG10),
        vertical=Axis(phrase("sum"), Scale.LOG10),
    )
    term_label = phrase("Term in {format}", format=term_format.title)
    readouts = [
        Readout("term", term_label, term, format=term_format, code=code),
        Readout("exact.final", phrase("Exact sum"), run.curve(EXACT).number(run.steps)),
    ]
    for lane in lanes:
        readouts += lane_readouts(run, lane)
    readouts += end_readouts(run, run.curve(PAIRWISE))
    return replace(run, readouts=(*readouts, *_relative_errors(run)))


def _relative_errors(run: Run) -> list[Readout]:
    """How far each sum is off, as a part of the exact one."""
    total = run.curve(EXACT).number(run.steps)
    assert isinstance(total, Finite)
    found = []
    for curve in run.curves[:3]:
        error = run.error(curve.name, run.steps)
        part = None if error is None or total.is_zero else error / total.value
        found.append(curve_readout(curve, "relative", phrase("relative error"), part))
    return found


def _lanes(settings: Settings, term: Finite) -> tuple[Lane, Lane]:
    def lane(name: str, fmt: Format, aside: str, by: Phrase) -> Lane:
        label = phrase("{format} accumulator", format=fmt.title)
        meaning = phrase("The terms are added one by one in {format}.", format=fmt.title)
        course = Trajectory(fmt, 0, term, rules_of(settings))
        typed = finite_value(settings[TERM])
        return Lane(name, label, meaning, settings[TERM_FORMAT], course, aside, typed, by)

    for parameter in (NARROW_FORMAT, WIDE_FORMAT, PAIRWISE_FORMAT):
        if not settings[parameter].has_zero:
            raise no_zero(parameter, settings[parameter])
    wide = lane(WIDE, settings[WIDE_FORMAT], ACCUMULATOR_ASIDE, SUMMED_WIDE)
    return lane(NARROW, settings[NARROW_FORMAT], "", COUNTED), wide


class PairwiseSum:
    """Sums of n equal terms by halves, in one format.

    Of each size there are but two sums at any depth, so a sum costs a few additions.
    """

    def __init__(self, fmt: Format, term_format: Format, term: int, rules: Rules) -> None:
        self.format, self._rules = fmt, rules
        self._term_format, self._term = term_format, term
        first = add(fmt, (term_format, term), (fmt, 0), rules).code
        self._known = {0: 0, 1: first}

    def code(self, n: int) -> int:
        """The sum of ``n`` terms, as a code."""
        if n not in self._known:
            if len(self._known) > 1 << 18:  # a long look around: begin anew
                self._known = {0: 0, 1: self._known[1]}
            halves = self.code(n // 2), self.code(n - n // 2)
            left, right = ((self.format, half) for half in halves)
            self._known[n] = add(self.format, left, right, self._rules).code
        return self._known[n]

    def lesson(self, t: int) -> Lesson:
        """How the sum of ``t`` + 1 terms comes about."""
        n = t + 1
        left, right = ((self.format, self.code(half)) for half in (n // 2, n - n // 2))
        result = add(self.format, left, right, self._rules)
        course = ComputedCourse(self.format, self.code)
        sentence = phrase(
            _PAIRWISE_SENTENCE,
            n=str(n),
            left=str(n // 2),
            right=str(n - n // 2),
            total=brief(result.number),
            format=self.format.title,
            result=brief(course.number(n)),
        )
        machine = Machine(self.format, self._rules)
        one = (self._term_format, self._term) if n == 1 else right
        told = added(machine, read_operand(left), read_operand(one), t, OF_HALVES)
        why = (_PAIRWISE_WHY,) if n > 1 else ()
        sentences = (sentence, *told.sentences, *why)
        return replace(told, title=phrase("Two halves"), sentences=sentences)


def _rounding_steps(settings: Settings) -> tuple[RoundingStep, ...]:
    return (
        typed_step(settings, phrase("term"), TERM, settings[TERM_FORMAT]),
        RoundingStep(phrase("sum + term"), settings[NARROW_FORMAT]),
        RoundingStep(phrase("wide sum + term"), settings[WIDE_FORMAT]),
        RoundingStep(phrase("half + half"), settings[PAIRWISE_FORMAT]),
    )


def _explain(lanes: tuple[Lane, ...], pairwise: PairwiseSum, t: int, curve: str) -> Lesson:
    if curve == PAIRWISE:
        return pairwise.lesson(t)
    return explain_lanes(lanes, t, curve, OF_A_SUM)


ACCUMULATION = Experiment(
    "accumulation",
    phrase("Accumulation"),
    phrase("A long sum swamps its own terms; a wide accumulator helps, and so does the order."),
    (
        TERM,
        TERMS,
        TERM_FORMAT,
        NARROW_FORMAT,
        WIDE_FORMAT,
        PAIRWISE_FORMAT,
        ROUNDING,
        OVERFLOW,
        FLUSH,
    ),
    _run,
    _outline,
)
