"""The panel that follows an expression."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from fpviz.core.arithmetic.rounding import Rounding, Rules, encode
from fpviz.core.expressions.examples import EXAMPLES
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import code_at, ulp
from fpviz.core.literals import parse_literal
from fpviz.core.numbers import Finite, finite
from fpviz.core.phrase import phrase
from fpviz.model.files.scene import Scene, SceneError, Setup, load_scene, save_scene
from fpviz.panels.expression import ExpressionPanel
from fpviz.panels.worked_sheet import StepsPanel
from fpviz.widgets.look.theme import LIGHT

FP8, FP16, FP64 = map(find_format, ("fp8_e4m3fn", "fp16", "fp64"))


@pytest.fixture
def panel(session, qtbot):
    widget = ExpressionPanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.resize(1000, 420)
    widget.show()
    widget.build_late()
    widget.wait()
    return widget


def put(panel, text, **settings):
    panel.form.put(text, settings)
    panel.wait()


def results(panel):
    """The rows of the results by their format."""
    return {row[0]: row[1:] for row in panel.operations.results.table().rows}


def operations(panel):
    return panel.operations.listing.table().rows


def worked(panel):
    """The operations that are no typed numbers."""
    return [row[1] for row in operations(panel) if row[1] != "as typed"]


def pick(panel, qtbot, row, table=None, double=False):
    table = table or panel.operations.listing
    at = table.visualItemRect(table.item(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if double:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    panel.wait()


def test_at_first_it_answers_the_oldest_question(panel):
    assert panel.form.text == "0.1 + 0.2"
    assert results(panel)["FP64"][:3] == ("0.3", "0.30000000000000004", "+0.8")
    panel.document.activate(FP64)
    panel.wait()
    line, operation, code, value, made, carried, total, *_ = operations(panel)[-1]
    assert (line, operation, code, value) == (
        "%1",
        "0.1 + 0.2",
        "0x3fd3333333333334",
        "0.30000000000000004",
    )
    assert (made, carried, total) == ("+0.5", "+0.3", "+0.8")


def test_a_variable_that_is_not_set_is_the_source(panel, session):
    put(panel, "a * 3")
    assert [line.line.text() for line in panel.form.lines.values()] == [""]
    session.document.set_source(parse_literal("7"))
    panel.wait()
    assert results(panel)["FP16"][0] == "21"
    session.document.set_code(FP16, 0x4000)
    panel.wait()
    assert results(panel)["FP16"][0] == "6"


def test_variables_are_typed_into_lines_of_their_own(panel, qtbot):
    put(panel, "a * b + 1", a="2")
    assert list(panel.form.lines) == ["a", "b"]
    line = panel.form.lines["b"].line
    line.setFocus()
    qtbot.keyClicks(line, "0.1@bf16")
    panel.wait()
    assert results(panel)["FP64"][1] == "1.2001953125"
    assert panel.form.lines["a"].line.text() == "2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 + * 2", "'1 + * 2'"),
        ("9^9^9", "'9^9^9'"),
        ("nosuch(1)", "nosuch"),
        ("fma(1, 2)", "fma"),
    ],
)
def test_what_is_no_expression_leaves_the_last_one_as_old(panel, text, said):
    before = results(panel)
    put(panel, text)
    assert said in panel.form.complaint.text()
    assert "\n" not in panel.form.complaint.text()
    assert panel.old is not None
    assert not panel.form.use_result.isEnabled()
    assert results(panel) == before
    put(panel, "1 + 2")
    assert panel.old is None
    assert not panel.form.complaint.isVisible()
    assert results(panel)["FP16"][0] == "3"


def test_half_a_text_is_no_fault(panel):
    put(panel, "0.1 +")
    assert panel.old is not None
    assert not panel.form.complaint.isVisible()


def test_what_is_wrong_is_underlined_where_it_is(panel):
    put(panel, "1 + nosuch(2)")
    (mark,) = panel.form.editor.extraSelections()
    assert "nosuch" in mark.cursor.selectedText()


def test_a_variable_that_is_set_to_nonsense_is_named(panel):
    put(panel, "a + 1", a="what")
    assert panel.form.complaint.text().startswith("a: ")


def test_a_source_that_is_refused_makes_what_follows_it_old(panel, session):
    put(panel, "a + 1")
    session.document.refuse(phrase("{text} is not understood", text="1..2"))
    assert panel.old is not None
    put(panel, "2 + 1")
    assert panel.old is None


def test_a_click_on_an_operation_makes_it_the_source_and_works_it_out(panel, session, qtbot):
    steps = StepsPanel(session, LIGHT)
    qtbot.addWidget(steps)
    steps.show()
    steps.build_late()
    put(panel, "a*a + 0.1", a="")
    session.document.set_source(parse_literal("1.1"))
    panel.wait()
    names = [row[0] for row in operations(panel)]
    asked = []
    panel.panel_wanted.connect(asked.append)
    pick(panel, qtbot, names.index("%1"))
    assert session.document.state.source.operand == (
        FP16,
        panel.operations.shown[names.index("%1")].code,
    )
    assert (steps.sheet.trace.name, steps.sheet.trace.inputs) == (
        "multiply",
        ("fp16:0x3c66", "fp16:0x3c66"),
    )
    assert panel.form.lines["a"].line.text() == "1.1"  # it stays what it was
    assert asked == []
    (mark,) = panel.form.editor.extraSelections()
    assert mark.cursor.selectedText() == "a*a"
    pick(panel, qtbot, names.index("%1"), double=True)
    assert asked == ["steps"]
    session.document.undo_stack.undo()
    assert session.document.state.source.text == "1.1"


def test_keys_go_from_operation_to_operation(panel, session, qtbot):
    put(panel, "(3 * 0.1) * 7")
    panel.operations.listing.setFocus()
    panel.operations.listing.show_current(0)
    qtbot.keyClick(panel.operations.listing, Qt.Key.Key_Down)
    assert session.document.state.source.operand == panel.operations.shown[1].done.operand
    with qtbot.waitSignal(panel.panel_wanted):
        qtbot.keyClick(panel.operations.listing, Qt.Key.Key_Return)


def test_a_row_of_the_results_is_a_format_to_follow(panel, session, qtbot):
    names = [row[0] for row in panel.operations.results.table().rows]
    pick(panel, qtbot, names.index("FP32"), panel.operations.results)
    assert session.document.state.active.name == "fp32"
    assert operations(panel)[0][2] == "0x3dcccccd"


def test_contraction_is_a_way_to_follow(panel, qtbot):
    put(panel, "a*a - b", a="0.1", b="0.01")
    assert worked(panel) == ["a × a", "%1 - b"]
    panel.ways.button("contracted").click()
    assert worked(panel)[-1].startswith("a × a + ")
    assert panel.view().way == "contracted"


def test_results_tell_where_contraction_changes_nothing(panel):
    assert results(panel)["FP16"][3] == "the same"
    put(panel, "a*a - b", a="0.1", b="0.01")
    assert results(panel)["FP16"][3] != "the same"


def test_other_rules_are_followed(panel, session):
    session.document.set_rules(Rules(Rounding.DOWNWARD))
    panel.wait()
    assert results(panel)["FP64"][:3] == ("0.3", "0.29999999999999993", "-1.2")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_every_example_is_evaluated(panel, session, example):
    box = panel.form.example
    box.setCurrentIndex(box.findData(example.name))
    box.activated.emit(box.currentIndex())
    panel.wait()
    assert panel.old is None, panel.old
    assert session.document.state.active.name == example.format
    assert panel.form.text == example.text
    assert operations(panel)


def test_softmax_in_fp16_says_where_it_goes_wrong(panel):
    example = next(each for each in EXAMPLES if each.name == "softmax")
    panel.document.activate(FP16)
    put(panel, example.text, **example.variables)
    rows = [row for row in panel.operations.results.table().rows if row[0].startswith("FP16")]
    assert [row[2] for row in rows] == ["0", "0", "nan"]
    loud = {row[8] for row in operations(panel)}
    assert any("overflow" in flags for flags in loud)
    assert any("invalid" in flags for flags in loud)


def test_the_tables_are_copied(panel):
    tables = (
        panel.operations.results,
        panel.operations.results,
        panel.operations.listing,
        panel.operations.listing,
    )
    for action, table in zip(panel.copy_menu.actions(), tables, strict=True):
        QGuiApplication.clipboard().clear()
        action.trigger()
        copied = QGuiApplication.clipboard().text()
        assert all(cell in copied for row in table.table().rows for cell in row)


def test_the_view_comes_back_from_a_scene(panel, session, qtbot, tmp_path):
    put(panel, "a*x + 1", a="0x3c00", x="")
    panel.ways.button("contracted").click()
    pick(panel, qtbot, len(panel.operations.shown) - 1)
    path = tmp_path / "expression.fpviz"
    save_scene(Scene(session.document.state, Setup(), {"expression": panel.view()}), path)
    other = ExpressionPanel(session, LIGHT)
    qtbot.addWidget(other)
    other.restore_view(load_scene(path).views["expression"])
    other.show()
    other.build_late()
    other.wait()
    assert other.view() == panel.view()
    assert other.operations.listing.table() == panel.operations.listing.table()


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({"expression": "1 +"}, "not complete"),
        ({"expression": 3}, "no text"),
        ({"set": ["a"]}, "names of variables"),
        ({"expression": "a", "set": {"a": "what"}}, "what"),
        ({"way": "sideways"}, "sideways"),
        ({"line": 99}, "99"),
    ],
)
def test_a_scene_with_what_cannot_be_shown_is_refused(tmp_path, view, said):
    path = tmp_path / "bad.fpviz"
    path.write_text(json.dumps({"fpviz": 1, "views": {"expression": view}}))
    with pytest.raises(SceneError, match=said):
        load_scene(path)


def test_nothing_is_evaluated_while_nobody_sees_it(session, qtbot):
    panel = ExpressionPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.build_late()
    panel.wait()
    assert panel.operations.evaluation is None
    panel.show()
    panel.wait()
    assert panel.operations.evaluation is not None


def test_an_example_is_chosen_only_while_its_text_stands_there(panel, qtbot):
    panel.form.example.setCurrentIndex(2)
    panel.form.example.activated.emit(2)
    assert panel.form.text == EXAMPLES[1].text
    assert panel.form.example.currentIndex() == 2
    qtbot.keyClick(panel.form.editor, Qt.Key.Key_1)
    assert panel.form.example.currentIndex() == 0


def test_results_leave_half_of_the_height_to_the_operations(panel):
    put(panel, "x*x", x="[1, 2, 3, 4, 5, 6, 7, 8]")
    panel.resize(900, 220)
    above, below = panel.operations.results.height(), panel.operations.listing.height()
    assert abs(above - below) < 40
    put(panel, "x*x", x="2")
    panel.resize(900, 600)
    assert panel.operations.results.height() < panel.operations.listing.height()


def test_a_picture_says_of_which_expression_it_is(panel):
    told = []
    panel.caption_changed.connect(told.append)
    put(panel, "x - x", x="3")
    panel.become_figure()
    assert told[-1] == f"x - x  ·  {told[-2]}"


def test_a_tool_that_no_header_has_yet_is_no_window(panel, qapp):
    windows = [each for each in qapp.topLevelWidgets() if each.isVisible()]
    assert windows == [panel]


# -- sweeps ----------------------------------------------------------------------------------------


@pytest.fixture
def swept(panel, session):
    session.document.activate(FP8)
    put(panel, "(x + 1)*(x - 1)", x="2")
    panel.stages.button("sweep").click()
    panel.wait()
    return panel


def test_a_sweep_finds_the_worst_value_of_a_variable(swept, session):
    text = swept.sweep.summary.text()
    assert text.startswith("253 values of FP8 E4M3FN · ")
    worst = max(
        (each for each in map(error_at, range(256)) if each is not None), key=lambda pair: pair[0]
    )
    assert f"{worst[0]:.4g} ulp" in text
    swept.sweep.use_worst.click()
    swept.wait()
    assert swept.view().stage == "operations"
    assert swept.operations.current is None
    total = abs(swept.operations.execution.results[0].total)
    assert float(total) == worst[0]
    assert swept.form.lines["x"].line.text().startswith("fp8_e4m3fn:0x")


def error_at(code):
    """How far the product is off for a code of FP8, by fractions, with the code."""
    x = decode(FP8, code).number
    if not isinstance(x, Finite):
        return None
    a, b = (encode(FP8, finite(x.value + d)) for d in (1, -1))
    sums = [decode(FP8, each.code).number for each in (a, b)]
    if not all(isinstance(each, Finite) for each in sums):
        return None
    result = encode(FP8, finite(sums[0].value * sums[1].value)).code
    held, exact = decode(FP8, result).number, x.value**2 - 1
    if not isinstance(held, Finite):
        return None
    unit = ulp(FP8, result if held.value or not exact else encode(FP8, finite(exact)).code)
    return float(abs(held.value - exact) / unit), code


def test_a_sweep_goes_over_a_range(swept, qtbot):
    for edit, text in zip(swept.sweep.ends, ("1", "2"), strict=True):
        edit.setFocus()
        qtbot.keyClicks(edit, text)
    swept.wait()
    assert swept.sweep.summary.text().startswith("9 values of FP8 E4M3FN")
    assert (swept.view().start, swept.view().stop) == ("1", "2")


@pytest.mark.parametrize(
    ("ends", "said"),
    [(("2", "1"), "no value"), (("what", ""), "what"), (("inf", ""), "not finite")],
)
def test_what_is_no_range_leaves_the_last_sweep_as_old(swept, ends, said):
    before = swept.sweep.summary.text()
    swept.sweep.show_range(ends)
    swept.sweep.edited.emit()
    assert said in str(swept.old)
    assert swept.sweep.summary.text() == before


def test_an_expression_without_a_variable_is_not_swept(swept):
    put(swept, "0.1 + 0.2")
    assert "no variable" in str(swept.old)


def test_a_click_on_the_picture_sets_the_variable(swept, qtbot):
    plot = swept.sweep.plot
    plot.grab()
    x = plot.width() // 2
    index = plot.worst_at(x)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(x, plot.height() // 2))
    code = code_at(FP8, plot.shown.places[index])
    assert swept.form.lines["x"].line.text() == f"fp8_e4m3fn:{FP8.code_text(code)}"


def test_a_member_of_a_list_is_swept(panel, session):
    session.document.activate(FP8)
    put(panel, "sum(x)", x="[1, 2, 3]")
    panel.stages.button("sweep").click()
    panel.wait()
    box = panel.sweep.variable
    box.setCurrentIndex(box.findText("x[1]"))
    box.activated.emit(box.currentIndex())
    panel.wait()
    panel.sweep.use_worst.click()
    panel.wait()
    assert panel.form.settings["x"].startswith("[1, fp8_e4m3fn:0x")
    assert panel.form.settings["x"].endswith(", 3]")


def test_a_sweep_can_be_ended(swept, session):
    session.document.activate(find_format("fp16"))
    swept.sweep.waiting.cancel.click()
    assert "ended" in str(swept.old)


def test_what_is_old_is_no_source(swept, session, qtbot):
    put(swept, "(x + 1)*(x - what")
    assert swept.old is not None
    before = session.document.state.source
    swept.sweep.use_worst.click()
    assert swept.form.settings["x"] == "2"
    swept.stages.button("operations").click()
    swept.operations.picked.emit(swept.operations.shown[-1] if swept.operations.shown else None)
    assert session.document.state.source == before


def test_a_swept_value_is_of_the_format_that_was_swept(swept, session):
    told = []
    swept.sweep.picked.connect(lambda name, text: told.append((name, text)))
    session.document.activate(FP16)  # another sweep begins; the one before is still shown
    swept.sweep.use_worst.click()
    swept.sweep.stop()
    ((name, text),) = told
    assert name == "x"
    assert text.startswith("fp8_e4m3fn:0x")
