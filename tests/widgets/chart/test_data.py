"""What a chart shows, without a window."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.data.charting.measures import ExponentMeasure, Odd, ValueMeasure
from fpviz.data.charting.thinning import Drawing, OddRun, thinned
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.widgets.chart.data import (
    ElementChart,
    frame_of_exponents,
    frame_of_values,
    nearest_run,
    spliced,
)

FP16 = find_format("fp16")


def bins_of(codes, measure, places=None):
    layout = DumpLayout(FP16)
    dump = Dump(layout.packed(np.array(codes, np.uint16)))
    return thinned(dump, layout, Drawing(measure), places or range(len(codes)))


def chart_of(codes, measure, frame_of):
    bins = bins_of(codes, measure)
    return ElementChart(FP16, len(codes), bins, frame_of(bins))


def test_heights_of_values_have_coordinates_of_about_one():
    chart = chart_of([0x3C00, 0x4400, 0x7C00], ValueMeasure(FP16), frame_of_values)
    assert chart.heights(0, 2) == (0.0, 1.5)
    assert chart.frame.value(1.5) == 4
    assert chart.heights(0, 0) == (-1.0, 1.0)


def test_without_any_height_there_is_a_frame_all_the_same():
    chart = chart_of([0x7E00], ValueMeasure(FP16), frame_of_values)
    assert chart.heights(0, 0) == (0.0, 1.0)


def test_the_row_of_zeros_lies_below_all_exponents():
    chart = chart_of([0x3C00, 0x0001, 0x0000], ExponentMeasure(FP16), frame_of_exponents)
    assert chart.heights(0, 2) == (-26.0, 0.0)
    assert chart.heights(0, 1) == (-24.0, 0.0)
    assert chart.frame.value(3.0) == Fraction(3)


def test_finer_bins_take_the_place_of_those_of_the_whole():
    codes = np.arange(10_000, dtype=np.uint16)
    whole = bins_of(codes, ValueMeasure(FP16))
    fine = bins_of(codes, ValueMeasure(FP16), range(2500, 3500))
    every = spliced(whole, fine)
    chart = ElementChart(FP16, len(codes), every, frame_of_values(whole))
    assert len(chart.bin_at(100).places) == 5
    assert chart.bin_at(3000).places == range(3000, 3001)
    assert chart.bin_at(10_000) is None
    assert [place for each in every for place in each.places] == list(range(10_000))


@pytest.mark.parametrize(("place", "found"), [(4, None), (6, 10), (12, 10), (33, 30), (37, None)])
def test_a_bar_is_meant_near_it(place, found):
    runs = [OddRun(Odd.NAN, 2, 10, 12), OddRun(Odd.INFINITE, 1, 30, 30)]
    run = nearest_run(runs, place, 5)
    assert (run and run.first) == found
