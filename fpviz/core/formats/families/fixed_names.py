"""The fixed-point formats by name: integers, Qm.n, and custom ones.

``m`` counts the digits before the point without the sign, as TI does and Arm does not. A new
format of this family is one entry in the table.
"""

from __future__ import annotations

import re

from fpviz.core.formats.families.fixed import FixedFormat, Negatives
from fpviz.core.formats.family import Family
from fpviz.core.phrase import phrase


def _made(  # noqa: PLR0913 - the facts of a format
    integer_width: int,
    fraction_width: int,
    signed: bool = True,
    negatives: Negatives = Negatives.TWOS_COMPLEMENT,
    aliases: str = "",
    *,
    is_integer: bool = False,
) -> FixedFormat:
    u = "" if signed else "u"
    if is_integer:
        name = f"{u}int{integer_width + signed}{negatives.value}"
    else:
        name = f"{u}q{integer_width}.{fraction_width}{negatives.value}"
    facts = (integer_width, fraction_width, signed, negatives)
    title = name.upper().removesuffix(negatives.value.upper())
    title += f" {negatives.value.upper()}" if negatives.value else ""
    return FixedFormat(name, *facts, tuple(aliases.split()), title)


def _integer(width: int, aliases: str, *, signed: bool = True) -> FixedFormat:
    return _made(width - signed, 0, signed, aliases=aliases, is_integer=True)


_FORMATS = (
    _integer(8, "i8 s8 int8_t sint8"),
    _integer(16, "i16 s16 int16_t sint16 short"),
    _integer(32, "i32 s32 int32_t sint32 int"),
    _integer(64, "i64 s64 int64_t sint64"),
    _integer(8, "u8 uint8_t uchar", signed=False),
    _integer(16, "u16 uint16_t ushort", signed=False),
    _integer(32, "u32 uint32_t uint", signed=False),
    _integer(64, "u64 uint64_t", signed=False),
    _made(0, 7, aliases="q7 q7_t i1f7"),
    _made(0, 15, aliases="q15 q15_t _fract fract i1f15"),
    _made(0, 31, aliases="q31 q31_t i1f31"),
    _made(7, 8, aliases="i8f8"),
    _made(15, 16, aliases="i16f16 fix16_t glfixed"),
    _made(8, 8, signed=False, aliases="u8f8"),
)

_BY_KEY = {fmt.key: fmt for fmt in _FORMATS}

_SUFFIX = "|".join(each.value for each in Negatives if each.value)
_Q = re.compile(rf"(u?)q(-?[0-9]{{1,5}})\.(-?[0-9]{{1,5}})({_SUFFIX})?")
_INT = re.compile(rf"(u?)int([0-9]{{1,5}})({_SUFFIX})?")
_RUST = re.compile(r"([iu])([0-9]{1,5})f([0-9]{1,5})")
"""The crate ``fixed``, where the sign is one of the digits before the point."""

GRAMMAR = phrase(
    "q15.16 (the sign is not counted: it has 32 bits), uq8.8, int24 or uint4, with sm behind it "
    "for sign and magnitude, ob for offset binary"
)


def _by_name(name: str) -> FixedFormat | None:
    fmt = _read(name)
    return fmt and _BY_KEY.get(fmt.key, fmt)


def _read(name: str) -> FixedFormat | None:
    if match := _Q.fullmatch(name):
        unsigned, whole, fraction, negatives = match.groups()
        return _made(int(whole), int(fraction), not unsigned, Negatives(negatives or ""))
    if match := _INT.fullmatch(name):
        unsigned, width, negatives = match.groups()
        signed = not unsigned
        digits = int(width) - signed
        return _made(digits, 0, signed, Negatives(negatives or ""), is_integer=True)
    if match := _RUST.fullmatch(name):
        signed = match[1] == "i"
        return _made(int(match[2]) - signed, int(match[3]), signed)
    return None


FIXED = Family(
    key="fixed",
    title=phrase("fixed point and integers"),
    formats=_FORMATS,
    custom=_by_name,
    grammar=GRAMMAR,
)
