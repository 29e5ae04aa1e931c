"""Sorted elements against Python's own sort of exact numbers."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Infinity, NaN, floor_log2
from fpviz.core.phrase import Complaint
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.sorting import (
    BY_CODE,
    BY_EXPONENT,
    BY_VALUE,
    MOST_SORTED,
    by_error,
    sorted_indices,
)
from tests.data.scanning.reference import columns, dump_of, value

BEYOND = Fraction(10**9999)


def _size(fmt, code):
    """A value that Python sorts, -0 before +0; ``None`` of a NaN."""
    number = decode(fmt, code).number
    if isinstance(number, NaN):
        return None
    if isinstance(number, Infinity):
        return (-BEYOND if number.negative else BEYOND), 0
    return number.value, not number.negative


def _exponent(fmt, code):
    own = value(fmt, code)
    return None if own is None else floor_log2(abs(own)) if own else -(10**9)


def _sorted(keys, descending):
    known = [place for place, key in enumerate(keys) if key is not None]
    none = [place for place, key in enumerate(keys) if key is None]
    return sorted(known, key=lambda place: keys[place], reverse=descending) + none


@settings(max_examples=30, deadline=None)
@given(columns(), st.booleans())
def test_elements_are_in_order_and_no_numbers_last(column, descending):
    fmt, codes = column
    dump, layout = dump_of(fmt, codes), DumpLayout(fmt)
    for by, key in ((BY_VALUE, _size), (BY_EXPONENT, _exponent), (BY_CODE, lambda _, code: code)):
        right = _sorted([key(fmt, code) for code in codes], descending)
        assert sorted_indices(dump, layout, by, descending).tolist() == right


def test_the_worst_error_comes_first():
    fp32, codes = find_format("fp32"), [0x3F800000, 0x3F800800, 0x7FC00000, 0x3F801000, 0x7F000000]
    found = sorted_indices(
        dump_of(fp32, codes), DumpLayout(fp32), by_error(find_format("fp16")), True
    )
    assert found.tolist() == [4, 3, 1, 0, 2]


def test_more_than_can_be_sorted_is_refused():
    dump = Dump(bytes(MOST_SORTED + 1))
    with pytest.raises(Complaint, match="10000001 elements are too many to sort; at most 10000000"):
        sorted_indices(dump, DumpLayout(find_format("fp8_e5m2")))
    assert sorted_indices(Dump(b""), DumpLayout(find_format("fp16"))).dtype == np.int64
