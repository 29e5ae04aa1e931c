"""Machines whose negative values are not the mirror of the positive ones.

With a hidden digit and a significand in two's complement (TI's C3x), the significand of a positive
number lies in [1, 2), that of a negative one in [-2, -1). Above the exponent of zero each binade
has its bottom on one side and its top on the other: the least negative number lies one ulp beyond
the mirror of the least positive one, and the last one beyond that of the largest.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from fpviz.core.formats.families.machines.machine import MachineFormat
from fpviz.core.formats.places import Bracket, Magnitude, Stretch
from fpviz.core.numbers import floor_log2


@dataclass(frozen=True)
class LopsidedFormat(MachineFormat):
    """A format whose negative values stand at one place less than their mirrors."""

    has_even_binades = False  # the first one of negative values has no bottom

    def __hash__(self) -> int:
        return hash(self.name)

    @cached_property
    def _least_negative(self) -> Fraction:
        """The magnitude of the negative value next to zero."""
        return self.magnitude(1, negative=True)

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        negative, place = super().sign_and_place(code)
        return negative, place - negative

    def code_at(self, place: int, negative: bool = False) -> int:
        return super().code_at(place + negative if place else 0, negative)

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        return super().scaled(place + negative if place else 0, negative)

    def last_place(self, negative: bool) -> int:
        return self.largest_place

    def code_of(self, significand: int, quantum: int, negative: bool = False) -> int | None:
        place = self.place_of(significand, quantum)
        place -= negative and place > 0
        return None if place > self.largest_place else self.code_at(place, negative)

    # -- between values ----------------------------------------------------------------------

    def bracket(self, magnitude: Magnitude, negative: bool = False) -> Bracket:
        mirror = super().bracket(magnitude)
        if not negative:
            return mirror
        if mirror.place > 1:
            return mirror._replace(place=mirror.place - 1)
        share = magnitude.value / self._least_negative
        return Bracket(0, 0, share.numerator, share.denominator)

    def between(self, place: int, rest: int, whole: int, negative: bool = False) -> Fraction:
        if negative and not place:
            return self._least_negative * Fraction(rest, whole)
        return super().between(place, rest, whole, negative)

    def stretch_at(self, magnitude: Fraction, negative: bool = False) -> Stretch:
        if not negative:
            return super().stretch_at(magnitude)
        least = self._least_negative
        if magnitude < least:
            return Stretch(Fraction(0), least, 1, 0)
        mirror = self.stretch_in(floor_log2(magnitude))
        if mirror.place > 1:
            return mirror._replace(place=mirror.place - 1)
        return Stretch(least, mirror.spacing, mirror.size - 1, 1)
