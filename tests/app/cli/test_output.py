"""Standard input and output, whatever stands behind them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from itertools import product

import pytest

from fpviz.app.cli import output
from fpviz.app.cli.main import main
from fpviz.core.formats import CATALOGUE
from tests.checkout import ROOT
from tests.strides import one_in

COMMANDS = {
    "show": ["show", "1/3", "fp16:0x0001"],
    "show --json": ["show", "1/3", "--json"],
    "show --csv": ["show", "1/3", "--csv", "-"],
    "formats": ["formats"],
    "formats --json": ["formats", "--json"],
    "trace": ["trace", "add", "0.1", "0.2", "-f", "fp16"],
    "experiments": ["experiments"],
    "run": ["run", "adam"],
    "run --script": ["run", "swamping", "--script", "numpy"],
    "help": ["--help"],
    "bad": ["show", "半"],
}


def fpviz(words, redirect="", **environment):
    """A command in a shell; what came of it."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f'"$0" -m fpviz "$@" {redirect}', sys.executable, *words],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=120,
        env={**os.environ, **environment},
    )


@pytest.fixture
def written(monkeypatch):
    """A command in this process, its output in an encoding; status and what it wrote, as bytes."""

    def command(words, encoding):
        streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
        monkeypatch.setattr(sys, "stdout", streams[0])
        monkeypatch.setattr(sys, "stderr", streams[1])
        status = main(words)
        for stream in streams:
            stream.flush()
        return status, *(stream.buffer.getvalue() for stream in streams)

    return command


ENCODINGS = ["cp1252", "ascii", "latin-1", "utf-8", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["show", "show --json", "formats", "run", "bad"])
def test_output_is_utf8_or_ascii_whatever_the_encoding(name, encoding, written):
    status, out, err = written(COMMANDS[name], encoding)
    assert status == (2 if name == "bad" else 0)
    unicode = encoding.startswith("utf")
    for text in (out, err):
        text.decode("utf-8" if unicode else "ascii")
        assert b"Traceback" not in text
    if name == "show" and not unicode:
        assert b"2^-12 = 0.000244140625" in out
    if name == "show --json":
        assert json.loads(out)["input"] == "1/3"


@pytest.mark.parametrize(("name", "encoding"), one_in(3, product(["show", "bad"], ENCODINGS)))
def test_a_process_writes_what_a_command_here_does(name, encoding, written):
    done = fpviz(COMMANDS[name], PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stdout, done.stderr) == written(COMMANDS[name], encoding)


@pytest.mark.parametrize(
    ("name", "buffered"), one_in(3, product(sorted(COMMANDS.keys() - {"bad"}), ["", "1"]))
)
def test_a_full_disk_behind_standard_output_is_one_line_and_status_2(name, buffered):
    done = fpviz(COMMANDS[name], ">/dev/full", PYTHONUNBUFFERED=buffered)
    assert done.returncode == 2
    assert done.stderr == b"fpviz: standard output cannot be written: the disk is full\n"


@pytest.mark.parametrize("name", one_in(2, ["formats --json", "run", "show --csv", "help"]))
def test_a_closed_pipe_is_no_error(name):
    done = fpviz(COMMANDS[name], "| true")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("name", "redirect"),
    one_in(
        3,
        product(
            ["show", "show --json", "show --csv", "bad"], [">&-", "2>&-", ">&- 2>&-", "2>/dev/full"]
        ),
    ),
)
def test_a_stream_that_is_not_there_is_no_traceback(name, redirect):
    done = fpviz(COMMANDS[name], redirect)
    assert done.returncode == (2 if name == "bad" else 0)
    assert b"Traceback" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    ("kind", "magic"), one_in(3, [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
)
def test_a_picture_goes_to_standard_output(kind, magic):
    words = ["render", "1.1", "--panel", "bits", "--type", kind, "-o", "-"]
    done = fpviz(words)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(magic)


def test_what_is_spelled_is_ascii():
    text = "2⁻¹⁰ ≈ 1e-3 · w₀ ≥ ½ → “x” 半"
    assert output.spelled(text) == '2^-10 ~ 1e-3 * w_0 >= 1/2 -> "x" \\u534a'


# -- a literal a line -----------------------------------------------------------------------------


@pytest.fixture
def piped(capsys, monkeypatch):
    """``fpviz show - …`` with something on standard input."""

    def command(data, *words):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = main(["show", "-", *words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


MIXED = b"\xef\xbb\xbf1\n\none\r\n-2\r\n\xff\n 1e-\nfp16:0x7c00"


def test_the_good_lines_are_answered_and_the_bad_ones_named(piped):
    status, out, err = piped(MIXED, "-f", "fp16", "--as", "code")
    assert (status, out.split()) == (1, ["0x3c00", "0xc000", "0x7c00"])
    three, five, six = err.splitlines()
    assert three.startswith("fpviz: line 3: 'one'")
    assert five.startswith("fpviz: line 5: '\\xff'")
    assert six.startswith("fpviz: line 6: '1e-'")


def test_what_a_line_was_read_as_is_said_with_its_number(piped):
    err = piped(b"1\n7e00\n0.9F\ne4m3:0x7e\n", "-f", "fp16")[2].splitlines()
    assert err[0].startswith("fpviz: line 2: '7e00' was read as the integer 7; --codes reads")
    assert err[1] == "fpviz: line 3: '0.9F': rounded to FP32, as F says"
    assert err[2].startswith("fpviz: line 4: 'e4m3' is taken as fp8_e4m3fn")


def test_good_lines_alone_are_status_0_and_no_line_is_no_answer(piped):
    assert piped(b"1\n2\n", "-f", "fp16", "--as", "code") == (0, "0x3c00\n0x4000\n", "")
    assert piped(b"", "-f", "fp16") == (0, "", "")
    assert piped(b"\n", "--json") == (0, "[]\n", "")


def test_json_of_lines_is_a_list_that_says_the_lines(piped):
    status, out, _ = piped(MIXED, "--json")
    assert status == 1
    assert [(each["line"], each["input"]) for each in json.loads(out)] == [
        (1, "1"),
        (4, "-2"),
        (7, "fp16:0x7c00"),
    ]


def test_text_of_lines_is_that_of_literals(piped, capsys):
    assert main(["show", "1", "-2"]) == 0
    together = capsys.readouterr().out
    assert piped(b"1\n-2\n")[1] == together


def test_a_table_has_a_row_a_reading_with_what_json_says(piped):
    words = ("-f", "fp16", "-f", "fp8_e4m3fn")
    table = list(csv.DictReader(io.StringIO(piped(b"1.1\n1e9\n", *words, "--csv", "-")[1])))
    reports = json.loads(piped(b"1.1\n1e9\n", *words, "--json")[1])
    readings = [(report["input"], each) for report in reports for each in report["readings"]]
    assert len(table) == len(readings) == 4
    for row, (typed, reading) in zip(table, readings, strict=True):
        assert row["input"] == typed
        assert (row["format"], row["code"]) == (reading["format"], reading["code"])
        assert row["bits.exponent"] == reading["bits"]["exponent"]
        assert row["error.ulps"] == (reading["error"]["ulps"] or "")
        assert row["previous.code"] == (reading["previous"] or {"code": ""})["code"]
        assert row["flags"].split() == reading["flags"]


def test_the_catalogue_is_a_table_too(capsys):
    assert main(["formats", "--csv", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["format"] for row in rows] == [fmt.name for fmt in CATALOGUE]
    assert rows[0]["largest.value"] == "65504"
