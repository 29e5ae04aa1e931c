"""Every rounding rule, against the definitions and against independent implementations.

Known disagreements of the oracles, not copied:

- gfloat breaks e8m0's ties by the parity of the code; IEEE 754-2019, 4.3.1, asks for the larger
  magnitude where both neighbours have an odd last digit. ml_dtypes agrees with fpviz.
- gfloat refuses to overflow into a format without infinity and NaN unless told to saturate, and
  in that it saturates infinities for every rule.
- ml_dtypes rounds every number between e8m0's two least, 2^-127 and 2^-126, up to the larger one.
- ml_dtypes turns NaN into -0 (and -NaN into +0) in fp4_e2m1, fp6_e3m2 and fp6_e2m3; fpviz gives
  the largest positive number, as CUDA does, and says ``invalid``.
"""

from __future__ import annotations

import doctest
import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import product

import gfloat
import gmpy2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core import numbers
from fpviz.core.arithmetic import rounding
from fpviz.core.arithmetic.rounding import (
    Flags,
    Overflow,
    Rounded,
    Rounding,
    Rules,
    border,
    encode,
    encode_ratio,
    encode_scaled,
    overflow_code,
)
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import CATALOGUE, Format, Specials, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, Infinity, NaN, finite, floor_log2, power_of_two
from tests.conformance import checks, disagrees
from tests.core.formats.test_decoding import GFLOAT_FORMATS, NUMPY_TYPES, their_library
from tests.reference import CUSTOM_LAYOUTS, LAYOUTS, Choice, Layout, rounded
from tests.strides import strided

ALL_LAYOUTS = {**LAYOUTS, **CUSTOM_LAYOUTS}
SMALL = [name for name, layout in ALL_LAYOUTS.items() if layout.width <= 8]
LARGE = [name for name, layout in ALL_LAYOUTS.items() if layout.width > 8]

DETERMINISTIC = [rounding for rounding in Rounding if rounding is not Rounding.STOCHASTIC]
EVERY_RULE = [
    *(Rules(rounding) for rounding in DETERMINISTIC),
    *(Rules(Rounding.STOCHASTIC, random_bits=bits, random_width=2) for bits in range(4)),
    Rules(Rounding.STOCHASTIC, random_bits=0x5A5A5A5A),
]
OFF = Fraction(1, 1 << 40)
NAMED_FLAGS = {
    frozenset(flags.names()): flags for flags in (Flags(number) for number in range(1 << 5))
}


def _choice(rules: Rules) -> Choice:
    return Choice(
        rules.rounding.value,
        rules.overflow.value,
        rules.flush,
        rules.random_bits,
        rules.random_width,
        rules.tininess.value,
    )


def _rule_name(rules: Rules) -> str:
    bits = f"-{rules.random_bits}" if rules.rounding is Rounding.STOCHASTIC else ""
    return f"{rules.rounding.value}{bits}"


against_definitions = checks("rounding", "every rule", against="definitions")
every_rule = pytest.mark.parametrize("rules", EVERY_RULE, ids=_rule_name)


@lru_cache(maxsize=2000)
def _around(layout: Layout, lower: int) -> list[Fraction]:
    """The points of one pair of neighbours: both values, the quarters, and just off each."""
    low, high = layout.magnitude(lower), layout.magnitude(lower + 1)
    at = [low + (high - low) * quarter / 4 for quarter in range(4)]
    off = [point * factor for point in at for factor in (1 - OFF, 1, 1 + OFF)]
    return [*off, high * (1 - OFF)]


def _beyond(layout: Layout) -> Iterator[Fraction]:
    """Points far outside the range, on either side of it."""
    for factor in (Fraction(3, 2), 2, 3, 1 << 20):
        yield layout.magnitude(layout.largest) * factor
    least = layout.magnitude(layout.finite_magnitudes()[1])
    for factor in (Fraction(1, 8), Fraction(1, 3), Fraction(1, 1 << 30)):
        yield least * factor


def _assert_agrees(fmt: Format, layout: Layout, value: Fraction, rules: Rules) -> None:
    code, flags = rounded(layout, value, _choice(rules))
    wanted = Rounded(code, NAMED_FLAGS[frozenset(flags)])
    assert encode(fmt, finite(value), rules) == wanted, (fmt.name, value, rules)


def _agreements(codes: Iterable[int], fmt: Format, layout: Layout, rules: Rules) -> int:
    """All points around the codes agree, in both signs; how many these are."""
    points = [point for lower in codes for point in _around(layout, lower) if point]
    for point in points:
        _assert_agrees(fmt, layout, point, rules)
        _assert_agrees(fmt, layout, -point, rules)
    return 2 * len(points)


@against_definitions
@strided(11)
@pytest.mark.parametrize("name", SMALL)
def test_all_neighbours_of_small_formats(name: str, stride: int, compared) -> None:
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    codes = layout.finite_magnitudes()
    compared(
        sum(
            _agreements(codes[turn % stride :: stride], fmt, layout, rules)
            for turn, rules in enumerate(EVERY_RULE)
        )
    )


def _telling_codes(layout: Layout, count: int) -> list[int]:
    """Lower neighbours where something changes, and some anywhere."""
    first_normal, last = 1 << layout.fraction_bits, layout.largest
    codes = {0, 1, 2, first_normal - 2, first_normal - 1, first_normal, last - 1, last}
    codes |= {2 * first_normal - 1, 2 * first_normal, last >> 1}
    draw = random.Random(layout.width)
    codes |= {draw.randrange(last) for _ in range(count)}
    return sorted(codes)


@against_definitions
@strided(3)
@pytest.mark.parametrize("name", LARGE)
def test_telling_neighbours_of_large_formats(name: str, stride: int, compared) -> None:
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    codes = _telling_codes(layout, 2 if layout.width > 64 else 12)
    compared(
        sum(
            _agreements(codes[turn % stride :: stride], fmt, layout, rules)
            for turn, rules in enumerate(EVERY_RULE)
        )
    )


@every_rule
@pytest.mark.sweep
@pytest.mark.parametrize("name", ["fp16", "bf16"])
def test_all_neighbours_of_16_bit_formats(name: str, rules: Rules) -> None:
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    for lower in layout.finite_magnitudes():
        sign = -1 if lower & 2 else 1  # each sign meets even and odd neighbours
        for point in filter(None, _around(layout, lower)):
            _assert_agrees(fmt, layout, sign * point, rules)


@against_definitions
@strided(17)
@pytest.mark.parametrize("name", ALL_LAYOUTS)
def test_the_ends_of_the_range_under_all_rules(name: str, stride: int, compared) -> None:
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    normal = 1 << layout.fraction_bits
    pairs = {layout.largest - 1, layout.largest, 0, normal - 1}
    points = [point for lower in sorted(pairs) for point in _around(layout, lower) if point]
    points += _beyond(layout)
    every = [
        replace(rules, overflow=overflow, flush=flush)
        for rules, overflow, flush in product(EVERY_RULE[:-2], Overflow, (False, True))
    ]
    every += [
        replace(rules, flush=flush, tininess=Tininess.BEFORE)
        for rules, flush in product(EVERY_RULE[:-2], (False, True))
    ]
    cases = [*product(every, points, (1, -1))][::stride]
    for rules, point, sign in cases:
        _assert_agrees(fmt, layout, sign * point, rules)
    compared(len(cases))


SIX_BITS = Layout(3, 2, 3)


@pytest.mark.parametrize("flush", [False, True])
@pytest.mark.parametrize("tininess", Tininess)
def test_all_products_of_a_format_of_six_bits(tininess: Tininess, flush: bool) -> None:
    """By every rule, and once more by what the standard says of tininess (7.5), in its words."""
    fmt, layout = find_format("e3m2ieee"), SIX_BITS
    magnitudes = [layout.magnitude(bits) for bits in layout.finite_magnitudes()]
    products = {a * b for a in magnitudes for b in magnitudes if a * b}
    least, wide = layout.least_normal, Layout(6, 2, 20)
    every = [replace(rules, flush=flush, tininess=tininess) for rules in EVERY_RULE[:-1]]
    for rules, x in product(every, products):
        for value in (x, -x):
            _assert_agrees(fmt, layout, value, rules)
        unbounded, _ = rounded(wide, x, _choice(replace(rules, flush=False)))
        looked_at = x if tininess is Tininess.BEFORE else wide.value(unbounded)
        code, flags = encode(fmt, finite(x), rules)
        if looked_at < least:
            assert (Flags.UNDERFLOW in flags) == (Flags.INEXACT in flags)
            assert code == 0 or not flush
        else:
            assert Flags.UNDERFLOW not in flags
            assert code >= fmt.min_normal_code


@pytest.mark.parametrize(
    ("factors", "x86", "flushed", "arm", "arm_flushed"),
    [  # x86 as its processors answer, with MXCSR 0x1f80 and 0x9f80; Arm by FPRound of its manual
        ((0x3F7FFFFF, 0x00800000), (0x00800000, "inexact underflow"), 0, "inexact underflow", 0),
        ((0x3F000000, 0x00FFFFFF), (0x00800000, "inexact underflow"), 0, "inexact underflow", 0),
        ((0x3F7FFFFE, 0x00800000), (0x007FFFFF, ""), 0, "", 0),
        ((0x3F000001, 0x00FFFFFE), (0x00800000, "inexact"), 0x00800000, "inexact underflow", 0),
        ((0x3F800001, 0x007FFFFF), (0x00800000, "inexact"), 0x00800000, "inexact underflow", 0),
        ((0x3F7FFFFF, 0x00800001), (0x00800000, "inexact"), 0x00800000, "inexact", 0x00800000),
        ((0x3F000001, 0x00FFFFFD), (0x007FFFFF, "inexact underflow"), 0, "inexact underflow", 0),
    ],
)
def test_products_at_the_edge_of_the_normal_numbers_as_processors_have_them(
    factors, x86, flushed, arm, arm_flushed
) -> None:
    fmt = find_format("fp32")
    a, b = (decode(fmt, code).number.value for code in factors)
    exact = finite(a * b)
    code, flags = encode(fmt, exact)
    assert (code, " ".join(flags.names())) == x86
    assert encode(fmt, exact, Rules(flush=True)).code == flushed
    before = Rules(tininess=Tininess.BEFORE)
    assert encode(fmt, exact, before).code == code
    assert " ".join(encode(fmt, exact, before).flags.names()) == arm
    assert encode(fmt, exact, replace(before, flush=True)).code == arm_flushed


@given(
    st.sampled_from(sorted(ALL_LAYOUTS)),
    st.sampled_from(EVERY_RULE),
    st.fractions(max_denominator=10**12).filter(bool),
    st.integers(-160, 160),
)
def test_any_number(name: str, rules: Rules, number: Fraction, exponent: int) -> None:
    value = number * Fraction(2) ** exponent
    _assert_agrees(find_format(name), ALL_LAYOUTS[name], value, rules)


@given(st.integers(1, 10**30), st.integers(1, 10**30), st.integers(1, 10**6), st.booleans())
def test_a_ratio_need_not_be_reduced(n: int, d: int, factor: int, negative: bool) -> None:
    fmt, rules = find_format("fp16"), Rules()
    whole = encode_ratio(fmt, negative, n * factor, d * factor, rules)
    assert whole == encode(fmt, Finite(negative, Fraction(n, d)), rules)


@given(
    st.sampled_from(sorted(ALL_LAYOUTS)),
    st.sampled_from(EVERY_RULE),
    st.integers(1, 1 << 130),
    st.integers(-300, 300),
    st.booleans(),
)
def test_a_scaled_integer_is_rounded_as_the_ratio_it_is(
    name: str, rules: Rules, significand: int, exponent: int, negative: bool
) -> None:
    fmt = find_format(name)
    number = Finite(negative, significand * power_of_two(exponent))
    assert encode_scaled(fmt, negative, significand, exponent, rules) == encode(fmt, number, rules)


# -- stochastic rounding ----------------------------------------------------------------------


@pytest.mark.parametrize("negative", [False, True])
@pytest.mark.parametrize("share", [Fraction(k, 37) for k in range(1, 37)])
def test_stochastic_over_all_bits_goes_up_as_often_as_the_fraction(
    share: Fraction, negative: bool
) -> None:
    fmt, width = find_format("fp8_e4m3fn"), 8
    low, high = fmt.magnitude(0x38), fmt.magnitude(0x39)
    number = Finite(negative, low + share * (high - low))
    codes = [
        encode(fmt, number, Rules(Rounding.STOCHASTIC, random_bits=bits, random_width=width)).code
        for bits in range(1 << width)
    ]
    sign = fmt.sign_mask if negative else 0
    assert set(codes) <= {0x38 | sign, 0x39 | sign}
    assert codes == sorted(codes)  # more bits never round lower
    assert codes.count(0x39 | sign) == math.floor(share * (1 << width))


@pytest.mark.parametrize("bits", [0, 1, 255])
def test_stochastic_leaves_values_of_the_format_alone(bits: int) -> None:
    fmt = find_format("fp8_e4m3fn")
    rules = Rules(Rounding.STOCHASTIC, random_bits=bits, random_width=8)
    for code in range(fmt.largest_code + 1):
        assert encode(fmt, decode(fmt, code).number, rules) == Rounded(code, Flags.NONE)


def test_stochastic_without_random_bits_cuts_off() -> None:
    fmt, rules = find_format("fp16"), Rules(Rounding.STOCHASTIC, random_width=0)
    assert encode(fmt, finite(1 + Fraction(2047, 2**21)), rules).code == 0x3C00


@pytest.mark.parametrize(("bits", "width"), [(-1, 8), (256, 8), (1, 0)])
def test_random_bits_outside_their_width_are_refused(bits: int, width: int) -> None:
    with pytest.raises(ValueError, match="random bits must lie in"):
        Rules(Rounding.STOCHASTIC, random_bits=bits, random_width=width)


# -- the border is the inverse of rounding ----------------------------------------------------


def _reach(fmt: Format, value: Fraction, rules: Rules) -> int:
    """The magnitude code that ``value`` rounds to; overflow counts as one beyond the largest."""
    result = encode(fmt, finite(value), rules)
    if result.flags & Flags.OVERFLOW:
        return fmt.largest_code + 1
    return result.code & fmt.magnitude_mask if value else 0


def _assert_border(fmt: Format, lower: int, negative: bool, rules: Rules) -> None:
    sign = -1 if negative else 1
    at, goes_up = border(fmt, lower, negative, rules)
    low, high = fmt.magnitude(lower), fmt.magnitude(lower + 1)
    assert low <= at <= high
    assert _reach(fmt, sign * at, rules) == lower + goes_up
    if at > low:
        for share in (OFF, Fraction(1, 2), 1):
            assert _reach(fmt, sign * (at - (at - low) * share), rules) == lower
    if at < high:
        for share in (OFF, Fraction(1, 2), 1):
            assert _reach(fmt, sign * (at + (high - at) * share), rules) == lower + 1


@strided(11)
@pytest.mark.parametrize("name", [*SMALL, *LARGE])
def test_numbers_on_either_side_of_a_border_round_as_it_says(name: str, stride: int) -> None:
    fmt, layout = find_format(name), ALL_LAYOUTS[name]
    small = layout.width <= 8
    codes = layout.finite_magnitudes() if small else _telling_codes(layout, 2)
    for rules, lower in [*product(EVERY_RULE, codes)][::stride]:
        for negative in (False, True) if fmt.signed else (False,):
            if fmt.specials is Specials.FNUZ and negative and lower == 0:
                continue  # what rounds to zero loses its sign there: see the next test
            _assert_border(fmt, lower, negative, rules)


def test_the_border_to_zero_of_a_format_without_negative_zero() -> None:
    fmt = find_format("fp8_e4m3fnuz")
    at, goes_up = border(fmt, 0, True, Rules())
    assert (at, goes_up) == (Fraction(1, 2**11), False)
    assert encode(fmt, finite(-at)) == Rounded(0, Flags.INEXACT | Flags.UNDERFLOW)
    assert encode(fmt, finite(-at * (1 + OFF))).code == 0x81


# -- independent implementations --------------------------------------------------------------


def _points_in_float64(layout: Layout, stride: int) -> list[float]:
    """Values, midpoints and points just off them: all exact in binary32, hence in binary64."""
    pairs = [
        (layout.magnitude(lower), layout.magnitude(lower + 1))
        for lower in layout.finite_magnitudes()[:: 1 if layout.width <= 8 else stride]
    ]
    sixteenths = (0, 1, 4, 7, 8, 9, 12, 15)
    points = [float(low + (high - low) * n / 16) for low, high in pairs for n in sixteenths]
    points += [2 * points[-1], 1000 * points[-1]]
    return [sign * point for point in points for sign in (1, -1)]


@checks("rounding", "ties-to-even", against=their_library)
@strided(3)
@pytest.mark.parametrize("name", NUMPY_TYPES)
def test_ties_to_even_as_numpy_and_ml_dtypes_do(name: str, stride: int, compared) -> None:
    fmt, kind = find_format(name), np.dtype(NUMPY_TYPES[name])
    points = np.array(_points_in_float64(LAYOUTS[name], 61)[::stride])
    with np.errstate(over="ignore", invalid="ignore"):
        narrowed = points.astype(np.float32)
        exact = narrowed.astype(np.float64) == points
        theirs = narrowed[exact].astype(kind).view(f"u{kind.itemsize}")
    assert exact.mean() > 0.9
    if name == "e8m0":  # ml_dtypes rounds this interval upward
        exact[exact] = (narrowed[exact] <= 2.0**-127) | (narrowed[exact] >= 2.0**-126)
        theirs = narrowed[exact].astype(kind).view(np.uint8)
    for point, code in zip(points[exact].tolist(), theirs.tolist(), strict=True):
        ours = encode(fmt, parse_literal(point.hex()).number).code
        assert ours == code, (name, point)
    compared(len(theirs))


@checks("rounding", "ties-to-even", against="numpy")
@pytest.mark.parametrize(("name", "kind"), [("fp16", np.float16), ("fp32", np.float32)])
def test_binary64_narrows_as_numpy_narrows_it(name: str, kind: type, compared) -> None:
    fmt = find_format(name)
    draw = random.Random(0)
    low, high = fmt.quantum_exponent - 3, fmt.emax + 2
    values = [
        math.ldexp(draw.choice((1, -1)) * draw.getrandbits(53), draw.randint(low, high) - 52)
        for _ in range(3000)
    ]
    with np.errstate(over="ignore"):
        codes = np.array(values).astype(kind).view(f"u{kind().itemsize}").tolist()
    for value, code in zip(values, codes, strict=True):
        assert encode(fmt, finite(Fraction(value))).code == code or value == 0
    compared(len(codes))


GFLOAT_RULES = {
    Rounding.TIES_TO_EVEN: gfloat.RoundMode.TiesToEven,
    Rounding.TIES_AWAY: gfloat.RoundMode.TiesToAway,
    Rounding.TOWARD_ZERO: gfloat.RoundMode.TowardZero,
    Rounding.UPWARD: gfloat.RoundMode.TowardPositive,
    Rounding.DOWNWARD: gfloat.RoundMode.TowardNegative,
}


@checks("rounding", "5 rules", against="gfloat")
@strided(5)
@pytest.mark.parametrize("overflow", [Overflow.IEEE, Overflow.SATURATE])
@pytest.mark.parametrize("rule", GFLOAT_RULES)
@pytest.mark.parametrize("name", [name for name in GFLOAT_FORMATS if name != "e8m0"])
def test_rules_as_gfloat_follows_them(
    name: str, rule: Rounding, overflow: Overflow, stride: int, compared
) -> None:
    fmt, info = find_format(name), GFLOAT_FORMATS[name]
    saturate = overflow is Overflow.SATURATE or fmt.specials is Specials.NONE
    points = _points_in_float64(LAYOUTS[name], 499)[::3]
    points = points[[*GFLOAT_RULES].index(rule) :: stride]
    if not fmt.signed:  # gfloat rounds a negative number there as if there were a sign
        points = [point for point in points if point > 0]
    for point in points:
        theirs = gfloat.round_float(info, point, GFLOAT_RULES[rule], saturate)
        number = Finite(math.copysign(1, point) < 0, Fraction(abs(point)))
        code = encode(fmt, number, Rules(rule, overflow)).code
        ours = decode(fmt, code).number
        if isinstance(ours, Finite):
            assert ours.value == Fraction(theirs), (name, point)
            assert ours.negative == (math.copysign(1, theirs) < 0), (name, point)
        else:
            assert isinstance(ours, NaN) == math.isnan(theirs), (name, point)
    compared(len(points))


@disagrees("odd-ties")
@pytest.mark.parametrize(
    ("tie", "code", "gfloats"), [(1.5, 0x80, 2), (3, 0x81, 2), (6, 0x82, 8), (12, 0x83, 8)]
)
def test_ties_between_two_odd_digits_go_to_the_larger_magnitude(
    tie: float, code: int, gfloats: float
) -> None:
    fmt = find_format("e8m0")
    assert encode(fmt, finite(Fraction(tie))).code == code
    assert int(np.float32(tie).astype(NUMPY_TYPES["e8m0"]).view(np.uint8)) == code
    assert gfloat.round_float(GFLOAT_FORMATS["e8m0"], tie) == gfloats  # the disagreement


@disagrees("least-scales")
def test_e8m0_rounds_to_nearest_between_its_two_least_values() -> None:
    fmt, kind = find_format("e8m0"), NUMPY_TYPES["e8m0"]
    for sixteenth in range(1, 16):
        point = (1 + sixteenth / 16) * 2.0**-127
        assert encode(fmt, finite(Fraction(point))).code == int(sixteenth >= 8)
        assert np.float32(point).astype(kind).view(np.uint8) == 1  # the disagreement


MPFR_RULES = {
    Rounding.TIES_TO_EVEN: gmpy2.RoundToNearest,
    Rounding.TOWARD_ZERO: gmpy2.RoundToZero,
    Rounding.UPWARD: gmpy2.RoundUp,
    Rounding.DOWNWARD: gmpy2.RoundDown,
}


@checks("rounding", "4 rules", against="MPFR")
@pytest.mark.parametrize("rule", MPFR_RULES)
@pytest.mark.parametrize(
    ("name", "precision", "emax", "emin"),
    [("fp128", 113, 16384, -16493), ("fp64", 53, 1024, -1073), ("fp32", 24, 128, -148)],
)
def test_wide_formats_round_as_mpfr_does(
    name: str, precision: int, emax: int, emin: int, rule: Rounding, compared
) -> None:
    fmt, layout = find_format(name), LAYOUTS[name]
    context = gmpy2.context(
        precision=precision, emax=emax, emin=emin, subnormalize=True, round=MPFR_RULES[rule]
    )
    points = [p for lower in _telling_codes(layout, 30) for p in _around(layout, lower)]
    draw = random.Random(1)
    points += [Fraction(draw.getrandbits(300) + 1, draw.getrandbits(300) + 1) for _ in range(100)]
    for point, sign in product(points, (1, -1)):
        value = sign * point
        with context:
            theirs = gmpy2.mpfr(gmpy2.mpq(value.numerator, value.denominator))
        number = decode(fmt, encode(fmt, finite(value), Rules(rule)).code).number
        if gmpy2.is_infinite(theirs):
            assert number == Infinity(sign < 0)
        else:
            n, d = theirs.as_integer_ratio()
            assert number.value == Fraction(int(n), int(d)), (name, value, rule)
    compared(2 * len(points))


# -- worked figures ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("1.12156456132", "fp32", 0x3F8F8F6D),
        ("1.12156456132", "fp16", 0x3C7C),
        ("0.12457275190625", "fp16", 0x2FF9),
        ("0.12457275390625", "fp16", 0x2FF9),
        ("0.12457275390625", "fp32", 0b0_01111011_11111110010000000000000),
        ("1.125", "fp16", 0x3C80),
        ("1.125", "fp32", 0x3F900000),
        ("1.24957275390625", "fp32", 0x3F9FF200),
        ("1.24957275390625", "fp16", 0x3D00),
        ("0.00006666666", "fp16", 0x045E),
        ("65504", "fp16", 0x7BFF),
        ("65519.999999999999999999", "fp16", 0x7BFF),
        ("65520", "fp16", 0x7C00),
        ("1+2^-11", "fp16", 0x3C00),
        ("1+3*2^-11", "fp16", 0x3C02),
        ("1+2^-11+2^-30", "fp16", 0x3C01),
        ("1+2^-11+2^-40", "fp16", 0x3C01),
        ("1.00048828125", "fp16", 0x3C00),
        ("1.00048828125000000000001", "fp16", 0x3C01),
        ("0.00041999", "fp16", 0x0EE2),
        ("0.01", "fp16", 0x211F),
    ],
)
def test_typed_text_is_rounded_once(text: str, name: str, code: int) -> None:
    assert encode(find_format(name), parse_literal(text).number).code == code


@pytest.mark.parametrize(
    ("rounding", "code"),
    [(Rounding.TIES_TO_EVEN, 0x3D00), (Rounding.TOWARD_ZERO, 0x3CFF), (Rounding.DOWNWARD, 0x3CFF)],
)
def test_the_worked_sum_in_fp16(rounding: Rounding, code: int) -> None:
    fmt = find_format("fp16")
    total = finite(Fraction("1.125") + Fraction("0.12457275390625"))
    assert encode(fmt, total, Rules(rounding)).code == code


def test_errors_of_the_worked_conversion() -> None:
    typed = Fraction("1.12156456132")
    fp32 = decode(find_format("fp32"), 0x3F8F8F6D).number.value
    assert fp32 == Fraction("1.12156450748443603515625")
    assert round((fp32 - typed) * 2**23, 4) == Fraction("-0.4516")
    fp16 = decode(find_format("fp16"), 0x3C7C).number.value
    assert fp16 == Fraction("1.12109375")
    assert round(abs(fp16 - typed) / typed, 7) == Fraction("4.198e-4")


# -- what is no finite number ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "overflow", "code", "flags"),
    [
        ("fp16", Overflow.IEEE, 0x7C00, Flags.NONE),
        ("fp16", Overflow.NAN, 0x7C00, Flags.NONE),
        ("fp16", Overflow.SATURATE, 0x7BFF, Flags.INVALID),
        ("fp8_e4m3fn", Overflow.IEEE, 0x7F, Flags.INVALID),
        ("fp8_e4m3fn", Overflow.NAN, 0x7F, Flags.INVALID),
        ("fp8_e4m3fn", Overflow.SATURATE, 0x7E, Flags.INVALID),
        ("fp8_e4m3fnuz", Overflow.IEEE, 0x80, Flags.INVALID),
        ("fp8_e4m3fnuz", Overflow.SATURATE, 0x7F, Flags.INVALID),
        ("fp4_e2m1", Overflow.IEEE, 0x7, Flags.INVALID),
        ("fp4_e2m1", Overflow.NAN, 0x7, Flags.INVALID),
        ("e8m0", Overflow.IEEE, 0xFF, Flags.INVALID),
        ("e8m0", Overflow.SATURATE, 0xFE, Flags.INVALID),
        ("ue6m0finite", Overflow.IEEE, 0x3F, Flags.INVALID),
    ],
)
@pytest.mark.parametrize("rounding", [Rounding.TIES_TO_EVEN, Rounding.TOWARD_ZERO])
def test_an_infinite_number(
    name: str, overflow: Overflow, code: int, flags: Flags, rounding: Rounding
) -> None:
    fmt, rules = find_format(name), Rules(rounding, overflow)
    assert encode(fmt, Infinity(False), rules) == Rounded(code, flags)
    if fmt.signed:
        negative = 0x80 if code == 0x80 else code | fmt.sign_mask
        assert encode(fmt, Infinity(True), rules) == Rounded(negative, flags)


@pytest.mark.parametrize(
    ("name", "nan", "code", "flags"),
    [
        ("fp16", NaN(), 0x7E00, Flags.NONE),
        ("fp16", NaN(True, 0x123), 0xFF23, Flags.NONE),
        ("fp16", NaN(False, 0xFFFFF), 0x7FFF, Flags.NONE),
        ("fp16", NaN(False, 0x123, quiet=False), 0x7D23, Flags.NONE),
        ("fp16", NaN(False, 0, quiet=False), 0x7C01, Flags.NONE),
        ("fp16", NaN(False, 0x200, quiet=False), 0x7C01, Flags.NONE),
        ("e5m1", NaN(False, 5, quiet=False), 0x3F, Flags.NONE),
        ("fp16", NaN(False, 0x123 << 13, True, 22), 0x7F23, Flags.NONE),
        ("fp16", NaN(False, 1, True, 22), 0x7E00, Flags.NONE),
        ("fp16", NaN(False, 1, False, 22), 0x7E00, Flags.INVALID),
        ("fp32", NaN(False, 0x123, True, 9), 0x7FC00000 | 0x123 << 13, Flags.NONE),
        ("fp8_e4m3fn", NaN(True, 0x123), 0xFF, Flags.NONE),
        ("fp8_e4m3fn", NaN(True, 1, False, 9), 0xFF, Flags.INVALID),
        ("fp8_e4m3fnuz", NaN(True, 0x123), 0x80, Flags.NONE),
        ("e8m0", NaN(True), 0xFF, Flags.NONE),
        ("fp4_e2m1", NaN(), 0x7, Flags.INVALID),
        ("fp6_e2m3", NaN(True), 0x1F, Flags.INVALID),
        ("ue6m0finite", NaN(True), 0x3F, Flags.INVALID),
    ],
)
def test_a_nan(name: str, nan: NaN, code: int, flags: Flags) -> None:
    assert encode(find_format(name), nan) == Rounded(code, flags)


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("e8m0", finite(0), 0xFF),
        ("e8m0", Finite(True, Fraction(0)), 0xFF),
        ("e8m0", finite(-1), 0xFF),
        ("e8m0", Infinity(True), 0xFF),
        ("ue6m0finite", finite(0), 0x00),
        ("ue6m0finite", finite(-1), 0x00),
        ("ue6m0finite", Infinity(True), 0x00),
    ],
)
@every_rule
def test_scales_have_neither_zero_nor_sign(name: str, number, code: int, rules: Rules) -> None:
    assert encode(find_format(name), number, rules) == Rounded(code, Flags.INVALID)


@pytest.mark.parametrize("name", [fmt.name for fmt in CATALOGUE if fmt.signed])
def test_zeros_keep_their_sign_where_there_is_one(name: str) -> None:
    fmt = find_format(name)
    for rules, negative in product(EVERY_RULE, (False, True)):
        rounded = encode(fmt, Finite(negative, Fraction(0)), rules)
        kept = Finite(negative and fmt.has_negative_zero, Fraction(0))
        found = decode(fmt, rounded.code).number, rounded.flags
        assert found == (kept, Flags.NONE), (rules, negative)


@pytest.mark.parametrize(
    ("rounding", "positive", "negative"),
    [
        (Rounding.TIES_TO_EVEN, 0x7C00, 0xFC00),
        (Rounding.TIES_AWAY, 0x7C00, 0xFC00),
        (Rounding.TIES_UPWARD, 0x7C00, 0xFC00),
        (Rounding.STOCHASTIC, 0x7C00, 0xFC00),
        (Rounding.TOWARD_ZERO, 0x7BFF, 0xFBFF),
        (Rounding.TO_ODD, 0x7BFF, 0xFBFF),
        (Rounding.UPWARD, 0x7C00, 0xFBFF),
        (Rounding.DOWNWARD, 0x7BFF, 0xFC00),
    ],
)
def test_overflow_leads_where_the_rule_points(
    rounding: Rounding, positive: int, negative: int
) -> None:
    fmt = find_format("fp16")
    assert overflow_code(fmt, False, Rules(rounding)) == positive
    assert overflow_code(fmt, True, Rules(rounding)) == negative
    assert overflow_code(fmt, False, Rules(rounding, Overflow.SATURATE)) == 0x7BFF
    in_nan = 0x7E00 if positive == 0x7C00 else 0x7BFF
    assert overflow_code(fmt, False, Rules(rounding, Overflow.NAN)) == in_nan


def test_flags_are_named_in_order() -> None:
    names = ["inexact", "underflow", "overflow", "divide_by_zero", "invalid"]
    assert (~Flags.NONE).names() == names
    assert Flags.NONE.names() == []


# -- exact numbers -----------------------------------------------------------------------------


@given(st.fractions(min_value=Fraction(1, 10**40)).filter(bool), st.integers(-3000, 3000))
def test_floor_log2_brackets(number: Fraction, exponent: int) -> None:
    value = number * power_of_two(exponent)
    e = floor_log2(value)
    assert power_of_two(e) <= value < power_of_two(e + 1)


@pytest.mark.parametrize("exponent", [-1074, -1, 0, 1, 1023])
def test_floor_log2_at_powers_of_two(exponent: int) -> None:
    assert floor_log2(power_of_two(exponent)) == exponent
    assert floor_log2(power_of_two(exponent) * (1 - OFF)) == exponent - 1


def test_exact_numbers_keep_the_sign_of_zero() -> None:
    assert finite(0) == Finite(False, Fraction(0))
    assert finite(0) != Finite(True, Fraction(0))
    assert Finite(True, Fraction(0)).is_zero
    assert finite(Fraction(-3, 4)).value == Fraction(-3, 4)
    assert not finite(-1).is_zero


@pytest.mark.parametrize("module", [numbers, rounding])
def test_examples_in_the_documentation(module) -> None:
    assert doctest.testmod(module).failed == 0
