"""Where elements stand among the values of their own format, as one unsigned integer each.

The *key* of an element says its sign and its place: positive values have consecutive keys from
zero outward, negative ones likewise from another start. What a real number cuts off is then a
range of keys, and counting elements is counting integers.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import Format
from fpviz.core.formats.order import places_below

KeyArray = npt.NDArray[Any]
"""Unsigned integers, one dimension."""

_TABLE, _WORD, _LONGEST = 16, 64, 62
"""The widest formats that have a table of keys, whose codes fit a word, and whose keys do."""


class Keys:
    """The keys of a format: unsigned integers of ``width`` bits, of type ``dtype``."""

    def __init__(self, fmt: Format, width: int, dtype: npt.DTypeLike) -> None:
        self.format = fmt
        self.width = width
        self.dtype = np.dtype(dtype)

    def of(self, codes: npt.NDArray[Any]) -> KeyArray:
        """The keys of codes, of type ``code_dtype`` of the format."""
        raise NotImplementedError

    def start(self, negative: bool) -> int:
        """The key of the place 0 of a sign."""
        return int(negative) << self.width - 1

    def first(self, negative: bool) -> int:
        """The key of the first value of a sign: the place 0 is nobody's where there is no −0."""
        fmt = self.format
        no_zero = negative and fmt.signed and fmt.has_zero and not fmt.has_negative_zero
        return self.start(negative) + no_zero

    def end(self, negative: bool) -> int:
        """The key behind that of the last finite value of a sign."""
        if negative and not self.format.signed:
            return self.start(negative)
        return self.start(negative) + self.format.last_place(negative) + 1

    def infinity(self, negative: bool) -> int | None:
        """The key of an infinity; ``None`` where there is none."""
        place = self.format.infinity_place
        if place is None or (negative and not self.format.signed):
            return None
        return self.start(negative) + place

    def reaching(self, magnitude: Fraction | None, inclusive: bool, negative: bool) -> int:
        """The key behind those of a sign that lie below a magnitude, or at it if ``inclusive``.

        Without a magnitude, behind all finite ones.
        """
        start, end = self.start(negative), self.end(negative)
        if magnitude is None or start == end:
            return end
        fmt = self.format
        place = places_below(fmt, magnitude, negative)
        is_there = place >= 0 and fmt.magnitude(place, negative) == magnitude
        return min(end, start + place + (1 if inclusive or not is_there else 0))

    def place(self, key: int) -> tuple[bool, int]:
        """The sign and the place that a key stands for."""
        start = self.start(True)
        return (True, key - start) if key >= start else (False, key)

    def code(self, key: int) -> int:
        """The canonical code of a key of a finite value."""
        negative, place = self.place(key)
        return self.format.code_at(place, negative)


class _AsStored(Keys):
    """Of formats whose codes are sign and place already, with NaNs beyond the last of them."""

    def __init__(self, fmt: Format) -> None:
        super().__init__(fmt, fmt.width, code_dtype(fmt))

    def of(self, codes: npt.NDArray[Any]) -> KeyArray:
        return codes


class _TwosComplement(Keys):
    """Of formats in which a negative number has the complement of the positive one's code.

    There is no negative zero: the place -1 has the first key of the upper half.
    """

    def __init__(self, fmt: Format) -> None:
        super().__init__(fmt, fmt.width, code_dtype(fmt))

    def of(self, codes: npt.NDArray[Any]) -> KeyArray:
        sign = codes.dtype.type(1 << self.width - 1)
        return np.where(codes & sign, codes ^ (sign - codes.dtype.type(1)), codes)

    def start(self, negative: bool) -> int:
        return (1 << self.width - 1) - 1 if negative else 0

    def place(self, key: int) -> tuple[bool, int]:
        start = self.start(True)
        return (True, key - start) if key > start else (False, key)


class _Unsigned(Keys):
    """Of wide formats without sign whose codes are places."""

    def __init__(self, fmt: Format) -> None:
        super().__init__(fmt, fmt.width, code_dtype(fmt))

    def of(self, codes: npt.NDArray[Any]) -> KeyArray:
        return codes

    def start(self, negative: bool) -> int:
        return int(negative) << self.width


class _Tabled(Keys):
    """Of narrow formats of any kind."""

    def __init__(self, fmt: Format) -> None:
        super().__init__(fmt, fmt.width + 2, np.uint32)
        self._table = np.array([_key(self, code) for code in range(1 << fmt.width)], np.uint32)

    def of(self, codes: npt.NDArray[Any]) -> KeyArray:
        found: KeyArray = self._table[codes]
        return found


class _OneByOne(Keys):
    """Of wide formats of any kind."""

    def __init__(self, fmt: Format) -> None:
        super().__init__(fmt, fmt.width + 2, np.uint64 if fmt.width <= _LONGEST else object)

    def of(self, codes: npt.NDArray[Any]) -> KeyArray:
        return np.array([_key(self, code) for code in codes.tolist()], self.dtype)


def _key(keys: Keys, code: int) -> int:
    """The key of a code; what is no number has the last one."""
    fmt = keys.format
    if fmt.is_nan(code):
        return (1 << keys.width) - 1
    negative, place = fmt.sign_and_place(code)
    return keys.start(negative) + place


@lru_cache(maxsize=64)
def keys_of(fmt: Format) -> Keys:
    """The keys of a format."""
    if fmt.width <= _WORD:
        for kind in (_Unsigned, _AsStored, _TwosComplement):
            if _is_right(keys := kind(fmt)):
                return keys
    return _Tabled(fmt) if fmt.width <= _TABLE else _OneByOne(fmt)


def _is_right(keys: Keys) -> bool:
    """Whether keys say sign and place of the values at either end, for each sign."""
    return all(_is_right_for(keys, negative) for negative in (False, True))


def _is_right_for(keys: Keys, negative: bool) -> bool:
    fmt = keys.format
    if keys.start(negative) == keys.end(negative):
        return True
    last = fmt.last_place(negative)
    places = [1, 2, last // 2, last]
    if keys.first(negative) == keys.start(negative):
        places.append(0)
    codes = [fmt.code_at(place, negative) for place in places if place <= last]
    found: list[int] = keys.of(np.array(codes, keys.dtype)).tolist()
    return found == [keys.start(negative) + place for place in places]
