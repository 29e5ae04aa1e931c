"""What stands over a sheet."""

from __future__ import annotations

import pytest

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.trace.headings import heading, relation
from fpviz.core.trace.whole_sheet import conversion_sheet, operation_sheet

FP16 = find_format("fp16")


def sheet_of(name: str, *operands: str):
    return operation_sheet(Operation(name), list(map(parse_literal, operands)), FP16, Rules())


@pytest.mark.parametrize(
    ("name", "operands", "exact", "result"),
    [
        ("compare", ("-1", "2"), "-1, less", "0xff = -1, less"),
        ("compare", ("-0", "0"), "0, equal", "0x00 = 0, equal"),
        ("compare", ("inf", "2"), "1, greater", "0x01 = 1, greater"),
        ("compare", ("1", "nan"), "2, unordered", "0x02 = 2, unordered"),
        ("compare-quiet-less", ("1", "2"), "1, true", "0x01 = 1, true"),
        ("compare-signaling-equal", ("1", "nan"), "0, false", "0x00 = 0, false"),
        ("total-order", ("-0", "0"), "1, true", "0x01 = 1, true"),
        ("max", ("1", "2"), "2", "0x4000 = 2"),
    ],
)
def test_a_relation_is_said_in_words(name, operands, exact, result):
    lines = heading(sheet_of(name, *operands))
    assert [str(line.text) for line in lines[2:4]] == [exact, result]


def test_only_comparisons_have_one():
    for operation in Operation:
        trace = sheet_of(operation.value, *["1"] * operation.arity).trace
        compares = operation.value.startswith(("compare", "total-order"))
        assert (relation(trace) is not None) == compares
    assert relation(conversion_sheet(parse_literal("1"), FP16, Rules()).trace) is None
