"""What is told of a pair: a line for each fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from fpviz.core.formats import Format
from fpviz.core.formats.decoding import Decoded, class_said
from fpviz.core.formats.fields import FIELD_NAMES
from fpviz.core.numbers import Infinity, NaN
from fpviz.core.pairs.mishaps import FoundMishap, mishaps
from fpviz.core.pairs.pair import Pair
from fpviz.core.phrase import Phrase, in_series, listed, phrase, verbatim
from fpviz.core.reading import Reading
from fpviz.core.text import (
    exact_decimal,
    grouped,
    power_text,
    scientific,
    superscript,
    value_brief,
)
from fpviz.core.vectors.said import bits_text

MOST_TOLD = 4
"""Mishaps that are told of a pair."""

VALUES = ("first", "second")
"""The keys of the lines that say what both are."""

_RELATIVE_DIGITS = 6


class PairLine(NamedTuple):
    """A fact of a pair: its name, the sentence, and the part of it that matters most."""

    key: str
    label: Phrase
    said: Phrase
    strong: Phrase | None = None


def pair_lines(pair: Pair, others: Sequence[Pair] = ()) -> Iterator[PairLine]:
    """The facts of a pair, and how far the same two are apart in other formats: first what is
    asked first."""
    strong, said = _distance(pair)
    yield PairLine("distance", phrase("distance"), said, strong)
    yield PairLine("difference", phrase("difference"), _difference(pair))
    if pair.bits:
        yield PairLine("bits", phrase("differing bits"), _bits(pair))
        yield from mishap_lines(mishaps(pair))
    if others:
        yield PairLine("elsewhere", phrase("elsewhere"), _elsewhere(others))
    if pair.difference and pair.relative is not None:
        yield PairLine("relative", phrase("relative"), _relative(pair.relative))
    if pair.bits:
        yield PairLine("xor", phrase("XOR"), verbatim(pair.format.code_text(pair.bits)))
    for key, name, each in zip(VALUES, pair.names, (pair.a, pair.b), strict=True):
        yield PairLine(key, verbatim(name), _value(each))


def mishap_lines(found: Sequence[FoundMishap]) -> Iterator[PairLine]:
    """Why the two may differ, the likeliest reason first."""
    label = phrase("might be")
    if not found:
        yield PairLine("mishap", label, phrase("nothing tried explains it"))
    for at, each in enumerate(found[:MOST_TOLD]):
        yield PairLine("mishap", label if not at else verbatim(""), each.said)
    if len(found) > MOST_TOLD:
        more = str(len(found) - MOST_TOLD)
        yield PairLine("mishap", verbatim(""), phrase("and {count} more", count=more))


def _value(reading: Reading) -> Phrase:
    decoded = reading.decoded
    said = phrase(
        "{code} = {value}, {kind}",
        code=decoded.format.code_text(decoded.code),
        value=decoded.format.nan_name if _is_none(decoded) else value_brief(decoded),
        kind=class_said(decoded),
    )
    if reading.is_exact or isinstance(reading.source, NaN):
        return said
    return phrase("{said}; rounded", said=said)


def counted_ulps(count: int) -> Phrase:
    """A number of ulps, as it stands in a sentence."""
    if count == 1:
        return phrase("1 ulp")
    return phrase("{count} ulps", count=grouped(count))


def _distance(pair: Pair) -> tuple[Phrase, Phrase]:
    """How far they are apart, alone and in its sentence."""
    ulps = pair.ulps
    if ulps is None:
        return phrase("none"), _no_distance(pair)
    strong = counted_ulps(ulps)
    where: dict[str, str | Phrase] = {"distance": strong, "format": pair.format.title}
    if not pair.bits:
        return strong, phrase("{distance} in {format}, the same code", **where)
    if not ulps:
        return strong, phrase("{distance} in {format}, the same value", **where)
    said = phrase("{distance} in {format}, {side}", **where, side=_side(pair))
    if any(isinstance(each.number, Infinity) for each in pair.decoded):
        return strong, phrase("{said}; ∞ counts as one beyond the largest", said=said)
    return strong, said


def _no_distance(pair: Pair) -> Phrase:
    none = [name for name, each in zip(pair.names, pair.decoded, strict=True) if _is_none(each)]
    if len(none) == 1:
        return phrase("none: {name} is no number", name=none[0])
    if not pair.bits:
        return phrase("none: neither is a number, and they are the same code")
    return phrase("none: neither is a number")


def _is_none(decoded: Decoded) -> bool:
    return isinstance(decoded.number, NaN)


def _side(pair: Pair) -> Phrase:
    """On which side of the first one the second lies."""
    (sign, first), (other, second) = (pair.format.sign_and_place(code) for code in pair.codes)
    if sign != other and first and second:
        return phrase("zero lies between them")
    if second < first:
        return phrase("{b} is nearer to zero", b=pair.names[1])
    return phrase("{b} is farther from zero", b=pair.names[1])


def _elsewhere(others: Sequence[Pair]) -> Phrase:
    """How far they are apart in other formats, those of one distance together."""
    found: dict[int | None, list[str]] = {}
    for each in others:
        found.setdefault(each.ulps, []).append(each.format.title)
    return in_series(
        *(
            phrase(
                "{distance} in {formats}",
                distance=phrase("none") if ulps is None else counted_ulps(ulps),
                formats=", ".join(titles),
            )
            for ulps, titles in found.items()
        )
    )


def _difference(pair: Pair) -> Phrase:
    difference = pair.difference
    if difference is not None:
        return verbatim(difference_text(pair.format, difference))
    a, b = (each.number for each in pair.decoded)
    if isinstance(a, NaN) or isinstance(b, NaN):
        return phrase("none: it is no number")
    return phrase("0, of equal infinities") if a == b else phrase("infinite")


def difference_text(fmt: Format, difference: Fraction) -> str:
    """An exact difference, and as a multiple of a power of the format's base.

    >>> from fpviz.core.formats import find_format
    >>> difference_text(find_format("fp32"), Fraction(-3, 8))
    '-0.375 = -3 × 2⁻³'
    """
    text = exact_decimal(difference)
    if difference.denominator == 1 and abs(difference) < _PLAIN:
        return text
    multiple, exponent = _scaled(abs(difference), fmt.base)
    sign = "-" if difference < 0 else ""
    if multiple >= _LARGEST_MULTIPLE:
        return text
    times = "" if multiple == 1 else f"{multiple} × "
    return f"{text} = {sign}{times}{fmt.base}{superscript(exponent)}"


_LARGEST_MULTIPLE, _PLAIN = 10_000, 10_000
"""Below that a multiple of a power is told, and an integer is plain by itself."""


def _scaled(value: Fraction, base: int) -> tuple[int, int]:
    """(n, e): a positive ``value`` as ``n * base**e``, with the largest e."""
    exponent = 0
    while value.denominator > 1:
        step = max(1, (value.denominator.bit_length() - 1) // (1 if base == 2 else 4))
        value, exponent = value * base**step, exponent - step
    n = value.numerator
    while not n % base:
        step = (n & -n).bit_length() - 1 if base == 2 else 1
        n, exponent = n // base**step, exponent + step
    return n, exponent


def _relative(relative: Fraction) -> Phrase:
    text = scientific(relative, _RELATIVE_DIGITS)
    if Fraction(text) != relative:
        text = f"≈ {text}"
    power = power_text(abs(relative)) if relative.denominator > 1 else None
    return verbatim(f"{text} = {'-' * (relative < 0)}{power}" if power else text)


def _bits(pair: Pair) -> Phrase:
    """How many bits differ, of which fields, and which they are."""
    said, where = verbatim(str(pair.bits.bit_count())), _where(pair)
    if where is not None:
        said = listed(said, where)
    if pair.carry:
        carry = phrase("a carry") if pair.carry > 0 else phrase("a borrow")
        said = listed(said, carry)
    return phrase("{said} (bits {places})", said=said, places=bits_text(pair.bits))


def _where(pair: Pair) -> Phrase | None:
    """Of which fields the bits are that differ."""
    fields = pair.fields
    if len(fields) == 1 < pair.bits.bit_count():
        return phrase("all of the {field}", field=FIELD_NAMES[next(iter(fields))])
    if not fields:
        return None
    return listed(
        *(
            phrase("{count} of the {field}", count=str(number), field=FIELD_NAMES[kind])
            for kind, number in fields.items()
        )
    )
