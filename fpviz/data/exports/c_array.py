"""An array of C: integers with their values beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.phrase import phrase
from fpviz.data.blocks import code_blocks
from fpviz.data.dump import Dump
from fpviz.data.exports.export import Export
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import lines, value_of_element


def blocks(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[str]:
    """A line for each element: its code, in the least type that holds it; of one that is longer
    than any type, its bytes in the order of the layout."""
    dtype, fmt = code_dtype(layout.fmt), layout.fmt
    bits = 8 if dtype.hasobject else dtype.itemsize * 8
    yield f"#include <stdint.h>\n\n/* {fmt.title} */\nstatic const uint{bits}_t data[] = {{\n"
    if dtype.hasobject:
        yield from _bytes(dump, layout, ranges)
    else:
        yield from lines(dump, layout, ranges, _line)
    yield "};\n"


def _line(code: str, value: str, _number_class: str) -> str:
    return f"    {code}, /* {value} */\n"


def _bytes(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[str]:
    size = layout.fmt.width // 8
    for _, codes in code_blocks(dump, layout, ranges):
        packed = layout.packed(codes)
        yield "".join(
            _line(
                ", ".join(f"0x{byte:02x}" for byte in packed[at * size : (at + 1) * size]),
                value_of_element(layout.fmt, code),
                "",
            )
            for at, code in enumerate(codes.tolist())
        )


C_ARRAY = Export("c", phrase("an array of C"), ".h", blocks)
