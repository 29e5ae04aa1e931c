"""Worked sheets: their digits, replayed by hand, give the result that they print."""

from __future__ import annotations

import doctest
import random
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.arithmetic.operands import Operand, taken
from fpviz.core.arithmetic.operations import Operation, convert, operate
from fpviz.core.arithmetic.operations.record import OperationGroup
from fpviz.core.arithmetic.rounding import (
    Flags,
    Overflow,
    Rounding,
    Rules,
    border_of_tiny,
    encode,
)
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import CATALOGUE, Format, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.numbers import Finite, finite, power_of_two
from fpviz.core.phrase import phrase
from fpviz.core.trace import (
    TITLES,
    DigitRow,
    Role,
    Step,
    StepKind,
    Trace,
    trace_conversion,
    trace_operation,
)
from fpviz.core.trace.sheet import BEYOND, MARKS
from fpviz.core.trace.working import conversion, operation
from tests.core.arithmetic.test_operations import RULES, _adversarial, _choice
from tests.core.trace.digit_recurrences import check_quotient, check_root
from tests.reference import goes_up
from tests.strides import strided

FP16, FP32, FP64, FP128 = map(find_format, ("fp16", "fp32", "fp64", "fp128"))

FAMILIES = (
    *CATALOGUE,
    *map(find_format, ("q-3.10", "q8.-4", "q3.4sm", "q0.7ob", "q-900.1000", "posit5_es0")),
)

BY_DIGITS = (
    *(Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.FMA),
    *(Operation.DIVIDE, Operation.SQRT),
)
"""What is worked out on the digits of its operands."""

INTEGERS = {each.value for each in Operation if each.rule.group is OperationGroup.INTEGERS}
"""What rounds to an integer first."""

OTHERS = [each for each in Operation if each not in BY_DIGITS]


def _any_code(fmt: Format, draw: random.Random) -> int:
    """Any code, or one at an end of the format or of its normal numbers."""
    if draw.random() < 0.6:
        return draw.getrandbits(fmt.width)
    negative = fmt.signed and draw.random() < 0.5
    last, least = fmt.last_place(negative), fmt.smallest_place
    near = draw.choice((least, fmt.min_normal_place, last)) + draw.randrange(-2, 3)
    return fmt.code_at(min(max(near, least), last), negative)


# -- replaying ---------------------------------------------------------------------------------


def replay(trace: Trace) -> None:
    """Follow a sheet from digit row to digit row and check every step against the one before."""
    assert trace.steps[-1].kind is StepKind.PACK
    assert _row(trace.steps[-1], "code").code == trace.code
    for step in trace.steps:
        _check_form(step)
        if check := _CHECKS.get(step.kind):
            check(trace, step)
    kinds = [step.kind for step in trace.steps]
    first = next((kinds.index(kind) for kind in _RECURRENCES if kind in kinds), 0)
    with_digits = [step for step in trace.steps[first:] if step.kind in _CHAIN]
    for before, after in pairwise(with_digits):
        if after.kind in (StepKind.NORMALISE, StepKind.CUT):
            _check_same_amount(before.rows[-1], after.rows[-1])
    cuts = trace.steps_of(StepKind.CUT)
    if cuts and trace.name in INTEGERS:
        _check_whole(trace, cuts[0])
    elif cuts:
        _check_rounding(trace, cuts[0])


_RECURRENCES = (StepKind.QUOTIENT, StepKind.ROOT)
"""What operands are made ready for."""

_CHAIN = (
    StepKind.EXPANSION,
    StepKind.REBIAS,
    StepKind.PRODUCT,
    StepKind.QUOTIENT,
    StepKind.ROOT,
    StepKind.SUM,
    StepKind.DIFFERENCE,
    StepKind.NORMALISE,
    StepKind.CUT,
)


def _row(step: Step, label: str) -> DigitRow:
    return next(row for row in step.rows if str(row.label) == label)


def _is_carries(row: DigitRow) -> bool:
    return all(digit.role in MARKS for digit in row.digits)


def _check_form(step: Step) -> None:
    """What every step has: words, aligned columns, and beyond the cut only digits that leave."""
    assert step.sentences
    assert "{" not in str(step.text)
    assert step.title == TITLES[step.kind]
    for row in step.rows:
        assert row.digits
        assert sum(count for _, count in row.role_runs()) == len(row.digits)
        assert row.last_column <= 0 or _is_carries(row)
        if step.cut is None or _is_carries(row):
            continue
        for i, digit in enumerate(row.digits):
            assert (digit.role in BEYOND) == (row.column - i < step.cut)


def _check_operand(trace: Trace, step: Step) -> None:
    place = step.place
    assert place is not None
    decoded = decode(place.format, place.code)
    assert step.rows[0].code == place.code
    if len(step.rows) > 1:
        assert isinstance(decoded.number, Finite)
        assert step.rows[1].magnitude == decoded.number.magnitude
        assert step.rows[1].negative == decoded.negative


def _check_product(trace: Trace, step: Step) -> None:
    *parts, total = step.rows
    partial = [row for row in parts if "2^" in str(row.label)]
    if partial:
        assert sum(row.magnitude for row in partial) == total.magnitude
    else:
        assert parts[0].magnitude * parts[1].magnitude == total.magnitude


def _check_comparison(trace: Trace, step: Step) -> None:
    """The rows are the operands, and the words say how the two stand to each other."""
    given = [(each.place.format, each.place.code) for each in trace.steps[:2]]
    numbers = [decode(*taken(operand, trace.rules)).number for operand in given]
    a, b = (number.value for number in numbers)
    text = str(step.text)
    for row, number in zip(step.rows, numbers, strict=False):
        assert row.negative == number.negative
        assert row.tail is not None or row.magnitude == number.magnitude
    assert ("equal" in text) == (a == b)
    for found, larger in ((abs(a) > abs(b), "a"), (abs(b) > abs(a), "b")):
        assert (f"{larger} has the " in text) == (found and a * b > 0)
    for name, other, mine in (("a", b, a), ("b", a, b)):
        assert (f"{name} is less" in text) == (mine < other < 0)
        assert (f"{name} is greater" in text) == (mine > other > 0)


def _check_sum(trace: Trace, step: Step) -> None:
    """The school's addition or subtraction, column by column, with the carries as printed."""
    carries = [row for row in step.rows if _is_carries(row)]
    upper, lower, total = step.rows[len(carries) :]
    lowest = min(row.last_column for row in (upper, lower, total))
    sign = 1 if step.kind is StepKind.SUM else -1
    hidden_borrow = sign < 0 and lower.tail is not None
    moved = int(hidden_borrow)
    for column in range(lowest, total.column + 2):
        assert moved == (_digit(carries[0], column) if carries else 0)
        value = _digit(upper, column) + sign * (_digit(lower, column) + moved)
        assert value % 2 == _digit(total, column)
        moved = int(value > 1 or value < 0)
    assert total.negative == upper.negative
    assert not moved
    assert (total.tail is None) == (upper.tail is None and lower.tail is None)


def _digit(row: DigitRow, column: int) -> int:
    place = row.column - column
    return int(row.symbols[place].replace(" ", "0")) if 0 <= place < len(row.digits) else 0


def _check_same_amount(before: DigitRow, after: DigitRow) -> None:
    """Moving the point changes no value; digits may be left out, if the row says so."""
    if after.tail is None or before.magnitude == after.magnitude:
        assert before.magnitude == after.magnitude
        return
    unit = power_of_two(after.last_column + (after.exponent or 0))
    assert after.magnitude <= before.magnitude < after.magnitude + unit


def _check_whole(trace: Trace, cut: Step) -> None:
    """Cut at the point and rounded, or begun after it, the digits make the exact integer."""
    row = cut.rows[0]
    if cut.cut or row.exponent:
        return  # an integer beyond those that are written out is rounded into the format
    kept, share = _cut(row, 0)
    assert kept + _goes_up(trace, kept, share) == trace.exact.magnitude
    if share:
        assert trace.steps_of(StepKind.ROUND)[0].rows[0].magnitude == trace.exact.magnitude


def _check_rounding(trace: Trace, cut: Step) -> None:
    """Round by the printed digits alone; the code that follows is the one that is packed."""
    row, last = cut.rows[0], cut.cut
    assert last is not None
    beyond = [d for d in row.digits if d.role in BEYOND]
    named = {role: any(d.symbol == "1" for d in beyond if d.role is role) for role in Role}
    named[Role.STICKY] |= row.tail is not None
    for role in (Role.GUARD, Role.ROUND, Role.STICKY):
        assert cut.values[role.value] == str(int(named[role]))
    kept, share = _cut(row, last)
    significand = kept + _goes_up(trace, kept, share)
    rounds = trace.steps_of(StepKind.ROUND)
    assert bool(rounds) == bool(share)
    value = significand * power_of_two((row.exponent or 0) + last)
    if rounds:
        assert rounds[0].rows[0].magnitude == value
    for carried in trace.steps_of(StepKind.CARRY):
        assert carried.rows[0].magnitude == value
    _check_packing(trace, value)


def _cut(row: DigitRow, last: int) -> tuple[int, Fraction]:
    """The digits down to the column ``last`` as an integer, and what is beyond it of its last."""
    digits = {row.column - i: digit.symbol for i, digit in enumerate(row.digits)}
    kept, beyond = (
        "".join(digits.get(column, "0") for column in range(first, end, -1))
        for first, end in ((row.column, last - 1), (last - 1, row.last_column - 1))
    )
    share = Fraction(int(beyond or "0", row.base), row.base ** len(beyond))
    if row.tail is not None:
        share += Fraction(1, 2 * row.base ** len(beyond))
    return int(kept or "0", row.base), share


def _goes_up(trace: Trace, kept: int, share: Fraction) -> bool:
    negative = trace.exact.negative
    return bool(share) and goes_up(share, negative, not kept & 1, _choice(trace.rules))


def _check_packing(trace: Trace, value: Fraction) -> None:
    fmt, negative = trace.format, trace.exact.negative
    if value > fmt.magnitude(fmt.last_place(negative), negative):
        assert Flags.OVERFLOW in trace.flags
        assert "overflow" in str(trace.steps_of(StepKind.RANGE)[0].text)
    elif trace.rules.flush and (value < fmt.min_normal or _is_tiny(trace)):
        negative = trace.exact.negative and fmt.has_negative_zero
        assert decode(fmt, trace.code).number == Finite(negative, Fraction(0))
    else:
        assert decode(fmt, trace.code).number.magnitude == value


def _exact(trace: Trace) -> Finite:
    """The exact result; a fraction very near to one that is irrational."""
    if isinstance(trace.exact, Finite):
        return trace.exact
    return Finite(trace.exact.negative, trace.exact.enclosed(500).within)


def _is_tiny(trace: Trace) -> bool:
    fmt, exact = trace.format, _exact(trace)
    if fmt.is_fixed_point:
        return False
    limit, ends = border_of_tiny(fmt, exact.negative, trace.rules)
    return exact.magnitude < limit or (exact.magnitude == limit and not ends)


def _check_neighbours(trace: Trace, step: Step) -> None:
    """A string of bits, or digits, cut where the step says, is rounded to the result."""
    if not step.rows:
        return
    (row,) = step.rows
    kept, share = _cut(row, step.cut)
    up = _goes_up(trace, kept, share)
    assert bool(trace.steps_of(StepKind.ROUND)) == bool(share)
    if row.exponent is None:
        assert trace.format.sign_and_place(trace.code)[1] == kept + up
        return
    unit = Fraction(row.base) ** (row.exponent + step.cut)
    _check_packing(trace, (kept + up) * unit)


_CHECKS = {
    StepKind.OPERAND: _check_operand,
    StepKind.PRODUCT: _check_product,
    StepKind.QUOTIENT: check_quotient,
    StepKind.ROOT: check_root,
    StepKind.COMPARISON: _check_comparison,
    StepKind.SUM: _check_sum,
    StepKind.DIFFERENCE: _check_sum,
    StepKind.NEIGHBOURS: _check_neighbours,
}


def _assert_sound(op: Operation, fmt: Format, operands: list[Operand], rules: Rules) -> Trace:
    trace = trace_operation(op, fmt, operands, rules)
    result = operate(op, fmt, operands, rules)
    assert (trace.code, trace.flags, trace.exact) == (result.code, result.flags, result.number)
    replay(trace)
    return trace


@strided(5)
@pytest.mark.parametrize("name", ["fp4_e2m1", "e2m1", "e1m1fnuz", "e2m0fn"])
@pytest.mark.parametrize("op", BY_DIGITS, ids=lambda op: op.value)
def test_all_operands_of_tiny_formats(op: Operation, name: str, stride: int) -> None:
    fmt = find_format(name)
    draw = random.Random(name)
    every = [*product(range(1 << fmt.width), repeat=min(op.arity, 2))]
    for codes in every[BY_DIGITS.index(op) % stride :: stride]:
        operands = [(fmt, code) for code in (*codes, draw.randrange(1 << fmt.width))]
        _assert_sound(op, fmt, operands[: op.arity], draw.choice(RULES))


@strided(7)
@pytest.mark.parametrize("rules", RULES, ids=lambda rules: f"{rules.rounding.value}")
@pytest.mark.parametrize("op", BY_DIGITS, ids=lambda op: op.value)
def test_any_operands(op: Operation, rules: Rules, stride: int) -> None:
    for fmt in BINARY.formats[RULES.index(rules) % stride :: stride]:
        if fmt.fraction_width < 2:
            continue
        codes = _adversarial(fmt, 8, 4)
        for i in range(len(codes) - 2):
            operands = [(fmt, code) for code in codes[i : i + op.arity]]
            _assert_sound(op, fmt, operands, rules)


@strided(8)
@pytest.mark.parametrize("op", BY_DIGITS, ids=lambda op: op.value)
def test_operands_and_results_in_formats_of_their_own(op: Operation, stride: int) -> None:
    _assert_any_is_sound(op, 400 // stride)


def _assert_any_is_sound(op: Operation, count: int) -> None:
    draw = random.Random(op.value)
    for _ in range(count):
        formats = draw.choices(FAMILIES, k=op.arity + 1)
        operands = [(fmt, _any_code(fmt, draw)) for fmt in formats[1:]]
        _assert_sound(op, formats[0], operands, draw.choice(RULES))


@pytest.mark.parametrize("op", OTHERS, ids=lambda op: op.value)
def test_other_operations_on_operands_in_formats_of_their_own(op: Operation) -> None:
    _assert_any_is_sound(op, 8)


def test_the_digits_of_an_endless_number_reach_its_point() -> None:
    vax, wide = find_format("vax_f"), find_format("binary16p8se")
    operands = [(vax, 0x80800100), (wide, 0x6398)]
    _assert_sound(
        Operation.HYPOT, find_format("q8.-4"), operands, Rules(overflow=Overflow.SATURATE)
    )


@pytest.mark.sweep
@pytest.mark.parametrize("op", OTHERS, ids=lambda op: op.value)
def test_other_operations_at_length(op: Operation) -> None:
    _assert_any_is_sound(op, 1000)


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["fp6_e3m2", "fp6_e2m3", "e3m1", "fp8_e5m2"])
@pytest.mark.parametrize("op", BY_DIGITS, ids=lambda op: op.value)
def test_all_pairs_of_small_formats(op: Operation, name: str) -> None:
    fmt, draw = find_format(name), random.Random(name)
    for codes in product(range(1 << fmt.width), repeat=min(op.arity, 2)):
        operands = [(fmt, code) for code in (*codes, draw.randrange(1 << fmt.width))]
        _assert_sound(op, fmt, operands[: op.arity], draw.choice(RULES))


# -- conversions -------------------------------------------------------------------------------


def _assert_converts(text: str, fmt: Format, rules: Rules) -> Trace:
    source = parse_literal(text)
    trace = trace_conversion(source, fmt, rules)
    rounded = encode(fmt, source.number, rules)
    assert (trace.code, trace.flags) == (rounded.code, rounded.flags)
    replay(trace)
    for step in trace.steps_of(StepKind.EXPANSION):
        assert isinstance(source.number, Finite)
        _check_expansion(step.rows[0], source.number.magnitude)
    return trace


def _check_expansion(row: DigitRow, value: Fraction) -> None:
    """The digits are those of repeated doubling, from the leading 1 on."""
    rest = value / power_of_two(row.column + (row.exponent or 0))
    for symbol in row.symbols:
        assert int(rest) == int(symbol)
        rest = (rest - int(rest)) * 2
    assert (rest == 0) == (row.tail is None)
    if row.tail is not None and row.tail.count is not None:
        scaled = rest / 2 * power_of_two(row.tail.count)
        assert scaled.denominator == 1
        assert scaled.numerator & 1


TEXTS = [
    "1.12156456132",
    "0.1",
    "-1/3",
    "1e-8",
    "65504",
    "65519.9",
    "65520",
    "-2^-25",
    "2^-25+2^-90",
    "1e-300",
    "1e300",
    "-1e5000",
    "1+2^-11",
    "1+2^-11+2^-40",
    "1+2^-11+2^-400",
    "1+2^-11+1e-400",
    "1+2^-11+1/3*2^-80",
    "2047.5*2^-25",
    "464",
    "464.0001",
    "3*2^-26",
    "2^-1074",
    "3.141592653589793238462643383279502884197",
    "1.5",
    "-0",
    "0",
    "inf",
    "-inf",
    "nan",
    "-nan(0x12)",
    "snan",
]


@strided(7)
@pytest.mark.parametrize("text", TEXTS)
def test_typed_numbers(text: str, stride: int) -> None:
    draw = random.Random(text)
    for fmt in FAMILIES[TEXTS.index(text) % stride :: stride]:
        for rules in (Rules(), draw.choice(RULES)):
            _assert_converts(text, fmt, rules)


@given(st.fractions(min_value=Fraction(1, 10**12)), st.sampled_from(FAMILIES))
def test_any_fraction(value: Fraction, fmt: Format) -> None:
    for rules in (Rules(), Rules(Rounding.TO_ODD)):
        _assert_converts(f"{value.numerator}/{value.denominator}", fmt, rules)


@strided(5)
def test_codes_of_other_formats(stride: int) -> None:
    draw = random.Random(5)
    for _ in range(0, 2000, stride):
        source, target = draw.choices(FAMILIES, k=2)
        code, rules = _any_code(source, draw), draw.choice(RULES)
        trace = trace_conversion(code_source(source, code), target, rules)
        result = convert(target, (source, code), rules)
        assert (trace.code, trace.flags) == (result.code, result.flags)
        replay(trace)


# -- the worked examples -----------------------------------------------------------------------


def _texts(step: Step) -> list[str]:
    """The rows of a step as written by hand: a point, and a bar where the format cuts."""
    return [_written(row, step.cut) for row in step.rows if not row.packed]


def _written(row: DigitRow, cut: int | None) -> str:
    text = ""
    for column, digit in zip(range(row.column, -9999, -1), row.digits, strict=False):
        text += digit.symbol + ("." if column == 0 else "")
        text += "|" if column == cut and column > row.last_column else ""
    return text + ("…" if row.tail else "")


def test_the_worked_addition_in_fp16() -> None:
    trace = trace_operation(Operation.ADD, FP16, [(FP16, 0x3C80), (FP16, 0x2FF9)])
    align, added, cut, rounded = trace.steps[2:6]
    assert align.kind is StepKind.ALIGN
    assert align.values == {
        "exponent": "0",
        "high": "a",
        "other": "-4",
        "low": "b",
        "shift": "4",
        "leaving": "4",
        "guard": "1",
        "round": "0",
        "sticky": "1",
    }
    assert _texts(align) == ["1.0010000000", "0.0001111111|1001"]
    moved = align.rows[1].role_runs()
    assert moved == (
        (Role.FILL, 4),
        (Role.HIDDEN, 1),
        (Role.KEPT, 6),
        (Role.GUARD, 1),
        (Role.ROUND, 1),
        (Role.STICKY, 2),
    )
    assert _texts(added) == ["1.0010000000", "0.0001111111|1001", "1.0011111111|1001"]
    assert _texts(cut) == ["1.0011111111|1001"]
    assert "More than half" in str(rounded.text)
    assert _texts(rounded) == ["1.0100000000"]
    assert (trace.code, trace.flags) == (0x3D00, Flags.INEXACT)
    cut_off = trace_operation(
        Operation.ADD, FP16, [(FP16, 0x3C80), (FP16, 0x2FF9)], Rules(Rounding.TOWARD_ZERO)
    )
    assert cut_off.code == 0x3CFF


def test_the_worked_addition_with_an_fp32_weight() -> None:
    trace = trace_operation(Operation.ADD, FP32, [(FP32, 0x3F900000), (FP16, 0x2FF9)])
    assert trace.steps[1].values["shift"] == "+112"
    assert trace.steps[1].values["fields"] == "0 01111011 11111110010000000000000"
    assert (trace.code, trace.flags) == (0x3F9FF200, Flags.NONE)
    assert trace.exact == finite(Fraction("1.24957275390625"))


def test_widening_adds_112_and_thirteen_zeros() -> None:
    trace = trace_conversion(parse_literal("fp16:0x2ff9"), FP32)
    (step,) = trace.steps_of(StepKind.REBIAS)
    assert (step.values["shift"], step.values["result"], step.values["zeros"]) == (
        "+112",
        "123",
        "13",
    )
    assert trace.code == 0x3DFF2000
    subnormal = trace_conversion(parse_literal("fp16:0x0003"), FP32)
    assert [step.kind.value for step in subnormal.steps] == [
        "operand",
        "rebias",
        "normalise",
        "cut",
        "range",
        "pack",
    ]
    assert subnormal.steps_of(StepKind.NORMALISE)[0].values["new"] == "-23"


def test_a_fraction_that_is_yet_to_move_loses_nothing_before() -> None:
    kept = trace_conversion(parse_literal("fp16:0x0001"), find_format("bf16"))
    (step,) = kept.steps_of(StepKind.REBIAS)
    assert (step.values["new"], step.values["old"], step.cut) == ("7", "10", None)
    assert kept.flags is Flags.NONE
    cut = trace_conversion(parse_literal("fp16:0x3c01"), find_format("bf16"))
    (step,) = cut.steps_of(StepKind.REBIAS)
    assert (step.values["count"], step.cut) == ("3", -7)


def test_the_worked_conversion() -> None:
    trace = trace_conversion(parse_literal("1.12156456132"), FP16)
    expansion, cut, rounded, *_ = trace.steps
    digits = _texts(expansion)[0]
    assert digits == "1.00011111000111101101101011100111001110001101010000011100111110110100…"
    assert _texts(cut)[0] == digits[:12] + "|" + digits[12:]
    assert _texts(rounded) == ["1.0001111100"]
    assert trace.code == 0x3C7C
    single = trace_conversion(parse_literal("1.12156456132"), FP32)
    assert single.code == 0x3F8F8F6D
    assert _texts(single.steps_of(StepKind.ROUND)[0]) == ["1.00011111000111101101101"]


def test_a_tie_is_told_from_what_looks_like_one() -> None:
    tie = trace_conversion(parse_literal("1+2^-11"), FP16)
    assert "a tie" in str(tie.steps_of(StepKind.ROUND)[0].text)
    assert tie.code == 0x3C00
    more = trace_conversion(parse_literal("1.00048828125000000000001"), FP16)
    assert more.steps_of(StepKind.CUT)[0].rows[0].symbols.endswith("1000" + "0" * 61 + "01")
    assert "More than half" in str(more.steps_of(StepKind.ROUND)[0].text)
    assert more.code == 0x3C01
    far = trace_conversion(parse_literal("1+2^-11+2^-400"), FP16)
    row = far.steps_of(StepKind.CUT)[0].rows[0]
    assert row.tail is not None
    assert row.tail.count == 400 + row.last_column
    assert far.code == 0x3C01


def test_the_worked_division() -> None:
    trace = trace_operation(Operation.DIVIDE, FP16, [(FP16, 0x3C00), (FP16, 0x4200)])
    (divided,) = trace.steps_of(StepKind.QUOTIENT)
    assert divided.values["exponent"] == "-1"
    first, taken_off, left, *_, last = _texts(divided)
    assert (first, taken_off, left) == ("1.0000000000", "0.11000000000", "0.01000000000")
    assert last == "0.1010101010101…"
    assert [str(row.label) for row in divided.rows[:4]] == ["a", "b × 2^-1", "left", "b × 2^-3"]
    assert (trace.code, trace.flags) == (0x3555, Flags.INEXACT)
    exact = trace_operation(Operation.DIVIDE, FP16, [(FP16, 0x4200), (FP16, 0x4000)])
    assert "Nothing is left" in str(exact.steps_of(StepKind.QUOTIENT)[0].text)
    assert (exact.code, exact.flags) == (0x3E00, Flags.NONE)


def test_subnormal_operands_are_normalised_before_they_are_divided() -> None:
    trace = trace_operation(Operation.DIVIDE, FP16, [(FP16, 0x0003), (FP16, 0x0005)])
    moved = trace.steps_of(StepKind.NORMALISE)[:2]
    assert [step.values["name"] for step in moved] == ["a", "b"]
    assert [step.values["new"] for step in moved] == ["-23", "-22"]
    tiny = trace_operation(Operation.DIVIDE, FP16, [(FP16, 0x0400), (FP16, 0x4200)])
    assert "subnormal" in str(tiny.steps_of(StepKind.NORMALISE)[0].text)
    assert Flags.UNDERFLOW in tiny.flags


def test_the_worked_root() -> None:
    trace = trace_operation(Operation.SQRT, FP16, [(FP16, 0x4000)])
    (root,) = trace.steps_of(StepKind.ROOT)
    assert "odd" in str(root.text)
    assert root.values["half"] == "0"
    assert root.rows[0].symbols == "1 0 1 1 0 1 0 1 0 0 0 0 0"
    labels = [str(row.label) for row in root.rows[2:8]]
    assert labels == ["the first 1", "left", "10 and 01", "left", "101 and 01", "left"]
    assert _texts(root)[-1] == "1.011010100000…"
    assert trace.code == 0x3DA8
    square = trace_operation(Operation.SQRT, FP32, [(FP32, 0x40100000)])
    assert "Nothing is left" in str(square.steps_of(StepKind.ROOT)[0].text)
    assert (square.code, square.flags) == (0x3FC00000, Flags.NONE)


def test_long_quotients_and_roots_tell_what_they_do_not_show() -> None:
    one, three = (FP64, 0x3FF0 << 48), (FP64, 0x4008 << 48)
    divided = trace_operation(Operation.DIVIDE, FP64, [one, three]).steps_of(StepKind.QUOTIENT)[0]
    assert "55 digits are worked out, 28 of them ones; shown are the first 4" in str(divided.text)
    assert len(divided.rows) == 10
    root = trace_operation(Operation.SQRT, FP64, [three]).steps_of(StepKind.ROOT)[0]
    assert len(root.rows) == 11


@given(st.sampled_from(FAMILIES), st.randoms(use_true_random=False), st.sampled_from(RULES))
def test_any_quotient_and_root(fmt: Format, draw: random.Random, rules: Rules) -> None:
    a, b = (_any_code(fmt, draw) for _ in range(2))
    _assert_sound(Operation.DIVIDE, fmt, [(fmt, a), (fmt, b)], rules)
    _assert_sound(Operation.SQRT, fmt, [(fmt, a)], rules)


# -- cases of their own ------------------------------------------------------------------------


def _kinds(trace: Trace) -> list[str]:
    return [step.kind.value for step in trace.steps]


def test_a_shift_larger_than_the_significand_is_abbreviated() -> None:
    trace = _assert_sound(
        Operation.SUBTRACT, FP64, [(FP64, 0x3FF0 << 48), (FP64, 0x0010 << 48)], Rules()
    )
    (align,) = trace.steps_of(StepKind.ALIGN)
    assert align.values["shift"] == "1022"
    assert "sticky digit 1" in str(align.text)
    assert all(len(row.digits) <= 64 for step in trace.steps for row in step.rows)
    assert align.rows[1].tail is not None
    assert (trace.code, trace.flags) == (0x3FF0 << 48, Flags.INEXACT)


def test_cancellation_moves_the_digits_left() -> None:
    trace = _assert_sound(Operation.SUBTRACT, FP16, [(FP16, 0x3C01), (FP16, 0x3C00)], Rules())
    assert trace.steps_of(StepKind.NORMALISE)[0].values["places"] == "10"
    assert "no rule has anything to round" in str(trace.steps_of(StepKind.CUT)[0].text)
    zero = _assert_sound(Operation.SUBTRACT, FP16, [(FP16, 0x3C01), (FP16, 0x3C01)], Rules())
    assert _kinds(zero)[2:] == ["align", "difference", "special", "pack"]


def test_a_carry_out_of_rounding() -> None:
    trace = _assert_sound(Operation.ADD, FP16, [(FP16, 0x3FFF), (FP16, 0x1000)], Rules())
    (carry,) = trace.steps_of(StepKind.CARRY)
    assert carry.values == {"old": "0", "new": "1"}
    assert trace.code == 0x4000
    least = trace_conversion(parse_literal("2^-14-2^-25+2^-30"), FP16)
    assert "smallest normal" in str(least.steps_of(StepKind.CARRY)[0].text)
    assert "full precision" in str(least.steps_of(StepKind.RANGE)[0].text)


def test_overflow_says_what_the_rules_deliver() -> None:
    for overflow, value in ((Overflow.IEEE, "inf"), (Overflow.SATURATE, "65504")):
        trace = _assert_sound(
            Operation.ADD, FP16, [(FP16, 0x7BFF), (FP16, 0x7BFF)], Rules(overflow=overflow)
        )
        step = trace.steps_of(StepKind.RANGE)[0]
        assert (step.values["value"], step.values["overflow"]) == (value, overflow.value)


def test_subnormal_results_say_so() -> None:
    exact = _assert_sound(Operation.MULTIPLY, FP16, [(FP16, 0x0400), (FP16, 0x3800)], Rules())
    assert "no underflow" in str(exact.steps_of(StepKind.RANGE)[0].text)
    inexact = _assert_sound(Operation.MULTIPLY, FP16, [(FP16, 0x0401), (FP16, 0x3800)], Rules())
    assert "subnormal" in str(inexact.steps_of(StepKind.NORMALISE)[0].text)
    assert "underflow is raised" in str(inexact.steps_of(StepKind.RANGE)[0].text)
    flushed = _assert_sound(
        Operation.MULTIPLY, FP16, [(FP16, 0x0400), (FP16, 0x3800)], Rules(flush=True)
    )
    assert "flushed" in str(flushed.steps_of(StepKind.RANGE)[0].text)


@pytest.mark.parametrize(
    ("code", "tininess", "flush", "words", "flags"),
    [  # times 0.5, into fp16: of 0x07ff only the grid of the subnormals makes a normal number
        (0x07FF, "after", False, "with full precision it would still lie below, so", "inexact, un"),
        (0x07FF, "before", False, "tiny before rounding, where these rules look", "inexact, und"),
        (0x07FF, "after", True, "would still lie below, and it is tiny. Tiny results are fl", "in"),
        (0x07FF, "before", True, "as Arm does. Tiny results are flushed: it becomes a zero", "in"),
    ],
)
def test_the_sheet_says_where_tiny_is_looked_for(code, tininess, flush, words, flags) -> None:
    rules = Rules(flush=flush, tininess=Tininess(tininess))
    trace = _assert_sound(Operation.MULTIPLY, FP16, [(FP16, code), (FP16, 0x3800)], rules)
    assert words in str(trace.steps_of(StepKind.RANGE)[0].text)
    assert f"Flags: {flags}" in str(trace.steps_of(StepKind.PACK)[0].text)
    assert trace.code == (0 if flush else 0x0400)


def test_what_rounding_makes_normal_is_tiny_before_it_alone() -> None:
    a, b = (FP16, 0x07FE), (FP16, 0x3801)
    after, before = (
        _assert_sound(Operation.MULTIPLY, FP16, [a, b], Rules(tininess=each)) for each in Tininess
    )
    assert (after.code, after.flags) == (0x0400, Flags.INEXACT)
    assert (before.code, before.flags) == (0x0400, Flags.INEXACT | Flags.UNDERFLOW)
    assert "Arm looks before it" in str(after.steps_of(StepKind.RANGE)[0].text)
    assert "it is tiny before rounding" in str(before.steps_of(StepKind.RANGE)[0].text)


@pytest.mark.parametrize(
    ("op", "fmt", "codes", "words"),
    [
        ("add", "fp16", (0x7C00, 0xFC00), "opposite sign"),
        ("add", "fp16", (0x7C00, 0x3C00), "a is infinite"),
        ("multiply", "fp16", (0x7C00, 0), "Zero times infinity"),
        ("fma", "fp16", (0, 0x7C00, 0x7E00), "Zero times infinity"),
        ("fma", "fp16", (0x7C00, 0x3C00, 0xFC00), "opposite sign"),
        ("add", "fp16", (0x3C00, 0x7E01), "b is not a number"),
        ("add", "fp16", (0x7C01, 0x7E01), "a is signalling"),
        ("multiply", "fp16", (0, 0x3C00), "A factor is zero"),
        ("add", "fp16", (0x8000, 0x8000), "same sign"),
        ("add", "fp16", (0x8000, 0x0000), "+0"),
        ("add", "fp16", (0x8000, 0x3C00), "a is zero"),
        ("subtract", "e8m0", (0x7F, 0x7F), "e8m0 has no zero"),
        ("subtract", "e8m0", (0x7F, 0x80), "e8m0 has no sign"),
        ("add", "fp8_e4m3fn", (0x7F, 0x38), "a is not a number"),
        ("divide", "fp16", (0, 0x8000), "no quotient is the right one"),
        ("divide", "fp16", (0x7C00, 0xFC00), "is not determined"),
        ("divide", "fp16", (0x3C00, 0x8000), "that of the zero counts"),
        ("divide", "fp16", (0x8000, 0x3C00), "so the exact quotient is zero"),
        ("divide", "fp16", (0x3C00, 0x7C00), "1 ÷ inf = 0"),
        ("divide", "fp16", (0x7C00, 0x3C00), "a is infinite"),
        ("sqrt", "fp16", (0xBC00,), "No number times itself is negative"),
        ("sqrt", "fp16", (0x8000,), "that zero, with its sign"),
        ("sqrt", "fp16", (0x7C00,), "a is infinite"),
    ],
)
def test_special_cases_say_why(op: str, fmt: str, codes: tuple[int, ...], words: str) -> None:
    form = find_format(fmt)
    trace = _assert_sound(Operation(op), form, [(form, code) for code in codes], Rules())
    assert words in " ".join(str(step.text) for step in trace.steps_of(StepKind.SPECIAL))


def test_what_the_format_has_not_is_said() -> None:
    fp4 = find_format("fp4_e2m1")
    trace = _assert_sound(Operation.ADD, fp4, [(FP16, 0x7C00), (FP16, 0x3C00)], Rules())
    assert "6 stands for it" in str(trace.steps_of(StepKind.SPECIAL)[0].text)
    fnuz = find_format("fp8_e4m3fnuz")
    minus_zero = _assert_sound(Operation.ADD, fnuz, [(FP16, 0x8000), (FP16, 0x8000)], Rules())
    assert "no -0" in str(minus_zero.steps_of(StepKind.SPECIAL)[0].text)
    tiny = trace_conversion(parse_literal("2^-200"), find_format("e8m0"))
    assert "neither zero nor subnormals" in str(tiny.steps_of(StepKind.RANGE)[0].text)


def test_partial_products_are_shown_while_they_are_few() -> None:
    few = _assert_sound(Operation.MULTIPLY, FP16, [(FP16, 0x3C81), (FP16, 0x3E05)], Rules())
    labels = [str(row.label) for row in few.steps_of(StepKind.PRODUCT)[0].rows]
    assert labels == ["a × 2^-10", "a × 2^-8", "a × 2^-1", "a × 2^0", "product"]
    many = _assert_sound(Operation.MULTIPLY, FP32, [(FP32, 0x3F8FFFFF)] * 2, Rules())
    assert "a partial product: 21 in all" in str(many.steps_of(StepKind.PRODUCT)[0].text)


def test_places_point_at_the_bits_of_a_step() -> None:
    trace = trace_operation(Operation.ADD, FP16, [(FP16, 0x3C80), (FP16, 0x2FF9)])
    places = {step.kind: step.place for step in trace.steps}
    for kind, bits in (
        (StepKind.ROUND, (0, 0)),
        (StepKind.RANGE, (10, 14)),
        (StepKind.PACK, (0, 15)),
    ):
        place = places[kind]
        assert place is not None
        assert (place.format, place.code, place.lowest, place.highest) == (FP16, 0x3D00, *bits)


def test_fp128_and_stochastic_rounding_have_digits_enough() -> None:
    rules = Rules(Rounding.STOCHASTIC, random_bits=0xFFFFFFFF)
    trace = _assert_sound(
        Operation.ADD, FP128, [(FP128, 0x3FFF << 112), (FP128, 0x3FFF - 140 << 112)], rules
    )
    assert "drawn at random" in str(trace.steps_of(StepKind.ROUND)[0].text)


def test_phrases_keep_their_template() -> None:
    sentence = phrase("{name} is {value}.", name="a", value="1")
    assert str(sentence) == "a is 1."
    assert sentence.template == "{name} is {value}."


@pytest.mark.parametrize("module", [conversion, operation])
def test_examples_in_the_documentation(module) -> None:
    assert doctest.testmod(module).failed == 0
