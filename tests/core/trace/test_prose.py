"""Worked sheets as text, Markdown and LaTeX."""

from __future__ import annotations

import re

import pytest

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.trace.prose import sheet_latex, sheet_markdown, sheet_text
from fpviz.core.trace.whole_sheet import Sheet, operation_sheet

DIVISION = """\
     a                    1.0000000000               × 2^0
     b × 2^-1             0.11000000000              × 2^0
                    -------------------------------
     left                 0.01000000000              × 2^0
     b × 2^-3             0.0011000000000            × 2^0
"""


def _sheet(name: str, *texts: str) -> Sheet:
    fmt = find_format("fp16")
    return operation_sheet(Operation(name), [*map(parse_literal, texts)], fmt, Rules())


def test_long_division_stands_in_columns() -> None:
    text = sheet_text(_sheet("divide", "1", "3"))
    assert DIVISION in text
    assert "     quotient             0.1010101010101…           × 2^-1" in text
    assert f"```\n{DIVISION}" in sheet_markdown(_sheet("divide", "1", "3"))


def test_a_root_stands_over_its_pairs() -> None:
    lines = sheet_text(_sheet("sqrt", "2")).splitlines()
    above = next(line for line in lines if "root, by pairs" in line)
    below = lines[lines.index(above) + 1]
    first = above.index("1")
    assert below[first - 1 : first + 2] == "10."
    assert [above[first + 3 + 2 * n] for n in range(4)] == list("0110")


@pytest.mark.parametrize("operation", Operation, ids=lambda each: each.value)
def test_latex_has_no_sign_that_it_does_not_know(operation: Operation) -> None:
    text = sheet_latex(_sheet(operation.value, *["1.5", "2", "3"][: operation.arity]))
    outside = re.sub(r"\\begin{verbatim}.*?\\end{verbatim}", "", text, flags=re.DOTALL)
    assert outside.isascii()
