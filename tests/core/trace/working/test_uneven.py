"""Worked sheets of formats that are not evenly spaced: between two values."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.formats import Format, find_format
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import finite
from fpviz.core.trace.proof import prove
from fpviz.core.trace.sheet import Trace
from fpviz.core.trace.working.conversion import trace_conversion
from fpviz.core.trace.working.operation import trace_operation
from tests.strides import strided

NAMES = ("posit8", "posit32", "takum16", "decimal32", "decimal64_dpd", "medfloat32", "fp32")
FORMATS = [find_format(name) for name in NAMES]
FP32 = find_format("fp32")
TEXTS = ("0.1", "-3.75", "1e-400", "1e400", "0", "-0", "inf", "nan", "1/3")


def said(trace: Trace) -> str:
    return " ".join(str(sentence) for step in trace.steps for sentence in step.sentences)


@pytest.mark.parametrize("fmt", FORMATS[:-1], ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("text", TEXTS)
def test_conversions_are_worked_out_in_both_directions(fmt: Format, text: str):
    source = parse_literal(text)
    code = encode(fmt, source.number).code
    assert trace_conversion(source, fmt).code == code
    back = trace_conversion(parse_literal(f"{fmt.name}:{fmt.code_text(code)}"), FP32)
    assert "hidden bit" not in str(back.steps[0].sentences[0])


@strided(7)
@pytest.mark.parametrize("target", FORMATS, ids=lambda fmt: fmt.name)
@pytest.mark.parametrize("operation", Operation)
def test_operations_are_worked_out(target: Format, operation: Operation, stride: int):
    turn = [*Operation].index(operation) + FORMATS.index(target)
    for fmt in FORMATS[turn % stride :: stride]:
        codes = (encode(fmt, finite(Fraction(x))).code for x in ("0.3", "-7", "0.5"))
        operands = [(fmt, code) for code in codes][: operation.arity]
        trace = trace_operation(operation, target, operands)
        result = operate(operation, target, operands)
        assert (trace.code, trace.flags) == (result.code, result.flags)
        assert trace.exact == result.number
        zero = (fmt, fmt.code_at(0))
        for mixed in ((zero, *operands[1:]), (operands[0], zero, *operands[2:])):
            assert trace_operation(operation, target, mixed[: operation.arity]).code is not None


def test_sheets_say_between_which_values_a_number_lies():
    text = said(trace_conversion(parse_literal("0.1"), find_format("posit16")))
    assert "neighbours 0.0999755859375 (0x24cc) and 0.100006103515625 (0x24cd) in" in text
    assert "More than half of the last place" in text
    text = said(trace_conversion(parse_literal("1e-99"), find_format("posit16")))
    assert "where nothing becomes zero" in text
    text = said(trace_conversion(parse_literal("1e99"), find_format("posit16")))
    assert "Beyond the largest number of posit16" in text
    text = said(trace_conversion(parse_literal("0.1"), find_format("decimal32")))
    assert "0.1 is a value of decimal32" in text


def test_the_share_is_that_of_the_bits():
    posit = find_format("posit8")  # between 2^16 and 2^20 the exponent has but one bit
    proof = prove(finite(Fraction(1 << 18)), posit)
    found = proof.neighbours
    assert found is not None
    assert (found.below.number.value, found.above.number.value) == (1 << 18, 1 << 18)
    proof = prove(finite(Fraction(1 << 19)), posit, Rules(Rounding.TIES_AWAY))
    assert proof.neighbours.share == Fraction(1, 2)
    assert proof.neighbours.midpoint == 1 << 19
    assert proof.rounded.code == encode(posit, finite(Fraction(1 << 20))).code
