"""Which elements of a tensor are of one kind: of a power of two, zero, infinite, or no number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from fpviz.core.formats import Format
from fpviz.data.census.counts import KeyCounts, power_cuts
from fpviz.data.census.keys import KeyArray, Keys, keys_of
from fpviz.data.tensors.tensor import Tensor


class NoPower(Enum):
    """What has no power of two."""

    ZERO = "zero"
    INFINITE = "infinite"
    NAN = "nan"


Kind = int | NoPower
"""The elements with this floor(log2|x|), or those that have none for this reason."""


class Element(NamedTuple):
    """Where an element stands in the order of its file, and its code."""

    at: int
    code: int


class FoundElements(NamedTuple):
    """The first elements of a kind."""

    kind: Kind
    elements: tuple[Element, ...]


def elements_of(
    tensor: Tensor, kind: Kind, most: int, report: Callable[[float], None] = lambda _: None
) -> FoundElements:
    """The first elements of a kind, at most so many. Raises Complaint where none can be read.

    ``report`` is told the share of the tensor that has been looked at.
    """
    fmt = tensor.known_format
    found: list[Element] = []
    keys, start = keys_of(fmt), 0
    for codes in tensor.blocks():
        report(start / max(1, tensor.count))
        places = np.flatnonzero(_are(keys, keys.of(codes), kind))[: most - len(found)]
        found += [Element(start + int(at), int(codes[at])) for at in places]
        if len(found) == most:
            break
        start += len(codes)
    return FoundElements(kind, tuple(found))


def _are(keys: Keys, block: KeyArray, kind: Kind) -> npt.NDArray[np.bool_]:
    """Which keys are of a kind."""
    if kind is NoPower.NAN:
        return ~(_inside(block, _finite(keys)) | _are(keys, block, NoPower.INFINITE))
    return _inside(block, _RANGES[kind](keys) if isinstance(kind, NoPower) else _binade(keys, kind))


def _inside(block: KeyArray, ranges: Iterator[range]) -> npt.NDArray[np.bool_]:
    """Which keys lie in any of some ranges."""
    found = np.zeros(len(block), bool)
    for each in ranges:
        found |= (block >= each.start) & (block < each.stop)
    return found


def _binade(keys: Keys, exponent: int) -> Iterator[range]:
    for negative in (False, True):
        cuts = power_cuts(keys, negative)
        if exponent in cuts and exponent + 1 in cuts:
            yield range(cuts[exponent], cuts[exponent + 1])


def _finite(keys: Keys) -> Iterator[range]:
    for negative in (False, True):
        yield range(keys.first(negative), keys.end(negative))


def _zeros(keys: Keys) -> Iterator[range]:
    fmt: Format = keys.format
    for negative in (False, True) if fmt.has_negative_zero else (False,):
        start = keys.start(negative)
        yield range(start, start + fmt.has_zero)


def _infinities(keys: Keys) -> Iterator[range]:
    for negative in (False, True):
        key = keys.infinity(negative)
        if key is not None:
            yield range(key, key + 1)


_RANGES: dict[NoPower, Callable[[Keys], Iterator[range]]] = {
    NoPower.ZERO: _zeros,
    NoPower.INFINITE: _infinities,
}


def extremes(counts: KeyCounts) -> tuple[int, int] | None:
    """The codes of a smallest and a largest magnitude that is not zero; ``None`` without any."""
    fmt = counts.grid.format
    ends = [
        (fmt.magnitude(place, negative), fmt.code_at(place, negative))
        for negative, extent in zip((False, True), counts.extents, strict=True)
        for place in extent or ()
    ]
    return (min(ends)[1], max(ends)[1]) if ends else None


def place(tensor: Tensor, index: int) -> tuple[int, ...]:
    """The indices of an element, from where it stands in the order of its file."""
    if not tensor.shape:
        return ()
    at: Any = np.unravel_index(index, tensor.shape, order="F" if tensor.is_fortran else "C")
    return tuple(map(int, at))
