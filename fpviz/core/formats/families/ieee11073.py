"""The numbers of medical devices: FLOAT and SFLOAT of ISO/IEEE 11073-20601, annex F.

An exponent of ten and a coefficient ("mantissa"), both in two's complement. Five coefficients are
special, where the exponent is 0: NaN, NRes ("not at this resolution"), two infinities, and one that
is reserved. With another exponent they are numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from fpviz.core.formats.families.decimal import DecimalFormat
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.numbers import NaN
from fpviz.core.phrase import Phrase, phrase

_NRES = phrase("NRes, not at this resolution: what a device could not tell")
_RESERVED = phrase("reserved for future use")


@dataclass(frozen=True)
class MedicalFloat(DecimalFormat):
    """Two's complement twice: ``exponent_bits`` in front, ``coefficient_bits`` behind them."""

    name: str
    exponent_bits: int
    coefficient_bits: int
    aliases: tuple[str, ...] = ()
    title: str = ""

    has_negative_zero = False
    has_fixed_shape = True
    payload_width = 0
    min_normal_place = 1
    __hash__ = DecimalFormat.__hash__

    @property
    def width(self) -> int:
        return self.exponent_bits + self.coefficient_bits

    @property
    def key(self) -> tuple[object, ...]:
        return ("11073", self.exponent_bits, self.coefficient_bits)

    @cached_property
    def _half(self) -> int:
        """From this on a coefficient is negative."""
        half: int = 1 << self.coefficient_bits - 1
        return half

    @property
    def qmin(self) -> int:
        return -(1 << self.exponent_bits - 1)

    @property
    def qmax(self) -> int:
        return -1 - self.qmin

    @property
    def emin(self) -> int:
        return self.qmin

    def most(self, negative: bool) -> int:
        return self._half if negative else self._half - 1

    def lacks(self, negative: bool) -> int:
        return 3 if negative else 2

    @cached_property
    def _special(self) -> dict[int, NumberClass]:
        kinds = [NumberClass.INFINITE, NumberClass.NAN, NumberClass.NAN]
        kinds += [NumberClass.INVALID, NumberClass.INFINITE]
        return dict(enumerate(kinds, self._half - 2))

    # -- codes -------------------------------------------------------------------------------

    def number_class(self, code: int) -> NumberClass:
        if code in self._special:
            return self._special[code]
        zero = not code & 2 * self._half - 1
        return NumberClass.ZERO if zero else NumberClass.NORMAL

    def class_counts(self) -> Mapping[NumberClass, int]:
        zeros = 1 << self.exponent_bits
        return {
            NumberClass.ZERO: zeros,
            NumberClass.NORMAL: (1 << self.width) - zeros - 5,
            NumberClass.INFINITE: 2,
            NumberClass.NAN: 2,
            NumberClass.INVALID: 1,
        }

    def parts(self, code: int) -> tuple[int, int]:
        """(coefficient, exponent), both signed."""
        exponent, coefficient = divmod(code, 2 * self._half)
        if coefficient >= self._half:
            coefficient -= 2 * self._half
        return coefficient, exponent if exponent <= self.qmax else exponent + 2 * self.qmin

    def fields(self, code: int) -> tuple[Field, ...]:
        bits, end = f"{code:0{self.width}b}", self.exponent_bits
        low = self.coefficient_bits - 1
        return (
            Field(FieldKind.EXPONENT, low + 1, bits[:end], self.parts(code)[1]),
            Field(FieldKind.SIGN, low, bits[end], int(bits[end])),
            Field(FieldKind.INTEGER, 0, bits[end + 1 :], code & self._half - 1),
        )

    def formula(self, code: int) -> tuple[Piece, ...]:
        exponent, sign, integer = self.fields(code)
        power = Piece(f"{exponent.value}".replace("-", "−"), exponent.kind, Level.RAISED)
        digits = [Piece(str(integer.value), integer.kind)]
        if sign.value:
            digits = [Piece("("), Piece(f"−{self._half}", sign.kind), Piece(" + "), *digits]
            digits += [Piece(")")]
        return (*digits, Piece(" × 10"), power)

    def canonical(self, code: int) -> int:
        if self.is_nan(code):
            return code
        negative, place = self.sign_and_place(code)
        return self.code_at(place, negative)

    def remark(self, code: int) -> Phrase | None:
        if self.is_finite(code):
            return self.said_of_cohort(code)
        return {self._half: _NRES, self._half + 1: _RESERVED}.get(code)

    def nan(self, code: int) -> NaN:
        return NaN(payload_width=0)

    def code_of_nan(self, nan: NaN) -> int:
        return self._half - 1

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        coefficient, exponent = self.parts(code)
        negative = coefficient < 0
        if self.number_class(code) is NumberClass.INFINITE:
            return negative, self.last_place(negative) + 1
        return negative, self.place_in_order(abs(coefficient), exponent, negative)

    def code_at(self, place: int, negative: bool = False) -> int:
        if place > self.last_place(negative):
            return self._half + 2 if negative else self._half - 2
        coefficient, exponent = self.member(place, negative)
        low = 2 * self._half - 1
        exponent &= (1 << self.exponent_bits) - 1
        return exponent << self.coefficient_bits | (-coefficient if negative else coefficient) & low
