"""Pins in scenes: written and read back, refused where they are not sound."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.phrase import Phrase
from fpviz.core.reading import State
from fpviz.model.bench.pin_rules import LONGEST_NAME, MOST_PINS, tidy
from fpviz.model.bench.records import Bench, Pin
from fpviz.model.files.scene import Scene, SceneError, Setup, dump_scene, parse_scene
from fpviz.model.links import LONGEST_NOTE, linked_pins, read_link, written_link

LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60).map(tidy)
NAMES = LINES.map(lambda text: text[:LONGEST_NAME].strip()).filter(bool)
SOURCES = st.one_of(
    st.sampled_from(["0.1", "1/3", "2^-14", "-inf", "nan(0x123)", "1e400", "0x1.8p-3"]).map(
        parse_literal
    ),
    st.builds(code_source, st.just(find_format("fp16")), st.integers(0, 0xFFFF)),
)
PINS = st.lists(st.builds(Pin, SOURCES, NAMES, LINES), max_size=6, unique_by=lambda pin: pin.name)


def written(**pin: object) -> str:
    return json.dumps({"fpviz": 2, "pins": [{"name": "A", "source": "0.1"} | pin]})


@settings(max_examples=40)
@given(PINS)
def test_pins_come_back_from_a_scene(pins: list[Pin]) -> None:
    scene = Scene(bench=Bench(tuple(pins)))
    back = parse_scene(dump_scene(scene))
    assert back.bench == (Bench(tuple(pins)) if pins else None)


@settings(max_examples=40)
@given(PINS, st.sampled_from(["swamping", "adam"]))
def test_pins_come_back_from_a_link_in_brackets(pins: list[Pin], experiment: str) -> None:
    link = written_link(State(), Setup(experiment), pins)
    linked = read_link(f" <{link}>.")
    assert linked.pins == (tuple(pins) or None)
    assert (linked.state, linked.setup or Setup()) == (State(), Setup(experiment))


def test_a_scene_without_pins_has_no_key_for_them() -> None:
    assert "pins" not in json.loads(dump_scene(Scene(bench=Bench())))
    assert parse_scene('{"fpviz": 2}').bench is None
    assert parse_scene('{"fpviz": 2, "pins": []}').bench == Bench()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"fpviz": 2, "pins": {}}', "pins is no list"),
        ('{"fpviz": 2, "pins": ["A"]}', "a pin is no object"),
        ('{"fpviz": 2, "pins": [{"name": "A"}]}', "a pin has no 'source'"),
        ('{"fpviz": 2, "pins": [{"source": "1"}]}', "a pin has no 'name'"),
        (written(note=3), "the 'note' of a pin is no text"),
        (written(source=0.1), "the 'source' of a pin is no text"),
        (written(source="fp17:0x1"), "'fp17"),
        (written(source="1e"), "'1e'"),
        (written(name="x" * 25), "has 25 characters; a pin's has at most 24"),
        (written(note="two\nlines"), r"the note 'two\nlines' is not one line of text"),
        (written(note="\ud800"), r"the note '\ud800' is not one line of text"),
        (written(colour="red"), "'colour' in a pin is unknown to this fpviz"),
        (
            json.dumps({"fpviz": 2, "pins": [{"name": "A", "source": "1"}] * 2}),
            "another pin is called 'A'",
        ),
        (
            json.dumps({"fpviz": 2, "pins": [{}] * (MOST_PINS + 1)}),
            "a scene has at most 100 pins",
        ),
    ],
)
def test_what_is_no_pin_is_refused_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(SceneError) as refused:
        parse_scene(text)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_of_the_own_session_only_what_is_no_pin_is_left_out() -> None:
    left_out: list[Phrase] = []
    pins = [
        {"name": "A", "source": "1"},
        {"name": "A", "source": "2"},
        {"name": "B", "source": "3"},
    ]
    scene = parse_scene(json.dumps({"fpviz": 2, "pins": pins}), left_out)
    assert scene.bench is not None
    assert [(pin.name, pin.source.text) for pin in scene.bench.pins] == [("A", "1"), ("B", "3")]
    assert [str(reason) for reason in left_out] == ["another pin is called 'A'"]


def test_a_link_has_short_notes_and_all_pins_or_none() -> None:
    source = parse_literal("0.1")
    pins = [Pin(source, "A", "x" * LONGEST_NOTE), Pin(source, "B", "x" * (LONGEST_NOTE + 1))]
    linked = read_link(written_link(State(), Setup(), pins)).pins
    assert linked is not None
    assert [len(pin.note) for pin in linked] == [LONGEST_NOTE, 0]
    many = [Pin(parse_literal("9" * 200), str(number)) for number in range(30)]
    assert linked_pins(many) == ()
    assert read_link(written_link(State(), Setup(), many)).pins is None
