"""Adam with state and weights in 16 bits: eps vanishes, small second moments too.

The order of operations is that of torch.optim.Adam, each worked out exactly and rounded once into
the format of its curve, as a kernel does that computes in FP32 and stores 16 bits:
``m ← m + (1 - β₁)(g - m)``, ``v ← round(β₂·v) + (1 - β₂)g²``, ``d = √v / √(1 - β₂ᵗ) + eps``,
``w ← w - lr/(1 - β₁ᵗ) · m/d``. The powers of β, as there, are binary64. The gradient is constant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Dyadic, Exact
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Infinity, NaN, Number, finite
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.experiments.adam.parameters import (
    BETA1,
    BETA2,
    EPS,
    FORMATS,
    GRADIENT,
    LOOP_STEPS,
    PARAMETERS,
    RATE,
    START,
)
from fpviz.experiments.adam.script import write_script
from fpviz.experiments.engine.constant_update.sentences import single_lesson, underflowed
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.counterparts import OF_ADAM, OF_ADAM_WIDE, who
from fpviz.experiments.engine.curves import CodeCourse, Curve, NumberCourse
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import Arguments
from fpviz.experiments.engine.plot import Domain, Mark, Quantity
from fpviz.experiments.engine.readouts import (
    Readout,
    code_readout,
    curve_readout,
    error_readout,
    final_readout,
    side_by_side,
)
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run, share_of, watched
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step

EXACT, LOST = "exact", "lost"

_STEP = template("The second moment is {v}, its root over the correction plus eps is {divisor}.")
_LEADS = template("The step leads from {before} to {after}.")
_EPS_LOST = template("In {format} eps is 0: nothing keeps the divisor from zero.")
_V_LOST = template(
    "The square of the gradient times 1 - β₂, {square}, is below what {format} holds."
)


class Moments(NamedTuple):
    """The state between steps: weight, first and second moment, and the last divisor."""

    weight: Exact
    first: Exact
    second: Exact
    divisor: Exact


@dataclass(frozen=True)
class Adam:
    """Adam in one format; the scalars are the typed decimals."""

    machine: Machine
    gradient: Exact
    rate: Fraction
    beta1: Fraction
    beta2: Fraction
    eps: Fraction

    def start(self, weight: Exact) -> Moments:
        """The state before the first step."""
        zero = Dyadic(False, 0, 0)
        return Moments(weight, zero, zero, zero)

    def step(self, t: int, state: Moments) -> Moments:
        """The state after step ``t``, the first being 1. Values that are not finite stay."""
        g, m, v = (value_of(x) for x in (self.gradient, state.first, state.second))
        if g is None or m is None or v is None:
            return state
        first = self.machine.of(m + (1 - self.beta1) * (g - m))
        second = self.second_moment(v, g)
        divisor = self.divisor(t, second)
        return Moments(self.moved(t, state.weight, first, divisor), first, second, divisor)

    def second_moment(self, v: Fraction, g: Fraction) -> Exact:
        """v after a gradient."""
        decayed = value_of(self.machine.of(self.beta2 * v))
        return self.machine.of((decayed or Fraction(0)) + (1 - self.beta2) * g * g)

    def divisor(self, t: int, second: Exact) -> Exact:
        """√v over its correction, plus eps."""
        v = value_of(second)
        if v is None:
            return second
        root = value_of(self.machine.root(v))
        correction = Fraction((1 - float(self.beta2) ** t) ** 0.5)
        over = value_of(self.machine.of((root or Fraction(0)) / correction))
        return self.machine.of((over or Fraction(0)) + self.eps)

    def moved(self, t: int, weight: Exact, first: Exact, divisor: Exact) -> Exact:
        """The weight after the step itself; x/0 is infinite, 0/0 NaN."""
        w, m, d = (value_of(x) for x in (weight, first, divisor))
        if w is None or m is None:
            return weight
        if d is None:
            return self.machine.of(NaN()) if isinstance(divisor, NaN) else weight
        if not d:
            return self.machine.of(Infinity(m > 0) if m else NaN())
        return self.machine.of(w + self.update(t, m, d))

    def update(self, t: int, m: Fraction, d: Fraction) -> Fraction:
        """What step ``t`` adds to the weight, before the sum is rounded."""
        return -self.rate / Fraction(1 - float(self.beta1) ** t) * m / d

    def least_gradient(self) -> int | None:
        """The code of the least gradient that v notices; ``None`` if it is none."""
        fmt = self.machine.format
        low, high = 0, fmt.largest_place + 1
        while high - low > 1:  # v rises with g
            middle = (low + high) // 2
            second = value_of(self.second_moment(Fraction(0), fmt.magnitude(middle)))
            low, high = (middle, high) if second == 0 else (low, middle)
        return fmt.code_at(high) if high <= fmt.largest_place else None


@dataclass(frozen=True)
class _Walk:
    """The states of one format after 0, 1, … steps; ``typed`` is the gradient before rounding."""

    adam: Adam
    states: list[Moments]
    typed: Fraction

    @property
    def format(self) -> Format:
        return self.adam.machine.format

    @cached_property
    def curve(self) -> Curve:
        """The weight as a curve."""
        fmt, machine = self.format, self.adam.machine
        so = OF_ADAM if fmt.name in ("fp16", "bf16") else OF_ADAM_WIDE
        return Curve(
            fmt.name,
            verbatim(fmt.title),
            phrase("The weight, with both moments in {format}.", format=fmt.title),
            CodeCourse(fmt, [machine.code(state.weight) for state in self.states]),
            fmt,
            self.tell,
            who=who(so, machine.rules, fmt),
        )

    @property
    def mark(self) -> Mark | None:
        """Where the weight is lost, if it is."""
        for t, state in enumerate(self.states):
            if not isinstance(state.weight, Dyadic):
                title, value = self.format.title, approx(number_of(state.weight))
                return Mark(LOST, phrase("{format} is {value}", format=title, value=value), t)
        return None

    def readouts(self, reference: Curve, last: int) -> Iterator[Readout]:
        """What becomes of weight, eps and v."""
        fmt, curve = self.format, self.curve
        yield code_readout(curve, "first", phrase("after one step"), 1)
        yield final_readout(curve, last)
        yield error_readout(curve, reference, last)
        yield curve_readout(curve, "eps", verbatim("eps"), finite(self.adam.eps))
        second = number_of(self.states[1].second)
        yield curve_readout(curve, "v", phrase("v after one step"), second)
        code = self.adam.least_gradient()
        number: Number | None = None if code is None else decode(fmt, code).number
        what = phrase("least gradient whose v is not 0")
        least = curve_readout(curve, "least-gradient", what, number)
        yield replace(least, format=fmt, code=code)

    def tell(self, t: int) -> Lesson:
        """What a step makes of the moments, and of the weight."""
        last = len(self.states) - 1
        before, after = self.states[min(t, last - 1)], self.states[min(t + 1, last)]
        first = (*self._lost(after), _moved_by(after))
        leads = phrase(
            _LEADS, before=approx(number_of(before.weight)), after=approx(number_of(after.weight))
        )
        m, d = value_of(after.first), value_of(after.divisor)
        if d == 0:
            sentences = (*first, leads, phrase(_EPS_LOST, format=self.format.title))
            return Lesson(t, phrase("A division by zero"), Outcome.OVERFLOWED, sentences)
        title = phrase("A step of Adam")
        if m is None or d is None or not isinstance(before.weight, Dyadic):
            return Lesson(t, title, Outcome.OVERFLOWED, (*first, leads))
        machine, update = self.adam.machine, finite(self.adam.update(min(t + 1, last), m, d))
        course = Trajectory(self.format, machine.code(before.weight), update, machine.rules)
        told = single_lesson(course, t)
        return replace(told, title=title, sentences=(*first, *told.sentences, leads))

    def _lost(self, after: Moments) -> Iterator[Phrase]:
        """What of the gradient, or of its square, is lost in the format."""
        adam, g = self.adam, value_of(self.adam.gradient) or Fraction(0)
        if self.typed and not g and isinstance(adam.gradient, Dyadic):
            yield underflowed(self.typed, self.format, phrase("gradient"))
        if g and value_of(after.second) == 0:
            square = approx((1 - adam.beta2) * g * g, 4)
            yield phrase(_V_LOST, square=square, format=self.format.title)


def _moved_by(after: Moments) -> Phrase:
    return phrase(
        _STEP, v=approx(number_of(after.second)), divisor=approx(number_of(after.divisor))
    )


def _outline(arguments: Arguments) -> Outline:
    names = (*(fmt.name for fmt in arguments[FORMATS]), EXACT)
    return Outline(names, Domain(phrase("step"), arguments[LOOP_STEPS]))


def _run(arguments: Arguments, progress: Progress) -> Run:
    _check(arguments)
    domain, formats = _outline(arguments).domain, arguments[FORMATS]
    walks = [
        _walk(arguments, fmt, share_of(progress, i, len(formats))) for i, fmt in enumerate(formats)
    ]
    exact = _exact(arguments)
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("weight")),
        curves=(*(walk.curve for walk in walks), exact),
        readouts=side_by_side(
            readout for walk in walks for readout in walk.readouts(exact, domain.steps)
        ),
        rounding_steps=tuple(_rounding_steps(arguments)),
        focus=walks[0].curve.name,
        reference=EXACT,
        marks=tuple(walk.mark for walk in walks if walk.mark is not None),
    )


def _check(arguments: Arguments) -> None:
    for parameter in (BETA1, BETA2):
        if not 0 <= finite_value(arguments[parameter]) < 1:
            raise parameter.error(phrase("a decay must be at least 0 and less than 1"))
    if finite_value(arguments[EPS]) < 0:
        raise EPS.error(phrase("eps must not be negative"))
    for fmt in arguments[FORMATS]:
        if not fmt.has_zero:
            raise FORMATS.error(
                phrase("{format} has no zero for the first moments", format=fmt.name)
            )


def _adam(arguments: Arguments, fmt: Format) -> Adam:
    machine = Machine(fmt, rules_of(arguments))
    code, _ = rounded_finite(arguments, GRADIENT, fmt, what=phrase("a gradient"))
    eps = value_of(machine.of(arguments[EPS].number)) or Fraction(0)
    rate, beta1, beta2 = (finite_value(arguments[p]) for p in (RATE, BETA1, BETA2))
    return Adam(machine, machine.read(code), rate, beta1, beta2, eps)


def _walk(arguments: Arguments, fmt: Format, progress: Progress) -> _Walk:
    adam = _adam(arguments, fmt)
    start, _ = rounded_finite(arguments, START, fmt, what=phrase("a weight"))
    states = [adam.start(adam.machine.read(start))]
    for t in watched(arguments[LOOP_STEPS], progress):
        states.append(adam.step(t + 1, states[-1]))
    return _Walk(adam, states, finite_value(arguments[GRADIENT]))


def _exact(arguments: Arguments) -> Curve:
    """Without rounding and with a constant gradient, every step is lr · g / (|g| + eps)."""
    w, g, rate, eps = (finite_value(arguments[p]) for p in (START, GRADIENT, RATE, EPS))
    size = abs(g) + eps
    step = rate * g / size if size else Fraction(0)
    meaning = phrase("Without rounding each step is lr·g/(|g| + eps).")
    return Curve(EXACT, phrase("exact"), meaning, NumberCourse(lambda t: w - t * step))


def _rounding_steps(arguments: Arguments) -> Iterator[RoundingStep]:
    for fmt in arguments[FORMATS]:
        for name, parameter in (("w₀", START), ("g", GRADIENT), ("eps", EPS)):
            yield typed_step(arguments, verbatim(name), parameter, fmt)
        for operation in (
            "m + (1 - β₁)(g - m)",
            "β₂·v",
            "β₂·v + (1 - β₂)g²",
            "√v",
            "√v / √(1 - β₂ᵗ)",
            "√v / √(1 - β₂ᵗ) + eps",
            "w - lr/(1 - β₁ᵗ)·m/d",
        ):
            yield RoundingStep(verbatim(operation), fmt)


ADAM = Experiment(
    "adam",
    phrase("Adam in 16 bits"),
    phrase(
        "In FP16 eps is zero: a small gradient divides by zero, and the weight is gone at once."
    ),
    PARAMETERS,
    _outline,
    _run,
    write_script,
)
