"""Dynamic loss scaling: the scale grows while gradients are finite, and backs off after overflow.

Overflows come from a list of steps, in a closed loop from the size of the largest gradient, or
from both. A gradient that is infinite or NaN overflows in any case, at whatever scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from fpviz.core.arithmetic.operations import Dyadic
from fpviz.core.arithmetic.rounding import Rules, border
from fpviz.core.numbers import Finite, Number
from fpviz.core.phrase import phrase, verbatim
from fpviz.experiments.dynamic_loss_scale.lessons import ScalerHistory, tell
from fpviz.experiments.dynamic_loss_scale.overflows import Overflows
from fpviz.experiments.dynamic_loss_scale.parameters import (
    GRADIENT,
    GRADIENT_FORMAT,
    INITIAL,
    LOOP_STEPS,
    PARAMETERS,
    SCALER,
    SOURCE,
    inverse_format,
    tuning_of,
)
from fpviz.experiments.dynamic_loss_scale.rules import Event, Tuning
from fpviz.experiments.dynamic_loss_scale.script import write_script
from fpviz.experiments.engine.curves import CodeCourse, Curve
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameters import OVERFLOW, ROUNDING, Arguments
from fpviz.experiments.engine.plot import Domain, Mark, Quantity
from fpviz.experiments.engine.readouts import Readout, final_readout, side_by_side
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run, watched
from fpviz.experiments.engine.typed_numbers import rounded_finite

SCALE, SKIPPED, RAISED, EDGE = "scale", "skipped", "raised", "edge"


def _outline(arguments: Arguments) -> Outline:
    return Outline((SCALE,), Domain(phrase("step"), arguments[LOOP_STEPS]), measured=False)


def _run(arguments: Arguments, progress: Progress) -> Run:
    history = _history(arguments, progress)
    domain, last = _outline(arguments).domain, history.events[-1]
    curve = Curve(
        SCALE,
        phrase("loss scale"),
        phrase("S after each step, in powers of two."),
        history.scales,
        history.scales.format,
        partial(tell, history),
        who=phrase("So does {scaler}.", scaler=arguments[SCALER].who),
    )
    skipped = [t for t, event in enumerate(history.events) if event.overflowed]
    edge = _edge(arguments)
    return Run(
        arguments=arguments,
        domain=domain,
        quantity=Quantity(phrase("loss scale S"), log=True),
        curves=(curve,),
        readouts=side_by_side(
            (
                final_readout(curve, domain.steps),
                *_exponents(history.scales, domain.steps),
                *_events(history, skipped),
                *_limits(history, edge, domain.steps),
            )
        ),
        rounding_steps=tuple(_rounding_steps(arguments, history.tuning)),
        focus=SCALE,
        marks=tuple(_marks(arguments, skipped, last, edge)),
    )


def _history(arguments: Arguments, progress: Progress) -> ScalerHistory:
    tuning, overflows = tuning_of(arguments), Overflows(arguments)
    fmt = tuning.machine.format
    first, _ = rounded_finite(arguments, INITIAL, fmt, what=phrase("a scale"))
    scale = tuning.capped(tuning.machine.read(first))
    codes, events = [tuning.machine.code(scale)], [tuning.start]
    for t in watched(arguments[LOOP_STEPS], progress):
        scale, event = tuning.step(scale, events[-1], overflows(t + 1, scale))
        codes.append(tuning.machine.code(scale))
        events.append(event)
        if event.raised:
            break
    return ScalerHistory(arguments, tuning, overflows, events, CodeCourse(fmt, codes))


def _edge(arguments: Arguments) -> Fraction | None:
    """The least scale at which the gradient overflows, if there is one."""
    number, fmt = arguments[GRADIENT].number, arguments[GRADIENT_FORMAT]
    if not (arguments[SOURCE].computed and isinstance(number, Finite) and number.magnitude):
        return None
    rules = Rules(arguments[ROUNDING], arguments[OVERFLOW])
    if isinstance(Machine(fmt, rules).of(fmt.largest * 4), Dyadic):
        return None
    limit, _ = border(fmt, fmt.largest_place, False, rules)
    return limit / number.magnitude


def _marks(
    arguments: Arguments, skipped: list[int], last: Event, edge: Fraction | None
) -> Iterator[Mark]:
    for step in skipped:
        yield Mark(SKIPPED, phrase("skipped"), step)
    if last.raised:
        yield Mark(RAISED, phrase("exception"), skipped[-1])
    if edge is not None:
        title = arguments[GRADIENT_FORMAT].title
        yield Mark(EDGE, phrase("{format} overflows", format=title), value=edge)


def _exponents(scales: CodeCourse, last: int) -> Iterator[Readout]:
    """log₂ of the scales after the first steps."""
    shown = range(1, min(last, 64) + 1)
    exponents = verbatim(" ".join(_log2_text(scales.number(t)) for t in shown))
    after = phrase("log₂ S after steps 1 … {last}", last=str(shown[-1]))
    yield Readout("scale.log2", after, exponents)


def _events(history: ScalerHistory, skipped: list[int]) -> Iterator[Readout]:
    """What happened on the way."""
    yield Readout("skipped", phrase("Skipped steps"), len(skipped))
    steps = ", ".join(map(str, skipped[:64])) + (", …" if len(skipped) > 64 else "")
    yield Readout("skipped.steps", phrase("Which"), verbatim(steps) if skipped else None)
    codes = history.scales.codes
    if 0 in codes:
        yield Readout("vanished", phrase("S is 0 after step"), codes.index(0))
    if history.events[-1].raised:
        yield Readout("raised", phrase("Exception at step"), skipped[-1])


def _limits(history: ScalerHistory, edge: Fraction | None, last: int) -> Iterator[Readout]:
    """Where gradients overflow, and what unscales them in the end."""
    arguments = history.arguments
    if arguments[SOURCE].computed:
        yield Readout("edge", phrase("Least scale that overflows"), edge)
    scale = history.tuning.machine.of(history.scales.number(last))
    label = phrase("1/S in the end, in {format}", format=inverse_format(arguments).title)
    yield Readout("inverse", label, number_of(history.overflows.inverse(scale)))


def _log2_text(number: Number) -> str:
    """log₂ of a number where it is a power of two, else the number."""
    if not isinstance(number, Finite) or number.is_zero:
        return approx(number)
    n, d = number.magnitude.as_integer_ratio()
    if n & (n - 1) or d & (d - 1):
        return f"log₂({approx(number)})"
    return str(n.bit_length() - d.bit_length())


def _rounding_steps(arguments: Arguments, tuning: Tuning) -> Iterator[RoundingStep]:
    if tuning.factors.format != tuning.machine.format:
        yield RoundingStep(phrase("S · factor"), tuning.factors.format)
    yield RoundingStep(phrase("new S"), tuning.machine.format)
    yield RoundingStep(verbatim("1/S"), inverse_format(arguments))
    if arguments[SOURCE].computed:
        yield RoundingStep(phrase("S · gradient"), arguments[GRADIENT_FORMAT])


DYNAMIC_LOSS_SCALE = Experiment(
    "dynamic-loss-scale",
    phrase("Dynamic loss scale"),
    phrase("The scale grows until a gradient overflows, skips that step, and backs off."),
    PARAMETERS,
    _outline,
    _run,
    write_script,
)
