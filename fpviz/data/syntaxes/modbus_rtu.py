"""Modbus RTU frames in hexadecimal, with their CRC: replies of registers, and what writes them."""

from __future__ import annotations

import re

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.plain_hex import words_of
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_PAIR = re.compile(r"(?:0x)?([0-9A-Fa-f]{2})")
_READ = (3, 4, 23)
_WRITE_ONE, _WRITE_MANY = 6, 16


def crc(data: bytes) -> int:
    """The CRC of Modbus, of polynomial 0xA001.

    >>> hex(crc(bytes.fromhex("01 03 04 41 BB A5 E3")))
    '0xf3a4'
    """
    value = 0xFFFF
    for byte in data:
        value = value >> 8 ^ _OF_BYTES[(value ^ byte) & 0xFF]
    return value


def _shifted(value: int) -> int:
    """A byte of the CRC, shifted out."""
    for _ in range(8):
        value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


_OF_BYTES = tuple(map(_shifted, range(256)))


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The registers of the frames, 16 bits each; a line a frame, whose CRC must be right for one
    at least."""
    gathering, right = Gathering(16, 16), 0
    for number, line in text.lines():
        frame = _frame(line)
        registers = _registers(frame)
        if registers is None:
            gathering.refuse(number, line)
            continue
        told = crc(frame[:-2])
        given = int.from_bytes(frame[-2:], "little")
        right += told == given
        if told != given:
            said = phrase(
                "line {line}: the CRC is {given} and should be {right}",
                line=str(number),
                given=frame[-2:].hex(" ").upper(),
                right=told.to_bytes(2, "little").hex(" ").upper(),
            )
            gathering.remark(said)
        gathering.add(registers)
    return gathering.dump() if right else None


def _frame(line: str) -> bytes:
    found = [_PAIR.fullmatch(word) for word in words_of(line)]
    return bytes.fromhex("".join(each[1] for each in found if each)) if all(found) else b""


def _registers(frame: bytes) -> bytes | None:
    """The registers in a frame; ``None`` if it is none that holds any."""
    if len(frame) < 7:
        return None
    function, body = frame[1], frame[2:-2]
    if function in _READ and body[0] == len(body) - 1 and body[0] % 2 == 0:
        return body[1:]
    if function == _WRITE_ONE and len(body) == 4:
        return body[2:]
    if function == _WRITE_MANY and len(body) > 5 and body[4] == len(body) - 5:
        return body[5:]
    return None


SYNTAX = Syntax("modbus-rtu", phrase("Modbus RTU frames"), read, is_marked=True)
