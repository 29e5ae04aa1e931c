"""``fpviz decode`` with ``--signal`` and ``--dbc``: its CSV and its JSON are a contract."""

from __future__ import annotations

import csv
import io
import json

import pytest

LOG = """\
(1.000001) can0 123#66661242CDCC0CC0
(1.000002) can0 123#R
noise
(1.000003) can0 123#0000
(1.000004) can0 124#0000803F00000000
"""
DBC = """\
BO_ 291 Temperatures: 8 ECU
 SG_ Hot : 0|32@1- (1,0) [0|0] "degC" Gateway
 SG_ Low : 0|16@1+ (0.1,-5) [0|0] "" Gateway
SIG_VALTYPE_ 291 Hot : 1;
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "log").write_text(LOG)
    (tmp_path / "a.dbc").write_text(DBC)
    return tmp_path


def test_the_signals_of_a_dbc_file_as_json(run, files):
    status, out, err = run("decode", str(files / "log"), "--dbc", str(files / "a.dbc"), "--json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert (found["syntax"], found["orders"]) == ("candump", [])
    assert found["remarks"] == ["frames too short for Hot: 1", "line 3: 'noise' is not read"]
    hot, low = found["signals"]
    assert hot == {
        "name": "Hot",
        "start": 0,
        "length": 32,
        "byte_order": "intel",
        "format": "fp32",
        "factor": "1",
        "offset": "0",
        "unit": "degC",
        "values": [
            {
                "address": "1.000001",
                "id": "123",
                "code": "0x42126666",
                "raw": "36.59999847412109375",
                "value": "36.59999847412109375",
            }
        ],
    }
    assert [each["value"] for each in low["values"]] == ["2616.4", "-5"]


def test_a_signal_that_is_typed_as_csv_and_text(run, files):
    words = ("decode", str(files / "log"), "--signal", "124#One 0|32@1- fp32")
    status, out, err = run(*words, "--csv", "-")
    assert (status, err) == (0, "fpviz: line 3: 'noise' is not read\n")
    assert list(csv.reader(io.StringIO(out))) == [
        ["signal", "id", "address", "format", "code", "raw", "value", "unit"],
        ["One", "124", "1.000004", "fp32", "0x3f800000", "1", "1", ""],
    ]
    assert run(*words)[1].split() == ["1.000004", "124", "One", "0x3f800000", "1"]


def test_without_times_frames_are_counted(run, tmp_path):
    (tmp_path / "log").write_text("can0 123#01\ncan0 124#02\n")
    words = ("decode", str(tmp_path / "log"), "--signal", "0|8@1+", "--json", "--count", "2")
    values = json.loads(run(*words)[1])["signals"][0]["values"]
    assert [(each["address"], each["id"], each["raw"]) for each in values] == [
        ("0", "123", "1"),
        ("1", "124", "2"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--signal", "24|16"], "'24|16' is no signal; type"),
        (["--dbc", "{}/log"], "'{}/log': there is no signal in it"),
        (["--dbc", "{}/none"], "cannot read '{}/none'"),
        (["--signal", "0|8@1+", "--order", "big"], "--signal and --dbc say where bits stand"),
        (
            ["--signal", "999#0|8@1+"],
            "has no frame with a signal that is asked for; line 3: 'noise' is not read",
        ),
    ],
)
def test_bad_input_is_one_line(run, files, words, said):
    status, out, err = run("decode", str(files / "log"), *(word.format(files) for word in words))
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said.format(files) in err
