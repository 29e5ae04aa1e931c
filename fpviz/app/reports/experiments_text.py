"""The experiments for a person: what ``fpviz experiments`` prints."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.app.reports.experiments_json import choices_of
from fpviz.experiments.engine.experiment import Experiment

_WAYS = """also asked for
  a step counter           counting
  a moving average (EMA)   master-copy: w0 is the average, target what is averaged, lr is 1 - β
  a weight decay           master-copy with target=0: lr is the rate times the decay;
                           w·(1 - lr·wd) once: fpviz trace multiply"""
"""The way to what people look for under another name."""


def experiments_text(experiments: Sequence[Experiment]) -> str:
    """A block an experiment, a line a parameter, and where else to look."""
    blocks = []
    for experiment in experiments:
        told = (experiment.summary, *experiment.also)
        lines = [experiment.name, *(f"  {sentence!s}" for sentence in told)]
        width = max(len(f"{p.name}={p.default}") for p in experiment.parameters)
        for parameter in experiment.parameters:
            given = f"{parameter.name}={parameter.default}"
            choices = choices_of(parameter.kind)
            among = f" ({', '.join(choices)})" if choices else ""
            lines.append(f"    {given:<{width}}  {parameter.help!s}{among}")
        blocks.append("\n".join(lines))
    blocks.append(_WAYS)
    return "\n\n".join(blocks)
