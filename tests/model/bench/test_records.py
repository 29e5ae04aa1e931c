"""The bench in the document: rows that are the source, their edits, undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fpviz.core.formats import find_format
from fpviz.core.literals import CodeLiteral, parse_literal
from fpviz.core.phrase import phrase
from fpviz.data.edits import Edit
from fpviz.data.layout.layout import DumpLayout
from fpviz.model.bench.records import Bench, DumpOrigin, OpenDump, Pin
from fpviz.model.document import Document
from fpviz.model.files.scene import Scene

FP32, FP16 = find_format("fp32"), find_format("fp16")
LAYOUT = DumpLayout(FP32)
ONE = 0x3F800000


@pytest.fixture
def document() -> Document:
    dump = OpenDump(DumpOrigin(text="3f800000 40000000"), "plain-hex", LAYOUT)
    return Document(Scene(bench=Bench(dump=dump)))


def _dump(document: Document) -> OpenDump:
    dump = document.bench.dump
    assert dump is not None
    return dump


def _code(document: Document) -> int:
    source = document.state.source
    assert isinstance(source, CodeLiteral)
    return source.code


def test_a_row_becomes_the_source_and_undo_brings_back_what_was(document: Document) -> None:
    before = document.state
    document.choose_row(0, FP32, ONE)
    assert (_code(document), document.state.active, _dump(document).row) == (ONE, FP32, 0)
    document.undo_stack.undo()
    assert document.state == before
    assert _dump(document).row is None


def test_bits_that_are_toggled_change_the_row(document: Document) -> None:
    told: list[Bench] = []
    document.choose_row(1, FP32, 0x40000000)
    document.bench_changed.connect(told.append)
    document.toggle_bit(FP32, 0)
    document.toggle_bit(FP32, 31)
    assert _dump(document).edits == (Edit(LAYOUT, 1, 0xC0000001),)
    assert len(told) == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert _dump(document).edits == ()
    assert _code(document) == 0x40000000


def test_another_row_keeps_the_edit_of_the_first(document: Document) -> None:
    document.choose_row(0, FP32, ONE)
    document.negate(FP32)
    document.choose_row(1, FP32, 0x40000000)
    document.step_ulp(FP32, up=True)
    assert [(edit.index, edit.code) for edit in _dump(document).edits] == [
        (0, 0xBF800000),
        (1, 0x40000001),
    ]


def test_what_changes_another_format_or_is_typed_leaves_the_dump_alone(document: Document) -> None:
    document.choose_row(0, FP32, ONE)
    document.toggle_bit(FP16, 0)
    assert (_dump(document).row, _dump(document).edits) == (None, ())
    document.choose_row(0, FP32, ONE)
    document.set_source(parse_literal("2.5"))
    assert (_dump(document).row, _dump(document).edits) == (None, ())


def test_a_change_that_keeps_the_source_keeps_the_row(document: Document) -> None:
    document.choose_row(0, FP32, ONE)
    document.remove_format(FP16)
    assert _dump(document).row == 0


def test_an_edit_in_the_table_makes_its_row_the_source(document: Document) -> None:
    document.edit_row(1, FP32, ONE)
    assert (_code(document), _dump(document).row) == (ONE, 1)
    assert _dump(document).edits == (Edit(LAYOUT, 1, ONE),)


def test_a_scene_without_a_bench_leaves_it_and_one_with_takes_its_place(document: Document) -> None:
    pins = (Pin(parse_literal("0.1"), "A", "expected"),)
    document.set_bench(phrase("pin a value"), replace(document.bench, pins=pins))
    document.load(Scene(), {})
    assert document.bench.pins == pins
    document.load(Scene(bench=Bench()), {})
    assert document.bench == Bench()
    document.undo_stack.undo()
    assert document.bench.pins == pins
    assert document.scene({}).bench == document.bench
