"""Every writer of files, on a full disk and in a folder that cannot be written."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fpviz.app import dialogs
from fpviz.app.pictures.look import PictureLook
from fpviz.app.session.autosave import claim_session
from fpviz.model.settings import LAST_FOLDER
from tests.checkout import ROOT
from tests.full_disk import full_disk
from tests.strides import one_in

OLD = b"what was there"

COMMANDS = {
    "run --csv": ("a.csv", ["run", "swamping", "--csv"]),
    "show --csv": ("a.csv", ["show", "1/3", "--csv"]),
    "formats --csv": ("a.csv", ["formats", "--csv"]),
    "decode --csv": ("a.csv", ["decode", "resources/pictures/why.png", "--count", "4", "--csv"]),
    "render": ("a.png", ["render", "1.1", "--panel", "bits", "-o"]),
}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


def told(words, before):
    """The command line in a process of its own, which ``before`` prepares; status and words."""
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{PROGRAM}", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


PROGRAM = "import sys; from fpviz.app.cli.main import main; sys.exit(main())"
SMALL_DISK = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"


@pytest.mark.parametrize("name", one_in(2, COMMANDS))
def test_a_full_disk_leaves_the_old_file_one_line_and_status_2(folder, name):
    file, words = COMMANDS[name]
    path = folder / file
    path.write_bytes(OLD)
    status, out, err = told([*words, str(path)], SMALL_DISK)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert str(path) in err
    assert "larger than the system allows" in err
    assert path.read_bytes() == OLD
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", one_in(3, COMMANDS, start=1))
def test_a_path_below_a_file_is_one_line_and_status_2(folder, name):
    file, words = COMMANDS[name]
    path = folder / "no folder" / file
    path.parent.write_bytes(OLD)
    status, out, err = told([*words, str(path)], "")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "a part of its path is no folder" in err
    assert path.parent.read_bytes() == OLD


def in_read_only(folder, words):
    """A command where a folder is a disk that can only be read, which binds root, too."""
    mount = f"mount --bind '{folder}' '{folder}' && mount -o remount,ro,bind '{folder}'"
    program = '"$0" -m fpviz "$@"'
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", f"{mount} && {program}", sys.executable, *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )


@pytest.fixture
def mounting(tmp_path):
    """Skip where this user may not mount anything."""
    place = tmp_path / "probe"
    place.mkdir()
    probe = ["unshare", "--mount", "mount", "--bind", str(place), str(place)]
    try:
        subprocess.run(probe, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no mounts of one's own here; test_whole_file has an ordinary user's folder")


@pytest.mark.parametrize("name", one_in(3, COMMANDS, start=1))
def test_a_disk_that_can_only_be_read_is_one_line_and_status_2(folder, mounting, name):
    file, words = COMMANDS[name]
    path = folder / file
    path.write_bytes(OLD)
    done = in_read_only(folder, [*words, str(path)])
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert str(path) in done.stderr
    assert path.read_bytes() == OLD
    assert list(folder.iterdir()) == [path]


# -- the window's ---------------------------------------------------------------------------------


def scene(window):
    window.files.save_scene_as()


def table(window):
    window.menus.experiments.export_csv()


def script(window):
    window.menus.experiments.save_script("numpy")


def picture(window):
    window.export_wanted.emit("bits")


@pytest.fixture
def complaints(monkeypatch):
    """What is complained of instead of a dialog's being shown."""
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(dialogs, "complain", lambda _parent, *words: said.append(words))
    return said


@pytest.mark.parametrize(
    "case",
    [(scene, "a.fpviz"), (table, "a.csv"), (script, "a.py"), (picture, "a.png")],
)
def test_a_full_disk_is_told_by_the_window_and_leaves_the_old_file(
    window, folder, monkeypatch, complaints, case
):
    act, file = case
    path = folder / file
    path.write_bytes(OLD)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: path)
    monkeypatch.setattr(
        "fpviz.app.pictures.export_dialog.ExportDialog.ask",
        lambda *_: (PictureLook("bits", None, 1.0, "light"), path),
    )
    with full_disk():
        act(window)
    ((_, reason),) = complaints
    assert reason == f"{file}: the file would be larger than the system allows"
    assert path.read_bytes() == OLD
    assert list(folder.iterdir()) == [path]


def test_a_session_that_cannot_be_kept_leaves_the_last_one(window):
    claimed = claim_session()
    keeper = window.keep_in(claimed)
    keeper.keep()
    before = claimed.path.read_bytes()
    window.document.set_bit(window.document.state.active, 0, value=True)
    with full_disk():
        keeper.keep_if_changed()
    assert claimed.path.read_bytes() == before
    left = {each.suffix for each in claimed.path.parent.glob("*session*")}
    assert left == {".fpviz", ".lock"}


def test_settings_that_cannot_be_kept_are_the_old_ones(new_window, tmp_path):
    window = new_window
    ini = tmp_path / "settings.ini"
    window.settings.set(LAST_FOLDER, "short")
    before = ini.read_bytes()
    with full_disk():
        window.settings.set(LAST_FOLDER, "long" * 100)
    assert ini.read_bytes() == before
    assert not [each for each in tmp_path.iterdir() if each.name.startswith("settings.ini.")]
