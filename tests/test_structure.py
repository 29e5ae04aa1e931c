"""What the import contract cannot say about the structure."""

from __future__ import annotations

import re
from pathlib import Path

from tests.checkout import PACKAGE


def test_the_model_has_no_widgets():
    guilty = [
        path.name
        for path in (PACKAGE / "model").rglob("*.py")
        if re.search(r"QtWidgets|QtSvg|pyqtgraph", path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_core_is_free_of_numpy_but_for_the_arrays():
    users = {
        path.parent
        for path in (PACKAGE / "core").rglob("*.py")
        if re.search(r"^\s*(import|from) numpy", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert users == {PACKAGE / "core" / "arrays"}


def test_tests_mirror_the_package():
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    mirrored = {path.name for path in Path(__file__).parent.iterdir() if path.is_dir()}
    assert folders - mirrored == set()
