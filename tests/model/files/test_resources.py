"""The resources are found in the checkout and in an installed wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from fpviz.model.files import resources as its_file
from fpviz.model.files.resources import AssetError, resource, resources
from tests.checkout import ROOT


def test_the_checkout_has_them():
    assert resources() == ROOT / "resources"
    assert resource("scenes/first-start.fpviz").is_file()


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/passwd", "scenes/../../README.md"])
def test_a_path_that_leads_outside_is_refused(name):
    with pytest.raises(ValueError, match="no resource"):
        resource(name)


def test_what_is_missing_is_said():
    with pytest.raises(AssetError, match="missing"):
        resource("scenes/none.fpviz")


def test_an_installation_without_resources_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(its_file, "_PACKAGE", tmp_path / "fpviz")
    resources.cache_clear()
    with pytest.raises(AssetError, match="install"):
        resources()
    resources.cache_clear()


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_the_wheel_brings_them_along(unpacked_wheel, tmp_path):
    code = (
        "import fpviz; from fpviz.model.files.resources import resources;"
        "print(fpviz.__file__); print(resources())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked_wheel)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    module, found = map(Path, done.stdout.splitlines())
    assert module == unpacked_wheel / "fpviz" / "__init__.py"
    assert found == unpacked_wheel / "fpviz" / "resources"
    assert (found / "scenes" / "first-start.fpviz").is_file()


def test_the_wheel_has_the_licence_and_no_tests(unpacked_wheel):
    names = [str(path.relative_to(unpacked_wheel)) for path in unpacked_wheel.rglob("*")]
    assert any(name.endswith("LICENSE") for name in names)
    assert not any(name.startswith("tests") for name in names)
