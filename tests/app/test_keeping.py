"""The session is kept while the program runs, and taken up at the next start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fpviz.app import keeping
from fpviz.app.keeping import SessionKeeper, last_session
from fpviz.core.literals import parse_literal
from fpviz.model.scene import Scene, load_scene, save_scene

ROOT = Path(__file__).parents[2]

RUN = """
import os, signal, sys
from PySide6.QtCore import QTimer
from fpviz.app import keeping, launch
from fpviz.core.literals import parse_literal


class Driven(launch.MainWindow):
    def build_late(self):
        super().build_late()
        print(self.document.state.source.text, "in", self.windowTitle(), flush=True)
        QTimer.singleShot(100, self.drive)

    def drive(self):
        {drive}


launch.MainWindow = Driven
sys.exit(launch.open_window({start!r}, None))
"""

KILL_ONCE_KEPT = """
        self.document.set_source(parse_literal("1/3"))
        wait = QTimer(self, interval=20)
        file = keeping.session_file()
        wait.timeout.connect(
            lambda: file.exists() and "1/3" in file.read_text() and os.kill(os.getpid(), 9)
        )
        wait.start()
"""


def run(drive, start=None):
    """Run the program with a driver; its status and what it printed."""
    script = RUN.format(drive=drive, start=start)
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def test_a_killed_program_goes_on_where_it_was(tmp_path):
    path = tmp_path / "mine.fpviz"
    save_scene(Scene(), path)
    status, said = run(KILL_ONCE_KEPT, start=str(path))
    assert status == -9, said
    status, said = run("print(self.isWindowModified()); os.kill(os.getpid(), signal.SIGTERM)")
    assert (status, said) == (0, "1/3 in mine[*] – fpviz\nTrue\n")


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
