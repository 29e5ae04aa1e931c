"""Predicates of whole arrays, each against what an exact number says of itself."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from statistics import median_low

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import NumberClass, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, Infinity, NaN, finite, floor_log2
from fpviz.core.phrase import Complaint
from fpviz.data.scanning.predicates import PREDICATES, find_predicate
from tests.data.scanning.reference import array_of, columns, value

FP32, E4M3, POSIT16 = map(find_format, ("fp32", "fp8_e4m3fn", "posit16"))
scan = settings(max_examples=25, deadline=None)


def found(predicate, fmt, codes):
    return predicate.kernel(fmt)(array_of(fmt, codes), 0).tolist()


@scan
@given(columns())
def test_classes_signs_and_integers(column):
    fmt, codes = column
    decoded = [decode(fmt, code) for code in codes]
    for kind in NumberClass:
        key = kind.value
        assert found(find_predicate(key), fmt, codes) == [d.number_class is kind for d in decoded]
    signs = [d.negative and not isinstance(d.number, NaN) for d in decoded]
    assert found(find_predicate("negative"), fmt, codes) == signs
    values = [value(fmt, code) for code in codes]
    assert found(find_predicate("integer"), fmt, codes) == [
        v is not None and v.denominator == 1 for v in values
    ]


@scan
@given(columns(), st.data())
def test_ranges_and_equality(column, data):
    fmt, codes = column
    numbers = [d for d in (decode(fmt, code).number for code in codes) if not isinstance(d, NaN)]
    between = st.fractions(-70000, 70000).map(finite)
    ends = st.one_of(between, st.sampled_from(numbers)) if numbers else between
    low, high = data.draw(ends), data.draw(ends)
    assert found(find_predicate("range", low, high), fmt, codes) == [
        _order(low) <= _order(number) <= _order(high)
        for number in (decode(fmt, code).number for code in codes)
    ]
    for number in numbers[:3]:
        equal = [_order(decode(fmt, code).number) == _order(number) for code in codes]
        assert found(find_predicate("equal", number), fmt, codes) == equal
    assert found(find_predicate("code", codes[0]), fmt, codes) == [c == codes[0] for c in codes]


def _order(number):
    """Numbers as Python compares them; a NaN equals and orders nothing."""
    match number:
        case Infinity(negative):
            return Fraction(-(10**9999) if negative else 10**9999)
        case Finite():
            return number.value
    return float("nan")


@scan
@given(columns(), st.data())
def test_steps_are_those_of_exact_differences(column, data):
    fmt, codes = column
    numbers = [decode(fmt, code).number for code in codes]
    pairs = list(pairwise(numbers))
    apart = [_apart(a, b) for a, b in pairs]
    known = [d for d in apart if d is not None]
    limit = data.draw(st.sampled_from(known) if known else st.just(Fraction(1)))
    limit += data.draw(st.sampled_from((0, Fraction(1, 10**40), -limit / 10**20)))
    limit = min(limit, Fraction(10**5000))
    right = [False, *(d is not None and d > limit for d in apart)]
    assert found(find_predicate("step", finite(limit)), fmt, codes) == right


def _apart(a, b):
    if isinstance(a, NaN) or isinstance(b, NaN) or a == b:
        return None
    if isinstance(a, Infinity) or isinstance(b, Infinity):
        return Fraction(10**9999)
    return abs(a.value - b.value)


@scan
@given(columns(most=90), st.sampled_from((1, 4, 16)))
def test_anomalies_are_far_from_the_median_of_those_before(column, binades):
    fmt, codes = column
    values = [value(fmt, code) for code in codes]
    right = []
    for place, own in enumerate(values):
        before = [floor_log2(abs(v)) for v in values[max(place - 64, 0) : place] if v]
        jump = own and len(before) >= 4 and abs(floor_log2(abs(own)) - median_low(before)) > binades
        right.append(own is None or bool(jump))
    assert found(find_predicate("anomaly", binades), fmt, codes) == right


def test_numbers_are_meant_as_the_format_has_them():
    tenth = finite(Fraction(1, 10))
    assert found(find_predicate("equal", tenth), FP32, [0x3DCCCCCD, 0x3DCCCCCC]) == [True, False]
    many = finite(10**9)
    assert found(find_predicate("equal", many), E4M3, [0x7E]) == [False]
    tiny = finite(Fraction(1, 10**30))
    assert found(find_predicate("equal", tiny), E4M3, [0, 1]) == [False, False]
    assert found(find_predicate("equal", Infinity(False)), E4M3, [0x7E, 0x7F]) == [False, False]
    assert found(find_predicate("equal", finite(0)), FP32, [0, 1 << 31, 1]) == [True, True, False]


def test_all_codes_of_a_table_and_of_runs_agree_with_the_scalar_answer():
    codes = np.arange(1 << 16).tolist()
    right = [POSIT16.number_class(code) is NumberClass.NAN for code in codes]
    assert found(find_predicate("nan"), POSIT16, codes) == right


def test_what_is_wanted_is_checked():
    assert len({kind.key for kind in PREDICATES}) == len(PREDICATES)
    with pytest.raises(Complaint, match="no predicate 'odd'; there are nan, infinite"):
        find_predicate("odd")
    with pytest.raises(Complaint, match="in the range … wants 2 numbers"):
        find_predicate("range", finite(1))
    with pytest.raises(Complaint, match="equal to the number … wants no nan"):
        find_predicate("equal", NaN())
    said = find_predicate("range", finite(Fraction(1, 2)), Infinity(False)).said
    assert str(said) == "from 0.5 to inf"
