"""The syntaxes of dumps, a file each; a new one is its file, and its line in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial

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
    hardware_literals.SYNTAX,
    escaped_bytes.SYNTAX,
    arrays.SYNTAX,
    nan_boxes.SYNTAX,
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


class FoundDump:
    """What a text holds in one syntax: all of it is read when it is asked for.

    ``beginning`` is what the first lines hold.
    """

    def __init__(
        self, key: str, title: Phrase, beginning: Dump, whole: Callable[[], Dump | None]
    ) -> None:
        self.key, self.title, self.beginning = key, title, beginning
        self._whole = whole

    @cached_property
    def dump(self) -> Dump:
        """All data of the text."""
        return self._whole() or self.beginning


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
    found = tuple(each for each in every if each.beginning.data or each.beginning.numbers)
    refused = [said for each in every if (said := each.beginning.unread_said())]
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
    best = max(each.beginning.fit for each in found)
    enough = {True: _FEW, False: best - _CLOSE}

    def unlikeliness(each: FoundDump) -> float:
        fit = each.beginning.fit
        return 0 if fit >= enough[each.key in marked] else 1 - fit

    return unlikeliness


_FEW, _CLOSE = 0.4, 0.25
"""The share of a text that is enough where it has marks, and a difference that does not decide."""


def _found(data: bytes | memoryview, unit: int | None) -> Iterator[FoundDump]:
    block = scpi.read(data)
    if block:
        yield _read(scpi.KEY, scpi.TITLE, block)
    text = text_of(_first_lines(data))
    if text is None:
        if len(data):
            yield _read(BINARY, phrase("a binary file"), Dump(data=data))
        return
    first = _beginning(text)
    for syntax in SYNTAXES:
        dump = syntax.read(first, unit)
        if dump is None:
            continue
        if first is text:
            yield _read(syntax.key, syntax.title, dump)
        else:
            whole = partial(_whole, syntax, text, unit, len(data) > LONGEST_TEXT)
            yield FoundDump(syntax.key, syntax.title, dump, whole)


def _first_lines(data: bytes | memoryview) -> bytes | memoryview:
    """All data, or the first lines of what is too long for a text."""
    if len(data) <= LONGEST_TEXT or text_of(data[:_HEAD]) is None:
        return data
    first = bytes(data[:LONGEST_TEXT])
    return first[: first.rfind(b"\n") + 1] or first


def _whole(syntax: Syntax, text: str, unit: int | None, is_cut: bool) -> Dump | None:
    """What a long text holds."""
    dump = syntax.read(text, unit)
    if dump is None or not is_cut:
        return dump
    said = phrase("only the first {count} MiB of the text are read", count=str(LONGEST_TEXT >> 20))
    return replace(dump, remarks=(*dump.remarks, said))


def _read(key: str, title: Phrase, dump: Dump) -> FoundDump:
    """What has been read already."""
    return FoundDump(key, title, dump, lambda: dump)


def _beginning(text: str) -> str:
    """The first lines of a long text, or of a long line the first words."""
    if len(text) <= _TELLING:
        return text
    ends = (text.rfind(mark, 1, _TELLING) for mark in "\n, ")
    return text[: next((end for end in ends if end > 0), _TELLING)]


_TELLING = 1 << 16
"""Characters that are enough to see what a text is."""

_HEAD = 4096
LONGEST_TEXT = 1 << 25
"""Bytes of a text that are read; a binary file has no limit."""


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
