"""The strip offers every order, the likeliest first, and the present layout among them."""

from __future__ import annotations

import struct

from fpviz.core.formats import find_format
from fpviz.data.dump import Dump
from fpviz.data.layout.alike import read_alike
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order
from fpviz.model.bench.cards import FIRST, cards, judgement

FP16, FP32, FP64 = map(find_format, ("fp16", "fp32", "fp64"))
DUMP = Dump(struct.pack("<8f", 21, 21.5, 22, 22.5, 23, 23.5, 24, 24.5))


def test_the_best_of_each_format_stands_before_all_the_others():
    found = cards(DUMP, (FP32, FP16), None)
    assert [each.layout.fmt for each in found[:3]] == [FP32, FP16, FP32]
    assert found[0].layout.order is Order.DCBA
    assert [each.is_likeliest for each in found] == [True] + [False] * (len(found) - 1)
    assert {each.layout.order for each in found if each.layout.fmt == FP32} == set(Order)
    assert found[0].codes == tuple(DumpLayout(FP32, Order.DCBA).codes(DUMP).tolist()[:FIRST])


def test_the_present_format_is_among_them_where_its_elements_are():
    present = DumpLayout(FP64, Order.CDAB, 32, 32)
    found = cards(DUMP, (FP32,), present)
    assert any(read_alike(each.layout, present) for each in found)
    assert {each.layout.offset for each in found} == {32}
    assert found[1].layout.fmt == FP64


def test_a_format_with_no_room_is_left_out():
    assert {each.layout.fmt for each in cards(Dump(b"12"), (FP32, FP16), None)} == {FP16}


def test_what_is_said_is_of_the_present_layout():
    said = judgement(DUMP, (FP32,), DumpLayout(FP32, Order.DCBA, offset=8)).remarks
    assert str(said[0]) == "24 bits at the end are less than an element of 32"
