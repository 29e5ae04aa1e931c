"""What an experiment is: declarations from which a form, a plot, a command line and JSON follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fpviz.core.phrase import Phrase, in_a_row
from fpviz.core.text import telling_digits
from fpviz.experiments.engine.number_text import DIGITS
from fpviz.experiments.engine.parameters import Arguments, Parameter
from fpviz.experiments.engine.run import Progress, Run, unheard


@dataclass(frozen=True)
class Experiment:
    """An experiment: what it can be told, and the function that does it.

    ``function`` does it; call ``run``. ``also`` says what else it shows, and with which values.

    >>> from fpviz.experiments import find_experiment
    >>> swamping = find_experiment("swamping")
    >>> run = swamping.run(swamping.arguments({"steps": "1000"}))
    >>> str(run.readout("weight.final").text)
    '1.125 = 0x3c80'
    """

    name: str
    title: Phrase
    summary: Phrase
    parameters: tuple[Parameter[Any], ...]
    function: Callable[[Arguments, Progress], Run]
    also: tuple[Phrase, ...] = ()

    @property
    def description(self) -> Phrase:
        """What it shows, and what else."""
        return in_a_row(self.summary, *self.also)

    def run(self, arguments: Arguments, progress: Progress = unheard) -> Run:
        """Do it. What ``progress`` raises ends the run and comes through.

        Raises ParameterError for arguments that do not go together.
        """
        run = self.function(arguments, progress)
        digits = telling_digits([readout.value for readout in run.readouts], DIGITS)
        pairs = zip(run.readouts, digits, strict=True)
        return replace(run, readouts=tuple(replace(each, digits=n) for each, n in pairs))

    def arguments(self, texts: Mapping[str, str] | None = None) -> Arguments:
        """Arguments from texts by parameter name, defaults elsewhere. Raises ParameterError."""
        return Arguments(self.parameters, texts)
