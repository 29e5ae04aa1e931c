"""Mishaps of rounding: the same number by another rule, into fewer digits, or a neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import FieldKind, Format, find_format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import contains
from fpviz.core.numbers import Finite, floor_log2, power_of_two
from fpviz.core.pairs.mishaps.mishap import Mishap
from fpviz.core.pairs.pair import Pair
from fpviz.core.phrase import Phrase, in_series, listed, phrase
from fpviz.core.reading import Reading

_ROUNDINGS = tuple(each for each in Rounding if not each.rule.draws)


def _names(roundings: Sequence[Rounding]) -> Phrase:
    if len(roundings) == len(_ROUNDINGS):
        return phrase("every rule")
    return listed(*(each.rule.name for each in roundings))


def _by_other_rules(pair: Pair) -> Phrase | None:
    """The number of the first, which the format does not hold, by other rules."""
    if pair.a.is_exact or not isinstance(pair.a.source, Finite):
        return None
    found = [
        each
        for each in _ROUNDINGS
        if encode(pair.format, pair.a.source, replace(pair.a.rules, rounding=each)).code
        == pair.b.code
    ]
    if not found:
        return None
    return phrase(
        "{b} is the number of {a} by other rules: {rules}", **pair.named, rules=_names(found)
    )


OF_SOURCES = (Mishap("other-rules", _by_other_rules),)


def _neighbour(pair: Pair) -> Phrase | None:
    if pair.ulps != 1 or pair.values is None:
        return None
    a, b = pair.values
    above = phrase("{b} is {a}'s neighbour above", **pair.named)
    said = above if b > a else phrase("{b} is {a}'s neighbour below", **pair.named)
    ways = {name: found for name, found in _ways(pair) if found}
    if not ways:
        return said
    becomes = (
        phrase("{name} by {rules}", name=name, rules=_names(found)) for name, found in ways.items()
    )
    return phrase(
        "{neighbour}; a number between them becomes {becomes}",
        neighbour=said,
        becomes=in_series(*becomes),
    )


def _ways(pair: Pair) -> Iterator[tuple[str, list[Rounding]]]:
    """The names of two neighbours, the second one first, and the rules by which all numbers
    between them become it."""
    for each in (pair, pair.turned):
        yield each.names[1], _always_to_second(each)


def _always_to_second(pair: Pair) -> list[Rounding]:
    """The rules by which all numbers between two neighbours become the second one."""
    fmt = pair.format
    (sign, first), (other, second) = (fmt.sign_and_place(code) for code in pair.codes)
    lower, outward = min(first, second), second > first
    negative = other if outward else sign
    if lower < fmt.least_delivered:
        return list(_ROUNDINGS) if outward else []
    odd, wanted = fmt.is_odd(lower, negative), _ANY if outward else _NONE
    return [each for each in _ROUNDINGS if each.rule.quarters(negative, odd) == wanted]


_ANY, _NONE = 1, 4
"""From how many quarters of an ulp on a rule leads outward that always does, or never."""

OF_NEIGHBOURS = (Mishap("neighbour", _neighbour, ("other-rules",), both_ways=True),)


def _through(narrow: Format, pair: Pair) -> Phrase | None:
    """The first one rounded into another format, and back."""
    if not isinstance(pair.a.number, Finite) or contains(narrow, pair.format):
        return None
    if not _there_and_back(narrow, pair.b, pair, Rules()):
        return None  # it does not hold the second one, whatever was rounded
    found = [each for each in _ROUNDINGS if _there_and_back(narrow, pair.a, pair, Rules(each))]
    if found:
        return phrase(
            "{b} is {a} rounded to {format} and back: {rules}",
            **pair.named,
            format=narrow.title,
            rules=_names(found),
        )
    if not _there_and_back(narrow, pair.a, pair, Rules(flush=True)):
        return None
    return phrase(
        "{b} is {a} rounded to {format} and back, with subnormal results flushed",
        **pair.named,
        format=narrow.title,
    )


def _there_and_back(narrow: Format, reading: Reading, pair: Pair, rules: Rules) -> bool:
    """Whether a reading becomes the second code, by way of another format."""
    there = decode(narrow, encode(narrow, reading.number, rules).code).number
    return encode(pair.format, there).code == pair.b.code


def _detours(*names: str) -> tuple[Mishap, ...]:
    """Mishaps of formats that values pass through, the finest first."""
    return tuple(
        Mishap(f"through-{name}", partial(_through, find_format(name)), ("neighbour", "saturated"))
        for name in names
    )


NARROWER = _detours("fp64", "fp32", "tf32", "bf16", "fp16")
COARSER = _detours("fp8_e4m3fn", "fp8_e5m2")
_THROUGH = tuple(each.key for each in NARROWER)


def _cut(pair: Pair) -> Phrase | None:
    """The last bits of the first one cleared."""
    count = pair.bits.bit_length()
    kind = pair.field_at(count - 1)
    if count < 2 or kind not in _DIGITS or pair.b.code & (1 << count) - 1:
        return None
    return phrase("{b} is {a} with its last bits cleared: {count}", **pair.named, count=str(count))


_DIGITS = (FieldKind.INTEGER, FieldKind.FRACTION)


def _rounded_to_bits(pair: Pair) -> Phrase | None:
    """The first one to nearest with fewer significant bits."""
    fmt, values = pair.format, pair.values
    if values is None or values[0] * values[1] <= 0 or fmt.is_fixed_point or fmt.base != 2:
        return None
    a, b = map(abs, values)
    most = floor_log2(a) - floor_log2(abs(a - b)) if a != b else 0
    for bits in range(most, max(most - 2, 0), -1):  # with fewer, b would be farther off
        unit = power_of_two(floor_log2(a) - bits + 1)
        if round(a / unit) * unit == b:
            return phrase(
                "{b} is {a} to nearest with {count} significant bits",
                **pair.named,
                count=str(bits),
            )
    return None


SHORTER = (
    Mishap("cut", _cut, ("neighbour", *_THROUGH)),
    Mishap("fewer-bits", _rounded_to_bits, ("neighbour", "cut", *_THROUGH)),
)
