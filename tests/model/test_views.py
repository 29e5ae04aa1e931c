"""The views of the panels: ``packaging/docs/SCENES.md`` describes what is read, no more."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.reading import State
from fpviz.model.files.scene import FILE_VERSION, Setup, dump_scene, parse_scene
from fpviz.model.views import VIEWS, read_view
from fpviz.model.workspaces import PLACED
from tests.checkout import ROOT

PAGE = (ROOT / "packaging" / "docs" / "SCENES.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)

STATE, RUN = State(), Setup().outline


def described():
    """The keys of each panel with their examples, as the page has them."""
    sections = re.findall(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL)
    row = re.compile(r"^\| `(\w+)` \| `(.*?)` \|", re.MULTILINE)
    return {
        panel: {key: json.loads(example) for key, example in row.findall(text)}
        for panel, text in sections
    }


def test_every_key_of_every_view_is_described():
    assert {panel: set(keys) for panel, keys in described().items() if keys} == {
        panel: set(kind.keys()) for panel, kind in VIEWS.items() if kind.keys()
    }


@pytest.mark.parametrize("panel", sorted(PLACED))
def test_a_scene_speaks_of_any_panel_that_stands_somewhere(panel):
    scene = parse_scene(f'{{"fpviz": {FILE_VERSION}, "views": {{"{panel}": {{}}}}}}')
    assert [*scene.views] == [panel]


@pytest.mark.parametrize("panel", described())
def test_the_examples_of_a_view_are_read(panel):
    view, wrongs = read_view(panel, described()[panel], STATE, RUN)
    assert wrongs == []
    assert view.written() == described()[panel]
    assert type(view)().over(view) == view == view.over(type(view)())


WRONG = {
    "number-line": [
        {"window": "linear 1 2"},
        {"window": None},
        {"shows": 3},
        {"spacing": ["a", 2]},
        {"spacing": [2.0, 1.0]},
        {"update": "("},
        {"update": None},
        {"overlay": "yes"},
        {"pins": "yes"},
    ],
    "steps": [
        {"operation": "halve"},
        {"format": "fp17"},
        {"operands": "1"},
        {"current": 999},
        {"shows": "both"},
    ],
    "updates": [
        {"stage": "oven"},
        {"shows": 7},
        {"step": "-1"},
        {"step": 7},
        {"log_steps": "yes"},
        {"window": [3, 2, 0, 1]},
        {"window": [1, 2]},
        {"window": "all"},
        {"window": [0, 1, 0, float("nan")]},
    ],
    "expression": [
        {"expression": "a +"},
        {"set": {"a": 1}},
        {"way": "fused"},
        {"line": 99},
        {"stage": "plot"},
        {"variable": 1},
        {"from": "("},
        {"to": None},
    ],
    "guide": [{"page": "no-lesson"}, {"page": ""}, {"scrolled": 7}, {"zoom": 0.5}],
}


@pytest.mark.parametrize(
    ("panel", "keys"), [(panel, keys) for panel in WRONG for keys in WRONG[panel]]
)
def test_what_is_wrong_is_left_out_and_the_rest_is_read(panel, keys):
    view, wrongs = read_view(panel, {**described()[panel], **keys, "zoo": 1}, STATE, RUN)
    assert len(wrongs) == 2
    (key,) = keys
    assert view.written() == {name: v for name, v in described()[panel].items() if name != key}


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
