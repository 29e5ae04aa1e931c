"""Formats by what is typed to find them: parts of names, families, widths and properties."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.family import Family
from fpviz.core.phrase import Phrase, phrase

PROPERTIES: tuple[tuple[Phrase, Callable[[Format], bool]], ...] = (
    (phrase("signed"), lambda fmt: fmt.signed),
    (phrase("unsigned"), lambda fmt: not fmt.signed),
    (phrase("infinities"), lambda fmt: fmt.has_infinity),
    (phrase("NaN"), lambda fmt: fmt.has_nan),
    (phrase("subnormals"), lambda fmt: fmt.has_subnormals),
    (phrase("-0"), lambda fmt: fmt.has_negative_zero),
    (phrase("binary"), lambda fmt: fmt.base == 2 and fmt.radix == 2),
    (phrase("hexadecimal"), lambda fmt: fmt.radix == 16),
    (phrase("decimal"), lambda fmt: fmt.base == 10),
    (phrase("saturating"), lambda fmt: fmt.never_overflows),
)
"""What may be asked of a format in a word; ``no`` before it asks for the opposite."""

_WORD = re.compile(r"(?P<no>(?:no|not|without|!)[ -]?)?(?P<word>\S+)")
_WIDTH = re.compile(r"([0-9]+)(?:bit)?")
_BITS = re.compile(r"(?<=[0-9])[ -]?(?:bits?|位)\b")


def matching(
    families: Iterable[Family], query: str, told: Callable[[Phrase], str] = str
) -> tuple[Format, ...]:
    """The formats that every word of ``query`` is true of, in their order; all of them, if empty.

    A word is a part of a name, an alias, a title or the family's title, a width in bits, or a
    property, with ``no`` before it for the opposite. ``told`` says a phrase in the reader's
    language; English is understood as well.

    >>> from fpviz.core.formats import FAMILIES
    >>> [fmt.name for fmt in matching(FAMILIES, "fp8 no infinities -0")]
    ['fp8_e4m3fn']
    """
    words = [match.groupdict() for match in _WORD.finditer(_BITS.sub("bit", query.lower()))]
    return tuple(
        fmt
        for family in families
        for fmt in family.formats
        if all(_is_true(fmt, family, word["word"], told) != bool(word["no"]) for word in words)
    )


def _is_true(fmt: Format, family: Family, word: str, told: Callable[[Phrase], str]) -> bool:
    if (width := _WIDTH.fullmatch(word)) and int(width[1]) == fmt.width:
        return True
    for name, holds in PROPERTIES:
        if word in {str(name).lower(), told(name).lower()}:
            return holds(fmt)
    names = (fmt.name, fmt.title, *fmt.aliases, str(family.title), told(family.title))
    return any(word in name.lower() for name in names)
