"""The zones of a distribution: bisection against rounding every gradient."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.line.zones import ZoneKind, zones
from fpviz.core.numbers import finite, floor_log2, power_of_two
from fpviz.experiments import find_experiment
from fpviz.experiments.engine.lesson import Outcome
from fpviz.experiments.engine.run import Run
from fpviz.experiments.static_loss_scale.experiment import KINDS, LEAST_K, NAMES, Gradients


def run(**texts: object) -> Run:
    experiment = find_experiment("static-loss-scale")
    return experiment.run(
        experiment.arguments({k.replace("_", "-"): str(v) for k, v in texts.items()})
    )


def kind(gradients: Gradients, value: Fraction) -> ZoneKind:
    return next(z.kind for z in zones(gradients.format, gradients.rules) if z.contains(value))


@pytest.mark.parametrize("name", ["fp16", "fp8_e4m3fn", "fp8_e5m2", "fp6_e3m2"])
@pytest.mark.parametrize("rounding", [Rounding.TIES_TO_EVEN, Rounding.UPWARD, Rounding.TO_ODD])
@pytest.mark.parametrize("flush", [False, True])
def test_every_gradient_in_its_zone(name: str, rounding: Rounding, flush: bool) -> None:
    rules = Rules(rounding, Overflow.IEEE, flush)
    gradients = Gradients(301, -6.5, 4.0, find_format(name), rules)
    for k in (-9, 0, 7, 15):
        counted = Counter(
            kind(gradients, Fraction(gradients.magnitude(i)) * (-1) ** i * power_of_two(k))
            for i in range(gradients.count)
        )
        assert gradients.counts(k) == tuple(counted[each] for each in KINDS)


def test_the_default_distribution_against_numpy() -> None:
    found = run()
    gradients = Gradients(100000, -22.0, 5.0, find_format("fp16"), Rules())
    magnitudes = np.array([gradients.magnitude(i) for i in range(gradients.count)])
    for k in (0, 3, 12, 15, 16, 20):
        with np.errstate(over="ignore"):
            halves = (magnitudes * 2.0**k).astype(np.float16)
        counts = {name: found.curve(name).number(k - LEAST_K).value for name in NAMES}
        assert counts["zero"] == (halves == 0).sum()
        assert counts["overflow"] == np.isinf(halves).sum()
        assert sum(counts.values()) == 100000


def test_the_histogram_holds_every_gradient_once() -> None:
    histogram = run(k=12, count=5000).histogram
    assert histogram is not None
    assert sum(sum(bar.counts) for bar in histogram.bars) == sum(histogram.totals) == 5000
    assert list(histogram.borders) == sorted(histogram.borders)
    assert len(histogram.borders) == len(histogram.zones) - 1
    exponents = [bar.exponent for bar in histogram.bars]
    assert exponents == list(range(exponents[0], exponents[-1] + 1))
    for bar in histogram.bars:
        for count, border in zip(bar.counts[1:], histogram.borders, strict=True):
            assert not count or power_of_two(bar.exponent + 1) > border
    assert floor_log2(finite(histogram.borders[0]).magnitude) == -25


def test_a_window_of_safe_scales() -> None:
    found = run(spread=2)
    assert (found.readout("window.low").value, found.readout("window.high").value) == (6, 29)
    assert str(found.readout("window").text).startswith("Every k from 6 to 29 is safe")
    outcomes = [found.lesson(k - LEAST_K).outcome for k in (0, 10, 35)]
    assert outcomes == [Outcome.FLUSHED, Outcome.EXACT, Outcome.OVERFLOWED]


def test_a_rule_without_zeros_or_infinities_has_no_window() -> None:
    found = run(gradient_format="fp16", rounding="to-odd")
    high = found.readout("window.high").value
    assert found.readout("window.low").value is None
    assert str(found.readout("window").text).startswith(f"Every k up to {high} is safe")
    assert "Every k is safe" in str(run(gradient_format="fp128").readout("window").text)
    endless = run(gradient_format="e15m10b501")
    low = endless.readout("window.low").value
    assert endless.readout("window.high").value is None
    assert str(endless.readout("window").text).startswith(f"Every k from {low} on is safe")
    assert run(rounding="to-odd", spread=0).readout("overflow.count").value == 0
    assert found.reference is None
    assert found.error("zero", 3) is None
