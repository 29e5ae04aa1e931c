"""Lists in C, C++, Rust, Go, Python, and as numpy and torch print them; ``xxd -i`` as well.

What stands in innermost brackets is data, a type beside them says how many bits a word has. A
length is no datum.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.source_types import bits_said, format_said
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import integer, unit_of

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_LIST = re.compile(r"[\[{(]([^\[\]{}()]*)(?:[\]})]|\Z)")
_LEFT_OUT = re.compile(r"\.\.\.|…")


def lists(text: str) -> list[tuple[int, str]]:
    """The contents of innermost brackets, with the numbers of their first lines; none in comments.

    >>> lists("int a[2] = {1, 2}; // {3}")
    [(1, '2'), (1, '1, 2')]
    """
    plain = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return [(plain.count("\n", 0, each.start()) + 1, each[1]) for each in _LIST.finditer(plain)]


def members(content: str) -> list[str]:
    """The words of a list."""
    return [word for word in re.split(r"[\s,;]+", content) if word]


def _data_of(text: str) -> list[tuple[int, list[str]]]:
    """The lists that hold integers: an index or a length in brackets is no list, if there is any
    other."""
    found = [(line, members(content)) for line, content in lists(text)]
    numbers = [(line, words) for line, words in found if _are_integers(words)]
    longer = [each for each in numbers if len(each[1]) > 1]
    outside = _LIST.sub(" ", text)
    return longer or [each for each in numbers if "=" not in outside] or numbers[-1:]


def _without_data(text: str) -> str:
    return _LIST.sub(lambda found: " " if _are_integers(members(found[1])) else found[0], text)


def _are_integers(words: list[str]) -> bool:
    return sum(1 for word in words[:_TOLD] if integer(word)) * 2 > len(words[:_TOLD])


_TOLD = 1000
"""Words that tell what the others are."""


def read(text: DumpText, unit: int | None) -> Dump | None:
    """The integers of all lists, one after another."""
    said = [(line, word) for line, words in _data_of(text.whole) for word in words]
    found = [each for _, word in text.watched(said, len(said) * 2) if (each := integer(word))]
    if not found or format_said(text.whole):
        return None
    size = unit or bits_said(_without_data(text.whole)) or min(unit_of(found), 128)
    gathering = Gathering(size, size)
    for line, word in text.watched(said, len(said)):
        if _LEFT_OUT.fullmatch(word):
            gathering.remark(phrase("the print leaves words out"))
            continue
        gathering.add_word(line, word, integer(word))
    dump = gathering.dump()
    return dump and replace(dump, fit=max(dump.fit, 0.6))


SYNTAX = Syntax("array", phrase("a list of integers, as programs write it"), read)
