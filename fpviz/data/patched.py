"""Bytes of which some are replaced, while what they stand in stays as it is."""

from __future__ import annotations

from bisect import bisect_left, insort

from fpviz.data.content import Content


class Patched:
    """Data with other bytes at some places; nothing is copied but what is looked at.

    It is read by slices, like the bytes or the file that it lies over.
    """

    def __init__(self, data: Content) -> None:
        self._data = data
        self._places: list[int] = []
        self._values: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, wanted: slice, /) -> bytes | memoryview:
        start, stop, _ = wanted.indices(len(self))
        places = self._places[bisect_left(self._places, start) : bisect_left(self._places, stop)]
        if not places:
            return self._data[start:stop]
        found = bytearray(self._data[start:stop])
        for place in places:
            found[place - start] = self._values[place]
        return bytes(found)

    def put(self, start: int, values: bytes) -> None:
        """Let other bytes stand from a place on; all must be within the data."""
        for place, (old, new) in enumerate(
            zip(self[start : start + len(values)], values, strict=True), start
        ):
            if old == new:
                continue
            if place not in self._values:
                insort(self._places, place)
            self._values[place] = new
