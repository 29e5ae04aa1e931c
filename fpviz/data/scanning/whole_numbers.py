"""Which codes have integers for values."""

from __future__ import annotations

import numpy as np

from fpviz.core.arrays.conversion import decode_array
from fpviz.core.arrays.decoding import float_holds
from fpviz.core.arrays.one_by_one import by_code
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import value_of
from fpviz.data.layout.layout import CodeArray
from fpviz.data.scanning.code_sets import Test, Truths


def is_whole(fmt: Format, code: int) -> bool:
    """Whether the value of a code is an integer."""
    return fmt.is_finite(code) and value_of(fmt, code).denominator == 1


def whole_numbers(fmt: Format) -> Test:
    """The same of arrays of codes."""
    if fmt.is_fixed_point and fmt.stretch_of(0).spacing.denominator == 1:
        return lambda codes: np.ones(codes.shape, np.bool_)
    if float_holds(fmt):
        return lambda codes: _whole_values(fmt, codes)
    return lambda codes: by_code(is_whole, fmt, codes, np.dtype(np.bool_))


def _whole_values(fmt: Format, codes: CodeArray) -> Truths:
    values = decode_array(fmt, codes)
    whole: Truths = np.isfinite(values) & (np.rint(values) == values)
    return whole
