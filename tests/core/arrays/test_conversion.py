"""Arrays against the scalar functions, bit for bit, and against numpy and ml_dtypes.

Known disagreements of ml_dtypes 0.6, not copied: it turns NaN into zeros in fp4_e2m1, fp6_e3m2
and fp6_e2m3, which have no NaN; it drops the payloads of NaNs; and in e8m0 it takes 2^-126 for
binary32's subnormals just above 2^-127.
"""

from __future__ import annotations

import doctest
import math
import random
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import product

import ml_dtypes
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, border, encode
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.arrays import conversion as arrays
from fpviz.core.arrays import decoding as array_decoding
from fpviz.core.arrays.conversion import (
    code_dtype,
    decode_array,
    encode_array,
    round_array,
    value_dtype,
)
from fpviz.core.formats import (
    CATALOGUE,
    NAMED_SPECIALS,
    Format,
    FormatError,
    Specials,
    binary_layout,
    custom,
    find_format,
)
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulp_at
from fpviz.core.numbers import Finite
from tests.conformance import checks
from tests.strides import strided

CUSTOM = (
    "e5m7 e2m9fn e3m0fnuz e6m3b-5finite ue5m0 e11m40 e9m2 e1m3fn e1m30fn e1m62fn e4m0finite "
    "e5m30 e5m58 e8m23fnuz e11m3fnuz e11m51fnuz e11m52fnuz e12m3 e15m20 e19m10 ue9m0finite ue12m0 "
    "e2m1b-1000 e5m2b5000 e5m58b400000 e2m1b-300000 e8m15b130 e8m15b128finite e7m20fn e7m20fnuz"
)
FORMATS = [fmt.name for fmt in CATALOGUE if binary_layout(fmt)] + CUSTOM.split()
FLOATS = (np.float32, np.float64)
DETERMINISTIC = [rule for rule in Rounding if rule is not Rounding.STOCHASTIC]
ALL_RULES = [Rules(*rule) for rule in product(DETERMINISTIC, Overflow, (False, True))]
ALL_RULES += [Rules(rule, flush=True, tininess=Tininess.BEFORE) for rule in DETERMINISTIC]
FLUSHED_BEFORE = Rules(Rounding.TO_ODD, flush=True, tininess=Tininess.BEFORE)
MANY = (1 << arrays.TABLE_WIDTH) + 77
"""Elements enough for every table, more than one block, and a block that is not full."""

ML_DTYPES = {
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


def bits_of(values: np.ndarray) -> np.ndarray:
    return values.view(f"u{values.itemsize}")


def own_format(dtype: np.dtype | type) -> Format:
    return array_decoding.FLOAT_FORMATS[np.dtype(dtype)]


def exact(values: np.ndarray) -> list:
    """The scalar core's numbers of an array."""
    own = own_format(values.dtype)
    return [decode(own, bits).number for bits in bits_of(values).tolist()]


def scalar_codes(
    fmt: Format, numbers: Iterable, rules: Rules, drawn: Iterable[int] | None = None
) -> list[int]:
    if drawn is None:
        return [encode(fmt, number, rules).code for number in numbers]
    return [
        encode(fmt, number, replace(rules, random_bits=int(bits))).code
        for number, bits in zip(numbers, drawn, strict=True)
    ]


def bits_around(dtype: type, magnitudes: Iterable[Fraction]) -> np.ndarray:
    """The bits of the magnitudes, as near as the type has them, and an ulp below and above."""
    own = own_format(dtype)
    centres = {encode(own, Finite(False, value), Rules()).code for value in magnitudes}
    near = {code + step for code in centres for step in (-1, 0, 1)}
    return np.array(sorted(near & set_of_magnitudes(own, near)), f"u{own.width // 8}")


def set_of_magnitudes(own: Format, codes: Iterable[int]) -> set[int]:
    return {code for code in codes if 0 <= code <= own.magnitude_mask}


def with_signs(bits: np.ndarray, dtype: type) -> np.ndarray:
    sign = bits.dtype.type(own_format(dtype).sign_mask)
    return np.concatenate([bits, bits | sign]).view(dtype)


def special_bits(dtype: type) -> np.ndarray:
    """Zero, subnormals, infinity, and NaNs quiet and signalling with all kinds of payloads."""
    own = own_format(dtype)
    top, quiet = own.infinity_code, 1 << own.payload_width
    payloads = [1, 2, quiet >> 1, quiet - 1, 0x155555 & (quiet - 1)]
    nans = [top + payload for payload in payloads]
    nans += [top + quiet + payload for payload in [0, *payloads]]
    small = [0, 1, 2, 3, 0x12345, own.min_normal_code - 1, own.min_normal_code]
    return np.array([*small, own.largest_code, top, *nans], f"u{own.width // 8}")


def telling_codes(fmt: Format, count: int) -> list[int]:
    """Magnitude codes at the ends of the format and of its subnormals, and others at random."""
    chosen = random.Random(fmt.name)
    ends = [0, 1, 2, fmt.min_normal_code, fmt.largest_code]
    near = {end + step for end in ends for step in (-2, -1, 0, 1)}
    others = {chosen.randint(0, fmt.largest_code) for _ in range(count)}
    return sorted(code for code in near | others if 0 <= code <= fmt.largest_code)


def borders(fmt: Format, codes: Iterable[int]) -> set[Fraction]:
    """The midpoints above these codes, and where the codes themselves begin."""
    rules = (Rules(), Rules(Rounding.TOWARD_ZERO))
    return {border(fmt, code, False, rule)[0] for code, rule in product(codes, rules)}


@cache
def adversarial(name: str, dtype: type, count: int = 4) -> np.ndarray:
    fmt = find_format(name)
    bits = bits_around(dtype, borders(fmt, telling_codes(fmt, count)))
    values = with_signs(np.concatenate([bits, special_bits(dtype)]), dtype)
    values.flags.writeable = False
    return values


@checks("arrays", "every rule", against="scalar")
@strided(11)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", FORMATS)
def test_every_rule_gives_the_scalar_codes(name, dtype, stride, compared):
    fmt, values = find_format(name), adversarial(name, dtype)
    numbers, count = exact(values), 0
    assert encode_array(fmt, values).dtype == code_dtype(fmt)
    for turn, rules in enumerate(ALL_RULES):
        some = slice(turn % stride, None, stride)
        found = encode_array(fmt, values[some], rules).tolist()
        assert found == scalar_codes(fmt, numbers[some], rules), rules
        count += len(found)
    compared(count)


SMALL = [fmt for fmt in FORMATS if find_format(fmt).width <= 16 and find_format(fmt).emin > -1100]
"""Formats with tables, and some others; below, binary64 has many subnormals to take one by one."""

TABLE_RULES = [
    Rules(),
    Rules(Rounding.UPWARD, Overflow.SATURATE),
    Rules(Rounding.TIES_AWAY, Overflow.NAN, flush=True),
    Rules(flush=True, tininess=Tininess.BEFORE),
    Rules(Rounding.TO_ODD),
]


@strided(5)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", SMALL)
def test_tables_give_the_same_codes_as_arithmetic(name, dtype, stride):
    fmt, values = find_format(name), adversarial(name, dtype)
    long = np.resize(values, MANY)
    for rules in TABLE_RULES[SMALL.index(name) % stride :: stride]:
        expected = np.resize(encode_array(fmt, values, rules), MANY)
        assert np.array_equal(encode_array(fmt, long, rules), expected), rules


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", FORMATS)
def test_blocks_do_not_know_of_each_other(name, dtype, monkeypatch):
    fmt, values = find_format(name), adversarial(name, dtype)
    rules = Rules(Rounding.STOCHASTIC)
    drawn = critical_bits(fmt, values, rules.random_width)
    expected = encode_array(fmt, values, rules, drawn)
    monkeypatch.setattr(arrays, "BLOCK", 37)
    assert np.array_equal(encode_array(fmt, values, rules, drawn), expected)


@strided(4)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", [name for name in FORMATS if find_format(name).width <= 8])
def test_every_midpoint_of_the_small_formats(name, dtype, stride):
    check_all_midpoints(find_format(name), dtype, stride)


@pytest.mark.sweep
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", ["fp16", "bf16", "e5m7", "e2m9fn", "e11m3fnuz"])
def test_every_midpoint_of_the_middling_formats(name, dtype):
    check_all_midpoints(find_format(name), dtype)


def check_all_midpoints(fmt: Format, dtype: type, stride: int = 1) -> None:
    """The midpoints with numbers on either side of them; under each rule another share."""
    bits = bits_around(dtype, borders(fmt, range(fmt.largest_code + 1)))
    values = with_signs(bits, dtype)
    numbers = exact(values)
    every = [*(Rules(rule) for rule in DETERMINISTIC), Rules(flush=True), FLUSHED_BEFORE]
    for turn, rules in enumerate(every):
        some = slice(turn % stride, None, stride)
        expected = scalar_codes(fmt, numbers[some], rules)
        assert encode_array(fmt, values[some], rules).tolist() == expected, rules


def critical_bits(fmt: Format, values: np.ndarray, width: int) -> np.ndarray:
    """For each value, by turns, the least random bits that round it up, or one less."""
    chosen = random.Random(width)
    found = []
    for number in exact(values):
        least = chosen.getrandbits(width)
        if isinstance(number, Finite):
            ulps = number.magnitude / ulp_at(fmt, number.magnitude)
            least = math.ceil((1 - ulps % 1) * (1 << width)) - chosen.randint(0, 1)
        found.append(min(max(least, 0), (1 << width) - 1))
    return np.array(found, np.uint64 if width < 64 else object)


@strided(9)
@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", FORMATS)
def test_stochastic_rounding_with_random_bits_at_the_border(name, dtype, stride):
    fmt, values = find_format(name), adversarial(name, dtype)[::stride]
    numbers = exact(values)
    for width in (0, 8, 31, 32, 63, 70):
        rules = Rules(Rounding.STOCHASTIC, random_width=width, flush=width == 8)
        drawn = critical_bits(fmt, values, width)
        expected = scalar_codes(fmt, numbers, rules, drawn)
        assert encode_array(fmt, values, rules, drawn).tolist() == expected, width


def test_without_random_bits_of_their_own_all_elements_get_the_rules():
    values = np.linspace(-2, 2, 101)
    fmt, rules = find_format("fp4_e2m1"), Rules(Rounding.STOCHASTIC, random_bits=0x60000000)
    expected = scalar_codes(fmt, exact(values), rules)
    assert encode_array(fmt, values, rules).tolist() == expected
    same = np.full(values.shape, rules.random_bits)
    assert encode_array(fmt, values, Rules(Rounding.STOCHASTIC), same).tolist() == expected


def test_binary64_is_rounded_once():
    trap = np.array([1 + 2.0**-11 + 2.0**-40, 65520 - 2.0**-30, 2.0**-25 + 2.0**-60])
    fmt = find_format("fp16")
    assert encode_array(fmt, trap).tolist() == [0x3C01, 0x7BFF, 0x0001]
    assert encode_array(fmt, trap.astype(np.float32)).tolist() == [0x3C00, 0x7C00, 0x0000]


@st.composite
def formats(draw: st.DrawFn) -> Format:
    signed = draw(st.booleans() | st.just(True))
    exponent = draw(st.integers(1, 13))
    fraction = draw(st.integers(0, 54))
    others = st.builds(Specials, st.booleans(), st.integers(0, 9), st.booleans())
    specials = draw(st.none() | st.sampled_from(NAMED_SPECIALS) | others)
    bias = draw(st.none() | st.integers(-1200, 1200))
    subnormals = draw(st.none() | st.booleans())
    try:
        return custom(exponent, fraction, bias, specials, signed=signed, subnormals=subnormals)
    except FormatError:
        return custom(exponent + 1, fraction + 1, bias) if signed else custom(5, 2)


@st.composite
def arrays_near(draw: st.DrawFn, fmt: Format) -> np.ndarray:
    """Elements of all magnitudes, and some about the values of the format."""
    dtype = draw(st.sampled_from(FLOATS))
    own = own_format(dtype)
    anywhere = st.integers(0, own.magnitude_mask)
    codes = draw(st.lists(st.integers(0, fmt.largest_code), min_size=1, max_size=8))
    near = bits_around(dtype, borders(fmt, codes)).tolist()
    bits = draw(st.lists(anywhere | st.sampled_from(near), min_size=1, max_size=30))
    return with_signs(np.array(bits, f"u{own.width // 8}"), dtype)


@given(st.data(), formats(), st.sampled_from(ALL_RULES))
def test_any_format_and_rule_give_the_scalar_codes(data, fmt, rules):
    values = data.draw(arrays_near(fmt))
    assert encode_array(fmt, values, rules).tolist() == scalar_codes(fmt, exact(values), rules)


@given(st.data(), formats(), st.integers(0, 65))
def test_any_format_and_random_bits_give_the_scalar_codes(data, fmt, width):
    values = data.draw(arrays_near(fmt))
    rules = Rules(Rounding.STOCHASTIC, random_width=width)
    drawn = critical_bits(fmt, values, width)
    expected = scalar_codes(fmt, exact(values), rules, drawn)
    assert encode_array(fmt, values, rules, drawn).tolist() == expected


@given(st.data(), st.sampled_from(["fp16", "tf32", "fp8_e4m3fnuz", "e5m7", "e11m40"]))
def test_rounded_values_stay_and_signs_mirror(data, name):
    fmt = find_format(name)
    values = data.draw(arrays_near(fmt))
    values = values[np.isfinite(values)]
    for rule in DETERMINISTIC:
        once = round_array(fmt, values, Rules(rule))
        assert np.array_equal(once, round_array(fmt, once, Rules(rule)), equal_nan=True)
    up, down = Rules(Rounding.UPWARD), Rules(Rounding.DOWNWARD)
    mirrored = -round_array(fmt, -values, down)
    assert np.array_equal(round_array(fmt, values, up), mirrored, equal_nan=True)


def any_bits(dtype: type, size: int, seed: int = 1) -> np.ndarray:
    """Elements with any bits, half of them within 2^±20."""
    source = np.random.default_rng(seed)
    own = own_format(dtype)
    bits = source.integers(0, 1 << own.width, size, dtype=f"u{own.width // 8}", endpoint=False)
    values = bits.view(dtype)
    values[::2] = source.standard_normal(values[::2].size) * np.exp2(
        source.uniform(-20, 20, values[::2].size)
    )
    return values


@checks("arrays", "ties-to-even", against="ml_dtypes")
@pytest.mark.parametrize("name", ML_DTYPES)
def test_binary32_agrees_with_ml_dtypes(name, compared):
    fmt, values = find_format(name), any_bits(np.float32, 1 << 20)
    with np.errstate(all="ignore"):
        theirs = values.astype(ML_DTYPES[name])
    ours = encode_array(fmt, values)
    agreed = ~np.isnan(values) & ((fmt.emin >= -126) | (np.abs(values) >= 2.0**-126))
    assert np.array_equal(ours[agreed], theirs.view(ours.dtype)[agreed])
    codes = np.arange(1 << fmt.width, dtype=ours.dtype)
    their_values = codes.view(ML_DTYPES[name]).astype(np.float32)
    assert np.array_equal(decode_array(fmt, codes), their_values, equal_nan=True)
    compared(int(agreed.sum()) + len(codes))


@checks("arrays", "ties-to-even", against="numpy")
@pytest.mark.parametrize(
    ("name", "target", "source"),
    [
        ("fp16", np.float16, np.float32),
        ("fp16", np.float16, np.float64),
        ("fp32", np.float32, np.float64),
        ("fp64", np.float64, np.float32),
    ],
)
def test_agrees_with_numpy(name, target, source, compared):
    fmt, values = find_format(name), any_bits(source, 1 << 20)
    values = np.concatenate([values, adversarial(name, source, 300)])
    with np.errstate(all="ignore"):
        theirs = values.astype(target)
    numbers = ~np.isnan(values)
    ours = encode_array(fmt, values)
    assert np.array_equal(ours[numbers], bits_of(theirs)[numbers])
    if target is not np.float16:  # numpy's own half-precision keeps signalling NaNs
        assert np.array_equal(ours, bits_of(theirs))
        assert np.array_equal(bits_of(decode_array(fmt, ours)), bits_of(theirs))
    compared(int(numbers.sum()))


HELD = [
    name
    for name in FORMATS
    if any(array_decoding.holds(d, find_format(name)) for d in map(np.dtype, FLOATS))
]


def codes_to_decode(fmt: Format, all_of: int) -> np.ndarray:
    """All codes of formats up to this width, else those at ends and borders, and random ones."""
    if fmt.width <= all_of:
        return np.arange(1 << fmt.width, dtype=code_dtype(fmt))
    ends = [0, 1, 2, fmt.min_normal_code - 1, fmt.min_normal_code, fmt.largest_code]
    ends += [
        fmt.magnitude_mask - 1,
        fmt.magnitude_mask,
        fmt.magnitude_mask & ~0xFF,
        fmt.nan_code or 0,
    ]
    ends += [min(fmt.largest_code + step, fmt.magnitude_mask) for step in (1, 2, 3)]
    chosen = random.Random(fmt.name)
    some = [chosen.getrandbits(fmt.width) for _ in range(300)]
    some += [code & (fmt.fraction_mask | fmt.sign_mask) for code in some]
    return np.array([*ends, *(fmt.sign_mask | end for end in ends), *some], code_dtype(fmt))


def check_decoding(fmt: Format, codes: np.ndarray) -> None:
    numbers = [decode(fmt, code).number for code in codes.tolist()]
    for dtype in (value_dtype(fmt), *FLOATS):
        values = decode_array(fmt, codes, dtype)
        assert values.dtype == dtype
        assert bits_of(values).tolist() == scalar_codes(own_format(dtype), numbers, Rules())


@checks("arrays", "decoding", against="scalar")
@pytest.mark.parametrize("name", HELD)
def test_decoding_gives_the_scalar_numbers(name, compared):
    fmt = find_format(name)
    codes = codes_to_decode(fmt, all_of=12)
    check_decoding(fmt, codes)
    compared(len(codes))


@pytest.mark.sweep
@pytest.mark.parametrize("name", [name for name in HELD if 12 < find_format(name).width <= 16])
def test_decoding_of_all_codes(name):
    fmt = find_format(name)
    check_decoding(fmt, codes_to_decode(fmt, all_of=16))


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(HELD)))
def test_values_beyond_binary64_are_refused(name):
    fmt = find_format(name)
    for call in (value_dtype, lambda f: decode_array(f, [0]), lambda f: round_array(f, [1.0])):
        with pytest.raises(ValueError, match=f"{fmt.name} has values that float64 does not hold"):
            call(fmt)


def test_types_are_the_smallest_that_do():
    names = ("fp4_e2m1", "fp8_e5m2", "e5m3", "tf32", "e8m23fnuz", "fp64", "fp128", "e12m52")
    kinds = [code_dtype(find_format(name)) for name in names]
    sizes = [np.uint8, np.uint8, np.uint16, np.uint32, np.uint32, np.uint64, object, object]
    assert kinds == [np.dtype(kind) for kind in sizes]
    assert value_dtype(find_format("e8m0")) == np.float32
    assert value_dtype(find_format("e8m23fnuz")) == np.float64  # 2^-150
    assert value_dtype(find_format("e8m24")) == np.float64


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize("name", HELD)
def test_rounding_is_encoding_and_decoding(name, dtype):
    fmt, values = find_format(name), adversarial(name, dtype)
    rules = Rules(Rounding.TIES_AWAY, Overflow.SATURATE)
    rounded = round_array(fmt, values, rules)
    assert rounded.dtype == (dtype if array_decoding.holds(np.dtype(dtype), fmt) else np.float64)
    expected = decode_array(fmt, encode_array(fmt, values, rules), rounded.dtype)
    assert np.array_equal(bits_of(rounded), bits_of(expected))


def test_rounding_where_the_result_goes(monkeypatch):
    monkeypatch.setattr(arrays, "BLOCK", 100)  # a block may not read what another has written
    fmt, values = find_format("fp8_e4m3fn"), np.linspace(-3, 3, 1001)
    expected = round_array(fmt, values)
    out = np.empty_like(values)
    assert round_array(fmt, values, out=out) is out
    assert np.array_equal(out, expected)
    strided = np.zeros(2002)[::2]
    assert round_array(fmt, values, out=strided) is strided
    assert np.array_equal(strided, expected)
    memory = np.concatenate([values, [9.0]])
    round_array(fmt, memory[:-1], out=memory[1:])
    assert np.array_equal(memory[1:], expected)
    assert round_array(fmt, values, out=values) is values
    assert np.array_equal(values, expected)


def test_any_shape_order_and_byte_order():
    fmt = find_format("e5m7")
    block = any_bits(np.float32, 2 * 3 * 4 * 5).reshape(2, 3, 4, 5)
    codes = encode_array(fmt, block)
    assert codes.shape == block.shape
    assert np.array_equal(encode_array(fmt, block.T), codes.T)
    assert np.array_equal(encode_array(fmt, block[:, ::-1, 1::2]), codes[:, ::-1, 1::2])
    assert np.array_equal(encode_array(fmt, block.astype(">f4")), codes)
    assert np.array_equal(decode_array(fmt, codes.T).T, decode_array(fmt, codes), equal_nan=True)
    assert np.array_equal(
        round_array(fmt, block[::-1]), round_array(fmt, block)[::-1], equal_nan=True
    )
    single = encode_array(fmt, np.float64(1.5))
    assert single.shape == () == decode_array(fmt, single).shape == round_array(fmt, 1.5).shape
    assert decode_array(fmt, single) == round_array(fmt, 1.5) == 1.5
    empty = encode_array(fmt, np.empty((0, 3)))
    assert empty.shape == (0, 3) == decode_array(fmt, empty).shape
    assert round_array(fmt, np.empty((0, 3))).shape == (0, 3)


def test_codes_of_any_integer_type_are_decoded():
    fmt = find_format("fp6_e3m2")
    codes = np.arange(64)
    for dtype in (np.uint8, np.int8, np.int64, ">u2", object):
        assert np.array_equal(decode_array(fmt, codes.astype(dtype)), decode_array(fmt, codes))


@pytest.mark.parametrize("codes", [[64], [-1], np.array([200], np.uint8)])
def test_codes_beyond_the_width_are_refused(codes):
    with pytest.raises(ValueError, match="codes of fp6_e3m2, which has 6 bits"):
        decode_array(find_format("fp6_e3m2"), codes)


@pytest.mark.parametrize("codes", [[0.5], ["1"], [True]])
def test_codes_that_are_no_integers_are_refused(codes):
    with pytest.raises(TypeError, match="codes are integers"):
        decode_array(find_format("fp6_e3m2"), codes)


@pytest.mark.parametrize("values", [[1], np.float16(1), np.longdouble(1), 1j, ["1"]])
def test_elements_of_other_types_are_refused(values):
    with pytest.raises(TypeError, match="float32 or float64"):
        encode_array(find_format("fp16"), values)


def test_a_type_that_is_no_float_is_refused():
    with pytest.raises(TypeError, match="float32 or float64"):
        decode_array(find_format("fp16"), [1], np.int32)


@pytest.mark.parametrize("drawn", [[1], [[1, 2]], [0.5, 0.5], [-1, 0], [0, 256]])
def test_random_bits_that_do_not_fit_are_refused(drawn):
    rules = Rules(Rounding.STOCHASTIC, random_width=8)
    with pytest.raises(ValueError, match="random bits"):
        encode_array(find_format("fp16"), [1.0, 2.0], rules, drawn)


@pytest.mark.parametrize("out", [np.empty(3), np.empty((2, 1)), np.empty(2, np.float32)])
def test_an_out_that_does_not_fit_is_refused(out):
    with pytest.raises(ValueError, match="out must have"):
        round_array(find_format("fp16"), np.array([1.0, 2.0]), out=out)


def test_the_scalar_core_needs_no_numpy():
    modules = "fpviz.core.arithmetic.rounding, fpviz.core.formats.order"
    script = f"import sys, {modules}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("module", [arrays, array_decoding])
def test_examples(module):
    assert doctest.testmod(module).failed == 0
