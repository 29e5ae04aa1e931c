"""Complete decimals, however long: what is printed of a code of any format is read again.

A decimal with k places is a binary fraction if 2**k times it is an integer. ``decimal``
multiplies numbers of half a million digits in no time; a fraction of Python's would not.
"""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact
from fractions import Fraction

from fpviz.core.literals.limits import LONGEST_DECIMAL, MAX_EXPONENT
from fpviz.core.literals.literal import NumberLiteral, pattern
from fpviz.core.numbers import Finite

_SHAPE = pattern(r"([+-]?)([0-9]+)(?:\.([0-9]+))?")
_EXACTLY = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact])
_AT_ONCE = 4000
"""Digits that Python converts at once, below its own limit."""

_BITS_OF_A_CODE = 4000
"""More than any significand has: what has more is no code's decimal."""


def complete_decimal(text: str) -> NumberLiteral | None:
    """The binary fraction that a long decimal is, under a short text; else ``None``."""
    match = _SHAPE.fullmatch(text) if len(text) <= LONGEST_DECIMAL else None
    if match is None:
        return None
    sign, whole, fraction = match[1], match[2], match[3] or ""
    places = len(fraction)
    if len(whole) * 3 > MAX_EXPONENT:
        return None
    scaled = _EXACTLY.multiply(Decimal(whole + fraction), _EXACTLY.power(Decimal(2), places))
    integer = _EXACTLY.scaleb(scaled, -places)
    if integer != integer.to_integral_value(context=_EXACTLY):
        return None
    significand = _integer(format(integer.to_integral_value(context=_EXACTLY), "f"))
    twos = (significand & -significand).bit_length() - 1 if significand else 0
    odd = significand >> twos
    if odd.bit_length() > _BITS_OF_A_CODE:
        return None
    exponent = twos - places
    value = Fraction(odd << exponent) if exponent >= 0 else Fraction(odd, 1 << -exponent)
    short = f"{sign.strip('+')}{odd:#x}p{exponent:+d}"
    return NumberLiteral(short, Finite(sign == "-", value))


def _integer(digits: str) -> int:
    """The integer of so many digits; halves, joined, take far less time than the whole."""
    if len(digits) <= _AT_ONCE:
        return int(digits)
    low = len(digits) // 2
    power: int = 10**low
    return _integer(digits[:-low]) * power + _integer(digits[-low:])
