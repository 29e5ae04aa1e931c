"""For tests of what is said: the templates that translators get, and the phrases in a thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from fpviz.core.phrase import Phrase
from fpviz_packaging.texts import PHRASE_CONTEXT, texts_of
from tests.checkout import PACKAGE


@cache
def _templates() -> frozenset[tuple[str, str]]:
    """Every template that translators get, with the file in which it stands."""
    return frozenset(
        (text.place.rpartition(":")[0], text.source)
        for text in texts_of(PACKAGE)
        if text.context == PHRASE_CONTEXT
    )


def marked(folder: Path, *patterns: str) -> set[str]:
    """Every template that files of a folder, all if none is named, mark for translation."""
    paths = (path for pattern in patterns or ("**/*.py",) for path in folder.glob(pattern))
    files = {path.relative_to(PACKAGE.parent).as_posix() for path in paths}
    return {source for file, source in _templates() if file in files}


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
