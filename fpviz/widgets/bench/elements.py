"""The elements of a dump, row by row: all of them, or some in an order of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.data.dump import Dump
from fpviz.data.layout.layout import DumpLayout
from fpviz.data.rows import address_digits, address_of, place_said

Indices = npt.NDArray[np.integer[Any]]

_BLOCK = 64
"""Elements that are decoded at once."""

_BLOCKS = 256
"""Blocks that are kept."""


class Elements:
    """Elements in a layout; ``indices`` are those that are shown, in their order, or ``None``.

    ``written`` is the dump as it is written, ``dump`` with the edits in it.
    """

    def __init__(
        self, dump: Dump, written: Dump, layout: DumpLayout, indices: Indices | None = None
    ) -> None:
        self.dump, self.written, self.layout, self.indices = dump, written, layout, indices
        self.total = layout.count(dump)
        self._rows: dict[int, int] | None = None
        self._blocks: dict[tuple[bool, int], Sequence[int]] = {}
        self._digits = address_digits(dump, layout)

    @property
    def count(self) -> int:
        """How many are shown."""
        return self.total if self.indices is None else len(self.indices)

    def index(self, row: int) -> int:
        """The element in a row, counted from 0 from the beginning of the dump."""
        return row if self.indices is None else int(self.indices[row])

    def row_of(self, index: int) -> int | None:
        """The row of an element; ``None`` where it is not shown."""
        if self.indices is None:
            return index if 0 <= index < self.total else None
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self.indices.tolist())}
        return self._rows.get(index)

    def code(self, row: int) -> int:
        """The code in a row."""
        return self._code(self.index(row), self.dump)

    def written_code(self, row: int) -> int:
        """The code as it is in the file or the text."""
        return self._code(self.index(row), self.written)

    def is_edited(self, row: int) -> bool:
        """Whether the code is another than in the file or the text."""
        return self.dump is not self.written and self.code(row) != self.written_code(row)

    def address(self, row: int) -> str:
        """Where an element stands; behind a colon the bit of the byte, where it begins amid one."""
        return place_said(self.dump, self.layout, self.index(row), self._digits)

    def row_at(self, address: int) -> int | None:
        """The row of the element at an address, or of the last one before it."""
        low, high = 0, self.total - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._address(middle) <= address else (low, middle - 1)
        return self.row_of(low)

    def _address(self, index: int) -> int:
        return address_of(self.dump, self.layout, index)

    def _code(self, index: int, dump: Dump) -> int:
        block, at = divmod(index, _BLOCK)
        key = dump is self.written, block
        if key not in self._blocks:
            if len(self._blocks) >= _BLOCKS:
                self._blocks.clear()
            self._blocks[key] = self.layout.codes(dump, block * _BLOCK, _BLOCK).tolist()
        return self._blocks[key][at]
