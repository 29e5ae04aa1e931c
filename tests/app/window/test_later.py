"""Panels that nobody sees yet: their frames stand, and they come when they are wanted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QTabBar

from fpviz.app.launch import build_window
from fpviz.model.files.scene import Scene
from fpviz.model.views import ViewOfFormats
from fpviz.model.workspaces import VALUE, WORKSPACES, seen_at_first
from fpviz.panels import FORMATS, GUIDE, PANELS

PLACES = WORKSPACES[VALUE].places


@pytest.fixture
def new(window, qtbot):
    """Makes windows on scenes: painted once, and nothing built since."""

    def make(scene=Scene()):
        made = build_window(scene, window.settings, window.appearance, window.language)
        qtbot.addWidget(made)
        made.later.start = lambda: None
        made.resize(1440, 900)
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def test_a_window_is_painted_with_the_panels_that_are_seen_and_all_frames(new):
    window = new()
    seen = [name for name, frame in window.frames.items() if not frame.visibleRegion().isEmpty()]
    assert list(window.panels.built) == seen == seen_at_first(PLACES)
    assert [frame.windowTitle() for frame in window.frames.values()] == [
        PANELS[name].title for name in PLACES
    ]


def test_what_is_built_later_is_built_one_thing_a_turn(new, qapp, qtbot):
    window, turns = new(), []
    del window.later.start
    with qtbot.waitSignal(window.later.completed):
        window.later.start()
        while not window.later.is_complete:
            qapp.processEvents()
            turns.append(len(window.panels.built))
    assert {after - before for before, after in pairwise(turns)} <= {0, 1}
    assert list(window.panels) == list(PANELS)
    assert window.panels.built.keys() == PLACES.keys()


def test_a_tab_that_is_clicked_holds_its_panel_at_once(new, qapp):
    window = new()
    title = PANELS[FORMATS].title
    bars = window.findChildren(QTabBar)
    bar, at = next(
        (bar, at) for bar in bars for at in range(bar.count()) if bar.tabText(at) == title
    )
    bar.setCurrentIndex(at)
    assert FORMATS in window.panels.built
    qapp.processEvents()
    table = window.panels[FORMATS].table
    assert table.isVisible()
    assert table.rowCount() > 10


def test_the_guide_that_is_asked_for_is_open_at_its_first_page(new):
    window = new()
    window.guide.show_guide()
    assert GUIDE in window.panels.built
    assert window.panels[GUIDE].page is not None


def test_the_view_of_a_scene_waits_for_its_panel(new):
    window = new(Scene(views={FORMATS: ViewOfFormats(search="posit")}))
    window.shown.restore_views({FORMATS: ViewOfFormats(start="3", below="5")})
    assert FORMATS not in window.panels.built
    view = window.panels[FORMATS].view()
    assert (view.search, view.start, view.below) == ("posit", "3", "5")


def test_a_new_scene_has_the_views_of_new_panels(new):
    window = new(Scene(views={FORMATS: ViewOfFormats(search="posit")}))
    window.files.new_scene()
    assert window.panels[FORMATS].view().search == ""


def test_a_scene_that_is_saved_says_what_waits(new):
    window = new(Scene(views={FORMATS: ViewOfFormats(search="posit")}))
    assert window.shown.scene().views[FORMATS].search == "posit"


def test_the_tools_of_a_panel_stand_before_the_signs_for_the_keyboard_too(new):
    window = new()
    window.focus_order.go_to_panel(FORMATS)
    frame = window.frames[FORMATS]
    chain = [each for each in window.focus_order._chain() if frame.isAncestorOf(each)]
    search = chain.index(window.panels[FORMATS].search)
    signs = [at for at, each in enumerate(chain) if "Hide this panel" in each.toolTip()]
    assert search < signs[0]
