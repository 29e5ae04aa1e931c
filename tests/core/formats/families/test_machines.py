"""Formats of mainframes, signal processors and instruments, against manuals and libraries."""

from __future__ import annotations

import hashlib
import struct
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import islice, pairwise
from math import ceil, floor
from random import Random

import numpy as np
import pytest

from fpviz.core.arithmetic.operations import add, multiply
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.formats.families.machines.layout import CodeLayout
from fpviz.core.formats.families.machines.lopsided import LopsidedFormat
from fpviz.core.formats.families.machines.machine import Leading, MachineFormat
from fpviz.core.formats.families.machines.table import MACHINES
from fpviz.core.formats.order import next_down, next_up, ordinal
from fpviz.core.line.zones import rounding_interval
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, finite
from fpviz.core.phrase import phrase
from tests.conformance import checks
from tests.core.formats.families.machines_by_definition import BY_DEFINITION
from tests.strides import strided

TWO = Fraction(2)
LONG = pytest.mark.sweep
by_machine = pytest.mark.parametrize("fmt", MACHINES.formats, ids=lambda fmt: fmt.name)


def sample(fmt: Format, count: int) -> set[int]:
    """The borders of every field, codes with few bits set, and random ones."""
    ones = (1 << fmt.width) - 1
    edges = {(1 << k) + d & ones for k in range(fmt.width) for d in (-1, 0, 1)}
    rng = Random(fmt.name)
    rare = {rng.getrandbits(fmt.width) & rng.getrandbits(fmt.width) for _ in range(count // 4)}
    drawn = {rng.getrandbits(fmt.width) for _ in range(count)}
    return edges | {code ^ ones for code in edges} | rare | drawn


def assert_by_definition(fmt: Format, codes: Iterable[int]) -> None:
    """Each code decodes as the manual says."""
    by_definition, size = BY_DEFINITION[fmt.name], fmt.width // 8
    for code in codes:
        value = by_definition(code.to_bytes(size))
        assert (fmt.number_class(code) is NumberClass.INVALID) == (value is None)
        assert value is None or value_of(fmt, code) == value, fmt.code_text(code)


def assert_rounds_back(fmt: Format, codes: Iterable[int]) -> None:
    """Each value rounds to the canonical twin of its code, which is remarked on if it is none."""
    for code in filter(fmt.is_finite, codes):
        number, twin = decode(fmt, code).number, fmt.canonical(code)
        rounded = encode(fmt, number)
        assert (rounded.code, rounded.flags) == (twin, Flags.NONE), fmt.code_text(code)
        assert decode(fmt, twin).number == number
        assert fmt.canonical(twin) == twin
        assert (fmt.remark(code) is None) <= (twin == code)


@checks("decoding", against="definitions")
@checks("encoding", against="decoding")
@pytest.mark.parametrize("count", [100, pytest.param(100_000, marks=LONG)])
@by_machine
def test_codes_say_what_the_manuals_say(fmt: Format, count: int, compared):
    every = fmt.width <= 16 and count >= 1 << fmt.width
    codes = range(1 << fmt.width) if every else sample(fmt, count)
    assert_by_definition(fmt, codes)
    assert_rounds_back(fmt, codes)
    compared(len(codes))


VECTORS = (
    ("ibm32", "41100000", 1),
    ("ibm32", "C276A000", Fraction(-118625, 1000)),
    ("ibm32", "40800000", Fraction(1, 2)),
    ("ibm32", "40199999", Fraction(0x199999, 1 << 24)),
    ("ibm32", "4019999A", Fraction(0x19999A, 1 << 24)),
    ("ibm32", "00100000", TWO**-260),
    ("ibm32", "7FFFFFFF", (1 - TWO**-24) * TWO**252),
    ("ibm32", "41010000", Fraction(1, 16)),
    ("ibm64", "4110000000000000", 1),
    ("ibm128", "41100000000000003300000000000000", 1),
    ("ibm128", "41100000000000003300000000000001", 1 + TWO**-108),
    ("vax_f", "80400000", 1),
    ("vax_f", "4941DB0F", Fraction(0xC90FDB, 1 << 22)),
    ("vax_f", "EDC30040", Fraction(-118625, 1000)),
    ("vax_f", "FF7FFFFF", (1 - TWO**-24) * TWO**127),
    ("vax_g", "1040000000000000", 1),
    ("vax_d", "EDC3004000000000", Fraction(-118625, 1000)),
    ("vax_g", "7DC000A800000000", Fraction(-118625, 1000)),
    ("vax_h", "01400000000000000000000000000000", 1),
    ("vax_h", "07C080DA000000000000000000000000", Fraction(-118625, 1000)),
    ("vax_h", "01400000000000000000000000000100", 1 + TWO**-112),
    ("vax_h", "01400100000000000000000000000000", 1 + TWO**-16),
    ("vax_h", "FF7FFFFFFFFFFFFFFFFFFFFFFFFFFFFF", (1 - TWO**-113) * TWO**16383),
    ("vax_h", "01000000000000000000000000000000", TWO**-16384),
    ("mil1750a_32", "40000001", 1),
    ("mil1750a_32", "50000003", 5),
    ("mil1750a_32", "50000004", 10),
    ("mil1750a_32", "60000004", 12),
    ("mil1750a_32", "400000FF", Fraction(1, 4)),
    ("mil1750a_32", "4000007F", TWO**126),
    ("mil1750a_32", "80000000", -1),
    ("mil1750a_32", "7FFFFF7F", (1 - TWO**-23) * TWO**127),
    ("mil1750a_48", "A00000FF0000", Fraction(-375, 1000)),
    ("c3x_single", "00000000", 1),
    ("c3x_single", "80000000", 0),
    ("c3x_single", "FF800000", -1),
    ("c3x_single", "00800000", -2),
    ("c3x_single", "FF000000", Fraction(1, 2)),
    ("c3x_single", "01490FDB", Fraction(0x490FDB | 0x800000, 1 << 22)),
    ("c3x_single", "7F7FFFFF", (2 - TWO**-23) * TWO**127),
    ("c3x_short", "0000", 1),
    ("c3x_short", "8000", 0),
    ("microchip32", "7F000000", 1),
    ("microchip32", "7F800000", -1),
    ("microchip32", "84490FDB", Fraction("50.2654838562011718750")),
    ("microchip32", "75403000", Fraction("0.001466274261474609375")),
    ("microchip32", "FF7FFFFF", (2 - TWO**-23) * TWO**128),
    ("microchip24", "7B4CCD", Fraction("0.1000003814697265625")),
    ("linear11", "D3C0", 15),
    ("linear11", "0000", 0),
)


@pytest.mark.parametrize(("name", "code", "value"), VECTORS)
def test_codes_of_manuals_and_of_other_programs(name: str, code: str, value: Fraction):
    fmt = find_format(name)
    assert value_of(fmt, int(code, 16)) == value
    assert parse_literal(f"{name}:0x{code}").number == finite(Fraction(value))


PI = Fraction("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899")


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("ibm32", Fraction(1, 10), 0x4019999A),
        ("vax_f", PI, 0x4941DB0F),
        ("vax_d", PI, 0x4941DA0F21A2C268),
        ("vax_g", PI, 0x2940FB214454182D),
        # digits of binary128, published as 4000 921f b544 …; the exponent is two more
        ("vax_h", PI, 0x02401F9244B5D1426984 << 48 | 0x8C8917C5B801),
        ("vax_h", Fraction(1, 10), 0xFD3F9999999999999999 << 48 | 0x999999999A99),
        ("c3x_single", PI, 0x01490FDB),
        ("c3x_extended", PI, 0x01490FDAA2),
        ("c3x_single", Fraction(-1), 0xFF800000),
        ("c3x_single", Fraction(-2), 0x00800000),
        ("mil1750a_32", Fraction(-1), 0x80000000),
        ("mil1750a_32", Fraction(-1, 2), 0x800000FF),
        ("microchip24", Fraction(1, 10), 0x7B4CCD),
        ("linear11", Fraction(0), 0x0000),
        ("linear11", Fraction(1), 0xBA00),
        ("linear11", Fraction(-1), 0xB400),
    ],
)
def test_numbers_become_the_codes_of_manuals(name: str, number: Fraction, code: int):
    assert encode(find_format(name), finite(number)).code == code


def test_a_number_that_is_cut():
    cut = Rules(Rounding.TOWARD_ZERO)
    assert encode(find_format("ibm32"), finite(Fraction(1, 10)), cut).code == 0x40199999
    assert encode(find_format("e8m15"), finite(Fraction(1, 10)), cut).code == 0x3DCCCC  # HI-TECH


# -- what other programs say -----------------------------------------------------------------

IBM2IEEE = {
    ("ibm32", 2000): "79a49b5191fe8f4873c1feb496e3d716",
    ("ibm32", 100_000): "e0a5eeed77b6ccc5028c9b461161db47",
    ("ibm64", 2000): "084e516162d176c3354d9ad74689fec3",
    ("ibm64", 100_000): "7c540b8a47ed17a7bc0f778629c7d842",
}
"""The beginning of the SHA-256 of what ibm2ieee 1.3.3 makes of random codes: the bytes of its
binary64, the leading one first. It needs an older numpy than fpviz has."""


@checks("decoding", against="ibm2ieee")
@pytest.mark.parametrize("count", [2000, pytest.param(100_000, marks=LONG)])
@pytest.mark.parametrize("name", ["ibm32", "ibm64"])
def test_random_codes_say_what_ibm2ieee_says(name: str, count: int, compared):
    fmt, fp64, rng = find_format(name), find_format("fp64"), Random(12)
    said = hashlib.sha256()
    for _ in range(count):
        number = decode(fmt, rng.getrandbits(fmt.width)).number
        said.update(struct.pack(">Q", encode(fp64, number).code))
    assert said.hexdigest()[:32] == IBM2IEEE[name, count]
    compared(count)


@checks("decoding", against="rms-vax", name="vax_f")
def test_codes_say_what_rms_vax_says(compared):
    """Where binary32 has the value; else rms-vax fails: see below."""
    vax = pytest.importorskip("vax", reason="rms-vax is not installed")
    fmt = find_format("vax_f")
    codes = [c for c in sample(fmt, 2000) if (c >> 16) & 0x80FF != 0x8000]
    with np.errstate(invalid="ignore"):
        theirs = vax.from_vax32(b"".join(c.to_bytes(4) for c in codes)).tolist()
    usual = 0
    for code, said in zip(codes, theirs, strict=True):
        if fmt.is_finite(code) and 4 * TWO**-126 <= abs(value_of(fmt, code)) < TWO**125:
            assert value_of(fmt, code) == Fraction(said), fmt.code_text(code)
            usual += 1
    compared(usual)


@checks("decoding", against="rms-vax", name="vax_d")
def test_long_codes_say_what_rms_vax_says(compared):
    """Where binary64 has the value: what it has not, rms-vax rounds in two steps."""
    vax = pytest.importorskip("vax", reason="rms-vax is not installed")
    fmt, draw = find_format("vax_d"), Random(1977)
    values = [draw.choice((-1, 1)) * (draw.getrandbits(53) | 1) for _ in range(2000)]
    values = [value * TWO ** draw.randrange(-175, 70) for value in values]
    codes = [encode(fmt, finite(value)).code for value in values]
    theirs = vax.from_vax64(b"".join(code.to_bytes(8) for code in codes)).tolist()
    for code, value, said in zip(codes, values, theirs, strict=True):
        assert value_of(fmt, code) == value == Fraction(said), fmt.code_text(code)
    compared(len(codes))


def test_where_rms_vax_fails():
    vax = pytest.importorskip("vax", reason="rms-vax is not installed")
    fmt = find_format("vax_f")
    assert np.isnan(vax.from_vax32(bytes.fromhex("ff7fffff")))
    assert value_of(fmt, 0xFF7FFFFF) == (1 - TWO**-24) * TWO**127
    assert vax.from_vax32(bytes.fromhex("00800000")) == 0
    assert fmt.number_class(0x00800000) is NumberClass.INVALID


# -- traps -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vax_f", "vax_d", "vax_g", "vax_h"])
def test_a_reserved_operand_is_no_number(name: str):
    fmt = find_format(name)
    reserved = 0x0080 << fmt.width - 16
    for code in (reserved, reserved | 1):
        assert fmt.number_class(code) is NumberClass.INVALID
        assert fmt.is_nan(code)
        assert str(fmt.remark(code)) == "a reserved operand: sign 1 with exponent field 0"
        assert Flags.INVALID in add(fmt, (fmt, code), (fmt, fmt.largest_code)).flags
    assert fmt.nan_code == reserved


def test_an_overflow_of_a_vax_is_a_reserved_operand():
    fmt = find_format("vax_f")
    top = (fmt, fmt.largest_code)
    assert add(fmt, top, top).code == 0x00800000
    assert add(fmt, top, top, Rules(overflow=Overflow.SATURATE)).code == fmt.largest_code


@pytest.mark.parametrize(
    ("name", "code", "twin"),
    [
        ("vax_f", 0x01000000, 0),
        ("microchip32", 0x00800000, 0),
        ("ibm32", 0x41000000, 0),
        ("ibm32", 0xC1000000, 0x80000000),
        ("mil1750a_32", 0x00000001, 0),
        ("c3x_single", 0x80000001, 0x80000000),
        ("linear11", 0xF800, 0),
    ],
)
def test_zeros_with_other_bits_are_zeros_and_not_canonical(name: str, code: int, twin: int):
    fmt = find_format(name)
    assert fmt.number_class(code) is NumberClass.ZERO
    assert fmt.canonical(code) == twin
    text = fmt.code_text(twin)
    assert str(fmt.remark(code)) == f"a zero with other bits set; canonical is {text}"


def test_minus_zero_of_ibm():
    fmt = find_format("ibm32")
    assert decode(fmt, 0x80000000).number == Finite(True, Fraction(0))
    assert encode(fmt, Finite(True, Fraction(0))).code == 0x80000000
    assert not any(find_format(name).has_negative_zero for name in ("vax_f", "microchip32"))


@pytest.mark.parametrize(
    ("name", "code", "twin"),
    [
        ("ibm32", 0x41010000, 0x40100000),
        ("mil1750a_32", 0x20000002, 0x40000001),
        ("mil1750a_32", 0xC0000001, 0x80000000),
        ("linear11", 0x0001, 0xBA00),
    ],
)
def test_unnormalised_codes_are_values_and_not_canonical(name: str, code: int, twin: int):
    fmt = find_format(name)
    assert value_of(fmt, code) == value_of(fmt, twin)
    assert fmt.number_class(code) is NumberClass.NORMAL
    assert str(fmt.remark(code)) == f"unnormalised; canonical is {fmt.code_text(twin)}"


def test_unnormalised_values_below_the_normal_ones_are_kept():
    fmt = find_format("ibm32")
    assert fmt.number_class(0x00000001) is NumberClass.SUBNORMAL
    assert fmt.canonical(0x00000001) == 1
    assert str(fmt.remark(1)) == "unnormalised, below the smallest normal number"
    assert fmt.canonical(0x01000001) == 0x00000010


def test_the_second_half_of_ibm128_says_only_digits():
    fmt = find_format("ibm128")
    plain = 0x41100000000000003300000000000001
    odd = plain ^ 0xFF << 56
    assert value_of(fmt, odd) == value_of(fmt, plain)
    assert (fmt.canonical(odd), fmt.remark(plain)) == (plain, None)
    assert "second half" in str(fmt.remark(odd))
    small = fmt.code_at(fmt.min_normal_place)
    assert small >> 56 & 0x7F == (0 - 14) % 128  # it goes below zero and around


def test_a_value_of_several_codes_has_the_least_exponent():
    fmt = find_format("linear11")
    codes = defaultdict(list)
    for code in range(1 << fmt.width):
        codes[value_of(fmt, code)].append(code)
    for value, twins in list(codes.items())[::31]:
        least = min(twins, key=lambda code: (code >> 11) - ((code >> 15) << 5))
        assert {fmt.canonical(code) for code in twins} == {least if value else 0}


def test_a_c3x_has_other_negative_values_than_positive_ones():
    fmt = find_format("c3x_single")
    assert value_of(fmt, fmt.smallest_code) == TWO**-127
    assert value_of(fmt, fmt.code_at(1, negative=True)) == -(1 + TWO**-23) * TWO**-127
    assert value_of(fmt, fmt.code_at(fmt.last_place(True), negative=True)) == -(TWO**128)
    assert (next_up(fmt, 0xFF800000), next_down(fmt, 0xFF800000)) == (0xFF800001, 0x00FFFFFF)
    assert ordinal(fmt, 0x80000000) == 0
    assert next_down(fmt, 0x80000000) == fmt.code_at(1, negative=True)


def test_a_vax_stands_in_memory_with_the_word_of_the_sign_first():
    fmt = find_format("vax_f")
    widths = " ".join(f"{field.kind.value[0]}{field.width}" for field in fmt.shape)
    assert widths == "e1 f7 s1 e7 f8 f8"
    fields = fmt.fields(0xEDC30040)
    value = sum(int(f.digits, 2) * TWO**f.weight for f in fields if f.weight is not None)
    assert (1 + value) * TWO**6 == Fraction("118.625")
    assert {f.value for f in fields if f.kind.value == "exponent"} == {135}


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        ("ibm32:0x41100000", "(−1)0 × 1665−64 × 0.0001000000000000000000002"),
        ("vax_f:0x80400000", "(−1)0 × 2129−128 × 0.1000000000000000000000002"),
        ("vax_f:0x01000000", "0"),
        ("mil1750a_32:0x800000ff", "2−1 × (−1 + 0.000000000000000000000002)"),
        ("mil1750a_32:0x40000001", "21 × (0 + 0.100000000000000000000002)"),
        ("c3x_short:0x0800", "20 × (−2 + 0.000000000002)"),
        ("c3x_short:0x0001", "20 × (1 + 0.000000000012)"),
        ("microchip24:0x7f8000", "(−1)1 × 2127−127 × 1.0000000000000002"),
        ("linear11:0xb400", "2−10 × (−1024 + 00000000002)"),
    ],
)
def test_formulas_are_those_of_the_family(code: str, formula: str):
    fmt, found = parse_literal(code).operand
    assert "".join(piece.text for piece in fmt.formula(found)) == formula


# -- small members: rounding by searching among all values -----------------------------------

_FIXED = phrase("reserved")
SMALL = (
    MachineFormat("hex", "hex", CodeLayout("s1 e1 f8"), radix=16, excess=1),
    MachineFormat("halves", "halves", CodeLayout("s1 e1 f4 S1 E1 f1"), radix=16, excess=1),
    MachineFormat("half", "half", CodeLayout("s1 e3 f4"), Leading.HALF, excess=4, reserved=_FIXED),
    MachineFormat("split", "split", CodeLayout("s1 f3 e3 f2"), complement=True),
    MachineFormat("one", "one", CodeLayout("e3 s1 f5"), Leading.ONE, excess=3),
    MachineFormat("integer", "integer", CodeLayout("e3 s1 i4"), Leading.NOTHING, complement=True),
    LopsidedFormat("lopsided", "lopsided", CodeLayout("e3 s1 f4"), Leading.ONE, complement=True),
)
by_small = pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)


def values_of(fmt: Format) -> list[Fraction]:
    """The values of a format, in their order."""
    codes = (code for code in range(1 << fmt.width) if fmt.is_finite(code))
    return sorted({value_of(fmt, code) for code in codes})


def _to_odd(n: Fraction) -> int:
    return floor(n) if n == floor(n) or floor(n) % 2 else ceil(n)


def _ties_away(n: Fraction) -> int:
    return floor(abs(n) + Fraction(1, 2)) * (1 if n > 0 else -1)


WHOLE = {
    Rounding.TIES_TO_EVEN: round,
    Rounding.TIES_AWAY: _ties_away,
    Rounding.TIES_UPWARD: lambda x: floor(x + Fraction(1, 2)),
    Rounding.TOWARD_ZERO: int,
    Rounding.UPWARD: ceil,
    Rounding.DOWNWARD: floor,
    Rounding.TO_ODD: _to_odd,
}


def among(values: list[Fraction]) -> Iterable[tuple[Fraction, Fraction, Fraction]]:
    """Every value and the next, and numbers between them: (lower, number, upper)."""
    for lower, upper in pairwise(values):
        for share in (0, 3, 4, 5):
            yield lower, lower + (upper - lower) * Fraction(share, 8), upper


@by_small
def test_small_members_decode_and_count_as_the_large_ones(fmt: Format):
    classes = defaultdict(int)
    for code in range(1 << fmt.width):
        classes[fmt.number_class(code)] += 1
        if fmt.is_finite(code):
            decoded = decode(fmt, code)
            assert encode(fmt, decoded.number).code == fmt.canonical(code)
    assert classes == {kind: count for kind, count in fmt.class_counts().items() if count}


@strided(5)
@by_small
@pytest.mark.parametrize("rounding", WHOLE)
def test_rounding_finds_the_neighbour_that_a_search_finds(
    fmt: Format, rounding: Rounding, stride: int
):
    """Both neighbours are whole multiples of the distance between them."""
    first = [*WHOLE].index(rounding) % stride
    for lower, number, upper in islice(among(values_of(fmt)), first, None, stride):
        gap = upper - lower
        expected = WHOLE[rounding](number / gap) * gap
        rounded = encode(fmt, finite(number), Rules(rounding))
        assert value_of(fmt, rounded.code) == expected, (lower, number, upper)
        assert (Flags.INEXACT in rounded.flags) == (number != expected)


@strided(5)
@by_small
@pytest.mark.parametrize("rounding", [*WHOLE])
def test_what_rounds_to_a_code_is_an_interval(fmt: Format, rounding: Rounding, stride: int):
    rules, values = Rules(rounding), values_of(fmt)
    middle = len(values) // 2
    near = values[middle - 20 : middle + 20] + values[-9:]
    first = [*WHOLE].index(rounding) % stride
    for _, number, _ in islice(among(near), first, None, stride):
        code = encode(fmt, finite(number), rules).code
        interval = rounding_interval(fmt, code, rules)
        assert interval is not None
        assert interval.contains(number) or not number


@by_small
def test_what_lies_beyond_all_values_overflows(fmt: Format):
    values = values_of(fmt)
    for far in (values[0] * 2, values[-1] * 2):
        rounded = encode(fmt, finite(far))
        assert Flags.OVERFLOW in rounded.flags
        last = values[0] if far < 0 else values[-1]
        if fmt.has_nan:
            assert fmt.number_class(rounded.code) is NumberClass.INVALID
        else:
            assert value_of(fmt, rounded.code) == last


def test_a_number_below_all_is_tiny_unless_full_precision_rounds_it_up():
    fmt, inexact = find_format("vax_f"), Flags.INEXACT
    for share, flags in ((3, Flags.UNDERFLOW), (4 - TWO**-22, Flags.UNDERFLOW), (4 - TWO**-30, 0)):
        rounded = encode(fmt, finite(fmt.min_normal * share / 4))
        assert rounded.code == fmt.min_normal_code
        assert rounded.flags == (inexact | flags if flags else inexact)
    half = encode(fmt, finite(fmt.min_normal / 2))
    assert (half.code, half.flags) == (0, inexact | Flags.UNDERFLOW)


@by_machine
def test_operations_round_once_into_it(fmt: Format):
    rng = Random(3)
    for _ in range(50):
        a, b = (_a_number(fmt, rng) for _ in "ab")
        x, y = value_of(fmt, a), value_of(fmt, b)
        for operation, exact in ((add, x + y), (multiply, x * y)):
            found = operation(fmt, (fmt, a), (fmt, b))
            if exact:
                assert found.code == encode(fmt, finite(exact)).code
            else:
                assert fmt.number_class(found.code) is NumberClass.ZERO


def _a_number(fmt: Format, rng: Random) -> int:
    while True:
        code = rng.getrandbits(fmt.width)
        if fmt.is_finite(code):
            return code
