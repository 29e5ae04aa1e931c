"""Codes out of bytes: where elements stand, and in which order their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import Format
from fpviz.data.dump import Dump
from fpviz.data.layout.orders import Order, orders_of

CodeArray = npt.NDArray[Any]
"""One dimension, of type ``code_dtype`` of their format."""

Bytes = npt.NDArray[np.uint8]

_ENDS = {
    tuple(range(size)[::step]): mark
    for size in (1, 2, 4, 8)
    for mark, step in ((">", 1), ("<", -1))
}
"""What numpy calls the two orders in which it reads integers itself, by the places of bytes."""


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
        bits = range(self.bit(start), self.bit(end - 1) + self.fmt.width)
        turn = self._turn(dump)
        begin = turn.begin(bits.start // 8)
        raw = turn.read(dump, begin, (bits.stop + 7) // 8)[bits.start // 8 - begin :]
        cut = self._whole_bytes if self.has_whole_bytes else self._cut_out
        return cut(raw, bits.start % 8, end - start)

    def replaced(self, dump: Dump, index: int, code: int) -> tuple[int, bytes]:
        """Where the bytes begin in which an element lies, and these with another code in it."""
        bit, turn = self.bit(index), self._turn(dump)
        begin = turn.begin(bit // 8)
        raw = turn.read(dump, begin, (bit + self.fmt.width + 7) // 8).copy()
        self._put(raw, bit - begin * 8, code)
        return begin, turn.turned(raw).tobytes()

    def packed(self, codes: CodeArray) -> bytes:
        """Codes as bytes in the order of the layout, one behind the other from the first bit on;
        bits that are left in the last byte are 0."""
        rows, width = _bytes_of(codes, self.fmt), self.fmt.width
        if width % 8:
            digits = np.unpackbits(rows, axis=1)[:, -width:]
            bits = digits[:, ::-1] if self._is_little else digits
            return np.packbits(bits.ravel(), bitorder=self._bit_order).tobytes()
        found = np.empty_like(rows)
        found[:, self._places] = rows
        return found.tobytes()

    def _put(self, raw: Bytes, bit: int, code: int) -> None:
        """Write a code into bytes that are in the order of elements, from a bit of them on."""
        width = self.fmt.width
        if self.has_whole_bytes:
            places = np.array(self._places) + bit // 8
            raw[places] = np.frombuffer(code.to_bytes(width // 8, "big"), np.uint8)
            return
        digits = np.array([code >> at & 1 for at in range(width)], np.uint8)
        bits = np.unpackbits(raw, bitorder=self._bit_order)
        bits[bit : bit + width] = digits if self._is_little else digits[::-1]
        raw[:] = np.packbits(bits, bitorder=self._bit_order)

    @property
    def _places(self) -> tuple[int, ...]:
        """Where the bytes of an element stand, that of its first digits first."""
        return self.order.places(self.fmt.width // 8, self.word // 8)

    @property
    def _is_little(self) -> bool:
        """Whether the last bits of bytes come first, where elements are cut out of them."""
        return self.order.value.bytes_turned

    @property
    def _bit_order(self) -> Literal["little", "big"]:
        return "little" if self._is_little else "big"

    def _turn(self, dump: Dump) -> Turn:
        """What comes first of a word: of several elements the lowest, of bytes the last one where
        the last bits come first."""
        width, unit = self.fmt.width, dump.unit
        if not self.has_whole_bytes:
            return Turn(unit // 8, 1) if self._is_little else Turn(1, 1)
        return Turn(1, 1) if unit <= width or unit % width else Turn(unit // 8, width // 8)

    def _whole_bytes(self, raw: Bytes, _bit: int, count: int) -> CodeArray:
        size, step = self.fmt.width // 8, self.step // 8
        if mark := _ENDS.get(self._places):
            words = np.ndarray((count,), f"{mark}u{size}", raw, strides=(step,))
            return words.astype(code_dtype(self.fmt))
        rows = np.lib.stride_tricks.as_strided(raw, (count, size), (step, 1), writeable=False)
        return _assembled(rows[:, self._places], self.fmt)

    def _cut_out(self, raw: Bytes, bit: int, count: int) -> CodeArray:
        """Elements that may begin amid a byte."""
        bits = np.unpackbits(raw, bitorder=self._bit_order)[bit:]
        width, lead = self.fmt.width, -self.fmt.width % 8
        rows = np.lib.stride_tricks.as_strided(
            bits, (count, width), (self.step, 1), writeable=False
        )
        room = np.zeros((count, width + lead), np.uint8)
        room[:, lead:] = rows[:, ::-1] if self._is_little else rows
        return _assembled(np.packbits(room, axis=1), self.fmt)


class Turn(NamedTuple):
    """Words of so many bytes, the pieces of each in the opposite order; what is left at the end
    of the data stays. Turned twice, they are as they were."""

    word: int
    piece: int

    def begin(self, byte: int) -> int:
        """Where the word begins in which a byte lies."""
        return byte // self.word * self.word

    def read(self, dump: Dump, begin: int, end: int) -> Bytes:
        """The data from the beginning of a word to the end of one, turned."""
        end = -(-end // self.word) * self.word
        return self.turned(np.frombuffer(dump.data[begin:end], np.uint8))

    def turned(self, raw: Bytes) -> Bytes:
        """Bytes from the beginning of a word on, turned."""
        if self.word == self.piece:
            return raw
        whole = len(raw) // self.word * self.word
        words = raw[:whole].reshape(-1, self.word // self.piece, self.piece)
        return np.concatenate([words[:, ::-1].ravel(), raw[whole:]])


def _bytes_of(codes: CodeArray, fmt: Format) -> Bytes:
    """The bytes of each code, the first digits first."""
    size = (fmt.width + 7) // 8
    if codes.dtype.hasobject:
        joined = b"".join(code.to_bytes(size, "big") for code in codes.tolist())
        return np.frombuffer(joined, np.uint8).reshape(-1, size)
    words = codes.astype(codes.dtype.newbyteorder(">")).view(np.uint8)
    return words.reshape(len(codes), codes.itemsize)[:, codes.itemsize - size :]


def _assembled(rows: Bytes, fmt: Format) -> CodeArray:
    """Codes of their bytes, the first digits first."""
    dtype, size = code_dtype(fmt), rows.shape[1]
    if dtype.hasobject:
        codes = np.empty(len(rows), object)
        codes[:] = [int.from_bytes(row, "big") for row in map(bytes, rows)]
        return codes
    room = np.zeros((len(rows), dtype.itemsize), np.uint8)
    room[:, dtype.itemsize - size :] = rows
    return room.view(dtype.newbyteorder(">")).ravel().astype(dtype)
