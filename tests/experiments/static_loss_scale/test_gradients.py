"""The gradients over the number line are those of the experiment, number for number."""

from __future__ import annotations

import pytest

from fpviz.core.formats import find_format
from fpviz.core.line.histogram import Fates, fates
from fpviz.experiments import find_experiment
from fpviz.experiments.static_loss_scale.experiment import MOST_NUMBERS


def overlay(name: str, **arguments: str):
    experiment = find_experiment(name)
    return experiment.sample(experiment.arguments(arguments))


@pytest.mark.parametrize(
    ("k", "zeros", "overflows"),
    [(0, 27425, 0), (3, 11507, 0), (12, 135, 0), (15, 16, 0), (20, 0, 16)],
)
def test_the_gradients_lost_at_each_scale(k, zeros, overflows):
    found = overlay("static-loss-scale", k=str(k))
    assert found is not None
    assert found.scale == k
    assert len(found.sample.values) == 100_000
    assert fates(found, find_format("fp16")) == Fates(zeros, overflows)


def test_scales_share_one_sample():
    first, second = (overlay("static-loss-scale", k=k) for k in ("0", "7"))
    assert first is not None
    assert second is not None
    assert first.sample is second.sample
    exponents = [bar.exponent for bar in first.bars]
    assert [bar.exponent for bar in second.bars] == [exponent + 7 for exponent in exponents]


def test_an_experiment_without_such_numbers_and_one_with_too_many_have_no_overlay():
    assert overlay("swamping") is None
    assert overlay("static-loss-scale", count=str(MOST_NUMBERS + 1)) is None
