"""A layout on the ground of another picture is the one that is made from nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont

from fpviz.core.arithmetic.rounding import Overflow, Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.line.axis import AXES
from fpviz.core.line.view import View
from fpviz.core.numbers import NaN, finite
from fpviz.widgets.number_line.layout.boxes import Fonts
from fpviz.widgets.number_line.layout.whole import arrange
from fpviz.widgets.number_line.picture import Lane, Picture

FORMATS = tuple(map(find_format, ("fp16", "fp8_e4m3fn", "e8m0", "fp32")))

numbers = st.one_of(
    st.fractions(Fraction(7, 8), Fraction(9, 4), max_denominator=4096).map(finite),
    st.sampled_from([finite(0), finite(-1), finite(70000), finite(Fraction(1, 10**9)), NaN()]),
)
views = st.sampled_from(
    [
        View(AXES[axis](FORMATS), Fraction(lo), Fraction(hi))
        for axis in AXES
        for lo, hi in ((1, 2), (-3, 5), (-70000, 70000))
    ]
)


def picture(number, view: View, formats, update, overflow: Overflow) -> Picture:
    rules = Rules(overflow=overflow)
    lanes = tuple(Lane(fmt, encode(fmt, number, rules).code) for fmt in formats)
    return Picture(number, lanes, rules, update=update, view=view)


pictures = st.builds(
    picture,
    numbers,
    views,
    st.sampled_from([FORMATS, FORMATS[:1], FORMATS[::-1]]),
    st.sampled_from([None, Fraction(1, 1000), Fraction(-1, 3), Fraction(1, 10**9)]),
    st.sampled_from([Overflow.IEEE, Overflow.SATURATE]),
)
sizes = st.sampled_from([QSizeF(900, 400), QSizeF(900, 130), QSizeF(400, 250)])


@pytest.fixture(scope="module")
def fonts(qapp) -> Fonts:
    return Fonts.of(QFont())


@given(st.lists(st.tuples(pictures, sizes), min_size=2, max_size=5))
def test_the_ground_of_any_layout_before_changes_nothing(fonts, shown):
    last = None
    for each, size in shown:
        last = arrange(each, size, fonts, last)
        assert last == arrange(each, size, fonts)


def test_a_number_that_moves_has_the_same_ground(fonts):
    view = View(AXES["linear"](FORMATS), Fraction(1), Fraction(2))
    before = picture(finite(Fraction(5, 4)), view, FORMATS, None, Overflow.IEEE)
    first = arrange(before, QSizeF(900, 400), fonts)
    number = finite(Fraction(11, 8))
    lanes = tuple(Lane(fmt, encode(fmt, number).code) for fmt in FORMATS)
    second = arrange(replace(before, number=number, lanes=lanes), first.size, fonts, first)
    assert [box.marks for box in second.lanes] == [box.marks for box in first.lanes]
    assert all(a.xs is b.xs for a, b in zip(second.lanes, first.lanes, strict=True))
    assert second.value_x != first.value_x
