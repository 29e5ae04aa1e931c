"""The table of all rules as data: a row for each outcome under each of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from io import StringIO
from typing import Any

from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Say
from fpviz.core.text import value_text
from fpviz.core.trace.rule_table import SWITCHES, RuledCell, RuleTable


def data_rows(table: RuleTable) -> Iterator[dict[str, Any]]:
    """A row for each outcome under each of the rules, switches without effect included.

    Values and the probability are exact decimals, or fractions where there is none.
    """
    fmt = table.format
    for cell in table.all_cells:
        for outcome in cell.outcomes:
            yield {
                **_rules(cell),
                "probability": value_text(Finite(False, outcome.chance)),
                "code": fmt.code_text(outcome.code),
                "value": value_text(decode(fmt, outcome.code).number),
                "flags": outcome.flags.names(),
                "differs": outcome.differs.name.lower(),
            }


def _rules(cell: RuledCell) -> dict[str, Any]:
    """The rules of a cell by their names in JSON."""
    fields = ("rounding", *(switch.field for switch in SWITCHES))
    values = {field: getattr(cell.rules, field) for field in fields}
    return {
        field: value.value if isinstance(value, Enum) else value for field, value in values.items()
    }


def csv_rows(table: RuleTable) -> Iterator[list[str]]:
    """A head, then the rows as texts."""
    rows = list(data_rows(table))
    yield list(rows[0])
    for row in rows:
        yield [_cell(value) for value in row.values()]


def _cell(value: Any) -> str:  # noqa: ANN401 - a row holds what JSON holds
    if isinstance(value, bool):
        return "on" if value else "off"
    return " ".join(value) if isinstance(value, list) else str(value)


def table_csv(table: RuleTable, _say: Say = str) -> str:
    """The rows as CSV, after RFC 4180; like JSON, in no language."""
    import csv  # noqa: PLC0415 - when asked

    out = StringIO()
    csv.writer(out).writerows(csv_rows(table))
    return out.getvalue()
