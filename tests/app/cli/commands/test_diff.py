"""``fpviz diff``: its JSON and its exit status are a contract."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def files(tmp_path):
    """Writes dumps, and gives the words that name them."""

    def write(*contents):
        paths = [tmp_path / f"{at}.txt" for at in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return [str(path) for path in paths]

    return write


def test_dumps_of_two_syntaxes_that_say_the_same(run, files):
    words = files("3f800000 c2ed4000", "00000000: 0000 803f 0040 edc2  ...?.@..")
    status, out, err = run("diff", *words, "--format", "fp32")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "read as     fp32 abcd and dcba",
        "elements    2 expected, 2 actual",
        "differing   0, of which 0 are beyond 0 ulps",
    ]


def test_what_differs_is_told_with_its_address(run, files):
    words = files("@10 41BBA5E3 3F800000", "@10 41BBA5E1 3F800000")
    status, out, err = run("diff", *words, "--format", "fp32", "--json")
    found = json.loads(out)
    assert (status, err) == (1, "")
    assert (found["differing"], found["beyond"]) == (1, 1)
    assert found["distribution"] == [{"from": 2, "to": 2, "count": 1}]
    assert found["worst"] == [
        {
            "index": 0,
            "address": "0x10",
            "expected": {"code": "0x41bba5e3", "value": "23.4559993743896484375"},
            "actual": {"code": "0x41bba5e1", "value": "23.4559955596923828125"},
            "bits": "0x00000002",
            "field": "fraction",
            "ulps": 2,
            "difference": "-0.000003814697265625",
        }
    ]


def test_the_tolerance_decides_the_status(run, files):
    words = files("41BBA5E3", "41BBA5E1")
    places = ("--format", "fp32", "--order", "big")
    statuses = [run("diff", *words, *places, "--ulps", ulps)[0] for ulps in ("1", "2")]
    assert statuses == [1, 0]
    assert run("diff", *files("41BBA5E3 00000000", "41BBA5E3"), *places)[0] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-", "-"], "both dumps cannot be standard input"),
        (["/none", "/none"], "cannot read '/none': there is no such file or folder"),
        (["/none", "/none", "--ulps", "-1"], "no count"),
    ],
)
def test_bad_input_is_one_line(run, words, said):
    status, out, err = run("diff", *words)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
