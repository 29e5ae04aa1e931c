"""Elements cut out of bytes, against struct, slices of strings and integers."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fpviz.core.formats import find_format
from fpviz.core.phrase import Complaint
from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.layout.orders import Order, find_order, orders_of

FP16, FP32, FP64, FP4 = map(find_format, ("fp16", "fp32", "fp64", "fp4_e2m1"))
X87, FP6 = map(find_format, ("x87", "fp6_e2m3"))
few = settings(max_examples=40)


def codes(data, layout, unit=8, **how):
    return layout.codes(Dump(data, unit), **how).tolist()


@few
@given(st.binary(max_size=64))
def test_big_and_little_are_those_of_struct(data):
    for fmt, letter in ((FP16, "H"), (FP32, "I"), (FP64, "Q")):
        count = len(data) // (fmt.width // 8)
        whole = data[: count * fmt.width // 8]
        for order, mark in ((Order.ABCD, ">"), (Order.DCBA, "<")):
            right = list(struct.unpack(f"{mark}{count}{letter}", whole))
            assert codes(data, DumpLayout(fmt, order)) == right


@few
@given(
    st.binary(min_size=8, max_size=64), st.sampled_from(Order), st.sampled_from((FP32, FP64, X87))
)
def test_words_and_bytes_of_words_are_turned_round(data, order, fmt):
    size = fmt.width // 8
    right = []
    for at in range(0, len(data) - size + 1, size):
        words = [data[at + i : at + i + 2] for i in range(0, size, 2)]
        words = words[::-1] if order.value.words_turned else words
        words = [word[::-1] for word in words] if order.value.bytes_turned else words
        right.append(int.from_bytes(b"".join(words), "big"))
    assert codes(data, DumpLayout(fmt, order)) == right


@few
@given(
    st.binary(min_size=1, max_size=40),
    st.integers(0, 20),
    st.integers(0, 9),
    st.sampled_from((FP4, FP6, find_format("tf32"), FP16)),
)
def test_elements_that_begin_anywhere(data, offset, gap, fmt):
    layout = DumpLayout(fmt, Order.ABCD, offset=offset, stride=fmt.width + gap)
    digits = "".join(f"{byte:08b}" for byte in data)
    starts = range(offset, len(digits) - fmt.width + 1, fmt.width + gap)
    assert codes(data, layout) == [int(digits[at : at + fmt.width], 2) for at in starts]
    if not layout.has_whole_bytes:
        whole = int.from_bytes(data, "little")
        little = DumpLayout(fmt, Order.DCBA, offset=offset, stride=fmt.width + gap)
        mask = (1 << fmt.width) - 1
        assert codes(data, little) == [whole >> at & mask for at in starts]


def test_the_low_nibble_is_the_first_in_the_little_order():
    assert codes(bytes([0x21, 0x43]), DumpLayout(FP4, Order.DCBA)) == [1, 2, 3, 4]
    assert codes(bytes([0x21, 0x43]), DumpLayout(FP4, Order.ABCD)) == [2, 1, 4, 3]
    assert codes(bytes.fromhex("00004321"), DumpLayout(FP4, Order.DCBA), 32)[:4] == [1, 2, 3, 4]


def test_of_a_wide_word_the_low_lane_is_the_first():
    assert codes(bytes.fromhex("c0003c00"), DumpLayout(FP16), 32) == [0x3C00, 0xC000]


def test_a_cbor_half_stands_behind_its_tag():
    assert codes(bytes.fromhex("f94a60"), DumpLayout(FP16, offset=8)) == [0x4A60]


def test_what_is_counted_and_what_is_spare():
    dump = Dump(bytes(11))
    layout, beyond = DumpLayout(FP32), DumpLayout(FP32, offset=64)
    assert (layout.count(dump), layout.spare(dump)) == (2, 24)
    assert (beyond.count(dump), beyond.spare(dump)) == (0, 24)
    assert DumpLayout(FP32).codes(dump, 1, 10).tolist() == [0]


def test_orders_that_are_the_same_are_named_once():
    assert orders_of(8, 16) == (Order.ABCD,)
    assert orders_of(16, 16) == orders_of(24, 16) == (Order.ABCD, Order.DCBA)
    assert len(orders_of(32, 16)) == len(orders_of(80, 16)) == len(orders_of(64, 32)) == 4
    assert (find_order("big"), find_order("little")) == (Order.ABCD, Order.DCBA)
    with pytest.raises(Complaint, match="no order 'acbd'; there are abcd"):
        find_order("acbd")


def test_codes_have_the_type_of_their_format():
    assert DumpLayout(FP16).codes(Dump(bytes(4))).dtype == np.uint16
    assert DumpLayout(X87).codes(Dump(bytes(10))).dtype == object


class Endless:
    """Bytes that only exist while they are looked at, and how many of them were."""

    def __init__(self, size):
        self.size, self.read = size, 0

    def __len__(self):
        return self.size

    def __getitem__(self, wanted):
        start, stop, _ = wanted.indices(self.size)
        self.read += stop - start
        return bytes(at & 0xFF for at in range(start, stop))


@pytest.mark.parametrize("unit", [8, 16, 32, 128])
@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("fmt", [FP4, FP6, find_format("tf32"), FP16, FP32, X87])
def test_a_block_looks_at_no_more_than_its_words(fmt, order, unit):
    data = Endless(10**10)
    layout = DumpLayout(fmt, order)
    dump = Dump(data, unit)
    start = layout.count(dump) // 128 * 128 - 256
    found = layout.codes(dump, start, 100)
    assert data.read <= 100 * fmt.width // 8 + 2 * (unit // 8) + 1
    begin = start * fmt.width // 8
    part = Dump(data[begin : begin + 2048], unit)
    assert found.tolist() == layout.codes(part, 0, 100).tolist()
