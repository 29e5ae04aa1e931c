"""What is true of many elements together: a value that adds, in any order, to the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.arrays.one_by_one import TABLE_WIDTH, by_code
from fpviz.core.arrays.ordering import rank, rank_array
from fpviz.core.arrays.sums import exact_sum, weighted_sum
from fpviz.core.formats import Format, NumberClass
from fpviz.data.blocks import code_blocks
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.scanning.code_sets import Sought, code_test
from fpviz.data.text import Report, untold

FEW = 32
"""Different codes that are remembered; if there are more, that is all that is known."""

_SAMPLE = 256
_FINITE = Sought(frozenset({NumberClass.ZERO, NumberClass.SUBNORMAL, NumberClass.NORMAL}))
_KINDS = tuple(NumberClass)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of elements of a format: how many are of which class, and of the finite ones the codes of
    the least and of the greatest (``None`` where there are none), and the exact sum.

    ``distinct`` are the codes that occur, ``None`` where they are more than ``FEW``.
    """

    fmt: Format
    classes: Counter[NumberClass] = field(default_factory=Counter)
    least: int | None = None
    greatest: int | None = None
    total: Fraction = Fraction(0)
    distinct: frozenset[int] | None = frozenset()

    @property
    def count(self) -> int:
        """How many elements there are."""
        return self.classes.total()

    @property
    def finite(self) -> int:
        """How many of them are finite."""
        return sum(self.classes[kind] for kind in _FINITE.classes)

    @property
    def mean(self) -> Fraction | None:
        """The exact mean of the finite ones; ``None`` where there are none."""
        return self.total / self.finite if self.finite else None

    def __add__(self, other: Statistics) -> Statistics:
        return Statistics(
            self.fmt,
            self.classes + other.classes,
            self._first(min, self.least, other.least),
            self._first(max, self.greatest, other.greatest),
            self.total + other.total,
            _few(self.distinct, other.distinct),
        )

    def _first(self, extreme: Callable[..., int], one: int | None, other: int | None) -> int | None:
        known = [code for code in (one, other) if code is not None]
        return extreme(known, key=lambda code: rank(self.fmt, code), default=None)


def _few(one: frozenset[int] | None, other: frozenset[int] | None) -> frozenset[int] | None:
    both = None if one is None or other is None else one | other
    return None if both is None or len(both) > FEW else both


def statistics(
    dump: Dump, layout: DumpLayout, ranges: Sequence[range], report: Report = untold
) -> Statistics:
    """Those of the elements of some ranges with step 1."""
    blocks = (block.codes for block in code_blocks(dump, layout, ranges, report))
    if layout.fmt.width <= TABLE_WIDTH:
        return _of_short_codes(layout.fmt, blocks)
    return sum((statistics_of(layout.fmt, codes) for codes in blocks), Statistics(layout.fmt))


def _of_short_codes(fmt: Format, blocks: Iterable[CodeArray]) -> Statistics:
    """Of short codes it is counted how often each occurs, which tells all."""
    counts = np.zeros(1 << fmt.width, np.int64)
    for codes in blocks:
        counts += np.bincount(codes, minlength=counts.size)
    codes = np.flatnonzero(counts).astype(code_dtype(fmt))
    return statistics_of(fmt, codes, counts[codes]) if codes.size else Statistics(fmt)


def statistics_of(
    fmt: Format, codes: CodeArray, counts: npt.NDArray[np.int64] | None = None
) -> Statistics:
    """Those of some codes, at least one; with ``counts``, of each of them so many times."""
    classes, distinct = _classes(fmt, codes, counts), _distinct(codes)
    is_finite = code_test(_FINITE, fmt)(codes)
    finite = codes[is_finite]
    if not finite.size:
        return Statistics(fmt, classes, distinct=distinct)
    ranks = rank_array(fmt, finite)
    ends = int(finite[ranks.argmin()]), int(finite[ranks.argmax()])
    if counts is None:
        total = exact_sum(fmt, finite)
    else:
        total = weighted_sum(fmt, finite, counts[is_finite])
    return Statistics(fmt, classes, *ends, total, distinct)


def _distinct(codes: CodeArray) -> frozenset[int] | None:
    """The codes that occur, if there are few; of many the first ones tell that."""
    for some in (codes[:_SAMPLE], codes):
        found = frozenset(np.unique(some).tolist())
        if len(found) > FEW:
            return None
    return found


def _classes(
    fmt: Format, codes: CodeArray, counts: npt.NDArray[np.int64] | None
) -> Counter[NumberClass]:
    weights = np.ones(codes.shape, np.int64) if counts is None else counts
    if fmt.has_consecutive_codes:
        tests = {kind: code_test(Sought(frozenset({kind})), fmt) for kind in _KINDS}
        return Counter({kind: int(weights[test(codes)].sum()) for kind, test in tests.items()})
    kinds = by_code(_place_of_class, fmt, codes, np.dtype(np.uint8))
    found = np.bincount(kinds, weights, minlength=len(_KINDS)).astype(np.int64)
    return Counter(dict(zip(_KINDS, found.tolist(), strict=True)))


def _place_of_class(fmt: Format, code: int) -> int:
    return _KINDS.index(fmt.number_class(code))
