"""Mishaps of what codes stand for, against Python's printing and numpy."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fpviz.core.formats.decoding import value_of
from fpviz.core.pairs.mishaps import mishaps
from tests.core.pairs.test_pair import pair


def told(found):
    return {each.key: str(each.said) for each in mishaps(found)}


@settings(max_examples=30)
@given(st.floats(2.0**-100, 2.0**100, width=32), st.integers(1, 8))
def test_what_was_printed_with_few_decimals(value, digits):
    printed = np.float32(f"{value:.{digits - 1}e}")
    code, again = (int(np.float32(x).view(np.uint32)) for x in (value, printed))
    assume(code != again)
    found = told(pair("fp32", code, again))
    assert found["printed"].startswith("B is A printed with ")
    count = int(found["printed"].split()[5])
    assert count >= digits
    assert np.float32(f"{value:.{count - 1}e}") == printed


@pytest.mark.parametrize(
    ("name", "a", "b", "key", "said"),
    [
        ("fp32", "0", "-0", "same-value", "zeros of both signs, which compare equal"),
        ("decimal32", 0x32000001, 0x3180000A, "same-value", "two codes of the same value"),
        ("fp16", "1.5", "-1.5", "sign", "B is A with the other sign"),
        ("int8", "5", "-5", "sign", "B is A with the other sign"),
        ("posit16", "1.5", "-1.5", "sign", "B is A with the other sign"),
        (
            "fp32",
            "inf",
            0x7F7FFFFF,
            "saturated",
            "B is the largest number in the place of A: saturated",
        ),
        (
            "fp16",
            0x8001,
            0x8000,
            "flushed",
            "A is subnormal, and B is A flushed to zero (FTZ, DAZ)",
        ),
        ("fp16", "0", 0x0003, "flushed", "B is subnormal, and A is B flushed to zero (FTZ, DAZ)"),
        ("fp32", 0x7F800001, 0x7FC00001, "made-quiet", "B is A made quiet"),
        ("fp32", 0x7F812345, 0x7FC00000, "default-nan", "B is the default NaN in the place of A"),
        ("fp16", "3", "12", "ratio", "B is A × 2²"),
        ("fp16", "3", "-0.75", "ratio", "B is A × −2⁻²"),
        ("decimal64", "1.5", "1500", "ratio", "B is A × 10³"),
        ("fp32", "12.7", "12", "integer", "B is A without its fraction"),
        ("fp32", "12.7", "13", "integer", "B is the integer nearest to A"),
    ],
)
def test_mishaps_of_values(name, a, b, key, said):
    assert told(pair(name, a, b)).get(key) == said


def test_a_code_that_was_read_in_another_format():
    as_half = "1.0"  # bf16:0x3c00 is 2^-7
    found = told(pair("bf16", 0x3C00, as_half))
    assert found["as-fp16"] == "B is the code of A read as one of FP16"


def test_equal_codes_have_no_mishap():
    assert mishaps(pair("fp16", 1, 1)) == ()


RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def is_true(key, said, fmt, a, b):
    """Whether what is told of two values is so, by plain fractions."""
    match key:
        case "ratio":
            base, exponent = re.fullmatch(r".* × −?(2|10)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", said).groups()
            sign = -1 if "−" in said else 1
            return b == sign * a * Fraction(int(base)) ** int(exponent.translate(RAISED))
        case "integer" if "without" in said:
            return b == int(a)
        case "integer":
            return b.denominator == 1 and abs(a - b) <= Fraction(1, 2)
        case "printed":
            digits = int(said.split()[5])
            printed = Fraction(f"{Decimal(a.numerator) / a.denominator:.{digits - 1}e}")
            nearer = [x for x in values(fmt) if abs(x - printed) < abs(b - printed)]
            return not nearer
        case "sign":
            return b == -a
        case "same-value":
            return a == b
        case _:
            return True


@cache
def values(fmt):
    return [value_of(fmt, code) for code in range(1 << fmt.width) if fmt.is_finite(code)]


@settings(max_examples=80)
@given(
    st.sampled_from(("fp8_e4m3fn", "fp8_e5m2", "int8", "binary8p3se")),
    st.integers(0, 255),
    st.integers(0, 255),
)
def test_what_is_told_is_true(name, a, b):
    found = pair(name, a, b)
    assume(found.values is not None)
    for key, said in mishaps(found):
        x, y = found.values if str(said).startswith("B is") else found.values[::-1]
        assert is_true(key, str(said), found.format, x, y), (key, str(said))
