"""A line of ``candump`` or ``candump -L``: a frame of a CAN bus.

``can0  123   [8]  66 66 12 42 CD CC 0C C0``, ``(1436509052.249713) can0 123#66661242``; CAN FD has
``[08]`` and ``##`` with a digit of flags. A remote frame asks for data and has none; what an error
frame holds says what is wrong with the bus.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from fpviz.core.phrase import Phrase, phrase

_START = r"\s*(?:\((?P<time>[^)]*)\)\s+)?"
_ID = r"(?P<id>[0-9A-Fa-f]{8}|[0-9A-Fa-f]{3})"
_SHOWN = re.compile(
    rf"{_START}\S+\s+(?:[RT]X\s+\S+\s+\S+\s+)?{_ID}\s+\[(?P<length>\d{{1,2}})\](?:\s*\{{\w\}})?"
    r"(?P<data>(?:[\s`]+[0-9A-Fa-f]{2})*|(?:\s+[01]{8})*|\s+remote request)"
    r"(?P<error>\s+ERRORFRAME)?(?:\s+'.*')?\s*"
)
_LOGGED = re.compile(
    rf"{_START}(?:\S+\s+)?{_ID}#(?:#[0-9A-Fa-f])?"
    r"(?P<data>(?:[0-9A-Fa-f]{2}\.?)*|R[0-9A-Fa-f]?)(?:_[9A-Fa-f])?(?:\s+[RT])?\s*"
)
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_ERROR_BIT = 0x2000_0000
_EXPLANATION = "\t"
"""What ``candump -e`` says of an error frame stands below it, and begins so."""


class FrameKind(Enum):
    """What a frame is there for."""

    DATA = "data"
    REMOTE = "remote"
    ERROR = "error"


class CanFrame(NamedTuple):
    """A frame: when it was seen, as it is written there, and who sent what."""

    time: str
    id: int
    is_extended: bool
    data: bytes
    kind: FrameKind = FrameKind.DATA

    @property
    def id_text(self) -> str:
        """The identifier as candump writes it.

        >>> CanFrame("", 0x12, False, b"").id_text
        '012'
        """
        return f"{self.id:08X}" if self.is_extended else f"{self.id:03X}"


def frame_of(line: str) -> CanFrame | Phrase | None:
    """The frame of a line; why there is none, where that is known; ``None`` for another line."""
    if "\x1b" in line:
        line = _COLOURS.sub("", line)
    found = _SHOWN.fullmatch(line) or _LOGGED.fullmatch(line)
    if not found:
        return None
    said, identifier = found.groupdict(), int(found["id"], 16)
    is_extended = len(found["id"]) == 8
    if found["data"].strip().startswith(("remote", "R")):
        return CanFrame(found["time"] or "", identifier, is_extended, b"", FrameKind.REMOTE)
    data = _data(found["data"])
    length = said.get("length")
    if length is not None and int(length) != len(data):
        return phrase("its length is not the one that it says")
    is_error = bool(said.get("error")) or (is_extended and identifier >= _ERROR_BIT)
    kind = FrameKind.ERROR if is_error else FrameKind.DATA
    return CanFrame(found["time"] or "", identifier, is_extended, data, kind)


def _data(text: str) -> bytes:
    """Bytes in hexadecimal, in binary, or with their order turned round (``candump -S``)."""
    words = text.replace(".", " ").split()
    if words and len(words[0]) == 8 and text[0].isspace():
        return bytes(int(word, 2) for word in words)
    if "`" in text:
        return bytes.fromhex(text.replace("`", " "))[::-1]
    return bytes.fromhex("".join(words))


def explains_an_error(line: str) -> bool:
    """Whether a line says what the error frame before it means."""
    return line.startswith(_EXPLANATION)
