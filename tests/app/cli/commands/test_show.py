"""``fpviz show``: its names and its JSON are a contract."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.order import next_down, next_up
from fpviz.core.literals import CodeLiteral, parse_literal
from fpviz.core.numbers import Finite


@pytest.fixture
def show(run):
    """``fpviz show … --json``, parsed."""

    def command(*words):
        status, out, err = run("show", *words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return command


KEYS = [
    "format",
    "code",
    "bits",
    "fields",
    "class",
    "remark",
    "formula",
    "value",
    "shortest",
    "hexfloat",
    "exponent",
    "significand",
    "error",
    "ulp",
    "previous",
    "next",
    "flags",
]


def _field(kind, low, high, bits, value, excess=0, weight=None):
    found = {"kind": kind, "low": low, "high": high, "bits": bits, "value": value}
    return {**found, "excess": excess, "weight": weight}


def test_show_prints_the_snapshot_of_one_literal(show):
    report = show("1.12156456132", "--format", "half")
    assert {key: report[key] for key in ("input", "exact", "rounding", "overflow", "flush")} == {
        "input": "1.12156456132",
        "exact": "1.12156456132",
        "rounding": "ties-to-even",
        "overflow": "ieee",
        "flush": False,
    }
    (reading,) = report["readings"]
    assert list(reading) == KEYS
    assert reading == {
        "format": "fp16",
        "code": "0x3c7c",
        "bits": {"sign": "0", "exponent": "01111", "fraction": "0001111100"},
        "fields": [
            _field("sign", 15, 15, "0", "0"),
            _field("exponent", 10, 14, "01111", "15", excess=15),
            _field("fraction", 0, 9, "0001111100", "124", weight=-10),
        ],
        "class": "normal",
        "remark": None,
        "formula": "(−1)^0 × 2^(15−15) × 1.0001111100₂",
        "value": "1.12109375",
        "shortest": "1.121",
        "hexfloat": "0x1.1f0p+0",
        "exponent": 0,
        "significand": "1.12109375",
        "error": {
            "absolute": "-0.00047081132",
            "relative": "-1681469/4005587719",
            "ulps": "-0.48211079168",
        },
        "ulp": "0.0009765625",
        "previous": {"code": "0x3c7b", "value": "1.1201171875"},
        "next": {"code": "0x3c7d", "value": "1.1220703125"},
        "flags": ["inexact"],
    }


def test_several_literals_make_a_list(show):
    reports = show("1", "-0", "inf", "--format", "fp16")
    assert [report["readings"][0]["value"] for report in reports] == ["1", "-0", "inf"]


def test_every_catalogue_format_is_accepted_and_repeats_are_shown_once(show):
    words = [word for fmt in CATALOGUE for word in ("--format", fmt.name)]
    report = show("3", *words, "--format", "fp16")
    assert [r["format"] for r in report["readings"]] == [fmt.name for fmt in CATALOGUE]


@pytest.mark.parametrize(
    "text", ["1/3", "-1e-8", "65504+16", "2^-14", "nan", "-inf", "fp16:0x0001"]
)
def test_show_agrees_with_core(show, text):
    literal = parse_literal(text)
    for reading in show(text)["readings"]:
        fmt = find_format(reading["format"])
        code = int(reading["code"], 16)
        if not (isinstance(literal, CodeLiteral) and literal.format == fmt):
            assert code == encode(fmt, literal.number, Rules()).code
        for name, step in (("previous", next_down), ("next", next_up)):
            neighbour = step(fmt, code)
            assert (reading[name] and int(reading[name]["code"], 16)) == neighbour
        if reading["class"] in ("zero", "subnormal", "normal"):
            assert isinstance(literal.number, Finite)
            error = Fraction(reading["value"]) - literal.number.value
            assert Fraction(reading["error"]["absolute"]) == error
            assert Fraction(reading["error"]["ulps"]) == error / Fraction(reading["ulp"])


@pytest.mark.parametrize("text", ["-1/3", "-0x1.8p-3", "-inf", "-(1+2)", "-nan", "-.5", "-1e-3"])
def test_a_negative_literal_is_no_option(show, text):
    assert show(text)["input"].strip() == text


def test_the_rules_are_taken(show):
    (reading,) = show("464.5", "-f", "fp8_e4m3fn")["readings"]
    assert (reading["code"], reading["class"]) == ("0x7f", "nan")
    assert reading["flags"] == ["inexact", "overflow"]
    (reading,) = show("464.5", "-f", "fp8_e4m3fn", "--overflow", "saturate")["readings"]
    assert reading["value"] == "448"
    (reading,) = show("1e-7", "-f", "fp16", "--flush")["readings"]
    assert (reading["value"], reading["flags"]) == ("0", ["inexact", "underflow"])
    (reading,) = show("1.0001", "-f", "fp16", "--rounding", "upward")["readings"]
    assert reading["code"] == "0x3c01"


def test_stochastic_rounding_says_its_bits_so_that_it_can_be_repeated(show):
    words = ("1.0001", "-f", "fp16", "--rounding", "stochastic")
    first = show(*words)
    again = show(*words, "--random-bits", first["random_bits"])
    assert again == first
    up = show(*words, "--random-bits", "0xffffffff")
    down = show(*words, "--random-bits", "0")
    assert [r["readings"][0]["code"] for r in (down, up)] == ["0x3c00", "0x3c01"]


def test_typed_text_is_rounded_once(run):
    status, out, _ = run("show", "1.00048828125000000000001", "-f", "fp16")
    assert status == 0
    assert "0x3c01" in out
    assert "65500" in run("show", "65504", "-f", "fp16")[1]  # the shortest, beside the exact


def test_a_nan_whose_payload_is_cut_is_said(run):
    out = run("show", "nan(0x123)", "-f", "fp16", "-f", "bf16")[1]
    assert "nan, exact" in out
    assert "nan, payload cut" in out


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (["1.1", "--format", "fp16", "--as", "rust"], "half::f16::from_bits(0x3c66)\n"),
        (["1.1", "-f", "fp32", "--as", "cpp"], "std::bit_cast<float>(0x3f8ccccdu)\n"),
        (["1", "-2", "-f", "fp16", "-f", "bf16", "--as", "verilog"], None),
    ],
)
def test_show_as_prints_just_that_text(run, words, printed):
    several = "16'h3c00\n16'h3f80\n16'hc000\n16'hc000\n"
    assert run("show", *words) == (0, printed or several, "")


def test_show_as_markdown_prints_a_table_a_literal(run):
    status, out, err = run("show", "1", "2", "-f", "fp16", "--as", "markdown")
    assert (status, err) == (0, "")
    one, two = out.split("\n\n")
    assert one.splitlines()[2] == "| FP16 | 1 | `0x3c00` | `0 01111 0000000000` | 0 |"
    assert two.splitlines()[0].startswith("| format |")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--as", "cobol"], "'cobol' is no notation; there are exact, shortest"),
        (["--as", "numpy", "-f", "tf32"], "Neither numpy nor ml_dtypes has a type for TF32"),
        (["--as", "rust", "--json"], "--json, --as and '--csv -' each print"),
    ],
)
def test_what_show_as_cannot_do_is_one_line(run, words, named):
    status, out, err = run("show", "1", *words)
    assert (status, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1


def test_verilog_codes_are_of_the_first_format(run):
    assert run("show", "16'h3c80", "-f", "bf16", "-f", "fp16", "--as", "exact")[1].split() == [
        "0.015625",
        "0.015625",
    ]
    assert "has 16 bits, and fp32 has 32" in run("show", "16'h3c80", "-f", "fp32")[2]
    assert "0x3c80" in run("trace", "convert", "16'h3c80", "-f", "fp16")[1]


@pytest.mark.parametrize(
    ("notation", "code"),
    [
        ("shortest", "e19m1b524288fn:0x1"),
        ("hexfloat", "e19m1b524288fn:0x1"),
        ("exact", "e16m10:0x1"),
    ],
)
def test_the_farthest_texts_come_back(run, notation, code):
    name = code.partition(":")[0]
    _, out, _ = run("show", code, "-f", name, "--as", notation)
    status, again, _ = run("show", out.strip(), "-f", name, "--as", "code")
    assert (status, again.strip()) == (0, find_format(name).code_text(1))


def test_a_code_is_shown_in_its_own_format_beside_the_usual_ones(show):
    readings = show("x87:0x3fff8000000000000000")["readings"]
    assert [each["format"] for each in readings] == [
        "fp16", "bf16", "fp32", "fp64", "fp8_e4m3fn", "x87"
    ]  # fmt: skip
    assert readings[-1]["code"] == "0x3fff8000000000000000"
    assert len(show("fp16:0x3c00")["readings"]) == 5
    assert len(show("x87:0x3fff8000000000000000", "--format", "fp16")["readings"]) == 1
