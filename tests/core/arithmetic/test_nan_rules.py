"""Which NaN comes of NaNs and of invalid operations: by the manuals of processors, and on one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.operations import Operation, convert, operate
from fpviz.core.arithmetic.rounding import Flags, Rules, encode
from fpviz.core.arrays.conversion import encode_array
from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.reading import read
from fpviz.core.trace.whole_sheet import conversion_sheet, operation_sheet

FP16, FP32, FP64, X87 = map(find_format, ("fp16", "fp32", "fp64", "x87"))
Q1, Q2, Q5 = 0x7FC00001, 0xFFC00002, 0x7FC00005
S3, S4 = 0x7F800003, 0xFF800004
ONE, INF, NEGATIVE_INF, ZERO = 0x3F800000, 0x7F800000, 0xFF800000, 0
CANONICAL, X86_DEFAULT, CUDA = 0x7FC00000, 0xFFC00000, 0x7FFFFFFF
QUIET = 0x00400000

SUMS = [  # a, b, invalid, then by rule: first, x86, x87, arm; canonical and cuda have one NaN
    (Q1, Q2, False, (Q1, Q1, Q2, Q1)),
    (Q2, Q1, False, (Q2, Q2, Q2, Q2)),
    (Q1, S4, True, (Q1, Q1, Q1, S4 | QUIET)),
    (S3, Q2, True, (S3 | QUIET, S3 | QUIET, Q2, S3 | QUIET)),
    (S3, S4, True, (S3 | QUIET, S3 | QUIET, S4 | QUIET, S3 | QUIET)),
    (ONE, Q2, False, (Q2, Q2, Q2, Q2)),
    (ONE, S4, True, (S4 | QUIET,) * 4),
    (0x7FC00002, Q2, False, (0x7FC00002,) * 4),
    (Q2, 0x7FC00002, False, (Q2, Q2, 0x7FC00002, Q2)),
    (INF, NEGATIVE_INF, True, (CANONICAL, X86_DEFAULT, X86_DEFAULT, CANONICAL)),
]
"""Of x86 as its processors answer ADDSS; of the x87 by table 4-7 of Intel's manual, in which a
signalling operand is taken for what it is: loading it from memory would have made it quiet."""

PRODUCTS = [  # a, b, c, then (NaN, invalid) by first, x86, arm
    (Q1, Q2, Q5, (Q1, False), (Q1, False), (Q5, False)),
    (ONE, Q2, Q5, (Q2, False), (Q2, False), (Q5, False)),
    (ONE, ONE, Q5, (Q5, False), (Q5, False), (Q5, False)),
    (ONE, S4, Q5, (S4 | QUIET, True), (S4 | QUIET, True), (S4 | QUIET, True)),
    (Q1, ONE, S4, (Q1, True), (Q1, True), (S4 | QUIET, True)),
    (S3, ONE, S4, (S3 | QUIET, True), (S3 | QUIET, True), (S4 | QUIET, True)),
    (Q1, ONE, ONE, (Q1, False), (Q1, False), (Q1, False)),
    (INF, ZERO, Q5, (CANONICAL, True), (Q5, False), (CANONICAL, True)),
    (INF, ZERO, S3, (CANONICAL, True), (S3 | QUIET, True), (S3 | QUIET, True)),
    (INF, ZERO, ONE, (CANONICAL, True), (X86_DEFAULT, True), (CANONICAL, True)),
    (INF, ONE, NEGATIVE_INF, (CANONICAL, True), (X86_DEFAULT, True), (CANONICAL, True)),
    (Q1, ZERO, S3, (Q1, True), (Q1, True), (S3 | QUIET, True)),
]
"""Of x86 as its processors answer VFMADD132SS; of Arm by FPMulAdd and FPProcessNaNs3."""


def _operate(operation: Operation, nans: Nans, *codes: int) -> tuple[int, bool]:
    result = operate(operation, FP32, [(FP32, code) for code in codes], Rules(nans=nans))
    assert result.flags in (Flags.NONE, Flags.INVALID)
    return result.code, result.flags is Flags.INVALID


@pytest.mark.parametrize(("a", "b", "invalid", "expected"), SUMS)
def test_sums_as_the_manuals_have_them(a, b, invalid, expected):
    for nans, code in zip((Nans.FIRST, Nans.X86, Nans.X87, Nans.ARM), expected, strict=True):
        assert _operate(Operation.ADD, nans, a, b) == (code, invalid), nans
    assert _operate(Operation.ADD, Nans.CANONICAL, a, b) == (CANONICAL, invalid)
    assert _operate(Operation.ADD, Nans.CUDA, a, b) == (CUDA, invalid)


@pytest.mark.parametrize("case", PRODUCTS)
def test_fused_products_as_the_manuals_have_them(case):
    *operands, first, x86, arm = case
    for nans, expected in ((Nans.FIRST, first), (Nans.X86, x86), (Nans.ARM, arm)):
        assert _operate(Operation.FMA, nans, *operands) == expected, nans
    invalid = first[1]  # RISC-V: also of zero times infinity plus a quiet NaN
    assert _operate(Operation.FMA, Nans.CANONICAL, *operands) == (CANONICAL, invalid)
    assert _operate(Operation.FMA, Nans.CUDA, *operands) == (CUDA, invalid)


@given(st.sampled_from([Q1, Q2, Q5, S3, S4, INF, ZERO, ONE]), st.sampled_from([Q1, S4, INF]))
def test_the_processor_at_hand_agrees(a, b):
    """Whatever it is: numpy adds by its instructions."""
    values = np.array([a, b], np.uint32).view(np.float32)
    with np.errstate(all="ignore"):
        found = int((values[:1] + values[1:]).view(np.uint32)[0])
    by_rule = {nans: _operate(Operation.ADD, nans, a, b)[0] for nans in Nans}
    assert found in by_rule.values()


ANY_NAN = st.builds(
    lambda sign, rest: sign << 31 | INF | rest, st.booleans(), st.integers(1, QUIET)
)
ANY_CODE = ANY_NAN | st.sampled_from([INF, NEGATIVE_INF, ZERO, ONE]) | st.integers(0, (1 << 32) - 1)


@given(st.sampled_from(Nans), ANY_CODE, ANY_CODE, ANY_CODE)
def test_a_nan_that_results_is_quiet_and_of_an_operand_or_the_default(nans, a, b, c):
    result = operate(Operation.FMA, FP32, [(FP32, each) for each in (a, b, c)], Rules(nans=nans))
    given_nans = [each for each in (a, b, c) if FP32.is_nan(each)]
    default = nans.rule.default(FP32.width)
    if FP32.is_nan(result.code):
        kept = {each | QUIET for each in given_nans} if nans.rule.picks else set()
        assert result.code in kept | {FP32.code_of_nan(default)}
    else:
        assert not given_nans
    if any(not each & QUIET for each in given_nans):
        assert Flags.INVALID in result.flags


@pytest.mark.parametrize("nans", Nans)
@pytest.mark.parametrize("code", [Q1, Q2, S3, S4])
def test_a_conversion_is_an_operation(code, nans):
    rules = Rules(nans=nans)
    converted = convert(FP16, (FP32, code), rules)
    default = {Nans.CANONICAL: 0x7E00, Nans.CUDA: 0x7FFF}
    kept = (code >> 16 & 0x8000) | 0x7E00 | (code >> 13 & 0x1FF)
    assert converted.code == default.get(nans, kept)
    assert (Flags.INVALID in converted.flags) == (code in (S3, S4))
    assert read(code_source(FP32, code), FP16, rules).code == converted.code
    array = np.array([code], np.uint32).view(np.float32)
    assert encode_array(FP16, array, rules).tolist() == [converted.code]


@pytest.mark.parametrize("nans", Nans)
def test_a_typed_nan_is_no_operand(nans):
    for text in ("nan", "-nan(0x12)", "snan(0x3)"):
        number = parse_literal(text).number
        assert encode(FP32, number, Rules(nans=nans)) == encode(FP32, number)


def test_what_an_invalid_operation_gives_in_other_formats():
    def invalid(name, nans):
        fmt = find_format(name)
        zero, infinite = fmt.code_at(0), fmt.infinity_code
        return operate(Operation.MULTIPLY, fmt, [(fmt, zero), (fmt, infinite)], Rules(nans=nans))

    assert invalid("fp64", Nans.CUDA).code == 0xFFF8000000000000
    assert invalid("bf16", Nans.CUDA).code == 0x7FFF
    assert invalid("fp64", Nans.X86).code == 0xFFF8000000000000
    assert invalid("x87", Nans.X87).code == 0xFFFFC000000000000000
    assert invalid("fp128", Nans.CANONICAL).code == 0x7FFF8 << 108
    for nans in Nans:
        assert invalid("fp32", nans).flags is Flags.INVALID


@pytest.mark.parametrize(
    ("codes", "nans", "words"),
    [
        ((INF, ZERO, Q5), Nans.X86, "c is not a number, and so it is the result"),
        ((INF, ZERO, Q5), Nans.ARM, "NaNs as Arm, an invalid operation gives 0x7fc00000"),
        ((INF, ZERO, ONE), Nans.X86, "an invalid operation gives 0xffc00000"),
        ((Q1, ONE, S4), Nans.ARM, "c is not a number: neither is the result, which keeps"),
        ((Q1, ONE, S4), Nans.ARM, "c is signalling: the operation is invalid"),
        ((Q1, ONE, ONE), Nans.CUDA, "a is not a number: neither is the result, which is 0x7fffff"),
        ((Q1, Q2, Q5), Nans.X87, "c is not a number: neither"),
    ],
)
def test_the_sheet_tells_the_rule(codes, nans, words):
    sources = [code_source(FP32, code) for code in codes]
    sheet = operation_sheet(Operation.FMA, sources, FP32, Rules(nans=nans))
    assert words in " ".join(str(step.text) for step in sheet.steps)


def test_so_does_the_sheet_of_a_conversion():
    sheet = conversion_sheet(code_source(FP32, S3), FP16, Rules(nans=Nans.CANONICAL))
    assert "A NaN stays a NaN: 0x7e00, for every one." in str(sheet.proof.reasons[0])
    assert "signalling" in str(sheet.proof.reasons[1])
