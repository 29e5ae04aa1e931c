"""Mistakes planted by other arithmetic than fpviz': the diagnosis names each."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from fractions import Fraction

import ml_dtypes
import numpy as np
import pytest

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.formats import find_format
from fpviz.core.vectors.checking import checked
from fpviz.core.vectors.reader import vectors
from fpviz.core.vectors.summary import Summary
from fpviz.core.vectors.vector import EXPECTED, GOT, Task, task_of
from tests.reference import LAYOUTS, Choice, rounded
from tests.strides import strided

FP16, FP32 = find_format("fp16"), find_format("fp32")
HALF = LAYOUTS["fp16"]
UINTS = {16: np.uint16, 32: np.uint32}
FLOATS = {16: np.float16, 32: np.float32}

Unit = Callable[..., int]
"""A unit with a mistake: codes in, a code out."""


def diagnosed(lines: Sequence[str], task: Task) -> Summary:
    summary = Summary(task)
    for found in checked(vectors(enumerate(lines, 1), task), task):
        summary.add(found)
    return summary


def told(summary: Summary, name: str = EXPECTED) -> list[str]:
    """The keys of what explains all of the wrong lines."""
    cause = next(summary.tallies[name].causes(summary.right))
    assert cause.results == summary.tallies[name].wrong
    return [each.key for each in cause.hypotheses]


def line(codes: Sequence[int], result: int, width: int) -> str:
    return " ".join(f"{code:0{width // 4}X}" for code in (*codes, result))


def made_of(unit: Unit, operands: Sequence[tuple[int, ...]], width: int) -> list[str]:
    return [line(codes, unit(*codes), width) for codes in operands]


# -- units by numpy --------------------------------------------------------------------------------


def as_floats(width: int, codes: Sequence[int]) -> list[np.floating]:
    return [UINTS[width](code).view(FLOATS[width]) for code in codes]


def as_code(value: np.floating) -> int:
    return int(value.view(UINTS[value.itemsize * 8]))


def by_numpy(work: Callable[..., np.floating], width: int) -> Unit:
    def unit(*codes: int) -> int:
        with np.errstate(all="ignore"):
            return as_code(FLOATS[width](work(*as_floats(width, codes))))

    return unit


def as_bfloat(a: int, b: int) -> int:
    x, y = (np.uint16(code).view(ml_dtypes.bfloat16) for code in (a, b))
    return int(np.asarray(x + y).view(np.uint16))


# -- units by fractions ----------------------------------------------------------------------------


def half(code: int) -> Fraction:
    return HALF.value(code)


def by_reference(how: Choice, daz: bool = False) -> Unit:
    def unit(a: int, b: int) -> int:
        if daz:
            a, b = (code & 0x8000 if code & 0x7C00 == 0 else code for code in (a, b))
        exact = half(a) + half(b)
        if exact:
            return rounded(HALF, exact, how)[0]
        return (a & b if how.rounding != "downward" else a | b) & 0x8000

    return unit


def adder(guard_bits: int) -> Unit:
    """An adder of halves that shifts the smaller number right and keeps so many bits more."""

    def unit(a: int, b: int) -> int:
        a, b = sorted((a, b), key=lambda code: code & 0x7FFF, reverse=True)
        below = max(((a & 0x7C00) >> 10), 1) - 25 - guard_bits
        whole = Fraction(2) ** below
        cut = abs(half(b)) // whole * whole * (-1 if b & 0x8000 else 1)
        return rounded(HALF, half(a) + cut, Choice("ties-to-even"))[0]

    return unit


def product_without_sticky(bits: int) -> Unit:
    def unit(a: int, b: int) -> int:
        exact = half(a) * half(b)
        lowest = (abs(exact).numerator.bit_length() - abs(exact).denominator.bit_length()) - 13
        while abs(exact) / Fraction(2) ** lowest >= 1 << 11:
            lowest += 1
        while abs(exact) / Fraction(2) ** lowest < 1 << 10:
            lowest -= 1
        whole = Fraction(2) ** (lowest - bits)
        cut = abs(exact) // whole * whole
        return rounded(HALF, cut if exact > 0 else -cut, Choice("ties-to-even"))[0]

    return unit


def root_without_sticky(bits: int) -> Unit:
    def unit(a: int) -> int:
        place = math.frexp(math.sqrt(half(a)))[1] - 11 - bits
        whole = Fraction(2) ** place
        cut = math.isqrt(math.floor(half(a) / whole**2)) * whole
        return rounded(HALF, cut, Choice("ties-to-even"))[0]

    return unit


# -- operands --------------------------------------------------------------------------------------


def halves(arity: int, fields: range = range(31), count: int = 150) -> list[tuple[int, ...]]:
    """Random halves, whose exponent fields are among some."""
    drawn = random.Random(7)
    return [
        tuple(
            drawn.getrandbits(1) << 15 | drawn.choice(fields) << 10 | drawn.getrandbits(10)
            for _ in range(arity)
        )
        for _ in range(count)
    ]


def singles(arity: int, count: int = 200, fields: range = range(120, 134)) -> list[tuple[int, ...]]:
    drawn = random.Random(11)
    return [
        tuple(
            drawn.getrandbits(1) << 31 | drawn.choice(fields) << 23 | drawn.getrandbits(23)
            for _ in range(arity)
        )
        for _ in range(count)
    ]


def nearly_ties() -> list[tuple[int, ...]]:
    """Halves a, b, c: a·b lies half-way between two halves, and c moves it off by very little."""
    found = []
    for x in range(33, 64, 2):
        for y in range(2048 // x + 1, 4096 // x, 2):
            if x * y % 2 and 2048 < x * y < 4096:
                a, b = (as_code(np.float16(each)) for each in (x, y))
                found += [(a, b, 0x0400), (a, b, 0x8400)]
    return found


MIDDLE, LOW, HIGH = range(10, 21), range(3), range(27, 31)
ADD, SUBTRACT, MULTIPLY, FMA = map(Operation, ("add", "subtract", "multiply", "fma"))
PLANTED = [
    *(
        (rule, ADD, FP16, halves(2, MIDDLE), by_reference(Choice(rule)))
        for rule in ("toward-zero", "upward", "downward", "to-odd", "ties-away")
    ),
    ("flush", ADD, FP16, halves(2, LOW), by_reference(Choice("ties-to-even", flush=True))),
    ("daz", ADD, FP16, halves(2, LOW), by_reference(Choice("ties-to-even"), daz=True)),
    (
        "flush+daz",
        ADD,
        FP16,
        halves(2, LOW),
        by_reference(Choice("ties-to-even", flush=True), daz=True),
    ),
    (
        "toward-zero+flush",
        ADD,
        FP16,
        halves(2, range(14), 400),
        by_reference(Choice("toward-zero", flush=True)),
    ),
    (
        "overflow-saturate",
        ADD,
        FP16,
        halves(2, HIGH),
        by_reference(Choice("ties-to-even", "saturate")),
    ),
    ("overflow-nan", ADD, FP16, halves(2, HIGH), by_reference(Choice("ties-to-even", "nan"))),
    ("unfused", FMA, FP32, singles(3), by_numpy(lambda a, b, c: a * b + c, 32)),
    (
        "order-ba",
        SUBTRACT,
        FP32,
        singles(2),
        by_numpy(lambda a, b: b - a, 32),
    ),
    (
        "order-acb",
        FMA,
        FP16,
        halves(3, range(13, 15)),
        by_numpy(lambda a, b, c: np.float64(a) * c + b, 16),
    ),
    ("operation-subtract", ADD, FP32, singles(2), by_numpy(lambda a, b: a - b, 32)),
    ("operation-add", MULTIPLY, FP32, singles(2), by_numpy(lambda a, b: a + b, 32)),
    ("negated-result", MULTIPLY, FP32, singles(2), by_numpy(lambda a, b: a * -b, 32)),
    (
        "negated-c",
        FMA,
        FP16,
        halves(3, range(13, 15)),
        by_numpy(lambda a, b, c: np.float64(a) * b - c, 16),
    ),
    ("magnitudes", ADD, FP32, singles(2), by_numpy(lambda a, b: abs(a) + abs(b), 32)),
    (
        "operands-bf16-toward-zero",
        MULTIPLY,
        FP32,
        singles(2),
        lambda a, b: by_numpy(lambda x, y: x * y, 32)(a & 0xFFFF0000, b & 0xFFFF0000),
    ),
    (
        "operands-tf32-toward-zero",
        MULTIPLY,
        FP32,
        singles(2),
        lambda a, b: by_numpy(lambda x, y: x * y, 32)(a & 0xFFFFE000, b & 0xFFFFE000),
    ),
    (
        "byte-order",
        ADD,
        FP32,
        singles(2),
        by_numpy(lambda a, b: (a.byteswap() + b.byteswap()).byteswap(), 32),
    ),
    ("byte-order-result", ADD, FP32, singles(2), by_numpy(lambda a, b: (a + b).byteswap(), 32)),
    ("format-bf16", ADD, FP16, halves(2, MIDDLE), as_bfloat),
    ("operand-b", ADD, FP16, halves(2, MIDDLE), lambda a, b: b),
    *(
        (f"guard-bits-{bits}", ADD, FP16, halves(2, range(10, 16), 300), adder(bits))
        for bits in (0, 1, 2)
    ),
    *(
        (
            f"no-sticky-{bits}",
            MULTIPLY,
            FP16,
            halves(2, range(14, 16), 300),
            product_without_sticky(bits),
        )
        for bits in (1, 2, 3)
    ),
    (
        "no-sticky-2",  # of results that no fraction is
        Operation.SQRT,
        FP16,
        [(a & 0x7FFF,) for (a,) in halves(1, range(10, 20), 300)],
        root_without_sticky(2),
    ),
    (
        "double-rounding-fp32",  # of sums and products alone fp32 is wide enough for halves
        FMA,
        FP16,
        nearly_ties() + halves(3, range(13, 15)),
        by_numpy(lambda a, b, c: np.float32(a) * np.float32(b) + np.float32(c), 16),
    ),
]


@strided(2)
@pytest.mark.parametrize(
    ("key", "operation", "fmt", "operands", "unit"), PLANTED, ids=[each[0] for each in PLANTED]
)
def test_a_planted_mistake_is_the_diagnosis(key, operation, fmt, operands, unit, stride):
    summary = diagnosed(made_of(unit, operands[::stride], fmt.width), task_of(operation, fmt))
    assert summary.wrong_lines
    assert told(summary)[0] == key


def test_the_other_sign_of_zero():
    lines = ["3C00 BC00 8000", "3C00 3C00 4000", "8000 8000 0000", "0000 8000 8000"]
    summary = diagnosed(lines, task_of(ADD, FP16))
    assert (summary.lines, summary.wrong_lines) == (4, 3)
    assert told(summary)[0] == "sign-of-zero"


def test_results_that_come_a_line_late():
    unit = by_numpy(lambda a, b: a * b, 32)
    operands = singles(2, 50)
    results = [unit(*codes) for codes in operands]
    late = [line(codes, result, 32) for codes, result in zip(operands[1:], results, strict=False)]
    first = line(operands[0], results[0], 32)
    assert told(diagnosed([first, *late], task_of(MULTIPLY, FP32)))[0] == "before-1"


def test_flags_that_are_never_cleared():
    lines = ["3C00 3C00 4000 00", "7BFF 7BFF 7C00 05", "3C00 3C00 4000 05", "7C00 FC00 7E00 15"]
    summary = diagnosed([*lines, "3C00 3C00 4000 15"], task_of(ADD, FP16))
    assert told(summary)[0] == "sticky-flags"


def test_flags_that_are_never_raised():
    lines = ["7BFF 7BFF 7C00 00", "3C00 0C00 3C00 00", "3C00 3C00 4000 00"]
    summary = diagnosed(lines, task_of(ADD, FP16))
    assert summary.wrong_lines == 2
    assert told(summary)[0] == "no-flags"


def test_what_is_expected_and_what_was_got_are_judged_apart():
    """The bench's model rounds toward zero; the unit is right."""
    unit, right = PLANTED[0][-1], by_reference(Choice("ties-to-even"))
    lines = [
        f"t={t} A={a:04x} B={b:04x} EXP={unit(a, b):04x} GOT={right(a, b):04x}"
        for t, (a, b) in enumerate(halves(2, MIDDLE))
    ]
    summary = diagnosed(lines, task_of(ADD, FP16))
    assert list(summary.tallies) == [EXPECTED]
    assert told(summary) == ["toward-zero"]
    both = [
        each.replace("EXP", "TIME").replace("GOT", "EXP").replace("TIME", "GOT") for each in lines
    ]
    assert told(diagnosed(both, task_of(ADD, FP16)), GOT) == ["toward-zero"]


def test_two_mistakes_are_told_one_after_the_other():
    truncates = by_reference(Choice("toward-zero"))
    unit = by_numpy(lambda a, b: a - b, 16)
    operands = halves(2, MIDDLE)
    lines = made_of(truncates, operands, 16) + made_of(unit, operands[:20], 16)
    said = list(map(str, diagnosed(lines, task_of(ADD, FP16)).diagnosis()))
    assert said[0].startswith("Right under toward-zero: ")
    assert said[1].startswith("Of the rest, right under subtract in place of add")


def test_a_hypothesis_that_right_lines_contradict_says_so():
    """Only sums of numbers from 2 on are cut."""
    cut, right = by_reference(Choice("toward-zero")), by_reference(Choice("ties-to-even"))

    def unit(a, b):
        return cut(a, b) if a & 0x7C00 > 0x3C00 else right(a, b)

    summary = diagnosed(made_of(unit, halves(2, MIDDLE), 16), task_of(ADD, FP16))
    assert told(summary) == ["toward-zero"]
    first, second = map(str, summary.diagnosis())
    assert first == f"All {summary.wrong_lines} wrong lines are right under toward-zero."
    assert second.startswith("But then ")


def test_nothing_explains_nonsense():
    drawn = random.Random(1)
    lines = [line(codes, drawn.getrandbits(32) & 0x7F7FFFFF, 32) for codes in singles(2, 30)]
    said = list(map(str, diagnosed(lines, task_of(ADD, FP32)).diagnosis()))
    assert said == ["None of the 30 wrong lines is right under anything tried."]


def test_tininess_is_told_by_its_flag():
    """Products just below the smallest normal half, which full precision rounds up to it."""
    lines = ["3B79 0448 0400 03", "3BE2 040F 0400 03", "3C01 3C01 3C02 01", "0001 3C00 0001 00"]
    for a, b in ((0x3B79, 0x448), (0x3BE2, 0x40F)):
        exact = half(a) * half(b)
        assert HALF.last_before_normal < exact < HALF.least_normal
    assert told(diagnosed(lines, task_of(MULTIPLY, FP16))) == ["tininess-before"]


def test_the_nan_of_x86():
    """TestFloat's reference of SSE: what is invalid gives the negative NaN."""
    lines = ["7C00 FC00 FE00 10", "3C00 3C00 4000 00", "7C00 FC00 FE00 10"]
    assert told(diagnosed(lines, task_of(ADD, FP16)))[0] == "nans-x86"
