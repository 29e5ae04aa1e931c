"""Readings and formats as rows: what ``fpviz show --csv`` and ``fpviz formats --csv`` write.

The columns are a contract; they are the names in the JSON of ``report``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fpviz.app.cli.report import Json, formats_json, reading_json
from fpviz.core.reading import Snapshot

READING_COLUMNS = (
    "format",
    "code",
    "bits.sign",
    "bits.exponent",
    "bits.fraction",
    "class",
    "value",
    "shortest",
    "hexfloat",
    "exponent",
    "significand",
    "error.absolute",
    "error.relative",
    "error.ulps",
    "ulp",
    "previous.code",
    "previous.value",
    "next.code",
    "next.value",
    "flags",
)
"""The columns of a table of readings: where in ``reading_json`` a cell stands."""


def readings_table(snapshots: Iterable[Snapshot]) -> Iterator[list[str]]:
    """A head, then a row a reading."""
    yield ["input", *READING_COLUMNS]
    for snapshot in snapshots:
        for report in map(reading_json, snapshot.readings):
            cells = (_cell(report, column) for column in READING_COLUMNS)
            yield [snapshot.state.source.text.strip(), *cells]


def _cell(report: Json, column: str) -> str:
    """What stands in a report at ``previous.code``; lists with blanks between, nothing empty."""
    found: Any = report
    for name in column.split("."):
        found = None if found is None else found[name]
    if isinstance(found, list):
        return " ".join(found)
    return "" if found is None else str(found)


FORMAT_COLUMNS = (
    "format",
    "title",
    "aliases",
    "width",
    "signed",
    "exponent_width",
    "fraction_width",
    "precision",
    "bias",
    "emin",
    "emax",
    "largest.code",
    "largest.value",
    "min_normal.code",
    "min_normal.value",
    "min_subnormal.code",
    "min_subnormal.value",
    "zero_limit.value",
    "overflow.value",
    "overflow.overflows",
    "overflow.to",
    "specials",
    "infinity",
    "nan",
    "negative_zero",
)
"""The columns of a table of formats: where in ``formats_json`` a cell stands."""


def formats_table() -> Iterator[list[str]]:
    """A head, then a row a format of the catalogue."""
    yield list(FORMAT_COLUMNS)
    for report in formats_json():
        yield [_cell(report, column) for column in FORMAT_COLUMNS]
