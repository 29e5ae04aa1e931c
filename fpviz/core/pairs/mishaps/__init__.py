"""The mishaps: what may have made one of two codes of the other, a record each.

A new one is a record in the file of its kind, or a new kind here.
"""

from __future__ import annotations

from collections.abc import Iterator

from fpviz.core.pairs.mishaps import bits, roundings, values
from fpviz.core.pairs.mishaps.mishap import FoundMishap, Mishap
from fpviz.core.pairs.pair import Pair

__all__ = ["MISHAPS", "FoundMishap", "Mishap", "mishaps"]

MISHAPS: tuple[Mishap, ...] = (
    *values.OF_CLASSES,
    *roundings.OF_SOURCES,
    *roundings.OF_NEIGHBOURS,
    *roundings.NARROWER,
    *roundings.SHORTER,
    *bits.OF_ONE_BIT,
    *bits.ORDERS,
    *values.OF_NUMBERS,
    *roundings.COARSER,
    *bits.MOVED,
    *values.OTHER_FORMATS,
)
"""All of them, the likeliest kind first."""


def mishaps(pair: Pair) -> tuple[FoundMishap, ...]:
    """All that explain a pair: that the second code comes from the first, before the other way."""
    if not pair.bits:
        return ()
    found: set[str] = set()
    there = tuple(_one_way(pair, MISHAPS, found))
    return (*there, *_one_way(pair.turned, _DIRECTED, found))


_DIRECTED = tuple(each for each in MISHAPS if not each.both_ways)


def _one_way(pair: Pair, tried: tuple[Mishap, ...], found: set[str]) -> Iterator[FoundMishap]:
    for each in tried:
        if found.isdisjoint(each.instead) and (said := each.told(pair)) is not None:
            found.add(each.key)
            yield FoundMishap(each.key, said)
