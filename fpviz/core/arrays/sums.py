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
    values = decode_array(fmt, codes)
    digits, low = _SPLIT[values.dtype]
    fractions, exponents = np.frexp(values)
    whole = np.ldexp(fractions, digits)
    high = np.floor(np.ldexp(whole, -low))
    least = int(exponents.min())
    place = exponents - least
    total = _shifted(place, high) << low
    if low:
        total += _shifted(place, whole - np.ldexp(high, low))
    return total * power_of_two(least - digits)


_SPLIT = {np.dtype(np.float32): (24, 0), np.dtype(np.float64): (53, 27)}
"""Significant digits of a type, and how many of them are summed apart from the others."""


def _shifted(place: Codes, digits: Floats) -> int:
    """The sum of integers that stand at different places."""
    sums = np.bincount(place, digits).tolist()
    return sum(int(each) << at for at, each in enumerate(sums))


def weighted_sum(fmt: Format, codes: Codes, counts: Codes) -> Fraction:
    """The sum of the values of a few codes, each so many times."""
    pairs = zip(codes.tolist(), counts.tolist(), strict=True)
    if not float_holds(fmt):
        return sum((value_of(fmt, code) * count for code, count in pairs), Fraction(0))
    fractions, exponents = np.frexp(decode_array(fmt, codes, np.float64))
    least = int(exponents.min())
    whole = np.ldexp(fractions, 53).astype(np.int64).tolist()
    places = (exponents - least).tolist()
    total: int = sum(
        digits * count << place
        for digits, count, place in zip(whole, counts.tolist(), places, strict=True)
    )
    return total * power_of_two(least - 53)
