"""``fpviz decode``: its CSV and its JSON are a contract."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from fpviz.data.syntaxes import dumps_in
from tests.data.samples import B16, FOUR, SAMPLES


@pytest.fixture
def decode(run, tmp_path):
    """``fpviz decode FILE … --json`` of a text or of bytes, parsed."""

    def command(content, *words):
        path = tmp_path / "dump"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        status, out, err = run("decode", str(path), *words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return command


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.text[:30])
def test_every_sample_goes_through(decode, sample):
    found = decode(sample.text, "--format", sample.fmt, "--order", sample.order)
    (order,) = found["orders"]
    assert found["syntax"] == sample.syntax
    assert (order["order"], order["format"], order["rank"]) == (sample.order, sample.fmt, 1)
    assert tuple(each["value"] for each in order["values"]) == sample.values


AMBIGUOUS = ("426F F741", "44 79 FF FF")
"""Texts that are plausible in two orders, or are of one value."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.text[:30])
def test_the_right_order_of_a_sample_is_first_of_all(decode, sample):
    orders = decode(sample.text, "--format", sample.fmt, "--all-orders")["orders"]
    assert orders[0]["order"] == sample.order
    assert [each["rank"] for each in orders] == [*range(1, len(orders) + 1)]


def test_two_plausible_orders_are_both_shown(decode):
    orders = decode("426F F741", "--format", "fp32", "--all-orders")["orders"]
    assert [each["order"] for each in orders][:2] == ["abcd", "dcba"]
    assert {each["order"] for each in orders} == {"abcd", "dcba", "cdab", "badc"}
    assert all("moderate in size" in each["reasons"] for each in orders[:2])


def test_what_json_says(decode):
    found = decode("00000010: 0000 803f ffff 7f7f 00  .........", "--format", "fp32")
    assert found["remarks"] == ["8 bits at the end are less than an element of 32"]
    assert found["others"] == ["hex"]
    assert found["orders"][0]["values"] == [
        {"address": "0x10", "code": "0x3f800000", "value": "1", "class": "normal"},
        {"address": "0x14", "code": "0x7f7fffff", "value": FOUR[3], "class": "normal"},
    ]


def test_without_a_format_the_likeliest_are_shown(decode):
    orders = decode("16827 42467")["orders"]
    assert (orders[0]["format"], orders[0]["order"]) == ("fp32", "abcd")
    assert len({each["format"] for each in orders}) == len(orders) == 3


def test_where_elements_stand(decode):
    found = decode("[0xF9, 0x4A, 0x60]", "--format", "fp16", "--order", "big", "--offset", "8")
    assert [each["value"] for each in found["orders"][0]["values"]] == ["12.75"]
    words = ("--format", "fp16", "--order", "little", "--offset", "2B", "--stride", "64")
    (order,) = decode(B16, *words, "--count", "1")["orders"]
    assert [each["code"] for each in order["values"]] == ["0x3f80"]
    registers = decode("[0, 0, 128, 63]", "--words", "16", "--format", "uint16")["orders"][0]
    assert [each["value"] for each in registers["values"]] == ["0", "0", "128", "63"]


def test_a_shift_by_one_register_is_offered(decode):
    registers = "7" + " 16475 34789 51485 5348 16475 34789 51486 5348" * 2
    found = decode(registers, "--format", "fp64", "--words", "16")
    said = "shifted by one register, by an offset of 16 bits, it is more plausible"
    assert said in found["remarks"]


def test_numbers_are_rounded_into_a_format(decode):
    found = decode("[999, 937, 833, 625]", "--syntax", "decimals", "--format", "bf16")
    values = [each["value"] for each in found["orders"][0]["values"]]
    assert values == ["1000", "936", "832", "624"]


def test_csv_of_raw_codes_against_numpy(run, tmp_path):
    codes = np.random.default_rng(1).integers(0, 1 << 16, 1000).astype("<u2")
    (tmp_path / "a.bin").write_bytes(b"\0\1" + codes.tobytes())
    words = ("--format", "fp16", "--order", "little", "--offset", "2B", "--csv", "-")
    status, out, err = run("decode", str(tmp_path / "a.bin"), *words)
    head, *rows = csv.reader(io.StringIO(out))
    assert (status, err) == (0, "")
    assert head == ["format", "order", "address", "code", "value", "class"]
    assert [row[2] for row in rows[:2]] == ["0x2", "0x4"]
    assert [int(row[3], 16) for row in rows] == codes.tolist()
    values = np.array([float(row[4]) for row in rows])
    np.testing.assert_array_equal(values, codes.view(np.float16).astype(float))


def test_text_says_what_was_read_and_why(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("01 03 04 41 BB A5 E3 A4 F3")
    status, out, _ = run("decode", str(path), "-f", "fp32", "--all-orders")
    assert status == 0
    lines = out.splitlines()
    assert lines[:2] == ["syntax    Modbus RTU frames", "also      hex; see --syntax"]
    assert lines[2] == "read as   fp32 abcd: all are finite, moderate in size"
    assert lines[4] == " 1  fp32 abcd  23.456"
    assert lines[-1] == "       0x0  0x41bba5e3  23.456                    normal"


def test_text_lists_the_first_of_many_and_says_how_many_there_are(run, tmp_path):
    path = tmp_path / "a.bin"
    codes = np.full(1500, 0x3C00, "<u2")
    codes[:4] = 0xFE01, 0x7C00, 0x0001, 0x8003
    path.write_bytes(codes.tobytes())
    words = ("decode", str(path), "-f", "fp16", "--order", "little")
    lines = run(*words)[1].splitlines()
    listed = [line for line in lines if line.startswith("     ")]
    assert len(listed) == 1000
    assert listed[0].split() == ["0x0", "0xfe01", "-nan(0x1)", "not", "a", "number"]
    assert lines[-2:] == [
        "1000 of 1500 elements; --count 1500 lists all, --csv - writes them",
        "of all, 1 NaN, 1 infinite, 2 subnormal",
    ]
    assert len(run(*words, "--count", "1500")[1].splitlines()) == len(lines) + 500 - 3
    assert len(run(*words, "--csv", "-")[1].splitlines()) == 1501


def test_what_is_not_read_is_one_line_and_the_rest_is_read(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("can0 123#41BBA5E3\nnoise\nmore\ncan0 123#41BBA5E3\n")
    status, out, err = run("decode", str(path), "-f", "fp32", "--csv", "-")
    assert (status, len(out.splitlines())) == (0, 3)
    assert err == ("fpviz: line 2: 'noise' is not read; other lines with something unread: 1\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{}/none"], "cannot read '{}/none': there is no such file or folder"),
        (["{}"], "cannot read '{}': it is a folder"),
        (["{}/pipe"], "cannot read '{}/pipe': it is no file; what a pipe delivers is read from"),
        (["{}/empty"], "'{}/empty' is empty"),
        (["{}/short", "-f", "fp32"], "16 bits are less than an element of FP32, which has 32"),
        (["{}/words"], "there is nothing in it that is known"),
        (["{}/short", "--order", "acbd"], "no order 'acbd'; there are abcd, dcba"),
        (["{}/short", "--offset", "x"], "'x' is no number of bits"),
        (["{}/short", "--count", "0"], "'0' is no number of elements"),
        (["{}/short", "--words", "7"], "'7' is not one of 8, 16"),
        (["{}/short", "--order", "big", "--all-orders"], "choose one of them"),
        (["{}/short", "--json", "--csv", "-"], "each print; choose one of them"),
    ],
)
def test_bad_input_is_one_line(run, tmp_path, words, said):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "short").write_text("41 BB")
    (tmp_path / "words").write_text("hello world")
    status, out, err = run("decode", *(word.format(tmp_path) for word in words))
    assert (status, out) == (2, "")
    assert said.format(tmp_path) in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"41 BB A5", ["8 bits at the end are less than an element of 16"]),
        (b"41 BB A5 E", ["an odd number of digits is no whole byte", "8 bits at the end"]),
        (b":0200000041BB05", ["line 1: the checksum is 05 and should be 02"]),
        (b"00000010: 41bb\n00000010: 41bb\n", ["addresses overlap from 0x10 on"]),
        (b"00000010: 41bb\n00000000: 41bb\n", ["addresses go back to 0x0"]),
        (b"41 BB\n" + bytes(range(250)), []),  # bytes that begin like a text
    ],
)
def test_what_is_wrong_is_a_line_each_and_the_rest_is_read(run, tmp_path, content, said):
    (tmp_path / "a").write_bytes(content)
    status, out, err = run("decode", str(tmp_path / "a"), "-f", "fp16", "--csv", "-")
    assert (status, len(err.splitlines())) == (0, len(said))
    assert all(each in err for each in said)
    assert len(out.splitlines()) > 1


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
def test_a_device_is_no_file(run, device):
    status, out, err = run("decode", device)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert f"cannot read '{device}': it is no file" in err


def test_a_full_disk_is_one_line(run, tmp_path):
    (tmp_path / "a").write_bytes(B16)
    for words in (("decode", "-f", "fp32"), ("decode", "--signal", "0|8@1+")):
        (tmp_path / "a").write_bytes(B16 if "-f" in words else b"can0 123#4142")
        status, _, err = run(*words, str(tmp_path / "a"), "--csv", "/dev/full")
        assert (status, err) == (2, "fpviz: cannot write '/dev/full': the disk is full\n")


def test_more_than_standard_input_may_have(run, monkeypatch):
    monkeypatch.setattr("fpviz.app.cli.dump_input.LONGEST_TEXT", 1 << 20)
    with open("/dev/zero", "rb") as endless:  # noqa: PTH123 - a device
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        status, out, err = run("decode", "-")
    said = "fpviz: standard input has more than 1 MiB; give it as a file\n"
    assert (status, out, err) == (2, "", said)


def test_a_file_that_becomes_shorter_is_one_line(run, tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(bytes(1000))
    monkeypatch.setattr("fpviz.data.files._LEFT_FROM", 100)
    found = []

    def cut(data, *_):
        os.truncate(path, 600)
        return found.append(data) or dumps_in(data)

    monkeypatch.setattr("fpviz.data.syntaxes.dumps_in", cut)
    status, _, err = run("decode", str(path), "-f", "fp32", "--csv", "-")
    said = "fpviz: a is shorter now: 600 of 1000 bytes are left; open it again\n"
    assert (status, err) == (2, said)


def test_a_file_that_may_not_be_read(run, tmp_path, monkeypatch):
    path = tmp_path / "secret"
    path.write_bytes(B16)
    monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))
    status, _, err = run("decode", str(path))
    monkeypatch.undo()
    assert (status, err) == (2, f"fpviz: cannot read '{path}': permission is denied\n")


def test_standard_input_and_no_qt():
    script = (
        "import sys\nfrom fpviz.app.cli.main import main\n"
        "status = main(['decode', '-f', 'fp32', '--csv', '-'])\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\nsys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=b"41 BB A5 E3", capture_output=True, check=True
    )
    assert done.stdout.splitlines()[1] == b"fp32,abcd,0x0,0x41bba5e3,23.4559993743896484375,normal"
