"""``fpviz trace``: its text and its JSON are a contract."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import find_format
from fpviz.core.phrase import Phrase

FP16 = find_format("fp16")


@pytest.fixture
def trace(run):
    """``fpviz trace … --json``, parsed."""

    def command(*words):
        status, out, err = run("trace", *words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return command


def _step(report, name):
    return next(step for step in report["steps"] if step["step"] == name)


def _values(step):
    return {k: v for sentence in step["sentences"] for k, v in sentence["values"].items()}


WORKED = """\
add       fp16:0x3c80 + fp16:0x2ff9 into fp16
rules     ties-to-even, overflow ieee
exact     1.24957275390625
result    0x3d00 = 1.25
flags     inexact

1. Operand
   a is 0x3c80 in fp16: exponent field 15 - bias 15 = 0, hidden bit 1; value 1.125.
     code of a        0 01111 0010000000
     a                      1.0010000000  × 2^0

2. Operand
   b is 0x2ff9 in fp16: exponent field 11 - bias 15 = -4, hidden bit 1; value 0.12457275390625.
     code of b        0 01011 1111111001
     b                      1.1111111001  × 2^-4

3. Align
   The exponent 0 of a is larger than -4 of b: b moves right by 4.
   Bits that leave the places kept: 4 (guard 1, round 0, sticky 1).
     a                      1.0010000000       × 2^0
     b                      0.0001111111|1001  × 2^0

4. Add
   The signs are alike: the significands are added.
     a                      1.0010000000       × 2^0
     b                      0.0001111111|1001  × 2^0
                      -----------------------
     sum                    1.0011111111|1001  × 2^0

5. Cut
   fp16 keeps 10 places after the point.
   Beyond that: guard 1, round 0, sticky 1.
     exact                  1.0011111111|1001  × 2^0

6. Round
   The rule is ties-to-even.
   More than half of the last place lies beyond the cut: the last place grows by 1.
     last place + 1         1.0100000000  × 2^0

7. Check the range
   The exponent 0 lies between -14 and 15: exponent field 0 + 15 = 15.

8. Pack
   0 01111 0100000000 is the code 0x3d00, which stands for 1.25.
   Flags: inexact.
     code             0 01111 0100000000
"""


def test_the_worked_addition_as_text(run):
    assert run("trace", "add", "fp16:0x3c80", "fp16:0x2ff9", "--format", "fp16") == (
        0,
        WORKED,
        "",
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("compare", "1", "nan"), "unordered"),
        (("compare-quiet-not-less", "1", "nan"), "true"),
        (("min", "1", "2"), None),
    ],
)
def test_json_names_the_relation_that_a_comparison_finds(trace, words, found):
    assert trace(*words, "--format", "fp16").get("relation") == found


def test_the_worked_addition_as_json(trace):
    report = trace("add", "1.125", "0.12457275190625", "--format", "fp16")
    assert list(report) == [
        "operation",
        "format",
        "rounding",
        "overflow",
        "flush",
        "operands",
        "exact",
        "result",
        "flags",
        "steps",
    ]
    assert report["result"] == {"format": "fp16", "code": "0x3d00", "value": "1.25"}
    assert (report["exact"], report["flags"]) == ("1.24957275390625", ["inexact"])
    align = _step(report, "align")
    assert {"shift": "4", "guard": "1", "round": "0", "sticky": "1"}.items() <= _values(
        align
    ).items()
    assert align["rows"][1] == {
        "label": "b",
        "negative": False,
        "digits": "000011111111001",
        "column": 0,
        "exponent": 0,
        "roles": [
            ["fill", 4],
            ["hidden", 1],
            ["kept", 6],
            ["guard", 1],
            ["round", 1],
            ["sticky", 2],
        ],
        "tail": None,
        "packed": False,
        "total": False,
    }
    assert align["cut"] == -10
    assert _step(report, "round")["place"] == {"format": "fp16", "code": "0x3d00", "bits": [0, 0]}


def test_a_typed_operand_is_converted_first_and_shown_so(trace, run):
    a, b = trace("add", "1.125", "0.12457275190625", "--format", "fp16")["operands"]
    assert (a["code"], a["conversion"]) == ("0x3c80", None)
    assert b["code"] == "0x2ff9"
    assert b["conversion"]["steps"][0]["step"] == "expansion"
    text = run("trace", "add", "1.125", "0.12457275190625", "-f", "fp16")[1]
    assert "b is rounded first: 0.12457275190625 into fp16" in text


def test_operands_keep_the_format_they_come_in(trace):
    report = trace("add", "fp32:0x3f900000", "fp16:0x2ff9", "-f", "fp32")
    assert report["result"]["code"] == "0x3f9ff200"
    assert report["flags"] == []
    assert _values(report["steps"][1])["shift"] == "+112"


def test_a_conversion_between_formats(trace):
    report = trace("convert", "fp16:0x2ff9", "-f", "fp32")
    assert report["result"]["code"] == "0x3dff2000"
    assert _values(_step(report, "rebias"))["shift"] == "+112"
    assert report["proof"]["distances"] == ["0", "0"]


def test_a_conversion_warns_of_double_rounding(trace, run):
    literal = "1.00048828125000000000001"
    proof = trace("convert", literal, "-f", "fp16")["proof"]
    assert proof["code"] == "0x3c01"
    assert proof["detours"] == [
        {"through": "fp64", "first": "0x3ff0020000000000", "code": "0x3c00", "differs": True},
        {"through": "fp32", "first": "0x3f801000", "code": "0x3c00", "differs": True},
    ]
    assert proof["choices"]["toward-zero"] == "0x3c00"
    assert proof["midpoint"] == "1.00048828125"
    text = run("trace", "convert", literal, "-f", "fp16")[1]
    assert (
        "Double rounding: through fp64 (0x3ff0020000000000) it becomes 0x3c00 = 1, not 0x3c01."
    ) in text
    assert "Double rounding" not in run("trace", "convert", "1.125", "-f", "fp16")[1]
    chosen = trace("convert", "1+2^-8+2^-20", "-f", "bf16", "--through", "fp16")["proof"]
    assert chosen["detours"][-1]["through"] == "fp16"
    assert chosen["detours"][-1]["differs"]


@pytest.mark.parametrize("operation", ["add", "subtract", "multiply", "fma"])
def test_the_result_is_that_of_core(trace, operation):
    fmt = find_format("fp8_e4m3fn")
    codes = [0x7D, 0xB9, 0x05][: 3 if operation == "fma" else 2]
    words = [f"fp8_e4m3fn:{code:#x}" for code in codes]
    rules = Rules(Rounding.UPWARD, Overflow.SATURATE, flush=True)
    options = ["--rounding", "upward", "--overflow", "saturate", "--flush"]
    report = trace(operation, *words, "-f", "fp8_e4m3fn", *options)
    result = operate(Operation(operation), fmt, [(fmt, code) for code in codes], rules)
    assert report["result"]["code"] == fmt.code_text(result.code)
    assert report["flags"] == result.flags.names()
    assert (report["rounding"], report["overflow"], report["flush"]) == ("upward", "saturate", True)


def test_sentences_come_with_their_templates(trace):
    for step in trace("fma", "1.5", "-3", "2^-9", "-f", "fp8_e5m2")["steps"]:
        sentences = [Phrase(s["template"], tuple(s["values"].items())) for s in step["sentences"]]
        assert " ".join(map(str, sentences)) == step["text"]


def test_long_numbers_and_nans_have_a_text(run):
    for words in (
        ("convert", "1e4000", "-f", "fp128"),
        ("convert", "1/3", "-f", "fp16"),
        ("convert", "nan", "-f", "e8m0"),
        ("convert", "65519", "-f", "fp16"),
        ("convert", "-465", "-f", "fp8_e4m3fn"),
        ("subtract", "1", "1e-300", "-f", "fp64", "--flush"),
        ("multiply", "inf", "0", "-f", "fp16"),
        ("subtract", "1", "1", "-f", "e8m0"),
        ("multiply", "fp32:0x3f800001", "fp32:0xbf800001", "-f", "fp16"),
    ):
        status, out, err = run("trace", *words)
        assert (status, err) == (0, "")
        assert "snan" not in out
        assert "{" not in out


def test_columns_stand_under_each_other(run):
    lines = run("trace", "subtract", "1.125", "2^-24", "-f", "fp16")[1].splitlines()
    rows = [line for line in lines if line.startswith("     ") and "×" in line]
    assert len({line.index(".", 20) for line in rows if "borrows" not in line}) == 1


def test_stochastic_rounding_says_its_bits(run, trace):
    words = ("add", "1", "2^-12", "-f", "fp16", "--rounding", "stochastic")
    report = trace(*words, "--random-bits", "0xc0000000")
    assert report["random_bits"] == "0xc0000000"
    assert report["result"]["code"] == "0x3c01"
    assert "random bits 0xbfffffff" in run("trace", *words, "--random-bits", "0xbfffffff")[1]


BAD = [
    (("add", "1", "--format", "fp16"), "add takes 2 operands, not 1"),
    (("fma", "1", "2", "-f", "fp16"), "fma takes 3 operands, not 2"),
    (("convert", "1", "2", "-f", "fp16"), "convert takes 1 operand, not 2"),
    (("power", "1", "2", "-f", "fp16"), "power"),
    (("divide", "1", "-f", "fp16"), "divide takes 2 operands, not 1"),
    (("to-int", "1", "-f", "fp16", "--to", "bf16"), "bf16 is no format of integers"),
    (("convert", "1", "-f", "fp16", "--to", "bf16"), "--format"),
    (("add", "1", "2"), "--format"),
    (("add", "1", "2", "-f", "fp17"), "fp17"),
    (("add", "1", "fp16:0x10000", "-f", "fp16"), "0x10000"),
    (("add", "1", "two", "-f", "fp16"), "two"),
    (("add", "1", "2", "-f", "fp16", "--rounding", "sideways"), "sideways"),
    (("convert", "1", "-f", "fp16", "--through", "fp17"), "fp17"),
]


@pytest.mark.parametrize(("words", "named"), BAD, ids=lambda value: str(value)[:30])
def test_bad_input_is_one_line_that_names_it(run, words, named):
    status, out, err = run("trace", *words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert named in err


def test_negative_operands_are_no_options(trace):
    assert trace("add", "-1", "-0x1p-3", "-f", "fp16")["result"]["value"] == "-1.125"


@pytest.mark.parametrize(
    "words", [["add", "1", "2", "-f", "fp8_e5m2"], ["convert", "1/3", "-f", "fp16"]]
)
def test_a_trace_imports_neither_qt_nor_numpy(words):
    code = (
        "import sys; from fpviz.app.cli.main import main; status = main(['trace', *sys.argv[1:]]);"
        "heavy = {'PySide6', 'numpy', 'pyqtgraph'} & set(sys.modules);"
        "assert not heavy, heavy; sys.exit(status)"
    )
    subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, timeout=60
    )


# -- all rules -------------------------------------------------------------------------------------

TINY = ("multiply", "fp16:0x8003", "0.3", "--format", "fp16", "--all-rules")


def test_all_rules_are_a_row_for_each_result(trace):
    report = trace(*TINY)
    a, b = [(FP16, int(each["code"], 16)) for each in report["operands"]]
    seen = set()
    for row in report["results"]:
        rules = Rules(
            Rounding(row["rounding"]),
            flush=row["flush"],
            daz=row["daz"],
            tininess=Tininess(row["tininess"]),
        )
        seen.add(rules)
        if not rules.draws:
            result = operate(Operation.MULTIPLY, FP16, (a, b), rules)
            made = FP16.code_text(result.code), result.flags.names(), row["probability"]
            assert made == (row["code"], row["flags"], "1")
    assert len(seen) == 8 * len(Rounding)


def test_all_rules_as_text_and_csv(run):
    status, out, _ = run("trace", *TINY)
    assert status == 0
    assert out.startswith("multiply  fp16:0x8003 × 0.3 into fp16\n")
    assert "toward-zero    * 0x8000 = -0, inexact, underflow" in out
    status, out, _ = run("trace", *TINY, "--csv", "-")
    assert (status, out.splitlines()[0]) == (
        0,
        "rounding,flush,daz,tininess,probability,code,value,flags,differs",
    )
    status, out, err = run("trace", *TINY[:-1], "--csv", "-")
    assert (status, out) == (2, "")
    assert "'--csv' writes the table of '--all-rules'" in err
