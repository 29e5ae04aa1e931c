"""Binary floating point without subnormal numbers, in which zero takes the place of a power of two.

The exponent field 0 is an exponent like any other, but the code whose bits are all zero is zero:
so the smallest number is the one after the power of two that it would be, and between zero and
that there is nothing. IBM's DLFloat is of this kind (Agrawal et al., ARITH 2019), and gfloat's
formats without subnormals.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from fpviz.core.formats.families.binary import BinaryFormat
from fpviz.core.formats.fields import Piece
from fpviz.core.formats.places import Bracket, Magnitude, Stretch
from fpviz.core.numbers import floor_log2, power_of_two


@dataclass(frozen=True)
class Gapped(BinaryFormat):
    """A binary floating-point format with fraction bits, a zero and no subnormals."""

    subnormals: bool = False

    __hash__ = BinaryFormat.__hash__

    has_even_binades = reads_as_ieee = False
    binade_size = None

    @cached_property
    def has_zero(self) -> bool:
        return True

    @cached_property
    def min_normal_place(self) -> int:
        return 1

    @cached_property
    def steps_below_normal(self) -> int:
        # The power of two that zero stands for is one step off, and as far again from zero as that.
        return (1 << self.fraction_width) + 1

    def formula(self, code: int) -> tuple[Piece, ...]:
        pieces = super().formula(code)
        if code & self.magnitude_mask:
            return pieces
        return (*pieces[: 3 * self.signed], Piece("0"))

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        return super().scaled(place) if place else (0, self.quantum_exponent)

    def bracket(self, magnitude: Magnitude, negative: bool = False) -> Bracket:
        least = self.min_normal
        if magnitude.leading() > self.emin or (value := magnitude.value) >= least:
            return super().bracket(magnitude, negative)
        return Bracket(0, 0, *(value / least).as_integer_ratio())

    def between(self, place: int, rest: int, whole: int, negative: bool = False) -> Fraction:
        if place:
            return super().between(place, rest, whole, negative)
        return self.min_normal * rest / whole

    def stretch_at(self, magnitude: Fraction, negative: bool = False) -> Stretch:
        least = self.min_normal
        if magnitude < least:
            return Stretch(Fraction(0), least, 1, 0)
        binade, exponent = 1 << self.fraction_width, floor_log2(magnitude)
        spacing = power_of_two(exponent - self.fraction_width)
        if exponent == self.emin:
            return Stretch(least, spacing, binade - 1, 1)
        return Stretch(binade * spacing, spacing, binade, (exponent - self.emin) * binade)
