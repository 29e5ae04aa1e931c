"""The formats of IEEE P3109, "Arithmetic Formats for Machine Learning": a draft, not a standard.

All of them have one zero and one NaN, which stands at the code of -0, or last where there is no
sign; an extended one has infinities at the codes before the end of each sign. The code of 1.0 is
in the middle of the positive ones, whatever the precision. Source: IEEE Working Group P3109,
Interim Report 4.0 of 26 June 2026, which no ballot has approved.
"""

from __future__ import annotations

import re

from fpviz.core.formats.families.binary import BinaryFormat
from fpviz.core.formats.families.specials import Specials
from fpviz.core.formats.family import Family, FormatError
from fpviz.core.phrase import phrase

_NAME = re.compile(
    r"(?:p3109[_ -]?(?:binary|k)?|binary)([0-9]{1,3})p([0-9]{1,3})([su]?)([fe]?)", re.ASCII
)
_SPECIALS = {
    ("s", "f"): Specials.FNUZ,
    ("s", "e"): Specials(infinity=True, nans=0, negative_zero=False),
    ("u", "f"): Specials.FN,
    ("u", "e"): Specials(infinity=True, nans=1),
}


def _format(width: int, precision: int, sign: str, domain: str) -> BinaryFormat:
    key = f"{width}p{precision}{sign}{domain}"
    if width < 3 or not 1 <= precision < width + (sign == "u"):
        raise FormatError(
            phrase(
                "binary{key}: P3109 has 3 bits or more, and a precision from 1 up that is less "
                "than these, without a sign as many",
                key=key,
            )
        )
    signed = sign == "s"
    exponent_width, fraction_width = width - precision + (not signed), precision - 1
    return BinaryFormat(
        f"binary{key}",
        exponent_width,
        fraction_width,
        1 << (exponent_width - 1),
        _SPECIALS[sign, domain],
        signed,
        (f"p3109_k{key}",),
        f"Binary{key}",
    )


def _by_name(name: str) -> BinaryFormat | None:
    match = _NAME.fullmatch(name)
    if not match:
        return None
    width, precision, sign, domain = match.groups()
    if not (sign and domain):
        raise FormatError(
            phrase(
                "{format}: P3109's names end in s or u, signed or not, and f or e, finite or "
                "extended, as in {example}",
                format=name,
                example=f"binary{width}p{precision}se",
            )
        )
    return _format(int(width), int(precision), sign, domain)


P3109 = Family(
    key="p3109",
    title=phrase("IEEE P3109 (draft 4.0 of 26 June 2026)"),
    formats=(
        _format(3, 2, "s", "f"),
        _format(4, 2, "s", "f"),
        _format(6, 3, "s", "f"),
        _format(6, 4, "s", "f"),
        _format(8, 3, "s", "e"),
        _format(8, 4, "s", "e"),
        _format(8, 4, "s", "f"),
        _format(8, 1, "u", "f"),
        _format(8, 5, "s", "e"),
        _format(16, 8, "s", "e"),
    ),
    custom=_by_name,
    grammar=phrase("binary8p4se: width, precision, s or u, f or e"),
)
