"""What a window shows while what was typed is refused: visibly old, with the reason, for no use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.model.files.scene import load_scene
from fpviz.model.views import ViewOfSteps
from fpviz.widgets.frame.apart_mark import ApartMark
from fpviz.widgets.frame.old_content_cover import Veil
from tests.strides import one_in

FOLLOWERS = ("bits", "number-line", "decoded", "steps")
"""The panels that show the source."""


@pytest.fixture
def window(new_window):
    """No window here is as a new one afterwards."""
    return new_window


@pytest.fixture
def shown(window, qtbot):
    """A window with every panel in view."""
    window.show()
    window.later.complete()
    for frame in window.frames.values():
        frame.show()
    window.frames["steps"].setFloating(True)  # else it would be behind the tab of the updates
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


def veils(window) -> dict[str, str]:
    """The panels that are old, and what is written over them."""
    found = {name: panel.findChildren(Veil) for name, panel in window.panels.items()}
    return {name: each.reason for name, some in found.items() for each in some if each.isVisible()}


def type_value(window, qtbot, text):
    edit = window.value_bar.entry.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def copies(act) -> str:
    """What is on the clipboard after ``act``."""
    QGuiApplication.clipboard().setText("before")
    act()
    return QGuiApplication.clipboard().text()


def test_a_value_that_is_refused_leaves_every_panel_that_shows_the_source_old(shown, qtbot):
    type_value(shown, qtbot, "1.5")
    assert veils(shown) == {}
    type_value(shown, qtbot, "one")
    assert set(veils(shown)) == set(FOLLOWERS)
    for name in FOLLOWERS:
        assert "one" in veils(shown)[name]
        assert veils(shown)[name].endswith("Shown is 1.5.")
        if name != "guide":
            assert shown.frames[name].caption.text() == "not up to date"
    type_value(shown, qtbot, "2.5")
    assert veils(shown) == {}
    assert shown.frames["decoded"].caption.text() == "FP16, code 0x4100"


def test_half_a_value_makes_panels_old_when_typing_rests(shown, qtbot):
    type_value(shown, qtbot, "1e")
    assert veils(shown) == {}
    qtbot.waitUntil(lambda: set(veils(shown)) == set(FOLLOWERS))
    qtbot.keyClicks(shown.value_bar.entry.edit, "-3")
    assert veils(shown) == {}


def test_nothing_old_of_the_source_is_offered(shown, qtbot):
    type_value(shown, qtbot, "one")
    assert copies(shown.edits.copy_snapshot) == "before"
    assert "one" in shown.status.remark.text()
    assert copies(shown.edits.copy_link) == "before"
    assert not shown.menus.copy_as.menuAction().isEnabled()
    for panel_id in (*FOLLOWERS, ""):
        QGuiApplication.clipboard().setText("before")
        shown.copy_wanted.emit(panel_id)
        assert QGuiApplication.clipboard().text() == "before"
        assert shown.status.remark.text().startswith("No picture is made of what is old: ")
    bits, decoded = shown.panels["bits"], shown.panels["decoded"]
    for menu in (bits.row_menu(find_format("fp16")), decoded.menu("x")):
        offered = [action.text() for action in menu.actions() if action.isEnabled()]
        assert not [text for text in offered if "opy" in text]
    qtbot.keyClick(shown.value_bar.entry.edit, Qt.Key.Key_Escape)
    assert shown.menus.copy_as.menuAction().isEnabled()
    assert copies(shown.edits.copy_snapshot) != "before"


def test_a_bit_that_is_toggled_is_a_new_source_and_nothing_is_old(shown, qtbot):
    type_value(shown, qtbot, "one")
    shown.document.toggle_bit(find_format("fp16"), 3)
    assert veils(shown) == {}
    assert shown.value_bar.entry.edit.text() != "one"


def test_the_language_changes_and_what_is_old_stays_old(shown, qtbot):
    type_value(shown, qtbot, "one")
    shown.menus.languages.choose("zh_CN")
    qtbot.waitUntil(lambda: set(veils(shown)) == set(FOLLOWERS))


def test_sheets_of_typed_operands_do_not_depend_on_the_source(shown, qtbot):
    steps = shown.panels["steps"]
    steps.restore_view(ViewOfSteps(operation="add", operands=("1", "2", "")))
    type_value(shown, qtbot, "one")
    assert "steps" not in veils(shown)
    steps.restore_view(ViewOfSteps(operands=("1", "", "")))
    assert "steps" in veils(shown)


def test_a_code_without_a_name_stays_what_it_was_when_the_active_row_changes(shown, qtbot):
    steps = shown.panels["steps"]
    steps.form.operation.setCurrentIndex(steps.form.operation.findData("multiply"))
    steps.form.operation.activated.emit(steps.form.operation.currentIndex())
    shown.document.set_source(parse_literal("3"))
    b = steps.form.operands[1]
    b.selectAll()
    qtbot.keyClicks(b, "16'hBE01")
    assert steps.sheet.operands[1] == (find_format("fp16"), 0xBE01)
    shown.document.activate(find_format("fp32"))
    shown.document.set_rules(Rules(Rounding.TOWARD_ZERO))
    assert steps.sheet.operands[1] == (find_format("fp16"), 0xBE01)
    assert b.text() == "fp16:0xbe01"
    assert steps.sheet.trace.format == find_format("fp32")
    assert steps.sheet.trace.rules.rounding is Rounding.TOWARD_ZERO
    assert veils(shown) == {}
    assert "toward-zero" in shown.frames["steps"].caption.text()


def test_a_code_typed_into_a_hidden_panel_keeps_its_meaning(shown, qtbot):
    steps = shown.panels["steps"]
    steps.restore_view(ViewOfSteps(operation="multiply", operands=("3", "16'hBE01", "")))
    shown.frames["steps"].hide()
    shown.document.activate(find_format("fp32"))
    assert steps.view().operands[1] == "fp16:0xbe01"
    shown.frames["steps"].show()
    assert steps.sheet.operands[1] == (find_format("fp16"), 0xBE01)


def test_a_sheet_whose_operand_is_refused_is_old(shown, qtbot):
    steps = shown.panels["steps"]
    steps.restore_view(ViewOfSteps("add", operands=("1", "2", ""), current=1))
    edit = steps.form.operands[1]
    edit.selectAll()
    qtbot.keyClicks(edit, "two")
    assert veils(shown)["steps"].startswith("b: 'two' is not understood")
    assert shown.frames["steps"].caption.text() == "not up to date"
    assert not steps.copy.isEnabled()
    assert not steps.form.use_result.isEnabled()
    assert shown.session.spotlight.place is None
    steps.next.click()
    assert shown.session.spotlight.place is None
    QGuiApplication.clipboard().setText("before")
    shown.copy_wanted.emit("steps")
    assert QGuiApplication.clipboard().text() == "before"
    edit.selectAll()
    qtbot.keyClicks(edit, "4")
    assert veils(shown) == {}
    assert steps.copy.isEnabled()
    assert steps.form.use_result.isEnabled()


def test_a_refused_parameter_makes_run_and_why_old(shown, qtbot):
    updates, runs = shown.panels["updates"], shown.session.runs
    shown.document.set_parameter("g", "1e9")
    runs.wait()
    assert set(veils(shown)) == {"updates", "why"}
    assert veils(shown)["why"] == veils(shown)["updates"]
    assert veils(shown)["why"].startswith("Update g: an update of '1e9' is infinite")
    source = shown.document.state.source
    updates.plot.point_picked.emit("weight", 3)
    assert runs.step == 3
    assert shown.document.state.source == source
    updates.fill_menu()
    assert not updates.menu.keep.isEnabled()
    assert not updates.table.isEnabled()
    assert not updates.results.isEnabled()
    assert not shown.panels["steps"].form.take_step.isEnabled()
    shown.menus.experiments.show_present()
    ways_out = shown.menus.experiments.menu.actions()[-4:]
    assert not any(action.isEnabled() for action in ways_out)
    shown.document.undo_stack.undo()
    runs.wait()
    assert veils(shown) == {}
    shown.menus.experiments.show_present()
    assert all(action.isEnabled() for action in ways_out)
    assert updates.table.isEnabled()


def test_half_a_parameter_offers_no_run_and_makes_it_old_when_typing_rests(shown, qtbot):
    updates, source = shown.panels["updates"], shown.document.state.source
    shown.menus.experiments.show_present()
    text = shown.menus.experiments.menu.actions()[-3]
    assert copies(text.trigger) != "before"
    edit = updates.form.fields["g"].control
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "1e")
    shown.menus.experiments.show_present()
    ways_out = shown.menus.experiments.menu.actions()[-4:]
    assert not any(action.isEnabled() for action in ways_out)
    assert copies(text.trigger) == "before"
    updates.fill_menu()
    assert not updates.menu.keep.isEnabled()
    updates.plot.point_picked.emit("weight", 3)
    assert shown.document.state.source == source
    qtbot.waitUntil(lambda: set(veils(shown)) == {"updates", "why"})
    assert edit.hasFocus()
    assert veils(shown)["why"].startswith("Update g: '1e' is not complete")
    qtbot.keyClicks(edit, "-3")
    shown.session.runs.wait()
    assert veils(shown) == {}
    shown.menus.experiments.show_present()
    assert all(action.isEnabled() for action in ways_out)


def test_a_run_under_way_makes_the_one_before_old(shown, qtbot):
    shown.document.set_parameter("steps", "1000")
    loop = {"steps": "10000", "formats": "fp16, bf16, fp32, fp64"}
    shown.document.set_setup(type(shown.document.setup)("adam", loop))
    assert shown.session.runs.is_busy
    assert veils(shown) == {}  # it may be quick
    qtbot.waitUntil(lambda: set(veils(shown)) == {"updates", "why"})
    assert "under way" in veils(shown)["why"]
    shown.panels["updates"].waiting.cancel.click()
    assert "given up" in veils(shown)["updates"]
    shown.document.undo_stack.undo()
    shown.session.runs.wait()
    assert veils(shown) == {}


def test_a_run_starts_from_the_source_only_when_it_is_told_to(shown, qtbot):
    updates = shown.panels["updates"]
    type_value(shown, qtbot, "3.25")
    assert shown.document.setup.values.get("w0") is None
    updates.form.take_source.click()
    assert shown.document.setup.values["w0"] == "3.25"
    shown.document.undo_stack.undo()
    assert shown.document.setup.values.get("w0") is None
    type_value(shown, qtbot, "one")
    updates.form.take_source.click()
    assert shown.document.setup.values.get("w0") is None
    shown.document.set_setup(type(shown.document.setup)("dot-product"))
    assert updates.form.take_source.isHidden()


@pytest.mark.parametrize("door", one_in(2, ["language", "text size"]))
def test_a_run_that_is_old_stays_so_when_the_window_is_built_anew(shown, qtbot, qapp, door):
    shown.document.set_parameter("g", "zebra")
    before = set(veils(shown))
    if door == "language":
        shown.menus.languages.choose("zh_CN")
    else:
        shown.text_size.larger_text()
    for _ in range(3):
        qapp.processEvents()
    shown.text_size.usual_text()
    assert set(veils(shown)) == before == {"updates", "why"}
    assert not shown.panels["updates"].table.isEnabled()
    assert not shown.panels["steps"].form.take_step.isEnabled()


def test_a_selected_line_of_what_is_old_cannot_be_copied(shown, qtbot):
    line = next(each for each in shown.panels["decoded"].table.findChildren(QLineEdit))
    line.selectAll()
    type_value(shown, qtbot, "one")
    assert copies(lambda: qtbot.keyClick(line, "c", Qt.KeyboardModifier.ControlModifier)) == (
        "before"
    )


def test_saving_says_that_what_is_refused_is_not_in_the_file(shown, qtbot, tmp_path):
    type_value(shown, qtbot, "1.5")
    type_value(shown, qtbot, "one")
    shown.files.take(tmp_path / "one.fpviz")
    assert shown.files.save_scene()
    assert shown.status.remark.text().startswith("Saved is what held before what is refused: ")
    assert "one" in shown.status.remark.text()
    assert load_scene(tmp_path / "one.fpviz").state.source.text == "1.5"


def test_panels_that_do_not_follow_the_source_say_so_in_their_header(shown):
    marked = {name for name, frame in shown.frames.items() if frame.findChildren(ApartMark)}
    assert marked == {"updates", "why"}
    for name in marked:
        (mark,) = shown.frames[name].findChildren(ApartMark)
        assert mark.isVisible()
        assert mark.accessibleName() == "does not follow the source"
        assert "does not follow the source" in mark.toolTip()
