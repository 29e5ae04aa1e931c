"""Several arrays of numpy in a zip archive: ``.npz``, stored or deflated."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.content import Content, part
from fpviz.data.tensors.files import npy
from fpviz.data.tensors.files.pickled import is_pickled_archive, refuse_pickled
from fpviz.data.tensors.tensor import Tensor, TensorFile

_MOST_MEMBERS = 1 << 16
LARGEST_MEMBER = 1 << 29
"""Bytes of an array that is unpacked in memory; what is stored is not limited."""

_HEAD = 1 << 17
_HOW = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def read(path: Path, content: Content) -> TensorFile:
    """The arrays of an archive. Raises Complaint."""
    try:
        archive = zipfile.ZipFile(path)
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
    try:
        with archive.open(member) as file:
            head = file.read(min(_HEAD, member.file_size))
    except _DAMAGE:
        raise Complaint(phrase("{name} is damaged", name=quoted(name))) from None
    if member.compress_type == zipfile.ZIP_STORED:
        at = _start(content, member)
        return npy.array(name, part(content, at, at + member.file_size))
    if member.file_size > LARGEST_MEMBER:
        most = str(LARGEST_MEMBER >> 20)
        raise Complaint(
            phrase(
                "{name} unpacks to more than {most} MiB; unpack it", name=quoted(name), most=most
            )
        )
    packed = npy.array(name, head, member.file_size)
    return _unpacked_late(packed, archive, member)


def _start(content: Content, member: zipfile.ZipInfo) -> int:
    """Where the bytes of a stored member begin: behind the names of its own header."""
    at = member.header_offset
    header = bytes(content[at : at + 30])
    names = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    return at + 30 + names


def _unpacked_late(found: Tensor, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Tensor:
    """The same, with all of it unpacked when it is first asked for."""

    def load() -> Content:
        try:
            whole = archive.read(member)
        except _DAMAGE:
            raise Complaint(phrase("{name} is damaged", name=quoted(found.name))) from None
        return npy.array(found.name, whole).load()

    return Tensor(
        found.name, found.dtype, found.shape, found.fmt, load,
        found.order, found.step, found.is_fortran, found.why,
    )  # fmt: skip
