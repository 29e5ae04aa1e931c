"""Wrong lines of vectors as rows: what ``fpviz trace --vectors --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fpviz.app.reports.cells import cells
from fpviz.app.reports.vectors_json import LETTERS, wrong_json
from fpviz.core.vectors.checking import Checked
from fpviz.core.vectors.vector import Task

_BEHIND = (
    *("given", "expected", "actual", "bits", "ulps", "expected_flags", "actual_flags"),
    *("right_under", "right_under_but_flags"),
)


def vectors_table(found: Iterable[Checked], task: Task) -> Iterator[list[str]]:
    """A head and a row a wrong result, with the keys of the JSON."""
    operands = LETTERS[: task.arity]
    yield ["line", *operands, *_BEHIND]
    columns = ["line", *(f"operands.{letter}" for letter in operands), *_BEHIND]
    for checked in found:
        for wrong in checked.wrong:
            yield cells(wrong_json(checked, wrong, task), columns)
