"""Stochastic rounding: a fan of trials whose mean stays on the exact sum.

A sum goes to the upper neighbour with a probability equal to its fraction of an ulp, cut off to
the number of random bits: with few bits the mean falls short again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache, partial
from math import isqrt
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode, is_finite_code, value_of
from fpviz.core.formats.order import code_at, last_ordinal
from fpviz.core.numbers import NaN, Number, finite
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import scientific
from fpviz.experiments.engine.counterparts import DRAWN
from fpviz.experiments.engine.courses import ComputedCourse
from fpviz.experiments.engine.experiment import (
    Band,
    Curve,
    Experiment,
    Lesson,
    Outcome,
    Progress,
    Readout,
    RoundingStep,
    Run,
    brief,
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
    Count,
    ExactNumber,
    FormatName,
    Parameter,
    Settings,
    finite_value,
)
from fpviz.experiments.engine.plot import Axis
from fpviz.experiments.engine.trajectory import ExactTrajectory, Trajectory
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step
from fpviz.experiments.why.one_step import OneStep
from fpviz.experiments.why.sentences import ratio_text, single_lesson, to_add, underflowed

if TYPE_CHECKING:  # numpy is loaded when a walk is run
    from fpviz.experiments.engine.stochastic_walk import Move, StochasticUpdate, Walk

MOST_CODES = 4 * 10**7
"""Trials times steps: what is kept in memory, 2 to 8 bytes each."""

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
TRIALS = Parameter(
    "trials",
    phrase("Trials"),
    Count(1, 10**6),
    "2000",
    phrase("How many random courses there are; times the steps, at most 4·10^7."),
)
SEED = Parameter(
    "seed",
    phrase("Seed"),
    Count(0, 2**63),
    "0",
    phrase("Where the random numbers begin; the same seed gives the same trials."),
)
BITS = Parameter(
    "random-bits",
    phrase("Random bits"),
    Count(1, 32),
    "32",
    phrase("How many random bits each draw has; few bring the bias back."),
)
SHOWN = Parameter(
    "shown",
    phrase("Trials shown"),
    Count(0, 40),
    "12",
    phrase("How many of the trials are drawn as curves."),
)
FORMAT = Parameter(
    "weight-format", phrase("Weight in"), FormatName(), "fp16", phrase("The format of the weight.")
)
UPDATE_FORMAT = Parameter(
    "update-format",
    phrase("Update in"),
    FormatName(),
    "fp16",
    phrase("The format that g is rounded to."),
)

MEAN, LOW, HIGH, NEAREST, EXACT = "mean", "low", "high", "nearest", "exact"

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


@dataclass(frozen=True, eq=False)
class Fan:
    """The trials of a run and what is read from them, at any step."""

    walk: Walk

    @lru_cache(maxsize=4096)  # noqa: B019 - lives as long as its run - as many as a plot has points; they go with the run
    def mean(self, t: int) -> Number:
        """The exact mean of all trials; NaN where one of them is not finite."""
        fmt = self.walk.format
        counts = self.walk.counts(t)
        if not all(is_finite_code(fmt, code) for code, _ in counts):
            return NaN()
        total = sum(value_of(fmt, code) * count for code, count in counts)
        return finite(Fraction(total) / sum(count for _, count in counts))

    @lru_cache(maxsize=4096)  # noqa: B019
    def quantile(self, percent: int, t: int) -> int:
        """The code below or at which that many per cent of the trials lie (nearest rank)."""
        fmt, places = self.walk.format, self.walk.ordered(t)
        rank = -(-percent * len(places) // 100) - 1
        place = int(places[max(rank, 0)])
        if place > last_ordinal(fmt) and fmt.nan_code is not None:
            return fmt.nan_code
        return code_at(fmt, place)

    def trial(self, number: int, t: int) -> int:
        """The code of one trial."""
        codes = self.walk.codes
        return int(codes[min(t, len(codes) - 1), number])

    def variance(self, t: int) -> Fraction | None:
        """The variance of the trials about their mean."""
        mean = self.mean(t)
        if isinstance(mean, NaN):
            return None
        assert hasattr(mean, "value")
        fmt, counts = self.walk.format, self.walk.counts(t)
        squares = sum((value_of(fmt, code) - mean.value) ** 2 * count for code, count in counts)
        return Fraction(squares) / sum(count for _, count in counts)


@dataclass(frozen=True, eq=False, slots=True)
class _MeanCourse:
    """The mean of the trials; it has no codes."""

    fan: Fan

    def code(self, t: int) -> None:
        """Nothing: a mean is no value of the format."""

    def number(self, t: int) -> Number:
        return self.fan.mean(t)

    def breakpoints(self, lo: int, hi: int) -> range:
        return range(lo, hi + 1)


def _outline(settings: Settings) -> Outline:
    named = (MEAN, LOW, HIGH, NEAREST, EXACT)
    return Outline((*named, *_trial_names(settings)), settings[LOOP_STEPS])


def _trial_names(settings: Settings) -> list[str]:
    return [f"trial-{i + 1}" for i in range(min(settings[SHOWN], settings[TRIALS]))]


def _run(settings: Settings, progress: Progress) -> Run:
    from fpviz.experiments.engine.stochastic_walk import StochasticUpdate, walk  # noqa: PLC0415 - numpy

    fmt, rules = _checked(settings), rules_of(settings)
    start, _ = rounded_finite(settings, START, fmt, what=phrase("a weight"))
    _, taken = rounded_finite(settings, UPDATE, settings[UPDATE_FORMAT], what=phrase("an update"))
    update = StochasticUpdate(fmt, taken, settings[BITS], rules)
    shape = settings[LOOP_STEPS], settings[TRIALS]
    fan = Fan(walk(update, start, shape, settings[SEED], progress))
    course = Trajectory(fmt, start, taken, Rules(overflow=rules.overflow, flush=rules.flush))
    lane = Lane(
        NEAREST,
        phrase("rounded to nearest"),
        phrase("The same weight, rounded to nearest."),
        settings[UPDATE_FORMAT],
        course,
        typed=finite_value(settings[UPDATE]),
    )
    curves, band = _curves(settings, fan, fmt)
    exact = ExactTrajectory(value_of(fmt, start), taken.value)
    exact_curve = Curve(EXACT, phrase("exact sum"), phrase("w₀ + t·g, both rounded once."), exact)
    run = Run(
        experiment=STOCHASTIC_ROUNDING.name,
        settings=settings,
        steps=settings[LOOP_STEPS],
        curves=(*curves[:3], lane.curve, exact_curve, *curves[3:]),
        readouts=(),
        rounding_steps=(
            typed_step(settings, verbatim("w₀"), START, fmt),
            typed_step(settings, verbatim("g"), UPDATE, settings[UPDATE_FORMAT]),
            RoundingStep(phrase("w + g, stochastically"), fmt),
        ),
        explain=partial(_explain, lane, fan, update),
        reference=EXACT,
        focus=MEAN,
        bands=(band,),
        vertical=Axis(phrase("weight")),
    )
    expected = _expectations(update.move(start), fmt, start, run.steps, settings[BITS])
    readouts = (*expected, *_readouts(run, fan), *lane_readouts(run, lane))
    return replace(run, readouts=readouts)


def _checked(settings: Settings) -> Format:
    """The weight's format. Raises ParameterError for one, or for a size, that is too much."""
    fmt = settings[FORMAT]
    if fmt.width > 64 or not fmt.has_zero:
        raise FORMAT.error(
            phrase("{format}: trials need a signed format of at most 64 bits", format=fmt.name)
        )
    if settings[TRIALS] * settings[LOOP_STEPS] > MOST_CODES:
        raise TRIALS.error(phrase("trials times steps must be at most 4·10^7"))
    return fmt


def _curves(settings: Settings, fan: Fan, fmt: Format) -> tuple[list[Curve], Band]:
    """Mean, both edges of the band and single trials; and the band."""

    def edge(name: str, percent: int, meaning: Phrase) -> Curve:
        course = ComputedCourse(fmt, partial(fan.quantile, percent))
        return Curve(name, verbatim(f"{percent} %"), meaning, course, fmt, who=DRAWN)

    def trial(i: int, name: str) -> Curve:
        label, course = (
            phrase("trial {n}", n=str(i + 1)),
            ComputedCourse(fmt, partial(fan.trial, i)),
        )
        return Curve(name, label, phrase("One trial."), course, fmt, faint=True)

    meaning = phrase("The mean of all trials.")
    mean = Curve(MEAN, phrase("mean of the trials"), meaning, _MeanCourse(fan), who=DRAWN)
    low = edge(LOW, 5, phrase("One trial in twenty is below."))
    high = edge(HIGH, 95, phrase("One trial in twenty is above."))
    trials = [trial(i, name) for i, name in enumerate(_trial_names(settings))]
    band = Band("spread", phrase("5 – 95 % of the trials"), low, high)
    return [mean, low, high, *trials], band


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


def _readouts(run: Run, fan: Fan) -> Iterator[Readout]:
    mean, variance = fan.mean(run.steps), fan.variance(run.steps)
    yield Readout(
        "mean.final", phrase("Mean of the trials, in the end"), mean, short=phrase("in the end")
    )
    yield Readout(
        "mean.error",
        phrase("Mean of the trials, error"),
        run.error(MEAN, run.steps),
        short=phrase("error"),
    )
    deviation = None if variance is None else _root(variance)
    yield Readout("sd.final", phrase("Standard deviation of the trials"), deviation)
    for name in (LOW, HIGH):
        yield from list(end_readouts(run, run.curve(name)))[:1]


def _explain(lane: Lane, fan: Fan, update: StochasticUpdate, t: int, curve: str) -> Lesson:
    if curve == NEAREST:
        return explain_lanes((lane,), t, curve)
    if curve == EXACT:
        return exact_lesson(t)
    if not curve.startswith("trial-"):
        edges = [decode(lane.format, fan.quantile(percent, t)).number for percent in (5, 95)]
        sentence = phrase(
            _SPREAD,
            t=str(t),
            trials=str(fan.walk.codes.shape[1]),
            mean=brief(fan.mean(t)),
            low=brief(edges[0]),
            high=brief(edges[1]),
        )
        return Lesson(t, phrase("The mean keeps to the exact sum"), Outcome.EXACT, (sentence,))
    number = int(curve.removeprefix("trial-")) - 1
    code, after = fan.trial(number, t), fan.trial(number, t + 1)
    move, fmt = update.move(code), lane.format
    low, high = (decode(fmt, code + each).number for each in (move.low, move.high))
    course = replace(lane.course, start=code)
    if low == high:
        return _certain(lane, course, t)
    chance = ratio_text(Fraction(move.ups, 1 << update.bits)) if move.ups else "0"
    sentence = phrase(
        _DRAW_UP if after == code + move.high else _DRAW_DOWN,
        part=ratio_text(update.fraction(code)),
        low=brief(low),
        high=brief(high),
        chance=chance,
    )
    drawn = decode(fmt, after).number
    picture = replace(OneStep(course, 0).picture, result=drawn, border=None)
    sentences = (*to_add(course), sentence)
    return Lesson(t, phrase("A draw"), Outcome.PARTLY_LOST, sentences, picture)


def _certain(lane: Lane, course: Trajectory, t: int) -> Lesson:
    """The lesson of a step whose sum is not rounded at random, as nothing lies beyond it."""
    told = single_lesson(course, t)
    if told.outcome is Outcome.NO_UPDATE and lane.typed:
        lost = underflowed(lane.typed, lane.update_format, phrase("update"))
        return replace(told, sentences=(lost, *told.sentences))
    if told.outcome is not Outcome.EXACT:
        return told
    total = brief(course.number(1))
    certain = phrase(_CERTAIN, total=total, format=course.format.title)
    return replace(told, title=phrase("Nothing to draw"), sentences=(*to_add(course), certain))


STOCHASTIC_ROUNDING = Experiment(
    "stochastic-rounding",
    phrase("Stochastic rounding"),
    phrase(
        "Rounded at random, a swamped update moves the weight now and then, and the mean is right."
    ),
    (
        START,
        UPDATE,
        LOOP_STEPS,
        TRIALS,
        SEED,
        BITS,
        SHOWN,
        FORMAT,
        UPDATE_FORMAT,
        OVERFLOW,
        FLUSH,
    ),
    _run,
    _outline,
)
