"""The frame of a panel: what has no room in its header is in its menu."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QToolButton, QWidget, QWidgetAction

from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.frame.segments import Segments
from fpviz.widgets.look.theme import LIGHT


@pytest.fixture
def tools():
    """One of each kind of tool."""
    axis = Segments((("a", "linear", ""), ("b", "log", ""), ("c", "ordinal", "")), "Axis")
    axis.show_choice("a")
    more, fit, line = QToolButton(), QToolButton(), QLineEdit()
    more.setText("more")
    more.setMenu(QMenu(more))
    more.menu().addAction("inside")
    fit.setText("fit")
    line.setAccessibleName("Update g")
    return axis, more, fit, line


@pytest.fixture
def frame(qtbot, tools):
    window = QMainWindow()
    qtbot.addWidget(window)
    frame = PanelFrame("panel", "A panel", LIGHT)
    frame.hold(QWidget(), tools)
    window.setCentralWidget(frame)
    window.show()
    frame.window_ = window
    return frame


def entries(frame, width):
    """The texts of the menu at a width, without those that every panel has."""
    frame.window_.resize(width, 200)
    menu = frame.menu()
    return menu, [action for action in menu.actions() if action.text() or action.menu()]


def offered(actions):
    texts = []
    for action in actions:
        if isinstance(action, QWidgetAction):
            texts.append(action.defaultWidget().accessibleName())
        else:
            texts.append(action.text())
    return texts


OWN = 3
"""Entries that every panel has: alone, export, copy."""


def test_what_is_in_the_header_is_not_in_the_menu_and_what_is_not_is(frame, tools, qapp):
    shown = []
    for width in range(900, 100, -40):
        menu, _ = entries(frame, width)
        qapp.processEvents()
        visible = [tool.isVisible() for tool in tools]
        menu = frame.menu()
        named = offered([a for a in menu.actions() if not a.isSeparator()])[:-OWN]
        names = ["Axis", "more", "fit", "Update g"]
        assert named == [n for n, seen in zip(names, visible, strict=True) if not seen]
        shown.append(sum(visible))
    assert shown == sorted(shown, reverse=True)
    assert (shown[0], shown[-1]) == (4, 0)


def test_an_entry_does_what_its_tool_does(frame, tools, qtbot, qapp):
    axis, _, fit, line = tools
    frame.window_.resize(160, 200)
    qapp.processEvents()
    menu = frame.menu()
    choices, others, fitted, typed, *_ = [a for a in menu.actions() if not a.isSeparator()]
    assert [a.isChecked() for a in choices.menu().actions()] == [True, False, False]
    with qtbot.waitSignal(axis.chosen) as chosen:
        choices.menu().actions()[2].trigger()
    assert chosen.args == ["c"]
    assert [a.text() for a in others.menu().actions()] == ["inside"]
    with qtbot.waitSignal(fit.clicked):
        fitted.trigger()
    with qtbot.waitSignal(line.textEdited) as edited:
        qtbot.keyClicks(typed.defaultWidget(), "7")
    assert edited.args == ["7"]
    assert line.text() == "7"


def test_what_a_panel_hides_is_nowhere(frame, tools, qapp):
    tools[2].hide()
    frame.window_.resize(160, 200)
    qapp.processEvents()
    menu = frame.menu()
    assert offered([a for a in menu.actions() if not a.isSeparator()])[:-OWN] == [
        "Axis",
        "more",
        "Update g",
    ]
