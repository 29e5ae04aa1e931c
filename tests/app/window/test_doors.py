"""Several doors to one change: whichever is taken, all of them show it afterwards."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fpviz.app.preferences.appearance import usual_font
from fpviz.app.window.main_window import MainWindow
from fpviz.core.arithmetic.rounding import Rounding
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.model import document as documents
from fpviz.model.files.scene import RunPoint
from fpviz.model.settings import LANGUAGE, TEXT_SIZE, TEXT_SIZES, THEME
from fpviz.model.views import VIEWS
from fpviz.widgets.frame.sign_button import SignButton
from tests.strides import one_in, strided

NAMES = [experiment.name for experiment in EXPERIMENTS]
E5M7 = find_format("e5m7")


def settle(window):
    window.session.runs.wait()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def in_list(window, name):
    box = window.panels["updates"].form.experiment
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def in_menu(window, name):
    menu = window.menus.experiments.menu
    menu.aboutToShow.emit()
    menu.actions()[NAMES.index(name)].trigger()


def by_undo(window, name):
    window.document.undo_stack.undo()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (in_list, in_menu),
        pytest.param(in_menu, in_list, marks=pytest.mark.sweep),
        pytest.param(in_list, in_list, marks=pytest.mark.sweep),
        pytest.param(in_menu, in_menu, marks=pytest.mark.sweep),
    ],
)
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
    assert panel.form.experiment.currentData() == name
    menu.aboutToShow.emit()
    assert [a.isChecked() for a in menu.actions()[: len(NAMES)]] == [each == name for each in NAMES]
    assert window.session.runs.run.experiment == name


def test_the_list_keeps_the_keyboard_when_its_form_is_built_anew(window, qtbot):
    window.panels["updates"].form.experiment.setFocus()
    in_list(window, "adam")
    settle(window)
    assert window.focusWidget() is window.panels["updates"].form.experiment


@pytest.mark.parametrize("way", one_in(2, ["panel menu", "menu bar", "row", "action", "document"]))
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
    window.focus_order.go_to_panel("steps")
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
    before = RunPoint(runs.step, runs.curve), window.document.state, caption(window)
    panel.plot.point_picked.emit("exact" if has(runs, "exact") else runs.run.curves[-1].name, 70)
    picked = RunPoint(runs.step, runs.curve), window.document.state, caption(window)
    assert picked[0].step == 70
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert (RunPoint(runs.step, runs.curve), window.document.state, caption(window)) == before
    window.document.undo_stack.redo()
    assert (RunPoint(runs.step, runs.curve), window.document.state, caption(window)) == picked


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


@pytest.mark.parametrize("far", one_in(2, ["1e400", "1e4000", "-1e5000"], start=1))
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


# -- what a window chooses, by each of its doors ---------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """What can be chosen, by which doors, and as what each of them shows it afterwards."""

    values: tuple[object, ...]
    doors: tuple[Callable[[MainWindow, Any], object], ...]
    shown: Callable[[MainWindow], list[object]]


def ticked(choice):
    return [key for key, action in choice.actions.items() if action.isChecked()]


def press_segment(segments, key):
    segments.button(key).click()


def down(segments):
    return [key for button, key in segments._keys.items() if button.isChecked()]


def in_box(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def by_link(window, rounding):
    window.edits.drop_value(f"fpviz:1.5?rounding={rounding}")


def by_redo(window, value, *, door):
    """Choose, undo, and choose again by redo."""
    door(window, value)
    window.document.undo_stack.undo()
    window.document.undo_stack.redo()


def by_scene(panel, key):
    def open_it(window, value):
        views = {panel: VIEWS[panel](**{key: value})}
        window.shown.show(replace(window.shown.scene(), views=views))

    return open_it


def size_by_menu(window, percent):
    actions = window.menus.actions
    actions["usual-text"].trigger()
    for _ in range(TEXT_SIZES.index(percent) - TEXT_SIZES.index(100)):
        actions["larger-text"].trigger()


def size_by_wheel(window, percent):
    there = TEXT_SIZES.index(percent) - TEXT_SIZES.index(window.appearance.text_size)
    at, nothing = QPointF(9, 9), QPoint()
    wheel = QWheelEvent(
        at, at, nothing, QPoint(0, 120 * there), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(window.windowHandle(), wheel)


def by_view_menu(window, visible):
    action = window.frames["guide"].toggleViewAction()
    if action.isChecked() != visible:
        action.trigger()


def by_switch(window, visible):
    if window.value_bar.switches[0].isChecked() != visible:
        window.value_bar.switches[0].click()


def by_header(window, visible):
    """Its key shows a panel, and its header hides it."""
    if visible:
        window.menus.actions["show-guide"].trigger()
    else:
        header = window.frames["guide"].titleBarWidget()
        header.findChildren(SignButton)[-1].click()


CHOICES = {
    "theme": Choice(
        ("dark", "light"),
        (lambda window, name: window.menus.themes.actions[name].trigger(),),
        lambda window: [
            *ticked(window.menus.themes),
            window.settings.get(THEME),
            *{panel.theme.name for panel in window.panels.values()},
        ],
    ),
    "language": Choice(
        ("zh_CN", "en"),
        (lambda window, name: window.menus.languages.actions[name].trigger(),),
        lambda window: [
            *ticked(window.menus.languages),
            window.settings.get(LANGUAGE),
            {"二进制位": "zh_CN", "Bits": "en"}[window.frames["bits"].windowTitle()],
        ],
    ),
    "arrangement": Choice(
        ("packed", "aligned"),
        (
            lambda window, name: press_segment(window.bits.arrangement, name),
            by_scene("bits", "arrangement"),
            partial(by_redo, door=by_scene("bits", "arrangement")),
        ),
        lambda window: [
            *down(window.bits.arrangement),
            window.bits.grid.arrangement.value,
            window.shown.views()["bits"].arrangement,
        ],
    ),
    "axis": Choice(
        ("log2", "ordinal", "linear"),
        (
            lambda window, name: press_segment(window.panels["number-line"].axes, name),
            lambda window, name: window.panels["number-line"].line._axis_actions[name].trigger(),
            by_scene("number-line", "axis"),
        ),
        lambda window: [
            *down(window.panels["number-line"].axes),
            window.panels["number-line"].line.view().axis.name,
            *(
                name
                for name, action in window.panels["number-line"].line._axis_actions.items()
                if action.isChecked()
            ),
        ],
    ),
    "panel": Choice(
        (True, False),
        (by_view_menu, by_switch, by_header),
        lambda window: [
            window.frames["guide"].isVisible(),
            window.frames["guide"].toggleViewAction().isChecked(),
            window.value_bar.switches[0].isChecked(),
        ],
    ),
    "rules": Choice(
        ("upward", "to-odd", "ties-to-even"),
        (
            lambda window, name: in_box(window.value_bar.rounding, name),
            by_link,
            partial(by_redo, door=by_link),
        ),
        lambda window: [
            window.document.state.rules.rounding.value,
            window.value_bar.rounding.currentData(),
            *(
                rounding.value
                for rounding in Rounding
                if window.value_bar.rounding.itemText(
                    window.value_bar.rounding.findData(rounding.value)
                )
                == window.status.rules.text().split(" · ")[0]
            ),
        ],
    ),
    "text size": Choice(
        (110, 150, 100),
        (size_by_menu, size_by_wheel),
        lambda window: [
            window.appearance.text_size,
            int(window.settings.get(TEXT_SIZE)),
            round(100 * window.font().pointSizeF() / usual_font().pointSizeF()),
        ],
    ),
}


def change_the_language(window):
    window.menus.languages.choose("en" if window.language.present == "zh_CN" else "zh_CN")


def change_the_value(window):
    window.document.set_source(parse_literal("448"))
    window.document.undo_stack.undo()


def change_the_panels(window):
    window.docks.show_alone("steps")
    window.docks.show_together()


@strided(2)
@pytest.mark.parametrize("name", one_in(2, CHOICES, start=1))
def test_every_door_to_a_choice_is_open_after_other_changes_and_all_show_it(window, name, stride):
    choice = CHOICES[name]
    values = cycle(choice.values)
    others = cycle((change_the_language, change_the_panels, change_the_value))
    try:
        for door in choice.doors * (2 // stride):
            value = next(values)
            door(window, value)
            settle(window)
            assert choice.shown(window) == [value] * 3
            if name != "language":
                next(others)(window)
                settle(window)
            assert choice.shown(window) == [value] * 3
    finally:
        window.text_size.usual_text()
