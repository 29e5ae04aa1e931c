"""Literals on the command line: which reading of a text is taken, and what is no option."""

from __future__ import annotations

import json

import pytest


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
