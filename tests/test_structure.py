"""What the import contract cannot say about the structure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.checkout import PACKAGE

APP = "fpviz.app"


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


def imported(path: Path, modules: Iterable[str]) -> set[str]:
    """What a file imports of ``modules``, also where only types or a function need it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & set(modules)


@pytest.fixture(scope="module")
def graph() -> dict[str, set[str]]:
    """Each module of the package, with those that it imports; a package's own one is left out."""
    files = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    }
    return {module: imported(path, files) for module, path in files.items()}


def test_no_circle_of_imports_is_hidden(graph):
    """import-linter sees circles between layers; here are those within one."""
    TopologicalSorter(graph).prepare()  # names a circle, if there is one


def test_who_helps_the_main_window_does_not_know_it(graph):
    known_to = {module for module, names in graph.items() if f"{APP}.window.main_window" in names}
    assert known_to == {f"{APP}.launch", f"{APP}.smoke", f"{APP}.pictures.figures.whole_window"}
