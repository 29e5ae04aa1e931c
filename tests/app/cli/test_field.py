"""What people ask, with the right answers: names, sums, rules and runs. Numbers by exact fractions.

The numbers stand apart from fpviz: each was computed by hand with ``Fraction`` and ``struct``.
"""

from __future__ import annotations

import json
import shlex
import struct

import pytest

from fpviz.app.cli.main import main
from fpviz.core.arithmetic.rounding import Rounding, Rules
from fpviz.core.formats import find_format
from fpviz.core.literals import parse_literal
from fpviz.experiments import find_experiment
from fpviz.widgets.run_plot.data_of_run import Shown, plot_data

# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "name", "code", "said"),
    [
        ("448", "e4m3", "0x7e", "fp8_e4m3fn, the OCP's; the IEEE-like one is e4m3ieee"),
        ("6", "e2m1", "0x7", "fp4_e2m1, the OCP's; the IEEE-like one is e2m1ieee"),
        ("28", "e3m2", "0x1f", "fp6_e3m2, the OCP's; the IEEE-like one is e3m2ieee"),
        ("7.5", "e2m3", "0x1f", "fp6_e2m3, the OCP's; the IEEE-like one is e2m3ieee"),
        ("1", "float", "0x3f800000", "fp32, as C has it; Python's float is fp64"),
    ],
)
def test_an_ambiguous_name_says_what_it_took(run, value, name, code, said):
    status, out, err = run("show", value, "-f", name, "--as", "code")
    assert (status, out.strip()) == (0, code)
    assert err == f"fpviz: '{name}' is taken as {said}\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("e4m3ieee", "0x78"),
        ("fp8_e4m3", "0x78"),
        ("FLOAT8E4M3FN", "0x7e"),
        ("f8E4M3FN", "0x7e"),
        ("torch.float8_e4m3fn", "0x7e"),
    ],
)
def test_a_name_with_one_meaning_is_taken_without_a_word(run, name, code):
    assert run("show", "448", "-f", name, "--as", "code") == (0, f"{code}\n", "")


@pytest.mark.parametrize(
    ("name", "rounding"),
    [("RNE", "ties-to-even"), ("RTZ", "toward-zero"), ("FE_UPWARD", "upward"), ("rdn", "downward")],
)
def test_rules_by_the_names_of_manuals(run, name, rounding):
    out = run("show", "1.0001", "-f", "fp16", "--rounding", name, "--json")[1]
    assert json.loads(out)["rounding"] == rounding
    link = run("show", f"fpviz:1.0001?in=fp16&rounding={name}", "--json")[1]
    assert json.loads(link)["rounding"] == rounding
    assert f"rounding={rounding}" in run("run", "drift", "--set", f"rounding={name}")[1]


def test_a_link_in_the_window_takes_the_names_and_the_entry_says_what_a_code_is(window):
    entry = window.value_bar.entry
    entry.edit.setText("e4m3:0x7e")
    entry.edit.editingFinished.emit()
    assert window.document.state.active.name == "fp8_e4m3fn"
    assert "FP8 E4M3FN" in window.value_bar.about_source(window.document.snapshot)


# -- sums and their display -----------------------------------------------------------------------


def bits(value):
    return f"0x{struct.unpack('>Q', struct.pack('>d', value))[0]:016x}"


def test_a_sum_names_both_results_and_the_command_that_works_it_out(run):
    out = run("show", "0.1+0.2", "-f", "fp64")[1]
    assert "0x3fd3333333333333" in out
    assert bits(0.1 + 0.2) == "0x3fd3333333333334"
    assert "machine     0.30000000000000004 = 0x3fd3333333333334" in out
    command = "fpviz trace add 0.1 0.2 -f fp64"
    assert command in out
    assert "0x3fd3333333333334" in run(*command.split()[1:])[1]
    report = json.loads(run("show", "0.1+0.2", "-f", "fp64", "--json")[1])
    (reading,) = report["readings"]
    assert (reading["code"], reading["machine"]["code"]) == (bits(0.3), bits(0.1 + 0.2))


@pytest.mark.parametrize("a", ["0.1", "1.1", "3", "1e-3", "0.7", "-0.5"])
@pytest.mark.parametrize("sign", "+-*")
@pytest.mark.parametrize("b", ["0.2", "2.2", "0.1", "100", "1e-3", "-0.7"])
def test_what_machines_get_is_what_this_one_gets(run, a, sign, b):
    text = f"{a}{sign}{b}" if not b.startswith("-") else f"{a} {sign} ({b})"
    here = {"+": float(a) + float(b), "-": float(a) - float(b), "*": float(a) * float(b)}[sign]
    (reading,) = json.loads(run("show", text, "-f", "fp64", "--json")[1])["readings"]
    assert reading.get("machine", reading)["code"] == bits(here)
    assert ("machine" in reading) == (reading["code"] != bits(here))


@pytest.mark.parametrize("text", ["0.3", "1/3", "2^-14", "1e-5", "-0x1p-3", "nan", "(1+1)*3", "1½"])
def test_where_a_machine_gets_the_same_it_is_not_named(run, text):
    report = json.loads(run("show", text, "--json")[1])
    assert all("machine" not in reading for reading in report["readings"])


@pytest.mark.parametrize("text", ["0.1+0.2+0.3", "1.1*1.1*1.1", "0.1*3 - 0.3", "-(0.1+0.2)*3"])
def test_of_a_whole_expression_the_evaluation_is_named(run, text):
    (reading,) = json.loads(run("show", text, "-f", "fp64", "--json")[1])["readings"]
    machine = reading["machine"]
    assert machine["code"] == bits(eval(text))
    assert machine["operation"] is None
    assert machine["command"] == machine["evaluation"]
    (found,) = json.loads(run(*shlex.split(machine["command"])[1:], "--json")[1])["formats"]
    assert found["machine"]["code"] == machine["code"]
    assert found["exact"]["code"] == reading["code"]


def test_a_number_with_a_power_of_ten_is_one_number(run):
    report = json.loads(run("show", "1.1 x 10^-3", "--json")[1])
    assert all("machine" not in reading for reading in report["readings"])


def test_the_command_that_is_named_keeps_the_rules(run):
    words = ("show", "0.1+0.2", "-f", "fp16", "--rounding", "RUP", "--overflow", "saturate")
    (reading,) = json.loads(run(*words, "--json")[1])["readings"]
    command = reading["machine"]["command"].split()
    assert (
        json.loads(run(*command[1:], "--json")[1])["result"]["code"] == reading["machine"]["code"]
    )


def test_the_window_says_what_machines_get(window):
    bar = window.value_bar
    window.document.set_source(parse_literal("0.1+0.2"))
    assert "see Expression: step by step" in bar.about_source(window.document.snapshot)
    window.document.activate(find_format("fp64"))
    assert "FP64 gets 0x3fd3333333333334" in bar.about_source(window.document.snapshot)
    window.document.set_source(parse_literal("0.3"))
    assert "operands" not in bar.about_source(window.document.snapshot)


ALL_FP64 = {
    "term": "0.1",
    "terms": "10",
    **{f"{which}-format": "fp64" for which in ("term", "accumulator", "wide", "pairwise")},
}


def test_ten_tenths_are_told_from_one_in_text_and_figure(run):
    words = [word for name, text in ALL_FP64.items() for word in ("--set", f"{name}={text}")]
    assert sum([0.1] * 10) == 1 - 2**-53
    out = run("run", "accumulation", *words)[1]
    assert "≈ 0.9999999999999999 = 0x3fefffffffffffff" in out
    assert "≈ 1.0000000000000001" in out
    assert "≈ 1\n" not in out
    experiment = find_experiment("accumulation")
    found = experiment.run(experiment.arguments(ALL_FP64))
    notes = [curve.note(found.domain.steps) for curve in plot_data([("", found)], Shown()).curves]
    numbers = [curve.number(found.domain.steps) for curve in found.curves]
    assert len(set(notes)) == len(set(numbers)) > 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--rounding", "upward"], "450  (for ties-to-even; by these rules it reads as nan)"),
        (["--rounding", "toward-zero"], "450  (for ties-to-even)"),
        (["--overflow", "saturate"], "450\n"),
        ([], "450\n"),
    ],
)
def test_the_shortest_decimal_is_one_for_ties_to_even(run, words, said):
    assert f"shortest    {said}" in run("show", "fp8_e4m3fn:0x7e", "-f", "fp8_e4m3fn", *words)[1]


def test_json_says_where_the_shortest_decimal_holds(run):
    def said(*words):
        out = run("show", "fp8_e4m3fn:0x7e", "-f", "fp8_e4m3fn", "--json", *words)[1]
        return json.loads(out)["readings"][0].get("about_shortest")

    assert said() is None
    assert said("--rounding", "upward") == "for ties-to-even; by these rules it reads as nan"


def test_the_shortest_decimal_of_what_would_be_flushed(run):
    out = run("show", "fp16:0x0001", "-f", "fp16", "--flush")[1]
    assert "shortest    6e-08  (for ties-to-even; by these rules it reads as 0)" in out


def test_the_window_says_so_beside_the_shortest_decimal(window):
    view = window.panels["decoded"].table
    assert view.about_shortest.text() == ""
    window.document.set_source(parse_literal("fp8_e4m3fn:0x7e"))
    window.document.set_rules(Rules(Rounding.UPWARD))
    assert view.lines["shortest"].whole == "450"
    assert view.about_shortest.text() == "for ties-to-even; by these rules it reads as nan"


# -- rules and runs -------------------------------------------------------------------------------


@pytest.mark.parametrize("tiny", ["1e-45", "fp32:0x00000001", "2^-149"])
def test_what_is_flushed_does_not_depend_on_how_a_value_is_written(run, tiny):
    def result(*switches):
        words = ("trace", "multiply", tiny, "2^30", "-f", "fp32", *switches, "--json")
        return json.loads(run(*words)[1])["result"]["code"]

    assert result() == result("--flush") == "0x04000000"
    assert result("--daz") == result("--daz", "--flush") == "0x00000000"


def test_a_code_is_no_result_and_the_text_says_why_it_is_not_flushed(run):
    typed = run("show", "1e-45", "-f", "fp32", "--flush")[1]
    loaded = run("show", "fp32:0x00000001", "-f", "fp32", "-f", "bf16", "--flush")[1]
    assert "0x00000000" in typed
    assert loaded.count("a code as it stands: FTZ flushes results alone") == 1
    assert "0x00000001" in loaded
    assert "as it stands" not in run("show", "fp32:0x00000001", "-f", "fp32")[1]


def test_a_zero_of_an_operand_is_said_and_keeps_its_sign(run):
    out = run("trace", "multiply", "fp32:0x80000001", "2^30", "-f", "fp32", "--daz")[1]
    assert "a is taken as -0" in out
    assert "0x80000000" in out


def test_a_code_that_is_converted_is_an_operand(run):
    """-2^-133 as a code of FP32: BF16 and FP64 would hold it."""
    words = ("fp32:0x80010000", "-f", "fp32", "-f", "bf16", "-f", "fp64", "-f", "e8m0", "--daz")
    out = json.loads(run("show", *words, "--json")[1])
    assert out["daz"] is True
    assert [reading["code"] for reading in out["readings"]] == [
        "0x80010000", "0x8000", "0x8000000000000000", "0xff"
    ]  # fmt: skip
    assert ["zeroed_in" in reading for reading in out["readings"]] == [False, True, True, True]
    assert {reading.get("zeroed_in", "fp32") for reading in out["readings"]} == {"fp32"}
    assert [reading["flags"] for reading in out["readings"]] == [[], [], [], ["invalid"]]
    text = run("show", *words)[1]
    assert "overflow ieee, subnormal operands zero\n" in text
    assert "subnormal, exact  (a zero as an operand, by DAZ)\n" in text
    assert text.count("zero  (flushed by DAZ: subnormal in FP32)\n") == 2
    assert "nan, invalid  (flushed by DAZ: subnormal in FP32)\n" in text
    assert text.count("error       9.1835496158e-41, relative 1, ") == 2


def test_a_number_has_no_code_that_daz_could_take(run):
    text = run("show", "-2^-133", "-f", "bf16", "-f", "fp64", "--daz")[1]
    assert "0x8001 " in text
    assert text.count("(a zero as an operand, by DAZ)") == 1  # normal in FP64
    assert "flushed" not in text


@pytest.mark.parametrize("name", ["bf16", "fp32"])
def test_a_conversion_takes_its_operand_as_daz_says(run, name):
    words = ("trace", "convert", "fp32:0x80010000", "-f", name, "--daz")
    out = json.loads(run(*words, "--json")[1])
    assert (out["daz"], out["exact"], out["flags"]) == (True, "-0", [])
    assert int(out["result"]["code"], 16) == 1 << find_format(name).width - 1
    assert set(out["proof"]["choices"].values()) == {out["result"]["code"]}
    assert "a is taken as -0" in run(*words)[1]
    assert json.loads(run(*words[:2], "-2^-133", *words[3:], "--json")[1])["exact"][:3] == "-0."


def test_a_link_and_an_option_are_one_rule(run):
    linked = run("show", "fpviz:fp32:0x00010000?in=bf16,fp32&daz=on", "--json")
    option = run("show", "fp32:0x00010000", "-f", "bf16", "-f", "fp32", "--daz", "--json")
    plain = run("show", "fpviz:fp32:0x00010000?in=bf16,fp32", "--daz", "--json")
    assert linked[1].replace("fpviz:", "") == option[1] == plain[1]


@pytest.mark.parametrize(
    ("machine", "code", "flags"),
    [  # 0x3f7fffff times 0x00800000: tiny with full precision, normal on the coarse grid
        ("usual", "0x00800000", ["inexact", "underflow"]),
        ("x86-fast", "0x00000000", ["inexact", "underflow"]),
        ("arm", "0x00800000", ["inexact", "underflow"]),
        ("arm-fz", "0x00000000", ["inexact", "underflow"]),
    ],
)
def test_ftz_flushes_what_is_tiny_on_that_machine(run, machine, code, flags):
    words = ("trace", "multiply", "fp32:0x3f7fffff", "fp32:0x00800000", "-f", "fp32")
    out = json.loads(run(*words, "--as-on", machine, "--json")[1])
    assert (out["result"]["code"], out["flags"]) == (code, flags)


@pytest.mark.parametrize(
    ("machine", "code", "flags"),
    [
        ("usual", "0x7fc00000", ["invalid"]),
        ("x86", "0x7fc00005", []),
        ("arm", "0x7fc00000", ["invalid"]),
        ("riscv", "0x7fc00000", ["invalid"]),
        ("cuda", "0x7fffffff", ["invalid"]),
    ],
)
def test_zero_times_infinity_plus_a_nan_is_what_it_is_on_that_machine(run, machine, code, flags):
    words = ("trace", "fma", "0", "inf", "fp32:0x7fc00005", "-f", "fp32", "--as-on", machine)
    out = json.loads(run(*words, "--json")[1])
    assert (out["result"]["code"], out["flags"]) == (code, flags)


def test_an_option_goes_before_the_machine_and_a_machine_before_a_link(run):
    link = "fpviz:fp32:0xff800004?in=fp16&nans=cuda&rounding=upward"
    out = json.loads(run("show", link, "--as-on", "arm-fz", "--json")[1])
    assert (out["rounding"], out["tininess"], out["nans"]) == ("ties-to-even", "before", "arm")
    out = json.loads(run("show", link, "--as-on", "arm", "--nans", "riscv", "--json")[1])
    assert (out["flush"], out["nans"], out["readings"][0]["code"]) == (False, "canonical", "0x7e00")
    status, _, error = run("show", "1", "--as-on", "pdp11")
    assert status == 2
    assert "'pdp11' is not one of usual, x86, x86-fast" in error


def test_without_daz_nobody_hears_of_it(run):
    for words in (
        ("show", "fp32:0x80010000", "-f", "bf16", "--flush"),
        ("trace", "convert", "fp32:0x80010000", "-f", "bf16"),
    ):
        for more in ((), ("--json",)):
            out = run(*words, *more)[1]
            assert "daz" not in out.lower()
            assert "zeroed" not in out


def test_underflow_is_looked_for_after_rounding_as_riscv_and_x86_do(run):
    words = (
        "trace",
        "multiply",
        "fp64:0x8040000000000001",
        "fp64:0x3fbffffffffffffe",
        "-f",
        "fp64",
    )
    assert json.loads(run(*words, "--json")[1])["flags"] == ["inexact"]
    assert "Arm looks before it and raises underflow as well" in " ".join(run(*words)[1].split())


def test_the_way_to_an_average_a_decay_and_a_counter_is_named(run, capsys):
    out = run("experiments")[1]
    for what, name in (
        ("a moving average (EMA)", "master-copy"),
        ("a weight decay", "master-copy"),
        ("a step counter", "counting"),
    ):
        (line,) = (line for line in out.splitlines() if what in line)
        assert find_experiment(name).name in line
    with pytest.raises(SystemExit):
        main(["trace", "--help"])
    assert "moving average" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("exp(88)", "fpviz eval 'exp(88)'"),
        ("√2", "fpviz eval '√2'"),
        ("a*b", "fpviz eval 'a*b' --set a=… --set b=…"),
        ("1 + math.sin(2)", "fpviz eval '1 + math.sin(2)'"),
    ],
)
def test_what_show_does_not_work_out_it_names_the_command_for(run, text, command):
    status, _, err = run("show", text)
    assert (status, err.strip().endswith(command)) == (2, True)
    words = [word.replace("…", "0.5") for word in shlex.split(command)[1:]]
    assert run(*words)[0] == 0
