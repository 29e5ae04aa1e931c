"""What the import contract cannot say about the structure."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.checkout import PACKAGE, ROOT

TESTS = Path(__file__).parent

SEVERAL = {
    "app/cli/test_field.py": "what people ask, by whichever command",
    "app/pictures/test_gallery.py": "packaging/pictures and what it has made",
    "app/test_every_text.py": "the whole window in another language",
    "app/test_kept_window.py": "the window that tests of the program share",
    "app/test_screen.py": "the real program on a real screen",
    "app/test_translations.py": "packaging/translate and what it has made",
    "app/test_writers.py": "all that writes files, on a full disk",
    "app/window/test_accessibility.py": "the whole window as a screen reader has it",
    "app/window/test_doors.py": "several doors to one change",
    "app/window/test_mouse_wheel.py": "the wheel over the whole window",
    "app/window/test_old_content.py": "all panels while a text is refused",
    "app/window/test_once.py": "what one change computes, in all panels",
    "app/window/test_walk.py": "a random walk through the whole window",
    "app/window/test_workspaces.py": "the whole window in each of its arrangements",
    "core/formats/test_definitions.py": "all families against the definitions of their tests",
    "core/literals/test_readings.py": "the package, by its own doors",
    "core/test_daz.py": "a rule that many modules follow",
    "core/test_said_by_core.py": "all phrases of core",
    "experiments/engine/scripts/test_scripts.py": "the package, by its own doors",
    "experiments/engine/test_outline.py": "what every experiment says of a run beforehand",
    "experiments/test_said_by_experiments.py": "all phrases of the experiments",
    "guide/test_pages.py": "resources/guide",
    "guide/test_scenes.py": "resources/guide in the window",
    "guide/test_words.py": "resources/guide beside the window's words",
    "packaging/test_documents.py": "packaging/docs and the READMEs",
    "packaging/test_packaging.py": "what is shipped, beside the program",
    "test_conformance.py": "what the tests of core declare",
    "test_structure.py": "the package's files",
    "test_workarounds.py": "the libraries",
}
"""Tests that are about no single module, and what they are about."""

APP = "fpviz.app"

LAYOUT = {
    *("exponent_width", "fraction_width", "bias", "specials", "quantum_exponent"),
    *("sign_mask", "magnitude_mask", "exponent_mask", "fraction_mask"),
    *("BinaryFormat", "Specials", "binary_layout"),
}
"""How codes of the family with sign, biased exponent and fraction are laid out, and the door."""

ABOUT_THAT_FAMILY = {
    "app/reports/formats_json.py": {"binary_layout", "specials"},
    "core/arrays/conversion.py": None,
    "core/arrays/decoding.py": None,
    "core/arrays/encoding.py": None,
    "experiments/engine/scripts/python_text.py": None,
    "experiments/static_loss_scale/script.py": {"Specials"},
    "experiments/stochastic/script.py": {"fraction_width"},
    "widgets/formats/custom_format.py": None,
}
"""Who may read the layout, and what of it; ``None``: all."""


Nodes = tuple[ast.AST, ...]


@pytest.fixture(scope="module")
def trees() -> dict[str, Nodes]:
    """The syntax of each file of the package, every part of it."""
    return {
        path.relative_to(PACKAGE).as_posix(): tuple(ast.walk(ast.parse(path.read_text("utf-8"))))
        for path in PACKAGE.rglob("*.py")
    }


def test_whoever_asks_a_format_asks_it_as_an_encoding(trees):
    readers = {}
    for name, tree in trees.items():
        found = _names_read(tree) & LAYOUT
        if found and not name.startswith("core/formats/"):
            readers[name] = found if ABOUT_THAT_FAMILY.get(name, found) is not None else None
    assert readers == ABOUT_THAT_FAMILY


def _names_read(tree: Nodes) -> set[str]:
    """The attributes that a module reads, and the names that it imports."""
    names = set()
    for node in tree:
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            names.update(alias.name for alias in node.names)
    return names


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


def has_its_module(test: Path) -> bool:
    """Whether a test stands where its module or its package stands, under that name."""
    where = test.relative_to(TESTS)
    folder = PACKAGE / where.parent
    if where.parts[0] == "packaging":
        folder = ROOT / "packaging" / "fpviz_packaging"
    module = folder / where.name.removeprefix("test_")
    return module.exists() or (module.with_suffix("") / "__init__.py").exists()


def test_tests_mirror_the_package():
    strays = [test for test in TESTS.rglob("test_*.py") if not has_its_module(test)]
    assert {test.relative_to(TESTS).as_posix() for test in strays} == set(SEVERAL)
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert folders - {path.name for path in TESTS.iterdir() if path.is_dir()} == set()


def imported(tree: Nodes, modules: Iterable[str]) -> set[str]:
    """What a file imports of ``modules``, also where only types or a function need it."""
    found = set()
    for node in tree:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & set(modules)


@pytest.fixture(scope="module")
def graph(trees) -> dict[str, set[str]]:
    """Each module of the package, with those that it imports; a package's own one is left out."""
    modules = {
        ".".join((PACKAGE.name, *Path(name).with_suffix("").parts)): tree
        for name, tree in trees.items()
        if Path(name).name != "__init__.py"
    }
    return {module: imported(tree, modules) for module, tree in modules.items()}


def test_no_circle_of_imports_is_hidden(graph):
    """import-linter sees circles between layers; here are those within one."""
    TopologicalSorter(graph).prepare()  # names a circle, if there is one


def test_who_helps_the_main_window_does_not_know_it(graph):
    known_to = {module for module, names in graph.items() if f"{APP}.window.main_window" in names}
    assert known_to == {f"{APP}.launch", f"{APP}.smoke", f"{APP}.pictures.figures.whole_window"}


def _enumerations(trees: dict[str, Nodes]) -> dict[str, set[str]]:
    """The members of every enumeration of the package, by its name."""
    classes = (n for tree in trees.values() for n in tree if isinstance(n, ast.ClassDef))
    return {
        each.name: {
            target.id
            for line in each.body
            if isinstance(line, ast.Assign)
            for target in line.targets
            if isinstance(target, ast.Name)
        }
        for each in classes
        if any(ast.unparse(base) in ("Enum", "Flag", "IntEnum", "StrEnum") for base in each.bases)
    }


def _members(pattern: ast.pattern) -> Iterator[tuple[str, str]]:
    """(enumeration, member) for each that a pattern names alone or as one of several."""
    match pattern:
        case ast.MatchOr(patterns):
            for each in patterns:
                yield from _members(each)
        case ast.MatchAs(pattern=ast.pattern() as named):
            yield from _members(named)
        case ast.MatchValue(ast.Attribute(value, member)):
            yield ast.unparse(value).rpartition(".")[2], member


def _is_whole(match: ast.Match, enumerations: dict[str, set[str]]) -> bool:
    """Whether a match over an enumeration names all members, or rules out that any is left."""
    last = match.cases[-1]
    if isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None:
        return ast.unparse(last.body[0]).startswith("assert_never(")
    named = {each for case in match.cases if case.guard is None for each in _members(case.pattern)}
    return all(
        (name, member) in named
        for name in {name for name, _ in named}
        for member in enumerations[name]
    )


def test_no_match_over_an_enumeration_lets_a_new_member_pass_in_silence(trees):
    enumerations = _enumerations(trees)
    assert {"Rounding", "Overflow", "ZoneKind"} <= enumerations.keys()
    over = [
        (path, match)
        for path, tree in trees.items()
        for match in tree
        if isinstance(match, ast.Match)
        and {name for case in match.cases for name, _ in _members(case.pattern)}
        & enumerations.keys()
    ]
    assert len(over) > 5
    guilty = [f"{path}:{m.lineno}" for path, m in over if not _is_whole(m, enumerations)]
    assert guilty == []


def _asked(test: ast.expr, enumerations: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    """(expression, enumeration, member) for each comparison of an expression with a member."""
    for each in ast.walk(test):
        if not isinstance(each, ast.Compare):
            continue
        for other in each.comparators:
            for member in other.elts if isinstance(other, ast.Tuple) else [other]:
                if isinstance(member, ast.Attribute):
                    name = ast.unparse(member.value).split(".")[-1]
                    if member.attr in enumerations.get(name, ()):
                        yield ast.unparse(each.left), name, member.attr


def _questions(function: ast.FunctionDef, enumerations: dict[str, set[str]]) -> int:
    """How many questions the branches of a function ask one expression about its member."""
    questions: dict[tuple[str, str], set[frozenset[str]]] = {}
    for branch in ast.walk(function):
        if isinstance(branch, ast.If | ast.IfExp):
            asked = list(_asked(branch.test, enumerations))
            for pair in {(left, name) for left, name, _ in asked}:
                members = frozenset(member for *about, member in asked if tuple(about) == pair)
                questions.setdefault(pair, set()).add(members)
    return max(map(len, questions.values()), default=0)


def test_whoever_tells_more_than_two_kinds_of_an_enumeration_apart_uses_a_match(trees):
    """A chain of ``if`` would give a new member to its last branch in silence; mypy hears nothing.

    One question (is it a NaN?) has two answers, and a new member is one of them.
    """
    enumerations = {name: each for name, each in _enumerations(trees).items() if len(each) > 2}
    del enumerations["Flags"], enumerations["Change"]  # sets: several may hold at once
    guilty = {
        (path, each.name)
        for path, tree in trees.items()
        for each in tree
        if isinstance(each, ast.FunctionDef) and _questions(each, enumerations) > 1
    }
    assert guilty == set()


NAMED = {
    "model/languages.py": {"en", "zh_CN"},
    "model/themes.py": {"light", "dark", "print", "system"},
    "widgets/look/theme.py": {"light", "dark", "print"},  # their colours; a test compares the two
}
"""Where themes and languages are named: everything else takes them from there."""


def test_themes_and_languages_are_named_in_one_table(trees):
    names = set().union(*NAMED.values())
    named = {
        path: {
            node.value for node in tree if isinstance(node, ast.Constant) and node.value in names
        }
        for path, tree in trees.items()
    }
    said = {"app/pictures/export_dialog.py": {"light", "dark"}}  # words on a box to choose from
    assert {path: found for path, found in named.items() if found} == {**NAMED, **said}


def test_no_two_classes_share_a_name(trees):
    names = [
        node.name for tree in trees.values() for node in tree if isinstance(node, ast.ClassDef)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
