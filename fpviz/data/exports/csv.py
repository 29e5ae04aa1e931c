"""CSV, with a head: what ``fpviz decode --csv`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.exports.export import Export
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import COLUMNS, csv_blocks


def blocks(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[str]:
    """A line of names, and one for each element."""
    yield f"{','.join(COLUMNS)}\n"
    yield from csv_blocks(dump, layout, ranges)


CSV = Export("csv", phrase("CSV"), ".csv", blocks)
