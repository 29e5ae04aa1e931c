"""Where errors are made, how they go on, and what cancels."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from fpviz.core.expressions import ExpressionError, Instruction, evaluate, parse
from fpviz.core.expressions.examples import EXAMPLES
from fpviz.core.expressions.listing import Listing
from fpviz.core.expressions.values import values_of
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.formats.order import ulp
from fpviz.core.literals import code_source, parse_literal
from tests.core.expressions.random_expressions import NAMES, expression

FP16, FP32, FP64 = map(find_format, ("fp16", "fp32", "fp64"))


def evaluated(text, fmt, **texts):
    found = values_of(texts)
    return evaluate(parse(text, found.lists), found.values, fmt)


def named(example):
    return next(each for each in EXAMPLES if each.name == example)


def shown(name, fmt=None):
    example = named(name)
    return evaluated(example.text, find_format(fmt or example.format), **example.variables)


def test_errors_are_what_fractions_say_of_them():
    random, compared = Random(2), 0
    while compared < 150:
        made = expression(random, 3)
        codes = {name: random.getrandbits(16) for name in NAMES}
        if not all(is_finite_code(FP16, code) for code in codes.values()):
            continue
        try:
            exact = made.of({name: value_of(FP16, code) for name, code in codes.items()}, Fraction)
        except ZeroDivisionError:
            continue
        values = {name: code_source(FP16, code) for name, code in codes.items()}
        (result,) = evaluate(parse(made.text), values, FP16).machine.results
        if is_finite_code(FP16, result.code) and value_of(FP16, result.code):
            unit = ulp(FP16, result.code)
            assert result.total == (value_of(FP16, result.code) - exact) / unit
            assert result.made + result.carried == result.total
            compared += 1


def test_an_operation_on_exact_operands_carries_nothing():
    for text in ("sqrt(2)", "exp(1)", "1/3"):
        (line,) = evaluated(text, FP64).machine.results
        assert line.carried == 0
        assert 0 < abs(line.made) <= Fraction(1, 2)


def test_three_tenths_as_the_field_asks():
    found = evaluated("0.1 + 0.2", FP64)
    (result,) = found.machine.results
    assert (result.code, found.nearest) == (0x3FD3333333333334, (0x3FD3333333333333,))
    assert [each.total for each in found.machine.lines][:2] == [Fraction(2, 5), Fraction(2, 5)]
    assert result.total == Fraction(4, 5)


def test_a_range_of_six_steps_has_seven_members():
    found = evaluated("(1.1 - 0.5)/0.1", FP64)
    assert found.machine.results[0].code == 0x4018000000000001
    assert found.machine.lines[2].code == 0x3FE3333333333334
    assert found.nearest == (0x4018000000000000,)


def test_what_cancels_is_counted_in_bits():
    def lost(text, **texts):
        return evaluated(text, FP16, **texts).machine.results[0].lost

    assert lost("a - b", a="1", b="0.99951171875") == 11  # 2**-11 is left
    assert lost("a - b", a="1", b="0.5") == 1
    assert lost("a + b", a="1", b="-0.25") == 1
    assert lost("a + b", a="1", b="1") == 0
    assert lost("a*b", a="1", b="1") == 0
    assert lost("a - a", a="3") == FP16.precision
    assert lost("fma(a, a, b)", a="1.5", b="-2") == 3


def test_of_a_result_of_zero_errors_count_ulps_of_the_exact_value():
    (line,) = evaluated("(a + b) - a", FP32, a="1e8", b="3").machine.results
    assert line.code == 0
    assert line.total == -3 / ulp(FP32, 0x40400000)
    assert (line.made, line.carried) == (0, line.total)


def test_softmax_of_ten_eleven_twelve_in_fp16_is_lost_where_exp_overflows():
    found = shown("softmax")
    assert found.machine.worst.code == FP16.infinity_code
    assert Listing(found.program).written(found.machine.worst.place) == "exp(x[2])"
    assert FP16.is_nan(found.machine.results[2].code)
    exact = [0x2DC3, 0x33D5, 0x3952]
    assert list(found.nearest) == exact
    good = shown("softmax-max")
    assert [each.code for each in good.machine.results] == [0x2DC3, 0x33D4, 0x3952]
    assert list(good.nearest) == exact
    assert all(abs(each.total) < 1 for each in good.machine.results)


@pytest.mark.parametrize("name", [each.name for each in EXAMPLES])
def test_each_example_shows_an_error_or_that_there_is_none(name):
    found = shown(name)
    assert all(code is not None for code in found.nearest)
    assert found.machine.worst or name == "squares"


def test_examples_of_two_ways_have_a_good_and_a_bad_one():
    for name in ("squares", "quadratic", "triangle"):
        bad, good = (abs(each.total) for each in shown(name).machine.results)
        assert bad > 100 * max(good, 1), name
    one, two = (
        abs(shown(f"variance-{each}").machine.results[0].total)
        for each in ("one-pass", "two-passes")
    )
    assert one > 100 * two


def test_a_listing_reads_as_the_operations_of_a_compiler():
    program = parse("s = a*a; bf16(s) - 0.5")
    listing = Listing(program)
    written = [
        f"{listing.names[at]} = {listing.written(at)}"
        for at, line in enumerate(program.lines)
        if isinstance(line, Instruction)
    ]
    assert written == ["s = a × a", "%1 = bf16(s)", "%2 = %1 - 0.5"]


def test_ten_thousand_bits_of_work_end_soon():
    text = "; ".join(["x = 3", *["x = x*x*x"] * 60, "x"])
    (line,) = evaluate(parse(text), {}, FP64).machine.results
    assert line.code == FP64.infinity_code
    assert line.total is None


def test_what_has_no_value_is_named():
    with pytest.raises(ExpressionError, match="'a\\+b': b has no value; give it one"):
        evaluate(parse("a+b"), {"a": parse_literal("1")}, FP64)
