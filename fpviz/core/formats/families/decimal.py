"""Decimal numbers: a coefficient times a power of ten, and what follows from that.

Of one value there may be several codes, a *cohort*: 1 and 1.0. Places number values, so 1 and 1.0
share one, and rounding delivers one of the two: of a cohort the member whose exponent is nearest
to zero. So integers and short decimals come out as they are written, without trailing zeros, which
is what IEEE 754-2019 prefers for exact results of conversions. For inexact ones it asks for the
least exponent; if such a coefficient ends in zeros, the code here is another one of the same value.
"""

from __future__ import annotations

from abc import abstractmethod
from fractions import Fraction
from functools import cached_property

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.places import Bracket, Magnitude, Stretch
from fpviz.core.numbers import floor_log10_ratio, in_units_of_power_of_ten
from fpviz.core.phrase import Phrase, phrase


class DecimalFormat(Format):
    """Coefficients from 0 to ``most`` times ten to an exponent from ``qmin`` to ``qmax``.

    A value stands at the place of that member of its cohort which has the least exponent. Where
    ``most`` is no row of nines, or some coefficients stand for other things, the values just below
    the next power are farther apart than the rest.
    """

    signed = True
    base = 10
    radix = 10
    has_even_binades = has_fixed_shape = False
    has_zero = has_infinity = has_nan = True
    binade_size = None

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    @abstractmethod
    def qmin(self) -> int:
        """The least exponent of ten that a coefficient is multiplied with."""

    @property
    @abstractmethod
    def qmax(self) -> int:
        """The largest one."""

    @abstractmethod
    def most(self, negative: bool) -> int:
        """The largest coefficient of a sign."""

    def lacks(self, negative: bool) -> int:
        """How many of the largest coefficients mean something else where the exponent is 0."""
        return 0

    def _most_at(self, exponent: int, negative: bool) -> int:
        return self.most(negative) - (0 if exponent else self.lacks(negative))

    @cached_property
    def least_full(self) -> int:
        """The least coefficient that cannot be written with a smaller exponent."""
        return self.most(False) // 10 + 1

    @cached_property
    def precision(self) -> int:
        return len(str(self.most(False)))

    @cached_property
    def emax(self) -> int:
        return self.qmax + self.precision - 1

    @cached_property
    def largest_place(self) -> int:
        return self.last_place(negative=False)

    def last_place(self, negative: bool) -> int:
        return self.place_in_order(self.most(negative), self.qmax, negative)

    # -- order -------------------------------------------------------------------------------

    def place_in_order(self, coefficient: int, exponent: int, negative: bool = False) -> int:
        """The place of ``coefficient * 10**exponent``."""
        while exponent > self.qmin and coefficient < self.least_full:
            coefficient, exponent = coefficient * 10, exponent - 1
        skipped = self.lacks(negative) if exponent > 0 else 0
        return (exponent - self.qmin) * self._each(negative) + coefficient - skipped

    def _each(self, negative: bool) -> int:
        """How many values each exponent adds."""
        return self.most(negative) - self.least_full + 1

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        each = self._each(negative)
        if place >= self.least_full + (1 - self.qmin) * each - self.lacks(negative):
            place += self.lacks(negative)
        steps = max(0, (place - self.least_full) // each)
        return place - steps * each, self.qmin + steps

    def member(self, place: int, negative: bool = False) -> tuple[int, int]:
        """(coefficient, exponent) of the value at a place, as rounding delivers it."""
        coefficient, exponent = self.scaled(place, negative)
        if not coefficient:
            return 0, 0
        while exponent < 0 and not coefficient % 10:
            coefficient, exponent = coefficient // 10, exponent + 1
        return coefficient, exponent

    def cohort_size(self, place: int, negative: bool = False) -> int:
        """How many pairs of coefficient and exponent say the value at a place."""
        coefficient, exponent = self.scaled(place, negative)
        if not coefficient:
            return self.qmax - self.qmin + 1
        size = 1
        while exponent < self.qmax and not coefficient % 10:
            coefficient, exponent, size = coefficient // 10, exponent + 1, size + 1
        return size

    def said_of_cohort(self, code: int) -> Phrase | None:
        """That a finite code is not the one of its cohort that rounding delivers."""
        negative, place = self.sign_and_place(code)
        canonical = self.code_at(place, negative)
        if code == canonical:
            return None
        return phrase(
            "one of a cohort: {count} exponents say this value; rounding delivers {code}",
            count=str(self.cohort_size(place, negative)),
            code=self.code_text(canonical),
        )

    # -- between values ----------------------------------------------------------------------

    def bracket(self, magnitude: Magnitude, negative: bool = False) -> Bracket:
        n, d = magnitude.value.as_integer_ratio()
        exponent = max(self.qmin, floor_log10_ratio(n, d * self.least_full))
        n, d = in_units_of_power_of_ten(n, d, exponent)
        coefficient, rest = divmod(n, d)
        most = self._most_at(exponent, negative)
        if coefficient >= most:
            rest += (coefficient - most) * d
            coefficient, d = most, d * self._gap(exponent, negative)
        place = self.place_in_order(coefficient, exponent, negative)
        return Bracket(place, coefficient & 1, rest, d)

    def _gap(self, exponent: int, negative: bool) -> int:
        """From the largest coefficient to the next value, in units of its last digit."""
        return 10 * self.least_full - self._most_at(exponent, negative)

    def between(self, place: int, rest: int, whole: int, negative: bool = False) -> Fraction:
        coefficient, exponent = self.scaled(place, negative)
        last = coefficient == self._most_at(exponent, negative)
        step = self._gap(exponent, negative) if last else 1
        return (coefficient + step * Fraction(rest, whole)) * Fraction(10) ** exponent

    def stretch_at(self, magnitude: Fraction, negative: bool = False) -> Stretch:
        """The values of one exponent; the last of them alone, where the next one is farther off."""
        place = self.bracket(Magnitude.of(magnitude), negative).place if magnitude else 0
        coefficient, exponent = self.scaled(place, negative)
        unit, most = Fraction(10) ** exponent, self._most_at(exponent, negative)
        gap = self._gap(exponent, negative)
        if coefficient == most and gap > 1:
            return Stretch(most * unit, gap * unit, 1, place)
        first = self.least_full if exponent > self.qmin else 0
        size = most - first + (gap == 1)
        return Stretch(first * unit, unit, size, place - coefficient + first)
