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
        f"expected    {words[0]}, 2 elements, fp32 abcd",
        f"actual      {words[1]}, 2 elements, fp32 dcba",
        "allowed     0 ulps",
        "differing   0",
        "beyond      0",
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
            "allowed": False,
            "difference": "-0.000003814697265625",
        }
    ]


def test_the_tolerance_decides_the_status(run, files):
    words = files("41BBA5E3", "41BBA5E1")
    places = ("--format", "fp32", "--order", "big")
    statuses = [run("diff", *words, *places, "--ulps", ulps)[0] for ulps in ("1", "2")]
    assert statuses == [1, 0]
    assert run("diff", *files("41BBA5E3 00000000", "41BBA5E3"), *places)[0] == 1


def test_rtol_and_atol_by_a_rule_that_is_said(run, files):
    words = [*files("3F800000 7FC00000", "3F800040 7FC00000"), "--format", "fp32"]
    found = json.loads(run("diff", *words, "--rtol", "1e-5", "--json")[1])
    assert found["files"] == {"expected": words[0], "actual": words[1]}
    assert (found["differing"], found["beyond"], found["ulps_allowed"]) == (1, 1, None)
    assert found["tolerance"] == {
        "rule": "numpy.allclose",
        "rtol": "0.00001",
        "atol": "0.00000001",
        "equal_nan": False,
    }
    statuses = {
        rule: run("diff", *words, "--rule", rule, "--rtol", "1e-5", "--atol", "0")[0]
        for rule in ("numpy", "numpy-testing", "torch", "torch-testing")
    }
    assert statuses == {"numpy": 1, "numpy-testing": 0, "torch": 1, "torch-testing": 1}
    out = run("diff", *words, "--rule", "torch-testing")[1]
    said = "torch.testing.assert_close, rtol 0.0000013, atol 0.00001, no NaN is equal"
    assert f"allowed     {said}" in out.splitlines()


def test_each_dump_may_have_an_order_of_its_own(run, files):
    words = [*files("41BBA5E3 01020304", "E3A5BB41 04030201"), "--format", "fp32"]
    assert run("diff", *words, "--order", "abcd", "--actual-order", "dcba")[0] == 0
    assert run("diff", *words, "--order", "abcd")[0] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-", "-"], "both dumps cannot be standard input"),
        (["/none", "/none"], "cannot read '/none': there is no such file or folder"),
        (["/none", "/none", "--ulps", "-1"], "no count"),
        (["{}", "{}", "--ulps", "1", "--rtol", "1"], "--ulps does not go with --rule, --rtol and"),
        (["{}", "{}", "--rule", "torch-testing", "--rtol", "1"], "together, or neither"),
        (["{}", "{}", "--atol", "-1"], "'-1' is no tolerance; type 0 or more"),
        (["{}", "{}", "--rule", "np"], "no rule 'np'; there are numpy"),
        (["{}", "{}", "--actual-order", "acbd"], "no order 'acbd'"),
    ],
)
def test_bad_input_is_one_line(run, files, words, said):
    (path,) = files("41BBA5E3")
    status, out, err = run("diff", *(word.format(path) for word in words))
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
