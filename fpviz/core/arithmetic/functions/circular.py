"""sin and cos.

An argument is reduced by π/2 to as many bits as it has before the point, and those asked for: some
hundred thousand for the largest numbers of any format, for which π takes a second, once.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.functions.constants import half_pi
from fpviz.core.arithmetic.functions.series import sin_and_cos_of
from fpviz.core.arithmetic.functions.transcendental import ONE, just_below, size_of, units
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import multiples


def sin(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of the sine of x other than 0."""
    if 2 * size_of(x) + 2 < -bits:  # between x and that less x³/6
        return just_below(Magnitude(*abs(x).as_integer_ratio(), 0), bits)
    return _enclosed(x, 0, bits)


def cos(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of the cosine of x other than 0."""
    if 2 * size_of(x) + 2 < -bits:  # between 1 and that less x²/2
        return just_below(ONE, bits)
    return _enclosed(x, 1, bits)


def is_sin_negative(x: Fraction) -> bool:
    """Whether the sine of x other than 0 is negative."""
    return (x < 0) != (_quadrant(abs(x)) in (2, 3))


def is_cos_negative(x: Fraction) -> bool:
    """Whether the cosine of x is negative."""
    return _quadrant(abs(x)) in (1, 2)


def _enclosed(x: Fraction, quarters: int, bits: int) -> Enclosure:
    """The magnitude of the sine of |x| and so many quarters of a turn.

    Where it is small, bits are missing at first: then once more with as many more of them.
    """
    w = bits + 5
    while True:
        q, both = _quarters_and_rest(abs(x), w)
        value = both[q + quarters & 1]
        missing = bits + 4 - max(0, value).bit_length()
        if missing <= 0:
            return units(value - 2, value + 5, w)
        w += missing


@lru_cache(4)
def _quarters_and_rest(x: Fraction, w: int) -> tuple[int, tuple[int, int]]:
    """The quarters of a turn in positive x, and sine and cosine of the rest, as of the series.

    Kept, since whoever wants the sine often wants the cosine, too.
    """
    q, t = _modulo_half_pi(x, w)
    return q, sin_and_cos_of(t, w)


def _modulo_half_pi(x: Fraction, w: int) -> tuple[int, int]:
    """(q, t): positive x is ``q π/2 + t``, to 2 units more or 1 less."""
    guard = max(0, size_of(x) + 1) + 4
    q, t = divmod(multiples(x, -w - guard), half_pi(w + guard))
    return q, t >> guard


@lru_cache(4)
def _quadrant(x: Fraction) -> int:
    """In which quarter of a turn positive x lies, from 0 to 3, found out beyond doubt."""
    if x < 1:
        return 0
    w = 16
    while True:
        q, t = _modulo_half_pi(x, w)
        if 1 < t < half_pi(w) - 2:
            return q & 3
        w *= 2
