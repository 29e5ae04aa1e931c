"""Adam with state and weights in 16 bits: eps vanishes, small second moments too.

The order of operations is that of torch.optim.Adam, each worked out exactly and rounded once into
the format of its lane, as a kernel does that computes in FP32 and stores 16 bits:
``m ← m + (1 - β₁)(g - m)``, ``v ← round(β₂·v) + (1 - β₂)g²``, ``d = √v / √(1 - β₂ᵗ) + eps``,
``w ← w - lr/(1 - β₁ᵗ) · m/d``. The powers of β, as there, are binary64. The gradient is constant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Dyadic, Exact
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Infinity, NaN, Number, finite
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.experiments.engine.counterparts import OF_ADAM, OF_ADAM_WIDE, who
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
from fpviz.experiments.engine.lanes import code_readout, curve_readout, exact_lesson
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import (
    FLUSH,
    OVERFLOW,
    ROUNDING,
    Count,
    ExactNumber,
    FormatList,
    Parameter,
    Settings,
    finite_value,
)
from fpviz.experiments.engine.plot import Axis, Mark
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.trajectory import Trajectory
from fpviz.experiments.engine.typed_numbers import rounded_finite, rules_of, typed_step
from fpviz.experiments.why.sentences import single_lesson, underflowed

START = Parameter("w0", phrase("Weight w₀"), ExactNumber(), "1", phrase("The weight at step 0."))
GRADIENT = Parameter(
    "g",
    phrase("Gradient g"),
    ExactNumber(),
    "1e-3",
    phrase("The gradient, the same in every step."),
)
RATE = Parameter(
    "lr",
    phrase("Learning rate"),
    ExactNumber(),
    "1e-3",
    phrase("The learning rate, about as far as a step goes."),
)
BETA1 = Parameter(
    "beta1", verbatim("β₁"), ExactNumber(), "0.9", phrase("The decay of the first moment.")
)
BETA2 = Parameter(
    "beta2", verbatim("β₂"), ExactNumber(), "0.999", phrase("The decay of the second moment.")
)
EPS = Parameter(
    "eps",
    verbatim("eps"),
    ExactNumber(),
    "1e-8",
    phrase("What is added to the divisor to keep it from zero."),
)
LOOP_STEPS = Parameter(
    "steps",
    phrase("Steps"),
    Count(1, 10**5),
    "20",
    phrase("How many steps there are; at most 10^5."),
)
FORMATS = Parameter(
    "formats",
    phrase("Formats"),
    FormatList(),
    "fp16, bf16, fp32",
    phrase("The formats of moments and weight, with commas between them; each has a curve."),
)

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


def _outline(settings: Settings) -> Outline:
    return Outline((*(fmt.name for fmt in settings[FORMATS]), EXACT), settings[LOOP_STEPS])


def _run(settings: Settings, progress: Progress) -> Run:
    _check(settings)
    lanes = {}
    formats = settings[FORMATS]
    for i, fmt in enumerate(formats):

        def part(done: float, before: int = i) -> None:
            progress((before + done) / len(formats))

        adam, states = _walk(settings, fmt, part)
        lanes[fmt.name] = (adam, states)
    curves = tuple(_curve(adam, states) for adam, states in lanes.values())
    run = Run(
        experiment=ADAM.name,
        settings=settings,
        steps=settings[LOOP_STEPS],
        curves=(*curves, _exact(settings)),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings)),
        explain=partial(_explain, finite_value(settings[GRADIENT]), lanes),
        reference=EXACT,
        focus=curves[0].name,
        marks=tuple(_marks(lanes)),
        vertical=Axis(phrase("weight")),
    )
    readouts = [each for curve in curves for each in _readouts(run, curve, *lanes[curve.name])]
    return replace(run, readouts=tuple(readouts))


def _check(settings: Settings) -> None:
    for parameter in (BETA1, BETA2):
        if not 0 <= finite_value(settings[parameter]) < 1:
            raise parameter.error(phrase("a decay must be at least 0 and less than 1"))
    if finite_value(settings[EPS]) < 0:
        raise EPS.error(phrase("eps must not be negative"))
    for fmt in settings[FORMATS]:
        if not fmt.has_zero:
            raise FORMATS.error(
                phrase("{format} has no zero for the first moments", format=fmt.name)
            )


def _adam(settings: Settings, fmt: Format) -> Adam:
    machine = Machine(fmt, rules_of(settings))
    code, _ = rounded_finite(settings, GRADIENT, fmt, what=phrase("a gradient"))
    eps = value_of(machine.of(settings[EPS].number)) or Fraction(0)
    rate, beta1, beta2 = (finite_value(settings[p]) for p in (RATE, BETA1, BETA2))
    return Adam(machine, machine.read(code), rate, beta1, beta2, eps)


def _walk(settings: Settings, fmt: Format, progress: Progress) -> tuple[Adam, list[Moments]]:
    adam = _adam(settings, fmt)
    start, _ = rounded_finite(settings, START, fmt, what=phrase("a weight"))
    states = [adam.start(adam.machine.read(start))]
    for t in watched(settings[LOOP_STEPS], progress):
        states.append(adam.step(t + 1, states[-1]))
    return adam, states


def _curve(adam: Adam, states: list[Moments]) -> Curve:
    fmt = adam.machine.format
    codes = [adam.machine.code(state.weight) for state in states]
    meaning = phrase("The weight, with both moments in {format}.", format=fmt.title)
    told = who(OF_ADAM if fmt.name in ("fp16", "bf16") else OF_ADAM_WIDE, adam.machine.rules, fmt)
    return Curve(fmt.name, verbatim(fmt.title), meaning, CodeCourse(fmt, codes), fmt, who=told)


def _exact(settings: Settings) -> Curve:
    """Without rounding and with a constant gradient, every step is lr · g / (|g| + eps)."""
    w, g, rate, eps = (finite_value(settings[p]) for p in (START, GRADIENT, RATE, EPS))
    size = abs(g) + eps
    step = rate * g / size if size else Fraction(0)
    meaning = phrase("Without rounding each step is lr·g/(|g| + eps).")
    return Curve(EXACT, phrase("exact"), meaning, NumberCourse(lambda t: w - t * step))


def _marks(lanes: dict[str, tuple[Adam, list[Moments]]]) -> Iterator[Mark]:
    for adam, states in lanes.values():
        for t, state in enumerate(states):
            if not isinstance(state.weight, Dyadic):
                title, value = adam.machine.format.title, brief(number_of(state.weight))
                yield Mark(LOST, phrase("{format} is {value}", format=title, value=value), t)
                break


def _readouts(run: Run, curve: Curve, adam: Adam, states: list[Moments]) -> Iterator[Readout]:
    fmt = adam.machine.format
    yield code_readout(curve, "first", phrase("after one step"), 1)
    yield code_readout(curve, "final", phrase("in the end"), run.steps)
    yield curve_readout(curve, "error", phrase("error"), run.error(curve.name, run.steps))
    yield curve_readout(curve, "eps", verbatim("eps"), finite(adam.eps))
    yield curve_readout(curve, "v", phrase("v after one step"), number_of(states[1].second))
    code = _least_gradient(adam)
    number: Number | None = None if code is None else decode(fmt, code).number
    what = phrase("least gradient whose v is not 0")
    least = curve_readout(curve, "least-gradient", what, number)
    yield replace(least, format=fmt, code=code)


def _least_gradient(adam: Adam) -> int | None:
    """The code of the least gradient that the second moment notices; ``None`` if it is none."""
    fmt = adam.machine.format
    low, high = 0, fmt.largest_code + 1
    while high - low > 1:  # v rises with g
        middle = (low + high) // 2
        second = value_of(adam.second_moment(Fraction(0), fmt.magnitude(middle)))
        low, high = (middle, high) if second == 0 else (low, middle)
    return high if high <= fmt.largest_code else None


def _rounding_steps(settings: Settings) -> Iterator[RoundingStep]:
    for fmt in settings[FORMATS]:
        for name, parameter in (("w₀", START), ("g", GRADIENT), ("eps", EPS)):
            yield typed_step(settings, verbatim(name), parameter, fmt)
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


def _explain(
    typed: Fraction, lanes: dict[str, tuple[Adam, list[Moments]]], t: int, curve: str
) -> Lesson:
    if curve not in lanes:
        return exact_lesson(t)
    adam, states = lanes[curve]
    before, after = states[min(t, len(states) - 2)], states[min(t + 1, len(states) - 1)]
    title = adam.machine.format.title
    sentences = [
        phrase(
            _STEP,
            v=brief(number_of(after.second)),
            divisor=brief(number_of(after.divisor)),
        ),
    ]
    leads = phrase(
        _LEADS, before=brief(number_of(before.weight)), after=brief(number_of(after.weight))
    )
    g = value_of(adam.gradient) or Fraction(0)
    if g and value_of(after.second) == 0:
        square = brief((1 - adam.beta2) * g * g, 4)
        sentences.insert(0, phrase(_V_LOST, square=square, format=title))
    if typed and not g and isinstance(adam.gradient, Dyadic):
        sentences.insert(0, underflowed(typed, adam.machine.format, phrase("gradient")))
    m, d = value_of(after.first), value_of(after.divisor)
    if d == 0:
        sentences += [leads, phrase(_EPS_LOST, format=title)]
        return Lesson(t, phrase("A division by zero"), Outcome.OVERFLOWED, tuple(sentences))
    if m is None or d is None or not isinstance(before.weight, Dyadic):
        return Lesson(t, phrase("A step of Adam"), Outcome.OVERFLOWED, (*sentences, leads))
    update = finite(adam.update(min(t + 1, len(states) - 1), m, d))
    code = adam.machine.code(before.weight)
    course = Trajectory(adam.machine.format, code, update, adam.machine.rules)
    step = single_lesson(course, t)
    heading = phrase("A step of Adam")
    return replace(step, title=heading, sentences=(*sentences, *step.sentences, leads))


ADAM = Experiment(
    "adam",
    phrase("Adam in 16 bits"),
    phrase(
        "In FP16 eps is zero: a small gradient divides by zero, and the weight is gone at once."
    ),
    (
        GRADIENT,
        LOOP_STEPS,
        FORMATS,
        START,
        RATE,
        BETA1,
        BETA2,
        EPS,
        ROUNDING,
        OVERFLOW,
        FLUSH,
    ),
    _run,
    _outline,
)
