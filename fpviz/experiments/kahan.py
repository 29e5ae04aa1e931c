"""Kahan's compensated summation: what a sum loses is kept beside it and tried again.

Each step: ``y = g - c``, ``t = s + y``, ``c = (t - s) - y``, ``s = t``; every operation rounds to
the weight's format, as does g. (W. Kahan, "Further remarks on reducing truncation errors", 1965.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from fpviz.core.arithmetic.operations import Exact
from fpviz.core.numbers import Finite
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.experiments.engine.counterparts import COMPENSATED, who
from fpviz.experiments.engine.courses import CodeCourse
from fpviz.experiments.engine.experiment import (
    Curve,
    Experiment,
    Lesson,
    Progress,
    Readout,
    RoundingStep,
    Run,
    brief,
    watched,
)
from fpviz.experiments.engine.lanes import (
    Lane,
    end_readouts,
    exact_lesson,
    explain_lanes,
    lane_readouts,
)
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    Count,
    ExactNumber,
    FormatName,
    Parameter,
    Settings,
    finite_value,
)
from fpviz.experiments.engine.plot import Axis
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step
from fpviz.experiments.why.sentences import added, underflowed

START = Parameter(
    "w0", phrase("Weight w₀"), ExactNumber(), "1.125", phrase("The weight at step 0.")
)
UPDATE = Parameter(
    "g", phrase("Update g"), ExactNumber(), "0.00041999", phrase("What every step adds.")
)
LOOP_STEPS = Parameter(
    "steps",
    phrase("Steps"),
    Count(1, 10**6),
    "100",
    phrase("How often the update is added; at most 10^6."),
)
FORMAT = Parameter(
    "format",
    phrase("All in"),
    FormatName(),
    "fp16",
    phrase("The format of weight, update and compensation."),
)

PLAIN, KEPT, EXACT = "plain", "kahan", "exact"

_CORRECTED = template("The update, {update}, less the compensation, {before}, is {corrected}.")
_NEXT = template(
    "The weight goes from {weight} to {result}, and {after} was added too much: "
    "that is the next compensation."
)

Pair = tuple[Exact, Exact]
"""A sum and its compensation."""


@dataclass(frozen=True)
class Compensated:
    """A compensated sum: codes of the sums and of the compensations, up to the first pair that
    repeats."""

    machine: Machine
    update: Exact
    sums: list[int]
    compensations: list[int]

    def state(self, t: int) -> Pair:
        """The sum and its compensation after ``t`` steps."""
        at = min(t, len(self.sums) - 1)
        return self.machine.read(self.sums[at]), self.machine.read(self.compensations[at])

    def step(self, state: Pair) -> tuple[Pair, Exact]:
        """The state after one step, and y, what the step tried to add."""
        total, compensation = state
        y = self.machine.subtract(self.update, compensation)
        after = self.machine.add(total, y)
        return (after, self.machine.subtract(self.machine.subtract(after, total), y)), y

    def walk(self, steps: int, progress: Progress) -> None:
        """Take that many steps."""
        state = self.state(0)
        for _ in watched(steps, progress):
            state, _y = self.step(state)
            total, compensation = (self.machine.code(value) for value in state)
            if (total, compensation) == (self.sums[-1], self.compensations[-1]):
                break
            self.sums.append(total)
            self.compensations.append(compensation)


def _outline(settings: Settings) -> Outline:
    return Outline((PLAIN, KEPT, EXACT), settings[LOOP_STEPS])


def _run(settings: Settings, progress: Progress) -> Run:
    fmt, machine = settings[FORMAT], Machine(settings[FORMAT], rules_of(settings))
    start, _ = rounded_finite(settings, START, fmt, what=phrase("a weight"))
    code, update = rounded_finite(settings, UPDATE, fmt, what=phrase("an update"))
    if not fmt.has_zero:
        raise FORMAT.error(
            phrase("{format} has no zero for the first compensation", format=fmt.name)
        )
    compensated = Compensated(machine, machine.read(code), [start], [0])
    compensated.walk(settings[LOOP_STEPS], progress)
    course = Trajectory(fmt, start, update, machine.rules)
    meaning = phrase("The same weight in {format} without compensation.", format=fmt.title)
    typed = finite_value(settings[UPDATE])
    lane = Lane(PLAIN, verbatim(fmt.title), meaning, fmt, course, typed=typed)
    kahan = Curve(
        KEPT,
        phrase("{format} with compensation", format=fmt.title),
        phrase("The compensated sum, every operation rounded."),
        CodeCourse(fmt, compensated.sums),
        fmt,
        who=who(COMPENSATED, machine.rules, fmt),
    )
    exact = Curve(
        EXACT,
        phrase("exact sum"),
        phrase("w₀ + t·g as typed."),
        ExactTrajectory(finite_value(settings[START]), finite_value(settings[UPDATE])),
    )
    run = Run(
        experiment=KAHAN.name,
        settings=settings,
        steps=settings[LOOP_STEPS],
        curves=(lane.curve, kahan, exact),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings)),
        explain=partial(_explain, lane, compensated),
        reference=EXACT,
        focus=KEPT,
        vertical=Axis(phrase("weight")),
    )
    _total, last = compensated.state(run.steps)
    readouts = (
        *lane_readouts(run, lane),
        *end_readouts(run, kahan),
        Readout("compensation.final", phrase("Compensation in the end"), number_of(last)),
    )
    return replace(run, readouts=readouts)


def _rounding_steps(settings: Settings) -> Iterator[RoundingStep]:
    fmt = settings[FORMAT]
    yield typed_step(settings, verbatim("w₀"), START, fmt)
    yield typed_step(settings, verbatim("g"), UPDATE, fmt)
    for operation in ("y = g - c", "t = s + y", "t - s", "c = (t - s) - y"):
        yield RoundingStep(verbatim(operation), fmt)


def _explain(lane: Lane, compensated: Compensated, t: int, curve: str) -> Lesson:
    if curve == PLAIN:
        return explain_lanes((lane,), t, curve)
    if curve == EXACT:
        return exact_lesson(t)
    return _compensated_lesson(compensated, t, lane.typed)


def _compensated_lesson(sums: Compensated, t: int, typed: Fraction | None) -> Lesson:
    """What step ``t`` adds, what of it the weight takes, and what is kept for the next."""
    state = sums.state(t)
    after, y = sums.step(state)
    corrected = phrase(
        _CORRECTED,
        update=brief(number_of(sums.update)),
        before=brief(number_of(state[1])),
        corrected=brief(number_of(y)),
    )
    kept = phrase(
        _NEXT,
        weight=brief(number_of(state[0])),
        result=brief(number_of(after[0])),
        after=brief(number_of(after[1])),
    )
    fmt, lost = sums.machine.format, typed and not value_of(sums.update)
    sentences = (underflowed(typed, fmt, phrase("update")),) if typed and lost else ()
    stays = isinstance(number_of(after[1]), Finite) and after[0] == state[0]
    title = phrase("The loss is kept for later") if stays else phrase("Weight and compensation")
    told = added(sums.machine, state[0], y, t)
    return replace(told, title=title, sentences=(*sentences, corrected, *told.sentences, kept))


KAHAN = Experiment(
    "kahan",
    phrase("Kahan compensation"),
    phrase("A second FP16 number keeps what each rounding took, and no update is lost for good."),
    (START, UPDATE, LOOP_STEPS, FORMAT, ROUNDING, OVERFLOW, FLUSH),
    _run,
    _outline,
)
