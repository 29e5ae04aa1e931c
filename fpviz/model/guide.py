"""The pages of the Guide: Markdown files, a folder a language.

English has every page and sets their order; a page that another language lacks is shown in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fpviz.model.files.resources import resources
from fpviz.model.languages import ENGLISH


@dataclass(frozen=True, slots=True)
class Page:
    """One lesson: its name, which is its scene's too, its title, and its text in Markdown."""

    name: str
    title: str
    text: str


def read_pages(folder: Path, language: str) -> tuple[Page, ...]:
    """The pages of a language, from the first to the last."""
    return tuple(
        _read(own if (own := folder / language / english.name).is_file() else english)
        for english in sorted((folder / ENGLISH).glob("*.md"))
    )


@cache
def page_names() -> tuple[str, ...]:
    """The names of all pages that come with the program, from the first to the last."""
    return tuple(page.name for page in read_pages(resources() / "guide", ENGLISH))


def _read(path: Path) -> Page:
    """A page. The number before its file's name gives its place, the first line its title."""
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("#").strip()
    return Page(path.stem.partition("-")[2], title, text)
