"""A line in which names stand for values."""

from __future__ import annotations

from fpviz.core.formats import find_format
from fpviz.core.literals import Context, parse_literal
from fpviz.widgets.comparison.named_edit import NamedEdit
from fpviz.widgets.input.verdict import Verdict
from fpviz.widgets.look.theme import LIGHT


def test_a_name_is_a_value_and_stays_one(qtbot):
    edit = NamedEdit(LIGHT)
    qtbot.addWidget(edit)
    known = {"golden": parse_literal("1.5")}
    edit.set_names(known.get)
    edit.setText("golden")
    edit.set_context(Context(active=find_format("fp16")))
    edit.set_context(Context(active=find_format("bf16")))
    assert edit.text() == "golden"
    assert edit.read("golden").literal == known["golden"]
    assert edit.read("0x3f80").literal.operand == (find_format("bf16"), 0x3F80)
    edit.set_names({}.get)
    assert edit.verdict is Verdict.WRONG
