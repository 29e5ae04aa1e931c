"""ln 2 and π/2 in fixed point, kept at the precisions that were needed."""

from __future__ import annotations

from functools import cache

from fpviz.core.arithmetic.functions.series import atan_of_inverse, atanh_of

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
    """8 atan 1/5 - 2 atan 1/239 (Machin), to 30 of units that are finer by 6 bits."""
    w = (1 << size) + 6
    return 8 * atan_of_inverse(5, w) - 2 * atan_of_inverse(239, w) - 6 >> 6
