"""A window for tests of the whole program, and the program itself, driven."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from fpviz.app.launch import build_window
from fpviz.app.preferences.appearance import Appearance
from fpviz.app.preferences.language import Language
from fpviz.model.files.scene import Scene
from fpviz.model.settings import passing_settings
from tests.checkout import ROOT

PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from fpviz.app.session import autosave
from fpviz.app import launch
from fpviz.core.literals import parse_literal


class Driven(launch.MainWindow):
    def build_late(self):
        super().build_late()
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
def window(qtbot, qapp, tmp_path, language):
    """The main window on the first scene, complete and on screen."""
    appearance = Appearance(qapp, "light")
    main = build_window(Scene(), passing_settings(str(tmp_path)), appearance, language)
    qtbot.addWidget(main)
    main.resize(1440, 900)
    main.show()
    qtbot.waitExposed(main)
    main.build_late()
    main.layout_.arrange()
    qapp.processEvents()
    yield main
    main.deleteLater()
    appearance.deleteLater()
    # at once: every window that is still there takes part in what the next tests do
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
