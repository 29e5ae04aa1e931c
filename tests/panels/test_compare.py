"""The panel that compares two values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.phrase import phrase
from fpviz.model.bench.records import Bench, Pin
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
    return widget


def told(panel):
    return {line.key: str(line.said) for line in panel.facts.lines}


def compare(panel, a, b, fmt="fp32"):
    panel.restore_view(ViewOfCompare(a, b, fmt))


def test_two_codes_are_compared(panel):
    compare(panel, EXPECTED.text, ACTUAL.text)
    found = told(panel)
    assert found["distance"] == "1 ulp in FP32, B is nearer to zero"
    assert found["difference"] == "0.00000762939453125 = 2⁻¹⁷"
    assert found["bits"] == "15, all of the fraction, a borrow (bits 14:0)"
    assert panel.bits.accessibleName() == (
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
    QTest.keyClick(panel.form.edits[1], Qt.Key.Key_B, _CONTROL_ALT)
    panel.document.set_source(parse_literal("0.25"))
    assert panel.form.edits[1].text() == "0.5"
    menu = panel.form.takers[0].menu()
    menu.actions()[1].trigger()
    menu.actions()[0].trigger()
    assert panel.form.edits[0].text() == ""
    assert told(panel)["difference"] == "0.25 = 2⁻²"


_CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_pins_are_named_and_offered(panel):
    pins = (Pin(EXPECTED, "expected"), Pin(ACTUAL, "R&D"))
    panel.document.set_bench(phrase("pin a value"), Bench(pins))
    offered = [action.text() for action in panel.form.takers[1].menu().actions()]
    assert offered[-2:] == ["expected", "R&&D"]
    panel.form.takers[1].menu().actions()[-1].trigger()
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
    QTest.keyClick(panel, Qt.Key.Key_X, _CONTROL_ALT)
    assert told(panel)["difference"] == "1"


def test_what_is_no_value_leaves_the_last_comparison_as_old(panel):
    compare(panel, "1", "2", "fp16")
    before = panel.facts.lines
    panel.form.put(1, "two")
    assert str(panel.old).startswith("B: 'two' is not understood")
    assert panel.facts.lines == before
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
    [(0, "A               0x3c00 = 1, normal\n"), (1, "|  |  |\n| --- |"), (2, 'A,"0x3c00 = 1, ')],
)
def test_it_is_copied(panel, at, begins):
    compare(panel, "1", "2", "fp16")
    said = []
    panel.status_changed.connect(said.append)
    panel.copy_menu.actions()[at].trigger()
    assert QGuiApplication.clipboard().text().startswith(begins)
    assert said == ["Comparison copied"]


def test_nothing_is_compared_anew_that_stays(panel, monkeypatch):
    compare(panel, "1", "2", "fp16")
    monkeypatch.setattr(panel.facts, "show_lines", lambda lines: pytest.fail("shown again"))
    panel.document.set_source(parse_literal("7"))
    panel.set_theme(DARK)


def test_a_figure_is_as_high_as_its_facts(panel):
    compare(panel, EXPECTED.text, ACTUAL.text)
    panel.become_figure()
    room = panel.figure_room(panel.figure_width())
    assert 150 < room.best < 500
    assert not panel.form.isVisible()
