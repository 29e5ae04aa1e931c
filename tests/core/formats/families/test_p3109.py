"""The formats of IEEE P3109, against its definitions and gfloat."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from fractions import Fraction

import gfloat
import pytest
from gfloat.formats import format_info_p3109
from gfloat.types import Domain, Signedness

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rounding, Rules, encode
from fpviz.core.arithmetic.rules_text import read_overflow
from fpviz.core.formats import Format, FormatError, custom, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.families.p3109 import P3109
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from tests.conformance import checks
from tests.core.formats.all_codes import sampled_and_all

TWO = Fraction(2)
PRESETS = "3p2sf 4p2sf 6p3sf 6p4sf 8p3se 8p4se 8p4sf 8p1uf 8p5se 16p8se"
KINDS = [(sign, domain) for sign in "su" for domain in "fe"]


def names(widths: range) -> list[str]:
    return [
        f"binary{k}p{p}{sign}{domain}"
        for k in widths
        for sign, domain in KINDS
        for p in range(1, k + (sign == "u"))
    ]


def said_by_the_draft(k: int, p: int, sign: str, domain: str, code: int) -> object:
    """A value, ``inf``, ``-inf`` or ``nan``, from the draft's definition of decoding."""
    signed, extended = sign == "s", domain == "e"
    half = 1 << (k - 1)
    if code == (half if signed else 2 * half - 1):
        return "nan"
    top = half - 1 if signed else 2 * half - 2
    if extended and code == top:
        return "inf"
    if signed and code > half:
        said = said_by_the_draft(k, p, sign, domain, code - half)
        return "-inf" if said == "inf" else -said
    bias = 1 << (k - p - 1) if signed else 1 << (k - p)
    exponent, trailing = divmod(code, 1 << (p - 1))
    part = Fraction(trailing, 1 << (p - 1))
    return (1 + part) * TWO ** (exponent - bias) if exponent else part * TWO ** (1 - bias)


def said(number: object) -> object:
    match number:
        case NaN():
            return "nan"
        case Infinity(negative):
            return "-inf" if negative else "inf"
        case Finite():
            assert not (number.is_zero and number.negative)
            return number.value


def facts_of(name: str) -> tuple[int, int, str, str]:
    k, p = name.removeprefix("binary")[:-2].split("p")
    return int(k), int(p), name[-2], name[-1]


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize("name", names(range(3, 9)))
def test_every_code_of_small_formats_says_what_the_draft_says(name: str, compared):
    fmt, facts = find_format(name), facts_of(name)
    assert (fmt.name, fmt.width, fmt.precision) == (name, facts[0], facts[1])
    check_codes(name, range(1 << fmt.width))
    assert said(decode(fmt, 1 << (fmt.width - 1 - fmt.signed)).number) == 1
    compared(1 << fmt.width)


def check_codes(name: str, codes: Iterable[int]) -> None:
    fmt, facts = find_format(name), facts_of(name)
    for code in codes:
        number = decode(fmt, code).number
        assert said(number) == said_by_the_draft(*facts, code), code
        assert encode(fmt, number) == Rounded(code, Flags.NONE)


def telling_codes(width: int, count: int) -> list[int]:
    draw = random.Random(width)
    ends = [sign + code for sign in (0, 1 << (width - 1)) for code in range(4)]
    ends += [(1 << width) - 1 - code for code in range(4)]
    ends += [(1 << (width - 1)) - 1 - code for code in range(4)]
    return ends + [draw.getrandbits(width) for _ in range(count)]


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize("name", names(range(9, 17)))
def test_codes_of_wider_formats_say_what_the_draft_says(name: str, compared):
    codes = telling_codes(facts_of(name)[0], 20)
    check_codes(name, codes)
    compared(len(codes))


@pytest.mark.sweep
@pytest.mark.parametrize("name", names(range(9, 17)))
def test_every_code_of_wider_formats_says_what_the_draft_says(name: str):
    check_codes(name, range(1 << facts_of(name)[0]))


@checks("decoding", against="gfloat")
@pytest.mark.parametrize(
    ("fmt", "codes"),
    [
        *((find_format(name), range(1 << facts_of(name)[0])) for name in names(range(3, 9))),
        *sampled_and_all([find_format("binary16p8se")]),
    ],
)
def test_codes_say_what_gfloat_says(fmt: Format, codes: range, compared):
    k, p, sign, domain = facts_of(fmt.name)
    signedness = Signedness.Signed if sign == "s" else Signedness.Unsigned
    extent = Domain.Extended if domain == "e" else Domain.Finite
    info = format_info_p3109(k, p, signedness, extent)
    assert find_format(info.name) == fmt
    for code in codes:
        theirs, ours = gfloat.decode_float(info, code).fval, said(decode(fmt, code).number)
        assert ours == "nan" if math.isnan(theirs) else float(ours) == theirs, code
    compared(len(codes))


VECTORS = {
    "binary8p4se": {
        0x01: TWO**-10,
        0x08: TWO**-7,
        0x40: 1,
        0x48: 2,
        0x7E: 224,
        0x7F: "inf",
        0x80: "nan",
        0xFF: "-inf",
    },
    "binary8p3se": {0x01: TWO**-17, 0x04: TWO**-15, 0x7E: 49152},
    "binary8p4sf": {0x7F: 240},
    "binary8p1uf": {0: 0, 1: TWO**-127, 0x80: 1, 0xFE: TWO**126, 0xFF: "nan"},
    "binary4p2sf": dict(enumerate(map(Fraction, ("0", ".25", ".5", ".75", "1", "1.5", "2", "3")))),
    "binary3p2sf": {1: Fraction(1, 2), 2: 1, 3: Fraction(3, 2)},
    "binary8p8uf": {0xFE: Fraction(127, 64)},
}


@pytest.mark.parametrize(("name", "code"), [(n, c) for n, codes in VECTORS.items() for c in codes])
def test_values_of_note(name: str, code: int):
    assert said(decode(find_format(name), code).number) == VECTORS[name][code]


def test_the_catalogue_has_ten_of_them_and_says_that_they_are_a_draft():
    assert [fmt.name for fmt in P3109.formats] == [f"binary{key}" for key in PRESETS.split()]
    assert "draft" in str(P3109.title)
    assert "26 June 2026" in str(P3109.title)


@pytest.mark.parametrize(
    "text", ["Binary8p3se", "BINARY8P3SE", "p3109_k8p3se", "p3109_8p3se", "P3109 binary8p3se"]
)
def test_names_are_read_as_people_write_them(text: str):
    assert find_format(text) == find_format("binary8p3se")


@pytest.mark.parametrize(("text", "name"), [("binary16", "fp16"), ("binary128", "fp128")])
def test_widths_alone_are_those_of_ieee_754(text: str, name: str):
    assert find_format(text).name == name


def test_a_scale_of_the_draft_is_one_bias_off_e8m0_and_has_a_zero():
    scale, e8m0 = find_format("binary8p1uf"), find_format("e8m0")
    assert [said(decode(scale, code).number) for code in (0, 0x7F)] == [0, Fraction(1, 2)]
    assert [said(decode(e8m0, code).number) for code in (0, 0x7F)] == [TWO**-127, 1]
    assert custom(8, 0, 128, signed=False, subnormals=True).key == scale.key


@pytest.mark.parametrize(
    "text", ["binary2p1se", "binary8p0se", "binary8p8sf", "binary8p9uf", "binary8p4", "binary8p4s"]
)
def test_what_is_none_of_them_is_refused_in_one_line(text: str):
    with pytest.raises(FormatError, match=text) as refusal:
        find_format(text)
    assert "P3109" in str(refusal.value)
    assert str(refusal.value).isprintable()


def test_a_wide_one_is_refused_before_it_takes_long():
    with pytest.raises(FormatError, match="exponent"):
        find_format("binary999p3se")


@pytest.mark.parametrize(
    ("text", "name", "rule", "rounding", "result"),
    [
        ("233", "binary8p4se", "satnone", Rounding.TIES_TO_EVEN, "inf"),
        ("233", "binary8p4se", "satfinite", Rounding.TIES_TO_EVEN, 224),
        ("233", "binary8p4se", "satpropagate", Rounding.TIES_TO_EVEN, 224),
        ("inf", "binary8p4se", "satnone", Rounding.TIES_TO_EVEN, "inf"),
        ("inf", "binary8p4se", "satfinite", Rounding.TIES_TO_EVEN, 224),
        ("inf", "binary8p4se", "satpropagate", Rounding.TIES_TO_EVEN, "inf"),
        ("-inf", "binary8p4se", "satpropagate", Rounding.TIES_TO_EVEN, "-inf"),
        ("1000000000", "binary8p4se", "satnone", Rounding.TOWARD_ZERO, 224),
        ("-1000000000", "binary8p4se", "satnone", Rounding.UPWARD, -224),
        ("-1000000000", "binary8p4se", "satnone", Rounding.DOWNWARD, "-inf"),
        ("1000000000", "binary8p4sf", "satnone", Rounding.TIES_TO_EVEN, "nan"),
        ("1000000000", "binary8p4sf", "satnone", Rounding.DOWNWARD, 240),
        ("inf", "binary8p4sf", "satnone", Rounding.TOWARD_ZERO, "nan"),
        ("inf", "binary8p4sf", "satpropagate", Rounding.TIES_TO_EVEN, 240),
        ("-inf", "binary8p4sf", "satpropagate", Rounding.TIES_TO_EVEN, -240),
        ("-1", "binary8p4ue", "satnone", Rounding.TIES_TO_EVEN, "nan"),
        ("-1", "binary8p4ue", "satfinite", Rounding.TIES_TO_EVEN, 0),
        ("-inf", "binary8p4ue", "satfinite", Rounding.TIES_TO_EVEN, 0),
        ("-1", "binary8p4ue", "satpropagate", Rounding.TIES_TO_EVEN, 0),
        ("-inf", "binary8p4ue", "satpropagate", Rounding.TIES_TO_EVEN, 0),
        ("inf", "binary8p4ue", "satpropagate", Rounding.TIES_TO_EVEN, "inf"),
        ("-1/1000000000", "binary8p4ue", "satnone", Rounding.TIES_TO_EVEN, 0),
        ("-1/1000000000", "binary8p4ue", "satnone", Rounding.DOWNWARD, "nan"),
        ("-1/1000000000", "binary8p4ue", "satpropagate", Rounding.DOWNWARD, 0),
    ],
)
def test_saturation_modes(text: str, name: str, rule: str, rounding: Rounding, result: object):
    number = Infinity(text[0] == "-") if "inf" in text else finite(Fraction(text))
    fmt, rules = find_format(name), Rules(rounding, read_overflow(rule))
    assert said(decode(fmt, encode(fmt, number, rules).code).number) == result


def test_saturation_modes_are_overflow_rules():
    modes = ("SatNone", "SatFinite", "SatPropagate")
    rules = [Overflow.IEEE, Overflow.SATURATE, Overflow.PROPAGATE]
    assert [read_overflow(mode) for mode in modes] == rules


@pytest.mark.parametrize(
    ("name", "text", "rounding", "ours", "of_the_table"),
    [
        ("binary8p4se", "1000", Rounding.TO_ODD, 224, "inf"),
        ("binary8p4sf", "-1000", Rounding.TO_ODD, -240, "nan"),
        ("binary8p4uf", "1000000", Rounding.TO_ODD, 57344, "nan"),
        ("binary8p4ue", "-1", Rounding.TOWARD_ZERO, "nan", 0),
        ("binary8p4uf", "-1", Rounding.UPWARD, "nan", 0),
    ],
)
def test_where_the_table_of_saturation_is_not_followed(name, text, rounding, ours, of_the_table):
    """See packaging/docs/DECISIONS.md, 23. The last column is what transcriptions of it have."""
    fmt = find_format(name)
    found = said(decode(fmt, encode(fmt, finite(Fraction(text)), Rules(rounding)).code).number)
    assert found == ours != of_the_table
