"""Fixed point and integers, against Python's own integers, and apytypes where it is installed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import ceil, floor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.operations import add, multiply
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounded, Rounding, Rules, encode
from fpviz.core.arrays.conversion import code_dtype, decode_array, encode_array
from fpviz.core.formats import FieldKind, Format, FormatError, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.formats.families.fixed_names import FIXED
from fpviz.core.formats.fields import Level
from fpviz.core.formats.names import AMBIGUOUS, ambiguous_names
from fpviz.core.formats.order import code_at, next_down, next_up, opposite, ordinal, ulp
from fpviz.core.line.zone_words import explain
from fpviz.core.line.zones import ZoneKind, rounding_interval, zone_of, zones
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.reading import State, derive
from fpviz.experiments.engine.constant_update.trajectory import Trajectory, exact_sum
from fpviz.experiments.stochastic.walk import StochasticUpdate
from tests.conformance import checks
from tests.core.formats.all_codes import sampled_and_all
from tests.strides import strided

TWO = Fraction(2)

NAMES = (
    "q0.1 q0.3 q2.1 q-3.10 q8.-4 uq0.4 uq1.0 uq-2.8 uq9.-3 int4 uint4 q0.7sm q3.4sm int8sm "
    "q0.7ob q3.4ob int8ob q-2.9ob q9.-2ob q0.15sm q0.15ob q1.15 int128 uq64.64 q0.63 q1.2sm "
    "q-1.4ob q5.-2"
)
CUSTOM = tuple(map(find_format, NAMES.split()))
ALL = (*FIXED.formats, *CUSTOM)
SMALL = [fmt for fmt in ALL if fmt.width <= 16]
TINY = [fmt for fmt in ALL if fmt.width <= 8]
WIDE = [fmt for fmt in ALL if fmt.width > 16]

by_format = pytest.mark.parametrize("fmt", ALL, ids=lambda fmt: fmt.name)
by_tiny_format = pytest.mark.parametrize("fmt", TINY, ids=lambda fmt: fmt.name)
by_wide_format = pytest.mark.parametrize("fmt", WIDE, ids=lambda fmt: fmt.name)

_NAME = re.compile(r"(u?)(?:q(-?\d+)\.(-?\d+)|int(\d+))(sm|ob)?")


def facts_of(name: str) -> tuple[bool, int, int, str]:
    """(signed, digits but the sign, digits behind the point, how negatives are written), as a name
    says them."""
    unsigned, whole, behind, width, how = _NAME.fullmatch(name).groups()
    signed = not unsigned
    if width:
        return signed, int(width) - signed, 0, how or ""
    return signed, int(whole) + int(behind), int(behind), how or ""


def integer_of(name: str, code: int) -> int:
    """How many ulps a code says, from the definitions."""
    signed, digits, _, how = facts_of(name)
    half = 1 << digits
    if not signed:
        return code
    if how == "ob":
        return code - half
    if how == "sm":
        return half - code if code >= half else code
    return code - 2 * half if code >= half else code


def ends_of(name: str) -> tuple[int, int]:
    """The least and the greatest number of ulps."""
    signed, digits, _, how = facts_of(name)
    most = (1 << digits) - 1
    if not signed:
        return 0, most
    return (-most if how == "sm" else -most - 1), most


def ulp_of(name: str) -> Fraction:
    return TWO ** -facts_of(name)[2]


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("q15", "q0.15"),
        ("q7", "q0.7"),
        ("q31", "q0.31"),
        ("i8", "int8"),
        ("uint8_t", "uint8"),
        ("np.int32", "int32"),
        ("torch.uint8", "uint8"),
        ("q7.0", "int8"),
        ("uq16.0", "uint16"),
        ("Q15.16", "q15.16"),
        ("I16F16", "q15.16"),
        ("u4f4", "uq4.4"),
        ("q00.15", "q0.15"),
        ("int24", "int24"),
        ("q-3.18", "q-3.18"),
        ("q0.15SM", "q0.15sm"),
    ],
)
def test_names(name: str, text: str):
    assert find_format(name).name == text


@pytest.mark.parametrize(
    ("name", "width", "least", "largest"),
    [
        ("int8", 8, -128, 127),
        ("int16", 16, -32768, 32767),
        ("int32", 32, -(2**31), 2**31 - 1),
        ("int64", 64, -(2**63), 2**63 - 1),
        ("uint8", 8, 0, 255),
        ("uint64", 64, 0, 2**64 - 1),
        ("q0.15", 16, -1, Fraction(32767, 32768)),
        ("q1.15", 17, -2, 2 - Fraction(1, 32768)),
        ("q15.16", 32, -32768, 32768 - Fraction(1, 65536)),
        ("uq8.8", 16, 0, 256 - Fraction(1, 256)),
        ("q2.13", 16, -4, 4 - Fraction(1, 8192)),
        ("q-3.18", 16, -Fraction(1, 8), Fraction(1, 8) - TWO**-18),
        ("q19.-4", 16, -(2**19), 2**19 - 16),
        ("int8sm", 8, -127, 127),
        ("q0.7ob", 8, -1, Fraction(127, 128)),
    ],
)
def test_the_sign_is_no_digit_before_the_point(name, width, least, largest):
    fmt = find_format(name)
    assert fmt.width == width
    assert fmt.largest == largest
    assert -fmt.magnitude(fmt.last_place(True), True) * fmt.signed == least


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("q0.0", "2 to 128 bits, and has 1"),
        ("q64.64", "2 to 128 bits, and has 129"),
        ("uq0.0", "1 to 128 bits, and has 0"),
        ("int1", "2 to 128 bits, and has 1"),
        ("int129", "and has 129"),
        ("uint0", "and has 0"),
        ("q-2000.2010", "within 1024 digits"),
        ("uq8.8sm", "no negative numbers"),
        ("uint8ob", "no negative numbers"),
        ("q99999.99999", "within 1024 digits"),
        ("q12", "fixed point"),
        ("q0.15xx", "unknown format"),
        ("q1e5.3", "unknown format"),
    ],
)
def test_what_makes_no_format_is_said_in_one_line(name: str, said: str):
    with pytest.raises(FormatError, match=said) as raised:
        find_format(name)
    assert "\n" not in str(raised.value)
    assert name in str(raised.value)


def test_both_ways_of_naming_are_told():
    assert "Q0.15 as TI counts digits" in str(find_format("q15").note)
    assert "Arm counts the sign as one of them: Q1.15" in str(find_format("q15").note)
    assert "Q2.15" in str(find_format("q1.15").note)


# -- codes ---------------------------------------------------------------------------------------

VECTORS = [
    ("q15", 0x8000, -1),
    ("q15", 0x7FFF, Fraction("0.999969482421875")),
    ("q15", 0x4000, Fraction(1, 2)),
    ("q15", 0xFFFF, -(TWO**-15)),
    ("q7.8", 0xFF80, Fraction(-1, 2)),
    ("q7.8", 0x0180, Fraction(3, 2)),
    ("uq8.8", 0xFF80, Fraction("255.5")),
    ("q2.13", 0x2000, 1),
    ("int8", 0x80, -128),
    ("int8", 0xFF, -1),
    ("uint8", 0xFF, 255),
    ("int8sm", 0xFF, -127),
    ("int8ob", 0x00, -128),
    ("int8ob", 0x80, 0),
    ("q15.16", 0xFFFF8000, Fraction(-1, 2)),
]


@pytest.mark.parametrize(("name", "code", "value"), VECTORS)
def test_vectors(name: str, code: int, value: Fraction):
    fmt = find_format(name)
    assert decode(fmt, code).number == finite(value)
    assert encode(fmt, finite(value)).code == code
    assert encode(fmt, finite(value)).flags is Flags.NONE


def check_codes(fmt: Format, codes: Iterable[int]) -> None:
    one = ulp_of(fmt.name)
    minus_zero = 1 << (fmt.width - 1) if fmt.name.endswith("sm") else None
    for code in codes:
        whole, decoded = integer_of(fmt.name, code), decode(fmt, code)
        assert decoded.number == Finite(whole < 0 or code == minus_zero, abs(whole) * one)
        assert decoded.number_class is (NumberClass.NORMAL if whole else NumberClass.ZERO)
        assert ordinal(fmt, code) == whole
        assert encode(fmt, decoded.number) == Rounded(code, Flags.NONE)


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize(("fmt", "codes"), sampled_and_all(SMALL))
def test_codes_of_the_small_formats(fmt: Format, codes: range, compared):
    chosen = {*codes, *some_codes(fmt, 50)}
    check_codes(fmt, chosen)
    assert {ulp(fmt, code) for code in some_codes(fmt, 20)} == {ulp_of(fmt.name)}
    compared(len(chosen))


def some_codes(fmt: Format, count: int) -> set[int]:
    top = 1 << fmt.width
    edges = {(1 << k) + d for k in range(fmt.width) for d in (-1, 0, 1)} | {top - 1, top // 2 + 1}
    draw = random.Random(fmt.name)
    return {code for code in edges if code < top} | {draw.randrange(top) for _ in range(count)}


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize("count", [500, pytest.param(100_000, marks=pytest.mark.sweep)])
@by_wide_format
def test_codes_at_borders_and_at_random(fmt: Format, count: int, compared):
    codes = some_codes(fmt, count)
    check_codes(fmt, codes)
    compared(len(codes))


@by_tiny_format
def test_neighbours_are_an_ulp_apart(fmt: Format):
    least, most = ends_of(fmt.name)
    for whole in range(least, most + 1):
        code = code_at(fmt, whole)
        above, below = next_up(fmt, code), next_down(fmt, code)
        assert (above is None) == (whole == most)
        assert (below is None) == (whole == least)
        if above is not None:
            assert integer_of(fmt.name, above) == whole + 1


@by_format
def test_the_formula_is_true(fmt: Format):
    for code in some_codes(fmt, 50):
        assert evaluated(fmt, code) == value_of(fmt, code)


def evaluated(fmt: Format, code: int) -> Fraction:
    """What a formula comes to when it is read as one reads it."""
    text = ""
    for piece in fmt.formula(code):
        wrapped = {Level.LINE: "{}", Level.RAISED: "^({})", Level.LOWERED: "_{}"}[piece.level]
        text += wrapped.format(piece.text.replace("−", "-"))
    text = re.sub(r"([01.]+)_2", lambda match: f"B('{match[1]}')", text)
    text = text.replace("^", "**").replace("×", "*")
    text = re.sub(r"(?<![\w'.(*-])(\d+)(?=\*\*)", r"F(\1)", text)
    names = {"B": in_base_two, "F": Fraction}
    return Fraction(eval(text, names))


def in_base_two(text: str) -> Fraction:
    whole, _, behind = text.partition(".")
    return Fraction(int(whole + behind, 2), 1 << len(behind))


@by_format
def test_fields_have_the_weights_of_their_digits(fmt: Format):
    signed, digits, behind, how = facts_of(fmt.name)
    for code in some_codes(fmt, 20):
        fields = fmt.fields(code)
        assert "".join(field.digits for field in fields) == f"{code:0{fmt.width}b}"
        assert (fields[0].kind is FieldKind.SIGN) == (signed and how != "ob")
        weighed = [field for field in fields if field.kind is not FieldKind.SIGN]
        total = sum(field.value * TWO**field.weight for field in weighed)
        stored = code & ((1 << (digits + (how == "ob"))) - 1)
        assert total == stored * TWO**-behind


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("q15:0x7fff", "q0.15", 0x7FFF),
        ("q0.15:0x8000", "q0.15", 0x8000),
        ("q-3.18:0x1", "q-3.18", 1),
        ("uq8.8:0x0180", "uq8.8", 0x180),
        ("q19.-4:0xffff", "q19.-4", 0xFFFF),
        ("int8:0b10000000", "int8", 0x80),
        ("q0.15sm:0x8000", "q0.15sm", 0x8000),
    ],
)
def test_codes_are_read_behind_the_name(text: str, name: str, code: int):
    literal = parse_literal(text)
    assert (literal.operand[0].name, literal.operand[1]) == (name, code)
    fmt = find_format(name)
    state = State(literal, (fmt,), fmt)
    (reading,) = derive(state).readings
    assert reading.code == code


def test_which_way_of_counting_is_meant_is_said_of_names_that_both_use():
    assert "Arm's, of 16, is q0.15" in str(AMBIGUOUS["q1.15"])
    assert list(ambiguous_names("--format q1.15 q0.15 uq8.8 q16.16")) == ["q1.15", "q16.16"]
    for name in ("q1.15", "q8.8", "q1.31"):
        assert f"{find_format(name).width} bits" in str(AMBIGUOUS[name])


# -- rounding ------------------------------------------------------------------------------------


def _away(x: Fraction) -> int:
    return floor(x + Fraction(1, 2)) if x > 0 else ceil(x - Fraction(1, 2))


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

any_format = st.sampled_from(ALL)
any_rounding = st.sampled_from([*WHOLE])


def delivered(name: str, whole: int, overflow: Overflow) -> int:
    """The number of ulps that stands for one rounded to an integer, from the definitions."""
    least, most = ends_of(name)
    if overflow is Overflow.WRAP and not name.endswith("sm"):
        return (whole - least) % (most - least + 1) + least
    return min(max(whole, least), most)


@st.composite
def numbers(draw, fmt: Format) -> Fraction:
    """Numbers of some size in and about the range, ties among them."""
    least, most = ends_of(fmt.name)
    span = most - least + 1
    near = st.fractions(least - 2 * span, most + 2 * span, max_denominator=64)
    ties = st.integers(least - span, most + span).map(lambda n: n + Fraction(1, 2))
    return draw(near | ties | st.fractions(-4, 4)) * ulp_of(fmt.name)


@given(st.data(), any_format, any_rounding, st.sampled_from(Overflow))
def test_numbers_are_rounded_then_held_against_the_range(data, fmt, rounding, overflow):
    x = data.draw(numbers(fmt))
    rounded = encode(fmt, finite(x), Rules(rounding, overflow))
    in_ulps = x / ulp_of(fmt.name)
    whole = WHOLE[rounding](in_ulps)
    assert integer_of(fmt.name, rounded.code) == delivered(fmt.name, whole, overflow)
    if whole < 0 and not fmt.signed:
        assert rounded.flags is Flags.INVALID
        return
    least, most = ends_of(fmt.name)
    beyond = not least <= whole <= most
    assert (Flags.OVERFLOW in rounded.flags) == beyond
    assert (Flags.INEXACT in rounded.flags) == (whole != in_ulps or beyond)
    assert (Flags.UNDERFLOW in rounded.flags) == (not whole and x != 0)
    assert Flags.INVALID not in rounded.flags


@given(st.data(), any_format, st.integers(0, 255))
def test_stochastic_rounding_adds_its_bits(data, fmt, bits):
    x = data.draw(numbers(fmt))
    rules = Rules(Rounding.STOCHASTIC, Overflow.WRAP, random_bits=bits, random_width=8)
    in_ulps = abs(x) / ulp_of(fmt.name)
    whole = floor(in_ulps + Fraction(bits, 256)) if in_ulps.denominator > 1 else int(in_ulps)
    whole = -whole if x < 0 else whole
    code = encode(fmt, finite(x), rules).code
    assert integer_of(fmt.name, code) == delivered(fmt.name, whole, Overflow.WRAP)


@strided(5)
@pytest.mark.parametrize("fmt", [f for f in ALL if f.width <= 4], ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("overflow", Overflow)
@pytest.mark.parametrize("rounding", WHOLE)
def test_zones_and_intervals_say_what_encoding_does(fmt, rounding, overflow, stride):
    rules, one = Rules(rounding, overflow), ulp_of(fmt.name)
    least, most = ends_of(fmt.name)
    intervals = {code: rounding_interval(fmt, code, rules) for code in range(1 << fmt.width)}
    first = [*WHOLE].index(rounding) % stride
    for sixths in range(6 * (least - 3) + first, 6 * (most + 3), stride):
        x = Fraction(sixths, 6) * one
        rounded, zone = encode(fmt, finite(x), rules), zone_of(fmt, finite(x), rules)
        if zone.delivers is not None:
            assert zone.delivers == rounded.code
        assert (zone.kind is ZoneKind.OVERFLOW) == (Flags.OVERFLOW in rounded.flags)
        assert (zone.kind is ZoneKind.INVALID) == (Flags.INVALID in rounded.flags)
        assert (zone.kind is ZoneKind.TO_ZERO) == (Flags.UNDERFLOW in rounded.flags)
        within = [code for code, of in intervals.items() if of and of.contains(x)]
        around = fmt.wraps and overflow is Overflow.WRAP
        if not (around and rounded.flags & (Flags.OVERFLOW | Flags.INVALID)):
            assert within == [rounded.code], (x, zone)


def test_many_codes_stand_for_what_wraps_around():
    fmt, wrap = find_format("int8"), Rules(overflow=Overflow.WRAP)
    first, *_, last = zones(fmt, wrap)
    assert (first.kind, first.delivers, last.kind, last.delivers) == (
        ZoneKind.OVERFLOW,
        None,
        ZoneKind.OVERFLOW,
        None,
    )
    assert str(explain(fmt, last, wrap)) == "x ≥ 127.5: overflow; wraps around"
    below = zones(find_format("uint8"), wrap)[0]
    assert (below.kind, below.delivers, below.hi) == (ZoneKind.INVALID, None, Fraction(-1, 2))


@pytest.mark.parametrize("name", ["fp16", "fp8_e4m3fn", "fp4_e2m1", "e8m0", "int8sm"])
def test_what_cannot_wrap_overflows_as_ieee_says(name: str):
    fmt = find_format(name)
    for x in (Fraction(10**9), Fraction(-(10**9)), fmt.largest * Fraction(33, 32)):
        ieee = encode(fmt, finite(x), Rules())
        assert encode(fmt, finite(x), Rules(overflow=Overflow.WRAP)) == ieee
    assert zones(fmt) == zones(fmt, Rules(overflow=Overflow.WRAP))


@by_format
def test_a_nan_becomes_zero_and_an_infinity_an_end(fmt: Format):
    least, most = ends_of(fmt.name)
    for overflow, nan in product(Overflow, (NaN(), NaN(True, 5, False, 10))):
        rounded = encode(fmt, nan, Rules(overflow=overflow))
        assert decode(fmt, rounded.code).number == Finite(False, Fraction(0))
        assert rounded.flags is Flags.INVALID
    for overflow, (negative, end) in product(Overflow, ((False, most), (True, least))):
        rounded = encode(fmt, Infinity(negative), Rules(overflow=overflow))
        assert integer_of(fmt.name, rounded.code) == end
        assert rounded.flags is Flags.INVALID


def test_operations_wrap_and_saturate():
    int8, q15 = find_format("int8"), find_format("q15")
    wrap = Rules(overflow=Overflow.WRAP)
    assert add(int8, (int8, 0x7F), (int8, 1)).code == 0x7F
    assert add(int8, (int8, 0x7F), (int8, 1), wrap).code == 0x80
    assert multiply(int8, (int8, 100), (int8, 3), wrap).code == 300 % 256
    # the product that does not fit: -1 times -1
    assert multiply(q15, (q15, 0x8000), (q15, 0x8000)).code == 0x7FFF
    assert multiply(q15, (q15, 0x8000), (q15, 0x8000), wrap).code == 0x8000


# -- courses -------------------------------------------------------------------------------------


@st.composite
def courses(draw) -> Trajectory:
    """Courses in small formats, under every rule, with updates of every size."""
    fmt = draw(st.sampled_from([fmt for fmt in ALL if fmt.width <= 8]))
    rules = Rules(draw(any_rounding), draw(st.sampled_from(Overflow)))
    update = draw(st.fractions(-3, 3, max_denominator=8) | numbers(fmt).map(lambda x: x / 2))
    if abs(update) <= 3:
        update *= ulp_of(fmt.name)
    return Trajectory(fmt, draw(st.integers(0, (1 << fmt.width) - 1)), finite(update), rules)


@given(courses())
@settings(max_examples=50)
def test_a_closed_form_is_a_loop_of_updates(course: Trajectory):
    codes = [course.start]
    for _ in range(300):
        total = exact_sum(
            decode(course.format, codes[-1]).number, course.update, course.rules.rounding
        )
        codes.append(encode(course.format, total, course.rules).code)
    assert [course.code(t) for t in range(301)] == codes
    stands = [t for t in range(300) if codes[t] == codes[t + 1]]
    if stands:
        assert course.stall == stands[0]
    else:
        assert course.stall is None or course.stall >= 300


@given(courses(), st.integers(0, 50), st.integers(0, 50))
def test_straight_pieces_are_the_course(course: Trajectory, lo: int, length: int):
    reached = lo
    for piece in course.segments(lo, lo + length):
        assert piece.first == reached
        assert piece.start == course.number(reached)
        steps = min(10, 10 if piece.steps is None else piece.steps)
        for j in range(1, steps + 1):
            assert course.number(reached + j).value == piece.start.value + j * piece.increment
        if piece.steps is None:
            return
        reached += piece.steps
    assert reached > lo + length


@pytest.mark.parametrize(
    ("name", "update", "rounding", "code"),
    [
        # 5/2 an update is 2 or 3, by turns of the sign: a long walk, the same every lap
        ("int8", Fraction(5, 2), Rounding.TOWARD_ZERO, None),
        ("int64", Fraction(3), Rounding.TIES_TO_EVEN, 3 * 10**30 % 2**64),
        ("uint32", Fraction(-1), Rounding.TIES_TO_EVEN, -(10**30) % 2**32),
        ("q0.15", Fraction(3, 32768), Rounding.TIES_AWAY, 3 * 10**30 % 2**16),
        ("uint8", Fraction(1, 2), Rounding.UPWARD, 10**30 % 256),
    ],
)
def test_a_course_that_goes_round_is_known_at_any_step(name, update, rounding, code):
    fmt, far = find_format(name), 10**30
    course = Trajectory(fmt, 0, finite(update), Rules(rounding, Overflow.WRAP))
    assert course.stall is None
    if code is not None:
        assert course.code(far) == code
    period = (
        next(t for t in range(1, 10**6) if course.code(1000 + t) == course.code(1000))
        if (fmt.width <= 16)
        else 0
    )
    if period:
        assert course.code(far) == course.code(1000 + (far - 1000) % period)


@by_format
def test_arrays_say_what_single_codes_do(fmt: Format):
    rules = Rules(Rounding.TIES_AWAY, Overflow.WRAP)
    values = np.array([0.3, -0.5, 1.0, -1.0, 200.75, -1e9, 1e-9, 0.0, np.inf, np.nan], np.float32)
    codes = encode_array(fmt, values, rules).tolist()
    exact = [decode(find_format("fp32"), int(bits)).number for bits in values.view(np.uint32)]
    assert codes == [encode(fmt, number, rules).code for number in exact]
    if fmt.precision <= 53:
        decoded = decode_array(fmt, np.array(codes, code_dtype(fmt)))
        assert decoded.tolist() == [float(value_of(fmt, code)) for code in codes]


@pytest.mark.parametrize("name", ["int5", "uint4", "q0.3ob", "q2.1"])
def test_random_walks_wrap_as_single_steps_do(name: str):
    fmt = find_format(name)
    rules = Rules(overflow=Overflow.WRAP)
    for sixths in range(-100, 100, 7):
        step = StochasticUpdate(fmt, finite(Fraction(sixths, 6) * fmt.finest), 4, rules)
        for code in range(1 << fmt.width):
            move, total = step.move(code), value_of(fmt, code) + step.update.value
            drawn = [
                encode(
                    fmt, finite(total), replace(rules, rounding=Rounding.STOCHASTIC, **bits)
                ).code
                for bits in ({"random_bits": n, "random_width": 4} for n in range(16))
            ]
            low, high = code + move.low, code + move.high
            assert drawn == [low] * (16 - move.ups) + [high] * move.ups


@by_tiny_format
def test_the_opposite_has_the_other_sign_where_it_has_one(fmt: Format):
    least, most = ends_of(fmt.name)
    for code in range(1 << fmt.width):
        whole, other = integer_of(fmt.name, code), opposite(fmt, code)
        if fmt.signed and least <= -whole <= most:
            assert integer_of(fmt.name, other) == -whole
        else:
            assert other is None


# -- an independent implementation ----------------------------------------------------------------

MODES = {
    Rounding.TIES_TO_EVEN: "RND_CONV",
    Rounding.TIES_AWAY: "RND_INF",
    Rounding.TIES_UPWARD: "RND",
    Rounding.TOWARD_ZERO: "TRN_ZERO",
    Rounding.UPWARD: "TRN_INF",
    Rounding.DOWNWARD: "TRN",
    Rounding.TO_ODD: "JAM_UNBIASED",
}


SIGNED = [fmt.name for fmt in FIXED.formats if fmt.signed and fmt.width <= 32]


@checks("rounding", "6 rules", against="apytypes")
@pytest.mark.parametrize("rounding", MODES)
@pytest.mark.parametrize("overflow", [Overflow.SATURATE, Overflow.WRAP])
@pytest.mark.parametrize("name", [*SIGNED, "q2.5", "q3.28"])
def test_apytypes_agrees(name: str, overflow: Overflow, rounding: Rounding, compared):
    apy = pytest.importorskip("apytypes")
    _, digits, behind, _ = facts_of(name)
    modes = {
        "quantization": getattr(apy.QuantizationMode, MODES[rounding]),
        "overflow": getattr(apy.OverflowMode, "WRAP" if overflow is Overflow.WRAP else "SAT"),
    }
    fmt, draw, width = find_format(name), random.Random(name), digits + 1
    for _ in range(300):
        code = draw.getrandbits(width + 10)
        exact = apy.APyFixed(code, int_bits=width - behind + 4, frac_bits=behind + 6)
        cast = exact.cast(int_bits=width - behind, frac_bits=behind, **modes)
        whole = code - (1 << width + 10 if code >> width + 9 else 0)
        x = Fraction(whole) * TWO ** -(behind + 6)
        assert encode(fmt, finite(x), Rules(rounding, overflow)).code == cast.to_bits(), x
    compared(300)


@checks("decoding", against="apytypes")
@pytest.mark.parametrize(
    ("fmt", "codes"),
    [
        *sampled_and_all(fmt for fmt in FIXED.formats if fmt.width <= 16),
        *((fmt, sorted(some_codes(fmt, 200))) for fmt in FIXED.formats if fmt.width > 16),
    ],
)
def test_apytypes_reads_the_same(fmt: Format, codes: Sequence[int], compared):
    apy = pytest.importorskip("apytypes")
    _, digits, behind, _ = facts_of(fmt.name)
    sizes = {"int_bits": digits - behind + 1, "frac_bits": behind}  # a sign more, for all
    for code in codes:
        assert value_of(fmt, code) == Fraction(apy.APyFixed(code, **sizes).to_fraction())
    compared(len(codes))
