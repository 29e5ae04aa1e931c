"""The panel that compares two values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.phrase import phrase
from fpviz.data.asked_tolerance import asked_tolerance
from fpviz.model.bench.opening import of_path
from fpviz.model.bench.records import Bench, DumpOrigin, Pin
from fpviz.model.views import ViewOfCompare
from fpviz.panels.compare import ComparePanel
from fpviz.widgets.look.theme import DARK, LIGHT

FP32 = find_format("fp32")
EXPECTED, ACTUAL = (code_source(FP32, code) for code in (0xC2ED4000, 0xC2ED3FFF))


@pytest.fixture
def panel(session, qtbot):
    widget = ComparePanel(session, LIGHT)
    qtbot.addWidget(widget)
    widget.resize(440, 460)
    widget.show()
    yield widget
    widget.background.close()


def told(panel):
    return {line.key: str(line.said) for line in panel.values.facts.lines}


def offered(panel, at):
    menu = panel.form.takers[at].menu()
    menu.aboutToShow.emit()
    return menu.actions()


def compare(panel, a, b, fmt="fp32"):
    panel.restore_view(ViewOfCompare(a, b, fmt))


def test_two_codes_are_compared(panel):
    compare(panel, EXPECTED.text, ACTUAL.text)
    found = told(panel)
    assert found["distance"] == "1 ulp in FP32, B is nearer to zero"
    assert found["difference"] == "0.00000762939453125 = 2⁻¹⁷"
    assert found["bits"] == "15, all of the fraction, a borrow (bits 14:0)"
    assert panel.values.bits.accessibleName() == (
        "A 1 10000101 11011010100000000000000; B 1 10000101 11011010011111111111111; "
        "differing bits: 14:0"
    )


def test_an_empty_value_follows_the_source(panel):
    compare(panel, "", "1", "fp16")
    panel.document.set_code(find_format("fp16"), 0x3C01)
    assert told(panel)["distance"] == "1 ulp in FP16, B is nearer to zero"
    panel.document.set_code(find_format("fp16"), 0x3C00)
    assert told(panel)["distance"] == "0 ulps in FP16, the same code"


def test_the_source_is_taken_as_it_is_now(panel, qtbot):
    panel.document.set_source(parse_literal("0.5"))
    panel.form.edits[1].setFocus()
    QTest.keyClick(panel.form.edits[1], Qt.Key.Key_B, _KEYS)
    panel.document.set_source(parse_literal("0.25"))
    assert panel.form.edits[1].text() == "0.5"
    menu = offered(panel, 0)
    menu[1].trigger()
    assert panel.form.edits[0].text() == "0.25"
    menu[0].trigger()
    assert panel.form.edits[0].text() == ""
    assert told(panel)["difference"] == "0.25 = 2⁻²"


_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_pins_are_named_and_offered(panel):
    pins = (Pin(EXPECTED, "expected"), Pin(ACTUAL, "R&D"))
    panel.document.set_bench(phrase("pin a value"), Bench(pins))
    found = offered(panel, 1)
    assert [action.text() for action in found[-2:]] == ["expected", "R&&D"]
    found[-1].trigger()
    panel.form.put(0, "Expected")
    compare(panel, None, None, "fp32")
    assert told(panel)["distance"] == "1 ulp in FP32, B is nearer to zero"
    view = panel.view()
    assert (view.a, view.b) == (EXPECTED.text, ACTUAL.text)


def test_values_change_places(panel):
    compare(panel, "1", "2", "fp16")
    panel.swap.click()
    assert [edit.text() for edit in panel.form.edits] == ["2", "1"]
    assert told(panel)["difference"] == "-1"
    QTest.keyClick(panel, Qt.Key.Key_X, _KEYS)
    assert told(panel)["difference"] == "1"


def test_what_is_no_value_leaves_the_last_comparison_as_old(panel):
    compare(panel, "1", "2", "fp16")
    before = panel.values.facts.lines
    panel.form.put(1, "two")
    assert str(panel.old).startswith("B: 'two' is not understood")
    assert panel.values.facts.lines == before
    assert not panel.copy.isEnabled()
    assert panel.view().b == "2"
    panel.document.refuse(phrase("no"))
    panel.form.put(1, "")
    assert panel.old == phrase("no")
    panel.form.put(1, "3")
    assert panel.old is None


def test_a_format_that_is_none_is_the_active_one(panel):
    compare(panel, "1", "1.5", "bf16")
    assert told(panel)["distance"].startswith("64 ulps in BF16")
    panel.form.format.show_name("fp17")
    panel.form.format.chosen.emit("fp17")
    assert told(panel)["distance"].startswith("512 ulps in FP16")


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        (0, "distance        1\u2009024 ulps in FP16, "),
        (1, "|  |  |\n| --- |"),
        (2, 'distance,"1\u2009024 ulps in FP16, '),
    ],
)
def test_it_is_copied(panel, at, begins):
    compare(panel, "1", "2", "fp16")
    said = []
    panel.status_changed.connect(said.append)
    panel.copy_menu.actions()[at].trigger()
    assert QGuiApplication.clipboard().text().startswith(begins)
    assert said == ["Comparison copied"]


DUMP = "3f800000 40000000 7fc00000 40490fdb 3dcccccd"
OTHER = "3f800000 40000001 3f800000 40490fda 3dcccccd 0"


def compare_dumps(panel, expected=DUMP, actual=OTHER, tolerance="ulps"):
    """Compare two texts."""
    panel.stages.button("dumps").click()
    panel.dumps_form.show_tolerance(asked_tolerance(tolerance))
    for at, text in enumerate((expected, actual)):
        panel.dumps_form.take(at, None if text is None else DumpOrigin(text=text))
    panel.background.wait()


def test_two_dumps_are_compared_worst_first(panel):
    compare_dumps(panel, actual=OTHER[:-2])
    assert panel.dumps.verdict.text() == "3 of 5 differ, 3 beyond 0 ulps"
    assert [each.place for each in panel.dumps.table.rows] == [2, 1, 3]
    panel.dumps_form.numbers[0].setText("1")
    panel.dumps_form.numbers[0].textEdited.emit("1")
    panel.background.wait()
    assert panel.dumps.verdict.text() == "3 of 5 differ, 1 beyond 1 ulp"
    compare_dumps(panel, actual=OTHER[:-2], tolerance="torch-testing")
    assert panel.dumps.verdict.text().startswith(
        "3 of 5 differ, 1 beyond torch.testing.assert_close, rtol 0.0000013, atol 0.00001"
    )


def test_a_difference_is_the_two_values_and_its_actual_one_the_source(panel):
    compare_dumps(panel, actual=OTHER[:-2])
    panel.next.click()
    panel.next.click()
    assert panel.document.state.source.operand == (FP32, 0x40000001)
    panel.dumps.table.opened.emit(panel.dumps.table.rows[1])
    assert panel.stage == "values"
    assert told(panel)["distance"] == "1 ulp in FP32, B is farther from zero"
    assert [edit.text() for edit in panel.form.edits] == ["fp32:0x40000000", "fp32:0x40000001"]


@pytest.mark.parametrize(("expected", "actual"), [(None, OTHER[:-2]), (OTHER[:-2], DUMP)])
def test_a_difference_is_gone_to_on_the_bench_whichever_side_is_there(
    panel, qtbot, expected, actual
):
    with qtbot.waitSignal(panel.document.bench_changed):
        panel.session.dump.open_text(DUMP)
    compare_dumps(panel, expected, actual)
    panel.next.click()
    panel.next.click()
    assert panel.document.bench.dump.row == 1
    assert panel.document.state.source.operand == (FP32, 0x40000000)
    panel.next.click()
    assert panel.document.bench.dump.row == 3


def test_an_element_that_is_not_on_the_bench_is_said_to_be_the_source(panel, tmp_path):
    path = tmp_path / "unit.txt"
    path.write_text(OTHER[:-2])
    compare_dumps(panel, actual=OTHER[:-2])
    panel.dumps_form.take(1, of_path(path))
    panel.background.wait()
    told = []
    panel.caption_changed.connect(told.append)
    panel.next.click()
    assert told[-1].endswith(" · the source is element 2 of unit.txt")
    panel.document.set_source(parse_literal("1"))
    assert "source" not in told[-1]


def test_the_dump_of_the_bench_is_compared_and_named_by_rows(panel, qtbot):
    with qtbot.waitSignal(panel.document.bench_changed):
        panel.session.dump.open_text(DUMP)
    compare_dumps(panel, None, OTHER[:-2])
    assert panel.dumps.verdict.text().startswith("3 of 5 differ")
    panel.stages.button("values").click()
    compare(panel, "1", "2")
    panel.form.put(0, "row 1")
    panel.form.put(1, "#2")
    assert told(panel)["distance"] == "none: B is no number"
    assert panel.view().a == "fp32:0x40000000"
    panel.form.put(1, "row 5")
    assert panel.old is not None
    panel.document.choose_row(2, FP32, 0x7FC00000)
    assert [action.text() for action in offered(panel, 1)[-2:]] == ["row 2", "row 3"]


def test_a_figure_of_dumps_lists_what_it_has_room_for_and_says_so(panel):
    compare_dumps(panel, "3f800000 " * 20, "3f800001 " * 20)
    panel.become_figure()
    assert len(panel.dumps.table.rows) == 16
    assert (
        panel.dumps.verdict.text() == "20 of 20 differ, 20 beyond 0 ulps; the worst 16 are listed"
    )
    assert panel.figure_room(panel.figure_width()).best < 520


def test_what_cannot_be_compared_is_said_in_one_line(panel, tmp_path):
    said = []
    panel.status_changed.connect(said.append)
    compare_dumps(panel)
    compare_dumps(panel, actual="hello")
    assert str(panel.old).startswith("there is nothing in it that is known")
    assert panel.dumps.table.rows
    assert not panel.copy.isEnabled()
    panel.dumps_form.take(1, of_path(tmp_path / "none.bin"))
    panel.background.wait()
    assert str(panel.old) == said[-1] == "none.bin: there is no such file or folder"
    compare_dumps(panel, tolerance="ulps")
    assert panel.old is None
    panel.dumps_form.numbers[0].setText("x")
    panel.dumps_form.numbers[0].textEdited.emit("x")
    panel.background.wait()
    assert str(panel.old) == "'x' is no number of ulps; type 0 or more"
    panel.stages.button("values").click()
    assert panel.old is None


def test_a_comparison_that_takes_long_is_told_and_can_be_cancelled(panel):
    compare_dumps(panel)
    panel.background.progressed.emit(0.25)
    assert str(panel.old) == "being compared …"
    assert panel.strip.isVisible()
    panel.strip.cancel.click()
    assert str(panel.old) == "the comparison was cancelled"
    assert not panel.strip.isVisible()


def test_files_are_dropped_swapped_and_kept_in_scenes(panel, tmp_path):
    paths = [tmp_path / "golden.txt", tmp_path / "unit.txt"]
    for path, text in zip(paths, (DUMP, OTHER), strict=True):
        path.write_text(text)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, _LEFT, _NONE)
    panel.dropEvent(drop)
    panel.background.wait()
    view = panel.view()
    assert (view.shows, view.expected, view.actual) == ("dumps", *map(str, paths))
    panel.swap.click()
    panel.background.wait()
    assert panel.view().actual == str(paths[0])
    panel.restore_view(ViewOfCompare(tolerance="numpy 1e-3 -", actual=view.actual))
    assert panel.view().tolerance == "numpy 1e-3"
    panel.restore_view(view)
    panel.background.wait()
    assert panel.dumps.verdict.text().startswith("3 of 5 differ")


_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_nothing_is_compared_anew_that_stays(panel, monkeypatch):
    compare(panel, "1", "2", "fp16")
    monkeypatch.setattr(panel.values.facts, "show_lines", lambda lines: pytest.fail("shown again"))
    panel.document.set_source(parse_literal("7"))
    panel.set_theme(DARK)


def test_a_figure_is_as_high_as_its_facts(panel):
    compare(panel, EXPECTED.text, ACTUAL.text)
    panel.become_figure()
    room = panel.figure_room(panel.figure_width())
    assert 150 < room.best < 500
    assert not panel.form.isVisible()
