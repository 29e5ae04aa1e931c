"""Square roots by enclosures, against decisions by integers alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import isqrt

import pytest

from fpviz.core.arithmetic.enclosures import LONGEST, Enclosure, encode_enclosed
from fpviz.core.arithmetic.rounding import (
    Flags,
    Overflow,
    Rounding,
    Rules,
    encode_ratio,
    encode_scaled,
)
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import floor_log2
from tests.strides import strided

RULES = [
    *(Rules(rounding) for rounding in Rounding if rounding is not Rounding.STOCHASTIC),
    Rules(Rounding.STOCHASTIC, random_bits=0x5A5A5A5A),
    Rules(Rounding.STOCHASTIC, random_bits=0xFFFFFFFF),
    Rules(Rounding.STOCHASTIC, random_bits=1, overflow=Overflow.SATURATE),
    Rules(Rounding.UPWARD, flush=True),
    Rules(Rounding.DOWNWARD, flush=True, overflow=Overflow.WRAP),
    Rules(flush=True, tininess=Tininess.BEFORE),
]


@dataclass(frozen=True)
class Given:
    """A number whose enclosures are given."""

    negative: bool
    enclosure: Enclosure
    asked: list[int] = field(default_factory=list)

    def enclosed(self, bits: int) -> Enclosure:
        self.asked.append(bits)
        return self.enclosure


@dataclass(frozen=True)
class Root:
    """The square root of a number that is no square."""

    square: Fraction
    negative: bool = False

    def enclosed(self, bits: int) -> Enclosure:
        shift = 2 * bits - floor_log2(self.square) & ~1
        n, d = self.square.as_integer_ratio()
        root = isqrt((n << shift) // d if shift >= 0 else n // (d << -shift))
        return Enclosure(*(Magnitude(root + up, 1, -shift // 2) for up in (0, 1)))


def _near(fmt, place, rest, whole, negative):
    """Fractions so near to a border, on either side, that no border lies between."""
    border = fmt.between(place, rest, whole, negative)
    return border * (1 - Fraction(1, 1 << 300)), border * (1 + Fraction(1, 1 << 300))


@strided(4)
@pytest.mark.parametrize("name", [fmt.name for fmt in CATALOGUE])
def test_a_root_beside_a_border_falls_on_its_side(name, stride):
    """A root beside a border, and a fraction that lies there, too, become the same."""
    fmt = find_format(name)
    places = {0, 1, fmt.min_normal_place - 1, fmt.min_normal_place, fmt.largest_place}
    places |= {fmt.largest_place // 2, fmt.largest_place - 1}
    shares = [(0, 1), (1, 2), (1, 4), (0x5A5A5A5A, 1 << 32), (1, 1 << 32)]
    for place, (rest, whole) in [*product(sorted(places), shares)][::stride]:
        for negative in (False, True)[: 1 + (place % 2)]:
            _beside(fmt, place, rest, whole, negative)


def _beside(fmt, place, rest, whole, negative):
    if place < 0 or not (place or rest):
        return
    for value in _near(fmt, place, rest, whole, negative):
        square = value * value * (1 + Fraction(1, 1 << 400))
        for rules in RULES[place % 3 :: 3]:
            exact = encode_ratio(fmt, negative, *value.as_integer_ratio(), rules)
            assert encode_enclosed(fmt, Root(square, negative), rules) == exact


@pytest.mark.parametrize("rules", RULES, ids=str)
def test_an_end_may_be_a_border(rules):
    """Just above 1 and just below it, by less than any format could tell."""
    one, trifle = Magnitude(1, 1, 0), Fraction(1, 1 << 5000)
    above = Enclosure(one, Magnitude((1 << 200) + 1, 1, -200))
    below = Enclosure(Magnitude((1 << 200) - 1, 1, -200), one)
    for fmt in map(find_format, ("fp16", "fp8_e4m3", "posit16", "decimal32")):
        for enclosure, value in ((above, 1 + trifle), (below, 1 - trifle)):
            for negative in (False, True):
                number = Given(negative, enclosure)
                exact = encode_ratio(fmt, negative, *value.as_integer_ratio(), rules)
                assert encode_enclosed(fmt, number, rules) == exact
                assert len(number.asked) == 1


@pytest.mark.parametrize("name", ["fp16", "fp128", "posit16", "decimal128", "q8.8", "ibm32"])
@pytest.mark.parametrize("rules", RULES[:8], ids=str)
def test_what_is_out_of_reach_is_not_computed(name, rules):
    fmt, far = find_format(name), 10**300
    for least, near in ((far, 30000), (-3 * far, -30000)):
        enclosure = Enclosure(Magnitude(1, 1, least), Magnitude(1, 1, least + far))
        for negative in (False, True):
            found = encode_enclosed(fmt, Given(negative, enclosure), rules)
            assert found == encode_scaled(fmt, negative, 3, near, rules)
            assert found == encode_scaled(fmt, negative, 3, least, rules)


@pytest.mark.parametrize("power", [20, 150, 1001, 40001])
def test_what_goes_round_is_computed_to_its_last_digit(power):
    fmt, rules = find_format("uq8.8"), Rules(Rounding.DOWNWARD, overflow=Overflow.WRAP)
    turned = isqrt(7 << power + 16) & 0xFFFF
    assert encode_enclosed(fmt, Root(Fraction(7 << power)), rules).code == turned


def test_what_goes_round_too_far_overflows_as_in_other_formats():
    fmt, rules = find_format("q8.8"), Rules(overflow=Overflow.WRAP)
    beyond = encode_enclosed(fmt, Root(Fraction(7 << 2 * LONGEST + 4)), rules)
    assert beyond == (fmt.largest_code, Flags.OVERFLOW | Flags.INEXACT)
