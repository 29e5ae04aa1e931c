"""The operations of expressions as rows: what ``fpviz eval --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fpviz.app.reports.cells import cells
from fpviz.app.reports.evaluation_json import operations_json
from fpviz.core.expressions import Execution

OPERATION_COLUMNS = (
    "line",
    "operation",
    "text",
    "format",
    "code",
    "value",
    "flags",
    "ulps.made",
    "ulps.carried",
    "ulps.total",
    "bits_lost",
)
"""The columns: where in ``operations_json`` a cell stands."""


def operations_table(executions: Iterable[Execution]) -> Iterator[list[str]]:
    """A head, then a row an operation; its operands are codes with their formats."""
    yield [*OPERATION_COLUMNS, "operands"]
    for execution in executions:
        for report in operations_json(execution):
            operands = [f"{each['format']}:{each['code']}" for each in report["operands"]]
            yield [*cells(report, OPERATION_COLUMNS), " ".join(operands)]
