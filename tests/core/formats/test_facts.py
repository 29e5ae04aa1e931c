"""Facts of formats against the enumeration of all codes, C's constants, and ml_dtypes."""

from __future__ import annotations

import doctest
import sys
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats import facts as module
from fpviz.core.formats.decoding import NumberClass, decode, is_finite_code, value_of
from fpviz.core.formats.facts import (
    counts,
    digits_kept,
    digits_needed,
    epsilon,
    exact_integers,
    facts,
)
from fpviz.core.numbers import Finite, finite
from tests.reference import CUSTOM_LAYOUTS

SMALL = [
    *(fmt for fmt in CATALOGUE if fmt.width <= 8),
    *map(find_format, (*CUSTOM_LAYOUTS, "ue3m0", "ue4m0b-3", "e4m3b-9", "e4m3b20", "e1m5finite")),
]
small = pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)


@small
def test_codes_are_counted_as_an_enumeration_counts_them(fmt):
    classes = Counter(decode(fmt, code).number_class for code in range(1 << fmt.width))
    found = counts(fmt)
    assert found.zeros == classes[NumberClass.ZERO]
    assert found.subnormals == classes[NumberClass.SUBNORMAL]
    assert found.normals == classes[NumberClass.NORMAL]
    assert found.infinities == classes[NumberClass.INFINITE]
    assert found.nans == classes[NumberClass.NAN]
    finite_codes = (code for code in range(1 << fmt.width) if is_finite_code(fmt, code))
    assert found.values == len({value_of(fmt, code) for code in finite_codes})


@small
def test_up_to_the_largest_exact_integer_all_are_values_and_the_next_is_none(fmt):
    finite_codes = (code for code in range(1 << fmt.width) if is_finite_code(fmt, code))
    values = {value_of(fmt, code) for code in finite_codes}
    n = exact_integers(fmt)
    assert all(i in values for i in range(1, n + 1))
    assert n + 1 not in values


@small
def test_the_borders_are_where_rounding_changes(fmt):
    for rounding in (Rounding.TIES_TO_EVEN, Rounding.TOWARD_ZERO, Rounding.UPWARD):
        rules = Rules(rounding)
        found = facts(fmt, rules)
        for zone in filter(None, (found.to_zero, found.overflow)):
            border = zone.hi if zone is found.to_zero else zone.lo
            for x in (border, border * Fraction(1001, 1000), border * Fraction(999, 1000)):
                code = encode(fmt, finite(x), rules).code
                if zone.contains(x):
                    assert code == zone.delivers


@pytest.mark.parametrize(("name", "dtype"), [("fp16", "f2"), ("fp32", "f4"), ("fp64", "f8")])
def test_epsilon_is_numpys(name, dtype):
    fmt, info = find_format(name), np.finfo(dtype)
    assert epsilon(fmt) == Fraction(float(info.eps))
    assert fmt.largest == Fraction(float(info.max))
    assert digits_kept(fmt) == info.precision


@pytest.mark.parametrize(
    ("name", "kept", "needed", "integers"),
    [
        ("fp16", 3, 5, 2048),
        ("bf16", 2, 4, 256),
        ("fp32", 6, 9, 2**24),
        ("fp64", 15, 17, 2**53),
        ("fp128", 33, 36, 2**113),
        ("fp8_e4m3fn", 0, 3, 16),
        ("fp4_e2m1", 0, 2, 4),
    ],
)
def test_facts_that_textbooks_quote(name, kept, needed, integers):
    fmt = find_format(name)
    assert (digits_kept(fmt), digits_needed(fmt)) == (kept, needed)
    assert exact_integers(fmt) == integers


def test_pythons_own_float():
    fp64 = find_format("fp64")
    assert digits_kept(fp64) == sys.float_info.dig
    assert epsilon(fp64) == Fraction(sys.float_info.epsilon)


def test_one_and_epsilon_are_neighbours_where_one_is_normal():
    for fmt in (fmt for fmt in CATALOGUE if not fmt.is_fixed_point):
        number = decode(fmt, encode(fmt, finite(1 + epsilon(fmt))).code).number
        assert number == Finite(False, 1 + epsilon(fmt))


def test_where_nothing_becomes_zero_there_is_no_border():
    assert facts(find_format("fp16"), Rules(Rounding.UPWARD)).to_zero is None
    assert facts(find_format("e8m0")).to_zero is None


def test_examples_in_the_documentation():
    assert doctest.testmod(module).failed == 0
