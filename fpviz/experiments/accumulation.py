"""Accumulation: the sum of n equal terms, in a narrow accumulator, a wide one, and pairwise.

Equal terms make both sequential sums closed forms, so that n may be 10^12. The pairwise sum
halves the terms down to single ones: ``P(n) = round(P(⌊n/2⌋) + P(⌈n/2⌉))``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.operations import add, exact_sum, number_of, read_operand
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.experiments.engine.constant_update.running_sum import ACCUMULATOR_ASIDE, RunningSum
from fpviz.experiments.engine.constant_update.script import constant_updates
from fpviz.experiments.engine.constant_update.sentences import OF_A_SUM, OF_HALVES, added
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.counterparts import COUNTED, SUMMED_PAIRWISE, SUMMED_WIDE, who
from fpviz.experiments.engine.curves import ComputedCourse, Curve
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import ExactNumber, FormatName, finite_value
from fpviz.experiments.engine.parameters import (
    NARROW_FORMAT,
    RULES,
    STEPS,
    WIDE_FORMAT,
    Arguments,
    Parameter,
)
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, curve_readout, end_readouts, side_by_side
from fpviz.experiments.engine.rounded_arithmetic import Machine
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run
from fpviz.experiments.engine.typed_numbers import (
    no_zero,
    rounded_finite,
    rules_of,
    typed_step,
)

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer

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


def _outline(arguments: Arguments) -> Outline:
    return Outline(
        (NARROW, WIDE, PAIRWISE, EXACT), Domain(phrase("terms"), arguments[TERMS], log=True)
    )


def _run(arguments: Arguments, _progress: Progress) -> Run:
    code, term = rounded_finite(arguments, TERM, arguments[TERM_FORMAT], what=phrase("a term"))
    narrow, wide = _sums(arguments, term)
    rules, fmt = rules_of(arguments), arguments[PAIRWISE_FORMAT]
    halves = PairwiseSum(fmt, arguments[TERM_FORMAT], code, rules)
    pairwise = Curve(
        PAIRWISE,
        phrase("pairwise in {format}", format=fmt.title),
        phrase("Halves of the terms are summed alike, and the two sums added."),
        ComputedCourse(fmt, halves.code),
        fmt,
        halves.tell,
        who=who(SUMMED_PAIRWISE, rules, fmt),
    )
    course = ExactTrajectory(Fraction(0), term.value)
    exact = Curve(EXACT, phrase("exact sum"), phrase("n times the term."), course)
    domain = _outline(arguments).domain
    term_label = phrase("Term in {format}", format=arguments[TERM_FORMAT].title)
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("sum"), log=True),
        curves=(narrow.curve, wide.curve, pairwise, exact),
        readouts=side_by_side(
            (
                Readout("term", term_label, term, format=arguments[TERM_FORMAT], code=code),
                Readout("exact.final", phrase("Exact sum"), exact.number(domain.steps)),
                *narrow.readouts(exact, domain.steps),
                *wide.readouts(exact, domain.steps),
                *end_readouts(pairwise, exact, domain.steps),
                *_relative_errors((narrow.curve, wide.curve, pairwise), exact, domain.steps),
            )
        ),
        rounding_steps=tuple(_rounding_steps(arguments)),
        focus=NARROW,
        reference=EXACT,
    )


def _relative_errors(sums: tuple[Curve, ...], exact: Curve, last: int) -> Iterator[Readout]:
    """How far each sum is off, as a part of the exact one."""
    total = exact.number(last)
    assert isinstance(total, Finite)
    for curve in sums:
        error = curve.error(exact, last)
        part = None if error is None or total.is_zero else error / total.value
        yield curve_readout(curve, "relative", phrase("relative error"), part)


def _sums(arguments: Arguments, term: Finite) -> tuple[RunningSum, RunningSum]:
    """The narrow and the wide one. Raises ParameterError for formats in which none can begin."""
    for parameter in (NARROW_FORMAT, WIDE_FORMAT, PAIRWISE_FORMAT):
        if not arguments[parameter].has_zero:
            raise no_zero(parameter, arguments[parameter])

    def running(name: str, fmt: Format, by: Phrase) -> RunningSum:
        return RunningSum(
            name,
            phrase("{format} accumulator", format=fmt.title),
            phrase("The terms are added one by one in {format}.", format=fmt.title),
            arguments[TERM_FORMAT],
            Trajectory(fmt, 0, term, rules_of(arguments)),
            finite_value(arguments[TERM]),
            OF_A_SUM,
            by,
        )

    narrow = running(NARROW, arguments[NARROW_FORMAT], COUNTED)
    wide = running(WIDE, arguments[WIDE_FORMAT], SUMMED_WIDE)
    return replace(narrow, beside=wide, aside=ACCUMULATOR_ASIDE), wide


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

    def tell(self, t: int) -> Lesson:
        """How the sum of ``t`` + 1 terms comes about."""
        n = t + 1
        left, right = ((self.format, self.code(half)) for half in (n // 2, n - n // 2))
        total = exact_sum(read_operand(left), read_operand(right), self._rules.rounding)
        course = ComputedCourse(self.format, self.code)
        sentence = phrase(
            _PAIRWISE_SENTENCE,
            n=str(n),
            left=str(n // 2),
            right=str(n - n // 2),
            total=approx(number_of(total)),
            format=self.format.title,
            result=approx(course.number(n)),
        )
        machine = Machine(self.format, self._rules)
        one = (self._term_format, self._term) if n == 1 else right
        told = added(machine, read_operand(left), read_operand(one), t, OF_HALVES)
        why = (_PAIRWISE_WHY,) if n > 1 else ()
        sentences = (sentence, *told.sentences, *why)
        return replace(told, title=phrase("Two halves"), sentences=sentences)


def _rounding_steps(arguments: Arguments) -> Iterator[RoundingStep]:
    yield typed_step(arguments, phrase("term"), TERM, arguments[TERM_FORMAT])
    yield RoundingStep(phrase("sum + term"), arguments[NARROW_FORMAT])
    yield RoundingStep(phrase("wide sum + term"), arguments[WIDE_FORMAT])
    yield RoundingStep(phrase("half + half"), arguments[PAIRWISE_FORMAT])


def _write_script(writer: Writer) -> None:
    """Both running sums, and the pairwise one by recursion."""
    constant_updates(writer)
    arguments, curve = writer.run.arguments, writer.run.curve(PAIRWISE)
    spelling = writer.spelling(arguments[PAIRWISE_FORMAT], rules_of(arguments))
    term = spelling.make.format(writer.literal(spelling.format, curve.code(1) or 0))
    writer.need("from functools import lru_cache")
    writer.add(f'''
@lru_cache(maxsize=None)
def pairwise(n):
    """The sum of n terms by halves; equal terms make sums of equal size equal."""
    if n == 1:
        return {term}
    return pairwise(n // 2) + pairwise(n - n // 2)
    ''')
    printed = writer.printed(PAIRWISE, "pairwise(STEPS)", spelling)
    writer.add(f"{writer.heading(curve)}\n{printed}")


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
        *RULES,
    ),
    _outline,
    _run,
    _write_script,
)
