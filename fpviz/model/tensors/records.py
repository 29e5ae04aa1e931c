"""What is open of tensors, as it is remembered and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a window is there before a tensor is opened
    from fpviz.core.formats import Format
    from fpviz.core.phrase import Phrase
    from fpviz.data.tensors.tensor import Tensor, TensorFile


class Named(NamedTuple):
    """A file by its path, and what tells whether it is still the one that was read.

    A path that begins with ``COMES_WITH`` is of a file that comes with fpviz.
    """

    path: str
    fingerprint: str


COMES_WITH = "fpviz:"


class TensorChoice(NamedTuple):
    """What is looked at: a tensor by its name, in the file of this place; empty for the first one.
    ``scale`` is the exponent of the power of two that elements are multiplied by."""

    tensor: str = ""
    file: int = 0
    scale: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class OpenFile:
    """A file that was to be read: its tensors, or why there are none."""

    named: Named
    file: TensorFile | None = None
    refusal: Phrase | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A tensor in the list of all: its file, and its place in that."""

    open: OpenFile
    tensor: Tensor
    at: int


@dataclass(frozen=True, slots=True)
class Losses:
    """How many elements a format loses, by the exponents of the scales of a census."""

    flushed: tuple[int, ...]
    overflow: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TensorSummary:
    """What a list says of a tensor: how many elements have which exponent, how many are zeros, and
    what formats lose of the others."""

    exponents: dict[int, int]
    zero: int
    losses: dict[Format, Losses]

    @property
    def nonzero(self) -> int:
        """The finite elements that are not zero."""
        return sum(self.exponents.values())
