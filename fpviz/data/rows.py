"""What a dump says in a layout, element by element, as text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import class_said, decode
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import held_text, value_text
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout

BLOCK = 1 << 16
"""Elements that are decoded at once."""


class ElementRow(NamedTuple):
    """An element: where it stands, and its code, exact value and class, as JSON has them."""

    address: str
    code: str
    value: str
    number_class: str


def rows(dump: Dump, layout: DumpLayout, count: int | None = None) -> Iterator[ElementRow]:
    """The first ``count`` elements, or all."""
    there = layout.count(dump)
    end = there if count is None else min(count, there)
    said = _Texts(layout.fmt)
    for start in range(0, end, BLOCK):
        codes = layout.codes(dump, start, min(BLOCK, end - start)).tolist()
        addresses = _addresses(dump, layout, start, len(codes))
        for address, code in zip(addresses, codes, strict=True):
            yield ElementRow(hex(address), *said[code])


class _Texts(dict[int, tuple[str, str, str]]):
    """Code, value and class of each code of a format that has been asked for, as text."""

    def __init__(self, fmt: Format) -> None:
        super().__init__()
        self._fmt = fmt

    def __missing__(self, code: int) -> tuple[str, str, str]:
        said = _texts(self._fmt, code)
        if len(self) < BLOCK:
            self[code] = said
        return said


def _texts(fmt: Format, code: int) -> tuple[str, str, str]:
    decoded = decode(fmt, code)
    value = held_text(fmt, code) if fmt.is_finite(code) else value_text(decoded.number)
    return fmt.code_text(code), value, _class_text(class_said(decoded))


@lru_cache(maxsize=64)
def _class_text(said: Phrase) -> str:
    return str(said)


def _addresses(dump: Dump, layout: DumpLayout, start: int, count: int) -> Iterator[int] | range:
    """The addresses of elements; of numbers, how many stand before them."""
    if dump.numbers:
        return range(start, start + count)
    bits = range(layout.bit(start), layout.bit(start + count), layout.step)
    if len(dump.runs) > 1:
        return map(dump.address, bits)
    first, step = dump.runs[0].address, dump.step
    return (first + bit // step for bit in bits)


def spare_said(dump: Dump, layout: DumpLayout) -> Phrase | None:
    """That something is left over at the end, if it is."""
    spare = layout.spare(dump)
    if not spare or layout.stride:
        return None
    return phrase(
        "{bits} bits at the end are less than an element of {width}",
        bits=str(spare),
        width=str(layout.fmt.width),
    )
