"""Where numbers stand among the values of a format: stretches of these, and brackets between."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from fpviz.core.numbers import floor_log2_ratio, power_of_two


class Stretch(NamedTuple):
    """A piece of the line from zero outward in which values are equally far apart.

    Its values are ``start``, ``start + spacing`` and so on, ``size`` of them, at consecutive places
    from ``place`` on; its ``end``, another ``spacing`` on, is where the next one begins.
    """

    start: Fraction
    spacing: Fraction
    size: int
    place: int

    @property
    def end(self) -> Fraction:
        """The first number that is not of the stretch any more."""
        return self.start + self.size * self.spacing

    @property
    def end_place(self) -> int:
        """The place at which the next stretch begins."""
        return self.place + self.size


class Magnitude(NamedTuple):
    """``numerator * 2**exponent / denominator``, positive, not necessarily reduced."""

    numerator: int
    denominator: int
    exponent: int

    @property
    def value(self) -> Fraction:
        """The same as a fraction."""
        return Fraction(self.numerator, self.denominator) * power_of_two(self.exponent)

    @classmethod
    def of(cls, value: Fraction) -> Magnitude:
        """A positive fraction, with the powers of two of its denominator as its exponent."""
        n, d = value.numerator, value.denominator
        return cls(n, d, 0) if d & (d - 1) else cls(n, 1, 1 - d.bit_length())

    def leading(self) -> int:
        """The exponent of the leading binary digit."""
        return floor_log2_ratio(self.numerator, self.denominator) + self.exponent

    def cut(self, quantum: int) -> tuple[int, int, int]:
        """(significand, rest, whole): ``significand + rest / whole`` multiples of 2**quantum."""
        n, d, exponent = self
        places = quantum - exponent
        if places <= 0:
            n <<= -places
        elif d == 1:
            return n >> places, n & (1 << places) - 1, 1 << places
        else:
            d <<= places
        return (*divmod(n, d), d)


class Bracket(NamedTuple):
    """Where a real number stands among the values of its sign: at ``place + rest / whole``.

    ``rest`` is less than ``whole``, and 0 at a value. ``odd`` is the last digit at ``place``, which
    a tie looks at.
    """

    place: int
    odd: int
    rest: int
    whole: int
