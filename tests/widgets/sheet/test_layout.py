"""The layout of a worked sheet: words in lines that fit, in any language."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import verbatim
from fpviz.core.trace import Role, trace_conversion
from fpviz.widgets.sheet.layout import Ink, Paragraph, SheetFonts, lay_out

ENGLISH = "More than half of the last place lies beyond the cut: the last place grows by 1. " * 3
CHINESE = "截断处之后超过最后一位的一半：最后一位加 1。" * 9


@pytest.fixture
def fonts(qapp):
    return SheetFonts.of(QFont())


def lines_of(text, fonts, width):
    (box,) = lay_out([Paragraph(((verbatim(text), Ink.WORDS),))], fonts, width).boxes
    metrics = QFontMetricsF(fonts.words)
    for line in box.texts:
        assert metrics.horizontalAdvance(line.text) <= line.area.width()
        assert line.area.right() <= width
    return [line.text for line in box.texts]


@pytest.mark.parametrize("width", [200, 333, 640])
def test_english_breaks_between_words(fonts, width):
    lines = lines_of(ENGLISH, fonts, width)
    assert len(lines) > 1
    assert " ".join(lines) == ENGLISH.strip()


@pytest.mark.parametrize("width", [200, 333, 640])
def test_chinese_fills_its_lines_and_begins_none_with_a_mark(fonts, width):
    lines = lines_of(CHINESE, fonts, width)
    metrics = QFontMetricsF(fonts.words)
    assert "".join(lines).replace(" ", "") == CHINESE.replace(" ", "")
    assert not any(line.startswith(("，", "。", "：")) for line in lines)
    fullest = max(map(metrics.horizontalAdvance, lines))
    assert all(metrics.horizontalAdvance(line) > 0.6 * fullest for line in lines[:-1])


def test_a_word_that_is_longer_than_a_line_is_cut(fonts):
    digits = "0123456789" * 30
    assert "".join(lines_of(digits, fonts, 300)) == digits


def test_a_line_of_nothing_keeps_its_height(fonts):
    assert lines_of("", fonts, 300) == [""]


@pytest.mark.parametrize("width", [120, 260, 480])
@pytest.mark.parametrize("name", ["fp8_e4m3fn", "fp16", "fp64"])
def test_guard_round_and_sticky_stand_in_the_narrowest_sheet(fonts, name, width):
    """They are the point of the sheet: digits behind them give way, they do not."""
    trace = trace_conversion(parse_literal("1/3"), find_format(name))
    named = {Role.GUARD: "g", Role.ROUND: "r", Role.STICKY: "s"}
    asked = 0
    for step, box in zip(trace.steps, lay_out(trace.steps, fonts, width).boxes, strict=True):
        for row, shown in zip(step.rows, box.rows, strict=True):
            wanted = {named[digit.role] for digit in row.digits if digit.role in named}
            assert {digit.name for digit in shown.digits} - {""} == wanted
            edges = [digit.area.left() for digit in shown.digits if digit.name]
            assert edges == sorted(edges)
            asked += len(wanted) == len(named)
    assert asked
