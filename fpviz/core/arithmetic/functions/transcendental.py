"""A function at a rational argument, as an irrational number; and enclosures of the usual kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.formats.places import Magnitude

Enclose = Callable[[Fraction, int], Enclosure]
"""(argument, bits) → the magnitude of the value to ``2**-bits`` of it."""


@dataclass(frozen=True, slots=True)
class Transcendental:
    """The value of a function at an argument, where it is not rational."""

    enclose: Enclose
    argument: Fraction
    negative: bool = False

    def enclosed(self, bits: int) -> Enclosure:
        """Its magnitude to a relative width of about ``2**-bits``."""
        return self.enclose(self.argument, bits)


def units(low: int, high: int, w: int) -> Enclosure:
    """What lies between two fixed-point numbers."""
    return Enclosure(Magnitude(low, 1, -w), Magnitude(high, 1, -w))


def just_above(number: Magnitude, bits: int) -> Enclosure:
    """What exceeds ``number`` by less than ``2**-bits`` of it."""
    return Enclosure(number, _times(number, (1 << bits) + 1, bits))


def just_below(number: Magnitude, bits: int) -> Enclosure:
    """What falls short of ``number`` by less than ``2**-bits`` of it."""
    return Enclosure(_times(number, (1 << bits) - 1, bits), number)


def _times(number: Magnitude, factor: int, bits: int) -> Magnitude:
    return Magnitude(number.numerator * factor, number.denominator, number.exponent - bits)


def size_of(x: Fraction) -> int:
    """An exponent e with ``2**(e - 1) < |x| < 2**(e + 1)``; x is not 0."""
    return abs(x.numerator).bit_length() - x.denominator.bit_length()


ONE = Magnitude(1, 1, 0)
