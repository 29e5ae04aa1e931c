"""Elements one after another, as exact numbers: what the scans are held against."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.data.dump import Dump

FORMATS = tuple(
    map(
        find_format,
        ("fp16", "bf16", "fp32", "fp8_e4m3fn", "int16", "posit16", "x87", "decimal32", "hif8"),
    )
)
"""Families with runs of codes and without, with kernels and without, with tables and beyond."""


def dump_of(fmt, codes):
    """A dump that reads as these codes from the first byte on, in big order."""
    return Dump(b"".join(code.to_bytes(fmt.width // 8) for code in codes))


def array_of(fmt, codes):
    return np.array(codes, code_dtype(fmt))


def value(fmt, code):
    """The exact value of a code; ``None`` of what is not finite."""
    number = decode(fmt, code).number
    return number.value if isinstance(number, Finite) else None


@st.composite
def columns(draw, most=40):
    """(format, codes): some alike, some random, and some that are next to those of others."""
    fmt = draw(st.sampled_from(FORMATS))
    one = fmt.code_at(fmt.largest_place // 2)
    ends = [0, 1, (1 << fmt.width) - 1, 1 << fmt.width - 1, fmt.code_at(fmt.largest_place), one]
    near = st.integers(-9, 9).map(lambda off: (one + off) % (1 << fmt.width))
    codes = st.one_of(near, st.sampled_from(ends), st.integers(0, (1 << fmt.width) - 1))
    return fmt, draw(st.lists(codes, min_size=1, max_size=most))
