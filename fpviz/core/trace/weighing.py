"""Where a number stands between the values of a format beside it, and what lies outside them."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase


def share_of(fmt: Format, number: Finite) -> Fraction:
    """The way of a number that is not zero from the value next to it toward zero to the other one,
    from 0 to less than 1, as rounding weighs it."""
    at = fmt.bracket(Magnitude.of(number.magnitude), number.negative)
    return Fraction(at.rest, at.whole)


def value_at(fmt: Format, place: int, negative: bool) -> Decoded | None:
    """The value at a place, infinity included; ``None`` before the first and beyond the last."""
    if not 0 <= place <= fmt.last_place(negative) + fmt.has_infinity:
        return None
    return decode(fmt, fmt.code_at(place, negative))


def outside(fmt: Format, number: Finite) -> Phrase | None:
    """What is said of a number that the format alone decides on, whatever the rule is."""
    largest = fmt.magnitude(fmt.last_place(number.negative), number.negative)
    if fmt.never_overflows and number.magnitude > largest:
        return phrase(
            "Beyond the largest number of {format}: whatever the rule, that stands for it.",
            format=fmt.name,
        )
    if fmt.has_zero and not fmt.rounds_to_zero and number.magnitude < fmt.smallest:
        return phrase(
            "Smaller than the least number of {format}, where nothing becomes zero: whatever the "
            "rule, the least stands for it.",
            format=fmt.name,
        )
    return None
