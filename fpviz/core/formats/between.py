"""The values of a format between two numbers, by their places in order."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.order import first_ordinal, last_ordinal, places_below
from fpviz.core.numbers import Finite, Infinity


def first_from(fmt: Format, number: Finite | Infinity) -> int:
    """The ordinal of the least value that is not below a number; one beyond the last where none is.

    >>> from fpviz.core.formats import find_format
    >>> fp4, number = find_format("fp4_e2m1"), Finite(False, Fraction(5, 4))
    >>> first_from(fp4, number), last_up_to(fp4, number)
    (3, 2)
    """
    if isinstance(number, Infinity):
        return first_ordinal(fmt) if number.negative else last_ordinal(fmt) + (not fmt.has_infinity)
    if number.negative and number.magnitude:
        place = places_below(fmt, number.magnitude, negative=True)
        return -place if fmt.signed else first_ordinal(fmt)
    return _place_from(fmt, number.magnitude, negative=False)


def last_up_to(fmt: Format, number: Finite | Infinity) -> int:
    """The ordinal of the greatest value that is not above a number; one before the first where
    none is."""
    if isinstance(number, Infinity):
        return first_ordinal(fmt) - (not fmt.has_infinity) if number.negative else last_ordinal(fmt)
    if number.negative and number.magnitude:
        place = _place_from(fmt, number.magnitude, negative=True)
        return -place if fmt.signed else first_ordinal(fmt) - 1
    return places_below(fmt, number.magnitude)


def _place_from(fmt: Format, magnitude: Fraction, *, negative: bool) -> int:
    """The place of the first value of one sign whose magnitude is not less."""
    place = places_below(fmt, magnitude, negative)
    exact = place >= 0 and fmt.magnitude(place, negative) == magnitude
    return place + (not exact)
