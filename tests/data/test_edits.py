"""Codes replaced in a dump, against what each layout reads before and afterwards."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.numbers import finite
from fpviz.core.phrase import Complaint
from fpviz.data.dump import Dump
from fpviz.data.edits import PIECE, Edit, edited, patched_bytes
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order

NAMES = ("fp4_e2m1", "fp6_e2m3", "tf32", "fp8_e4m3fn", "fp16", "fp32", "fp64", "x87")
FP16, FP32, X87 = map(find_format, ("fp16", "fp32", "x87"))

formats = st.sampled_from([find_format(name) for name in NAMES])
orders = st.sampled_from(Order)


@st.composite
def layouts(draw):
    fmt = draw(formats)
    step, grain = draw(st.sampled_from(((0, 1), (fmt.width, 8), (fmt.width + 8, 8), (50, 1))))
    offset = draw(st.integers(0, 3)) * grain
    stride = 0 if step < fmt.width else step
    return DumpLayout(fmt, draw(orders), draw(st.sampled_from((16, 32))), offset, stride)


dumps = st.builds(Dump, st.binary(min_size=24, max_size=48), st.sampled_from((8, 16, 32, 64, 128)))


@settings(max_examples=150)
@given(dumps, layouts(), st.data())
def test_an_edit_changes_its_code_and_no_other_bit(dump, layout, data):
    before = layout.codes(dump).tolist()
    index = data.draw(st.integers(0, len(before) - 1))
    code = data.draw(st.integers(0, (1 << layout.fmt.width) - 1))
    found = edited(dump, [Edit(layout, index, code)])
    assert layout.codes(found).tolist() == [*before[:index], code, *before[index + 1 :]]
    bits = int.from_bytes(dump.data) ^ int.from_bytes(b"".join(patched_bytes(found, ())))
    assert bits.bit_count() == (before[index] ^ code).bit_count()


@settings(max_examples=60)
@given(dumps, layouts(), layouts(), st.data())
def test_what_is_edited_in_one_layout_shows_in_another(dump, one, other, data):
    edits = [
        Edit(layout, data.draw(st.integers(0, layout.count(dump) - 1)), code)
        for layout, code in ((one, 1), (other, 0), (one, 3))
    ]
    whole = Dump(b"".join(patched_bytes(dump, edits)), dump.unit)
    found = edited(edited(dump, edits[:2]), edits[2:])
    for layout in (one, other):
        assert layout.codes(found).tolist() == layout.codes(whole).tolist()
        last = layout.count(dump) - 1
        assert layout.codes(found, last).tolist() == layout.codes(whole)[last:].tolist()


def test_a_big_endian_edit_reads_little_endian():
    found = edited(Dump(bytes(8)), [Edit(DumpLayout(FP32, Order.ABCD), 1, 0x3F800000)])
    assert DumpLayout(FP16, Order.DCBA).codes(found).tolist() == [0, 0, 0x803F, 0]


def test_of_numbers_the_number_becomes_the_value():
    dump = Dump(numbers=(finite(Fraction(1, 10)), finite(2)))
    found = edited(dump, [Edit(DumpLayout(FP16), 0, 0x3C01)])
    assert DumpLayout(FP32).codes(found).tolist() == [0x3F802000, 0x40000000]
    with pytest.raises(Complaint, match="no bytes"):
        patched_bytes(dump, ())


def test_the_file_is_written_piece_by_piece():
    data = np.arange(2 * PIECE + 3, dtype=np.uint8).tobytes()
    pieces = list(patched_bytes(Dump(data), [Edit(DumpLayout(FP16), PIECE // 2, 0xBEEF)]))
    assert [len(piece) for piece in pieces] == [PIECE, PIECE, 3]
    assert b"".join(pieces) == data[:PIECE] + b"\xbe\xef" + data[PIECE + 2 :]


def test_an_edit_behind_the_end_is_refused():
    layout = DumpLayout(FP16)
    with pytest.raises(Complaint, match="no element 4 to edit; there are 4"):
        edited(Dump(bytes(8)), [Edit(layout, 3, 1), Edit(layout, 4, 1)])
