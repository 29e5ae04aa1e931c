"""A file that shrinks behind an open dump, and a paste that is no text."""

from __future__ import annotations

import os

import pytest

from fpviz.core.phrase import Complaint
from fpviz.data.text import untold
from fpviz.model.bench.opening import of_path, opened
from fpviz.model.bench.records import DumpOrigin


def test_a_file_that_becomes_shorter_is_told_once_and_shown_as_zeros(tmp_path, monkeypatch):
    monkeypatch.setattr("fpviz.data.files._LEFT_FROM", 100)
    path = tmp_path / "a.bin"
    path.write_bytes(bytes(range(250)) * 4)
    wanted, read = opened(of_path(path), untold)
    os.truncate(path, 0)
    codes = [wanted.layout.codes(read.dump, at, 10).tolist() for at in (0, 20)]
    assert codes == [[0] * 10] * 2
    said = "a.bin is shorter now: 0 of 1000 bytes are left; open it again"
    assert list(map(str, read.lost)) == [said]


@pytest.mark.parametrize("text", ["\x00\x01\x02abc", "\ufffd\ufffd@\ufffd41 BB"])
def test_bytes_that_were_pasted_as_a_text_are_refused(text):
    with pytest.raises(Complaint, match="this is no text but bytes; open them as a file"):
        opened(DumpOrigin(text=text), untold)


def test_a_long_text_says_how_far_it_is():
    told = []
    _, read = opened(DumpOrigin(text="41 BB A5 E3\n" * 10_000), told.append)
    assert (len(read.dump.data), len(told) > 20) == (40_000, True)
