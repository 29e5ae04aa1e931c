"""What is exported is read back by the readers of dumps."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.text import value_text
from fpviz.data.dump import Dump
from fpviz.data.exports import EXPORTS, exported_bytes
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.data.syntaxes import dumps_in

NAMES = ("fp4_e2m1", "fp8_e4m3fn", "fp16", "bf16", "fp32", "int64", "x87", "tf32")
READERS = {"csv": "csv", "c": "array", "mem": "readmemh"}
WHOLE = ("fp8_e4m3fn", "fp16", "bf16", "fp32", "int64")


def written(key, dump, layout, ranges):
    (export,) = (each for each in EXPORTS if each.key == key)
    return b"".join(exported_bytes(export, dump, layout, ranges))


@st.composite
def selections(draw, names):
    """(dump, layout, ranges) with some elements, and gaps between them."""
    fmt = find_format(draw(st.sampled_from(names)))
    gap = draw(st.sampled_from((0, 8)))
    layout = DumpLayout(fmt, draw(st.sampled_from(Order)), 16, 0, fmt.width + gap)
    dump = Dump(draw(st.binary(min_size=60, max_size=90)), draw(st.sampled_from((8, 32))))
    cut = draw(st.integers(1, layout.count(dump) - 2))
    return dump, layout, [range(cut), range(cut + 1, layout.count(dump))]


def selected(dump, layout, ranges):
    codes = layout.codes(dump).tolist()
    return [codes[place] for each in ranges for place in each]


@settings(max_examples=30, deadline=None)
@given(selections(WHOLE), st.sampled_from(sorted(READERS)))
def test_texts_are_read_back(selection, key):
    text = written(key, *selection)
    found = next(each for each in dumps_in(text) if each.key == READERS[key])
    _, layout, _ = selection
    assert DumpLayout(layout.fmt).codes(found.dump).tolist() == selected(*selection)


@settings(max_examples=40, deadline=None)
@given(selections(NAMES))
def test_bytes_are_read_back_in_the_same_order(selection):
    _, layout, _ = selection
    data = written("binary", *selection)
    codes = selected(*selection)
    assert len(data) == (len(codes) * layout.fmt.width + 7) // 8
    read = DumpLayout(layout.fmt, layout.order, layout.word).codes(Dump(data)).tolist()
    assert read[: len(codes)] == codes


def test_what_is_too_long_for_an_integer_of_c_is_bytes():
    x87 = find_format("x87")
    dump, layout = Dump(bytes.fromhex("3fff8000000000000000") * 2), DumpLayout(x87)
    text = written("c", dump, layout, [range(2)])
    assert b"uint8_t" in text
    assert b"0x3f, 0xff, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, /* 1 */" in text
    found = next(each for each in dumps_in(text) if each.key == "array")
    assert layout.codes(found.dump).tolist() == layout.codes(dump).tolist()


def test_tables_have_address_code_value_and_class():
    fp16 = find_format("fp16")
    dump, layout = Dump(bytes.fromhex("3c00fc000001")), DumpLayout(fp16)
    ranges = [range(3)]
    rows = list(csv.DictReader(written("csv", dump, layout, ranges).decode().splitlines()))
    assert [row["code"] for row in rows] == ["0x3c00", "0xfc00", "0x0001"]
    assert [row["value"] for row in rows] == [
        value_text(decode(fp16, code).number) for code in (0x3C00, 0xFC00, 1)
    ]
    table = written("markdown", dump, layout, ranges).decode().splitlines()
    assert table[2:4] == ["| 0x0 | `0x3c00` | 1 | normal |", "| 0x2 | `0xfc00` | -inf | infinite |"]
    assert len({line.count("|") for line in table}) == 1


@pytest.mark.parametrize("export", EXPORTS, ids=lambda each: each.key)
def test_an_empty_selection_is_written_too(export):
    dump = Dump(bytes(4))
    data = b"".join(exported_bytes(export, dump, DumpLayout(find_format("fp16")), []))
    assert data.decode().isascii()
