"""Codes that are replaced in a dump: an overlay, which is never written into the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fpviz.core.formats.decoding import decode
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.patched import Patched

PIECE = 1 << 20
"""Bytes that are written at once."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Another code for an element, counted from 0, of the layout that it was changed in."""

    layout: DumpLayout
    index: int
    code: int


def edited(dump: Dump, edits: Sequence[Edit]) -> Dump:
    """The dump with the edits in it, made one after the other.

    What changes are bits of the data: another layout shows them in its own way. Of a dump of
    numbers, the number becomes the value of the code. Raises Complaint for an edit behind the end.
    """
    if not edits:
        return dump
    for edit in edits:
        if not 0 <= edit.index < edit.layout.count(dump):
            raise Complaint(_no_element(dump, edit))
    return _numbers_edited(dump, edits) if dump.numbers else _data_edited(dump, edits)


def _numbers_edited(dump: Dump, edits: Sequence[Edit]) -> Dump:
    numbers = list(dump.numbers)
    for edit in edits:
        numbers[edit.index] = decode(edit.layout.fmt, edit.code).number
    return replace(dump, numbers=tuple(numbers))


def _data_edited(dump: Dump, edits: Sequence[Edit]) -> Dump:
    data = Patched(dump.data)
    found = replace(dump, data=data)
    for edit in edits:
        data.put(*edit.layout.replaced(found, edit.index, edit.code))
    return found


def _no_element(dump: Dump, edit: Edit) -> Phrase:
    return phrase(
        "no element {index} to edit; there are {count}",
        index=str(edit.index),
        count=str(edit.layout.count(dump)),
    )


def patched_bytes(dump: Dump, edits: Sequence[Edit]) -> Iterator[bytes]:
    """The data with the edits in it, piece by piece, for a file of its own.

    Raises Complaint for a text that says numbers and no data.
    """
    if dump.numbers:
        raise Complaint(phrase("numbers in decimal have no bytes that could be written"))
    data = edited(dump, edits).data
    return (bytes(data[start : start + PIECE]) for start in range(0, len(data), PIECE))
