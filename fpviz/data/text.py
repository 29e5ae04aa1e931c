"""A text that may be long: its lines, as often as they are wanted, never all at once."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from fpviz.core.phrase import Phrase, phrase
from fpviz.data.content import Content

Report = Callable[[float], None]
"""Told how much is read, from 0 to 1, more than twenty times a second; it may raise, to end it."""

BLOCK = 1 << 16
"""Bytes that are looked at at once."""

_LONGEST_LINE = 1 << 20
"""Bytes of a line; what is longer comes in pieces."""

WHOLE = 1 << 25
"""Bytes that are read of a text that has to be looked at as a whole."""

_HEAD = 2048
"""Lines that tell what all are like."""

_WATCHED = 256
"""Words between two reports."""


def lines_of(number: int, block: str) -> Iterator[tuple[int, str]]:
    """The lines of a block that are not empty, with their numbers."""
    for at, line in enumerate(block.splitlines(), number):
        if line and not line.isspace():
            yield at, line


def untold(_done: float) -> None:
    """Nobody wants to know."""


class DumpText:
    """Bytes in UTF-8; what is none is read as U+FFFD. Every way through them is reported."""

    def __init__(self, data: Content, report: Report = untold) -> None:
        self._data, self._report = data, report

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines that are not empty, with their numbers from 1 on. One that is very long comes
        in pieces, cut between words, or where digits make whole bytes in any base."""
        for number, block in self.blocks():
            yield from lines_of(number, block)

    def blocks(self) -> Iterator[tuple[int, str]]:
        """The lines, many of them in one, with the number of the first."""
        number = 1
        for block in self._pieces():
            yield number, block
            number += len(block.splitlines()) - (block[-1] not in _ENDS)

    def head(self) -> list[tuple[int, str]]:
        """The first of the lines."""
        return list(islice(self.lines(), _HEAD))

    @cached_property
    def whole(self) -> str:
        """All of it in one; only the beginning of what is long."""
        first = bytes(self._data[:WHOLE])
        if len(first) < len(self._data):
            first = first[: first.rfind(b"\n") + 1] or first
        return first.decode("utf-8-sig", "replace")

    def cut_said(self) -> Phrase | None:
        """That the whole was looked at, and is more than that."""
        if "whole" not in vars(self) or len(self._data) <= WHOLE:
            return None
        return phrase("only the first {count} MiB of the text are read", count=str(WHOLE >> 20))

    def words(
        self, parts: Sequence[tuple[int, str]], split: Callable[[str], Iterable[str]]
    ) -> Iterator[tuple[int, str]]:
        """The words in parts of the whole, with the lines of those."""
        size, done = sum(len(part) for _, part in parts) + 1, 0
        for line, part in parts:
            for at, word in enumerate(split(part)):
                if not at % _WATCHED:
                    self._report(done / size)
                done += len(word)
                yield line, word

    def _pieces(self) -> Iterator[str]:
        """Whole lines, a block of them at once."""
        data, size, rest = self._data, len(self._data), b""
        mark = len(codecs.BOM_UTF8) if data[:3] == codecs.BOM_UTF8 else 0
        for at in range(mark, size, BLOCK):
            self._report(at / size)
            rest += data[at : at + BLOCK]
            end = rest.rfind(b"\n") + 1
            if not end and len(rest) > _LONGEST_LINE:
                end = max(map(rest.rfind, _BETWEEN)) + 1 or len(rest) // _DIGITS * _DIGITS
            if end:
                yield rest[:end].decode("utf-8", "replace")
                rest = rest[end:]
        if rest:
            yield rest.decode("utf-8", "replace")


_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_BETWEEN = (b" ", b",", b";", b"\t")
_DIGITS = 48
"""Digits of base 2, 16 and 64 that many make whole words."""
