"""What a step of a dynamic loss scaler teaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fpviz.core.arithmetic.operations import Dyadic
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.core.text import power_text, value_text
from fpviz.experiments.dynamic_loss_scale.overflows import Overflows
from fpviz.experiments.dynamic_loss_scale.parameters import (
    GRADIENT,
    GRADIENT_FORMAT,
    SOURCE,
    inverse_format,
)
from fpviz.experiments.dynamic_loss_scale.rules import BackOff, Event, Tuning
from fpviz.experiments.engine.curves import CodeCourse
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameters import Arguments
from fpviz.experiments.engine.rounded_arithmetic import number_of, value_of

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


@dataclass(frozen=True)
class ScalerHistory:
    """What a scaler went through; event t belongs to step t, event 0 to the start."""

    arguments: Arguments
    tuning: Tuning
    overflows: Overflows
    events: list[Event]
    scales: CodeCourse


def tell(told: ScalerHistory, t: int) -> Lesson:
    """What a step does to the scale, and why."""
    t = min(t, len(told.events) - 2)
    event, before, after = told.events[t + 1], told.scales.number(t), told.scales.number(t + 1)
    title, outcome, sentence = _what_happened(event, moved=before != after)
    values = {
        "step": str(t + 1),
        "before": approx(before),
        "after": approx(after),
        "left": str(event.left - 1),
        "interval": str(told.tuning.interval),
        "factor": approx(value_of(told.tuning.growth) or 0),
    }
    reasons = (*_gradient_scaled(told, t), *_scale_changed(told, t), *_reasons(told, t))
    return Lesson(t, title, outcome, (phrase(sentence, **values), *reasons))


def _gradient_scaled(told: ScalerHistory, t: int) -> Iterator[Phrase]:
    """What becomes of a gradient of known size, on the way up and on the way back."""
    scale = told.tuning.machine.of(told.scales.number(t))
    value, gradient = value_of(scale), told.arguments[GRADIENT].number
    if not told.arguments[SOURCE].computed or value is None or not isinstance(gradient, Finite):
        return
    scaled = told.overflows.scaled(scale)
    yield phrase(
        _SCALED,
        gradient=approx(gradient.magnitude),
        product=approx(value * gradient.magnitude),
        format=told.arguments[GRADIENT_FORMAT].title,
        scaled=approx(number_of(scaled)),
    )
    inverse = told.overflows.inverse(scale)
    if isinstance(scaled, Dyadic) and value_of(inverse):
        fmt = inverse_format(told.arguments).title
        yield phrase(_UNSCALED, format=fmt, inverse=approx(number_of(inverse)))


def _scale_changed(told: ScalerHistory, t: int) -> Iterator[Phrase]:
    """The product or quotient that a new scale is, and how it came into its format."""
    event, tuning = told.events[t + 1], told.tuning
    before, after = (value_of(tuning.machine.of(told.scales.number(n))) for n in (t, t + 1))
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
        before=approx(before),
        factor=approx(factor),
        product=approx(product),
    )
    if after is None or after == product:
        return
    fmt = told.scales.format
    spacing = ulp(fmt, told.scales.code(t + 1))
    if spacing is None or abs(after - product) >= spacing:
        yield phrase(_LIMITED, after=approx(after))
    else:
        text = power_text(spacing) or approx(spacing)
        yield phrase(_ROUNDED, format=fmt.title, ulp=text, after=approx(after))


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


def _reasons(told: ScalerHistory, t: int) -> Iterator[Phrase]:
    """What there is to say of the gradients of step ``t``, the first being 0."""
    inverse = told.overflows.inverse(told.tuning.machine.of(told.scales.number(t)))
    fmt = inverse_format(told.arguments)
    if told.overflows.is_hopeless:
        yield phrase(_HOPELESS, gradient=value_text(told.arguments[GRADIENT].number))
    elif told.events[t + 1].overflowed:
        return
    elif not isinstance(inverse, Dyadic):
        yield phrase(_INVERSE, format=fmt.title)
    elif not value_of(inverse):
        yield phrase(_VANISHED, format=fmt.title)
