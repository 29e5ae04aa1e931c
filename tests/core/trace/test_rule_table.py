"""The table of all rules: each cell is what the worked sheet says under its rules."""

from __future__ import annotations

import csv
import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from io import StringIO
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.operations import OPERANDS, Operation, operate
from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import find_format
from fpviz.core.literals import Literal, parse_literal
from fpviz.core.reading import State
from fpviz.core.trace.rule_table import Differs, RuleTable
from fpviz.core.trace.rule_table import rule_table as table_of
from fpviz.core.trace.rule_table_data import csv_rows, data_rows, table_csv
from fpviz.core.trace.rule_table_text import table_markdown, table_text
from fpviz.core.trace.whole_sheet import worked_sheet
from tests.strides import strided

FP16 = find_format("fp16")
TEXTS = (
    "1.125",
    "0.1",
    "fp16:0x8003",
    "fp16:0x0400",
    "65504",
    "-2^-24",
    "2^-14-2^-26",
    "-0",
    "inf",
)
FORMATS = tuple(map(find_format, ("fp16", "fp8_e5m2", "bf16", "posit8", "int8", "fp32")))


def rule_table(name: str, sources: list[Literal], fmt, rules: Rules) -> RuleTable:
    return table_of(worked_sheet(name, sources, fmt, State(rules=rules)))


def _sources(*texts: str) -> list[Literal]:
    return [parse_literal(text) for text in texts]


def _under(name: str, sources: list[Literal], fmt, rules: Rules) -> tuple[int, Flags]:
    trace = worked_sheet(name, sources, fmt, State(rules=rules)).trace
    return trace.code, trace.flags


def _assert_sound(name: str, sources: list[Literal], fmt, rules: Rules) -> RuleTable:
    table = rule_table(name, sources, fmt, rules)
    present = table.cell(rules)
    assert len(table.all_cells) == len(Rounding) * 8
    assert present.differs is Differs.NOTHING
    for cell in table.all_cells:
        assert sum(each.chance for each in cell.outcomes) == 1
        made = _under(name, sources, fmt, cell.rules)
        assert made in [(each.code, each.flags) for each in cell.outcomes]
        assert cell.rules.draws or len(cell.outcomes) == 1
        for each in cell.outcomes:
            same = [(other.code, other.flags) for other in present.outcomes]
            assert (each.differs is Differs.NOTHING) == ((each.code, each.flags) in same)
            assert (each.differs is Differs.CODE) == (each.code not in {code for code, _ in same})
    return table


@strided(6)
@pytest.mark.parametrize("name", sorted(OPERANDS))
def test_each_cell_is_what_the_sheet_says(name: str, stride: int) -> None:
    draw = random.Random(name)
    for _ in range(0, 4, stride):
        rules = Rules(
            draw.choice(list(Rounding)),
            draw.choice(list(Overflow)),
            draw.random() < 0.5,
            draw.getrandbits(32),
            daz=draw.random() < 0.5,
            tininess=draw.choice(list(Tininess)),
        )
        _assert_sound(
            name, _sources(*draw.choices(TEXTS, k=OPERANDS[name])), draw.choice(FORMATS), rules
        )


@given(st.integers(0, 0xFFFF), st.integers(0, 0xFFFF))
@settings(max_examples=12)
def test_what_is_drawn_has_the_share_of_draws_that_give_it(a: int, b: int) -> None:
    rules = Rules(random_width=6)
    sources = _sources(f"fp16:{a:#06x}", f"fp16:{b:#06x}")
    table = rule_table("multiply", sources, FP16, rules)
    for cell in table.all_cells:
        if not cell.rules.draws:
            continue
        draws = [replace(cell.rules, random_bits=bits) for bits in range(64)]
        made = (
            operate(Operation("multiply"), FP16, [(FP16, a), (FP16, b)], each) for each in draws
        )
        counted = Counter((each.code, each.flags) for each in made)
        assert {(each.code, each.flags): each.chance for each in cell.outcomes} == {
            each: Fraction(count, 64) for each, count in counted.items()
        }


def test_three_outcomes_at_the_border_of_what_is_tiny() -> None:
    table = rule_table("convert", _sources("2^-14-2^-26"), FP16, Rules())
    cell = table.cell(Rules(Rounding.STOCHASTIC))
    assert [(each.code, each.chance) for each in cell.outcomes] == [
        (0x03FF, Fraction(1, 4)),
        (0x0400, Fraction(1, 4)),
        (0x0400, Fraction(1, 2)),
    ]
    assert [each.differs for each in cell.outcomes] == [
        Differs.CODE,
        Differs.FLAGS,
        Differs.NOTHING,
    ]
    assert [str(switch.name) for switch in table.idle] == ["DAZ"]


def test_switches_without_effect_make_no_columns() -> None:
    plain = rule_table("add", _sources("1.125", "0.12457"), FP16, Rules(daz=True))
    assert len(plain.columns) == 1
    assert all(cell.rules.daz for cell in plain.columns[0].cells)
    assert "Without effect here: FTZ, DAZ, tininess." in table_text(plain)
    tiny = rule_table("multiply", _sources("fp16:0x8003", "0.3"), FP16, Rules())
    heads = [[str(label) for label in column.labels] for column in tiny.columns]
    assert heads == [list(each) for each in product(("no FTZ", "FTZ"), ("no DAZ", "DAZ"))]


def test_the_table_as_text_and_markdown_marks_what_differs() -> None:
    table = rule_table("add", _sources("1.125", "0.12457"), FP16, Rules())
    lines = table_text(table).splitlines()
    assert lines[1].split() == ["ties-to-even", "0x3d00", "=", "1.25,", "inexact"]
    assert lines[4].split()[:3] == ["toward-zero", "*", "0x3cff"]
    assert "| toward-zero | **0x3cff = 1.249, inexact** |" in table_markdown(table)


def test_csv_has_every_outcome_under_all_rules() -> None:
    table = rule_table("multiply", _sources("fp16:0x0403", "0.3"), FP16, Rules())
    head, *rows = csv.reader(StringIO(table_csv(table)))
    assert [head, *rows] == list(csv_rows(table))
    assert head == list(next(data_rows(table)))
    assert len(rows) == sum(len(cell.outcomes) for cell in table.all_cells)
    drawn = [row for row in rows if row[:4] == ["stochastic", "off", "off", "after"]]
    assert sum(Fraction(row[4]) for row in drawn) == 1
    assert ["toward-zero", "on", "off", "after", "1", "0x0000"] in [row[:6] for row in rows]
