"""What a format is: an encoding that answers questions about its codes and their values.

A family of formats is a class that answers them; nobody outside this room asks how it is done.
The values of each sign are numbered in their order by *places*: 0 is zero (the least value where
there is no zero), 1 the next value away from it, and so on, one beyond the largest finite value
for an infinity. Codes need not be in that order, and of several codes of one value ``code_at``
gives the canonical one. Between two values a real number has a place, too, with a fraction, which
is what rounding looks at. Away from zero the values fall into *stretches*, in which they are
equally far apart; ticks, ulps, borders and zones follow from these.

In most families all of that comes from one question, ``quantum_at``: how far apart values are in
a binade. A family whose values are not so evenly spaced says so (``has_even_binades``) and answers
``bracket``, ``between`` and ``stretch_at`` itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from fpviz.core.formats.fields import NumberClass
from fpviz.core.formats.places import Bracket, Magnitude, Stretch
from fpviz.core.formats.questions import Encoding
from fpviz.core.numbers import NaN, floor_log2, power_of_two, scaled


class Format(Encoding):
    """A format of numbers: an encoding, and what follows from its answers."""

    def magnitude(self, place: int, negative: bool = False) -> Fraction:
        """The exact value at a place without its sign, as far as ``scaled`` tells it."""
        return scaled(*self.scaled(place, negative), self.base)

    # -- between values ----------------------------------------------------------------------

    def bracket(self, magnitude: Magnitude, negative: bool = False) -> Bracket:
        """Where a positive real number, or the negative of it, stands among the values.

        Beyond the largest value, as if there were more of them. A number below the smallest value
        of a format without zero stands above the place -1.
        """
        quantum = self.quantum_at(magnitude.leading())
        significand, rest, whole = magnitude.cut(quantum)
        return Bracket(self.place_of(significand, quantum), significand & 1, rest, whole)

    def between(self, place: int, rest: int, whole: int, negative: bool = False) -> Fraction:
        """The magnitude that stands at ``place + rest / whole``; the inverse of ``bracket``."""
        if place < 0:
            significand, quantum = 0, self.quantum_at(self.emin - 1)
        else:
            significand, quantum = self.scaled(place, negative)
        n, d = significand * whole + rest, whole
        return Fraction(n << quantum, d) if quantum >= 0 else Fraction(n, d << -quantum)

    def is_odd(self, place: int, negative: bool = False) -> bool:
        """Whether a tie takes the values beside a place, and not that one."""
        return bool(self.scaled(place, negative)[0] & 1)

    # -- stretches ---------------------------------------------------------------------------

    def quantum_at(self, exponent: int) -> int:
        """The exponent of the distance between values from ``2**exponent`` to twice that.

        Below the smallest value that of the first stretch; beyond the largest as if there were
        more. From the second stretch on it never falls as the exponent grows. Raises TypeError
        where binades are not even.
        """
        raise TypeError(f"{self.name} has no even binades")

    def place_of(self, significand: int, quantum: int) -> int:
        """The place of ``significand * 2**quantum``, for even binades; the inverse of ``scaled``.

        The quantum must be that of the stretch the number lies in, or at whose end it stands.
        """
        raise TypeError(f"{self.name} has no even binades")

    def code_of(self, significand: int, quantum: int, negative: bool = False) -> int | None:
        """The code of ``significand * 2**quantum`` of one sign; ``None`` beyond the last value.

        The quantum must be as for ``place_of``.
        """
        place = self.place_of(significand, quantum)
        return None if place > self.last_place(negative) else self.code_at(place, negative)

    def stretch_in(self, exponent: int) -> Stretch:
        """The stretch that ``2**exponent`` lies in, for even binades; the first one reaches from
        zero up."""
        quantum = self.quantum_at(exponent)
        spacing = power_of_two(quantum)
        if exponent < self.emin:
            size = 1 << max(0, self.emin - quantum)
            return Stretch(Fraction(0), spacing, size, self.place_of(0, quantum))
        first = 1 << (exponent - quantum)
        return Stretch(power_of_two(exponent), spacing, first, self.place_of(first, quantum))

    def stretch_at(self, magnitude: Fraction, negative: bool = False) -> Stretch:
        """The stretch that a magnitude lies in."""
        return self.stretch_in(floor_log2(magnitude) if magnitude else self.emin - 1)

    def stretch_of(self, place: int, negative: bool = False) -> Stretch:
        """The stretch that the value at a place lies in."""
        if not self.has_even_binades:
            return self.stretch_at(self.magnitude(place, negative), negative)
        significand, quantum = self.scaled(place, negative)
        if not significand:
            return self.stretch_in(self.emin - 1)
        return self.stretch_in(significand.bit_length() - 1 + quantum)

    # -- counts ------------------------------------------------------------------------------

    def class_counts(self) -> Mapping[NumberClass, int]:
        """How many codes are of each class; what no other class takes are NaNs."""
        signs = (False, True) if self.signed else (False,)
        found = {
            NumberClass.ZERO: (1 + self.has_negative_zero) * self.has_zero,
            NumberClass.SUBNORMAL: len(signs) * (self.min_normal_place - self.smallest_place),
            NumberClass.NORMAL: sum(self.last_place(sign) + 1 for sign in signs)
            - len(signs) * self.min_normal_place,
            NumberClass.INFINITE: len(signs) * self.has_infinity,
        }
        return {**found, NumberClass.NAN: (1 << self.width) - sum(found.values())}

    # -- values and codes of note ------------------------------------------------------------

    @cached_property
    def largest(self) -> Fraction:
        """The largest finite value."""
        return self.magnitude(self.largest_place)

    @cached_property
    def min_normal(self) -> Fraction:
        """The smallest positive normal value."""
        return self.magnitude(self.min_normal_place)

    @cached_property
    def smallest(self) -> Fraction:
        """The smallest positive value."""
        return self.magnitude(self.smallest_place)

    @cached_property
    def finest(self) -> Fraction:
        """The distance of which all values are multiples."""
        return self.stretch_of(self.min_normal_place).spacing

    @cached_property
    def largest_code(self) -> int:
        """The code of the largest finite number."""
        return self.code_at(self.largest_place)

    @cached_property
    def min_normal_code(self) -> int:
        """The code of the smallest normal number."""
        return self.code_at(self.min_normal_place)

    @cached_property
    def smallest_code(self) -> int:
        """The code of the smallest positive number."""
        return self.code_at(self.smallest_place)

    @cached_property
    def infinity_code(self) -> int | None:
        """The code of +infinity, if there is one."""
        return None if self.infinity_place is None else self.code_at(self.infinity_place)

    @cached_property
    def nan_code(self) -> int | None:
        """The canonical quiet NaN, if the format has one."""
        return self.code_of_nan(NaN())

    @cached_property
    def nan_stand_in(self) -> int:
        """The code that a NaN becomes where there is none.

        The largest positive number, as in CUDA's conversions to FP6 and FP4.
        """
        return self.largest_code
