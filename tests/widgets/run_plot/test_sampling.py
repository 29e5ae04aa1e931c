"""Which points of a curve are drawn."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.widgets.look.theme import CurveLook
from fpviz.widgets.run_plot.data import PlotCurve
from fpviz.widgets.run_plot.labels import spread
from fpviz.widgets.run_plot.sampling import Frame, frame_of, sample


def bent(*corners):
    """A curve through corners (step, value), straight between them and flat after the last."""

    def at(step):
        for (a, x), (b, y) in itertools.pairwise(corners):
            if a <= step <= b:
                return x + Fraction(y - x) * (step - a) / (b - a)
        return Fraction(corners[-1][1])

    def bends(first, last):
        return [step for step, _ in corners if first <= step <= last]

    return PlotCurve("c", "curve", str, CurveLook(None), at, bends)


def interpolated(samples, step):
    for (a, x), (b, y) in zip(
        zip(samples.steps, samples.values, strict=True),
        zip(samples.steps[1:], samples.values[1:], strict=True),
        strict=False,
    ):
        if a <= step <= b:
            return x + (y - x) * Fraction(step - a, b - a)
    raise AssertionError(step)


CURVE = bent((0, 0), (7, 70), (10**9, 71), (10**12, 0))


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(0, 10**12))
def test_a_few_points_are_the_curve_itself(a, b, c):
    first, middle, last = sorted((a, b, c))
    if first == last:
        return
    samples = sample(CURVE, first, last, 100)
    assert len(samples.steps) <= 101
    assert not samples.thinned
    assert interpolated(samples, middle) == CURVE.at(middle)


def test_a_short_window_has_every_step():
    assert sample(CURVE, 3, 40, 100).steps == tuple(range(3, 41))


def test_thinning_is_said():
    corners = [(step, step % 2) for step in range(3000)]
    samples = sample(bent(*corners), 0, 2999, 100)
    assert samples.thinned
    assert len(samples.steps) <= 101
    assert (samples.steps[0], samples.steps[-1]) == (0, 2999)


@pytest.mark.parametrize("exponent", [-16400, -1074, -300, 0, 300, 1023, 16383])
def test_the_plot_never_sees_large_or_tiny_coordinates(exponent):
    unit = Fraction(2) ** exponent
    curve = bent((0, unit), (100, 3 * unit))
    frame = frame_of([curve], 100)
    heights = [frame.coordinate(curve.at(step)) for step in range(101)]
    assert max(map(abs, heights)) <= 4
    assert max(heights) - min(heights) >= 0.5
    assert frame.value(heights[0]) == curve.at(0)


def test_a_tiny_climb_on_a_large_value_is_seen():
    curve = bent((0, Fraction(1)), (100, 1 + Fraction(1, 2**60)))
    frame = frame_of([curve], 100)
    assert frame.coordinate(curve.at(100)) == 1.0


def test_a_flat_curve_has_a_frame():
    for value in (Fraction(0), Fraction(5), Fraction(-1, 3)):
        frame = frame_of([bent((0, value), (1, value))], 10)
        assert frame.scale > 0
        assert frame.coordinate(value) == 0
    empty = PlotCurve("n", "", str, CurveLook(None), lambda _: None, lambda *_: [])
    assert frame_of([empty], 10) == Frame(Fraction(0), Fraction(1))


@given(st.lists(st.floats(-50, 400), max_size=9), st.floats(60, 400))
def test_labels_stay_apart_and_in_order(wanted, high):
    height = 20.0
    tops = spread(wanted, height, 0, high)
    step = min(height, high / max(1, len(wanted)))
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    for above, below in itertools.pairwise(order):
        assert tops[below] - tops[above] >= step - 1e-6
    assert all(-1e-6 <= top <= high - step + 1e-6 for top in tops)


def test_labels_with_room_stand_where_they_want():
    assert spread([10, 100, 200], 20, 0, 300) == [10, 100, 200]
