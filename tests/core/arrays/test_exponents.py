"""Exponents of arrays against logarithms of exact values."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.arrays.exponents import NO_EXPONENT, exponent_array
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite

NAMES = ("fp16", "fp8_e4m3fn", "fp32", "fp64", "fp128", "int32", "uint64", "posit32", "decimal32")


@pytest.mark.parametrize("name", NAMES)
def test_the_power_of_two_at_or_below_a_value(name):
    fmt = find_format(name)
    drawn = random.Random(name)
    codes = [0, 1, (1 << fmt.width) - 1, *(drawn.randrange(1 << fmt.width) for _ in range(60))]
    found = exponent_array(fmt, np.array(codes, code_dtype(fmt))).tolist()
    for code, exponent in zip(codes, found, strict=True):
        number = decode(fmt, code).number
        if isinstance(number, Finite) and number.magnitude:
            assert Fraction(2) ** exponent <= number.magnitude < Fraction(2) ** (exponent + 1)
        else:
            assert exponent == NO_EXPONENT
