"""Ranks of arrays of codes against the order of exact values."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.arrays.ordering import rank, rank_array
from fpviz.core.formats import CATALOGUE
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Infinity, NaN

EVERY = [fmt for fmt in CATALOGUE if fmt.width <= 8 or fmt.name in {"medfloat32", "posit32"}]
OTHERS = [fmt for fmt in CATALOGUE if fmt not in EVERY]


def _codes(fmt, count=150):
    end = 1 << fmt.width
    drawn = random.Random(fmt.name)
    return [0, 1, end - 1, end // 2, end // 2 - 1, *(drawn.randrange(end) for _ in range(count))]


@pytest.mark.parametrize("fmt", OTHERS, ids=lambda fmt: fmt.name)
def test_arrays_have_the_ranks_of_their_codes(fmt):
    codes = _codes(fmt, 20)
    if fmt.width > 16 or fmt.has_consecutive_codes:
        found = rank_array(fmt, np.array(codes, code_dtype(fmt)))
        assert (found.dtype, found.tolist()) == (code_dtype(fmt), [rank(fmt, c) for c in codes])


def _key(number):
    """NaNs last; -0 before +0."""
    if isinstance(number, NaN):
        return 3, 0, False
    if isinstance(number, Infinity):
        return (0, 0, False) if number.negative else (2, 0, False)
    return 1, number.value, not number.negative


@pytest.mark.parametrize("fmt", EVERY, ids=lambda fmt: fmt.name)
def test_ranks_are_the_order_of_values(fmt):
    codes = list(range(1 << fmt.width)) if fmt.width <= 8 else _codes(fmt)
    ranks = rank_array(fmt, np.array(codes, code_dtype(fmt))).tolist()
    in_order = sorted(zip(codes, ranks, strict=True), key=lambda pair: pair[1])
    keys = [_key(decode(fmt, code).number) for code, _ in in_order]
    assert keys == sorted(keys)
    assert min(ranks) == 0 or fmt.width > 8
    for (one, other), ((_, a), (_, b)) in zip(pairwise(keys), pairwise(in_order), strict=True):
        assert (one == other) is (a == b)
