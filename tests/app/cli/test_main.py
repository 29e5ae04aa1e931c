"""The command line as a whole: what it says of bad input, and what it loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

BAD = [
    (("show",), "LITERAL"),
    (("show", "1e-"), "1e-"),
    (("show", "one"), "one"),
    (("show", "9^9^9"), "9^9^9"),
    (("show", "1" * 1_000_000), "characters"),
    (("show", "1", "--format", "fp17"), "fp17"),
    (("show", "1", "--format", "e99m9"), "exponent"),
    (("show", "1", "--rounding", "sideways"), "sideways"),
    (("show", "1", "--overflow", "turn"), "turn"),
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
