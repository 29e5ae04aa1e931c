"""The syntaxes of dumps, a file each; a new one is its file, and its line in the table."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from fpviz.core.phrase import Complaint, Phrase, listed, phrase, quoted, verbatim
from fpviz.data.content import Content
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
from fpviz.data.text import DumpText, Report, untold

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
        self, key: str, title: Phrase, beginning: Dump, whole: Callable[[Report], Dump] | None
    ) -> None:
        self.key, self.title, self.beginning = key, title, beginning
        self._whole = whole

    @property
    def dump(self) -> Dump:
        """All data of the text."""
        return self.read()

    @property
    def is_read(self) -> bool:
        """Whether all is there: to read a long text takes a while."""
        return self._whole is None

    def read(self, report: Report = untold) -> Dump:
        """All data of the text, read once. What ``report`` raises, ends it."""
        if self._whole is not None:
            self.beginning, self._whole = self._whole(report), None
        return self.beginning


def dumps_in(
    data: Content,
    key: str | None = None,
    unit: int | None = None,
    report: Report = untold,
) -> tuple[FoundDump, ...]:
    """All that a text or a file may be, the likeliest first. Of a long one, only the beginning is
    read.

    ``key`` names the only syntax to try, ``unit`` says how many bits words have. Raises Complaint
    for a syntax that does not exist, and where nothing can be read; and what ``report`` raises.
    """
    if key is not None and key not in KEYS:
        there = listed(*map(verbatim, KEYS))
        raise Complaint(phrase("no syntax {name}; there are {keys}", name=quoted(key), keys=there))
    every = tuple(_found(data, key, unit, report))
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


def _found(data: Content, key: str | None, unit: int | None, report: Report) -> Iterator[FoundDump]:
    block = scpi.read(data)
    if block and key in (None, scpi.KEY):
        yield FoundDump(scpi.KEY, scpi.TITLE, block, None)
    if not is_text(data[:_TRIED]):
        if len(data) and key in (None, BINARY):
            yield FoundDump(BINARY, phrase("a binary file"), Dump(data=data), None)
        return
    first = _beginning(data)
    tried = [syntax for syntax in SYNTAXES if key in (None, syntax.key)]
    for at, syntax in enumerate(tried):
        report(at / len(tried))
        dump = syntax.read(DumpText(first), unit)
        if dump is not None:
            whole = None if len(first) == len(data) else partial(_whole, syntax, data, unit, dump)
            yield FoundDump(syntax.key, syntax.title, dump, whole)


def _whole(
    syntax: Syntax, data: Content, unit: int | None, beginning: Dump, report: Report
) -> Dump:
    """What a long text holds."""
    text = DumpText(data, report)
    dump = syntax.read(text, unit) or beginning
    said = text.cut_said()
    return replace(dump, remarks=(*dump.remarks, said)) if said else dump


def _beginning(data: Content) -> bytes:
    """The first lines of a long text, or of a long line the first words."""
    first = bytes(data[:_TELLING])
    if len(first) == len(data):
        return first
    ends = (first.rfind(mark, 1) for mark in (b"\n", b",", b" "))
    return first[: next((end for end in ends if end > 0), _TELLING)]


_TELLING = 1 << 16
"""Bytes that are enough to see what a text is."""

_HEAD, _TRIED = 4096, 1 << 20
"""Bytes in which a text has no control characters, and those that are UTF-8 if it is one."""


def is_text(data: bytes | memoryview) -> bool:
    """Whether bytes are a text in UTF-8, which may end amid a character.

    >>> is_text(b"07 7A"), is_text(bytes([0, 0, 128, 63]))
    (True, False)
    """
    head = bytes(data[:_HEAD])
    if any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head):
        return False
    try:
        codecs.utf_8_decode(bytes(data))
    except UnicodeDecodeError:
        return False
    return True
