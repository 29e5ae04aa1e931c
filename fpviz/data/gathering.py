"""Words put together, line by line, into a dump."""

from __future__ import annotations

from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase, phrase
from fpviz.data.dump import AddressRun, Dump, UnreadLine
from fpviz.data.words import Written, packed, too_wide

_KEPT, _REMARKS = 1000, 100
"""Unread lines, and remarks, that are kept."""
_LONGEST_KEPT = 1 << 12


class Findings:
    """What is to be said beside the data: words that are not read, and remarks."""

    def __init__(self) -> None:
        self.unread: list[UnreadLine] = []
        self.refused = 0
        self._remarks: dict[Phrase, None] = {}
        self._untold = 0

    def refuse(self, line: int, text: str, why: Phrase | None = None) -> None:
        """A line, or a word of it, that is not read; of very many, only the first are kept."""
        self.refused += 1
        if len(self.unread) < _KEPT:
            self.unread.append(UnreadLine(line, text[:_LONGEST_KEPT], why))

    def remark(self, said: Phrase) -> None:
        """Something that is to be said of the whole, once."""
        if len(self._remarks) < _REMARKS:
            self._remarks[said] = None
        else:
            self._untold += said not in self._remarks

    @property
    def remarks(self) -> tuple[Phrase, ...]:
        """All that was said; of very much, how much more there was."""
        if not self._untold:
            return tuple(self._remarks)
        return (*self._remarks, phrase("other remarks: {count}", count=str(self._untold)))


class Gathering(Findings):
    """The data that lines gave so far, where they stand, and what could not be read."""

    def __init__(self, unit: int = 8, step: int = 8) -> None:
        super().__init__()
        self.unit, self.step = unit, step
        self.data = bytearray()
        self.read = 0
        self._runs: list[AddressRun] = []

    def add(self, data: bytes, address: int | None = None, words: int = 1) -> None:
        """Data of a line, at an address or behind what was there before."""
        self.read += words
        if not self._runs or (address is not None and address != self.next_address):
            at = 0 if address is None else address
            if self._runs and at < self.next_address:
                self.remark(_backward(at, overlaps=at >= self._runs[-1].address))
            self._runs.append(AddressRun(len(self.data), at))
        self.data += data

    def add_word(self, line: int, text: str, word: Written | None) -> None:
        """A word of the unit, or a text that is none or has no room in it."""
        data = packed(word.value, self.unit) if word else None
        if data is None:
            self.refuse(line, text, too_wide(self.unit) if word else None)
        else:
            self.add(data)

    @property
    def next_address(self) -> int:
        """The address behind the last word."""
        if not self._runs:
            return 0
        start, address = self._runs[-1]
        return address + (len(self.data) - start) * 8 // self.step

    def check(self, line: int, given: int, right: int) -> None:
        """Name a line whose checksum, a byte, is not the right one."""
        if given != right:
            self.remark(
                phrase(
                    "line {line}: the checksum is {given} and should be {right}",
                    line=str(line),
                    given=f"{given:02X}",
                    right=f"{right:02X}",
                )
            )

    def dump(self, *, fmt: Format | None = None, taken_apart: int = 0) -> Dump | None:
        """What was gathered; ``None`` if there is nothing."""
        if not self.data:
            return None
        return Dump(
            data=bytes(self.data),
            unit=self.unit,
            step=self.step,
            runs=tuple(self._runs),
            fmt=fmt,
            taken_apart=taken_apart,
            remarks=self.remarks,
            unread=tuple(self.unread),
            unread_more=self.refused - len(self.unread),
            fit=self.read / (self.read + self.refused),
        )


def _backward(address: int, *, overlaps: bool) -> Phrase:
    """That addresses do not grow, and whether some stand there twice."""
    if overlaps:
        return phrase("addresses overlap from {address} on", address=f"{address:#x}")
    return phrase("addresses go back to {address}", address=f"{address:#x}")


def nothing_but(gathering: Gathering) -> Dump | None:
    """What could not be read, where that is all there is, and reasons are known."""
    if not any(each.why for each in gathering.unread):
        return None
    return Dump(unread=tuple(gathering.unread))
