"""Blocks of codes decoded into binary32 or binary64 values.

A format of no more than 16 bits is decoded by a table of all its values. Most wider ones are a
shorter binary32 or binary64, so that their codes need a shift and another bias. What is left
reaches down among the subnormals of the type; there sign and exponent field look up where their
codes start and how far apart they are. All this is about the family of formats with sign, biased
exponent and fraction, and reads its layout. In fixed point the order of the codes says it all;
codes of other families are decoded one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arrays.encoding import Bools, Words, special_codes
from fpviz.core.arrays.one_by_one import TABLE_WIDTH
from fpviz.core.arrays.ordering import rank_array
from fpviz.core.formats import (
    BinaryFormat,
    Format,
    binary_layout,
    custom,
)
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import contains, first_ordinal
from fpviz.core.numbers import Finite, Infinity

Floats = npt.NDArray[np.floating[Any]]

FLOAT_FORMATS: dict[np.dtype[Any], BinaryFormat] = {
    np.dtype(np.float32): custom(8, 23),
    np.dtype(np.float64): custom(11, 52),
}
"""The formats of the arrays' own elements."""

BlockDecoder = Callable[[Words, Floats], None]
"""(codes, out): sets ``out``, contiguous and as long as ``codes``, to their values."""


def holds(dtype: np.dtype[Any], fmt: Format) -> bool:
    """Whether every finite value of ``fmt`` is one of the floating-point type ``dtype``."""
    return contains(FLOAT_FORMATS[dtype], fmt)


def float_holds(fmt: Format) -> bool:
    """Whether every finite value of ``fmt`` is one of float64."""
    return any(holds(dtype, fmt) for dtype in FLOAT_FORMATS)


def value_dtype(fmt: Format) -> np.dtype[Any]:
    """The narrower of float32 and float64 that holds every value of ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> value_dtype(find_format("bf16")).name, value_dtype(find_format("e11m40")).name
    ('float32', 'float64')

    Raises ValueError where float64 does not.
    """
    for dtype in FLOAT_FORMATS:
        if holds(dtype, fmt):
            return dtype
    raise ValueError(f"{fmt.name} has values that float64 does not hold; decode them one by one")


def block_decoder(fmt: Format, dtype: np.dtype[Any], block: int) -> BlockDecoder:
    """The quickest way to decode blocks of at most ``block`` codes of ``fmt`` into ``dtype``.

    ``dtype`` must hold the values of the format. What is returned owns scratch memory, so that
    it serves one thread at a time.
    """
    if fmt.width <= TABLE_WIDTH:
        return _ByValue(fmt, dtype)
    if fmt.is_fixed_point and not fmt.has_negative_zero:
        return _ByRank(fmt)
    layout = _in_rows(fmt)
    if layout is None:
        return _DecodedOneByOne(fmt)
    if layout.emin >= FLOAT_FORMATS[dtype].emin:
        return _ByShift(layout, dtype, block)
    return _ByField(layout, dtype, block)


def _in_rows(fmt: Format) -> BinaryFormat | None:
    """The layout of a format of which all codes of one exponent field are equally far apart."""
    return binary_layout(fmt) if fmt.has_even_binades else None


class _ByValue:
    """A table of all values."""

    def __init__(self, fmt: Format, dtype: np.dtype[Any]) -> None:
        self._table = _value_table(fmt, dtype)

    def __call__(self, codes: Words, out: Floats) -> None:
        np.take(self._table, codes, out=out, mode="clip")


@lru_cache(maxsize=64)
def _value_table(fmt: Format, dtype: np.dtype[Any]) -> Floats:
    """The values of all codes of a format of at most 16 bits; read-only."""
    codes, layout = np.arange(1 << fmt.width, dtype=np.uint32), _in_rows(fmt)
    table = np.empty(codes.size, dtype)
    by_code = _DecodedOneByOne(fmt) if layout is None else _ByField(layout, dtype, codes.size)
    by_code(codes, table)
    table.flags.writeable = False
    return table


class _DecodedOneByOne:
    """The scalar function, for families without a kernel; every NaN becomes the usual one."""

    def __init__(self, fmt: Format) -> None:
        self.fmt = fmt

    def __call__(self, codes: Words, out: Floats) -> None:
        for i, code in enumerate(codes.tolist()):
            match decode(self.fmt, code).number:
                case Finite(negative, magnitude):
                    out[i] = -float(magnitude) if negative else float(magnitude)
                case Infinity(negative):
                    out[i] = -np.inf if negative else np.inf
                case _:
                    out[i] = np.nan


class _ByRank:
    """Integers times the distance of values, which is the same everywhere."""

    def __init__(self, fmt: Format) -> None:
        self.fmt, self._least = fmt, first_ordinal(fmt)
        self._spacing = float(fmt.stretch_of(0).spacing)

    def __call__(self, codes: Words, out: Floats) -> None:
        ordinals = rank_array(self.fmt, codes).astype(np.int64)
        ordinals += self._least
        np.multiply(ordinals, self._spacing, out=out, casting="unsafe")


class _ByShift:
    """Shift and bias, for formats whose normal numbers are normal in the type."""

    def __init__(self, fmt: BinaryFormat, dtype: np.dtype[Any], block: int) -> None:
        self.fmt, self._own = fmt, FLOAT_FORMATS[dtype]
        self._scratch: Words = np.empty(block, f"u{dtype.itemsize}")
        self._lead = self._own.fraction_width - fmt.fraction_width
        self._fields = self._own.bias - fmt.bias

    def __call__(self, codes: Words, out: Floats) -> None:
        fmt, field = self.fmt, 1 << self._own.fraction_width
        words: Words = out.view(self._scratch.dtype)
        np.bitwise_and(codes, fmt.magnitude_mask, out=words)
        tiny = words < fmt.min_normal_code if self._fields else np.False_
        words <<= self._lead
        words += self._fields * field
        if tiny.any():  # as if they had the hidden bit, which then is taken away
            np.add(words, field, out=words, where=tiny)
            np.subtract(out, 2.0**fmt.emin, out=out, where=tiny)
        if fmt.signed:
            sign = self._scratch[: codes.size]
            np.right_shift(codes, fmt.width - 1, out=sign)
            sign <<= self._own.width - 1
            words |= sign
        _patch_specials(fmt, codes, self._own, words)


class _ByField:
    """Tables of at most 4096 rows, one for each sign and exponent field."""

    def __init__(self, fmt: BinaryFormat, dtype: np.dtype[Any], block: int) -> None:
        self.fmt, self._own = fmt, FLOAT_FORMATS[dtype]
        self._words: Words = np.empty(block, f"u{dtype.itemsize}")
        self._looked_up: Floats = np.empty(block, dtype)
        rows = [_start_and_step(fmt, top) for top in range(1 << (fmt.width - fmt.fraction_width))]
        self._starts, self._steps = np.array(rows, dtype).T.copy()

    def __call__(self, codes: Words, out: Floats) -> None:
        words, looked_up = self._words[: codes.size], self._looked_up[: codes.size]
        np.bitwise_and(codes, self.fmt.fraction_mask, out=words)
        np.copyto(out, words, casting="same_kind")
        np.right_shift(codes, self.fmt.fraction_width, out=words)
        np.take(self._steps, words, out=looked_up, mode="clip")
        out *= looked_up
        np.take(self._starts, words, out=looked_up, mode="clip")
        out += looked_up
        _patch_specials(self.fmt, codes, self._own, out.view(words.dtype))


def _start_and_step(fmt: BinaryFormat, top: int) -> tuple[float, float]:
    """The value of fraction 0, and the distance of values, where sign and exponent field are
    ``top``; zeros where there are only infinities and NaNs."""
    code = top << fmt.fraction_width
    magnitude_code = code & fmt.magnitude_mask
    if magnitude_code > fmt.largest_code:
        return 0.0, 0.0
    start, step = float(fmt.magnitude(magnitude_code)), 2.0 ** fmt.scaled(magnitude_code)[1]
    return (-start, -step) if code & fmt.sign_mask else (start, step)


def _patch_specials(fmt: BinaryFormat, codes: Words, own: BinaryFormat, words: Words) -> None:
    """Writes the infinities and NaNs among ``codes`` into ``words``, as codes of ``own``."""
    special = _specials(fmt, codes)
    if special.any():
        words[special] = special_codes(fmt, own, Rules(), codes[special].astype(words.dtype))


def _specials(fmt: BinaryFormat, codes: Words) -> Bools:
    special: Bools = codes & fmt.magnitude_mask > fmt.largest_code
    if fmt.nan_for_zero >= 0:
        special |= codes == fmt.nan_for_zero
    return special
