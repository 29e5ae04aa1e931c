"""Modbus registers with their numbers: ``40001: 16827``, ``40002 = 0xA5E3``; a line a register."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import integer, packed, too_wide

_LINE = re.compile(
    r"\s*\[?(\d{1,6})\]?\s*(?:[:=]|\t|=>|->)\s*(0x[0-9A-Fa-f]{1,4}|-?\d{1,5})\s*,?\s*"
)


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """Words of 16 bits, at the numbers of their registers."""
    gathering = Gathering(16, 16)
    for number, line in text.lines():
        found = _LINE.fullmatch(line)
        word = integer(found[2]) if found else None
        data = packed(word.value, 16) if word else None
        if found and data:
            gathering.add(data, int(found[1]))
        else:
            gathering.refuse(number, line, too_wide(16) if word else None)
    return gathering.dump()


SYNTAX = Syntax("modbus", phrase("Modbus registers with their numbers"), read)
