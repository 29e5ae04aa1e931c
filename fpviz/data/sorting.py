"""The elements of a dump in another order: by value, by code, by exponent, by rounding error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.exponents import exponent_array
from fpviz.core.arrays.ordering import rank_array
from fpviz.core.formats import Format, NumberClass
from fpviz.core.phrase import Complaint, Phrase, phrase
from fpviz.data.blocks import code_blocks, first_elements
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import CodeArray, DumpLayout
from fpviz.data.rounding_errors import rounding_errors
from fpviz.data.scanning.code_sets import NO_NUMBERS, Sought, Truths, code_test
from fpviz.data.scanning.search import Indices
from fpviz.data.text import Report, untold

MOST_SORTED = 10_000_000
"""Elements that can be sorted."""

Keys = npt.NDArray[Any]


class SortKey(NamedTuple):
    """What elements are sorted by: numbers that stand in its order, and codes that have none."""

    key: str
    words: Phrase
    of: Callable[[Format, CodeArray], Keys]
    none: Callable[[Format, CodeArray], Truths]


def _no_numbers(fmt: Format, codes: CodeArray) -> Truths:
    return code_test(Sought(NO_NUMBERS), fmt)(codes)


def _not_finite(fmt: Format, codes: CodeArray) -> Truths:
    return code_test(Sought(NO_NUMBERS | {NumberClass.INFINITE}), fmt)(codes)


def _nowhere(_fmt: Format, codes: CodeArray) -> Truths:
    return np.zeros(codes.shape, np.bool_)


def _codes(_fmt: Format, codes: CodeArray) -> Keys:
    return codes


BY_VALUE = SortKey("value", phrase("by value"), rank_array, _no_numbers)
BY_CODE = SortKey("code", phrase("by code"), _codes, _nowhere)
BY_EXPONENT = SortKey("exponent", phrase("by exponent"), exponent_array, _not_finite)


def by_error(other: Format) -> SortKey:
    """By the size of the errors, in ulps, with which elements are rounded into another format;
    the largest is that of a number which becomes no number."""

    def errors(fmt: Format, codes: CodeArray) -> Keys:
        sizes = np.abs(rounding_errors(fmt, codes, other).ulps)
        return np.where(np.isnan(sizes), np.inf, sizes)

    words = phrase("by the error in {format}", format=other.title)
    return SortKey("error", words, errors, _not_finite)


def sorted_indices(
    dump: Dump,
    layout: DumpLayout,
    by: SortKey = BY_VALUE,
    descending: bool = False,
    report: Report = untold,
) -> Indices:
    """All elements in order; equal ones as they stand, and behind them what has no place in it.

    Raises Complaint where there are more than ``MOST_SORTED``.
    """
    count = layout.count(dump)
    if count > MOST_SORTED:
        raise Complaint(
            phrase(
                "{count} elements are too many to sort; at most {most}",
                count=str(count),
                most=str(MOST_SORTED),
            )
        )
    keys, none = _keys(dump, layout, by, report)
    known = np.flatnonzero(~none)
    order = known[_ascending(keys[known])] if not descending else known[_descending(keys[known])]
    return np.concatenate([order, np.flatnonzero(none)]).astype(np.int64)


def _keys(dump: Dump, layout: DumpLayout, by: SortKey, report: Report) -> tuple[Keys, Truths]:
    fmt = layout.fmt
    first = layout.codes(dump, 0, 0)
    keys, none = [by.of(fmt, first)], [by.none(fmt, first)]
    for block in code_blocks(dump, layout, first_elements(dump, layout), report):
        keys.append(by.of(fmt, block.codes))
        none.append(by.none(fmt, block.codes))
    return np.concatenate(keys), np.concatenate(none)


def _ascending(keys: Keys) -> Indices:
    order: Indices = np.argsort(keys, kind="stable")
    return order


def _descending(keys: Keys) -> Indices:
    """Equal ones stay in their order, so that it is not the other order turned round."""
    return len(keys) - 1 - _ascending(keys[::-1])[::-1]
