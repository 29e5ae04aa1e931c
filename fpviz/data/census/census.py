"""The census of a tensor: counted once, exactly, and asked many things afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.data.census.counts import BIN_BITS, Grid, KeyCounts, power_cuts
from fpviz.data.census.fates import USUAL, Fate, Scaling, cuts_of, fates, scaling
from fpviz.data.census.keys import keys_of
from fpviz.data.census.quality import FiniteValues, Quality, quality_of_counts
from fpviz.data.tensors.files import read_tensors
from fpviz.data.tensors.tensor import Tensor, TensorFile

_MANY_OF_A_CODE = 1 << 19
"""Elements from which there are far fewer codes of 16 bits."""

PIECE = 1 << 24
"""Elements of a piece of work."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class Mapper(Protocol):
    """Does a piece of work for each of some items, here or elsewhere; answers in their order."""

    def __call__(
        self, work: Callable[[Item], Answer], items: Iterable[Item], /
    ) -> Iterable[Answer]: ...


def here(work: Callable[[Item], Answer], items: Iterable[Item], /) -> Iterable[Answer]:
    """Piece after piece, in this thread."""
    return map(work, items)


@dataclass(frozen=True)
class Question:
    """Which formats are asked about, by which rules, at which scales beside 1 and the best, and
    whether how far off elements are then, too, which takes far longer than counting."""

    formats: tuple[Format, ...]
    rules: Rules = USUAL
    scales: tuple[int, ...] = ()
    judges: bool = True


Asked = tuple[Format, int]
"""A format and the exponent of a scale."""


class _Piece(NamedTuple):
    """A part of a tensor of a file, to be counted."""

    path: Path
    name: str
    read_as: Format | None
    start: int
    stop: int
    question: Question
    asked: tuple[Asked, ...] = ()


@dataclass(frozen=True)
class Census:
    """What was found in a tensor: counts, and for each format what becomes of its elements.

    ``qualities`` are by format and scale; none where binary64 does not hold all values.
    """

    file: Path
    tensor: Tensor
    counts: KeyCounts
    scalings: Mapping[Format, Scaling] = field(default_factory=dict)
    qualities: Mapping[tuple[Format, int], Quality] = field(default_factory=dict)

    @property
    def source(self) -> Format:
        """The format of the elements."""
        return self.counts.grid.format

    @cached_property
    def least(self) -> Fraction | None:
        """The smallest magnitude that is not zero, if there is one."""
        return min((low for low, _ in self._ends()), default=None)

    @cached_property
    def greatest(self) -> Fraction | None:
        """The largest finite magnitude that is not zero, if there is one."""
        return max((high for _, high in self._ends()), default=None)

    def _ends(self) -> Iterator[tuple[Fraction, Fraction]]:
        for negative, bounds in zip((False, True), self.counts.extents, strict=True):
            if bounds is not None:
                low, high = (self.source.magnitude(place, negative) for place in bounds)
                yield low, high

    @cached_property
    def exponents(self) -> dict[int, int]:
        """How many elements have which floor(log2|x|); zeros have none."""
        found: dict[int, int] = {}
        for negative in (False, True):
            cuts = power_cuts(self.counts.grid.keys, negative)
            below = self.counts.below(list(cuts.values())).tolist()
            exponents = list(cuts)
            for exponent, low, high in zip(exponents, below, below[1:], strict=False):
                if high > low:
                    found[exponent] = found.get(exponent, 0) + high - low
        return dict(sorted(found.items()))

    @property
    def median_exponent(self) -> int | None:
        """The floor of the median of floor(log2|x|) over what is not zero."""
        total = sum(self.exponents.values())
        if not total:
            return None
        low, high = (self._exponent_of_rank(rank) for rank in ((total - 1) // 2, total // 2))
        return (low + high) // 2

    def _exponent_of_rank(self, rank: int) -> int:
        for exponent, count in self.exponents.items():
            if rank < count:
                return exponent
            rank -= count
        raise IndexError(rank)

    @property
    def distinct(self) -> int | None:
        """How many different codes occur; ``None`` where they were not told apart."""
        is_by_code = not self.counts.grid.shift
        return int((self.counts.coarse > 0).sum()) if is_by_code else None

    def scales(self, fmt: Format, asked: Iterable[int] = ()) -> tuple[int, ...]:
        """The exponents of scales that are told of a format: 0, the best one, those asked for."""
        return tuple(sorted({0, self.scalings[fmt].best, *asked}))

    def fate(self, fmt: Format, scale: int, rules: Rules = USUAL) -> Fate:
        """What becomes of the elements in a format at any scale that was counted for."""
        table = self.scalings[fmt]
        if scale in table:
            return table.at(scale)
        return fates(self.counts, fmt, rules, (scale,))[0]


@lru_cache(maxsize=16)
def grid_of(source: Format, question: Question) -> Grid:
    """Where the elements of a format are told apart for a question."""
    cuts = cuts_of(source, question.formats, question.rules)
    if question.scales:
        cuts |= cuts_of(source, question.formats, question.rules, question.scales)
    return Grid(source, cuts)


def censuses(
    files: Sequence[TensorFile],
    question: Question,
    read_as: Format | None = None,
    mapper: Mapper = here,
) -> Iterator[Census]:
    """The census of each tensor that can be read, one after another. Raises Complaint, OSError."""
    for file in files:
        for tensor in file.tensors:
            if tensor.told(read_as).fmt is not None:
                yield census(file.path, tensor, question, read_as, mapper)


def census(
    path: Path,
    tensor: Tensor,
    question: Question,
    read_as: Format | None = None,
    mapper: Mapper = here,
) -> Census:
    """The census of a tensor of a file. Raises Complaint, OSError for what cannot be read."""
    told = tensor.told(read_as)
    at = (path.absolute(), tensor.name, read_as)  # a worker may stand in another folder
    pieces = [_Piece(*at, *ends, question) for ends in ends_of_pieces(tensor.count)]
    return _put_together(
        Census(path, told, counted(told, question, 0, 0)),
        question,
        mapper(count_piece, pieces),
        lambda asked: mapper(quality_of_piece, [each._replace(asked=asked) for each in pieces]),
    )


def census_here(tensor: Tensor, question: Question) -> Census:
    """The census of a tensor of no file. Raises Complaint for one that cannot be read."""
    pieces = list(ends_of_pieces(tensor.count))
    return _put_together(
        Census(Path(), tensor, counted(tensor, question, 0, 0)),
        question,
        (counted(tensor, question, *ends) for ends in pieces),
        lambda asked: (judged(tensor, question.rules, asked, *ends) for ends in pieces),
    )


def _put_together(
    empty: Census,
    question: Question,
    counts: Iterable[KeyCounts],
    judge: Callable[[tuple[Asked, ...]], Iterable[Mapping[Asked, Quality]]],
) -> Census:
    """The census of pieces: their counts, then the quality for what these show to be best."""
    total = sum(counts, empty.counts)
    scalings = {fmt: scaling(total, fmt, question.rules) for fmt in question.formats}
    found = replace(empty, counts=total, scalings=scalings)
    if not question.judges:
        return found
    asked = tuple(
        (fmt, scale) for fmt in question.formats for scale in found.scales(fmt, question.scales)
    )
    if is_by_code(found.source, total.total):
        return replace(found, qualities=_judged_by_code(total, question.rules, asked))
    sums: dict[Asked, Quality] = {}
    for qualities in judge(asked):
        for key, found_here in qualities.items():
            sums[key] = sums.get(key, Quality()) + found_here
    return replace(found, qualities=sums)


def is_by_code(source: Format, count: int) -> bool:
    """Whether so many elements are judged code by code, and not one by one."""
    return count >= _MANY_OF_A_CODE and keys_of(source).width <= BIN_BITS


def _judged_by_code(
    counts: KeyCounts, rules: Rules, asked: Iterable[Asked]
) -> dict[Asked, Quality]:
    """How far off counted elements are; nothing for what binary64 does not hold."""
    found: dict[Asked, Quality] = {}
    for fmt, scale in asked:
        with suppress(ValueError):
            found[fmt, scale] = quality_of_counts(counts, fmt, scale, rules)
    return found


def ends_of_pieces(count: int) -> Iterator[tuple[int, int]]:
    """Where the pieces begin and end into which so many elements are divided."""
    for start in range(0, count, PIECE):
        yield start, min(start + PIECE, count)


def count_piece(piece: _Piece) -> KeyCounts:
    """A piece of a tensor of a file, counted."""
    tensor = tensor_of(piece.path, piece.name, piece.read_as)
    return counted(tensor, piece.question, piece.start, piece.stop)


def counted(tensor: Tensor, question: Question, start: int, stop: int) -> KeyCounts:
    """Elements of a tensor, counted."""
    grid = grid_of(tensor.known_format, question)
    found = KeyCounts.of(grid, tensor.codes(0, 0))
    for codes in tensor.blocks(start, stop):
        found += KeyCounts.of(grid, codes)
    return found


def quality_of_piece(piece: _Piece) -> dict[Asked, Quality]:
    """How far off the elements of a piece are, for each format and scale that is asked for."""
    tensor = tensor_of(piece.path, piece.name, piece.read_as)
    return judged(tensor, piece.question.rules, piece.asked, piece.start, piece.stop)


def judged(
    tensor: Tensor, rules: Rules, asked: Iterable[Asked], start: int, stop: int
) -> dict[Asked, Quality]:
    """How far off elements of a tensor are; nothing for what binary64 does not hold."""
    found: dict[Asked, Quality] = {}
    for codes in tensor.blocks(start, stop):
        with suppress(ValueError):
            values = FiniteValues.of(tensor.known_format, codes)
            for fmt, scale in asked:
                with suppress(ValueError):
                    each = values.quality(fmt, scale, rules)
                    found[fmt, scale] = found.get((fmt, scale), Quality()) + each
    return found


def tensor_of(path: Path, name: str, read_as: Format | None) -> Tensor:
    """A tensor of a file, by its name. Raises Complaint, OSError."""
    state = path.stat()
    return _file(path, state.st_mtime_ns, state.st_size).named(name).told(read_as)


@lru_cache(maxsize=4)
def _file(path: Path, _changed: int, _size: int) -> TensorFile:
    return read_tensors(path)
