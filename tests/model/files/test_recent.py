"""The files opened last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from fpviz.model.files.recent import MOST, RecentFiles, short_names
from fpviz.model.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


def test_the_last_file_stands_first_and_only_once(settings, tmp_path):
    recent = RecentFiles(settings)
    assert recent.paths == ()
    names = [tmp_path / f"{at}.fpviz" for at in range(MOST + 2)]
    for path in (*names, names[5]):
        recent.add(path)
    assert recent.paths == (names[5], *reversed(names[6:]), *reversed(names[2:5]))
    recent.forget(names[5])
    assert names[5] not in recent.paths
    assert RecentFiles(settings).paths == recent.paths
    recent.clear()
    assert RecentFiles(settings).paths == ()


def test_a_relative_name_is_kept_whole(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    recent = RecentFiles(settings)
    recent.add(Path("a.fpviz"))
    assert recent.paths == (tmp_path / "a.fpviz",)
    recent.forget(Path("a.fpviz"))
    assert recent.paths == ()


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ([], []),
        (["/x/a"], ["a"]),
        (["/x/a", "/x/b"], ["a", "b"]),
        (["/x/a", "/y/a", "/y/b"], ["x/a", "y/a", "b"]),
        (["/p/x/a", "/q/x/a", "/y/a"], ["p/x/a", "q/x/a", "y/a"]),
        (["/a", "/x/a"], ["/a", "x/a"]),
        (["/x/a", "/x/a"], ["/x/a", "/x/a"]),
    ],
)
def test_names_are_as_short_as_they_can_be(paths, names):
    assert short_names([Path(path) for path in paths]) == [str(Path(name)) for name in names]
