"""Posits and takums: fields whose lengths follow from the code, so that precision tapers off.

Posits as in the Posit Standard (2022), there with ``es = 2``; any ``es`` as in Gustafson and
Yonemoto, "Beating Floating Point at its Own Game" (2017). Takums (linear ones) as in Hunhold,
"Beating Posits at Their Own Game: Takum Arithmetic" (2024). Both have one zero, one code that is
no number (NaR), no infinity, two's complement order, and both round on the string of bits.

That string, without an end, is what makes them easy here: cut into ``digits`` bits before the
point and the rest behind it, the bits of a positive number *are* its place in the order, whole at
a value; what rounding looks at is the fraction. Beyond the largest value, and between zero and
the smallest, there is no such string, or none that a format of this width begins. There places go
on evenly: by the distance of the last two values, and from zero to the smallest value.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.family import FormatError
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.formats.places import Bracket, Magnitude, Stretch
from fpviz.core.numbers import NaN, floor_log2, power_of_two
from fpviz.core.phrase import Phrase, phrase

MAX_SIZE = 128
MAX_ES = 8

_NAR = phrase("NaR, not a real: the one code that is no number")

Widths = tuple[tuple[FieldKind, int], ...]
"""The fields in front of the fraction with their full lengths, the first one first."""


class Parts(NamedTuple):
    """What the bits behind the sign say; those that were cut off count as zeros.

    ``exponent`` is that of a positive number, made of ``scale``, which comes from the regime, and
    ``added``, from the exponent field. ``lead`` is how many bits stand before the fraction.
    """

    scale: int
    added: int
    lead: int
    widths: Widths

    @property
    def exponent(self) -> int:
        return self.scale + self.added


@dataclass(frozen=True)
class TaperedFormat(Format):
    """A format of ``size`` bits whose regime says how many of them are left for the fraction."""

    name: str
    size: int
    aliases: tuple[str, ...] = ()
    title: str = ""

    signed = True
    has_zero = has_nan = has_consecutive_codes = True
    has_negative_zero = has_infinity = False
    has_even_binades = has_fixed_shape = False
    never_overflows = True
    rounds_to_zero = False
    nan_name = "NaR"
    payload_width = 0
    binade_size = None
    min_normal_place = 1

    def __hash__(self) -> int:
        return hash(self.name)

    @abstractmethod
    def head(self, exponent: int) -> tuple[int, int]:
        """(integer, length) of the bits that stand before the fraction in a binade."""

    @abstractmethod
    def parts(self, digits: str) -> Parts:
        """What the bits behind the sign say."""

    @property
    def width(self) -> int:
        return self.size

    @cached_property
    def digits(self) -> int:
        """Bits behind the sign."""
        return self.size - 1

    @cached_property
    def precision(self) -> int:
        """Significand bits where the regime is shortest: about 1."""
        return 1 + max(0, self.digits - self.head(0)[1])

    @cached_property
    def emin(self) -> int:
        return floor_log2(self.smallest)

    @cached_property
    def emax(self) -> int:
        return floor_log2(self.largest)

    @cached_property
    def largest_place(self) -> int:
        place: int = (1 << self.digits) - 1
        return place

    # -- codes -------------------------------------------------------------------------------

    def number_class(self, code: int) -> NumberClass:
        if code == 1 << self.digits:
            return NumberClass.NAN
        return NumberClass.NORMAL if code else NumberClass.ZERO

    def class_counts(self) -> Mapping[NumberClass, int]:
        ends = {NumberClass.ZERO: 1, NumberClass.NAN: 1}
        return {**ends, NumberClass.NORMAL: (1 << self.width) - 2}

    def fields(self, code: int) -> tuple[Field, ...]:
        """As the bits stand: those of a negative code are not made positive first."""
        bits = f"{code:0{self.width}b}"
        parts = self.parts(bits[1:])
        found, left = [Field(FieldKind.SIGN, self.digits, bits[0], int(bits[0]))], bits[1:]
        said = self.said(parts)
        for kind, width in parts.widths:
            digits, left = left[:width], left[width:]
            if digits:
                found.append(Field(kind, len(left), digits, *said[kind]))
        if left:
            found.append(Field(FieldKind.FRACTION, 0, left, int(left, 2), weight=-len(left)))
        return tuple(found)

    @abstractmethod
    def said(self, parts: Parts) -> dict[FieldKind, tuple[int, int]]:
        """The value and the excess of each field before the fraction."""

    def formula(self, code: int) -> tuple[Piece, ...]:
        """((1 − 3s) + f) × 2^((1 − 2s)(e + s)), of the bits as they stand, s being the sign."""
        if not code:
            return (Piece("0"),)
        bits = f"{code:0{self.width}b}"
        negative, parts = bits[0] == "1", self.parts(bits[1:])
        fraction = bits[1 + parts.lead :]
        lead = Piece("−2" if negative else "1", FieldKind.SIGN)
        pieces = [lead, Piece(" × 2")]
        if fraction:
            digits = Piece(fraction, FieldKind.FRACTION)
            low = Piece("2", None, Level.LOWERED)
            pieces = [Piece("("), lead, Piece(" + 0."), digits, low, Piece(") × 2")]
        power = self.power(parts)
        if negative:
            ends = (Piece("−("), Piece("+1", FieldKind.SIGN), Piece(")"))
            power = (ends[0], *power, *ends[1:])
        return (*pieces, *(piece._replace(level=Level.RAISED) for piece in power))

    @abstractmethod
    def power(self, parts: Parts) -> tuple[Piece, ...]:
        """How the exponent of a positive code comes about."""

    def hidden_bit(self, code: int) -> int | None:
        return 1 if 0 < code <= self.largest_place else None

    def unit_exponent(self, code: int) -> int:
        """The significand of a negative code lies in [-2, -1), at a power of two as at all."""
        negative, place = self.sign_and_place(code)
        significand, quantum = self.scaled(place, negative)
        return (significand - negative).bit_length() - 1 + quantum

    def remark(self, code: int) -> Phrase | None:
        return _NAR if self.is_nan(code) else None

    def nan(self, code: int) -> NaN:
        return NaN(payload_width=0)

    def code_of_nan(self, nan: NaN) -> int:
        return self.largest_place + 1

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        return (True, (1 << self.width) - code) if code >> self.digits else (False, code)

    def code_at(self, place: int, negative: bool = False) -> int:
        return -place & (1 << self.width) - 1 if negative else place

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        if not place:
            return 0, self.scaled(1)[1]
        exponent, lead = self._read(place)
        kept = max(0, self.digits - lead)
        return 1 << kept | place & (1 << kept) - 1, exponent - kept

    def is_odd(self, place: int, negative: bool = False) -> bool:
        return bool(place & 1)

    def _read(self, place: int) -> tuple[int, int]:
        """(exponent, length of what stands before the fraction) at a place that is not zero."""
        parts = self.parts(f"{place:0{self.digits}b}")
        return parts.exponent, parts.lead

    # -- between values ----------------------------------------------------------------------

    @cached_property
    def last_spacing(self) -> Fraction:
        """The distance of the two largest values."""
        return self.largest - self.magnitude(self.largest_place - 1)

    def bracket(self, magnitude: Magnitude, negative: bool = False) -> Bracket:
        exponent = magnitude.leading()
        if exponent <= self.emin and magnitude.value < self.smallest:
            return Bracket(0, 0, *(magnitude.value / self.smallest).as_integer_ratio())
        if exponent >= self.emax and magnitude.value >= self.largest:
            beyond = (magnitude.value - self.largest) / self.last_spacing
            place, rest = divmod(beyond.numerator, beyond.denominator)
            place += self.largest_place
            return Bracket(place, place & 1, rest, beyond.denominator)
        _, rest, whole = magnitude.cut(exponent)
        head, lead = self.head(exponent)
        string, places = head * whole + rest, self.digits - lead
        if places >= 0:
            string <<= places
        else:
            whole <<= -places
        place, rest = divmod(string, whole)
        return Bracket(place, place & 1, rest, whole)

    def between(self, place: int, rest: int, whole: int, negative: bool = False) -> Fraction:
        if place < 1:
            return self.smallest * Fraction(rest, whole)
        if place >= self.largest_place:
            beyond = place - self.largest_place + Fraction(rest, whole)
            return self.largest + beyond * self.last_spacing
        return self._at(place, rest, whole)

    def _at(self, place: int, rest: int, whole: int) -> Fraction:
        """The number whose bits are those of the place, and then those of the rest."""
        more = self.longest_head
        string = ((place * whole + rest) << more) // whole
        parts = self.parts(f"{string:0{self.digits + more}b}")
        head, places = self.head(parts.exponent)[0], self.digits - parts.lead
        string = place * whole + rest
        if places >= 0:
            whole <<= places
        else:
            string <<= -places
        return (1 + Fraction(string - head * whole, whole)) * power_of_two(parts.exponent)

    @property
    @abstractmethod
    def longest_head(self) -> int:
        """So many bits behind those of a place say what stands before its fraction."""

    def stretch_at(self, magnitude: Fraction, negative: bool = False) -> Stretch:
        """A binade whose values have a fraction; else one value and all up to the next one."""
        if magnitude < self.smallest:
            return Stretch(Fraction(0), self.smallest, 1, 0)
        place = self.bracket(Magnitude.of(magnitude)).place
        if place <= self.largest_place:
            exponent, lead = self._read(place)
            kept = self.digits - lead
            if kept >= 0:
                start, spacing = power_of_two(exponent), power_of_two(exponent - kept)
                if kept or place < self.largest_place:
                    return Stretch(start, spacing, 1 << kept, place >> kept << kept)
        start = self.between(place, 0, 1)
        return Stretch(start, self.between(place + 1, 0, 1) - start, 1, place)


@dataclass(frozen=True)
class Posit(TaperedFormat):
    """A posit with ``es`` bits of exponent behind a run of equal bits and the one that ends it."""

    es: int = 2

    __hash__ = TaperedFormat.__hash__

    def __post_init__(self) -> None:
        _check_size(self.name, self.size)
        if not 0 <= self.es <= MAX_ES:
            most = str(MAX_ES)
            raise FormatError(
                phrase("{format}: es must lie within 0 … {most}", format=self.name, most=most)
            )

    @property
    def key(self) -> tuple[object, ...]:
        return ("posit", self.size, self.es)

    @property
    def longest_head(self) -> int:
        return 1 + self.es

    def head(self, exponent: int) -> tuple[int, int]:
        run, added = divmod(exponent, 1 << self.es)
        length = 2 + run if run >= 0 else 1 - run
        regime = (1 << length) - 2 if run >= 0 else 1
        return regime << self.es | added, length + self.es

    def parts(self, digits: str) -> Parts:
        equal = len(digits) - len(digits.lstrip(digits[0]))
        run = equal - 1 if digits[0] == "1" else -equal
        added = int(digits[equal + 1 : equal + 1 + self.es].ljust(self.es, "0") or "0", 2)
        widths = ((FieldKind.REGIME, equal + 1), (FieldKind.EXPONENT, self.es))
        return Parts(run << self.es, added, equal + 1 + self.es, widths)

    def said(self, parts: Parts) -> dict[FieldKind, tuple[int, int]]:
        run = parts.scale >> self.es
        return {FieldKind.REGIME: (run, 0), FieldKind.EXPONENT: (parts.added, -parts.scale)}

    def power(self, parts: Parts) -> tuple[Piece, ...]:
        run = f"{parts.scale >> self.es}".replace("-", "−")
        if not self.es:
            return (Piece(run, FieldKind.REGIME),)
        return (
            Piece(f"{1 << self.es}·"),
            Piece(f"({run})" if run[0] == "−" else run, FieldKind.REGIME),
            Piece("+"),
            Piece(str(parts.added), FieldKind.EXPONENT),
        )


@dataclass(frozen=True)
class Takum(TaperedFormat):
    """A linear takum: a direction, three bits that count those of the characteristic, and these."""

    __hash__ = TaperedFormat.__hash__

    def __post_init__(self) -> None:
        _check_size(self.name, self.size)

    @property
    def key(self) -> tuple[object, ...]:
        return ("takum", self.size)

    @property
    def longest_head(self) -> int:
        return 11

    def head(self, exponent: int) -> tuple[int, int]:
        if exponent >= 0:
            count = (exponent + 1).bit_length() - 1
            return (8 | count) << count | exponent + 1 - (1 << count), 4 + count
        count = (-exponent).bit_length() - 1
        return 7 - count << count | exponent + (2 << count) - 1, 4 + count

    def parts(self, digits: str) -> Parts:
        begun = digits.ljust(11, "0")
        upward, field = begun[0] == "1", int(begun[1:4], 2)
        count = field if upward else 7 - field
        scale = (1 << count) - 1 if upward else 1 - (2 << count)
        added = int(begun[4 : 4 + count] or "0", 2)
        kinds = (FieldKind.PREFIX, FieldKind.REGIME, FieldKind.EXPONENT)
        return Parts(scale, added, 4 + count, tuple(zip(kinds, (1, 3, count), strict=True)))

    def said(self, parts: Parts) -> dict[FieldKind, tuple[int, int]]:
        return {
            FieldKind.PREFIX: (int(parts.scale >= 0), 0),
            FieldKind.REGIME: (parts.lead - 4, 0),
            FieldKind.EXPONENT: (parts.added, -parts.scale),
        }

    def power(self, parts: Parts) -> tuple[Piece, ...]:
        scale = Piece(f"{parts.scale}".replace("-", "−"), FieldKind.REGIME)
        if parts.lead == 4:
            return (scale,)
        return (scale, Piece("+"), Piece(str(parts.added), FieldKind.EXPONENT))


def _check_size(name: str, size: int) -> None:
    if not 2 <= size <= MAX_SIZE:
        most = str(MAX_SIZE)
        raise FormatError(phrase("{format}: it must have 2 to {most} bits", format=name, most=most))
