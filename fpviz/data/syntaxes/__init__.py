"""The syntaxes of dumps, a file each; a new one is its file, and its line in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fpviz.core.phrase import Complaint, Phrase, listed, phrase, quoted, verbatim
from fpviz.data.dump import Dump
from fpviz.data.syntaxes import (
    addressed,
    arrays,
    base_64,
    can_frames,
    csv_column,
    debugger,
    decimals,
    escaped_bytes,
    hardware_literals,
    intel_hex,
    modbus_registers,
    modbus_rtu,
    nan_boxes,
    plain_binary,
    plain_decimal,
    plain_hex,
    readmemh,
    s_records,
    scpi,
    xxd,
)
from fpviz.data.syntaxes.syntax import Syntax

SYNTAXES: tuple[Syntax, ...] = (
    xxd.SYNTAX,
    debugger.MEMORY,
    debugger.VALUE,
    intel_hex.SYNTAX,
    s_records.SYNTAX,
    can_frames.SYNTAX,
    addressed.SYNTAX,
    readmemh.SYNTAX,
    modbus_rtu.SYNTAX,
    modbus_registers.SYNTAX,
    nan_boxes.SYNTAX,
    hardware_literals.SYNTAX,
    escaped_bytes.SYNTAX,
    arrays.SYNTAX,
    csv_column.SYNTAX,
    plain_binary.SYNTAX,
    plain_hex.SYNTAX,
    plain_decimal.SYNTAX,
    decimals.SYNTAX,
    base_64.SYNTAX,
)
"""Of those that explain a text equally well, the first is the likeliest."""

BINARY = "binary-file"
"""What a file is that is no text."""

KEYS = (*(each.key for each in SYNTAXES), scpi.KEY, BINARY)


class FoundDump(NamedTuple):
    """What a text holds in one syntax."""

    key: str
    title: Phrase
    dump: Dump


def dumps_in(
    data: bytes | memoryview, key: str | None = None, unit: int | None = None
) -> tuple[FoundDump, ...]:
    """All that a text or a file may be, the likeliest first.

    ``key`` names the only syntax to try, ``unit`` says how many bits words have. Raises Complaint
    for a syntax that does not exist, and where nothing can be read.
    """
    if key is not None and key not in KEYS:
        there = listed(*map(verbatim, KEYS))
        raise Complaint(phrase("no syntax {name}; there are {keys}", name=quoted(key), keys=there))
    every = tuple(each for each in _found(data, unit) if key in (None, each.key))
    found = tuple(each for each in every if each.dump.data or each.dump.numbers)
    refused = [said for each in every if (said := each.dump.unread_said())]
    if refused and not found:
        raise Complaint(refused[0])
    if not found and key is not None:
        raise Complaint(phrase("nothing can be read as {name}", name=key))
    if not found:
        raise Complaint(
            phrase(
                "there is nothing in it that is known; type bytes or words, such as "
                "{example}, or what xxd prints",
                example="07 7A 42 9B",
            )
        )
    return tuple(sorted(found, key=_unlikeliness(found)))


def _unlikeliness(found: Sequence[FoundDump]) -> Callable[[FoundDump], float]:
    """What to sort by: those that explain enough stand as in the table, before all others."""
    marked = {each.key for each in SYNTAXES if each.is_marked}
    best = max(each.dump.fit for each in found)
    enough = {True: _FEW, False: best - _CLOSE}
    return lambda each: 0 if each.dump.fit >= enough[each.key in marked] else 1 - each.dump.fit


_FEW, _CLOSE = 0.4, 0.25
"""The share of a text that is enough where it has marks, and a difference that does not decide."""


def _found(data: bytes | memoryview, unit: int | None) -> Iterator[FoundDump]:
    block = scpi.read(bytes(data[:_HEAD])) and scpi.read(bytes(data))
    if block:
        yield FoundDump(scpi.KEY, scpi.TITLE, block)
    text = text_of(data)
    if text is None:
        if len(data):
            whole = Dump(data=data, unit=unit or 8)
            yield FoundDump(BINARY, phrase("a binary file"), whole)
        return
    for syntax in SYNTAXES:
        dump = syntax.read(text, unit)
        if dump is not None:
            yield FoundDump(syntax.key, syntax.title, dump)


_HEAD = 4096


def text_of(data: bytes | memoryview) -> str | None:
    """The text that bytes are in UTF-8; ``None`` where they are none.

    >>> text_of(b"07 7A"), text_of(bytes([0, 0, 128, 63]))
    ('07 7A', None)
    """
    head = bytes(data[:_HEAD])
    if any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head):
        return None
    try:
        head[:-4].decode("utf-8")
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
