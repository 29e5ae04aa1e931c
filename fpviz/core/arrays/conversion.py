"""Arrays rounded into a format, encoded and decoded, with the meaning of the scalar functions.

Element by element, ``encode_array`` gives the code that ``rounding.encode`` gives, under every
rule, payloads of NaNs and signs of zeros included, and ``decode_array`` the value that
``decoding.decode`` gives. binary64 elements are never rounded to binary32 on the way.

Arrays go through in blocks that fit a core's own cache, in one of three ways: by a table where
the array is long and a few leading bits of an element decide, by integer arithmetic where the
code fits 64 bits, else one by one in exact arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arrays.decoding import FLOAT_FORMATS, Floats, block_decoder, holds, value_dtype
from fpviz.core.arrays.encoding import (
    Codes,
    Integers,
    Kernel,
    Words,
    narrow,
    narrow_width,
    scalar_code,
)
from fpviz.core.formats import BinaryFormat, Format, binary_layout, custom

BLOCK = 1 << 15
"""Elements that go through at once, with all scratch memory in the second-level cache."""

TABLE_WIDTH = 18
"""The most leading bits of an element that index a table of codes."""

_BINARY32, _BINARY64 = FLOAT_FORMATS.values()
_LEADING_HALF = custom(_BINARY64.exponent_width, 20)
"""The upper 32 bits of a binary64: what narrow formats need of it, in words of half the size."""


def code_dtype(fmt: Format) -> np.dtype[Any]:
    """The smallest unsigned type that holds a code of ``fmt``; beyond 64 bits, ``object``.

    >>> from fpviz.core.formats import find_format
    >>> code_dtype(find_format("tf32")), code_dtype(find_format("fp128"))
    (dtype('uint32'), dtype('O'))
    """
    for dtype in (np.uint8, np.uint16, np.uint32, np.uint64):
        if fmt.width <= np.dtype(dtype).itemsize * 8:
            return np.dtype(dtype)
    return np.dtype(object)


def encode_array(
    fmt: Format, values: Floats, rules: Rules = Rules(), random_bits: Integers | None = None
) -> Codes:
    """The codes of ``values`` (float32 or float64, any shape), rounded once into ``fmt``.

    The result has the shape of ``values`` and the type ``code_dtype(fmt)``. Under stochastic
    rounding ``random_bits``, integers of the shape of ``values``, gives each element its own
    bits, ``rules.random_width`` of them; without it, all get ``rules.random_bits``.

    >>> from fpviz.core.formats import find_format
    >>> encode_array(find_format("fp8_e4m3fn"), np.array([1.0, -0.3, 1e9]))
    array([ 56, 170, 127], dtype=uint8)

    Raises TypeError for elements of another type, ValueError for random bits that are no
    integers, of another shape, or out of range.
    """
    elements, drawn = _elements(values), _drawn(values, rules, random_bits)
    codes: Codes = np.empty(elements.size, code_dtype(fmt))
    encode = _encoder(fmt, elements, rules)
    for part in _parts(elements.size):
        encode(elements[part], None if drawn is None else drawn[part], codes[part])
    return codes.reshape(np.shape(values))


def decode_array(fmt: Format, codes: Integers, dtype: npt.DTypeLike | None = None) -> Floats:
    """The values of ``codes`` (integers of any shape), by default as ``value_dtype(fmt)``.

    Quiet NaNs keep sign and payload. If ``dtype`` is float32 and does not hold every value of
    the format, the exact values are rounded once, ties to even.

    >>> from fpviz.core.formats import find_format
    >>> decode_array(find_format("fp4_e2m1"), np.arange(8, 16))
    array([-0. , -0.5, -1. , -1.5, -2. , -3. , -4. , -6. ], dtype=float32)

    Raises ValueError for a code wider than the format, and for a format with values that float64
    does not hold; TypeError for codes that are no integers, and for a ``dtype`` other than
    float32 and float64.
    """
    exact = value_dtype(fmt)
    wanted = exact if dtype is None else np.dtype(dtype)
    if wanted not in FLOAT_FORMATS:
        raise TypeError(f"values are float32 or float64, not {wanted}")
    through = wanted if holds(wanted, fmt) else exact
    words = _words(fmt, codes)
    values: Floats = np.empty(words.size, through)
    decode = block_decoder(fmt, through, min(BLOCK, words.size))
    for part in _parts(words.size):
        decode(words[part], values[part])
    with np.errstate(over="ignore", under="ignore"):
        return values.reshape(np.shape(codes)).astype(wanted, copy=False)


def round_array(
    fmt: Format,
    values: Floats,
    rules: Rules = Rules(),
    random_bits: Integers | None = None,
    out: Floats | None = None,
) -> Floats:
    """``values`` rounded into ``fmt``: what their codes decode to, in the type of ``values``.

    float32 becomes float64 where the format has values that float32 does not hold: the type
    depends on the format alone, never on the elements. ``out`` (which may be ``values``) takes
    the result and is returned. Else as ``encode_array``.

    Raises ValueError, beside the reasons of ``encode_array``, for a format with values that
    float64 does not hold, and for an ``out`` of another shape or type than the result.
    """
    elements, drawn = _elements(values), _drawn(values, rules, random_bits)
    dtype = elements.dtype if holds(elements.dtype, fmt) else value_dtype(fmt)
    result = _room(values, dtype, out)
    block = min(BLOCK, elements.size)
    codes: Codes = np.empty(block, code_dtype(fmt))
    encode, decode = _encoder(fmt, elements, rules), block_decoder(fmt, dtype, block)
    for part in _parts(elements.size):
        found = codes[: part.stop - part.start]
        encode(elements[part], None if drawn is None else drawn[part], found)
        decode(found, result[part])
    if out is None:
        return result.reshape(np.shape(values))
    if not np.may_share_memory(result, out):
        out[...] = result.reshape(out.shape)
    return out


BlockEncoder = Callable[[Any, "Integers | None", Codes], None]
"""(elements or their bits, random bits, out): encodes one block into ``out``; all contiguous."""


def _encoder(fmt: Format, elements: Floats, rules: Rules) -> BlockEncoder:
    """The quickest way to encode these elements."""
    layout = binary_layout(fmt)
    if layout is not None and _fits_word(_BINARY64, layout, rules):
        return _ByBits(layout, elements, rules)
    return _EncodedOneByOne(fmt, elements.dtype, rules)


class _EncodedOneByOne:
    """The scalar functions, where codes or random bits are too wide for a word, and for families
    without a kernel."""

    def __init__(self, fmt: Format, dtype: np.dtype[Any], rules: Rules) -> None:
        self.fmt, self.source, self.rules = fmt, FLOAT_FORMATS[dtype], rules

    def __call__(self, values: Floats, drawn: Integers | None, out: Codes) -> None:
        for i, bits in enumerate(values.view(f"u{values.itemsize}").tolist()):
            random = None if drawn is None else int(drawn[i])
            out[i] = scalar_code(self.source, bits, self.fmt, self.rules, random)


class _ByBits:
    """The bits of the elements, widened and narrowed as the format allows, then encoded."""

    def __init__(self, fmt: BinaryFormat, elements: Floats, rules: Rules) -> None:
        block, half = min(BLOCK, elements.size), _LEADING_HALF
        own = FLOAT_FORMATS[elements.dtype]
        source = _source(own, fmt, rules)
        self._wide = None if source is own else np.empty(block, np.float64)
        self._cut: Words = np.empty(block, f"u{source.width // 8}")
        kept = narrow_width(source, fmt, rules)
        index_width = source.width - source.fraction_width + kept
        if not rules.draws and index_width <= TABLE_WIDTH and elements.size >= 1 << index_width:
            self._drop = source.width - index_width
            self._encode: BlockEncoder = _ByTable(_code_table(source, fmt, rules, index_width))
        elif source is _BINARY64 and kept <= half.fraction_width and fmt.width <= half.width:
            self._drop = source.width - half.width
            self._encode = Kernel(half, fmt, rules, block)
        else:
            self._drop = 0
            self._encode = Kernel(source, fmt, rules, block)

    def __call__(self, values: Floats, drawn: Integers | None, out: Codes) -> None:
        size = values.size
        if self._wide is not None:
            with np.errstate(invalid="ignore"):  # signalling NaNs: they end up quiet anyway
                np.copyto(self._wide[:size], values)
            values = self._wide[:size]
        bits: Words = values.view(self._cut.dtype)
        if self._drop:
            narrow(bits, self._drop, self._cut[:size])
            bits = self._cut[:size]
        self._encode(bits, drawn, out)


class _ByTable:
    """A table of the codes of all elements, by their leading bits."""

    def __init__(self, table: Codes) -> None:
        self._table = table

    def __call__(self, bits: Words, drawn: Integers | None, out: Codes) -> None:
        np.take(self._table, bits, out=out, mode="clip")


def _source(own: BinaryFormat, fmt: BinaryFormat, rules: Rules) -> BinaryFormat:
    """What the arithmetic starts from: ``own``, the format of the elements, or binary64.

    binary64 has longer words, and all that is subnormal in binary32 is normal in it: a format
    that reaches further down than binary32 needs that.
    """
    wider = fmt.emin < own.emin or not _fits_word(own, fmt, rules)
    return _BINARY64 if wider else own


def _fits_word(source: BinaryFormat, fmt: BinaryFormat, rules: Rules) -> bool:
    """Whether words of the source's width have room for the codes and for every sum."""
    bits = max(fmt.width, fmt.fraction_width + 3)  # at the least: a carry, and half an ulp
    random = rules.random_width if rules.draws else 0
    return bits <= source.width and random < source.width


@lru_cache(maxsize=32)
def _code_table(source: BinaryFormat, fmt: BinaryFormat, rules: Rules, index_width: int) -> Codes:
    """The codes of all elements whose bits end after the leading ``index_width``; read-only."""
    bits = np.arange(1 << index_width).astype(f"u{source.width // 8}")
    bits <<= source.width - index_width
    table: Codes = np.empty(bits.size, code_dtype(fmt))
    Kernel(source, fmt, rules, bits.size)(bits, None, table)
    table.flags.writeable = False
    return table


def _parts(size: int) -> Iterator[slice]:
    return (slice(start, min(start + BLOCK, size)) for start in range(0, size, BLOCK))


def _elements(values: Floats) -> Floats:
    """``values`` in one dimension, contiguous, in the machine's byte order."""
    array = np.asarray(values)
    native = array.dtype.newbyteorder("=")
    if native not in FLOAT_FORMATS:
        raise TypeError(f"arrays to round hold float32 or float64, not {array.dtype}")
    return np.ascontiguousarray(array, native).reshape(-1)


def _drawn(values: Floats, rules: Rules, random_bits: Integers | None) -> Integers | None:
    """``random_bits`` in one dimension, if the rule asks for any."""
    if random_bits is None or not rules.draws:
        return None
    bits = np.asarray(random_bits)
    if bits.dtype.kind not in "uiO" or bits.shape != np.shape(values):
        raise ValueError("random bits must be integers, in the shape of the values")
    if bits.size and not 0 <= int(bits.min()) <= int(bits.max()) < 1 << rules.random_width:
        raise ValueError(f"random bits must lie in 0 … 2^{rules.random_width} - 1")
    return np.ascontiguousarray(bits).reshape(-1)


def _words(fmt: Format, codes: Integers) -> Words:
    """``codes`` in one dimension, unsigned."""
    array = np.asarray(codes)
    if array.dtype.kind not in "uiO":
        raise TypeError(f"codes are integers, not {array.dtype}")
    whole = array.dtype.kind == "u" and array.dtype.itemsize * 8 <= fmt.width
    if array.size and not whole and not 0 <= int(array.min()) <= int(array.max()) < 1 << fmt.width:
        raise ValueError(f"not all are codes of {fmt.name}, which has {fmt.width} bits")
    dtype = array.dtype if array.dtype.kind == "u" else code_dtype(fmt)
    return np.ascontiguousarray(array, dtype.newbyteorder("=")).reshape(-1)


def _room(values: Floats, dtype: np.dtype[Any], out: Floats | None) -> Floats:
    """Contiguous memory for a result: that of ``out`` where elements may be written in order."""
    if out is None:
        return np.empty(np.size(values), dtype)
    if out.shape != np.shape(values) or out.dtype != dtype:
        raise ValueError(f"out must have the shape of the values, and {dtype} elements")
    in_order = out is values or not np.may_share_memory(out, values)
    return out.reshape(-1) if out.flags.c_contiguous and in_order else np.empty(out.size, dtype)
