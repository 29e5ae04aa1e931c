"""Registers of RISC-V with NaN boxes: ``0xffffffff3f800000`` holds FP32 0x3f800000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_REGISTER = re.compile(r"(?<![0-9A-Za-z])(?:0x)?([0-9A-Fa-f]{16})(?![0-9A-Za-z])")
_BOXES = ((16, re.compile(r"f{12}(?!f{4}$).*")), (32, re.compile(r"f{8}(?!f{8}$).*")))
"""Bits of what is in a box, and the register around it; the narrowest first."""


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """What the registers hold, if all are boxes of one size."""
    first = next(_registers(text), None)
    for bits, box in _BOXES:
        if first and all(box.fullmatch(each.lower()) for each in _registers(text)):
            gathering = Gathering(bits, bits)
            for each in _registers(text):
                gathering.add(bytes.fromhex(each[-bits // 4 :]))
            gathering.remark(phrase("unpacked from NaN boxes of 64 bits"))
            return gathering.dump()
    return None


def _registers(text: DumpText) -> Iterator[str]:
    for _, line in text.lines():
        yield from _REGISTER.findall(line)


SYNTAX = Syntax("nan-box", phrase("NaN boxes of RISC-V"), read)
