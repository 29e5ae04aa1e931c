"""Windows and axes: exact at every scale, reversible, bounded, and written as exact text."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.line.axis import AXES, FAR, Linear, Ordinal, SignedLog2, real_at, real_place
from fpviz.core.line.labels import labels, powers
from fpviz.core.line.view import View, around, fit, limits, neighbours, parse_view
from fpviz.core.numbers import Infinity, NaN, finite, power_of_two

FP16, FP64, FP128 = (find_format(name) for name in ("fp16", "fp64", "fp128"))
ALL = tuple(CATALOGUE)
LOG = SignedLog2(-26)
axes = pytest.mark.parametrize(
    "axis", [Linear(), LOG, SignedLog2(-16496), Ordinal(FP16), Ordinal(FP128)], ids=str
)


def windows() -> list[tuple[Fraction, Fraction]]:
    """Windows from the whole of binary128 to its smallest step, and one ulp in many places."""
    ulp, tiny, huge = power_of_two(-52), power_of_two(-16494), power_of_two(16384)
    return [
        (Fraction(-1), Fraction(1)),
        (Fraction(1), Fraction(2)),
        (Fraction(-3), Fraction(1000)),
        (1 - ulp, 1 + 2 * ulp),
        (-1 - ulp, -1 + ulp),
        (1 - power_of_two(-113), 1 + power_of_two(-112)),
        (-tiny, 3 * tiny),
        (7 * tiny, 9 * tiny),
        (-huge, huge),
        (huge - huge * power_of_two(-113), huge),
        (Fraction(1, 3), Fraction(2, 3)),
        (power_of_two(-26) * Fraction(9, 10), power_of_two(-26) * Fraction(11, 10)),
    ]


@axes
@pytest.mark.parametrize("window", windows())
def test_positions_and_values_are_inverse_and_ascending(axis, window):
    view = View(axis, *window)
    assert view.position(view.lo) == pytest.approx(0, abs=1e-9)
    assert view.position(view.hi) == pytest.approx(1, abs=1e-9)
    samples = [i / 64 for i in range(-32, 97)]
    values = [view.value(p) for p in samples]
    assert all(a < b for a, b in pairwise(values))
    for position, value in zip(samples, values, strict=True):
        assert view.position(value) == pytest.approx(position, abs=1e-6)


@axes
@pytest.mark.parametrize("window", windows())
def test_a_progression_stands_where_its_numbers_do(axis, window):
    view = View(axis, *window)
    first, step = view.lo + view.span / 7, view.span / 50
    expected = [view.position(first + k * step) for k in range(40)]
    assert view.scale.progression(first, step, 40) == pytest.approx(expected, abs=1e-9)


@axes
@pytest.mark.parametrize("window", windows())
def test_powers_stand_where_their_numbers_do(axis, window):
    view = View(axis, *window)
    for exponent in (-16494, -30, -26, -1, 0, 1, 5, 16383):
        for negative in (False, True):
            value = -power_of_two(exponent) if negative else power_of_two(exponent)
            expected = view.position(value)
            assert view.scale.power(exponent, negative) == pytest.approx(
                expected, abs=1e-9, rel=1e-9
            )


@pytest.mark.parametrize("name", ["fp4_e2m1", "fp6_e3m2", "fp8_e4m3fnuz", "fp8_e5m2", "e8m0"])
def test_on_an_ordinal_axis_all_values_are_equally_far_apart(name):
    fmt = find_format(name)
    codes = (code for code in range(1 << fmt.width) if is_finite_code(fmt, code))
    values = sorted({value_of(fmt, code) for code in codes})
    scale = Ordinal(fmt).over(values[0], values[-1])
    for place, value in enumerate(values):
        assert scale.position(value) == pytest.approx(place / (len(values) - 1), abs=1e-12)
        assert real_at(fmt, real_place(fmt, value)) == value
    for below, above in pairwise(values):
        middle = real_place(fmt, (below + above) / 2)
        assert middle == (real_place(fmt, below) + real_place(fmt, above)) / 2


@pytest.mark.parametrize("name", AXES)
@pytest.mark.parametrize("other", AXES)
@pytest.mark.parametrize("hold", ["1.12156456132", "-3", "6e-8", "60000"])
def test_another_axis_keeps_a_number_in_place(name, other, hold):
    formats, x = (FP16, FP64), Fraction(hold)
    within, axis = limits(formats), AXES[other](formats)
    for view in (
        fit(AXES[name](formats), formats),
        around(AXES[name](formats), finite(x), formats),
    ):
        changed = view.on(axis, within, x)
        assert changed.position(x) == pytest.approx(view.position(x), abs=1e-6)
        assert changed.axis == axis
    assert fit(axis, formats).on(axis, within, Fraction(10**400)) == fit(axis, formats)


def test_far_numbers_are_clamped():
    view = View(Linear(), Fraction(1), 1 + power_of_two(-16000))
    assert view.position(power_of_two(16000)) == FAR
    assert view.position(-power_of_two(16000)) == -FAR


def test_three_neighbours_of_one_in_fp64_are_rightly_spaced():
    ulp = power_of_two(-52)
    for axis in (Linear(), LOG):
        view = View(axis, 1 - ulp, 1 + 2 * ulp)
        left, one, right = (view.position(x) for x in (1 - ulp / 2, Fraction(1), 1 + ulp))
        assert one - left == pytest.approx(1 / 6, rel=1e-12)
        assert right - one == pytest.approx(1 / 3, rel=1e-12)


def test_binades_are_equally_long_and_mirrored_with_zero_in_the_middle():
    view = View(LOG, Fraction(-(2**17)), Fraction(2**17))
    edges = [view.position(power_of_two(e)) for e in range(-26, 18)]
    lengths = [b - a for a, b in pairwise(edges)]
    assert max(lengths) == pytest.approx(min(lengths), rel=1e-9)
    assert view.position(Fraction(0)) == pytest.approx(0.5)
    for x in (Fraction(3), Fraction(1, 10**9), Fraction(65504)):
        assert view.position(x) + view.position(-x) == pytest.approx(1)


def test_the_logarithm_joins_its_straight_piece_without_a_jump():
    view = View(LOG, -power_of_two(-24), power_of_two(-24))
    edge = power_of_two(-26)
    step = edge / 1000
    below, at, above = (view.position(edge + k * step) for k in (-1, 0, 1))
    assert at - below == pytest.approx(above - at, rel=2e-3)


@pytest.mark.parametrize("name", AXES)
@pytest.mark.parametrize("formats", [(FP16,), (FP64, FP16), ALL], ids=["fp16", "two", "all"])
def test_zooming_in_and_out_again_stays_inside_the_limits(name, formats):
    axis, within = AXES[name](formats), limits(formats)
    view = fit(axis, formats)
    for _ in range(400):
        view = view.zoomed(0.5, Fraction(1), within)
    assert view.contains(Fraction(1))
    assert view.span <= within.least_span(view.lo, view.hi) * 3 or name == "linear"
    for _ in range(40_000 if name == "linear" else 400):
        if view.lo == -within.reach and view.hi == within.reach:
            break
        view = view.zoomed(2.0**100, 0.3, within)
    assert (view.lo, view.hi) == (-within.reach, within.reach)


def test_a_zoom_holds_its_number_still():
    within, x = limits((FP64,)), Fraction("1.12156456132")
    view = View(Linear(), Fraction(0), Fraction(4))
    for _ in range(45):
        before = view.position(x)
        view = view.zoomed(0.5, x, within)
        assert view.position(x) == pytest.approx(before, abs=1e-12)
    assert view.span < Fraction(1, 10**12)


@given(st.floats(-0.5, 0.5), st.sampled_from(windows()[:6]))
def test_a_pan_moves_everything_by_the_same_length(by, window):
    view = View(Linear(), *window)
    panned = view.panned(by, limits((FP128,)))
    assert panned.span == pytest.approx(view.span, rel=1e-15)
    assert view.position(panned.lo) == pytest.approx(by, abs=1e-12)


def test_the_window_stops_at_the_ends_of_the_line():
    within = limits((FP16,))
    view = View(Linear(), Fraction(0), Fraction(1000))
    assert view.panned(1e9, within).hi == within.reach
    assert view.panned(-1e9, within).lo == -within.reach
    assert View(LOG, Fraction(1), Fraction(8)).panned(1e3, within).hi == within.reach


def test_around_a_number_its_neighbours_in_the_coarsest_format_are_in_view():
    bf16 = find_format("bf16")
    for text in ("1.12156456132", "1", "-3.7", "0", "1e-30", "-1e30", "6e-8"):
        x = Fraction(text)
        view = around(Linear(), finite(x), [bf16, FP64])
        assert view.contains(x)
        assert all(view.contains(y) for y in neighbours(bf16, x))
        assert view.span < 3 * (neighbours(bf16, x)[1] - neighbours(bf16, x)[0])


def test_a_format_that_the_number_overflows_has_no_say():
    view = around(Linear(), finite(Fraction(10**20)), [FP16, FP64])
    assert view.span < 10**6
    beyond = around(Linear(), finite(Fraction(70000)), [FP16])
    assert beyond.contains(Fraction(65504))
    assert beyond.contains(Fraction(70000))
    mirrored = around(Linear(), finite(Fraction(-70000)), [FP16])
    assert mirrored.contains(Fraction(-65504))


@pytest.mark.parametrize("number", [Infinity(False), NaN(), finite(0), finite(-1)])
def test_where_there_is_nothing_to_be_around_all_is_shown(number):
    e8m0 = find_format("e8m0")
    assert around(Linear(), number, [e8m0]) == fit(Linear(), [e8m0])


@pytest.mark.parametrize("name", ["fp8_e4m3fn", "fp6_e3m2", "e8m0", "fp8_e5m2fnuz"])
def test_neighbours_are_those_of_the_sorted_values(name):
    fmt = find_format(name)
    codes = (code for code in range(1 << fmt.width) if is_finite_code(fmt, code))
    values = sorted({value_of(fmt, code) for code in codes})
    for below, x, above in zip(values, values[1:], values[2:], strict=False):
        assert neighbours(fmt, x) == (below, above)
        assert neighbours(fmt, (x + above) / 2) == (x, above)


@axes
@pytest.mark.parametrize("window", windows())
def test_a_view_is_read_back_from_its_text(axis, window):
    view = View(axis, *window)
    assert parse_view(str(view)) == view


@pytest.mark.parametrize(
    "text",
    ["", "linear", "linear 1 2", "cubic 0x1p0 0x1p1", "linear 0x1p1 0x1p0", "linear 0x1p0 0x1p0",
     "ordinal(fp17) 0x1p0 0x1p1", "ordinal 0x1p0 0x1p1", "log2(9999999) 0x1p0 0x1p1",
     "linear 0x1p0 0x1p9999999", "linear 0x1p0 0x1p0/0x0", "log2(x) 0x1p0 0x1p1"],
)  # fmt: skip
def test_other_texts_are_refused_in_one_line(text):
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        parse_view(text)


@axes
@pytest.mark.parametrize("window", windows())
@pytest.mark.parametrize("at_most", [2, 5, 12])
def test_labels_are_true_distinct_and_ascending(axis, window, at_most):
    view = View(axis, *window)
    found = labels(view, at_most)
    texts = [label.text for label in found]
    assert len(set(texts)) == len(texts)
    assert len(found) <= 2 * at_most + 2
    assert all(a.value < b.value for a, b in pairwise(found))
    for label in found:
        assert view.contains(label.value)
        if label.text.isascii():
            assert Fraction(label.text) == label.value


def test_labels_on_a_logarithmic_axis_are_powers_of_two():
    view = View(LOG, Fraction(-(2**17)), Fraction(2**17))
    texts = [label.text for label in labels(view, 12)]
    assert "0" in texts
    assert {"2⁰", "-2⁰", "2¹⁶"} <= set(texts)


def test_decimals_are_as_short_as_tells_them_apart():
    view = View(Linear(), Fraction("1.117"), Fraction("1.127"))
    assert [label.text for label in labels(view, 5)] == ["1.118", "1.12", "1.122", "1.124", "1.126"]
    ulp = power_of_two(-52)
    deep = [label.text for label in labels(View(Linear(), 1 - ulp, 1 + ulp), 5)]
    assert "1" in deep
    assert all(len(text) <= 18 for text in deep)


def test_powers_are_thinned_to_what_there_is_room_for():
    view = fit(AXES["log2"]([FP128]), [FP128])
    found = powers(view, 100)
    assert 50 <= len(found.items) <= 100
    assert found.step == 1024
    assert all(p.exponent % 1024 == 0 for p in found.items)
    linear = powers(View(Linear(), Fraction(-8), Fraction(8)), 64)
    assert linear.step == 1
    assert {p.value for p in linear.items} >= {Fraction(k) for k in (-8, -4, -2, -1, 1, 2, 4, 8)}


def test_moving_to_another_number_keeps_the_look():
    within, x = limits((FP16, FP64)), Fraction(1)
    view = View(Linear(), x - Fraction(1, 8), x + Fraction(1, 4))
    doubled = view.moved(x, 2 * x, within)
    assert (doubled.lo, doubled.hi) == (2 * view.lo, 2 * view.hi)
    log = View(LOG, Fraction(1, 8), Fraction(8)).moved(x, Fraction(1024), within)
    assert float(log.lo) == pytest.approx(128)


def test_a_window_must_have_a_length():
    with pytest.raises(ValueError, match="window"):
        View(Linear(), Fraction(1), Fraction(1))


def test_a_window_follows_a_number_that_steps_aside_and_no_other():
    within, x = limits((FP16, FP64)), finite(Fraction(5, 4))
    view = View(Linear(), Fraction(1), Fraction(3, 2))
    aside = view.following(x, finite(Fraction(3, 2)), within)
    assert aside is not None
    assert aside.span == view.span
    assert aside.position(Fraction(3, 2)) == pytest.approx(0.5)
    for far in (finite(5), finite(Fraction(-5, 4)), finite(0), Infinity(False)):
        assert view.following(x, far, within) is None


@pytest.mark.parametrize("name", ["e19m1b524288fn", "e19m236b-524288", "e19m4b524288", "fp128"])
def test_the_windows_of_the_largest_formats_come_back(name):
    fmt = find_format(name)
    numbers = (finite(fmt.largest), finite(fmt.smallest), finite(fmt.min_normal))
    for axis in (Linear(), SignedLog2(fmt.emin), Ordinal(fmt)):
        for view in (fit(axis, [fmt]), *(around(axis, number, [fmt]) for number in numbers)):
            assert parse_view(str(view)) == view
