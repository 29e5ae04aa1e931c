"""What a text or a file holds: bytes as they are written, and what was said beside them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.numbers import Number
from fpviz.core.phrase import Phrase, phrase, quoted
from fpviz.data.content import Content


class AddressRun(NamedTuple):
    """Neighbouring words: where they begin in the data, in bytes, and the address of the first."""

    start: int
    address: int


class UnreadLine(NamedTuple):
    """A line, or a word of one, that is no datum of its syntax; its number counts from 1."""

    line: int
    text: str
    why: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Dump:
    """Bytes, or words with their most significant byte first, as a text or a file has them.

    ``unit`` is how many bits its words have: 8 where the bytes stand as in memory. An address
    counts ``step`` bits. A text may say ``numbers`` instead of codes; then there are no data.
    ``fmt`` is the format that it names; ``taken_apart``, how many bits the little-endian
    words had in which its bytes stood, 0 if there were none. ``fit`` is the share of the text
    that the syntax explains. Of what is not read, ``unread_more`` are left out.
    """

    data: Content = b""
    unit: int = 8
    step: int = 8
    runs: tuple[AddressRun, ...] = (AddressRun(0, 0),)
    numbers: tuple[Number, ...] = ()
    fmt: Format | None = None
    taken_apart: int = 0
    remarks: tuple[Phrase, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    unread_more: int = 0
    fit: float = 1.0

    def address(self, bit: int) -> int:
        """The address of the word in which a bit of the data lies."""
        run = self.runs[bisect_right(self.runs, bit // 8, key=lambda run: run.start) - 1]
        return run.address + (bit - run.start * 8) // self.step

    def unread_said(self) -> Phrase | None:
        """The first line that is not read, why, and how many others there are."""
        if not self.unread:
            return None
        said, others = _said(self.unread[0]), len({each.line for each in self.unread}) - 1
        others += self.unread_more
        if not others:
            return said
        return phrase(
            "{said}; other lines with something unread: {count}", said=said, count=str(others)
        )


def _said(unread: UnreadLine) -> Phrase:
    line, text = str(unread.line), quoted(unread.text.strip())
    if unread.why is None:
        return phrase("line {line}: {text} is not read", line=line, text=text)
    return phrase("line {line}: {text}: {why}", line=line, text=text, why=unread.why)
