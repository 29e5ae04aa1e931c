"""Sweeps: what they say is what an evaluation says of each code."""

from __future__ import annotations

from fractions import Fraction
from sys import float_info

import pytest

from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.expressions import evaluate, parse
from fpviz.core.expressions.sweep import Sweep, SweepSummary, Swept
from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal

FP16, BF16, FP8 = map(find_format, ("fp16", "bf16", "fp8_e4m3fn"))


@pytest.mark.parametrize(
    ("text", "domain", "fmt"),
    [
        ("x*x*a + x*0.1 - 1", FP8, FP8),
        ("exp(x)/(exp(x) + a)", FP8, FP16),
        ("sqrt(x) - sqrt(a); bf16(x)*a", FP16, FP16),
        ("s@bf16 = x*x; s - a", FP16, FP16),
        ("sqrt(x)*sqrt(x) - x", FP8, FP16),
        ("sin(x)*cos(x) + tanh(x)", FP16, FP16),
        ("log(exp(x) + 1)", FP16, FP16),
        ("(a - exp(x))/(exp2(x) + a)*-tanh(x)", FP8, FP16),
    ],
)
def test_a_sweep_says_of_each_code_what_its_evaluation_says(text, domain, fmt):
    program, values = parse(text), {"a": parse_literal("0.3")}
    sweep = Sweep(program, "x", domain, values, fmt)
    codes = range(0, 1 << domain.width, max(1, (1 << domain.width) // 41))
    found = list(sweep.over(codes))
    assert [each.code for each in found] == list(codes)
    for each in found:
        alone = evaluate(program, {**values, "x": code_source(domain, each.code)}, fmt)
        (result,) = alone.machine.results
        assert each.result == result.code
        if result.total is None:
            assert each.error is None
        else:
            assert each.error == pytest.approx(float(result.total), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    "rules",
    [
        Rules(Rounding.UPWARD, flush=True),
        Rules(Rounding.DOWNWARD, daz=True),
        Rules(overflow=Overflow.WRAP),
    ],
)
def test_a_sweep_keeps_the_rules(rules):
    program = parse("sin(x) + tanh(x)*x")
    for domain, fmt in ((FP8, FP16), (FP16, find_format("q3.4"))):
        sweep = Sweep(program, "x", domain, {}, fmt, rules)
        for code in range(0, 1 << domain.width, (1 << domain.width) // 23):
            values = {"x": code_source(domain, code)}
            (result,) = evaluate(program, values, fmt, rules).machine.results
            assert sweep.at(code).result == result.code


def test_what_is_far_below_every_format_has_an_error_all_the_same():
    for text in ("exp(-x*x)", "gelu(-x)"):
        found = Sweep(parse(text), "x", FP16, {}, FP16).at(0x7800)
        assert (found.result & 0x7FFF, found.error) == (0, pytest.approx(0))


def test_an_error_that_no_float_reaches_is_the_largest_one():
    largest = Sweep(parse("exp(x)"), "x", FP16, {}, find_format("q3.4")).at(0x6800)
    assert largest.error == -float_info.max


def test_one_result_of_a_list_is_swept():
    program = parse("[x + 1, x*3]")
    third = Sweep(program, "x", FP8, {}, FP8, result=1)
    assert third.at(0x38).result == Sweep(parse("x*3"), "x", FP8, {}, FP8).at(0x38).result


def test_a_single_operation_is_nowhere_off_by_more_than_half_an_ulp():
    for text in ("x*x", "sqrt(x)", "1/x", "exp(x)"):
        sweep = Sweep(parse(text), "x", FP8, {}, FP16)
        tally = SweepSummary().and_of(sweep.over(range(256)))
        assert tally.count == 256
        assert tally.beyond_half == 0
        assert tally.worst is None or abs(tally.worst.error) <= 0.5


def test_the_worst_is_kept_and_what_is_beyond_half_an_ulp_is_counted():
    swept = [Swept(0, 0, 0.0), Swept(1, 0, -2.0), Swept(2, 0, 0.75), Swept(3, 0, None)]
    tally = SweepSummary().and_of(swept)
    assert tally == SweepSummary(4, 3, 2, swept[1])


def test_near_a_root_of_a_polynomial_the_worst_is_found():
    program = parse("((x - 3)*x + 3)*x - 1")
    tally = SweepSummary().and_of(Sweep(program, "x", BF16, {}, BF16).over(range(0x3F70, 0x3F90)))
    worst = tally.worst
    (result,) = evaluate(program, {"x": code_source(BF16, worst.code)}, BF16).machine.results
    assert abs(result.total) >= 100
    assert Fraction(worst.error) == pytest.approx(result.total)
