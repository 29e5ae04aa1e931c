"""The decimal formats of IEEE 754-2019, clause 3.5, in both of their encodings.

Sign, combination field and trailing significand. BID writes the coefficient as one binary integer,
as Intel's library and gcc on x86 do; DPD its leading digit into the combination field and each
three others into a *declet* of ten bits, as IBM's machines do. A coefficient of BID beyond the
largest is not canonical and reads as zero; 24 declets are not canonical, but say three digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property
from typing import NamedTuple

from fpviz.core.formats.families.decimal import DecimalFormat
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.numbers import NaN
from fpviz.core.phrase import Phrase, phrase, template


class Coding(Enum):
    """How a coefficient is written."""

    BID = "bid"
    """A binary integer."""
    DPD = "dpd"
    """Densely packed decimal."""


class DecimalParts(NamedTuple):
    """What a finite code says: ``coefficient * 10**(biased - bias)``, as far as it is written."""

    coefficient: int
    biased: int


_BEYOND = template(
    "not canonical: the coefficient {coefficient} has more than {p} digits and reads as 0"
)
_DECLETS = phrase("not canonical: three digits of 8 and 9 have a shorter declet")
_INFINITY = phrase("not canonical: bits behind the infinity's prefix count for nothing")
_NAN = phrase("not canonical: some bits of this NaN count for nothing")
_INFINITE, _NOT_A_NUMBER = 0b11110, 0b11111


@dataclass(frozen=True)
class IeeeDecimal(DecimalFormat):
    """A decimal format with ``3 * declets + 1`` digits.

    ``continued`` bits of the exponent follow the five that begin the combination field.
    """

    name: str
    coding: Coding
    continued: int
    declets: int
    aliases: tuple[str, ...] = ()
    title: str = ""

    has_negative_zero = True
    __hash__ = DecimalFormat.__hash__

    # -- facts -------------------------------------------------------------------------------

    @cached_property
    def width(self) -> int:
        return 6 + self.continued + self.trailing

    @cached_property
    def trailing(self) -> int:
        """Bits behind the combination field."""
        return 10 * self.declets

    @property
    def key(self) -> tuple[object, ...]:
        return ("decimal", self.coding, self.continued, self.declets)

    @property
    def payload_width(self) -> int:
        return self.trailing

    @cached_property
    def exponents(self) -> int:
        """How many exponents there are."""
        count: int = 3 << self.continued
        return count

    @cached_property
    def bias(self) -> int:
        return self.exponents // 2 + self.precision - 2

    @property
    def qmin(self) -> int:
        return -self.bias

    @cached_property
    def qmax(self) -> int:
        return self.exponents - 1 - self.bias

    @cached_property
    def _most(self) -> int:
        most: int = 10 ** (3 * self.declets + 1) - 1
        return most

    def most(self, negative: bool) -> int:
        return self._most

    @cached_property
    def emin(self) -> int:
        return 1 - self.emax

    @property
    def min_normal_place(self) -> int:
        return self.least_full

    # -- codes -------------------------------------------------------------------------------

    def _head(self, code: int) -> int:
        """The first five bits of the combination field."""
        return code >> self.trailing + self.continued & 31

    def parts(self, code: int) -> DecimalParts:
        """What a finite code says, as it is written."""
        head, more = self._head(code), code & (1 << self.trailing + self.continued) - 1
        large = head >> 3 == 3
        if self.coding is Coding.DPD:
            high, digit = (head >> 1 & 3, 8 | head & 1) if large else (head >> 3, head & 7)
            continued, declets = divmod(more, 1 << self.trailing)
            coefficient = digit * 1000**self.declets + self._digits(declets)
            return DecimalParts(coefficient, high << self.continued | continued)
        code &= (1 << self.width - 1) - 1
        biased = code >> self.trailing + (1 if large else 3) & (4 << self.continued) - 1
        coefficient = code & (1 << self.trailing + (1 if large else 3)) - 1
        return DecimalParts(coefficient | large << self.trailing + 3, biased)

    def _digits(self, bits: int) -> int:
        """The integer that the trailing bits write, in declets or as one."""
        if self.coding is Coding.BID:
            return bits
        total = 0
        for declet in self._declets_of(bits):
            total = total * 1000 + _declets()[declet]
        return total

    def _declets_of(self, bits: int) -> Iterator[int]:
        return (bits >> 10 * k & 1023 for k in reversed(range(self.declets)))

    def _trailing_of(self, digits: int) -> int:
        """The bits that write an integer of ``3 * declets`` digits."""
        if self.coding is Coding.BID:
            return digits
        bits = 0
        for k in reversed(range(self.declets)):
            bits = bits << 10 | _declet_of()[digits // 1000**k % 1000]
        return bits

    def number_class(self, code: int) -> NumberClass:
        head = self._head(code)
        if head >= _INFINITE:
            return NumberClass.NAN if head == _NOT_A_NUMBER else NumberClass.INFINITE
        coefficient, exponent = self._read(code)
        if not coefficient:
            return NumberClass.ZERO
        normal = len(str(coefficient)) - 1 + exponent >= self.emin
        return NumberClass.NORMAL if normal else NumberClass.SUBNORMAL

    def is_finite(self, code: int) -> bool:
        return self._head(code) < _INFINITE

    def is_nan(self, code: int) -> bool:
        return self._head(code) == _NOT_A_NUMBER

    def _read(self, code: int) -> tuple[int, int]:
        """(coefficient, exponent) of a finite code; zero where it is not canonical."""
        coefficient, biased = self.parts(code)
        return coefficient if coefficient <= self._most else 0, biased - self.bias

    def written(self, code: int) -> str:
        """A finite code with all the digits that it has: ``-7.50``, ``1e+20``."""
        coefficient, exponent = self._read(code)
        digits, sign = str(coefficient), "-" * (code >> self.width - 1)
        before = len(digits) + exponent
        if exponent > 0 or before < -5:
            behind = f".{digits[1:]}" if digits[1:] else ""
            return f"{sign}{digits[0]}{behind}e{before - 1:+}"
        digits = digits.zfill(1 - exponent)
        return f"{sign}{digits[:exponent]}.{digits[exponent:]}" if exponent else sign + digits

    def class_counts(self) -> Mapping[NumberClass, int]:
        special = 2 << self.continued + self.trailing
        zeros = 1 if self.coding is Coding.DPD else 1 + (10 << self.trailing) - self._most - 1
        subnormal = sum(self._codes_below(digits) - 1 for digits in range(1, self.precision))
        finite = self.exponents * 10 << self.trailing
        return {
            NumberClass.ZERO: 2 * self.exponents * zeros,
            NumberClass.SUBNORMAL: 2 * subnormal,
            NumberClass.NORMAL: 2 * (finite - self.exponents * zeros - subnormal),
            NumberClass.INFINITE: special,
            NumberClass.NAN: special,
        }

    def _codes_below(self, digits: int) -> int:
        """How many ways there are to write coefficients of so many digits, zero included."""
        if self.coding is Coding.BID:
            return int(10**digits)
        whole, rest = divmod(digits, 3)
        return int(1024**whole * 10**rest)

    def fields(self, code: int) -> tuple[Field, ...]:
        bits, head = f"{code:0{self.width}b}", self._head(code)
        found = [(FieldKind.SIGN, bits[0], int(bits[0]), 0)]
        if head >= _INFINITE or self.coding is Coding.DPD:
            middle = bits[6 : 6 + self.continued]
            high = (head >> 1 & 3 if head >> 3 == 3 else head >> 3) << self.continued
            excess = 0 if head >= _INFINITE else self.bias - high
            found += [(FieldKind.PREFIX, bits[1:6], head, 0)]
            found += [(FieldKind.EXPONENT, middle, int(middle or "0", 2), excess)]
            for k, declet in enumerate(self._declets_of(code), 1):
                start = self.width - self.trailing + 10 * (k - 1)
                found += [(FieldKind.INTEGER, bits[start : start + 10], _declets()[declet], 0)]
        else:
            start = 3 if head >> 3 == 3 else 1
            end = start + self.continued + 2
            coefficient, biased = self.parts(code)
            found += [(FieldKind.PREFIX, bits[1:start], 3, 0)] if start == 3 else []
            found += [(FieldKind.EXPONENT, bits[start:end], biased, self.bias)]
            found += [(FieldKind.INTEGER, bits[end:], coefficient, 0)]
        return _placed(found, self.width)

    def formula(self, code: int) -> tuple[Piece, ...]:
        coefficient, biased = self.parts(code)
        digits = str(coefficient if coefficient <= self._most else 0)
        leading = []
        if self.coding is Coding.DPD:
            digits = digits.zfill(self.precision)
            leading, digits = [Piece(digits[0], FieldKind.PREFIX)], digits[1:]
        return (
            Piece("(−1)"),
            Piece(str(code >> self.width - 1), FieldKind.SIGN, Level.RAISED),
            Piece(" × "),
            *leading,
            Piece(digits, FieldKind.INTEGER),
            Piece(" × 10"),
            Piece(f"{biased}−{self.bias}", FieldKind.EXPONENT, Level.RAISED),
        )

    def canonical(self, code: int) -> int:
        if self.is_nan(code):
            return self.code_of_nan(replace(self.nan(code), payload_width=None))
        negative, place = self.sign_and_place(code)
        return self.code_at(place, negative)

    def remark(self, code: int) -> Phrase | None:
        if not self.is_finite(code):
            said = _NAN if self.is_nan(code) else _INFINITY
            return said if code != self.canonical(code) else None
        coefficient = self.parts(code).coefficient
        if coefficient > self._most:
            return phrase(_BEYOND, coefficient=str(coefficient), p=str(self.precision))
        if self.coding is Coding.DPD:
            trailing = code & (1 << self.trailing) - 1
            if trailing != self._trailing_of(self._digits(trailing)):
                return _DECLETS
        return self.said_of_cohort(code)

    def nan(self, code: int) -> NaN:
        signals = bool(code >> self._signal & 1)
        payload = self._digits(code & (1 << self.trailing) - 1)
        payload = payload if payload < self.least_full else 0
        return NaN(bool(code >> self.width - 1), payload, not signals, self.trailing)

    @property
    def _signal(self) -> int:
        """The bit that makes a NaN signal: the first one of the exponent's continuation."""
        return self.trailing + self.continued - 1

    def code_of_nan(self, nan: NaN) -> int:
        typed = nan.payload_width is None
        shift = 0 if nan.payload_width is None else self.trailing - nan.payload_width
        payload = nan.payload << shift if shift >= 0 else nan.payload >> -shift
        trailing = self._trailing_of(payload % self.least_full)
        code = nan.negative << self.width - 1 | _NOT_A_NUMBER << self._signal + 1 | trailing
        return code | (typed and not nan.quiet) << self._signal

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        negative = bool(code >> self.width - 1)
        if self._head(code) == _INFINITE:
            return negative, self.largest_place + 1
        return negative, self.place_in_order(*self._read(code))

    def code_at(self, place: int, negative: bool = False) -> int:
        sign = negative << self.width - 1
        if place > self.largest_place:
            return sign | _INFINITE << self.trailing + self.continued
        coefficient, exponent = self.member(place)
        return sign | self._packed(coefficient, exponent + self.bias)

    def _packed(self, coefficient: int, biased: int) -> int:
        if self.coding is Coding.DPD:
            high, continued = divmod(biased, 1 << self.continued)
            digit, digits = divmod(coefficient, self.least_full)
            head = 24 | high << 1 | digit & 1 if digit >= 8 else high << 3 | digit
            more = continued << self.trailing | self._trailing_of(digits)
            return head << self.trailing + self.continued | more
        if coefficient >> self.trailing + 3:
            biased |= 3 << self.continued + 2
            return biased << self.trailing + 1 | coefficient & (2 << self.trailing) - 1
        return biased << self.trailing + 3 | coefficient


def _placed(found: list[tuple[FieldKind, str, int, int]], width: int) -> tuple[Field, ...]:
    """The fields with where they stand, the first one at the top; none without bits."""
    fields, low = [], width
    for kind, digits, value, excess in found:
        low -= len(digits)
        if digits:
            fields.append(Field(kind, low, digits, value, excess))
    return tuple(fields)


@cache
def _declets() -> tuple[int, ...]:
    """The three digits that each declet says (IEEE 754-2019, table 3.3)."""
    return tuple(_read_declet(declet) for declet in range(1024))


def _read_declet(declet: int) -> int:
    p, q, r, s, t, u, v, w, x, y = (declet >> k & 1 for k in reversed(range(10)))
    pq, st, wx = p << 1 | q, s << 1 | t, w << 1 | x
    large, middle, small = pq << 1 | r, st << 1 | u, wx << 1 | y
    if v:
        tails = {0: None, 1: st, 2: pq, 3: {0: pq, 1: None, 2: None, 3: None}[st]}
        tail = tails[wx]
        small = 8 | y if tail is None else tail << 1 | y
        if wx == 1 or (wx == 3 and st != 1):
            middle = 8 | u
        elif wx == 3:
            middle = pq << 1 | u
        if wx == 2 or (wx == 3 and st != 2):
            large = 8 | r
    return large * 100 + middle * 10 + small


@cache
def _declet_of() -> dict[int, int]:
    """The canonical declet of each three digits: the least of those that say them."""
    found: dict[int, int] = {}
    for declet, digits in enumerate(_declets()):
        found.setdefault(digits, declet)
    return found
