"""Literals of Verilog and VHDL: ``128'h7f7fffff_3dcccccd``, ``x"3F80"``, ``16#3F80#``.

Of a literal that is wider than an element, the lowest lane is the first one.
"""

from __future__ import annotations

import re

from fpviz.core.phrase import Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering, nothing_but, numbered_lines
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.words import rounded_up

_LITERAL = re.compile(
    r"""(?:\b(\d{1,6})\s{0,4})?'[sS]?([hHbBoOdD])\s*([0-9A-Za-z_?]+)"""
    r"""|\b(\d+)?[uUsS]?([xXbBoO])"([0-9A-Za-z_]+)"|\b(16|8|2)\#([0-9A-Za-z_]+)\#"""
)
_BASES = {
    "h": (16, 4),
    "x": (16, 4),
    "b": (2, 1),
    "o": (8, 3),
    "d": (10, 0),
    "16": (16, 4),
    "8": (8, 3),
    "2": (2, 1),
}


def read(text: str, unit: int | None) -> Dump | None:
    """The words, each with as many bits as the widest is said to have."""
    gathering, found = Gathering(), []
    for number, line in numbered_lines(text):
        for literal in _LITERAL.finditer(line):
            said = _said(literal)
            if isinstance(said, Phrase):
                gathering.refuse(number, literal[0], said)
            else:
                found.append(said)
    size = unit or max((rounded_up(bits) for _, bits in found), default=8)
    gathering.unit = gathering.step = size
    for value, _ in found:
        gathering.add((value & (1 << size) - 1).to_bytes(size // 8, "big"))
    return gathering.dump() or nothing_but(gathering)


def _said(literal: re.Match[str]) -> tuple[int, int] | Phrase:
    """(value, bits) of a literal, or why it is none."""
    width = literal[1] or literal[4]
    base, each = _BASES[(literal[2] or literal[5] or literal[7]).lower()]
    digits = (literal[3] or literal[6] or literal[8]).replace("_", "")
    try:
        value = int(digits, base)
    except ValueError:
        return phrase("a digit is unknown, or none of base {base}", base=str(base))
    needed = max(len(digits) * each, value.bit_length())
    bits = int(width) if width and len(width) < 6 else needed
    if needed - each >= bits or value >> bits:
        return phrase(
            "{count} digits need {needed} bits, and the literal says {bits}",
            count=str(len(digits)),
            needed=str(needed),
            bits=str(bits),
        )
    return value, bits


SYNTAX = Syntax("hdl", phrase("literals of Verilog or VHDL"), read, is_marked=True)
