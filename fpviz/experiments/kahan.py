"""Kahan's compensated summation: what a sum loses is kept beside it and tried again.

Each step: ``y = g - c``, ``t = s + y``, ``c = (t - s) - y``, ``s = t``; every operation rounds to
the weight's format, as does g. (W. Kahan, "Further remarks on reducing truncation errors", 1965.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.operations import Exact
from fpviz.core.numbers import Finite
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.experiments.engine.constant_update.running_sum import RunningSum
from fpviz.experiments.engine.constant_update.script import constant_updates
from fpviz.experiments.engine.constant_update.sentences import added, underflowed
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.counterparts import COMPENSATED, who
from fpviz.experiments.engine.curves import CodeCourse, Curve
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import FormatName, finite_value
from fpviz.experiments.engine.parameters import (
    LOOP_STEPS,
    RULES,
    START,
    UPDATE,
    Arguments,
    Parameter,
)
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, end_readouts, side_by_side
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run, watched
from fpviz.experiments.engine.scripts.python_text import fraction_text
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer

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


def _outline(arguments: Arguments) -> Outline:
    return Outline((PLAIN, KEPT, EXACT), Domain(phrase("step"), arguments[LOOP_STEPS]))


def _run(arguments: Arguments, progress: Progress) -> Run:
    fmt, machine = arguments[FORMAT], Machine(arguments[FORMAT], rules_of(arguments))
    start, _ = rounded_finite(arguments, START, fmt, what=phrase("a weight"))
    code, update = rounded_finite(arguments, UPDATE, fmt, what=phrase("an update"))
    if not fmt.has_zero:
        raise FORMAT.error(
            phrase("{format} has no zero for the first compensation", format=fmt.name)
        )
    domain, typed = _outline(arguments).domain, finite_value(arguments[UPDATE])
    compensated = Compensated(machine, machine.read(code), [start], [0])
    compensated.walk(domain.steps, progress)
    plain = RunningSum(
        PLAIN,
        verbatim(fmt.title),
        phrase("The same weight in {format} without compensation.", format=fmt.title),
        fmt,
        Trajectory(fmt, start, update, machine.rules),
        typed,
    )
    kahan = Curve(
        KEPT,
        phrase("{format} with compensation", format=fmt.title),
        phrase("The compensated sum, every operation rounded."),
        CodeCourse(fmt, compensated.sums),
        fmt,
        partial(_tell, compensated, typed),
        who=who(COMPENSATED, machine.rules, fmt),
    )
    course = ExactTrajectory(finite_value(arguments[START]), typed)
    exact = Curve(EXACT, phrase("exact sum"), phrase("w₀ + t·g as typed."), course)
    _total, rest = compensated.state(domain.steps)
    readouts = (
        *plain.readouts(exact, domain.steps),
        *end_readouts(kahan, exact, domain.steps),
        Readout("compensation.final", phrase("Compensation in the end"), number_of(rest)),
    )
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("weight")),
        curves=(plain.curve, kahan, exact),
        readouts=side_by_side(readouts),
        rounding_steps=tuple(_rounding_steps(arguments)),
        focus=KEPT,
        reference=EXACT,
    )


def _rounding_steps(arguments: Arguments) -> Iterator[RoundingStep]:
    fmt = arguments[FORMAT]
    yield typed_step(arguments, verbatim("w₀"), START, fmt)
    yield typed_step(arguments, verbatim("g"), UPDATE, fmt)
    for operation in ("y = g - c", "t = s + y", "t - s", "c = (t - s) - y"):
        yield RoundingStep(verbatim(operation), fmt)


def _tell(sums: Compensated, typed: Fraction, t: int) -> Lesson:
    """What step ``t`` adds, what of it the weight takes, and what is kept for the next."""
    state = sums.state(t)
    after, y = sums.step(state)
    corrected = phrase(
        _CORRECTED,
        update=approx(number_of(sums.update)),
        before=approx(number_of(state[1])),
        corrected=approx(number_of(y)),
    )
    kept = phrase(
        _NEXT,
        weight=approx(number_of(state[0])),
        result=approx(number_of(after[0])),
        after=approx(number_of(after[1])),
    )
    lost = typed and not value_of(sums.update)
    first = (underflowed(typed, sums.machine.format, phrase("update")),) if lost else ()
    stays = isinstance(number_of(after[1]), Finite) and after[0] == state[0]
    title = phrase("The loss is kept for later") if stays else phrase("Weight and compensation")
    told = added(sums.machine, state[0], y, t)
    return replace(told, title=title, sentences=(*first, corrected, *told.sentences, kept))


def _write_script(writer: Writer) -> None:
    """Both sums."""
    constant_updates(writer)
    arguments, fmt = writer.run.arguments, writer.run.arguments[FORMAT]
    spelling = writer.spelling(fmt, rules_of(arguments))
    start, update = (
        spelling.make.format(fraction_text(rounded_finite(arguments, p, fmt)[1].value))
        for p in (START, UPDATE)
    )
    writer.add(f"""
{writer.heading(writer.run.curve(KEPT))}
g = {update}
s = {start}
c = {spelling.make.format("0.0")}  # what was added too much so far
for _ in range(STEPS):
    y = g - c
    t = s + y
    c = (t - s) - y
    s = t
{writer.printed(KEPT, "s", spelling)}
    """)


KAHAN = Experiment(
    "kahan",
    phrase("Kahan compensation"),
    phrase("A second FP16 number keeps what each rounding took, and no update is lost for good."),
    (START, UPDATE, LOOP_STEPS, FORMAT, *RULES),
    _outline,
    _run,
    _write_script,
)
