"""Definite-length blocks of SCPI instruments: ``#216`` and then sixteen bytes of any value."""

from __future__ import annotations

from fpviz.core.phrase import phrase
from fpviz.data.content import Content, part
from fpviz.data.dump import Dump

KEY = "scpi"
TITLE = phrase("a block of SCPI")


def read(data: Content) -> Dump | None:
    """The bytes of a block; those that are there, if it ends early."""
    head = bytes(data[:11])
    if head[:1] != b"#" or not head[1:2].isdigit() or head[1:2] == b"0":
        return None
    count = int(head[1:2])
    length = head[2 : 2 + count]
    if len(length) < count or not length.isdigit():
        return None
    body = part(data, 2 + count, 2 + count + int(length))
    if len(body) == int(length):
        return Dump(data=body)
    if len(body) * 2 < int(length):
        return None
    said = phrase(
        "the block says {said} bytes, and {count} are there",
        said=str(int(length)),
        count=str(len(body)),
    )
    return Dump(data=body, remarks=(said,))
