"""What the system lacks is said in one line, and nothing is drawn that nobody could read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fpviz.app import platform_check
from fpviz.app.platform_check import FACES, PACKAGES, lacking, missing_faces, missing_libraries
from tests.checkout import ROOT

NO_FONTS = "<fontconfig><dir>/nowhere/at/all</dir></fontconfig>"
ODD = {"libno-such.so.1": "libno-such1", "libneither.so.2": "libneither2"}


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "fpviz", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have fonts")
@pytest.mark.parametrize("words", [["render", "1/3", "-o", "a.png"], ["--smoke"], ["1/3"]])
def test_without_any_fonts_nothing_is_drawn(tmp_path, monkeypatch, words):
    (tmp_path / "fonts.conf").write_text(NO_FONTS)
    monkeypatch.chdir(tmp_path)
    done = run(*words, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("fpviz: the system lacks fonts")
    assert done.stderr.count("\n") == 1
    assert not Path("a.png").exists()


def test_a_screen_that_does_not_answer_is_named():
    without = {"WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb"}
    done = run(DISPLAY=":59000", **without)
    assert done.returncode == 2
    assert "':59000'" in done.stderr
    assert done.stderr.count("\n") == 1


def test_this_machine_lacks_nothing():
    assert (missing_libraries(), missing_faces()) == ({}, {})


def test_all_libraries_that_are_missing_are_named_in_one_line(monkeypatch, commands):
    monkeypatch.setattr(platform_check, "PACKAGES", {**PACKAGES, **ODD})
    assert missing_libraries() == ODD
    assert lacking(ODD) == "the system lacks libno-such.so.1, libneither.so.2"
    commands(apt_get=0)
    assert lacking(ODD).endswith("; as root: apt-get install libneither2 libno-such1")
    assert lacking(FACES) == "the system lacks fonts; as root: apt-get install fonts-dejavu-core"


@pytest.mark.parametrize(("session", "counts"), [("wayland-0", True), ("", False)])
def test_waylands_libraries_count_on_wayland_alone(monkeypatch, session, counts):
    monkeypatch.setattr(platform_check, "PACKAGES", {"libwayland-none.so.0": "libwayland-none0"})
    monkeypatch.setenv("WAYLAND_DISPLAY", session)
    assert bool(missing_libraries()) == counts
