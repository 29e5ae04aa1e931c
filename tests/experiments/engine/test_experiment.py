"""Every experiment runs in every format of the catalogue, or says in one line why not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.numbers import finite
from fpviz.core.phrase import Complaint
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.experiment import Experiment
from fpviz.experiments.engine.parameter_kinds import FormatList, FormatName
from fpviz.experiments.engine.parameters import ParameterError
from fpviz.experiments.engine.run import Run
from fpviz.experiments.engine.scripts.dialects import DIALECTS

LENGTHS = ("steps", "terms")
"""Parameters that say how long a run is."""


def run_in(experiment: Experiment, name: str) -> Run:
    """A short run in which every number is of one format."""
    texts = {
        each.name: name
        for each in experiment.parameters
        if isinstance(each.kind, (FormatName, FormatList))
    }
    texts |= {each.name: "40" for each in experiment.parameters if each.name in LENGTHS}
    return experiment.run(experiment.arguments(texts))


@settings(max_examples=60)
@given(
    st.sampled_from(EXPERIMENTS),
    st.sampled_from(CATALOGUE),
    st.integers(0, 39),
    st.sampled_from(sorted(DIALECTS)),
)
def test_a_run_is_told_or_refused(experiment, fmt, step, dialect):
    try:
        run = run_in(experiment, fmt.name)
    except ParameterError as refused:
        _assert_one_line(refused, fmt.name)
        return
    assert all(str(readout.text) for readout in run.readouts)
    for curve in run.curves:
        assert all(map(str, run.lesson(step, curve.name).sentences))
    try:
        assert experiment.script(run, dialect)
    except Complaint as refused:
        _assert_one_line(refused, fmt.name)


def _assert_one_line(refused: Complaint, name: str) -> None:
    said = str(refused)
    assert "\n" not in said
    assert name in said


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda each: each.name)
def test_decimals_are_refused_in_one_line(experiment):
    with pytest.raises(ParameterError, match="decimal64"):
        run_in(experiment, "decimal64")


@pytest.mark.parametrize("name", ["q0.15", "int8", "ibm32", "vax_f", "x87", "posit16", "hif8"])
def test_a_constant_update_is_a_step_loop_in_every_family(name):
    """The closed form against additions one by one, each rounded."""
    fmt, drift = find_format(name), find_experiment("swamping")
    run = drift.run(
        drift.arguments({"weight-format": name, "w0": "0.25", "g": "0.01", "steps": "100"})
    )
    curve = run.curve(run.focus)
    code = curve.code(0)
    for t in range(100):
        assert curve.code(t) == code, t
        total = value_of(fmt, code) + curve.course.update.value
        code = encode(fmt, finite(total), Rules()).code
    assert decode(fmt, code).number == curve.number(100)
