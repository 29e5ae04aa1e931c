"""The questions that every family of formats answers: asked of one that fpviz has not."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.app.reports.formats_json import formats_json
from fpviz.app.reports.formats_text import formats_text
from fpviz.app.reports.snapshot_json import snapshot_json
from fpviz.app.reports.snapshot_text import SnapshotText
from fpviz.core.arithmetic.operations import add, multiply
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.arrays.conversion import decode_array, encode_array, round_array
from fpviz.core.formats import CATALOGUE, FieldKind, Format, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.formats.facts import counts, exact_integers
from fpviz.core.formats.fields import CLASSES
from fpviz.core.formats.order import code_at, contains, next_down, next_up, ordinal, ulp
from fpviz.core.formats.places import Magnitude
from fpviz.core.line.axis import Linear, Ordinal, SignedLog2
from fpviz.core.line.spacing import spacing
from fpviz.core.line.ticks import ticks
from fpviz.core.line.view import neighbours
from fpviz.core.line.zones import ZoneKind, rounding_interval, zone_of, zones
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, finite
from fpviz.core.reading import State, derive
from fpviz.core.trace.proof import prove
from fpviz.core.trace.working.conversion import trace_conversion
from fpviz.core.trace.working.digits import FIELD_ROLES
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.rounded_arithmetic import Machine
from fpviz.widgets.look.theme import LIGHT, field_colours
from tests.eighths import EIGHTHS
from tests.strides import strided

ONE = Fraction(1)
VALUES = {code: Fraction((code + 8) % 16 - 8, 8) for code in range(16)}
SIXTIETHS = [Fraction(k, 60 * 8) for k in range(-700, 700)]


def _away(x: Fraction) -> int:
    return floor(x + ONE / 2) if x > 0 else ceil(x - ONE / 2)


def _odd(x: Fraction) -> int:
    return floor(x) if floor(x) % 2 or x == floor(x) else ceil(x)


WHOLE = {
    Rounding.TIES_TO_EVEN: round,
    Rounding.TIES_AWAY: _away,
    Rounding.TIES_UPWARD: lambda x: floor(x + Fraction(1, 2)),
    Rounding.TOWARD_ZERO: int,
    Rounding.UPWARD: ceil,
    Rounding.DOWNWARD: floor,
    Rounding.TO_ODD: _odd,
}
"""How each rule rounds to an integer, in Python's own terms."""


def test_codes_are_decoded():
    for code, value in VALUES.items():
        decoded = decode(EIGHTHS, code)
        assert decoded.number == finite(value)
        assert (decoded.number_class is NumberClass.ZERO) == (not value)
        assert int("".join(field.digits for field in decoded.fields), 2) == code
        assert decoded.hidden_bit is None


def test_values_are_in_order():
    places = {code: ordinal(EIGHTHS, code) for code in VALUES}
    assert sorted(places.values()) == list(range(-8, 8))
    assert sorted(VALUES, key=VALUES.get) == sorted(VALUES, key=places.get)
    for code, place in places.items():
        assert code_at(EIGHTHS, place) == code
        assert ulp(EIGHTHS, code) == ONE / 8
    for here, there in pairwise(sorted(VALUES, key=VALUES.get)):
        assert next_up(EIGHTHS, here) == there
        assert next_down(EIGHTHS, there) == here
    assert next_down(EIGHTHS, 0b1000) is None is next_up(EIGHTHS, 0b0111)


@pytest.mark.parametrize("rounding", WHOLE)
def test_numbers_are_rounded(rounding: Rounding):
    for x in SIXTIETHS:
        rounded = encode(EIGHTHS, finite(x), Rules(rounding))
        nearest = WHOLE[rounding](x * 8)
        whole = min(max(nearest, -8), 7)
        assert VALUES[rounded.code] == Fraction(whole, 8), x
        assert (Flags.INEXACT in rounded.flags) == (whole != x * 8)
        assert (Flags.OVERFLOW in rounded.flags) == (nearest != whole)


@pytest.mark.parametrize("rounding", WHOLE)
def test_what_rounds_to_a_code_is_an_interval(rounding: Rounding):
    rules = Rules(rounding)
    intervals = {code: rounding_interval(EIGHTHS, code, rules) for code in VALUES}
    for x in SIXTIETHS:
        code = encode(EIGHTHS, finite(x), rules).code
        assert [c for c, of in intervals.items() if of and of.contains(x)] == [code]


def test_the_real_line_has_zones():
    kinds = [zone.kind for zone in zones(EIGHTHS)]
    half = [ZoneKind.TO_ZERO, ZoneKind.UP_TO_SMALLEST, ZoneKind.NORMAL]
    half += [ZoneKind.DOWN_TO_LARGEST, ZoneKind.OVERFLOW]
    assert kinds == [*half[::-1], ZoneKind.ZERO, *half]
    assert zone_of(EIGHTHS, finite(-ONE)).kind is ZoneKind.NORMAL
    assert zone_of(EIGHTHS, finite(ONE)).kind is ZoneKind.OVERFLOW
    assert spacing(EIGHTHS).level(-2).ulp == spacing(EIGHTHS).level(-1).ulp == Fraction(1, 8)


def test_ticks_stand_evenly_on_a_number_line():
    found = ticks(EIGHTHS, Fraction(-2), Fraction(2), 100)
    assert [tick.value for tick in found.ticks] == sorted(VALUES.values())
    assert [VALUES[tick.code] for tick in found.ticks] == sorted(VALUES.values())
    assert found.count == 16
    thinned = ticks(EIGHTHS, Fraction(-2), Fraction(2), 5)
    assert (thinned.count, thinned.powers_apart) == (16, 0)
    for axis in (Linear(), Ordinal(EIGHTHS)):
        scale = axis.over(Fraction(-1), Fraction(7, 8))
        places = [scale.position(tick.value) for tick in found.ticks]
        assert places == pytest.approx([k / 15 for k in range(16)])
        assert all(scale.value(at) == pytest.approx(k / 8 - 1) for k, at in enumerate(places))
    assert neighbours(EIGHTHS, -ONE) == (-ONE - ONE / 8, -ONE + ONE / 8)
    assert SignedLog2(-5).over(Fraction(1, 8), Fraction(7, 8)).position(Fraction(1, 8)) == 0


def test_facts_are_counted():
    found = counts(EIGHTHS)
    assert (found.codes, found.values, found.normals, found.nans) == (16, 16, 15, 0)
    assert exact_integers(EIGHTHS) == 0
    assert contains(find_format("fp8_e4m3fn"), EIGHTHS)
    assert not contains(EIGHTHS, find_format("fp4_e2m1"))


def test_operations_round_into_it():
    half, three = (EIGHTHS, 0b0100), (EIGHTHS, 0b1101)
    assert VALUES[add(EIGHTHS, half, three).code] == ONE / 8
    assert VALUES[multiply(EIGHTHS, half, three).code] == -ONE / 4  # -3/16: a tie
    assert Flags.OVERFLOW in add(EIGHTHS, half, half).flags
    machine = Machine(EIGHTHS)
    for code, value in VALUES.items():
        assert machine.code(machine.of(value)) == code


@given(
    st.integers(0, 15),
    st.fractions(-1, 1, max_denominator=64),
    st.sampled_from([*WHOLE]),
    st.sampled_from(Overflow),
)
def test_a_closed_form_is_a_loop_of_updates(start, update, rounding, overflow):
    rules = Rules(rounding, overflow)
    course, code = Trajectory(EIGHTHS, start, finite(update), rules), start
    for t in range(40):
        assert course.code(t) == code
        code = encode(EIGHTHS, finite(VALUES[code] + update), rules).code


def test_arrays_go_one_by_one():
    values = np.array([0.3, -0.3, -1.0, 5.0, 0.0], np.float32)
    codes = encode_array(EIGHTHS, values)
    assert codes.tolist() == [0b0010, 0b1110, 0b1000, 0b0111, 0]
    assert decode_array(EIGHTHS, codes).tolist() == [0.25, -0.25, -1.0, 0.875, 0.0]
    assert round_array(EIGHTHS, values).tolist() == [0.25, -0.25, -1.0, 0.875, 0.0]


@pytest.mark.parametrize("text", ["0.3", "-1", "7/8", "-1/3", "2", "0", "1e-9"])
def test_it_is_shown_and_explained(text: str):
    source = parse_literal(text)
    snapshot = derive(State(source, (EIGHTHS,), EIGHTHS))
    (reading,) = snapshot.readings
    assert reading.number.value == value_of(EIGHTHS, reading.code) == VALUES[reading.code]
    assert encode(EIGHTHS, parse_literal(reading.shortest).number).code == reading.code
    assert Fraction(float.fromhex(reading.hexfloat)) == reading.number.value
    assert reading.shortest in SnapshotText()(snapshot)
    fields = snapshot_json(snapshot)["readings"][0]["fields"]
    assert "".join(field["bits"] for field in fields) == f"{reading.code:04b}"
    assert trace_conversion(source, EIGHTHS).code == reading.code
    proof = prove(source.number, EIGHTHS)
    assert proof.rounded.code == reading.code


def test_it_stands_in_tables():
    assert formats_json((EIGHTHS,))[0]["values"] == "16"
    assert "q0.3" in formats_text((*CATALOGUE, EIGHTHS))


def test_tables_know_every_kind_of_field_and_number():
    assert set(FIELD_ROLES) == set(field_colours(LIGHT)) == set(FieldKind)
    assert set(CLASSES) == set(NumberClass)


THIRD = Fraction(1, 3)

CUSTOM = [
    *("e2m0fn", "ue5m0"),
    *("q-3.10", "q8.-4", "uq0.4", "q3.4sm", "q0.7ob", "int128", "uq64.64"),
    *("posit2", "posit3_es1", "posit5_es0", "posit12_es3", "posit128_es8"),
    *("takum2", "takum3", "takum6", "takum12", "takum128"),
    *("decimal96", "decimal96_dpd"),
]
FAMILIES = [*CATALOGUE, EIGHTHS, *map(find_format, CUSTOM)]
"""Formats of every family: whatever holds for these is the contract of an encoding."""
ENUMERATED = [
    pytest.param(fmt, marks=[pytest.mark.sweep] * (fmt.width > 12))
    for fmt in FAMILIES
    if fmt.width <= 16
]
"""Those whose codes can all be looked at; it takes a while with more than 12 bits."""


def edges_of(fmt: Format, negative: bool, stride: int) -> list[int]:
    """Places of one sign about the powers of two, the ends and the least normal number.

    Of a share of them the last is one.
    """
    last = fmt.last_place(negative)
    marks = {1 << k for k in range(last.bit_length())} | {last, fmt.min_normal_place}
    about = {p + d for p in marks for d in (-1, 0, 1) if fmt.smallest_place <= p + d <= last}
    return sorted(about)[::-stride][::-1]


SIGNED_FAMILIES = [(fmt, sign) for fmt in FAMILIES for sign in (False, True)[: 1 + fmt.signed]]


@strided(5)
@pytest.mark.parametrize(("fmt", "negative"), SIGNED_FAMILIES)
def test_places_codes_and_magnitudes_say_the_same(fmt: Format, negative: bool, stride: int):
    before = Fraction(-1)
    for place in edges_of(fmt, negative, stride):
        magnitude, code = fmt.magnitude(place, negative), fmt.code_at(place, negative)
        assert magnitude > before
        before = magnitude
        assert fmt.sign_and_place(code) == (negative, place)
        assert decode(fmt, code).number == Finite(negative, magnitude)
        assert fmt.canonical(code) == code
        significand, quantum = fmt.scaled(place, negative)
        assert significand * Fraction(fmt.base) ** quantum == magnitude
        if fmt.has_even_binades:
            assert fmt.place_of(significand, quantum) == place
            assert fmt.code_of(significand, quantum, negative) == code


@strided(5)
@pytest.mark.parametrize(("fmt", "negative"), SIGNED_FAMILIES)
def test_a_bracket_is_where_a_number_stands_between_values(
    fmt: Format, negative: bool, stride: int
):
    for place in edges_of(fmt, negative, stride):
        magnitude = fmt.magnitude(place, negative)
        at, odd, rest, _ = fmt.bracket(Magnitude.of(magnitude), negative)
        assert (at, odd, rest) == (place, fmt.is_odd(place, negative), 0)
        above = fmt.between(place + 1, 0, 1, negative)
        third = fmt.between(place, 1, 3, negative)
        assert fmt.between(place, 0, 1, negative) == magnitude < third < above
        at, odd, rest, whole = fmt.bracket(Magnitude.of(third), negative)
        assert (at, odd, Fraction(rest, whole)) == (place, fmt.is_odd(place, negative), THIRD)


@strided(5)
@pytest.mark.parametrize(("fmt", "negative"), SIGNED_FAMILIES)
def test_stretches_hold_equally_spaced_values_and_follow_each_other(
    fmt: Format, negative: bool, stride: int
):
    for place in edges_of(fmt, negative, stride):
        magnitude, stretch = fmt.magnitude(place, negative), fmt.stretch_of(place, negative)
        assert stretch == fmt.stretch_at(magnitude, negative)
        assert stretch.start + (place - stretch.place) * stretch.spacing == magnitude
        assert stretch.place <= place < stretch.end_place
        assert fmt.stretch_at(stretch.end, negative).place == stretch.end_place


@pytest.mark.parametrize("fmt", ENUMERATED)
def test_the_codes_are_as_many_of_each_class_as_is_said(fmt: Format):
    found = Counter(fmt.number_class(code) for code in range(1 << fmt.width))
    assert found == {kind: count for kind, count in fmt.class_counts().items() if count}


@pytest.mark.parametrize("fmt", ENUMERATED)
def test_each_finite_code_rounds_to_itself_or_to_its_canonical_twin(fmt: Format):
    for code in range(1 << fmt.width):
        if fmt.is_finite(code):
            number = decode(fmt, code).number
            again = encode(fmt, number).code
            assert again == fmt.canonical(code)
            assert decode(fmt, again).number == number


@pytest.mark.parametrize("fmt", FAMILIES)
def test_the_fields_of_a_code_are_all_its_bits(fmt: Format):
    ones = (1 << fmt.width) - 1
    for code in {0, ones, ones // 3, fmt.largest_code, fmt.smallest_code}:
        fields = fmt.fields(code)
        assert "".join(field.digits for field in fields) == f"{code:0{fmt.width}b}"
        assert [field.high for field in fields] == [
            fmt.width - 1 - sum(field.width for field in fields[:i]) for i in range(len(fields))
        ]


@strided(4)
@pytest.mark.parametrize("fmt", [fmt for fmt in FAMILIES if fmt.base == 2])
def test_a_digit_is_worth_what_its_weight_says(fmt: Format, stride: int):
    """Another digit in a normal number's significand moves the value by what it is worth there."""
    rng = Random(fmt.name)
    for code in (fmt.largest_code, *(rng.getrandbits(fmt.width) for _ in range(0, 40, stride))):
        if fmt.number_class(code) is not NumberClass.NORMAL:
            continue
        value, unit = value_of(fmt, code), fmt.unit_exponent(code)
        for field in fmt.fields(code):
            for k in range(field.width if field.weight is not None else 0):
                other = code ^ 1 << field.low + k
                if fmt.number_class(other) is NumberClass.NORMAL:
                    moved = abs(value_of(fmt, other) - value)
                    assert moved == Fraction(2) ** (field.weight + k + unit), fmt.code_text(code)
