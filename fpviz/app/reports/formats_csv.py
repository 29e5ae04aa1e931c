"""The formats as rows: what ``fpviz formats --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.app.reports.cells import cells
from fpviz.app.reports.formats_json import formats_json
from fpviz.core.formats import CATALOGUE, Format

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
    "family",
    "family_title",
    "radix",
)
"""The columns of a table of formats: where in ``formats_json`` a cell stands."""


def formats_table(formats: Sequence[Format] = CATALOGUE) -> Iterator[list[str]]:
    """A head, then a row a format."""
    yield list(FORMAT_COLUMNS)
    for report in formats_json(formats):
        yield cells(report, FORMAT_COLUMNS)
