"""Codes out of bytes: where elements stand, and in which order their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import Format
from fpviz.data.dump import Dump
from fpviz.data.layout.orders import Order, orders_of

CodeArray = npt.NDArray[Any]
"""One dimension, of type ``code_dtype`` of their format."""


@dataclass(frozen=True, slots=True)
class DumpLayout:
    """How the data of a dump are read.

    ``word`` is how many bits the words have that a word order turns round. The first element
    begins ``offset`` bits behind the first of the data, each other one ``stride`` bits behind the
    one before (0: as many as an element has).

    Elements that are no whole bytes, or do not begin with one, are cut out of the row of all
    bits: in the orders ABCD from the first bit of each byte on, in DCBA from the last one on, so
    that of two nibbles the low one is the first.
    """

    fmt: Format
    order: Order = Order.ABCD
    word: int = 16
    offset: int = 0
    stride: int = 0

    @property
    def step(self) -> int:
        """Bits from one element to the next."""
        return self.stride or self.fmt.width

    @property
    def has_whole_bytes(self) -> bool:
        """Whether every element is made of bytes of the data."""
        return not (self.fmt.width | self.step | self.offset) % 8

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders in which the elements may differ."""
        if self.has_whole_bytes:
            return orders_of(self.fmt.width, self.word)
        return Order.ABCD, Order.DCBA

    def count(self, dump: Dump) -> int:
        """How many whole elements there are."""
        if dump.numbers:
            return len(dump.numbers)
        room = len(dump.data) * 8 - self.offset - self.fmt.width
        return room // self.step + 1 if room >= 0 else 0

    def spare(self, dump: Dump) -> int:
        """Bits at the end that are less than an element."""
        count = self.count(dump)
        if dump.numbers or not count:
            return 0 if dump.numbers else max(len(dump.data) * 8 - self.offset, 0)
        return len(dump.data) * 8 - (self.offset + (count - 1) * self.step + self.fmt.width)

    def bit(self, index: int) -> int:
        """Where an element begins, in bits of the data."""
        return self.offset + index * self.step

    def codes(self, dump: Dump, start: int = 0, count: int | None = None) -> CodeArray:
        """The codes of so many elements from one on; of all, if nothing is said.

        Numbers are rounded into the format, ties to even.
        """
        end = self.count(dump) if count is None else min(start + count, self.count(dump))
        if dump.numbers:
            found = [encode(self.fmt, number).code for number in dump.numbers[start:end]]
            return np.array(found, code_dtype(self.fmt))
        if end <= start:
            return np.empty(0, code_dtype(self.fmt))
        first, last = self.bit(start), self.bit(end - 1) + self.fmt.width
        if not self.has_whole_bytes:
            return self._cut_out(dump, first, last, end - start)
        size, step = self.fmt.width // 8, self.step // 8
        data = _lanes(dump, self.fmt.width)
        raw = np.frombuffer(data, np.uint8)[first // 8 : last // 8]
        rows = np.lib.stride_tricks.as_strided(raw, (end - start, size), (step, 1), writeable=False)
        return _assembled(rows[:, self.order.places(size, self.word // 8)], self.fmt)

    def _cut_out(self, dump: Dump, first: int, last: int, count: int) -> CodeArray:
        """Elements that may begin amid a byte."""
        little = self.order.value.bytes_turned
        data = _turned(dump) if little else dump.data
        raw = np.frombuffer(data, np.uint8)[first // 8 : (last + 7) // 8]
        bits = np.unpackbits(raw, bitorder="little" if little else "big")[first % 8 :]
        width, lead = self.fmt.width, -self.fmt.width % 8
        rows = np.lib.stride_tricks.as_strided(
            bits, (count, width), (self.step, 1), writeable=False
        )
        room = np.zeros((count, width + lead), np.uint8)
        room[:, lead:] = rows[:, ::-1] if little else rows
        return _assembled(np.packbits(room, axis=1), self.fmt)


def _lanes(dump: Dump, width: int) -> bytes | memoryview:
    """The data; of words that hold several elements, the lowest one first."""
    if dump.unit <= width or dump.unit % width:
        return dump.data
    words = np.frombuffer(dump.data, np.uint8)
    whole = len(words) // (dump.unit // 8) * (dump.unit // 8)
    lanes = words[:whole].reshape(-1, dump.unit // width, width // 8)[:, ::-1]
    return lanes.tobytes() + bytes(dump.data[whole:])


def _turned(dump: Dump) -> bytes | memoryview:
    """The data with the last byte of each word first."""
    size = dump.unit // 8
    if size == 1:
        return dump.data
    whole = len(dump.data) // size * size
    words = np.frombuffer(dump.data, np.uint8)[:whole].reshape(-1, size)[:, ::-1]
    return words.tobytes() + bytes(dump.data[whole:])


def _assembled(rows: npt.NDArray[np.uint8], fmt: Format) -> CodeArray:
    """Codes of their bytes, the first digits first."""
    dtype, size = code_dtype(fmt), rows.shape[1]
    if dtype.hasobject:
        codes = np.empty(len(rows), object)
        codes[:] = [int.from_bytes(row, "big") for row in map(bytes, rows)]
        return codes
    room = np.zeros((len(rows), dtype.itemsize), np.uint8)
    room[:, dtype.itemsize - size :] = rows
    return room.view(dtype.newbyteorder(">")).ravel().astype(dtype)
