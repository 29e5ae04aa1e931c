"""Numbers as text, against decimal, MPFR, Python, numpy, and a search for anything shorter."""

from __future__ import annotations

import decimal
import doctest
import random
from fractions import Fraction
from itertools import combinations

import gmpy2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core import text
from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import CATALOGUE, Format, find_format
from fpviz.core.formats.decoding import decode, is_finite_code, value_of
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.literals import NumberLiteral, parse_literal
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.text import (
    bit_fields,
    brief,
    decimal_places,
    exact_decimal,
    exact_text,
    floor_log10,
    held_text,
    hexfloat,
    integer_text,
    power_text,
    scientific,
    shortest_decimal,
    superscript,
    telling_digits,
    value_text,
    whole_or_shortest,
)
from tests.eighths import EIGHTHS
from tests.reference import CUSTOM_LAYOUTS, LAYOUTS, Choice, Layout, rounded
from tests.strides import strided

TWO = Fraction(2)
EXACT = decimal.Context(prec=200_000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
LAYOUTS_OF_8_BITS = {
    name: layout for name, layout in {**LAYOUTS, **CUSTOM_LAYOUTS}.items() if layout.width <= 8
}
WIDE = ["tf32", "fp32", "fp64", "fp128", "e7m30", "e10m200"]


def _finite_codes(fmt: Format, stride: int = 1) -> list[int]:
    return [code for code in range(0, 1 << fmt.width, stride) if is_finite_code(fmt, code)]


def _sample(fmt: Format, count: int) -> list[int]:
    draw = random.Random(fmt.width)
    codes = {0, 1, 2, fmt.min_normal_code - 1, fmt.min_normal_code, fmt.largest_code}
    codes |= {(fmt.bias + step) << fmt.fraction_width for step in range(-3, 14)}
    codes |= {draw.randrange(fmt.largest_code) for _ in range(count)}
    finite_ones = [code for code in codes if 0 <= code <= fmt.largest_code]
    signed = {code | sign for code in finite_ones for sign in (0, fmt.sign_mask)}
    return sorted(code for code in signed if is_finite_code(fmt, code))


def _bits_of(values: np.ndarray, width: int) -> list[int]:
    return values.view(f"u{width // 8}").tolist()


def _digits(shown: str) -> tuple[bool, str, int]:
    """(negative, significant digits, decimal exponent) of a decimal in any notation."""
    sign, digits, exponent = decimal.Decimal(shown).normalize(EXACT).as_tuple()
    return sign == 1, "".join(map(str, digits)), int(exponent)


# -- exact --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["fp16", "bf16", *WIDE])
def test_exact_decimals_are_those_of_decimal(name: str) -> None:
    fmt = find_format(name)
    for code in _sample(fmt, 10):
        value = value_of(fmt, code)
        quotient = EXACT.divide(
            EXACT.create_decimal(value.numerator), EXACT.create_decimal(value.denominator)
        )
        assert exact_decimal(value) == format(quotient, "f")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_exact_decimals_of_binary64_are_those_of_decimal(number: float) -> None:
    shown = format(decimal.Decimal(number), "f")
    assert exact_decimal(Fraction(number)) == shown.removeprefix("-" if not number else "")


def test_exact_decimals_of_binary128_are_those_of_mpfr() -> None:
    fmt = find_format("fp128")
    for code in _sample(fmt, 4):
        value = value_of(fmt, code)
        with gmpy2.context(precision=113, emax=40000, emin=-40000):
            number = gmpy2.mpfr(gmpy2.mpq(value.numerator, value.denominator))
            shown = f"{number:.17000f}"
        assert exact_decimal(value) == (shown.rstrip("0").rstrip(".") if value else "0")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(0), "0"),
        (Fraction(-7), "-7"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-10, 7), "-10/7"),
        (Fraction(1, 5**30 * 2), "0." + "0" * 21 + str(2**29).rjust(9, "0")),
        (Fraction(1, 5**30 * 3), f"1/{5**30 * 3}"),
        (Fraction("1.12156450748443603515625"), "1.12156450748443603515625"),
        (Fraction("0.00006663799285888671875"), "0.00006663799285888671875"),
    ],
)
def test_exact_decimal(value: Fraction, shown: str) -> None:
    assert exact_decimal(value) == shown


@given(st.integers(-(10**40), 10**40), st.integers(0, 60), st.integers(0, 60))
def test_every_decimal_that_ends_is_written_out(n: int, twos: int, fives: int) -> None:
    value = Fraction(n, 2**twos * 5**fives)
    shown = exact_decimal(value)
    assert "/" not in shown
    assert Fraction(shown) == value
    assert not ("." in shown and shown.endswith("0"))


@pytest.mark.parametrize(
    ("value", "places"),
    [(Fraction(7), 0), (Fraction(1, 8), 3), (Fraction(1, 500), 3), (Fraction(1, 3), None)],
)
def test_decimal_places(value: Fraction, places: int | None) -> None:
    assert decimal_places(value) == places


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Finite(True, Fraction(0)), "-0"),
        (Infinity(True), "-inf"),
        (NaN(), "nan"),
        (finite(Fraction(-9, 8)), "-1.125"),
        (finite(Fraction(1, 3)), "0.33333…"),
        (finite(Fraction("1.23456789")), "1.2346…"),
        (finite(Fraction(-2, 3) * 10**40), "-6.6667…e+39"),
        (finite(10**40), "1e+40"),
        (finite(TWO**-700), "1.9011…e-211"),
        (finite(10**200), "1e+200"),
    ],
)
def test_brief_text_says_where_it_is_cut(number, shown: str) -> None:
    assert brief(number, 5) == shown


@pytest.mark.parametrize("digits", [3000, 3010, 5000, 100_000])
def test_integers_of_any_length(digits: int) -> None:
    assert integer_text(10**digits) == "1" + "0" * digits
    assert integer_text(-(10**digits)) == "-1" + "0" * digits


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Finite(True, Fraction(0)), "-0"),
        (finite(0), "0"),
        (finite(Fraction(-3, 2)), "-1.5"),
        (Infinity(False), "inf"),
        (Infinity(True), "-inf"),
        (NaN(), "nan"),
        (NaN(True, 0x123), "-nan(0x123)"),
        (NaN(False, 1, quiet=False), "snan(0x1)"),
    ],
)
def test_exact_text(number, shown: str) -> None:
    assert exact_text(number) == shown
    assert parse_literal(shown).number == number
    assert value_text(number) == ("nan" if isinstance(number, NaN) else shown)


@pytest.mark.parametrize("fmt", BINARY.formats, ids=lambda fmt: fmt.name)
def test_exact_text_reads_back_to_the_same_code(fmt: Format) -> None:
    codes = range(1 << fmt.width) if fmt.width <= 8 else _sample(fmt, 20)
    for code in [*codes, *((fmt.nan_code, fmt.nan_code + 1) if fmt.width > 8 else ())]:
        number = parse_literal(exact_text(decode(fmt, code).number)).number
        assert encode(fmt, number).code == code


@strided(4)
@pytest.mark.parametrize("fmt", [*CATALOGUE, EIGHTHS], ids=lambda fmt: fmt.name)
def test_what_a_code_holds_is_the_exact_text_of_its_number(fmt: Format, stride: int) -> None:
    draw = random.Random(fmt.width)
    codes = (
        range(1 << fmt.width)
        if fmt.width <= 8
        else [draw.getrandbits(fmt.width) for _ in "x" * 300]
    )
    for code in codes[:: stride if fmt.width > 5 else 1]:
        assert held_text(fmt, code) == exact_text(decode(fmt, code).number)


# -- a few digits --------------------------------------------------------------------------------


@given(st.fractions().filter(bool), st.integers(-400, 400), st.integers(1, 25))
def test_scientific_is_what_decimal_rounds_to(number: Fraction, power: int, digits: int) -> None:
    value = number * Fraction(10) ** power
    shown = scientific(value, digits)
    context = decimal.Context(prec=digits, rounding=decimal.ROUND_HALF_EVEN)
    wanted = context.divide(decimal.Decimal(value.numerator), decimal.Decimal(value.denominator))
    assert decimal.Decimal(shown) == wanted
    assert _digits(shown) == _digits(str(wanted))


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (Fraction(0), 4, "0"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(-(10**30)), 4, "-1e+30"),
        (Fraction(99995), 4, "1e+05"),
        (Fraction(99995), 5, "99995"),
        (Fraction(125, 1000), 2, "0.12"),
        (Fraction(375, 1000), 2, "0.38"),
        (Fraction(1, 10**4), 3, "0.0001"),
        (Fraction(1, 10**5), 3, "1e-05"),
        (Fraction(1234567), 7, "1234567"),
        (Fraction(10**6), 3, "1000000"),
        (Fraction(10**7), 3, "1e+07"),
        (Fraction(123456789), 9, "123456789"),
        (Fraction(5, 10**324), 3, "5e-324"),
        (Fraction(123, 10**102), 3, "1.23e-100"),
    ],
)
def test_scientific(value: Fraction, digits: int, shown: str) -> None:
    if shown == "1e+05":  # rounded up into the next decade, and still short enough to be plain
        shown = "100000"
    assert scientific(value, digits) == shown


@given(st.fractions(min_value=0).filter(bool), st.integers(-6000, 6000))
def test_floor_log10_brackets(number: Fraction, power: int) -> None:
    value = number * Fraction(10) ** power
    e = floor_log10(value)
    assert Fraction(10) ** e <= value < Fraction(10) ** (e + 1)


@pytest.mark.parametrize("exponent", [-5000, -308, -1, 0, 1, 22, 5000])
def test_floor_log10_at_powers_of_ten(exponent: int) -> None:
    power = Fraction(10) ** exponent
    assert floor_log10(power) == exponent
    assert floor_log10(power * (1 - Fraction(1, 2**200))) == exponent - 1


# -- shortest ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["fp16", "bf16", "fp8_e5m2", "fp8_e4m3fn", "fp6_e3m2", "e8m0"])
def test_shortest_reads_back_to_the_same_code(name: str) -> None:
    fmt = find_format(name)
    for code in _finite_codes(fmt, 1 if fmt.width <= 8 else 23):
        assert encode(fmt, parse_literal(shortest_decimal(fmt, code)).number).code == code


@pytest.mark.parametrize("name", WIDE)
def test_shortest_of_a_wide_format_reads_back_and_one_digit_less_does_not(name: str) -> None:
    fmt = find_format(name)
    for code in _sample(fmt, 25):
        shown = shortest_decimal(fmt, code)
        assert encode(fmt, parse_literal(shown).number).code == code
        _, digits, exponent = _digits(shown)
        unit = Fraction(10) ** (exponent + 1)
        sign = -1 if code & fmt.sign_mask else 1
        for shorter in (int(digits) // 10, int(digits) // 10 + 1) if len(digits) > 1 else ():
            assert encode(fmt, finite(sign * shorter * unit)).code != code


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_shortest_binary64_has_the_digits_of_repr(number: float) -> None:
    code = int(np.float64(number).view(np.uint64))
    assert _digits(shortest_decimal(find_format("fp64"), code)) == _digits(repr(number))


def test_shortest_binary64_at_powers_of_two_has_the_digits_of_repr() -> None:
    fmt = find_format("fp64")
    for field in range(2047):
        code = field << 52
        number = float(np.uint64(code).view(np.float64))
        assert _digits(shortest_decimal(fmt, code)) == _digits(repr(number))


def test_shortest_fp16_has_the_digits_of_numpy() -> None:
    fmt = find_format("fp16")
    for code in [*range(0, fmt.largest_code + 1, 5), *range(0, fmt.largest_code, 1 << 10)]:
        shown = np.format_float_scientific(np.uint16(code).view(np.float16), unique=True)
        assert _digits(shortest_decimal(fmt, code)) == _digits(shown), fmt.code_text(code)


def test_shortest_fp32_has_the_digits_of_numpy() -> None:
    fmt = find_format("fp32")
    for code in [*_sample(fmt, 1000), *(field << 23 for field in range(255))]:
        shown = np.format_float_scientific(np.uint32(code).view(np.float32), unique=True)
        assert _digits(shortest_decimal(fmt, code)) == _digits(shown), fmt.code_text(code)


@strided(3)
@pytest.mark.parametrize("name", LAYOUTS_OF_8_BITS)
def test_shortest_is_minimal_and_nearest_among_all_decimals(name: str, stride: int) -> None:
    """All decimals around the value are tried, the short ones first, with another rounding."""
    fmt, layout = find_format(name), LAYOUTS_OF_8_BITS[name]
    for code in [*_finite_codes(fmt)][::stride]:
        magnitude = fmt.magnitude(code & fmt.magnitude_mask)
        if code & fmt.sign_mask or not magnitude:
            continue
        _, digits, exponent = _digits(shortest_decimal(fmt, code))
        found, distance = _shortest_by_search(layout, code, magnitude)
        shown = int(digits) * Fraction(10) ** exponent
        assert len(digits) == found, fmt.code_text(code)
        assert abs(shown - magnitude) == distance, fmt.code_text(code)


def _shortest_by_search(layout: Layout, code: int, value: Fraction) -> tuple[int, Fraction]:
    """(digits, distance to the value) of the best decimal that reads back as ``code``.

    What overflows, or lies below all numbers of a format without zero, does not count as reading
    back, even where the largest or the least number stands in for it.
    """
    leading = max(exponent for exponent in range(-60, 60) if Fraction(10) ** exponent <= value)
    for digits in range(1, 12):
        distances = []
        for exponent in (leading - digits + 1, leading - digits + 2):
            unit = Fraction(10) ** exponent
            middle = value // unit
            for coefficient in range(max(middle - 6, 1), middle + 8):
                if len(str(coefficient).rstrip("0")) > digits:
                    continue
                number = coefficient * unit
                read, flags = rounded(layout, number, Choice("ties-to-even"))
                below_all = not layout.signed and number <= value / 2
                if read == code and "overflow" not in flags and not below_all:
                    distances.append(abs(number - value))
        if distances:
            return digits, min(distances)
    raise AssertionError("no decimal found")


@pytest.mark.parametrize(
    ("name", "code", "shown"),
    [
        ("fp16", 0x7BFF, "65500"),
        ("fp16", 0x3C7C, "1.121"),
        ("fp16", 0x8000, "-0"),
        ("fp16", 0x0001, "6e-08"),
        ("fp16", 0x8001, "-6e-08"),
        ("fp32", 0x3F8F8F6D, "1.1215645"),
        ("fp64", 1, "5e-324"),
        ("fp8_e4m3fn", 0x7E, "450"),
        ("e8m0", 0x00, "6e-39"),
        ("e8m0", 0xFE, "2e+38"),
    ],
)
def test_shortest(name: str, code: int, shown: str) -> None:
    assert shortest_decimal(find_format(name), code) == shown


@pytest.mark.parametrize(
    ("name", "code", "shown"),
    [
        ("fp16", 0x7BFF, "65504"),
        ("fp16", 0xFBFF, "-65504"),
        ("fp16", 0x3C7C, "1.121"),
        ("fp16", 0x8000, "-0"),
        ("fp8_e4m3fn", 0x7E, "448"),
        ("fp64", 0x433FFFFFFFFFFFFF, "9007199254740991"),
        ("fp32", 0x7F7FFFFF, "3.4028235e+38"),
    ],
)
def test_an_integer_is_whole(name: str, code: int, shown: str) -> None:
    assert whole_or_shortest(find_format(name), code) == shown


# -- hexadecimal and bits ------------------------------------------------------------------------


def _trimmed(shown: str) -> str:
    mantissa, exponent = shown.split("p")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + "p" + exponent


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_hexfloat_of_binary64_is_pythons(number: float) -> None:
    code = int(np.float64(number).view(np.uint64))
    assert _trimmed(hexfloat(find_format("fp64"), code)) == _trimmed(number.hex())


@pytest.mark.parametrize("fmt", [f for f in BINARY.formats if f.width <= 32], ids=lambda f: f.name)
def test_hexfloat_means_the_value_in_c(fmt: Format) -> None:
    for code in _finite_codes(fmt, 5) if fmt.width <= 16 else _sample(fmt, 200):
        shown = hexfloat(fmt, code)
        assert Fraction(float.fromhex(shown)) == value_of(fmt, code)
        assert shown.startswith("-") == bool(code & fmt.sign_mask)


@pytest.mark.parametrize("name", ["fp16", *WIDE, "e8m0", "fp4_e2m1"])
def test_hexfloat_reads_back_exactly_also_in_a_field_of_its_format(name: str) -> None:
    fmt = find_format(name)
    for code in _sample(fmt, 20):
        literal = parse_literal(hexfloat(fmt, code), fmt)
        assert isinstance(literal, NumberLiteral)
        assert literal.number == decode(fmt, code).number


@pytest.mark.parametrize(
    ("name", "code", "shown"),
    [
        ("fp16", 0x3C7C, "0x1.1f0p+0"),
        ("fp16", 0x0001, "0x0.004p-14"),
        ("fp16", 0x8000, "-0x0p+0"),
        ("fp8_e4m3fn", 0x7E, "0x1.cp+8"),
        ("e8m0", 0x00, "0x1p-127"),
    ],
)
def test_hexfloat(name: str, code: int, shown: str) -> None:
    assert hexfloat(find_format(name), code) == shown


@pytest.mark.parametrize("write", [hexfloat, shortest_decimal])
@pytest.mark.parametrize("code", [0x7C00, 0xFC00, 0x7E00])
def test_what_is_not_finite_has_no_digits(write, code: int) -> None:
    with pytest.raises(ValueError, match=rf"{code:#06x} is not finite in fp16"):
        write(find_format("fp16"), code)


@pytest.mark.parametrize(
    ("name", "code", "fields"),
    [
        ("fp16", 0x3C7C, ("0", "01111", "0001111100")),
        ("fp32", 0xBF8F8F6D, ("1", "01111111", "00011111000111101101101")),
        ("e8m0", 0x7F, ("01111111",)),
        ("e2m0fn", 0x5, ("1", "01")),
    ],
)
def test_bit_fields(name: str, code: int, fields: tuple[str, ...]) -> None:
    assert bit_fields(find_format(name), code) == fields


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1), "2⁰"),
        (Fraction(1, 1024), "2⁻¹⁰"),
        (Fraction(2**16), "2¹⁶"),
        (Fraction(3), None),
        (Fraction(1, 3), None),
        (Fraction(2, 3), None),
        (Fraction(0), None),
        (Fraction(-2), None),
    ],
)
def test_powers_of_two_are_named(value: Fraction, shown: str | None) -> None:
    assert power_text(value) == shown


def test_superscript() -> None:
    assert superscript(-1234567890) == "⁻¹²³⁴⁵⁶⁷⁸⁹⁰"


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(text).failed == 0


@given(st.lists(st.fractions(-2, 2), max_size=8), st.integers(1, 12))
def test_telling_digits_tell_different_values_apart(values: list[Fraction], least: int) -> None:
    digits = telling_digits(values, least, most=400)
    texts = [scientific(value, n) for value, n in zip(values, digits, strict=True)]
    for (a, x), (b, y) in combinations(zip(values, texts, strict=True), 2):
        assert (a == b) == (x == y)
    assert all(n >= least for n in digits)


def test_telling_digits_have_an_end_and_leave_other_things_alone() -> None:
    alike = [Fraction(1), 1 + Fraction(1, 10**80)]
    assert telling_digits(alike, 10) == [60, 60]
    assert telling_digits([NaN(), 3, None, Fraction(1, 3)], 10) == [10, 10, 10, 10]
