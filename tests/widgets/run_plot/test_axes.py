"""The axes of the plot say true and round values."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from fpviz.widgets.run_plot.axes import (
    StepAxis,
    ValueAxis,
    apart,
    distinct_texts,
    powers_between,
    round_step,
    round_values,
    step_text,
    two_values_or_more,
)
from fpviz.widgets.run_plot.sampling import Frame, LogFrame, StepScale

rationals = st.fractions(min_value=-(10**30), max_value=10**30, max_denominator=10**30)


@given(rationals, st.fractions(min_value=Fraction(1, 10**40), max_value=10**30), st.integers(2, 12))
def test_round_values_lie_inside_and_are_not_too_many(low, span, at_most):
    values = round_values(low, low + span, at_most)
    assert len(values) <= at_most + 1
    assert all(low <= value <= low + span for value in values)
    assert len(set(distinct_texts(values))) == len(values)


@pytest.mark.parametrize(
    ("span", "at_most", "step"), [(10, 5, "2"), (10, 10, "1"), ("0.04", 9, "0.005"), (7, 1, "10")]
)
def test_steps_are_one_two_five(span, at_most, step):
    assert round_step(Fraction(span), at_most) == Fraction(step)


def test_values_very_close_together_are_told_apart():
    base = 1 + Fraction(1, 2**60)
    values = round_values(base, base + Fraction(1, 2**70), 5)
    texts = distinct_texts(values)
    assert len(set(texts)) == len(values) >= 2
    assert [Fraction(text) for text in texts] == values


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (0, "0"),
        (1500, "1\u202f500"),
        (10**9, "10⁹"),
        (2 * 10**11, "2×10¹¹"),
        (125 * 10**9, "1.25×10¹¹"),
        (123456789, "123\u202f456\u202f789"),
    ],
)
def test_steps_are_written_short(step, text):
    assert step_text(step) == text


def test_the_value_axis_labels_values_not_coordinates(qapp):
    axis = ValueAxis(lambda: Frame(Fraction(9, 8), Fraction(1, 32)))
    ((_, places),) = axis.tickValues(-0.1, 1.4, 200)
    texts = axis.tickStrings(places, 1, 1)
    assert texts == ["1.13", "1.14", "1.15", "1.16"]
    assert places == [float((Fraction(text) - Fraction(9, 8)) * 32) for text in texts]


def test_the_step_axis_has_whole_steps_alone(qapp):
    axis = StepAxis(StepScale)
    ((_, places),) = axis.tickValues(-0.4, 3.6, 600)
    assert places == [0, 1, 2, 3]
    ((_, places),) = axis.tickValues(-1e10, 1.01e12, 600)
    assert axis.tickStrings(places, 1, 1)[1] == "2×10¹¹"


def test_steps_on_a_logarithmic_scale_and_with_an_origin(qapp):
    scale = StepScale(log=True)
    axis = StepAxis(lambda: scale)
    ((_, places),) = axis.tickValues(-0.1, 12.1, 600)
    assert axis.tickStrings(places, 1, 1)[:4] == ["0", "1", "10", "100"]
    assert scale.step(scale.x(12345)) == pytest.approx(12345)
    axis = StepAxis(lambda: StepScale(first=-24))
    ((_, places),) = axis.tickValues(0, 64, 600)
    assert axis.tickStrings(places, 1, 1)[:3] == ["-20", "-10", "0"]
    assert places[2] == 24


def test_values_on_a_logarithmic_scale(qapp):
    frame = LogFrame()
    assert frame.coordinate(Fraction(1, 1 << 16494)) == -16494
    assert frame.value(-3.0) == Fraction(1, 8)
    assert frame.coordinate(Fraction(0)) != frame.coordinate(Fraction(0))
    axis = ValueAxis(lambda: frame)
    ((_, places),) = axis.tickValues(-3.2, 8.1, 240)
    assert axis.tickStrings(places, 1, 1) == ["2⁻²", "2⁰", "2²", "2⁴", "2⁶", "2⁸"]
    for low, high, at_most in ((-100, 100, 5), (-16494, 16384, 7), (0.5, 3.5, 9)):
        powers = powers_between(low, high, at_most)
        assert 1 <= len(powers) <= at_most + 1
        assert all(low <= k <= high for k in powers)


@given(st.lists(st.tuples(st.integers(-20, 420), st.integers(5, 80)), max_size=12))
def test_labels_of_steps_lie_in_view_side_by_side_and_the_last_is_there(labels):
    rects = sorted((QRectF(x, 0, width, 10) for x, width in labels), key=QRectF.left)
    places = apart(rects, 0, 400)
    assert all(rect.left() >= 0 and rect.right() <= 400 for _, rect in places)
    assert all(a.right() < b.left() for (_, a), (_, b) in pairwise(places))
    assert [number for number, _ in places[-1:]] == [n for n in (len(rects) - 1,) if n >= 0]


@pytest.mark.parametrize(
    ("low", "high", "at_most", "told"),
    [(-49, 48, 2, [-40, 40]), (-3, 3, 6, [-3, -2, -1, 0, 1, 2, 3]), (49, 51, 1, [49, 51])],
)
def test_a_scale_has_two_labels_at_least(low, high, at_most, told):
    assert two_values_or_more(Fraction(low), Fraction(high), at_most) == told


@given(rationals, st.fractions(Fraction(1, 10**40), 10**30), st.integers(1, 12))
def test_a_scale_never_has_one_label_alone(low, span, at_most):
    values = two_values_or_more(low, low + span, at_most)
    assert len(values) >= 2
    assert low <= values[0] < values[-1] <= low + span
