"""Censuses as rows of a table: one for each tensor, format and scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fpviz.app.reports import Json
from fpviz.app.reports.census_json import TOLD, UPDATES, census_json
from fpviz.data.census.census import Census, Question
from fpviz.data.census.pairs import Paired

_OF_TENSOR = ("file", "tensor", "dtype", "count", "min_nonzero", "max")
_OF_FORMAT = ("k_best", "k_hi", "k_lo")
_OF_SCALE = (*TOLD, "exact", "sqnr_db")


_OF_PAIR = ("gradient", "lr", *UPDATES, *(f"master_{name}" for name in UPDATES))


def census_rows(
    found: Iterable[tuple[Census, Paired | None]],
    question: Question,
    has_pairs: bool = False,
) -> Iterator[Sequence[str]]:
    """The head, then the rows; those of weights tell of their updates, too."""
    last = _OF_PAIR if has_pairs else ()
    yield (*_OF_TENSOR, "format", *_OF_FORMAT, "scale", *_OF_SCALE, *last)
    for each, pair in found:
        told = census_json(each, question, pair)
        for name, of_format in told["formats"].items():
            for scale, at in of_format["scales"].items():
                cells = (
                    *(told[key] for key in _OF_TENSOR),
                    name,
                    *(of_format[key] for key in _OF_FORMAT),
                    scale,
                    *(at[key] for key in _OF_SCALE),
                    *(_of_pair(told, name) if has_pairs else ()),
                )
                yield tuple("" if cell is None else str(cell) for cell in cells)


def _of_pair(told: Json, fmt: str) -> Sequence[object]:
    """The cells of the updates in a format; empty for a tensor without gradient."""
    if "gradient" not in told:
        return (None,) * len(_OF_PAIR)
    kept = told["swallowed"][fmt]
    counts = (each[name] for each in (kept, kept["master_copy"]) for name in UPDATES)
    return told["gradient"], told["lr"], *counts
