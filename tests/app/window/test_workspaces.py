"""Workspaces: one window and one document, arranged for several kinds of work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from fpviz.app.cli.arguments import UsageError
from fpviz.app.cli.commands import window as window_command
from fpviz.app.launch import build_window
from fpviz.app.pictures.figures.figure import figure
from fpviz.app.pictures.look import PictureLook
from fpviz.app.preferences.language import Language
from fpviz.app.session.opening import resource_scenes
from fpviz.core.literals import parse_literal
from fpviz.model.files.scene import Scene, load_scene, save_scene
from fpviz.model.views import ViewOfBits
from fpviz.model.workspaces import BENCH, VALUE, WORKSPACES, seen_at_first, workspace_with
from fpviz.panels import BITS, GUIDE, PANELS
from tests.app.kept_window import OpenWindow

ONLY_VALUE = [n for n in WORKSPACES[VALUE].places if n not in WORKSPACES[BENCH].places]


@pytest.fixture(scope="module")
def opened(qapp, tmp_path_factory):
    own = OpenWindow(tmp_path_factory.mktemp("settings"), Language(qapp, "en"))
    yield own
    own.close()


@pytest.fixture
def window(opened):
    """One window for all tests, each workspace with its first layout."""
    opened.restore_layout()
    opened.restore()
    return opened.window


@pytest.fixture
def again(window, qtbot, qapp):
    """Makes another window with the settings that the first one left, on a scene."""

    def make(scene=Scene()):
        other = build_window(scene, window.settings, window.appearance, window.language)
        qtbot.addWidget(other)
        other.restore_layout()
        other.show()
        qtbot.waitExposed(other)
        qapp.processEvents()
        return other

    return make


def seen(window):
    """The panels that are seen, with their sizes."""
    frames = window.frames.items()
    return {n: frame.size().toTuple() for n, frame in frames if not frame.visibleRegion().isEmpty()}


def click(window, name, qapp):
    at = [*WORKSPACES].index(name)
    QTest.mouseClick(window.tabs, Qt.MouseButton.LeftButton, pos=window.tabs.tabRect(at).center())
    qapp.processEvents()


def speak(window, language, qapp):
    window.menus.languages.choose(language)
    for _ in range(3):
        qapp.processEvents()


def ticked(window):
    return [name for name, action in window.menus.workspaces.actions.items() if action.isChecked()]


def test_every_panel_has_a_place_and_bits_and_guide_have_one_everywhere():
    everywhere = [workspace.places.keys() for workspace in WORKSPACES.values()]
    assert set.union(*map(set, everywhere)) == PANELS.keys()
    assert all({BITS, GUIDE} <= places for places in everywhere)


def test_a_tab_a_key_and_the_menu_choose_the_workspace(window, qapp, qtbot):
    before = seen(window)
    click(window, BENCH, qapp)
    assert set(seen(window)) <= WORKSPACES[BENCH].places.keys()
    assert (window.tabs.tabText(window.tabs.currentIndex()), ticked(window)) == ("Bench", [BENCH])
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qapp.processEvents()
    assert (seen(window), ticked(window)) == (before, [VALUE])
    window.menus.workspaces.actions[BENCH].trigger()
    assert window.tabs.currentIndex() == 1
    click(window, VALUE, qapp)
    assert seen(window) == before


def test_each_workspace_keeps_its_own_layout(window, qapp):
    window.resizeDocks([window.frames["bits"]], [300], Qt.Orientation.Vertical)
    window.frames["steps"].raise_()
    qapp.processEvents()
    value = seen(window)
    click(window, BENCH, qapp)
    window.frames["decoded"].close()
    qapp.processEvents()
    bench = seen(window)
    assert "decoded" not in bench
    click(window, VALUE, qapp)
    assert seen(window) == value
    click(window, BENCH, qapp)
    assert seen(window) == bench
    window.layout_.reset_layout()
    qapp.processEvents()
    assert "decoded" in seen(window)
    click(window, VALUE, qapp)
    assert seen(window) == value


def test_what_nobody_sees_is_not_computed_whatever_workspace_is_chosen(window, qapp):
    click(window, BENCH, qapp)
    panels = {name: window.panels[name] for name in ONLY_VALUE}
    assert not any(panel.is_seen for panel in panels.values())
    window.document.set_source(parse_literal("0.3"))
    behind = {name for name, panel in panels.items() if panel.is_behind}
    assert {"updates", "steps", "expression"} & behind
    click(window, VALUE, qapp)
    assert {name for name, panel in panels.items() if panel.is_behind} == behind - set(seen(window))


def test_a_panel_that_the_workspace_lacks_is_shown_where_it_is(window, qapp, qtbot):
    click(window, BENCH, qapp)
    window.focus_order.go_to_panel("steps")
    qapp.processEvents()
    assert window.session.workspace.name == VALUE
    assert "steps" in seen(window)
    assert window.frames["steps"].isAncestorOf(window.focusWidget())
    assert workspace_with(["bits", "decoded"], BENCH) == BENCH
    assert workspace_with(["bits", "steps"], BENCH) == VALUE


def test_another_workspace_may_be_chosen_before_a_panel_has_come(window, qapp):
    click(window, BENCH, qapp)
    window.frames["compare"].close()
    window.docks.bring_to_front("compare")
    window.focus_order.go_to_panel("steps")
    qapp.processEvents()
    qapp.processEvents()
    assert "steps" in seen(window)


def test_keys_with_digits_go_to_the_panels_of_the_workspace(window, qapp):
    def by_key():
        actions = window.menus._panels.actions()
        return {a.shortcut().toString(): a.text() for a in actions if not a.shortcut().isEmpty()}

    value = by_key()
    assert len(value) == 10
    assert value["Ctrl+1"].endswith("Bits")
    assert value["Alt+0"].endswith("Vectors")
    click(window, BENCH, qapp)
    titles = [PANELS[name].title for name in WORKSPACES[BENCH].places]
    assert [text[4:] for text in by_key().values()] == titles
    assert len(window.menus._panels.actions()) == len(PANELS) + 1
    click(window, VALUE, qapp)
    assert by_key() == value


def test_a_scene_is_shown_in_the_workspace_that_it_names_and_undo_stays_there(window, tmp_path):
    path = tmp_path / "bench.fpviz"
    save_scene(Scene(workspace=BENCH), path)
    window.files.open_path(path)
    assert window.session.workspace.name == BENCH
    assert window.shown.scene().workspace == BENCH
    window.files.show(Scene(views={"bits": ViewOfBits("packed")}))
    assert window.session.workspace.name == BENCH
    window.document.undo_stack.undo()
    window.document.undo_stack.undo()
    assert window.session.workspace.name == BENCH
    window.files.show(Scene(workspace=VALUE))
    assert window.session.workspace.name == VALUE
    assert window.shown.scene().workspace == ""


def test_a_lesson_shows_its_panels_from_any_workspace(window, qapp):
    click(window, BENCH, qapp)
    window.guide.load("adding-with-alignment")
    qapp.processEvents()
    assert window.session.workspace.name == VALUE
    assert {"bits", "number-line", "steps"} <= set(seen(window))


def test_a_scene_brings_to_the_front_what_it_speaks_of_or_names(window, qapp):
    window.files.show(Scene(views=load_scene_of("division").views))
    qapp.processEvents()
    assert "steps" in seen(window)
    assert window.shown.scene().front == ("steps",)
    window.files.show(Scene(front=("expression",)))
    qapp.processEvents()
    assert window.shown.scene().front == ("expression",)
    every = window.shown.scene().views
    window.files.show(Scene(views=every))  # one that was saved with the first tabs in front
    qapp.processEvents()
    assert window.shown.scene().front == ()


def load_scene_of(name):
    return load_scene(resource_scenes()[name])


def test_one_panel_alone_is_so_in_its_workspace(window, qapp, qtbot):
    window.docks.show_alone("decoded")
    click(window, BENCH, qapp)
    assert len(seen(window)) > 1
    click(window, VALUE, qapp)
    assert set(seen(window)) == {"decoded"}
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qapp.processEvents()
    assert {"bits", "decoded", "why"} < set(seen(window))


def test_what_floats_in_one_workspace_stands_in_the_other(window, qapp):
    window.frames["decoded"].setFloating(True)
    window.frames["why"].setFloating(True)
    click(window, BENCH, qapp)
    assert not window.frames["decoded"].isFloating()
    assert window.frames["why"].isHidden()
    click(window, VALUE, qapp)
    assert window.frames["decoded"].isFloating()
    assert window.frames["why"].isVisible()


def test_another_language_keeps_the_workspace(window, qapp):
    window.docks.show_alone("why")
    click(window, BENCH, qapp)
    before = set(seen(window))
    speak(window, "zh_CN", qapp)
    assert set(seen(window)) == before
    assert window.tabs.tabText(1) != "Bench"
    assert ticked(window) == [BENCH]
    click(window, VALUE, qapp)
    assert set(seen(window)) == {"why"}
    speak(window, "en", qapp)


def test_the_layouts_come_back_with_the_next_window(window, again, qapp):
    window.frames["decoded"].close()
    click(window, BENCH, qapp)
    window.frames["number-line"].close()
    qapp.processEvents()
    bench = set(seen(window))
    window.layout_.remember()
    other = again(window.shown.scene())
    assert set(seen(other)) == bench
    click(other, VALUE, qapp)
    assert other.frames["decoded"].isHidden()
    assert "number-line" in seen(other)


def test_what_only_another_workspace_has_is_not_built_before_it_is_shown(again, qapp):
    other = again(Scene(workspace=BENCH))
    other.later.complete()
    assert other.panels.built.keys() <= WORKSPACES[BENCH].places.keys()
    assert other.shown.scene().views.keys() <= WORKSPACES[BENCH].places.keys()
    click(other, VALUE, qapp)
    assert seen(other).keys() <= other.panels.built.keys()


def test_the_keyboard_stays_where_it_is_if_that_is_there(window, qapp, qtbot):
    window.focus_order.go_to_panel("decoded")
    here = window.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qapp.processEvents()
    assert (window.session.workspace.name, window.focusWidget()) == (BENCH, here)
    window.focus_order.go_to_panel("steps")
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qapp.processEvents()
    assert window.focusWidget() is window.value_bar.entry.edit


def test_a_picture_of_the_window_shows_the_workspace_of_its_scene(qapp):
    with figure(Scene(workspace=BENCH), PictureLook()) as made:
        shown = {
            n
            for n in PANELS
            if (dock := made.picture.widget.findChild(QDockWidget, n))
            and not dock.visibleRegion().isEmpty()
        }
    assert shown == set(seen_at_first(WORKSPACES[BENCH].places))


def test_the_command_line_names_the_workspace():
    assert window_command.parser().parse_args(["--workspace", BENCH]).workspace == BENCH
    with pytest.raises(UsageError, match=r"office.*value.*bench"):
        window_command.parser().parse_args(["--workspace", "office"])


def test_the_tabs_say_what_they_are(window):
    tabs = window.tabs
    assert tabs.accessibleName() == "Workspaces"
    tips = [tabs.tabToolTip(at) for at in range(tabs.count())]
    for tip, action in zip(tips, window.menus.workspaces.actions.values(), strict=True):
        assert QKeySequence(action.shortcut()).toString() in tip
