"""Real numbers as text beside an axis: exact, and as brief as may be."""

from __future__ import annotations

from fractions import Fraction

from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite
from fpviz.core.text import (
    exact_decimal,
    integer_text,
    power_text,
    scientific,
    superscript,
    value_text,
)

_MILLION, _LONG = 10**6, 40
_EASY = Fraction(1, 1 << 7)
"""Powers of two between this and 2**17 read well as decimals: 0.015625, 65536."""


def code_value_text(fmt: Format, code: int) -> str:
    """What ``code`` stands for, exactly and briefly: ``65504``, ``2⁻²⁴``, ``-0``, ``inf``; of an
    invalid one, which is nothing, the code."""
    if fmt.number_class(code) is NumberClass.INVALID:
        return fmt.code_text(code)
    number = decode(fmt, code).number
    if isinstance(number, Finite) and not number.is_zero:
        return real_text(number.value)
    return value_text(number)


def real_text(value: Fraction) -> str:
    """A real number exactly and as briefly as may be.

    A power of two as such, a short decimal as one, other binary numbers as a multiple of a power
    of two, and decimal ones that would be long with an exponent.

    >>> real_text(Fraction(1, 2**25)), real_text(Fraction(65520)), real_text(Fraction(-3, 2**90))
    ('2⁻²⁵', '65520', '-3 × 2⁻⁹⁰')
    >>> real_text(Fraction(5, 10**399)), real_text(Fraction(10**97))
    ('5e-399', '1e+97')
    >>> real_text((2 - Fraction(1, 2**23)) * 2**127)
    '(2²⁴ − 1) × 2¹⁰⁴'
    """
    if value < 0:
        return "-" + real_text(-value)
    n, d = value.numerator, value.denominator
    power = power_text(value)
    if power and not _EASY < value < 1 << 17:
        return power
    if n.bit_length() <= 50 and d.bit_length() <= 14:
        return exact_decimal(value)
    if d & (d - 1) or not n % _MILLION:
        short, whole = scientific(value, _LONG), exact_decimal(value)
        return short if len(whole) > _LONG and Fraction(short) == value else whole
    twos = (n & -n).bit_length() - 1
    odd = n >> twos
    exponent = twos - (d.bit_length() - 1)
    return _multiple_text(odd) + (f" × 2{superscript(exponent)}" if exponent else "")


def _multiple_text(odd: int) -> str:
    """An odd integer; one beside a large power of two as that power, plus or minus one."""
    if odd.bit_length() > 20:
        for near, one in ((odd + 1, "− 1"), (odd - 1, "+ 1")):
            if near & (near - 1) == 0:
                return f"(2{superscript(near.bit_length() - 1)} {one})"
    return integer_text(odd)
