"""``.safetensors``: a header of JSON with names, types, shapes and places, then the bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.tensors.files.content import LONGEST_NAME, Head, bytes_of, check_apart, damaged
from fpviz.data.tensors.tensor import Tensor, TensorFile
from fpviz.data.tensors.types import SAFETENSORS, format_of

INDEX = ".safetensors.index.json"
"""How the name of the index ends of a file in several parts."""

LONGEST_HEADER, _MOST_MARKS = 1 << 24, 1 << 19
"""Bytes of a header, and brackets and commas in it: 16 for a tensor at most, in what is written."""

_COMPLEX = {"C64": "F32", "C128": "F64"}
_METADATA = "__metadata__"


def read(path: Path, content: Content) -> TensorFile:
    """The tensors of a file, in the order of their bytes. Raises Complaint."""
    head = Head(content)
    length = head.number("Q")
    if length > LONGEST_HEADER:
        raise Complaint(phrase("it says that its header has {count} bytes", count=str(length)))
    header = _json(head.take(length))
    metadata = header.pop(_METADATA, {})
    if not isinstance(metadata, dict):
        raise Complaint(phrase("its header is damaged"))
    data = part(content, head.at, len(content))
    tensors = sorted(
        (_tensor(name, entry, data) for name, entry in header.items()), key=lambda found: found[0]
    )
    check_apart((*place, tensor.name) for place, tensor in tensors)
    told = {str(key): str(value) for key, value in metadata.items()}
    return TensorFile(path, "safetensors", tuple(each for _, each in tensors), told)


def _json(text: bytes) -> dict[str, Any]:
    found = None
    if sum(map(text.count, (b"{", b"[", b","))) <= _MOST_MARKS:
        with suppress(ValueError, RecursionError):
            found = json.loads(text)
    if not isinstance(found, dict):
        raise Complaint(phrase("its header is damaged"))
    return found


def _tensor(name: str, entry: object, data: Content) -> tuple[tuple[int, int], Tensor]:
    """Where a tensor begins and ends, and the tensor."""
    if len(name) > LONGEST_NAME:
        raise Complaint(phrase("a name of {count} bytes cannot be", count=str(len(name))))
    dtype, shape, begin, end = _entry(name, entry)
    elements = _COMPLEX.get(dtype)
    if elements is not None:
        shape = (*shape, 2)
    fmt = format_of(SAFETENSORS, elements or dtype)
    if not 0 <= begin <= end <= len(data):
        raise damaged(name, phrase("its bytes are beyond the end of the file"))
    size = bytes_of(name, shape, fmt.width if fmt else 8)
    if fmt is not None and end - begin != size:
        raise damaged(name, phrase("its bytes are not as many as its shape says"))
    why = None if fmt else phrase("the type {name} is not known", name=quoted(dtype))
    return (begin, end), Tensor(name, dtype, shape, fmt, lambda: part(data, begin, end), why=why)


def _entry(name: str, entry: object) -> tuple[str, tuple[int, ...], int, int]:
    match entry:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [int(begin), int(end)]}:
            if all(type(size) is int and size >= 0 for size in shape):
                return dtype, tuple(shape), begin, end
    raise damaged(name, phrase("its entry in the header is damaged"))


def parts_of_index(path: Path) -> Iterator[Path]:
    """The files that an index names, by name; they stand beside it. Raises Complaint, OSError."""
    if path.stat().st_size > LONGEST_HEADER:
        raise Complaint(phrase("its header is damaged"))
    names = _json(path.read_bytes()).get("weight_map")
    if not isinstance(names, Mapping) or not all(isinstance(each, str) for each in names.values()):
        raise Complaint(phrase("its header is damaged"))
    for name in sorted(set(names.values())):
        if Path(name).name != name:
            raise Complaint(phrase("{name} is no name of a file beside it", name=quoted(name)))
        yield path.with_name(name)
