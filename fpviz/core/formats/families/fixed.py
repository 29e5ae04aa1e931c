"""The family of fixed-point formats: integers that count a power of two, integers themselves.

A format is a frozen value with four facts: the digits before the point and behind it, whether
there are negative numbers, and how these are written. All values are one ulp apart, from zero to
the ends, so that a value's place is its magnitude in ulps. There are no infinities and no NaNs:
what is beyond the ends is the rounding's business, and a NaN becomes 0.

Sources: TI, "TMS320C64x DSP Library Programmer's Reference", appendix A (Qm.n without the sign);
Arm, "DSP Concepts: Q notation", and CMSIS-DSP (the sign is one of m); ISO/IEC TR 18037 (fract,
accum); ISO/IEC 9899, 6.2.6.2 (two's complement, sign and magnitude).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.family import FormatError
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.formats.places import Stretch
from fpviz.core.numbers import NaN, power_of_two
from fpviz.core.phrase import Phrase, phrase

MAX_WIDTH = 128
MAX_DIGITS = 1024
"""The farthest that a point stands from the digits of a custom format."""

_ZERO, _NORMAL = NumberClass.ZERO, NumberClass.NORMAL
_SIGN, _INTEGER, _FRACTION = FieldKind.SIGN, FieldKind.INTEGER, FieldKind.FRACTION


class Negatives(Enum):
    """How negative numbers are written; the value is what stands behind a format's name."""

    TWOS_COMPLEMENT = ""
    SIGN_MAGNITUDE = "sm"
    """A sign bit and a magnitude, with a -0."""
    OFFSET = "ob"
    """The code counts from the least value up ("offset binary", "excess")."""


_TWOS, _SIGN_MAGNITUDE, _OFFSET = Negatives


@dataclass(frozen=True)
class FixedFormat(Format):
    """A fixed-point format.

    ``integer_width`` and ``fraction_width`` count the digits before and behind the point without
    the sign; one of them may be negative, where the point stands outside the digits. Equality is
    by all facts, the name included.
    """

    name: str
    integer_width: int
    fraction_width: int
    signed: bool = True
    negatives: Negatives = _TWOS
    aliases: tuple[str, ...] = ()
    title: str = ""

    def __post_init__(self) -> None:
        _check(self)

    # Codes travel between threads and as dictionary keys by format; the name tells formats apart.
    def __hash__(self) -> int:
        return hash(self.name)

    # -- facts -------------------------------------------------------------------------------

    is_fixed_point = has_consecutive_codes = True
    has_zero = True
    has_infinity = has_nan = False
    payload_width = 0
    binade_size = None
    min_normal_place = 1

    @cached_property
    def width(self) -> int:
        return self.signed + self.precision

    @cached_property
    def key(self) -> tuple[object, ...]:
        return ("fixed", self.integer_width, self.fraction_width, self.signed, self.negatives)

    @cached_property
    def has_negative_zero(self) -> bool:
        return self.negatives is _SIGN_MAGNITUDE

    @cached_property
    def wraps(self) -> bool:
        return not self.has_negative_zero

    @cached_property
    def precision(self) -> int:
        """All digits but the sign."""
        return self.integer_width + self.fraction_width

    @cached_property
    def emin(self) -> int:
        return -self.fraction_width

    @cached_property
    def emax(self) -> int:
        return self.integer_width - 1

    @cached_property
    def note(self) -> Phrase | None:
        return _note(self)

    @cached_property
    def nan_stand_in(self) -> int:
        """0, as for the conversions of Arm, CUDA, Rust and WebAssembly from floating point."""
        return self.code_at(0)

    @cached_property
    def _half(self) -> int:
        """As many values as there are below zero, or are below it in two's complement."""
        return 1 << self.precision

    @cached_property
    def _mask(self) -> int:
        return (1 << self.width) - 1

    # -- codes -------------------------------------------------------------------------------

    def number_class(self, code: int) -> NumberClass:
        return _NORMAL if self.sign_and_place(code)[1] else _ZERO

    def is_nan(self, code: int) -> bool:
        return False

    def is_finite(self, code: int) -> bool:
        return True

    def fields(self, code: int) -> tuple[Field, ...]:
        bits = f"{code:0{self.width}b}"
        found: tuple[Field, ...] = ()
        if self._has_sign_bit:
            found = (Field(_SIGN, self.width - 1, bits[0], int(bits[0])),)
            bits = bits[1:]
        point = min(max(len(bits) - self.fraction_width, 0), len(bits))
        whole, rest = bits[:point], bits[point:]
        if whole:
            weight = max(-self.fraction_width, 0)
            found += (Field(_INTEGER, len(rest), whole, int(whole, 2), weight=weight),)
        if rest:
            found += (Field(_FRACTION, 0, rest, int(rest, 2), weight=-self.fraction_width),)
        return found

    @cached_property
    def _has_sign_bit(self) -> bool:
        """Whether a bit is no digit but the sign: in offset binary the first one is both."""
        return self.signed and self.negatives is not _OFFSET

    def unit_exponent(self, code: int) -> int:
        return 0

    def formula(self, code: int) -> tuple[Piece, ...]:
        fields = self.fields(code)
        digits = _digits(fields[self._has_sign_bit :], self.fraction_width)
        power = Piece(str(self.integer_width).replace("-", "−"), None, Level.RAISED)
        if not self.signed:
            return digits
        if self.negatives is _OFFSET:
            return (*digits, Piece(" − 2"), power)
        sign = fields[0].digits
        if self.negatives is _SIGN_MAGNITUDE:
            return (Piece("(−1)"), Piece(sign, _SIGN, Level.RAISED), Piece(" × "), *digits)
        return (Piece("−"), Piece(sign, _SIGN), Piece(" × 2"), power, Piece(" + "), *digits)

    def nan(self, code: int) -> NaN:
        raise ValueError(f"{self.name} has no NaN")

    def code_of_nan(self, nan: NaN) -> int | None:
        return None

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        half = self._half
        if self.negatives is _OFFSET:
            return code < half, abs(code - half)
        if not self.signed or code < half:
            return False, code
        return True, code - half if self.has_negative_zero else 2 * half - code

    def code_at(self, place: int, negative: bool = False) -> int:
        if self.has_negative_zero:
            return place | self._half if negative else place
        place = -place if negative else place
        return (place + self._half if self.negatives is _OFFSET else place) & self._mask

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        return place, -self.fraction_width

    def place_of(self, significand: int, quantum: int) -> int:
        return significand << quantum + self.fraction_width

    @cached_property
    def largest_place(self) -> int:
        return self._half - 1

    def last_place(self, negative: bool) -> int:
        below = negative and self.signed and not self.has_negative_zero
        return self._half if below else self.largest_place

    # -- stretches ---------------------------------------------------------------------------

    def quantum_at(self, exponent: int) -> int:
        return -self.fraction_width

    def stretch_in(self, exponent: int) -> Stretch:
        return self.stretch_at(power_of_two(exponent))

    def stretch_at(self, magnitude: Fraction, negative: bool = False) -> Stretch:
        """All values of one sign; what lies beyond falls into pieces as long."""
        return self.stretch_of(int(magnitude / power_of_two(-self.fraction_width)), negative)

    def stretch_of(self, place: int, negative: bool = False) -> Stretch:
        size, ulp = self.last_place(negative) + 1, power_of_two(-self.fraction_width)
        first = place - place % size
        return Stretch(first * ulp, ulp, size, first)


def _digits(fields: tuple[Field, ...], places: int) -> tuple[Piece, ...]:
    """Digits with their point, in base 2; far from the point as an integer times a power."""
    pieces = [Piece(field.digits, field.kind) for field in fields]
    if len(fields) == 1 and places and fields[0].width != places:
        power = Piece(str(-places).replace("-", "−"), None, Level.RAISED)
        return (*pieces, Piece("2", None, Level.LOWERED), Piece(" × 2"), power)
    if places:
        pieces[-1:-1] = [Piece("." if len(fields) > 1 else "0.")]
    return (*pieces, Piece("2", None, Level.LOWERED))


def _check(fmt: FixedFormat) -> None:
    most = str(MAX_DIGITS)
    if max(abs(fmt.integer_width), abs(fmt.fraction_width)) > MAX_DIGITS:
        raise FormatError(
            phrase(
                "{format}: the point must stand within {most} digits",
                format=fmt.name,
                most=most,
            )
        )
    least = 1 + fmt.signed
    if not least <= fmt.width <= MAX_WIDTH:
        raise FormatError(
            phrase(
                "{format}: it must have {least} to {most} bits, and has {count}",
                format=fmt.name,
                least=str(least),
                most=str(MAX_WIDTH),
                count=str(fmt.width),
            )
        )
    if not fmt.signed and fmt.negatives is not _TWOS:
        raise FormatError(
            phrase("{format}: an unsigned format has no negative numbers to write", format=fmt.name)
        )


def _note(fmt: FixedFormat) -> Phrase | None:
    """Which way of naming is meant, and what others call the format."""
    if not fmt.signed:
        return None
    if fmt.negatives is _SIGN_MAGNITUDE:
        return phrase("Sign and magnitude: the first bit is the sign, and there is a -0.")
    if fmt.negatives is _OFFSET:
        return phrase("Offset binary: the code 0 is the least value.")
    if not fmt.fraction_width:
        return phrase("Two's complement.")
    return phrase(
        "Two's complement; {bits} bits: the sign, and {name} as TI counts digits. Arm counts the "
        "sign as one of them: {arm}.",
        bits=str(fmt.width),
        name=f"Q{fmt.integer_width}.{fmt.fraction_width}",
        arm=f"Q{fmt.integer_width + 1}.{fmt.fraction_width}",
    )
