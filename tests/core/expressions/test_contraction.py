"""Which products are fused, and that the result is that of an exact FMA."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.expressions import Instruction, evaluate, parse
from fpviz.core.expressions.contraction import contracted
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.literals import code_source
from fpviz.core.numbers import finite

FP16, BF16 = map(find_format, ("fp16", "bf16"))


def listing(text):
    """The operations of a contracted text, each with the texts of its operands."""
    program = contracted(parse(text))
    return [
        (line.name, *(program.said(at) for at in line.operands))
        for line in program.lines
        if isinstance(line, Instruction)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b + c", [("fma", "a", "b", "c")]),
        ("c + a*b", [("fma", "a", "b", "c")]),
        ("t = a*b; t + c", [("fma", "a", "b", "c")]),
        # GCC and Clang take in the first product, and round the second
        ("a*b + c*d", [("multiply", "c", "d"), ("fma", "a", "b", "c*d")]),
        (
            "(a*b + c*d) + e*f",
            [
                ("multiply", "c", "d"),
                ("fma", "a", "b", "c*d"),
                ("fma", "e", "f", "a*b + c*d"),
            ],
        ),
        ("t = a*b; t*t", [("multiply", "a", "b"), ("multiply", "a*b", "a*b")]),
        ("t = a*b; t + t", [("multiply", "a", "b"), ("add", "a*b", "a*b")]),
        (
            "t = a*b; (t + c)*t",
            [
                ("multiply", "a", "b"),
                ("add", "a*b", "c"),
                ("multiply", "t + c", "a*b"),
            ],
        ),
        (
            "t = a*b; (t + c)*(t + d)",
            [
                ("fma", "a", "b", "c"),
                ("fma", "a", "b", "d"),
                ("multiply", "t + c", "t + d"),
            ],
        ),
        ("t = a*b; [t + c, t]", [("multiply", "a", "b"), ("add", "a*b", "c")]),
        ("t@fp32 = a*b; t + c", [("multiply", "a", "b"), ("add", "a*b", "c")]),
        ("a + b", [("add", "a", "b")]),
        # what GCC calls FNMA and FNMS; what is negated for it has the words of what it was
        ("-(a*b) + c", [("negate", "a"), ("fma", "a", "b", "c")]),
        ("c + -(a*b)", [("negate", "a"), ("fma", "a", "b", "c")]),
        ("t = a*b; s = -t; s - c", [("negate", "a"), ("negate", "c"), ("fma", "a", "b", "c")]),
        ("c - -(a*b)", [("fma", "a", "b", "c")]),
        (
            "s = -(a*b); [s + c, s]",
            [("multiply", "a", "b"), ("negate", "a*b"), ("add", "-(a*b)", "c")],
        ),
        (
            "t = a*b; (t + c)*(-t + d)",
            [
                ("fma", "a", "b", "c"),
                ("negate", "a"),
                ("fma", "a", "b", "d"),
                ("multiply", "t + c", "-t + d"),
            ],
        ),
    ],
)
def test_a_product_that_only_sums_read_is_taken_into_them(text, expected):
    assert listing(text) == expected


def test_where_nothing_is_fused_the_program_is_the_same():
    program = parse("(a + b)*c")
    assert contracted(program) is program


@pytest.mark.parametrize(
    ("text", "of_product", "of_c"),
    [("a*b + c", 1, 1), ("-(a*b) + c", -1, 1), ("-(a*b) - c", -1, -1), ("c - -(a*b)", 1, 1)],
)
def test_a_fused_sum_is_rounded_once(text, of_product, of_c):
    random = Random(3)
    for _ in range(300):
        fmt = random.choice((FP16, BF16))
        codes = [random.getrandbits(16) for _ in "abc"]
        if not all(is_finite_code(fmt, code) for code in codes):
            continue
        values = {name: code_source(fmt, code) for name, code in zip("abc", codes, strict=True)}
        exact = [value_of(fmt, code) for code in codes]
        once = of_product * exact[0] * exact[1] + of_c * exact[2]
        (result,) = evaluate(parse(text), values, fmt).contracted.results
        if once:
            assert result.code == encode(fmt, finite(once)).code


def test_two_ways_differ_where_a_product_is_not_exact():
    values = {"a": code_source(FP16, 0x3C01), "c": code_source(FP16, 0xBC02)}
    found = evaluate(parse("a*a + c"), values, FP16)
    exact = value_of(FP16, 0x3C01) ** 2 + value_of(FP16, 0xBC02)
    assert found.machine.results[0].code == 0
    assert value_of(FP16, found.contracted.results[0].code) == exact == Fraction(1, 1 << 20)
