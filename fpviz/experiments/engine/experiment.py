"""What an experiment is: declarations from which a form, a plot, a command line and JSON follow.

Nothing in the engine knows a particular experiment, and an experiment knows no thread, no widget
and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fpviz.core.line.histogram import Overlay
from fpviz.core.phrase import Phrase, in_a_row
from fpviz.experiments.engine.parameters import Arguments, Parameter
from fpviz.experiments.engine.run import Outline, Progress, Run, unheard

if TYPE_CHECKING:
    from fpviz.experiments.engine.scripts.writer import Writer


def no_sample(_arguments: Arguments) -> None:
    """What an experiment has that is not about a set of numbers."""


@dataclass(frozen=True)
class Experiment:
    """An experiment: what it can be told, what it does then, and all that is made of that.

    ``outline`` says at once what a run will be. ``function`` makes it; call ``run``.
    ``script_body`` writes what does it again elsewhere; call ``script``. ``also`` says what else
    it shows, and with which values. ``sample`` gives the numbers that it is about, with their
    scale, to views that show where they lie.

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
    outline: Callable[[Arguments], Outline]
    function: Callable[[Arguments, Progress], Run]
    script_body: Callable[[Writer], None]
    also: tuple[Phrase, ...] = ()
    sample: Callable[[Arguments], Overlay | None] = no_sample

    @property
    def description(self) -> Phrase:
        """What it shows, and what else."""
        return in_a_row(self.summary, *self.also)

    def arguments(self, texts: Mapping[str, str] | None = None) -> Arguments:
        """Arguments from texts by parameter name, defaults elsewhere. Raises ParameterError."""
        return Arguments(self.name, self.parameters, texts)

    def run(self, arguments: Arguments, progress: Progress = unheard) -> Run:
        """Do it. What ``progress`` raises ends the run and comes through.

        Raises ParameterError for arguments that do not go together.
        """
        return self.function(arguments, progress)

    def script(self, run: Run, dialect: str) -> str:
        """The source of a program that repeats a ``run``; ``dialect`` is a name in ``DIALECTS``.

        Its loops stop where nothing moves any more. One that would take too long stops before,
        and the script says so at its head.

        Raises ScriptError for another dialect.
        """
        from fpviz.experiments.engine.scripts.dialects import (  # noqa: PLC0415 - when asked
            find_dialect,
        )
        from fpviz.experiments.engine.scripts.writer import Writer  # noqa: PLC0415 - the same

        writer = Writer(run, find_dialect(dialect))
        self.script_body(writer)
        return writer.text
