"""Counts by key add to the same in any order, and say what is there."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import floor_log2
from fpviz.data.census.census import Census, Question, grid_of
from fpviz.data.census.counts import KeyCounts
from fpviz.data.census.quality import Quality, quality

SOURCES = tuple(
    map(find_format, ("fp16", "bf16", "fp32", "fp64", "int8", "uint16", "posit16", "e8m0"))
)
FP8, FP16, FP32 = map(find_format, ("fp8_e4m3fn", "fp16", "fp32"))
QUESTION = Question((FP8, FP16))


@st.composite
def parts_of_a_tensor(draw):
    """A format, and the codes of some parts of a tensor."""
    fmt = draw(st.sampled_from(SOURCES))
    codes = st.integers(0, (1 << fmt.width) - 1) | st.sampled_from(
        [0, 1, 1 << fmt.width - 1, (1 << fmt.width) - 1]
    )
    parts = draw(st.lists(st.lists(codes, max_size=9), min_size=1, max_size=5))
    return fmt, [np.array(part, code_dtype(fmt)) for part in parts]


@settings(max_examples=30)
@given(parts_of_a_tensor(), st.randoms())
def test_parts_add_to_the_whole_in_any_order(tensor, shuffle):
    fmt, parts = tensor
    grid = grid_of(fmt, QUESTION)
    whole = np.concatenate(parts)
    counts = KeyCounts.of(grid, whole)
    sums = quality(fmt, whole, FP8, 3, Rules())
    pieces = [(KeyCounts.of(grid, part), quality(fmt, part, FP8, 3, Rules())) for part in parts]
    shuffle.shuffle(pieces)
    while len(pieces) > 1:  # any two neighbours become one
        at = shuffle.randrange(len(pieces) - 1)
        (one, first), (other, second) = pieces[at : at + 2]
        assert one + other == other + one
        pieces[at : at + 2] = [(one + other, first + second)]
    assert pieces == [(counts, sums)]


@settings(max_examples=30)
@given(parts_of_a_tensor())
def test_counts_are_of_what_is_there(tensor):
    fmt, parts = tensor
    codes = np.concatenate(parts)
    counts = KeyCounts.of(grid_of(fmt, QUESTION), codes)
    numbers = [value_of(fmt, code) for code in codes.tolist() if fmt.is_finite(code)]
    magnitudes = [abs(number) for number in numbers if number]
    nans = sum(map(fmt.is_nan, codes.tolist()))
    assert (counts.total, counts.nan) == (len(codes), nans)
    assert (counts.finite, counts.zero) == (len(numbers), numbers.count(0))
    assert counts.infinite == len(codes) - nans - len(numbers)
    census = Census(None, None, counts)
    assert census.least == min(magnitudes, default=None)
    assert census.greatest == max(magnitudes, default=None)
    assert census.exponents == Counter(map(floor_log2, magnitudes))
    exponents = sorted(map(floor_log2, magnitudes))
    middle = sum(exponents[(len(exponents) - 1) // 2 : len(exponents) // 2 + 1])
    if exponents:
        assert census.median_exponent == (middle // 2 if len(exponents) % 2 == 0 else middle)
    if fmt.width <= 16 and fmt.name != "posit16":
        assert census.distinct == len(set(codes.tolist()))


def test_counts_of_other_cuts_do_not_add():
    one, other = (
        KeyCounts.of(grid_of(FP32, Question((fmt,))), np.zeros(1, np.uint32))
        for fmt in (FP8, find_format("int8"))
    )
    with pytest.raises(ValueError, match="cannot be added"):
        one + other


def test_nothing_has_no_noise():
    assert Quality().sqnr_db is None
