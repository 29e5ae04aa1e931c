"""What a dump says in a layout, element by element, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import class_said, decode
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import held_text, value_text
from fpviz.data.blocks import BLOCK, code_blocks, first_elements
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout

COLUMNS = ("format", "order", "address", "code", "value", "class")
"""The columns of CSV."""


class ElementRow(NamedTuple):
    """An element: where it stands, and its code, exact value and class, as JSON has them."""

    address: str
    code: str
    value: str
    number_class: str


def rows(dump: Dump, layout: DumpLayout, count: int | None = None) -> Iterator[ElementRow]:
    """The first ``count`` elements, or all."""
    said = _Texts(layout.fmt)
    for addresses, codes in _blocks(dump, layout, first_elements(dump, layout, count)):
        for address, code in zip(addresses, codes, strict=True):
            yield ElementRow(hex(address), *said[code])


def csv_blocks(dump: Dump, layout: DumpLayout, ranges: Sequence[range]) -> Iterator[str]:
    """Elements as lines of CSV, many at once, behind the names of format and order."""
    head = f"{layout.fmt.name},{layout.order.value.name},"
    return addressed_lines(dump, layout, ranges, head, lambda *said: f",{','.join(said)}\n")


Tail = Callable[[str, str, str], str]
"""(code, value, class) of an element to the end of its line, or all of that."""


def addressed_lines(
    dump: Dump, layout: DumpLayout, ranges: Sequence[range], head: str, tail: Tail
) -> Iterator[str]:
    """A line for each element, many at once: what all begin with, its address, and the rest."""
    tails = _Tails(layout.fmt, tail)
    for addresses, codes in _blocks(dump, layout, ranges):
        tails.learn(codes)
        yield "".join(
            [
                f"{head}{address:#x}{tails[code]}"
                for address, code in zip(addresses, codes, strict=True)
            ]
        )


def lines(dump: Dump, layout: DumpLayout, ranges: Sequence[range], line: Tail) -> Iterator[str]:
    """A line for each element, many at once, without its address."""
    tails = _Tails(layout.fmt, line)
    for _, codes in _blocks(dump, layout, ranges):
        tails.learn(codes)
        yield "".join([tails[code] for code in codes])


def _blocks(
    dump: Dump, layout: DumpLayout, ranges: Sequence[range]
) -> Iterator[tuple[Iterable[int], list[int]]]:
    """Addresses and codes of elements, block by block."""
    for places, codes in code_blocks(dump, layout, ranges):
        yield _addresses(dump, layout, places.start, len(places)), codes.tolist()


class _Tails(dict[int, str]):
    """What stands in the lines of the codes that were met last."""

    def __init__(self, fmt: Format, tail: Tail) -> None:
        super().__init__()
        self._said, self._tail = _Texts(fmt), tail

    def learn(self, codes: list[int]) -> None:
        """Know those of some codes."""
        if len(self) > BLOCK:
            self.clear()
        self |= {code: self._tail(*self._said[code]) for code in set(codes).difference(self)}


class _Texts(dict[int, tuple[str, str, str]]):
    """Code, value and class of each code of a format that has been asked for, as text."""

    def __init__(self, fmt: Format) -> None:
        super().__init__()
        self._fmt = fmt
        self._classes: dict[NumberClass, str] = {}

    def __missing__(self, code: int) -> tuple[str, str, str]:
        fmt = self._fmt
        said = (fmt.code_text(code), value_of_element(fmt, code), self._class_text(code))
        if len(self) < BLOCK:
            self[code] = said
        return said

    def _class_text(self, code: int) -> str:
        kind = self._fmt.number_class(code)
        if kind not in self._classes:
            self._classes[kind] = str(class_said(decode(self._fmt, code)))
        return self._classes[kind]


def value_of_element(fmt: Format, code: int) -> str:
    """The exact value of a code as JSON and CSV have it."""
    if fmt.is_finite(code):
        return held_text(fmt, code)
    return value_text(decode(fmt, code).number)


def _addresses(dump: Dump, layout: DumpLayout, start: int, count: int) -> Iterator[int] | range:
    """The addresses of elements; of numbers, how many stand before them."""
    if dump.numbers:
        return range(start, start + count)
    bits = range(layout.bit(start), layout.bit(start + count), layout.step)
    if len(dump.runs) > 1:
        return map(dump.address, bits)
    first, step = dump.runs[0].address, dump.step
    return (first + bit // step for bit in bits)


def address_of(dump: Dump, layout: DumpLayout, index: int) -> int:
    """Where an element stands."""
    return next(iter(_addresses(dump, layout, index, 1)))


def address_digits(dump: Dump, layout: DumpLayout) -> int:
    """The digits of the addresses of all elements."""
    count = layout.count(dump)
    return max(4, len(f"{address_of(dump, layout, count - 1):x}")) if count else 4


def place_said(dump: Dump, layout: DumpLayout, index: int, digits: int) -> str:
    """The address of an element in so many digits, behind a colon the bit of the byte, where it
    begins amid one; of one of numbers, how many stand before it."""
    if dump.numbers:
        return str(index)
    bit = layout.bit(index) % 8 if dump.step == 8 else 0
    return f"0x{address_of(dump, layout, index):0{digits}x}" + (f":{bit}" if bit else "")


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
