"""Thinned elements against every single one of them."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, Infinity
from fpviz.data.blocks import BLOCK
from fpviz.data.charting.measures import ErrorMeasure, ExponentMeasure, Odd, ValueMeasure
from fpviz.data.charting.thinning import (
    MOST_BINS,
    Drawing,
    bin_size,
    line_through,
    runs_of_odd,
    thinned,
)
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.scanning.predicates import find_predicate
from fpviz.data.scanning.search import matches

FORMATS = ("fp16", "fp32", "fp64", "fp128", "fp8_e4m3fn", "int64", "posit16", "int8")
FP16, FP32 = find_format("fp16"), find_format("fp32")


def dump_of(fmt, codes):
    layout = DumpLayout(fmt)
    return Dump(layout.packed(np.array(codes, code_dtype(fmt)))), layout


def height(measure, code):
    """The height of a code, or why it has none, by its number alone."""
    number = decode(measure.fmt, code).number
    if isinstance(number, Infinity):
        return Odd.MINUS_INFINITE if number.negative else Odd.INFINITE
    if not isinstance(number, Finite):
        return Odd.NAN
    value = number.value
    match measure:
        case ValueMeasure():
            return value
        case ExponentMeasure():
            return exponent(abs(value)) if value else Odd.ZERO
    into = encode(measure.other, number).code
    if not measure.other.is_finite(into):
        return Odd.LOST
    off = decode(measure.other, into).number.value - value
    return off / (ulp(measure.other, into) or 1)


def exponent(magnitude):
    """floor(log2) of a fraction, by the lengths of its parts."""
    found = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    return found - (Fraction(2) ** found > magnitude)


def by_hand(measure, codes, size):
    """(least, greatest, tallies) of each bin, element by element."""
    for start in range(0, len(codes), size):
        heights = {
            i: height(measure, codes[i]) for i in range(start, min(start + size, len(codes)))
        }
        known = {i: h for i, h in heights.items() if not isinstance(h, Odd)}
        least = min(known, key=known.__getitem__, default=None)
        greatest = max(known, key=known.__getitem__, default=None)
        odd = Counter(h for h in heights.values() if isinstance(h, Odd))
        firsts = {kind: next(i for i, h in heights.items() if h is kind) for kind in odd}
        yield (
            least if least is None else (least, known[least]),
            greatest if greatest is None else (greatest, known[greatest]),
            [(kind, odd[kind], firsts[kind]) for kind in sorted(odd)],
        )


def told(bins):
    for each in bins:
        ends = [spot and (spot.place, spot.height) for spot in (each.least, each.greatest)]
        yield (*ends, [(tally.kind, tally.count, tally.first) for tally in each.odd])


@pytest.fixture
def small_bins(monkeypatch):
    monkeypatch.setattr("fpviz.data.charting.thinning.MOST_BINS", 5)
    monkeypatch.setattr("fpviz.data.blocks.BLOCK", 7)  # so that bins lie in several blocks


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", [ValueMeasure, ExponentMeasure, ErrorMeasure])
def test_bins_say_what_every_element_says(name, kind, small_bins):
    fmt = find_format(name)
    measure = kind(fmt, find_format("fp8_e5m2")) if kind is ErrorMeasure else kind(fmt)

    @settings(max_examples=15)
    @given(st.lists(st.integers(0, (1 << fmt.width) - 1), min_size=1, max_size=60))
    def holds(codes):
        dump, layout = dump_of(fmt, codes)
        places = range(len(codes))
        found = thinned(dump, layout, Drawing(measure), places)
        assert list(told(found)) == list(by_hand(measure, codes, bin_size(places)))

    holds()


def test_what_is_odd_among_a_million_is_never_missed():
    codes = np.full(1_000_000, 0x3C00, np.uint16)
    codes[[123_456, 123_457]] = 0x7E00
    codes[777_777], codes[5], codes[999_999] = 0xFC00, 0xC000, 0x4000
    dump, layout = dump_of(FP16, codes)
    bins = thinned(dump, layout, Drawing(ValueMeasure(FP16)), range(len(codes)))
    assert MOST_BINS / 2 < len(bins) <= MOST_BINS
    assert [(run.kind, run.count, run.first) for run in runs_of_odd(bins)] == [
        (Odd.NAN, 2, 123_456),
        (Odd.MINUS_INFINITE, 1, 777_777),
    ]
    heights = {spot.place: spot.height for each in bins for spot in each.spots}
    assert (heights[5], heights[999_999]) == (-2, 2)
    assert set(heights.values()) == {-2, 1, 2}


def test_a_part_has_the_bins_of_the_whole_that_lie_in_it():
    codes = np.arange(3 * MOST_BINS, dtype=np.uint16)
    dump, layout = dump_of(FP16, codes)
    measure = ValueMeasure(FP16)
    whole = thinned(dump, layout, Drawing(measure), range(3 * MOST_BINS))
    part = thinned(dump, layout, Drawing(measure), range(10, 2 * MOST_BINS + 5))
    assert {len(each.places) for each in whole} == {3}
    assert {len(each.places) for each in part} == {2}
    assert part[0].places.start == 10
    alike = thinned(dump, layout, Drawing(measure), range(100, 2 * MOST_BINS + 201))
    assert set(alike[1:-1]) <= set(whole)


def test_elements_of_a_bin_that_are_all_odd_leave_a_gap_in_the_line():
    dump, layout = dump_of(FP16, [0x3C00, 0x7E00, 0x7E01, 0x4000])
    bins = thinned(dump, layout, Drawing(ValueMeasure(FP16)), range(4))
    assert [spot.height for spot in line_through(bins)] == [1, None, None, 2]
    assert [(run.count, run.first, run.last) for run in runs_of_odd(bins)] == [(2, 1, 2)]


def test_neighbours_in_two_kinds_are_two_runs():
    dump, layout = dump_of(FP16, [0x7E00, 0x7C00, 0x7E00])
    bins = thinned(dump, layout, Drawing(ValueMeasure(FP16)), range(3))
    assert [(run.kind, run.first) for run in runs_of_odd(bins)] == [
        (Odd.NAN, 0),
        (Odd.INFINITE, 1),
        (Odd.NAN, 2),
    ]


def test_heights_are_exact_far_beyond_float64():
    fmt = find_format("fp128")
    largest, codes = fmt.largest_code, []
    codes = [largest, largest - 1, 1]
    dump, layout = dump_of(fmt, codes)
    bins = thinned(dump, layout, Drawing(ValueMeasure(fmt)), range(3))
    heights = [spot.height for spot in line_through(bins)]
    assert heights[0] - heights[1] == Fraction(2) ** (16383 - 112)
    assert heights[2] == Fraction(1, 2 ** (16382 + 112))


@pytest.mark.parametrize("asked", [("range", 2, 3), ("step", 1), ("nan",)])
def test_each_bin_marks_the_first_that_fulfils_a_predicate(asked, small_bins):
    numbers = [Finite(False, Fraction(each)) for each in asked[1:]]
    predicate = find_predicate(asked[0], *numbers)
    codes = [0x3C00, 0x4100, 0x3C00, 0x7E00, 0x4000, 0x4200, 0x3C00, 0x4500, 0x7E01, 0x4100] * 3
    dump, layout = dump_of(FP16, codes)
    places = range(len(codes))
    bins = thinned(dump, layout, Drawing(ValueMeasure(FP16), predicate), places)
    every = set(matches(dump, layout, predicate).indices.tolist())
    for each in bins:
        first = min(every & set(each.places), default=None)
        assert (each.marked.place if each.marked else None) == first
    heights = {each.marked.height for each in bins if each.marked}
    assert heights == {None} if asked == ("nan",) else None not in heights


def test_progress_is_told_and_can_end_it():
    dump, layout = dump_of(FP16, np.zeros(3 * BLOCK, np.uint16))
    shares = []
    thinned(dump, layout, Drawing(ValueMeasure(FP16)), range(3 * BLOCK), report=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
