"""A pending update against half an ulp: by brute force, and the numbers of the worked loops."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.line.pending_update import pending
from fpviz.core.numbers import finite
from tests.strides import strided

RULES = [Rules(rounding, flush=flush) for rounding in Rounding for flush in (False, True)]
SMALL = [fmt for fmt in CATALOGUE if fmt.width <= 6]


def test_the_first_loop_is_below_half_an_ulp_in_fp16_and_not_in_fp32():
    g = Fraction(881, 2**21)
    half = pending(find_format("fp16"), 0x3C80, g)
    assert half is not None
    assert (half.ulps, half.gap, half.border) == (
        Fraction(881, 2048), Fraction(1, 1024), Fraction(1125, 1000) + Fraction(1, 2048)
    )  # fmt: skip
    assert half.is_swamped
    assert half.is_below_half
    assert half.total < half.border
    single = pending(find_format("fp32"), 0x3F900000, g)
    assert single is not None
    assert not single.is_swamped
    assert single.result == Fraction(9, 8) + g


def test_below_a_power_of_two_the_gap_is_half_an_ulp():
    down = pending(find_format("fp16"), 0x3C00, Fraction(-1, 4096))
    assert down is not None
    assert (down.gap, down.ulp) == (Fraction(1, 2048), Fraction(1, 1024))
    assert down.border == 1 - Fraction(1, 4096)
    assert down.is_swamped  # a tie, and 1 is even
    assert not down.is_below_half


def test_without_a_finite_weight_nothing_is_pending():
    assert pending(find_format("fp16"), 0x7C00, Fraction(1)) is None
    over = pending(find_format("fp16"), 0x7BFF, Fraction(100))
    assert over is not None
    assert over.result is None
    assert not over.is_swamped


@strided(5)
@pytest.mark.parametrize("rules", RULES, ids=str)
@pytest.mark.parametrize("fmt", SMALL, ids=lambda fmt: fmt.name)
def test_an_update_that_stays_within_the_border_is_swamped_and_no_other(fmt, rules, stride):
    values = (finite(value_of(fmt, c)) for c in range(1 << fmt.width) if is_finite_code(fmt, c))
    codes = sorted({encode(fmt, value, rules).code for value in values})
    for code in codes[RULES.index(rules) % stride :: stride]:
        for update in (fmt.smallest * Fraction(k, 8) for k in (-9, -8, -4, -3, 1, 4, 5, 12)):
            found = pending(fmt, code, update, rules)
            assert found is not None
            assert found.code == encode(fmt, finite(found.total), rules).code
            if found.border is not None and found.total != found.border:
                beyond = (found.total > found.border) == (update > 0)
                assert found.is_swamped == (not beyond)
