"""What is near enough, against numpy's own steps and numpy's own answers, and exactly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.formats.order import ulps_apart
from fpviz.data.tolerance import Close, SameCodes, Ulps

FP16, FP32, FP64 = map(find_format, ("fp16", "fp32", "fp64"))
CODES = st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=30)
few = settings(max_examples=40)


def codes16(values):
    return np.array(values, np.uint16)


@few
@given(st.floats(width=16, allow_nan=False, allow_infinity=False), st.integers(0, 40))
def test_ulps_are_steps_of_nextafter(value, steps):
    start = end = np.float16(value)
    for _ in range(steps):
        end = np.nextafter(end, np.float16(np.inf))
    codes = [int(each.view(np.uint16)) for each in (start, end)]
    taken = steps if np.isfinite(end) else ulps_apart(FP16, codes[0], 0x7C00)
    assert ulps_apart(FP16, *codes) == taken
    assert Ulps(taken).allows(FP16, *codes)
    assert taken == 0 or not Ulps(taken - 1).allows(FP16, *codes)


def test_zeros_are_the_same_value_and_a_nan_is_none():
    assert ulps_apart(FP16, 0, 0x8000) == 0
    assert ulps_apart(FP16, 0x7E00, 0x7E01) is ulps_apart(FP16, 0x3C00, 0x7E00) is None
    assert Ulps(0).allows_array(
        FP16, codes16([0, 0x7E00, 0x7E00]), codes16([0x8000, 0x7E00, 0x7E01])
    ).tolist() == [True, True, False]


@few
@given(CODES, CODES, st.booleans())
def test_numpy_says_the_same_of_halves_in_float64(expected, actual, equal_nan):
    size = min(len(expected), len(actual))
    a, b = codes16(expected[:size]), codes16(actual[:size])
    near = Close("numpy.allclose", Fraction(1, 8), Fraction(1, 1024), equal_nan)
    wide = [each.view(np.float16).astype(np.float64) for each in (b, a)]
    right = np.isclose(*wide, rtol=0.125, atol=2.0**-10, equal_nan=equal_nan)
    np.testing.assert_array_equal(near.allows_array(FP16, a, b), right)
    assert [near.allows(FP16, *pair) for pair in zip(a.tolist(), b.tolist(), strict=True)] == list(
        right
    )


@few
@given(
    st.lists(st.floats(-1e30, 1e30), min_size=1, max_size=8),
    st.sampled_from(("0.1", "1e-5", "1e-16", "0", "1e-320", "1e310")),
    st.integers(-2, 2),
)
def test_the_border_is_exact(expected, rtol, steps):
    """Actual values about the border that float64 makes of it."""
    a = np.array(expected)
    with np.errstate(all="ignore"):
        b = a + np.abs(a) * float(rtol)
        for _ in range(abs(steps)):
            b = np.nextafter(b, np.copysign(np.inf, steps))
    near = Close("", Fraction(rtol), Fraction(0))
    found = near.allows_array(FP64, a.view(np.uint64), b.view(np.uint64))
    right = [
        bool(np.isfinite(y)) and abs(Fraction(y) - Fraction(x)) <= Fraction(rtol) * abs(Fraction(x))
        for x, y in zip(a.tolist(), b.tolist(), strict=True)
    ]
    assert found.tolist() == right


def test_a_tolerance_is_not_rounded_into_the_format():
    """numpy makes 1.19e-7 of an atol of 1e-7 among halves."""
    expected, actual = codes16([0, 0]), codes16([1, 2])
    in_halves = np.isclose(actual.view(np.float16), expected.view(np.float16), rtol=0, atol=1e-7)
    assert in_halves.tolist() == [True, True]
    exact = Close("", Fraction(0), Fraction("1e-7"))
    assert exact.allows_array(FP16, expected, actual).tolist() == [True, False]


def test_integers_that_float64_does_not_hold():
    a = np.array([2**60, 2**60], np.uint64)
    b = a + np.array([1, 2], np.uint64)
    assert Close("", Fraction(0), Fraction(1)).allows_array(
        find_format("uint64"), a, b
    ).tolist() == [True, False]


def test_infinities_of_one_sign_are_equal_and_of_nothing_else():
    near = Close("", Fraction(1), Fraction("1e40"))
    codes = [0x7F800000, 0xFF800000, 0x7F7FFFFF]
    assert [near.allows(FP32, codes[0], each) for each in codes] == [True, False, False]
    assert [near.allows(FP32, each, codes[0]) for each in codes] == [True, False, False]


def test_bits_alone():
    same = SameCodes("f")
    assert same.allows_array(FP16, codes16([0, 0x7E00]), codes16([0x8000, 0x7E00])).tolist() == [
        False,
        True,
    ]
