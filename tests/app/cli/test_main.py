"""The command line: its names and JSON are a contract."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction

import pytest

from fpviz.app.cli.main import main
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import CATALOGUE, find_format
from fpviz.core.formats.order import next_down, next_up
from fpviz.core.literals import CodeLiteral, parse_literal
from fpviz.core.numbers import Finite


@pytest.fixture
def run(capsys):
    """Run a command; (status, standard output, standard error)."""

    def command(*words):
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


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
    "class",
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
        "class": "normal",
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


def test_formats_lists_every_fact(run):
    facts = {fact["format"]: fact for fact in json.loads(run("formats", "--json")[1])}
    assert list(facts) == [fmt.name for fmt in CATALOGUE]
    assert facts["fp16"]["overflow"] == {"value": "65520", "overflows": True, "to": "inf"}
    assert facts["fp8_e4m3fn"]["overflow"] == {"value": "464", "overflows": False, "to": "nan"}
    assert facts["fp8_e4m3fn"]["largest"] == {"code": "0x7e", "value": "448"}
    assert facts["fp4_e2m1"]["overflow"] == {"value": "7", "overflows": True, "to": "6"}
    assert facts["e8m0"]["zero_limit"] is None
    table = run("formats")[1]
    for fmt in CATALOGUE:
        assert fmt.name in table
        assert all(alias in table for alias in fmt.aliases)


BAD = [
    (("show",), "LITERAL"),
    (("show", "1e-"), "1e-"),
    (("show", "one"), "one"),
    (("show", "9^9^9"), "9^9^9"),
    (("show", "1" * 1_000_000), "characters"),
    (("show", "1", "--format", "fp17"), "fp17"),
    (("show", "1", "--format", "e99m9"), "exponent"),
    (("show", "1", "--rounding", "sideways"), "sideways"),
    (("show", "1", "--overflow", "wrap"), "wrap"),
    (("show", "1", "--random-bits", "0x1ffffffff"), "0x1ffffffff"),
    (("show", "1", "--nonsense"), "--nonsense"),
    (("formats", "extra"), "extra"),
    (("run", "swamping", "--json", "--csv", "-"), "--csv -"),
    (("run", "swamping", "--json", "--script", "numpy"), "--script"),
    (("sho", "1"), "sho"),
    (("render", "first-start", "-o", "a.png", "--scale", "-1"), "'-1'"),
    (("render", "first-start"), "-o"),
    (("render", "first-start", "-o", "a.png", "--size", "big"), "big"),
    (("render", "first-start", "-o", "a.png", "--size", "1x1"), "1x1"),
    (("render", "first-start", "-o", "a.png", "--scale", "99"), "99"),
]


@pytest.mark.parametrize(("words", "named"), BAD, ids=lambda value: str(value)[:30])
def test_bad_input_is_one_line_that_names_it(run, words, named):
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert err.startswith("fpviz: ")
    assert err.count("\n") == 1
    assert named in err
    assert len(err) < 400


@pytest.mark.parametrize(
    "words", [["formats"], ["formats", "--json"], ["show", "1/3"], ["show", "1", "--json"]]
)
def test_what_draws_nothing_imports_neither_qt_nor_numpy(words):
    code = (
        "import sys; from fpviz.app.cli.main import main; status = main(sys.argv[1:]);"
        "heavy = {'PySide6', 'numpy', 'pyqtgraph'} & set(sys.modules);"
        "assert not heavy, heavy; sys.exit(status)"
    )
    subprocess.run(
        [sys.executable, "-c", code, *words], check=True, capture_output=True, timeout=60
    )


def test_a_closed_pipe_is_no_error():
    command = f"{sys.executable} -m fpviz formats --json | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""


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


# -- numbers and codes ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "value", "said"),
    [
        (("7e00", "-f", "fp16"), "7", "the integer 7; --codes reads a code of FP16 = nan"),
        (("7e00", "-f", "fp16", "--codes"), "nan", ""),
        (("7e00", "-f", "fp16", "--numbers"), "7", ""),
        (("3c00", "-f", "fp16"), "1", "a code of FP16 = 1; --numbers reads the integer 15360"),
        (("00111100", "-f", "fp8_e4m3"), "inf", "--codes reads a code of FP8 E4M3 = 1.5"),
        (("00111100", "-f", "fp8_e4m3", "--codes"), "1.5", ""),
        (("0b00111100", "-f", "fp8_e4m3"), "1.5", "--numbers reads the integer 60"),
        (("0xdeadbeef", "-f", "fp32"), "-6259853398707798016", "--numbers reads"),
        (("0xdeadbeef", "-f", "fp32", "--numbers"), "3735928576", ""),
        (("fp32:1266679807", "-f", "fp32"), "16777215", ""),
        (("0xH7C00", "-f", "fp16"), "inf", ""),
        (("0.9F", "-f", "fp64"), "0.89999997615814208984375", "rounded to FP32, as F says"),
        (("-1.5f", "-f", "fp32"), "-1.5", ""),
        (("-nan(ind)", "-f", "fp32"), "nan", ""),
        (("1.#INF", "-f", "fp64"), "inf", ""),
        (("1,5", "-f", "fp64"), "1.5", "read as 1.5"),
        (("２０２５．７", "-f", "fp16"), "2026", ""),
        (("2⁻¹⁴", "-f", "fp16"), "0.00006103515625", ""),
        (("3e", "-f", "fp8_e4m3fn"), "1.75", "a code of FP8 E4M3FN = 1.75"),
        (("1.5", "-f", "fp16"), "1.5", ""),
    ],
)
def test_which_reading_was_taken_is_said(run, words, value, said):
    status, out, err = run("show", *words, "--json")
    assert status == 0
    assert json.loads(out)["readings"][0]["value"] == value
    assert (said in err) if said else err == ""
    assert err.count("\n") == (1 if said else 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "-1.5x"), "'-1.5x' is not understood"),
        (("show", "-1,500"), "'-1,500' may be the number -1.5 or the integer -1500"),
        (("show", "--1.5"), ""),
        (("show", "--bogus", "1"), "unrecognized arguments: --bogus"),
        (("trace", "add", "-2x", "1", "-f", "fp16"), "'-2x' is not understood"),
        (("-2x",), "no scene, and no value: '-2x' is not understood"),
        (("render", "-2x", "-o", "x.png"), "no scene, and no value: '-2x' is not understood"),
        (("show", "7e00", "--codes", "--numbers"), "not allowed with"),
        (("run", "accumulation", "--set", "term=0x3c00"), "may be the number 15360 or a code"),
    ],
)
def test_what_begins_with_a_minus_is_a_literal(run, words, said):
    status, _, err = run(*words)
    assert (status, err.count("\n")) == ((2, 1) if said else (0, 0))
    assert said in err


def test_operands_are_read_by_the_same_reader(run):
    status, out, err = run("trace", "add", "0x3c00", "3c00", "-f", "fp16")
    assert (status, err.count("--numbers reads the integer 15360")) == (0, 2)
    assert "0x4000 = 2" in out
    _, out, _ = run("trace", "add", "0x3c00", "1", "-f", "fp16", "--numbers")
    assert "15360 + 1" in out.replace("+0x3c00", "15360")


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
