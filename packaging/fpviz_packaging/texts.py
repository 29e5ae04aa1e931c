"""Every text of the package that can be translated, found in its source.

``pyside6-lupdate`` reads Python, too, but only Qt's own calls: it knows nothing of the phrases of
``fpviz.core.phrase``, which core, free of Qt, makes its sentences of; it gives the texts of a
module's own helper no context; and it takes an f-string for a plain text. So the texts are read
from the syntax tree, and what could never be looked up is an error, with its file and line.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PHRASES = frozenset({"phrase", "Phrase", "template"})
"""What makes phrases, in ``fpviz.core.phrase``."""

PHRASE_CONTEXT = "Phrase"
"""The context of phrases, as in ``fpviz.widgets.translated``."""

MARK = "QT_TRANSLATE_NOOP"
"""Marks a text of a table, which is looked up elsewhere."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, the context in which Qt looks it up, and where it stands."""

    context: str
    source: str
    place: str


class TextError(Exception):
    """Texts that cannot be translated as they stand, a line each."""


def texts_of(package: Path) -> list[Text]:
    """Every text of a package. Raises TextError."""
    trees = {
        path.relative_to(package.parent): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
    }
    helpers = {_module(path): dict(_helpers(tree)) for path, tree in trees.items()}
    found: list[Text] = []
    errors: list[str] = []
    for path, tree in trees.items():
        here = helpers[_module(path)] | dict(_imported(tree, helpers))
        reader = _Reader(path.as_posix(), here)
        reader.visit(tree)
        found += reader.found
        errors += reader.errors
    if errors:
        raise TextError("\n".join(errors))
    return found


class _Reader(ast.NodeVisitor):
    """Collects the texts of a file, given the contexts of the helpers that it uses."""

    def __init__(self, file: str, helpers: Mapping[str, str]) -> None:
        self.found: list[Text] = []
        self.errors: list[str] = []
        self._file = file
        self._helpers = helpers
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if _looks_up(node) is None:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(ast.Name("self"), "tr") if self._classes:
                self._take(node, self._classes[-1], node.args)
            case ast.Name(name) if name in self._helpers:
                self._take(node, self._helpers[name], node.args)
            case ast.Attribute(_, "tr") | ast.Name("tr"):
                self._refuse(node, "nobody knows the context of this tr")
            case ast.Attribute(ast.Name("QCoreApplication"), "translate") | ast.Name("translate"):
                self._take_with_context(node)
            case ast.Name(name) if name == MARK:
                self._take_with_context(node)
            case ast.Name(name) if name in PHRASES:
                self._take(node, PHRASE_CONTEXT, node.args[:1], from_tables=True)

    def _take_with_context(self, node: ast.Call) -> None:
        match node.args:
            case [ast.Constant(str(context)), *rest]:
                self._take(node, context, rest)
            case [ast.Name(), text] if _is_named(text):
                pass  # it comes from a table, where it is marked
            case _:
                self._refuse(node, "the context must be a plain text")

    def _take(
        self, node: ast.Call, context: str, arguments: list[ast.expr], *, from_tables: bool = False
    ) -> None:
        """Take the one text among the arguments; one from a table is marked there."""
        texts = [text for each in arguments for text in _choices(each)]
        if len(arguments) != 1:
            self._refuse(node, "a text, and nothing else, is needed here")
        for text in texts:
            match text:
                case ast.Constant(str(source)):
                    if source:
                        self.found.append(Text(context, source, self._place(node)))
                case _ if not (from_tables and _is_named(text)):
                    self._refuse(node, "a plain text is needed here, not one that is put together")

    def _refuse(self, node: ast.Call, why: str) -> None:
        self.errors.append(f"{self._place(node)}: {why}")

    def _place(self, node: ast.Call) -> str:
        return f"{self._file}:{node.lineno}"


def _choices(node: ast.expr) -> Iterator[ast.expr]:
    """What an expression may be: itself, or any of those that it chooses from."""
    match node:
        case ast.IfExp(_, this, that):
            yield from _choices(this)
            yield from _choices(that)
        case _:
            yield node


def _is_named(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript)


# -- helpers: functions of a module that look a text up in its context --------------------------


def _module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each helper that a module defines, with its context."""
    for node in tree.body:
        context = _looks_up(node)
        if isinstance(node, ast.FunctionDef) and context is not None:
            yield node.name, context


def _looks_up(node: ast.stmt) -> str | None:
    """The context of a function that returns its one argument translated, and does no more."""
    match node:
        case ast.FunctionDef(args=ast.arguments(args=[ast.arg(given)]), body=[*_, last]):
            match last:
                case ast.Return(
                    ast.Call(
                        ast.Attribute(_, "translate"),
                        [ast.Constant(str(context)), ast.Name(looked_up)],
                    )
                ) if looked_up == given:
                    return context
    return None


def _imported(
    tree: ast.Module, helpers: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, str]]:
    """Each helper that a module takes from another, with its context."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                context = helpers.get(node.module or "", {}).get(alias.name)
                if context is not None:
                    yield alias.asname or alias.name, context
