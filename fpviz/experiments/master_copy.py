"""A master copy at work: gradient descent on (w - target)² / 2, in pure and in mixed precision.

A step works out the gradient ``half(w) - target`` in the low format, multiplies it by the
learning rate and subtracts that from the weight, both in the weight's format. Of the five lanes
two have everything in a low format, two keep the weight in the master's and the gradient in a
low one, and one has everything in the master's. Without any rounding the course is
``target + (w₀ - target)(1 - lr)^t``; that is worked out to 256 bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from fpviz.core.arithmetic.operations import Exact, exact_product, negated
from fpviz.core.formats import Format
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, power_of_two
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.core.text import power_text
from fpviz.experiments.engine.counterparts import DESCENT, DESCENT_WIDE, who
from fpviz.experiments.engine.courses import CodeCourse, NumberCourse
from fpviz.experiments.engine.experiment import (
    Curve,
    Experiment,
    Lesson,
    Outcome,
    Progress,
    Readout,
    RoundingStep,
    Run,
    brief,
    watched,
)
from fpviz.experiments.engine.lanes import curve_readout, end_readouts, exact_lesson
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
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step
from fpviz.experiments.why.sentences import added, underflowed

START = Parameter("w0", phrase("Weight w₀"), ExactNumber(), "1", phrase("The weight at step 0."))
TARGET = Parameter(
    "target", phrase("Target"), ExactNumber(), "2", phrase("The weight at which the loss is least.")
)
RATE = Parameter(
    "lr",
    phrase("Learning rate"),
    ExactNumber(),
    "2^-10",
    phrase("What the gradient is multiplied by to give the update."),
)
LOOP_STEPS = Parameter(
    "steps",
    phrase("Steps"),
    Count(1, 10**6),
    "8192",
    phrase("How many steps of descent; at most 10^6."),
)
LOW_FORMAT = Parameter(
    "low-format",
    phrase("Low format"),
    FormatName(),
    "fp16",
    phrase("The format of the gradient, and of the weight without a master copy."),
)
OTHER_FORMAT = Parameter(
    "other-format",
    phrase("Other low format"),
    FormatName(),
    "bf16",
    phrase("Another such format, for comparison."),
)
MASTER_FORMAT = Parameter(
    "master-format",
    phrase("Master copy in"),
    FormatName(),
    "fp32",
    phrase("The format of the master copy."),
)

LOW, OTHER, MIXED_LOW, MIXED_OTHER = "low", "other", "master-low", "master-other"
MASTER, EXACT = "master", "exact"

_ALL = template("all {weight}")
_MIXED = template("{weight} weight, {gradient} gradient")
_MEANING = template("The weight in {weight}, its gradient worked out in {gradient}.")

_GRADIENT_ZERO = template(
    "In {gradient}, whose ulp there is {ulp}, the weight, {weight}, is {held}: the gradient is 0, "
    "and the weight stays."
)
_NOT_FINITE = template("The weight is {weight}, and no update brings it back.")
_STEP = template("The gradient is {gradient}, times the learning rate {update}.")


@dataclass(frozen=True)
class Descent:
    """Gradient descent with the weight in one format and the gradient in another."""

    weight: Machine
    gradient: Machine
    rate: Exact
    target: Exact

    def update(self, w: Exact) -> tuple[Exact, Exact]:
        """(gradient, update): what a step finds at ``w`` and what it subtracts."""
        gradient = self.gradient.subtract(self.gradient.round(w), self.target)
        return gradient, self.weight.multiply(self.rate, gradient)

    def codes(self, start: int, steps: int, progress: Progress) -> list[int]:
        """The weights of all steps, or up to the first that repeats: nothing moves after it."""
        w, codes = self.weight.read(start), [start]
        for _ in watched(steps, progress):
            w = self.weight.subtract(w, self.update(w)[1])
            code = self.weight.code(w)
            if code == codes[-1]:
                break
            codes.append(code)
        return codes


@dataclass(frozen=True)
class _Lane:
    name: str
    descent: Descent
    curve: Curve


def _outline(settings: Settings) -> Outline:
    return Outline((LOW, OTHER, MIXED_LOW, MIXED_OTHER, MASTER, EXACT), settings[LOOP_STEPS])


def _run(settings: Settings, progress: Progress) -> Run:
    lanes = tuple(_lanes(settings, progress))
    run = Run(
        experiment=MASTER_COPY.name,
        settings=settings,
        steps=settings[LOOP_STEPS],
        curves=(*(lane.curve for lane in lanes), unrounded(settings)),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings)),
        explain=partial(_explain, lanes),
        reference=EXACT,
        focus=LOW,
        vertical=Axis(phrase("weight")),
    )
    return replace(run, readouts=tuple(_readouts(run)))


def _lanes(settings: Settings, progress: Progress) -> Iterator[_Lane]:
    low, other, master = (settings[p] for p in (LOW_FORMAT, OTHER_FORMAT, MASTER_FORMAT))
    rules = rules_of(settings)
    plan = (
        (LOW, _ALL, low, low),
        (OTHER, _ALL, other, other),
        (MIXED_LOW, _MIXED, master, low),
        (MIXED_OTHER, _MIXED, master, other),
        (MASTER, _ALL, master, master),
    )
    for i, (name, label, weight, gradient) in enumerate(plan):
        descent = _descent(settings, weight, gradient)
        start, _ = rounded_finite(settings, START, weight, what=phrase("a weight"))

        def part(done: float, before: int = i) -> None:
            progress((before + done) / len(plan))

        codes = descent.codes(start, settings[LOOP_STEPS], part)
        labelled, meant = (
            phrase(text, weight=weight.title, gradient=gradient.title) for text in (label, _MEANING)
        )
        told = who(
            DESCENT if weight == gradient != master else DESCENT_WIDE, rules, weight, gradient
        )
        curve = Curve(name, labelled, meant, CodeCourse(weight, codes), weight, who=told)
        yield _Lane(name, descent, curve)


def _descent(settings: Settings, weight: Format, gradient: Format) -> Descent:
    rules = rules_of(settings)
    rate, _ = rounded_finite(settings, RATE, weight, what=phrase("a learning rate"))
    target, _ = rounded_finite(settings, TARGET, gradient, what=phrase("a target"))
    machines = Machine(weight, rules), Machine(gradient, rules)
    return Descent(*machines, machines[0].read(rate), machines[1].read(target))


def unrounded(settings: Settings) -> Curve:
    """The course without any rounding, to 256 bits."""
    start, target = finite_value(settings[START]), finite_value(settings[TARGET])
    left = 1 - finite_value(settings[RATE])

    def at(t: int) -> Fraction:
        return target + (start - target) * power(left, t)

    meaning = phrase("The same descent without any rounding, worked out to 256 bits.")
    return Curve(EXACT, phrase("exact"), meaning, NumberCourse(at))


def power(base: Fraction, exponent: int) -> Fraction:
    """``base ** exponent`` to about 256 bits: by squaring, cut off after each product."""
    result = Fraction(1)
    for digit in f"{exponent:b}":
        result *= result * base if digit == "1" else result
        bits = result.denominator.bit_length() - result.numerator.bit_length() + 272
        if result.denominator.bit_length() > 600:
            result = Fraction(int(result * power_of_two(bits)), 1) / power_of_two(bits)
    return result


def _readouts(run: Run) -> Iterator[Readout]:
    for curve in run.curves[:-1]:
        course = curve.course
        assert isinstance(course, CodeCourse)
        moved = len(course.codes) - 1
        stall = moved if moved < run.steps else None
        yield from end_readouts(run, curve)
        yield curve_readout(curve, "stall", phrase("stalls after"), stall, phrase("steps"))


def _rounding_steps(settings: Settings) -> Iterator[RoundingStep]:
    low, other, master = (settings[p] for p in (LOW_FORMAT, OTHER_FORMAT, MASTER_FORMAT))
    for fmt in dict.fromkeys((low, other, master)):
        yield typed_step(settings, verbatim("w₀"), START, fmt)
        yield typed_step(settings, verbatim("lr"), RATE, fmt)
        yield typed_step(settings, phrase("target"), TARGET, fmt)
    for weight, gradient in ((low, low), (other, other), (master, low), (master, other)):
        if weight != gradient:
            yield RoundingStep(verbatim(f"{weight.title} w"), gradient)
        w_less_target = phrase("{format} w - target", format=gradient.title)
        yield RoundingStep(w_less_target, gradient)
        yield RoundingStep(phrase("lr · {format} gradient", format=gradient.title), weight)
        yield RoundingStep(phrase("w - {format} update", format=weight.title), weight)


def _explain(lanes: tuple[_Lane, ...], t: int, curve: str) -> Lesson:
    lane = next((each for each in lanes if each.name == curve), None)
    code = None if lane is None else lane.curve.code(t)
    if lane is None or code is None:
        return exact_lesson(t)
    descent, fmt = lane.descent, lane.descent.weight.format
    w = descent.weight.read(code)
    gradient, update = descent.update(w)
    weight = lane.curve.number(t)
    if not isinstance(weight, Finite):
        sentence = phrase(_NOT_FINITE, weight=brief(weight))
        return Lesson(t, phrase("Out of range"), Outcome.OVERFLOWED, (sentence,))
    if value_of(gradient) == 0:
        low, held = descent.gradient.format, descent.gradient.round(w)
        spacing = ulp(low, descent.gradient.code(held))
        assert spacing is not None
        sentence = phrase(
            _GRADIENT_ZERO,
            gradient=low.title,
            ulp=power_text(spacing) or brief(spacing),
            weight=brief(weight),
            held=brief(number_of(held)),
        )
        return Lesson(t, phrase("The gradient is zero"), Outcome.NO_UPDATE, (sentence,))
    told = added(descent.weight, w, negated(update), t)
    taken = brief(number_of(update))
    first = [phrase(_STEP, gradient=brief(number_of(gradient)), update=taken)]
    product = value_of(exact_product(descent.rate, gradient))
    if product and not value_of(update):
        first.append(underflowed(product, fmt, phrase("update")))
    return replace(told, sentences=(*first, *told.sentences))


MASTER_COPY = Experiment(
    "master-copy",
    phrase("Master copy"),
    phrase("Descent in FP16 stops half-way; with an FP32 copy of the weight it goes on."),
    (
        START,
        TARGET,
        RATE,
        LOOP_STEPS,
        LOW_FORMAT,
        OTHER_FORMAT,
        MASTER_FORMAT,
        ROUNDING,
        OVERFLOW,
        FLUSH,
    ),
    _run,
    _outline,
    (
        phrase(
            "A moving average (EMA), e - (1 - β)(e - x), is the same: w0=0 target=1 lr=1e-3 for "
            "β = 0.999."
        ),
        phrase(
            "So is weight decay, w·(1 - lr·wd): target=0 lr=1e-5 for a rate of 1e-3 and a decay of "
            "0.01; worked out as one product, it is a multiplication by the rounded 1 - lr·wd."
        ),
    ),
)
