"""Sums of arrays of codes against sums of fractions."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.arrays.sums import exact_sum, weighted_sum
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import value_of


@pytest.mark.parametrize(
    "name", ["fp32", "fp64", "bf16", "fp128", "int8", "uint64", "q3.4sm", "posit32", "decimal32"]
)
def test_nothing_is_lost(name):
    fmt, drawn = find_format(name), random.Random(name)
    codes = [drawn.randrange(1 << fmt.width) for _ in range(60)]
    codes = [code for code in codes if fmt.is_finite(code)] * 3
    right = sum((value_of(fmt, code) for code in codes), Fraction(0))
    array = np.array(codes, code_dtype(fmt))
    assert exact_sum(fmt, array) == right
    counts = np.arange(len(codes)) * (1 << 40)
    weighted = (value_of(fmt, code) * n for code, n in zip(codes, counts.tolist(), strict=True))
    assert weighted_sum(fmt, array, counts) == sum(weighted, Fraction(0))
