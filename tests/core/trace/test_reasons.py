"""What the sentences of a sheet and of its proof claim is true of its flags and its result."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product, zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, encode
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import CATALOGUE, FARTHEST, Format, find_format
from fpviz.core.formats.decoding import NumberClass, decode, value_of
from fpviz.core.formats.order import next_up
from fpviz.core.literals import Literal, NumberLiteral, code_source, parse_literal
from fpviz.core.numbers import Finite, Infinity, NaN, Number, floor_log2, power_of_two
from fpviz.core.text import brief_in
from fpviz.core.trace import StepKind, Trace, trace_conversion
from fpviz.core.trace.headings import heading
from fpviz.core.trace.whole_sheet import Sheet, conversion_sheet, operation_sheet
from tests.strides import strided

CUSTOM = (
    *("e3m0finite", "e2m0fn", "e1m1fnuz", "e4m3finite", "e5m2b20", "e1m2fn"),
    *("q-3.10", "q8.-4", "uq0.4", "q3.4sm", "q0.7ob", "int128", "q-900.1000"),
    *("posit3_es1", "posit5_es0", "posit12_es3", "takum6", "takum12", "binary6p3ue"),
)
FORMATS = (*CATALOGUE, *map(find_format, CUSTOM))
RULES = st.builds(
    Rules,
    st.sampled_from(Rounding),
    st.sampled_from(Overflow),
    st.booleans(),
    st.sampled_from((0, 1, 0x5A5A5A5A, 0xFFFFFFFF)),
    daz=st.booleans(),
)


# -- what is true ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Truth:
    """What became of an exact number, from its code and flags alone."""

    exact: Number
    format: Format
    code: int
    flags: Flags
    value: str

    @property
    def result(self) -> Number:
        return decode(self.format, self.code).number

    @property
    def kind(self) -> NumberClass:
        return decode(self.format, self.code).number_class

    @property
    def is_zero(self) -> bool:
        return isinstance(self.result, Finite) and self.result.is_zero

    @property
    def magnitude(self) -> Fraction:
        assert isinstance(self.result, Finite)
        return self.result.magnitude

    @property
    def keeps_the_sign(self) -> bool:
        return self.exact.negative == self.result.negative

    @property
    def is_on_the_grid(self) -> bool:
        """Whether the exact number needs no more places than the format has."""
        assert isinstance(self.exact, Finite)
        magnitude = self.exact.magnitude
        if not self.format.has_even_binades:
            spacing = self.format.stretch_at(magnitude, self.exact.negative)
            return ((magnitude - spacing.start) / spacing.spacing).denominator == 1
        quantum = self.format.quantum_at(floor_log2(magnitude))
        return (magnitude / power_of_two(quantum)).denominator == 1

    @property
    def has_gone_round(self) -> bool:
        """Whether code and number differ by rounding and by whole turns alone."""
        assert isinstance(self.exact, Finite)
        ulp = self.format.smallest
        turn = ulp * (1 << self.format.width)
        turns = (self.exact.value - value_of(self.format, self.code)) / turn
        return abs(turns - round(turns)) < Fraction(1, 1 << self.format.width)


CLAIMS: tuple[tuple[str, Callable[[Truth], bool]], ...] = (
    (r"overflow(?! rule)", lambda it: Flags.OVERFLOW in it.flags),
    (r"no underflow", lambda it: Flags.UNDERFLOW not in it.flags),
    (r"(?<!no )underflow is raised", lambda it: Flags.UNDERFLOW in it.flags),
    (r"invalid", lambda it: Flags.INVALID in it.flags),
    (r"No flag", lambda it: it.flags == Flags.NONE),
    (r"but exact|nothing is (lost|rounded)|result is exact", lambda it: it.result == it.exact),
    (r"not exact", lambda it: it.result != it.exact),
    (r"no rule has anything to round", lambda it: it.is_on_the_grid),
    (r"flushed", lambda it: it.is_zero),
    (r"(is|becomes) a zero", lambda it: it.is_zero),
    (r": a subnormal number, with", lambda it: it.kind is NumberClass.SUBNORMAL or it.is_zero),
    (
        r"is the smallest normal|makes it the sm",  # which FTZ may flush then
        lambda it: it.magnitude == it.format.min_normal or it.is_zero,
    ),
    (r"smaller than the smallest normal", lambda it: it.magnitude < it.format.min_normal),
    (r"no valid code", lambda it: Flags.INVALID in it.flags),
    (r"is a value of", lambda it: it.is_on_the_grid),
    (r"Below the least finite", lambda it: it.exact.negative),
    (r"in the range of", lambda it: Flags.OVERFLOW not in it.flags),
    (r"number is negative: (two|sign)", lambda it: it.result.negative),
    (r"goes round", lambda it: it.has_gone_round),
    (r"nothing becomes zero", lambda it: it.magnitude == it.format.smallest),
    (r"Beyond the largest number", lambda it: it.magnitude == it.format.largest),
    (r"makes it normal", lambda it: it.kind is NumberClass.NORMAL or it.is_zero),
    (r"lies between \S+ and", lambda it: it.kind is NumberClass.NORMAL),
    (r"the least stands|least number stands", lambda it: it.magnitude == it.format.smallest),
    (r"stays an infinity", lambda it: it.kind is NumberClass.INFINITE and it.keeps_the_sign),
    (r"stays a NaN|neither is the result", lambda it: it.kind is NumberClass.NAN),
    (r"keeps its sign", lambda it: it.is_zero and it.keeps_the_sign),
    (r"loses its sign", lambda it: it.is_zero and not it.keeps_the_sign),
    (r"has no such (result|number)", lambda it: it.result != it.exact),
    (r"has no zero: the op", lambda it: isinstance(it.exact, Finite) and it.exact.is_zero),
    (r"has no sign", lambda it: it.exact.negative and not it.format.signed),
    (r"exact sum is zero: \+0", lambda it: it.exact == Finite(False, Fraction(0))),
    (r"exact sum is zero: -0", lambda it: it.exact == Finite(True, Fraction(0))),
    (
        r"stands for|delivers|the result is \{",
        lambda it: it.value in ("", brief_in(it.format, it.result)),
    ),
)
"""A claim and when it is true."""

BOTH_WAYS = (
    (r"overflow(?! rule)", Flags.OVERFLOW),
    (r"(?<!no )underflow is raised", Flags.UNDERFLOW),
    (r"invalid", Flags.INVALID),
)
"""What a sheet must claim exactly where the flag is raised."""


def _claims(trace: Trace, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The sentences of a trace with the value that each names as the result."""
    for step in trace.steps:
        for each in step.sentences:
            if step.kind is not StepKind.OPERAND and not str(each).startswith("Flags:"):
                yield str(each), str(dict(each.values).get("value", ""))
    for reason in sheet.proof.reasons if sheet.proof and trace is sheet.trace else ():
        yield str(reason), str(dict(reason.values).get("value", ""))


def _near(exact: Number | Irrational) -> Number:
    """An exact number; one very near to it where it is irrational."""
    if isinstance(exact, Finite | Infinity | NaN):
        return exact
    enclosure = exact.enclosed(500)
    if abs(enclosure.lower.exponent) > FARTHEST:
        far = 100_000 if enclosure.lower.exponent > 0 else -100_000
        return Finite(exact.negative, power_of_two(far))
    return Finite(exact.negative, enclosure.within)


def _assert_true(sheet: Sheet) -> None:
    for trace in (sheet.trace, *(each for _, each in sheet.conversions)):
        claimed = list(_claims(trace, sheet))
        near = replace(trace, exact=_near(trace.exact))
        for text, value in claimed:
            truth = Truth(near.exact, trace.format, trace.code, trace.flags, value)
            for claim, holds in CLAIMS:
                assert not re.search(claim, text) or holds(truth), (text, trace)
        for claim, flag in BOTH_WAYS:
            said = any(re.search(claim, text) for text, _ in claimed)
            assert said == (flag in trace.flags), (claim, trace)
        for text, _ in claimed:
            _assert_formula(text, trace)
            _assert_neighbours(text, near)
        _assert_same_reason(trace, sheet)


def _assert_formula(text: str, trace: Trace) -> None:
    """A formula comes to the value of the code, by the rules of arithmetic alone."""
    if found := re.fullmatch(r"It reads as (.*)\.", text):
        assert worth(found[1]) == value_of(trace.format, trace.code), (text, trace)


def _assert_neighbours(text: str, trace: Trace) -> None:
    """Between the codes that are named the number lies, and nothing else of the format."""
    if found := re.search(r"has the neighbours \S+ \((0x\w+)\) and \S+ \((0x\w+)\)", text):
        assert isinstance(trace.exact, Finite)
        below, above = (decode(trace.format, int(code, 16)) for code in found.groups())
        assert next_up(trace.format, below.code) in (above.code, trace.format.code_at(0))
        assert isinstance(below.number, Infinity) or below.number.value < trace.exact.value
        assert isinstance(above.number, Infinity) or trace.exact.value < above.number.value


def _assert_same_reason(trace: Trace, sheet: Sheet) -> None:
    """The step that rounds and the proof give one reason."""
    rounds = trace.steps_of(StepKind.ROUND)
    if sheet.proof and sheet.proof.neighbours and rounds and trace is sheet.trace:
        assert rounds[0].sentences[-1] == sheet.proof.reasons[0]
        assert sheet.proof.rounded.code == trace.code
        assert sheet.proof.rounded.flags == trace.flags


def worth(formula: str) -> Fraction:
    """What a formula in plain text comes to; numbers with a small 2 behind them are binary."""
    text = re.sub(r"([01]*)(?:\.([01]*))?₂", _binary, formula)
    for sign, python in (("−", "-"), ("×", "*"), ("·", "*"), ("^", "**")):
        text = text.replace(sign, python)
    text = re.sub(r"(?<![\w.])0*(\d+)(?![\w.])", r"Fraction(\1)", text)
    return Fraction(eval(text, {"Fraction": Fraction}))


def _binary(found: re.Match[str]) -> str:
    whole, fraction = found[1] or "0", found[2] or ""
    return f"({int(whole + fraction, 2)}/{1 << len(fraction)})"


SUMS = (Operation.ADD, Operation.SUBTRACT)


# -- sheets ------------------------------------------------------------------------------------


def _awkward(fmt: Format) -> list[Literal]:
    """Numbers at all the borders of a format."""
    ulp = fmt.largest - fmt.magnitude(fmt.largest_place - 1)
    tiny, low, high = fmt.smallest, fmt.min_normal, fmt.largest
    numbers = [
        *(tiny / 3, tiny / 2, tiny * 2 / 3, tiny, tiny * 3 / 2, tiny / 2**80),
        *(low - tiny, low - tiny / 2, low - tiny / 8, low - tiny / 1024, low, low + tiny / 3),
        *(high, high + ulp / 3, high + ulp / 2, high + ulp, high * 4, high * 2**40),
        *(Fraction(1), Fraction(1, 3), Fraction(4, 3), 1 + Fraction(1, 2**130)),
    ]
    finite = [NumberLiteral("x", Finite(sign, abs(x))) for x in numbers for sign in (False, True)]
    return [*finite, *map(parse_literal, ("0", "-0", "inf", "-inf", "nan", "-nan(0x15)", "snan"))]


PICKS = st.tuples(st.booleans(), st.sampled_from(FORMATS), st.integers(0, (1 << 128) - 1))


def _picked(fmt: Format, pick: tuple[bool, Format, int]) -> Literal:
    """A number at a border of ``fmt``, or any code of any format."""
    at_a_border, other, drawn = pick
    awkward = _awkward(fmt)
    if at_a_border:
        return awkward[drawn % len(awkward)]
    return code_source(other, drawn >> 128 - other.width)


@settings(max_examples=2 * settings().max_examples)
@given(PICKS, st.sampled_from(FORMATS), RULES)
def test_a_conversion_never_contradicts_itself(pick, fmt: Format, rules: Rules) -> None:
    _assert_true(conversion_sheet(_picked(fmt, pick), fmt, rules))


@settings(max_examples=2 * settings().max_examples)
@given(st.tuples(PICKS, PICKS, PICKS), st.sampled_from(Operation), st.sampled_from(FORMATS), RULES)
def test_an_operation_never_contradicts_itself(picks, op, fmt: Format, rules: Rules) -> None:
    sources = [_picked(fmt, pick) for pick in picks[: op.arity]]
    _assert_true(operation_sheet(op, sources, fmt, rules))


@pytest.mark.sweep
@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
def test_no_border_of_any_format_is_told_wrong(fmt: Format) -> None:
    for source in _awkward(fmt):
        for rounding in Rounding:
            for overflow in Overflow:
                for flush in (False, True):
                    rules = Rules(rounding, overflow, flush, random_bits=0x80000000)
                    _assert_true(conversion_sheet(source, fmt, rules))
            for flush in (False, True):
                rules = Rules(rounding, flush=flush, tininess=Tininess.BEFORE)
                _assert_true(conversion_sheet(source, fmt, rules))


@strided(7)
def test_every_code_of_a_tiny_format_into_every_other(stride: int) -> None:
    draw = random.Random(20)
    for name in ("fp4_e2m1", "e2m0fn", "e1m1fnuz", "e2m1"):
        source = find_format(name)
        for code in range(1 << source.width):
            for fmt in FORMATS[code % stride :: stride]:
                overflow, rounding = draw.choice(list(Overflow)), draw.choice(list(Rounding))
                rules = Rules(rounding, overflow, draw.random() < 0.5)
                rules = replace(rules, tininess=draw.choice(list(Tininess)))
                _assert_true(conversion_sheet(code_source(source, code), fmt, rules))


# -- the sheets that did -----------------------------------------------------------------------


@pytest.mark.parametrize("overflow", Overflow)
def test_a_number_on_the_grid_beyond_the_largest_is_not_called_exact(overflow: Overflow) -> None:
    trace = trace_conversion(
        parse_literal("480"), find_format("fp8_e4m3fn"), Rules(overflow=overflow)
    )
    words = " ".join(str(step.text) for step in trace.steps)
    assert "overflow" in words
    assert "is lost" not in words
    assert "is exact" not in words
    assert trace.flags == Flags.INEXACT | Flags.OVERFLOW


def test_a_random_draw_and_what_it_decides_add_up() -> None:
    """A share so near 1 that six digits would round it there is shown with more."""
    sheet = conversion_sheet(
        parse_literal("1+2^-10-2^-50"), find_format("fp16"), Rules(Rounding.STOCHASTIC)
    )
    (step,) = sheet.trace.steps_of(StepKind.ROUND)
    assert "less than 1" in str(step.text)
    assert Fraction(step.values["share"]) < 1
    least = conversion_sheet(
        parse_literal("1+2^-200"), find_format("fp16"), Rules(Rounding.STOCHASTIC)
    )
    (step,) = least.trace.steps_of(StepKind.ROUND)
    share = Fraction(1, 2**190)
    assert abs(Fraction(step.values["share"]) - share) < share / 10**5
    nearly = operation_sheet(
        Operation.SUBTRACT,
        [parse_literal("1"), parse_literal("decimal128:0x0000000000000000000000000000001")],
        find_format("int8"),
        Rules(Rounding.STOCHASTIC),
    )
    (step,) = nearly.trace.steps_of(StepKind.ROUND)
    assert step.values["share"] == "1 - 1e-6176"


WRAPPING = Rules(overflow=Overflow.WRAP)


def test_the_claims_are_made() -> None:
    """Each pattern above is met by some sheet: none is a check of nothing."""
    missed = {claim for claim, _ in CLAIMS}
    for sheet in _sheets_that_claim():
        said = [text for text, _ in _claims(sheet.trace, sheet)]
        missed -= {claim for claim in missed if any(re.search(claim, text) for text in said)}
        if not missed:
            return
    assert missed == set()


def _sheets_that_claim() -> Iterator[Sheet]:
    """Sheets of awkward numbers, each under other rules in turn, so that all kinds come early."""
    names = ("fp16", "fp8_e4m3fn", "fp8_e4m3fnuz", "e8m0", "fp4_e2m1")
    formats = [*map(find_format, (*names, "posit8", "int8", "linear11", "x87", "sfloat16"))]
    rows = [[*_awkward(fmt), parse_literal("x87:0x3fff4000000000000000")] for fmt in formats]
    every = (Rules(), Rules(flush=True), Rules(Rounding.DOWNWARD), WRAPPING)
    for turn, (place, sources) in product(range(len(every)), enumerate(zip_longest(*rows))):
        rules = every[(turn + place) % len(every)]
        for fmt, source in zip(formats, sources, strict=True):
            if source is not None:
                yield conversion_sheet(source, fmt, rules)
                yield from (operation_sheet(op, [source] * 2, fmt, rules) for op in SUMS)


def test_what_is_delivered_for_every_infinity() -> None:
    for fmt in FORMATS:
        for overflow in Overflow:
            sheet = conversion_sheet(parse_literal("-inf"), fmt, Rules(overflow=overflow))
            kept = isinstance(decode(fmt, sheet.trace.code).number, Infinity)
            assert kept == (
                encode(fmt, Infinity(True), Rules(overflow=overflow)).flags is Flags.NONE
            )
            _assert_true(sheet)
    assert isinstance(decode(find_format("e8m0"), 0xFF).number, NaN)


def test_what_sheets_say_of_fp128_tells_neighbours_apart() -> None:
    fmt, one = find_format("fp128"), 0x3FFF << 112
    sheets = [
        conversion_sheet(parse_literal(f"fp128:{code:#x}"), fmt, Rules())
        for code in (one, one + 1, one + 2)
    ]
    headings = {str(line.text) for sheet in sheets for line in heading(sheet)[2:3]}
    packed = {str(step.text).partition("stands for")[2] for s in sheets for step in s.trace.steps}
    assert len(headings) == 3
    assert len(packed - {""}) == 3
