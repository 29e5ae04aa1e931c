"""Dynamic loss scaling: the scale grows while gradients are finite, and backs off after overflow.

Overflows come from a list of steps, in a closed loop from the size of the largest gradient, or
from both. A gradient that is infinite or NaN overflows in any case, at whatever scale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fpviz.core.arithmetic.operations import Dyadic
from fpviz.core.arithmetic.rounding import Rules, border
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import power_text, value_text
from fpviz.experiments.engine.courses import CodeCourse
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
from fpviz.experiments.engine.lanes import code_readout
from fpviz.experiments.engine.outline import Outline
from fpviz.experiments.engine.parameters import OVERFLOW, ROUNDING, Settings
from fpviz.experiments.engine.plot import Axis, Mark, Scale
from fpviz.experiments.engine.rounded_arithmetic import Machine, number_of, value_of
from fpviz.experiments.engine.typed_numbers import rounded_finite
from fpviz.experiments.scaler.overflows import Overflows
from fpviz.experiments.scaler.parameters import (
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
from fpviz.experiments.scaler.rules import BackOff, Event, Tuning

SCALE, SKIPPED, RAISED, EDGE = "scale", "skipped", "raised", "edge"

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
_RAISED = template(
    "Step {step} overflowed: no weight is updated, and the scaler raises an exception. "
    "Training ends with the scale at {after}."
)
_HOPELESS = template("The gradient is {gradient}, and so it is at any scale.")
_INVERSE = template(
    "What was finite is then unscaled by 1/S, which is infinite in {format}: the weights become "
    "infinite or NaN."
)
_VANISHED = template(
    "1/S, by which gradients are unscaled, is 0 in {format}: all finite ones become 0."
)
_SCALED = template("The gradient, {gradient}, times S is {product}: {format} makes it {scaled}.")
_UNSCALED = template("It is unscaled by 1/S, in {format} {inverse}.")
_MULTIPLIED = template("To be multiplied: {before} by {factor}, which is {product}.")
_DIVIDED = template("To be divided: {before} by {factor}, which is {product}.")
_ROUNDED = template("{format}, whose ulp there is {ulp}, rounds it to {after}.")
_LIMITED = template("The scaler's limit makes it {after}.")
_GROWN = template("Step {step} was the last of {interval} good ones: the scale grows to {after}.")
_KEPT = template(
    "Step {step} was good. The scale stays {before}: it grows after {interval} good steps in a row."
)
_STUCK = template(
    "Step {step} was good, but the scale stays {before}: {factor} times that is beyond its most."
)


def _outline(settings: Settings) -> Outline:
    return Outline((SCALE,), settings[LOOP_STEPS], measured=False)


def _run(settings: Settings, progress: Progress) -> Run:
    tuning, steps = tuning_of(settings), settings[LOOP_STEPS]
    fmt = tuning.machine.format
    first, _ = rounded_finite(settings, INITIAL, fmt, what=phrase("a scale"))
    scale = tuning.capped(tuning.machine.read(first))
    codes, events = [tuning.machine.code(scale)], [tuning.start]
    overflows = Overflows(settings)
    for t in watched(steps, progress):
        scale, event = tuning.step(scale, events[-1], overflows(t + 1, scale))
        codes.append(tuning.machine.code(scale))
        events.append(event)
        if event.raised:
            break
    curve = Curve(
        SCALE,
        phrase("loss scale"),
        phrase("S after each step, in powers of two."),
        CodeCourse(fmt, codes),
        fmt,
        who=phrase("So does {scaler}.", scaler=settings[SCALER].who),
    )
    skipped = [t for t, event in enumerate(events) if event.overflowed]
    run = Run(
        experiment=DYNAMIC_LOSS_SCALE.name,
        settings=settings,
        steps=steps,
        curves=(curve,),
        readouts=(),
        rounding_steps=tuple(_rounding_steps(settings, tuning)),
        explain=partial(_explain, Told(settings, tuning, overflows, events, curve)),
        reference=None,
        focus=SCALE,
        marks=tuple(_marks(settings, skipped, events[-1])),
        vertical=Axis(phrase("loss scale S"), Scale.LOG2),
    )
    return replace(run, readouts=tuple(_readouts(run, skipped, overflows, events[-1])))


def _marks(settings: Settings, skipped: list[int], last: Event) -> Iterator[Mark]:
    for step in skipped:
        yield Mark(SKIPPED, phrase("skipped"), step)
    if last.raised:
        yield Mark(RAISED, phrase("exception"), skipped[-1])
    number, fmt = settings[GRADIENT].number, settings[GRADIENT_FORMAT]
    if settings[SOURCE].computed and isinstance(number, Finite) and number.magnitude:
        rules = Rules(settings[ROUNDING], settings[OVERFLOW])
        if not isinstance(Machine(fmt, rules).of(fmt.largest * 4), Dyadic):
            limit, _ = border(fmt, fmt.largest_code, False, rules)
            edge = limit / number.magnitude
            yield Mark(EDGE, phrase("{format} overflows", format=fmt.title), value=edge)


def _readouts(run: Run, skipped: list[int], overflows: Overflows, last: Event) -> Iterator[Readout]:
    curve = run.curve(SCALE)
    yield code_readout(curve, "final", phrase("in the end"), run.steps)
    shown = range(1, min(run.steps, 64) + 1)
    exponents = verbatim(" ".join(_log2_text(run, t) for t in shown))
    after = phrase("log₂ S after steps 1 … {last}", last=str(shown[-1]))
    yield Readout("scale.log2", after, exponents)
    yield Readout("skipped", phrase("Skipped steps"), len(skipped))
    steps = ", ".join(map(str, skipped[:64])) + (", …" if len(skipped) > 64 else "")
    yield Readout("skipped.steps", phrase("Which"), verbatim(steps) if skipped else None)
    vanished = _first_zero(curve)
    if vanished is not None:
        yield Readout("vanished", phrase("S is 0 after step"), vanished)
    if last.raised:
        yield Readout("raised", phrase("Exception at step"), skipped[-1])
    edge = next((mark.value for mark in run.marks if mark.name == EDGE), None)
    if run.settings[SOURCE].computed:
        yield Readout("edge", phrase("Least scale that overflows"), edge)
    scale = Machine(run.settings[SCALER].scale_format).of(curve.number(run.steps))
    inverse = overflows.inverse(scale)
    fmt = inverse_format(run.settings)
    label = phrase("1/S in the end, in {format}", format=fmt.title)
    yield Readout("inverse", label, number_of(inverse))


def _first_zero(curve: Curve) -> int | None:
    """The step after which the scale is 0, if it ever is."""
    course = curve.course
    assert isinstance(course, CodeCourse)
    return course.codes.index(0) if 0 in course.codes else None


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
    yield RoundingStep(verbatim("1/S"), inverse_format(settings))
    if settings[SOURCE].computed:
        yield RoundingStep(phrase("S · gradient"), settings[GRADIENT_FORMAT])


@dataclass(frozen=True)
class Told:
    """A run as its lessons tell it; event t belongs to step t, event 0 to the start."""

    settings: Settings
    tuning: Tuning
    overflows: Overflows
    events: list[Event]
    curve: Curve


def _explain(told: Told, t: int, _curve: str) -> Lesson:
    t = min(t, len(told.events) - 2)
    event, before, after = told.events[t + 1], told.curve.number(t), told.curve.number(t + 1)
    title, outcome, sentence = _what_happened(event, moved=before != after)
    values = {
        "step": str(t + 1),
        "before": brief(before),
        "after": brief(after),
        "left": str(event.left - 1),
        "interval": str(told.tuning.interval),
        "factor": brief(value_of(told.tuning.growth) or 0),
    }
    reasons = (*_gradient_scaled(told, t), *_scale_changed(told, t), *_reasons(told, t))
    return Lesson(t, title, outcome, (phrase(sentence, **values), *reasons))


def _gradient_scaled(told: Told, t: int) -> Iterator[Phrase]:
    """What becomes of a gradient of known size, on the way up and on the way back."""
    scale = told.tuning.machine.of(told.curve.number(t))
    value, gradient = value_of(scale), told.settings[GRADIENT].number
    if not told.settings[SOURCE].computed or value is None or not isinstance(gradient, Finite):
        return
    scaled = told.overflows.scaled(scale)
    yield phrase(
        _SCALED,
        gradient=brief(gradient.magnitude),
        product=brief(value * gradient.magnitude),
        format=told.settings[GRADIENT_FORMAT].title,
        scaled=brief(number_of(scaled)),
    )
    inverse = told.overflows.inverse(scale)
    if isinstance(scaled, Dyadic) and value_of(inverse):
        fmt = inverse_format(told.settings).title
        yield phrase(_UNSCALED, format=fmt, inverse=brief(number_of(inverse)))


def _scale_changed(told: Told, t: int) -> Iterator[Phrase]:
    """The product or quotient that a new scale is, and how it came into its format."""
    event, tuning = told.events[t + 1], told.tuning
    before, after = (value_of(tuning.machine.of(told.curve.number(n))) for n in (t, t + 1))
    growth, backoff = value_of(tuning.growth), value_of(tuning.backoff)
    if not (event.grew or event.backed_off) or None in (before, growth, backoff):
        return
    assert before is not None
    assert growth is not None
    assert backoff is not None
    divides = not event.grew and tuning.scaler.backs_off is BackOff.OVER
    factor = growth if event.grew or divides else backoff
    product = before / factor if divides else before * factor
    yield phrase(
        _DIVIDED if divides else _MULTIPLIED,
        before=brief(before),
        factor=brief(factor),
        product=brief(product),
    )
    if after is None or after == product:
        return
    fmt, code = told.curve.format, told.curve.code(t + 1)
    assert fmt is not None
    assert code is not None
    spacing = ulp(fmt, code)
    if spacing is None or abs(after - product) >= spacing:
        yield phrase(_LIMITED, after=brief(after))
    else:
        text = power_text(spacing) or brief(spacing)
        yield phrase(_ROUNDED, format=fmt.title, ulp=text, after=brief(after))


def _what_happened(event: Event, *, moved: bool) -> tuple[Phrase, Outcome, str]:
    """The title, the outcome and the first sentence of a step; ``moved`` says of the scale."""
    if event.overflowed:
        title, outcome = phrase("A skipped step"), Outcome.SKIPPED
        if event.raised:
            return phrase("The scaler gives up"), outcome, _RAISED
        if moved:
            return title, outcome, _SKIPPED
        return title, outcome, _AT_LEAST if event.backed_off else _SPARED
    if moved:
        return phrase("The scale grows"), Outcome.GROWN, _GROWN
    if event.grew:
        return phrase("The scale cannot grow"), Outcome.KEPT, _STUCK
    return phrase("A good step"), Outcome.KEPT, _KEPT


def _reasons(told: Told, t: int) -> Iterator[Phrase]:
    """What there is to say of the gradients of step ``t``, the first being 0."""
    inverse = told.overflows.inverse(told.tuning.machine.of(told.curve.number(t)))
    fmt = inverse_format(told.settings)
    if told.overflows.is_hopeless:
        yield phrase(_HOPELESS, gradient=value_text(told.settings[GRADIENT].number))
    elif told.events[t + 1].overflowed:
        return
    elif not isinstance(inverse, Dyadic):
        yield phrase(_INVERSE, format=fmt.title)
    elif not value_of(inverse):
        yield phrase(_VANISHED, format=fmt.title)


DYNAMIC_LOSS_SCALE = Experiment(
    "dynamic-loss-scale",
    phrase("Dynamic loss scale"),
    phrase("The scale grows until a gradient overflows, skips that step, and backs off."),
    PARAMETERS,
    _run,
    _outline,
)
