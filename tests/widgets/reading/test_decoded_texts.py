"""What is said of codes of every family is true of it."""

from __future__ import annotations

import pytest

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.literals import code_source
from fpviz.core.reading import read
from fpviz.widgets.reading.decoded_texts import decoded_texts
from fpviz.widgets.reading.formula import formula_text


def texts(name: str, code: int) -> dict[str, str]:
    fmt = find_format(name)
    return decoded_texts(read(code_source(fmt, code), fmt, Rules()))


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("fp16", 0x3C7C, "field 15 − bias 15 = 0"),
        ("fp16", 0x0001, "field 0 stands for 1 − bias 15 = −14, hidden bit 0"),
        ("fp16", 0x7E00, "field 31, kept for specials"),
        ("fp8_e4m3fn", 0x7F, "field 15"),  # which 448 has, too
        ("e8m0", 0x7F, "field 127 − bias 127 = 0"),
        ("q15", 0x7FFF, "–"),
        ("int8", 0x80, "–"),
        ("x87", 0x3FFF8000000000000000, "field 16383 − bias 16383 = 0"),
        ("x87", 1, "field 0 stands for 1 − bias 16383 = −16382, leading bit 0"),
        ("x87", 1 << 63, "field 0 stands for 1 − bias 16383 = −16382, leading bit 1"),
        ("x87", 0x3FFF4000000000000000, "field 16383"),
        ("ibm32", 0x4111F1EE, "65−64 = 1, of 16"),
        ("vax_f", 0x80400000, "field 129 − bias 128 = 1"),
        ("vax_f", 0, "–"),
        ("vax_f", 0x00800000, "field 0"),
        ("mil1750a_32", 0x400000FF, "−1 in two's complement"),
        ("linear11", 0xBA33, "−9 in two's complement"),
        ("posit16", 0x3000, "4·(−1)+2 = −2"),
        ("posit16", 0xD000, "−(4·0+2+1) = −3"),
        ("posit16", 0x8000, "–"),
        ("hif8", 0x01, "1−23 = −22"),
        ("decimal64", 0x31A0000000000003, "397−398 = −1, of 10"),
        ("sfloat16", 0xF003, "−1 in two's complement, of 10"),
        ("binary8p4se", 0x80, "field 0"),
    ],
)
def test_the_exponent_is_told_as_the_family_has_it(name, code, said):
    assert texts(name, code)["exponent"] == said


def test_what_is_invalid_is_no_number():
    said = texts("x87", 0x3FFF4000000000000000)
    assert said["class"] == "invalid"
    assert {said[line] for line in ("exact", "shortest", "hexfloat", "ulp", "error")} == {"–"}


def test_a_fixed_point_number_is_no_normal_one():
    assert texts("q15", 0x4000)["class"] == "number, exact"
    assert texts("q15", 0)["class"] == "zero, exact"


def test_the_formula_of_a_decimal_has_a_power_of_ten():
    fmt = find_format("decimal64")
    decoded = read(code_source(fmt, 0xB1A0000000000003), fmt, Rules()).decoded
    assert formula_text(decoded) == "-3000000000000000 × 10⁻¹⁶"


@pytest.mark.parametrize("fmt", CATALOGUE, ids=lambda fmt: fmt.name)
def test_codes_of_note_of_every_format_are_told(fmt):
    ends = (0, 1, (1 << fmt.width) - 1, 1 << fmt.width - 1, fmt.largest_code, fmt.min_normal_code)
    for code in {code & (1 << fmt.width) - 1 for code in ends}:
        said = decoded_texts(read(code_source(fmt, code), fmt, Rules()))
        assert all(said.values()), said
        assert "None" not in " ".join(said.values())
