"""Swamping and drift: what a constant update does to weights of low precision.

Three weights take the same update: one of low precision, one of another low format that takes the
update in its own format, and a master copy, which takes the update of the first. Beside them runs
the exact sum. Sources of the two defaults: the worked loops that articles on mixed precision use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.experiments.engine import parameters
from fpviz.experiments.engine.constant_update.one_step import update_in_ulps
from fpviz.experiments.engine.constant_update.running_sum import MASTER_ASIDE, RunningSum
from fpviz.experiments.engine.constant_update.script import constant_updates
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.curves import Curve
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.parameter_kinds import FormatName, Switch, finite_value
from fpviz.experiments.engine.parameters import (
    RULES,
    START,
    STEPS,
    UPDATE,
    WEIGHT_FORMAT,
    Arguments,
    Parameter,
)
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, side_by_side
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run
from fpviz.experiments.engine.typed_numbers import is_held, rounded_finite, rules_of, typed_step

BEFORE = Parameter(
    "before",
    phrase("Add once first"),
    Switch(),
    "off",
    phrase("The classic script adds once before its loop: with 100 steps it makes 101 additions."),
)
UPDATE_FORMAT = replace(
    parameters.UPDATE_FORMAT,
    help=phrase("The format that g is rounded to, for the weight and for the master copy."),
)
COMPARISON_FORMAT = Parameter(
    "comparison-format",
    phrase("Compare with"),
    FormatName(),
    "bf16",
    phrase("The format of a second weight, and of the update that it takes."),
)
MASTER_FORMAT = replace(
    parameters.MASTER_FORMAT,
    help=phrase("The format of the master copy, which takes the update of the first weight."),
)

WEIGHT, COMPARISON, MASTER = "weight", "comparison", "master"
EXACT, EXACT_ROUNDED = "exact", "exact-rounded"


def _outline(arguments: Arguments) -> Outline:
    rounded = () if is_held(arguments, UPDATE, arguments[UPDATE_FORMAT]) else (EXACT_ROUNDED,)
    names = (WEIGHT, COMPARISON, MASTER, EXACT, *rounded)
    return Outline(names, Domain(phrase("step"), arguments[STEPS] + arguments[BEFORE]))


def _run(arguments: Arguments, _progress: Progress) -> Run:
    """Swamping or drift: they differ in their defaults alone."""
    update = _update(arguments, UPDATE_FORMAT, UPDATE)
    sums = _sums(arguments, update)
    exact = Curve(
        EXACT,
        phrase("exact sum"),
        phrase("w₀ + t·g as typed, without any rounding."),
        _exact(arguments, finite_value(arguments[UPDATE])),
    )
    domain = _outline(arguments).domain
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("value")),
        curves=(*(each.curve for each in sums), exact, *_exact_rounded(arguments, update)),
        readouts=side_by_side(_readouts(arguments, sums, exact, domain.steps)),
        rounding_steps=tuple(_rounding_steps(arguments, sums)),
        focus=WEIGHT,
        reference=EXACT,
    )


def _exact(arguments: Arguments, update: Fraction) -> ExactTrajectory:
    return ExactTrajectory(finite_value(arguments[START]), update)


def _exact_rounded(arguments: Arguments, update: Finite) -> Iterator[Curve]:
    """The exact sum of the rounded update, where that is another one."""
    if not is_held(arguments, UPDATE, arguments[UPDATE_FORMAT]):
        title = arguments[UPDATE_FORMAT].title
        yield Curve(
            EXACT_ROUNDED,
            phrase("exact sum of the {format} update", format=title),
            phrase(
                "w₀ + t·g with g rounded to {format}: what no master copy repairs.", format=title
            ),
            _exact(arguments, update.value),
        )


def _update(arguments: Arguments, where: Parameter[Format], at: Parameter[Any]) -> Finite:
    """g rounded to the format of a parameter. Raises ParameterError if it is lost in it."""
    return rounded_finite(arguments, UPDATE, arguments[where], at, what=phrase("an update"))[1]


def _sums(arguments: Arguments, update: Finite) -> tuple[RunningSum, ...]:
    """The three weights. Raises ParameterError if the comparison's format loses its update."""
    rules, low, master = rules_of(arguments), arguments[WEIGHT_FORMAT], arguments[MASTER_FORMAT]
    other, update_format = arguments[COMPARISON_FORMAT], arguments[UPDATE_FORMAT]
    other_update = _update(arguments, COMPARISON_FORMAT, COMPARISON_FORMAT)
    typed = finite_value(arguments[UPDATE])

    def course(fmt: Format, taken: Finite) -> Trajectory:
        return Trajectory(fmt, encode(fmt, arguments[START].number, rules).code, taken, rules)

    copy = RunningSum(
        MASTER,
        phrase("{format} master copy", format=master.title),
        phrase(
            "A copy of the weight in {format} takes g in {update_format}.",
            format=master.title,
            update_format=update_format.title,
        ),
        update_format,
        course(master, update),
        typed,
    )
    weight = RunningSum(
        WEIGHT,
        phrase("{format} weight", format=low.title),
        phrase(
            "The weight in {format} takes g in {update_format}; the sum is rounded back.",
            format=low.title,
            update_format=update_format.title,
        ),
        update_format,
        course(low, update),
        typed,
        beside=copy,
        aside=MASTER_ASIDE,
    )
    comparison = RunningSum(
        COMPARISON,
        phrase("{format} weight", format=other.title),
        phrase("The weight in {format} takes g in {format}.", format=other.title),
        other,
        course(other, other_update),
        typed,
        beside=copy,
        aside=MASTER_ASIDE,
    )
    return weight, comparison, copy


def _rounding_steps(arguments: Arguments, sums: tuple[RunningSum, ...]) -> Iterator[RoundingStep]:
    """Every place at which these runs round, once each."""
    update_formats = dict.fromkeys(each.update_format for each in sums)
    for name, parameter, formats in (
        ("w₀", START, dict.fromkeys(each.format for each in sums)),
        ("g", UPDATE, update_formats),
    ):
        for fmt in formats:
            yield typed_step(arguments, verbatim(name), parameter, fmt)
    for each in sums:
        taken = "g" if len(update_formats) == 1 else f"{each.update_format.title} g"
        yield RoundingStep(phrase("{weight} + {g}", weight=each.label, g=taken), each.format)


def _readouts(
    arguments: Arguments, sums: tuple[RunningSum, ...], exact: Curve, last: int
) -> Iterator[Readout]:
    yield Readout("additions", phrase("Additions"), last)
    yield from _update_readouts(arguments, sums[0])
    for each in sums:
        yield from each.readouts(exact, last)


def _update_readouts(arguments: Arguments, weight: RunningSum) -> Iterator[Readout]:
    """What is true of the update, on the first weight."""
    update, fmt, start = weight.course.update, weight.update_format, weight.course.number(0)
    code = encode(fmt, arguments[UPDATE].number, rules_of(arguments)).code
    error = update.value - finite_value(arguments[UPDATE])
    ratio = None
    if isinstance(start, Finite) and not update.is_zero:
        ratio = start.magnitude / update.magnitude
    in_ulps = update_in_ulps(weight.course, 0)
    g = phrase("g in {format}", format=fmt.title)
    yield Readout("update", g, update, format=fmt, code=code)
    yield Readout("update.error", phrase("Rounding error of g, in every step"), error)
    yield Readout("update.ulps", phrase("|g| over the ulp of w₀"), in_ulps, phrase("ulp"))
    yield Readout("update.ratio", phrase("|w₀| over |g|"), ratio)


def _experiment(
    name: str, title: Phrase, summary: Phrase, update: str, update_help: Phrase
) -> Experiment:
    parameters = (
        START,
        replace(UPDATE, default=update, help=update_help),
        STEPS,
        BEFORE,
        WEIGHT_FORMAT,
        UPDATE_FORMAT,
        COMPARISON_FORMAT,
        MASTER_FORMAT,
        *RULES,
    )
    return Experiment(name, title, summary, parameters, _outline, _run, constant_updates)


SWAMPING = _experiment(
    "swamping",
    phrase("Swamping"),
    phrase(
        "An update of less than half an ulp leaves the weight where it is, however often it comes."
    ),
    "0.00041999",
    phrase("What every step adds; this one is 0.430 of an ulp of 1.125 in FP16."),
)
DRIFT = _experiment(
    "drift",
    phrase("Drift"),
    phrase(
        "A sum that is rounded at every step goes astray by as much each time, until it stalls."
    ),
    "0.12457275190625",
    phrase("What every step adds; FP16 adds 0.125 instead."),
)
