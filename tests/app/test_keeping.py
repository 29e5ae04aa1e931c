"""The session is kept while the program runs, and taken up at the next start."""

from __future__ import annotations

import pytest

from fpviz.app import keeping
from fpviz.app.keeping import SessionKeeper, last_session
from fpviz.core.literals import parse_literal
from fpviz.model.scene import Scene, load_scene, save_scene

KILL_ONCE_KEPT = """
        self.document.set_source(parse_literal("1/3"))
        wait = QTimer(self, interval=20)
        file = keeping.session_file()
        wait.timeout.connect(
            lambda: file.exists() and "1/3" in file.read_text() and os.kill(os.getpid(), 9)
        )
        wait.start()
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "_own_folder", lambda: tmp_path / "own")


def test_a_killed_program_goes_on_where_it_was(program, tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    status, said = program(KILL_ONCE_KEPT, start=str(path))
    assert status == -9, said
    status, said = program("print(self.isWindowModified()); os.kill(os.getpid(), signal.SIGTERM)")
    assert (status, said) == (0, "1/3 in mine[*] – fpviz\nTrue\n")


def test_a_session_that_cannot_be_opened_is_put_aside(program, tmp_path):
    program("self.close()", start="1/3")
    broken = """
build = launch.build_window
launch.build_window = lambda scene, *rest: 1 / (scene == launch.Scene()) and build(scene, *rest)
"""
    status, said = program("self.close()", before=broken)
    assert status == 0, said
    assert f"{Scene().state.source.text} in fpviz" in said
    assert "ZeroDivisionError" in said
    (log,) = tmp_path.rglob("fpviz.log")
    assert "ZeroDivisionError" in log.read_text()
    assert load_scene(log.with_name("session-not-opened.fpviz")).state.source.text == "1/3"


def test_only_what_has_changed_is_written(window):
    keeper = SessionKeeper(window)
    keeper.keep_if_changed()
    file = keeping.session_file()
    assert load_scene(file) == window.scene()
    file.unlink()
    keeper.keep_if_changed()
    assert not file.exists()
    window.panels["bits"].arrangement.button("packed").click()
    keeper.keep_if_changed()
    assert load_scene(file).views["bits"] == {"arrangement": "packed"}


def test_a_session_that_cannot_be_kept_disturbs_nobody(window, monkeypatch, tmp_path):
    (tmp_path / "no-folder").touch()
    monkeypatch.setattr(keeping, "session_file", lambda: tmp_path / "no-folder" / "session.fpviz")
    keeper = SessionKeeper(window)
    keeper.keep_if_changed()
    with pytest.raises(OSError, match="no-folder"):
        keeper.keep()


def test_a_session_knows_its_file(window, tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    window.files.open_path(path)
    SessionKeeper(window).keep()
    assert last_session(window.settings) == (window.scene(), path)
    window.files.take(None)
    SessionKeeper(window).keep()
    assert last_session(window.settings)[1] is None


def test_going_on_with_a_file(window, tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    window.files.go_on_with(path)
    assert window.windowTitle() == "mine[*] – fpviz"
    assert not window.isWindowModified()
    window.document.set_source(parse_literal("5"))
    window.files.go_on_with(path)
    assert window.isWindowModified()
    window.files.take(None)

    for content in (None, "no scene"):
        path.unlink() if content is None else path.write_text(content)
        window.files.go_on_with(path)
        assert window.files.path is None
