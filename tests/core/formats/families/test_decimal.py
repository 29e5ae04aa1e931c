"""Decimal formats: against their definitions, Python's decimal module, and gcc."""

from __future__ import annotations

import decimal
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.operations import add, fma, multiply, subtract
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.formats import FieldKind, Format, FormatError, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.formats.facts import facts
from fpviz.core.formats.families.ieee_decimal import Coding, IeeeDecimal
from fpviz.core.formats.fields import Level
from fpviz.core.formats.order import next_up
from fpviz.core.formats.places import Magnitude
from fpviz.core.line.zones import rounding_interval
from fpviz.core.literals import parse_literal
from fpviz.core.notation import find_notation
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.phrase import Complaint
from fpviz.core.reading import State, derive
from fpviz.core.text import shortest_decimal
from fpviz.experiments.engine.parameter_kinds import FormatList, FormatName
from tests.conformance import checks

TEN = Fraction(10)
CLOSE = Fraction(1, 10**30)


def interchange(width: int) -> tuple[int, int, int]:
    """(w, t, p) of IEEE 754-2019, table 3.6."""
    return width // 16 + 4, 15 * width // 16 - 10, 9 * width // 32 - 2


def reading(code: int, facts: tuple[int, int, int, int], *, dpd: bool) -> str | Fraction:
    """Clause 3.5.2 in the tests' own words: a value without its sign, ``inf`` or ``nan``.

    ``facts`` are w, t, p and emax.
    """
    w, t, p, emax = facts
    bits = f"{code:0{w + 6 + t}b}"
    g, trailing = bits[1 : 6 + w], bits[6 + w :]
    if g.startswith("1111"):
        return "nan" if g[4] == "1" else "inf"
    if dpd:
        high, lead = (g[2:4], 8 + int(g[4])) if g.startswith("11") else (g[:2], int(g[2:5], 2))
        e = int(high + g[5:], 2)
        digits = "".join(declet(trailing[k : k + 10]) for k in range(0, t, 10))
        c = int(f"{lead}{digits}")
    else:
        if g.startswith("11"):
            e, c = int(g[2 : w + 4], 2), int("100" + g[w + 4] + trailing, 2)
        else:
            e, c = int(g[: w + 2], 2), int(g[w + 2 :] + trailing, 2)
        c = c if c < 10**p else 0
    return c * TEN ** (e - (emax + p - 2))


def declet(bits: str) -> str:
    """Table 3.3, row by row; x stands for either value, letters for the bits of digits."""
    rows = {  # b(3), b(2) b(1), b(6) b(5) -> the three digits
        "0....": "pqr stu wxy",
        "100..": "pqr stu 100y",
        "101..": "pqr 100u sty",
        "110..": "100r stu pqy",
        "11100": "100r 100u pqy",
        "11101": "100r pqu 100y",
        "11110": "pqr 100u 100y",
        "11111": "100r 100u 100y",
    }
    named = dict(zip("pqrstuvwxy", bits, strict=True))
    telling = "".join(named[letter] for letter in "vwxst")
    row = next(
        row
        for shape, row in rows.items()
        if all(a in (b, ".") for a, b in zip(shape, telling, strict=True))
    )
    return "".join(
        str(int("".join(named.get(each, each) for each in digit), 2)) for digit in row.split()
    )


NAMED = [f"decimal{width}{tail}" for width in (32, 64, 128) for tail in ("", "_dpd")]
SMALL = [IeeeDecimal(f"decimal17_{c.value}", c, 1, 1) for c in Coding]
"""Of four digits and six exponents: all codes can be looked at."""
SMALL_FACTS = (1, 10, 4, 3)
ALL = [*map(find_format, (*NAMED, "medfloat32", "sfloat16")), *SMALL]
by_format = pytest.mark.parametrize("fmt", ALL, ids=lambda fmt: fmt.name)
by_small = pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)
by_ieee = pytest.mark.parametrize("name", NAMED)


def drawn(fmt: Format, count: int) -> Sequence[int]:
    draw = random.Random(754)
    ends = {fmt.largest_code, fmt.smallest_code, fmt.min_normal_code, 0, (1 << fmt.width) - 1}
    ends |= {(code + d) % (1 << fmt.width) for code in ends for d in (-1, 1)}
    ends |= {1 << k for k in range(fmt.width)}
    return [*sorted(ends), *(draw.getrandbits(fmt.width) for _ in range(count))]


def check(fmt: Format, codes: Iterable[int], facts: tuple[int, int, int, int], dpd: bool) -> None:
    for code in codes:
        said, decoded = reading(code, facts, dpd=dpd), decode(fmt, code)
        negative = bool(code >> fmt.width - 1)
        if isinstance(said, str):
            assert type(decoded.number) is {"inf": Infinity, "nan": NaN}[said]
            assert decoded.negative == negative
            continue
        assert decoded.number == Finite(negative, said)
        assert worth(fmt, code) == (-said if negative else said)
        canonical = fmt.canonical(code)
        assert encode(fmt, decoded.number).code == canonical
        assert reading(canonical, facts, dpd=dpd) == said
        assert (fmt.remark(code) is None) == (code == canonical)


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize("count", [150, pytest.param(100_000, marks=pytest.mark.sweep)])
@by_ieee
def test_codes_say_what_the_standard_says(name: str, count: int, compared):
    fmt = find_format(name)
    w, t, p = interchange(fmt.width)
    codes = drawn(fmt, count)
    check(fmt, codes, (w, t, p, 3 << w - 1), name.endswith("dpd"))
    compared(len(codes))


@by_small
def test_codes_of_a_small_one(fmt: IeeeDecimal):
    check(fmt, drawn(fmt, 500), SMALL_FACTS, fmt.coding is Coding.DPD)


@pytest.mark.sweep
@by_small
def test_all_codes_of_a_small_one(fmt: IeeeDecimal):
    codes = range(1 << fmt.width)
    check(fmt, codes, SMALL_FACTS, fmt.coding is Coding.DPD)
    found = Counter(fmt.number_class(code) for code in codes)
    assert found == fmt.class_counts()
    values = sorted({value_of(fmt, code) for code in codes if fmt.is_finite(code)})
    assert len(values) == 2 * fmt.largest_place + 1
    assert values == [
        (-1 if place < 0 else 1) * fmt.magnitude(abs(place))
        for place in range(-fmt.largest_place, fmt.largest_place + 1)
    ]


def worth(fmt: Format, code: int) -> Fraction:
    """The value of the formula as it is shown."""
    pieces = [(p.text.replace("−", "-"), p.level) for p in fmt.formula(code)]
    *front, power = pieces
    line = "".join("**" + text if level is Level.RAISED else text for text, level in front)
    factors = line.removesuffix(" × 10").split(" × ")
    worth = prod(int(each) if each.isdigit() else eval(each) for each in factors)
    return worth * TEN ** eval(power[0])


@pytest.mark.parametrize(
    ("name", "code", "value"),
    [
        ("decimal32", 0xB18002EE, "-7.50"),
        ("decimal64", 0xB1800000000002EE, "-7.50"),
        ("decimal128", 0xB03C00000000000000000000000002EE, "-7.50"),
        ("decimal32_dpd", 0xA23003D0, "-7.50"),
        ("decimal64_dpd", 0xA2300000000003D0, "-7.50"),
        ("decimal128_dpd", 0xA20780000000000000000000000003D0, "-7.50"),
        ("decimal64", 0x31C0000000000001, "1"),
        ("decimal64", 0x31A000000000000A, "1.0"),
        ("decimal64", 0x6C70000000000000, "9007199254740992"),
        ("decimal32_dpd", 0x22500001, "1"),
        ("decimal64_dpd", 0x77FCFF3FCFF3FCFF, "9.999999999999999e384"),
        ("decimal64_dpd", 0x2DFCC1AEB53B3FBB, "3.141592653589793"),
        ("medfloat32", 0xFF00016C, "36.4"),
        ("sfloat16", 0xF072, "11.4"),
    ],
)
def test_vectors_of_the_field(name: str, code: int, value: str):
    assert value_of(find_format(name), code) == Fraction(value)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("decimal64", "1.0", 0x31C0000000000001),
        ("decimal64", "100", 0x31C0000000000064),
        ("decimal64", "0", 0x31C0000000000000),
        ("decimal64", "-0", 0xB1C0000000000000),
        ("decimal64", "1e20", (398 + 5) << 53 | 10**15),
        ("decimal64_dpd", "3.14159265358979323846", 0x2DFCC1AEB53B3FBB),
        ("decimal64_dpd", "9.999999999999999e384", 0x77FCFF3FCFF3FCFF),
        ("decimal64", "inf", 0x7800000000000000),
        ("medfloat32", "36.40", 0xFF00016C),
        ("medfloat32", "8388607", 8388605),  # the two above it are not numbers
        ("sfloat16", "2047", 2045),
        ("sfloat16", "2048.5", 0x10CD),
        ("sfloat16", "20.47", 0xE7FF),
    ],
)
def test_rounding_delivers_the_exponent_nearest_to_zero(name: str, text: str, code: int):
    fmt = find_format(name)
    assert encode(fmt, parse_literal(text).number).code == code


ROUNDINGS = {
    Rounding.TIES_TO_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.TIES_AWAY: decimal.ROUND_HALF_UP,
    Rounding.TOWARD_ZERO: decimal.ROUND_DOWN,
    Rounding.UPWARD: decimal.ROUND_CEILING,
    Rounding.DOWNWARD: decimal.ROUND_FLOOR,
}


@checks("rounding", "5 rules", against="decimal")
@by_ieee
def test_numbers_are_rounded_as_by_pythons_decimal(name, compared):
    @settings(max_examples=40)
    @given(
        st.sampled_from(sorted(ROUNDINGS, key=lambda r: r.value)),
        st.integers(-(10**40), 10**40),
        st.integers(-6300, 6200) | st.integers(-500, 400) | st.integers(-140, 100),
    )
    def agrees(rounding, coefficient, exponent):
        check_rounding(name, rounding, coefficient, exponent)

    agrees()
    compared(40)


def check_rounding(name: str, rounding: Rounding, coefficient: int, exponent: int) -> None:
    fmt, (w, _, p) = find_format(name), interchange(find_format(name).width)
    emax = 3 << w - 1
    traps = []
    context = decimal.Context(p, ROUNDINGS[rounding], 1 - emax, emax, clamp=1, traps=traps)
    typed = decimal.Decimal((coefficient < 0, _digits(coefficient), exponent))
    expected = context.create_decimal(typed)
    exact = Finite(coefficient < 0, abs(coefficient) * TEN**exponent)
    rounded = encode(fmt, exact, Rules(rounding))
    number = decode(fmt, rounded.code).number
    if expected.is_infinite():
        assert number == Infinity(coefficient < 0)
    else:
        assert number == Finite(expected.is_signed(), abs(Fraction(expected)))
    for flag, signal in (
        (Flags.INEXACT, decimal.Inexact),
        (Flags.OVERFLOW, decimal.Overflow),
    ):
        assert (flag in rounded.flags) == bool(context.flags[signal])


def _digits(coefficient: int) -> tuple[int, ...]:
    return tuple(map(int, str(abs(coefficient))))


@pytest.mark.parametrize("fmt", [*SMALL, find_format("sfloat16")], ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("rounding", [r for r in Rounding if r is not Rounding.STOCHASTIC])
def test_numbers_are_rounded_to_their_neighbours(fmt: Format, rounding: Rounding):
    """Against a search among the values, in both signs."""
    rules = Rules(rounding, Overflow.SATURATE)
    for negative in (False, True):
        last = fmt.last_place(negative)
        for place in [*range(30), *range(1000, last, 797), *_about_holes(fmt, negative), last - 1]:
            below, above = (fmt.magnitude(place + k, negative) for k in (0, 1))
            middle = (below + above) / 2
            odd = fmt.scaled(place, negative)[0] % 2
            for x in (middle * (1 - CLOSE), middle, middle * (1 + CLOSE)):
                up = {
                    Rounding.TIES_TO_EVEN: x > middle or (x == middle and odd),
                    Rounding.TIES_AWAY: x >= middle,
                    Rounding.TIES_UPWARD: x > middle or (x == middle and not negative),
                    Rounding.UPWARD: not negative,
                    Rounding.DOWNWARD: negative,
                    Rounding.TO_ODD: not odd,
                    Rounding.TOWARD_ZERO: False,
                }[rounding]
                code = encode(fmt, Finite(negative, x), rules).code
                assert decode(fmt, code).number == Finite(
                    negative and (bool(place + up) or fmt.has_negative_zero), above if up else below
                )
                interval = rounding_interval(fmt, code, rules)
                assert interval is not None
                assert interval.contains(-x if negative else x)


def _about_holes(fmt: Format, negative: bool) -> list[int]:
    """Places about the largest coefficient at some exponents."""
    near = [Magnitude.of(2047 * TEN**exponent) for exponent in range(-3, 3)]
    marks = [fmt.bracket(each, negative).place + d for each in near for d in range(-3, 2)]
    return [place for place in marks if 0 <= place < fmt.last_place(negative)]


@pytest.mark.parametrize("name", ["decimal64", "decimal32_dpd", "sfloat16"])
def test_operations_round_once(name: str):
    fmt, draw = find_format(name), random.Random(5)
    for _ in range(300):
        places = [draw.randrange(1, fmt.largest_place) for _ in range(3)]
        a, b, c = ((fmt, fmt.code_at(place, draw.random() < 0.5)) for place in places)
        x, y, z = (value_of(*each) for each in (a, b, c))
        assert add(fmt, a, b).code == encode(fmt, finite(x + y)).code
        assert subtract(fmt, a, b).code == encode(fmt, finite(x - y)).code
        assert multiply(fmt, a, b).code == encode(fmt, finite(x * y)).code
        assert fma(fmt, a, b, c).code == encode(fmt, finite(x * y + z)).code
        assert value_of(fmt, subtract(fmt, a, a).code) == 0


def test_operations_mix_bases_and_keep_the_signs_of_zeros():
    d64, fp64 = find_format("decimal64"), find_format("fp64")
    tenth = (d64, encode(d64, finite(Fraction(1, 10))).code)
    binary = (fp64, encode(fp64, finite(Fraction(1, 10))).code)
    off = value_of(*tenth) - value_of(*binary)
    assert subtract(fp64, tenth, binary).code == encode(fp64, finite(off)).code
    zero, minus = (d64, d64.code_at(0)), (d64, d64.code_at(0, True))
    assert add(d64, minus, minus).code == minus[1]
    assert add(d64, zero, minus).code == zero[1]
    assert add(d64, zero, minus, Rules(Rounding.DOWNWARD)).code == minus[1]
    assert multiply(d64, tenth, minus).code == minus[1]
    infinite = (d64, d64.infinity_code)
    assert multiply(d64, zero, infinite).flags == Flags.INVALID
    assert add(d64, tenth, infinite).code == d64.infinity_code


def test_what_is_not_canonical_says_so():
    bid, dpd = find_format("decimal64"), find_format("decimal64_dpd")
    assert "more than 16 digits" in str(bid.remark(0x6FFFFFFFFFFFFFFF))
    assert bid.number_class(0x6FFFFFFFFFFFFFFF) is NumberClass.ZERO
    assert "16 exponents" in str(bid.remark(0x31A000000000000A))
    assert "declet" in str(dpd.remark(0x22380000000003FF))  # 999, written with 1s
    assert value_of(dpd, 0x22380000000003FF) == 999
    assert dpd.canonical(0x22380000000003FF) == 0x22380000000000FF
    assert "infinity" in str(bid.remark(0x7800000000000001))
    for nan in (0x7C04000000000007, 0xFE04000000000007):  # a bit between signal and payload
        assert "NaN" in str(bid.remark(nan))
        assert bid.canonical(nan) == nan & ~(1 << 50)
        assert bid.remark(bid.canonical(nan)) is None
    assert bid.canonical(0x7C03FFFFFFFFFFFF) == 0x7C00000000000000  # a payload of 16 digits


def test_nans_keep_their_payloads():
    bid = find_format("decimal64")
    assert decode(bid, 0x7C00000000000007).number == NaN(False, 7, True, 50)
    assert decode(bid, 0xFE00000000000007).number == NaN(True, 7, False, 50)
    assert decode(bid, 0x7C03FFFFFFFFFFFF).number == NaN(False, 0, True, 50)
    assert encode(bid, NaN(False, 7, True, 50)).code == 0x7C00000000000007
    assert encode(bid, NaN(quiet=False, payload=1)).code == 0x7E00000000000001
    dpd = find_format("decimal64_dpd")
    assert decode(dpd, 0x7C000000000000FF).number == NaN(False, 999, True, 50)


def test_fields_are_coloured_by_what_they_are():
    kinds = [f.kind for f in find_format("decimal32_dpd").fields(0x22500001)]
    whole = [FieldKind.SIGN, FieldKind.PREFIX, FieldKind.EXPONENT]
    assert kinds == [*whole, FieldKind.INTEGER, FieldKind.INTEGER]
    bid = find_format("decimal32")
    assert [f.kind for f in bid.fields(0x32800001)] == [
        FieldKind.SIGN, FieldKind.EXPONENT, FieldKind.INTEGER,
    ]  # fmt: skip
    large = bid.fields(0x6CA00000)
    assert [(f.digits, f.value) for f in large[1:3]] == [("11", 3), ("01100101", 101)]
    assert large[3].value == 1 << 23


def test_texts_and_facts_are_decimal():
    fmt = find_format("decimal64")
    assert shortest_decimal(fmt, encode(fmt, finite(Fraction(1, 10))).code) == "0.1"
    assert facts(fmt).digits == (16, 16)
    assert facts(fmt).epsilon == Fraction(1, 10**15)
    assert facts(find_format("medfloat32")).digits == (6, 7)
    assert facts(fmt).integers == 10**16
    (seen,) = derive(State(parse_literal("0.1"), (fmt,), fmt)).readings
    assert seen.is_exact
    assert seen.error.ulps == 0
    assert seen.decoded.exponent == -1
    assert seen.decoded.digits() == ("1", "0" * 15)
    assert seen.ulp == Fraction(1, 10**16)
    assert seen.hexfloat is None
    assert value_of(fmt, next_up(fmt, seen.code)) == Fraction(1, 10) + seen.ulp


@pytest.mark.parametrize(
    ("text", "name"),
    [("_Decimal64", "decimal64"), ("d128", "decimal128"), ("dec32_dpd", "decimal32_dpd")],
)
def test_names(text: str, name: str):
    assert find_format(text).name == name
    assert find_format("decimal96").precision == 25


@pytest.mark.parametrize("name", ["decimal33", "decimal0", "decimal192", "decimal999999"])
def test_impossible_formats_are_one_line(name: str):
    with pytest.raises(FormatError) as error:
        find_format(name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_experiments_leave_decimals_out():
    with pytest.raises(Complaint, match="'decimal64' is decimal"):
        FormatName().parse("decimal64")
    with pytest.raises(Complaint, match="'d32' is decimal"):
        FormatList().parse("fp16, d32")


def test_notations_have_what_there_is():
    fmt = find_format("decimal64")
    code = encode(fmt, finite(Fraction(-15, 2))).code
    assert find_notation("python").text(fmt, code) == "decimal.Decimal('-7.5')"
    assert r"7500000000000000 \times 10^{-15} = -7.5" in find_notation("latex").text(fmt, code)
    with pytest.raises(Complaint, match="is decimal"):
        find_notation("hexfloat").text(fmt, code)
