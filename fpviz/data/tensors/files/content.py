"""Bytes taken one after another from the head of a file, never beyond its end."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from math import prod

from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.content import Content

MOST_DIMENSIONS, MOST_BYTES = 64, 1 << 62


class Head:
    """Reads numbers and texts from a place on. Raises Complaint where the file ends."""

    def __init__(self, content: Content, at: int = 0) -> None:
        self.content = content
        self.at = at

    def take(self, count: int) -> bytes:
        """The next bytes."""
        if count > len(self.content) - self.at:
            raise Complaint(phrase("it is cut short: {count} bytes", count=str(len(self.content))))
        found = bytes(self.content[self.at : self.at + count])
        self.at += count
        return found

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


def damaged(name: str, why: Phrase) -> Complaint:
    """That what is said of a tensor cannot be."""
    return Complaint(phrase("{name}: {why}", name=quoted(name), why=why))
