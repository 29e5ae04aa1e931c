"""The list of operations: groups, and what is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from fpviz.core.arithmetic.operations import Operation
from fpviz.widgets.input.operation_box import OperationBox


@pytest.fixture
def box(qtbot):
    widget = OperationBox({"convert": "round the source"})
    qtbot.addWidget(widget)
    widget.show()
    return widget


def write(qtbot, box, text):
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), text)
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)


def test_every_operation_is_there_and_none_is_a_title(box):
    names = [box.itemData(at) for at in range(box.count()) if box.itemData(at) is not None]
    assert (names[0], set(names[1:])) == ("convert", {each.value for each in Operation})
    assert len(names) == len(set(names))
    enabled = [box.model().item(at).isEnabled() for at in range(box.count())]
    assert enabled.count(True) == len(names)


def test_an_operation_is_typed_by_its_name(qtbot, box):
    told = []
    box.activated.connect(lambda _at: told.append(box.currentData()))
    write(qtbot, box, "multiply")
    assert told[-1] == box.currentData() == "multiply"
    assert box.currentText().startswith("a × b")


def test_what_is_no_operation_leaves_the_present_one(qtbot, box):
    box.show_name("subtract")
    write(qtbot, box, "add nothing")
    box.clearFocus()
    assert (box.currentData(), box.currentText()[:5]) == ("subtract", "a − b")


def test_any_part_of_a_name_finds_it(qtbot, box):
    completer = box.completer()
    completer.setCompletionPrefix("ubtr")
    assert completer.completionCount() == 1
    assert completer.currentCompletion().startswith("a − b")
    completer.setCompletionPrefix("to-uint")
    assert completer.currentCompletion().startswith("uint(a)")
