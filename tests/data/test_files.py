"""Files that are read where they are looked at, also while they become shorter."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import numpy as np
import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data import files
from fpviz.data.content import ContentPart, FileContent
from fpviz.data.dump import Dump
from fpviz.data.files import file_content
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.syntaxes import dumps_in

DATA = random.Random(1).randbytes(10_000)


@pytest.fixture
def path(tmp_path, monkeypatch):
    """A file that counts as a large one."""
    monkeypatch.setattr(files, "_LEFT_FROM", 1000)
    made = tmp_path / "a.bin"
    made.write_bytes(DATA)
    return made


def test_slices_are_those_of_bytes(path):
    content = file_content(path)
    assert isinstance(content, FileContent)
    assert len(content) == len(DATA)
    for wanted in (slice(None), slice(5, 9), slice(-7, None), slice(9990, 20_000), slice(9, 3)):
        assert content[wanted] == DATA[wanted]
        assert ContentPart(content, 100, 5000)[wanted] == DATA[100:5000][wanted]


def test_elements_come_out_of_a_file_as_out_of_bytes(path):
    (found,) = dumps_in(file_content(path))
    layout = DumpLayout(find_format("fp16"), Order.DCBA)
    codes = layout.codes(found.dump, 7, 1000)
    np.testing.assert_array_equal(codes, np.frombuffer(DATA, "<u2")[7:1007])
    np.testing.assert_array_equal(layout.codes(found.dump), layout.codes(Dump(DATA)))


def test_a_block_of_scpi_is_left_in_its_file(path):
    path.write_bytes(b"#49000" + DATA[:9000])
    block = dumps_in(file_content(path))[0]
    assert (block.key, len(block.dump.data), block.dump.data[:]) == ("scpi", 9000, DATA[:9000])


def test_a_file_that_becomes_shorter_says_so(path):
    content = file_content(path)
    os.truncate(path, 6000)
    assert content[:6000] == DATA[:6000]
    with pytest.raises(Complaint) as caught:
        content[5000:7000]
    said = "a.bin is shorter now: 6000 of 10000 bytes are left; open it again"
    assert str(caught.value) == said


def test_who_goes_on_is_told_once_and_reads_zeros(path):
    told = []
    content = file_content(path, told.append)
    os.truncate(path, 6000)
    assert content[5999:6003] == DATA[5999:6000] + bytes(3)
    assert content[8000:8002] == bytes(2)
    assert len(told) == 1


def test_a_large_text_in_a_file(path):
    path.write_text("\n".join(f"{byte:02x}" for byte in DATA))
    assert dumps_in(file_content(path))[0].dump.data == DATA


def test_a_file_that_is_replaced_stays_what_it_was(path, tmp_path):
    content = file_content(path)
    (tmp_path / "b").write_bytes(b"other" * 1000)
    (tmp_path / "b").replace(path)
    assert content[:] == DATA


def test_a_program_lives_on_when_its_file_shrinks(path):
    """In a process of its own: a mapping would end it by a signal."""
    script = f"""
import os
from pathlib import Path
from fpviz.data import files
files._LEFT_FROM = 1
content = files.file_content(Path({str(path)!r}), print)
os.truncate({str(path)!r}, 0)
print(sum(content[:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == [
        "a.bin is shorter now: 0 of 10000 bytes are left; open it again",
        "0",
    ]
