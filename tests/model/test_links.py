"""Links with their experiment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fpviz.core.link import LinkError
from fpviz.core.reading import State
from fpviz.experiments import EXPERIMENTS, ExperimentError, find_experiment
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.model.bench.pin_rules import PinError
from fpviz.model.files.scene import Setup
from fpviz.model.links import Linked, read_link, written_link


@pytest.mark.parametrize(
    ("setup", "text"),
    [
        (Setup(), "fpviz:1.12156456132"),
        (Setup("swamping", {"steps": "100"}), "fpviz:1.12156456132"),  # that is the default
        (Setup("drift"), "fpviz:1.12156456132?run=drift"),
        (Setup("drift", {"steps": "200"}), "fpviz:1.12156456132?run=drift&steps=200"),
        (Setup("swamping", {"steps": "2^10"}), "fpviz:1.12156456132?run=swamping&steps=2^10"),
        (Setup("drift", {"steps": "1e-", "g": "1/3"}), "fpviz:1.12156456132?run=drift&g=1/3"),
    ],
)
def test_a_link_says_what_is_not_the_default(setup, text):
    assert written_link(State(), setup) == text


@given(st.sampled_from(EXPERIMENTS), st.data())
def test_an_experiment_comes_back(experiment, data):
    values = {}
    for parameter in experiment.parameters:
        if data.draw(st.booleans()):
            values[parameter.name] = data.draw(
                st.sampled_from([parameter.default, "7", "on", "fp32", "1 / 3", "downward", "?"])
            )
    text = written_link(State(), Setup(experiment.name, values))
    linked = read_link(text)
    assert linked.state == State()
    sound = {}
    for parameter in experiment.parameters:
        try:
            parameter.parse(values.get(parameter.name, parameter.default))
        except ParameterError:
            continue
        sound |= {parameter.name: values.get(parameter.name, parameter.default)}
    setup = linked.setup or Setup()
    assert experiment.arguments(setup.values) == experiment.arguments(sound)
    assert setup.name == experiment.name


def test_the_experiments_own_rounding_is_behind_run():
    linked = read_link("fpviz:1?rounding=upward&run=drift&rounding=downward&flush=on")
    assert linked.state.rules.rounding.value == "upward"
    assert not linked.state.rules.flush
    settings = find_experiment("drift").arguments(linked.setup.values)
    assert (settings.texts["rounding"], settings.texts["flush"]) == ("downward", "on")


def test_a_link_without_an_experiment_leaves_it():
    assert read_link("fpviz:1") == Linked(read_link("fpviz:1").state, None)


@pytest.mark.parametrize(
    ("text", "error", "named"),
    [
        ("fpviz:1?run=skydiving", ExperimentError, "'skydiving'"),
        ("fpviz:1?run=drift&wings=2", ParameterError, "wings: no such parameter"),
        ("fpviz:1?run=drift&steps=few", ParameterError, "steps: "),
        ("fpviz:1?steps=3&run=drift", LinkError, "'steps' is no setting of a link"),
        ("fpviz:1?pin=A=1e-", LinkError, "'1e-'"),
        (f"fpviz:1?pin={'x' * 25}=1", PinError, "has 25 characters; a pin's has at most 24"),
    ],
)
def test_what_no_experiment_understands_is_refused(text, error, named):
    with pytest.raises(error) as refusal:
        read_link(text)
    assert named in str(refusal.value)
    assert str(refusal.value).isprintable()
