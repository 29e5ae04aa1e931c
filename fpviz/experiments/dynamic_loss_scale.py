"""Dynamic loss scaling: the scale grows while gradients are finite, and backs off after overflow.

Overflows come from a list of steps, or in a closed loop from the size of the largest gradient.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from fpviz.core.arithmetic import Dyadic, Exact
from fpviz.core.numbers import Finite
from fpviz.core.phrase import phrase, template, verbatim
from fpviz.core.rounding import Rules, border
from fpviz.experiments.courses import CodeCourse
from fpviz.experiments.experiment import (
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
from fpviz.experiments.lanes import code_readout
from fpviz.experiments.machine import Machine, value_of
from fpviz.experiments.parameters import (
    OVERFLOW,
    ROUNDING,
    Choice,
    Count,
    ExactNumber,
    FormatName,
    Option,
    Parameter,
    Settings,
    StepList,
    Switch,
    finite_value,
)
from fpviz.experiments.plot import Axis, Mark, Scale
from fpviz.experiments.rounded import rounded_finite
from fpviz.experiments.scalers import SCALERS, Event, Tuning

SCALER = Parameter(
    "scaler",
    phrase("Scaler"),
    Choice(tuple(Option(name, scaler.title, scaler) for name, scaler in SCALERS.items())),
    "pytorch",
    phrase("Whose rules the scale follows."),
)
INITIAL = Parameter(
    "init-scale", phrase("First scale"), ExactNumber(), "2^16", phrase("The scale at step 0.")
)
GROWTH = Parameter(
    "growth-factor",
    phrase("Growth"),
    ExactNumber(),
    "2",
    phrase("What the scale is multiplied by when it grows."),
)
BACKOFF = Parameter(
    "backoff-factor",
    phrase("Back-off"),
    ExactNumber(),
    "0.5",
    phrase(
        "What the scale is multiplied by when it backs off; DeepSpeed divides by the growth factor."
    ),
)
INTERVAL = Parameter(
    "growth-interval",
    phrase("Growth interval"),
    Count(1, 10**6),
    "5",
    phrase("How many good steps in a row make the scale grow; 1000 or 2000 are usual."),
)
HYSTERESIS = Parameter(
    "hysteresis",
    phrase("Hysteresis"),
    Count(1, 10**6),
    "2",
    phrase("How many overflows it takes to back off (DeepSpeed with ZeRO, Megatron)."),
)
CONSECUTIVE = Parameter(
    "consecutive",
    phrase("Consecutive only"),
    Switch(),
    "off",
    phrase("Whether a good step restores the hysteresis (DeepSpeed with ZeRO)."),
)
MINIMUM = Parameter(
    "min-scale",
    phrase("Least scale"),
    ExactNumber(),
    "1",
    phrase("The scale never falls below it; not in PyTorch, where it may reach 0."),
)
LOOP_STEPS = Parameter(
    "steps",
    phrase("Steps"),
    Count(1, 10**6),
    "40",
    phrase("How many steps of training there are; at most 10^6."),
)
SOURCE = Parameter(
    "overflows",
    phrase("Overflows come from"),
    Choice(
        (
            Option("script", phrase("a list of steps"), False),
            Option("gradient", phrase("the gradients"), True),
        )
    ),
    "script",
    phrase("What makes a step overflow: a list of steps, or the largest gradient times the scale."),
)
SCRIPT = Parameter(
    "overflow-steps",
    phrase("Overflow at steps"),
    StepList(),
    "7, 8, 20",
    phrase("The steps that overflow, with commas between them; the first step is 1."),
)
GRADIENT = Parameter(
    "gradient",
    phrase("Largest |gradient|"),
    ExactNumber(),
    "2^-4",
    phrase("The largest magnitude among the gradients of each step, before scaling."),
)
GRADIENT_FORMAT = Parameter(
    "gradient-format",
    phrase("Gradients in"),
    FormatName(),
    "fp16",
    phrase("The format in which the scaled gradients may overflow."),
)

SCALE, SKIPPED, EDGE = "scale", "skipped", "edge"

_SKIPPED = template(
    "Step {step} overflowed: no weight is updated, and the scale goes from {before} to {after}."
)
_SPARED = template(
    "Step {step} overflowed: no weight is updated. The scale stays {before}: "
    "the hysteresis allows {left} more before it backs off."
)
_AT_LEAST = template(
    "Step {step} overflowed: no weight is updated. The scale stays {before}, its least."
)
_GROWN = template("Step {step} was the last of {interval} good ones: the scale grows to {after}.")
_KEPT = template(
    "Step {step} was good. The scale stays {before}: it grows after {interval} good steps in a row."
)
_STUCK = template(
    "Step {step} was good, but {before} times {factor} is not finite: the scale stays."
)


def _run(settings: Settings, progress: Progress) -> Run:
    tuning, steps = _tuning(settings), settings[LOOP_STEPS]
    fmt = tuning.machine.format
    first, _ = rounded_finite(settings, INITIAL, fmt, what=phrase("a scale"))
    scale, codes = tuning.machine.read(first), [first]
    events: list[Event] = []
    overflows = _Overflows(settings)
    for t in watched(steps, progress):
        overflowed = overflows(t + 1, scale)
        scale, event = tuning.step(scale, events[-1] if events else tuning.start, overflowed)
        codes.append(tuning.machine.code(scale))
        events.append(event)
    curve = Curve(
        SCALE,
        phrase("loss scale"),
        phrase("S after each step, in powers of two."),
        CodeCourse(fmt, codes),
        fmt,
    )
    skipped = [t + 1 for t, event in enumerate(events) if event.overflowed]
    run = Run(
        experiment=DYNAMIC_LOSS_SCALE.name,
        settings=settings,
        steps=steps,
        curves=(curve,),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings, tuning)),
        explain=partial(_explain, tuning, events, curve),
        reference=None,
        focus=SCALE,
        marks=tuple(_marks(settings, skipped)),
        vertical=Axis(phrase("loss scale S"), Scale.LOG2),
    )
    return replace(run, readouts=tuple(_readouts(run, skipped)))


def _tuning(settings: Settings) -> Tuning:
    """The scaler as it is set. Raises ParameterError for factors that do not grow or back off."""
    scaler = settings[SCALER]
    growth, backoff = finite_value(settings[GROWTH]), finite_value(settings[BACKOFF])
    if growth <= 1:
        raise GROWTH.error(phrase("a growth factor must be greater than 1"))
    if not 0 < backoff < 1:
        raise BACKOFF.error(phrase("a back-off factor must lie between 0 and 1"))
    if finite_value(settings[INITIAL]) <= 0:
        raise INITIAL.error(phrase("a loss scale must be positive"))
    if finite_value(settings[MINIMUM]) < 0:
        raise MINIMUM.error(phrase("a loss scale must not be negative"))
    factors = Machine(scaler.factor_format)
    return Tuning(
        scaler,
        Machine(scaler.scale_format),
        factors,
        factors.read(rounded_finite(settings, GROWTH, factors.format, what=phrase("a factor"))[0]),
        factors.of(backoff),
        factors.read(
            rounded_finite(settings, MINIMUM, scaler.scale_format, what=phrase("a scale"))[0]
        )
        if scaler.minimum
        else factors.of(0),
        settings[INTERVAL],
        settings[HYSTERESIS],
        settings[CONSECUTIVE],
    )


class _Overflows:
    """Whether a step overflows: by a list of steps, or by its gradient."""

    def __init__(self, settings: Settings) -> None:
        self._closed_loop = settings[SOURCE]
        script = settings[SCRIPT]
        self._script = frozenset(script)
        rules = Rules(settings[ROUNDING], settings[OVERFLOW])
        self._gradients = Machine(settings[GRADIENT_FORMAT], rules)
        self._gradient = abs(finite_value(settings[GRADIENT]))
        self._known: dict[Exact, bool] = {}

    def __call__(self, step: int, scale: Exact) -> bool:
        """Whether that step, the first being 1, overflows at that scale."""
        if not self._closed_loop:
            return step in self._script
        if scale not in self._known:
            value = value_of(scale)
            self._known[scale] = value is None or not isinstance(
                self._gradients.of(value * self._gradient), Dyadic
            )
        return self._known[scale]


def _marks(settings: Settings, skipped: list[int]) -> Iterator[Mark]:
    for step in skipped:
        yield Mark(SKIPPED, phrase("skipped"), step)
    gradient, fmt = abs(finite_value(settings[GRADIENT])), settings[GRADIENT_FORMAT]
    if settings[SOURCE] and gradient:
        rules = Rules(settings[ROUNDING], settings[OVERFLOW])
        if not isinstance(Machine(fmt, rules).of(fmt.largest * 4), Dyadic):
            limit, _ = border(fmt, fmt.largest_code, False, rules)
            yield Mark(EDGE, phrase("{format} overflows", format=fmt.title), value=limit / gradient)


def _readouts(run: Run, skipped: list[int]) -> Iterator[Readout]:
    yield code_readout(run.curve(SCALE), "final", phrase("in the end"), run.steps)
    shown = range(1, min(run.steps, 64) + 1)
    exponents = verbatim(" ".join(_log2_text(run, t) for t in shown))
    after = phrase("log₂ S after steps 1 … {last}", last=str(shown[-1]))
    yield Readout("scale.log2", after, exponents)
    yield Readout("skipped", phrase("Skipped steps"), len(skipped))
    steps = ", ".join(map(str, skipped[:64])) + (", …" if len(skipped) > 64 else "")
    yield Readout("skipped.steps", phrase("Which"), verbatim(steps) if skipped else None)
    edge = next((mark.value for mark in run.marks if mark.name == EDGE), None)
    if run.settings[SOURCE]:
        yield Readout("edge", phrase("Least scale that overflows"), edge)


def _log2_text(run: Run, t: int) -> str:
    """log₂ of the scale where it is a power of two, else the scale."""
    number = run.curve(SCALE).number(t)
    if not isinstance(number, Finite) or number.is_zero:
        return brief(number)
    n, d = number.magnitude.as_integer_ratio()
    if n & (n - 1) or d & (d - 1):
        return f"log₂({brief(number)})"
    return str(n.bit_length() - d.bit_length())


def _rounding_steps(settings: Settings, tuning: Tuning) -> Iterator[RoundingStep]:
    if tuning.factors.format != tuning.machine.format:
        yield RoundingStep(phrase("S · factor"), tuning.factors.format)
    yield RoundingStep(phrase("new S"), tuning.machine.format)
    if settings[SOURCE]:
        yield RoundingStep(phrase("S · gradient"), settings[GRADIENT_FORMAT])


def _explain(tuning: Tuning, events: list[Event], curve: Curve, t: int, _curve: str) -> Lesson:
    if t >= len(events):
        t = len(events) - 1
    event, before, after = events[t], curve.number(t), curve.number(t + 1)
    values = {"step": str(t + 1), "before": brief(before), "after": brief(after)}
    if event.overflowed:
        if before != after:
            sentence = phrase(_SKIPPED, **values)
        elif not event.backed_off:
            sentence = phrase(_SPARED, left=str(event.left - 1), **values)
        else:
            sentence = phrase(_AT_LEAST, **values)
        return Lesson(t, phrase("A skipped step"), Outcome.SKIPPED, (sentence,))
    if before != after:
        sentence = phrase(_GROWN, interval=str(tuning.interval), **values)
        return Lesson(t, phrase("The scale grows"), Outcome.GROWN, (sentence,))
    if not event.grew:
        sentence = phrase(_KEPT, interval=str(tuning.interval), **values)
        return Lesson(t, phrase("A good step"), Outcome.KEPT, (sentence,))
    sentence = phrase(_STUCK, factor=brief(value_of(tuning.growth) or 0), **values)
    return Lesson(t, phrase("The scale cannot grow"), Outcome.KEPT, (sentence,))


DYNAMIC_LOSS_SCALE = Experiment(
    "dynamic-loss-scale",
    phrase("Dynamic loss scale"),
    phrase("The scale grows until a gradient overflows, skips that step, and backs off."),
    (
        SCALER,
        SOURCE,
        SCRIPT,
        GRADIENT,
        GRADIENT_FORMAT,
        INITIAL,
        GROWTH,
        BACKOFF,
        INTERVAL,
        HYSTERESIS,
        CONSECUTIVE,
        MINIMUM,
        LOOP_STEPS,
        ROUNDING,
        OVERFLOW,
    ),
    _run,
)
