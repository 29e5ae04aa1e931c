"""What debuggers print: ``x/4xw`` and ``p/x`` of gdb, memory and vector registers of lldb.

Words behind an address are taken apart into the bytes of a little-endian machine; those of a
value, ``$1 = {0x3f800000, …}``, stand as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import Written, integer, packed, prefixed, rounded_up, too_wide, unit_of

_AT = re.compile(r"\s*(?:=>)?\s*(0x[0-9A-Fa-f]+)(?:\s*<[^>]*>)?:\s+(\S.*)")
_PAIRS = re.compile(r"(?:[0-9A-Fa-f]{2} )+[0-9A-Fa-f]{2}(?=\s\s|$)")
_VALUE = re.compile(r"\s*(?:\([^)]*\)\s*)?[$\w][\w.\[\]]*\s+=\s+(\{?[^{}]*\}?)\s*,?\s*")
_REPEATS = re.compile(r"(0x[0-9A-Fa-f]+|-?\d+)\s*<repeats (\d{1,7}) times>")


def read_memory(text: DumpText, unit: int | None) -> Dump | None:
    """The bytes at the addresses."""
    first = [row for _, line in text.head() if (row := _row(line))]
    if not first:
        return None
    size = (unit or _size([row[1] for row in first], [row[0] for row in first])) // 8
    gathering = Gathering()
    for number, line in text.lines():
        row = _row(line)
        data = [packed(word.value, size * 8) for word in row[1]] if row else []
        if row is None or None in data:
            gathering.refuse(number, line, too_wide(size * 8) if row else None)
        else:
            gathering.add(b"".join(each[::-1] for each in data if each), row[0])
    if size > 1:
        gathering.remark(phrase("words of a little-endian machine, taken apart into its bytes"))
    return gathering.dump(taken_apart=size * 8 if size > 1 else 0)


def _row(line: str) -> tuple[int, list[Written]] | None:
    """The address and the words of a line."""
    found = _AT.fullmatch(line)
    words = _words(found[2]) if found else None
    return (int(found[1], 16), words) if found and words else None


def _words(body: str) -> list[Written] | None:
    pairs = _PAIRS.match(body)
    words = pairs[0].split() if pairs else body.split()
    found = [Written(int(w, 16), 8) if pairs else integer(w) for w in words]
    return None if None in found else [word for word in found if word]


def _size(rows: list[list[Written]], addresses: list[int]) -> int:
    """Bits of a word: as its digits say, or the addresses, where those are decimal."""
    every = [word for row in rows for word in row]
    if all(word.bits == every[0].bits > 0 for word in every):
        return rounded_up(every[0].bits)
    for row, (a, b) in zip(rows, pairwise(addresses), strict=False):
        size, rest = divmod(b - a, len(row))
        if not rest and size in (1, 2, 4, 8):
            return size * 8
    return unit_of(every)


def read_value(text: DumpText, unit: int | None) -> Dump | None:
    """The words of values that have a name."""
    first = (_VALUE.fullmatch(line) for _, line in text.head())
    if not any(value and prefixed(_spelled_out(value[1])[0]) for value in first):
        return None
    size = unit or unit_of(word for *_, word in _values(text) if word)
    gathering = Gathering(size, size)
    for each in _values(text):
        gathering.add_word(*each)
    return gathering.dump()


def _values(text: DumpText) -> Iterator[tuple[int, str, Written | None]]:
    """The words of values, and all other lines."""
    for number, line in text.lines():
        value = _VALUE.fullmatch(line)
        for word in _spelled_out(value[1]) if value else [line]:
            yield number, word, integer(word)


def _spelled_out(value: str) -> list[str]:
    """The words, those that are repeated as often as they stand there."""
    full = _REPEATS.sub(lambda found: f"{found[1]} " * int(found[2]), value)
    return re.split(r"[\s,]+", full.strip("{} \t"))


MEMORY = Syntax("gdb-x", phrase("memory, as gdb or lldb print it"), read_memory, is_marked=True)
VALUE = Syntax("gdb-p", phrase("values, as gdb or lldb print them"), read_value)
