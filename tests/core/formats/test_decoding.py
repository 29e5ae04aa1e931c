"""What codes say, against independent decoders, and that encoding leads back to the code.

Known faults of the oracles, not copied:

- ml_dtypes turns NaN into -0 in fp4_e2m1, fp6_e3m2 and fp6_e2m3, and -NaN into +0. These formats
  have no NaN; fpviz follows CUDA's conversions (the largest positive number) and says ``invalid``.
- gfloat breaks e8m0's ties by the parity of the code, where IEEE 754-2019, 4.3.1, asks for the
  larger magnitude when both neighbours have an odd last digit, as they always have with one
  digit. ml_dtypes agrees with fpviz. (Decoding is not touched by it.)
"""

from __future__ import annotations

import doctest
import math
from fractions import Fraction

import gfloat
import gmpy2
import ml_dtypes
import numpy as np
import pytest
from gfloat import formats as gf
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Flags, Rounded, encode
from fpviz.core.formats import IEEE_KINDS, FieldKind, Format, decoding, find_format
from fpviz.core.formats.decoding import (
    NumberClass,
    decode,
    is_finite_code,
    is_nan_code,
    value_of,
)
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.numbers import Finite, Infinity, NaN, Number
from tests.conformance import checks, disagrees
from tests.core.formats.all_codes import sampled_and_all
from tests.reference import CUSTOM_LAYOUTS, LAYOUTS, Layout

SMALL = [fmt for fmt in BINARY.formats if fmt.width <= 16]
ML_DTYPES = [fmt for fmt in SMALL if fmt.name not in ("fp4_e1m2", "ue4m3", "ufloat11", "ufloat10")]

NUMPY_TYPES = {
    "fp16": np.float16,
    "bf16": ml_dtypes.bfloat16,
    "fp8_e4m3fn": ml_dtypes.float8_e4m3fn,
    "fp8_e5m2": ml_dtypes.float8_e5m2,
    "fp8_e4m3fnuz": ml_dtypes.float8_e4m3fnuz,
    "fp8_e5m2fnuz": ml_dtypes.float8_e5m2fnuz,
    "fp8_e4m3b11fnuz": ml_dtypes.float8_e4m3b11fnuz,
    "fp8_e4m3": ml_dtypes.float8_e4m3,
    "fp8_e3m4": ml_dtypes.float8_e3m4,
    "fp6_e3m2": ml_dtypes.float6_e3m2fn,
    "fp6_e2m3": ml_dtypes.float6_e2m3fn,
    "fp4_e2m1": ml_dtypes.float4_e2m1fn,
    "e8m0": ml_dtypes.float8_e8m0fnu,
}


def gfloat_info(name: str, layout: Layout) -> gfloat.FormatInfo:
    """gfloat's description of a format that the tests describe."""
    return gfloat.FormatInfo(
        name,
        layout.width,
        layout.fraction_bits + 1,
        bias=layout.bias,
        is_signed=layout.signed,
        domain=gfloat.Domain.Extended if layout.has_infinity else gfloat.Domain.Finite,
        has_nz=layout.signed and not layout.nan_for_zero,
        num_high_nans=layout.high_nans,
        has_subnormals=layout.has_zero and not layout.gap,
        is_twos_complement=False,
    )


GFLOAT_FORMATS = {
    "fp16": gf.format_info_binary16,
    "bf16": gf.format_info_bfloat16,
    "fp8_e4m3fn": gf.format_info_ocp_e4m3,
    "fp8_e5m2": gf.format_info_ocp_e5m2,
    "fp8_e4m3fnuz": gfloat_info("e4m3fnuz", LAYOUTS["fp8_e4m3fnuz"]),
    "fp8_e5m2fnuz": gfloat_info("e5m2fnuz", LAYOUTS["fp8_e5m2fnuz"]),
    "fp8_e4m3b11fnuz": gfloat_info("e4m3b11fnuz", LAYOUTS["fp8_e4m3b11fnuz"]),
    "fp8_e4m3": gfloat_info("e4m3", LAYOUTS["fp8_e4m3"]),
    "fp8_e3m4": gfloat_info("e3m4", LAYOUTS["fp8_e3m4"]),
    "fp6_e3m2": gf.format_info_ocp_e3m2,
    "fp6_e2m3": gf.format_info_ocp_e2m3,
    "fp4_e2m1": gf.format_info_ocp_e2m1,
    "fp4_e1m2": gfloat_info("e1m2", LAYOUTS["fp4_e1m2"]),
    "ue4m3": gfloat_info("ue4m3", LAYOUTS["ue4m3"]),
    "ufloat11": gfloat_info("ufloat11", LAYOUTS["ufloat11"]),
    "ufloat10": gfloat_info("ufloat10", LAYOUTS["ufloat10"]),
    "e8m0": gf.format_info_ocp_e8m0,
}

by_format = pytest.mark.parametrize("fmt", BINARY.formats, ids=lambda fmt: fmt.name)


def _as_float(number: Number) -> float:
    """The binary64 of a number that binary64 holds; NaN for NaN."""
    match number:
        case Finite(negative, magnitude):
            value = float(magnitude)
            assert Fraction(value) == magnitude
            return -value if negative else value
        case Infinity(negative):
            return -math.inf if negative else math.inf
    return math.nan


def _same(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Where two arrays hold the same values, zeros told apart by sign and NaNs all alike."""
    return (np.isnan(a) & np.isnan(b)) | ((a == b) & (np.signbit(a) == np.signbit(b)))


def _codes_as_floats(name: str, codes: np.ndarray) -> np.ndarray:
    dtype = np.dtype(NUMPY_TYPES[name])
    with np.errstate(invalid="ignore"):  # signalling NaNs are made quiet
        return codes.astype(f"u{dtype.itemsize}").view(dtype).astype(np.float64)


def their_library(name: str) -> str:
    """Whose type ``NUMPY_TYPES`` has."""
    return "numpy" if NUMPY_TYPES[name] is np.float16 else "ml_dtypes"


@checks("decoding", against=their_library)
@pytest.mark.parametrize("fmt", ML_DTYPES, ids=lambda fmt: fmt.name)
def test_every_code_says_what_ml_dtypes_and_numpy_say(fmt: Format, compared) -> None:
    codes = np.arange(1 << fmt.width)
    ours = np.array([_as_float(decode(fmt, int(code)).number) for code in codes])
    wrong = codes[~_same(ours, _codes_as_floats(fmt.name, codes))]
    assert not wrong.size, [fmt.code_text(int(code)) for code in wrong[:5]]
    compared(len(codes))


@checks("decoding", against="gfloat")
@pytest.mark.parametrize(("fmt", "codes"), sampled_and_all(SMALL, step=7))
def test_codes_say_what_gfloat_says(fmt: Format, codes: range, compared) -> None:
    info = GFLOAT_FORMATS[fmt.name]
    for code in codes:
        said = gfloat.decode_float(info, code)
        decoded = decode(fmt, code)
        ours, theirs = np.array([_as_float(decoded.number)]), np.array([said.fval])
        assert _same(ours, theirs).all(), fmt.code_text(code)
        assert decoded.number_class.name == said.fclass.name, fmt.code_text(code)
    compared(len(codes))


def _sample_codes(fmt: Format) -> set[int]:
    """Boundary codes and pseudo-random ones, of both signs."""
    magnitudes = {0, 1, 2, 3}
    for bit in range(fmt.width - 1):
        magnitudes |= {1 << bit, (1 << bit) - 1, (1 << bit) + 1}
    for code in (fmt.min_normal_code, fmt.largest_code, fmt.largest_code + 1):
        magnitudes |= {code - 1, code, code + 1, code + 2}
    magnitudes |= {fmt.nan_code, fmt.magnitude_mask, fmt.magnitude_mask - 1}
    multiplier = 0x9E3779B97F4A7C15F39CC0605CEDC835
    magnitudes |= {i * multiplier for i in range(500)}
    return {
        sign | magnitude & fmt.magnitude_mask
        for magnitude in magnitudes
        for sign in (0, fmt.sign_mask)
    }


@checks("decoding", against="numpy")
@pytest.mark.parametrize(
    ("name", "kind", "unsigned"),
    [("fp32", np.float32, np.uint32), ("fp64", np.float64, np.uint64)],
)
def test_wide_codes_say_what_numpy_says(name: str, kind: type, unsigned: type, compared) -> None:
    fmt = find_format(name)
    codes = sorted(_sample_codes(fmt))
    with np.errstate(invalid="ignore"):  # a signalling NaN of float32 becomes float64
        theirs = np.array(codes, unsigned).view(kind).astype(np.float64)
    ours = np.array([_as_float(decode(fmt, code).number) for code in codes])
    assert _same(ours, theirs).all()
    compared(len(codes))


def _binary128(code: int) -> gmpy2.mpfr:
    """A code of binary128 read by MPFR from its fields, under a context of binary128."""
    field, fraction = code >> 112 & 0x7FFF, code & (1 << 112) - 1
    if field == 0x7FFF:
        return gmpy2.mpfr("nan" if fraction else "inf")
    hidden = 1 << 112 if field else 0
    return gmpy2.mul_2exp(gmpy2.mpfr(hidden + fraction), max(field, 1) - 16383 - 112 + 20000) / (
        gmpy2.mpfr(2) ** 20000
    )


@checks("decoding", against="MPFR", name="fp128")
def test_binary128_codes_say_what_mpfr_says(compared) -> None:
    fmt = find_format("fp128")
    wide = gmpy2.context(precision=113, emax=40000, emin=-40000)
    narrow = gmpy2.context(precision=113, emax=16384, emin=-16493, subnormalize=True)
    for code in _sample_codes(fmt):
        decoded = decode(fmt, code)
        with wide:
            said = _binary128(code)
            if not gmpy2.is_finite(said):
                assert decoded.number_class.value == ("nan" if gmpy2.is_nan(said) else "infinite")
                continue
            numerator, denominator = said.as_integer_ratio()
        exact = Fraction(int(numerator), int(denominator))
        assert decoded.number == Finite(bool(code & fmt.sign_mask), exact)
        with narrow:  # a value of the format stays what it is
            assert gmpy2.mpfr(said) == said
    compared(len(_sample_codes(fmt)))


@checks("decoding", against="definitions")
@by_format
def test_codes_say_what_their_bits_are_worth(fmt: Format, compared) -> None:
    layout = LAYOUTS[fmt.name]
    codes = range(1 << fmt.width) if fmt.width <= 8 else _sample_codes(fmt)
    for code in codes:
        _assert_reads_as(fmt, code, layout)
    compared(len(codes))


@pytest.mark.sweep
@pytest.mark.parametrize("fmt", [fmt for fmt in SMALL if fmt.width > 8], ids=lambda fmt: fmt.name)
def test_every_code_says_what_its_bits_are_worth(fmt: Format) -> None:
    for code in range(1 << fmt.width):
        _assert_reads_as(fmt, code, LAYOUTS[fmt.name])


@pytest.mark.parametrize("name", CUSTOM_LAYOUTS)
def test_custom_codes_say_what_their_bits_are_worth(name: str) -> None:
    fmt, layout = find_format(name), CUSTOM_LAYOUTS[name]
    for code in range(1 << fmt.width):
        _assert_reads_as(fmt, code, layout)


def _assert_reads_as(fmt: Format, code: int, layout) -> None:
    kind = layout.kind(code)
    decoded = decode(fmt, code)
    assert is_nan_code(fmt, code) == (kind == "nan") == isinstance(decoded.number, NaN)
    assert isinstance(decoded.number, Infinity) == (kind == "inf")
    assert is_finite_code(fmt, code) == (kind == "number")
    negative, magnitude = layout.split(code)
    fields = {kind: decoded.field(kind).value for kind in IEEE_KINDS}
    assert fields.pop(FieldKind.SIGN) == negative
    assert divmod(magnitude, 1 << fmt.fraction_width) == tuple(fields.values())
    if kind == "number":
        assert decoded.negative == negative
        assert decoded.number == Finite(negative, layout.magnitude(magnitude))
        assert value_of(fmt, code) == layout.value(code)
        assert decoded.quantum == decoded.exponent - fmt.fraction_width
        scaled = decoded.significand * Fraction(2) ** decoded.quantum
        assert scaled == layout.magnitude(magnitude)
        normal = layout.magnitude(magnitude) >= layout.least_normal
        assert decoded.hidden_bit == int(normal)
        assert (decoded.number_class is NumberClass.NORMAL) == normal
        assert (decoded.number_class is NumberClass.ZERO) == (layout.magnitude(magnitude) == 0)
    else:
        assert (decoded.exponent, decoded.significand, decoded.hidden_bit) == (None, None, None)
        with pytest.raises(ValueError, match="is not finite"):
            value_of(fmt, code)


@pytest.mark.parametrize("name", CUSTOM_LAYOUTS)
def test_custom_codes_say_what_gfloat_says(name: str) -> None:
    fmt, info = find_format(name), gfloat_info(name, CUSTOM_LAYOUTS[name])
    for code in range(1 << fmt.width):
        said, decoded = gfloat.decode_float(info, code), decode(fmt, code)
        assert _same(np.array([_as_float(decoded.number)]), np.array([said.fval])).all(), code
        assert decoded.number_class.name == said.fclass.name, code


@checks("encoding", against="decoding")
@by_format
def test_encoding_leads_back_to_the_code(fmt: Format, compared) -> None:
    codes = range(1 << fmt.width) if fmt.width <= 16 else _sample_codes(fmt)
    for code in codes:
        _assert_leads_back(fmt, code)
    compared(len(codes))


@pytest.mark.parametrize("name", CUSTOM_LAYOUTS)
def test_encoding_leads_back_to_custom_codes(name: str) -> None:
    fmt = find_format(name)
    for code in range(1 << fmt.width):
        _assert_leads_back(fmt, code)


@given(st.integers(0, (1 << 256) - 1))
def test_encoding_leads_back_in_the_widest_format(code: int) -> None:
    _assert_leads_back(find_format("e19m236"), code)


@disagrees("nan-to-zero")
@pytest.mark.parametrize("name", ["fp4_e2m1", "fp6_e3m2", "fp6_e2m3"])
def test_a_nan_has_no_code_in_formats_of_numbers_alone(name: str) -> None:
    fmt, kind = find_format(name), np.dtype(NUMPY_TYPES[name])
    assert encode(fmt, NaN()) == Rounded(fmt.largest_code, Flags.INVALID)
    with np.errstate(invalid="ignore"):
        theirs = np.array([math.nan, -math.nan], np.float32).astype(kind).astype(np.float64)
    assert theirs.tolist() == [0, 0]  # the disagreement


def _assert_leads_back(fmt: Format, code: int) -> None:
    """Encoding what ``code`` says gives ``code``; a signalling NaN becomes quiet (6.2)."""
    number = decode(fmt, code).number
    if isinstance(number, NaN) and not number.quiet:
        quiet = code | 1 << (fmt.fraction_width - 1)
        assert encode(fmt, number) == Rounded(quiet, Flags.INVALID)
    else:
        assert encode(fmt, number) == Rounded(fmt.canonical(code), Flags.NONE)


@pytest.mark.parametrize(
    ("name", "code", "nan"),
    [
        ("fp16", 0x7E00, NaN(False, 0, True, 9)),
        ("fp16", 0xFE01, NaN(True, 1, True, 9)),
        ("fp16", 0x7C01, NaN(False, 1, False, 9)),
        ("fp32", 0x7FC00123, NaN(False, 0x123, True, 22)),
        ("fp8_e5m2", 0x7D, NaN(False, 1, False, 1)),
        ("fp8_e4m3fn", 0xFF, NaN(True, 0, True, 0)),
        ("fp8_e4m3fnuz", 0x80, NaN(False, 0, True, 0)),
        ("e8m0", 0xFF, NaN(False, 0, True, 0)),
        ("e5m1", 0x7F, NaN(True, 0, True, 0)),
    ],
)
def test_nans_carry_sign_payload_and_quietness(name: str, code: int, nan: NaN) -> None:
    decoded = decode(find_format(name), code)
    assert decoded.number == nan
    assert decoded.number_class is NumberClass.NAN


@pytest.mark.parametrize("code", [-1, 0x10000])
def test_a_code_wider_than_the_format_is_refused(code: int) -> None:
    with pytest.raises(ValueError, match="not a code of fp16, which has 16 bits"):
        decode(find_format("fp16"), code)


@pytest.mark.parametrize(
    ("name", "code", "exponent", "significand", "hidden"),
    [
        ("fp16", 0x3C7C, 0, 0b10001111100, 1),
        ("fp16", 0x0001, -14, 1, 0),
        ("fp16", 0x8000, -14, 0, 0),
        ("fp32", 0x3F8F8F6D, 0, 0b100011111000111101101101, 1),
        ("e8m0", 0x00, -127, 1, 1),
    ],
)
def test_exponent_and_significand(
    name: str, code: int, exponent: int, significand: int, hidden: int
) -> None:
    decoded = decode(find_format(name), code)
    assert (decoded.exponent, decoded.significand) == (exponent, significand)
    assert decoded.hidden_bit == hidden


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(decoding).failed == 0
