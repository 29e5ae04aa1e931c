"""Stochastic rounding: a fan of trials whose mean stays on the exact sum.

A sum goes to the upper neighbour with a probability equal to its fraction of an ulp, cut off to
the number of random bits: with few bits the mean falls short again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import partial
from math import isqrt
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import scientific
from fpviz.experiments.engine.constant_update.one_step import OneStep
from fpviz.experiments.engine.constant_update.running_sum import RunningSum
from fpviz.experiments.engine.constant_update.sentences import (
    ratio_text,
    single_lesson,
    to_add,
)
from fpviz.experiments.engine.constant_update.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.counterparts import DRAWN
from fpviz.experiments.engine.curves import ComputedCourse, Curve, CurveBand, NumberCourse
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import (
    LOOP_STEPS,
    START,
    UPDATE,
    UPDATE_FORMAT,
    WEIGHT_FORMAT,
    Arguments,
)
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, final_readout, side_by_side
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step
from fpviz.experiments.stochastic.fan import Fan
from fpviz.experiments.stochastic.parameters import (
    BITS,
    EXACT,
    HIGH,
    LOW,
    MEAN,
    NEAREST,
    PARAMETERS,
    SEED,
    SHOWN,
    TRIALS,
)
from fpviz.experiments.stochastic.script import write_script

if TYPE_CHECKING:
    from fpviz.experiments.stochastic.walk import Move, StochasticUpdate

MOST_CODES = 4 * 10**7
"""Trials times steps: what is kept in memory, 2 to 8 bytes each."""

_DRAW_UP = template(
    "The sum lies {part} of the way from {low} to {high}: it goes up with a probability of "
    "{chance}, and this trial went up."
)
_DRAW_DOWN = template(
    "The sum lies {part} of the way from {low} to {high}: it goes up with a probability of "
    "{chance}, and this trial went down."
)
_CERTAIN = template("The sum, {total}, is a value of {format}: there is nothing to draw.")
_SPREAD = template(
    "After {t} steps the mean of {trials} trials is {mean}; nine in ten lie from {low} to {high}."
)


def _outline(arguments: Arguments) -> Outline:
    names = (MEAN, LOW, HIGH, NEAREST, EXACT, *_trial_names(arguments))
    return Outline(names, Domain(phrase("step"), arguments[LOOP_STEPS]))


def _trial_names(arguments: Arguments) -> list[str]:
    return [f"trial-{i + 1}" for i in range(min(arguments[SHOWN], arguments[TRIALS]))]


def _run(arguments: Arguments, progress: Progress) -> Run:
    from fpviz.experiments.stochastic.walk import StochasticUpdate, walk  # noqa: PLC0415 - numpy

    fmt, rules = _checked(arguments), rules_of(arguments)
    start, _ = rounded_finite(arguments, START, fmt, what=phrase("a weight"))
    _, taken = rounded_finite(arguments, UPDATE, arguments[UPDATE_FORMAT], what=phrase("an update"))
    update = StochasticUpdate(fmt, taken, arguments[BITS], rules)
    domain = _outline(arguments).domain
    shape = domain.steps, arguments[TRIALS]
    fan = Fan(walk(update, start, shape, arguments[SEED], progress))
    nearest = RunningSum(
        NEAREST,
        phrase("rounded to nearest"),
        phrase("The same weight, rounded to nearest."),
        arguments[UPDATE_FORMAT],
        Trajectory(fmt, start, taken, Rules(overflow=rules.overflow, flush=rules.flush)),
        finite_value(arguments[UPDATE]),
    )
    mean, low, high = _all_trials(fan)
    course = ExactTrajectory(value_of(fmt, start), taken.value)
    exact = Curve(EXACT, phrase("exact sum"), phrase("w₀ + t·g, both rounded once."), course)
    trials = (
        _one_trial(fan, i, name, partial(_tell_draw, nearest, fan, update, i))
        for i, name in enumerate(_trial_names(arguments))
    )
    move = update.move(start)
    readouts = (
        *_expectations(move, fmt, start, domain.steps, arguments[BITS]),
        *_readouts(fan, mean, exact, domain.steps),
        final_readout(low, domain.steps),
        final_readout(high, domain.steps),
        *nearest.readouts(exact, domain.steps),
    )
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("weight")),
        curves=(mean, low, high, nearest.curve, exact, *trials),
        readouts=side_by_side(readouts),
        rounding_steps=(
            typed_step(arguments, verbatim("w₀"), START, fmt),
            typed_step(arguments, verbatim("g"), UPDATE, arguments[UPDATE_FORMAT]),
            RoundingStep(phrase("w + g, stochastically"), fmt),
        ),
        focus=MEAN,
        reference=EXACT,
        bands=(CurveBand("spread", phrase("5 – 95 % of the trials"), low, high),),
    )


def _checked(arguments: Arguments) -> Format:
    """The weight's format. Raises ParameterError for one, or for a size, that is too much."""
    fmt = arguments[WEIGHT_FORMAT]
    if fmt.width > 64 or not fmt.has_zero:
        raise WEIGHT_FORMAT.error(
            phrase("{format}: trials need a signed format of at most 64 bits", format=fmt.name)
        )
    if arguments[TRIALS] * arguments[LOOP_STEPS] > MOST_CODES:
        raise TRIALS.error(phrase("trials times steps must be at most 4·10^7"))
    return fmt


def _all_trials(fan: Fan) -> tuple[Curve, Curve, Curve]:
    """Their mean, and the edges between which nine in ten of them run."""
    fmt, tell = fan.walk.format, partial(_tell_spread, fan)

    def edge(name: str, percent: int, meaning: Phrase) -> Curve:
        course = ComputedCourse(fmt, partial(fan.quantile, percent))
        return Curve(name, verbatim(f"{percent} %"), meaning, course, fmt, tell, who=DRAWN)

    mean = Curve(
        MEAN,
        phrase("mean of the trials"),
        phrase("The mean of all trials."),
        NumberCourse(fan.mean),
        tell=tell,
        who=DRAWN,
    )
    low = edge(LOW, 5, phrase("One trial in twenty is below."))
    return mean, low, edge(HIGH, 95, phrase("One trial in twenty is above."))


def _one_trial(fan: Fan, i: int, name: str, tell: Callable[[int], Lesson]) -> Curve:
    label, course = (
        phrase("trial {n}", n=str(i + 1)),
        ComputedCourse(fan.walk.format, partial(fan.trial, i)),
    )
    return Curve(name, label, phrase("One trial."), course, course.format, tell, faint=True)


def _expectations(move: Move, fmt: Format, start: int, n: int, bits: int) -> Iterator[Readout]:
    """Mean and standard deviation by the binomial law, while no trial can leave its binade."""
    chance = Fraction(move.ups, 1 << bits)
    yield Readout("chance", phrase("Probability of going up in the first step"), chance)
    ends = [start + n * each for each in (move.low, move.high)]
    alike = all(move.first <= end <= move.last for end in ends) and move.first != move.last
    mean = deviation = None
    if alike:
        here, low, high = (value_of(fmt, start + each) for each in (0, move.low, move.high))
        mean = here + n * (low - here + chance * (high - low))
        deviation = _root(n * chance * (1 - chance) * (high - low) ** 2)
    yield Readout("expected.mean", phrase("Expected mean"), mean)
    yield Readout("expected.sd", phrase("Expected standard deviation"), deviation)


def _root(square: Fraction) -> Fraction:
    """A square root to 12 digits."""
    root = Fraction(isqrt(int(square * 4**200)), 2**200)
    return Fraction(scientific(root, 12))


def _readouts(fan: Fan, mean: Curve, exact: Curve, last: int) -> Iterator[Readout]:
    yield Readout(
        "mean.final",
        phrase("Mean of the trials, in the end"),
        mean.number(last),
        short=phrase("in the end"),
    )
    yield Readout(
        "mean.error",
        phrase("Mean of the trials, error"),
        mean.error(exact, last),
        short=phrase("error"),
    )
    variance = fan.variance(last)
    deviation = None if variance is None else _root(variance)
    yield Readout("sd.final", phrase("Standard deviation of the trials"), deviation)


def _tell_spread(fan: Fan, t: int) -> Lesson:
    """Where the trials are after ``t`` steps."""
    low, high = (decode(fan.walk.format, fan.quantile(percent, t)).number for percent in (5, 95))
    sentence = phrase(
        _SPREAD,
        t=str(t),
        trials=str(fan.walk.codes.shape[1]),
        mean=approx(fan.mean(t)),
        low=approx(low),
        high=approx(high),
    )
    return Lesson(t, phrase("The mean keeps to the exact sum"), Outcome.EXACT, (sentence,))


def _tell_draw(
    nearest: RunningSum, fan: Fan, update: StochasticUpdate, trial: int, t: int
) -> Lesson:
    """What one trial draws in a step."""
    code, after = fan.trial(trial, t), fan.trial(trial, t + 1)
    move, fmt = update.move(code), nearest.format
    low, high = (decode(fmt, code + each).number for each in (move.low, move.high))
    course = replace(nearest.course, start=code)
    if low == high:
        return _certain(nearest, course, t)
    chance = ratio_text(Fraction(move.ups, 1 << update.bits)) if move.ups else "0"
    sentence = phrase(
        _DRAW_UP if after == code + move.high else _DRAW_DOWN,
        part=ratio_text(update.fraction(code)),
        low=approx(low),
        high=approx(high),
        chance=chance,
    )
    drawn = decode(fmt, after).number
    picture = replace(OneStep(course, 0).picture, result=drawn, border=None)
    sentences = (*to_add(course), sentence)
    return Lesson(t, phrase("A draw"), Outcome.PARTLY_LOST, sentences, picture)


def _certain(nearest: RunningSum, course: Trajectory, t: int) -> Lesson:
    """The lesson of a step whose sum is not rounded at random, as nothing lies beyond it."""
    told = nearest.with_what_was_typed(single_lesson(course, t))
    if told.outcome is not Outcome.EXACT:
        return told
    total = approx(course.number(1))
    certain = phrase(_CERTAIN, total=total, format=course.format.title)
    return replace(told, title=phrase("Nothing to draw"), sentences=(*to_add(course), certain))


STOCHASTIC_ROUNDING = Experiment(
    "stochastic-rounding",
    phrase("Stochastic rounding"),
    phrase(
        "Rounded at random, a swamped update moves the weight now and then, and the mean is right."
    ),
    PARAMETERS,
    _outline,
    _run,
    write_script,
)
