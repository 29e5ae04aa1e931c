"""Ticks and counts against brute-force enumeration, and exact arithmetic at the extremes."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.formats import (
    CATALOGUE,
    NAMED_SPECIALS,
    Format,
    FormatError,
    Specials,
    binary_layout,
    custom,
    find_format,
)
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.formats.order import place_of_power
from fpviz.core.line.ticks import count, count_below, places, run, size, ticks
from fpviz.core.numbers import power_of_two
from tests.strides import strided

CUSTOM = [find_format(name) for name in ("e3m0fn", "e2m2fnuz", "ue3m0", "e4m3b30", "e5m2b-20")]
SMALL = [fmt for fmt in (*CATALOGUE, *CUSTOM) if fmt.width <= 8]
small = pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)


def all_values(fmt: Format) -> list[Fraction]:
    codes = (code for code in range(1 << fmt.width) if is_finite_code(fmt, code))
    return sorted({value_of(fmt, code) for code in codes})


def windows(values: list[Fraction]) -> list[tuple[Fraction, Fraction]]:
    """Windows whose ends lie on values, between them, and beyond both ends."""
    between = [(a + b) / 2 for a, b in pairwise(values)]
    beyond = [values[0] - 1, values[-1] + 1, values[0] * 1000 - 1, values[-1] * 1000]
    ends = sorted({*values[::7], *between[::5], *beyond, Fraction(0), values[0], values[-1]})
    return [(lo, hi) for i, lo in enumerate(ends) for hi in ends[i :: max(1, len(ends) // 9)]]


@strided(9)
@small
def test_every_value_in_a_window_and_no_other_is_a_tick(fmt, stride):
    values = all_values(fmt)
    for lo, hi in windows(values)[::stride]:
        expected = [v for v in values if lo <= v <= hi]
        found = ticks(fmt, lo, hi, 300)
        assert [tick.value for tick in found.ticks] == expected
        assert found.count == count(fmt, lo, hi) == len(expected)
        assert (found.every, found.powers_apart) == (1, 0)


@small
def test_a_tick_tells_its_code_and_whether_it_is_a_power_of_two(fmt):
    for tick in ticks(fmt, -fmt.largest, fmt.largest, 300).ticks:
        assert value_of(fmt, tick.code) == tick.value
        magnitude = abs(tick.value)
        n, d = magnitude.numerator, magnitude.denominator
        assert tick.is_power == (n > 0 and not n & (n - 1) and not d & (d - 1))


@strided(7)
@small
@pytest.mark.parametrize("at_most", [3, 5, 10, 40])
def test_thinned_ticks_are_few_and_evenly_chosen(fmt, at_most, stride):
    values = all_values(fmt)
    place = {value: i for i, value in enumerate(values)}
    for lo, hi in windows(values)[:: 3 * stride]:
        found = ticks(fmt, lo, hi, at_most)
        assert len(found.ticks) <= at_most
        assert found.count == sum(lo <= v <= hi for v in values)
        assert all(a.value < b.value for a, b in pairwise(found.ticks))
        if 0 in values and lo <= 0 <= hi:
            assert any(tick.value == 0 for tick in found.ticks)
        if found.powers_apart:
            assert all(tick.is_power or tick.value == 0 for tick in found.ticks)
        positive = [place[tick.value] for tick in found.ticks if tick.value > 0]
        assert {b - a for a, b in pairwise(positive)} <= {found.every}


@pytest.mark.parametrize("fmt", [*filter(binary_layout, SMALL)], ids=lambda fmt: fmt.name)
def test_runs_say_the_same_as_places(fmt):
    for exponent in range(fmt.emin, fmt.emax):
        first = place_of_power(fmt, exponent)
        inside = range(first, place_of_power(fmt, exponent + 1))
        values = run(fmt, inside)
        assert values.count == 1 << fmt.fraction_width
        assert values.start == power_of_two(exponent)
        if fmt.signed:
            mirrored = run(fmt, range(1 - inside.stop, 1 - first))
            assert mirrored.start + (values.count - 1) * mirrored.step == -values.start


def small_customs() -> list[Format]:
    """Every format of up to three bits of exponent and of fraction, at several biases."""
    widths = [(e, f) for e in (1, 2, 3) for f in range(4)]
    return [
        fmt
        for (e, f), bias, specials, signed in product(
            widths, (-2, -1, 0, 1, 3, 6), NAMED_SPECIALS, (True, False)
        )
        if (fmt := possible(e, f, bias, specials, signed)) is not None
    ]


def possible(e: int, f: int, bias: int, specials: Specials, signed: bool) -> Format | None:
    try:
        return custom(e, f, bias, specials, signed=signed)
    except FormatError:
        return None


@strided(5)
def test_both_ones_and_zero_stay_at_every_thinning_of_every_small_format(stride):
    formats = small_customs()
    assert {"e1m2fn", "e3m3b-2", "ue3m0b0"} <= {fmt.name for fmt in formats}
    for fmt in formats[::stride]:
        values = all_values(fmt)
        landmarks = {Fraction(-1), Fraction(0), Fraction(1)} & set(values)
        ends = sorted({values[0], *values[:: len(values) // 4 + 1], Fraction(-3), Fraction(2)})
        for lo, hi in combinations(sorted({*ends, values[-1] + 1}), 2):
            kept = {value for value in landmarks if lo <= value <= hi}
            for at_most in (3, 4, 6, 13):
                found = ticks(fmt, lo, hi, at_most)
                assert kept <= {tick.value for tick in found.ticks}, (fmt.name, lo, hi, at_most)
                assert len(found.ticks) <= at_most
                if found.powers_apart:
                    assert all(tick.is_power or not tick.value for tick in found.ticks)


def test_where_one_is_subnormal_it_stays_as_well():
    for name in ("e1m2fn", "e1m5finite"):
        found = ticks(find_format(name), Fraction(-3), Fraction(2), 4)
        assert {tick.value for tick in found.ticks} >= {-1, 0, 1}


@strided(5)
@small
def test_a_count_without_its_end_adds_up_along_the_line(fmt, stride):
    values = all_values(fmt)
    for lo, hi in windows(values)[:: 2 * stride]:
        assert count_below(fmt, lo, hi) == sum(lo <= value < hi for value in values)
        middle = (lo + hi) / 2
        parts = count_below(fmt, lo, middle) + count_below(fmt, middle, hi)
        assert parts == count_below(fmt, lo, hi)


def test_fewer_than_three_ticks_are_refused():
    with pytest.raises(ValueError, match="three"):
        ticks(find_format("fp16"), Fraction(0), Fraction(1), 2)


def test_around_one_in_fp64_the_spacing_changes():
    ulp = Fraction(1, 2**52)
    found = ticks(find_format("fp64"), 1 - ulp / 2, 1 + ulp, 10)
    assert [tick.value - 1 for tick in found.ticks] == [-ulp / 2, 0, ulp]
    assert [tick.is_power for tick in found.ticks] == [False, True, False]
    assert [tick.code for tick in found.ticks] == [
        0x3FEFFFFFFFFFFFFF,
        0x3FF0000000000000,
        0x3FF0000000000001,
    ]


def test_the_smallest_values_of_fp128():
    smallest = power_of_two(-16494)
    found = ticks(find_format("fp128"), Fraction(0), 5 * smallest, 10)
    assert [tick.value / smallest for tick in found.ticks] == [0, 1, 2, 3, 4, 5]
    assert [tick.is_power for tick in found.ticks] == [False, True, True, False, True, False]


def test_the_whole_line_of_fp128_is_counted_and_thinned_at_once():
    fp128, end = find_format("fp128"), power_of_two(16384)
    found = ticks(fp128, -end, end, 100)
    assert found.count == 2 * fp128.largest_code + 1
    assert found.powers_apart == 1024
    assert len(found.ticks) <= 100
    assert {tick.value for tick in found.ticks} >= {Fraction(-1), Fraction(0), Fraction(1)}


def test_counts_that_documents_quote():
    assert count(find_format("fp32"), Fraction(1), Fraction(2)) == 2**23 + 1
    assert count(find_format("fp16"), Fraction(-65504), Fraction(65504)) == 63487
    assert count(find_format("fp16"), Fraction(70000), Fraction(80000)) == 0
    assert count(find_format("e8m0"), Fraction(-1), Fraction(1)) == 128


@given(st.fractions(-70000, 70000), st.fractions(0, 1000))
def test_places_are_exactly_those_between_the_ends(lo, length):
    fmt, hi = find_format("fp16"), lo + length
    inside = places(fmt, lo, hi)
    if inside:
        first, last = (run(fmt, range(p, p + 1)).start for p in (inside[0], inside[-1]))
        assert lo <= first <= last <= hi
    for outside, beyond in ((inside.start - 1, "lo"), (inside.stop, "hi")):
        if abs(outside) <= fmt.largest_code:
            value = run(fmt, range(outside, outside + 1)).start
            assert value < lo if beyond == "lo" else value > hi


def test_sizes_of_ranges_beyond_64_bits():
    assert size(range(0)) == 0
    assert size(range(5, 3)) == 0
    assert size(range(0, 2**100, 3)) == -(-(2**100) // 3)
