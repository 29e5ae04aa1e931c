"""Texts come into the window by every door, and what is shown is what was meant."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from fpviz.core.formats import find_format
from fpviz.core.literals import CodeLiteral, Kind, parse_literal
from fpviz.core.notation import NOTATIONS, find_notation
from fpviz.core.numbers import finite
from fpviz.core.reading import State
from fpviz.model.files.scene import Scene, Setup, dump_scene, parse_scene
from fpviz.model.settings import READS
from fpviz.widgets.input.verdict import Verdict
from tests.strides import one_in, strided

FP16 = find_format("fp16")


@pytest.fixture
def entry(window, qtbot):
    window.value_bar.focus_value()
    return window.value_bar.entry


def offered(entry):
    return [button.text() for button in entry.choices.buttons if button.isVisible()]


def retype(entry, qtbot, text):
    entry.edit.selectAll()
    qtbot.keyClicks(entry.edit, text)


def source(window):
    return window.document.state.source


@pytest.mark.parametrize("spoken", one_in(2, ["en", "zh_CN"]))
def test_the_remarks_are_whole_where_the_rules_are_said_in_brief(window, qtbot, spoken):
    window.menus.languages.choose(spoken)
    qtbot.wait(1)  # the window is built anew
    bar = window.value_bar
    (name,) = (label for label in bar.findChildren(QLabel) if label.buddy() is bar.rounding)
    for width, narrow in ((1024, True), (1440, False), (1024, True)):
        window.resize(width, 700)
        if spoken == "en":  # how long Chinese is depends on whether a font has it
            qtbot.waitUntil(lambda b=narrow: name.visibleRegion().isEmpty() == b)
        qtbot.wait(1)
        brief = name.visibleRegion().isEmpty()
        for chip in (bar.entry.source_chip, bar.entry.fit_chip):
            qtbot.waitUntil(lambda chip=chip: chip.width() >= chip.sizeHint().width())
        assert (bar.flush.text() == "FTZ") == brief
        assert bar.flush.accessibleName() != "FTZ"
        bar.focus_value()
        key = QKeySequence.mnemonic(name.text())[0].key()
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert bar.rounding.hasFocus()


def test_escape_restores_the_value_before(window, entry, qtbot):
    before = window.document.state
    retype(entry, qtbot, "fp8_e5m2:0x3c")
    assert window.document.state.active.name == "fp8_e5m2"
    qtbot.keyClick(entry.edit, Qt.Key.Key_Escape)
    assert window.document.state == before
    assert entry.edit.text() == before.source.text


def test_what_is_typed_after_a_scene_came_is_read_among_its_formats(window, entry, qtbot):
    retype(entry, qtbot, "2")
    only = find_format("bf16")
    window.shown.show(Scene(State(parse_literal("7"), (only,), only)))
    assert entry.edit.text() == "7"
    retype(entry, qtbot, "16'h7bff")
    assert source(window).format == only
    qtbot.keyClick(entry.edit, Qt.Key.Key_Escape)
    assert source(window).text == "7"


def to_the_next_format(window, entry, qtbot):
    qtbot.keyClick(entry.edit, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    return window.document.state.active


def test_another_active_format_ends_a_spell_of_typing(window, entry, qtbot):
    before = window.document.state
    retype(entry, qtbot, "1.5")
    state = window.document.state
    active = to_the_next_format(window, entry, qtbot)
    assert entry.edit.text() == "1.5"
    qtbot.keyClicks(entry.edit, "25")
    assert source(window).text == "1.525"
    qtbot.keyClick(entry.edit, Qt.Key.Key_Escape)  # takes back what was typed since
    assert (entry.edit.text(), source(window).text) == ("1.5", "1.5")
    assert window.document.state.active == active
    qtbot.keyClicks(entry.edit, "5")
    for expected in (("1.5", active), ("1.5", state.active), (before.source.text, before.active)):
        window.document.undo_stack.undo()
        assert (source(window).text, window.document.state.active) == expected
    assert window.document.state == before


def test_a_code_that_is_typed_on_is_one_of_the_format_that_is_active_now(window, entry, qtbot):
    retype(entry, qtbot, "0x3c0")
    active = to_the_next_format(window, entry, qtbot)
    assert active.name == "bf16"
    qtbot.keyClicks(entry.edit, "0")
    assert source(window) == parse_literal("bf16:0x3c00")
    assert window.document.state.active == active


def test_half_a_text_stays_when_another_format_becomes_active(window, entry, qtbot):
    retype(entry, qtbot, "1e")
    to_the_next_format(window, entry, qtbot)
    assert entry.edit.text() == "1e"
    assert entry.edit.verdict is Verdict.INCOMPLETE
    assert entry.fit_chip.text() == "shown: 1"
    qtbot.keyClicks(entry.edit, "-3")
    assert source(window).text == "1e-3"


@pytest.mark.parametrize(
    ("text", "leave"),
    one_in(3, product(["12x", "1e-", "3.5 mm", "1,500"], [Qt.Key.Key_Return, Qt.Key.Key_Tab])),
)
def test_a_prefix_does_not_stay_in_force(window, entry, qtbot, text, leave):
    before = window.document.state
    retype(entry, qtbot, text)
    assert entry.fit_chip.text().startswith("shown: ")
    qtbot.keyClick(entry.edit, leave)
    assert window.document.state == before
    assert entry.edit.text() == text
    assert entry.fit_chip.text() == f"shown: {before.source.text}"


def test_what_was_entered_stays_when_the_next_text_is_wrong(window, entry, qtbot):
    retype(entry, qtbot, "1.5")
    qtbot.keyClick(entry.edit, Qt.Key.Key_Return)
    retype(entry, qtbot, "7 and more")
    qtbot.keyClick(entry.edit, Qt.Key.Key_Escape)
    assert source(window).number == finite(Fraction(3, 2))


def test_the_kind_that_is_taken_is_remembered(window, entry, qtbot):
    retype(entry, qtbot, "7e00")
    assert source(window).number == finite(7)
    qtbot.mouseClick(entry.choices.buttons[0], Qt.MouseButton.LeftButton)
    assert (source(window).format, source(window).code) == (FP16, 0x7E00)
    assert window.settings.get(READS) == Kind.CODE.value
    retype(entry, qtbot, "4e00")
    assert (source(window).format, source(window).code) == (FP16, 0x4E00)
    qtbot.mouseClick(entry.choices.buttons[0], Qt.MouseButton.LeftButton)
    assert source(window).number == finite(4)
    assert window.settings.get(READS) == Kind.NUMBER.value
    retype(entry, qtbot, "0x3e00")
    assert source(window).number == finite(0x3E00)


@pytest.mark.parametrize(
    ("text", "kind"),
    one_in(
        3, product(["0x3e00", "7e00", "+0x3e00", "0.9F", "lr: 1e-4", "1 000 000"], Kind), start=1
    ),
)
def test_links_and_scenes_say_what_the_window_shows(window, entry, qtbot, text, kind):
    window.session.reader.take(kind)
    retype(entry, qtbot, text)
    state = window.document.state
    scene = parse_scene(dump_scene(Scene(state, Setup())))
    assert scene.state.source == state.source
    window.edits.copy_link()
    window.document.set_source(parse_literal("1"))
    window.edits.paste_value()
    pasted = window.document.state.source
    assert (type(pasted), pasted.number) == (type(state.source), state.source.number)
    if isinstance(pasted, CodeLiteral):
        assert pasted.operand == state.source.operand


BYTES = [find_notation(name) for name in ("bytes-be", "bytes-le")]
READ_BACK = [notation for notation in NOTATIONS if notation not in BYTES]


@strided(3)
@pytest.mark.parametrize("notation", READ_BACK, ids=lambda notation: notation.name)
def test_what_is_copied_is_pasted_dropped_typed_and_an_operand(
    window, entry, qtbot, notation, stride
):
    codes = (0x3E00, 0xFC00, 0x0001, 0x8000, 0x7E05, 0x4E00)
    codes = codes[READ_BACK.index(notation) % stride :: stride]
    written = {code: text for code in codes if (text := notation.write(FP16, code)) is not None}
    assert written
    for code, text in written.items():
        assert_comes_in(window, entry, qtbot, text, code)


def assert_comes_in(window, entry, qtbot, text, code):
    QGuiApplication.clipboard().setText(text)
    steps = window.panels["steps"]
    for enter in (
        window.edits.paste_value,
        lambda: window.edits.drop_value(text),
        lambda: retype(entry, qtbot, text),
    ):
        window.document.set_code(FP16, 0x1234)
        enter()
        reading = window.document.snapshot.readings[0]
        assert (reading.format, reading.code) == (FP16, code)
    steps.form.operands[0].set_active(FP16)
    literal = steps.form.operands[0].read(text).literal
    assert literal.number == source(window).number


@pytest.mark.parametrize("notation", BYTES, ids=lambda notation: notation.name)
def test_copied_bytes_are_not_pasted_before_their_order_is_said(window, notation):
    QGuiApplication.clipboard().setText(notation.write(FP16, 0x3E01))
    before = window.document.state
    window.edits.paste_value()
    assert window.document.state == before
    remark = window.status.remark.text()
    assert "fp16:0x3e01" in remark
    assert "fp16:0x013e" in remark


def test_a_pasted_text_shows_its_other_readings(window, entry):
    QGuiApplication.clipboard().setText("0x3e00")
    window.edits.paste_value()
    assert entry.edit.text() == "0x3e00"
    assert offered(entry) == ["or the integer 15872", "or BF16 = 0.125"]


@pytest.mark.parametrize(
    ("source", "other"), [("7e00", "or FP16 = nan"), ("fp16:0x7e00", "or the integer 7")]
)
def test_a_text_that_opened_the_window_shows_its_other_readings(window, entry, source, other):
    literal = parse_literal(source)
    window.document.set_source(literal)
    entry.edit.show_reading("7e00", literal)
    assert entry.edit.text() == "7e00"
    assert offered(entry)[0] == other
    assert window.document.state.source == literal


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.text("0123456789abcdefx'.,+-*/^() e_:∞０１，⁻²", max_size=14)
    | st.sampled_from(["0x3e00", "7e00", "1,500", "0.9F", "07 7A", "3e", "16'h3c00", "1 000"])
)
def test_whatever_is_typed_what_is_shown_is_what_the_remark_says(window, text):
    entry, document = window.value_bar.entry, window.document
    document.set_source(parse_literal("2.5"))
    entry.edit.setText(text)
    entry.edit.textEdited.emit(text)
    typed = entry.edit.read(text)
    if typed.literal is None:
        assert source(window).number == finite(Fraction(5, 2))
        if typed.verdict is not Verdict.LINK:
            assert entry.fit_chip.text() == "shown: 2.5"
    else:
        assert type(source(window)) is type(typed.literal)
        assert source(window).number == typed.literal.number
        if isinstance(typed.literal, CodeLiteral):
            assert source(window).operand == typed.literal.operand
        assert entry.source_chip.text() == window.value_bar.about_source(document.snapshot)


def test_the_keys_of_the_entry_are_listed(window, entry):
    assert any("Alt" in keys for keys, _ in window.value_bar.keys)


def test_an_integer_that_rounding_lifts_out_of_its_word_is_remarked_on(window, entry, qtbot):
    window.document.activate(find_format("fp32"))
    retype(entry, qtbot, "2147483647")
    remark = "2147483648 is beyond int32; the last value that fits is 2147483520"
    assert entry.source_chip.text().startswith(remark)
    window.document.activate(find_format("fp64"))
    assert entry.source_chip.text() == "exact integer kept"


def test_why_a_code_is_invalid_stands_beside_it(window, entry, qtbot):
    window.document.add_format(find_format("x87"))
    entry.edit.setFocus()
    entry.edit.selectAll()
    qtbot.keyClicks(entry.edit, "x87:0x3fff4000000000000000\r")
    assert entry.source_chip.text() == "the code 0x3fff4000000000000000 of x87"
    assert entry.fit_chip.text().startswith("an unnormal: leading bit 0")


def test_an_expression_goes_to_the_panel_that_evaluates_it(window, entry, qtbot):
    shown = source(window)
    retype(entry, qtbot, "sqrt(2) + exp(1)")
    assert "which Enter evaluates" in str(window.document.refusal)
    qtbot.keyClick(entry.edit, Qt.Key.Key_Return)
    panel = window.panels["expression"]
    panel.wait()
    assert panel.view().expression == "sqrt(2) + exp(1)"
    assert panel.is_seen
    assert panel.isAncestorOf(window.focusWidget())
    assert panel.operations.evaluation is not None
    assert (entry.edit.text(), source(window)) == (shown.text, shown)
    assert window.document.refusal is None


# -- dumps where values are typed -----------------------------------------------------------------

XXD = "00000000: 0000 803f 0000 c03f cdcc cc3d 0040 edc2  ................\n"


def opened(window):
    window.session.dump.wait()
    dump = window.document.bench.dump
    return dump and dump.origin.text


DUMPS = (XXD + XXD.replace("0000:", "0010:"), "426F F741", "0x3c00, 0x4000")


@pytest.mark.parametrize(
    ("text", "way"), one_in(4, product(DUMPS, ("entry", "action", "drop")))
)  # each text, and each way, once
def test_a_dump_pasted_as_a_value_goes_to_the_bench(window, qtbot, text, way):
    entry, before = window.value_bar.entry.edit, window.document.state.source
    QGuiApplication.clipboard().setText(text)
    match way:
        case "entry":
            entry.setFocus()
            qtbot.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        case "action":
            window.edits.paste_value()
        case _:
            window.edits.drop_value(text)
    assert opened(window) == text
    assert "opened on the Bench" in window.status.remark.text()
    assert window.frames["bench"].isVisible()
    assert (window.document.state.source, window.document.refusal) == (before, None)
    assert entry.text() == before.text


@pytest.mark.parametrize(
    "text", one_in(2, ["1 000 000", "0x3c00", "a * b", "1/3", "1,5 V", "no value at all"])
)
def test_what_is_no_dump_is_pasted_as_ever(window, qtbot, text):
    entry = window.value_bar.entry.edit
    QGuiApplication.clipboard().setText(text)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert entry.text() == text
    assert opened(window) is None


def test_a_dump_that_is_typed_is_opened_by_enter(window, qtbot):
    entry = window.value_bar.entry.edit
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, "3c00 4000")
    assert "Enter opens it on the Bench" in window.value_bar.entry.source_chip.text()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert opened(window) == "3c00 4000"
    assert window.document.refusal is None


def test_the_empty_bench_takes_what_is_pasted_anywhere(window, qtbot):
    window.session.workspace.choose("bench")
    QGuiApplication.clipboard().setText("3c00 4000")
    button = window.value_bar.as_on
    paste = partial(qtbot.keyClick, button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    paste()
    assert opened(window) == "3c00 4000"
    QGuiApplication.clipboard().setText("4200 4400")
    paste()
    assert opened(window) == "3c00 4000"


def test_an_element_of_the_bench_is_named_also_beside_one_of_the_same_code(window, entry, qtbot):
    document, fp32 = window.document, find_format("fp32")
    with qtbot.waitSignal(document.bench_changed):
        window.session.dump.open_text("c2ed4000 c2ed4000 3f800000")
    document.choose_row(1, fp32, 0xC2ED4000)
    assert entry.source_chip.text() == "element 1 of the bench, 0xc2ed4000 of FP32"
    document.choose_row(0, fp32, 0xC2ED4000)
    assert entry.source_chip.text() == "element 0 of the bench, 0xc2ed4000 of FP32"
    document.set_code(fp32, 0xC2ED4000)
    document.set_source(parse_literal("1"))
    assert "bench" not in entry.source_chip.text()
