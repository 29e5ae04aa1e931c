"""The files that hold tensors, a reader each; a new one is its file, and its line in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from fpviz.core.phrase import Complaint, listed, phrase, verbatim
from fpviz.data.content import Content
from fpviz.data.files import file_content
from fpviz.data.tensors.files import gguf, npy, npz, safetensors
from fpviz.data.tensors.files.pickled import is_pickled, refuse_pickled
from fpviz.data.tensors.tensor import TensorFile


class TensorReader(NamedTuple):
    """A kind of file: its name, how its files end, how they begin, and what reads them."""

    kind: str
    suffix: str
    read: Callable[[Path, Content], TensorFile]
    magic: bytes = b""


READERS = (
    TensorReader("npy", ".npy", npy.read, npy.MAGIC),
    TensorReader("npz", ".npz", npz.read),
    TensorReader("safetensors", ".safetensors", safetensors.read),
    TensorReader("gguf", ".gguf", gguf.read, gguf.MAGIC),
)
SUFFIXES = tuple(each.suffix for each in READERS)


def read_tensors(path: Path) -> TensorFile:
    """The tensors of a file, of which nothing but their places has been read.

    Raises Complaint for what is none or is damaged, OSError for what cannot be opened.
    """
    content = file_content(path)
    reader = _reader(path, content)
    if reader is not None:
        return reader.read(path, content)
    if is_pickled(content):
        refuse_pickled()
    known = listed(*map(verbatim, SUFFIXES))
    raise Complaint(phrase("it is no file of tensors; known are {suffixes}", suffixes=known))


def _reader(path: Path, content: Content) -> TensorReader | None:
    """What a file is by how it begins, else by its name."""
    for each in READERS:
        if each.magic and bytes(content[: len(each.magic)]) == each.magic:
            return each
    return next((each for each in READERS if path.suffix.lower() == each.suffix), None)


def tensor_paths(path: Path) -> Iterator[Path]:
    """The files of tensors in a folder, by name; of a file, and of the index of one in several
    parts, that itself or its parts. Raises OSError, Complaint."""
    if path.is_dir():
        yield from sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES)
    elif path.name.endswith(safetensors.INDEX):
        yield from safetensors.parts_of_index(path)
    else:
        yield path
