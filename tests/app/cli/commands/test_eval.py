"""``fpviz eval``: what it prints, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import shlex
import struct
import subprocess
import sys

import pytest

from fpviz.core.expressions.examples import EXAMPLES
from fpviz.core.formats import find_format


def report(run, *words):
    status, out, error = run("eval", *words, "--json")
    assert (status, error) == (0, "")
    return json.loads(out)


def test_three_ways_stand_side_by_side_in_each_format(run):
    found = report(run, "0.1+0.2", "-f", "fp64", "-f", "fp16")
    fp64, fp16 = found["formats"]
    assert fp64["machine"]["code"] == "0x3fd3333333333334"
    assert fp64["machine"]["ulps"] == "0.8"
    assert fp64["exact"] == {
        "value": "0.3",
        "about": None,
        "format": "fp64",
        "code": "0x3fd3333333333333",
        "rounded": "0.299999999999999988897769753748434595763683319091796875",
    }
    assert fp64["contracted"] == fp64["machine"]
    assert fp16["format"] == "fp16"
    assert [each["operation"] for each in fp64["operations"]] == ["constant", "constant", "add"]
    add = fp64["operations"][2]
    assert [each["code"] for each in add["operands"]] == [
        "0x3fb999999999999a",
        "0x3fc999999999999a",
    ]
    assert add["ulps"] == {"made": "0.5", "carried": "0.3", "total": "0.8"}


@pytest.mark.parametrize(
    ("text", "python"),
    [("(1.1-0.5)/0.1", (1.1 - 0.5) / 0.1), ("sqrt(2)^2 - 2", (2**0.5) ** 2 - 2)],
)
def test_in_fp64_the_result_is_that_of_python(run, text, python):
    (found,) = report(run, text)["formats"]
    assert found["machine"]["code"] == f"0x{struct.pack('>d', python).hex()}"


def test_by_how_much_softmax_is_off_in_fp16_and_where(run):
    text = run("eval", "e = exp(x); e/sum(e)", "-f", "fp16", "--set", "x=[10, 11, 12]")[1]
    assert "exp(x[2]) is inf here, where the exact value is finite" in text
    assert "inexact, overflow" in text
    good = run("eval", "e = exp(x-max(x)); e/sum(e)", "-f", "fp16", "--set", "x=[10,11,12]")[1]
    assert "0.2446 = 0x33d4, 0.8156 ulp below the exact value" in good


def test_contraction_lists_the_operations_that_it_makes(run):
    words = ("a*b + c", "-f", "fp16", "--set", "a=1.1", "--set", "b=1.1", "--set", "c=-1.21")
    plain, fused = (report(run, *words, *more) for more in ((), ("--contract",)))
    names = [
        [each["operation"] for each in found["formats"][0]["operations"]]
        for found in (plain, fused)
    ]
    assert names == [
        ["variable", "variable", "multiply", "variable", "add"],
        ["variable", "variable", "variable", "fma"],
    ]
    assert plain["formats"][0]["machine"] == fused["formats"][0]["machine"]
    assert plain["formats"][0]["contracted"] != plain["formats"][0]["machine"]


def test_variables_keep_a_format_of_their_own(run):
    words = ("a*b", "-f", "fp32", "--set", "a=0.1@bf16", "--set", "b=fp16:0x3c01")
    first, second, product = report(run, *words)["formats"][0]["operations"]
    assert (first["format"], first["code"]) == ("bf16", "0x3dcd")
    assert (second["format"], second["code"]) == ("fp16", "0x3c01")
    assert product["format"] == "fp32"
    assert product["flags"] == []


def test_rules_hold_for_each_operation(run):
    up = report(run, "0.1+0.2", "--rounding", "upward")
    assert up["rounding"] == "upward"
    assert up["formats"][0]["machine"]["code"] == "0x3fd3333333333334"
    flushed = report(run, "a*a", "-f", "fp16", "--set", "a=2^-10", "--flush")
    assert flushed["formats"][0]["machine"]["code"] == "0x0000"
    assert "underflow" in flushed["formats"][0]["operations"][1]["flags"]


def test_a_row_an_operation(run):
    out = run("eval", "s = a*a; sqrt(s)", "--set", "a=3", "-f", "fp16", "--csv", "-")[1]
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["line"] for row in rows] == ["a", "s", "%1"]
    assert rows[2]["operands"] == "fp16:0x4880"
    assert rows[2]["value"] == "3"


def test_the_examples_are_commands_that_run(run):
    text = run("eval", "--list")[1]
    commands = [line.strip() for line in text.splitlines() if line.startswith("  fpviz eval ")]
    assert len(commands) == len(EXAMPLES)
    for command in commands:
        status, out, error = run(*shlex.split(command)[1:])
        assert (status, error) == (0, "")
        assert find_format(shlex.split(command)[4]).name in out
    listed = json.loads(run("eval", "--list", "--json")[1])
    assert [each["name"] for each in listed] == [each.name for each in EXAMPLES]


BAD = [
    (("9^9^9",), "'9^9^9' is too large"),
    (("+".join("1" * 10_000),), "more than 4096 operations"),
    (("(" * 300 + "1",), "nested too deeply"),
    (("a+1",), "'a+1': a has no value; give it one, as in a = 0.5"),
    (("x = x + 1",), "x has no value"),
    (("foo(1)",), "no operation is called 'foo'"),
    (("sqrt(1, 2)",), "operands that sqrt takes: 1, not 2"),
    (("1+",), "'1+' is not complete"),
    (("1 $ 2",), "'1 $ 2' is not understood at '$ 2'; type numbers, names"),
    (("1", "--set", "a=2"), "'1' has no variable a; its variables: none"),
    (("a", "--set", "a"), "--set 'a' has no value; type NAME=LITERAL"),
    (("a", "--set", "a=zz"), "'zz' is not understood"),
    (("a", "--set", "a=1@fp17"), "unknown format 'fp17'"),
    (("t@fp17 = 1",), "unknown format 'fp17'"),
    (("1", "-f", "fp17"), "unknown format 'fp17'"),
    ((), "type an expression such as '0.1+0.2', or --list for examples"),
    (("1", "--json", "--csv", "-"), "choose one of them"),
]


@pytest.mark.parametrize(("words", "message"), BAD, ids=[str(words)[:30] for words, _ in BAD])
def test_what_is_wrong_is_one_line_and_status_2(run, words, message):
    status, out, error = run("eval", *words)
    assert (status, out) == (2, "")
    assert error.startswith("fpviz: ")
    assert message in error
    assert error.count("\n") == 1


def test_what_cannot_be_decided_is_said(run):
    out = run("eval", "sqrt(2)*sqrt(2) - 2")[1]
    assert "0 ± " in out
    assert "whose rounding is not decided" in out
    (found,) = report(run, "sqrt(2)*sqrt(2) - 2")["formats"]
    assert (found["exact"]["value"], found["exact"]["code"]) == (None, None)


def test_it_loads_neither_qt_nor_numpy():
    code = (
        "import sys; from fpviz.app.cli.main import main; main(['eval', 'exp(1)']);"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'PySide6')))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode
        == 0
    )
