"""The panel of decoded values: those of the active format, with what leads to other values."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.panels.decoded import DecodedPanel
from fpviz.widgets.look.theme import LIGHT

FP16, BF16 = map(find_format, ("fp16", "bf16"))


@pytest.fixture
def panel(session, qtbot):
    panel = DecodedPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.build_late()
    return panel


def test_the_values_are_those_of_the_active_format(panel, session, qtbot):
    with qtbot.waitSignal(panel.caption_changed) as caption:
        session.document.set_source(parse_literal("1.5"))
    assert caption.args == ["FP16, code 0x3e00"]
    with qtbot.waitSignal(panel.caption_changed) as caption:
        session.document.activate(BF16)
    assert caption.args == ["BF16, code 0x3fc0"]
    assert panel.table.lines["exact"].whole == "1.5"


def test_a_neighbour_that_is_picked_is_the_source(panel, session):
    session.document.set_source(parse_literal("1"))
    panel.table.above.click()
    assert session.document.state.source.operand == (FP16, 0x3C01)
    assert panel.table.lines["exact"].whole == "1.0009765625"


def test_a_line_is_copied_whole(panel):
    copy, *_ = panel.menu("a long line").actions()
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "a long line"
    assert [action.text() for action in panel.menu("").actions()] == ["Copy &as"]
