"""Links with their experiment: what a window copies, and what it opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fpviz.core.link import Link, LinkedPin, LinkError, link_text, parse_link
from fpviz.core.literals import LiteralError, parse_literal
from fpviz.core.reading import State
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.model.bench.pin_rules import checked
from fpviz.model.bench.records import Pin
from fpviz.model.files.scene import Setup

LONGEST_NOTE = 80
"""Characters of a note that is in a link; a longer one is left out."""

_MOST_OF_PINS = 4000
"""Characters of all pins in a link, which shall still be one line in a mail."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link opens. Without a ``setup`` it leaves the experiment as it is, without ``pins``
    those that there are; with some, they take their place."""

    state: State
    setup: Setup | None = None
    pins: tuple[Pin, ...] | None = None


def written_link(state: State, setup: Setup, pins: Sequence[Pin] = ()) -> str:
    """The link to a state, an experiment and pins, without what is the default."""
    parameters = tuple(_telling(setup))
    named = parameters or setup.name != Setup().name
    return link_text(Link(state, setup.name if named else "", parameters, linked_pins(pins)))


def linked_pins(pins: Sequence[Pin]) -> tuple[LinkedPin, ...]:
    """The pins as a link has them: all, without long notes, or none where they are too much."""
    notes = (pin.note if len(pin.note) <= LONGEST_NOTE else "" for pin in pins)
    linked = tuple(
        LinkedPin(pin.name, pin.source.text.strip(), note)
        for pin, note in zip(pins, notes, strict=True)
    )
    return linked if sum(len(text) for pin in linked for text in pin) <= _MOST_OF_PINS else ()


def read_link(text: str) -> Linked:
    """What a link opens.

    Raises LinkError, ExperimentError, ParameterError; IncompleteLiteral for a half-typed value.
    """
    link = parse_link(text)
    setup = _setup(link) if link.experiment else None
    return Linked(link.state, setup, _pins(link.pins) if link.pins else None)


def _setup(link: Link) -> Setup:
    experiment = find_experiment(link.experiment)
    setup = Setup(experiment.name, dict(link.parameters))
    experiment.arguments(setup.values)
    return setup


def _pins(linked: Sequence[LinkedPin]) -> tuple[Pin, ...]:
    pins: list[Pin] = []
    for name, value, note in linked:
        try:
            source = parse_literal(value)
        except LiteralError as error:
            raise LinkError(error.phrase) from None  # a half-typed one, too: the link is whole
        pins.append(checked(Pin(source, name, note), pins))
    return tuple(pins)


def _telling(setup: Setup) -> Iterator[tuple[str, str]]:
    """The parameters that are sound and not the default, as typed."""
    for parameter in find_experiment(setup.name).parameters:
        text = setup.values.get(parameter.name, parameter.default)
        try:
            value = parameter.parse(text)
        except ParameterError:
            continue
        if parameter.kind.text(value) != parameter.kind.text(parameter.parse(parameter.default)):
            yield parameter.name, text.strip()
