"""Words in decimal: registers as ``16827 42467``, bytes as ``0 0 128 63``.

Two decimal registers are the two halves of a number that is longer.
"""

from __future__ import annotations

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering, numbered_lines
from fpviz.data.syntaxes.plain_hex import words_of
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.words import decimal, unit_of


def read(text: str, unit: int | None) -> Dump | None:
    """Decimal integers, if most words are."""
    said = [(n, word, decimal(word)) for n, line in numbered_lines(text) for word in words_of(line)]
    found = [each for *_, each in said if each]
    if len(found) * 2 <= len(said):
        return None
    size = unit or min(unit_of(found), 64)
    gathering = Gathering(size, size)
    for number, word, each in said:
        gathering.add_word(number, word, each)
    return gathering.dump()


SYNTAX = Syntax("decimal", phrase("words in decimal"), read)
