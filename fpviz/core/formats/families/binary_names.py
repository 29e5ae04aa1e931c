"""The binary floating-point formats by name: those of the catalogue, and custom ones.

A new format of this family is one entry in the table.
"""

from __future__ import annotations

import re

from fpviz.core.formats.families.binary import BinaryFormat, check_widths, default_bias
from fpviz.core.formats.families.gapped import Gapped
from fpviz.core.formats.families.specials import Specials
from fpviz.core.formats.family import Family
from fpviz.core.formats.names import ALIASES, IEEE_LIKE
from fpviz.core.phrase import phrase

_FN, _FNUZ, _NONE = Specials.FN, Specials.FNUZ, Specials.NONE


def _named(  # noqa: PLR0913, PLR0917 - a row of the table below
    name: str,
    exponent_width: int,
    fraction_width: int,
    bias: int,
    specials: Specials = Specials.IEEE,
    signed: bool = True,
) -> BinaryFormat:
    aliases, title = tuple(ALIASES.get(name, "").split()), name.upper().replace("_", " ")
    facts = (exponent_width, fraction_width, bias, specials, signed)
    return BinaryFormat(name, *facts, aliases, title, subnormals=signed or fraction_width > 0)


_FORMATS = (
    _named("fp16", 5, 10, 15),
    _named("bf16", 8, 7, 127),
    _named("tf32", 8, 10, 127),
    _named("fp32", 8, 23, 127),
    _named("fp64", 11, 52, 1023),
    _named("fp128", 15, 112, 16383),
    _named("fp8_e4m3fn", 4, 3, 7, _FN),
    _named("fp8_e5m2", 5, 2, 15),
    _named("fp8_e4m3fnuz", 4, 3, 8, _FNUZ),
    _named("fp8_e5m2fnuz", 5, 2, 16, _FNUZ),
    _named("fp8_e4m3b11fnuz", 4, 3, 11, _FNUZ),
    _named("fp8_e4m3", 4, 3, 7),
    _named("fp8_e3m4", 3, 4, 3),
    _named("fp6_e3m2", 3, 2, 3, _NONE),
    _named("fp6_e2m3", 2, 3, 1, _NONE),
    _named("fp4_e2m1", 2, 1, 1, _NONE),
    _named("fp4_e1m2", 1, 2, 1, _NONE),
    _named("e8m0", 8, 0, 127, _FN, signed=False),
    _named("ue4m3", 4, 3, 7, _FN, signed=False),
    _named("ufloat11", 5, 6, 15, signed=False),
    _named("ufloat10", 5, 5, 15, signed=False),
)

_BY_KEY = {fmt.key: fmt for fmt in _FORMATS}
_CUSTOM = re.compile(
    r"(u?)e([0-9]{1,7})m([0-9]{1,7})(?:b(-?[0-9]{1,9}))?(ieee|finite|[if]n[0-9]{0,7}(?:uz)?)?(ns|z)?"
)

GRAMMAR = phrase(
    "e5m7 or ue5m7, with b11 for a bias, ieee, fn, fnuz, finite or in3 and its like for the "
    "specials, ns for no subnormals; or ue6m0, ue6m0z"
)


def custom(  # noqa: PLR0913 - the facts of a format, all independent
    exponent_width: int,
    fraction_width: int,
    bias: int | None = None,
    specials: Specials | None = None,
    *,
    signed: bool = True,
    subnormals: bool | None = None,
) -> BinaryFormat:
    """The format with these facts: the catalogue's own where it has them, else a custom one.

    ``bias`` defaults to ``2**(exponent_width - 1) - 1`` (``2**(exponent_width - 1)`` without a
    negative zero), ``specials`` to those of IEEE 754, in an unsigned format to a NaN at its top
    code; ``subnormals``, with which comes the zero of a format that has no fraction, to yes but
    for an unsigned exponent alone, which is e8m0's kind.

    >>> custom(5, 10).name
    'fp16'
    >>> custom(4, 3, 11).name, custom(2, 1).name, custom(6, 9, subnormals=False).name
    ('e4m3b11', 'e2m1ieee', 'e6m9ns')
    >>> custom(8, 0, signed=False).name, custom(8, 0, signed=False, subnormals=True).name
    ('e8m0', 'ue8m0z')

    Raises FormatError where no format has these facts.
    """
    usual = Specials.IEEE if signed else Specials.FN
    specials = _plain(specials or usual, fraction_width)
    has_zero = signed or fraction_width > 0
    subnormals = has_zero if subnormals is None else subnormals
    name = "u" * (not signed) + f"e{exponent_width}m{fraction_width}"
    check_widths(name, exponent_width, fraction_width)
    default = default_bias(exponent_width, specials)
    bias = default if bias is None else bias
    if bias != default:
        name += f"b{bias}"
    if specials != usual or name in IEEE_LIKE:
        name += specials.key
    if subnormals != has_zero:
        name += "z" if subnormals else "ns"
    facts = (exponent_width, fraction_width, bias, specials, signed)
    made = BinaryFormat if subnormals or not fraction_width else Gapped
    fmt = made(name, *facts, title=name.upper(), subnormals=subnormals)
    return _BY_KEY.get(fmt.key, fmt)


def _plain(specials: Specials, fraction_width: int) -> Specials:
    """Infinity and so many NaNs that they fill the top exponent field are those of IEEE 754."""
    filled = fraction_width > 0 and specials.nans == (1 << fraction_width) - 1
    if filled and specials.infinity and specials.negative_zero:
        return Specials.IEEE
    return specials


def _by_name(name: str) -> BinaryFormat | None:
    match = _CUSTOM.fullmatch(name)
    if not match:
        return None
    unsigned, exponent, fraction, bias, specials, zero = match.groups()
    return custom(
        int(exponent),
        int(fraction),
        int(bias) if bias else None,
        Specials.read(specials) if specials else None,
        signed=not unsigned,
        subnormals=zero != "ns" if zero else None,
    )


BINARY = Family(
    key="binary",
    title=phrase("binary floating point"),
    formats=_FORMATS,
    custom=_by_name,
    grammar=GRAMMAR,
)
