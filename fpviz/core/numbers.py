"""Exact numbers: a signed rational, an infinity, or a NaN with its payload.

These are what a literal says and what a code decodes to. No binary64 is involved.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor, log10


@dataclass(frozen=True, slots=True)
class Finite:
    """A rational number; zero keeps its sign.

    ``magnitude`` is never negative; ``negative`` is the sign bit.
    """

    negative: bool
    magnitude: Fraction

    @property
    def value(self) -> Fraction:
        """The signed rational; the sign of a zero is lost here."""
        return -self.magnitude if self.negative else self.magnitude

    @property
    def is_zero(self) -> bool:
        return not self.magnitude


@dataclass(frozen=True, slots=True)
class Infinity:
    """Plus or minus infinity."""

    negative: bool


@dataclass(frozen=True, slots=True)
class NaN:
    """Not a number (IEEE 754-2019, 6.2).

    ``payload`` is the integer in the fraction below the quiet bit. ``payload_width`` is how many
    bits that field had in the format the NaN was decoded from: a conversion keeps the leading
    ones, as hardware does. It is ``None`` for a NaN that was typed: its payload is written into
    the low bits of any format (as C's ``nan("0x123")``), and a signalling NaN stays signalling.
    """

    negative: bool = False
    payload: int = 0
    quiet: bool = True
    payload_width: int | None = None


Number = Finite | Infinity | NaN


def finite(value: Fraction | int) -> Finite:
    """``value`` as an exact number; zero is +0.

    >>> finite(Fraction(-3, 4))
    Finite(negative=True, magnitude=Fraction(3, 4))
    """
    return Finite(value < 0, abs(Fraction(value)))


def power_of_two(exponent: int) -> Fraction:
    """2**exponent, exactly, for any sign of ``exponent``."""
    return Fraction(1 << exponent) if exponent >= 0 else Fraction(1, 1 << -exponent)


def scaled(significand: int, exponent: int, base: int) -> Fraction:
    """``significand * base**exponent``, exactly."""
    power = 1 << abs(exponent) if base == 2 else base ** abs(exponent)
    return Fraction(significand * power) if exponent >= 0 else Fraction(significand, power)


def is_power(value: Fraction, base: int) -> bool:
    """Whether a number is ``base`` to an integer, negative ones included.

    >>> is_power(Fraction(1, 8), 2), is_power(Fraction(1, 8), 10), is_power(Fraction(100), 10)
    (True, False, True)
    """
    n, d = value.numerator, value.denominator
    if n < 1 or (n > 1) == (d > 1):
        return n == d
    larger = max(n, d)
    if base == 2:  # the usual question, and without a division
        return not larger & (larger - 1)
    while not larger % base:
        larger //= base
    return larger == 1


def floor_log2(value: Fraction) -> int:
    """The exponent e with ``2**e <= value < 2**(e + 1)``; ``value`` must be positive.

    >>> floor_log2(Fraction(1, 3))
    -2
    """
    return floor_log2_ratio(value.numerator, value.denominator)


def floor_log2_ratio(numerator: int, denominator: int) -> int:
    """``floor_log2`` of a ratio of positive integers that need not be reduced."""
    e = numerator.bit_length() - denominator.bit_length()
    below = numerator < denominator << e if e >= 0 else numerator << -e < denominator
    return e - below


def floor_log10_ratio(numerator: int, denominator: int) -> int:
    """The exponent e with ``10**e <= numerator / denominator < 10**(e + 1)``, of positive integers.

    >>> floor_log10_ratio(1, 1000), floor_log10_ratio(999, 1), floor_log10_ratio(1, 3)
    (-3, 2, -1)
    """
    exponent = about_log10(numerator, denominator)
    n, d = in_units_of_power_of_ten(numerator, denominator, exponent + 1)
    return exponent + (n >= d)


def about_log10(numerator: int, denominator: int) -> int:
    """The exponent of the leading decimal of a ratio, or one less."""
    return floor(floor_log2_ratio(numerator, denominator) * log10(2))


def in_units_of_power_of_ten(n: int, d: int, exponent: int) -> tuple[int, int]:
    """``n / d / 10**exponent`` as a ratio that is not reduced: that would take long."""
    return (n, d * 10**exponent) if exponent >= 0 else (n * 10**-exponent, d)


def multiples(x: Fraction, grid: int) -> int:
    """How often ``2**grid`` goes into ``x``, rounded down; shifts alone where x is dyadic."""
    n, d = x.numerator, x.denominator
    if d & (d - 1):
        return (n << -grid) // d if grid < 0 else n // (d << grid)
    shift = -grid - (d.bit_length() - 1)
    return n << shift if shift >= 0 else n >> -shift
