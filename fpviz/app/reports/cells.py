"""Where in a report, as JSON has it, the cells of a row of CSV stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fpviz.app.reports import Json


def cells(report: Json, columns: Iterable[str]) -> list[str]:
    """What stands in a report at ``previous.code`` and so on, as text.

    Lists have blanks between, and what has no value is empty.
    """
    return [_cell(report, column) for column in columns]


def _cell(report: Json, column: str) -> str:
    found: Any = report
    for name in column.split("."):
        found = None if found is None else found[name]
    if isinstance(found, list):
        return " ".join(found)
    return "" if found is None else str(found)
