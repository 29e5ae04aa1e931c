"""Which elements of a dump fulfil a predicate, and which is the next that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fpviz.core.phrase import Phrase
from fpviz.data.blocks import BLOCK
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.scanning.anomalies import anomaly_said
from fpviz.data.scanning.predicates import ANOMALY, Kernel, Predicate
from fpviz.data.text import Report, untold

MOST = 10_000_000
"""Indices that are kept; beyond, matches are counted."""

FIRST_BLOCK = 1 << 10
"""Elements that are asked first; each block has twice as many as the one before."""

Indices = npt.NDArray[np.int64]
"""Places of elements in their order, counted from 0."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The elements that fulfil a predicate, the first ``MOST`` of them, and how many there are."""

    indices: Indices
    count: int


def matches(
    dump: Dump,
    layout: DumpLayout,
    predicate: Predicate,
    where: range | None = None,
    report: Report = untold,
) -> Matches:
    """The elements that fulfil a predicate, of all or of those ``where``, a range with step 1.

    What a predicate says of neighbours goes for those outside as well.
    """
    found, count = [np.empty(0, np.int64)], 0
    for each in _in_blocks(dump, layout, predicate, _blocks(dump, layout, where, report)):
        if count < MOST:  # what is cut off would live on under a slice
            found.append(each[: MOST - count].copy())
        count += len(each)
    return Matches(np.concatenate(found), count)


def next_match(
    dump: Dump,
    layout: DumpLayout,
    predicate: Predicate,
    where: range,
    report: Report = untold,
) -> int | None:
    """The first element of a range that fulfils a predicate; ``None`` if there is none.

    Backward from an element on it is looked for in ``range(index, -1, -1)``.
    """
    for each in _in_blocks(dump, layout, predicate, _blocks(dump, layout, where, report)):
        if each.size:
            return int(each[0 if where.step > 0 else -1])
    return None


def reason(dump: Dump, layout: DumpLayout, predicate: Predicate, index: int) -> Phrase:
    """Why an element fulfils a predicate: of an anomaly, in which way it sticks out."""
    if predicate.kind is not ANOMALY.kind:
        return predicate.said
    before = min(index, predicate.kind.lookback)
    return anomaly_said(layout.fmt, layout.codes(dump, index - before, before + 1))


def _blocks(dump: Dump, layout: DumpLayout, where: range | None, report: Report) -> Iterator[range]:
    """Blocks of elements one after another, as a range says, and each from its least on; behind
    each it is told how many are done. The first ones are small: most often something is near."""
    there = range(layout.count(dump))
    places = there if where is None else _within(where, there)
    done, size = 0, FIRST_BLOCK
    while done < len(places):
        block = places[done : done + size]
        yield block if block.step > 0 else block[::-1]
        done, size = done + len(block), min(2 * size, BLOCK)
        report(done / len(places))


def _within(where: range, there: range) -> range:
    """What there is of a range."""
    if where.step > 0:
        return range(max(where.start, 0), min(where.stop, there.stop))
    return range(min(where.start, there.stop - 1), max(where.stop, -1), -1)


def _in_blocks(
    dump: Dump, layout: DumpLayout, predicate: Predicate, blocks: Iterable[range]
) -> Iterator[Indices]:
    """Block by block, what fulfils the predicate there."""
    kernel, lookback = predicate.kernel(layout.fmt), predicate.kind.lookback
    for block in blocks:
        yield _in_block(dump, layout, kernel, lookback, block)


def _in_block(
    dump: Dump, layout: DumpLayout, kernel: Kernel, lookback: int, block: range
) -> Indices:
    lead = min(block.start, lookback)
    codes = layout.codes(dump, block.start - lead, lead + len(block))
    return np.flatnonzero(kernel(codes, lead)).astype(np.int64) + block.start
