"""The session is kept while the program runs, and taken up at the next start."""

from __future__ import annotations

import json

import pytest

from fpviz.app.session import autosave
from fpviz.app.session.autosave import SessionFile, claim_session, last_session
from fpviz.core.literals import parse_literal
from fpviz.core.reading import State
from fpviz.model.files.scene import Scene, load_scene, save_scene
from fpviz.model.views import ViewOfBits

FIRST = SessionFile(1, None)

KILL_ONCE_KEPT = """
        self.document.set_source(parse_literal("1/3"))
        wait = QTimer(self, interval=20)
        file = autosave._own_folder() / "session.fpviz"
        wait.timeout.connect(
            lambda: file.exists() and "1/3" in file.read_text() and os.kill(os.getpid(), 9)
        )
        wait.start()
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(autosave, "_own_folder", lambda: tmp_path / "own")


@pytest.fixture
def kept(tmp_path):
    """The file of the session that a program has kept, with 1/3 as its source."""
    file = tmp_path / "XDG_DATA_HOME" / "fpviz" / "session.fpviz"
    file.parent.mkdir(parents=True)
    save_scene(Scene(State(parse_literal("1/3"))), file)
    return file


def test_a_killed_program_goes_on_where_it_was(program, tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    status, said = program(KILL_ONCE_KEPT, start=str(path))
    assert status == -9, said
    status, said = program("print(self.isWindowModified()); os.kill(os.getpid(), signal.SIGTERM)")
    assert (status, said) == (0, "1/3 in mine[*] – fpviz\nTrue\n")


def test_a_session_that_cannot_be_opened_is_put_aside(program, tmp_path, kept):
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
    assert load_scene(kept.with_name("session-not-opened.fpviz")).state.source.text == "1/3"


def test_only_what_has_changed_is_written(window):
    keeper = window.keep_in(FIRST)
    keeper.keep_if_changed()
    file = FIRST.path
    assert load_scene(file) == window.shown.scene()
    file.unlink()
    keeper.keep_if_changed()
    assert not file.exists()
    window.panels["bits"].arrangement.button("packed").click()
    keeper.keep_if_changed()
    assert load_scene(file).views["bits"] == ViewOfBits("packed")


def test_a_session_that_cannot_be_kept_disturbs_nobody(window, monkeypatch, tmp_path):
    (tmp_path / "no-folder").touch()
    monkeypatch.setattr(autosave, "_own_folder", lambda: tmp_path / "no-folder")
    keeper = window.keep_in(FIRST)
    keeper.keep_if_changed()
    with pytest.raises(OSError, match="no-folder"):
        keeper.keep()


def test_a_session_knows_its_file(window, tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    window.files.open_path(path)
    window.keep_in(FIRST).keep()
    last = last_session(FIRST, window.settings)
    assert (last.scene, last.path) == (window.shown.scene(), path)
    window.files.take(None)
    window.keep_in(FIRST).keep()
    assert last_session(FIRST, window.settings).path is None


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


def test_two_windows_keep_a_session_each():
    first = claim_session()
    assert first.path.name == "session.fpviz"
    other = claim_session()
    assert other.path.name == "session-2.fpviz"
    assert other.belongs_to != first.belongs_to
    first.lock.unlock()
    assert claim_session().path == first.path


def test_a_window_beside_another_begins_anew_and_goes_on_with_its_own(program, kept):
    leave = "os.kill(os.getpid(), signal.SIGTERM)"
    hold = """
launch.application()  # which has the name that folders are called by
lock = autosave.claim_session()
"""
    change = f'self.document.set_source(parse_literal("2/3")); {leave}'
    first = Scene().state.source.text
    assert program(change, before=hold) == (0, f"{first} in fpviz\n")
    assert program(leave, before=hold) == (0, "2/3 in fpviz\n")
    assert load_scene(kept).state.source.text == "1/3"


def test_an_ended_program_logs_no_error_though_its_scene_is_not_saved(program, tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    drive = """
        self.document.set_source(parse_literal("1/3"))
        os.kill(os.getpid(), signal.SIGTERM)
"""
    status, said = program(drive, start=str(path))
    assert (status, said.count("\n")) == (0, 1), said
    assert not [line for log in tmp_path.rglob("fpviz.log") for line in log.open()]


def test_what_a_later_version_kept_is_left_out_and_said(program, kept):
    known = {
        "bits": {"arrangement": "packed", "zoo": 1},
        "updates": {"hidden": "fp17", "step": "7"},
    }
    later = {"views": {"lattice": {"row": 7}, **known}}
    kept.write_text(json.dumps({**json.loads(kept.read_text()), **later}))
    drive = """
        print(self.status.remark.text())
        print(self.bits.grid.arrangement.value)
        print("looks at", self.session.runs.step)
        self.close()
"""
    status, said = program(drive)
    assert status == 0
    assert "1/3 in fpviz" in said
    assert "looks at 7" in said
    assert "'fp17'" in said
    assert "'lattice'" in said
    assert "'zoo'" in said
    assert "packed" in said
