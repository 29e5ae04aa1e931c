"""Spacing against the distances between neighbours, code by code."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import log2

import pytest

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode, overflow_code
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.order import ulp
from fpviz.core.line.spacing import SpacingCurve, sawtooth, spacing, staircase
from fpviz.core.numbers import finite, floor_log2, power_of_two

SMALL = [fmt for fmt in CATALOGUE if fmt.width <= 8 and fmt.has_even_binades]
EVERYWHERE = range(-20_000, 20_000)


def height(curve: SpacingCurve, exponent: int) -> int:
    """The height at the left end of a binade: the last corner there."""
    left = [corner for corner in curve.corners if corner[0] <= exponent][-1]
    right = next((corner for corner in curve.corners if corner[0] > exponent), left)
    slope = (right[1] - left[1]) // max(1, right[0] - left[0])
    return left[1] + slope * (exponent - left[0])


@pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)
def test_the_curves_pass_through_every_binade_of_values(fmt):
    of = spacing(fmt)
    stairs, teeth = staircase(of, EVERYWHERE, 1000), sawtooth(of, EVERYWHERE, 1000)
    for place in range(fmt.smallest_place, fmt.largest_place + 1):
        exponent, gap = floor_log2(fmt.magnitude(place)), ulp(fmt, fmt.code_at(place))
        assert gap == of.level(exponent).ulp
        assert power_of_two(height(stairs, exponent)) == gap
        assert power_of_two(height(teeth, exponent)) == gap / power_of_two(exponent)


@pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)
def test_the_ends_are_where_rounding_says(fmt):
    for rounding, flush in product(Rounding, (False, True)):
        _assert_ends(fmt, Rules(rounding, flush=flush))


def _assert_ends(fmt, rules):
    of, tiny = spacing(fmt, rules), power_of_two(-200)
    zeros = {fmt.code_at(0), fmt.code_at(0, negative=True)}
    if of.zero_limit:
        assert encode(fmt, finite(of.zero_limit - tiny), rules).code in zeros
        assert encode(fmt, finite(of.zero_limit + tiny), rules).code not in zeros
    if of.overflow is not None:
        assert encode(fmt, finite(of.overflow - tiny), rules).code <= fmt.largest_code
        beyond = encode(fmt, finite(of.overflow + tiny), rules).code
        assert beyond == overflow_code(fmt, False, rules)
    assert of.smallest == (fmt.min_normal if rules.flush else fmt.smallest)


def test_the_facts_of_fp16_and_fp128():
    fp16, fp128 = (spacing(find_format(name)) for name in ("fp16", "fp128"))
    assert (fp16.zero_limit, fp16.overflow) == (Fraction(1, 2**25), 65520)
    corners = staircase(fp16, EVERYWHERE, 100).corners
    assert corners[:4] == ((-24, -24), (-13, -24), (-13, -23), (-12, -23))
    assert fp128.level(0).ulp == power_of_two(-112)
    assert fp128.binades == range(-16494, 16384)


def test_a_thinned_curve_says_so_and_keeps_its_ends():
    fp128 = spacing(find_format("fp128"))
    stairs = staircase(fp128, EVERYWHERE, 300)
    assert stairs.is_thinned
    assert stairs.corners == (
        (-16494, -16494), (-16382, -16494), (-16382, -16494), (16383, 16271), (16384, 16271)
    )  # fmt: skip
    teeth = sawtooth(fp128, range(5000), 300)
    assert teeth.corners == ((0, -112), (4999, -112), (5000, -113))
    assert not staircase(fp128, range(-3, 30), 300).is_thinned
    assert staircase(fp128, range(17000, 18000), 300).corners == ()


@pytest.mark.parametrize("name", ["posit16", "takum16", "decimal64"])
def test_what_is_thinned_of_an_uneven_format_lies_on_its_steps(name):
    of = spacing(find_format(name))
    curve = staircase(of, range(-50, 50), 12)
    assert curve.is_thinned
    assert 10 <= len(curve.corners) <= 15
    for exponent, height in curve.corners[:-1]:
        assert height == pytest.approx(log2(of.level(exponent).ulp))
