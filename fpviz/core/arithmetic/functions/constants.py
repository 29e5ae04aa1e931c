"""ln 2 and π/2 in fixed point, kept at the precisions that were needed."""

from __future__ import annotations

from functools import cache
from math import isqrt

from fpviz.core.arithmetic.functions.series import atanh_of

_LEAST = 7
"""They are worked out for 128 bits, or for a power of two that is more."""


def ln2(w: int) -> int:
    """The natural logarithm of 2, and less than 2 units more."""
    size = max(_LEAST, (w - 1).bit_length())
    return _ln2(size) >> (1 << size) - w


def half_pi(w: int) -> int:
    """π/2, and less than 2 units more."""
    size = max(_LEAST, (w - 1).bit_length())
    return _half_pi(size) >> (1 << size) - w


@cache
def _ln2(size: int) -> int:
    """2 atanh 1/3."""
    return atanh_of(1, 3, (1 << size) + 1)


@cache
def _half_pi(size: int) -> int:
    """D. V. and G. V. Chudnovsky's series (1988): a term is less than 2**-47 of the one before.

    Of units that are finer by 8 bits it is off by less than 2, upward or downward.
    """
    w = (1 << size) + 8
    _, q, r = _terms(1, w // 47 + 2)
    value = 213440 * isqrt(10005 << 2 * w) * q // (13591409 * q + r)
    return value - 2 >> 8


def _terms(first: int, end: int) -> tuple[int, int, int]:
    """(p, q, r): the terms of the series from one to another, r/q, and the factor p/q for the next.

    Halves are put together, so that most products are of short numbers.
    """
    if end - first == 1:
        k = first
        p = -(6 * k - 5) * (2 * k - 1) * (6 * k - 1)
        return p, k**3 * 640320**3 // 24, p * (545140134 * k + 13591409)
    middle = (first + end) // 2
    p, q, r = _terms(first, middle)
    more_p, more_q, more_r = _terms(middle, end)
    return p * more_p, q * more_q, r * more_q + p * more_r
