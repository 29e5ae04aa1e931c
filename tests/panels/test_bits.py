"""The panel of bits: what is done to its cells and rows is done to the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.literals import parse_literal
from fpviz.core.phrase import verbatim
from fpviz.model.views import ViewOfBits
from fpviz.panels.bits import BitsPanel
from fpviz.widgets.bit_grid import Arrangement
from fpviz.widgets.look.theme import LIGHT

FP16, TF32 = map(find_format, ("fp16", "tf32"))


@pytest.fixture
def panel(session, qtbot):
    panel = BitsPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.resize(1200, 400)
    panel.show()
    return panel


def entries(panel):
    panel.fill_format_menu(panel.add_menu)
    return {action.text(): action for action in panel.add_menu.actions() if action.text()}


def test_a_cell_that_is_clicked_is_a_bit_of_the_source(panel, session, qtbot):
    before = session.document.snapshot.active.code
    cell = panel.grid.row(FP16).cells[0]
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert session.document.state.source.operand == (FP16, before ^ 1)
    assert cell.isChecked() == bool((before ^ 1) & 1)


def test_rows_follow_the_document(panel, session):
    session.document.set_source(parse_literal("1.5"))
    shown = {row.format: [cell.isChecked() for cell in row.cells] for row in panel.grid.rows}
    for reading in session.document.snapshot.readings:
        bits = [bool(reading.code >> index & 1) for index in range(reading.format.width)]
        assert shown.pop(reading.format) == bits
    assert shown == {}


def test_the_menu_shows_and_hides_formats_and_keeps_the_last(panel, session, qtbot):
    with qtbot.waitSignal(panel.grew):
        entries(panel)["TF32   tf32"].trigger()
    assert session.document.state.formats[-1] == TF32
    assert set(entries(panel)) == {f"{fmt.title}   {fmt.name}" for fmt in CATALOGUE} | {
        "Custom format…"
    }
    for fmt in session.document.state.formats[:-1]:
        entries(panel)[f"{fmt.title}   {fmt.name}"].trigger()
    assert session.document.state.formats == (TF32,)
    assert not entries(panel)["TF32   tf32"].isEnabled()


def test_the_arrangement_is_chosen_remembered_and_named(panel, qtbot):
    assert panel.view() == ViewOfBits("aligned")
    with qtbot.waitSignal(panel.caption_changed):
        panel.arrangement.button("packed").click()
    assert panel.grid.arrangement is Arrangement.PACKED
    assert panel.view() == ViewOfBits("packed")
    panel.restore_view({"arrangement": "aligned"})
    assert panel.grid.arrangement is Arrangement.ALIGNED


def test_what_is_refused_is_said_over_the_rows(panel, session):
    session.document.refuse(verbatim("one is no number"))
    assert panel.old is not None
    session.document.set_source(parse_literal("2"))
    session.document.refuse(None)
    assert panel.old is None
