"""Bytes taken one after another from the head of a file, never beyond its end."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from math import prod

from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.content import Content

MOST_DIMENSIONS, MOST_BYTES = 64, 1 << 62
LONGEST_NAME = 1 << 16

_WINDOW = 1 << 16
"""Bytes that are read at once, so that a large file is not asked for each number."""


class Head:
    """Reads numbers and texts from a place on. Raises Complaint where the file ends."""

    def __init__(self, content: Content, at: int = 0) -> None:
        self.content = content
        self.at = at
        self._window, self._window_at = b"", 0

    def take(self, count: int) -> bytes:
        """The next bytes."""
        start = self.at
        self.skip(count)
        if not self._window_at <= start <= self.at <= self._window_at + len(self._window):
            self._window = bytes(self.content[start : start + max(count, _WINDOW)])
            self._window_at = start
        return self._window[start - self._window_at : self.at - self._window_at]

    def skip(self, count: int) -> None:
        """Pass over bytes."""
        if count > len(self.content) - self.at:
            raise Complaint(phrase("it is cut short: {count} bytes", count=str(len(self.content))))
        self.at += count

    def number(self, code: str) -> int:
        """The next little-endian number, of a type as ``struct`` calls it."""
        (found,) = struct.unpack(f"<{code}", self.take(struct.calcsize(f"<{code}")))
        return int(found)


def bytes_of(name: str, shape: Sequence[int], width: int) -> int:
    """How many bytes a tensor takes. Raises Complaint for a shape that no tensor has."""
    if len(shape) > MOST_DIMENSIONS or any(size < 0 for size in shape):
        raise Complaint(phrase("the shape of {name} is no shape", name=quoted(name)))
    bits = prod(shape) * width
    if bits > 8 * MOST_BYTES or bits % 8:
        raise Complaint(phrase("the shape of {name} is no shape", name=quoted(name)))
    return bits // 8


def check_apart(places: Iterable[tuple[int, int, str]]) -> None:
    """Raise Complaint where two tensors, (begin, end, name) each, share bytes."""
    reached = 0
    for begin, end, name in sorted(places):
        if begin < reached and end > begin:
            raise damaged(name, phrase("its bytes are another tensor's, too"))
        reached = max(reached, end)


def damaged(name: str, why: Phrase) -> Complaint:
    """That what is said of a tensor cannot be."""
    return Complaint(phrase("{name}: {why}", name=quoted(name), why=why))
