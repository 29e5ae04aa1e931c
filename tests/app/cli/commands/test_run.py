"""``fpviz experiments`` and ``fpviz run``: every published figure, and errors in one line."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import pytest

from fpviz.app.reports.run_csv import MAX_ROWS, steps_table
from fpviz.experiments import EXPERIMENTS, find_experiment


@pytest.fixture
def result(run):
    """``fpviz run … --json``, parsed."""

    def command(name, **texts):
        words = [w for k, v in texts.items() for w in ("--set", f"{k.replace('_', '-')}={v}")]
        status, out, err = run("run", name, *words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return command


def value(report, name):
    return report["readouts"][name]["value"]


def code(report, name):
    return report["readouts"][name]["code"]


NAMES = [
    "swamping",
    "drift",
    "counting",
    "master-copy",
    "static-loss-scale",
    "dynamic-loss-scale",
    "accumulation",
    "dot-product",
    "stochastic-rounding",
    "kahan",
    "adam",
]


def test_the_list_of_experiments(run):
    status, out, err = run("experiments", "--json")
    assert (status, err) == (0, "")
    report = json.loads(out)
    assert [each["name"] for each in report] == NAMES
    steps = next(p for p in report[0]["parameters"] if p["name"] == "steps")
    assert steps["default"] == "100"
    assert steps["choices"] is None
    rounding = next(p for p in report[0]["parameters"] if p["name"] == "rounding")
    assert rounding["choices"][0] == "ties-to-even"
    _, text, _ = run("experiments")
    assert all(f"\n{name}\n" in f"\n{text}\n" for name in NAMES)
    assert "before=off" in text


@pytest.mark.parametrize(
    ("name", "steps", "final"),
    [
        ("swamping", 1, ("0x3f900dc4", "0x3c80", "0x3f90")),
        ("swamping", 100, ("0x3f956090", "0x3c80", "0x3f90")),
        ("swamping", 101, ("0x3f956e54", "0x3c80", "0x3f90")),
        ("drift", 1, ("0x3f9ff200", "0x3d00", "0x3fa0")),
        ("drift", 100, ("0x41595100", "0x4ad0", "0x415a")),
        ("drift", 101, ("0x415b4f40", "0x4ae0", "0x415c")),
    ],
)
def test_the_worked_loops(result, name, steps, final):
    report = result(name, steps=steps)
    assert tuple(report["final"][lane] for lane in ("master", "weight", "comparison")) == final


def test_swamping_and_drift(result):
    swamping = result("swamping")
    assert value(swamping, "weight.verdict") == "update below half an ulp"
    assert value(swamping, "update.ulps") == "0.43017578125"
    numerator, denominator = map(int, value(swamping, "update.ratio").split("/"))
    assert round(numerator / denominator, 3) == 2677.975
    assert code(swamping, "update") == "0x0ee2"
    drift = result("drift")
    assert (value(drift, "weight.stall"), value(drift, "weight.stall-value")) == (2039, "256")
    assert (value(drift, "comparison.stall"), value(drift, "comparison.stall-value")) == (247, "32")


def test_counting_ones(result):
    stops = {
        "fp32": 16777216,
        "fp16": 2048,
        "bf16": 256,
        "fp8_e4m3fn": 16,
        "fp8_e5m2": 8,
        "fp6_e3m2": 8,
        "fp4_e2m1": 4,
    }
    report = result("counting", formats=", ".join(stops))
    for name, stop in stops.items():
        assert value(report, f"{name}.stall-value") == str(stop)
        assert value(report, f"{name}.stall") == stop


def test_master_copy(result):
    report = result("master-copy")
    assert report["final"] == {
        "low": "0x3e00",
        "other": "0x3f80",
        "master-low": "0x3ffff000",
        "master-other": "0x3fff8000",
        "master": "0x3ffff4fe",
    }
    stalls = {name: value(report, f"{name}.stall") for name in report["final"]}
    assert stalls == {
        "low": 512,
        "other": 0,
        "master-low": 7685,
        "master-other": 5557,
        "master": None,
    }
    assert value(report, "low.final") == "1.5"
    assert value(report, "master-low.final") == "1.99951171875"
    assert value(report, "master-other.final") == "1.99609375"


@pytest.mark.parametrize(
    ("k", "zeros", "overflows"),
    [(0, 27425, 0), (3, 11507, 0), (12, 135, 0), (15, 16, 0), (20, 0, 16)],
)
def test_static_loss_scale(result, k, zeros, overflows):
    report = result("static-loss-scale", k=k)
    assert (value(report, "zero.count"), value(report, "overflow.count")) == (zeros, overflows)
    assert value(report, "window.high") == 15
    assert value(report, "window.low") == 20
    assert value(report, "window").startswith("No scale keeps all: up to k = 15")


def test_dynamic_loss_scale(result):
    report = result("dynamic-loss-scale", overflow_steps="7, 8, 20")
    exponents = value(report, "scale.log2").split()
    assert exponents[:10] == ["16", "16", "16", "16", "17", "17", "16", "15", "15", "15"]
    closed = result("dynamic-loss-scale", overflows="gradient", steps=60)
    assert value(closed, "skipped.steps").startswith("21, 27, 33, ")
    assert set(value(closed, "scale.log2").split()[20:]) == {"19", "20"}
    assert value(closed, "edge") == str(65520 * 16)


def test_accumulation(result):
    report = result("accumulation")
    assert code(report, "term") == "0x211f"
    assert value(report, "sequential.stall") == 2798
    assert value(report, "sequential.stall-value") == "32"
    assert report["final"]["wide"] == "0x461a25bb"
    assert value(report, "pairwise.final") == "10000"
    assert value(report, "exact.final") == "10002.13623046875"


def test_dot_product(result):
    report = result("dot-product")
    assert round(float(value(report, "exact.final")), 12) == 2501.071099426408
    assert report["final"] == {"narrow": "0x6758", "wide": "0x451c5112"}
    assert value(report, "narrow.final") == "1880"
    assert value(report, "wide.stored") == "2502"


def test_stochastic_rounding(result):
    report = result("stochastic-rounding")
    assert value(report, "expected.mean")[:12] == "1.1670093536"
    assert round(float(value(report, "expected.sd")), 8) == 0.00483497
    assert value(report, "chance") == "0.43017578125"
    assert abs(float(value(report, "mean.final")) - 1.1670093536) < 4 * 0.00483497 / 2000**0.5
    assert result("stochastic-rounding", seed=1) != report


@pytest.mark.parametrize(
    ("g", "steps", "final"),
    [
        ("0.00041999", 100, "0x3cab"),
        ("0.00041999", 101, "0x3cab"),
        ("0.12457275190625", 100, "0x4aca"),
        ("0.12457275190625", 101, "0x4ada"),
    ],
)
def test_kahan(result, g, steps, final):
    assert result("kahan", g=g, steps=steps)["final"]["kahan"] == final


@pytest.mark.parametrize(("g", "first"), [("0", "nan"), ("1e-3", "-inf"), ("0.01", "0.9990234375")])
def test_adam(result, g, first):
    report = result("adam", g=g)
    assert value(report, "fp16.first") == first
    assert value(report, "fp16.eps") == "0"
    assert code(report, "fp16.least-gradient") == "0x1d98"


def test_what_a_run_prints(result, run):
    report = result("swamping")
    keys = ["experiment", "parameters", "steps", "rounding", "readouts", "final", "who"]
    assert list(report) == keys
    assert list(report["who"]) == ["weight", "comparison", "master"]
    assert report["who"]["weight"].startswith("So does w + g in numpy, PyTorch and MindSpore; not ")
    assert report["parameters"]["g"] == "0.00041999"
    assert report["rounding"][3] == {
        "operation": "g",
        "format": "fp16",
        "note": "0.00041999 becomes ≈ 0.0004200935364 = 0x0ee2, an error of +1.03536376953125e-07",
    }
    assert report["readouts"]["weight.stall"] == {
        "label": "FP16 weight, stalls after",
        "value": 0,
        "unit": "steps",
    }
    status, text, _ = run("run", "swamping")
    assert status == 0
    assert "g rounded to fp16: 0.00041999 becomes" in text
    assert "FP16 weight, in the end" in text
    told = "who computes so\n  FP16 weight; BF16 weight; FP32 master copy"
    lines = f"{told}\n      {report['who']['weight']}"
    assert lines in text


def test_readouts_show_the_digits_that_tell_them_apart(run):
    formats = ("term-format", "accumulator-format", "wide-format", "pairwise-format")
    words = [word for name in formats for word in ("--set", f"{name}=fp64")]
    _, text, _ = run("run", "accumulation", "--set", "term=0.1", "--set", "terms=10", *words)
    lines = dict(re.findall(r"^  (.*?)  +(.*)$", text, re.MULTILINE))
    assert lines["Exact sum"] == "≈ 1.0000000000000001"
    assert lines["FP64 accumulator, in the end"] == "≈ 0.9999999999999999 = 0x3fefffffffffffff"


@pytest.mark.parametrize(
    ("experiment", "words"),
    [
        ("master-copy", ["EMA", "weight decay", "w·(1 - lr·wd)", "target=0 lr=1e-5"]),
        ("counting", ["BF16", "step counter", "formats=bf16"]),
    ],
)
def test_what_else_an_experiment_shows_is_said(run, experiment, words):
    _, text, _ = run("experiments")
    block = next(each for each in text.split("\n\n") if each.startswith(f"{experiment}\n"))
    assert all(word in block for word in words)
    also = next(
        e["also"] for e in json.loads(run("experiments", "--json")[1]) if e["name"] == experiment
    )
    assert all(any(word in each for each in also) for word in words)


def test_those_values_show_it(result):
    counter = result("counting", formats="bf16", steps="1000")
    assert value(counter, "bf16.final") == "256"
    average = result("master-copy", w0="0", target="1", lr="1e-3", steps="6000")
    assert float(value(average, "other.final")) < 0.3
    assert float(value(average, "master.final")) > 0.99
    decay = result("master-copy", w0="1", target="0", lr="1e-5", steps="1000")
    assert (value(decay, "low.final"), value(decay, "other.final")) == ("1", "1")
    assert float(value(decay, "master.final")) < 0.991


def test_csv(run, tmp_path):
    status, out, _ = run("run", "drift", "--set", "steps=2", "--csv", "-")
    rows = list(csv.reader(io.StringIO(out)))
    assert status == 0
    assert rows[0][:5] == ["step", "weight", "weight code", "comparison", "comparison code"]
    assert rows[2][:3] == ["1", "1.25", "0x3d00"]
    file = tmp_path / "run.csv"
    status, out, _ = run("run", "drift", "--set", "steps=2", "--csv", str(file))
    assert (status, out.startswith("drift")) == (0, True)
    assert list(csv.reader(io.StringIO(file.read_text(encoding="utf-8")))) == rows
    status, _, err = run("run", "drift", "--csv", str(tmp_path / "no" / "run.csv"))
    assert (status, err.count("\n")) == (2, 1)
    _, out, _ = run("run", "static-loss-scale", "--set", "count=100", "--csv", "-")
    assert out.splitlines()[1].startswith("-24,")


def test_a_long_table_has_its_first_rows_and_its_last():
    drift = find_experiment("drift")
    rows = steps_table(drift.run(drift.arguments({"steps": "10^12"})))
    next(rows)
    assert next(rows)[0] == "0"
    assert MAX_ROWS < 10**12


@pytest.mark.parametrize("dialect", ["numpy", "pytorch", "mindspore"])
def test_a_script_is_printed_for_each_dialect(run, dialect):
    status, out, err = run("run", "drift", "--script", dialect)
    assert (status, err) == (0, "")
    compile(out, "script", "exec")
    assert "(0.12457275390625" in out  # g in FP16, exactly


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["nothing"], "unknown experiment 'nothing'; there are swamping, "),
        (["swamping", "--set", "steps=0"], "steps: '0' is not from 1"),
        (["swamping", "--set", "steps=-5"], "steps: '-5' is not from 1"),
        (["swamping", "--set", "steps"], "'steps' is not NAME=VALUE"),
        (["swamping", "--set", "foo=1"], "foo: no such parameter"),
        (["drift", "--set", "g=1e9"], "g: an update of '1e9' is infinite in fp16"),
        (["adam", "--set", "g=nan"], "g: 'nan' is not finite"),
        (["adam", "--set", "beta2=1"], "beta2: a decay"),
        (["adam", "--set", "formats=e8m0"], "formats: e8m0 has no zero"),
        (["counting", "--set", "formats="], "formats: '': name 1 to 12 formats"),
        (["counting", "--set", "start=1e9"], "start: a start of '1e9' is infinite in fp16"),
        (["static-loss-scale", "--set", "k=99"], "k: '99' is not from -24 to 40"),
        (["static-loss-scale", "--set", "spread=-1"], "spread: a spread must not be negative"),
        (["static-loss-scale", "--set", "centre=5000"], "centre: "),
        (["static-loss-scale", "--set", "gradient-format=e8m0"], "gradient-format: e8m0"),
        (["dynamic-loss-scale", "--set", "growth-factor=1"], "growth-factor: a growth factor"),
        (["dynamic-loss-scale", "--set", "backoff-factor=1"], "backoff-factor: a back-off"),
        (["dynamic-loss-scale", "--set", "init-scale=-1"], "init-scale: a loss scale"),
        (["dynamic-loss-scale", "--set", "min-scale=-1"], "min-scale: a loss scale"),
        (["dynamic-loss-scale", "--set", "overflow-steps=0"], "overflow-steps: '0' is not from 1"),
        (["dynamic-loss-scale", "--set", "gradient=many"], "gradient: 'many' is not understood"),
        (["dynamic-loss-scale", "--set", "init-scale=1e40"], "init-scale: a scale of '1e40'"),
        (["accumulation", "--set", "term=1e6"], "term: a term of '1e6' is infinite in fp16"),
        (["accumulation", "--set", "wide-format=e8m0"], "wide-format: e8m0 has no zero"),
        (["dot-product", "--set", "terms=0"], "terms: '0' is not from 1"),
        (["dot-product", "--set", "input-format=e8m0"], "input-format: e8m0 has no zero"),
        (["kahan", "--set", "w0=1e6"], "w0: a weight of '1e6' is infinite in fp16"),
        (["kahan", "--set", "format=e8m0"], "format: e8m0 has no zero"),
        (["master-copy", "--set", "lr=1e6"], "lr: a learning rate of '1e6' is infinite in fp16"),
        (["stochastic-rounding", "--set", "trials=10^6"], "trials: trials times steps"),
        (["stochastic-rounding", "--set", "weight-format=fp128"], "weight-format: fp128"),
        (["stochastic-rounding", "--set", "random-bits=0"], "random-bits: '0' is not from 1 to 32"),
        (["swamping", "--script", "jax"], "argument --script"),
    ],
)
def test_bad_input_is_one_line(run, words, expected):
    status, out, err = run("run", *words)
    assert (status, out) == (2, "")
    assert err.startswith("fpviz: ")
    assert err.count("\n") == 1
    assert expected in err


def test_neither_qt_nor_numpy_is_loaded():
    program = (
        "import sys; from fpviz.app.cli.main import main; main(['run', 'swamping']); "
        "main(['experiments']); print(sorted({'numpy', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_names_are_those_of_the_experiments():
    assert [experiment.name for experiment in EXPERIMENTS] == NAMES
