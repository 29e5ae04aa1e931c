"""Censuses as rows of a table: one for each tensor, format and scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fpviz.app.reports.census_json import TOLD, census_json
from fpviz.data.census.census import Census, Question

_OF_TENSOR = ("file", "tensor", "dtype", "count", "min_nonzero", "max")
_OF_FORMAT = ("k_best", "k_hi", "k_lo")
_OF_SCALE = (*TOLD, "exact", "sqnr_db")


def census_rows(found: Iterable[Census], question: Question) -> Iterator[Sequence[str]]:
    """The head, then the rows."""
    yield (*_OF_TENSOR, "format", *_OF_FORMAT, "scale", *_OF_SCALE)
    for each in found:
        told = census_json(each, question)
        for name, of_format in told["formats"].items():
            for scale, at in of_format["scales"].items():
                cells = (
                    *(told[key] for key in _OF_TENSOR),
                    name,
                    *(of_format[key] for key in _OF_FORMAT),
                    scale,
                    *(at[key] for key in _OF_SCALE),
                )
                yield tuple("" if cell is None else str(cell) for cell in cells)
