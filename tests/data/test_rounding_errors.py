"""Errors of rounding against exact differences."""

from __future__ import annotations

import math
import sys
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, NaN
from fpviz.data.rounding_errors import rounding_errors
from tests.data.scanning.reference import FORMATS, array_of, columns

OTHERS = (*FORMATS, find_format("fp64"), find_format("fp4_e2m1"))


def _is_near(found, right):
    """Whether a float64 is an exact number as far as it can be."""
    if math.isinf(found):
        return abs(right) > sys.float_info.max
    return abs(Fraction(found) - right) <= abs(right) / 2**50 + Fraction(1, 1 << 1074)


@settings(max_examples=15, deadline=None)
@given(columns(), st.sampled_from(OTHERS))
def test_errors_in_ulps_and_relative(column, other):
    fmt, codes = column
    found = rounding_errors(fmt, array_of(fmt, codes), other)
    for code, ulps, relative in zip(
        codes, found.ulps.tolist(), found.relative.tolist(), strict=True
    ):
        number = decode(fmt, code).number
        becomes = encode(other, number).code
        delivered = decode(other, becomes).number
        if not isinstance(number, Finite) or isinstance(delivered, NaN):
            assert math.isnan(ulps)
            assert math.isnan(relative)
        elif isinstance(delivered, Finite):
            error = delivered.value - number.value
            assert _is_near(ulps, error / ulp(other, becomes))
            assert _is_near(relative, error / (number.magnitude or 1))
        else:
            assert ulps == relative == (-math.inf if delivered.negative else math.inf)


def test_an_infinity_has_no_error_in_whatever_it_becomes():
    fp16, int16 = find_format("fp16"), find_format("int16")
    found = rounding_errors(fp16, array_of(fp16, [0x7C00, 0xFC00, 0x7BFF]), int16)
    assert [math.isnan(each) for each in found.ulps.tolist()] == [True, True, False]
    assert [math.isnan(each) for each in found.relative.tolist()] == [True, True, False]


def test_half_an_ulp_is_said_exactly():
    fp16, e4m3 = find_format("fp16"), find_format("fp8_e4m3fn")
    found = rounding_errors(fp16, array_of(fp16, [0x3C40, 0x3C00, 0xBC60]), e4m3)
    assert found.ulps.tolist() == [-0.5, 0, -0.25]
