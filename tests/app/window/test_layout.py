"""The window comes back as it was left, and always where it can be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QApplication

from fpviz.app.launch import build_window
from fpviz.app.session.autosave import SessionFile
from fpviz.model.files.scene import Scene
from fpviz.model.workspaces import COMPANIONS
from tests.strides import one_in


@pytest.fixture
def window(new_window):
    """No window here is as a new one afterwards."""
    return new_window


@pytest.fixture
def again(window, qtbot, qapp):
    """Makes another window with the settings that the first one left."""

    def make():
        other = build_window(Scene(), window.settings, window.appearance, window.language)
        qtbot.addWidget(other)
        other.restore_layout()
        other.show()
        qtbot.waitExposed(other)
        qapp.processEvents()
        return other

    return make


def is_seen(window):
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    return any(screen.contains(window.frameGeometry().center()) for screen in screens)


def test_docks_are_hidden_floating_and_in_front_as_they_were(window, again, qapp):
    window.frames["decoded"].close()
    window.frames["why"].setFloating(True)
    window.frames["steps"].raise_()
    window.resize(790, 700)
    qapp.processEvents()
    window.layout_.remember()
    other = again()
    assert other.size() == window.size()
    assert other.frames["decoded"].isHidden()
    assert other.frames["guide"].isHidden()
    assert other.frames["why"].isFloating()
    assert other.frames["updates"].visibleRegion().isEmpty()
    assert not other.frames["steps"].visibleRegion().isEmpty()
    assert "New here" not in other.status.remark.text()


def test_closing_closes_no_floating_dock_for_good(window, again, qapp):
    keeper = window.keep_in(SessionFile(1, None))
    window.frames["why"].setFloating(True)
    window.close()
    qapp.processEvents()
    keeper.keep_if_changed()  # as when the program quits
    assert not again().frames["why"].isHidden()


def test_a_maximised_window_is_maximised_again(window, again, qtbot):
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    window.layout_.remember()
    assert again().isMaximized()


@pytest.mark.parametrize(("x", "y"), one_in(3, [(5000, 5000), (-3000, 20), (20, -900)]))
def test_a_window_left_outside_comes_back_onto_the_screen(window, again, x, y):
    window.setGeometry(QRect(x, y, 700, 500))
    window.layout_.remember()
    assert is_seen(again())


def test_a_floating_dock_left_outside_comes_back_onto_the_screen(window, again):
    frame = window.frames["why"]
    frame.setFloating(True)
    frame.move(6000, 6000)
    window.layout_.remember()
    other = again()
    assert other.frames["why"].isFloating()
    assert is_seen(other.frames["why"])


@pytest.mark.parametrize("broken", one_in(2, [b"nonsense", b""]))
def test_what_cannot_be_restored_gives_the_first_layout(window, again, broken):
    window.settings.set_layout(QByteArray(broken), {"value": QByteArray(broken)})
    other = again()
    room = other.screen().availableSize()
    assert other.width() == max(min(1440, room.width()), other.minimumSizeHint().width())
    assert 0.9 * room.height() < other.height() <= room.height()
    hidden = [name for name, frame in other.frames.items() if frame.isHidden()]
    assert set(hidden) == COMPANIONS


def test_who_has_no_layout_is_told_of_the_guide(again):
    assert "New here" in again().status.remark.text()
