"""The binary floating-point formats by name: those of the catalogue, and custom ones.

A new format of this family is one entry in the table.
"""

from __future__ import annotations

import re

from fpviz.core.formats.families.binary import (
    UNSIGNED,
    BinaryFormat,
    Specials,
    check_widths,
    default_bias,
)
from fpviz.core.formats.family import Family, FormatError
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
    return BinaryFormat(name, *facts, aliases, title)


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
    _named("e8m0", 8, 0, 127, _FN, signed=False),
)

_BY_KEY = {fmt.key: fmt for fmt in _FORMATS}
_CUSTOM = re.compile(r"(u?)e([0-9]{1,7})m([0-9]{1,7})(?:b(-?[0-9]{1,9}))?(fnuz|fn|finite|ieee)?")

GRAMMAR = phrase(
    "e5m7, with b11 for a bias and ieee, fn, fnuz or finite for the specials, or ue6m0"
)


def custom(
    exponent_width: int,
    fraction_width: int,
    bias: int | None = None,
    specials: Specials = Specials.IEEE,
    *,
    signed: bool = True,
) -> BinaryFormat:
    """The format with these facts: the catalogue's own where it has them, else a custom one.

    ``bias`` defaults to ``2**(exponent_width - 1) - 1`` (``2**(exponent_width - 1)`` for fnuz).
    An unsigned format has NaN at its top code, like e8m0, unless its specials are ``NONE``.

    >>> custom(5, 10).name
    'fp16'
    >>> custom(4, 3, 11).name, custom(2, 1).name
    ('e4m3b11', 'e2m1ieee')

    Raises FormatError where no format has these facts.
    """
    if not signed and specials is Specials.IEEE:
        specials = Specials.FN
    name = "u" * (not signed) + f"e{exponent_width}m{fraction_width}"
    check_widths(name, exponent_width, fraction_width)
    default = default_bias(exponent_width, specials)
    bias = default if bias is None else bias
    if bias != default:
        name += f"b{bias}"
    if specials is not (Specials.IEEE if signed else Specials.FN) or name in IEEE_LIKE:
        name += specials.value
    facts = (exponent_width, fraction_width, bias, specials, signed)
    fmt = BinaryFormat(name, *facts, title=name.upper())
    return _BY_KEY.get(fmt.key, fmt)


def _by_name(name: str) -> BinaryFormat | None:
    match = _CUSTOM.fullmatch(name)
    if not match:
        return None
    unsigned, exponent, fraction, bias, specials = match.groups()
    if unsigned and specials == Specials.IEEE.value:
        raise FormatError(phrase(UNSIGNED, format=name))
    return custom(
        int(exponent),
        int(fraction),
        int(bias) if bias else None,
        Specials(specials) if specials else Specials.IEEE,
        signed=not unsigned,
    )


BINARY = Family(
    key="binary",
    title=phrase("binary floating point"),
    formats=_FORMATS,
    custom=_by_name,
    grammar=GRAMMAR,
)
