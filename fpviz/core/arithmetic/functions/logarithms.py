"""log and log2."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.functions.constants import ln2
from fpviz.core.arithmetic.functions.series import atanh_of
from fpviz.core.arithmetic.functions.transcendental import size_of, units
from fpviz.core.numbers import floor_log2_ratio


def log(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of the natural logarithm of x, positive and other than 1."""
    w = bits + 6 + max(0, -size_of(x - 1))
    return units(*_ln(x, w), w)


def log2(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of the binary logarithm of x, positive and no power of two."""
    w = bits + 6 + max(0, -size_of(x - 1))
    low, high = _ln(x, w)
    unit = ln2(w)
    return units((low << w) // (unit + 2), -(-(high << w) // unit), w)


_STEPS = 6
"""Binary places to which the significand is divided off: then little is left for the series."""


def _ln(x: Fraction, w: int) -> tuple[int, int]:
    """The magnitude of ln x: it lies between the two.

    x is ``2**e * c/64 * (1 + z) / (1 - z)`` with a significand between 3/4 and 3/2 and c next to
    it, so that the logarithms of the three do not cancel, and the last is ``2 atanh z``.
    """
    n, d = x.numerator, x.denominator
    e = floor_log2_ratio(n, d)
    n, d = (n, d << e) if e >= 0 else (n << -e, d)
    if 2 * n >= 3 * d:
        e, d = e + 1, d << 1
    c = ((n << _STEPS + 1) + d) // (2 * d)
    guard = e.bit_length() + 4
    v = w + guard
    rest = (n << _STEPS) - c * d
    tail = 2 * atanh_of(abs(rest), (n << _STEPS) + c * d, v)
    low = e * ln2(v) + _ln_of_step(c, v) + (tail if rest >= 0 else -tail)
    low, high = low - _off(e), low + _off(e)
    if low < 0:
        low, high = -high, -low
    return low >> guard, (high >> guard) + 1


def _off(e: int) -> int:
    """How far all three together may be off: 2 units for each ln 2, 4 and 4 for the others."""
    return 2 * abs(e) + 8


@lru_cache(1024)
def _ln_of_step(c: int, w: int) -> int:
    """ln (c/64), to 4 units, for c from 48 to 96."""
    one = 1 << _STEPS
    size = 2 * atanh_of(abs(c - one), c + one, w)
    return size if c >= one else -size
