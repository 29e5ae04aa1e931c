"""Distances of codes against numpy's own steps, and what is told of them."""

from __future__ import annotations

import numpy as np

from fpviz.core.formats import FieldKind, find_format
from fpviz.data.close_rules import find_rule
from fpviz.data.comparing import (
    Difference,
    compared,
    exact_difference,
    first_field,
    ranges_of,
)
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
