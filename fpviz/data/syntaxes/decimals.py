"""Numbers, not codes: columns of decimals, and lists of them as programs print them.

``array([1.5, -0.25], dtype=float32)``, ``tensor([1.0000, inf])``, ``float a[] = {1.0f, 2e-3f};``.
Each is rounded into the format that it is shown in.
"""

from __future__ import annotations

import re
from fractions import Fraction

from fpviz.core.formats import find_format
from fpviz.core.numbers import Finite, Infinity, NaN, Number
from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump, UnreadLine
from fpviz.data.gathering import numbered_lines
from fpviz.data.syntaxes.arrays import lists, members
from fpviz.data.syntaxes.source_types import format_said, format_unsaid
from fpviz.data.syntaxes.syntax import Syntax

_DECIMAL = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?")
_SUFFIX = re.compile(r"(?<=[\d.])(?:_?f(?:16|32|64)?|F|L)$")
_BROKEN = re.compile(r"[.eE]")
_LONGEST = 1000
_LEFT_OUT = ("...", "…")


def number_of(word: str) -> Number | None:
    """The exact number of a decimal, with a suffix of C or Rust or without; inf and nan."""
    plain = _SUFFIX.sub("", word) if _BROKEN.search(word) else word
    if len(plain) <= _LONGEST and _DECIMAL.fullmatch(plain):
        return Finite(plain.startswith("-"), abs(Fraction(plain)))
    name = plain.lower().lstrip("+-")
    if name in ("inf", "infinity"):
        return Infinity(plain.startswith("-"))
    return NaN(plain.startswith("-")) if name == "nan" else None


def read(text: str, _unit: int | None) -> Dump | None:
    """The numbers, if most words are; where none has a point or an exponent, words are likelier."""
    said = _words(text)
    numbers, unread, remarks = [], [], []
    for line, word in said:
        number = number_of(word)
        if number is not None:
            numbers.append(number)
        elif word in _LEFT_OUT:
            remarks = [phrase("the print leaves words out")]
        else:
            unread.append(UnreadLine(line, word))
    if len(numbers) <= len(unread):
        return None
    named = format_said(text) or format_unsaid(text)
    whole = not named and all(word.lstrip("+-").isdigit() for _, word in said)
    return Dump(
        numbers=tuple(numbers),
        fmt=find_format(named) if named else None,
        remarks=tuple(remarks),
        unread=tuple(unread),
        fit=len(numbers) / len(said) * (0.4 if whole else 1.0),
    )


def _words(text: str) -> list[tuple[int, str]]:
    """The words in brackets, or of all lines where there are none."""
    inside = [(line, word) for line, content in lists(text) for word in members(content)]
    if sum(1 for _, word in inside if number_of(word) is not None) > 1:
        return inside
    return [(number, word) for number, line in numbered_lines(text) for word in members(line)]


SYNTAX = Syntax("decimals", phrase("numbers in decimal"), read)
