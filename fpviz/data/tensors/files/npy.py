"""Arrays of numpy: ``.npy``, versions 1 to 3 (NEP 1). What would need pickle is refused."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.layout.orders import Order
from fpviz.data.tensors.files.content import Head, bytes_of
from fpviz.data.tensors.tensor import Tensor, TensorFile
from fpviz.data.tensors.types import NUMPY, format_of

MAGIC = b"\x93NUMPY"
_LONGEST_HEADER = 1 << 16
_SIZED = {1: "H", 2: "I", 3: "I"}
_TYPE = re.compile(r"([<>|=])([a-zA-Z])(\d{1,4})")
_KEYS = {"descr", "fortran_order", "shape"}


def read(path: Path, content: Content) -> TensorFile:
    """The array of a file, called by nothing. Raises Complaint."""
    return TensorFile(path, "npy", (array("", content),))


def array(name: str, content: Content, size: int | None = None) -> Tensor:
    """An array whose bytes, ``size`` in all, are or begin with ``content``. Raises Complaint."""
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
    return _tensor(name, header, content, head.at, len(content) if size is None else size)


def _header(text: str) -> dict[str, Any]:
    """What a header says; only literals are read."""
    try:
        found = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.keys() != _KEYS:
        raise Complaint(phrase("its header is damaged"))
    shape, is_fortran = found["shape"], found["fortran_order"]
    sizes = isinstance(shape, tuple) and all(type(each) is int for each in shape)
    if not sizes or not isinstance(is_fortran, bool):
        raise Complaint(phrase("its header is damaged"))
    return found


def _tensor(name: str, header: dict[str, Any], content: Content, at: int, size: int) -> Tensor:
    dtype, shape = header["descr"], header["shape"]
    parts = _TYPE.fullmatch(dtype) if isinstance(dtype, str) else None
    if parts is None or parts[2] == "O":
        what = quoted(str(dtype))
        raise Complaint(phrase("elements of {type} are not numbers that are read", type=what))
    byte_order, kind, width = parts[1], parts[2], 8 * int(parts[3])
    length = bytes_of(name or dtype, shape, width)
    if length > size - at:
        raise Complaint(
            phrase("it is cut short: {count} bytes of {all}", count=str(size - at), all=str(length))
        )
    fmt = format_of(NUMPY, f"{kind}{parts[3]}")
    return Tensor(
        name,
        dtype,
        shape,
        fmt,
        lambda: part(content, at, at + length),
        Order.ABCD if byte_order == ">" else Order.DCBA,
        step=width,
        is_fortran=header["fortran_order"],
        why=None
        if fmt
        else phrase("what its elements of type {type} are has to be said", type=dtype),
    )
