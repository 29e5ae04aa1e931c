"""Lines of every operation, made by numpy and MPFR: right ones are right, mistakes are named."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import gmpy2
import numpy as np
import pytest

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.formats import find_format
from fpviz.core.vectors.checking import Checked, checked
from fpviz.core.vectors.reader import vectors
from fpviz.core.vectors.summary import Summary
from fpviz.core.vectors.vector import EXPECTED, Task, task_of
from tests.strides import strided

FP16, FP32, FP64 = map(find_format, ("fp16", "fp32", "fp64"))
INT32, INT64 = map(find_format, ("int32", "int64"))
ONE, NAN = 0x3F800000, 0x7FC00000
SPECIAL = (0, 1 << 31, 1, 0x80000001, 0x7F7FFFFF, ONE, 0x7F800000, 0xFF800000, NAN)


def summed_up(lines: list[str], task: Task) -> Summary:
    summary = Summary(task)
    for found in checked(vectors(enumerate(lines, 1), task), task):
        summary.add(found)
    assert not summary.unread
    return summary


def told(lines: list[str], task: Task) -> str:
    """The key of what explains all wrong lines, the likeliest."""
    summary = summed_up(lines, task)
    cause = next(summary.tallies[EXPECTED].causes(summary.right))
    assert cause.results == summary.wrong_lines
    assert not cause.contradicted
    return cause.hypotheses[0].key


def drawn_singles(count: int, fields: range = range(110, 160)) -> Iterable[int]:
    drawn = random.Random(13)
    for _ in range(count):
        yield drawn.getrandbits(1) << 31 | drawn.choice(fields) << 23 | drawn.getrandbits(23)


def f32(code: int) -> np.float32:
    return np.uint32(code).view(np.float32)


def code32(value: object) -> int:
    return int(np.float32(value).view(np.uint32))


def words(*codes: int) -> str:
    return " ".join(f"{code & 0xFFFFFFFF:08X}" for code in codes)


def unary(unit: Callable[[np.float32], object], codes: Iterable[int]) -> list[str]:
    with np.errstate(all="ignore"):
        return [words(code, code32(unit(f32(code)))) for code in codes]


def binary(
    unit: Callable[[np.float32, np.float32], object], specials: tuple[int, ...] = SPECIAL[:-1]
) -> list[str]:
    codes = [*drawn_singles(160, range(120, 134))]
    pairs = [*zip(codes[::2], codes[1::2], strict=True)]
    pairs += [(a, b) for a in specials for b in specials]
    with np.errstate(all="ignore"):
        return [words(a, b, code32(unit(f32(a), f32(b)))) for a, b in pairs]


def by_mpfr(function: Callable[..., gmpy2.mpfr], *, rounding: int = gmpy2.RoundToNearest):
    """A function in binary32; operands and results are normal numbers."""

    def unit(*operands: np.float32) -> float:
        with gmpy2.context(gmpy2.get_context(), precision=24, round=rounding):
            return float(function(*map(gmpy2.mpfr, map(float, operands))))

    return unit


POSITIVE = [code & 0x7FFFFFFF for code in drawn_singles(60)]
NEAR_ONE = [*drawn_singles(80, range(124, 129))]
RIGHT = [
    ("sqrt", unary(np.sqrt, [*POSITIVE, 0, 1 << 31, 1, 0x7F7FFFFF, 0x7F800000])),
    ("rsqrt", unary(by_mpfr(gmpy2.rec_sqrt), POSITIVE)),
    ("divide", binary(lambda a, b: a / b)),
    ("fmod", binary(np.fmod)),
    ("exp", unary(by_mpfr(gmpy2.exp), NEAR_ONE)),
    ("log", unary(by_mpfr(gmpy2.log), POSITIVE)),
    ("tanh", unary(by_mpfr(gmpy2.tanh), NEAR_ONE)),
    ("round-to-integral", unary(np.rint, [*drawn_singles(200), *SPECIAL])),
    ("abs", unary(np.abs, SPECIAL)),
    ("copy-sign", binary(np.copysign)),
    ("next-up", unary(lambda a: np.nextafter(a, np.float32("inf")), POSITIVE)),
    ("max", binary(lambda a, b: max(a, b, key=lambda x: (x, not np.signbit(x))))),
    ("hypot", binary(by_mpfr(gmpy2.hypot), ())),
]


@pytest.mark.parametrize(("name", "lines"), RIGHT, ids=[name for name, _ in RIGHT])
def test_what_numpy_and_mpfr_give_is_right(name, lines):
    task = replace(task_of(Operation(name), FP32), any_nan=True)
    assert summed_up(lines, task).wrong_lines == 0


def test_every_operation_has_a_task_and_checks_itself():
    """Each reads its own results, in whichever formats they are, and finds another one wrong."""
    for operation in Operation:
        task = task_of(operation, FP16)
        operands = " ".join("1".zfill((fmt.width + 3) // 4) for fmt in task.operands)
        for result in range(1 << 2):
            digits = f"{result:0{task.result.width // 4}X}"
            (found,) = checked(vectors([(1, f"{operands} {digits}")], task), task)
            assert isinstance(found, Checked), operation
            assert bool(found.wrong) == (found.right.code != result)


def test_truth_values_have_one_digit_as_in_testfloat():
    """Lines as of f32_lt and f32_eq: a relation, and flags."""
    less = [
        f"{words(a, b)} {int(f32(a) < f32(b))} {'10' if np.isnan([f32(a), f32(b)]).any() else '00'}"
        for a in SPECIAL
        for b in SPECIAL
    ]
    task = task_of(Operation.COMPARE_SIGNALING_LESS, FP32)
    assert summed_up(less, task).wrong_lines == 0
    quiet = task_of(Operation.COMPARE_QUIET_LESS, FP32)
    assert told(less, quiet) == "operation-compare-signaling-less"
    equal = [f"{words(a, b)} {int(f32(a) == f32(b))} 00" for a in SPECIAL for b in SPECIAL]
    assert summed_up(equal, task_of(Operation.COMPARE_QUIET_EQUAL, FP32)).wrong_lines == 0


def integers(rounded: Callable[[np.float32], np.float32], flags: bool = True) -> list[str]:
    """Lines as of f32_to_i32, within its range."""
    found = []
    for code in drawn_singles(200, range(120, 157)):
        value = f32(code)
        whole = int(rounded(value))
        inexact = f" {int(whole != value and flags):02X}"
        found.append(words(code, whole) + inexact)
    return found


def test_conversions_to_integers_are_checked_as_testfloat_writes_them():
    task = task_of(Operation.TO_INT, FP32)
    assert (task.operands, task.result) == ((FP32,), INT32)
    assert summed_up(integers(np.rint), task).wrong_lines == 0
    assert told(integers(np.trunc), task) == "toward-zero"
    assert told(integers(np.rint, flags=False), task) == "no-inexact"


@pytest.mark.parametrize(
    ("nan", "beyond", "key"),
    [
        (0x7FFFFFFF, 0x7FFFFFFF, "nan-to-largest"),  # RISC-V
        (0x80000000, 0x7FFFFFFF, "nan-to-least"),
        (0x80000000, 0x80000000, "overflow-nan"),  # x86
    ],
)
def test_what_becomes_of_a_nan_and_of_what_is_too_large_is_told(nan, beyond, key):
    lines = [words(NAN, nan) + " 10", words(0x4F000000, beyond) + " 10", words(ONE, 1) + " 00"]
    assert told(lines, task_of(Operation.TO_INT, FP32)) == key


def test_formats_of_operands_and_results_are_asked_for():
    for asked in (
        task_of(Operation.TO_INT, FP32, to=INT64),
        task_of(Operation.TO_INT, INT64, FP32),
    ):
        assert (asked.operands, asked.result) == ((FP32,), INT64)
        assert summed_up(["4F000000 0000000080000000 00"], asked).wrong_lines == 0
    narrowing = task_of(Operation.DIVIDE, FP16, FP32)
    assert (narrowing.operands, narrowing.result) == ((FP32, FP32), FP16)
    with np.errstate(all="ignore"):
        lines = [
            f"{words(a, ONE)} {int(f32(a).astype(np.float16).view(np.uint16)):04X}"
            for a in SPECIAL[:-1]
        ]
    assert summed_up(lines, narrowing).wrong_lines == 0


def test_counts_are_integers():
    task = task_of(Operation.SCALE_B, FP32)
    assert task.operands == (FP32, INT32)
    right, wrong = (
        [
            words(code, n, code32(np.ldexp(f32(code), sign * n)))
            for n, code in zip(range(-30, 30), drawn_singles(60), strict=True)
        ]
        for sign in (1, -1)
    )
    assert summed_up(right, task).wrong_lines == 0
    assert told(wrong, task) == "negated-b"
    (found,) = checked(vectors([(1, "A=3f800000 B=5 EXP=42000000")], task), task)
    assert not found.wrong


PLANTED = [
    (
        "toward-zero",
        "sqrt",
        unary(by_mpfr(gmpy2.sqrt, rounding=gmpy2.RoundToZero), POSITIVE),
    ),
    ("upward", "divide", binary(by_mpfr(gmpy2.div, rounding=gmpy2.RoundUp), ())),
    ("operation-rsqrt", "sqrt", unary(by_mpfr(gmpy2.rec_sqrt), POSITIVE)),
    ("operation-fmod", "remainder", binary(np.fmod)),
    ("operation-hypot", "add", binary(by_mpfr(gmpy2.hypot), ())),
    ("operation-copy-sign", "max", binary(np.copysign)),
    ("operation-next-down", "next-up", unary(lambda a: np.nextafter(a, f32(0)), POSITIVE)),
    ("operation-cos", "sin", unary(by_mpfr(gmpy2.cos), NEAR_ONE)),
    ("operation-exp2", "exp", unary(by_mpfr(gmpy2.exp2), NEAR_ONE)),
    ("downward", "round-to-integral", unary(np.floor, drawn_singles(100))),
    ("negated-result", "negate", unary(lambda a: a, NEAR_ONE)),
    ("order-ba", "divide", binary(lambda a, b: b / a)),
    ("in-steps", "divide", binary(lambda a, b: a * (np.float32(1) / b), ())),
    ("in-steps", "rsqrt", unary(lambda a: np.float32(1) / np.sqrt(a), POSITIVE)),
    ("in-steps", "hypot", binary(lambda a, b: np.sqrt(a * a + b * b), ())),
]


@strided(2)
@pytest.mark.parametrize(("key", "name", "lines"), PLANTED, ids=[each[0] for each in PLANTED])
def test_a_planted_mistake_is_the_diagnosis(key, name, lines, stride):
    assert told(lines[::stride], replace(task_of(Operation(name), FP32), any_nan=True)) == key


def test_only_what_takes_and_gives_the_same_stands_for_another():
    task = task_of(Operation.TO_INT, FP64, to=INT64)
    (found,) = checked(vectors([(1, "C000000000000000 0000000000000000 10")], task), task)
    keys = [each.key for each in found.wrong[0].explained]
    assert "operation-to-uint" in keys  # -2 as an unsigned integer: 0, and invalid
