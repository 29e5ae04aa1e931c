"""LaTeX and Markdown say the value that the code has."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import NumberClass, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import parse_literal
from fpviz.core.notation import find_notation, markdown_table
from fpviz.core.numbers import Finite
from fpviz.core.reading import State, derive
from tests.core.notation.codes import codes

FORMULA = re.compile(
    r"\$(?:\(-1\)\^\{([01])\} \\times )?2\^\{(-?\d+)\} \\times ([01])(?:\.([01]+))?_\{2\}"
    r" (=|\\approx) (-?[\d.]+)(?: \\times 10\^\{(-?\d+)\})?\$"
)
FORMULA_OF_TEN = re.compile(r"\$(?:\(-1\)\^\{[01]\} \\times )?([0-9]+) \\times 10\^\{(-?[0-9]+)\} ")


@given(codes())
def test_the_formula_is_the_value(case):
    fmt, code = case
    text = find_notation("latex").write(fmt, code)
    number = decode(fmt, code).number
    if text is None:
        assert fmt.number_class(code) is NumberClass.INVALID
        return
    if not isinstance(number, Finite):
        assert "\\infty" in text or "NaN" in text
        return
    if fmt.base == 10:
        coefficient, power = FORMULA_OF_TEN.match(text).groups()
        held = int(coefficient) * Fraction(10) ** int(power)
        assert (-held if "(-1)^{1}" in text else held) == number.value
        return
    sign, exponent, hidden, fraction, relation, decimal, ten = FORMULA.fullmatch(text).groups()
    assert (sign == "1") == number.negative
    fraction = fraction or ""
    significand = Fraction(int(hidden + fraction, 2), 1 << len(fraction))
    assert significand * Fraction(2) ** int(exponent) == number.magnitude
    said = Fraction(decimal) * Fraction(10) ** int(ten or 0)
    if relation == "=":
        assert said == number.value
    else:
        assert encode(fmt, replace(number, magnitude=abs(said))).code == fmt.canonical(code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (0x3C7C, r"$(-1)^{0} \times 2^{0} \times 1.0001111100_{2} = 1.12109375$"),
        (0x8000, r"$(-1)^{1} \times 2^{-14} \times 0.0000000000_{2} = -0$"),
        (0xFC00, r"$-\infty$"),
        (0x7E01, r"$\mathrm{NaN}(\mathtt{0x1})$"),
        (0xFC01, r"$-\mathrm{sNaN}(\mathtt{0x1})$"),
    ],
)
def test_as_latex_looks(code, text):
    assert find_notation("latex").write(find_format("fp16"), code) == text


def test_the_table_has_a_row_a_reading():
    formats = tuple(map(find_format, ("fp16", "fp32", "fp64", "fp4_e2m1")))
    source = parse_literal("1.12156456132")
    snapshot = derive(State(source, formats, formats[0]))
    head, rule, *rows = markdown_table(snapshot.readings).splitlines()
    assert head == "| format | value | code | sign, exponent, fraction | error in ulps |"
    assert rule.count("---") == 5
    assert rows[0] == "| FP16 | 1.12109375 | `0x3c7c` | `0 01111 0001111100` | -0.4821 |"
    assert rows[2].split(" | ")[1].endswith("…")
    for row, reading in zip(rows, snapshot.readings, strict=True):
        cells = [cell.strip("`") for cell in row.strip("| ").split(" | ")]
        assert parse_literal(cells[2], reading.format).code == reading.code
        assert "0b" + cells[3].replace(" ", "") == f"0b{reading.code:0{reading.format.width}b}"


def test_a_nan_has_no_error_in_the_table():
    row = markdown_table(derive(State(parse_literal("nan"))).readings).splitlines()[2]
    assert row == "| FP16 | nan | `0x7e00` | `0 11111 1000000000` |  |"
