"""The decimal formats by name."""

from __future__ import annotations

import re

from fpviz.core.formats.families.decimal import DecimalFormat
from fpviz.core.formats.families.ieee11073 import MedicalFloat
from fpviz.core.formats.families.ieee_decimal import Coding, IeeeDecimal
from fpviz.core.formats.family import Family, FormatError
from fpviz.core.phrase import phrase

MAX_WIDTH = 160


def _interchange(width: int, coding: Coding) -> IeeeDecimal:
    """The format of IEEE 754-2019, table 3.6, with so many bits."""
    name, title = f"decimal{width}", f"decimal{width} {coding.name}"
    aliases = tuple(
        form.format(width)
        for form in (
            ("dec{}", "d{}", "_decimal{}", "decimal{}_bid", "bid{}", "dec{}_bid")
            if coding is Coding.BID
            else ("dpd{}", "dec{}_dpd", "d{}_dpd")
        )
    )
    if coding is Coding.DPD:
        name += "_dpd"
    continued, declets = width // 16 + 4, (15 * width // 16 - 10) // 10
    return IeeeDecimal(name, coding, continued, declets, aliases, title)


_FORMATS: tuple[DecimalFormat, ...] = (
    *(_interchange(width, coding) for coding in Coding for width in (32, 64, 128)),
    MedicalFloat("medfloat32", 8, 24, ("ieee11073_float", "float_11073"), "11073 FLOAT"),
    MedicalFloat("sfloat16", 4, 12, ("sfloat", "medfloat16", "ieee11073_sfloat"), "11073 SFLOAT"),
)
_CUSTOM = re.compile(r"(?:decimal|dec)([0-9]{1,7})(?:_(bid|dpd))?")


def _by_name(name: str) -> IeeeDecimal | None:
    match = _CUSTOM.fullmatch(name)
    if not match:
        return None
    width = int(match[1])
    if width % 32 or not 32 <= width <= MAX_WIDTH:
        most = str(MAX_WIDTH)
        raise FormatError(
            phrase("{format}: its bits must be a multiple of 32, to {most}", format=name, most=most)
        )
    return _interchange(width, Coding(match[2] or "bid"))


DECIMAL = Family(
    key="decimal",
    title=phrase("decimal floating point"),
    formats=_FORMATS,
    custom=_by_name,
    grammar=phrase("decimal96, with _dpd for packed digits"),
)
