"""Scene files of the window: opened, saved, dropped, remembered."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from fpviz.app import dialogs
from fpviz.core.literals import parse_literal
from fpviz.model.files.scene import Scene, load_scene, save_scene
from fpviz.model.views import ViewOfBits


@pytest.fixture
def complaints(monkeypatch):
    """What is complained of instead of a dialog's being shown."""
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(dialogs, "complain", lambda _parent, *words: said.append(words))
    return said


def a_scene(path, source):
    path.parent.mkdir(exist_ok=True)
    save_scene(Scene(), path)
    path.write_text(path.read_text().replace(Scene().state.source.text, source))
    return path


def recent_entries(window):
    """The texts of the menu "Open recent", as it opens."""
    window.menus.file.aboutToShow.emit()
    return [action.text() for action in window.menus.recent.menu.actions() if action.text()][:-1]


def choose_recent(window, at):
    window.menus.file.aboutToShow.emit()
    window.menus.recent.menu.actions()[at].trigger()


def test_a_scene_is_saved_reopened_and_dropped(window, tmp_path, monkeypatch):
    path = tmp_path / "kept.fpviz"
    window.document.set_source(parse_literal("-1/3"))
    window.panels["bits"].arrangement.button("packed").click()
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    assert window.files.save_scene_as()
    kept = load_scene(path)
    assert kept.state == window.document.state
    assert kept.views["bits"] == ViewOfBits("packed")
    assert "kept" in window.windowTitle()
    assert not window.isWindowModified()

    window.document.set_source(parse_literal("5"))
    assert window.isWindowModified()
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.DISCARD)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert window.document.state == kept.state


def test_a_bad_scene_changes_nothing_and_says_why(window, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(dialogs, "complain", lambda _parent, *words: said.append(words))
    scene = window.shown.scene()
    for content in ("{", '{"fpviz": 99}', '{"fpviz": 1, "source": "9^9^9"}'):
        path = tmp_path / "bad.fpviz"
        path.write_text(content)
        window.files.open_path(path)
    assert len(said) == 3
    assert "later" in said[1][1]
    assert window.shown.scene() == scene


def test_closing_asks_only_for_a_changed_file(window, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        dialogs, "ask_unsaved", lambda *_: asked.append(1) or dialogs.Unsaved.CANCEL
    )
    window.document.set_source(parse_literal("5"))
    assert window.files.may_close()
    path = tmp_path / "a.fpviz"
    save_scene(Scene(), path)
    window.files.show(load_scene(path), path)
    assert window.files.may_close()
    window.document.set_source(parse_literal("5"))
    assert not window.files.may_close()
    assert asked == [1]
    window.files.path = None


def test_a_new_scene_has_the_first_views(window):
    first = window.shown.views()
    window.panels["number-line"].axes.button("log2").click()
    window.panels["bits"].arrangement.button("packed").click()
    assert window.shown.views() != first
    window.files.new_scene()
    assert window.shown.views() == first


def test_opening_the_present_file_again_shows_what_was_just_saved(window, tmp_path, monkeypatch):
    path = a_scene(tmp_path / "a.fpviz", "5")
    window.files.open_path(path)
    window.document.set_source(parse_literal("7"))
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: dialogs.Unsaved.SAVE)
    window.files.open_path(path)
    assert window.document.state.source.text == "7"
    assert not window.isWindowModified()


def test_recent_files_are_listed_most_recent_first_and_opened(window, tmp_path):
    assert not window.menus.recent.menu.isEnabled()
    for name in ("a", "b", "c", "a"):
        window.files.open_path(a_scene(tmp_path / f"{name}.fpviz", str(ord(name))))
    assert recent_entries(window) == ["&1  a.fpviz", "&2  c.fpviz", "&3  b.fpviz"]
    assert window.menus.recent.menu.isEnabled()
    choose_recent(window, 2)
    assert window.document.state.source.text == str(ord("b"))
    assert window.windowTitle() == "b[*] – fpviz"
    assert recent_entries(window)[0] == "&1  b.fpviz"


def test_recent_files_of_one_name_are_told_apart_by_their_folders(window, tmp_path):
    for folder in ("one & two", "three"):
        window.files.open_path(a_scene(tmp_path / folder / "a.fpviz", "5"))
    assert recent_entries(window) == [
        f"&1  three{os.sep}a.fpviz",
        f"&2  one && two{os.sep}a.fpviz",
    ]
    first = window.menus.recent.menu.actions()[0]
    assert first.toolTip() == str(tmp_path / "three" / "a.fpviz")


def test_a_recent_file_that_is_gone_is_said_and_forgotten(window, tmp_path, complaints):
    for name in ("gone", "here"):
        window.files.open_path(a_scene(tmp_path / f"{name}.fpviz", "5"))
    (tmp_path / "gone.fpviz").unlink()
    choose_recent(window, 1)
    assert "gone.fpviz" in complaints[0][1]
    assert recent_entries(window) == ["&1  here.fpviz"]


def test_the_list_of_recent_files_is_kept_and_cleared(window, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: tmp_path / "saved.fpviz")
    window.files.save_scene_as()
    assert recent_entries(window) == ["&1  saved.fpviz"]
    assert window.settings.get_list("recent_files") == [str(tmp_path / "saved.fpviz")]
    choose_recent(window, -1)
    assert recent_entries(window) == []
    assert not window.menus.recent.menu.isEnabled()
