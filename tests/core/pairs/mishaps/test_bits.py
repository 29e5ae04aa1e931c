"""Mishaps of mere bits, against numpy's ways of turning them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fpviz.core.pairs.mishaps import mishaps
from tests.core.pairs.test_pair import CODES, pair


def keys(found):
    return {each.key for each in mishaps(found)}


TURNED = {
    "bytes": lambda code: int(np.uint32(code).byteswap()),
    "bytes-of-words": lambda code: int(
        np.array([code >> 16, code & 0xFFFF], np.uint16).byteswap().astype(">u2").view(">u4")[0]
    ),
    "words": lambda code: (code & 0xFFFF) << 16 | code >> 16,
    "bits-turned": lambda code: int(f"{code:032b}"[::-1], 2),
    "inverted": lambda code: int(~np.uint32(code)),
}


@pytest.mark.parametrize("key", TURNED)
@settings(max_examples=20)
@given(CODES)
def test_orders_are_found(key, code):
    other = TURNED[key](code)
    assume(code != other)
    assert key in keys(pair("fp32", code, other))


@settings(max_examples=20)
@given(CODES, CODES)
def test_an_order_is_told_of_nothing_else(a, b):
    found = keys(pair("fp32", a, b))
    assert {key for key, turn in TURNED.items() if turn(a) == b and a != b} == found & set(TURNED)


@settings(max_examples=20)
@given(CODES, st.integers(0, 31))
def test_one_bit_is_named_with_its_field(code, index):
    field = "sign" if index == 31 else "exponent" if index > 22 else "fraction"
    said = [str(each.said) for each in mishaps(pair("fp32", code, code ^ 1 << index))]
    assert f"bit {index} alone is flipped, of the {field}" in said


def test_a_shift_is_told_of_numbers():
    said = [str(each.said) for each in mishaps(pair("fp16", 0x1234, 0x2340))]
    assert "B is A shifted to the left, bits: 4" in said
    assert "A is B shifted to the right, bits: 4" not in said
