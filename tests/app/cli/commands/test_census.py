"""``fpviz census``: its JSON and CSV are a contract."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.data.census import census as counting
from fpviz.model.files.resources import resource
from tests.checkout import ROOT
from tests.data.tensors import making

DATA = ROOT / "tests" / "data" / "mlp_digits"
TRUTH = json.loads((DATA / "mlp-digits-truth.json").read_text())
LAST = DATA / "mlp-digits-step2999.npz"
SAMPLE = resource("samples") / "mlp-digits-step2999.safetensors"
ARRAY = np.array([0, 1, -2, 2.0**-25, 1e5, np.nan, np.inf, -0.0], np.float32)


@pytest.fixture
def census(run):
    """``fpviz census FILE … --json``, parsed."""

    def command(*words):
        status, out, err = run("census", *map(str, words), "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return command


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.npy"
    path.write_bytes(making.npy(ARRAY))
    return path


def test_what_json_says(census, small):
    (found,) = census(small, "--format", "fp16", "--scale", "3")
    fp16 = found.pop("formats")["fp16"]
    assert found == {
        "file": str(small), "tensor": "", "dtype": "<f4", "shape": [8], "format": "fp32",
        "count": 8, "zero": 2, "nan": 1, "infinite": 1,
        "min_nonzero": "0.0000000298023223876953125",
        "max": "100000", "distinct": None, "median_exponent": 0,
        "exponents": {"-25": 1, "0": 1, "1": 1, "16": 1},
    }  # fmt: skip
    assert list(fp16) == ["k_best", "k_hi", "k_lo", "scales"]
    assert set(fp16["scales"]) == {"0", "3", str(fp16["k_best"])}
    at = fp16["scales"]["0"]
    assert (at.pop("exact"), at.pop("sqnr_db")) == (4, None)  # of what overflows there is no end
    assert at == {
        "zero": 2, "flushed": 1, "subnormal": 0, "normal": 2, "overflow": 1, "nan": 1,
        "infinite": 1, "invalid": 0, "to_zero": 1, "rounded_up": 0, "rounded_down": 0,
    }  # fmt: skip


def test_csv_has_a_row_for_each_format_and_scale(run, census, small):
    status, out, _ = run("census", str(small), "--csv", "-", "-f", "fp16", "-f", "e8m0")
    rows = list(csv.DictReader(io.StringIO(out)))
    (found,) = census(small, "-f", "fp16", "-f", "e8m0")
    told = [
        (name, scale, *at.values())
        for name, each in found["formats"].items()
        for scale, at in each["scales"].items()
    ]
    assert status == 0
    assert len(rows) == len(told)
    for row, (name, scale, *counts) in zip(rows, told, strict=True):
        assert (row["format"], row["scale"], row["count"]) == (name, scale, "8")
        assert list(row.values())[-len(counts) :] == ["" if n is None else str(n) for n in counts]


def test_text_tells_the_same(run, small):
    status, out, err = run("census", str(small), "-f", "fp16", "--scale", "2")
    assert (status, err) == (0, "")
    assert "8 elements, 2 (25 %) zero, 1 NaN, 1 infinite" in out
    assert "FP16 × 2^0               1 (12.5 %) flushed, 0 subnormal, 2 (25 %) normal, 1" in out
    assert "FP16 × 2^2 " in out


@pytest.mark.parametrize(
    "row", TRUTH["swallowed"][::6], ids=lambda row: "{step} {lr}".format(**row)
)
def test_the_updates_of_the_real_run(census, row):
    file = DATA / f"mlp-digits-step{row['step']}.npz"
    words = ("--tensor", row["weight"], "--format", row["format"], "--lr", row["lr"])
    (found,) = census(file, "--pairs", *words)
    counts = found["swallowed"][row["format"]]
    names = ("zero_update", "swallowed", "moved")
    assert (found["gradient"], float(found["lr"])) == (f"g_{row['weight']}", row["lr"])
    assert [counts[name] for name in names] == row["weight in format"]
    assert [counts["master_copy"][name] for name in names] == row["fp32 weight"]


@pytest.mark.sweep
@pytest.mark.parametrize("step", ["0100", "2999"])
@pytest.mark.parametrize("rate", [0.5, 0.005])
def test_all_updates_of_the_real_run_at_once(census, step, rate):
    formats = ("fp16", "bf16", "fp8_e4m3fn", "fp32")
    asked = (word for name in formats for word in ("--format", name))
    found = census(DATA / f"mlp-digits-step{step}.npz", "--pairs", "--lr", rate, *asked)
    swallowed = {each["tensor"]: each["swallowed"] for each in found if "gradient" in each}
    rows = [row for row in TRUTH["swallowed"] if (row["step"], row["lr"]) == (step, rate)]
    assert len(rows) == 16
    for row in rows:
        counts = swallowed[row["weight"]][row["format"]]
        names = ("zero_update", "swallowed", "moved")
        assert [counts[name] for name in names] == row["weight in format"]
        assert [counts["master_copy"][name] for name in names] == row["fp32 weight"]


def test_pairs_by_hand_and_as_text(run):
    words = ("--tensor", "master.w2", "--pair", "master.w2=grad.S1.g_w2", "--lr", "0.5")
    status, out, _ = run("census", str(SAMPLE), *words)
    assert status == 0
    assert "updates by grad.S1.g_w2, lr 0.5, of weights in the format and in FP32:" in out
    status, out, _ = run("census", str(SAMPLE), *words, "--csv", "-", "-f", "fp16")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["gradient"] for row in rows} == {"grad.S1.g_w2"}
    assert {
        int(row["swallowed"]) + int(row["moved"]) + int(row["zero_update"]) for row in rows
    } == {640}


@pytest.mark.parametrize("said", ['{"lr": 0.25, "step": 3}', '{"lr": 1}'])
def test_the_rate_is_read_from_the_metadata(census, tmp_path, said):
    path = tmp_path / "step.safetensors"
    content = np.array([1, 2, 3], "<f4").tobytes()
    tensors = [(name, "F32", (3,), content) for name in ("w.a", "g.a")]
    path.write_bytes(making.safetensors(*tensors, metadata={"fpviz": said}))
    weight, gradient = census(path, "--pairs", "-f", "bf16")
    assert weight["lr"] == str(json.loads(said)["lr"])
    assert weight["swallowed"]["bf16"]["moved"] == 3
    assert "gradient" not in gradient
    assert (
        census(path, "--pairs", "--lr", "1e-9", "-f", "bf16")[0]["swallowed"]["bf16"]["moved"] == 0
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((LAST, "--pairs"), "says no learning rate; type --lr X"),
        ((LAST, "--lr", "1"), "add --pairs"),
        ((LAST, "--pairs", "--lr", "0"), "out of reach"),
        ((LAST, "--pairs", "--lr", "nan"), "'nan' is no learning rate"),
        ((LAST, "--pairs", "--lr", "1e999"), "out of reach"),
        ((LAST, "--pair", "w1"), "'w1' names no weight and gradient"),
        ((LAST, "--pair", "w1=nobody", "--lr", "1"), "no file has both 'w1' and 'nobody'"),
        ((SAMPLE, "--pairs", "--lr", "1"), "type --pair WEIGHT=GRADIENT"),
        ((LAST, "--scale", "x"), "'x' is no exponent of two"),
        ((LAST, "--jobs", "0"), "'0' is no number of processes"),
        ((LAST, "--tensor", "nobody"), "no tensor is called 'nobody'"),
        ((LAST, "--format", "fp17"), "'fp17'"),
        ((LAST, "--json", "--csv", "-"), "choose one of them"),
        (("nowhere.npy",), "there is no such file"),
        ((DATA / "mlp-digits-truth.json",), r"known are .npy, .npz, .safetensors, .gguf"),
    ],
)
def test_what_cannot_be_is_one_line(run, words, why):
    status, out, err = run("census", *map(str, words))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert why in err


def test_a_pair_of_other_shapes_is_refused_and_the_rest_answered(run):
    status, out, err = run("census", str(LAST), "--pair", "w1=g_b1", "--lr", "1", "--tensor", "?1")
    assert status == 2
    assert "'w1' and 'g_b1' are not of one shape and order" in err
    assert " b1 " in out


def test_a_scale_and_a_tensor_are_chosen(census):
    found = census(SAMPLE, "--tensor", "fp8.*", "--scale", "-7", "--scale", "+200", "-f", "fp32")
    assert [each["tensor"] for each in found] == ["fp8.w1.e4m3fn", "fp8.g_w1.e5m2"]
    assert {"-7", "200"} <= set(found[0]["formats"]["fp32"]["scales"])


def test_what_numpy_does_not_name_is_read_as_said(run, census, tmp_path):
    path, codes = tmp_path / "a.npz", np.array([0x3F80, 0x7FC0, 0], np.uint16)
    np.savez(path, plain=codes, unnamed=codes.view("V2"))
    found = census(path, "--as", "bf16")
    assert [(each["format"], each["nan"], each["max"]) for each in found] == [("bf16", 1, "1")] * 2
    status, out, err = run("census", str(path), "--json")
    assert (status, len(json.loads(out))) == (0, 1)
    assert "'unnamed': what its elements of type |V2 are has to be said" in err
    status, out, err = run("census", str(path), "--json", "--as", "fp32")
    assert (status, json.loads(out)[0]["format"]) == (0, "uint16")
    assert "has elements of 16 bits; FP32 has 32" in err


def test_counts_alone_are_the_same_counts(census):
    words = (LAST, "--tensor", "?2")
    found, alone = census(*words), census(*words, "--only-counts")
    for each in found:
        for of_format in each["formats"].values():
            for at in of_format["scales"].values():
                at |= {"exact": None, "sqnr_db": None}
    assert alone == found


def test_many_elements_are_judged_by_their_codes(census, tmp_path, monkeypatch):
    path = tmp_path / "many.npy"
    np.save(path, np.random.default_rng(1).standard_normal(3000).astype(np.float16))
    one_by_one = census(path)
    monkeypatch.setattr(counting, "_MANY_OF_A_CODE", 1)
    assert census(path) == one_by_one


def test_processes_change_no_byte(run, monkeypatch):
    words = ("census", str(LAST), "--pairs", "--lr", "0.5", "--json", "-f", "bf16")
    monkeypatch.setattr(counting, "PIECE", 777)
    outputs = {run(*words, "--jobs", jobs) for jobs in "12"}
    monkeypatch.undo()
    outputs.add(run(*words))
    ((status, out, err),) = outputs
    assert (status, err) == (0, "")
    assert "w1" in out


def test_a_folder_with_bad_files_among_good_ones(run, tmp_path, small):
    (tmp_path / "a.safetensors").write_bytes(b"12345678")
    (tmp_path / "z.gguf").write_bytes(
        making.gguf(("t", (3,), 0, bytes(12)), ("q", (32,), 2, bytes(18)))
    )
    packed = bytearray(making.archive([("late.npy", making.npy(np.arange(9999.0)))]))
    packed[900] ^= 0xFF
    (tmp_path / "b.npz").write_bytes(packed)
    status, out, err = run("census", str(tmp_path), "--json", "--jobs", "1")
    assert status == 2
    assert [each["tensor"] for each in json.loads(out)] == ["", "t"]
    lines = err.splitlines()
    assert len(lines) == 3
    assert "a.safetensors" in lines[0]
    assert "'late.npy' is damaged" in lines[1]
    assert "'q': its elements, of type Q4_0, are in blocks" in lines[2]


def test_a_pickle_is_answered_with_how_to_convert_it(run, tmp_path):
    path = tmp_path / "x.pt"
    path.write_bytes(b"\x80\x02}q\0.")
    status, out, err = run("census", str(path))
    assert (status, out) == (2, "")
    assert "in Python: import torch, safetensors.torch; tensors = torch.load(" in err


@pytest.mark.parametrize("form", ["--json", "--csv=-", "--daz"])
def test_names_that_nobody_would_give(run, tmp_path, form):
    path = tmp_path / "x.safetensors"
    path.write_bytes(making.safetensors(("\ud800\n\x1b[2J", "U8", (1,), b"\1")))
    status, out, _ = run("census", str(path), form)
    assert status == 0
    assert "\x1b" not in out or form == "--csv=-"


def test_a_closed_pipe_is_no_error():
    command = [sys.executable, "-m", "fpviz", "census", str(SAMPLE), str(LAST)]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            command, stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, timeout=60, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_dtype_goes_through(census, tmp_path):
    path = tmp_path / "all.safetensors"
    names = {"F64": 8, "F8_E8M0": 1, "I64": 8, "U64": 8, "U8": 1, "BOOL": 1, "I32": 4, "U16": 2}
    path.write_bytes(
        making.safetensors(*((n, n, (3,), bytes(range(3 * size))) for n, size in names.items()))
    )
    found = census(path, "-f", "fp16", "-f", "e8m0", "-f", "int8")
    assert {each["tensor"] for each in found} == set(names)
    for each in found:
        assert find_format(each["format"])
        for of_format in each["formats"].values():
            for at in of_format["scales"].values():
                assert sum(list(at.values())[:8]) == 3
