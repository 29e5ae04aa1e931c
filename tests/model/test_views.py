"""The views of the panels: ``packaging/docs/SCENES.md`` describes what is read, no more."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest

from fpviz.core.arithmetic.rounding import Rules
from fpviz.model.files.scene import FILE_VERSION, dump_scene, parse_scene
from fpviz.model.views import VIEWS
from tests.checkout import ROOT

PAGE = (ROOT / "packaging" / "docs" / "SCENES.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


def described():
    """The keys of each panel with their examples, as the page has them."""
    sections = re.findall(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    row = re.compile(r"^\| `(\w+)` \| `(.*?)` \|", re.MULTILINE)
    return {
        panel: {key: json.loads(example) for key, example in row.findall(text)}
        for panel, text in sections
    }


def test_every_key_of_every_view_is_described():
    assert {panel: set(keys) for panel, keys in described().items()} == {
        panel: set(readers) for panel, readers in VIEWS.items()
    }


@pytest.mark.parametrize("panel", VIEWS)
def test_the_examples_of_a_view_are_read(panel):
    views = {panel: described()[panel]}
    scene = parse_scene(json.dumps({"fpviz": FILE_VERSION, "views": views}))
    assert scene.views == views


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_scenes_that_are_shown_are_scenes(text):
    scene = parse_scene(text)
    assert parse_scene(dump_scene(scene)) == scene


def test_every_key_and_every_version_of_the_file_is_described():
    shown = json.loads(EXAMPLES[0])
    written = json.loads(dump_scene(parse_scene(EXAMPLES[0])))
    assert {**written, "rules": set(written["rules"])} == {**shown, "rules": set(shown["rules"])}
    assert set(shown["rules"]) == {each.name for each in fields(Rules)} - {"random_width"}
    for key in (*shown, *shown["rules"], *shown["experiment"]):
        assert f"`{key}`" in PAGE
    versions = {json.loads(text)["fpviz"] for text in EXAMPLES}
    assert versions == set(range(1, FILE_VERSION + 1))
