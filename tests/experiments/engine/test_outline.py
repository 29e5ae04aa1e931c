"""What is said of a run before it is made is what it turns out to be."""

from __future__ import annotations

import pytest

from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.experiment import Experiment

OTHERS = [
    ("swamping", {"g": "2^-12"}),
    ("swamping", {"g": "2^-12", "update-format": "fp8_e5m2", "before": "on"}),
    ("swamping", {"g": "2^-20", "flush": "on"}),
    ("drift", {"g": "1/3", "update-format": "fp64"}),
    ("counting", {"formats": "half e5m7 half"}),
    ("adam", {"formats": "bf16", "steps": "3"}),
    ("static-loss-scale", {"count": "200", "k": "5"}),
    ("stochastic-rounding", {"trials": "3", "steps": "9"}),
    ("stochastic-rounding", {"shown": "0", "trials": "5", "steps": "9"}),
    ("accumulation", {"terms": "77"}),
    ("dot-product", {"terms": "30"}),
    ("kahan", {"steps": "5"}),
]


def assert_as_outlined(experiment: Experiment, texts: dict[str, str]) -> None:
    arguments = experiment.arguments(texts)
    outline, run = experiment.outline(arguments), experiment.run(arguments)
    assert outline.curves == tuple(curve.name for curve in run.curves)
    assert outline.domain == run.domain
    assert outline.measured is (run.reference is not None)


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_every_run_is_as_its_outline_says(experiment: Experiment) -> None:
    assert_as_outlined(experiment, {})


@pytest.mark.parametrize(("name", "texts"), OTHERS)
def test_so_is_one_with_other_parameters(name: str, texts: dict[str, str]) -> None:
    assert_as_outlined(find_experiment(name), texts)
