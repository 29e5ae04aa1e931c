"""Texts that fpviz reads itself come back as the same code."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import NumberClass, find_format
from fpviz.core.literals import parse_literal
from fpviz.core.notation import find_notation
from tests.core.notation.codes import codes

FP16 = find_format("fp16")


@pytest.mark.parametrize("name", ["exact", "shortest", "hexfloat"])
@given(codes())
@example((FP16, 0x8000))
@example((find_format("fp128"), 1))
@example((find_format("fp8_e4m3fn"), 0xFF))
def test_values_come_back(name, case):
    fmt, code = case
    text = find_notation(name).write(fmt, code)
    if text is None:
        invalid = fmt.number_class(code) is NumberClass.INVALID
        assert invalid or (name == "hexfloat" and fmt.base == 10)
        return
    back = encode(fmt, parse_literal(text).number).code
    assert back == fmt.canonical(code) or (fmt.base == 10 and fmt.nan(code) == fmt.nan(back))


@pytest.mark.parametrize("name", ["code", "binary"])
@given(codes())
def test_codes_come_back(name, case):
    fmt, code = case
    text = find_notation(name).write(fmt, code)
    assert parse_literal(text, fmt).code == code
    assert parse_literal(f"{fmt.name}:{text}").code == code


@pytest.mark.parametrize("name", ["bits", "verilog", "verilog-fields"])
@given(codes())
def test_what_is_nothing_but_a_code_comes_back(name, case):
    fmt, code = case
    text = find_notation(name).write(fmt, code)
    literal = parse_literal(text, active=fmt)
    assert literal == parse_literal(literal.text)
    assert " " not in text or (literal.format, literal.code) == (fmt, code)


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [
        ("exact", 0x3C7C, "1.12109375"),
        ("exact", 0xFE01, "-nan(0x1)"),
        ("shortest", 0x7BFF, "65500"),
        ("shortest", 0xFC00, "-inf"),
        ("code", 0x007C, "0x007c"),
        ("bits", 0x3C7C, "0 01111 0001111100"),
        ("binary", 0x3C7C, "0b0_01111_0001111100"),
        ("hexfloat", 0x8000, "-0x0p+0"),
        ("verilog", 0x3C7C, "16'h3c7c"),
        ("verilog-fields", 0x3C7C, "16'b0_01111_0001111100"),
    ],
)
def test_as_they_look(name, code, text):
    assert find_notation(name).write(FP16, code) == text


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [("tf32", 0x1FC7C, "19'h1fc7c"), ("fp4_e2m1", 0x9, "4'h9"), ("e8m0", 0x7F, "8'h7f")],
)
def test_verilog_has_every_width(name, code, text):
    assert find_notation("verilog").write(find_format(name), code) == text
