"""Exact values beside Fraction, and irrational ones beside MPFR."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import gmpy2
import pytest

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.expressions import Bounds, evaluate, parse
from fpviz.core.expressions.enclosing import value_of
from fpviz.core.expressions.exactly import MOST_BITS, Exactly
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import is_finite_code
from fpviz.core.formats.decoding import value_of as value_of_code
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.numbers import Infinity, NaN, finite
from tests.core.expressions.random_expressions import NAMES, expression

FP16, FP32, FP64 = map(find_format, ("fp16", "fp32", "fp64"))


def exactly(text, values, fmt=FP64):
    """What the lines are, all of them, and the variables, in one format."""
    program = parse(text)
    return Exactly(program, values, [fmt] * len(program.lines))


def exact_result(text, values, fmt=FP64):
    return exactly(text, values, fmt).lines(128)[parse(text).results[0]]


def test_rational_expressions_are_what_fractions_make_of_them():
    random, compared = Random(11), 0
    while compared < 150:
        made = expression(random, 4)
        codes = {name: random.getrandbits(16) for name in NAMES}
        if not all(is_finite_code(FP16, code) for code in codes.values()):
            continue
        fractions = {name: value_of_code(FP16, code) for name, code in codes.items()}
        try:
            expected = made.of(fractions, Fraction)
        except ZeroDivisionError:
            continue
        values = {name: code_source(FP16, code) for name, code in codes.items()}
        assert value_of(exact_result(made.text, values)) == expected, made.text
        (code,) = evaluate(parse(made.text), values, FP16).nearest
        if expected:
            assert code == encode(FP16, finite(expected)).code
        compared += 1


IRRATIONAL = {
    "sqrt(a*a + b*b)": lambda a, b: gmpy2.sqrt(a * a + b * b),
    "(-b + sqrt(b*b + a))/2": lambda a, b: (-b + gmpy2.sqrt(b * b + a)) / 2,
    "1/sqrt(a) - rsqrt(a + b)": lambda a, b: 1 / gmpy2.sqrt(a) - 1 / gmpy2.sqrt(a + b),
    "exp(a)/(exp(a) + exp(b))": lambda a, b: gmpy2.exp(a) / (gmpy2.exp(a) + gmpy2.exp(b)),
    "log(exp(a) - 1)": lambda a, b: gmpy2.log(gmpy2.exp(a) - 1),
    "sin(exp(a))*cos(sqrt(b))": lambda a, b: gmpy2.sin(gmpy2.exp(a)) * gmpy2.cos(gmpy2.sqrt(b)),
    "tanh(sqrt(a))^3": lambda a, b: gmpy2.tanh(gmpy2.sqrt(a)) ** 3,
    "abs(sqrt(a) - sqrt(b))": lambda a, b: abs(gmpy2.sqrt(a) - gmpy2.sqrt(b)),
    "max(log2(a), sqrt(b)/3)": lambda a, b: max(gmpy2.log2(a), gmpy2.sqrt(b) / 3),
    "fma(sqrt(a), -sqrt(b), 1)": lambda a, b: 1 - gmpy2.sqrt(a) * gmpy2.sqrt(b),
    "hypot(sqrt(a) - sqrt(b), 1e-3)": lambda a, b: gmpy2.hypot(
        gmpy2.sqrt(a) - gmpy2.sqrt(b), gmpy2.mpfr("1e-3")
    ),
}


@pytest.mark.parametrize("text", IRRATIONAL)
def test_irrational_expressions_are_enclosed_and_round_as_mpfr_has_them(text):
    random = Random(5)
    with gmpy2.context(precision=400, emin=-(10**6), emax=10**6):
        for _ in range(12):
            a, b = (Fraction(random.randrange(1, 4000), 256) for _ in "ab")
            values = {"a": parse_literal(str(a)), "b": parse_literal(str(b))}
            expected = IRRATIONAL[text](gmpy2.mpfr(gmpy2.mpq(a)), gmpy2.mpfr(gmpy2.mpq(b)))
            there = Fraction(*map(int, expected.as_integer_ratio()))
            here = exact_result(text, values)
            if isinstance(here, Bounds):
                assert abs(here.middle - there) <= here.width / 2 + abs(there) / 2**380
                assert here.width <= max(abs(there) * Fraction(1, 2**90), Fraction(1, 2**110))
            for fmt in (FP16, FP32, FP64):
                (code,) = evaluate(parse(text), values, fmt).nearest
                assert code == encode(fmt, finite(there)).code or not there


@pytest.mark.parametrize(
    "text", ["sqrt(2)*sqrt(2) - 2", "exp(log(3)) - 3", "1/(sqrt(3)*sqrt(3) - 3)", "exp(exp(100))"]
)
def test_what_cannot_be_decided_says_so_and_ends(text):
    found = evaluate(parse(text), {}, FP64)
    assert found.nearest == (None,)
    exact = found.machine.results[0].exact
    assert exact is None or (exact.holds_zero and exact.width < Fraction(1, 2 ** (MOST_BITS // 2)))


def test_what_is_too_long_to_be_worked_with_is_enclosed():
    text = "; ".join(["x = 1.1", *["x = x*x"] * 20, "x"])
    (line,) = evaluate(parse(text), {}, FP64).machine.results
    assert isinstance(line.exact, Bounds)
    with gmpy2.context(precision=300, emax=10**9):
        expected = gmpy2.mpfr(gmpy2.mpq(11, 10)) ** (1 << 20)
        assert abs(gmpy2.mpfr(gmpy2.mpq(line.exact.middle)) / expected - 1) < 2**-100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/0", Infinity(False)),
        ("-1/0", Infinity(True)),
        ("log(0)", Infinity(True)),
        ("0/0", NaN),
        ("sqrt(-1)", NaN),
        ("inf - inf", NaN),
    ],
)
def test_without_rounding_there_are_infinities_and_nans_all_the_same(text, expected):
    found = exact_result(text, {})
    assert found == expected or isinstance(found, expected if expected is NaN else ())


def test_what_only_a_code_has_an_answer_to_is_not_known():
    assert exact_result("totalorder(x, x)", {"x": parse_literal("1")}) is None


@pytest.mark.parametrize("name", ["fp8_e4m3fn", "fp4_e2m1", "fp8_e5m2", "q3.4", "posit8", "uint4"])
@pytest.mark.parametrize("function", ["nextup", "nextdown"])
def test_the_values_next_to_a_number_are_those_of_the_format(name, function):
    fmt, upward = find_format(name), function == "nextup"
    held = [value_of_code(fmt, code) for code in range(1 << fmt.width) if is_finite_code(fmt, code)]
    for numerator in range(-1100, 1100, 37):
        x = Fraction(numerator, 64)
        found = exact_result(f"{function}(x)", {"x": parse_literal(str(x))}, fmt)
        beyond = [each for each in held if (each > x if upward else each < x)]
        expected = (min(beyond) if upward else max(beyond)) if beyond else x
        assert isinstance(found, Infinity) or value_of(found) == expected, x
    for code in range(0, 1 << fmt.width, 3):
        found = evaluate(parse(f"{function}(x)"), {"x": code_source(fmt, code)}, fmt)
        assert found.machine.results[0].total in (0, None)


@pytest.mark.parametrize(
    ("text", "fmt", "expected"),
    [
        ("scaleb(1/3, 5)", "fp16", Fraction(32, 3)),
        ("scaleb(0.3, -2)", "decimal32", Fraction(3, 1000)),
        ("logb(1/3)", "fp16", -2),
        ("logb(1000.5)", "decimal32", 3),
        ("logb(70000)", "fp16", 16),
        ("logb(sqrt(1000))", "fp16", 4),
        ("logb(-sqrt(1000))", "ibm32", 1),
        ("round(sqrt(1000))", "fp16", 32),
        ("nextup(sqrt(2))", "fp16", Fraction(1449, 1024)),
        ("nextdown(sqrt(2))", "fp16", Fraction(181, 128)),
        ("nextup(70000)", "fp16", Infinity(False)),
        ("nextup(-70000)", "fp16", -65504),
        ("scaleb(sqrt(2), 3) - sqrt(128)", "fp16", None),
        ("scaleb(2, sqrt(2))", "fp16", None),
    ],
)
def test_exponents_and_neighbours_are_exact_where_they_are_known(text, fmt, expected):
    found = exact_result(text, {}, find_format(fmt))
    if expected is None:
        assert found is None or found.holds_zero
    elif isinstance(expected, int | Fraction):
        assert value_of(found) == expected
    else:
        assert found == expected


def test_a_conversion_rounds_and_so_does_nothing_to_exact_values():
    assert exact_result("bf16(x)", {"x": parse_literal("1/3")}) == finite(Fraction(1, 3))


def test_rules_decide_how_the_exact_value_is_rounded():
    for rounding, code in ((Rounding.UPWARD, 0x3D71), (Rounding.DOWNWARD, 0x3D70)):
        found = evaluate(parse("sqrt(x)"), {"x": parse_literal("1.85")}, FP16, Rules(rounding))
        assert found.nearest == (code,)


@pytest.mark.parametrize(
    "text",
    ["sin(2^1000000)", "cos(0.1 + 2^1000000)", "sin(exp2(x))", "cos(exp(exp(12)))", "sin(x + 1)"],
)
def test_of_arguments_far_beyond_all_formats_nothing_is_worked_out(text):
    """π to a million digits takes ten seconds, and longer where it is asked for again."""
    found = exactly(text, {"x": parse_literal("2^1000000")})
    assert found.lines(200)[-1] is None


def test_the_largest_number_of_binary128_has_a_sine():
    found = exactly("sin(x)", {"x": parse_literal("2^16384 - 2^16271")})
    (low, high) = found.lines(200)[-1]
    with gmpy2.context(gmpy2.get_context(), precision=16640):
        exact = gmpy2.sin(gmpy2.mpfr(2) ** 16384 - gmpy2.mpfr(2) ** 16271)
        assert value_of(low) <= Fraction(*exact.as_integer_ratio()) <= value_of(high)
