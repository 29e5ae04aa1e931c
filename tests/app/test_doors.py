"""Several doors to one change: whichever is taken, all of them show it afterwards."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.model import document as documents
from fpviz.model.scene import Look

NAMES = [experiment.name for experiment in EXPERIMENTS]
E5M7 = find_format("e5m7")


def settle(window):
    window.session.runs.wait()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def in_list(window, name):
    box = window.panels["updates"].experiment
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def in_menu(window, name):
    menu = window.menus.experiments.menu
    menu.aboutToShow.emit()
    menu.actions()[NAMES.index(name)].trigger()


def by_undo(window, name):
    window.document.undo_stack.undo()


@pytest.mark.parametrize("first", [in_list, in_menu])
@pytest.mark.parametrize("second", [in_list, in_menu])
def test_every_way_to_an_experiment_brings_its_form_after_a_change(window, qtbot, first, second):
    panel = window.panels["updates"]
    for way, name in ((first, "static-loss-scale"), (second, "adam"), (first, "swamping")):
        window.document.set_parameter("overflow", "saturate")
        window.focus_order.step_panel(forward=True)
        settle(window)
        way(window, name)
        settle(window)
        assert_shown(window, name)
    window.document.undo_stack.undo()
    settle(window)
    assert_shown(window, "adam")
    assert panel.form.fields


def assert_shown(window, name):
    panel, menu = window.panels["updates"], window.menus.experiments.menu
    assert list(panel.form.fields) == [p.name for p in find_experiment(name).parameters]
    assert panel.experiment.currentData() == name
    menu.aboutToShow.emit()
    assert [a.isChecked() for a in menu.actions()[: len(NAMES)]] == [each == name for each in NAMES]
    assert window.session.runs.run.experiment == name


def test_the_list_keeps_the_keyboard_when_its_form_is_built_anew(window, qtbot):
    window.panels["updates"].experiment.setFocus()
    in_list(window, "adam")
    settle(window)
    assert window.focusWidget() is window.panels["updates"].experiment


@pytest.mark.parametrize("way", ["panel menu", "menu bar", "row", "action", "document"])
def test_a_format_goes_by_every_door_and_all_show_it(window, monkeypatch, way):
    document = window.document
    document.add_format(E5M7)
    match way:
        case "panel menu" | "menu bar":
            menu = window.bits.add_menu if way == "panel menu" else window.menus.formats
            menu.aboutToShow.emit()
            next(a for a in menu.actions() if a.text() == E5M7.title).trigger()
        case "row":
            menu = window.bits.row_menu(E5M7)
            [action for action in menu.actions() if not action.isSeparator()][-1].trigger()
        case "action":
            window.menus.actions["remove-format"].trigger()
        case _:
            document.undo_stack.undo()
    settle(window)
    assert E5M7 not in document.state.formats
    assert shown(window) == list(document.state.formats)
    for menu in (window.bits.add_menu, window.menus.formats):
        menu.aboutToShow.emit()
        ticked = [a.text().split("   ")[-1] for a in menu.actions() if a.isChecked()]
        assert ticked == sorted(ticked, key=ticked.index)
        assert len(ticked) == len(document.state.formats)
    document.undo_stack.redo() if way == "document" else document.undo_stack.undo()
    assert E5M7 in shown(window)


def shown(window):
    return [row.format for row in window.bits.grid.rows]


@pytest.mark.parametrize("kind", ["window", "lines"])
def test_what_is_dropped_is_copied_though_a_move_is_proposed(window, kind):
    """On every widget that takes drops."""
    window.go_to_panel("steps")
    settle(window)
    lines = [line for line in window.findChildren(QLineEdit) if takes_drops(line)]
    targets = [window] if kind == "window" else lines
    assert len(targets) >= (1 if kind == "window" else 5)
    for target in targets:
        assert drop(target, "2") == (Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)


def takes_drops(widget: QWidget) -> bool:
    return widget.acceptDrops() and not widget.isReadOnly() and widget.isEnabled()


def drop(widget, text):
    """The actions that entering and dropping end in, where the other side wants to move."""
    mime = QMimeData()
    mime.setText(text)
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    rest = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    at = QPointF(5, 5)
    enter = QDragEnterEvent(at.toPoint(), both, *rest)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QCoreApplication.sendEvent(widget, enter)
    dropped = QDropEvent(at, both, *rest)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    QCoreApplication.sendEvent(widget, dropped)
    assert enter.isAccepted()
    assert dropped.isAccepted()
    return enter.dropAction(), dropped.dropAction()


def test_undo_of_a_pick_brings_back_mark_and_why(window):
    panel, runs = window.panels["updates"], window.session.runs
    before = Look(runs.step, runs.curve), window.document.state, caption(window)
    panel.plot.point_picked.emit("exact" if has(runs, "exact") else runs.run.curves[-1].name, 70)
    picked = Look(runs.step, runs.curve), window.document.state, caption(window)
    assert picked[0].step == 70
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert (Look(runs.step, runs.curve), window.document.state, caption(window)) == before
    window.document.undo_stack.redo()
    assert (Look(runs.step, runs.curve), window.document.state, caption(window)) == picked


def caption(window):
    return window.frames["why"].caption.text()


def has(runs, name):
    return name in {curve.name for curve in runs.run.curves}


def test_values_typed_with_a_pause_are_steps_of_their_own(window, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(documents, "monotonic", lambda: now[0])
    for pause, text in ((0, "2"), (1, "2.5"), (5, "2.55"), (1, "2.555")):
        now[0] += pause
        window.document.set_source(parse_literal(text), "spell")
    shown = []
    while window.document.undoable:
        shown.append(window.document.state.source.text)
        window.document.undo_stack.undo()
    assert shown == ["2.555", "2.5"]


@pytest.mark.parametrize("far", ["1e400", "1e4000", "-1e5000"])
def test_the_line_comes_back_from_far_away(window, far):
    line = window.panels["number-line"].line
    for text in (far, "3.14"):
        window.document.set_source(parse_literal(text))
    assert line.view().span < 2
    assert line.is_around


def test_the_line_comes_back_though_formats_went_meanwhile(window):
    line = window.panels["number-line"].line
    window.document.set_source(parse_literal("1e400"))
    for name in ("fp64", "fp32"):
        window.document.remove_format(find_format(name))
    window.document.set_source(parse_literal("3.14"))
    assert line.view().span < 2


def test_the_line_names_the_format_that_its_ordinal_axis_has(window):
    frame, panel = window.frames["number-line"], window.panels["number-line"]
    panel.axes.button("ordinal").click()
    for name in ("bf16", "fp8_e4m3fn"):
        window.document.activate(find_format(name))
        assert find_format(name).title in frame.caption.text()
