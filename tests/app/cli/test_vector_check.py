"""``fpviz trace --vectors``: its text, its JSON and its exit status are a contract."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pytest

LINES = """\
3C00 3C00 4000 00
3C00 1001 3C00 01
7BFF 7BFF 7BFF 05
"""


@pytest.fixture
def check(run, tmp_path):
    """Check lines as a file; (status, standard output, standard error)."""

    def command(text, *words):
        path = tmp_path / "lines.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("trace", "add", "--format", "fp16", "--vectors", str(path), *words)

    return command


def test_the_text_is_a_table_of_wrong_lines_and_the_diagnosis(check):
    status, out, err = check(LINES)
    assert (status, err) == (1, "")
    head, _, titles, first, second, _, counted, said = out.splitlines()
    assert head == "add  fp16  ties-to-even, overflow ieee"
    assert titles.split() == [
        "line",
        "a",
        "b",
        "expected",
        "actual",
        "bits",
        "ulps",
        "right",
        "under",
    ]
    assert first.split()[:7] == ["2", "0x3c00", "0x1001", "0x3c00", "0x3c01", "0", "1"]
    assert second.split()[:7] == ["3", "0x7bff", "0x7bff", "0x7bff", "0x7c00", "10:0", "1"]
    assert counted == "lines: 3, right: 1, wrong: 2"
    assert said.startswith("All 2 wrong lines are right under toward-zero")


def test_the_json_has_a_line_for_each_wrong_result(check):
    status, out, err = check(LINES, "--json")
    assert (status, err) == (1, "")
    report = json.loads(out)
    assert (report["operation"], report["format"], report["rounding"]) == (
        "add",
        "fp16",
        "ties-to-even",
    )
    first, second = report["wrong"]
    assert (first["line"], first["expected"], first["actual"]) == (2, "0x3c00", "0x3c01")
    assert (first["ulps"], first["bits"]) == (1, "0x0001")
    assert first["operands"] == {"a": "0x3c00", "b": "0x1001"}
    assert first["right_under"][0] == second["right_under"][0] == "toward-zero"
    summary = report["summary"]
    assert (summary["lines"], summary["wrong"], summary["unread"]) == (3, 2, 0)
    best = summary["hypotheses"]["expected"][0]
    assert (best["key"], best["lines"]) == ("toward-zero", 2)
    assert len(out.splitlines()) == 6  # a line each, for programs that read lines


def test_the_csv_has_the_same(check, tmp_path):
    status, out, _ = check(LINES, "--csv", "-")
    first, second = csv.DictReader(io.StringIO(out))
    assert status == 1
    assert (first["line"], first["a"], first["expected"], first["actual"]) == (
        "2",
        "0x3c00",
        "0x3c00",
        "0x3c01",
    )
    assert "toward-zero" in second["right_under"].split()
    check(LINES, "--csv", str(tmp_path / "wrong.csv"))
    assert (tmp_path / "wrong.csv").read_text().splitlines() == out.splitlines()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("3C00 3C00 4000\n", 0),
        ("3C00 3C00 4001\n", 1),
        ("3C00 3C00 4000\nbad\n", 2),
        ("3C00 3C00 4001\nbad\n", 1),
        ("bad\n", 2),
    ],
)
def test_the_status_is_1_for_a_wrong_line_and_else_2_for_one_that_is_none(check, text, status):
    said, _, err = check(text)
    assert said == status
    assert len(err.splitlines()) == text.count("bad")


def test_a_line_that_is_none_is_told_and_the_rest_answered(check):
    status, out, err = check("3C00 3C00 4000\n13C00 3C00 4000\n" + LINES)
    assert status == 1
    assert err == "fpviz: line 2: '13C00' has 5 digits, and a code of fp16 has 4\n"
    assert "lines: 4, right: 2, wrong: 2, not read: 1" in out


def test_rules_formats_and_nans_are_asked_for(check, run, tmp_path):
    assert check(LINES, "--rounding", "RTZ")[0] == 0
    assert check("7C00 FC00 FE00\n")[0] == 1
    assert check("7C00 FC00 FE00\n", "--any-nan")[0] == 0
    path = tmp_path / "narrow.txt"
    path.write_text("3F800000 3C00 00\n3F800001 3C00 01\n")
    words = ("-f", "fp16", "--operands", "fp32", "--vectors", str(path))
    assert run("trace", "convert", *words)[0] == 0


def test_a_machine_sets_the_rules_by_which_lines_are_right(check, run, tmp_path):
    """x86 makes a negative NaN, RISC-V one of its own; Arm judges tininess before rounding."""
    negative_nan, payload = "7C00 FC00 FE00 10\n", "7E01 3C00 7E00 00\n"
    assert [check(negative_nan, *words)[0] for words in ((), ("--as-on", "x86"))] == [1, 0]
    assert [check(negative_nan, "--nans", rule)[0] for rule in ("x86", "arm")] == [0, 1]
    assert [check(payload, "--as-on", machine)[0] for machine in ("riscv", "x86")] == [0, 1]
    path = tmp_path / "products.txt"
    path.write_text("3B79 0448 0400 03\n")  # rounds up to the least normal number
    products = ("trace", "multiply", "-f", "fp16", "--vectors", str(path))
    assert run(*products)[0] == 1
    assert run(*products, "--tininess", "before")[0] == run(*products, "--as-on", "arm")[0] == 0
    status, out, _ = run(*products, "--as-on", "riscv", "--json")
    report = json.loads(out)
    assert (status, report["nans"], report["wrong"][0]["right_under"][0]) == (
        1,
        "canonical",
        "tininess-before",
    )


def test_results_are_in_a_format_of_their_own(run, tmp_path):
    path = tmp_path / "lines.txt"
    words = ("-f", "fp32", "--vectors", str(path), "--json")
    path.write_text("40200000 00000002 01\n40200000 00000003 01\n")
    status, out, _ = run("trace", "to-int", *words)
    report = json.loads(out)
    assert (status, report["operands"], report["operand_formats"], report["format"]) == (
        1,
        "fp32",
        ["fp32"],
        "int32",
    )
    assert "ties-away" in report["wrong"][0]["right_under"]
    path.write_text("40200000 0000000000000002 01\n")
    assert run("trace", "to-int", *words, "--to", "int64")[0] == 0
    status, _, err = run("trace", "to-int", *words, "--to", "fp16")
    assert (status, err) == (2, "fpviz: fp16 is no format of integers such as int32\n")
    path.write_text("40200000 00000002 41200000 00\n")
    status, out, _ = run("trace", "scale-b", *words[:-1])
    assert status == 0
    assert out.startswith("scale-b  fp32, int32 into fp32  ")


def test_digits_and_forms_are_chosen(check):
    text = "a,b,expected\n1000,1000,1400\n"
    assert check(text)[0] == 2
    assert check(text, "--codes")[0] == 0
    assert check("a,b,expected\n1000,1000,2000\n", "--numbers")[0] == 0
    assert check("1.0,1.0,2.0\n", "--lines", "csv")[0] == 0
    status, _, err = check("1.0,1.0,2.0\n", "--lines", "xml")
    assert (status, err) == (2, "fpviz: 'xml' is not one of testfloat, log, csv\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "there is no line of operands and a result to check"),
        (b"# nothing\n\n", "there is no line of operands and a result to check"),
        (LINES.encode("utf-16"), "it is text in UTF-16; UTF-8 is read"),
    ],
)
def test_a_file_without_lines_is_one_line(check, data, said):
    status, out, err = check(data)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_file_that_is_not_there_is_one_line(run, tmp_path):
    for name in (tmp_path / "none.txt", tmp_path):
        status, out, err = run("trace", "add", "-f", "fp16", "--vectors", str(name))
        assert (status, out) == (2, "")
        assert err.startswith(f"fpviz: cannot read '{name}': ")
        assert len(err.splitlines()) == 1


def test_operands_and_a_file_are_one_too_many(check):
    for words in (("1", "2"), ("--through", "fp32"), ("--all-rules",)):
        status, _, err = check(LINES, *words)
        said = "fpviz: --vectors takes neither operands nor --through nor --all-rules\n"
        assert (status, err) == (2, said)


def test_standard_input_is_read_and_a_closed_pipe_ends_it():
    words = [sys.executable, "-m", "fpviz", "trace", "add", "-f", "fp16", "--vectors", "-"]
    many = "3C00 1001 3C00 01\n" * 3000
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        program.stdin.write(many)
        program.stdin.close()
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == ""
    assert program.returncode == 0


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("f16_add", "3C00 3C00 4000 00"),
        ("f16_mulAdd", "3C00 4000 4000 4400 00"),
        ("f32_to_i32", "3FC00000 00000002 01"),
        ("i32_to_f16", "00000002 4000 00"),
        ("f16_to_f32", "3C00 3F800000 00"),
        ("f32_lt", "3F800000 40000000 1 00"),
    ],
)
def test_a_function_of_testfloat_names_the_formats(run, tmp_path, name, lines):
    path = tmp_path / "lines.txt"
    path.write_text(lines)
    status, out, err = run("trace", name, "--vectors", str(path))
    assert (status, err) == (0, "")
    assert "lines: 1, right: 1" in out
