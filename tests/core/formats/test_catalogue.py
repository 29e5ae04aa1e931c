"""The catalogue's facts, and the custom formats that carry the same facts."""

from __future__ import annotations

import doctest
import pickle
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from fpviz.core import formats
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rules, encode
from fpviz.core.formats import (
    CATALOGUE,
    CUSTOM_GRAMMAR,
    MAX_EXPONENT_WIDTH,
    MAX_FRACTION_WIDTH,
    NAMED_SPECIALS,
    BinaryFormat,
    FormatError,
    Specials,
    custom,
    find_format,
    format_names,
)
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.numbers import Infinity, NaN, finite
from fpviz.core.phrase import quoted
from tests.reference import CUSTOM_LAYOUTS, LAYOUTS

TWO = Fraction(2)


def _top(digits: int, exponent: int) -> Fraction:
    """1.11…1 with that many digits after the point, times a power of two."""
    return (2 - TWO**-digits) * TWO**exponent


# name: width, exponent, fraction, bias, largest finite, its code, min normal, min subnormal,
# zero limit, overflow threshold, whether the threshold itself overflows (all powers as exponents)
FACTS = {
    "fp16": (16, 5, 10, 15, 65504, 0x7BFF, -14, -24, -25, 65520, True),
    "bf16": (16, 8, 7, 127, _top(7, 127), 0x7F7F, -126, -133, -134, _top(8, 127), True),
    "tf32": (19, 8, 10, 127, _top(10, 127), 0x3FBFF, -126, -136, -137, _top(11, 127), True),
    "fp32": (32, 8, 23, 127, _top(23, 127), 0x7F7FFFFF, -126, -149, -150, _top(24, 127), True),
    "fp64": (
        *(64, 11, 52, 1023, _top(52, 1023), (0x7FF << 52) - 1),
        *(-1022, -1074, -1075, _top(53, 1023), True),
    ),
    "fp128": (
        *(128, 15, 112, 16383, _top(112, 16383), (0x7FFF << 112) - 1),
        *(-16382, -16494, -16495, _top(113, 16383), True),
    ),
    "fp8_e4m3fn": (8, 4, 3, 7, 448, 0x7E, -6, -9, -10, 464, False),
    "fp8_e5m2": (8, 5, 2, 15, 57344, 0x7B, -14, -16, -17, 61440, True),
    "fp8_e4m3fnuz": (8, 4, 3, 8, 240, 0x7F, -7, -10, -11, 248, True),
    "fp8_e5m2fnuz": (8, 5, 2, 16, 57344, 0x7F, -15, -17, -18, 61440, True),
    "fp8_e4m3b11fnuz": (8, 4, 3, 11, 30, 0x7F, -10, -13, -14, 31, True),
    "fp8_e4m3": (8, 4, 3, 7, 240, 0x77, -6, -9, -10, 248, True),
    "fp8_e3m4": (8, 3, 4, 3, Fraction("15.5"), 0x6F, -2, -6, -7, Fraction("15.75"), True),
    "fp6_e3m2": (6, 3, 2, 3, 28, 0x1F, -2, -4, -5, 30, True),
    "fp6_e2m3": (6, 2, 3, 1, Fraction("7.5"), 0x1F, 0, -3, -4, Fraction("7.75"), True),
    "fp4_e2m1": (4, 2, 1, 1, 6, 0x7, 0, -1, -2, 7, True),
    "fp4_e1m2": (4, 1, 2, 1, Fraction("1.75"), 0x7, 0, -2, -3, Fraction("1.875"), True),
}

# name: the codes that are +infinity (if any) and, of the positive half, NaN
SPECIALS = {
    "fp16": (0x7C00, range(0x7C01, 0x8000)),
    "bf16": (0x7F80, range(0x7F81, 0x8000)),
    "fp8_e4m3fn": (None, [0x7F]),
    "fp8_e5m2": (0x7C, [0x7D, 0x7E, 0x7F]),
    "fp8_e4m3fnuz": (None, []),
    "fp8_e5m2fnuz": (None, []),
    "fp8_e4m3b11fnuz": (None, []),
    "fp8_e4m3": (0x78, range(0x79, 0x80)),
    "fp8_e3m4": (0x70, range(0x71, 0x80)),
    "fp6_e3m2": (None, []),
    "fp6_e2m3": (None, []),
    "fp4_e2m1": (None, []),
    "e8m0": (None, [0xFF]),
}


def test_the_catalogue_holds_what_the_tables_of_facts_hold() -> None:
    unsigned = ("e8m0", "ue4m3", "ufloat11", "ufloat10")
    assert {fmt.name for fmt in BINARY.formats} == {*FACTS, *unsigned} == set(LAYOUTS)


@pytest.mark.parametrize("name", FACTS)
def test_widths_bias_and_extreme_values(name: str) -> None:
    width, exponent, fraction, bias, largest, code, normal, subnormal, *_ = FACTS[name]
    fmt = find_format(name)
    assert (fmt.width, fmt.exponent_width, fmt.fraction_width) == (width, exponent, fraction)
    assert fmt.bias == bias
    assert fmt.precision == fraction + 1
    assert (fmt.fraction_mask, fmt.exponent_mask) == (2**fraction - 1, 2**exponent - 1)
    assert fmt.sign_mask | fmt.magnitude_mask == 2**width - 1
    assert (fmt.largest, fmt.largest_code) == (largest, code)
    assert (fmt.min_normal, fmt.emin) == (TWO**normal, normal)
    assert (fmt.smallest, fmt.quantum_exponent) == (TWO**subnormal, subnormal)
    assert fmt.smallest_code == 1
    assert TWO**fmt.emax <= fmt.largest < TWO ** (fmt.emax + 1)
    assert fmt.signed
    assert fmt.has_subnormals


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("name", FACTS)
def test_zero_limit_of_ties_to_even(name: str, sign: int) -> None:
    limit = TWO ** FACTS[name][8]
    fmt = find_format(name)
    zero = fmt.sign_mask if sign < 0 and "fnuz" not in name else 0
    at_limit = encode(fmt, finite(sign * limit))
    assert at_limit.code == zero
    assert at_limit.flags == Flags.INEXACT | Flags.UNDERFLOW
    above = encode(fmt, finite(sign * limit * (1 + TWO**-200)))
    assert above.code & fmt.magnitude_mask == 1


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("name", FACTS)
def test_overflow_threshold_of_ties_to_even(name: str, sign: int) -> None:
    *_, threshold, tie_overflows = FACTS[name]
    fmt = find_format(name)
    largest = fmt.largest_code | (fmt.sign_mask if sign < 0 else 0)
    just_below = encode(fmt, finite(sign * threshold * (1 - TWO**-200)))
    assert (just_below.code, just_below.flags) == (largest, Flags.INEXACT)
    tie = encode(fmt, finite(sign * threshold))
    assert bool(tie.flags & Flags.OVERFLOW) == tie_overflows
    assert (tie.code == largest) == (not tie_overflows or fmt.specials is Specials.NONE)
    assert encode(fmt, finite(sign * threshold * (1 + TWO**-200))).flags & Flags.OVERFLOW


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("fp16", 65520, 0x7C00),
        ("bf16", TWO**128, 0x7F80),
        ("tf32", TWO**128, 0x3FC00),
        ("fp32", TWO**128, 0x7F800000),
        ("fp64", TWO**1024, 0x7FF0000000000000),
        ("fp128", TWO**16384, 0x7FFF << 112),
        ("fp8_e4m3fn", 464, 0x7E),
        ("fp8_e4m3fn", 465, 0x7F),
        ("fp8_e4m3fn", -465, 0xFF),
        ("fp8_e5m2", 61440, 0x7C),
        ("fp8_e4m3fnuz", 248, 0x80),
        ("fp8_e5m2fnuz", 61440, 0x80),
        ("fp8_e5m2fnuz", -61440, 0x80),
        ("fp8_e4m3b11fnuz", 31, 0x80),
        ("fp8_e4m3", 248, 0x78),
        ("fp8_e3m4", Fraction("15.75"), 0x70),
        ("fp6_e3m2", 1000, 0x1F),
        ("fp6_e2m3", -1000, 0x3F),
        ("fp4_e2m1", 1000, 0x7),
    ],
)
def test_what_stands_for_an_overflow(name: str, value: Fraction, code: int) -> None:
    assert encode(find_format(name), finite(value)).code == code


def test_a_saturating_e4m3fn_keeps_its_largest_value() -> None:
    fmt = find_format("fp8_e4m3fn")
    assert encode(fmt, finite(465), Rules(overflow=Overflow.SATURATE)).code == 0x7E


@pytest.mark.parametrize("name", SPECIALS)
def test_specials(name: str) -> None:
    infinity, nans = SPECIALS[name]
    fmt = find_format(name)
    assert fmt.infinity_code == infinity
    assert fmt.has_infinity == (infinity is not None)
    assert fmt.has_nan == (bool(nans) or "fnuz" in name)
    if "fnuz" in name:
        assert (fmt.nan_code, fmt.has_negative_zero) == (0x80, False)
    elif nans:
        assert fmt.nan_code in nans
    else:
        assert fmt.nan_code is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("fp16", 0x7E00), ("bf16", 0x7FC0), ("fp32", 0x7FC00000), ("fp8_e5m2", 0x7E)],
)
def test_the_canonical_nan_is_quiet_without_payload(name: str, code: int) -> None:
    assert find_format(name).nan_code == code


def test_e8m0_is_a_scale_without_sign_zero_and_subnormals() -> None:
    fmt = find_format("e8m0")
    assert (fmt.width, fmt.exponent_width, fmt.fraction_width, fmt.bias) == (8, 8, 0, 127)
    assert (fmt.precision, fmt.signed, fmt.sign_mask) == (1, False, 0)
    has = (fmt.has_zero, fmt.has_negative_zero, fmt.has_subnormals, fmt.has_infinity, fmt.has_nan)
    assert has == (False, False, False, False, True)
    assert (fmt.smallest_code, fmt.smallest, fmt.min_normal) == (0, TWO**-127, TWO**-127)
    assert (fmt.largest_code, fmt.largest) == (0xFE, TWO**127)
    assert (fmt.nan_code, fmt.emin, fmt.emax) == (0xFF, -127, 127)


def test_fp4_values() -> None:
    fmt = find_format("fp4_e2m1")
    assert [float(fmt.magnitude(code)) for code in range(8)] == [0, 0.5, 1, 1.5, 2, 3, 4, 6]


@pytest.mark.parametrize("name", ["fp16", "fp8_e4m3fn", "fp8_e4m3fnuz", "fp4_e2m1"])
def test_the_code_above_the_largest_reads_as_the_next_value(name: str) -> None:
    fmt = find_format(name)
    ulp = fmt.largest - fmt.magnitude(fmt.largest_code - 1)
    assert fmt.magnitude(fmt.largest_code + 1) == fmt.largest + ulp


@pytest.mark.parametrize("text", ["half", "  FP16 ", "Binary16", "f16", "float16"])
def test_aliases_are_accepted(text: str) -> None:
    assert find_format(text).name == "fp16"


def test_names_and_aliases_are_unique_and_all_found() -> None:
    listed = [name for fmt in CATALOGUE for name in (fmt.name, *fmt.aliases)]
    assert len(set(listed)) == len(listed)
    assert set(format_names()) == set(listed)
    for fmt in CATALOGUE:
        assert {find_format(name) for name in (fmt.name, *fmt.aliases)} == {fmt}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("e5m10", "fp16"),
        ("e8m10", "tf32"),
        ("e8m7", "bf16"),
        ("e15m112", "fp128"),
        ("E4M3FN", "fp8_e4m3fn"),
        ("e4m3", "fp8_e4m3fn"),
        ("e4m3ieee", "fp8_e4m3"),
        ("e2m1", "fp4_e2m1"),
        ("e2m1ieee", "e2m1ieee"),
        ("e5m7ieee", "e5m7"),
        ("e4m3b11fnuz", "fp8_e4m3b11fnuz"),
        ("e4m3b8fnuz", "fp8_e4m3fnuz"),
        ("e2m1finite", "fp4_e2m1"),
        ("ue8m0", "e8m0"),
        ("ue8m0fn", "e8m0"),
        ("e5m7b15", "e5m7"),
        ("e5m7b015", "e5m7"),
        ("e4m3b-11fn", "e4m3b-11fn"),
        ("ue6m0", "ue6m0"),
        ("ue6m0finite", "ue6m0finite"),
        ("ue6m0z", "ue6m0z"),
        ("e4m3in7", "fp8_e4m3"),
        ("e4m3fn0uz", "fp8_e4m3fnuz"),
        ("e4m3fn0", "e4m3finite"),
        ("e4m3in1", "e4m3in"),
        ("e6m9b31fnns", "e6m9fnns"),
        ("ue5m6ieee", "ufloat11"),
        ("ue5m6", "ue5m6"),
    ],
)
def test_names_by_structure(text: str, name: str) -> None:
    assert find_format(text).name == name


def test_unsigned_formats_have_a_nan_unless_told_otherwise() -> None:
    assert custom(6, 0, signed=False) == find_format("ue6m0")
    assert find_format("ue6m0").has_nan
    assert not find_format("ue6m0finite").has_nan


@st.composite
def _custom_facts(draw: st.DrawFn) -> dict[str, object]:
    signed = draw(st.booleans())
    others = st.builds(Specials, st.booleans(), st.integers(0, 9), st.booleans())
    return {
        "exponent_width": draw(st.integers(1, MAX_EXPONENT_WIDTH)),
        "fraction_width": draw(st.integers(0, MAX_FRACTION_WIDTH)),
        "bias": draw(st.none() | st.integers(-600, 600)),
        "specials": draw(st.none() | st.sampled_from(NAMED_SPECIALS) | others),
        "signed": signed,
        "subnormals": draw(st.none() | st.booleans()),
    }


@given(_custom_facts())
def test_a_custom_name_finds_the_same_format(facts: dict) -> None:
    try:
        fmt = custom(**facts)
    except FormatError:
        reject()
    again = find_format(fmt.name)
    assert again == fmt
    assert again.key == fmt.key
    assert (fmt.exponent_width, fmt.fraction_width) == (
        facts["exponent_width"],
        facts["fraction_width"],
    )
    assert fmt.width <= 256


@pytest.mark.parametrize(("name", "layout"), CUSTOM_LAYOUTS.items(), ids=list(CUSTOM_LAYOUTS))
def test_fields_of_one_and_two_bits(name: str, layout) -> None:
    fmt = find_format(name)
    assert fmt.name == name
    assert (fmt.exponent_width, fmt.fraction_width) == (layout.exponent_bits, layout.fraction_bits)
    assert (fmt.bias, fmt.width) == (layout.bias, layout.width)
    assert fmt.largest_code == layout.largest
    assert fmt.largest == layout.magnitude(layout.largest)


def test_binary256_is_the_widest() -> None:
    fmt = find_format("e19m236")
    assert (fmt.width, fmt.bias, fmt.emin) == (256, 262143, -262142)
    assert fmt.largest_code.bit_length() == 255
    assert fmt.smallest.denominator == 1 << (262142 + 236)
    assert encode(fmt, finite(fmt.smallest)).code == 1
    assert encode(fmt, finite(fmt.largest)).code == fmt.largest_code
    assert encode(fmt, finite(-2 * fmt.largest)).code == fmt.infinity_code | fmt.sign_mask


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("e0m3", "exponent"),
        ("e20m3", "exponent"),
        ("e9999999m3", "exponent"),
        ("e5m237", "fraction"),
        ("e5m7b600000", "bias"),
        ("e5m7b-600000", "bias"),
        ("e5m0", "share a code"),
        ("e1m3", "normal"),
        ("e1m0fn", "normal"),
        ("e5m0ns", "no code is zero"),
        ("e4m3fn127", "normal"),
        ("ue5m0fnuz", "unsigned"),
        ("e5", "unknown"),
        ("fp17", "unknown"),
        ("", "unknown"),
        ("e5m7x", "unknown"),
        ("e５m7", "unknown"),
        ("e5m7\nb3", "unknown"),
        ("fp16" * 100, "unknown"),
        ("e12345678m3", "unknown"),
    ],
)
def test_impossible_formats_are_refused_in_one_line(text: str, why: str) -> None:
    with pytest.raises(FormatError, match=why) as refusal:
        find_format(text)
    message = str(refusal.value)
    assert message.isprintable()
    assert len(message) < 400
    assert quoted(text)[1:-1] in message
    if why == "unknown":
        assert str(CUSTOM_GRAMMAR) in message


def test_a_format_made_by_hand_is_checked_too() -> None:
    with pytest.raises(FormatError, match="exponent must have"):
        BinaryFormat("mine", 0, 3, 0)
    with pytest.raises(FormatError, match="mine: "):
        BinaryFormat("mine", 5, 2, 15, Specials.FNUZ, signed=False)


def test_formats_are_values() -> None:
    fp16 = find_format("fp16")
    assert pickle.loads(pickle.dumps(fp16)) == fp16
    assert {fp16: 1}[replace(fp16)] == 1
    assert replace(fp16, name="mine") != fp16
    assert replace(fp16, name="mine").key == fp16.key


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [
        ("fp16", 0x3C7C, "0x3c7c"),
        ("tf32", 1, "0x00001"),
        ("fp4_e2m1", 7, "0x7"),
        ("fp6_e3m2", 7, "0x07"),
    ],
)
def test_codes_are_written_as_wide_as_the_format(name: str, code: int, text: str) -> None:
    assert find_format(name).code_text(code) == text


def test_infinities_and_nans_pass_into_every_format_without_an_error() -> None:
    for fmt in CATALOGUE:
        for number in (Infinity(False), Infinity(True), NaN(), NaN(True, 5, False)):
            assert 0 <= encode(fmt, number).code < 1 << fmt.width


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(formats).failed == 0
