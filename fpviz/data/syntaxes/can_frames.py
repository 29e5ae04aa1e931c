"""CAN frames of ``candump`` and ``candump -L``: ``can0  123   [8]  66 66``, ``can0 123#6666``."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_TIME = r"\s*(?:\([^)]*\)\s+)?"
_ID = r"(?P<id>[0-9A-Fa-f]{3,8})"
_SHOWN = re.compile(
    rf"{_TIME}\S+\s+(?:[RT]X\s+\S+\s+\S+\s+)?{_ID}\s+\[(?P<length>\d+)\]"
    r"(?P<data>(?:\s+[0-9A-Fa-f]{2})*)(?:\s+'.*')?\s*"
)
_LOGGED = re.compile(
    rf"{_TIME}(?:\S+\s+)?{_ID}#(?:#[0-9A-Fa-f])?"
    r"(?P<data>(?:[0-9A-Fa-f]{2}\.?)*)(?:\s+[RT])?\s*"
)


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes of all frames, one after another."""
    gathering = Gathering()
    names: list[str] = []
    for number, line in text.lines():
        found = _SHOWN.fullmatch(line) or _LOGGED.fullmatch(line)
        data = bytes.fromhex(found["data"].replace(".", "")) if found else b""
        if not found or not data:
            gathering.refuse(number, line)
        elif int(found.groupdict().get("length", len(data))) != len(data):
            gathering.refuse(number, line, phrase("its length is not the one that it says"))
        else:
            names.append(found["id"].upper())
            gathering.add(data)
    if len(names := list(dict.fromkeys(names))) > 1:
        gathering.remark(phrase("frames of several identifiers: {names}", names=", ".join(names)))
    return gathering.dump()


SYNTAX = Syntax("candump", phrase("CAN frames of candump"), read, is_marked=True)
