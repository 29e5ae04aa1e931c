"""Registers of RISC-V with NaN boxes: ``0xffffffff3f800000`` holds FP32 0x3f800000."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering, numbered_lines
from fpviz.data.syntaxes.syntax import Syntax

_REGISTER = re.compile(r"(?<![0-9A-Za-z])(?:0x)?([0-9A-Fa-f]{16})(?![0-9A-Za-z])")
_BOXES = ((16, re.compile(r"f{12}(?!f{4}$).*")), (32, re.compile(r"f{8}(?!f{8}$).*")))
"""Bits of what is in a box, and the register around it; the narrowest first."""


def read(text: str, _unit: int | None) -> Dump | None:
    """What the registers hold, if all are boxes of one size."""
    found = [(n, each) for n, line in numbered_lines(text) for each in _REGISTER.findall(line)]
    for bits, box in _BOXES:
        if found and all(box.fullmatch(each.lower()) for _, each in found):
            gathering = Gathering(bits, bits)
            for _, each in found:
                gathering.add(bytes.fromhex(each[-bits // 4 :]))
            gathering.remark(phrase("unpacked from NaN boxes of 64 bits"))
            return gathering.dump()
    return None


SYNTAX = Syntax("nan-box", phrase("NaN boxes of RISC-V"), read)
