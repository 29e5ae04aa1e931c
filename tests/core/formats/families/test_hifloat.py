"""HiFloat8, against its definition and, where it is installed, en_dtypes."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rounding, Rules, encode
from fpviz.core.formats import FieldKind, NumberClass, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import next_down, next_up, ulp
from fpviz.core.line.zones import rounding_interval, zone_of
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from tests.conformance import checks

HIF8 = find_format("hif8")
TWO = Fraction(2)
LARGEST = 32768


def said_by_the_paper(code: int) -> object:
    """A value, ``inf``, ``-inf`` or ``nan``, by the digits of a code, from left to right."""
    if code == 0x80:
        return "nan"
    if code & 0x7F == 0x6F:
        return "-inf" if code >> 7 else "inf"
    sign, digits = -1 if code >> 7 else 1, f"{code:08b}"[1:]
    if digits.startswith("0000"):
        count = int(digits[4:], 2)
        return sign * TWO ** (count - 23) if count else Fraction(0)
    dots = {"11": 4, "10": 3, "01": 2, "001": 1, "0001": 0}
    dot = next(dot for dot in dots if digits.startswith(dot))
    width, rest = dots[dot], digits[len(dot) :]
    exponent, fraction = rest[:width], rest[width:]
    power = int("1" + exponent[1:], 2) * (-1) ** int(exponent[0]) if width else 0
    return sign * (1 + Fraction(int(fraction, 2), 1 << len(fraction))) * TWO**power


SAID = [said_by_the_paper(code) for code in range(256)]
FINITE = sorted((value, code) for code, value in enumerate(SAID) if isinstance(value, Fraction))
VALUES = [value for value, _ in FINITE]


@checks("decoding", against="definitions", name="hif8")
@checks("encoding", against="decoding", name="hif8")
def test_every_code_says_what_the_paper_says(compared):
    for code, value in enumerate(SAID):
        decoded = decode(HIF8, code)
        match decoded.number:
            case NaN():
                assert value == "nan"
            case Infinity(negative):
                assert value == ("-inf" if negative else "inf")
            case number:
                assert number == Finite(code >= 0x80, abs(value))
                assert encode(HIF8, number) == Rounded(code, Flags.NONE)
    compared(256)


@checks("decoding", against="en_dtypes", name="hif8")
def test_every_code_says_what_en_dtypes_says(compared):
    en_dtypes = pytest.importorskip("en_dtypes", reason="Huawei's own types for numpy")
    theirs = np.arange(256, dtype=np.uint8).view(en_dtypes.hifloat8).astype(np.float64)
    for code, value in enumerate(SAID):
        assert theirs[code] == float(value) or value == "nan", code
    compared(256)


@checks("rounding", "ties-away", against="en_dtypes", name="hif8")
def test_numbers_round_as_en_dtypes_rounds_them(compared):
    en_dtypes = pytest.importorskip("en_dtypes", reason="Huawei's own types for numpy")
    draw = np.random.default_rng(8)
    numbers = draw.standard_normal(20_000) * 2.0 ** draw.integers(-26, 18, 20_000)
    numbers = numbers.astype(np.float32)
    codes = numbers.astype(en_dtypes.hifloat8).view(np.uint8).tolist()
    for number, code in zip(numbers.tolist(), codes, strict=True):
        assert encode(HIF8, finite(Fraction(number)), Rules(Rounding.TIES_AWAY)).code == code
    compared(len(codes))


@pytest.mark.parametrize(
    ("code", "value"),
    [
        *((0x00, 0), (0x80, "nan"), (0x6F, "inf"), (0xEF, "-inf"), (0x6E, 32768), (0x08, 1)),
        *((0x10, 2), (0x18, TWO**-1), (0x20, 4), (0x40, 16), (0x60, 256), (0x7E, TWO**-15)),
        *((0x07, TWO**-16), (0x01, TWO**-22)),
    ],
)
def test_codes_of_note(code: int, value: object):
    assert SAID[code] == value


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1.0625", 0x09),
        ("18", 0x41),
        ("40960", 0x6F),
        ("40959", 0x6E),
        (str(TWO**-23), 0x01),
        ("0.1", 0x52),
        ("3.14159265358979", 0x15),
    ],
)
def test_ties_away_is_what_the_hardware_does(number: str, code: int):
    assert encode(HIF8, finite(Fraction(number)), Rules(Rounding.TIES_AWAY)).code == code


def test_codes_are_not_in_the_order_of_values_and_neighbours_are():
    for (below, lower), (above, upper) in pairwise(FINITE):
        assert below < above
        assert next_up(HIF8, lower) == upper
        assert next_down(HIF8, upper) == lower
    assert SAID[0x18] < SAID[0x08] < SAID[0x10]
    assert next_up(HIF8, 0x6E) == 0x6F


def test_the_quantum_never_falls_as_the_exponent_grows():
    quanta = [HIF8.quantum_at(exponent) for exponent in range(-22, 17)]
    assert quanta == sorted(quanta)
    assert {HIF8.quantum_at(exponent) - exponent for exponent in range(-3, 4)} == {-3}
    assert HIF8.quantum_at(-40) == HIF8.quantum_at(-22) == -22
    assert ulp(HIF8, 0x40) == 4


def test_what_lies_behind_the_dot_0000_is_a_count():
    assert [HIF8.number_class(code) for code in (0, 1, 7, 8)] == [
        *(NumberClass.ZERO, NumberClass.SUBNORMAL, NumberClass.SUBNORMAL, NumberClass.NORMAL)
    ]
    assert HIF8.remark(1) is not None
    assert HIF8.remark(8) is None


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        (0x01, "0 0000 001"),
        (0x0B, "0 0001 011"),
        (0x9A, "1 001 1 010"),
        (0x2B, "0 01 01 011"),
        (0x55, "0 10 101 01"),
        (0x7E, "0 11 1111 0"),
    ],
)
def test_the_dot_says_how_long_the_fields_are(code: int, fields: str):
    found = decode(HIF8, code).fields
    assert " ".join(field.digits for field in found) == fields
    assert [field.kind for field in found[:2]] == [FieldKind.SIGN, FieldKind.PREFIX]


def test_formulas_are_true():
    for code, value in enumerate(SAID):
        if not isinstance(value, Fraction):
            continue
        text = "".join(
            f"**({piece.text})" if piece.level.value == "raised" else piece.text
            for piece in HIF8.formula(code)
            if piece.level.value != "lowered"
        ).replace("−", "-")
        *factors, last = text.split(" × ")
        digits = last.partition(".")[2]
        factors.append(str(1 + Fraction(int(digits, 2), 1 << len(digits)) if digits else last))
        product_of_all = Fraction(1)
        for factor in factors:
            base, _, power = factor.partition("**")
            product_of_all *= Fraction(base.strip("()")) ** (_sum(power) if power else 1)
        assert product_of_all == value, code


def _sum(text: str) -> int:
    """``(7-23)`` or ``(-4)``."""
    first, _, less = text.strip("()").partition("-") if text[1] != "-" else (text[1:-1], "", "")
    return int(first) - int(less or 0)


SIZES = [*(value for value in VALUES if value >= 0), Fraction(49152)]


def _last_digits() -> dict[Fraction, int]:
    """The last digit of each magnitude, by its place in its binade; a lone one's is one."""
    found = {Fraction(0): 0}
    for exponent in range(-22, 16):
        alike = [size for size in SIZES if TWO**exponent <= size < 2 * TWO**exponent]
        found |= {size: i % 2 if len(alike) > 1 else 1 for i, size in enumerate(alike)}
    return found


ODD = _last_digits()


def rounded(x: Fraction, rounding: Rounding) -> Fraction | None:
    """By search among all values; ``None`` beyond the largest."""
    size, sizes = abs(x), SIZES
    at = bisect_right(sizes, size) - 1
    if at == len(sizes) - 1:
        return None
    low, high = sizes[at], sizes[at + 1]
    share = (size - low) / (high - low)
    up = {
        Rounding.TIES_TO_EVEN: share > Fraction(1, 2) or (share == Fraction(1, 2) and ODD[low]),
        Rounding.TIES_AWAY: share >= Fraction(1, 2),
        Rounding.TIES_UPWARD: share > Fraction(1, 2) or (share == Fraction(1, 2) and x > 0),
        Rounding.TOWARD_ZERO: False,
        Rounding.UPWARD: share and x > 0,
        Rounding.DOWNWARD: share and x < 0,
    }[rounding]
    size = high if up else low
    return None if size == sizes[-1] else size if x > 0 else -size


NEAR = [low + (high - low) * part / 8 for low, high in pairwise(VALUES) for part in range(8)]
ROUNDINGS = (
    *(Rounding.TIES_TO_EVEN, Rounding.TIES_AWAY, Rounding.TIES_UPWARD),
    *(Rounding.TOWARD_ZERO, Rounding.UPWARD, Rounding.DOWNWARD),
)


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_numbers_are_rounded_to_what_a_search_finds(rounding: Rounding):
    rules = Rules(rounding)
    for x in filter(None, NEAR):
        code = encode(HIF8, finite(x), rules).code
        assert SAID[code] == rounded(x, rounding), x


@pytest.mark.parametrize(("rounding", "overflow"), [*product(ROUNDINGS, Overflow)])
def test_what_rounds_to_a_code_is_its_interval_and_zone(rounding: Rounding, overflow: Overflow):
    rules = Rules(rounding, overflow)
    points = [*NEAR[::5], Fraction(40959), Fraction(40960), Fraction(50000), Fraction(-(10**6))]
    for x in points:
        code = encode(HIF8, finite(x), rules).code
        interval, zone = rounding_interval(HIF8, code, rules), zone_of(HIF8, finite(x), rules)
        assert interval is None or interval.contains(x)
        assert zone.delivers in {None, code}


@given(st.fractions(), st.integers(-30, 30))
def test_a_value_is_never_farther_than_its_neighbours(number: Fraction, exponent: int):
    x = number * TWO**exponent
    if x and abs(x) <= LARGEST:
        value = decode(HIF8, encode(HIF8, finite(x)).code).number.value
        assert abs(value - x) == min(abs(other - x) for other in VALUES)
