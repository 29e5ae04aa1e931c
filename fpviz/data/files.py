"""Files of bytes, mapped into memory rather than read."""

from __future__ import annotations

import mmap
import os
import stat
from pathlib import Path

from fpviz.core.phrase import Complaint, phrase

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe with a name would wait for who writes into it."""


_MAPPED_FROM = 1 << 26
"""Bytes from which a file is mapped; what has been read stays, whatever becomes of the file."""


def mapped(path: Path) -> bytes | memoryview:
    """The content of a file; of a large one, only what is looked at is read.

    Nothing waits: a pipe with a name is refused, as what else is no file. Raises Complaint, and
    OSError for what cannot be opened.
    """
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        kind = os.fstat(file.fileno())
        if stat.S_ISFIFO(kind.st_mode) and _is_descriptor(path):
            os.set_blocking(file.fileno(), True)
            return file.read()
        if not stat.S_ISREG(kind.st_mode):
            raise Complaint(
                phrase("it is no file; what a pipe delivers is read from standard input")
            )
        if kind.st_size < _MAPPED_FROM:
            return file.read()
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _is_descriptor(path: Path) -> bool:
    """Whether a shell made the pipe, as of ``<(xxd file)``: somebody writes into it."""
    return str(path).startswith(("/dev/fd/", "/proc/"))
