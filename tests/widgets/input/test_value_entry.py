"""The value entry: what is valid goes out, what is not is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fpviz.core.formats import find_format
from fpviz.core.literals import CodeLiteral, Context, Kind
from fpviz.core.numbers import finite
from fpviz.widgets.input.chips import Chip
from fpviz.widgets.input.literal_edit import LiteralEdit
from fpviz.widgets.input.value_entry import ValueEntry
from fpviz.widgets.input.verdict import Verdict, judge
from fpviz.widgets.look.theme import DARK, LIGHT


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
    assert judge("16'h3c00", Context(active=find_format("fp16"))).literal.code == 0x3C00
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


def test_an_expression_is_handed_over_by_enter_or_a_click(source, qtbot):
    entered = []
    source.expression_entered.connect(entered.append)
    source.edit.show_text("1.5")
    for hand_over in (
        lambda: qtbot.keyClick(source.edit, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(source.source_chip, Qt.MouseButton.LeftButton),
    ):
        source.edit.clear()
        qtbot.keyClicks(source.edit, "a*exp(88)")
        assert source.edit.verdict is Verdict.EXPRESSION
        assert "Enter evaluates it" in source.source_chip.text()
        hand_over()
        assert (source.edit.text(), source.edit.verdict) == ("1.5", Verdict.VALID)
    assert entered == ["a*exp(88)"] * 2
    qtbot.mouseClick(source.source_chip, Qt.MouseButton.LeftButton)
    assert len(entered) == 2


@pytest.mark.parametrize("text", ["2 + 3", "hello", "pi", "[1, 2]", "sqrt(", "a*", "2^0.5"])
def test_what_is_a_literal_or_has_no_operation_is_no_expression_here(source, qtbot, text):
    qtbot.keyClicks(source.edit, text)
    assert source.edit.verdict is not Verdict.EXPRESSION


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


# -- several readings -----------------------------------------------------------------------------


@pytest.fixture
def entry(qtbot):
    """The value entry among FP16, which is active, BF16 and FP32; what it emitted, in order."""
    widget = ValueEntry(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(900, 60)
    widget.show()
    names = ("fp16", "bf16", "fp32")
    formats = tuple(map(find_format, names))
    widget.edit.set_context(Context(active=formats[0], shown=formats))
    widget.typed, widget.kinds = [], []
    widget.literal_typed.connect(lambda literal, _: widget.typed.append(literal))
    widget.kind_taken.connect(widget.kinds.append)
    return widget


def offered(entry):
    return [button.text() for button in entry.choices.buttons if button.isVisible()]


def test_both_readings_stand_beside_the_entry_and_a_click_takes_the_other(entry, qtbot):
    qtbot.keyClicks(entry.edit, "7e00")
    assert entry.typed[-1].number == finite(7)
    assert offered(entry) == ["or FP16 = nan", "or BF16 = 4.25352958651…e+37"]
    qtbot.mouseClick(entry.choices.buttons[0], Qt.MouseButton.LeftButton)
    assert entry.typed[-1].text == "fp16:0x7e00"
    assert entry.edit.text() == "7e00"
    assert entry.kinds == [Kind.CODE]
    assert "or the integer 7" in offered(entry)


def test_a_key_goes_through_all_readings(entry, qtbot):
    qtbot.keyClicks(entry.edit, "0x3e00")
    taken = [entry.typed[-1].text]
    for _ in range(3):
        qtbot.keyClick(entry.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        taken.append(entry.typed[-1].text)
    assert taken == ["fp16:0x3e00", "bf16:0x3e00", "+0x3e00", "fp16:0x3e00"]


def test_what_asks_is_taken_as_nothing_until_it_is_answered(entry, qtbot):
    entry.edit.show_text("2")
    entry.edit.selectAll()
    entry.edit.insert("1,500")
    entry.edit.textEdited.emit("1,500")
    assert (entry.typed, offered(entry)) == ([], ["1.500?", "1500?"])
    assert entry.fit_chip.text() == "shown: 2"
    qtbot.mouseClick(entry.choices.buttons[1], Qt.MouseButton.LeftButton)
    assert entry.typed[-1].number == finite(1500)
    assert entry.edit.verdict is Verdict.VALID
    assert entry.kinds == []  # both are numbers


def test_all_of_a_spell_is_read_where_it_began(entry, qtbot):
    """Half a code that is one of another format does not change what the whole is a code of."""
    entry.literal_typed.connect(
        lambda literal, _: (
            isinstance(literal, CodeLiteral) and entry.edit.set_active(literal.format)
        )
    )
    qtbot.keyClicks(entry.edit, "3fca8e85")
    assert entry.typed[-1].text == "fp32:0x3fca8e85"
    entry.edit.selectAll()
    qtbot.keyClicks(entry.edit, "3c00")
    assert entry.typed[-1].text == "fp16:0x3c00"
    qtbot.keyClick(entry.edit, Qt.Key.Key_Return)
    assert entry.edit.active == find_format("fp16")


def test_where_there_is_little_room_one_reading_is_offered_whole(entry, qtbot):
    qtbot.keyClicks(entry.edit, "0x3e00")
    assert offered(entry) == ["or the integer 15872", "or BF16 = 0.125"]
    entry.resize(440, 60)
    assert offered(entry) == ["or the integer 15872"]
    button = entry.choices.buttons[0]
    qtbot.waitUntil(lambda: button.width() == button.sizeHint().width())


@pytest.mark.parametrize("text", ["", "1", "hello, this is no number at all", "0x3e00", "1,500"])
def test_the_entry_is_as_wide_whatever_its_remarks_say(entry, qtbot, text):
    width = entry.edit.width()
    entry.show_source("1", "exact integer kept", "every format shown holds it exactly")
    entry.edit.show_draft(text)
    assert entry.edit.width() == width


def test_what_is_shown_is_what_it_is_whatever_kind_is_preferred(entry, qtbot):
    formats = tuple(map(find_format, ("fp16",)))
    entry.edit.set_context(Context(active=formats[0], shown=formats, prefer=Kind.CODE))
    entry.edit.setFocus()
    entry.edit.show_text("1000")
    entry.edit.editingFinished.emit()
    assert entry.typed == []
    assert offered(entry) == ["or FP16 = 0.00048828125"]
