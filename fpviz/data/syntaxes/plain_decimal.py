"""Words in decimal: registers as ``16827 42467``, bytes as ``0 0 128 63``.

Two decimal registers are the two halves of a number that is longer.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.plain_hex import words_of
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText, lines_of
from fpviz.data.words import Written, decimal, unit_of


def read(text: DumpText, unit: int | None) -> Dump | None:
    """Decimal integers, if most words are."""
    first = [decimal(word) for _, line in text.head() for word in words_of(line)]
    if sum(1 for each in first if each) * 2 <= len(first):
        return None
    size = unit or min(unit_of(_extremes(text)), 64)
    gathering = Gathering(size, size)
    for number, block in text.blocks():
        if data := _words_packed(_integers(block), size):
            gathering.add(data, words=len(data) * 8 // size)
            continue
        for at, line in lines_of(number, block):
            for word in words_of(line):
                gathering.add_word(at, word, decimal(word))
    return gathering.dump()


def _integers(block: str) -> list[int]:
    """The integers of lines that are nothing but those, with spaces between, as nearly all are."""
    if "_" in block or not block.isascii():
        return []
    try:
        return list(map(int, block.replace(",", " ").split()))
    except ValueError:
        return []


def _extremes(text: DumpText) -> Iterator[Written]:
    """The least and the greatest integers, block by block."""
    for number, block in text.blocks():
        if integers := _integers(block):
            yield from (Written(end(integers), 0) for end in (min, max))
            continue
        for _, line in lines_of(number, block):
            yield from (each for word in words_of(line) if (each := decimal(word)))


_LETTERS = {array(letter).itemsize * 8: letter for letter in "BHIQ"}
"""Types of ``array`` by their bits."""


def _words_packed(integers: list[int], unit: int) -> bytes:
    """Words, the most significant byte first; none where not all fit, or some are negative."""
    try:
        words = array(_LETTERS[unit], integers)
    except (KeyError, OverflowError):
        return b""
    if sys.byteorder == "little":
        words.byteswap()
    return words.tobytes()


SYNTAX = Syntax("decimal", phrase("words in decimal"), read)
