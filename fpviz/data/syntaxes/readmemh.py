"""Files of ``$readmemh`` and ``objcopy -O verilog``: ``@10 3F80_0000``; addresses count words."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering, numbered_lines
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.words import rounded_up

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_ADDRESS = re.compile(r"@[0-9A-Fa-f_]+")
_WORD = re.compile(r"(?!_+$)[0-9A-Fa-f_]+")


def read(text: str, unit: int | None) -> Dump | None:
    """Words of as many bits as the longest has digits, at their addresses."""
    plain = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    said = [(number, word) for number, line in numbered_lines(plain) for word in line.split()]
    digits = [len(word.replace("_", "")) for _, word in said if _WORD.fullmatch(word)]
    if not digits or not any(_ADDRESS.fullmatch(word) for _, word in said):
        return None
    size = unit or rounded_up(max(digits) * 4)
    gathering, address = Gathering(size, size), None
    for number, word in said:
        if _ADDRESS.fullmatch(word):
            address = int(word[1:].replace("_", "") or "0", 16)
        elif _WORD.fullmatch(word) and (value := int(word.replace("_", ""), 16)) >> size == 0:
            gathering.add(value.to_bytes(size // 8, "big"), address)
            address = None
        else:
            gathering.refuse(number, word)
            address = (gathering.next_address if address is None else address) + 1
    return gathering.dump()


SYNTAX = Syntax("readmemh", phrase("memory of $readmemh"), read, is_marked=True)
