"""What is open is read beside the window, again where it has to be, and refused in one line."""

from __future__ import annotations

import os
import struct
from dataclasses import replace

import pytest

from fpviz.core.formats import find_format
from fpviz.core.phrase import verbatim
from fpviz.data.edits import Edit
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.model.bench.reading import DumpReader
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump
from fpviz.model.document import Document
from fpviz.model.files.scene import Scene

FP32 = find_format("fp32")
FLOATS = struct.pack("<8f", 21, 21.5, 22, 22.5, 23, 23.5, 24, 24.5)


@pytest.fixture
def document(qapp) -> Document:
    return Document()


@pytest.fixture
def reader(document):
    reader = DumpReader(document)
    yield reader
    reader.close()


def refused(reader) -> list[str]:
    told: list[str] = []
    reader.refused.connect(lambda reason: told.append(str(reason)))
    return told


def test_a_file_is_opened_as_it_is_likeliest_meant(reader, document, tmp_path):
    path = tmp_path / "log.bin"
    path.write_bytes(FLOATS)
    reader.open_path(path)
    reader.wait()
    dump = document.bench.dump
    assert dump.origin.path == str(path)
    assert (dump.layout.fmt, dump.layout.order) == (FP32, Order.DCBA)
    assert bytes(reader.dump.data) == FLOATS
    reader.catch_up()
    reader.judging.wait()
    assert reader.judgement.cards[0].layout == dump.layout


def test_a_path_stays_good_wherever_the_program_works_later(
    reader, document, tmp_path, monkeypatch
):
    (tmp_path / "log.bin").write_bytes(FLOATS)
    monkeypatch.chdir(tmp_path)
    reader.open_path((tmp_path / "log.bin").relative_to(tmp_path))
    reader.wait()
    assert document.bench.dump.origin.path == str(tmp_path / "log.bin")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "bad: there is no such file or folder"),
        (lambda path: path.mkdir(), "bad: it is a folder"),
        (os.mkfifo, "bad: it is no file"),
        (lambda path: path.write_bytes(b""), "there is nothing in it"),
        (lambda path: path.write_text("what is this?"), "there is nothing in it that is known"),
    ],
    ids=["none", "folder", "pipe", "empty", "prose"],
)
def test_what_is_no_dump_is_refused_in_one_line(reader, document, tmp_path, make, reason):
    make(tmp_path / "bad")
    told = refused(reader)
    reader.open_path(tmp_path / "bad")
    reader.wait()
    (said,) = told
    assert said.startswith(reason)
    assert "\n" not in said
    assert document.bench == Bench()


def test_what_a_scene_has_open_is_read_when_somebody_shows_it(qapp, tmp_path):
    path = tmp_path / "log.bin"
    path.write_bytes(FLOATS)
    first = DumpReader(Document())
    first.open_path(path)
    first.wait()
    document = Document(Scene(bench=Bench(dump=first.wanted)))
    reader = DumpReader(document)
    assert not reader.reading.is_busy
    reader.catch_up()
    reader.wait()
    assert reader.dump is not None
    assert not document.undo_stack.count()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "log.bin: there is no such file or folder"), (b"other", "log.bin has changed")],
)
def test_a_file_that_is_gone_or_another_is_not_taken_unasked(qapp, tmp_path, content, reason):
    path = tmp_path / "log.bin"
    if content is not None:
        path.write_bytes(content)
    dump = OpenDump(DumpOrigin(str(path), "", "32-00"), "binary-file", DumpLayout(FP32))
    reader = DumpReader(Document(Scene(bench=Bench(dump=dump))))
    reader.catch_up()
    reader.wait()
    assert str(reader.refusal).startswith(reason)
    assert reader.dump is None
    reader.catch_up()
    assert not reader.reading.is_busy


def test_reading_that_is_cancelled_is_not_begun_again_unasked(qapp, tmp_path):
    dump = OpenDump(DumpOrigin(text="3f800000"), "hex", DumpLayout(FP32))
    reader = DumpReader(Document(Scene(bench=Bench(dump=dump))))
    reader.catch_up()
    reader.cancel()
    assert str(reader.refusal) == "reading was cancelled"
    reader.take_as_it_is()
    reader.wait()
    assert reader.refusal is None
    assert reader.dump is not None


def test_another_syntax_is_taken_in_one_step(reader, document):
    reader.open_text("00000000: 0000 803f 0000 c03f\n")
    reader.wait()
    first = document.bench.dump.syntax
    other = reader.read.found[1].key
    reader.choose_syntax(other)
    reader.wait()
    assert document.bench.dump.syntax == other
    document.undo_stack.undo()
    assert document.bench.dump.syntax == first
    assert reader.read.key == first


def test_edits_of_what_is_shorter_now_are_left_out(reader, document):
    reader.open_text("3f800000 40000000")
    reader.wait()
    layout = DumpLayout(FP32)
    edits = (Edit(layout, 0, 0x40400000), Edit(layout, 99, 0))
    document.set_bench(verbatim("edit"), document.bench.with_edits(edits))
    assert layout.codes(reader.dump).tolist() == [0x40400000, 0x40000000]


def test_an_element_that_is_the_source_has_a_place(reader, document, tmp_path):
    path = tmp_path / "log.bin"
    path.write_bytes(bytes.fromhex("0000807f0000c07f") * 2)
    reader.open_path(path)
    reader.wait()
    document.set_bench(
        verbatim("read"),
        document.bench.with_dump(replace(document.bench.dump, layout=DumpLayout(FP32))),
    )
    assert reader.place == ""
    document.choose_row(3, FP32, 0x7FC00000)
    assert reader.place == "log.bin 0x000c"
    reader.open_text("1.5 2.5")
    reader.wait()
    document.choose_row(1, FP32, 0x40200000)
    assert reader.place == "1"
