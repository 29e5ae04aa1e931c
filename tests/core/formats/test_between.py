"""The first and the last value between two numbers, against all values of short formats."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.formats.between import first_from, last_up_to
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import first_ordinal, last_ordinal, ordinal
from fpviz.core.numbers import Infinity, finite

NAMES = ("fp8_e4m3fn", "fp4_e2m1", "e8m0", "posit8", "int8", "uint8", "hif8", "fp8_e5m2")


def _size(number):
    if isinstance(number, Infinity):
        return Fraction(-(10**99) if number.negative else 10**99)
    return number.value


@cache
def _places(name):
    """All values with their ordinals."""
    fmt = find_format(name)
    codes = (code for code in range(1 << fmt.width) if not fmt.is_nan(code))
    return {ordinal(fmt, code): decode(fmt, code).number for code in codes}


@settings(max_examples=40)
@given(st.sampled_from(NAMES), st.fractions(-500, 500), st.booleans(), st.data())
def test_no_value_lies_between_a_number_and_its_neighbours(name, value, is_one, data):
    fmt, places = find_format(name), _places(name)
    number = data.draw(st.sampled_from(list(places.values()))) if is_one else finite(value)
    above = [place for place, each in places.items() if _size(each) >= _size(number)]
    below = [place for place, each in places.items() if _size(each) <= _size(number)]
    assert first_from(fmt, number) == min(above, default=last_ordinal(fmt) + 1)
    assert last_up_to(fmt, number) == max(below, default=first_ordinal(fmt) - 1)


@pytest.mark.parametrize("name", NAMES)
def test_infinities_lie_beyond_all(name):
    fmt, up, down = find_format(name), Infinity(False), Infinity(True)
    ends = first_ordinal(fmt), last_ordinal(fmt)
    assert (first_from(fmt, down), last_up_to(fmt, up)) == ends
    outside = not fmt.has_infinity
    assert (last_up_to(fmt, down), first_from(fmt, up)) == (ends[0] - outside, ends[1] + outside)
