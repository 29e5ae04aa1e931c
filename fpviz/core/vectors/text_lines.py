"""The lines of a file, one at a time, however long the file is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from fpviz.core.phrase import Complaint, phrase

LONGEST = 4096
"""Characters of a line that is read; a vector has some hundred."""

_WIDE_MARKS = ("\\xff\\xfe", "\\xfe\\xff")
"""What begins a file in UTF-16, as UTF-8 has it."""


def text_lines(data: BinaryIO) -> Iterator[tuple[int, str]]:
    """The lines of UTF-8, numbered from 1 on, without their ends, whichever system wrote them.

    Of a line that is longer than ``LONGEST`` one character more than that. Bytes that are no text
    are spelled: ``\\xff``. Raises Complaint for a file in UTF-16.
    """
    text = io.TextIOWrapper(data, "utf-8-sig", "backslashreplace")
    try:
        yield from enumerate(_lines(text), 1)
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    line = text.readline(LONGEST + 1)
    if line.startswith(_WIDE_MARKS):
        raise Complaint(phrase("it is text in UTF-16; UTF-8 is read"))
    while line:
        yield line.rstrip("\n")
        while len(line) > LONGEST and not line.endswith("\n"):
            line = text.readline(LONGEST + 1)
        line = text.readline(LONGEST + 1)
