"""The names that TestFloat has for what it tests: ``f16_add``, ``f32_to_i32``, ``f64_mulAdd``.

John R. Hauser's Berkeley TestFloat 3 names a function by the format of its operands. Of its names
all are known but those that end in a rounding, such as ``f32_to_i32_r_minMag``, which are of
SoftFloat: the rounding is a rule here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fpviz.core.arithmetic.operations import CONVERT
from fpviz.core.formats import Format, find_format

_FORMATS = {
    "f16": "fp16",
    "bf16": "bf16",
    "f32": "fp32",
    "f64": "fp64",
    "extF80": "x87",
    "f128": "fp128",
    "ui32": "uint32",
    "ui64": "uint64",
    "i32": "int32",
    "i64": "int64",
}
_OPERATIONS = {
    "add": "add",
    "sub": "subtract",
    "mul": "multiply",
    "mulAdd": "fma",
    "div": "divide",
    "rem": "remainder",
    "sqrt": "sqrt",
    "roundToInt": "round-to-integral",
    "eq": "compare-quiet-equal",
    "le": "compare-signaling-less-equal",
    "lt": "compare-signaling-less",
    "eq_signaling": "compare-signaling-equal",
    "le_quiet": "compare-quiet-less-equal",
    "lt_quiet": "compare-quiet-less",
}
_NAME = re.compile(rf"({'|'.join(_FORMATS)})_(?:to_({'|'.join(_FORMATS)})|(\w+))")


class NamedFunction(NamedTuple):
    """An operation by our name, and the formats that a name tells: one for all, or those of
    operands and result where these are others."""

    operation: str
    format: Format | None = None
    operands: Format | None = None
    to: Format | None = None


def named_function(name: str) -> NamedFunction | None:
    """What a function of TestFloat does; ``None`` of any other name.

    >>> named_function("f32_to_i32").operation, named_function("f32_to_i32").to.name
    ('to-int', 'int32')
    """
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    fmt, to = find_format(_FORMATS[match[1]]), match[2]
    if to is not None:
        return _conversion(match[1], to, fmt, find_format(_FORMATS[to]))
    operation = None if _is_integer(match[1]) else _OPERATIONS.get(match[3])
    return NamedFunction(operation, fmt) if operation else None


def _conversion(of: str, to: str, source: Format, result: Format) -> NamedFunction:
    if _is_integer(of) or not _is_integer(to):
        return NamedFunction(CONVERT, result, operands=source)
    return NamedFunction("to-uint" if to.startswith("u") else "to-int", source, to=result)


def _is_integer(name: str) -> bool:
    return name.lstrip("u").startswith("i")
