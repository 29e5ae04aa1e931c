"""Integers that fit a machine word and, rounded, do not."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core import integer_types as words
from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.integer_types import beyond_its_word
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite
from fpviz.core.reading import read

LARGEST = {"int8": 127, "uint8": 255, "int16": 32767, "uint16": 65535, "int32": 2147483647}
LARGEST |= {"uint32": 4294967295, "int64": 9223372036854775807, "uint64": 18446744073709551615}


def test_the_example_holds():
    assert doctest.testmod(words).failed == 0


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        (
            "2147483647",
            "fp32",
            "2147483648 is beyond int32; the last value that fits is 2147483520",
        ),
        (
            "4294967295",
            "fp32",
            "4294967296 is beyond uint32; the last value that fits is 4294967040",
        ),
        (
            "2^63-1",
            "fp64",
            "9223372036854775808 is beyond int64; the last value that fits is 9223372036854774784",
        ),
        ("255", "fp8_e4m3fn", "256 is beyond uint8; the last value that fits is 240"),
        ("2147483647", "fp64", "None"),
        ("2147483500", "fp32", "None"),
        ("2147483648", "fp32", "None"),
        ("-2147483648", "fp32", "None"),
        ("2147483647.5", "fp32", "None"),
        ("65535", "fp16", "None"),  # it overflows, which the class says
    ],
)
def test_what_is_said(text, name, told):
    said = beyond_its_word(read(parse_literal(text), find_format(name), Rules()))
    assert str(said) == told.format(last="the last value that fits is")


@given(
    st.integers(-(2**65), 2**65),
    st.sampled_from(CATALOGUE),
    st.sampled_from([each for each in Rounding if each is not Rounding.STOCHASTIC]),
)
def test_it_is_said_of_all_that_leave_their_word_and_of_no_other(integer, fmt, rounding):
    reading = read(parse_literal(str(integer)), fmt, Rules(rounding))
    held = reading.number.value if isinstance(reading.number, Finite) else Fraction(integer)
    left = [name for name, most in LARGEST.items() if integer <= most < held]
    said = beyond_its_word(reading)
    assert (said is not None) == bool(left)
    if said is not None:
        assert f"is beyond {left[0]};" in str(said)
