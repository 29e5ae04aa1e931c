"""The elements of a dump as rows: what ``fpviz decode --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.data.dump import Dump
from fpviz.data.layout.plausibility import Judged
from fpviz.data.rows import rows

COLUMNS = ("format", "order", "address", "code", "value", "class")


def dump_table(dump: Dump, judged: Sequence[Judged], count: int | None) -> Iterator[Sequence[str]]:
    """A head, then a row an element, layout after layout."""
    yield COLUMNS
    for each in judged:
        name, order = each.layout.fmt.name, each.layout.order.value.name
        for row in rows(dump, each.layout, count):
            yield (name, order, *row)
