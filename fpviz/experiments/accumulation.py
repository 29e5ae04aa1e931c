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
from fpviz.experiments.engine.constant_update.running_sum import (
    ACCUMULATOR_ASIDE,
    Lane,
    curve_readout,
    end_readouts,
    explain_lanes,
    lane_readouts,
)
from fpviz.experiments.engine.constant_update.sentences import OF_A_SUM, OF_HALVES, added
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.counterparts import COUNTED, SUMMED_PAIRWISE, SUMMED_WIDE, who
from fpviz.experiments.engine.curves import ComputedCourse, Curve
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.kinds import ExactNumber, FormatName, finite_value
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    STEPS,
    Arguments,
    Parameter,
)
from fpviz.experiments.engine.plot import Axis, Scale
from fpviz.experiments.engine.readouts import Readout
from fpviz.experiments.engine.rounded_arithmetic import Machine
from fpviz.experiments.engine.run import Progress, RoundingStep, Run
from fpviz.experiments.engine.typed_numbers import no_zero, rounded_finite, rules_of, typed_step

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


def _run(arguments: Arguments, _progress: Progress) -> Run:
    term_format = arguments[TERM_FORMAT]
    code, term = rounded_finite(arguments, TERM, term_format, what=phrase("a term"))
    lanes = _lanes(arguments, term)
    pairwise = PairwiseSum(arguments[PAIRWISE_FORMAT], term_format, code, rules_of(arguments))
    curves = (
        *(lane.curve for lane in lanes),
        Curve(
            PAIRWISE,
            phrase("pairwise in {format}", format=pairwise.format.title),
            phrase("Halves of the terms are summed alike, and the two sums added."),
            ComputedCourse(pairwise.format, pairwise.code),
            pairwise.format,
            who=who(SUMMED_PAIRWISE, rules_of(arguments), pairwise.format),
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
        arguments=arguments,
        steps=arguments[TERMS],
        curves=curves,
        readouts=(),
        rounding_steps=_rounding_steps(arguments),
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


def _lanes(arguments: Arguments, term: Finite) -> tuple[Lane, Lane]:
    def lane(name: str, fmt: Format, aside: str, by: Phrase) -> Lane:
        label = phrase("{format} accumulator", format=fmt.title)
        meaning = phrase("The terms are added one by one in {format}.", format=fmt.title)
        course = Trajectory(fmt, 0, term, rules_of(arguments))
        typed = finite_value(arguments[TERM])
        return Lane(name, label, meaning, arguments[TERM_FORMAT], course, aside, typed, by)

    for parameter in (NARROW_FORMAT, WIDE_FORMAT, PAIRWISE_FORMAT):
        if not arguments[parameter].has_zero:
            raise no_zero(parameter, arguments[parameter])
    wide = lane(WIDE, arguments[WIDE_FORMAT], ACCUMULATOR_ASIDE, SUMMED_WIDE)
    return lane(NARROW, arguments[NARROW_FORMAT], "", COUNTED), wide


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
            total=approx(result.number),
            format=self.format.title,
            result=approx(course.number(n)),
        )
        machine = Machine(self.format, self._rules)
        one = (self._term_format, self._term) if n == 1 else right
        told = added(machine, read_operand(left), read_operand(one), t, OF_HALVES)
        why = (_PAIRWISE_WHY,) if n > 1 else ()
        sentences = (sentence, *told.sentences, *why)
        return replace(told, title=phrase("Two halves"), sentences=sentences)


def _rounding_steps(arguments: Arguments) -> tuple[RoundingStep, ...]:
    return (
        typed_step(arguments, phrase("term"), TERM, arguments[TERM_FORMAT]),
        RoundingStep(phrase("sum + term"), arguments[NARROW_FORMAT]),
        RoundingStep(phrase("wide sum + term"), arguments[WIDE_FORMAT]),
        RoundingStep(phrase("half + half"), arguments[PAIRWISE_FORMAT]),
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
)
