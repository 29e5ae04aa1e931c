"""Posits and takums against their definitions, a published decoder and vectors from the field."""

from __future__ import annotations

import hashlib
import random
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.operations import add, fma, multiply
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.formats import FieldKind, Format, FormatError, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.formats.fields import Level, field_of
from fpviz.core.line.zones import rounding_interval, zone_of, zones
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Infinity, NaN, finite
from fpviz.core.text import shortest_decimal
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.rounded_arithmetic import Machine
from fpviz.experiments.engine.rounded_arithmetic import value_of as machine_value
from tests.conformance import checks
from tests.strides import strided

TWO = Fraction(2)


def posit_value(bits: str, es: int) -> Fraction | None:
    """The Posit Standard (2022), section 3.3, on the bits as they stand; ``None`` of NaR."""
    sign, tail = int(bits[0]), bits[1:]
    if "1" not in tail:
        return None if sign else Fraction(0)
    k = 0
    while k < len(tail) and tail[k] == tail[0]:
        k += 1
    r = k - 1 if tail[0] == "1" else -k
    rest = tail[k + 1 :] + "0" * es
    e = int("0" + rest[:es], 2)
    fraction = rest[es:]
    f = sum((Fraction(int(bit), 2**i) for i, bit in enumerate(fraction, 1)), Fraction(0))
    return ((1 - 3 * sign) + f) * TWO ** ((1 - 2 * sign) * (2**es * r + e + sign))


def takum_value(bits: str) -> Fraction | None:
    """Hunhold (2024), definition 2, on the bits as they stand; ``None`` of NaR."""
    if "1" not in bits[1:]:
        return None if bits[0] == "1" else Fraction(0)
    bits = bits.ljust(12, "0")
    s, d = int(bits[0]), int(bits[1])
    r = int(bits[2:5], 2) if d else 7 - int(bits[2:5], 2)
    characteristic = int("0" + bits[5 : 5 + r], 2)
    c = 2**r - 1 + characteristic if d else -(2 ** (r + 1)) + 1 + characteristic
    m = sum((Fraction(int(b), 2**i) for i, b in enumerate(bits[5 + r :], 1)), Fraction(0))
    return ((1 - 3 * s) + m) * TWO ** ((-1) ** s * (c + s))


def reference(fmt: Format, more: int = 0) -> Callable[[int], Fraction | None]:
    """What a code says by the definition; ``more``: in the format with so many bits more."""
    width = fmt.width + more
    family, *facts = fmt.key
    if family == "takum":
        return lambda code: takum_value(f"{code:0{width}b}")
    return lambda code: posit_value(f"{code:0{width}b}", int(str(facts[1])))


NAMED = [f"{family}{width}" for family in ("posit", "takum") for width in (8, 16, 32, 64)]
TINY = ["posit2", "posit3_es0", "posit4_es2", "posit5_es1", "posit6_es0", "takum2", "takum5"]
SMALL = [*TINY, "posit8", "posit8_es0", "posit10_es1", "takum8", "takum10"]
by_small = pytest.mark.parametrize("fmt", list(map(find_format, SMALL)), ids=lambda fmt: fmt.name)
by_name = pytest.mark.parametrize(
    "fmt",
    [find_format(name) for name in (*NAMED, "posit128_es8", "takum128")],
    ids=lambda fmt: fmt.name,
)


def codes_of(fmt: Format, count: int) -> list[int]:
    """All codes up to 10 bits, and where there are fewer than ``count``; else the borders, and
    so many drawn ones."""
    if fmt.width <= 10 or count >= 1 << fmt.width:
        return list(range(1 << fmt.width))
    ones = (1 << fmt.width) - 1
    near = {(1 << k) + d & ones for k in range(fmt.width) for d in (-2, -1, 0, 1, 2)}
    near |= {ones - code for code in near}
    draw = random.Random(20220302)
    return sorted(near | {draw.getrandbits(fmt.width) for _ in range(count)})


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize("count", [100, pytest.param(100_000, marks=pytest.mark.sweep)])
@by_name
def test_codes_say_what_the_definition_says(fmt: Format, count: int, compared):
    codes = codes_of(fmt, count)
    check_codes(fmt, codes)
    compared(len(codes))


def check_codes(fmt: Format, codes: Iterable[int]) -> None:
    value = reference(fmt)
    for code in codes:
        expected = value(code)
        decoded = decode(fmt, code)
        if expected is None:
            assert decoded.number_class is NumberClass.NAN
            assert str(fmt.remark(code)).startswith("NaR")
            continue
        assert decoded.number == finite(expected)
        assert encode(fmt, finite(expected)).code == code
        assert _worth(fmt, code) == expected


def _worth(fmt: Format, code: int) -> Fraction:
    """The value of the formula as it is shown."""
    pieces = fmt.formula(code)
    line = "".join(p.text for p in pieces if p.level is Level.LINE)
    if line == "0":
        return Fraction(0)
    power = "".join(p.text for p in pieces if p.level is Level.RAISED)
    lead, _, fraction = line.removesuffix(" × 2").strip("()").replace("−", "-").partition(" + 0.")
    significand = int(lead) + Fraction(int(fraction or "0", 2), 1 << len(fraction))
    exponent = eval(power.replace("−", "-").replace("·", "*"), {})
    return significand * TWO**exponent


PLAYGROUND = {
    "posit8": "ae414daa58f3d4b873e0534d4f797427",
    "posit16": "b47bce834cb2d95f260cd1e53107eb14",
}
"""The beginning of the SHA-256 of what posit-playground 0.1.3 makes of all codes: the bytes of its
binary64, the leading one first, with infinity for NaR. It wants an older pytest beside it."""


@checks("decoding", against="posit-playground")
@pytest.mark.parametrize("name", PLAYGROUND)
def test_every_code_says_what_posit_playground_says(name: str, compared):
    fmt, said = find_format(name), hashlib.sha256()
    for code in range(1 << fmt.width):
        number = decode(fmt, code).number
        said.update(struct.pack(">d", inf if isinstance(number, NaN) else float(number.value)))
    assert said.hexdigest()[:32] == PLAYGROUND[name]
    compared(1 << fmt.width)


@pytest.mark.parametrize(
    ("name", "code", "value"),
    [
        ("posit8", 0x01, TWO**-24),
        ("posit8", 0x40, 1),
        ("posit8", 0x41, Fraction("1.125")),
        ("posit8", 0x7F, TWO**24),
        ("posit8", 0xC0, -1),
        ("posit16", 0x0001, TWO**-56),
        ("posit16", 0x7FFF, TWO**56),
        ("posit32", 0x7FFFFFFF, TWO**120),
        ("posit64", 1, TWO**-248),
        ("takum8", 0x01, TWO**-239),
        ("takum8", 0x40, 1),
        ("takum8", 0x41, Fraction(9, 8)),
        ("takum8", 0x7F, TWO**239),
        ("takum16", 0x7FFF, TWO**254 * Fraction(31, 16) / TWO**0),
    ],
)
def test_vectors_of_the_field(name: str, code: int, value: Fraction | int):
    fmt = find_format(name)
    assert value_of(fmt, code) == value
    assert encode(fmt, finite(value)).code == code


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("posit16", "0.1", 0x24CD),
        ("posit16", "3.14159265358979323846", 0x4C91),
        ("takum16", "0.1", 0x2F33),
        ("posit8", "1e9", 0x7F),
        ("posit8", "1e-9", 0x01),
        ("posit8", "-1e-90", 0xFF),
        ("posit8", "-1e90", 0x81),
    ],
)
def test_decimals_round_to_known_codes(name: str, text: str, code: int):
    assert encode(find_format(name), finite(Fraction(text))).code == code


def test_the_largest_takum_and_nar():
    takum16 = find_format("takum16")
    assert f"{float(takum16.largest):.1e}" == "5.6e+76"
    assert takum16.nan_code == 0x8000
    assert find_format("posit32").nan_code == 1 << 31


@strided(7)
@by_small
@pytest.mark.parametrize("rounding", Rounding)
def test_numbers_are_rounded_on_the_string_of_bits(fmt: Format, rounding: Rounding, stride: int):
    """Against a search among the values, and the border that the wider format has in between."""
    rules = Rules(rounding, random_bits=5, random_width=4)
    values, border = _values(fmt), _border(fmt, rounding)
    for x in [*_probes(fmt)][[*Rounding].index(rounding) % stride :: stride]:
        upper = bisect_right(values, x)
        for negative in (False, True):
            if x < values[0]:
                place = 1
            elif x >= values[-1] or values[upper - 1] == x:
                place = upper
            else:
                place = upper + _goes_up(x, border(upper), upper, negative, rounding)
            rounded = encode(fmt, finite(-x if negative else x), rules)
            assert rounded.code == (-place % (1 << fmt.width) if negative else place), (x, negative)
            exact = values[place - 1] == x
            assert rounded.flags == (Flags.NONE if exact else Flags.INEXACT)


@cache
def _values(fmt: Format) -> list[Fraction]:
    value = reference(fmt)
    found = [value(code) for code in range(1, 1 << fmt.width - 1)]
    return [each for each in found if each is not None]


def _border(fmt: Format, rounding: Rounding) -> Callable[[int], Fraction]:
    """Where the choice changes above a code, by the definition of the wider format."""
    more, bits = (4, 16 - 5) if rounding is Rounding.STOCHASTIC else (1, 1)
    value = reference(fmt, more)

    def border(code: int) -> Fraction:
        found = value((code << more) + bits)
        assert found is not None
        return found

    return border


def _probes(fmt: Format) -> list[Fraction]:
    """Each value, the border above it, and numbers close by on both sides."""
    values, found = _values(fmt), []
    borders = [_border(fmt, r) for r in (Rounding.TIES_TO_EVEN, Rounding.STOCHASTIC)]
    for code in range(1, len(values), 1 + len(values) // 300):
        found += [values[code - 1], *(border(code) for border in borders)]
    found += [values[-1], values[0] / 3, values[0] / 2**900, values[-1] * 3, values[-1] * 2**900]
    close = 1 + Fraction(1, 1 << 300)
    return [each for x in found for each in (x / close, x, x * close)]


def _goes_up(x: Fraction, border: Fraction, code: int, negative: bool, rounding: Rounding) -> bool:
    match rounding:
        case Rounding.TIES_TO_EVEN:
            return x > border or (x == border and code % 2 == 1)
        case Rounding.TIES_UPWARD:
            return x > border or (x == border and not negative)
        case Rounding.TIES_AWAY | Rounding.STOCHASTIC:
            return x >= border
        case Rounding.TO_ODD:
            return code % 2 == 0
        case _:
            return rounding is (Rounding.DOWNWARD if negative else Rounding.UPWARD)


@by_small
@pytest.mark.parametrize("overflow", Overflow)
def test_nothing_that_is_not_zero_becomes_zero_or_nar(fmt: Format, overflow: Overflow):
    for rounding in Rounding:
        for flush in (False, True):
            rules = Rules(rounding, overflow, flush)
            for x in (Fraction(1, 10**90), Fraction(10**90), fmt.smallest / 2, fmt.largest * 2):
                tiny = x < 1
                for negative in (False, True):
                    code = encode(fmt, finite(-x if negative else x), rules).code
                    assert code == fmt.code_at(1 if tiny else fmt.largest_place, negative)


@strided(5)
@by_small
@pytest.mark.parametrize("rounding", Rounding)
def test_zones_and_intervals_agree_with_rounding(fmt: Format, rounding: Rounding, stride: int):
    rules = Rules(rounding, random_bits=5, random_width=4)
    every = zones(fmt, rules)
    for x in _probes(fmt)[[*Rounding].index(rounding) % stride :: stride * (1 + fmt.width // 4)]:
        for value in (x, -x):
            code = encode(fmt, finite(value), rules).code
            interval = rounding_interval(fmt, code, rules)
            assert interval is not None
            assert interval.contains(value)
            zone = zone_of(fmt, finite(value), rules)
            assert zone in every
            assert zone.delivers in (None, code)


def test_infinities_become_nar_or_the_largest():
    fmt = find_format("posit16")
    assert encode(fmt, Infinity(False)) == (0x8000, Flags.INVALID)
    saturating = Rules(overflow=Overflow.SATURATE)
    assert encode(fmt, Infinity(True), saturating).code == 0x8001
    assert encode(fmt, NaN(payload=7)) == (0x8000, Flags.NONE)


@pytest.mark.parametrize("name", ["posit8", "posit16", "posit32_es3", "takum8", "takum16"])
def test_operations_round_once(name: str):
    fmt, draw = find_format(name), random.Random(5)
    for _ in range(300):
        a, b, c = (draw.randrange(1, 1 << fmt.width - 1) for _ in range(3))
        x, y, z = (value_of(fmt, code) for code in (a, b, c))
        of = [(fmt, code) for code in (a, b, c)]
        assert add(fmt, *of[:2]).code == encode(fmt, finite(x + y)).code
        assert multiply(fmt, *of[:2]).code == encode(fmt, finite(x * y)).code
        assert fma(fmt, *of).code == encode(fmt, finite(x * y + z)).code
        machine = Machine(fmt)
        total = machine.add(machine.read(a), machine.read(b))
        assert machine_value(total) == value_of(fmt, encode(fmt, finite(x + y)).code)
        assert machine.code(total) == encode(fmt, finite(x + y)).code
    nar = (fmt, fmt.nan_code)
    assert add(fmt, nar, (fmt, 1)).code == fmt.nan_code


def test_fields_are_those_of_the_code_as_it_stands():
    posit = find_format("posit16")
    fields = posit.fields(0x24CD)  # 0.1: 0 01 00 10011001101
    assert [(f.kind.value, f.digits, f.value) for f in fields] == [
        ("sign", "0", 0),
        ("regime", "01", -1),
        ("exponent", "00", 0),
        ("fraction", "10011001101", 0b10011001101),
    ]
    negative = posit.fields(-0x24CD & 0xFFFF)
    assert [f.digits for f in negative] == ["1", "10", "11", "01100110011"]
    cut = find_format("posit8").fields(0b0_111110_1)
    assert [(f.kind, f.digits, f.value) for f in cut[2:]] == [(FieldKind.EXPONENT, "1", 2)]
    takum = find_format("takum16").fields(0x2F33)
    assert [(f.kind.value, f.digits, f.value) for f in takum] == [
        ("sign", "0", 0),
        ("prefix", "0", 0),
        ("regime", "101", 2),
        ("exponent", "11", 3),
        ("fraction", "100110011", 0b100110011),
    ]
    for code in range(1 << 16):
        bits = "".join(f.digits for f in posit.fields(code))
        assert int(bits, 2) == code
        assert len(field_of(posit.fields(code), FieldKind.REGIME).digits) >= 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("posit16_es2", "posit16"),
        ("posit<16,2>", "posit16"),
        ("posit(8, 0)", "posit8_es0"),
        ("posit24", "posit24"),
        ("POSIT32_ES3", "posit32_es3"),
        ("takum_linear16", "takum16"),
        ("takum12", "takum12"),
    ],
)
def test_names(text: str, name: str):
    assert find_format(text).name == name


@pytest.mark.parametrize("name", ["posit1", "posit129", "posit16_es9", "takum1", "takum999999"])
def test_impossible_formats_are_one_line(name: str):
    with pytest.raises(FormatError) as error:
        find_format(name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


@settings(max_examples=40)
@given(
    st.sampled_from(["posit8", "posit16", "posit6_es0", "posit4_es1", "takum8", "takum16"]),
    st.data(),
    st.sampled_from([r for r in Rounding if not r.rule.draws]),
    st.booleans(),
)
def test_a_closed_form_is_a_loop_of_updates(name: str, data, rounding: Rounding, flush: bool):
    fmt, rules = find_format(name), Rules(rounding, flush=flush)
    start = data.draw(st.integers(0, (1 << fmt.width) - 1))
    near = st.sampled_from([fmt.smallest, fmt.largest, Fraction(1), Fraction(1, 1000)])
    scale = data.draw(near) * TWO ** data.draw(st.integers(-9, 9))
    update = data.draw(st.fractions(-4, 4, max_denominator=64)) * scale
    course, code = Trajectory(fmt, start, finite(update), rules), start
    for t in range(60):
        assert course.code(t) == code
        if decode(fmt, code).number_class is not NumberClass.NAN:
            code = encode(fmt, finite(value_of(fmt, code) + update), rules).code
    assert len(course.strides) < 400
    last = course.code(course.stall)
    assert course.code(course.stall + 10**9) == last


def test_a_course_that_leaps_over_zero_does_not_creep():
    """Between the least values of both signs nothing lies where rounding makes no zero."""
    fmt, update = find_format("posit8"), Fraction(1, 1 << 23)
    course = Trajectory(fmt, 0xFF, finite(update), Rules(Rounding.TOWARD_ZERO))
    assert [course.code(t) for t in range(4)] == [0xFF, 0x01, 0x01, 0x01]


@by_small
def test_the_shortest_decimal_reads_back(fmt: Format):
    for code in range(1 << fmt.width):
        if fmt.is_finite(code):
            text = shortest_decimal(fmt, code)
            assert encode(fmt, parse_literal(text).number).code == code
