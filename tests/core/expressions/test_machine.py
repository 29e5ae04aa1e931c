"""What machines get, beside machines: numpy's scalars, and those of ml_dtypes."""

from __future__ import annotations

from random import Random

import ml_dtypes
import numpy as np
import pytest

from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.rounding import Flags, Rounding, Rules, encode
from fpviz.core.expressions import ExpressionError, evaluate, parse
from fpviz.core.expressions.machine import executed
from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from tests.core.expressions.random_expressions import CALLS, NAMES, expression

FP16, BF16, FP32, FP64 = map(find_format, ("fp16", "bf16", "fp32", "fp64"))
MACHINES = {
    "fp16": (np.float16, np.uint16),
    "fp32": (np.float32, np.uint32),
    "fp64": (np.float64, np.uint64),
    "bf16": (ml_dtypes.bfloat16, np.uint16),
    "fp8_e5m2": (ml_dtypes.float8_e5m2, np.uint8),
}


def code_of(text, values, fmt, rules=Rules()):
    """The code that a machine gets of an expression with one result."""
    program = parse(text)
    return executed(program, values, fmt, rules)[program.results[0]].code


@pytest.mark.parametrize("name", MACHINES)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_hundreds_of_expressions_give_what_numpy_gives(name):
    fmt, (dtype, word), random = find_format(name), MACHINES[name], Random(7)
    for _ in range(250):
        made = expression(random, 4, {**CALLS, "sqrt": np.sqrt})
        codes = {each: random.getrandbits(fmt.width) for each in NAMES}
        held = {each: word(code).view(dtype) for each, code in codes.items()}
        there = dtype(made.of(held, dtype))
        here = code_of(made.text, {each: code_source(fmt, codes[each]) for each in NAMES}, fmt)
        if np.isnan(there):
            assert fmt.is_nan(here), made.text
        else:
            assert here == int(there.view(word)), made.text


def test_numbers_are_rounded_first_and_codes_are_taken_in_their_own_format():
    tenth, third = parse_literal("0.1"), parse_literal("fp32:0x3f9ff9ff")
    (a, b) = (FP16, encode(FP16, tenth.number).code), third.operand
    expected = operate(Operation.MULTIPLY, FP16, (a, b)).code
    assert code_of("a*b", {"a": tenth, "b": third}, FP16) == expected
    rounded_first = encode(FP16, third.number).code
    assert operate(Operation.MULTIPLY, FP16, (a, (FP16, rounded_first))).code != expected


def test_a_statement_is_computed_in_the_format_that_it_names():
    values = {name: parse_literal("0.1") for name in "ab"}
    program = parse("s@fp32 = a*b; s*s")
    lines = executed(program, values, BF16)
    assert [line.format.name for line in lines] == ["bf16", "bf16", "fp32", "bf16"]
    a = (BF16, encode(BF16, values["a"].number).code)
    s = (FP32, operate(Operation.MULTIPLY, FP32, (a, a)).code)
    assert lines[2].operand == s
    assert lines[3].code == operate(Operation.MULTIPLY, BF16, (s, s)).code


def test_a_call_of_a_format_converts():
    lines = executed(parse("bf16(x)"), {"x": parse_literal("1.003")}, FP32)
    assert [line.format.name for line in lines] == ["fp32", "bf16"]
    assert lines[1].code == encode(BF16, parse_literal("1.003").number).code
    assert lines[1].flags == Flags.INEXACT


def test_integers_and_truth_values_have_formats_of_their_own():
    program = parse("n = toint(x*10); [n + x, comparequietless(x, 1), scaleb(x, 300)]")
    lines = executed(program, {"x": parse_literal("0.25")}, FP16)
    by_name = {program.said(at): lines[at] for at in range(len(lines))}
    assert by_name["toint(x*10)"].operand == (find_format("int32"), 2)
    assert by_name["n + x"].operand == (FP16, encode(FP16, parse_literal("2.25").number).code)
    assert by_name["comparequietless(x, 1)"].operand == (find_format("uint8"), 1)
    assert by_name["300"].format.name == "int32"
    assert by_name["scaleb(x, 300)"].code == FP16.infinity_code


def test_the_rules_hold_for_every_line():
    down = Rules(rounding=Rounding.DOWNWARD)
    up = Rules(rounding=Rounding.UPWARD)
    assert code_of("0.1+0.2", {}, FP64, down) == 0x3FD3333333333332
    assert code_of("0.1+0.2", {}, FP64, up) == 0x3FD3333333333334
    flush = Rules(flush=True)
    assert code_of("a*a", {"a": parse_literal("2^-10")}, FP16, flush) == 0


def test_a_variable_without_a_value_is_named():
    with pytest.raises(ExpressionError, match="b has no value") as caught:
        evaluate(parse("a + b"), {"a": parse_literal("1")}, FP64)
    assert caught.value.span == (4, 5)
