"""Files of bytes: small ones are read, large ones where they are looked at."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from fpviz.core.phrase import Complaint, phrase
from fpviz.data.content import Content, FileContent, Lost, complain_of_loss

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe with a name would wait for who writes into it."""

_LEFT_FROM = 1 << 26
"""Bytes from which a file is left where it is; what has been read stays, whatever becomes of the
file."""

_MOST_PIPED = 1 << 29
"""Bytes that are read from a pipe."""


def file_content(path: Path, lost: Lost = complain_of_loss) -> Content:
    """The content of a file; of a large one, only what is looked at is read, and ``lost`` is told
    where it has become shorter by then.

    Nothing waits: a pipe with a name is refused, as what else is no file. Raises Complaint, and
    OSError for what cannot be opened.
    """
    descriptor = os.open(path, _FLAGS)
    kind = os.fstat(descriptor)
    if stat.S_ISREG(kind.st_mode) and kind.st_size >= _LEFT_FROM:
        return FileContent(descriptor, path.name, lost)
    with os.fdopen(descriptor, "rb") as file:
        if stat.S_ISFIFO(kind.st_mode) and _is_descriptor(path):
            os.set_blocking(file.fileno(), True)
            return _piped(file.read(_MOST_PIPED + 1))
        if not stat.S_ISREG(kind.st_mode):
            raise Complaint(
                phrase("it is no file; what a pipe delivers is read from standard input")
            )
        return file.read()


def _piped(content: bytes) -> bytes:
    if len(content) <= _MOST_PIPED:
        return content
    raise Complaint(phrase("it has more than {count} MiB", count=str(_MOST_PIPED >> 20)))


def _is_descriptor(path: Path) -> bool:
    """Whether a shell made the pipe, as of ``<(xxd file)``: somebody writes into it."""
    return str(path).startswith(("/dev/fd/", "/proc/"))
