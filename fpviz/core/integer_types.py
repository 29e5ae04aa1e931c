"""Integers of machine words that rounding lifts out of their type.

2147483647 is the largest of ``int32``, and 2147483648 in binary32: converted back, it overflows.
"""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, finite
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.reading import Reading
from fpviz.core.text import exact_text

_LARGEST = {
    f"{sign}int{width}": 2 ** (width - (not sign)) - 1
    for width in (8, 16, 32, 64)
    for sign in ("", "u")
}
"""The largest integer of each type, ascending. The least ones are powers of two, which rounding
does not pass."""


def beyond_its_word(reading: Reading) -> Phrase | None:
    """That an integer fits a word and its reading does not, and which value fits; else ``None``.

    >>> from fpviz.core.formats import find_format
    >>> from fpviz.core.literals import parse_literal
    >>> from fpviz.core.reading import read
    >>> print(beyond_its_word(read(parse_literal("255"), find_format("bf16"), Rules())))
    None
    >>> print(beyond_its_word(read(parse_literal("65535"), find_format("bf16"), Rules())))
    65536 is beyond uint16; the last value that fits is 65280
    """
    source, held = reading.source, reading.number
    if not (isinstance(source, Finite) and isinstance(held, Finite)) or source.negative:
        return None
    if source.magnitude.denominator != 1 or held.magnitude <= source.magnitude:
        return None
    for name, largest in _LARGEST.items():
        if source.magnitude <= largest < held.magnitude:
            down = Rules(Rounding.TOWARD_ZERO)
            last = encode(reading.format, finite(Fraction(largest)), down).code
            return phrase(
                "{value} is beyond {type}; the last value that fits is {last}",
                value=exact_text(held),
                type=name,
                last=exact_text(decode(reading.format, last).number),
            )
    return None
