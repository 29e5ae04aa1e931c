"""Windows of a number line whose formats go: always a window, always within the new limits."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.line.axis import AXES, Ordinal
from fpviz.core.line.view import View, around, fit, limits, parse_view
from fpviz.core.numbers import finite

axes = st.sampled_from(sorted(AXES))
lanes = st.lists(st.sampled_from(CATALOGUE), min_size=1, max_size=4, unique=True)
numbers = st.builds(
    lambda digits, exponent, sign: sign * Fraction(digits) * Fraction(2) ** exponent,
    st.integers(0, 1 << 20),
    st.integers(-17000, 17000),
    st.sampled_from((1, -1)),
)


@st.composite
def views(draw):
    """A window on lanes that are there no more."""
    gone = draw(lanes)
    axis = AXES[draw(axes)](gone)
    return draw(st.sampled_from((fit(axis, gone), around(axis, finite(draw(numbers)), gone))))


@given(views(), axes, lanes, numbers, st.booleans())
def test_a_window_of_other_formats_becomes_one_of_these(view, new, here, x, held):
    within = limits(here)
    seen = view.on(AXES[new](here), within, x if held else None)
    assert -within.reach <= seen.lo < seen.hi <= within.reach
    assert seen.axis == AXES[new](here)
    assert parse_view(str(seen)) == seen


@given(axes, lanes, numbers, numbers)
def test_any_window_can_be_moved_into_the_limits(name, here, lo, length):
    length = abs(length) or Fraction(1)
    within = limits(here)
    seen = View(AXES["linear"](()), lo, lo + length).on(AXES[name](here), within, lo)
    assert -within.reach <= seen.lo < seen.hi <= within.reach


@pytest.mark.parametrize(
    ("value", "names", "shown"),
    [(464, "fp8_e4m3fn", 448), (464, "fp16 fp32 fp8_e4m3fn", 448), (-464, "fp8_e4m3fn", -448)],
)
def test_a_value_just_beyond_the_largest_is_seen_beside_it(value, names, shown):
    formats = tuple(map(find_format, names.split()))
    view = around(AXES["linear"](formats), finite(value), formats)
    assert view.contains(Fraction(shown))
    assert view.contains(Fraction(value))
    assert view.span < 100


def test_a_format_with_a_point_in_its_name_is_that_of_an_axis():
    view = View(Ordinal(find_format("q-3.10")), Fraction(-1), Fraction(1))
    assert parse_view(str(view)) == view
