"""Arrays of numpy: ``.npy``, versions 1 to 3 (NEP 1). What would need pickle is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.layout.orders import Order
from fpviz.data.tensors.files.content import Head, bytes_of
from fpviz.data.tensors.tensor import Tensor, TensorFile
from fpviz.data.tensors.types import NUMPY, format_of

MAGIC = b"\x93NUMPY"
_LONGEST_HEADER = 10_000
"""Bytes, as numpy has it."""
_SIZED = {1: "H", 2: "I", 3: "I"}
_TYPE = re.compile(r"([<>|=])([a-zA-Z])([1-9]\d{0,3})")
_NO_NUMBERS = "OSUMma"
"""Kinds of types: objects, texts and times."""

_COMPLEX = (64, 128)

_HEADER = re.compile(r"\s*\{(.*)\}\s*", re.DOTALL)
_ENTRY = re.compile(
    r"""(?:'(\w+)'|"(\w+)")\s*:\s*('[^']*'|"[^"]*"|\w+|\((?:[ ,L]|\d{1,19}(?!\d))*\)|\[[^:{}]*\])"""
)


def read(path: Path, content: Content) -> TensorFile:
    """The array of a file, called by nothing. Raises Complaint."""
    return TensorFile(path, "npy", (array("", content),))


def array(name: str, content: Content) -> Tensor:
    """The array that has these bytes. Raises Complaint."""
    head = Head(content)
    if head.take(len(MAGIC)) != MAGIC:
        raise Complaint(phrase("it does not begin as an array of numpy does"))
    version, _ = head.take(2)
    if version not in _SIZED:
        raise Complaint(phrase("version {version} is not known", version=str(version)))
    length = head.number(_SIZED[version])
    if length > _LONGEST_HEADER:
        raise Complaint(phrase("its header is {count} bytes long", count=str(length)))
    header = _header(head.take(length).decode("utf-8" if version == 3 else "latin-1", "replace"))
    return _tensor(name, header, content, head.at)


class _ArrayHead(NamedTuple):
    """What the head of an array says."""

    dtype: str
    is_fortran: bool
    shape: tuple[int, ...]


def _header(text: str) -> _ArrayHead:
    """What a header says; it is a literal of Python, of which no more than these are read."""
    inside = _HEADER.fullmatch(text)
    entries = _ENTRY.findall(inside[1]) if inside else []
    found = {name or other: value for name, other, value in entries}
    is_whole = inside and not _ENTRY.sub("", inside[1]).strip(", ")
    match found:
        case {"descr": dtype, "fortran_order": "True" | "False" as order, "shape": shape}:
            if is_whole and shape[0] == "(" and dtype[0] in "'\"[" and len(entries) == 3:
                sizes = tuple(map(int, re.findall(r"\d+", shape)))
                return _ArrayHead(dtype.strip("'\""), order == "True", sizes)
    raise Complaint(phrase("its header is damaged"))


def _tensor(name: str, header: _ArrayHead, content: Content, at: int) -> Tensor:
    dtype, is_fortran, shape = header
    parts = _TYPE.fullmatch(dtype)
    if parts is None or parts[2] in _NO_NUMBERS:
        what = quoted(dtype)
        raise Complaint(phrase("elements of {type} are not numbers that are read", type=what))
    byte_order, kind, width = parts[1], parts[2], 8 * int(parts[3])
    if kind == "c" and width in _COMPLEX:
        kind, width = "f", width // 2
        shape = (2, *shape) if is_fortran else (*shape, 2)
    length = bytes_of(name or dtype, shape, width)
    left = len(content) - at
    if length > left:
        raise Complaint(
            phrase("it is cut short: {count} bytes of {all}", count=str(left), all=str(length))
        )
    fmt = format_of(NUMPY, f"{kind}{width // 8}")
    return Tensor(
        name,
        dtype,
        shape,
        fmt,
        lambda: part(content, at, at + length),
        Order.ABCD if byte_order == ">" else Order.DCBA,
        step=width,
        is_fortran=is_fortran,
        why=None
        if fmt
        else phrase("what its elements of type {type} are has to be said", type=dtype),
    )
