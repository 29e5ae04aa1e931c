"""Words in binary: ``00111100``, ``0011_1100 0000_0000``, a word a group of whole bytes."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.plain_hex import words_of
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import rounded_up

_BITS = re.compile(r"[01](?:_?[01])*")


def read(text: DumpText, unit: int | None) -> Dump | None:
    """Groups of eight digits and more, all 0 or 1."""
    first = [word for _, line in text.head() for word in words_of(line)]
    found = [word.replace("_", "") for word in first if _BITS.fullmatch(word)]
    if not found or len(found) * 2 <= len(first) or len(found[0]) < 8:
        return None
    size = unit or rounded_up(len(found[0]))
    gathering = Gathering(size, size)
    for number, line in text.lines():
        for word in words_of(line):
            digits = word.replace("_", "")
            if not _BITS.fullmatch(word) or len(digits) > size:
                gathering.refuse(number, word)
            else:
                gathering.add(int(digits, 2).to_bytes(size // 8, "big"))
    return gathering.dump()


SYNTAX = Syntax("binary", phrase("words in binary"), read)
