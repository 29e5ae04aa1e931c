"""All that core says can be translated: its templates stand in the source, marked as such."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from fpviz import core
from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules, flags_raised
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import Specials, custom, find_format
from fpviz.core.formats.families.binary_names import BINARY
from fpviz.core.formats.fields import CLASSES
from fpviz.core.line.zone_words import explain
from fpviz.core.line.zones import zones
from fpviz.core.literals import parse_literal
from fpviz.core.notation import NOTATIONS, find_notation
from fpviz.core.phrase import Complaint, Phrase
from fpviz.core.trace.headings import WHY, heading, proof_lines, sections
from fpviz.core.trace.rule_table import SWITCHES, rule_table
from fpviz.core.trace.rule_table_text import table_markdown
from fpviz.core.trace.whole_sheet import Sheet, conversion_sheet, operation_sheet
from tests.phrases import marked, phrases_in
from tests.strides import strided

FOLDER = Path(core.__file__).parent
FORMATS = (
    *BINARY.formats,
    *map(find_format, ("e5m7", "e3m1", "int8", "uint8", "q0.15")),
    *map(
        find_format, ("q8.-4", "x87", "ibm32", "vax_f", "c3x_short", "hif8", "posit8", "decimal32")
    ),
)
OPERANDS = """
1.125 0.1 -1/3 0 -0 inf -inf nan snan nan(0x123) 65504 65519.99 1e6 -1e-9 2^-14 2^-24 2^-25 2^-200
1+2^-11 1+3*2^-11 1+2^-11+2^-80 1+2^-11+2^-300 (2-2^-11)*2^-15 3 3.5 448 -6 2^-130 (2-2^-24)*2^-127
fp16:0x2ff9 fp16:0x7c01 fp16:0x0001 fp32:0x3f8ccccd fp32:0x00000100 bf16:0x3f81 e8m0:0x7f e8m0:0xff
fp8_e4m3fnuz:0x80 e3m1:0x01 e3m1:0x05 e3m3:0x09 e3m2ieee:0x05
x87:0x3fff4000000000000000 vax_f:0x00800000 decimal32:0xb18002ee ibm32:0x41010000 1e-99 1e99 -200
"""
TOGETHER = (
    (Operation.ADD, "inf", "-inf"),
    (Operation.MULTIPLY, "0", "inf"),
    (Operation.SUBTRACT, "1", "1"),
    (Operation.MULTIPLY, "fp16:0x8001", "2"),
    (Operation.DIVIDE, "1", "0"),
    (Operation.SQRT, "2"),
    (Operation.SQRT, "-2"),
    (Operation.TO_INT, "2.5"),
    (Operation.TO_INT, "3"),
    (Operation.TO_UINT, "-3"),
    (Operation.NEGATE, "nan"),
    (Operation.NEXT_UP, "65504"),
    (Operation.SCALE_B, "1", "2000000"),
    (Operation.COMPARE, "1", "2"),
    (Operation.COMPARE, "2", "1"),
    (Operation.COMPARE, "2", "2"),
    (Operation.COMPARE, "2", "nan"),
    (Operation.COMPARE_SIGNALING_LESS, "2", "nan"),
    (Operation.COMPARE_QUIET_LESS, "1", "2"),
)
"""Operands that seldom meet by chance, and one that DAZ takes as a zero."""
BY_DIGITS = (
    *(Operation.ADD, Operation.SUBTRACT, Operation.MULTIPLY, Operation.FMA),
    *(Operation.DIVIDE, Operation.SQRT),
)
RULES = (
    Rules(),
    *(
        Rules(rounding, overflow, flush, draw)
        for rounding, overflow, flush in product(Rounding, Overflow, (False, True))
        for draw in ((0, 1 << 31) if rounding is Rounding.STOCHASTIC else (0,))
    ),
)


# -- worked sheets and zones -----------------------------------------------------------------------


def _sheets(stride: int) -> Iterator[Sheet]:
    """Sheets of many conversions and operations."""
    choose = random.Random(5)
    literals = [parse_literal(text) for text in OPERANDS.split()]
    for operation, *texts in TOGETHER:
        yield operation_sheet(operation, [*map(parse_literal, texts)], FORMATS[0], Rules(daz=True))
    same = [parse_literal("1")] * 2
    yield operation_sheet(Operation.SUBTRACT, same, FORMATS[0], Rules(Rounding.DOWNWARD))
    for rounding, text in product(Rounding, ("1+2^-11", "-1-2^-11", "1+3*2^-11", "-1-3*2^-11")):
        yield conversion_sheet(parse_literal(text), find_format("fp16"), Rules(rounding))
    for text, fmt in (("2^-24", FORMATS[0]), ("2^-130", find_format("bf16"))):
        yield conversion_sheet(parse_literal(text), fmt, Rules(daz=True))
    beyond = Rules(Rounding.STOCHASTIC, random_bits=1 << 31)
    yield conversion_sheet(parse_literal("65504"), find_format("fp8_e5m2fnuz"), beyond)
    for literal, fmt in [*product(literals, FORMATS)][::stride]:
        yield conversion_sheet(literal, fmt, choose.choice(RULES), (find_format("bf16"),))
    for operation, fmt in [*product(BY_DIGITS, FORMATS)][::stride]:
        for rules in (*RULES[:1] * 4, *choose.sample(RULES, 4)):
            operands = choose.choices(literals, k=operation.arity)
            yield operation_sheet(operation, operands, fmt, rules)
    for operation in (each for each in Operation if each not in BY_DIGITS):
        for fmt in choose.sample(FORMATS, 2):
            operands = choose.choices(literals, k=operation.arity)
            yield operation_sheet(operation, operands, fmt, choose.choice(RULES))


def _sheets_of_machines() -> Iterator[Sheet]:
    """Sheets of what machines differ in: results at the edge of the normal numbers, and NaNs."""
    fmt, texts = FORMATS[0], ("fp16:0x07ff", "fp16:0x3800")
    for tininess, flush in product(Tininess, (False, True)):
        rules = Rules(flush=flush, tininess=tininess)
        yield operation_sheet(Operation.MULTIPLY, [*map(parse_literal, texts)], fmt, rules)
        yield conversion_sheet(parse_literal("(2-2^-10)*2^-15"), fmt, rules)
        yield conversion_sheet(parse_literal("(1-2^-12)*2^-14"), fmt, rules)
    for nans in Nans:
        for operation, *words in (
            (Operation.FMA, "inf", "0", "fp16:0x7e01"),
            (Operation.ADD, "inf", "-inf"),
            (Operation.ADD, "fp16:0x7e01", "1"),
        ):
            yield operation_sheet(operation, [*map(parse_literal, words)], fmt, Rules(nans=nans))
        yield conversion_sheet(parse_literal("fp32:0x7fc00001"), fmt, Rules(nans=nans))


def _of_sheet(sheet: Sheet) -> Iterator[Phrase]:
    yield from phrases_in(sheet)
    yield from phrases_in([tuple(line) for line in heading(sheet)])
    for title, trace in sections(sheet):
        yield from phrases_in([title, *((step.title, step.text) for step in trace.steps)])
    if sheet.proof is not None:
        yield from phrases_in([WHY, *map(tuple, proof_lines(sheet.proof))])


def _tables() -> Iterator[Phrase]:
    """What tables of all rules say."""
    said: list[Phrase] = []
    fp16 = find_format("fp16")
    edge = conversion_sheet(parse_literal("2^-14-2^-26"), fp16, Rules())
    factors = [*map(parse_literal, ("fp16:0x8003", "0.3"))]
    for sheet in (edge, operation_sheet(Operation.MULTIPLY, factors, fp16, Rules())):
        table_markdown(rule_table(sheet), lambda phrase: said.append(phrase) or str(phrase))
    yield from phrases_in([said, *SWITCHES])


@cache
def _told(stride: int) -> set[Phrase]:
    """What sheets, tables of rules and zones say."""
    sheets = (*_sheets(stride), *_sheets_of_machines())
    said = {phrase for sheet in sheets for phrase in _of_sheet(sheet)} | {*_tables()}
    for fmt, rules in [*product(FORMATS, RULES)][::stride]:
        said.update(phrases_in([explain(fmt, zone, rules) for zone in zones(fmt, rules)]))
    return said


@strided(5)
def test_what_sheets_and_zones_say_is_marked_and_all_of_it_is_said(stride):
    templates = {phrase.template for phrase in _told(stride)}
    assert templates - marked(FOLDER) == set()
    assert marked(FOLDER, "trace/*.py", "line/zones.py") - templates == set()
    reasons = {why for each in Rounding for why in (each.rule.stays, each.rule.grows)}
    assert reasons - templates == {""}


@strided(5)
def test_their_values_are_no_words(stride):
    """A word in a value's place is a phrase itself, or it would stay English."""
    values = {
        value for phrase in _told(stride) for _, value in phrase.values if isinstance(value, str)
    }
    values -= {fmt.title for fmt in FORMATS}
    words = {word for value in values for word in re.findall(r"\b[A-Za-z]{4,}\b", value)}
    formulas = (f"{each.rule.written} {each.rule.name}" for each in Operation)
    assert words - {"snan"} <= set(re.findall(r"[A-Za-z]{4,}", " ".join(formulas)))


# -- everything else -------------------------------------------------------------------------------

WRONG = (
    "",
    "1e-",
    "hello",
    "9^9^9",
    "nan(zz)",
    "(" * 200,
    "1" * 30_000,
    "inf^2",
    "2^0.5",
    "foo:0x1",
    "fp16:zz",
    "fp16:0x12345",
    "fp16:8'h3c",
    "8'h3c",
    "fp16:0 01111",
    "0 01111 0000000000 1",
    "https://float.exposed/0x1",
)


def _complaint_of(function, *arguments, **facts) -> Phrase:
    with pytest.raises(Complaint) as caught:
        function(*arguments, **facts)
    said = caught.value.phrase
    assert str(caught.value) == str(said)
    assert "\n" not in str(said)
    return said


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:20])
def test_a_complaint_about_a_literal_can_be_translated(text):
    said = _complaint_of(parse_literal, text)
    assert {phrase.template for phrase in phrases_in(said)} <= marked(FOLDER)


@pytest.mark.parametrize(
    "facts",
    [
        (0, 5),
        (5, 1000),
        (5, 5, 1 << 30),
        (5, 0),
        (1, 1, 0, Specials.IEEE),
    ],
)
def test_a_complaint_about_a_format_can_be_translated(facts):
    said = _complaint_of(custom, *facts)
    assert {phrase.template for phrase in phrases_in(said)} <= marked(FOLDER, "formats/**/*.py")


def test_names_and_notations_can_be_translated():
    said = [
        *CLASSES.values(),
        *(each.rule for each in (*Rounding, *Overflow, *Operation)),
        *(flags_raised(flags) for flags in (Flags.NONE, ~Flags.NONE)),
        *(notation.title for notation in NOTATIONS),
        *(each.why_not(fmt) for each in NOTATIONS for fmt in FORMATS[:1] if each.lack),
        _complaint_of(find_notation, "roman"),
    ]
    assert {phrase.template for phrase in phrases_in(said)} <= marked(FOLDER)
