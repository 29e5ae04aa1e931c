"""The elements of a dump as CSV: what ``fpviz decode --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.data.blocks import first_elements
from fpviz.data.dump import Dump
from fpviz.data.layout.plausibility import Judged
from fpviz.data.rows import COLUMNS, csv_blocks


def dump_csv(dump: Dump, judged: Sequence[Judged], count: int | None) -> Iterator[str]:
    """A head, then a line an element, layout after layout; many lines at once."""
    yield f"{','.join(COLUMNS)}\n"
    for each in judged:
        yield from csv_blocks(dump, each.layout, first_elements(dump, each.layout, count))
