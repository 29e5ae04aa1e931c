"""What may be typed: right, half-typed, wrong, and hostile."""

from __future__ import annotations

import doctest
from fractions import Fraction

import pytest

from fpviz.core.expressions import (
    Constant,
    ExpressionError,
    Instruction,
    Variable,
    names,
    parse,
    parser,
    program,
    values,
)
from fpviz.core.literals import MAX_LENGTH, CodeLiteral, parse_literal
from fpviz.core.phrase import quoted


def lines(text, lists=None):
    """The lines of a text: names and numerals as they stand, operations with places."""
    found = parse(text, lists or {})
    return [
        f"{line.name} {' '.join(map(str, line.operands))}"
        if isinstance(line, Instruction)
        else found.said(at)
        for at, line in enumerate(found.lines)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b*c", ["a", "b", "c", "multiply 1 2", "add 0 3"]),
        ("(a + b)*c", ["a", "b", "add 0 1", "c", "multiply 2 3"]),
        ("a - b - c", ["a", "b", "subtract 0 1", "c", "subtract 2 3"]),
        ("x*x", ["x", "multiply 0 0"]),
        ("a×b − c", ["a", "b", "multiply 0 1", "c", "subtract 2 3"]),
        ("fma(a, b, c)", ["a", "b", "c", "fma 0 1 2"]),
        ("x^3", ["x", "multiply 0 0", "multiply 1 0"]),
        ("x**2", ["x", "multiply 0 0"]),
        ("x^1", ["x"]),
        ("s = a*a; t = s + b", ["a", "multiply 0 0", "b", "add 1 2"]),
        ("s = a\ns + s", ["a", "add 0 0"]),
        ("s = (a +\n a)\ns", ["a", "add 0 0"]),
        ("s = a; s = s + b; s", ["a", "b", "add 0 1"]),
        ("β*β", ["β", "multiply 0 0"]),
        ("q-1", ["q", "1", "subtract 0 1"]),
        ("e1m2 + inf", ["e1m2", "inf", "add 0 1"]),
        ("bf16(x)", ["x", "convert 0"]),
        ("sum([a, b, c])", ["a", "b", "c", "add 0 1", "add 3 2"]),
        ("sum(a, b, c)", ["a", "b", "c", "add 0 1", "add 3 2"]),
        ("[1, 2]*a", ["1", "2", "a", "multiply 0 2", "multiply 1 2"]),
        ("x = [a, b]; x[1]*x[0]", ["a", "b", "multiply 1 0"]),
    ],
)
def test_a_text_is_a_listing_of_operations(text, expected):
    assert lines(text) == expected


def test_a_list_of_inputs_is_told_apart_by_its_name():
    found = parse("sum(x)*x[1]", {"x": 3})
    assert found.inputs == ("x[0]", "x[1]", "x[2]")
    assert lines("sum(x)*x[1]", {"x": 3})[3:] == ["add 0 1", "add 3 2", "multiply 4 1"]


@pytest.mark.parametrize(
    "text",
    [
        "0.1",
        "1e-3",
        "0x1.8p-3",
        "1.5f",
        "fp16:0x3c00",
        "inf",
        "nan(0x12)",
        "2^-14",
        "-0.1",
        "1_000",
        "10³",
        "-2^2",
        "0.9F",
        "snan",
        "10^-3",
    ],
)
def test_what_is_a_literal_is_one_atom_of_an_expression_and_says_the_same(text):
    (line,) = parse(text).lines
    assert isinstance(line, Constant)
    assert line.literal.number == parse_literal(text).number
    assert isinstance(line.literal, CodeLiteral) == isinstance(parse_literal(text), CodeLiteral)


def test_a_note_is_of_its_own_numeral():
    noted = [line.literal.note for line in parse("0.1f + 0.1").lines if isinstance(line, Constant)]
    assert noted[0] is not None
    assert noted[1] is None


def test_a_power_of_what_is_no_whole_number_is_multiplied_out():
    """As machines compute 0.1 squared: the base is rounded first."""
    assert lines("0.1^2") == ["0.1", "multiply 0 0"]
    (whole,) = parse("10^2").lines
    assert whole.literal.number.value == 100


def test_names_of_numbers_stand_for_them_and_not_for_variables():
    found = parse("c = 0.1; -c")
    assert [type(line) for line in found.lines] == [Constant, Instruction]


def test_spans_say_where_an_operation_stands():
    found = parse("s = (a + b) * sqrt_c ; s*2")
    assert [found.said(at) for at in found.steps] == ["a + b", "(a + b) * sqrt_c", "s*2"]
    assert isinstance(found.lines[0], Variable)
    assert found.lines[0].span == (5, 6)


@pytest.mark.parametrize(
    "text", ["", " ", "a +", "(a", "fma(a,", "[a, ", "s =", "2^", "1e-", "0x", "s = a; t ="]
)
def test_what_typing_on_may_complete_is_said_to_be_incomplete(text):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.is_incomplete


BAD = [
    ("9^9^9", "too large"),
    ("a 1", "not understood at '1'"),
    ("a $ b", "not understood at"),
    ("foo(1)", "no operation is called 'foo'; there are abs, add, "),
    ("fma(a, b)", "operands that fma takes: 3, not 2"),
    ("x^y", "an exponent must be a whole number"),
    ("x^0.5", "an exponent must be a whole number"),
    ("s@fp17 = a", "unknown format 'fp17'"),
    ("[a, b] + [a, b, c]", "lists of different lengths, 2 ≠ 3"),
    ("[a, [b]]", "a list has one number or more"),
    ("[]", "a list has one number or more"),
    ("x[1]", "x is no list"),
    ("x = [1, 2]; x[2]", "x has 2 members"),
    ("sum([a], b)", "sum takes one list, or numbers"),
    ("1,2", "not understood at ',2'"),
    ("a = b = c", "not understood at '= c'"),
    ("(" * 500 + "a", "nested too deeply"),
    ("-" * 500 + "a", "nested too deeply"),
    ("+".join("a" * 10_000), "more than 4096 operations"),
    ("a^100000", "more than 4096 operations"),
    ("a" * (MAX_LENGTH + 1), "characters; at most"),
    ("zz99:0x3c00", "unknown format 'zz99'"),
    ("fp16:0xzz", "is not a code of fp16"),
]


@pytest.mark.parametrize(("text", "message"), BAD, ids=[text[:20] for text, _ in BAD])
def test_what_is_wrong_is_named_whole_in_one_line(text, message):
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    said = str(caught.value)
    assert message in said
    assert "\n" not in said
    assert "unknown format" in said or quoted(text.strip()) in said
    assert not caught.value.is_incomplete
    assert 0 <= caught.value.span.start <= caught.value.span.end <= len(text)


def test_a_name_of_a_call_is_read_with_and_without_underscores():
    assert lines("FMA(a, a, a)") == lines("fma(a, a, a)")


def test_values_of_variables_are_numbers_codes_and_lists():
    found = values.values_of({"a": "1/3", "b": "0.1@bf16", "x": "[1, 2@fp16]"})
    assert found.lists == {"x": 2}
    assert found.values["a"].number.value == Fraction(1, 3)
    assert found.values["b"].operand == parse_literal("bf16:0x3dcd").operand
    assert found.values["x[1]"].operand == parse_literal("fp16:0x4000").operand
    with pytest.raises(ExpressionError, match="'9' is no name"):
        values.values_of({"9": "1"})


@pytest.mark.parametrize("module", [names, parser, program, values], ids=lambda each: each.__name__)
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("√2", "sqrt(2)"),
        ("1/√(a + 1)", "1/sqrt(a + 1)"),
        ("2*√x^2", "2*sqrt(x)^2"),
        ("np.exp(1) + std::fma(a, b, 1)", "exp(1) + fma(a, b, 1)"),
    ],
)
def test_roots_and_functions_as_papers_and_programs_write_them(text, same):
    found, expected = parse(text), parse(same)
    assert [line.name for line in found.lines if isinstance(line, Instruction)] == [
        line.name for line in expected.lines if isinstance(line, Instruction)
    ]
    assert [line.operands for line in found.lines if isinstance(line, Instruction)] == [
        line.operands for line in expected.lines if isinstance(line, Instruction)
    ]
