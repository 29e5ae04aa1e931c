"""Numbers for the eye: short, and honest about what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fpviz.core.numbers import Finite, Number
from fpviz.core.text import scientific, telling_digits, value_text

DIGITS = 10
"""How many digits the eye gets of a number that is not short, unless it needs more."""


def told_apart(values: Sequence[Number | Fraction | int]) -> list[str]:
    """Numbers side by side for the eye, each with as many digits as tell them apart.

    >>> told_apart([Fraction(1), 1 - Fraction(1, 2**53), Fraction(1, 3)])
    ['1', '≈ 0.9999999999999999', '≈ 0.3333333333']
    """
    return [approx(*each) for each in zip(values, telling_digits(values, DIGITS), strict=True)]


def approx(value: Number | Fraction | int, digits: int = DIGITS, *, signed: bool = False) -> str:
    """A number for the eye: exact up to 17 digits, else its first ``digits`` behind ≈.

    >>> approx(Fraction(1, 8), signed=True), approx(Fraction(1, 3))
    ('+0.125', '≈ 0.3333333333')
    """
    if isinstance(value, Finite) and not value.is_zero:
        value = value.value
    if not isinstance(value, Fraction | int):
        return value_text(value)
    sign = "+" if signed and value > 0 else ""
    exact = scientific(Fraction(value), 17)
    if Fraction(exact) == value:
        return sign + exact
    return f"≈ {sign}{scientific(Fraction(value), digits)}"
