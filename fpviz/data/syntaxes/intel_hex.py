"""Intel HEX: records ``:LLAAAATT…CC``, with checksums; segments and upper halves of addresses."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_RECORD = re.compile(r"\s*:((?:[0-9A-Fa-f]{2}){5,})\s*")
_DATA, _END, _SEGMENT, _START, _UPPER, _LINEAR_START = range(6)


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes of the data records. What a record's checksum contradicts is read, and named."""
    gathering, base = Gathering(), 0
    for number, line in text.lines():
        found = _RECORD.fullmatch(line)
        record = bytes.fromhex(found[1]) if found else b""
        if not record or record[0] + 5 != len(record):
            why = phrase("its length is not the one that it says") if record else None
            gathering.refuse(number, line, why)
            continue
        gathering.check(number, record[-1], -sum(record[:-1]) & 0xFF)
        data, kind = record[4:-1], record[3]
        if kind == _DATA:
            gathering.add(data, base + int.from_bytes(record[1:3], "big"))
        elif kind in (_SEGMENT, _UPPER):
            base = int.from_bytes(data, "big") << (4 if kind == _SEGMENT else 16)
        elif kind not in (_END, _START, _LINEAR_START):
            gathering.refuse(
                number, line, phrase("there is no record of type {type}", type=f"{kind:02X}")
            )
    return gathering.dump()


SYNTAX = Syntax("intel-hex", phrase("Intel HEX"), read, is_marked=True)
