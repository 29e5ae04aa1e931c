"""Elements counted by their keys, so that any part of the line can be counted afterwards.

The leading bits of a key choose one of some 65,536 bins. A *cut* is a key at which somebody will
want to divide the line; the elements of the few bins with a cut inside are counted once more, by
the cuts they lie between. Sums are of integers: parts of a tensor, counted anywhere and added in
any order, give the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from fpviz.core.formats import Format
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.data.census.keys import KeyArray, Keys, keys_of

Integers = npt.NDArray[np.int64]

BIN_BITS = 16
"""Leading bits of a key that choose its bin; shorter keys are bins of their own."""

_FEW = 3
"""Cuts of a bin with which its keys are compared one after another."""

_FIRST_WORD = -1 if sys.byteorder == "little" else 0
"""Of the words of 16 bits of a key, that with the leading ones."""

BLOCK = 1 << 18
"""Elements that are counted at once."""


class Extent(NamedTuple):
    """The ends of what occurs of one sign, as places; ``None`` where nothing does."""

    least: int
    greatest: int

    def merged(self, other: Extent | None) -> Extent:
        """The ends of both."""
        if other is None:
            return self
        return Extent(min(self.least, other.least), max(self.greatest, other.greatest))


class Grid:
    """The bins and cuts in which elements of a format are counted.

    Beside the cuts that are asked for there are those around zeros, infinities and all that is
    finite, and those at powers of two.
    """

    def __init__(self, fmt: Format, cuts: Iterable[int] = ()) -> None:
        self.format = fmt
        self.keys: Keys = keys_of(fmt)
        self.shift = max(0, self.keys.width - BIN_BITS)
        self.bins = 1 << min(self.keys.width, BIN_BITS)
        inside = (1 << self.shift) - 1
        top = 1 << self.keys.width
        self.cuts: tuple[int, ...] = tuple(
            sorted(
                cut
                for cut in {*cuts, *_ends(self.keys), *_powers(self.keys)}
                if cut < top and cut & inside
            )
        )
        self.has_cut = np.zeros(self.bins, bool)
        self.has_cut[[cut >> self.shift for cut in self.cuts]] = True
        self._finder = _Finder(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Grid):
            return NotImplemented
        return self is other or (self.format, self.cuts) == (other.format, other.cuts)

    def __hash__(self) -> int:
        return hash((self.format, self.cuts))

    def bins_of(self, keys: KeyArray) -> KeyArray:
        """The bin of each key."""
        if not self.shift:
            return keys
        if self.keys.width == 8 * keys.itemsize:
            words: KeyArray = keys.view(np.uint16).reshape(len(keys), -1)[:, _FIRST_WORD]
        else:
            words = keys >> keys.dtype.type(self.shift)
        return words.astype(np.intp)

    def between_cuts(self, keys: KeyArray, bins: npt.NDArray[Any]) -> Integers:
        """How many of the keys in bins with cuts lie between each two neighbouring cuts, and beyond
        the ends."""
        at = np.flatnonzero(np.take(self.has_cut, bins))
        return self._finder.between_cuts(keys[at], bins[at])


class _Finder:
    """Finds keys between cuts: in bins with few cuts by comparing with each, else by sorting."""

    def __init__(self, grid: Grid) -> None:
        inside = [list(each) for _, each in groupby(grid.cuts, lambda cut: cut >> grid.shift)]
        top = (1 << grid.keys.width) - 1
        self._cuts = np.array(grid.cuts, grid.keys.dtype)
        self._rank = np.zeros(grid.bins, np.intp)
        self._rank[grid.has_cut] = np.arange(len(inside))
        self._before = np.array([0, *accumulate(map(len, inside))], np.intp)
        self._has_many = np.array([len(each) > _FEW for each in inside], bool)
        few = [() if len(each) > _FEW else each for each in inside]
        self._last_below = [
            np.array([each[at] - 1 if at < len(each) else top for each in few], grid.keys.dtype)
            for at in range(max(map(len, few), default=0))
        ]

    def between_cuts(self, keys: KeyArray, bins: npt.NDArray[Any]) -> Integers:
        """How many keys lie between each two neighbouring cuts, and beyond the ends."""
        rank = self._rank[bins]
        is_one_of_many = self._has_many[rank]
        if not is_one_of_many.any():
            return self._by_comparing(keys, rank)
        many, few = np.flatnonzero(is_one_of_many), np.flatnonzero(~is_one_of_many)
        return self._by_sorting(keys[many]) + self._by_comparing(keys[few], rank[few])

    def _by_comparing(self, keys: KeyArray, rank: npt.NDArray[Any]) -> Integers:
        found = self._before[rank]
        for last_below in self._last_below:
            found += keys > last_below[rank]
        return np.bincount(found, minlength=len(self._cuts) + 1)

    def _by_sorting(self, keys: KeyArray) -> Integers:
        ends = np.searchsorted(np.sort(keys), self._cuts)  # few cuts in many keys, not conversely
        return np.diff(ends, prepend=0, append=len(keys))


def _signs(both: bool) -> tuple[bool, ...]:
    return (False, True) if both else (False,)


def _ends(keys: Keys) -> Iterator[int]:
    """The cuts around zeros, infinities, and what is finite."""
    for negative in _signs(True):
        start, infinity = keys.start(negative), keys.infinity(negative)
        yield from (start, start + 1, keys.first(negative), keys.end(negative))
        if infinity is not None:
            yield from (infinity, infinity + 1)


def _powers(keys: Keys) -> Iterator[int]:
    """The cuts below the powers of two that are within the range of a format."""
    for negative in _signs(keys.format.signed):
        yield from power_cuts(keys, negative).values()


def power_cuts(keys: Keys, negative: bool) -> dict[int, int]:
    """For each exponent of the values of a sign, and the one behind the last, the key from which on
    magnitudes are ``2**exponent`` and more."""
    fmt = keys.format
    if keys.first(negative) == keys.end(negative):
        return {}
    low, high = (
        floor_log2(fmt.magnitude(place, negative))
        for place in (fmt.smallest_place, fmt.last_place(negative))
    )
    return {
        exponent: keys.reaching(power_of_two(exponent), False, negative)
        for exponent in range(low, high + 2)
    }


Extents = tuple[Extent | None, Extent | None]
"""Of the positive and of the negative values."""


def _merged(one: Extents, other: Extents) -> Extents:
    first, second = (a.merged(b) if a else b for a, b in zip(one, other, strict=True))
    return first, second


@dataclass(eq=False)
class KeyCounts:
    """How many elements of a format have which keys.

    ``coarse`` counts them by bin, ``fine`` those of bins with cuts by the cuts they lie between;
    ``extents`` are those of the values of each sign that are finite and not zero.
    """

    grid: Grid
    coarse: Integers
    fine: Integers
    extents: Extents = (None, None)

    @classmethod
    def of(cls, grid: Grid, codes: npt.NDArray[Any]) -> KeyCounts:
        """The elements of a row of codes, counted block by block."""
        coarse, fine = np.zeros(grid.bins, np.int64), np.zeros(len(grid.cuts) + 1, np.int64)
        found = cls(grid, coarse, fine)
        for start in range(0, len(codes), BLOCK):
            keys = grid.keys.of(codes[start : start + BLOCK])
            bins = grid.bins_of(keys)
            here = np.bincount(bins, minlength=grid.bins)
            coarse += here
            if grid.shift:
                fine += grid.between_cuts(keys, bins)
                if not _is_within(grid, here, found.extents):
                    found.extents = _merged(found.extents, _ends_of_block(grid.keys, keys))
        if not grid.shift:
            found.extents = _ends_of_bins(grid, coarse)
        return found

    def __add__(self, other: KeyCounts) -> KeyCounts:
        """What is counted in both, on the same grid."""
        if self.grid != other.grid:
            raise ValueError("counts of other cuts cannot be added")
        extents = _merged(self.extents, other.extents)
        return KeyCounts(self.grid, self.coarse + other.coarse, self.fine + other.fine, extents)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KeyCounts):
            return NotImplemented
        return (
            self.grid == other.grid
            and self.extents == other.extents
            and np.array_equal(self.coarse, other.coarse)
            and np.array_equal(self.fine, other.fine)
        )

    __hash__ = None  # type: ignore[assignment] # it holds arrays

    @property
    def total(self) -> int:
        """All elements."""
        return int(self.coarse.sum())

    @property
    def zero(self) -> int:
        """The zeros of both signs."""
        keys, fmt = self.grid.keys, self.grid.format
        if not fmt.has_zero:
            return 0
        at = [keys.start(negative) for negative in _signs(fmt.has_negative_zero)]
        return self._at(at)

    @property
    def infinite(self) -> int:
        """The infinities of both signs."""
        keys = self.grid.keys
        found = (keys.infinity(negative) for negative in _signs(self.grid.format.signed))
        return self._at([key for key in found if key is not None])

    @property
    def finite(self) -> int:
        """What is a number and not infinite."""
        keys = self.grid.keys
        ends = [end for sign in _signs(True) for end in (keys.first(sign), keys.end(sign))]
        low, high, below, above = self.below(ends).tolist()
        return int(high - low + above - below)

    @property
    def nan(self) -> int:
        """What is no number."""
        return self.total - self.finite - self.infinite

    def _at(self, keys: Sequence[int]) -> int:
        """How many elements have one of these keys."""
        ends = self.below([end for key in keys for end in (key, key + 1)])
        return int((ends[1::2] - ends[::2]).sum())

    def below(self, keys: Sequence[int]) -> Integers:
        """How many elements have a lesser key than each of these; they must be cuts of the grid, or
        begin a bin."""
        grid = self.grid
        ends = np.concatenate(([0], np.cumsum(self.coarse)))
        cut_ends = np.concatenate(([0], np.cumsum(np.where(grid.has_cut, self.coarse, 0))))
        fine = np.cumsum(self.fine)
        bins = np.array([key >> grid.shift for key in keys], np.int64)
        found = ends[bins]
        inside = [at for at, key in enumerate(keys) if key & (1 << grid.shift) - 1]
        if inside:
            where = _places(grid.cuts, [keys[at] for at in inside])
            found[inside] += fine[where] - cut_ends[bins[inside]]
        return found


def _places(cuts: Sequence[int], keys: Sequence[int]) -> list[int]:
    """Where each of some keys stands among the cuts. Raises ValueError for one that is none."""
    at = {cut: place for place, cut in enumerate(cuts)}
    try:
        return [at[key] for key in keys]
    except KeyError as missing:
        raise ValueError(f"the key {missing} is no cut") from None


def _ends_of_bins(grid: Grid, coarse: Integers) -> Extents:
    """The ends of what is counted, where each bin is a key."""
    occupied = coarse.nonzero()[0]
    return _ends_of_sign(grid.keys, occupied, False), _ends_of_sign(grid.keys, occupied, True)


def _is_within(grid: Grid, here: Integers, extents: Extents) -> bool:
    """Whether no element of a block, counted by bin, is in the bin of an end or beyond it."""
    for negative, extent in zip((False, True), extents, strict=True):
        values = _values(grid.keys, negative)
        if not values:
            continue
        start, (first, last) = grid.keys.start(negative), (values[0], values[-1])
        least, greatest = (last, first) if extent is None else (start + end for end in extent)
        for low, high in ((first, least), (greatest, last)):
            if here[low >> grid.shift : (high >> grid.shift) + 1].any():
                return False
    return True


def _ends_of_block(keys: Keys, block: KeyArray) -> Extents:
    """The ends of what is finite and not zero in a block of keys."""
    find = _ends_of_words if keys.width == 8 * block.dtype.itemsize else _ends_of_sign
    return find(keys, block, False), find(keys, block, True)


def _values(keys: Keys, negative: bool) -> range:
    """The keys of what is finite and not zero of a sign."""
    return range(keys.start(negative) + keys.format.smallest_place, keys.end(negative))


def _ends_of_words(keys: Keys, block: KeyArray, negative: bool) -> Extent | None:
    """The ends of one sign, where keys fill words: the least and the greatest of the block as
    integers with a sign or without one. Only where these are no values, all are looked at."""
    values, signed = _values(keys, negative), f"i{block.dtype.itemsize}"
    moved = values.start - (int(negative) << keys.width - 1)
    low = block - block.dtype.type(max(moved, 0)) if values else block
    if negative:
        least, greatest = low.view(signed).min(), block.max()
    else:
        least, greatest = low.min(), block.view(signed).max()
    ends = int(least) % (1 << keys.width) + moved, int(greatest) % (1 << keys.width)
    if ends[0] not in values:
        return None
    return (
        _bounds(keys, ends, negative) if ends[1] in values else _ends_of_sign(keys, block, negative)
    )


def _ends_of_sign(keys: Keys, block: KeyArray, negative: bool) -> Extent | None:
    values = _values(keys, negative)
    if not values:
        return None
    here = block[(block >= values.start) & (block <= values[-1])]
    return _bounds(keys, (here.min(), here.max()), negative) if here.size else None


def _bounds(keys: Keys, ends: tuple[int, int], negative: bool) -> Extent:
    start = keys.start(negative)
    return Extent(int(ends[0]) - start, int(ends[1]) - start)
