"""Swamping and drift: what a constant update does to weights of low precision.

Three weights take the same update: one of low precision, one of another low format that takes the
update in its own format, and a master copy, which takes the update of the first. Beside them runs
the exact sum. Sources of the two defaults: the worked loops that articles on mixed precision use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.experiments.engine.experiment import (
    Curve,
    Experiment,
    Progress,
    Readout,
    RoundingStep,
    Run,
)
from fpviz.experiments.engine.lanes import MASTER_ASIDE, Lane, explain_lanes, lane_readouts
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
    Switch,
    finite_value,
)
from fpviz.experiments.engine.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.typed_numbers import is_held, rounded_finite, rules_of, typed_step
from fpviz.experiments.why.one_step import update_in_ulps

START = Parameter(
    "w0", phrase("Weight w₀"), ExactNumber(), "1.125", phrase("The weight at step 0.")
)
UPDATE = Parameter(
    "g", phrase("Update g"), ExactNumber(), "0.00041999", phrase("What every step adds.")
)
BEFORE = Parameter(
    "before",
    phrase("Add once first"),
    Switch(),
    "off",
    phrase("The classic script adds once before its loop: with 100 steps it makes 101 additions."),
)
UPDATE_FORMAT = Parameter(
    "update-format",
    phrase("Update in"),
    FormatName(),
    "fp16",
    phrase("The format that g is rounded to, for the weight and for the master copy."),
)
WEIGHT_FORMAT = Parameter(
    "weight-format", phrase("Weight in"), FormatName(), "fp16", phrase("The format of the weight.")
)
COMPARISON_FORMAT = Parameter(
    "comparison-format",
    phrase("Compare with"),
    FormatName(),
    "bf16",
    phrase("The format of a second weight, and of the update that it takes."),
)
MASTER_FORMAT = Parameter(
    "master-format",
    phrase("Master copy in"),
    FormatName(),
    "fp32",
    phrase("The format of the master copy, which takes the update of the first weight."),
)

WEIGHT, COMPARISON, MASTER = "weight", "comparison", "master"
EXACT, EXACT_ROUNDED = "exact", "exact-rounded"


def _outline(settings: Settings) -> Outline:
    rounded = () if is_held(settings, UPDATE, settings[UPDATE_FORMAT]) else (EXACT_ROUNDED,)
    curves = (WEIGHT, COMPARISON, MASTER, EXACT, *rounded)
    return Outline(curves, settings[STEPS] + settings[BEFORE])


def _run(name: str, settings: Settings, _progress: Progress) -> Run:
    """Swamping or drift: they differ in their defaults alone."""
    update = _update(settings, UPDATE_FORMAT, UPDATE)
    lanes = _lanes(settings, update)
    start, typed = finite_value(settings[START]), finite_value(settings[UPDATE])
    exact = Curve(
        EXACT,
        phrase("exact sum"),
        phrase("w₀ + t·g as typed, without any rounding."),
        ExactTrajectory(start, typed),
    )
    curves = [*(lane.curve for lane in lanes), exact]
    if not is_held(settings, UPDATE, settings[UPDATE_FORMAT]):
        title = settings[UPDATE_FORMAT].title
        curves.append(
            Curve(
                EXACT_ROUNDED,
                phrase("exact sum of the {format} update", format=title),
                phrase(
                    "w₀ + t·g with g rounded to {format}: what no master copy repairs.",
                    format=title,
                ),
                ExactTrajectory(start, update.value),
            )
        )
    run = Run(
        experiment=name,
        settings=settings,
        steps=settings[STEPS] + settings[BEFORE],
        curves=tuple(curves),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings, lanes)),
        explain=partial(explain_lanes, lanes),
        reference=EXACT,
        focus=WEIGHT,
    )
    readouts = [*_update_readouts(settings, lanes[0])]
    for lane in lanes:
        readouts += lane_readouts(run, lane)
    return replace(run, readouts=tuple(readouts))


def _update(settings: Settings, where: Parameter[Format], at: Parameter[Any]) -> Finite:
    """g rounded to the format of a parameter. Raises ParameterError if it is lost in it."""
    return rounded_finite(settings, UPDATE, settings[where], at, what=phrase("an update"))[1]


def _lanes(settings: Settings, update: Finite) -> tuple[Lane, ...]:
    """The three weights. Raises ParameterError if the comparison's format loses its update."""
    rules, low, master = rules_of(settings), settings[WEIGHT_FORMAT], settings[MASTER_FORMAT]
    other, update_format = settings[COMPARISON_FORMAT], settings[UPDATE_FORMAT]
    other_update = _update(settings, COMPARISON_FORMAT, COMPARISON_FORMAT)

    typed = finite_value(settings[UPDATE])

    def course(fmt: Format, taken: Finite) -> Trajectory:
        return Trajectory(fmt, encode(fmt, settings[START].number, rules).code, taken, rules)

    return (
        Lane(
            WEIGHT,
            phrase("{format} weight", format=low.title),
            phrase(
                "The weight in {format} takes g in {update_format}; the sum is rounded back.",
                format=low.title,
                update_format=update_format.title,
            ),
            update_format,
            course(low, update),
            typed=typed,
        ),
        Lane(
            COMPARISON,
            phrase("{format} weight", format=other.title),
            phrase("The weight in {format} takes g in {format}.", format=other.title),
            other,
            course(other, other_update),
            typed=typed,
        ),
        Lane(
            MASTER,
            phrase("{format} master copy", format=master.title),
            phrase(
                "A copy of the weight in {format} takes g in {update_format}.",
                format=master.title,
                update_format=update_format.title,
            ),
            update_format,
            course(master, update),
            MASTER_ASIDE,
            typed,
        ),
    )


def _rounding_steps(settings: Settings, lanes: tuple[Lane, ...]) -> Iterator[RoundingStep]:
    """Every place at which these runs round, once each."""
    update_formats = dict.fromkeys(lane.update_format for lane in lanes)
    for name, parameter, formats in (
        ("w₀", START, dict.fromkeys(lane.format for lane in lanes)),
        ("g", UPDATE, update_formats),
    ):
        for fmt in formats:
            yield typed_step(settings, verbatim(name), parameter, fmt)
    for lane in lanes:
        taken = "g" if len(update_formats) == 1 else f"{lane.update_format.title} g"
        yield RoundingStep(phrase("{weight} + {g}", weight=lane.label, g=taken), lane.format)


def _update_readouts(settings: Settings, lane: Lane) -> Iterator[Readout]:
    """What is true of the update, on the first weight."""
    update, fmt, start = lane.course.update, lane.update_format, lane.course.number(0)
    code = encode(fmt, settings[UPDATE].number, rules_of(settings)).code
    error = update.value - finite_value(settings[UPDATE])
    ratio = None
    if isinstance(start, Finite) and not update.is_zero:
        ratio = start.magnitude / update.magnitude
    in_ulps = update_in_ulps(lane.course, 0)
    g = phrase("g in {format}", format=fmt.title)
    yield Readout("additions", phrase("Additions"), settings[STEPS] + settings[BEFORE])
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
        ROUNDING,
        OVERFLOW,
        FLUSH,
    )
    return Experiment(name, title, summary, parameters, partial(_run, name), _outline)


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
