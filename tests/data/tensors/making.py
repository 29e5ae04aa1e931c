"""Files of tensors, written as their specifications have them, also where nobody would."""

from __future__ import annotations

import io
import json
import struct
import zipfile

import numpy as np


def safetensors(*tensors, metadata=None, length=None, **changed):
    """(name, dtype, shape, bytes) each; ``changed`` entries of the header replace their own."""
    header, data = {}, b""
    for name, dtype, shape, content in tensors:
        ends = [len(data), len(data) + len(content)]
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": ends}
        data += content
    if metadata is not None:
        header["__metadata__"] = metadata
    text = json.dumps(header | changed).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + data


def text(said):
    """A string of GGUF."""
    return struct.pack("<Q", len(said)) + said.encode()


def gguf(*tensors, entries=(), tensor_count=None, entry_count=None, version=3, alignment=32):
    """(name, shape, number of the type, bytes) each; ``entries`` are bytes of metadata."""
    counts = (
        len(tensors) if tensor_count is None else tensor_count,
        len(entries) if entry_count is None else entry_count,
    )
    head, data = b"GGUF" + struct.pack("<IQQ", version, *counts) + b"".join(entries), b""
    for name, shape, kind, content in tensors:
        head += text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape[::-1])
        head += struct.pack("<IQ", kind, len(data))
        data += content + bytes(-len(content) % alignment)
    return head + bytes(-len(head) % alignment) + data


def npy(array):
    """An array as numpy writes it."""
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def npy_head(header, data=b"", version=1):
    """An array with a header of one's own."""
    content = header if isinstance(header, bytes) else header.encode()
    return b"\x93NUMPY" + bytes((version, 0)) + struct.pack("<H", len(content)) + content + data


def archive(members, how=zipfile.ZIP_DEFLATED):
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as made:
        for name, content in members:
            made.writestr(name, content)
    return file.getvalue()
