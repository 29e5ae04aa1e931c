"""How briefly a format says data: what tells the format of bytes that nobody named.

Read in its own format, an element needs few of its bits: its exponent is near to that of the
others, its fraction is a short decimal or ends in equal digits, an integer is small or near to the
one before. Read in another, hardly anything is like anything. What a reading needs is counted in
bits, roughly as a simple code would spend them (minimum description length, Rissanen 1978).
"""

from __future__ import annotations

from itertools import pairwise
from math import log2

import numpy as np
import numpy.typing as npt

from fpviz.core.formats import Format
from fpviz.core.text import shortest_decimal
from fpviz.data.layout.layout import CodeArray

Values = npt.NDArray[np.float64]

SAMPLE = 64
"""Elements that are looked at."""

_MARK = 2
"""Bits that say which of a few ways an element is written in."""

_PER_DIGIT = log2(10)
_ENOUGH = 16
"""Elements from which one at an even place should need as many bits as one at an odd place."""

_SIZE = 1 / 6
"""What each bit of the size of an integer costs that is said by its distance from the last one."""

_FAR = 0.004
"""The share that numbers must save for each binade that they are away from 1."""


def saved(fmt: Format, codes: CodeArray, values: Values) -> float:
    """The share of bits that a format saves in its elements, given with their values; less where
    those at even places are another kind of thing than those at odd ones, as two halves of longer
    elements are."""
    codes, values = codes[:SAMPLE], values[:SAMPLE]
    cost = _of_integers(values) if fmt.is_fixed_point else _of_floats(fmt, codes, values)
    cost = np.minimum(cost, fmt.width + _MARK)
    apart = abs(cost[::2].mean() - cost[1::2].mean()) if len(cost) > 1 else 0.0
    needed = cost.mean() + min(1, len(cost) / _ENOUGH) * apart
    return float(1 - needed / fmt.width) - (0 if fmt.is_fixed_point else _FAR * abs(_usual(values)))


def _usual(values: Values) -> float:
    """The median of the exponents of what is finite and not zero."""
    found = values[np.isfinite(values) & (values != 0)]
    return float(np.median(np.frexp(found)[1] - 1)) if found.size else 0.0


def _of_integers(values: Values) -> Values:
    own = np.log2(np.abs(values) + 1)
    step = np.full(len(values), np.inf)
    step[1:] = np.log2(np.abs(np.diff(values)) + 1) + 1
    cost: Values = np.minimum(own, step + own * _SIZE) + _MARK
    return cost


def _of_floats(fmt: Format, codes: CodeArray, values: Values) -> Values:
    is_number = np.isfinite(values) & (values != 0)
    exponents = np.frexp(np.where(is_number, values, 1))[1] - 1
    usual = _usual(values)
    own = np.array(
        [
            _of_number(fmt, int(code), abs(int(exponent) - usual))
            if is_here and exponent >= fmt.emin
            else _of_other(fmt, int(code), float(value))
            for code, value, exponent, is_here in zip(
                codes, values, exponents, is_number, strict=True
            )
        ]
    )
    cost: Values = np.minimum(own, _from_the_last(codes) + _MARK)
    return cost


def _from_the_last(codes: CodeArray) -> Values:
    """Bits that say by how much a code differs from the one before."""
    numbers = codes.tolist()
    steps = (abs(code - last) for last, code in pairwise(numbers))
    return np.array([np.inf, *(log2(step + 1) + 1 for step in steps)])


def _of_number(fmt: Format, code: int, from_usual: float) -> float:
    """Of a normal number: sign, exponent by its distance from the usual one, and fraction."""
    fraction_width = fmt.precision - 1
    exponent = min(fmt.width - fmt.precision, 2 * log2(1 + from_usual) + 1)
    digits = _PER_DIGIT * (digits_of(fmt, code) - 1)
    return 1 + exponent + min(fraction_width, digits + _MARK, _telling(fmt, code) + _MARK)


def _telling(fmt: Format, code: int) -> int:
    """The digits of a fraction before those at its end that are all alike."""
    width = fmt.precision - 1
    fraction = code & (1 << width) - 1
    last = fraction & 1
    alike = (1 << width) - 1 ^ fraction if last else fraction
    return alike.bit_length() and width - ((alike & -alike).bit_length() - 1)


def _of_other(fmt: Format, code: int, value: float) -> float:
    """Of a zero, an infinity, or a NaN without payload, a mark; of any other NaN, and of a
    subnormal number, all bits."""
    if value == 0 or np.isinf(value):
        return _MARK + 1
    if np.isnan(value) and not code & (1 << max(fmt.precision - 2, 0)) - 1:
        return _MARK + 2
    return fmt.width + _MARK


def digits_of(fmt: Format, code: int) -> int:
    """Significant digits of the shortest decimal."""
    written = shortest_decimal(fmt, code).lstrip("-").partition("e")[0].replace(".", "")
    return max(len(written.strip("0")), 1)
