"""The posits and takums by name: those of the catalogue, and custom ones."""

from __future__ import annotations

import re

from fpviz.core.formats.families.tapered import Posit, Takum
from fpviz.core.formats.family import Family
from fpviz.core.phrase import phrase, verbatim

_POSITS = (
    Posit("posit8", 8, ("posit8_es2", "p8e2"), "posit8"),
    Posit("posit16", 16, ("posit16_es2", "p16e2"), "posit16"),
    Posit("posit32", 32, ("posit32_es2", "p32e2", "posit32_t"), "posit32"),
    Posit("posit64", 64, ("posit64_es2", "p64e2"), "posit64"),
)
_TAKUMS = tuple(
    Takum(f"takum{width}", width, (f"takum_linear{width}", f"lineartakum{width}"), f"takum{width}")
    for width in (8, 16, 32, 64)
)
_BY_KEY = {fmt.key: fmt for fmt in (*_POSITS, *_TAKUMS)}

_POSIT = re.compile(
    r"posit([0-9]{1,7})(?:_es([0-9]{1,7}))?|posit[<(]([0-9]{1,7}), ?([0-9]{1,7})[>)]"
)
_TAKUM = re.compile(r"(?:takum|takum_linear|lineartakum)([0-9]{1,7})")


def posit(width: int, es: int = 2) -> Posit:
    """The posit with so many bits, ``es`` of them the exponent's.

    >>> posit(16).name, posit(16, 1).name, posit(24).name
    ('posit16', 'posit16_es1', 'posit24')

    Raises FormatError where there is none.
    """
    name = f"posit{width}" if es == 2 else f"posit{width}_es{es}"
    made = Posit(name, width, title=name.replace("_", " "), es=es)
    found = _BY_KEY.get(made.key, made)
    assert isinstance(found, Posit)
    return found


def takum(width: int) -> Takum:
    """The linear takum with so many bits. Raises FormatError where there is none."""
    made = Takum(f"takum{width}", width, title=f"takum{width}")
    found = _BY_KEY.get(made.key, made)
    assert isinstance(found, Takum)
    return found


def _posit(name: str) -> Posit | None:
    match = _POSIT.fullmatch(name)
    if not match:
        return None
    width, es = match[1] or match[3], match[2] or match[4]
    return posit(int(width), int(es) if es else 2)


def _takum(name: str) -> Takum | None:
    match = _TAKUM.fullmatch(name)
    return takum(int(match[1])) if match else None


POSIT = Family(
    key="posit",
    title=phrase("posit"),
    formats=_POSITS,
    custom=_posit,
    grammar=verbatim("posit16_es1"),
)

TAKUM = Family(
    key="takum",
    title=phrase("takum"),
    formats=_TAKUMS,
    custom=_takum,
    grammar=verbatim("takum12"),
)
