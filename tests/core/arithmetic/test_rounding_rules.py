"""The records of the rounding rules: what follows from each, and what each is called."""

from __future__ import annotations

import doctest
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic import rounding_rules
from fpviz.core.arithmetic.rounding import Rules, goes_up
from fpviz.core.arithmetic.rounding_rules import Rounding, find_rounding
from fpviz.core.phrase import Complaint
from tests import reference

DETERMINISTIC = [each for each in Rounding if not each.rule.draws]


def test_the_examples_in_the_documentation_hold():
    assert doctest.testmod(rounding_rules).failed == 0


@given(
    rounding=st.sampled_from(Rounding),
    negative=st.booleans(),
    odd=st.booleans(),
    parts=st.integers(2, 1 << 70).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n))),
    bits=st.integers(0, (1 << 32) - 1),
)
def test_what_is_added_carries_where_the_definition_goes_up(rounding, negative, odd, parts, bits):
    share = Fraction(*parts)
    how = reference.Choice(rounding.value, bits=bits, bit_count=32)
    rules = Rules(rounding, random_bits=bits)
    assert goes_up(rules, negative, odd, *parts) == reference.goes_up(share, negative, not odd, how)


@pytest.mark.parametrize("rounding", DETERMINISTIC)
def test_quarters_say_from_where_on_a_number_goes_up(rounding):
    how = reference.Choice(rounding.value)
    for negative, odd in product((False, True), (False, True)):
        shares = (Fraction(n, 4) for n in range(1, 4))
        up = [reference.goes_up(share, negative, not odd, how) for share in shares]
        assert rounding.rule.quarters(negative, odd) == 4 - sum(up)


def test_the_kinds_of_rules_follow_from_what_they_add():
    def those(holds):
        return {each.value for each in Rounding if holds(each.rule)}

    assert those(lambda rule: rule.is_nearest) == {"ties-to-even", "ties-away", "ties-upward"}
    assert those(lambda rule: rule.is_truncation) == {"toward-zero"}
    assert those(lambda rule: rule.minds_parity) == {"ties-to-even", "to-odd"}
    assert those(lambda rule: rule.minds_sign) == {"ties-upward", "upward", "downward"}
    assert those(lambda rule: rule.makes_negative_zero) == {"downward"}
    directed = {"toward-zero", "upward", "downward"}
    deterministic = {each.value for each in DETERMINISTIC}
    assert those(lambda rule: rule.is_directed(False)) & deterministic == directed
    assert those(lambda rule: rule.is_directed(True)) & deterministic == {*directed, "to-odd"}
    assert those(lambda rule: rule.stays_finite(False)) == {"toward-zero", "downward", "to-odd"}
    assert those(lambda rule: rule.stays_finite(True)) == {"toward-zero", "upward", "to-odd"}


@pytest.mark.parametrize("rounding", Rounding)
def test_a_rule_has_the_words_for_all_that_it_does(rounding):
    rule = rounding.rule
    decides = 2 if rule.is_nearest else 1  # quarters
    ways = {rule.quarters(*case) <= decides for case in product((False, True), (False, True))}
    assert bool(rule.stays) == (False in ways or rule.draws)
    assert bool(rule.grows) == (True in ways)
    assert bool(rule.back) == bool(rule.tie or rule.swamped) == (not rule.draws)
    assert bool(rule.tie) == rule.is_nearest


ROUNDINGS = {
    Rounding.TIES_TO_EVEN: "ties-to-even RNE RN FE_TONEAREST roundTiesToEven",
    Rounding.TIES_AWAY: "ties-away RNA RMM FE_TONEARESTFROMZERO roundTiesToAway",
    Rounding.TIES_UPWARD: "ties-upward RNU RHU round-half-up SC_RND AP_RND",
    Rounding.TOWARD_ZERO: "toward-zero RTZ RZ FE_TOWARDZERO roundTowardZero",
    Rounding.UPWARD: "upward RUP RU FE_UPWARD roundTowardPositive",
    Rounding.DOWNWARD: "downward RDN RD FE_DOWNWARD roundTowardNegative",
    Rounding.TO_ODD: "to-odd",
    Rounding.STOCHASTIC: "stochastic",
}


@pytest.mark.parametrize("rounding", Rounding)
def test_rules_have_the_names_of_manuals(rounding):
    for name in ROUNDINGS[rounding].split():
        assert find_rounding(name) is rounding


def test_no_rule_has_the_name_of_another():
    given = [name for each in Rounding for name in (each.value, *each.rule.aliases.split())]
    assert len(set(given)) == len(given)
    with pytest.raises(Complaint, match="'sideways' is not one of ties-to-even"):
        find_rounding("sideways")
