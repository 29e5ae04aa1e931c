"""Exact sums of the values of arrays of codes."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np

from fpviz.core.arrays.conversion import decode_array
from fpviz.core.arrays.decoding import Floats, float_holds
from fpviz.core.arrays.encoding import Codes
from fpviz.core.arrays.ordering import rank_array
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.order import first_ordinal
from fpviz.core.numbers import power_of_two

_DIGITS, _LOW = 53, 27
"""Significant digits of a float64, and those of them that are summed apart from the others."""

_PART = 1 << 20
"""Codes that are summed at once: so many sums of parts of digits are exact in a float64."""


def exact_sum(fmt: Format, codes: Codes) -> Fraction:
    """The sum of the values of codes, which must all be finite and of ``code_dtype(fmt)``."""
    if fmt.is_fixed_point and not fmt.has_negative_zero:
        return (_sum_of_ranks(fmt, codes) + len(codes) * first_ordinal(fmt)) * (
            fmt.stretch_of(0).spacing
        )
    parts = (codes[start : start + _PART] for start in range(0, len(codes), _PART))
    add = _sum_of_floats if float_holds(fmt) else _sum_of_values
    return sum((add(fmt, part) for part in parts), Fraction(0))


def _sum_of_ranks(fmt: Format, codes: Codes) -> int:
    ranks = rank_array(fmt, codes)
    if ranks.dtype == object:
        return sum(ranks.tolist())
    words = ranks.astype(np.uint64)
    return (int((words >> 32).sum()) << 32) + int((words & 0xFFFFFFFF).sum())


def _sum_of_values(fmt: Format, codes: Codes) -> Fraction:
    counts = Counter(codes.tolist())
    return sum((value_of(fmt, code) * count for code, count in counts.items()), Fraction(0))


def _sum_of_floats(fmt: Format, codes: Codes) -> Fraction:
    """By exponents: the high and the low digits of all values of one exponent are two integers."""
    fractions, exponents = np.frexp(decode_array(fmt, codes, np.float64))
    digits = np.ldexp(fractions, _DIGITS)
    high = np.floor(np.ldexp(digits, -_LOW))
    low = digits - np.ldexp(high, _LOW)
    least = int(exponents.min())
    place = exponents - least
    total = sum(
        (int(above) << at + _LOW) + (int(below) << at)
        for at, (above, below) in enumerate(zip(_by(place, high), _by(place, low), strict=True))
    )
    return total * power_of_two(least - _DIGITS)


def _by(place: Codes, digits: Floats) -> list[float]:
    found: list[float] = np.bincount(place, digits).tolist()
    return found
