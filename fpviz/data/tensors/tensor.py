"""A tensor: a name, a shape, and where its elements stand in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import prod
from pathlib import Path

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted
from fpviz.data.content import Content
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.layout.orders import Order

BLOCK = 1 << 20
"""Elements that are read at once."""


@dataclass(frozen=True)
class Tensor:
    """A tensor of a file.

    ``dtype`` is what the file calls the type of its elements, ``shape`` counts from the slowest
    dimension of the file's own order on. Without a ``fmt`` the elements cannot be read; ``why``
    says so. ``load`` gives the bytes of all elements, in an ``order``; ``step`` is how many bits
    there are from one to the next, 0 for as many as an element has.
    """

    name: str
    dtype: str
    shape: tuple[int, ...]
    fmt: Format | None
    load: Callable[[], Content] = field(repr=False)
    order: Order = Order.DCBA
    step: int = 0
    is_fortran: bool = False
    why: Phrase | None = None

    @property
    def count(self) -> int:
        """How many elements there are."""
        return prod(self.shape)

    @property
    def is_integer(self) -> bool:
        """Whether the elements are whole numbers by their type."""
        return self.fmt is not None and self.fmt.is_fixed_point

    @cached_property
    def dump(self) -> Dump:
        """The bytes of the elements."""
        return Dump(data=self.load())

    @property
    def layout(self) -> DumpLayout:
        """How the elements are read from their bytes. Raises Complaint where they cannot be."""
        return DumpLayout(self.known_format, self.order, self.known_format.width, 0, self.step)

    @property
    def known_format(self) -> Format:
        """The format of the elements. Raises Complaint where there is none."""
        if self.fmt is None:
            raise Complaint(self.why or phrase("the type {name} is not known", name=self.dtype))
        return self.fmt

    def codes(self, start: int = 0, count: int | None = None) -> CodeArray:
        """The codes of elements, in the order of the file. Raises Complaint."""
        end = self.count if count is None else min(self.count, start + count)
        return self.layout.codes(self.dump, start, max(0, end - start))

    def blocks(self, start: int = 0, stop: int | None = None) -> Iterator[CodeArray]:
        """The codes of elements, many at once."""
        end = self.count if stop is None else min(stop, self.count)
        for first in range(start, end, BLOCK):
            yield self.codes(first, min(BLOCK, end - first))

    def read_as(self, fmt: Format) -> Tensor:
        """The same bytes as elements of another format, as wide as those. Raises Complaint."""
        size = self.step or (self.fmt.width if self.fmt else fmt.width)
        if fmt.width != size:
            raise Complaint(
                phrase(
                    "{name} has elements of {size} bits; {format} has {width}",
                    name=quoted(self.name),
                    size=str(size),
                    format=fmt.title,
                    width=str(fmt.width),
                )
            )
        return replace(self, fmt=fmt, why=None)

    def told(self, fmt: Format | None) -> Tensor:
        """The same, read as somebody says where the type of its elements says nothing, or no more
        than that they are unsigned integers as wide; ``why`` says so where that cannot be."""
        if fmt is None or not (self.fmt is None or self._may_be(fmt)):
            return self
        try:
            return self.read_as(fmt)
        except Complaint as error:
            return replace(self, why=error.phrase)

    def _may_be(self, fmt: Format) -> bool:
        own = self.fmt
        return own is not None and own.is_fixed_point and not own.signed and own.width == fmt.width


@dataclass(frozen=True)
class TensorFile:
    """The tensors of a file, in its order, and what it says beside them.

    Raises Complaint where two have one name.
    """

    path: Path
    kind: str
    tensors: tuple[Tensor, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[Phrase, ...] = ()

    def __post_init__(self) -> None:
        names = set()
        for each in self.tensors:
            if each.name in names:
                raise Complaint(phrase("two tensors are called {name}", name=quoted(each.name)))
            names.add(each.name)

    def named(self, name: str) -> Tensor:
        """The tensor of a name. Raises Complaint."""
        for each in self.tensors:
            if each.name == name:
                return each
        raise Complaint(
            phrase("there is no tensor {name} in {file}", name=quoted(name), file=self.path.name)
        )
