"""A family of formats that fpviz has not: fixed point, four bits in two's complement.

It has what IEEE-like formats have not: no exponent field, one stretch, one more negative value than
positive ones, codes that do not grow with the magnitude. Whatever works for it works for any
encoding that answers the questions of ``Format``.
"""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.core.formats import Field, FieldKind, Format, NumberClass
from fpviz.core.formats.fields import Piece
from fpviz.core.numbers import NaN

FRACTION_BITS = 3


@dataclass(frozen=True)
class FixedPoint(Format):
    """Codes -8 … 7 in two's complement, each an eighth."""

    name: str = "q0.3"
    signed: bool = True
    aliases: tuple[str, ...] = ()
    title: str = "Q0.3"

    width = 4
    precision = 3
    emin, emax = -FRACTION_BITS, -1
    binade_size = None
    payload_width = 0
    has_zero = True
    has_negative_zero = has_infinity = has_nan = False
    largest_place, min_normal_place = 7, 1

    @property
    def key(self) -> tuple[object, ...]:
        return (self.name,)

    def number_class(self, code: int) -> NumberClass:
        return NumberClass.NORMAL if code else NumberClass.ZERO

    def fields(self, code: int) -> tuple[Field, ...]:
        digits = f"{code:04b}"
        fraction = Field(FieldKind.FRACTION, 0, digits[1:], code & 7, weight=-FRACTION_BITS)
        return Field(FieldKind.SIGN, 3, digits[0], code >> 3), fraction

    def unit_exponent(self, code: int) -> int:
        return 0

    def formula(self, code: int) -> tuple[Piece, ...]:
        sign, fraction = self.fields(code)
        return (
            Piece("−"),
            Piece(sign.digits, sign.kind),
            Piece(" + 0."),
            Piece(fraction.digits, fraction.kind),
        )

    def nan(self, code: int) -> NaN:
        raise ValueError("there is none")

    def code_of_nan(self, nan: NaN) -> None:
        return None

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        return (True, 16 - code) if code >> 3 else (False, code)

    def code_at(self, place: int, negative: bool = False) -> int:
        return (-place if negative else place) & 15

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        return place, -FRACTION_BITS

    def place_of(self, significand: int, quantum: int) -> int:
        return significand << quantum + FRACTION_BITS

    def last_place(self, negative: bool) -> int:
        return 8 if negative else 7

    def quantum_at(self, exponent: int) -> int:
        return -FRACTION_BITS


EIGHTHS = FixedPoint()
