"""What a syntax of dumps is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fpviz.core.phrase import Phrase
from fpviz.data.dump import Dump
from fpviz.data.text import DumpText


@dataclass(frozen=True, slots=True)
class Syntax:
    """A way to write bytes or words.

    ``read`` takes a text and how many bits its words are said to have, ``None`` where nobody
    said it, and returns what the text holds, or ``None`` for a text of another syntax.
    ``is_marked`` says that its lines have marks which others lack: then some lines that are none
    of it do not matter.
    """

    key: str
    title: Phrase
    read: Callable[[DumpText, int | None], Dump | None]
    is_marked: bool = False
