"""The docks: where they stand, and that they find their places again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent


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
    assert [name for name, each in window.frames.items() if each.isHidden()] == ["guide"]


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


@pytest.mark.parametrize(
    "names",
    [
        ("why",),
        ("updates",),
        ("decoded", "why"),
        ("guide", "decoded", "bits"),
        ("number-line", "bits", "why", "guide"),
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_docks_find_the_split_that_they_left(window, toggle, drawn, names, backwards):
    toggle(*names)
    assert sizes(window) != drawn
    toggle(*(reversed(names) if backwards else names))
    assert sizes(window) == drawn


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


@pytest.mark.parametrize("width", [1440, 1024])
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
