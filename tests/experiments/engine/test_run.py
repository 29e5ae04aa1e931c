"""What holds for the run of every experiment: curves, lessons, codes, progress, cancelling."""

from __future__ import annotations

import pytest

from fpviz.experiments import EXPERIMENTS
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.parameter_kinds import Exponent, FormatList, StepList
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.experiments.engine.run import Run

SMALLER = {
    "master-copy": {"steps": "700"},
    "static-loss-scale": {"count": "2000"},
    "dot-product": {"terms": "300"},
    "stochastic-rounding": {"trials": "40"},
}
each = pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)


def run(experiment: Experiment) -> Run:
    return experiment.run(experiment.arguments(SMALLER.get(experiment.name)))


@each
def test_curves_may_be_read_anywhere_and_beyond_the_end(experiment: Experiment) -> None:
    found = run(experiment)
    for curve in found.curves:
        points = curve.breakpoints(0, found.domain.steps)
        assert (points[0], points[-1]) == (0, found.domain.steps)
        assert str(curve.meaning).endswith(".")
        for t in (0, found.domain.steps // 2, found.domain.steps, found.domain.steps + 3):
            assert curve.number(t) is not None
            assert (curve.code(t) is None) is (curve.format is None)
        tail = curve.breakpoints(found.domain.steps + 1, found.domain.steps + 5)
        assert (tail[0], tail[-1]) == (found.domain.steps + 1, found.domain.steps + 5)


@each
def test_every_step_has_its_lesson(experiment: Experiment) -> None:
    found = run(experiment)
    for curve in found.curves:
        for t in (0, 1, found.domain.steps // 2, found.domain.steps - 1, found.domain.steps):
            told = found.lesson(t, curve.name)
            assert str(told.title)
            assert str(told.text).rstrip()[-1] in ".:"
            assert "{" not in str(told.text)


@each
def test_every_rounding_and_every_final_code_is_named(experiment: Experiment) -> None:
    found = run(experiment)
    assert found.rounding_steps
    assert len(found.final_codes) == sum(
        curve.format is not None and not curve.faint for curve in found.curves
    )
    assert found.focus in {curve.name for curve in found.curves}
    assert all(str(mark.label) for mark in found.marks)


class CancelledError(Exception):
    pass


@pytest.mark.parametrize(
    "name",
    ["master-copy", "dynamic-loss-scale", "dot-product", "kahan", "adam", "stochastic-rounding"],
)
def test_a_long_run_tells_how_far_it_is_and_can_be_cancelled(name: str) -> None:
    experiment = next(each for each in EXPERIMENTS if each.name == name)
    terms = "terms" if name == "dot-product" else "steps"
    texts = {terms: "3000"} | ({"trials": "100"} if name == "stochastic-rounding" else {})
    parts: list[float] = []
    experiment.run(experiment.arguments(texts), parts.append)
    assert len(parts) > 2
    assert parts == sorted(parts)
    assert all(0 <= part <= 1 for part in parts)

    def cancel(_part: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        experiment.run(experiment.arguments(texts), cancel)


def test_kinds_of_parameters() -> None:
    assert Exponent(-24, 40).parse("-3") == -3
    assert Exponent(-24, 40).text(-3) == "-3"
    assert StepList().parse("20, 7 8,7") == (range(7, 9), range(20, 21))
    assert StepList().text((range(7, 9), range(20, 41))) == "7, 8, 20-40"
    assert StepList().parse("") == ()
    formats = FormatList().parse("half, bf16,fp16")
    assert FormatList().text(formats) == "fp16, bf16"
    for kind, text in ((StepList(), "7, x"), (FormatList(), "fp17"), (Exponent(0, 3), "4")):
        with pytest.raises(ValueError, match=r"."):
            kind.parse(text)
    with pytest.raises(ParameterError):
        EXPERIMENTS[2].arguments({"formats": ", ".join(f"e5m{i}" for i in range(1, 14))})
