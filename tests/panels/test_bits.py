"""The panel of bits: what is done to its cells and rows is done to the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from fpviz.core.formats import CATALOGUE, FAMILIES, find_format
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
    """The entries of the menu of formats and of the menus in it, by what they say."""
    panel.fill_format_menu(panel.add_menu)
    below = panel.add_menu.findChildren(QMenu)
    actions = [action for menu in (panel.add_menu, *below) for action in menu.actions()]
    actions = [action for action in actions if action not in {each.menuAction() for each in below}]
    return {action.text(): action for action in actions if action.text()}


def entry(fmt):
    return fmt.title if fmt.title == fmt.name else f"{fmt.title}   {fmt.name}"


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
    assert set(entries(panel)) == {entry(fmt) for fmt in CATALOGUE} | {
        "Custom format…",
        "Browse formats…",
    }
    for fmt in session.document.state.formats[:-1]:
        entries(panel)[f"{fmt.title}   {fmt.name}"].trigger()
    assert session.document.state.formats == (TF32,)
    assert not entries(panel)["TF32   tf32"].isEnabled()


def test_other_families_have_menus_of_their_own(panel, session, qtbot):
    entries(panel)
    menus = [menu.title() for menu in panel.add_menu.findChildren(QMenu)]
    assert menus == [str(family.title) for family in FAMILIES[1:]]
    entries(panel)["Q0.15   q0.15"].trigger()
    assert session.document.state.active == find_format("q15")
    assert entries(panel)["Q0.15   q0.15"].isChecked()
    with qtbot.waitSignal(panel.facts_wanted):
        entries(panel)["Browse formats…"].trigger()


@pytest.mark.parametrize(
    ("literal", "up", "after"),
    [
        ("fp16:0x3c01", True, 0x4001),
        ("fp16:0x7c00", True, 0x7C00),
        ("x87:0x3fff8000000000000000", False, 0x3FFE8000000000000000),
        ("vax_f:0x80400000", True, 0x00410000),
        ("vax_f:0x00410000", False, 0x80400000),
        ("mil1750a_32:0x400000ff", True, 0x40000000),
        ("mil1750a_32:0x4000007f", True, 0x4000007F),
        ("mil1750a_32:0x40000080", False, 0x40000080),
        ("posit16:0x3000", True, 0x3800),
    ],
)
def test_the_exponent_is_stepped_in_every_family(panel, session, literal, up, after):
    session.document.set_source(parse_literal(literal))
    fmt = session.document.state.active
    panel.grid.exponent_stepped.emit(fmt, up)
    assert session.document.snapshot.active.code == after


@pytest.mark.parametrize("literal", ["q0.15:0x4000", "int8:0x05", "posit8:0x7f"])
def test_where_there_is_no_exponent_the_status_says_so(panel, session, qtbot, literal):
    session.document.set_source(parse_literal(literal))
    before = session.document.state
    with qtbot.waitSignal(panel.status_changed) as told:
        panel.grid.exponent_stepped.emit(before.active, True)
    assert "no exponent field" in told.args[0]
    assert session.document.state == before


def test_the_arrangement_is_chosen_remembered_and_named(panel, qtbot):
    assert panel.view() == ViewOfBits("aligned")
    with qtbot.waitSignal(panel.caption_changed):
        panel.arrangement.button("packed").click()
    assert panel.grid.arrangement is Arrangement.PACKED
    assert panel.view() == ViewOfBits("packed")
    panel.restore_view(ViewOfBits("aligned"))
    assert panel.grid.arrangement is Arrangement.ALIGNED


def test_what_is_refused_is_said_over_the_rows(panel, session):
    session.document.refuse(verbatim("one is no number"))
    assert panel.old is not None
    session.document.set_source(parse_literal("2"))
    session.document.refuse(None)
    assert panel.old is None


def test_the_menu_of_a_row_pins_its_code(panel, session):
    session.document.set_source(parse_literal("0.1"))
    told = []
    panel.status_changed.connect(told.append)
    pinning = next(a for a in panel.row_menu(FP16).actions() if a.text() == "Pin this value")
    pinning.trigger()
    assert [pin.source.operand for pin in session.pins.all] == [(FP16, 0x2E66)]
    assert told == ["Pinned as A: 0.0999755859375"]
