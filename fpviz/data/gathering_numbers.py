"""Numbers put together, word by word, into a dump."""

from __future__ import annotations

import re
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Infinity, NaN, Number
from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Findings

_DECIMAL = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?")
_SUFFIX = re.compile(r"(?<=[\d.])(?:_?f(?:16|32|64)?|F|L)$")
_BROKEN = re.compile(r"[.eE]")
_LONGEST = 1000


def number_of(word: str) -> Number | None:
    """The exact number of a decimal, with a suffix of C or Rust or without; inf and nan."""
    plain = _SUFFIX.sub("", word) if _BROKEN.search(word) else word
    if len(plain) <= _LONGEST and _DECIMAL.fullmatch(plain):
        return Finite(plain.startswith("-"), abs(Fraction(plain)))
    name = plain.lower().lstrip("+-")
    if name in ("inf", "infinity"):
        return Infinity(plain.startswith("-"))
    return NaN(plain.startswith("-")) if name == "nan" else None


MOST = 1 << 21
"""Numbers that are kept, as fractions are large."""


class Numbers(Findings):
    """The numbers that words gave so far, and what could not be read."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: list[Number] = []

    def add(self, line: int, word: str) -> bool:
        """A word that is a number, or is none; false where there is no more room."""
        number = number_of(word)
        if number is None:
            self.refuse(line, word)
        elif len(self.numbers) < MOST:
            self.numbers.append(number)
        else:
            self.remark(phrase("only the first {count} numbers are read", count=str(MOST)))
            return False
        return True

    def dump(self, fmt: Format | None = None) -> Dump | None:
        """What was gathered; ``None`` if most of it is no number."""
        if len(self.numbers) <= self.refused:
            return None
        return Dump(
            numbers=tuple(self.numbers),
            fmt=fmt,
            remarks=self.remarks,
            unread=tuple(self.unread),
            unread_more=self.refused - len(self.unread),
            fit=len(self.numbers) / (len(self.numbers) + self.refused),
        )
