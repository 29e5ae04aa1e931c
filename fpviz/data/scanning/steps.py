"""Which elements differ from the one before by more than a number: exactly.

The difference of two float64 is not always one, but it is the sum of two: what is rounded, and the
error of that (Knuth, "The Art of Computer Programming", volume 2, 4.2.2, theorem B). With both it
is known on which side of any number it lies.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf, nextafter

import numpy as np

from fpviz.core.arrays.conversion import decode_array
from fpviz.core.arrays.decoding import Floats, float_holds
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Infinity, NaN
from fpviz.data.layout.layout import CodeArray
from fpviz.data.scanning.code_sets import Truths

_LARGEST = Fraction(1 << 1023)
"""From here on limits are left to exact arithmetic."""


def is_step(fmt: Format, before: int, code: int, limit: Fraction) -> bool:
    """Whether two codes have values that are more than ``limit`` apart. What is no number is apart
    from nothing; an infinity, from all but itself."""
    a, b = decode(fmt, before).number, decode(fmt, code).number
    if isinstance(a, NaN) or isinstance(b, NaN):
        return False
    if isinstance(a, Infinity) or isinstance(b, Infinity):
        return a != b
    return abs(b.value - a.value) > limit


def steps_beyond(fmt: Format, codes: CodeArray, limit: Fraction) -> Truths:
    """Of each code but the first, whether it is such a step from the one before."""
    if not float_holds(fmt) or limit >= _LARGEST:
        pairs = zip(codes[:-1].tolist(), codes[1:].tolist(), strict=True)
        return np.array([is_step(fmt, *pair, limit) for pair in pairs], np.bool_)
    values = decode_array(fmt, codes, np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        return _apart(values[:-1], values[1:], limit)


def _apart(a: Floats, b: Floats, limit: Fraction) -> Truths:
    size = np.abs(b - a)
    low = _not_above(limit)
    high = low if low == limit else nextafter(low, inf)
    found: Truths = size > high
    for end in {low, high}:  # here the error decides
        near = np.flatnonzero(size == end)
        found[near] = _error(a[near], b[near]) > _not_above(limit - Fraction(end))
    return found


def _error(a: Floats, b: Floats) -> Floats:
    """What is to be added to the rounded size of a difference."""
    rounded = b - a
    added = rounded + a  # as much of b as is in what is rounded
    error = (b - added) - (a - (added - rounded))
    return np.where(rounded < 0, -error, error)


def _not_above(number: Fraction) -> float:
    """The greatest float64 that is not above a number."""
    near = float(number)
    return nextafter(near, -inf) if Fraction(near) > number else near
