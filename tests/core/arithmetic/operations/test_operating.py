"""Operations on wide formats, against MPFR and numpy."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import gmpy2
import numpy as np
import pytest

from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Flags, Rounding, Rules
from fpviz.core.formats import Format, find_format
from tests.conformance import checks
from tests.core.arithmetic.test_operations import (
    _adversarial,
    _as_array,
    _as_mpfr,
    _assert_same,
    _context,
    _same_number,
    by_mode,
    by_numpy_format,
)

MPFR: dict[Operation, Callable[..., Any]] = {
    Operation.DIVIDE: gmpy2.div,
    Operation.SQRT: gmpy2.sqrt,
    Operation.RSQRT: gmpy2.rec_sqrt,
    Operation.HYPOT: gmpy2.hypot,
    Operation.REMAINDER: gmpy2.remainder,
    Operation.FMOD: gmpy2.fmod,
}

FORMATS = [*map(find_format, ("fp16", "fp32", "fp64", "fp128"))]
by_format = pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
by_operation = pytest.mark.parametrize("operation", MPFR, ids=lambda each: each.value)


def _is_told_otherwise(operation: Operation, exact: list[Any]) -> bool:
    """Where MPFR has a convention of its own: 1 over the root of -0; and, as none of its NaNs
    signals, the hypotenuse of a NaN and an infinity, which one that does makes invalid."""
    if operation is Operation.HYPOT:
        return any(map(gmpy2.is_nan, exact)) and any(map(gmpy2.is_infinite, exact))
    return operation is Operation.RSQRT and exact[0] == 0


def _compare_with_mpfr(fmt: Format, rounding: Rounding, operation: Operation, count: int) -> int:
    """How many operands were compared."""
    codes = _adversarial(fmt, count + 1, 5)
    cases = list(zip(*(codes[i:] for i in range(operation.arity)), strict=False))
    for operands in cases:
        ours = operate(operation, fmt, [(fmt, code) for code in operands], Rules(rounding))
        with _context(fmt, rounding) as context:
            exact = [_as_mpfr(fmt, code) for code in operands]
            if _is_told_otherwise(operation, exact):
                continue
            context.clear_flags()
            theirs = MPFR[operation](*exact)
            flags = context.inexact, context.overflow, context.divzero
        found = [fmt.code_text(code) for code in operands], fmt.code_text(ours.code), theirs
        assert _same_number(fmt, ours.code, theirs), found
        raised = (Flags.INEXACT, Flags.OVERFLOW, Flags.DIVIDE_BY_ZERO)
        assert tuple(flag in ours.flags for flag in raised) == flags, found
    return len(cases)


@checks("arithmetic", "4 rules", against="MPFR")
@by_operation
@by_mode
@by_format
def test_mpfr_agrees(fmt: Format, rounding: Rounding, operation: Operation, compared) -> None:
    compared(_compare_with_mpfr(fmt, rounding, operation, 60 if fmt.width < 128 else 15))


@pytest.mark.sweep
@by_operation
@by_mode
@by_format
def test_mpfr_agrees_at_length(fmt: Format, rounding: Rounding, operation: Operation) -> None:
    _compare_with_mpfr(fmt, rounding, operation, 10_000)


NUMPY: dict[Operation, Callable[..., Any]] = {
    Operation.DIVIDE: np.divide,
    Operation.SQRT: np.sqrt,
    Operation.FMOD: np.fmod,
    Operation.ROUND_TO_INTEGRAL: np.rint,
    Operation.NEGATE: np.negative,
    Operation.ABS: np.abs,
    Operation.COPY_SIGN: np.copysign,
}


@checks("arithmetic", "ties-to-even", against="numpy")
@by_numpy_format
@pytest.mark.parametrize("operation", NUMPY, ids=lambda each: each.value)
def test_numpy_agrees(operation: Operation, fmt: Format, compared) -> None:
    codes = _adversarial(fmt, 301, 1)
    pairs = list(pairwise(codes))
    ours = [
        operate(operation, fmt, [(fmt, code) for code in pair[: operation.arity]]).code
        for pair in pairs
    ]
    arrays = _as_array(fmt, codes[:-1]), _as_array(fmt, codes[1:])
    with np.errstate(all="ignore"):
        theirs = NUMPY[operation](*arrays[: operation.arity])
    _assert_same(fmt, ours, theirs, pairs)
    compared(len(pairs))


@by_numpy_format
@pytest.mark.parametrize(("operation", "limit"), [("next-up", np.inf), ("next-down", -np.inf)])
def test_numpy_has_the_same_neighbours(operation: str, limit: float, fmt: Format) -> None:
    codes = _adversarial(fmt, 301, 1)
    ours = [operate(Operation(operation), fmt, [(fmt, code)]).code for code in codes]
    values = _as_array(fmt, codes)
    with np.errstate(all="ignore"):
        theirs = np.nextafter(values, values.dtype.type(limit))
    zeros = theirs == 0  # numpy's has the sign of the way, the standard's that of the operand
    theirs[zeros] = np.copysign(theirs[zeros], values[zeros])
    _assert_same(fmt, ours, theirs, codes)


@pytest.mark.parametrize("target", ["int8", "int16", "int32", "int64", "uint8", "uint32", "uint64"])
def test_numpy_converts_to_the_same_integers(target: str) -> None:
    fmt, fp64 = find_format(target), find_format("fp64")
    for code in _adversarial(fp64, 400, 2):
        value = _as_array(fp64, [code])[0]
        result = operate(Operation.TO_INT, fmt, [(fp64, code)], Rules(Rounding.TOWARD_ZERO))
        info = np.iinfo(target)
        if np.isfinite(value) and int(info.min) <= int(value) <= int(info.max):
            assert result.code == int(np.array(int(value), target).view(f"u{target.lstrip('u')}"))
            assert result.flags == (Flags.INEXACT if int(value) != value else Flags.NONE)
        else:
            nearest = 0 if np.isnan(value) else info.max if value > 0 else info.min
            assert result.code == int(nearest) % (1 << fmt.width)
            assert result.flags == Flags.INVALID


def test_what_is_no_integer_of_a_machine_follows_the_overflow_rule():
    int8, uint8, fp32 = map(find_format, ("int8", "uint8", "fp32"))
    too_large, nan, infinite = 0x43960000, 0x7FC00000, 0x7F800000  # 300
    for rule, of_int8, of_uint8 in (
        (Overflow.IEEE, (127, 0, 127), (255, 0, 255)),
        (Overflow.SATURATE, (127, 0, 127), (255, 0, 255)),
        (Overflow.NAN, (0x80, 0x80, 0x80), (0xFF, 0xFF, 0xFF)),
        (Overflow.WRAP, (44, 0, 0), (44, 0, 0)),
    ):
        for fmt, expected in ((int8, of_int8), (uint8, of_uint8)):
            for code, wanted in zip((too_large, nan, infinite), expected, strict=True):
                result = operate(Operation.TO_INT, fmt, [(fp32, code)], Rules(overflow=rule))
                assert (result.code, result.flags) == (wanted, Flags.INVALID), (rule, fmt.name)
