"""Scenes: files that come back whole, and files that are refused."""

from __future__ import annotations

import json

import pytest

from fpviz.core.arithmetic.hardware import Hardware
from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules, encode
from fpviz.core.formats import find_format
from fpviz.core.literals import code_source, parse_literal
from fpviz.core.reading import State
from fpviz.core.trace.working.conversion import trace_conversion
from fpviz.core.trace.working.operation import trace_operation
from fpviz.model.files.scene import (
    Scene,
    SceneError,
    Setup,
    dump_scene,
    load_scene,
    parse_scene,
    save_scene,
)
from fpviz.model.views import ViewOfBits

FORMATS = tuple(map(find_format, ("fp16", "fp128", "e5m7b3fn", "e8m0")))
SCENES = [
    Scene(),
    Scene(
        State(
            parse_literal("(1+2^-10)*3"),
            FORMATS,
            FORMATS[2],
            Rules(Rounding.STOCHASTIC, Overflow.NAN, flush=True, random_bits=0x12345678),
        ),
        Setup("drift", {"g": "1/3", "steps": "12"}),
        {"bits": ViewOfBits("packed")},
    ),
    Scene(State(code_source(FORMATS[1], 1), FORMATS, FORMATS[1])),
    Scene(State(parse_literal("nan(0x123)"))),
    Scene(State(parse_literal("1"), rules=Hardware.ARM.rule.rules)),
    Scene(State(parse_literal("fp16:0x0001"), rules=Rules(flush=True, daz=True))),
]
IN_WORKSPACES = [Scene(workspace="bench", front=("bits",)), Scene(workspace="value")]


@pytest.mark.parametrize("scene", [*SCENES, *IN_WORKSPACES])
def test_a_scene_comes_back_as_it_was(scene, tmp_path):
    assert parse_scene(dump_scene(scene)) == scene
    path = tmp_path / "a scene.fpviz"
    save_scene(scene, path)
    assert load_scene(path) == scene
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_what_a_scene_leaves_out_is_the_default():
    assert parse_scene('{"fpviz": 1}') == Scene()


def test_a_scene_says_tininess_and_nans_only_where_they_are_unusual():
    assert not {"tininess", "nans"} & set(json.loads(dump_scene(SCENES[1]))["rules"])
    arm = json.loads(dump_scene(SCENES[-2]))["rules"]
    assert (arm["tininess"], arm["nans"]) == ("before", "arm")


def test_a_scene_says_its_workspace_and_what_is_in_front_only_where_they_are_unusual():
    """Without them the file is what an older fpviz wrote, and reads."""
    assert not {"workspace", "front"} & set(json.loads(dump_scene(SCENES[1])))
    assert json.loads(dump_scene(IN_WORKSPACES[0]))["front"] == ["bits"]


def test_a_scene_says_daz_only_where_it_is_on():
    """Without it the file is what an older fpviz wrote, and reads."""
    assert "daz" not in json.loads(dump_scene(SCENES[1]))["rules"]
    assert json.loads(dump_scene(SCENES[-1]))["rules"]["daz"] is True


GOOD = json.loads(dump_scene(SCENES[1]))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"fpviz": 3}, "later"),
        ({"workspace": "office"}, "'office' in the workspaces"),
        ({"workspace": ""}, "'' in the workspaces"),
        ({"workspace": 1}, "workspace is no text"),
        ({"front": ["bits", "zebra"]}, "'zebra' in the panels in front"),
        ({"front": "bits"}, "front is no list"),
        ({"front": [1]}, "a panel in front is no text"),
        ({"fpviz": True}, "not a scene"),
        ({"fpviz": "1"}, "not a scene"),
        ({"source": "1e-"}, "complete"),
        ({"source": 5}, "source"),
        ({"source": "9^9^9"}, "large"),
        ({"formats": []}, "formats"),
        ({"formats": ["fp16", "half"], "active": "fp16"}, "twice"),
        ({"formats": ["fp17"], "active": "fp17"}, "fp17"),
        ({"formats": ["fp16"] * 1000}, "formats"),
        ({"formats": "fp16"}, "list"),
        ({"formats": [["fp16"]]}, "text"),
        ({"formats": ["e99m5"], "active": "e99m5"}, "exponent"),
        ({"active": "bf16"}, "active"),
        ({"rules": {"rounding": "sideways"}}, "rules"),
        ({"rules": {"rounding": ["upward"]}}, "rounding"),
        ({"rules": {"random_bits": "0x123456789"}}, "rules"),
        ({"rules": {"flush": "yes"}}, "flush"),
        ({"rules": {"daz": "yes"}}, "daz"),
        ({"rules": {"tininess": "never"}}, "tininess"),
        ({"rules": {"tininess": True}}, "tininess"),
        ({"rules": {"nans": "riscv"}}, "nans"),
        ({"rules": {"nans": 3}}, "nans"),
        ({"rules": 3}, "rules"),
        ({"experiment": {"name": 3}}, "experiment"),
        ({"experiment": {"parameters": {"g": 1}}}, "g"),
        ({"views": {"bits": 3}}, "bits"),
    ],
)
def test_a_bad_part_is_refused_with_one_line_that_names_it(change, word):
    with pytest.raises(SceneError) as caught:
        parse_scene(json.dumps({**GOOD, **change}))
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "null", "7", '{"fpviz"', "[" * 100_000, "\0", "{}"])
def test_a_text_that_is_no_scene_is_refused(text):
    with pytest.raises(SceneError):
        parse_scene(text)


def test_every_cut_of_a_scene_is_refused_or_whole():
    text = dump_scene(SCENES[1])
    for length in range(0, len(text) - 1, 7):
        with pytest.raises(SceneError):
            parse_scene(text[:length])


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x89PNG\r\n", b" " * (1 << 21)])
def test_a_file_that_is_no_scene_is_refused(content, tmp_path):
    path = tmp_path / "bad.fpviz"
    path.write_bytes(content)
    with pytest.raises(SceneError):
        load_scene(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.fpviz", tmp_path):
        with pytest.raises(SceneError):
            load_scene(path)


def test_names_that_have_changed_hands_mean_in_an_old_scene_what_they_meant():
    """In version 1, e2m1 and its like had infinities; they are the OCP's names since."""
    old = {
        "fpviz": 1,
        "source": "e2m1:0x3",
        "formats": ["fp16", "e2m1", "e2m3", "fp4_e2m1"],
        "active": "e2m1",
        "experiment": {"name": "adam", "parameters": {"formats": "e3m2"}},
    }
    scene = parse_scene(json.dumps(old))
    assert [fmt.name for fmt in scene.state.formats] == ["fp16", "e2m1ieee", "e2m3ieee", "fp4_e2m1"]
    assert scene.state.active == scene.state.source.format == find_format("e2m1ieee")
    assert scene.setup.values == {"formats": "e3m2ieee"}
    assert parse_scene(dump_scene(scene)) == scene
    new = parse_scene(json.dumps({"fpviz": 2, "formats": ["e2m1"]}))
    assert new.state.formats == (find_format("fp4_e2m1"),)
    assert '"e2m1"' not in dump_scene(new)


@pytest.mark.parametrize(
    ("views", "word"),
    [
        ({"number-line": {"window": "linear -0.02 0.02"}}, "-0.02 0.02"),
        ({"number-line": {"window": ""}}, "window"),
        ({"number-line": {"axis": "polar"}}, "polar"),
        ({"number-line": {"spacing": [2, 1]}}, "[2, 1]"),
        ({"number-line": {"update": "1e-"}}, "1e-"),
        ({"number-line": {"overlay": 1}}, "overlay"),
        ({"bits": {"arrangement": "pakced"}}, "pakced"),
        ({"bits": {"zoo": 1}}, "zoo"),
        ({"lattice": {}}, "lattice"),
        ({"updates": {"stage": "oven"}}, "oven"),
        ({"updates": {"step": "-1"}}, "-1"),
        ({"updates": {"window": [0, 1, 2]}}, "[0, 1, 2]"),
        ({"updates": {"log_steps": "yes"}}, "yes"),
        ({"steps": {"operation": "halve"}}, "halve"),
        ({"steps": {"format": "fp17"}}, "fp17"),
        ({"steps": {"operands": "1e-\n2\n"}}, "a: '1e-'"),
        ({"steps": {"operands": "1\n2\n3\n4"}}, "three lines"),
        ({"steps": {"current": 999}}, "999"),
        ({"guide": {"scrolled": 7}}, "7"),
        ({"guide": {"zoom": "x"}}, "x"),
    ],
)
def test_a_view_that_says_what_nobody_can_show_is_refused_or_left_out(views, word):
    text = json.dumps({"fpviz": 1, "source": "2", "views": views})
    with pytest.raises(SceneError) as caught:
        parse_scene(text)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    left_out = []
    scene = parse_scene(text, left_out)
    assert scene.state.source.text == "2"
    assert all(view == type(view)() for view in scene.views.values())
    assert word in str(left_out[0])


RUNS = [
    ({}, {"hidden": "weight wieght"}, "no curve 'wieght'; there are weight, comparison, master,"),
    ({}, {"hidden": "fp17"}, "hidden of updates"),
    ({}, {"hidden": 3}, "3"),
    ({}, {"curve": "low"}, "no curve 'low'"),
    ({}, {"curve": "weight master"}, "no curve 'weight master'"),
    ({"parameters": {"g": "1"}}, {"curve": "exact-rounded"}, "weight, comparison, master, exact"),
    ({"name": "counting", "parameters": {"formats": "half"}}, {"hidden": "fp32"}, "fp16, exact"),
    ({"name": "stochastic-rounding"}, {"hidden": "trial-13"}, "trial-12"),
    ({"parameters": {"steps": "50"}}, {"step": "51"}, "last step, 50"),
    ({"name": "dynamic-loss-scale"}, {"shows": "ulps"}, "'ulps'"),
    ({}, {"window": [100.0, 110.0, 1, 2]}, "0 to 100"),
    ({}, {"window": [-9, 0, 1, 2]}, "0 to 100"),
    ({"name": "counting"}, {"log_steps": True, "window": [19, 20, 1, 2]}, "[19, 20, 1, 2]"),
]
SOUND = [
    ({}, {"hidden": "exact-rounded weight", "curve": "master", "step": "100", "shows": "ulps"}),
    ({"name": "counting", "parameters": {"formats": "half"}}, {"hidden": "exact", "curve": "fp16"}),
    ({"name": "stochastic-rounding"}, {"hidden": "low trial-12"}),
    ({"name": "counting"}, {"log_steps": True, "window": [1, 3, 1, 2]}),
    ({}, {"curve": "", "hidden": "", "window": [-6.0, 106.0, -1, 2]}),
]


@pytest.mark.parametrize(("experiment", "view", "word"), RUNS)
def test_a_view_of_what_its_run_has_not_is_refused_or_left_out(experiment, view, word):
    text = json.dumps({"fpviz": 2, "experiment": experiment, "views": {"updates": view}})
    with pytest.raises(SceneError) as caught:
        parse_scene(text)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    left_out = []
    scene = parse_scene(text, left_out)
    assert scene.setup == Setup(*{"name": "swamping", "parameters": {}, **experiment}.values())
    kept = {key: view[key] for key in view if key == "log_steps"}
    assert scene.views["updates"].written() == kept
    assert [word in str(each) for each in left_out] == [True]


FMA = {"operation": "fma", "operands": "0.1\n5\n1/3", "format": "fp16"}
SHEETS = [
    ({"steps": {"current": 9}}, "no line 9; the last is "),
    ({"steps": {"operation": "multiply", "operands": "inf\n2\n1", "current": 5}}, "no line 5"),
    ({"steps": {**FMA, "operands": "3\n5\n0x2p0", "current": 12}}, "no line 12"),
    ({"guide": {"page": "loss-scalding"}}, "'loss-scalding' is not one of start-here, "),
    ({"guide": {"page": ""}}, "start-here"),
]


@pytest.mark.parametrize(("views", "word"), SHEETS)
def test_a_view_of_a_line_or_a_page_that_there_is_not_is_refused_or_left_out(views, word):
    text = json.dumps({"fpviz": 2, "views": views})
    with pytest.raises(SceneError) as caught:
        parse_scene(text)
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    left_out = []
    scene = parse_scene(text, left_out)
    ((panel, view),) = views.items()
    assert scene.views[panel].written() == {
        key: view[key] for key in view if key not in ("current", "page")
    }
    assert [word in str(each) for each in left_out] == [True]


def test_every_line_of_a_sheet_is_one_with_those_of_its_conversions():
    """0.1 and 1/3 are no values of fp16: their conversions stand before the operation's lines."""
    operands = [parse_literal(text) for text in FMA["operands"].split("\n")]
    fmt = find_format("fp16")
    traces = [trace_conversion(operands[at], fmt, Rules()) for at in (0, 2)]
    coded = [(fmt, encode(fmt, each.number, Rules()).code) for each in operands]
    traces.append(trace_operation(Operation.FMA, fmt, coded, Rules()))
    lines = sum(len(trace.steps) for trace in traces)
    for current in range(-1, lines + 1):
        text = json.dumps({"fpviz": 2, "views": {"steps": {**FMA, "current": current}}})
        left_out = []
        parse_scene(text, left_out)
        assert [f"the last is {lines - 1}" in str(each) for each in left_out] == [True] * (
            current == lines
        )


@pytest.mark.parametrize(("experiment", "view"), SOUND)
def test_a_view_of_what_its_run_has_is_read(experiment, view):
    text = json.dumps({"fpviz": 2, "experiment": experiment, "views": {"updates": view}})
    assert parse_scene(text).views["updates"].written() == view


@pytest.mark.parametrize("part", [{"zoo": 1}, {"rules": {"zoo": 1}}, {"experiment": {"zoo": 1}}])
def test_what_a_later_version_wrote_is_named(part):
    text = json.dumps({"fpviz": 1, **part})
    with pytest.raises(SceneError, match=r"'zoo' .*later"):
        parse_scene(text)
    left_out = []
    assert parse_scene(text, left_out) == Scene()
    assert len(left_out) == 1


def test_a_lenient_reading_keeps_what_is_sound():
    left_out = []
    bad = {
        **GOOD,
        "formats": ["fp16", "fp17"],
        "rules": {"rounding": "sideways"},
        "experiment": {"name": "drift", "parameters": {"g": "1e-"}},
    }
    scene = parse_scene(json.dumps(bad), left_out)
    assert scene.state.source == SCENES[1].state.source
    assert scene.views == SCENES[1].views
    assert scene.state.rules == Rules()
    assert scene.setup == Setup()
    assert len(left_out) == 4
