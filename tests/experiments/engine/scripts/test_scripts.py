"""Scripts to take away: the numpy ones are run, and print the final codes of their runs."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import pytest

from fpviz.core.numbers import NaN
from fpviz.experiments import EXPERIMENTS, find_experiment
from fpviz.experiments.engine.run import Run
from fpviz.experiments.engine.scripts.dialects import DIALECTS, ScriptError
from fpviz.experiments.engine.scripts.python_text import MOST_STEPS


def script(found: Run, dialect: str) -> str:
    return find_experiment(found.experiment).script(found, dialect)


@cache
def run(name: str, **texts: str) -> Run:
    experiment = find_experiment(name)
    return experiment.run(
        experiment.arguments({key.replace("_", "-"): text for key, text in texts.items()})
    )


PYTHONS = {"numpy": sys.executable, "pytorch": "FPVIZ_PYTORCH", "mindspore": "FPVIZ_MINDSPORE"}
"""The Python of each dialect: this one, or that which a variable of the environment names."""


@lru_cache
def python_of(dialect: str) -> str:
    """The interpreter that has a dialect's library; skips where there is none."""
    if dialect == "numpy":
        return sys.executable
    module = {"pytorch": "torch", "mindspore": "mindspore"}[dialect]
    python = os.environ.get(PYTHONS[dialect]) or shutil.which("python3") or sys.executable
    found = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    if found.returncode:
        pytest.skip(f"{python} has no {module}; {PYTHONS[dialect]} may name one that has")
    return python


def printed(run: Run, path: Path, dialect: str = "numpy") -> dict[str, str]:
    """What the script of a run prints: texts by name."""
    file = path / "script.py"
    file.write_text(script(run, dialect), encoding="utf-8")
    strict = ["-W", "error"] if dialect == "numpy" else []
    done = subprocess.run(
        [python_of(dialect), *strict, str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return texts_of(done.stdout)


def texts_of(out: str) -> dict[str, str]:
    """What a script has printed: texts by name."""
    return dict(line.rsplit(" ", 1) for line in out.splitlines() if " " in line)


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
    ("dynamic-loss-scale", {"scaler": "deepspeed", "overflow_steps": "1-30", "hysteresis": "1"}),
    ("dynamic-loss-scale", {"scaler": "deepspeed-0.17.0", "steps": "60"}),
    ("dynamic-loss-scale", {"scaler": "apex", "init_scale": "2^23", "steps": "60"}),
    ("dynamic-loss-scale", {"scaler": "mindspore", "growth_factor": "3", "steps": "60"}),
    ("dynamic-loss-scale", {"scaler": "mindspore-manager", "overflow_steps": "9-2000"}),
    ("dynamic-loss-scale", {"scaler": "mindspore-manager", "steps": "2000", "gradient": "nan"}),
    ("dynamic-loss-scale", {"gradient": "inf", "steps": "200"}),
    ("dynamic-loss-scale", {"overflow_steps": "1-144", "steps": "300"}),
    ("dynamic-loss-scale", {"overflows": "gradient", "gradient_format": "fp8_e4m3fn"}),
    ("dynamic-loss-scale", {"overflows": "both", "gradient_format": "bf16", "steps": "150"}),
    ("static-loss-scale", {"count": "3000", "k": "15"}),
    ("static-loss-scale", {"count": "3000", "gradient_format": "fp8_e5m2", "k": "7"}),
    ("static-loss-scale", {"count": "2000", "flush": "on", "rounding": "upward", "k": "30"}),
    ("static-loss-scale", {"count": "2000", "overflow": "saturate", "k": "38"}),
    ("static-loss-scale", {"count": "2000", "gradient_format": "fp4_e2m1", "k": "20"}),
    ("accumulation", {"terms": "5000"}),
    ("accumulation", {"term": "0.1", "terms": "10", "accumulator_format": "fp64"}),
    (
        "accumulation",
        {"terms": "5000", "accumulator_format": "fp8_e5m2", "pairwise_format": "bf16"},
    ),
    ("dot-product", {"terms": "800"}),
    ("dot-product", {"terms": "300", "products": "exact", "wide_format": "bf16"}),
    ("stochastic-rounding", {}),
    ("stochastic-rounding", {"weight_format": "bf16", "random_bits": "4", "seed": "9"}),
    ("kahan", {"g": "0.12457275190625", "steps": "101"}),
    ("kahan", {"rounding": "toward-zero", "format": "bf16"}),
    ("adam", {"g": "0.01"}),
    ("adam", {"g": "0"}),
]


LONG = [
    ("swamping", {"w0": "2^-20000", "weight_format": "fp128", "update_format": "fp128"}),
    ("counting", {"formats": ", ".join(f"e{n}m{n}" for n in range(3, 15))}),
    ("drift", {"steps": "10^12", "rounding": "downward", "g": "2^-9"}),
    ("kahan", {"format": "fp128"}),
    ("master-copy", {"steps": "9", "low_format": "fp8_e4m3fn", "rounding": "to-odd"}),
    ("accumulation", {"wide_format": "fp128", "terms": "99"}),
    ("dynamic-loss-scale", {"overflow_steps": ", ".join(str(3 * n) for n in range(1, 90))}),
    ("dot-product", {"terms": "9", "input_format": "bf16"}),
    ("adam", {"formats": "fp32, fp64, bf16", "eps": "0"}),
]
"""Runs whose scripts have long numbers, names and lists."""


def zones_of(run: Run) -> dict[str, str]:
    """How many gradients are in each zone, as a script prints it."""
    counts = [each for each in run.readouts if each.name.endswith(".count")]
    return {each.name.removesuffix(".count"): str(each.value) for each in counts}


def expected(run: Run) -> dict[str, str]:
    """What a script must print: the final codes of the run, and its other numbers.

    The code of a NaN is free, and differs from library to library.
    """
    names = {readout.name: readout for readout in run.readouts}
    codes = {
        name: code
        for name, code in run.final_codes.items()
        if not isinstance(run.curve(name).number(run.domain.steps), NaN)
    }
    if run.experiment == "dot-product":
        exact = names["exact.final"].value
        stored = {"stored": names["wide.stored"].code_text, "exact": str(float(exact.value))}
        return {**codes, **stored}
    if "raised" in names:
        return {**codes, "exception at step": str(names["raised"].value)}
    return {**codes, **zones_of(run)}


@pytest.mark.parametrize(("name", "texts"), FAST)
def test_a_numpy_script_prints_the_final_codes(name: str, texts: dict[str, str], capsys) -> None:
    """In this process; the sweep runs each in one of its own."""
    found = run(name, **texts)
    code = compile(script(found, "numpy"), "script", "exec")
    with warnings.catch_warnings(action="error"), np.errstate():
        exec(code, {"__name__": "__main__"})
    assert texts_of(capsys.readouterr().out).items() >= expected(found).items()


@pytest.mark.sweep
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("name", "texts"), [*((experiment.name, {}) for experiment in EXPERIMENTS), *FAST]
)
def test_the_scripts_of_every_library(
    name: str, texts: dict[str, str], dialect: str, tmp_path: Path
) -> None:
    found = run(name, **texts)
    assert printed(found, tmp_path, dialect).items() >= expected(found).items()


def faults(source: str) -> Iterator[str]:
    """What a reader would mend in a source: long lines, spaces at ends, names nothing uses."""
    lines, nodes = source.splitlines(), list(ast.walk(ast.parse(source)))
    yield from (line for line in lines if len(line) > 100 or line != line.rstrip())
    names = [node for node in nodes if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    made = {node.id for node in names if isinstance(node.ctx, ast.Store)} - {"_"}
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            made |= {each.asname or each.name for each in node.names}
    made |= {node.name for node in ast.parse(source).body if isinstance(node, DEFINITIONS)}
    yield from made - read


DEFINITIONS = ast.FunctionDef | ast.ClassDef


def ruffs(folder: Path) -> str:
    """What ruff says of a folder's files by the rules of PEP 8; nothing where there is no ruff."""
    beside = str(Path(sys.executable).parent)
    ruff = shutil.which("ruff", path=os.pathsep.join([beside, os.environ.get("PATH", "")]))
    if ruff is None:
        return ""
    words = (
        "check --isolated --preview --select E,W,F,I --line-length 100 --output-format concise -q"
        " --no-cache"
    )
    done = subprocess.run(
        [ruff, *words.split(), str(folder)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("dialect", DIALECTS)
def test_scripts_are_neat(dialect: str, tmp_path: Path) -> None:
    every = [*((experiment.name, {}) for experiment in EXPERIMENTS), *FAST, *LONG]
    found = {}
    for number, (name, texts) in enumerate(every):
        source = script(run(name, **texts), dialect)
        (tmp_path / f"script_{number}.py").write_text(source, encoding="utf-8")
        found[name, *texts.items()] = [*faults(source)]
    assert {case: told for case, told in found.items() if told} == {}
    assert ruffs(tmp_path) == ""


@pytest.mark.parametrize(
    ("dialect", "name", "texts", "calls"),
    [
        ("pytorch", "dynamic-loss-scale", {}, "torch.amp.GradScaler("),
        ("mindspore", "dynamic-loss-scale", {"scaler": "mindspore"}, "amp.DynamicLossScaler("),
        (
            "mindspore",
            "dynamic-loss-scale",
            {"scaler": "mindspore-manager"},
            "amp.DynamicLossScaleManager(",
        ),
        ("pytorch", "adam", {}, "torch.optim.Adam("),
        ("pytorch", "static-loss-scale", {}, ".to(torch.float16)"),
        ("mindspore", "static-loss-scale", {}, ".astype(ms.float16)"),
        ("numpy", "static-loss-scale", {}, ".astype(np.float16)"),
        ("numpy", "swamping", {}, "ml_dtypes.bfloat16("),
        ("mindspore", "swamping", {}, "ms.Tensor(1.125, ms.bfloat16)"),
        ("mindspore", "counting", {}, "ms.ops.cumsum("),
        ("numpy", "counting", {}, "np.add.accumulate("),
        ("pytorch", "counting", {}, "(w.float() + g.float()).to(w.dtype)"),
    ],
)
def test_a_script_computes_in_its_library(
    dialect: str, name: str, texts: dict[str, str], calls: str
) -> None:
    assert calls in script(run(name, **texts), dialect)


@pytest.mark.parametrize(
    ("dialect", "name", "texts"),
    [
        ("pytorch", "dynamic-loss-scale", {"scaler": "apex"}),
        ("numpy", "dynamic-loss-scale", {}),
        ("mindspore", "adam", {}),
        ("pytorch", "swamping", {"rounding": "upward"}),
        ("numpy", "static-loss-scale", {"flush": "on"}),
        ("mindspore", "dot-product", {"products": "exact", "terms": "9"}),
    ],
)
def test_a_script_that_computes_nothing_in_a_library_does_not_import_it(
    dialect: str, name: str, texts: dict[str, str]
) -> None:
    source = script(run(name, **texts), dialect)
    assert not re.search(r"^(import|from) (numpy|torch|mindspore|ml_dtypes)", source, re.MULTILINE)


def test_mindspore_says_which_numpy_it_needs() -> None:
    assert "needs numpy < 2" in script(run("swamping"), "mindspore").split('"""')[1]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", [experiment.name for experiment in EXPERIMENTS])
def test_every_script_compiles_and_says_what_it_does(name: str, dialect: str) -> None:
    texts = {"master-copy": {"steps": "50"}, "stochastic-rounding": {"trials": "9"}}
    found = run(name, **texts.get(name, {}))
    source = script(found, dialect)
    compile(source, "script", "exec")
    assert source.startswith(f'"""fpviz, experiment {name}, for {DIALECTS[dialect].title}.')
    assert all(f"    {key} = " in source for key in found.arguments.texts)
    head = " ".join(source.split())
    assert all(" ".join(str(step.text).split()) in head for step in found.rounding_steps)


def test_too_many_steps_for_a_loop_are_owned_up_to() -> None:
    source = script(run("drift", steps="10^12", rounding="downward", g="2^-9"), "numpy")
    assert "The run has 1000000000000 steps, too many for a loop" in source
    assert f"min(STEPS, {MOST_STEPS})" in source


def test_a_loop_stops_where_nothing_moves(tmp_path: Path) -> None:
    found = run("counting", steps="10^15")
    assert "too many for a loop" not in script(found, "numpy")
    assert printed(found, tmp_path) == found.final_codes


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
