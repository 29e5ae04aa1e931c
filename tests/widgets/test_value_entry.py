"""The value entry: what is valid goes out, what is not is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fpviz.core.formats import find_format
from fpviz.core.numbers import finite
from fpviz.widgets.theme import DARK, LIGHT
from fpviz.widgets.value_entry import Chip, LiteralEdit, ValueEntry, Verdict, judge


@pytest.fixture
def edit(qtbot):
    widget = LiteralEdit(LIGHT)
    qtbot.addWidget(widget)
    widget.show()
    widget.setFocus()
    return widget


@pytest.fixture
def typed(edit):
    seen = []
    edit.literal_typed.connect(lambda literal, spell: seen.append((literal, spell)))
    return seen


def test_only_what_is_valid_goes_out(edit, typed, qtbot):
    qtbot.keyClicks(edit, "1e-8")
    assert [literal.text for literal, _ in typed] == ["1", "1e-8"]
    assert edit.verdict is Verdict.VALID


def test_one_spell_of_typing_has_one_key(edit, typed, qtbot):
    qtbot.keyClicks(edit, "12")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "34")
    keys = [spell for _, spell in typed]
    assert keys[0] is keys[1]
    assert keys[2] is keys[3]
    assert keys[1] is not keys[2]


def test_escape_brings_the_present_value_back(edit, typed, qtbot):
    edit.show_text("1.5")
    edit.selectAll()
    qtbot.keyClicks(edit, "nonsense")
    assert edit.verdict is Verdict.WRONG
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "1.5"
    assert edit.verdict is Verdict.VALID


def test_what_is_being_typed_is_not_rewritten_while_it_says_the_same(edit, qtbot):
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "1.50")
    edit.show_text("1.5")
    assert edit.text() == "1.50"
    edit.show_text("2")
    assert edit.text() == "2"


def test_a_setter_tells_nobody(edit, typed):
    edit.show_text("3")
    assert typed == []


def test_a_code_without_a_format_is_one_of_the_active_format():
    assert judge("16'h3c00", find_format("fp16")).literal.code == 0x3C00
    assert judge("0x3c00").literal.number == finite(0x3C00)


def test_the_remarks_follow_the_verdict(qtbot):
    entry = ValueEntry(LIGHT)
    qtbot.addWidget(entry)
    entry.show_source("1", "exact integer kept", "exact in FP16")
    assert entry.source_chip.text() == "exact integer kept"
    assert entry.edit.accessibleDescription() == "exact integer kept · exact in FP16"
    qtbot.keyClicks(entry.edit, "e")
    assert entry.edit.verdict is Verdict.WRONG or "typing" in entry.source_chip.text()
    entry.set_theme(DARK)
    assert entry.source_chip.text() != "exact integer kept"


def test_a_chip_gives_way_and_keeps_its_words(qtbot):
    chip = Chip()
    qtbot.addWidget(chip)
    chip.show_remark("a long remark that has no room", LIGHT.ink, LIGHT.ground)
    assert chip.minimumSizeHint().width() < chip.sizeHint().width()
    assert chip.toolTip() == chip.text() == chip.accessibleName()
    chip.show_remark("", LIGHT.ink, LIGHT.ground)
    assert chip.isHidden()


def test_another_active_format_reads_the_text_anew(edit):
    edit.set_active(find_format("fp16"))
    edit.show_text("16'h3c00")
    assert edit.verdict is Verdict.VALID
    edit.set_active(find_format("fp32"))
    assert edit.verdict is Verdict.WRONG


@pytest.fixture
def source(qtbot):
    """The value entry, and the links that were entered in it."""
    entry = ValueEntry(LIGHT)
    qtbot.addWidget(entry)
    entry.entered = []
    entry.link_entered.connect(entry.entered.append)
    return entry


def test_a_link_waits_for_enter(source, qtbot):
    typed = []
    source.literal_typed.connect(lambda literal, _: typed.append(literal))
    qtbot.keyClicks(source.edit, "fpviz:1e-2?in=bf16")
    assert source.edit.verdict is Verdict.LINK
    assert source.source_chip.text() == "a link · Enter opens it"
    assert (typed, source.entered) == ([], [])
    qtbot.keyClick(source.edit, Qt.Key.Key_Return)
    assert [link.state.active.name for link in source.entered] == ["bf16"]


@pytest.mark.parametrize(
    ("text", "verdict", "word"),
    [
        ("fpv", Verdict.INCOMPLETE, "typing"),
        ("fpviz:1e-", Verdict.INCOMPLETE, "typing"),
        ("fpviz:1?in=fp17", Verdict.WRONG, "unknown format 'fp17'"),
        ("fpviz:1?rounding=up", Verdict.WRONG, "'up' is not one of"),
    ],
)
def test_what_is_no_link_yet(source, qtbot, text, verdict, word):
    qtbot.keyClicks(source.edit, text)
    assert source.edit.verdict is verdict
    assert word in source.source_chip.text()
    qtbot.keyClick(source.edit, Qt.Key.Key_Return)
    assert source.entered == []


def test_other_lines_take_no_links(edit):
    edit.show_text("fpviz:1")
    assert edit.verdict is Verdict.WRONG


def test_an_empty_line_that_says_what_it_stands_for_is_not_half_typed(edit, qtbot):
    edit.setPlaceholderText("the source")
    edit.set_active(find_format("bf16"))
    assert edit.verdict is Verdict.VALID
    qtbot.keyClicks(edit, "1e-")
    assert edit.verdict is Verdict.INCOMPLETE
    for _ in "1e-":
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.verdict is Verdict.VALID
