"""The steps of a run as rows: what ``fpviz run --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterator

from fpviz.core.text import value_text
from fpviz.experiments.engine.run import Run

MAX_ROWS = 1_000_000
"""The most steps that a table has a row for; of a longer run the first, and its last."""


def steps_table(run: Run) -> Iterator[list[str]]:
    """A head and a row a step: the step, each curve's exact value, and its code if it has one."""
    head = [str(run.domain.counts)]
    for curve in run.curves:
        head += [curve.name] if curve.format is None else [curve.name, f"{curve.name} code"]
    yield head
    for t in range(min(run.domain.steps, MAX_ROWS) + 1):
        yield _row(run, t)
    if run.domain.steps > MAX_ROWS:
        yield _row(run, run.domain.steps)


def _row(run: Run, t: int) -> list[str]:
    row = [str(run.domain.number(t))]
    for curve in run.curves:
        row.append(value_text(curve.number(t)))
        if curve.format is not None:
            code = curve.code(t)
            row.append("" if code is None else curve.format.code_text(code))
    return row
