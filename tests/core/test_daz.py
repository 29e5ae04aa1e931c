"""Denormals are zeros: a rule of operands, which codes are and typed numbers are not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.operations import Operation, convert, operate
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.arithmetic.typed_operations import by_machine
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.line.pending_update import pending
from fpviz.core.literals import CodeLiteral, Context, code_source, parse_literal, readings
from fpviz.core.notation import NOTATIONS
from fpviz.core.numbers import Finite, NaN, Number
from fpviz.core.reading import State, derive, read
from fpviz.core.trace.headings import heading, proof_lines
from fpviz.core.trace.whole_sheet import conversion_sheet, operation_sheet
from tests.core.notation.codes import FORMATS, codes

FP16, BF16, FP32, FP64 = map(find_format, ("fp16", "bf16", "fp32", "fp64"))
WIDE = find_format("e19m236")
DAZ = Rules(daz=True)
SAYING_WHERE_THEY_BEGIN = [each for each in NOTATIONS if not each.name.startswith("bytes-")]
RULES = st.builds(
    Rules,
    st.sampled_from(Rounding),
    st.sampled_from(Overflow),
    st.booleans(),
    st.sampled_from((0, 0x5A5A5A5A, 0xFFFFFFFF)),
    daz=st.just(True),
)


@st.composite
def subnormals(draw: st.DrawFn) -> tuple[Format, int]:
    """A subnormal code of a format, of either sign."""
    fmt = draw(st.sampled_from([fmt for fmt in FORMATS if fmt.has_subnormals]))
    place = draw(st.integers(fmt.smallest_place, fmt.min_normal_place - 1))
    return fmt, fmt.code_at(place, draw(st.booleans()) and fmt.signed)


OPERANDS = codes() | subnormals()


def flushed(fmt: Format, code: int) -> Number:
    """The number of an operand with DAZ, from its value and the least normal one alone."""
    number = decode(fmt, code).number
    if not isinstance(number, Finite) or not 0 < number.magnitude < fmt.min_normal:
        return number
    return Finite(number.negative and fmt.has_negative_zero, Fraction(0))


@given(OPERANDS, st.sampled_from(FORMATS), RULES)
def test_what_daz_shows_is_the_flushed_operand_rounded(operand, fmt, rules):
    source = code_source(*operand)
    shown = read(source, fmt, rules)
    if fmt == operand[0]:
        assert (shown.code, shown.flags, shown.zeroed_in) == (operand[1], Flags.NONE, None)
        return
    number = flushed(*operand)
    expected = encode(fmt, number, replace(rules, daz=False))
    assert (shown.code, shown.flags) == (expected.code, expected.flags)
    assert shown.source == source.number
    assert (shown.zeroed_in == operand[0]) == (number != source.number)


@settings(max_examples=40)
@given(OPERANDS, st.sampled_from(FORMATS), RULES)
def test_a_conversion_says_and_does_the_same(operand, fmt, rules):
    sheet = conversion_sheet(code_source(*operand), fmt, rules)
    expected = encode(fmt, flushed(*operand), replace(rules, daz=False))
    assert sheet.trace.exact == flushed(*operand)
    assert (sheet.trace.code, sheet.trace.flags) == (expected.code, expected.flags)
    assert convert(fmt, operand, rules).code == sheet.proof.rounded.code == expected.code
    said = any("count as zeros (DAZ)" in str(step.text) for step in sheet.trace.steps)
    assert said == (flushed(*operand) != decode(*operand).number)


@given(OPERANDS, OPERANDS, st.sampled_from(FORMATS), RULES)
def test_an_operation_takes_the_same_operands(a, b, fmt, rules):
    """Those that a format has which holds the flushed values of all, without DAZ."""
    numbers = [flushed(*each) for each in (a, b)]
    if any(isinstance(number, NaN) for number in numbers):
        return  # the payload of a NaN depends on its format
    rounded = [encode(WIDE, number) for number in numbers]
    assume(all(each.flags == Flags.NONE for each in rounded))
    exact = [(WIDE, each.code) for each in rounded]
    for operation in (Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY):
        expected = operate(operation, fmt, exact, replace(rules, daz=False))
        result = operate(operation, fmt, (a, b), rules)
        assert (result.number, result.code, result.flags) == (
            expected.number, expected.code, expected.flags
        )  # fmt: skip


@given(st.fractions(-(2**20), 2**20), st.sampled_from(FORMATS), RULES)
def test_a_number_is_no_operand(value, fmt, rules):
    """What has no encoding is rounded as without DAZ, however small it is."""
    for number in (value, value / 2**140, value / 2**1060):
        source = parse_literal(str(number))
        shown = read(source, fmt, rules)
        expected = encode(fmt, source.number, replace(rules, daz=False))
        assert (shown.code, shown.flags, shown.zeroed_in) == (expected.code, expected.flags, None)


@given(codes(), st.sampled_from(FORMATS), RULES)
def test_without_it_nothing_is_taken_for_a_zero(operand, fmt, rules):
    shown = read(code_source(*operand), fmt, replace(rules, daz=False))
    assert (shown.zeroed_in, shown.about_daz) == (None, None)


# -- however it is written -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "fp32:0x80010000",
        "f32::from_bits(0x80010000)",
        "32'h80010000",
        f"fp32:0b1{0:014b}1{0:016b}",
    ],
)
def test_a_code_is_an_operand_in_every_spelling(text):
    where = State(formats=(FP32, BF16, FP64), active=FP32, rules=DAZ)
    snapshot = derive(where.with_source(_read(text)))
    assert [reading.code for reading in snapshot.readings] == [0x80010000, 0x8000, 1 << 63]


def _read(text):
    return readings(text, Context(active=FP32, shown=(FP32,), whole=True)).taken()


@pytest.mark.parametrize("notation", SAYING_WHERE_THEY_BEGIN, ids=lambda notation: notation.name)
def test_what_is_copied_as_a_code_is_taken_as_the_code_is(notation):
    text = notation.text(FP32, 0x00010000)
    literal = _read(text)
    assert read(literal, BF16, DAZ).code == (0 if isinstance(literal, CodeLiteral) else 1)


@pytest.mark.parametrize("text", ["2^-133", "fp32:0x00010000", "0x1p-133", "bf16:0x0001"])
def test_what_a_format_holds_counts_as_a_zero_for_the_next_operation(text):
    """In the format itself nothing depends on how the value came there."""
    source = parse_literal(text)
    sheet = operation_sheet(Operation.MULTIPLY, [source, parse_literal("2^30")], BF16, DAZ)
    assert sheet.trace.code == 0
    own = source.format if isinstance(source, CodeLiteral) else BF16
    assert str(read(source, own, DAZ).about_daz) == "a zero as an operand, by DAZ"


# -- what is said ----------------------------------------------------------------------------------


def test_a_zero_by_daz_is_not_exact_and_its_error_is_the_whole_value():
    snapshot = derive(State(formats=(FP32, FP64), active=FP32, rules=DAZ).with_code(FP32, 1))
    own, other = snapshot.readings
    assert snapshot.exact_formats == (FP32,)
    assert (other.flags, other.error.absolute) == (Flags.NONE, Fraction(-1, 2**149))
    assert str(other.about_daz) == "flushed by DAZ: subnormal in FP32"
    assert own.error.absolute == 0


def test_a_detour_through_a_format_where_it_is_subnormal_is_a_warning():
    sheet = conversion_sheet(parse_literal("2^-130"), BF16, DAZ)
    told = [str(line.text) for line in proof_lines(sheet.proof) if line.warns]
    assert told == ["DAZ: through fp32 (0x00080000, subnormal) it becomes 0x0000 = 0, not 0x0008."]
    assert not conversion_sheet(parse_literal("2^-130"), BF16, Rules()).proof.warnings
    assert "subnormal operands zero" in " ".join(str(line.text) for line in heading(sheet))


def test_a_result_that_the_next_operation_will_not_see_says_so():
    text = "DAZ: the next operation that reads it takes a zero."
    for rules, said in ((DAZ, True), (Rules(flush=True, daz=True), False), (Rules(), False)):
        steps = conversion_sheet(parse_literal("2^-20"), FP16, rules).trace.steps
        assert any(text in str(step.text) for step in steps) == said


def test_the_machine_of_a_sum_takes_its_operands_so():
    state = State(parse_literal("1e-40+2e-38"), (FP32,), FP32, DAZ)
    (machine,) = by_machine(derive(state))
    assert machine.code == encode(FP32, parse_literal("2e-38").number).code
    assert machine.command == "fpviz trace add 1e-40 2e-38 -f fp32 --daz"


# -- what is added to it ---------------------------------------------------------------------------


def test_an_update_is_added_to_the_zero_as_which_a_subnormal_weight_counts():
    g = Fraction(1, 2**14)
    taken, kept = pending(FP16, 0x0200, g, DAZ), pending(FP16, 0x0200, g)
    assert (taken.weight, taken.code) == (0, 0x0400)
    assert (kept.weight, kept.code) == (Fraction(1, 2**15), 0x0600)
    assert pending(FP16, 0x0400, g, DAZ) == pending(FP16, 0x0400, g)
