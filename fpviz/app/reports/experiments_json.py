"""The experiments with their parameters: what ``fpviz experiments --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.app.reports import Json
from fpviz.experiments.engine.experiment import Experiment


def experiments_json(experiments: Sequence[Experiment]) -> list[Json]:
    """Every experiment with its parameters, as ``fpviz experiments --json`` prints them."""
    return [
        {
            "name": experiment.name,
            "title": str(experiment.title),
            "summary": str(experiment.summary),
            "also": [str(each) for each in experiment.also],
            "parameters": [
                {
                    "name": parameter.name,
                    "label": str(parameter.label),
                    "default": parameter.default,
                    "help": str(parameter.help),
                    "choices": choices_of(parameter.kind),
                }
                for parameter in experiment.parameters
            ],
        }
        for experiment in experiments
    ]


def choices_of(kind: object) -> list[str] | None:
    """The texts that a parameter takes, if they can be listed."""
    options = getattr(kind, "options", None)
    return None if options is None else [option.name for option in options]
