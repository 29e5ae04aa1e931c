"""A window for tests of the whole program, and the program itself, driven."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fpviz.app.preferences.language import Language
from tests.app.kept_window import KeptWindow, OpenWindow
from tests.checkout import ROOT

PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from fpviz.app.session import autosave
from fpviz.app import launch
from fpviz.core.literals import parse_literal


class Driven(launch.MainWindow):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.later.completed.connect(self.begin)

    def begin(self):
        print(self.document.state.source.text, "in", self.windowTitle(), flush=True)
        QTimer.singleShot(100, self.drive)

    def drive(self):
        {drive}


launch.MainWindow = Driven
{before}
sys.exit(launch.open_window({start!r}, None))
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Runs the program with a driver, in a home of the test's own; its status and what it printed.

    The driver is the body of a method of the window; ``before`` is run before it is built.
    """
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))

    def run(drive, start=None, before=""):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM.format(drive=drive, start=start, before=before)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    return run


@pytest.fixture
def language(qapp):
    """The language of the application: English, and English again after the test."""
    english = Language(qapp, "en")
    yield english
    english.choose("en")


@pytest.fixture
def window(kept_window):
    """The main window on the first scene, on screen: that of the test before, or new."""
    yield kept_window.give()
    kept_window.leave()


@pytest.fixture
def new_window(qapp, tmp_path, language):
    """A window of the test's own, with its settings in the test's folder."""
    own = OpenWindow(tmp_path, language)
    yield own.window
    own.close()


@pytest.fixture(scope="module")
def kept_window(qapp, tmp_path_factory):
    """Gives a window to each test of a module, the same one for as long as it is as a new one."""
    english = Language(qapp, "en")
    kept = KeptWindow(tmp_path_factory.mktemp("settings"), english)
    yield kept
    kept.close()
