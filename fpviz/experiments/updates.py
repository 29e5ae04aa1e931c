"""Swamping and drift: what a constant update does to weights of low precision.

Three weights take the same update: one of low precision, one of another low format that takes the
update in its own format, and a master copy, which takes the update of the first. Beside them runs
the exact sum. Sources of the two defaults: the worked loops that articles on mixed precision use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from fpviz.core.decoding import decode
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Infinity
from fpviz.core.order import ulp
from fpviz.core.rounding import Flags, Rules, encode
from fpviz.core.text import power_text, value_text
from fpviz.experiments.experiment import (
    Curve,
    Experiment,
    Lesson,
    Outcome,
    Phrase,
    Readout,
    RoundingStep,
    Run,
    brief,
    phrase,
)
from fpviz.experiments.lessons import lesson, ratio_text, update_in_ulps, verdict
from fpviz.experiments.parameters import (
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
    quoted,
)
from fpviz.experiments.trajectory import ExactTrajectory, Trajectory

START = Parameter("w0", "Weight w₀", ExactNumber(), "1.125", "The weight at step 0.")
UPDATE = Parameter("g", "Update g", ExactNumber(), "0.00041999", "What every step adds.")
BEFORE = Parameter(
    "before",
    "One addition before the loop",
    Switch(),
    "off",
    "The classic script adds once before its loop: with 100 steps it makes 101 additions.",
)
UPDATE_FORMAT = Parameter(
    "update-format",
    "Update in",
    FormatName(),
    "fp16",
    "The format that g is rounded to, for the weight and for the master copy.",
)
WEIGHT_FORMAT = Parameter(
    "weight-format", "Weight in", FormatName(), "fp16", "The format of the weight."
)
COMPARISON_FORMAT = Parameter(
    "comparison-format",
    "Compare with",
    FormatName(),
    "bf16",
    "The format of a second weight, and of the update that it takes.",
)
MASTER_FORMAT = Parameter(
    "master-format",
    "Master copy in",
    FormatName(),
    "fp32",
    "The format of the master copy, which takes the update of the first weight.",
)

WEIGHT, COMPARISON, MASTER = "weight", "comparison", "master"
EXACT, EXACT_ROUNDED = "exact", "exact-rounded"

_NOTE_HELD = "{typed} is held exactly: {code}"
_NOTE_ROUNDED = "{typed} becomes {value} = {code}, an error of {error}"
_NOTE_RANGE = "{typed} is out of range and becomes {value} = {code}"
_MASTER_ASIDE = (
    "The {master} master copy has an ulp of {ulp} there: the same update is {ratio} ulps. "
    "That is what a master copy is for."
)
_EXACT_SENTENCE = "Nothing is rounded here: this is what the other curves are measured against."


@dataclass(frozen=True)
class _Lane:
    """A weight in one format and the update it takes in another."""

    name: str
    label: str
    meaning: str
    update_format: Format
    course: Trajectory

    @property
    def format(self) -> Format:
        return self.course.format

    @property
    def curve(self) -> Curve:
        return Curve(self.name, self.label, self.meaning, self.course, self.format)


def _run(name: str, settings: Settings) -> Run:
    """Swamping or drift: they differ in their defaults alone."""
    update = _update(settings, UPDATE_FORMAT, UPDATE)
    lanes = _lanes(settings, update)
    start, typed = finite_value(settings[START]), finite_value(settings[UPDATE])
    exact = Curve(
        EXACT,
        "exact sum",
        "w₀ + t·g as typed, without any rounding.",
        ExactTrajectory(start, typed),
    )
    curves = [*(lane.curve for lane in lanes), exact]
    if update.value != typed:
        title = settings[UPDATE_FORMAT].title
        curves.append(
            Curve(
                EXACT_ROUNDED,
                f"exact sum of the {title} update",
                f"w₀ + t·g with g rounded to {title}: what no master copy repairs.",
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
        explain=partial(_explain, lanes),
        reference=EXACT,
        focus=WEIGHT,
    )
    readouts = [*_update_readouts(settings, lanes[0])]
    for lane in lanes:
        readouts += _lane_readouts(run, lane)
    return replace(run, readouts=tuple(readouts))


def _update(settings: Settings, where: Parameter[Format], at: Parameter[Any]) -> Finite:
    """g rounded to the format of a parameter. Raises ParameterError if it is lost in it."""
    fmt, typed = settings[where], settings[UPDATE]
    code = encode(fmt, typed.number, _rules(settings)).code
    number = decode(fmt, code).number
    if isinstance(number, Finite):
        return number
    what = "infinite" if isinstance(number, Infinity) else "NaN"
    raise at.error(f"an update of {quoted(typed.text)} is {what} in {fmt.name}")


def _rules(settings: Settings) -> Rules:
    return Rules(settings[ROUNDING], settings[OVERFLOW], settings[FLUSH])


def _lanes(settings: Settings, update: Finite) -> tuple[_Lane, ...]:
    """The three weights. Raises ParameterError if the comparison's format loses its update."""
    rules, low, master = _rules(settings), settings[WEIGHT_FORMAT], settings[MASTER_FORMAT]
    other, update_format = settings[COMPARISON_FORMAT], settings[UPDATE_FORMAT]
    other_update = _update(settings, COMPARISON_FORMAT, COMPARISON_FORMAT)

    def course(fmt: Format, taken: Finite) -> Trajectory:
        return Trajectory(fmt, encode(fmt, settings[START].number, rules).code, taken, rules)

    return (
        _Lane(
            WEIGHT,
            f"{low.title} weight",
            f"The weight in {low.title} takes g in {update_format.title}; the sum is rounded back.",
            update_format,
            course(low, update),
        ),
        _Lane(
            COMPARISON,
            f"{other.title} weight",
            f"The weight in {other.title} takes g in {other.title}.",
            other,
            course(other, other_update),
        ),
        _Lane(
            MASTER,
            f"{master.title} master copy",
            f"A copy of the weight in {master.title} takes g in {update_format.title}.",
            update_format,
            course(master, update),
        ),
    )


def _rounding_steps(settings: Settings, lanes: tuple[_Lane, ...]) -> Iterator[RoundingStep]:
    """Every place at which these runs round, once each."""
    update_formats = dict.fromkeys(lane.update_format for lane in lanes)
    for name, parameter, formats in (
        ("w₀", START, dict.fromkeys(lane.format for lane in lanes)),
        ("g", UPDATE, update_formats),
    ):
        for fmt in formats:
            yield RoundingStep(name, fmt, _note(settings, parameter, fmt))
    for lane in lanes:
        taken = "g" if len(update_formats) == 1 else f"{lane.update_format.title} g"
        yield RoundingStep(f"{lane.label} + {taken}", lane.format)


def _note(settings: Settings, parameter: Parameter[Any], fmt: Format) -> Phrase:
    """What became of a typed number in a format."""
    literal = settings[parameter]
    rounded = encode(fmt, literal.number, _rules(settings))
    number, typed = decode(fmt, rounded.code).number, finite_value(literal)
    values = {"typed": literal.text.strip(), "code": fmt.code_text(rounded.code)}
    if not rounded.flags:
        return phrase(_NOTE_HELD, **values)
    if not isinstance(number, Finite) or rounded.flags & (Flags.OVERFLOW | Flags.INVALID):
        return phrase(_NOTE_RANGE, **values, value=value_text(number))
    error = brief(number.value - typed, signed=True)
    return phrase(_NOTE_ROUNDED, **values, value=brief(number), error=error)


def _update_readouts(settings: Settings, lane: _Lane) -> Iterator[Readout]:
    """What is true of the update, on the first weight."""
    update, fmt, start = lane.course.update, lane.update_format, lane.course.number(0)
    code = encode(fmt, settings[UPDATE].number, _rules(settings)).code
    error = update.value - finite_value(settings[UPDATE])
    ratio = None
    if isinstance(start, Finite) and not update.is_zero:
        ratio = start.magnitude / update.magnitude
    yield Readout("additions", "Additions", settings[STEPS] + settings[BEFORE])
    yield Readout("update", f"g in {fmt.title}", update, format=fmt, code=code)
    yield Readout("update.error", "Rounding error of g, in every step", error)
    yield Readout("update.ulps", "|g| over the ulp of w₀", update_in_ulps(lane.course, 0), "ulp")
    yield Readout("update.ratio", "|w₀| over |g|", ratio)


def _lane_readouts(run: Run, lane: _Lane) -> Iterator[Readout]:
    """What becomes of one weight: at first, in the end, and for good."""
    name, label, course, fmt = lane.name, lane.label, lane.course, lane.format
    stall, last = course.stall, run.steps
    stalled = course.number(stall)
    swamped = isinstance(stalled, Finite) and not course.update.is_zero

    def value(key: str, what: str, t: int) -> Readout:
        number, code = course.number(t), course.code(t)
        return Readout(f"{name}.{key}", f"{label}, {what}", number, format=fmt, code=code)

    yield Readout(f"{name}.verdict", f"{label}, first step", verdict(course))
    yield value("final", "in the end", last)
    yield Readout(f"{name}.error", f"{label}, error", run.error(name, last))
    error_in_ulps = run.error_in_ulps(name, last)
    yield Readout(f"{name}.error-ulps", f"{label}, error in ulps", error_in_ulps, "ulp")
    first = stall + 1 if swamped else None
    yield Readout(f"{name}.first-swamped", f"{label}, first swamped update: number", first)
    yield Readout(f"{name}.stall", f"{label}, stalls after", stall, "steps")
    yield value("stall-value", "stalls at", stall)


def _explain(lanes: tuple[_Lane, ...], t: int, curve: str) -> Lesson:
    """The lesson of one step on one curve; the master copy has its say beside the others."""
    lane = next((each for each in lanes if each.name == curve), None)
    if lane is None:
        return Lesson(t, "No rounding", Outcome.EXACT, (phrase(_EXACT_SENTENCE),))
    told = lesson(lane.course, t)
    lost = told.outcome in (Outcome.SWAMPED, Outcome.STALLED, Outcome.PARTLY_LOST, Outcome.TIE)
    return replace(told, aside=_aside(lane, lanes[-1], t)) if lost else told


def _aside(lane: _Lane, master: _Lane, t: int) -> Phrase | None:
    """What the update is worth to the master copy, where it is worth more than to the weight."""
    here, ratio = (update_in_ulps(each.course, t) for each in (lane, master))
    spacing = ulp(master.format, master.course.code(t))
    if here is None or ratio is None or spacing is None or ratio < 1 or ratio <= here:
        return None
    return phrase(
        _MASTER_ASIDE,
        master=master.format.title,
        ulp=power_text(spacing) or brief(spacing),
        ratio=ratio_text(ratio),
    )


def _experiment(name: str, title: str, summary: str, update: str, update_help: str) -> Experiment:
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
    return Experiment(name, title, summary, parameters, partial(_run, name))


SWAMPING = _experiment(
    "swamping",
    "Swamping",
    "An update of less than half an ulp leaves the weight where it is, however often it comes.",
    "0.00041999",
    "What every step adds; this one is 0.430 of an ulp of 1.125 in FP16.",
)
DRIFT = _experiment(
    "drift",
    "Drift",
    "A sum that is rounded at every step goes astray by as much each time, until it stalls.",
    "0.12457275190625",
    "What every step adds; FP16 adds 0.125 instead.",
)
