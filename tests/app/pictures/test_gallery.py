"""The README's pictures: made by one command, of this version, and none out of date."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.checkout import ROOT

FOLDER = ROOT / "resources" / "pictures"


def test_no_picture_is_stale():
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "pictures"), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{done.stderr}\npackaging/pictures makes them anew"
    assert done.stderr == ""
    if done.stdout:
        pytest.skip(done.stdout.splitlines()[0])


def test_the_readme_shows_every_picture_and_no_other():
    text = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"!\[([^\]]+)\]\(resources/pictures/([^)]+)\)", text)
    assert {name for _, name in shown} == {path.name for path in FOLDER.iterdir()}
    assert all(len(words) > 20 for words, _ in shown)  # for those who do not see them


def test_all_pictures_together_are_small():
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_000_000
