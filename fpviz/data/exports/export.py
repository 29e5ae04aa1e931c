"""A way to write elements for another program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fpviz.core.phrase import Phrase
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout

Blocks = Iterator[str] | Iterator[bytes]
"""A text piece by piece, or bytes where it is none."""


class Export(NamedTuple):
    """A way: its key, its name in a menu, how files end, and what writes the elements of ranges."""

    key: str
    words: Phrase
    suffix: str
    blocks: Callable[[Dump, DumpLayout, Sequence[range]], Blocks]
    is_text: bool = True


def exported_bytes(
    export: Export, dump: Dump, layout: DumpLayout, ranges: Sequence[range]
) -> Iterator[bytes]:
    """What stands in a file of it."""
    for block in export.blocks(dump, layout, ranges):
        yield block.encode() if isinstance(block, str) else block
