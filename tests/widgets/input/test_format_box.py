"""The list of formats: grouped by families, found by any part of a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fpviz.core.formats import CATALOGUE, FAMILIES, find_format
from fpviz.widgets.input.format_box import FormatBox


@pytest.fixture
def box(qtbot):
    box = FormatBox("the active format")
    qtbot.addWidget(box)
    box.show()
    return box


def test_formats_stand_below_the_titles_of_their_families(box):
    model = box.model()
    entries = [(box.itemText(at), model.item(at).isEnabled()) for at in range(box.count())]
    wanted = [("the active format", True)]
    for family in FAMILIES:
        wanted += [(str(family.title), False), *((fmt.title, True) for fmt in family.formats)]
    assert entries == wanted


def test_decimals_may_be_left_out(qtbot):
    box = FormatBox(bases=(2,))
    qtbot.addWidget(box)
    names = {box.itemData(at) for at in range(box.count())} - {None}
    assert names == {fmt.name for fmt in CATALOGUE if fmt.base == 2}
    assert box.format() == CATALOGUE[0]


@pytest.mark.parametrize(
    ("typed", "name"), [("q0.15", "q0.15"), ("POSIT16", "posit16"), ("e5m7", "e5m7")]
)
def test_what_is_typed_is_the_format(box, qtbot, typed, name):
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), typed)
    with qtbot.waitSignal(box.chosen) as told:
        qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert told.args == [name]
    assert box.format() == find_format(name)


def test_any_part_of_a_name_offers_formats(box):
    completer = box.completer()
    completer.setCompletionPrefix("1750")
    found = {completer.currentIndex().data()}
    for row in range(completer.completionCount()):
        completer.setCurrentRow(row)
        found.add(completer.currentCompletion())
    assert found >= {"1750A 32", "1750A 48"}


def test_a_title_is_no_format(box):
    box.setEditText(str(FAMILIES[1].title))
    assert box.format() is None
    box.show_name("")
    assert (box.currentText(), box.format()) == ("the active format", None)


@pytest.mark.parametrize("name", ["", "bf16"])
def test_a_name_is_read_from_its_beginning(box, name):
    assert box.lineEdit().cursorPosition() == 0
    box.show_name("fp64")
    box.show_name(name)
    assert box.lineEdit().cursorPosition() == 0
