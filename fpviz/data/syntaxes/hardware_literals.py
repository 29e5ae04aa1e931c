"""Literals of Verilog and VHDL: ``128'h7f7fffff_3dcccccd``, ``x"3F80"``, ``16#3F80#``.

Of a literal that is wider than an element, the lowest lane is the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fpviz.core.phrase import Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering, nothing_but
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
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


def read(text: DumpText, unit: int | None) -> Dump | None:
    """The words, each with as many bits as the widest is said to have."""
    widths = (said[1] for _, _, said in _literals(text) if not isinstance(said, Phrase))
    size = unit or rounded_up(max(widths, default=8))
    gathering = Gathering(size, size)
    for number, literal, said in _literals(text):
        if isinstance(said, Phrase):
            gathering.refuse(number, literal, said)
        else:
            gathering.add((said[0] & (1 << size) - 1).to_bytes(size // 8, "big"))
    return gathering.dump() or nothing_but(gathering)


def _literals(text: DumpText) -> Iterator[tuple[int, str, tuple[int, int] | Phrase]]:
    for number, line in text.lines():
        for literal in _LITERAL.finditer(line):
            yield number, literal[0], _said(literal)


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
