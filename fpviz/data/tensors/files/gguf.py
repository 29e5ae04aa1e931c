"""``.gguf``, versions 2 and 3: what ggml calls metadata is passed over, but for short texts and
numbers; tensors made of blocks are listed."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.tensors.files.content import MOST_DIMENSIONS, Head, bytes_of, damaged
from fpviz.data.tensors.tensor import Tensor, TensorFile
from fpviz.data.tensors.types import GGUF, GGUF_BLOCKS

MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_MOST = 1 << 22
"""Entries, and texts of a list, that are passed over one by one."""
_LONGEST_SHOWN, _LONGEST_NAME = 1 << 12, 1 << 16
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
    metadata: dict[str, str] = {}
    for _ in range(entries):
        name = _text(head, _LONGEST_NAME)
        said = _value(head, head.number("I"))
        if said is not None:
            metadata[name] = said
    infos = [_info(head) for _ in range(tensors)]
    alignment = metadata.get(_ALIGNMENT, "32")
    step = int(alignment) if alignment.isdecimal() else 0
    if not step or step & (step - 1):
        raise Complaint(phrase("an alignment of {count} bytes cannot be", count=alignment))
    data = part(content, -(-head.at // step) * step, len(content))
    return TensorFile(path, "gguf", tuple(each.tensor(data) for each in infos), metadata)


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
    if kind == _LIST:
        _pass_list(head)
        return None
    raise Complaint(phrase("a value of kind {kind} is not known", kind=str(kind)))


def _pass_list(head: Head) -> None:
    kind, count = head.number("I"), head.number("Q")
    if kind in _SCALARS:
        head.skip(count * struct.calcsize(f"<{_SCALARS[kind]}"))
        return
    if kind != _TEXT or count > _MOST:
        raise Complaint(phrase("a list of {count} values cannot be passed over", count=str(count)))
    for _ in range(count):
        head.skip(head.number("Q"))


class _Info:
    """What the head of a file says of a tensor."""

    def __init__(self, name: str, shape: tuple[int, ...], kind: int, start: int) -> None:
        self.name, self.shape, self.kind, self.start = name, shape, kind, start

    def tensor(self, data: Content) -> Tensor:
        """The tensor, in the bytes that all of them share. Raises Complaint."""
        if self.kind in GGUF:
            dtype, name = GGUF[self.kind]
            fmt = find_format(name)
            size, why = bytes_of(self.name, self.shape, fmt.width), None
        elif self.kind in GGUF_BLOCKS:
            fmt = None
            dtype, elements, length = GGUF_BLOCKS[self.kind]
            size = bytes_of(self.name, self.shape, 8) // elements * length
            why = phrase("its elements, of type {type}, are in blocks", type=dtype)
        else:
            fmt, dtype, size = None, str(self.kind), 0
            why = phrase("the type {name} is not known", name=dtype)
        begin, end = self.start, self.start + size
        if end > len(data):
            raise damaged(self.name, phrase("its bytes are beyond the end of the file"))
        load: Callable[[], Content] = lambda: part(data, begin, end)  # noqa: E731 - said in a line
        return Tensor(self.name, dtype, self.shape, fmt, load, why=why)


def _info(head: Head) -> _Info:
    name = _text(head, _LONGEST_NAME)
    dimensions = head.number("I")
    if dimensions > MOST_DIMENSIONS:
        raise Complaint(phrase("the shape of {name} is no shape", name=quoted(name)))
    sizes = tuple(head.number("Q") for _ in range(dimensions))
    return _Info(name, sizes[::-1], head.number("I"), head.number("Q"))
