"""What may be chosen by name is there."""

from __future__ import annotations

from fpviz.model.files.resources import resource
from fpviz.model.languages import ENGLISH, LANGUAGES
from fpviz.model.themes import THEMES
from fpviz.widgets.look import theme


def test_every_theme_has_its_colours():
    assert tuple(theme.THEMES) == THEMES


def test_every_language_but_that_of_the_source_has_its_translation():
    files = {resource(f"translations/fpviz_{name}.qm") for name in LANGUAGES if name != ENGLISH}
    assert files == {*resource("translations").glob("*.qm")}
