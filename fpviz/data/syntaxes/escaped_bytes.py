r"""Bytes as Python, Rust and C write them in quotes: ``b'\x00\x00\x80?'``, ``"\x41\xbb"``."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_QUOTED = re.compile(r"""(\b[bB]r?)?(['"])((?:\\.|(?!\2)[^\\])*)(\2|\\?\Z)""", re.DOTALL)
"""A string; one that does not end goes on to the end of the text, so that none is sought in it."""
_ESCAPE = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|([0-7]{1,3})|(.))", re.DOTALL)
_LETTERS = {
    b"n": b"\n",
    b"t": b"\t",
    b"r": b"\r",
    b"a": b"\a",
    b"b": b"\b",
    b"f": b"\f",
    b"v": b"\v",
    b"\n": b"",
}


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes between quotes, one string after another; some must be escaped."""
    gathering = Gathering()
    for prefix, quote, content, end in _QUOTED.findall(text.whole):
        if end == quote and ("\\" in content or prefix):
            gathering.add(_ESCAPE.sub(_meant, content.encode()))
    return gathering.dump()


def _meant(escape: re.Match[bytes]) -> bytes:
    if escape[1]:
        return bytes.fromhex(escape[1].decode())
    if escape[2]:
        return bytes([int(escape[2], 8) & 0xFF])
    return _LETTERS.get(escape[3], escape[3])


SYNTAX = Syntax("bytes", phrase("bytes in quotes, as Python and C write them"), read)
