"""Links with their experiment: what a window copies, and what it opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fpviz.core.link import Link, link_text, parse_link
from fpviz.core.reading import State
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.model.files.scene import Setup


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link opens. Without a ``setup`` it leaves the experiment as it is."""

    state: State
    setup: Setup | None = None


def written_link(state: State, setup: Setup) -> str:
    """The link to a state and an experiment, without what is the default."""
    parameters = tuple(_telling(setup))
    named = parameters or setup.name != Setup().name
    return link_text(Link(state, setup.name if named else "", parameters))


def read_link(text: str) -> Linked:
    """What a link opens.

    Raises LinkError, ExperimentError, ParameterError; IncompleteLiteral for a half-typed value.
    """
    link = parse_link(text)
    if not link.experiment:
        return Linked(link.state)
    experiment = find_experiment(link.experiment)
    setup = Setup(experiment.name, dict(link.parameters))
    experiment.arguments(setup.values)
    return Linked(link.state, setup)


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
