"""Which formats data may be in where nothing says so."""

from __future__ import annotations

from fpviz.core.formats import Format, find_format
from fpviz.data.dump import Dump
from fpviz.data.layout.brevity import SAMPLE, saved
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.plausibility import values_of, word_of

USUAL = (
    "fp32",
    "fp64",
    "fp16",
    "bf16",
    "int16",
    "uint16",
    "int32",
    "uint32",
    "int64",
    "uint64",
    "uint8",
    "int8",
)
"""Formats that are tried where none is named, the likelier first."""


_INTEGER, _BYTE, _SPARE = 0.06, 0.15, 0.2
"""What integers, single bytes, and bits left over at the end must save beside others."""

_OTHER_WIDTH = {8: 0.0, 16: 0.12}
"""What elements must save that are not as wide as the words of the text: bytes and registers often
are parts of something longer."""
_WIDTH = 0.2


def likely_formats(dump: Dump) -> tuple[Format, ...]:
    """The usual formats of which data holds whole elements, the most plausible first."""
    if dump.fmt is not None:
        return (dump.fmt,)
    if dump.numbers:
        return tuple(map(find_format, USUAL[:1]))
    tried = [fmt for fmt in map(find_format, USUAL) if len(dump.data) * 8 >= fmt.width]
    shares = {fmt: _share(dump, fmt) for fmt in tried}
    return tuple(sorted(tried, key=lambda fmt: -shares[fmt]))


def _share(dump: Dump, fmt: Format) -> float:
    """The share of bits that a format saves in the order in which it saves most, less where it is
    less likely beforehand."""
    word, said = word_of(dump, fmt), dump.taken_apart or dump.unit
    layouts = [DumpLayout(fmt, order, word) for order in DumpLayout(fmt, word=word).orders]
    doubts = [
        _INTEGER * fmt.is_fixed_point,
        _BYTE * (fmt.width == said == 8),
        _SPARE * bool(layouts[0].spare(dump)),
        _OTHER_WIDTH.get(said, _WIDTH) * (said != fmt.width),
    ]
    return max(_saved_in(dump, layout) for layout in layouts) - sum(doubts)


def _saved_in(dump: Dump, layout: DumpLayout) -> float:
    codes = layout.codes(dump, 0, SAMPLE)
    return saved(layout.fmt, codes, values_of(layout.fmt, codes))
