"""Bytes in the order in which the dump is read, without what lies between its elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from fpviz.core.phrase import phrase
from fpviz.data.blocks import CodeBlock, code_blocks
from fpviz.data.dump import Dump
from fpviz.data.exports.export import Export
from fpviz.data.layout.layout import CodeArray, DumpLayout

_WHOLE = 8
"""So many elements are whole bytes, however short they are."""


def blocks(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[bytes]:
    """The elements one behind the other, packed where they are no whole bytes."""
    return map(layout.packed, _in_whole_bytes(code_blocks(dump, layout, ranges)))


def _in_whole_bytes(blocks: Iterable[CodeBlock]) -> Iterator[CodeArray]:
    rest = None
    for _, codes in blocks:
        joined = codes if rest is None else np.concatenate([rest, codes])
        whole = len(joined) // _WHOLE * _WHOLE
        rest = joined[whole:]
        yield joined[:whole]
    if rest is not None:
        yield rest


BINARY = Export("binary", phrase("bytes, in this order"), ".bin", blocks, is_text=False)
