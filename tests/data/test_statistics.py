"""Statistics against exact numbers, one after another."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import NumberClass, find_format
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.statistics import FEW, Statistics, statistics, statistics_of
from tests.data.scanning.reference import array_of, columns, dump_of, value


@settings(max_examples=30, deadline=None)
@given(columns())
def test_classes_ends_mean_and_codes(column):
    fmt, codes = column
    found = statistics(dump_of(fmt, codes), DumpLayout(fmt), [range(len(codes))])
    values = [value(fmt, code) for code in codes if value(fmt, code) is not None]
    assert found.classes == Counter(fmt.number_class(code) for code in codes)
    assert (found.count, found.finite) == (len(codes), len(values))
    assert found.mean == (sum(values, Fraction(0)) / len(values) if values else None)
    if values:
        assert (value(fmt, found.least), value(fmt, found.greatest)) == (min(values), max(values))
    else:
        assert found.least is found.greatest is None
    different = frozenset(codes)
    assert found.distinct == (different if len(different) <= FEW else None)


@settings(max_examples=20, deadline=None)
@given(columns(), st.data())
def test_parts_add_in_any_order(column, data):
    fmt, codes = column
    cut = data.draw(st.integers(0, len(codes)))
    parts = [statistics_of(fmt, array_of(fmt, p)) for p in (codes[:cut], codes[cut:]) if p]
    whole = statistics_of(fmt, array_of(fmt, codes))
    for order in (parts, parts[::-1]):
        assert _merged(sum(order, Statistics(fmt))) == _merged(whole)


def _merged(found):
    """Of a cohort either code may stand."""
    ends = [
        None if code is None else value(found.fmt, code) for code in (found.least, found.greatest)
    ]
    return found.classes, ends, found.total, found.distinct


def test_sums_of_float64_lose_nothing():
    fp64 = find_format("fp64")
    values = np.array([1e308, 1.0, -1e308, 5e-324, 0.1] * 3000)
    found = statistics(Dump(values.tobytes()), DumpLayout(fp64, Order.DCBA), [range(15000)])
    assert found.total == 3000 * (1 + Fraction(5e-324) + Fraction(0.1))


def test_of_long_integers_the_sum_is_exact():
    for name, code, value_ in (
        ("int64", 1 << 63, -(1 << 63)),
        ("uint64", (1 << 64) - 1, 2**64 - 1),
    ):
        found = statistics_of(find_format(name), np.full(70000, code, np.uint64))
        assert (found.total, found.mean) == (70000 * value_, value_)
        assert found.distinct == {code}


def test_ranges_are_those_that_are_there():
    fmt = find_format("fp16")
    dump = Dump(np.arange(3000, dtype=">u2").tobytes())
    shares: list[float] = []
    wanted = [range(5, 7), range(2990, 4000)]
    found = statistics(dump, DumpLayout(fmt), wanted, shares.append)
    assert (found.least, found.greatest, found.count) == (5, 2999, 12)
    assert found.classes == Counter({NumberClass.SUBNORMAL: 2, NumberClass.NORMAL: 10})
    assert shares == [2 / 12, 1.0]
