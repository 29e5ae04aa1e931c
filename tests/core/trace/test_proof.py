"""The rounding proof: neighbours, midpoint, distances, every rule, and double rounding."""

from __future__ import annotations

import doctest
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, Infinity, NaN, finite
from fpviz.core.trace import proof as module
from fpviz.core.trace.proof import Proof, detour, prove

FP16, BF16, FP32, FP64 = map(find_format, ("fp16", "bf16", "fp32", "fp64"))


def _prove(text: str, name: str = "fp16", rules: Rules = Rules(), *through: str) -> Proof:
    formats = map(find_format, through)
    return prove(parse_literal(text).number, find_format(name), rules, formats)


def _value(decoded) -> Fraction:
    return decoded.number.value


# -- the neighbours ----------------------------------------------------------------------------


@given(st.fractions().filter(bool), st.sampled_from(CATALOGUE))
def test_the_number_lies_between_its_neighbours(value: Fraction, fmt) -> None:
    proof = prove(finite(value), fmt)
    around = proof.neighbours
    if around is None:
        assert abs(value) > fmt.largest or abs(value) < fmt.smallest or value < 0
        return
    if around.below is None or around.above is None:
        assert around.beyond_range is not None
        return
    ends = [around.below, around.above]
    if any(isinstance(end.number, Infinity) for end in ends):
        return
    below, above = map(_value, ends)
    assert below <= value <= above
    assert around.distances == (value - below, above - value)
    if fmt.never_overflows and below < above:  # posits and takums are halved on their bits
        assert below < around.midpoint < above
    else:
        assert around.midpoint == (below + above) / 2
    assert (
        proof.rounded.code in (around.below.code, around.above.code)
        or not decode(fmt, proof.rounded.code).number.magnitude
    )


def test_a_number_of_the_format_is_its_own_neighbour() -> None:
    proof = _prove("1.125")
    around = proof.neighbours
    assert around is not None
    assert around.below == around.above
    assert around.distances == (0, 0)
    assert around.midpoint == Fraction(9, 8)
    assert proof.exact == Fraction(9, 8)
    assert str(proof.reasons[0]).startswith("Nothing lies beyond")
    assert {choice.rounded.code for choice in proof.choices} == {0x3C80}


def test_the_neighbours_of_a_negative_number_stand_in_order() -> None:
    around = _prove("-1.0001").neighbours
    assert around is not None
    assert around.below is not None
    assert around.above is not None
    assert (around.below.code, around.above.code) == (0xBC01, 0xBC00)
    assert around.distances == (Fraction("0.0008765625"), Fraction("0.0001"))
    assert around.midpoint == Fraction(-2049, 2048)
    assert around.share == Fraction("0.0001") * 1024


def test_every_rule_stands_beside_the_choice() -> None:
    codes = {choice.rounding: choice.rounded.code for choice in _prove("-(1+2^-11)").choices}
    assert codes == {
        Rounding.TIES_TO_EVEN: 0xBC00,
        Rounding.TIES_AWAY: 0xBC01,
        Rounding.TIES_UPWARD: 0xBC00,
        Rounding.TOWARD_ZERO: 0xBC00,
        Rounding.UPWARD: 0xBC00,
        Rounding.DOWNWARD: 0xBC01,
        Rounding.TO_ODD: 0xBC01,
    }


@pytest.mark.parametrize(
    ("text", "rounding", "words"),
    [
        ("1+2^-11", Rounding.TIES_TO_EVEN, "a tie: the last digit is 0"),
        ("1+3*2^-11", Rounding.TIES_TO_EVEN, "a tie: the last digit is 1"),
        ("1+2^-11", Rounding.TIES_AWAY, "away from zero"),
        ("1+2^-11", Rounding.TIES_UPWARD, "positive: the last place grows"),
        ("-1-2^-11", Rounding.TIES_UPWARD, "negative: the last place stays"),
        ("1.0001", Rounding.TIES_AWAY, "Less than half"),
        ("1.0009", Rounding.TIES_TO_EVEN, "More than half"),
        ("1.0009", Rounding.TOWARD_ZERO, "dropped"),
        ("1.0009", Rounding.UPWARD, "positive: the last place grows"),
        ("-1.0009", Rounding.UPWARD, "negative: the rest is dropped"),
        ("1.0009", Rounding.DOWNWARD, "positive: the rest is dropped"),
        ("-1.0009", Rounding.DOWNWARD, "negative: the last place grows"),
        ("1.0009", Rounding.TO_ODD, "becomes 1"),
        ("1.001", Rounding.TO_ODD, "1 already"),
        ("1.0009", Rounding.STOCHASTIC, "less than 1"),
    ],
)
def test_the_reason_is_given_in_words(text: str, rounding: Rounding, words: str) -> None:
    proof = _prove(text, rules=Rules(rounding))
    assert words in str(proof.reasons[0])
    goes_up = any(word in words for word in ("grows", "becomes", "away", "More", "is 1"))
    cut = encode(FP16, proof.number, Rules(Rounding.TOWARD_ZERO)).code
    assert (proof.rounded.code != cut) == goes_up


def test_the_draw_of_stochastic_rounding_is_weighed() -> None:
    rules = Rules(Rounding.STOCHASTIC, random_bits=0xFFFFFFFF)
    assert "1 or more: the last place grows" in str(_prove("1.0001", rules=rules).reasons[0])


# -- the ends of the range ---------------------------------------------------------------------


def test_beyond_the_largest_number_the_next_value_is_that_of_a_wider_range() -> None:
    proof = _prove("65519")
    around = proof.neighbours
    assert around is not None
    assert around.above is not None
    assert isinstance(around.above.number, Infinity)
    assert (around.beyond_range, around.midpoint) == (65536, 65520)
    assert proof.rounded.code == 0x7BFF
    over = _prove("65520")
    assert [str(each).partition(":")[0] for each in over.reasons] == [
        "Exactly half, a tie",
        "Beyond the largest finite number of fp16, 65504",
    ]
    below = _prove("-465", "fp8_e4m3fn").neighbours
    assert below is not None
    assert (below.below, below.beyond_range) == (None, -480)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("1e9", "fp16", "overflow delivers inf"),
        ("1e9", "fp4_e2m1", "overflow delivers 6"),
        ("inf", "fp16", "stays an infinity"),
        ("nan", "fp16", "stays a NaN"),
        ("-0", "fp16", "keeps its sign"),
        ("-0", "fp8_e4m3fnuz", "loses its sign"),
        ("inf", "fp4_e2m1", "no such result"),
        ("-1", "e8m0", "no such number"),
        ("0", "e8m0", "has no zero"),
        ("2^-200", "e8m0", "the least stands for it"),
    ],
)
def test_what_is_not_weighed_says_why(text: str, name: str, words: str) -> None:
    proof = _prove(text, name)
    assert proof.neighbours is None
    assert words in str(proof.reasons[-1])
    assert len(proof.choices) == len(Rounding) - 1  # one draws


def test_flushing_is_said() -> None:
    proof = _prove("2^-20", rules=Rules(flush=True))
    assert proof.rounded.code == 0
    assert "flushed" in str(proof.reasons[-1])
    assert len(_prove("2^-30", rules=Rules(flush=True)).reasons) == 1


def test_only_finite_numbers_have_an_exact_value() -> None:
    assert _prove("inf").exact is None
    assert _prove("nan").detours == ()
    assert prove(NaN(), FP16).number == NaN()


# -- double rounding ---------------------------------------------------------------------------


def test_the_famous_double_rounding() -> None:
    proof = _prove("1.00048828125000000000001")
    assert proof.rounded.code == 0x3C01
    assert [(each.through.name, each.second.code) for each in proof.warnings] == [
        ("fp64", 0x3C00),
        ("fp32", 0x3C00),
    ]
    assert _prove("1+2^-11+2^-40").rounded.code == 0x3C01
    assert [each.through for each in _prove("1+2^-11+2^-40").warnings] == [FP32]


def test_a_chosen_detour_is_tried_too() -> None:
    proof = _prove("1+2^-8+2^-20", "bf16", Rules(), "fp16", "bf16")
    assert [each.through.name for each in proof.detours] == ["fp64", "fp32", "fp16"]
    assert [each.through.name for each in proof.warnings] == ["fp16"]
    overflow = detour(finite(10**6), FP32, FP16)
    assert overflow.differs
    assert overflow.second.code == 0x7F800000


def test_to_odd_makes_detours_harmless() -> None:
    number = parse_literal("1.00048828125000000000001").number
    first = encode(FP64, number, Rules(Rounding.TO_ODD))
    assert encode(FP16, decode(FP64, first.code).number).code == 0x3C01


def test_warnings_are_those_that_numpy_makes() -> None:
    """float64 to float32 to float16 against float64 to float16, near ties of fp16."""
    base = np.arange(0x3C00, 0x3C40, dtype=np.uint16).view(np.float16).astype(np.float64)
    tie = base + 2.0**-11
    for off in (2.0**-30, 2.0**-40, -(2.0**-40), 0.0):
        values = tie + off
        once = values.astype(np.float16)
        twice = values.astype(np.float32).astype(np.float16)
        for value, differs in zip(values, once != twice, strict=True):
            found = detour(finite(Fraction(float(value))), FP16, FP32)
            assert found.differs == bool(differs)


def test_no_rule_that_cuts_is_hurt_by_a_detour() -> None:
    for rounding in (Rounding.TOWARD_ZERO, Rounding.UPWARD, Rounding.DOWNWARD):
        assert _prove("1.00048828125000000000001", rules=Rules(rounding)).warnings == ()


def test_the_rules_hold_for_the_detour_as_well() -> None:
    proof = _prove("65504.1", "fp8_e4m3fn", Rules(overflow=Overflow.SATURATE), "fp16")
    assert {each.second.code for each in proof.detours} == {0x7E}
    assert isinstance(proof.number, Finite)


def test_examples_in_the_documentation() -> None:
    assert doctest.testmod(module).failed == 0
