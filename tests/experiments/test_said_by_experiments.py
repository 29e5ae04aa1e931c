"""All that experiments say can be translated: its templates stand in the source, marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from fpviz import core, experiments
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.numbers import finite
from fpviz.core.phrase import Complaint, Phrase
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.dynamic_loss_scale.rules import SCALERS
from fpviz.experiments.engine.constant_update.sentences import lesson
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.parameters import ROUNDING
from fpviz.experiments.engine.run import Run
from fpviz.experiments.engine.typed_numbers import rounded_finite
from fpviz.experiments.swamping import UPDATE
from tests.phrases import marked, phrases_in

FOLDER = Path(experiments.__file__).parent

ROUNDINGS = [rounding.value for rounding in Rounding if rounding is not Rounding.STOCHASTIC]
WEIGHTS = [
    {},
    {"g": "-0.00041999", "flush": "on"},
    {"w0": "2^-24", "g": "2^-26"},
    {"w0": "3*2^-15", "g": "-2^-14", "flush": "on"},
    {"w0": "1", "g": "-2^-12"},
    {"w0": "1", "g": "2^-11"},
    {"w0": "1+2^-10", "g": "2^-11"},
    {"w0": "65504", "g": "100"},
    {"w0": "1e9"},
    {"w0": "440", "g": "16", "weight-format": "fp8_e4m3fn", "overflow": "nan"},
    {"g": "0"},
    {"w0": "1", "g": "-3", "weight-format": "e8m0"},
    {"w0": "2^-127", "g": "-2^-130", "weight-format": "e8m0", "update-format": "fp32"},
    {"w0": "1e9", "overflow": "saturate", "update-format": "fp32"},
]
SETTINGS = {
    "swamping": [{"rounding": r, **w} for r in ROUNDINGS for w in WEIGHTS] + [{"steps": "10^12"}],
    "drift": [{"steps": "3000"}],
    "counting": [{"rounding": r} for r in ROUNDINGS] + [{"start": "1", "increment": "-2^-13"}],
    "master-copy": [{"steps": "600"}, {"lr": "60000", "steps": "9"}, {"w0": "2", "steps": "9"}],
    "static-loss-scale": [
        {"count": "2000", **given}
        for given in (
            {},
            {"spread": "1"},
            {"gradient-format": "fp8_e4m3fn"},
            {"rounding": "to-odd"},
            {"gradient-format": "fp128"},
            {"gradient-format": "e15m10b501"},
        )
    ],
    "dynamic-loss-scale": [
        {"scaler": scaler, **given}
        for scaler in SCALERS
        for given in (
            {},
            {"overflows": "gradient", "steps": "100"},
            {"init-scale": "1", "overflow-steps": "1, 2, 3, 4, 5"},
            {"init-scale": "2^126", "overflow-steps": ""},
        )
    ]
    + [
        {"gradient": "inf", "steps": "600"},
        {"overflow-steps": "1-511", "steps": "600"},
        {"scaler": "deepspeed", "overflow-steps": "1-20"},
        {"scaler": "mindspore", "init-scale": "2^25"},
        {"init-scale": "16777215", "growth-factor": "1.0000001", "growth-interval": "1"},
    ],
    "accumulation": [{"terms": "3000"}, {"term": "60000", "terms": "9"}],
    "dot-product": [
        {"terms": "300"},
        {"terms": "300", "products": "exact"},
        {"terms": "9", "input-format": "fp8_e5m2", "accumulator-format": "fp4_e2m1"},
    ],
    "stochastic-rounding": [{"trials": "9"}, {"trials": "9", "g": "0.25"}],
    "kahan": [{}, {"g": "0.1245"}],
    "adam": [{}, {"g": "0.01"}, {"g": "0"}, {"g": "1e-9"}],
}
REFUSED = [
    ("swamping", {"g": "inf"}),
    ("swamping", {"g": "0x3c00"}),
    ("swamping", {"g": "1e9"}),
    ("swamping", {"comparison-format": "fp8_e4m3fn", "g": "1e6", "update-format": "fp32"}),
    ("swamping", {"steps": "1.5"}),
    ("swamping", {"steps": "0"}),
    ("swamping", {"rounding": "odd"}),
    ("swamping", {"before": "maybe"}),
    ("swamping", {"nope": "1"}),
    ("counting", {"formats": ""}),
    ("counting", {"start": "1e9"}),
    ("counting", {"increment": "1e9"}),
    ("master-copy", {"lr": "1e6"}),
    ("master-copy", {"target": "1e6"}),
    ("static-loss-scale", {"spread": "-1"}),
    ("static-loss-scale", {"centre": "5000"}),
    ("static-loss-scale", {"gradient-format": "e8m0"}),
    ("dynamic-loss-scale", {"growth-factor": "1"}),
    ("dynamic-loss-scale", {"growth-factor": "1e400"}),
    ("dynamic-loss-scale", {"backoff-factor": "1"}),
    ("dynamic-loss-scale", {"init-scale": "-1"}),
    ("dynamic-loss-scale", {"init-scale": "1e40"}),
    ("dynamic-loss-scale", {"min-scale": "-1"}),
    ("dynamic-loss-scale", {"overflow-steps": "40-20"}),
    ("dynamic-loss-scale", {"scaler": "mindspore", "growth-factor": "1.5"}),
    ("dynamic-loss-scale", {"scaler": "mindspore", "init-scale": "0.5"}),
    ("accumulation", {"wide-format": "e8m0"}),
    ("accumulation", {"term": "1e6"}),
    ("stochastic-rounding", {"weight-format": "fp128"}),
    ("stochastic-rounding", {"trials": "10^6"}),
    ("kahan", {"format": "e8m0"}),
    ("kahan", {"w0": "1e6"}),
    ("adam", {"eps": "-1"}),
    ("adam", {"beta2": "1"}),
    ("adam", {"formats": "e8m0"}),
    ("adam", {"g": "1e6"}),
]


def _said_by(run: Run) -> Iterator[Phrase]:
    yield from phrases_in(run)
    yield from phrases_in([readout.text for readout in run.readouts])
    yield from phrases_in([step.text for step in run.rounding_steps])
    n = run.domain.steps
    for curve in (*(c for c in run.curves if not c.faint), *run.curves[-2:]):
        for t in {0, 4, 6, 7, 511, 2048, n}:
            if 0 <= t <= n:
                told = run.lesson(t, curve.name)
                yield from phrases_in([told, told.text])


@pytest.fixture(scope="module")
def said() -> set[Phrase]:
    """What the runs say."""
    runs = (_run(name, given) for name, each in SETTINGS.items() for given in each)
    saturate = Rules(overflow=Overflow.SATURATE)
    from_infinity = Trajectory(find_format("fp16"), 0x7C00, finite(-32), saturate)
    around = Trajectory(find_format("int8"), 0x7F, finite(1), Rules(overflow=Overflow.WRAP))
    return {
        *(phrase for run in runs for phrase in _said_by(run)),
        *phrases_in([lesson(from_infinity, 0), lesson(around, 0)]),
    }


def _run(name: str, given: dict[str, str]) -> Run:
    experiment = find_experiment(name)
    return experiment.run(experiment.arguments(given))


def _refusals() -> Iterator[Phrase]:
    drift = _run("drift", {"g": "9"})
    for ask in (
        *(partial(_run, name, given) for name, given in REFUSED),
        partial(find_experiment, "x"),
        partial(_run, "kahan", {"format": "decimal64"}),
        partial(find_experiment("drift").script, drift, "x"),
        partial(find_experiment("kahan").script, _run("kahan", {"format": "q7.8"}), "numpy"),
        partial(rounded_finite, drift.arguments, UPDATE, find_format("e2m1ieee")),
    ):
        with pytest.raises(Complaint) as caught:
            ask()
        assert str(caught.value) == str(caught.value.phrase)
        yield caught.value.phrase


def test_what_experiments_say_is_marked_and_all_of_it_is_said(said: set[Phrase]) -> None:
    declared = {phrase for experiment in EXPERIMENTS for phrase in phrases_in(experiment)}
    assert {experiment.name for experiment in EXPERIMENTS} == SETTINGS.keys()
    said = said | declared | {each for refusal in _refusals() for each in phrases_in(refusal)}
    templates = {phrase.template for phrase in said}
    own = marked(FOLDER)
    assert templates - own - marked(Path(core.__file__).parent) == set()
    assert own - templates == set()
    rules = [each.rule for each in Rounding]
    of_rules = {words for rule in rules for words in (rule.back, rule.tie, rule.swamped)}
    assert of_rules - templates == {""}


def test_their_values_are_no_words(said: set[Phrase]) -> None:
    """A word in a value's place is a phrase itself, or it would stay English."""
    values = {value for phrase in said for _, value in phrase.values if isinstance(value, str)}
    words = {word for value in values for word in re.findall(r"\b[A-Za-z]{3,}\b", value)}
    assert words == {"inf", "nan", "eps"}


def test_a_choice_lists_what_the_command_line_takes() -> None:
    assert [option.name for option in ROUNDING.kind.options] == ROUNDINGS
