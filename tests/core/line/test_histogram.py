"""Samples by binade and by zone, against counting one by one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.line.histogram import Bar, Overlay, fates, sample
from fpviz.core.line.zones import Interval
from fpviz.core.numbers import finite, power_of_two
from fpviz.core.phrase import phrase

VALUES = [0.0, 1.0, 1.5, -2.0, -3.999, 2.0**-25, 2.0**-26, 65504.0, 65520.0, -7e4, 5e-324, 3e300]
FP16 = find_format("fp16")
TITLE = phrase("numbers")


def test_bars_count_binades_of_either_sign():
    found = sample(TITLE, [1.0, 1.5, 1.999, 2.0, -0.75, 0.0])
    assert found.bars == (Bar(True, -1, 1), Bar(False, 0, 3), Bar(False, 1, 1))
    assert Overlay(found, 4).bars[0] == Bar(True, 3, 1)
    assert Overlay(found, 4).tallest == 3
    assert Overlay(sample(TITLE, []), 2).tallest == 0


@pytest.mark.parametrize("closed", [(True, True), (True, False), (False, True), (False, False)])
@pytest.mark.parametrize("ends", [(None, Fraction(1)), (Fraction(1), None), (1, 65520), (-2, -2)])
def test_an_interval_is_counted_with_its_ends(ends, closed):
    lo, hi = (None if end is None else Fraction(end) for end in ends)
    interval = Interval(lo, closed[0], hi, closed[1])
    expected = sum(interval.contains(Fraction(x)) for x in VALUES)
    if not interval.is_empty:
        assert sample(TITLE, VALUES).count_in(interval) == expected


@pytest.mark.parametrize("rules", [Rules(), Rules(flush=True), Rules(Rounding.UPWARD)], ids=str)
@pytest.mark.parametrize("scale", [0, -3, 5, 20])
def test_fates_are_those_of_rounding_each_number(rules, scale):
    codes = [
        encode(FP16, finite(Fraction(x) * power_of_two(scale)), rules).code & 0x7FFF for x in VALUES
    ]
    found = fates(Overlay(sample(TITLE, VALUES), scale), FP16, rules)
    assert found.to_zero == codes.count(0)
    beyond = [x for x in VALUES if abs(Fraction(x) * power_of_two(scale)) > 65519]
    if rules.rounding is Rounding.TIES_TO_EVEN:
        assert found.overflow == codes.count(0x7C00) == len(beyond)
