"""Lists in C, C++, Rust, Go, Python, and as numpy and torch print them; ``xxd -i`` as well.

What stands in innermost brackets is data, a type beside them says how many bits a word has. A
length is no datum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from fpviz.core.phrase import phrase
from fpviz.data.dump import Dump
from fpviz.data.gathering import Gathering
from fpviz.data.syntaxes.source_types import bits_said, format_said
from fpviz.data.syntaxes.syntax import Syntax
from fpviz.data.text import DumpText
from fpviz.data.words import integer, unit_of

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_MEMBER = re.compile(r"[^\s,;]+")
_LIST = re.compile(r"[\[{(]([^\[\]{}()]*)(?:[\]})]|\Z)")
_LEFT_OUT = re.compile(r"\.\.\.|…")


def lists(text: str) -> list[tuple[int, str]]:
    """The contents of innermost brackets, with the numbers of their first lines; none in comments.

    >>> lists("int a[2] = {1, 2}; // {3}")
    [(1, '2'), (1, '1, 2')]
    """
    plain = text
    if "//" in text or "/*" in text:
        plain = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return [(plain.count("\n", 0, each.start()) + 1, each[1]) for each in _LIST.finditer(plain)]


def members(content: str) -> Iterator[str]:
    """The words of a list."""
    return (found[0] for found in _MEMBER.finditer(content))


def _data_of(text: str) -> list[tuple[int, str]]:
    """The lists that hold integers: an index or a length in brackets is no list, if there is any
    other."""
    numbers = [(line, content) for line, content in lists(text) if _are_integers(content)]
    longer = [each for each in numbers if len(list(islice(members(each[1]), 2))) > 1]
    outside = _LIST.sub(" ", text)
    return longer or [each for each in numbers if "=" not in outside] or numbers[-1:]


def _without_data(text: str) -> str:
    return _LIST.sub(lambda found: " " if _are_integers(found[1]) else found[0], text)


def _are_integers(content: str) -> bool:
    """Whether most words are, as far as the first of them tell."""
    words = list(islice(members(content), _TOLD))
    return sum(1 for word in words if integer(word)) * 2 > len(words)


_TOLD = 1000
"""Words that tell what the others are."""


def read(text: DumpText, unit: int | None) -> Dump | None:
    """The integers of all lists, one after another."""
    data, beside = _data_of(text.whole), _without_data(text.whole)
    if not data or format_said(beside):
        return None
    size = unit or bits_said(beside)
    if size is None:
        words = (integer(word) for _, word in text.words(data, members))
        size = min(unit_of(word for word in words if word), 128)
    gathering = Gathering(size, size)
    for line, word in text.words(data, members):
        if _LEFT_OUT.fullmatch(word):
            gathering.remark(phrase("the print leaves words out"))
        else:
            gathering.add_word(line, word, integer(word))
    dump = gathering.dump()
    return dump and replace(dump, fit=max(dump.fit, 0.6))


SYNTAX = Syntax("array", phrase("a list of integers, as programs write it"), read)
