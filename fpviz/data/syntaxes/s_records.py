"""Motorola's S-records: ``S1…``, ``S2…`` and ``S3…`` hold data; with checksums."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_RECORD = re.compile(r"\s*S([0-9])((?:[0-9A-Fa-f]{2}){3,})\s*")
_ADDRESS_BYTES = {"1": 2, "2": 3, "3": 4}
"""Of the records that hold data; others are head, count and start."""


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The bytes of the data records. What a record's checksum contradicts is read, and named."""
    gathering = Gathering()
    for number, line in text.lines():
        found = _RECORD.fullmatch(line)
        record = bytes.fromhex(found[2]) if found else b""
        if not found or record[0] + 1 != len(record):
            why = phrase("its length is not the one that it says") if record else None
            gathering.refuse(number, line, why)
            continue
        gathering.check(number, record[-1], ~sum(record[:-1]) & 0xFF)
        if size := _ADDRESS_BYTES.get(found[1]):
            address = int.from_bytes(record[1 : 1 + size], "big")
            gathering.add(record[1 + size : -1], address)
    return gathering.dump()


SYNTAX = Syntax("s-record", phrase("S-records"), read, is_marked=True)
