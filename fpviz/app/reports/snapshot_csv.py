"""Readings as rows: what ``fpviz show --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fpviz.app.reports.cells import cells
from fpviz.app.reports.snapshot_json import reading_json
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
    "remark",
    "formula",
)
"""The columns of a table of readings: where in ``reading_json`` a cell stands."""


def readings_table(snapshots: Iterable[Snapshot]) -> Iterator[list[str]]:
    """A head, then a row a reading."""
    yield ["input", *READING_COLUMNS]
    for snapshot in snapshots:
        for report in map(reading_json, snapshot.readings):
            yield [snapshot.state.source.text.strip(), *cells(report, READING_COLUMNS)]
