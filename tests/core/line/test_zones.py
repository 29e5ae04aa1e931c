"""Zones and rounding intervals: their borders are proved by rounding the numbers on either side."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from fpviz.core.arithmetic.rounding import (
    Flags,
    Overflow,
    Rounding,
    Rules,
    encode,
    wraps_around,
)
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import CATALOGUE, Format, binary_layout, find_format
from fpviz.core.formats.decoding import is_finite_code, is_nan_code, value_of
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.line.real_text import code_value_text, real_text
from fpviz.core.line.zone_words import explain
from fpviz.core.line.zones import Interval, Zone, ZoneKind, rounding_interval, zone_of, zones
from fpviz.core.numbers import Infinity, NaN, finite
from tests.strides import strided

RULES = [
    Rules(rounding, overflow, flush, random_bits=bits)
    for rounding in Rounding
    for overflow in Overflow
    for flush in (False, True)
    for bits in ((0, 0x4000_0001) if rounding is Rounding.STOCHASTIC else (0,))
]
RULES += [
    Rules(Rounding.TIES_AWAY, flush=flush, tininess=Tininess.BEFORE) for flush in (False, True)
]
CUSTOM = [find_format(name) for name in ("e3m0fn", "e2m2fnuz", "ue3m0", "ue3m0finite", "e5m7")]
FORMATS = [*CATALOGUE, *CUSTOM]
LARGEST = ", 65504; the tie itself goes away from zero"
SMALL = [
    *(fmt for fmt in [*BINARY.formats, *CUSTOM] if fmt.width <= 8),
    *map(find_format, ("binary6p3sf", "hif8", "q0.5", "uq0.5", "q0.4sm", "posit6", "takum6")),
]


def rules_for(fmt: Format) -> list[Rules]:
    """All rules for binary formats of few bits and those of 16 or more, of which few codes are
    asked; for others, all roundings and all overflow rules once."""
    if binary_layout(fmt) is not None and not 6 < fmt.width < 16:
        return [rules for rules in RULES if rules.overflow is not Overflow.WRAP]
    usual = (Rounding.TIES_TO_EVEN, False)
    return [
        rules
        for rules in RULES
        if rules.overflow is Overflow.IEEE or (rules.rounding, rules.flush) == usual
    ]


def under_rules(formats: list[Format]) -> pytest.MarkDecorator:
    """Each format with the rules that matter to it, and, as a sweep, with every rule."""
    cases = [pytest.param(fmt, rules_for(fmt), id=fmt.name) for fmt in formats]
    swept = {"marks": pytest.mark.sweep}
    cases += [pytest.param(fmt, RULES, id=f"{fmt.name}-all", **swept) for fmt in formats]
    return pytest.mark.parametrize(("fmt", "every"), cases)


by_format = under_rules(FORMATS)


def code_of(fmt: Format, x: Fraction, rules: Rules) -> int:
    return encode(fmt, finite(x), rules).code


def probes(interval: Interval, near: Fraction) -> list[Fraction]:
    """Numbers of an interval, as close to its ends as ``near`` allows, and the closed ends."""
    far = 2 * max(abs(end) for end in (interval.lo, interval.hi, 1) if end is not None)
    lo = -far if interval.lo is None else interval.lo
    hi = far if interval.hi is None else interval.hi
    near = min(near, (hi - lo) / 3)
    inside = [lo + near, hi - near, (lo + hi) / 2] if hi > lo else []
    ends = [end for end in (interval.lo, interval.hi) if end is not None]
    return [*map(Fraction, inside), *(end for end in ends if interval.contains(end))]


@by_format
def test_zones_cover_the_line_without_gap_or_overlap(fmt, every):
    for rules in every:
        found = zones(fmt, rules)
        assert found[0].lo is None
        assert found[-1].hi is None
        for left, right in pairwise(found):
            assert left.hi == right.lo
            assert left.hi_closed is not right.lo_closed
            assert not left.is_empty


@strided(7)
@by_format
def test_numbers_on_either_side_of_each_border_share_the_fate_of_their_zone(fmt, every, stride):
    near = fmt.smallest / (1 << 40)
    for rules in every[FORMATS.index(fmt) % stride :: stride]:
        for zone in zones(fmt, rules):
            for x in probes(zone, near):
                assert zone_of(fmt, finite(x), rules) == zone, (rules, x)
                rounded = encode(fmt, finite(x), rules)
                if zone.delivers is not None:
                    assert rounded.code == zone.delivers, (rules, zone, x)
                overflows = Flags.OVERFLOW in rounded.flags
                assert overflows == (zone.kind is ZoneKind.OVERFLOW), (rules, x)
                check_kind(fmt, zone, x)


def check_kind(fmt: Format, zone: Zone, x: Fraction) -> None:
    negative, magnitude = x < 0, abs(x)
    places = (fmt.smallest_place, fmt.min_normal_place, fmt.last_place(negative))
    smallest, min_normal, largest = (fmt.magnitude(place, negative) for place in places)
    match zone.kind:
        case ZoneKind.NORMAL:
            assert min_normal <= magnitude <= largest
        case ZoneKind.SUBNORMAL:
            assert smallest <= magnitude < min_normal
        case ZoneKind.DOWN_TO_LARGEST | ZoneKind.OVERFLOW:
            assert magnitude > largest
        case ZoneKind.TO_ZERO | ZoneKind.UP_TO_SMALLEST:
            assert 0 < magnitude < min_normal


@pytest.mark.parametrize(
    ("name", "x", "said"),
    [
        ("hif8", Fraction(1, 2**20), "subnormal; a single significant bit"),
        ("fp16", Fraction(1, 2**20), "subnormal; fewer than 11 significant bits"),
        ("ibm32", Fraction(16) ** -66, "subnormal; fewer than 21 significant bits"),
        ("decimal64", Fraction(1, 10**390), "subnormal; fewer than 16 significant digits"),
    ],
)
def test_how_many_digits_subnormal_numbers_have(name, x, said):
    fmt = find_format(name)
    assert said in str(explain(fmt, zone_of(fmt, finite(x))))


def test_the_zones_of_fp16_under_ties_to_even():
    fp16, two = find_format("fp16"), Fraction(2)
    positive = [(z.kind, z.hi, z.hi_closed) for z in zones(fp16) if z.lo is not None and z.lo >= 0]
    assert positive == [
        (ZoneKind.ZERO, 0, True),
        (ZoneKind.TO_ZERO, two**-25, True),
        (ZoneKind.UP_TO_SMALLEST, two**-24, False),
        (ZoneKind.SUBNORMAL, two**-14, False),
        (ZoneKind.NORMAL, 65504, True),
        (ZoneKind.DOWN_TO_LARGEST, 65520, False),
        (ZoneKind.OVERFLOW, None, False),
    ]
    assert [zone.mirrored() for zone in reversed(zones(fp16)[:6])] != []


@pytest.mark.parametrize(
    ("name", "limit", "threshold", "overflows_there"),
    [
        ("fp16", Fraction(1, 2**25), 65520, True),
        ("bf16", Fraction(1, 2**134), (2 - Fraction(1, 2**8)) * 2**127, True),
        ("fp128", Fraction(1, 2**16495), (2 - Fraction(1, 2**113)) * 2**16383, True),
        ("fp8_e4m3fn", Fraction(1, 2**10), 464, False),
        ("fp8_e5m2", Fraction(1, 2**17), 61440, True),
        ("fp8_e4m3", Fraction(1, 2**10), 248, True),
        ("fp8_e3m4", Fraction(1, 2**7), Fraction("15.75"), True),
    ],
)
def test_zero_limits_and_overflow_thresholds_of_the_catalogue(
    name, limit, threshold, overflows_there
):
    found = {zone.kind: zone for zone in zones(find_format(name))}
    assert (found[ZoneKind.TO_ZERO].hi, found[ZoneKind.TO_ZERO].hi_closed) == (limit, True)
    overflow = found[ZoneKind.OVERFLOW]
    assert (overflow.lo, overflow.lo_closed) == (threshold, overflows_there)


def test_directed_rules_break_the_symmetry_of_the_line():
    kinds = [zone.kind for zone in zones(find_format("fp16"), Rules(Rounding.UPWARD))]
    assert kinds == [
        ZoneKind.OVERFLOW,
        ZoneKind.DOWN_TO_LARGEST,
        ZoneKind.NORMAL,
        ZoneKind.SUBNORMAL,
        ZoneKind.TO_ZERO,
        ZoneKind.ZERO,
        ZoneKind.UP_TO_SMALLEST,
        ZoneKind.SUBNORMAL,
        ZoneKind.NORMAL,
        ZoneKind.OVERFLOW,
    ]


def test_flush_moves_the_border_of_zero_to_the_normal_numbers():
    found = {zone.kind: zone for zone in zones(find_format("fp16"), Rules(flush=True))}
    assert ZoneKind.SUBNORMAL not in found
    assert found[ZoneKind.TO_ZERO].hi == Fraction(2**12 - 1, 2**26)
    assert found[ZoneKind.UP_TO_SMALLEST].delivers == find_format("fp16").min_normal_code


def test_infinities_and_nans_lie_in_no_zone():
    fp16 = find_format("fp16")
    assert zone_of(fp16, Infinity(False)) is None
    assert zone_of(fp16, NaN()) is None


def went_round(fmt: Format, x: Fraction, rules: Rules) -> bool:
    """Whether a number beyond the range stands for another one inside it."""
    kind = zone_of(fmt, finite(x), rules).kind
    return wraps_around(fmt, rules) and kind in (ZoneKind.OVERFLOW, ZoneKind.INVALID)


@strided(7)
@under_rules(SMALL)
def test_each_number_lies_in_the_interval_of_its_code_and_no_other(fmt, every, stride):
    """Every border and both sides of each, but where results wrap; no two intervals overlap."""
    for rules in every[SMALL.index(fmt) % stride :: stride]:
        _assert_one_interval_each(fmt, rules)


def _assert_one_interval_each(fmt, rules):
    found = {}
    for code in range(1 << fmt.width):
        interval = rounding_interval(fmt, code, rules)
        if interval is not None:
            found[code] = interval
    near = fmt.smallest / (1 << 40)
    for code, interval in found.items():
        assert all(code_of(fmt, x, rules) == code for x in probes(interval, near))
    for end in {end for i in found.values() for end in (i.lo, i.hi) if end is not None}:
        for x in (end - near, end, end + near):
            code = code_of(fmt, x, rules)
            assert is_nan_code(fmt, code) or found[code].contains(x) or went_round(fmt, x, rules)
    ascending = sorted(found.values(), key=lambda i: (i.lo is not None, i.lo, i.hi is None, i.hi))
    for left, right in pairwise(ascending):
        assert left.hi is not None
        assert left.hi < right.lo or (
            left.hi == right.lo and not (left.hi_closed and right.lo_closed)
        )


@pytest.mark.parametrize("name", ["fp16", "fp32", "fp64", "fp128", "bf16", "tf32"])
def test_intervals_of_wide_formats_end_where_rounding_changes(name):
    fmt = find_format(name)
    for rules in rules_for(fmt):
        _assert_ends_are_borders(fmt, rules)


def _assert_ends_are_borders(fmt, rules):
    sign = fmt.sign_mask
    codes = [
        0,
        1,
        2,
        3,
        fmt.min_normal_code - 1,
        fmt.min_normal_code,
        fmt.bias << fmt.fraction_width,
    ]
    codes += [fmt.largest_code - 1, fmt.largest_code, fmt.largest_code + 1]
    near = fmt.smallest / (1 << 40)
    for code in [*codes, *(code | sign for code in codes)]:
        interval = rounding_interval(fmt, code, rules)
        if interval is None:
            continue
        assert all(code_of(fmt, x, rules) == code for x in probes(interval, near))
        outside = [
            (interval.lo, interval.lo_closed, -near),
            (interval.hi, interval.hi_closed, near),
        ]
        for end, closed, beyond in outside:
            if end is not None:
                assert code_of(fmt, end + beyond, rules) != code
                if not closed:
                    assert code_of(fmt, end, rules) != code


def test_under_saturation_the_largest_takes_all_beyond_it():
    fp8, rules = find_format("fp8_e4m3fn"), Rules(overflow=Overflow.SATURATE)
    assert rounding_interval(fp8, 0x7E, rules) == Interval(Fraction(432), True, None, False)
    assert rounding_interval(fp8, 0xFE, rules) == Interval(None, False, Fraction(-432), True)


def test_zeros_flushed_values_and_nans():
    fp16, fnuz = find_format("fp16"), find_format("fp8_e4m3fnuz")
    limit = Fraction(1, 2**25)
    assert rounding_interval(fp16, 0x0000) == Interval(Fraction(0), True, limit, True)
    assert rounding_interval(fp16, 0x8000) == Interval(-limit, True, Fraction(0), False)
    assert rounding_interval(fnuz, 0) == Interval(-fnuz.smallest / 2, True, fnuz.smallest / 2, True)
    assert rounding_interval(fp16, 1, Rules(flush=True)) is None
    assert rounding_interval(fp16, 0x7E00) is None
    assert rounding_interval(fp16, 0x7C00) == Interval(Fraction(65520), True, None, False)
    assert rounding_interval(fp16, 0x7C00, Rules(Rounding.TOWARD_ZERO)) is None
    assert rounding_interval(fp16, 0x8000, Rules(Rounding.DOWNWARD)) is None


@pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)
def test_every_value_lies_in_its_own_interval(fmt):
    zeros = {fmt.code_at(0, negative=True)} - {fmt.code_at(0)} if fmt.has_zero else set()
    for code in range(1 << fmt.width):
        if is_finite_code(fmt, code) and code not in zeros:
            interval = rounding_interval(fmt, code)
            assert interval is not None
            assert interval.contains(value_of(fmt, code))


@pytest.mark.parametrize(
    ("x", "rules", "sentence"),
    [
        ("1e-9", Rules(), "0 < x ≤ 2⁻²⁵: rounds to 0; the tie itself goes toward zero"),
        ("-1e-9", Rules(), "-2⁻²⁵ ≤ x < 0: rounds to -0; the tie itself goes toward zero"),
        ("4e-8", Rules(), "2⁻²⁵ < x < 2⁻²⁴: rounds away from zero to the smallest value, 2⁻²⁴"),
        ("1", Rules(), "2⁻¹⁴ ≤ x ≤ 65504: normal; 11 significant bits"),
        ("65510", Rules(), "65504 < x < 65520: rounds toward zero to the largest value" + LARGEST),
        ("70000", Rules(), "x ≥ 65520: overflow; delivers inf"),
        ("-70000", Rules(overflow=Overflow.SATURATE), "x ≤ -65520: overflow; delivers -65504"),
        ("1e-9", Rules(Rounding.TOWARD_ZERO), "0 < x < 2⁻²⁴: rounds to 0"),
        ("0", Rules(), "x = 0: zero, held exactly"),
    ],
)  # fmt: skip
def test_each_zone_is_explained_with_its_exact_borders(x, rules, sentence):
    fp16 = find_format("fp16")
    zone = zone_of(fp16, finite(Fraction(x)), rules)
    assert zone is not None
    assert str(explain(fp16, zone, rules)) == sentence


def test_one_significant_bit_is_not_called_bits():
    e8m0 = find_format("e8m0")
    zone = zone_of(e8m0, finite(Fraction(1)))
    assert zone is not None
    assert str(explain(e8m0, zone)).endswith("normal; a single significant bit")


def test_texts_of_reals_are_exact_and_brief():
    assert real_text(Fraction(1, 3)) == "1/3"
    assert real_text(Fraction(-65504)) == "-65504"
    assert real_text((2 - Fraction(1, 2**112)) * Fraction(2) ** 16383) == "(2¹¹³ − 1) × 2¹⁶²⁷¹"
    assert real_text(1 + Fraction(1, 2**52)) == "(2⁵² + 1) × 2⁻⁵²"
    assert code_value_text(find_format("fp16"), 0x8000) == "-0"
    assert code_value_text(find_format("fp8_e4m3fn"), 0x7F) == "nan"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("fp16", 1, "normal; 11 significant bits"),
        ("posit8", 1, "normal; up to 4 significant bits"),
        ("ibm32", 1, "normal; up to 24 significant bits"),
        ("decimal32", 1, "normal; 7 significant digits"),
        ("q15", Fraction(1, 2), "within the range; values are 2⁻¹⁵ apart"),
        ("x87", 1, "normal; 64 significant bits"),
    ],
)
def test_precision_is_told_as_the_family_has_it(name, value, said):
    fmt = find_format(name)
    assert str(explain(fmt, zone_of(fmt, finite(Fraction(value))))).endswith(said)


@pytest.mark.parametrize("sign", [1, -1])
def test_where_there_is_no_end_there_is_no_tie(sign):
    posit = find_format("posit8")
    zone = zone_of(posit, finite(Fraction(sign * 10**30)))
    assert str(explain(posit, zone)).endswith(
        "rounds toward zero to the largest value, " + ("2²⁴" if sign > 0 else "-2²⁴")
    )
