"""For tests of what is said: the templates that the source marks, and the phrases in a thing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from fpviz.core.phrase import Phrase


def marked(folder: Path, *patterns: str) -> set[str]:
    """Every literal that files of a folder mark as the template of a phrase."""
    found = set()
    for path in (path for pattern in patterns for path in folder.glob(pattern)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Name("phrase" | "Phrase" | "template"), [text, *_]):
                    found |= {each.value for each in ast.walk(text) if _is_text(each)}
    return found


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def phrases_in(thing: object) -> Iterator[Phrase]:
    """Every phrase in something, those in the values of phrases among them."""
    match thing:
        case Phrase():
            yield thing
            yield from phrases_in(thing.values)
        case tuple() | list():
            for each in thing:
                yield from phrases_in(each)
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            for field in fields(thing):
                yield from phrases_in(getattr(thing, field.name))
