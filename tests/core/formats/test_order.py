"""Order, neighbours and distances: consecutive codes are consecutive values."""

from __future__ import annotations

import doctest
import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.formats import Format, find_format, order
from fpviz.core.formats.decoding import decode, is_nan_code
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.formats.order import (
    code_at,
    first_ordinal,
    last_ordinal,
    next_down,
    next_up,
    ordinal,
    places_below,
    ulp,
    ulp_at,
)
from fpviz.core.numbers import Finite, Infinity
from tests.reference import CUSTOM_LAYOUTS
from tests.strides import strided

SMALL = [
    *(fmt for fmt in BINARY.formats if fmt.width <= 8),
    *(find_format(name) for name in CUSTOM_LAYOUTS),
]
LARGE = [fmt for fmt in BINARY.formats if fmt.width > 8]

by_small_format = pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)
by_any_format = pytest.mark.parametrize("fmt", [*SMALL, *LARGE], ids=lambda fmt: fmt.name)


def _places(fmt: Format) -> list[int]:
    """All places of a small format; for a large one those near its landmarks."""
    first, last = first_ordinal(fmt), last_ordinal(fmt)
    if fmt.width <= 8:
        return list(range(first, last + 1))
    landmarks = {0, fmt.min_normal_code, fmt.largest_code, fmt.largest_code // 3}
    near = {sign * mark + step for sign in (1, -1) for mark in landmarks for step in range(-3, 4)}
    return sorted(place for place in near if first <= place <= last)


def _extended_value(fmt: Format, code: int) -> Fraction | float:
    number = decode(fmt, code).number
    if isinstance(number, Infinity):
        return -math.inf if number.negative else math.inf
    assert isinstance(number, Finite)
    return number.value


@by_any_format
def test_values_rise_with_their_places(fmt: Format) -> None:
    places = _places(fmt)
    values = [_extended_value(fmt, code_at(fmt, place)) for place in places]
    assert all(lower < upper for lower, upper in pairwise(values))


@by_any_format
def test_place_and_code_are_inverse(fmt: Format) -> None:
    for place in _places(fmt):
        assert ordinal(fmt, code_at(fmt, place)) == place


@by_small_format
def test_every_code_has_its_place_or_is_nan(fmt: Format) -> None:
    for code in range(1 << fmt.width):
        if is_nan_code(fmt, code):
            with pytest.raises(ValueError, match="has no place in order"):
                ordinal(fmt, code)
        elif code == fmt.sign_mask and fmt.signed:
            assert ordinal(fmt, code) == 0  # -0 shares the place of +0
        else:
            assert code_at(fmt, ordinal(fmt, code)) == code


@by_any_format
def test_there_is_nothing_beyond_the_ends(fmt: Format) -> None:
    for place in (first_ordinal(fmt) - 1, last_ordinal(fmt) + 1):
        with pytest.raises(ValueError, match="has no value number"):
            code_at(fmt, place)
    assert next_up(fmt, code_at(fmt, last_ordinal(fmt))) is None
    assert next_down(fmt, code_at(fmt, first_ordinal(fmt))) is None


@by_any_format
def test_neighbours_are_one_place_apart_and_lead_back(fmt: Format) -> None:
    places = _places(fmt)
    for lower, upper in pairwise(places):
        if upper != lower + 1:
            continue
        up, down = next_up(fmt, code_at(fmt, lower)), next_down(fmt, code_at(fmt, upper))
        assert up is not None
        assert down is not None
        assert (ordinal(fmt, up), ordinal(fmt, down)) == (upper, lower)


@strided(3)
@by_small_format
def test_neighbours_are_the_nearest_values_among_all(fmt: Format, stride: int) -> None:
    codes = [code for code in range(1 << fmt.width) if not is_nan_code(fmt, code)]
    values = {code: _extended_value(fmt, code) for code in codes}
    for code in codes[::stride]:
        above = [v for v in values.values() if v > values[code]]
        below = [v for v in values.values() if v < values[code]]
        up, down = next_up(fmt, code), next_down(fmt, code)
        assert (None if up is None else values[up]) == min(above, default=None)
        assert (None if down is None else values[down]) == max(below, default=None)


@pytest.mark.parametrize(
    ("name", "code", "up", "down"),
    [
        ("fp16", 0x0000, 0x0001, 0x8001),
        ("fp16", 0x8000, 0x0001, 0x8001),
        ("fp16", 0x8001, 0x8000, 0x8002),  # IEEE 754-2019, 5.3.1: nextUp of it is -0
        ("fp16", 0x0001, 0x0002, 0x0000),
        ("fp16", 0x7BFF, 0x7C00, 0x7BFE),
        ("fp16", 0xFC00, 0xFBFF, None),
        ("fp16", 0x7C00, None, 0x7BFF),
        ("fp16", 0x7E00, None, None),
        ("fp8_e4m3fn", 0x7E, None, 0x7D),
        ("fp8_e4m3fnuz", 0x81, 0x00, 0x82),
        ("fp8_e4m3fnuz", 0x80, None, None),
        ("e8m0", 0x00, 0x01, None),
        ("e8m0", 0xFE, None, 0xFD),
    ],
)
def test_neighbours(name: str, code: int, up: int | None, down: int | None) -> None:
    fmt = find_format(name)
    assert (next_up(fmt, code), next_down(fmt, code)) == (up, down)


@by_any_format
def test_a_ulp_is_the_step_to_the_next_larger_magnitude(fmt: Format) -> None:
    for place in _places(fmt):
        if not fmt.smallest_code <= place <= fmt.largest_code:
            continue
        value = fmt.magnitude(place)
        step = fmt.magnitude(place + 1) - value
        assert ulp(fmt, place) == step
        assert ulp_at(fmt, value) == step
        assert ulp_at(fmt, value + step / 3) == step
        if fmt.signed:
            assert ulp(fmt, place | fmt.sign_mask) == step


@pytest.mark.parametrize(
    ("name", "code", "exponent"),
    [("fp16", 0, -24), ("fp16", 0x8000, -24), ("fp16", 0x3C00, -10), ("fp16", 0x3BFF, -11)],
)
def test_ulp(name: str, code: int, exponent: int) -> None:
    fmt = find_format(name)
    assert ulp(fmt, code) == Fraction(2) ** exponent


def test_a_ulp_is_numpys_spacing() -> None:
    fmt = find_format("fp64")
    for value in (1.0, 1.5, 0.1, 3e-320, 5e-324, 1e308, 0.0, math.nextafter(1, 0)):
        code = int(np.float64(value).view(np.uint64))
        assert ulp(fmt, code) == Fraction(float(np.spacing(value)))


def test_infinities_and_nans_have_no_ulp() -> None:
    fmt = find_format("fp16")
    assert ulp(fmt, 0x7C00) is None
    assert ulp(fmt, 0x7E00) is None


def test_a_ulp_is_defined_for_any_real() -> None:
    fmt = find_format("fp16")
    assert ulp_at(fmt, Fraction(0)) == Fraction(1, 2**24)
    assert ulp_at(fmt, Fraction(1, 2**40)) == Fraction(1, 2**24)
    assert ulp_at(fmt, Fraction(65536)) == 64


@by_any_format
def test_places_below_finds_the_lower_neighbour(fmt: Format) -> None:
    for place in _places(fmt):
        if not fmt.smallest_code <= place <= fmt.largest_code:
            continue
        low, high = fmt.magnitude(place), fmt.magnitude(place + 1)
        assert places_below(fmt, low) == place
        assert places_below(fmt, (low + 2 * high) / 3) == place
    nothing = 0 if fmt.has_zero else -1
    assert places_below(fmt, fmt.smallest / 2) == nothing
    assert places_below(fmt, fmt.largest * 1000) == fmt.largest_code


@given(st.fractions(min_value=0), st.sampled_from(BINARY.formats))
def test_places_below_any_number(number: Fraction, fmt: Format) -> None:
    place = places_below(fmt, number)
    assert place < 0 or fmt.magnitude(place) <= number
    if place < fmt.largest_code:
        assert fmt.magnitude(place + 1) > number


@given(st.integers(0, (1 << 128) - 1))
def test_stepping_up_and_down_in_binary128(code: int) -> None:
    fmt = find_format("fp128")
    if is_nan_code(fmt, code) or ordinal(fmt, code) in (last_ordinal(fmt), 0):
        return
    up = next_up(fmt, code)
    assert up is not None
    assert ordinal(fmt, up) == ordinal(fmt, code) + 1
    if up != fmt.sign_mask:
        assert next_down(fmt, up) == code


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(order).failed == 0
