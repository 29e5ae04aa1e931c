"""Static loss scaling: where a whole distribution of gradients lies among the zones of a format.

The run goes along the exponents k of the scale S = 2^k.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from fpviz.core.line.histogram import Overlay
from fpviz.core.line.zones import ZoneKind
from fpviz.core.numbers import power_of_two
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import superscript
from fpviz.experiments.engine.counterparts import CAST, who
from fpviz.experiments.engine.curves import Curve, NumberCourse
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.lesson import Lesson, Outcome
from fpviz.experiments.engine.number_text import approx
from fpviz.experiments.engine.parameter_kinds import finite_value
from fpviz.experiments.engine.parameters import Arguments
from fpviz.experiments.engine.plot import Domain, Quantity
from fpviz.experiments.engine.readouts import Readout, side_by_side
from fpviz.experiments.engine.run import Outline, Progress, RoundingStep, Run
from fpviz.experiments.static_loss_scale.gradients import (
    KINDS,
    LABELS,
    NAMES,
    Gradients,
    SafeScales,
    gradients_of,
    histogram,
    sample_of,
)
from fpviz.experiments.static_loss_scale.parameters import (
    CENTRE,
    COUNT,
    LEAST_K,
    MOST_K,
    PARAMETERS,
    SCALE_EXPONENT,
    SPREAD,
)
from fpviz.experiments.static_loss_scale.script import write_script

DOMAIN = Domain(verbatim("log₂ S"), MOST_K, LEAST_K)

MOST_NUMBERS = 200_000
"""Of more gradients there is no sample: each is held as a float."""

_MEANING = phrase("How many of the gradients, times 2^k, fall into this zone.")

_LOST = template(
    "With S = 2{k}, {zeros} of {count} gradients become zero and {overflows} overflow."
)
_ZERO_BELOW = template("Positive gradients become zero below {g}, where S·g is {scaled}.")
_OVERFLOW_ABOVE = template("Positive gradients overflow above {g}, where S·g is {scaled}.")
_WINDOW = template("Every k from {low} to {high} is safe: nothing becomes zero, nothing overflows.")
_CONFLICT = template(
    "No scale keeps all: up to k = {high} nothing overflows, and {zeros} gradients are lost "
    "there; from k = {low} none is lost, and {overflows} overflow there."
)
_UP_TO = template("Every k up to {high} is safe: nothing becomes zero, nothing overflows.")
_FROM = template("Every k from {low} on is safe: nothing becomes zero, nothing overflows.")
_ANY = template("Every k is safe: nothing becomes zero, nothing overflows.")


def _outline(_arguments: Arguments) -> Outline:
    return Outline(NAMES, DOMAIN, measured=False)


def _run(arguments: Arguments, _progress: Progress) -> Run:
    gradients, k = gradients_of(arguments), arguments[SCALE_EXPONENT]
    return Run(
        arguments=arguments,
        domain=DOMAIN,
        quantity=Quantity(phrase("gradients")),
        curves=tuple(_curve(gradients, zone) for zone in range(len(KINDS))),
        readouts=side_by_side(_readouts(gradients, k)),
        rounding_steps=(RoundingStep(phrase("S · gradient"), gradients.format),),
        focus=NAMES[0],
        first_look=DOMAIN.step(k),
        histogram=histogram(gradients, k),
    )


def _curve(gradients: Gradients, zone: int) -> Curve:
    """How many gradients lie in one of the zones, by the exponent of the scale."""
    return Curve(
        NAMES[zone],
        LABELS[zone],
        _MEANING,
        NumberCourse(lambda t: gradients.counts(DOMAIN.number(t))[zone]),
        tell=partial(_tell, gradients),
        who=who(CAST, gradients.rules, gradients.format),
        zone=KINDS[zone],
    )


def _readouts(gradients: Gradients, k: int) -> Iterator[Readout]:
    counts = gradients.counts(k)
    yield Readout("scale", verbatim("S"), power_of_two(k))
    for name, zone, count in zip(NAMES, LABELS, counts, strict=True):
        label, part = phrase("Gradients: {zone}", zone=zone), Fraction(100 * count, gradients.count)
        yield Readout(f"{name}.count", label, count, short=phrase("how many"))
        yield Readout(f"{name}.percent", label, part, verbatim("%"), short=phrase("which part"))
    safe = SafeScales.of(gradients)
    low, high = safe.low, safe.high
    yield Readout("window.high", phrase("Largest k without overflow"), high)
    if high is not None:
        lost = gradients.counts(high)[0]
        yield Readout("window.high-zeros", phrase("Gradients lost there"), lost)
    yield Readout("window.low", phrase("Least k that loses none to zero"), low)
    if low is not None:
        overflows = gradients.counts(low)[-1]
        yield Readout("window.low-overflows", phrase("Overflows there"), overflows)
    yield Readout("window", phrase("Safe scales"), _said_of(safe, gradients))


def _said_of(safe: SafeScales, gradients: Gradients) -> Phrase:
    match safe:
        case SafeScales(None, None):
            return phrase(_ANY)
        case SafeScales(None, high):
            return phrase(_UP_TO, high=str(high))
        case SafeScales(low, None):
            return phrase(_FROM, low=str(low))
        case SafeScales(int(low), int(high)) if low > high:
            zeros, overflows = str(gradients.counts(high)[0]), str(gradients.counts(low)[-1])
            return phrase(_CONFLICT, low=str(low), high=str(high), zeros=zeros, overflows=overflows)
        case SafeScales(low, high):
            return phrase(_WINDOW, low=str(low), high=str(high))


def _tell(gradients: Gradients, t: int) -> Lesson:
    """What becomes of the gradients under the scale of a step."""
    k = DOMAIN.number(t)
    counts = gradients.counts(k)
    lost = phrase(
        _LOST,
        k=superscript(k),
        zeros=str(counts[0]),
        count=str(gradients.count),
        overflows=str(counts[-1]),
    )
    if counts[-1]:
        title, outcome = phrase("The scale is too large"), Outcome.OVERFLOWED
    elif counts[0]:
        title, outcome = phrase("Gradients are lost"), Outcome.FLUSHED
    else:
        title, outcome = phrase("The scale is safe"), Outcome.EXACT
    sentences = (lost, *_borders(gradients, k), _said_of(SafeScales.of(gradients), gradients))
    return Lesson(t, title, outcome, sentences)


def _borders(gradients: Gradients, k: int) -> Iterator[Phrase]:
    """Where rounding begins to take everything from what is multiplied, or to give too much."""
    zones_up = [zone for kind in KINDS[1:] if (zone := gradients.sides[0].get(kind))]
    for text, zone in ((_ZERO_BELOW, zones_up[0]), (_OVERFLOW_ABOVE, zones_up[-1])):
        overflow = zone.kind is ZoneKind.OVERFLOW
        if zone.lo and overflow == (text == _OVERFLOW_ABOVE):
            yield phrase(text, g=approx(zone.lo * power_of_two(-k)), scaled=approx(zone.lo))


def _sample(arguments: Arguments) -> Overlay | None:
    """The gradients, unless they are too many."""
    if arguments[COUNT] > MOST_NUMBERS:
        return None
    centre, spread = (float(finite_value(arguments[each])) for each in (CENTRE, SPREAD))
    return Overlay(sample_of(arguments[COUNT], centre, spread), arguments[SCALE_EXPONENT])


STATIC_LOSS_SCALE = Experiment(
    "static-loss-scale",
    phrase("Static loss scale"),
    phrase(
        "Small gradients become zero in FP16; times S they live, until the large ones overflow."
    ),
    PARAMETERS,
    _outline,
    _run,
    write_script,
    sample=_sample,
)
