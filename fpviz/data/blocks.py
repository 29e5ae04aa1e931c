"""The codes of a dump block by block: no more than that is ever in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fpviz.data.dump import Dump
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.text import Report, untold

BLOCK = 1 << 16
"""Elements that are read at once."""


class CodeBlock(NamedTuple):
    """Elements one after another, and their codes."""

    places: range
    codes: CodeArray


def first_elements(dump: Dump, layout: DumpLayout, count: int | None = None) -> tuple[range]:
    """So many elements from the first one on, or all, as ranges are given."""
    return (range(layout.count(dump) if count is None else count),)


def code_blocks(
    dump: Dump, layout: DumpLayout, ranges: Sequence[range], report: Report = untold
) -> Iterator[CodeBlock]:
    """The elements of ranges (with step 1) as far as they are there, range after range."""
    there = layout.count(dump)
    wanted = [range(max(each.start, 0), min(each.stop, there)) for each in ranges]
    done, every = 0, sum(map(len, wanted))
    for places in wanted:
        for at in range(0, len(places), BLOCK):
            block = places[at : at + BLOCK]
            yield CodeBlock(block, layout.codes(dump, block.start, len(block)))
            done += len(block)
            report(done / every)
