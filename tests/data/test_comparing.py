"""Distances of codes against numpy's own steps, and what is told of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import FieldKind, find_format
from fpviz.data.comparing import (
    Difference,
    compared,
    exact_difference,
    first_field,
    ranges_of,
    ulps_apart,
)

FP16, FP32 = find_format("fp16"), find_format("fp32")


@settings(max_examples=50)
@given(st.floats(width=16, allow_nan=False, allow_infinity=False), st.integers(0, 40))
def test_ulps_are_steps_of_nextafter(value, steps):
    start = end = np.float16(value)
    for _ in range(steps):
        end = np.nextafter(end, np.float16(np.inf))
    codes = [int(each.view(np.uint16)) for each in (start, end)]
    taken = steps if np.isfinite(end) else ulps_apart(FP16, codes[0], 0x7C00)
    assert ulps_apart(FP16, *codes) == taken


def test_zeros_are_the_same_value_and_a_nan_is_none():
    assert ulps_apart(FP16, 0, 0x8000) == 0
    assert ulps_apart(FP16, 0x7E00, 0x7E01) is ulps_apart(FP16, 0x3C00, 0x7E00) is None


def test_what_is_counted_and_told():
    expected = np.array([0x3F800000, 0x41BBA5E3, 0x7FC00000, 0x00000000, 5], np.uint32)
    actual = np.array([0x3F800000, 0x41BBA5E1, 0x7FC00001, 0x80000000], np.uint32)
    found = compared(FP32, expected, actual, 1, 2)
    assert (found.differing, found.beyond, found.agree) == (3, 2, False)
    assert [each.place for each in found.worst] == [2, 1]
    assert list(ranges_of(found)) == [(0, 0, 1), (2, 2, 1), (None, None, 1)]
    assert compared(FP32, expected[:2], actual[:2], 2, 0).agree
    assert not compared(FP32, expected, expected[:4], 2, 0).agree


def test_exact_difference_and_first_field():
    near = Difference(0, 0x3C00, 0x3BFF, 1)
    assert exact_difference(FP16, near) == "-0.00048828125"
    assert first_field(FP16, near) is FieldKind.EXPONENT
    assert first_field(FP16, Difference(0, 1, 0x8001, 2)) is FieldKind.SIGN
    assert first_field(FP16, Difference(0, 0x3C00, 0x3C01, 1)) is FieldKind.FRACTION
    assert exact_difference(FP16, Difference(0, 0x3C00, 0x7C00, 1)) is None
