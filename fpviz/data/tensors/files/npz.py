"""Several arrays of numpy in a zip archive: ``.npz``, stored or deflated."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from threading import Lock

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.tensors.files import npy
from fpviz.data.tensors.files.pickled import is_pickled_archive, refuse_pickled
from fpviz.data.tensors.tensor import Tensor, TensorFile

_MOST_MEMBERS = 1 << 13
_MOST_AT_ONCE = 1 << 22
"""Bytes of the list of members."""

_HOW = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


class _Opened(io.RawIOBase):
    """A content as a file, of which little is read at once."""

    def __init__(self, content: Content) -> None:
        self._content, self._at = content, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._content)}[whence]
        self._at = max(0, start + offset)
        return self._at

    def read(self, size: int | None = -1, /) -> bytes:
        left = max(0, len(self._content) - self._at)
        count = left if size is None or size < 0 else min(size, left)
        if count > _MOST_AT_ONCE:
            raise zipfile.BadZipFile
        found = bytes(self._content[self._at : self._at + count])
        self._at += count
        return found


class _Deflated:
    """The bytes of a packed member, unpacked as far as they are looked at."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
        self._file, self._size, self._turn = archive.open(member), member.file_size, Lock()
        self._name = member.filename

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, wanted: slice, /) -> bytes:
        start, stop, _ = wanted.indices(self._size)
        try:
            with self._turn:
                self._file.seek(start)
                found = self._file.read(max(0, stop - start))
        except _DAMAGE:
            found = b""
        if len(found) < stop - start:
            raise _damaged(self._name)
        return found


def read(path: Path, content: Content) -> TensorFile:
    """The arrays of an archive. Raises Complaint."""
    try:
        archive = zipfile.ZipFile(_Opened(content))
    except _DAMAGE:
        raise Complaint(phrase("it is no archive, or is damaged")) from None
    members = archive.infolist()
    if is_pickled_archive([each.filename for each in members]):
        refuse_pickled()
    if len(members) > _MOST_MEMBERS:
        raise Complaint(phrase("it has {count} members", count=str(len(members))))
    found = [_array(archive, each, content) for each in members if each.filename.endswith(".npy")]
    if not found:
        raise Complaint(phrase("there is no array in it"))
    return TensorFile(path, "npz", tuple(found))


def _array(archive: zipfile.ZipFile, member: zipfile.ZipInfo, content: Content) -> Tensor:
    name = member.filename.removesuffix(".npy")
    if member.compress_type not in _HOW or member.flag_bits & 1:
        raise Complaint(phrase("{name} is packed in a way that is not known", name=quoted(name)))
    if member.compress_type == zipfile.ZIP_STORED:
        at = _start(content, member)
        return npy.array(name, part(content, at, at + member.file_size))
    try:
        unpacked = _Deflated(archive, member)
    except _DAMAGE:
        raise _damaged(name) from None
    return npy.array(name, unpacked)


def _damaged(name: str) -> Complaint:
    return Complaint(phrase("{name} is damaged", name=quoted(name)))


def _start(content: Content, member: zipfile.ZipInfo) -> int:
    """Where the bytes of a stored member begin: behind the names of its own header."""
    at = member.header_offset
    header = bytes(content[at : at + 30])
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return at + 30 + names
