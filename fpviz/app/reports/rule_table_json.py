"""The table of all rules as JSON and as CSV: what ``fpviz trace --all-rules`` writes."""

from __future__ import annotations

from collections.abc import Iterator

from fpviz.app.reports import Json
from fpviz.app.reports.sheet_json import task_json
from fpviz.core.trace.rule_table import RuleTable
from fpviz.core.trace.rule_table_text import data_rows
from fpviz.core.trace.whole_sheet import Sheet


def rule_table_json(sheet: Sheet, table: RuleTable) -> Json:
    """What is worked out by which rules, and a result for each outcome under all of them."""
    results = [{**row, "flags": row["flags"].split()} for row in data_rows(table)]
    return {**task_json(sheet), "results": results}


def rule_table_csv(table: RuleTable) -> Iterator[list[str]]:
    """A head, then a row for each outcome."""
    rows = list(data_rows(table))
    yield list(rows[0])
    for row in rows:
        yield list(row.values())
