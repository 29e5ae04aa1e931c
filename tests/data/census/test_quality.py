"""Sums of squares, exact, against fractions."""

from __future__ import annotations

from fractions import Fraction
from math import log10

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import finite
from fpviz.data.census.counts import Grid, KeyCounts
from fpviz.data.census.quality import quality, quality_of_counts, squares

UNIT = Fraction(2) ** -2148


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=20))
def test_the_squares_of_any_numbers(values):
    expected = sum(Fraction(value) ** 2 for value in values)
    assert squares(np.array(values, np.float64)) * UNIT == expected


def test_the_squares_of_many_numbers():
    values = np.full(100_000, 2.0 - 2.0**-52)
    assert squares(values) * UNIT == 100_000 * (2 - Fraction(2) ** -52) ** 2


FORMATS = [
    ("fp16", "fp8_e4m3fn"), ("bf16", "fp8_e5m2"), ("bf16", "posit8"), ("int8", "fp4_e2m1"),
    ("uint16", "bf16"), ("posit8", "int8"), ("hif8", "fp8_e4m3fn"), ("fp8_e5m2", "q7.8"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), FORMATS)
@pytest.mark.parametrize(
    "rules", [Rules(), Rules(Rounding.TOWARD_ZERO, Overflow.SATURATE), Rules(flush=True)], ids=str
)
def test_errors_are_as_exact_fractions_have_them(source, target, rules):
    source, fmt, scale = find_format(source), find_format(target), 3
    step = 1 if source.width < 16 else 199
    codes = range(0, 1 << source.width, step)
    signal, noise, lost, exact = Fraction(0), Fraction(0), 0, 0
    for code in codes:
        if not source.is_finite(code):
            continue
        value = value_of(source, code)
        result = encode(fmt, finite(value * 2**scale), rules).code
        if not fmt.is_finite(result):
            lost += 1
            continue
        error = value - value_of(fmt, result) / 2**scale
        signal, noise, exact = signal + value**2, noise + error**2, exact + (not error)
    found = quality(source, np.array(codes, code_dtype(source)), fmt, scale, rules)
    assert (found.lost, found.exact) == (lost, exact)
    assert found.signal * UNIT == signal
    assert abs(found.noise * UNIT - noise) <= noise / 2**50
    if not lost:
        assert found.sqnr_db == pytest.approx(10 * log10(signal / noise))


@pytest.mark.parametrize("source", ["fp16", "bf16", "int8", "uint16", "fp8_e4m3fn", "hif8", "e8m0"])
def test_code_by_code_is_the_same(source):
    fmt, target = find_format(source), find_format("fp8_e5m2")
    codes = np.random.default_rng(3).integers(0, 1 << fmt.width, 30_000) >> 3 << 3
    codes = codes.astype(code_dtype(fmt))
    counts = KeyCounts.of(Grid(fmt), codes)
    for scale in (0, 5):
        expected = quality(fmt, codes, target, scale, Rules())
        assert quality_of_counts(counts, target, scale, Rules()) == expected


def test_codes_that_are_not_told_apart_are_not_judged():
    counts = KeyCounts.of(Grid(find_format("fp32")), np.zeros(1, np.uint32))
    with pytest.raises(ValueError, match="not told apart"):
        quality_of_counts(counts, find_format("fp16"), 0, Rules())


def test_what_binary64_does_not_hold_is_not_summed():
    with pytest.raises(ValueError, match="float64 does not hold"):
        quality(find_format("fp16"), np.zeros(1, np.uint16), find_format("decimal32"), 0, Rules())
