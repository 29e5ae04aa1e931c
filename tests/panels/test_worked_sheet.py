"""The panel of worked sheets."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import FAMILIES, find_format
from fpviz.core.literals import parse_literal
from fpviz.core.trace.sheet import StepKind
from fpviz.model.files.scene import Scene, Setup, load_scene, save_scene
from fpviz.model.views import ViewOfSteps
from fpviz.panels.bits import BitsPanel
from fpviz.panels.worked_sheet import StepsPanel
from fpviz.widgets.look.theme import DARK, LIGHT
from tests.strides import strided

FP16 = find_format("fp16")


@pytest.fixture
def panel(session, qtbot):
    widget = StepsPanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.resize(980, 500)
    widget.show()
    widget.build_late()
    return widget


def choose(panel, operation, *operands, fmt="fp16"):
    panel.form.operation.setCurrentIndex(panel.form.operation.findData(operation))
    panel.form.format.setCurrentIndex(panel.form.format.findData(fmt))
    for edit, text in zip(panel.form.operands, operands, strict=False):
        edit.setText(text)
    panel.form.operation.activated.emit(panel.form.operation.currentIndex())
    return panel.sheet.trace


def test_at_first_it_rounds_the_source_into_the_active_format(panel):
    assert panel.sheet.trace.name == "convert"
    assert panel.sheet.trace.code == 0x3C7C
    panel.document.set_source(parse_literal("1.00048828125000000000001"))
    assert panel.sheet.trace.code == 0x3C01
    assert "0x3c00" in panel.view_.accessibleDescription() or panel.sheet.proof.warnings
    assert [each.second.code for each in panel.sheet.proof.warnings] == [0x3C00, 0x3C00]


def test_the_worked_addition(panel):
    trace = choose(panel, "add", "1.125", "0.12457275190625")
    assert trace.code == 0x3D00
    align = trace.steps_of(StepKind.ALIGN)[0]
    assert {name: align.values[name] for name in ("guard", "round", "sticky")} == {
        "guard": "1",
        "round": "0",
        "sticky": "1",
    }
    assert "Align" in panel.view_.accessibleDescription()
    assert "0x3d00" in panel.view_.accessibleDescription()


def test_a_subnormal_source_is_an_operand_under_daz(panel):
    panel.document.set_source(parse_literal("fp16:0x8001"))
    panel.document.set_rules(Rules(daz=True))
    bf16 = choose(panel, "convert", fmt="bf16")
    assert (bf16.code, bf16.exact.negative, bf16.exact.magnitude) == (0x8000, True, 0)
    assert "a is taken as -0" in str(bf16.steps[0].text)
    assert "zeros (DAZ)" in panel.view_.accessibleDescription()
    assert choose(panel, "multiply", "", "2^20", fmt="fp32").code == 1 << 31
    panel.document.set_rules(Rules())
    assert choose(panel, "convert", fmt="bf16").code == 0xB380


def test_operands_may_have_formats_of_their_own(panel):
    trace = choose(panel, "add", "fp32:0x3f900000", "fp16:0x2ff9", fmt="fp32")
    assert trace.code == 0x3F9FF200


def test_the_rules_are_those_of_the_document(panel):
    bar_rules = panel.document.state.rules
    choose(panel, "add", "1.125", "0.12457275190625")
    panel.document.set_rules(replace(bar_rules, rounding=Rounding.TOWARD_ZERO))
    assert panel.sheet.trace.code == 0x3CFF


def test_a_text_that_is_no_operand_leaves_the_sheet_and_says_why(panel, qtbot):
    choose(panel, "multiply", "3", "5")
    before = panel.sheet
    panel.form.operands[1].selectAll()
    qtbot.keyClicks(panel.form.operands[1], "five")
    assert panel.sheet is before
    assert "five" in panel.form.complaint.text()
    panel.form.operands[1].selectAll()
    qtbot.keyClicks(panel.form.operands[1], "7")
    assert panel.form.complaint.isHidden()
    assert panel.sheet.trace.code == 0x4D40


@pytest.mark.parametrize("operation", ["add", "subtract", "multiply", "fma", "convert"])
@pytest.mark.parametrize(
    "operands",
    [
        ("inf", "-inf", "1"),
        ("nan", "1", "1"),
        ("0", "-0", "0"),
        ("65504", "65504", "65504"),
        ("2^-24", "2^-24", "-(2^-24)"),
        ("1", "2^-30", "2^-40"),
        ("1.5", "-1.5", "1e-300"),
    ],
)
@strided(3)
def test_any_sheet_can_be_drawn(panel, operation, operands, stride):
    panel.set_theme(DARK)
    first = len(operation + operands[-1]) % stride
    for fmt in ("fp16", "fp8_e4m3fn", "posit16", "decimal32")[first::stride]:
        choose(panel, operation, *operands, fmt=fmt)
        assert panel.sheet.trace.format.name == fmt
        image = panel.view_.grab().toImage()
        assert image.pixelColor(3, 3).name() == DARK.panel
        assert panel.view_.step_count >= 1


@pytest.mark.parametrize("fmt", ["fp64", "fp4_e2m1", *(of.formats[-1].name for of in FAMILIES)])
def test_a_sheet_of_any_family_can_be_drawn(panel, fmt):
    for operation in ("add", "subtract", "multiply", "fma", "convert"):
        choose(panel, operation, "1.5", "2^-30", "-0.1", fmt=fmt)
        assert panel.sheet.trace.format.name == fmt
        assert not panel.view_.grab().isNull()
        assert panel.view_.step_count >= 1


def test_the_sheet_of_fp32_needs_no_sideways_scrolling(panel):
    choose(panel, "add", "1.1", "0.0123", fmt="fp32")
    assert panel.view_.horizontalScrollBar().maximum() == 0


def test_going_through_the_steps_points_at_the_bits(panel, qtbot, session):
    bits = BitsPanel(session, LIGHT)
    qtbot.addWidget(bits)
    bits.show()
    session.document.set_code(FP16, 0x3C80)
    choose(panel, "add", "fp16:0x3c80", "fp16:0x2ff9")
    view = panel.view_

    def lit():
        return [cell.index for cell in bits.grid.row(FP16).cells if cell.spotlit]

    assert lit() == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current == 0
    assert lit()
    panel.next.click()
    assert view.current == 1
    panel.previous.click()
    panel.previous.click()
    assert view.current == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == view.step_count - 1


def test_a_click_goes_to_a_step(panel, qtbot):
    choose(panel, "add", "1.125", "0.125")
    box = next(box for box in panel.view_._canvas.layout_.boxes if box.index == 1)
    at = panel.view_._canvas.mapTo(panel.view_.viewport(), box.area.center().toPoint())
    qtbot.mouseClick(panel.view_.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.x(), at.y()))
    assert panel.view_.current == 1


def test_the_step_of_the_run_can_be_worked_out(panel, session):
    session.runs.look_at(40, "weight")
    panel.form.take_step.click()
    assert panel.sheet.trace.name == "add"
    assert panel.sheet.trace.inputs[0] == "fp16:0x3c80"
    assert panel.sheet.trace.code == 0x3C80  # swamped


def test_another_panel_asks_for_a_sheet(panel, session, qtbot):
    custom = find_format("e4m7")
    with qtbot.waitSignal(panel.view_changed):
        session.sheets.ask("multiply", FP16, ((custom, 0x382), (FP16, 0x3C01)))
    trace = panel.sheet.trace
    assert (trace.name, trace.format) == ("multiply", FP16)
    assert trace.inputs == ("e4m7:0x382", "fp16:0x3c01")


@pytest.mark.parametrize(
    ("text", "mark"),
    [("as text", "1. Operand"), ("as Markdown", "```"), ("as LaTeX", r"\begin{verbatim}")],
)
def test_the_sheet_is_copied(panel, text, mark):
    choose(panel, "add", "1.125", "0.12457275190625")
    actions = {action.text(): action for action in panel.copy_menu.actions()}
    actions[text].trigger()
    copied = QGuiApplication.clipboard().text()
    assert mark in copied
    assert "0x3d00" in copied
    assert "0.0001111111|1001" in copied


def _words(text):
    """The lines that have words in them, and not just digits, codes and names of formats."""
    return [line for line in text.splitlines() if re.search("[a-z]{4}", line.replace("```", ""))]


@pytest.mark.parametrize(
    ("operation", "operands"),
    [("convert", ("1.00048828125000000000001",)), ("fma", ("1.1", "-7", "1e-9"))],
)
def test_a_sheet_and_its_copies_speak_the_language_of_the_window(
    panel, foreign, operation, operands
):
    choose(panel, operation, *operands)
    for box in panel.view_._canvas.layout_.boxes:
        assert all(row.label.text.startswith("«") for row in box.rows)
        words = "".join(line.text for line in box.texts)
        assert re.fullmatch(r"(\d+   )?«.*»", words), words
        assert words.count("«") == words.count("»") >= len(box.rows)
    assert "«The rule is «ties-to-even».»" in panel.view_.accessibleDescription()
    for action in panel.copy_menu.actions()[:2]:
        action.trigger()
        copied = _words(QGuiApplication.clipboard().text())
        assert len(copied) > 20
        assert [line for line in copied if "«" not in line and line != "`ties-to-even`"] == []


def test_a_complaint_speaks_the_language_of_the_window(panel, foreign, qtbot):
    qtbot.keyClicks(panel.form.operands[0], "five")
    assert panel.form.complaint.text().startswith("«'five' is not understood; type «a decimal")


def test_the_current_step_outlives_hiding_and_a_change_elsewhere(panel, session):
    choose(panel, "add", "1.125", "0.125")
    panel.next.click()
    panel.next.click()
    panel.hide()
    panel.show()
    session.document.add_format(find_format("fp4_e2m1"))
    assert panel.view_.current == 1
    choose(panel, "add", "1.125", "0.25")
    assert panel.view_.current == -1


def test_a_scene_points_at_no_line_that_its_sheet_has_not(panel, session, tmp_path):
    choose(panel, "add", "1.125", "0.12457275190625")
    last = panel.view_.step_count - 1
    panel.restore_view(ViewOfSteps(current=last))
    assert panel.view().current == last
    panel.hide()  # what the sheet comes to now is not worked out before it is seen again
    session.document.set_rules(Rules(flush=True))
    panel.form.operands[1].setText("0")
    assert panel.view().current == -1
    file = tmp_path / "kept.fpviz"
    save_scene(Scene(session.document.state, Setup(), {"steps": panel.view()}), file)
    assert load_scene(file).views["steps"] == panel.view()


def test_the_view_comes_back_from_a_scene(panel, session, qtbot):
    choose(panel, "fma", "1/3", "3", "-1", fmt="bf16")
    panel.next.click()
    kept = panel.view()
    other = StepsPanel(session, LIGHT)
    qtbot.addWidget(other)
    other.show()
    other.restore_view(kept)
    assert other.view() == kept
    assert other.sheet.trace == panel.sheet.trace
    other.restore_view(ViewOfSteps())
    assert other.view() == kept


def test_the_result_becomes_the_source_and_the_sheet_stays(panel, session):
    session.document.set_source(parse_literal("1.125"))
    trace = choose(panel, "add", "", "0.12457275190625")
    panel.form.use_result.click()
    assert session.document.state.source.code == 0x3D00
    assert session.document.state.active == FP16
    assert panel.sheet.trace == trace


# -- texts with several readings ------------------------------------------------------------------


def type_operand(panel, at, text):
    panel.form.operands[at].setText(text)
    panel.form.operands[at].textEdited.emit(text)


def offered(panel, at):
    return [button.text() for button in panel.form.choices[at].buttons if button.isVisible()]


def test_a_code_of_the_one_shown_format_that_is_as_wide(panel):
    choose(panel, "add", "1", "1")
    type_operand(panel, 1, "32'h3f800000")
    assert panel.sheet.operands[1] == (find_format("fp32"), 0x3F800000)


def test_an_operand_offers_its_other_reading_and_the_kind_is_remembered(panel, qtbot):
    choose(panel, "add", "1", "1")
    type_operand(panel, 1, "7e00")
    assert panel.sheet.trace.code == 0x4800
    assert offered(panel, 1)[0] == "or FP16 = nan"
    qtbot.mouseClick(panel.form.choices[1].buttons[0], Qt.MouseButton.LeftButton)
    assert panel.sheet.operands[1] == (FP16, 0x7E00)
    assert panel.form.operands[1].text() == "7e00"
    assert offered(panel, 1)[0] == "or the integer 7"
    type_operand(panel, 0, "4e00")
    assert panel.sheet.operands[0] == (FP16, 0x4E00)
    panel.form.format.setCurrentIndex(panel.form.format.findData("bf16"))
    panel.form.format.activated.emit(panel.form.format.currentIndex())
    assert panel.sheet.operands == ((FP16, 0x4E00), (FP16, 0x7E00))


def test_an_operand_that_asks_is_answered_with_a_click(panel, qtbot):
    choose(panel, "add", "1", "1")
    type_operand(panel, 0, "1,500")
    assert panel.old is not None
    qtbot.mouseClick(panel.form.choices[0].buttons[1], Qt.MouseButton.LeftButton)
    assert panel.old is None
    assert panel.sheet.sources[0].number == parse_literal("1500").number
    choose(panel, "convert", "1")
    assert offered(panel, 0) == []


# -- all rules -------------------------------------------------------------------------------------


def rules_shown(panel):
    panel.stages.button("rules").click()
    return panel.rules.grid


def test_all_rules_at_once_are_a_table_beside_the_sheet(panel):
    choose(panel, "add", "1.125", "0.12457275190625")
    grid = rules_shown(panel)
    assert (grid.rowCount(), grid.columnCount()) == (len(Rounding), 1)
    names = [grid.verticalHeaderItem(row).text() for row in range(grid.rowCount())]
    assert names == [rounding.value for rounding in Rounding]
    texts = [grid.item(row, 0).text() for row in range(grid.rowCount())]
    assert texts[names.index("ties-to-even")] == "0x3d00 = 1.25, inexact"
    assert texts[names.index("toward-zero")] == "* 0x3cff = 1.249, inexact"
    assert texts[names.index("stochastic")].count("%") == 2
    assert "FTZ" in panel.rules.remarks.text()
    panel.set_theme(DARK)
    assert not panel.rules.grab().isNull()


def test_a_cell_sets_its_rules_by_mouse_and_keyboard_in_one_step(panel, qtbot):
    choose(panel, "add", "1.125", "0.12457275190625")
    grid, document = rules_shown(panel), panel.document
    area = grid.visualItemRect(grid.item(3, 0))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert document.state.rules.rounding is Rounding.TOWARD_ZERO
    assert panel.sheet.trace.code == 0x3CFF
    assert grid.item(3, 0).text() == "0x3cff = 1.249, inexact"
    assert grid.item(0, 0).text().startswith("* 0x3d00")
    document.undo_stack.undo()
    assert document.state.rules == Rules()
    grid.setCurrentCell(3, 0)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert document.state.rules.rounding is Rounding.UPWARD
    assert (grid.currentRow(), grid.currentColumn()) == (4, 0)


def test_columns_are_the_settings_that_matter(panel, qtbot):
    choose(panel, "multiply", "fp16:0x8003", "0.3")
    grid = rules_shown(panel)
    heads = [grid.horizontalHeaderItem(at).text() for at in range(grid.columnCount())]
    assert heads == ["no FTZ, no DAZ", "no FTZ, DAZ", "FTZ, no DAZ", "FTZ, DAZ"]
    area = grid.visualItemRect(grid.item(0, 3))
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert panel.document.state.rules == Rules(flush=True, daz=True)


def test_the_code_of_a_cell_becomes_the_source(panel):
    choose(panel, "add", "1.125", "0.12457275190625")
    rules_shown(panel)
    menu = panel.cell_menu(panel.rules.cell_at(3, 0))
    actions = {action.text(): action for action in menu.actions()}
    actions["Make 0x3cff the source"].trigger()
    assert panel.document.state.source.text == "fp16:0x3cff"
    assert panel.document.state.rules == Rules()
    actions["Work by these rules"].trigger()
    assert panel.document.state.rules.rounding is Rounding.TOWARD_ZERO


def test_the_table_is_copied_and_the_sheet_when_it_is_seen_again(panel):
    choose(panel, "add", "1.125", "0.12457275190625")
    rules_shown(panel)
    offered = {action.text(): action for action in panel.copy_menu.actions() if action.isVisible()}
    assert set(offered) == {"as text", "as Markdown", "as CSV"}
    offered["as CSV"].trigger()
    assert QGuiApplication.clipboard().text().startswith("rounding,flush,daz,tininess,")
    offered["as Markdown"].trigger()
    assert "| ties-to-even | 0x3d00 = 1.25, inexact |" in QGuiApplication.clipboard().text()
    panel.stages.button("sheet").click()
    offered["as text"].trigger()
    assert "1. Operand" in QGuiApplication.clipboard().text()


def test_a_scene_says_which_is_shown(panel, session, qtbot):
    assert panel.view().shows == "sheet"
    rules_shown(panel)
    view = panel.view()
    assert view.shows == "rules"
    other = StepsPanel(session, LIGHT)
    qtbot.addWidget(other)
    other.restore_view(view)
    assert other.right.stage == "rules"
    assert other.stages.button("rules").isChecked()


# -- operations of all groups ----------------------------------------------------------------------


def test_a_quotient_and_a_root_are_worked_out(panel):
    trace = choose(panel, "divide", "1", "3")
    assert (trace.code, trace.steps_of(StepKind.QUOTIENT)[0].rows[-1].tail is None) == (
        0x3555,
        False,
    )
    assert choose(panel, "sqrt", "2").code == 0x3DA8
    assert not panel.view_.grab().isNull()


def test_an_integer_is_made_in_the_format_that_is_chosen(panel):
    trace = choose(panel, "to-int", "2.6", fmt="int64")
    assert (trace.format.name, trace.code, trace.inputs) == ("int64", 3, ("fp16:0x4133",))
    assert choose(panel, "to-int", "2.6", fmt="").format.name == "int32"
    panel.document.set_source(parse_literal("int8:7"))
    assert choose(panel, "to-int", "2.6", fmt="int16").inputs[0].startswith("fp64:")


def test_a_comparison_says_what_the_format_is_for(panel, qtbot):
    assert choose(panel, "compare", "1.5", "1.25").code == 1
    labels = [label.text() for label in panel.form._labels]
    assert labels[1] == "Operands in"
    choose(panel, "add", "1.5", "1.25")
    assert panel.form._labels[1].text() == "Result in"


def test_an_operation_is_typed_in_the_form(panel, qtbot):
    line = panel.form.operation.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "sqrt")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.sheet.trace.name == "sqrt"
    grid = rules_shown(panel)
    assert grid.rowCount() == len(Rounding)


def test_what_was_asked_for_before_the_panel_was_there_is_worked_out(session, qtbot):
    session.sheets.ask("multiply", FP16, ((FP16, 0x3C02), (FP16, 0x3C01)))
    widget = StepsPanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.show()
    widget.build_late()
    assert widget.sheet.trace.inputs == ("fp16:0x3c02", "fp16:0x3c01")
    assert session.sheets.pending is None
