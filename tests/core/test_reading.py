"""One source and its readings: what each format holds, what was lost, and what is written of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Flags, Rounding, Rules
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.literals import parse_literal
from fpviz.core.reading import State, code_source, derive, source_text

FP16, BF16, FP32, E8M0 = map(find_format, ("fp16", "bf16", "fp32", "e8m0"))


def readings(text, *formats, **rules):
    state = State(parse_literal(text), formats, formats[0], Rules(**rules))
    return derive(state).readings


def test_each_format_reads_the_source_itself_and_not_what_another_made_of_it():
    low, wide = readings("1+2^-10+2^-11+2^-40", BF16, FP16)
    assert (low.code, wide.code) == (0x3F80, 0x3C02)
    assert low.error.absolute == 1 - wide.source.value
    assert wide.error.ulps == Fraction(1, 2) - Fraction(1, 2**30)


def test_a_code_stands_in_its_own_format_and_is_rounded_into_the_others():
    snapshot = derive(State().with_code(FP32, 0x3F8CCCCD))
    own = next(each for each in snapshot.readings if each.format == FP32)
    assert (own.code, own.flags, own.is_exact) == (0x3F8CCCCD, Flags.NONE, True)
    assert snapshot.active is own
    assert FP32 in snapshot.exact_formats
    assert FP16 not in snapshot.exact_formats


@given(st.sampled_from(CATALOGUE), st.fractions(-500, 500, max_denominator=10**6).filter(bool))
def test_the_error_is_the_reading_minus_the_source(fmt, value):
    (reading,) = readings(str(value), fmt)
    if reading.error is None:
        return
    off = reading.number.value - value
    assert reading.error.absolute == off
    assert reading.error.relative == off / abs(value)
    assert reading.error.ulps == off / reading.ulp


def test_bits_that_rounding_changed_are_those_that_truncation_would_leave():
    up, down = readings("1+3*2^-11", FP16)[0], readings("1+2^-12", FP16)[0]
    assert (up.code, up.changed_bits) == (0x3C02, 0b11)
    assert down.changed_bits == 0
    assert readings("1.5", FP16)[0].changed_bits == 0


def test_neighbours_end_where_the_format_does():
    (least,) = readings("-inf", FP16)
    assert least.previous is None
    assert least.next.code == 0xFBFF
    assert readings("nan", FP16)[0].next is None


def test_what_has_no_error_has_none():
    (infinite,) = readings("inf", FP16)
    assert (infinite.error, infinite.ulp, infinite.is_exact) == (None, None, True)
    assert readings("0", FP16)[0].error.relative is None
    assert readings("65520", FP16)[0].error is None  # it overflows


def test_the_shortest_decimal_says_so_where_other_rules_read_it_otherwise():
    assert readings("0.1", FP16)[0].about_shortest is None
    (upward,) = readings("0.1", FP16, rounding=Rounding.UPWARD)
    assert str(upward.about_shortest).startswith("for ties-to-even")


def test_columns_shift_where_rounding_carried_into_the_next_binade():
    fine, coarse = readings("2-2^-11", FP32, FP16)
    assert (fine.exponent_shift, coarse.exponent_shift) == (0, 1)


@pytest.mark.parametrize(
    ("fmt", "code", "text"),
    [
        (FP16, 0x3E00, "1.5"),
        (FP16, 0x8000, "-0"),
        (FP16, 0x7C01, "fp16:0x7c01"),  # a NaN is its code
        (FP32, 0x00000001, "fp32:0x00000001"),  # 149 decimals
    ],
)
def test_a_code_is_written_as_its_value_while_that_is_short(fmt, code, text):
    assert source_text(code_source(fmt, code)) == text


def test_the_format_of_a_code_is_shown_and_active():
    state = State(parse_literal("1"), (FP16,), FP16).with_source(parse_literal("e8m0:0x7f"))
    assert (state.formats, state.active) == ((FP16, E8M0), E8M0)


@pytest.mark.parametrize(
    ("formats", "active", "wrong"),
    [((FP16,), FP32, "fp32 is active but not shown"), ((FP16, FP16), FP16, "twice")],
)
def test_a_state_that_contradicts_itself_is_refused(formats, active, wrong):
    with pytest.raises(ValueError, match=wrong):
        State(parse_literal("1"), formats, active)
