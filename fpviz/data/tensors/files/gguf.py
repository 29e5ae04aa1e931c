"""``.gguf``, versions 2 and 3: what ggml calls metadata is passed over, but for short texts and
numbers; tensors made of blocks are listed."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from fpviz.core.formats import Format, find_format
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.tensors.files.content import (
    LONGEST_NAME,
    MOST_DIMENSIONS,
    Head,
    bytes_of,
    check_apart,
    damaged,
)
from fpviz.data.tensors.tensor import Tensor, TensorFile
from fpviz.data.tensors.types import GGUF, GGUF_BLOCKS

MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MOST, _MOST_TEXTS = 1 << 16, 1 << 20
"""Entries, and texts of lists in all, that are passed over one by one."""
_LONGEST_SHOWN = 1 << 12
_ALIGNMENT = "general.alignment"

_SCALARS = {
    0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d",
}  # fmt: skip
_TEXT, _LIST = 8, 9


def read(path: Path, content: Content) -> TensorFile:
    """The tensors of a file. Raises Complaint."""
    head = Head(content, len(MAGIC))
    version = head.number("I")
    if version not in _VERSIONS:
        raise Complaint(phrase("version {version} is not known", version=str(version)))
    tensors, entries = _count(head), _count(head)
    metadata = _metadata(head, entries)
    infos = [_info(head) for _ in range(tensors)]
    alignment = metadata.get(_ALIGNMENT, "32")
    step = int(alignment) if alignment.isdecimal() else 0
    if not step or step & (step - 1):
        raise Complaint(phrase("an alignment of {count} bytes cannot be", count=alignment))
    data = part(content, -(-head.at // step) * step, len(content))
    check_apart((each.start, each.start + each.size, each.name) for each in infos)
    return TensorFile(path, "gguf", tuple(each.tensor(data) for each in infos), metadata)


def _metadata(head: Head, entries: int) -> dict[str, str]:
    """What is said beside the tensors, but for what is long."""
    found: dict[str, str] = {}
    texts = 0
    for _ in range(entries):
        name, kind = _text(head, LONGEST_NAME), head.number("I")
        if kind == _LIST:
            texts = _pass_list(head, texts)
        elif (said := _value(head, kind)) is not None:
            found[name] = said
    return found


def _count(head: Head) -> int:
    count = head.number("Q")
    if count > _MOST:
        raise Complaint(phrase("it says that it has {count} entries", count=str(count)))
    return count


def _text(head: Head, longest: int) -> str:
    length = head.number("Q")
    if length > longest:
        raise Complaint(phrase("a name of {count} bytes cannot be", count=str(length)))
    return head.take(length).decode("utf-8", "replace")


def _value(head: Head, kind: int) -> str | None:
    """A value as text; ``None`` for what is passed over."""
    if kind in _SCALARS:
        code = _SCALARS[kind]
        (found,) = struct.unpack(f"<{code}", head.take(struct.calcsize(f"<{code}")))
        return str(found)
    if kind == _TEXT:
        length = head.number("Q")
        if length <= _LONGEST_SHOWN:
            return head.take(length).decode("utf-8", "replace")
        head.skip(length)
        return None
    raise Complaint(phrase("a value of kind {kind} is not known", kind=str(kind)))


def _pass_list(head: Head, texts: int) -> int:
    """Pass over a list, after so many texts in others; how many there are with it."""
    kind, count = head.number("I"), head.number("Q")
    if kind in _SCALARS:
        head.skip(count * struct.calcsize(f"<{_SCALARS[kind]}"))
        return texts
    if kind != _TEXT or texts + count > _MOST_TEXTS:
        raise Complaint(phrase("a list of {count} values cannot be passed over", count=str(count)))
    for _ in range(count):
        head.skip(head.number("Q"))
    return texts + count


class _Info:
    """What the head of a file says of a tensor. Raises Complaint for a shape that cannot be."""

    def __init__(self, name: str, shape: tuple[int, ...], kind: int, start: int) -> None:
        self.name, self.shape, self.start = name, shape, start
        self.fmt: Format | None = None
        self.why: Phrase | None = None
        if kind in GGUF:
            self.dtype, known = GGUF[kind]
            self.fmt = find_format(known)
            self.size = bytes_of(name, shape, self.fmt.width)
        elif kind in GGUF_BLOCKS:
            self.dtype, elements, length = GGUF_BLOCKS[kind]
            self.size = bytes_of(name, shape, 8) // elements * length
            self.why = phrase("its elements, of type {type}, are in blocks", type=self.dtype)
        else:
            bytes_of(name, shape, 8)
            self.dtype, self.size = str(kind), 0
            self.why = phrase("the type {name} is not known", name=self.dtype)

    def tensor(self, data: Content) -> Tensor:
        """The tensor, in the bytes that all of them share. Raises Complaint."""
        begin, end = self.start, self.start + self.size
        if end > len(data):
            raise damaged(self.name, phrase("its bytes are beyond the end of the file"))
        load: Callable[[], Content] = lambda: part(data, begin, end)  # noqa: E731 - said in a line
        return Tensor(self.name, self.dtype, self.shape, self.fmt, load, why=self.why)


def _info(head: Head) -> _Info:
    name = _text(head, LONGEST_NAME)
    dimensions = head.number("I")
    if dimensions > MOST_DIMENSIONS:
        raise Complaint(phrase("the shape of {name} is no shape", name=quoted(name)))
    sizes = tuple(head.number("Q") for _ in range(dimensions))
    return _Info(name, sizes[::-1], head.number("I"), head.number("Q"))
