"""Files of ``$readmemh`` and ``objcopy -O verilog``: ``@10 3F80_0000``; addresses count words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import rounded_up

_COMMENT = re.compile(r"//.*|/\*.*?\*/")
_ADDRESS = re.compile(r"@[0-9A-Fa-f_]+")
_WORD = re.compile(r"(?!_+$)[0-9A-Fa-f_]+")


def read(text: DumpText, unit: int | None) -> Dump | None:
    """Words of as many bits as the longest has digits, at their addresses."""
    if not any(_ADDRESS.fullmatch(word) for _, word in _words(text.head())):
        return None
    words = (word for _, word in _words(text.lines()) if _WORD.fullmatch(word))
    digits = max((len(word.replace("_", "")) for word in words), default=0)
    size = unit or rounded_up(digits * 4)
    gathering, address = Gathering(size, size), None
    for number, word in _words(text.lines()):
        if _ADDRESS.fullmatch(word):
            address = int(word[1:].replace("_", "") or "0", 16)
        elif _WORD.fullmatch(word) and (value := int(word.replace("_", ""), 16)) >> size == 0:
            gathering.add(value.to_bytes(size // 8, "big"), address)
            address = None
        else:
            gathering.refuse(number, word)
            address = (gathering.next_address if address is None else address) + 1
    return gathering.dump()


def _words(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The words outside of comments, with the numbers of their lines."""
    inside = False
    for number, line in lines:
        rest = f"/*{line}" if inside else line
        if "/" in rest:
            rest = _COMMENT.sub(" ", rest)
            rest, mark, _ = rest.partition("/*")
            inside = bool(mark)
        for word in rest.split():
            yield number, word


SYNTAX = Syntax("readmemh", phrase("memory of $readmemh"), read, is_marked=True)
