"""The exponents of the values of arrays of codes."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.conversion import code_dtype, decode_array
from fpviz.core.arrays.decoding import float_holds
from fpviz.core.arrays.encoding import Codes
from fpviz.core.arrays.one_by_one import TABLE_WIDTH, by_code
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import value_of
from fpviz.core.numbers import floor_log2

NO_EXPONENT = -(1 << 30)
"""What stands for the exponent of zeros, infinities and NaNs."""

Exponents = npt.NDArray[np.int32]


def exponent_of(fmt: Format, code: int) -> int:
    """The exponent of the power of two at or below the magnitude of a code's value."""
    value = value_of(fmt, code) if fmt.is_finite(code) else Fraction(0)
    return floor_log2(abs(value)) if value else NO_EXPONENT


def exponent_array(fmt: Format, codes: Codes) -> Exponents:
    """The same of each of the codes, which must be of type ``code_dtype(fmt)``."""
    if fmt.width <= TABLE_WIDTH:
        return np.take(_table(fmt), codes)
    return _exponents(fmt, codes)


@lru_cache(maxsize=64)
def _table(fmt: Format) -> Exponents:
    return _exponents(fmt, np.arange(1 << fmt.width).astype(code_dtype(fmt)))


def _exponents(fmt: Format, codes: Codes) -> Exponents:
    if not float_holds(fmt):
        return by_code(exponent_of, fmt, codes, np.dtype(np.int32))
    values = decode_array(fmt, codes)
    exponents: npt.NDArray[Any] = np.frexp(values)[1] - np.int32(1)
    exponents[~np.isfinite(values) | (values == 0)] = NO_EXPONENT
    return exponents
