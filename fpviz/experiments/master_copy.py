"""A master copy at work: gradient descent on (w - target)² / 2, in pure and in mixed precision.

A step works out the gradient ``half(w) - target`` in the low format, multiplies it by the
learning rate and subtracts that from the weight, both in the weight's format. Of the five paths
two have everything in a low format, two keep the weight in the master's and the gradient in a
low one, and one has everything in the master's. Without any rounding the course is
``target + (w₀ - target)(1 - lr)^t``; that is worked out to 256 bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from fpviz.core.arithmetic.operations import Exact, exact_product, negated
from fpviz.core.formats import Format
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, power_of_two
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import power_text
from fpviz.experiments.engine import parameters
from fpviz.experiments.engine.constant_update.sentences import added, underflowed
from fpviz.experiments.engine.counterparts import DESCENT, DESCENT_WIDE, who
from fpviz.experiments.engine.curves import CodeCourse, Curve, NumberCourse
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import ExactNumber, FormatName, finite_value
from fpviz.experiments.engine.parameters import MASTER_FORMAT, RULES, Arguments, Parameter
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, curve_readout, end_readouts, side_by_side
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run, share_of, watched
from fpviz.experiments.engine.scripts.python_text import fraction_text
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer

START = replace(parameters.START, default="1")
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
LOOP_STEPS = replace(
    parameters.LOOP_STEPS,
    default="8192",
    help=phrase("How many steps of descent; at most 10^6."),
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
class _Path:
    """One descent of a run: how it is called, and the weights that it came to."""

    name: str
    label: Phrase
    descent: Descent
    codes: list[int]
    so: Phrase

    @cached_property
    def curve(self) -> Curve:
        """The weight as a curve."""
        weight, gradient = self.descent.weight, self.descent.gradient
        return Curve(
            self.name,
            self.label,
            phrase(_MEANING, weight=weight.format.title, gradient=gradient.format.title),
            CodeCourse(weight.format, self.codes),
            weight.format,
            self.tell,
            who=who(self.so, weight.rules, weight.format, gradient.format),
        )

    def readouts(self, reference: Curve, last: int) -> Iterator[Readout]:
        """Where it ends, and where it stops."""
        moved = len(self.codes) - 1
        stall = moved if moved < last else None
        yield from end_readouts(self.curve, reference, last)
        yield curve_readout(self.curve, "stall", phrase("stalls after"), stall, phrase("steps"))

    def tell(self, t: int) -> Lesson:
        """What a step finds at the weight, and what becomes of the update."""
        descent, weight = self.descent, self.curve.number(t)
        if not isinstance(weight, Finite):
            sentence = phrase(_NOT_FINITE, weight=approx(weight))
            return Lesson(t, phrase("Out of range"), Outcome.OVERFLOWED, (sentence,))
        w = descent.weight.read(self.codes[min(t, len(self.codes) - 1)])
        gradient, update = descent.update(w)
        if value_of(gradient) == 0:
            return self._without_gradient(t, w)
        told = added(descent.weight, w, negated(update), t)
        taken = approx(number_of(update))
        first = [phrase(_STEP, gradient=approx(number_of(gradient)), update=taken)]
        product = value_of(exact_product(descent.rate, gradient))
        if product and not value_of(update):
            first.append(underflowed(product, descent.weight.format, phrase("update")))
        return replace(told, sentences=(*first, *told.sentences))

    def _without_gradient(self, t: int, w: Exact) -> Lesson:
        """That the weight is the target, as far as the gradient's format can tell."""
        low, held = self.descent.gradient, self.descent.gradient.round(w)
        spacing = ulp(low.format, low.code(held))
        assert spacing is not None
        sentence = phrase(
            _GRADIENT_ZERO,
            gradient=low.format.title,
            ulp=power_text(spacing) or approx(spacing),
            weight=approx(number_of(w)),
            held=approx(number_of(held)),
        )
        return Lesson(t, phrase("The gradient is zero"), Outcome.NO_UPDATE, (sentence,))


def _outline(arguments: Arguments) -> Outline:
    names = (LOW, OTHER, MIXED_LOW, MIXED_OTHER, MASTER, EXACT)
    return Outline(names, Domain(phrase("step"), arguments[LOOP_STEPS]))


def _run(arguments: Arguments, progress: Progress) -> Run:
    domain = _outline(arguments).domain
    paths = list(_paths(arguments, domain.steps, progress))
    exact = _unrounded(arguments)
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("weight")),
        curves=(*(path.curve for path in paths), exact),
        readouts=side_by_side(
            readout for path in paths for readout in path.readouts(exact, domain.steps)
        ),
        rounding_steps=tuple(_rounding_steps(arguments)),
        focus=LOW,
        reference=EXACT,
    )


def _plan(arguments: Arguments) -> dict[str, tuple[str, Format, Format]]:
    """By the name of each path: its label, and the formats of weight and gradient."""
    low, other, master = (arguments[p] for p in (LOW_FORMAT, OTHER_FORMAT, MASTER_FORMAT))
    return {
        LOW: (_ALL, low, low),
        OTHER: (_ALL, other, other),
        MIXED_LOW: (_MIXED, master, low),
        MIXED_OTHER: (_MIXED, master, other),
        MASTER: (_ALL, master, master),
    }


def _paths(arguments: Arguments, steps: int, progress: Progress) -> Iterator[_Path]:
    plan = _plan(arguments)
    for i, (name, (label, weight, gradient)) in enumerate(plan.items()):
        descent = _descent(arguments, weight, gradient)
        start, _ = rounded_finite(arguments, START, weight, what=phrase("a weight"))
        codes = descent.codes(start, steps, share_of(progress, i, len(plan)))
        called = phrase(label, weight=weight.title, gradient=gradient.title)
        so = DESCENT if weight == gradient != arguments[MASTER_FORMAT] else DESCENT_WIDE
        yield _Path(name, called, descent, codes, so)


def _descent(arguments: Arguments, weight: Format, gradient: Format) -> Descent:
    rules = rules_of(arguments)
    rate, _ = rounded_finite(arguments, RATE, weight, what=phrase("a learning rate"))
    target, _ = rounded_finite(arguments, TARGET, gradient, what=phrase("a target"))
    machines = Machine(weight, rules), Machine(gradient, rules)
    return Descent(*machines, machines[0].read(rate), machines[1].read(target))


def _unrounded(arguments: Arguments) -> Curve:
    """The course without any rounding, to 256 bits."""
    start, target = finite_value(arguments[START]), finite_value(arguments[TARGET])
    left = 1 - finite_value(arguments[RATE])

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


def _rounding_steps(arguments: Arguments) -> Iterator[RoundingStep]:
    low, other, master = (arguments[p] for p in (LOW_FORMAT, OTHER_FORMAT, MASTER_FORMAT))
    for fmt in dict.fromkeys((low, other, master)):
        yield typed_step(arguments, verbatim("w₀"), START, fmt)
        yield typed_step(arguments, verbatim("lr"), RATE, fmt)
        yield typed_step(arguments, phrase("target"), TARGET, fmt)
    for weight, gradient in ((low, low), (other, other), (master, low), (master, other)):
        if weight != gradient:
            yield RoundingStep(verbatim(f"{weight.title} w"), gradient)
        w_less_target = phrase("{format} w - target", format=gradient.title)
        yield RoundingStep(w_less_target, gradient)
        yield RoundingStep(phrase("lr · {format} gradient", format=gradient.title), weight)
        yield RoundingStep(phrase("w - {format} update", format=weight.title), weight)


def _write_script(writer: Writer) -> None:
    """Every descent."""
    writer.add(f"STEPS = {writer.run.domain.steps}")
    for name, (_, weight, gradient) in _plan(writer.run.arguments).items():
        _write_descent(writer, writer.run.curve(name), weight, gradient)


def _write_descent(writer: Writer, curve: Curve, weight: Format, gradient: Format) -> None:
    arguments, rules = writer.run.arguments, rules_of(writer.run.arguments)
    w, g = writer.spellings(weight, gradient, rules=rules)
    start, rate, target = (
        each.make.format(fraction_text(rounded_finite(arguments, p, each.format)[1].value))
        for p, each in ((START, w), (RATE, w), (TARGET, g))
    )
    mixed = weight != gradient
    held, found = (g.cast.format("w"), w.cast.format("gradient")) if mixed else ("w", "gradient")
    moved = "float(w) == float(before)" if w.native else "repr(w.number) == repr(before.number)"
    writer.add(f"""
{writer.heading(curve)}
w = {start}
rate = {rate}
target = {target}
for _ in range(STEPS):
    gradient = {held} - target
    before, w = w, w - rate * {found}
    if {moved}:
        break  # it moves no more
{writer.printed(curve.name, "w", w)}
    """)


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
        *RULES,
    ),
    _outline,
    _run,
    _write_script,
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
