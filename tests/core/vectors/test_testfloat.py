"""What TestFloat calls functions."""

from __future__ import annotations

import pytest

from fpviz.core.arithmetic.operations import CONVERT, Operation
from fpviz.core.vectors.testfloat import named_function
from fpviz.core.vectors.vector import task_of


@pytest.mark.parametrize(
    ("name", "operation", "operands", "result"),
    [
        ("f16_add", "add", ["fp16"] * 2, "fp16"),
        ("f128_mulAdd", "fma", ["fp128"] * 3, "fp128"),
        ("extF80_rem", "remainder", ["x87"] * 2, "x87"),
        ("f32_roundToInt", "round-to-integral", ["fp32"], "fp32"),
        ("f64_lt_quiet", "compare-quiet-less", ["fp64"] * 2, "bool"),
        ("f32_to_i32", "to-int", ["fp32"], "int32"),
        ("f64_to_ui64", "to-uint", ["fp64"], "uint64"),
        ("ui32_to_f16", CONVERT, ["uint32"], "fp16"),
        ("f32_to_f16", CONVERT, ["fp32"], "fp16"),
    ],
)
def test_a_name_tells_operation_and_formats(name, operation, operands, result):
    found = named_function(name)
    assert found is not None
    assert found.operation == operation
    known = None if operation == CONVERT else Operation(operation)
    task = task_of(known, found.format, found.operands, found.to)
    assert [fmt.name for fmt in task.operands] == operands
    assert result in (task.result.name, "bool")


@pytest.mark.parametrize(
    "name", ["add", "f16_", "f16_pow", "f17_add", "i32_add", "f32_to_i32_r_minMag", "F16_add"]
)
def test_other_names_are_none(name):
    assert named_function(name) is None
