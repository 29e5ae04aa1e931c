"""A table of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.exports.export import Export
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import addressed_lines


def blocks(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[str]:
    """A row for each element, codes in the style of programs."""
    yield "| address | code | value | class |\n| ---: | :--- | ---: | :--- |\n"
    yield from addressed_lines(dump, layout, ranges, "| ", _rest)


def _rest(code: str, value: str, number_class: str) -> str:
    return f" | `{code}` | {value} | {number_class} |\n"


MARKDOWN = Export("markdown", phrase("a table of Markdown"), ".md", blocks)
