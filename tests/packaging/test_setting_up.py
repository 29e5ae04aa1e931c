"""On a bare machine: what is missing is named or filled in, and the environment is made once."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from fpviz.app import platform_check
from fpviz.app.platform_check import lacking
from fpviz_packaging import setting_up as module
from fpviz_packaging.fonts import SETS, files_of
from tests.checkout import ROOT

ODD = {"libno-such.so.1": "libno-such1", "libneither.so.2": "libneither2"}


@pytest.fixture
def setting_up(monkeypatch, tmp_path):
    """The module, for a project of its own whose environment is made by nothing but a note."""
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "pins.txt").touch()
    environment = tmp_path / ".venv"
    python = environment / "bin" / "python"
    made = []

    def call(command):
        made.append(command)
        if "venv" in command:
            python.parent.mkdir(parents=True, exist_ok=True)
            python.unlink(missing_ok=True)
            python.write_text("#!/bin/sh\n")  # whatever it is asked, it ends well
            python.chmod(0o755)

    places = {"ROOT": tmp_path, "PINS": tmp_path / "pins.txt", "VENV": environment}
    for name, place in {**places, "PYTHON": python, "_call": call}.items():
        monkeypatch.setattr(module, name, place)

    def be_user(number):
        monkeypatch.setattr(os, "geteuid", lambda: number)

    for name, thing in {"be_user": be_user, "made": made}.items():
        monkeypatch.setattr(module, name, thing, raising=False)
    return module


# -- what the programs do -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("user", "programs", "begins"),
    [
        (0, {"apt_get": 0}, ""),
        (0, {"apt_get": 0, "sudo": 0}, ""),
        (1000, {"apt_get": 0, "sudo": 0}, "sudo --non-interactive "),
        (1000, {"apt_get": 0, "sudo": 1}, None),
        (1000, {"apt_get": 0}, None),
        (0, {"sudo": 0}, None),
    ],
)
def test_packages_are_installed_where_that_may_be_done(
    setting_up, commands, user, programs, begins
):
    setting_up.be_user(user)
    commands(**programs)
    if begins is None:
        with pytest.raises(setting_up.SetUpError) as caught:
            setting_up.fill_in(ODD)
        assert str(caught.value) == lacking(ODD)
        assert setting_up.made == []
        return
    setting_up.fill_in(ODD)
    update, install = (" ".join(command) for command in setting_up.made)
    assert update.startswith(f"{begins}env ")
    assert update.endswith("apt-get -qq update")
    assert install.endswith("install --yes --no-install-recommends libneither2 libno-such1")


def test_nothing_is_installed_where_nothing_is_missing(setting_up, commands):
    setting_up.fill_in({})
    assert setting_up.made == []


def test_everything_is_named_at_once(setting_up, monkeypatch, commands, capsys):
    monkeypatch.setattr(platform_check, "PACKAGES", ODD)
    monkeypatch.setattr(setting_up, "_missing_venv", lambda: {"venv": "python3-venv"})
    with pytest.raises(SystemExit) as left:
        setting_up.ready("test", {"Xvfb": "xvfb"})
    assert left.value.code == 2
    err = capsys.readouterr().err
    assert err.endswith("the system lacks libno-such.so.1, libneither.so.2, Xvfb, venv\n")
    assert err.count("\n") == 1


def test_the_environment_is_made_once_and_anew_for_another_project(setting_up, tmp_path):
    assert setting_up.ready() == str(setting_up.PYTHON)
    venv, install = setting_up.made
    assert venv[-1] == str(setting_up.VENV)
    assert install[-2:] == ["--editable", str(tmp_path)]
    setting_up.ready()
    assert len(setting_up.made) == 2
    setting_up.ready("test")
    assert setting_up.made[2][-1] == f"{tmp_path}[test]"
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    for extra in ("test", "", "test", ""):  # what the tests need is enough for the window
        setting_up.ready(extra)
    assert len(setting_up.made) == 4


def test_an_environment_whose_python_is_gone_is_made_anew(setting_up):
    setting_up.ready()
    setting_up.PYTHON.unlink()
    setting_up.PYTHON.symlink_to("/nowhere/python3")
    setting_up.ready()
    assert len(setting_up.made) == 4


def test_what_fails_leaves_no_mark_of_success(setting_up, monkeypatch, commands):
    fine = setting_up._call

    def fail(command):
        if "pip" in command:
            raise setting_up.SetUpError("no network")
        fine(command)

    monkeypatch.setattr(setting_up, "_call", fail)
    for _ in range(2):
        with pytest.raises(setting_up.SetUpError, match="no network"):
            setting_up.set_up()


def test_an_old_python_is_named(setting_up, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(setting_up.SetUpError, match=r"3\.11 or later is needed; this is 3\.9$"):
        setting_up.set_up()


# -- what is written ------------------------------------------------------------------------


def test_the_readme_and_continuous_integration_use_the_two_programs():
    text = (ROOT / "README.md").read_text("utf-8")
    first = text.partition("```sh\n")[2].partition("```")[0]
    words = [line.partition("#")[0].strip() for line in first.splitlines()]
    assert words == ["packaging/start", "packaging/test"]
    assert "packaging/test" in (ROOT / ".ci" / "run").read_text("utf-8")


FAMILIES = """
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication
app = QApplication([])
numbers = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
print(QFontInfo(app.font()).family(), QFontInfo(numbers).family(), sep=", ")
"""


@pytest.mark.parametrize("name", ["dejavu", "liberation"])
def test_a_set_of_fonts_is_what_qt_writes_with(name):
    fonts = SETS[name]
    if not all(files_of((package,)) for package in fonts.packages):
        pytest.skip(f"not all of {', '.join(fonts.packages)} are installed")
    command = [ROOT / "packaging" / "with_fonts", name, sys.executable, "-c", FAMILIES]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == f"{fonts.words}, {fonts.numbers}\n"
