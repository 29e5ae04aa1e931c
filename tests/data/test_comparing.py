"""Distances of codes against numpy's own steps, and what is told of them."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import FieldKind, find_format
from fpviz.data.close_rules import find_rule
from fpviz.data.comparing import (
    Difference,
    DumpCodes,
    compared,
    compared_dumps,
    exact_difference,
    first_field,
    ranges_of,
    verdict,
)
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.tolerance import Ulps

FP16, FP32 = find_format("fp16"), find_format("fp32")


def test_what_is_counted_and_told():
    expected = np.array([0x3F800000, 0x41BBA5E3, 0x7FC00000, 0x00000000, 5], np.uint32)
    actual = np.array([0x3F800000, 0x41BBA5E1, 0x7FC00001, 0x80000000], np.uint32)
    found = compared(FP32, expected, actual, Ulps(1), 2)
    assert (found.differing, found.beyond, found.agree) == (3, 2, False)
    assert [each.place for each in found.worst] == [2, 1]
    assert list(ranges_of(found)) == [(0, 0, 1), (2, 2, 1), (None, None, 1)]
    assert compared(FP32, expected[:2], actual[:2], Ulps(2), 0).agree
    assert not compared(FP32, expected, expected[:4], Ulps(2), 0).agree


def test_what_a_rule_does_not_allow_comes_first_even_a_nan_beside_itself():
    expected = np.array([0x3F800000, 0x7FC00000, 0x00000000], np.uint32)
    actual = np.array([0x3F800001, 0x7FC00000, 0x00000009], np.uint32)
    found = compared(FP32, expected, actual, find_rule("numpy").tolerance(FP32), 9)
    assert (found.differing, found.beyond) == (2, 1)
    told = [(each.place, each.is_allowed) for each in found.worst]
    assert told == [(1, False), (2, True), (0, True)]
    testing = find_rule("numpy-testing").tolerance(FP32)
    assert [each.place for each in compared(FP32, expected, actual, testing, 9).worst] == [2, 0]


def test_exact_difference_and_first_field():
    near = Difference(0, 0x3C00, 0x3BFF, 1)
    assert exact_difference(FP16, near) == "-0.00048828125"
    assert first_field(FP16, near) is FieldKind.EXPONENT
    assert first_field(FP16, Difference(0, 1, 0x8001, 2)) is FieldKind.SIGN
    assert first_field(FP16, Difference(0, 0x3C00, 0x3C01, 1)) is FieldKind.FRACTION
    assert exact_difference(FP16, Difference(0, 0x3C00, 0x7C00, 1)) is None


def codes_of(data, fmt=FP32):
    return DumpCodes(Dump(data=data), DumpLayout(fmt))


@settings(max_examples=30)
@given(st.integers(0, 2**32 - 1), st.integers(1, 300), st.integers(0, 20))
def test_dumps_compared_block_by_block_are_as_if_at_once(seed, count, longer):
    drawn = np.random.default_rng(seed)
    expected = drawn.integers(0, 2**32, count, np.uint32)
    actual = np.append(expected, expected[:longer])
    changed = drawn.random(len(actual)) < 0.3
    actual[changed] ^= np.uint32(1 << drawn.integers(0, 32))
    reported = []
    with mock.patch("fpviz.data.blocks.BLOCK", 16):
        parts = compared_dumps(
            codes_of(expected.astype(">u4").tobytes()),
            codes_of(actual.astype(">u4").tobytes()),
            Ulps(4),
            7,
            reported.append,
        )
    assert parts == compared(FP32, expected, actual, Ulps(4), 7)
    assert reported == sorted(reported)
    assert len(reported) == -(-count // 16)


def test_dumps_of_two_formats_are_not_compared():
    with pytest.raises(ValueError, match="fp32 and fp16 are two formats"):
        compared_dumps(codes_of(b"1234"), codes_of(b"1234", FP16), Ulps(), 1)


def test_the_verdict_says_how_many_differ_and_how_long_the_dumps_are():
    a, b = np.array([1, 2, 3], np.uint16), np.array([1, 2, 5, 7], np.uint16)
    assert str(verdict(compared(FP16, a, b[:3], Ulps(2), 1), 1)) == "1 of 3 differ, 0 beyond 2 ulps"
    assert str(verdict(compared(FP16, a, b, Ulps(1), 1), 0)) == (
        "1 of 3 differ, 1 beyond 1 ulp; 3 elements are expected, and there are 4; "
        "the worst 0 are listed"
    )
