"""Scripts to take away: the numpy ones are run, and print the final codes of their runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.experiment import Run
from fpviz.experiments.scripts import DIALECTS, MOST_STEPS, ScriptError, script


def run(name: str, **texts: str) -> Run:
    experiment = find_experiment(name)
    return experiment.run(
        experiment.settings({key.replace("_", "-"): text for key, text in texts.items()})
    )


def printed(run: Run, path: Path) -> dict[str, str]:
    """What the numpy script of a run prints: texts by name."""
    file = path / "script.py"
    file.write_text(script(run, "numpy"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(file)], capture_output=True, text=True, check=True
    )
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


FAST = [
    ("swamping", {}),
    ("swamping", {"weight_format": "fp8_e4m3fn", "g": "300", "flush": "on"}),
    ("drift", {"rounding": "downward", "g": "-0.3", "steps": "500"}),
    ("drift", {"overflow": "nan", "g": "3000", "comparison_format": "bf16"}),
    ("drift", {"g": "-0.375", "rounding": "downward", "w0": "1.125"}),
    ("counting", {"formats": "fp16, fp8_e4m3fnuz, fp4_e2m1, e3m2fn", "steps": "3000"}),
    ("master-copy", {"steps": "600"}),
    ("dynamic-loss-scale", {}),
    ("dynamic-loss-scale", {"scaler": "deepspeed", "consecutive": "on"}),
    ("dynamic-loss-scale", {"scaler": "deepspeed-fused", "growth_factor": "1.5"}),
    ("dynamic-loss-scale", {"scaler": "megatron", "overflows": "gradient", "steps": "200"}),
    ("dynamic-loss-scale", {"scaler": "megatron", "growth_factor": "1.3"}),
    ("dynamic-loss-scale", {"growth_factor": "1.3", "backoff_factor": "0.1", "steps": "90"}),
    ("accumulation", {"terms": "5000"}),
    ("dot-product", {"terms": "800"}),
    ("dot-product", {"terms": "300", "products": "exact", "wide_format": "bf16"}),
    ("stochastic-rounding", {}),
    ("stochastic-rounding", {"weight_format": "bf16", "random_bits": "4", "seed": "9"}),
    ("kahan", {"g": "0.12457275190625", "steps": "101"}),
    ("kahan", {"rounding": "toward-zero", "format": "bf16"}),
    ("adam", {"g": "0.01"}),
    ("adam", {"g": "0"}),
]


@pytest.mark.parametrize(("name", "texts"), FAST)
def test_a_numpy_script_prints_the_final_codes(
    name: str, texts: dict[str, str], tmp_path: Path
) -> None:
    found = run(name, **texts)
    lines = printed(found, tmp_path)
    assert {curve: lines[curve] for curve in found.final_codes} == found.final_codes


def test_the_script_of_static_loss_scaling_counts_the_gradients(tmp_path: Path) -> None:
    found = run("static-loss-scale", count="3000", k="15")
    lines = printed(found, tmp_path)
    assert int(lines["zero"]) == found.readout("zero.count").value
    assert int(lines["overflow"]) == found.readout("overflow.count").value


@pytest.mark.sweep
@pytest.mark.parametrize("name", [experiment.name for experiment in EXPERIMENTS])
def test_the_numpy_scripts_of_all_defaults(name: str, tmp_path: Path) -> None:
    found = run(name)
    lines = printed(found, tmp_path)
    last = min(found.steps, MOST_STEPS)
    for curve in found.curves:
        if curve.format is not None and not curve.faint:
            assert lines[curve.name] == curve.format.code_text(curve.code(last))


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", [experiment.name for experiment in EXPERIMENTS])
def test_every_script_compiles_and_says_what_it_does(name: str, dialect: str) -> None:
    texts = {"master-copy": {"steps": "50"}, "stochastic-rounding": {"trials": "9"}}
    found = run(name, **texts.get(name, {}))
    source = script(found, dialect)
    compile(source, "script", "exec")
    assert source.startswith(f'"""fpviz, experiment {name}, for {DIALECTS[dialect].title}.')
    assert all(f"    {key} = " in source for key in found.settings.texts)
    assert all(f"    {step.text!s}" in source for step in found.rounding_steps)


def test_too_many_steps_for_a_loop_are_owned_up_to() -> None:
    source = script(run("drift", steps="10^12"), "numpy")
    assert "The run has 1000000000000 steps, too many for a loop" in source
    assert f"STEPS = {MOST_STEPS}" in source


def test_there_is_no_fourth_dialect() -> None:
    with pytest.raises(ScriptError, match="no scripts for 'jax'; there are numpy, pytorch"):
        script(run("drift"), "jax")


def test_rules_and_numbers_that_no_library_has(tmp_path: Path) -> None:
    for texts in (
        {"w0": "2^-20000", "weight_format": "fp128", "update_format": "fp128", "g": "3*2^-20001"},
        {"w0": "1e6", "overflow": "saturate", "comparison_format": "fp8_e4m3fn", "g": "1"},
        {"w0": "-1e6", "overflow": "nan", "comparison_format": "e5m3fnuz", "g": "-1"},
        {"w0": "1e6"},
    ):
        found = run("swamping", **texts, steps="20")
        assert printed(found, tmp_path) == found.final_codes


def test_trials_with_other_rules(tmp_path: Path) -> None:
    for texts in (
        {"overflow": "saturate", "w0": "65000", "g": "40"},
        {"overflow": "nan", "w0": "65000", "g": "40"},
        {"flush": "on", "w0": "2^-15", "g": "2^-16"},
    ):
        found = run("stochastic-rounding", **texts, trials="200")
        lines = printed(found, tmp_path)
        assert {curve: lines[curve] for curve in found.final_codes} == found.final_codes
