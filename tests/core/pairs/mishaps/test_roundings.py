"""Mishaps of rounding against numpy, and against rounding itself between neighbours."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.formats.order import next_up
from fpviz.core.numbers import finite
from fpviz.core.pairs.mishaps import mishaps
from tests.core.pairs.test_pair import as_float, pair


def told(found):
    return {each.key: str(each.said) for each in mishaps(found)}


@settings(max_examples=30)
@given(st.integers(0x0080_0000, 0x7F00_0000))
def test_a_truncated_binary32_went_through_bf16_toward_zero(code):
    cut = code & 0xFFFF_0000
    assume(code - cut > 1)
    said = told(pair("fp32", code, cut))["through-bf16"]
    assert said.startswith("B is A rounded to BF16 and back: ")
    assert "toward-zero" in said
    assert ("ties-to-even" in said) == ((code & 0xFFFF) < 0x8000 + (not code >> 16 & 1))


@settings(max_examples=30)
@given(st.floats(2**-14, 60000))
def test_a_double_that_went_through_half(value):
    half = float(np.float16(value))
    code, there = (int(np.float64(x).view(np.uint64)) for x in (value, half))
    assume(abs(code - there) > 1)
    said = told(pair("fp64", code, there))["through-fp16"]
    assert "ties-to-even" in said


@settings(max_examples=30)
@given(st.fractions(0, 60000).filter(lambda x: x > Fraction(1, 16000)))
def test_a_number_by_other_rules(value):
    near = np.float16(float(value))
    below = near if Fraction(float(near)) <= value else np.nextafter(near, np.float16(0))
    assume(Fraction(float(below)) != value)
    code = int(below.view(np.uint16))
    other = code + 1 if below == near else code
    said = told(pair("fp16", str(value), other))["other-rules"]
    assert said.startswith("B is the number of A by other rules: ")
    assert ("toward-zero" in said) == ("downward" in said) == (other == code)
    assert ("upward" in said.replace("ties-upward", "")) == (other != code)


@settings(max_examples=30)
@given(
    st.sampled_from(("fp16", "fp8_e4m3fn", "posit8", "takum8", "decimal32", "int8", "hif8", "x87")),
    st.data(),
)
def test_between_neighbours_the_named_rules_decide(name, data):
    fmt = find_format(name)
    a = data.draw(st.integers(0, (1 << fmt.width) - 1).filter(lambda code: not fmt.is_nan(code)))
    b = next_up(fmt, a)
    assume(b is not None and fmt.is_finite(a) and fmt.is_finite(b))
    found = pair(name, a, b)
    assume(found.difference)
    said = told(found)["neighbour"].partition("; a number between them becomes ")[2]
    to_b, _, to_a = said.removeprefix("B by ").partition("; A by ")
    low, high = found.values
    inside = [low + (high - low) * Fraction(k, 64) for k in (1, 21, 32, 33, 63)]
    for rounding in Rounding:
        codes = {encode(fmt, finite(x), Rules(rounding)).code for x in inside}
        if rounding.rule.draws:
            continue
        if said.startswith("B by every rule") or rounding.rule.name.template in to_b.split(", "):
            assert codes == {encode(fmt, finite(high)).code}
        elif rounding.rule.name.template in to_a.split(", "):
            assert codes == {encode(fmt, finite(low)).code}


@pytest.mark.parametrize(
    ("name", "a", "b", "key", "said"),
    [
        ("fp32", 0x40490FDB, 0x40490FD0, "cut", "B is A with its last bits cleared: 4"),
        ("fp64", "0.1", 0x3FB99999A0000000, "through-fp32", None),
        ("fp32", "1e-39", "0", "flushed", None),
        ("fp32", "5.9e-39", 0x00404000, "through-tf32", None),
        (
            "fp64",
            "0.1",
            0x3FB999999A000000,
            "fewer-bits",
            "B is A to nearest with 29 significant bits",
        ),
    ],
)
def test_mishaps_of_shorter_numbers(name, a, b, key, said):
    found = told(pair(name, a, b))
    assert key in found
    assert said in (None, found[key])


def test_an_overflow_on_the_way_is_infinite():
    found = told(pair("fp32", "1e6", "inf"))
    assert found["through-fp16"].startswith("B is A rounded to FP16 and back: ties-to-even")
    assert as_float(pair("fp32", "1e6", "inf").b.code) == np.inf
