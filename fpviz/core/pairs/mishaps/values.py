"""Mishaps of what codes stand for: classes, signs, numbers, and other formats."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import trunc

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.formats import CATALOGUE, Format, NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import opposite
from fpviz.core.numbers import (
    Finite,
    Infinity,
    NaN,
    finite,
    floor_log2,
    floor_log10_ratio,
    is_power,
)
from fpviz.core.pairs.mishaps.mishap import Mishap
from fpviz.core.pairs.pair import Pair
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import scientific, superscript

_MOST_DECIMALS = 17
"""Significant decimals that programs print at most; more are as good as all."""


def _same_value(pair: Pair) -> Phrase | None:
    if pair.values is None or pair.difference:
        return None
    if not pair.values[0] and pair.a.number.negative != pair.b.number.negative:
        return phrase("zeros of both signs, which compare equal")
    return phrase("two codes of the same value")


def _sign(pair: Pair) -> Phrase | None:
    if opposite(pair.format, pair.a.code) != pair.b.code:
        return None
    return phrase("{b} is {a} with the other sign", **pair.named)


def _saturated(pair: Pair) -> Phrase | None:
    a, b = pair.a.number, pair.b.number
    if not (isinstance(a, Infinity) and isinstance(b, Finite) and a.negative == b.negative):
        return None
    if pair.b.code != pair.format.code_at(pair.format.last_place(b.negative), b.negative):
        return None
    return phrase("{b} is the largest number in the place of {a}: saturated", **pair.named)


def _flushed(pair: Pair) -> Phrase | None:
    b = pair.b.number
    if pair.a.decoded.number_class is not NumberClass.SUBNORMAL:
        return None
    if not (isinstance(b, Finite) and b.is_zero):
        return None
    return phrase("{a} is subnormal, and {b} is {a} flushed to zero (FTZ, DAZ)", **pair.named)


def _made_quiet(pair: Pair) -> Phrase | None:
    a, b = pair.a.number, pair.b.number
    if not (isinstance(a, NaN) and isinstance(b, NaN)) or a.quiet or not b.quiet:
        return None
    if (a.negative, a.payload) != (b.negative, b.payload):
        return None
    return phrase("{b} is {a} made quiet", **pair.named)


def _default_nan(pair: Pair) -> Phrase | None:
    a, b = pair.a.number, pair.b.number
    if not (isinstance(a, NaN) and isinstance(b, NaN)) or pair.b.code != pair.format.nan_code:
        return None
    return phrase("{b} is the default NaN in the place of {a}", **pair.named)


OF_CLASSES = (
    Mishap("same-value", _same_value, both_ways=True),
    Mishap("sign", _sign, ("same-value",), both_ways=True),
    Mishap("saturated", _saturated),
    Mishap("flushed", _flushed),
    Mishap("made-quiet", _made_quiet),
    Mishap("default-nan", _default_nan, ("made-quiet",)),
)


def _ratio(pair: Pair) -> Phrase | None:
    """The first one times a power of two or of ten, as with a wrong exponent or unit."""
    if pair.values is None or not all(pair.values):
        return None
    ratio = pair.values[1] / pair.values[0]
    sign = "−" if ratio < 0 else ""
    for base in (2, 10):
        if (exponent := _exponent(abs(ratio), base)) is not None:
            power = f"{sign}{base}{superscript(exponent)}"
            return phrase("{b} is {a} × {power}", **pair.named, power=power)
    return None


def _exponent(ratio: Fraction, base: int) -> int | None:
    """The exponent of a power of ``base``; ``None`` of what is none."""
    if not is_power(ratio, base):
        return None
    if base == 10:
        return floor_log10_ratio(ratio.numerator, ratio.denominator)
    return floor_log2(ratio)


def _integer_part(pair: Pair) -> Phrase | None:
    if pair.values is None or pair.values[0].denominator == 1:
        return None
    a, b = pair.values
    if b == trunc(a):
        return phrase("{b} is {a} without its fraction", **pair.named)
    return phrase("{b} is the integer nearest to {a}", **pair.named) if b == round(a) else None


def _printed(pair: Pair) -> Phrase | None:
    """The first one as it is printed with fewer decimals than would tell it, and read again."""
    if pair.values is None or not all(pair.values):
        return None
    for digits in range(_MOST_DECIMALS, 0, -1):
        printed = finite(Fraction(scientific(pair.values[0], digits)))
        if encode(pair.format, printed).code == pair.b.code:
            return phrase(
                "{b} is {a} printed with {count} significant decimals",
                **pair.named,
                count=str(digits),
            )
    return None


OF_NUMBERS = (
    Mishap("integer", _integer_part, ("flushed",)),
    Mishap("printed", _printed),
    Mishap("ratio", _ratio, ("sign",), both_ways=True),
)


def _as_code_of(other: Format, pair: Pair) -> Phrase | None:
    """The first code taken for one of another format, and its value rounded into this one."""
    fmt = pair.format
    if other.width != fmt.width or other.key == fmt.key:
        return None
    number = decode(other, pair.a.code).number
    if not isinstance(number, Finite) or pair.values is None or not pair.values[1]:
        return None
    if encode(fmt, number).code != pair.b.code:
        return None
    return phrase(
        "{b} is the code of {a} read as one of {format}", **pair.named, format=other.title
    )


OTHER_FORMATS = tuple(
    Mishap(f"as-{fmt.name}", partial(_as_code_of, fmt), ("sign", "same-value")) for fmt in CATALOGUE
)
