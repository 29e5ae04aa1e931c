"""What becomes of the numbers of a zone, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.line.real_text import code_value_text, real_text
from fpviz.core.line.zones import Zone, ZoneKind
from fpviz.core.phrase import Phrase, phrase, template

_SENTENCES: Mapping[ZoneKind, str] = {
    ZoneKind.TO_ZERO: template("{x}: rounds to {value}"),
    ZoneKind.UP_TO_SMALLEST: template("{x}: rounds away from zero to the smallest value, {value}"),
    ZoneKind.SUBNORMAL: template(
        "{x}: subnormal; fewer than {p} significant bits, the fewer the smaller"
    ),
    ZoneKind.NORMAL: template("{x}: normal; {p} significant bits"),
    ZoneKind.DOWN_TO_LARGEST: template("{x}: rounds toward zero to the largest value, {value}"),
    ZoneKind.OVERFLOW: template("{x}: overflow; delivers {value}"),
    ZoneKind.ZERO: template("{x}: zero, held exactly"),
    ZoneKind.INVALID: template("{x}: {format} has no such number; delivers {value}"),
}
_OF_ONE_BIT = {ZoneKind.SUBNORMAL: template("{x}: subnormal; a single significant bit")}
"""What is said where no subnormal number has more than that."""
_NORMAL_OF_ONE_BIT = template("{x}: normal; a single significant bit")
_NORMAL_OF_SOME_BITS = template("{x}: normal; up to {p} significant bits")
_OF_DIGITS: Mapping[ZoneKind, str] = {
    ZoneKind.SUBNORMAL: template(
        "{x}: subnormal; fewer than {p} significant digits, the fewer the smaller"
    ),
    ZoneKind.NORMAL: template("{x}: normal; {p} significant digits"),
}
"""What is said in decimal formats."""
_FIXED_POINT = template("{x}: within the range; values are {ulp} apart")
_AROUND: Mapping[ZoneKind, str] = {
    ZoneKind.OVERFLOW: template("{x}: overflow; wraps around"),
    ZoneKind.INVALID: template("{x}: {format} has no such number; it wraps around"),
}
"""What is said where a zone delivers many codes."""


def explain(fmt: Format, zone: Zone, rules: Rules = Rules()) -> Phrase:
    """What becomes of the numbers of ``zone``, in one sentence with its exact borders.

    >>> from fpviz.core.formats import find_format
    >>> from fpviz.core.line.zones import zones
    >>> fp16 = find_format("fp16")
    >>> str(explain(fp16, zones(fp16)[-6]))
    '0 < x ≤ 2⁻²⁵: rounds to 0; the tie itself goes toward zero'
    """
    text = _sentence(fmt, zone)
    sentence = phrase(
        text,
        x=zone.condition(),
        ulp=real_text(fmt.finest),
        value="" if zone.delivers is None else code_value_text(fmt, zone.delivers),
        p=str(fmt.precision if zone.kind is ZoneKind.NORMAL else _most_below_normal(fmt) + 1),
        format=fmt.title or fmt.name,
    )
    inward = _outer_end_is_closed(zone)
    if not rules.rounding.rule.is_nearest or inward is None:
        return sentence
    if inward:
        return phrase("{sentence}; the tie itself goes toward zero", sentence=sentence)
    return phrase("{sentence}; the tie itself goes away from zero", sentence=sentence)


def _sentence(fmt: Format, zone: Zone) -> str:
    usual = _own_sentences(fmt).get(zone.kind, _SENTENCES[zone.kind])
    if zone.kind is ZoneKind.NORMAL:
        return _sentence_of_most(fmt, usual)
    return usual if zone.delivers is not None else _AROUND.get(zone.kind, usual)


def _own_sentences(fmt: Format) -> Mapping[ZoneKind, str]:
    """What is said otherwise of a format than of most."""
    if fmt.base != 2:
        return _OF_DIGITS
    return _OF_ONE_BIT if _most_below_normal(fmt) == 1 else {}


def _sentence_of_most(fmt: Format, usual: str) -> str:
    """What is said of the zone of most values."""
    if fmt.is_fixed_point:
        return _FIXED_POINT
    if fmt.precision == 1:
        return _NORMAL_OF_ONE_BIT
    return _NORMAL_OF_SOME_BITS if fmt.base == 2 and fmt.binade_size is None else usual


def _most_below_normal(fmt: Format) -> int:
    """How many significant digits the largest subnormal number has, in the format's base."""
    if not fmt.has_subnormals:
        return 0
    significand = fmt.scaled(fmt.min_normal_place - 1)[0]
    return significand.bit_length() if fmt.base == 2 else len(str(significand))


def _outer_end_is_closed(zone: Zone) -> bool | None:
    """Whether the end away from zero, where that end is a tie, belongs to the zone."""
    if zone.kind not in (ZoneKind.TO_ZERO, ZoneKind.DOWN_TO_LARGEST):
        return None
    negative = zone.hi is not None and zone.hi <= 0
    if (zone.lo if negative else zone.hi) is None:
        return None  # it has no such end
    return zone.lo_closed if negative else zone.hi_closed
