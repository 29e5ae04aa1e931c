"""The docks: where they stand, and that they find their places again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from fpviz.app.window.docks import Docks
from fpviz.model.workspaces import COMPANIONS, FirstPlace
from fpviz.widgets.frame.panel_frame import PanelFrame
from fpviz.widgets.look.theme import LIGHT
from tests.strides import one_in


@pytest.fixture
def toggle(window, qapp):
    """Hides and shows docks as the View menu does."""

    def toggle(*names):
        for name in names:
            window.frames[name].toggleViewAction().trigger()
            qapp.processEvents()
            qapp.processEvents()

    return toggle


def sizes(window):
    """The sizes of all docks that can be seen."""
    return {
        name: frame.size().toTuple()
        for name, frame in window.frames.items()
        if not frame.visibleRegion().isEmpty()
    }


def test_docks_are_hidden_floated_and_brought_back(window, qtbot):
    frame = window.frames["why"]
    frame.close()
    assert frame.isHidden()
    frame.toggleViewAction().trigger()
    assert not frame.isHidden()
    frame.setFloating(True)
    window.frames["bits"].close()
    window.layout_.reset_layout()
    assert not frame.isFloating()
    hidden = [name for name, each in window.frames.items() if each.isHidden()]
    assert set(hidden) == COMPANIONS


@pytest.fixture
def drawn(window, toggle, qapp):
    """A window whose user has opened the Guide and drawn the splits, with the sizes."""
    toggle("guide")
    frames = window.frames
    window.resizeDocks([frames["bits"]], [300], Qt.Orientation.Vertical)
    row = [frames["number-line"], frames["decoded"]]
    window.resizeDocks(row, [560, 420], Qt.Orientation.Horizontal)
    qapp.processEvents()
    return sizes(window)


TOGETHER = (
    ("why",),
    ("updates",),
    ("decoded", "why"),
    ("guide", "decoded", "bits"),
    ("number-line", "bits", "why", "guide"),
)


@pytest.mark.parametrize("backwards", one_in(2, [False, True]))
def test_docks_find_the_split_that_they_left(window, toggle, drawn, backwards):
    for names in TOGETHER:
        toggle(*names)
        assert sizes(window) != drawn, names
        toggle(*(reversed(names) if backwards else names))
        assert sizes(window) == drawn, names


def test_a_split_drawn_meanwhile_stays(window, toggle, drawn, qapp):
    toggle("decoded", "why")
    window.resizeDocks([window.frames["bits"]], [240], Qt.Orientation.Vertical)
    qapp.processEvents()
    at, button = QPointF(300, 400), Qt.MouseButton.LeftButton
    release = QMouseEvent(
        QEvent.Type.MouseButtonRelease, at, at, button, button, Qt.KeyboardModifier.NoModifier
    )
    qapp.sendEvent(window, release)
    height = window.frames["bits"].height()
    toggle("why", "decoded")
    assert window.frames["bits"].height() == height != drawn["bits"][1]


def test_a_tab_that_is_shown_again_is_in_front(window, toggle):
    assert "updates" in sizes(window)
    toggle("steps", "steps")
    assert "steps" in sizes(window)
    assert "updates" not in sizes(window)


@pytest.mark.parametrize("width", one_in(2, [1024, 1440]))
def test_the_guide_is_a_column_of_its_own_at_the_right(window, toggle, qapp, width):
    window.resize(width, 860)
    qapp.processEvents()
    before = sizes(window)
    assert "guide" not in before
    toggle("guide")
    guide = window.frames["guide"]
    assert guide.geometry().right() > width - 4
    assert guide.height() > 0.8 * window.height()
    assert 300 <= guide.width() <= 440
    assert min(size[0] for size in sizes(window).values()) > 150
    toggle("guide")
    assert {name: size[1] for name, size in sizes(window).items()} == {
        name: size[1] for name, size in before.items()
    }
    assert window.width() == width


def header(window, name):
    return window.frames[name].titleBarWidget()


def test_a_double_click_on_a_header_shows_one_panel_alone_and_esc_all(window, qtbot, qapp):
    before = sizes(window)
    qtbot.mouseDClick(header(window, "decoded"), Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    qapp.processEvents()
    assert set(sizes(window)) == {"decoded"}
    assert window.frames["decoded"].width() > 0.98 * window.width()
    window.frames["decoded"].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qapp.processEvents()
    assert sizes(window) == before
    for _ in range(2):
        qtbot.mouseDClick(header(window, "updates"), Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
        qapp.processEvents()
    assert sizes(window) == before


def test_the_panel_with_the_keyboard_is_shown_alone_by_key(window, qapp):
    window.focus_order.go_to_panel("why")
    window.layout_.panel_alone()
    qapp.processEvents()
    assert set(sizes(window)) == {"why"}
    window.focus_order.go_to_panel("bits")  # to ask for another panel is to ask for all
    qapp.processEvents()
    assert {"bits", "why", "decoded"} < set(sizes(window))


def test_a_panel_alone_outlives_a_change_of_language_but_not_the_run(window, qapp, language):
    window.docks.show_alone("steps")
    window.menus.languages.choose("zh_CN")
    for _ in range(3):
        qapp.processEvents()
    assert set(sizes(window)) == {"steps"}
    window.layout_.remember()
    window.docks.show_alone("why")
    window.restoreState(window.settings.docks("value"))
    qapp.processEvents()
    assert {"bits", "updates", "why"} < set(sizes(window))


def test_full_screen_and_back_by_key(window, qtbot, qapp):
    window.layout_.full_screen()
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    window.layout_.full_screen()
    window.layout_.full_screen()
    assert not window.isFullScreen()


def test_a_panel_that_comes_back_is_in_front_and_one_that_floats_has_a_frame(window, qapp):
    frame = window.frames["steps"]
    window.frames["updates"].raise_()
    frame.setFloating(True)
    frame.show()
    qapp.processEvents()
    picture = frame.grab().toImage()
    corners = [(0, 0), (picture.width() - 1, 0), (0, picture.height() - 1)]
    rim = {picture.pixelColor(*corner).name() for corner in corners}
    assert rim == {window.appearance.theme.dim}
    frame.setFloating(False)
    qapp.processEvents()
    assert "steps" in sizes(window)
    assert "updates" not in sizes(window)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_row_holds_any_number_of_docks(qtbot, qapp, count):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setDockNestingEnabled(True)
    docks = Docks(window)
    for column in range(count):
        frame = PanelFrame(str(column), "A panel", LIGHT)
        frame.hold(QWidget(), ())
        docks.add(frame)
    window.resize(1600, 600)
    docks.enter({str(column): FirstPlace(0, column) for column in range(count)})
    window.show()
    docks.arrange({})
    qapp.processEvents()
    widths = [frame.width() for frame in docks.frames.values()]
    assert max(widths) == widths[0] > 1600 / count
    assert max(widths[1:]) - min(widths[1:]) <= 2
