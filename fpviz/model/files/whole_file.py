"""Files that are at every moment the old one or the new one, whole.

What is written goes into a file beside the one that is meant, which takes its name when all of it
is on the disk. A full disk, a folder that can only be read, an interruption leave what was there.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """A file to write bytes to, which stands at ``path`` once the block ends without an error.

    A link stays one: its target is written. A file keeps its permissions and, where the system
    lets it, its owner; one that may not be written is refused. What is no file (a pipe, a socket,
    a descriptor such as /dev/stdout) is written as it goes. ``lasting`` waits until the disk has
    it, so that it outlives the loss of power. Raises OSError.
    """
    try:
        before = path.stat()
    except FileNotFoundError:
        before = None
    if before and (_descriptor(path) is not None or not stat.S_ISREG(before.st_mode)):
        with _stream(path, before) as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    if before and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    part = target.with_name(f".fpviz-{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if before:
            _look_like(part, target, before)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if lasting:
        _settle(target.parent)


def write_whole(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Put ``data`` into a file, all of it or nothing. Raises OSError."""
    with whole_file(path, lasting=lasting) as file:
        file.write(data)


def _stream(path: Path, kind: os.stat_result) -> BinaryIO:
    """What is no file, opened; Python itself refuses a folder."""
    own = _descriptor(path)
    if own is not None:
        return os.fdopen(os.dup(own), "wb")
    if stat.S_ISSOCK(kind.st_mode):
        import socket  # noqa: PLC0415 - hardly ever needed

        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
            return client.makefile("wb")
    return path.open("wb")


def _descriptor(path: Path) -> int | None:
    """The number of the descriptor of this process that a path names, as /dev/stdout does."""
    if path.name.isdecimal() and os.path.realpath(path.parent) == os.path.realpath("/dev/fd"):
        return int(path.name)
    return _descriptor(path.parent / path.readlink()) if path.is_symlink() else None


def _look_like(part: Path, target: Path, before: os.stat_result) -> None:
    """Give a new file what belongs to the old one: owner, permissions, attributes."""
    if hasattr(os, "chown"):  # not on Windows
        with suppress(OSError):
            os.chown(part, before.st_uid, before.st_gid)
    with suppress(OSError):  # a disk that knows no attributes
        shutil.copystat(target, part)
    os.utime(part)


def _settle(folder: Path) -> None:
    """Wait until the new name is on the disk, where folders can be opened and waited for."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
