"""Numbers, not codes: columns of decimals, and lists of them as programs print them.

``array([1.5, -0.25], dtype=float32)``, ``tensor([1.0000, inf])``, ``float a[] = {1.0f, 2e-3f};``.
Each is rounded into the format that it is shown in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from fpviz.core.formats import find_format
from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering_numbers import Numbers, number_of
from fpviz.data.syntaxes.arrays import lists, members
from fpviz.data.syntaxes.source_types import format_said, format_unsaid
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText

_LEFT_OUT = ("...", "…")


def read(text: DumpText, _unit: int | None) -> Dump | None:
    """The numbers, if most words are; where none has a point or an exponent, words are likelier."""
    beside = text.whole[:_BEGINNING] + text.whole[_BEGINNING:][-_END:]
    named = format_said(beside) or format_unsaid(beside)
    numbers = Numbers()
    whole = not named
    for line, word in _words(text):
        if word in _LEFT_OUT:
            numbers.remark(phrase("the print leaves words out"))
        elif not numbers.add(line, word):
            break
        whole = whole and word.lstrip("+-").isdigit()
    dump = numbers.dump(find_format(named) if named else None)
    return dump and replace(dump, fit=dump.fit * (0.4 if whole else 1.0))


def _words(text: DumpText) -> Iterator[tuple[int, str]]:
    """The words in brackets, or of all lines where there are none."""
    inside = lists(text.whole)
    first = islice((word for _, content in inside for word in members(content)), _TOLD)
    if sum(1 for word in first if number_of(word) is not None) > 1:
        return text.words(inside, members)
    return ((number, word) for number, line in text.lines() for word in members(line))


_BEGINNING, _END = 1 << 16, 1 << 10
"""Characters among which the name of a type stands."""

_TOLD = 1000
"""Words that tell whether there are numbers in brackets."""


SYNTAX = Syntax("decimals", phrase("numbers in decimal"), read)
