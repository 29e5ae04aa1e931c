"""Comparisons of formats against sets of their values."""

from __future__ import annotations

import doctest
from functools import cache
from itertools import combinations

import pytest

from fpviz.core.formats import CATALOGUE, comparison, find_format
from fpviz.core.formats.comparison import BinadePairs, compare
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import power_of_two
from tests.eighths import EIGHTHS
from tests.strides import strided

SMALL = [fmt for fmt in (*CATALOGUE, EIGHTHS) if fmt.width <= 8]
PAIRS = list(combinations(SMALL, 2))


@cache
def values(fmt):
    return [value_of(fmt, code) for code in range(1 << fmt.width) if fmt.is_finite(code)]


@cache
def ratios(fmt):
    """The values as pairs of integers: quick to look up."""
    return {value.as_integer_ratio() for value in values(fmt)}


def test_shared_values_are_those_of_both():
    for first, second in PAIRS:
        shared = len(ratios(first) & ratios(second))
        assert compare(first, second).shared == shared, (first, second)


@strided(3)
def test_arithmetic_on_grids_counts_the_same_in_wider_formats(stride):
    names = ("fp16", "bf16", "binary16p8se", "q7.8", "uint16", "linear11")
    for first, second in [*combinations(map(find_format, names), 2)][::stride]:
        shared = len(ratios(first) & ratios(second))
        assert compare(first, second).shared == shared, (first, second)


@pytest.mark.parametrize("fmt", SMALL)
def test_a_binade_has_as_many_values_as_there_are(fmt):
    other = find_format("fp16")
    positive = [value for value in values(fmt) if value > 0]
    assert sum(binade.first for binade in BinadePairs(fmt, other)) == len(positive)
    for binade in BinadePairs(fmt, other):
        start = power_of_two(binade.exponent)
        assert binade.first == sum(start <= value < 2 * start for value in positive)


def test_wide_formats_are_compared_without_looking_at_their_values():
    fp64, fp32, bf16 = (find_format(name) for name in ("fp64", "fp32", "bf16"))
    assert compare(fp32, fp64).shared == (1 << 32) - (1 << 24) - 1
    assert compare(bf16, fp32).shared == (1 << 16) - (1 << 8) - 1


def test_features_are_told_of_the_format_that_has_them():
    told = compare(find_format("fp16"), find_format("e8m0")).features
    assert [(fmt.name, str(what)) for fmt, what in told] == [
        ("fp16", "negative numbers"),
        ("fp16", "zero"),
        ("fp16", "−0"),
        ("fp16", "subnormal numbers"),
        ("fp16", "infinities"),
        ("fp16", "payloads of NaNs"),
    ]


def test_examples_in_the_documentation():
    assert doctest.testmod(comparison).failed == 0
