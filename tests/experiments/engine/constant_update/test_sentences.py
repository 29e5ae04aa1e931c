"""Every lesson says what was to be added, the ulp, the midpoint, and what happened."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.lesson import Outcome

SMALL = {
    "swamping": [{}, {"g": "1e-9"}, {"w0": "65504", "g": "32"}],
    "drift": [{"steps": "50"}],
    "counting": [{}, {"formats": "fp8_e4m3fn"}],
    "master-copy": [
        {"steps": "300"},
        {"lr": "2^-20", "target": "1.0009765625", "steps": "9"},
        {"lr": "60000", "steps": "9"},
        {"target": "-65504", "w0": "65504", "steps": "4"},
    ],
    "accumulation": [{"terms": "5000"}, {"terms": "1000", "pairwise-format": "fp8_e5m2"}],
    "dot-product": [{"terms": "2000"}, {"terms": "40", "products": "exact"}],
    "stochastic-rounding": [
        {"trials": "20"},
        {"trials": "4", "g": "1e-9"},
        {"trials": "4", "g": "0.25"},
        {"trials": "4", "w0": "65504", "g": "100"},
    ],
    "kahan": [{}, {"g": "1e-9"}, {"w0": "65504", "g": "100"}],
    "adam": [{}, {"g": "0.5"}],
}
SUMS = {Outcome.EXACT, Outcome.PARTLY_LOST, Outcome.TIE, Outcome.SWAMPED, Outcome.STALLED}
LOST = {Outcome.PARTLY_LOST, Outcome.TIE, Outcome.SWAMPED, Outcome.STALLED}
STATISTICS = ("mean", "low", "high")


def runs(name):
    experiment = find_experiment(name)
    for values in SMALL[name]:
        yield experiment.run(experiment.arguments(values))


def lessons(run):
    """(curve, step, lesson) of every curve that adds, at the first, a middle and the last step."""
    for curve in run.curves:
        if curve.format is None or curve.name in STATISTICS:
            continue
        for t in sorted({0, run.domain.steps // 2, run.domain.steps - 1, run.domain.steps}):
            yield curve, t, run.lesson(t, curve.name)


def test_every_experiment_that_adds_is_tried():
    assert set(SMALL) == {each.name for each in EXPERIMENTS} - {
        "static-loss-scale",
        "dynamic-loss-scale",
    }


@pytest.mark.parametrize("name", SMALL)
def test_a_sum_is_told_with_what_was_added_its_ulp_and_the_midpoint(name):
    for run in runs(name):
        for curve, t, told in lessons(run):
            text = str(told.text)
            if told.outcome in SUMS:
                assert "To be added: " in text, (curve.name, t, text)
                assert "; ulp of the " in text, (curve.name, t, text)
            if told.outcome in LOST and not curve.name.startswith("trial-"):
                assert "; midpoint: " in text, (curve.name, t, text)
            if told.outcome is Outcome.NO_UPDATE:
                assert " is 0" in text, (curve.name, t, text)


@pytest.mark.parametrize("name", SMALL)
def test_a_picture_shows_that_sum_and_a_border_half_way(name):
    for run in runs(name):
        for curve, _, told in lessons(run):
            picture = told.picture
            if picture is None or not isinstance(picture.weight, Finite):
                continue
            if isinstance(picture.total, Finite):
                assert picture.total.value == picture.weight.value + picture.update
            code = encode(curve.format, picture.weight, Rules()).code
            assert picture.ulp == ulp(curve.format, code)
            if None not in (picture.border, picture.floor, picture.ceiling):
                ends = (abs(picture.floor), abs(picture.ceiling))
                assert picture.border in (sum(ends) / 2, -sum(ends) / 2)


def said(name, step, curve="", **values):
    experiment = find_experiment(name)
    texts = {key.replace("_", "-"): value for key, value in values.items()}
    return str(experiment.run(experiment.arguments(texts)).lesson(step, curve).text)


def test_an_update_of_a_descent_that_underflows_is_no_gradient_of_zero():
    text = said("master-copy", 0, "low", lr="2^-20", target="1.0009765625", steps="9")
    assert "The gradient is -0.0009765625, times the learning rate" in text
    assert "underflows in FP16" in text
    assert "the gradient is 0" not in text


def test_a_descent_whose_update_overflows_says_so_of_the_update():
    text = said("master-copy", 0, "low", lr="60000", target="-60000", steps="2")
    assert "The update is not finite" in text
    assert "The weight is 1, and no update" not in text


def test_a_product_that_is_rounded_before_it_is_added_is_told_both_ways():
    assert "FP16 rounds it to 0.466552734375" in said("dot-product", 0, terms="3")
    assert "rounds it" not in said("dot-product", 0, terms="3", products="exact")


def test_a_compensation_tells_the_sum_that_swamps():
    text = said("kahan", 50, "kahan")
    assert "To be added: -5.9604644775390625e-05; ulp of the weight: 2⁻¹⁰" in text
    assert "midpoint: 1.14599609375" in text
    assert text.endswith("that is the next compensation.")
    assert "1e-09 underflows in FP16" in said("kahan", 0, "kahan", g="1e-9")


def test_one_term_has_no_halves_to_be_equal():
    assert "about equal" not in said("accumulation", 0, "pairwise", terms="9")
    assert "about equal" in said("accumulation", 1, "pairwise", terms="9")


def test_a_static_scale_tells_where_gradients_begin_to_be_lost():
    text = said("static-loss-scale", 24 + 10, count="1000")
    zero, beyond = Fraction(1, 2**25), Fraction(65520)
    assert f"zero below {float(zero / 1024):.10g}"[:22] in text.replace("≈ ", "")
    assert f"overflow above {float(beyond / 1024)}, where S·g is 65520." in text


def test_a_dynamic_scale_tells_the_products_of_gradient_and_scale():
    values = {"overflows": "gradient", "steps": "30", "gradient": "1"}
    text = said("dynamic-loss-scale", 0, **values)
    assert "The gradient, 1, times S is 65536: FP16 makes it inf." in text
    assert "To be multiplied: 65536 by 0.5, which is 32768." in text
    kept = said("dynamic-loss-scale", 1, **values)
    assert "times S is 32768: FP16 makes it 32768. It is unscaled by 1/S" in kept
    divided = said("dynamic-loss-scale", 0, scaler="apex", **values)
    assert "To be divided: 65536 by 2, which is 32768." in divided


def test_a_scale_that_is_rounded_or_limited_says_which():
    rounded = said(
        "dynamic-loss-scale",
        0,
        init_scale="16777215",
        growth_factor="1.0000001",
        overflow_steps="",
        growth_interval="1",
    )
    assert "FP32, whose ulp there is" in rounded
    limited = said("dynamic-loss-scale", 0, scaler="mindspore", init_scale="1", overflow_steps="1")
    assert "The scaler's limit makes it 1." in limited
