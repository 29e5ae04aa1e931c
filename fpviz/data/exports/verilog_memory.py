"""A memory that Verilog's ``$readmemh`` reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.exports.export import Export
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import lines


def blocks(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[str]:
    """A word for each element from address 0 on, with its value as a comment."""
    yield f"// {layout.fmt.title}, [{layout.fmt.width - 1}:0]\n@0\n"
    yield from lines(dump, layout, ranges, _line)


def _line(code: str, value: str, _number_class: str) -> str:
    return f"{code.removeprefix('0x')} // {value}\n"


VERILOG_MEMORY = Export("mem", phrase("a memory for $readmemh"), ".mem", blocks)
