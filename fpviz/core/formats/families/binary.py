"""The family of binary floating-point formats: sign, biased exponent, fraction.

A format is a frozen value of a few independent facts; everything else is derived from them.
Without its sign a code is an integer that grows with the value, which makes it the value's place.
Sources: IEEE 754-2019 clause 3; OCP 8-bit Floating Point Specification (OFP8) 1.0; OCP
Microscaling Formats (MX) 1.0; Noune et al., arXiv 2206.02915 (fnuz); PTX ISA 8.7 (ue4m3, ue8m0);
OpenGL 4.6, 2.3.4.3 and 2.3.4.4 (11 and 10 bits); Agrawal et al., "DLFloat", ARITH 2019 (no
subnormals).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.families.specials import Specials
from fpviz.core.formats.family import FormatError
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.numbers import NaN
from fpviz.core.phrase import phrase

MAX_EXPONENT_WIDTH = 19
MAX_FRACTION_WIDTH = 236
"""Custom formats end where binary256 does (IEEE 754-2019, table 3.5)."""

_MAX_BIAS = 1 << MAX_EXPONENT_WIDTH

FARTHEST = _MAX_BIAS + (1 << MAX_EXPONENT_WIDTH)
"""Binades from 1 within which all values of all formats lie, and their ulps."""

FINEST = _MAX_BIAS + MAX_FRACTION_WIDTH
"""The most binary, and so the most decimal, places that a value of a format has."""


_ZERO, _SUBNORMAL, _NORMAL = NumberClass.ZERO, NumberClass.SUBNORMAL, NumberClass.NORMAL
_INFINITE, _NAN = NumberClass.INFINITE, NumberClass.NAN
_SIGN, _EXPONENT, _FRACTION = FieldKind.SIGN, FieldKind.EXPONENT, FieldKind.FRACTION
# Each reading asks for its class and fields, and a member of an enum is slow to find.


@dataclass(frozen=True)
class BinaryFormat(Format):
    """A binary floating-point format.

    ``exponent_width`` and ``fraction_width`` count stored bits. ``subnormals`` says that the
    exponent field 0 means zero and the subnormal numbers; else it is an exponent like any other,
    in a format such as e8m0 without a zero, and of those with fraction bits in ``Gapped`` ones.
    Equality is by all facts, the name included.
    """

    name: str
    exponent_width: int
    fraction_width: int
    bias: int
    specials: Specials = Specials.IEEE
    signed: bool = True
    aliases: tuple[str, ...] = ()
    title: str = ""
    subnormals: bool = True

    reads_as_ieee = has_consecutive_codes = True

    def __post_init__(self) -> None:
        _check(self)

    # Codes travel between threads and as dictionary keys by format; the name tells formats apart.
    def __hash__(self) -> int:
        return hash(self.name)

    # -- facts -------------------------------------------------------------------------------

    @cached_property
    def width(self) -> int:
        return self.signed + self.exponent_width + self.fraction_width

    @cached_property
    def key(self) -> tuple[object, ...]:
        layout = (self.exponent_width, self.fraction_width, self.bias)
        return (*layout, self.specials, self.signed, self.subnormals)

    @cached_property
    def has_zero(self) -> bool:
        """Whether an exponent field of zero means zero and subnormals; not so in e8m0."""
        return self.subnormals

    @cached_property
    def has_negative_zero(self) -> bool:
        return self.signed and self.specials.negative_zero

    @cached_property
    def has_infinity(self) -> bool:
        return self.specials.infinity

    @cached_property
    def has_nan(self) -> bool:
        return self.specials.nans != 0 or not self.specials.negative_zero

    @cached_property
    def payload_width(self) -> int:
        """The fraction below the quiet bit; 0 outside IEEE formats."""
        return self.fraction_width - 1 if self._has_payloads else 0

    @cached_property
    def precision(self) -> int:
        """Significand bits with the hidden one."""
        return self.fraction_width + 1

    @cached_property
    def emin(self) -> int:
        return (1 if self.subnormals else 0) - self.bias

    @cached_property
    def emax(self) -> int:
        return (self.largest_place >> self.fraction_width) - self.bias

    @cached_property
    def binade_size(self) -> int | None:
        size: int = 1 << self.fraction_width
        return size

    # -- the layout, for this family's own kernels -------------------------------------------

    @cached_property
    def sign_mask(self) -> int:
        return 1 << (self.width - 1) if self.signed else 0

    @cached_property
    def magnitude_mask(self) -> int:
        """All bits but the sign."""
        return (1 << (self.exponent_width + self.fraction_width)) - 1

    @cached_property
    def fraction_mask(self) -> int:
        return (1 << self.fraction_width) - 1

    @cached_property
    def exponent_mask(self) -> int:
        """The largest exponent field."""
        return (1 << self.exponent_width) - 1

    @cached_property
    def quantum_exponent(self) -> int:
        """The exponent of the smallest distance between two values."""
        return self.emin - self.fraction_width

    @cached_property
    def nan_for_zero(self) -> int:
        """The NaN that stands at the code of -0; -1 where none does."""
        return -1 if self.specials.negative_zero else self.sign_mask

    @cached_property
    def _has_payloads(self) -> bool:
        return self.specials.nans is None

    # -- codes -------------------------------------------------------------------------------

    def number_class(self, code: int) -> NumberClass:
        place = code & self.magnitude_mask
        if place > self.largest_place or code == self.nan_for_zero:
            return _INFINITE if place == self.infinity_place else _NAN
        if place >= self.min_normal_place:
            return _NORMAL
        return _SUBNORMAL if place else _ZERO

    def is_nan(self, code: int) -> bool:
        return not self.is_finite(code) and code & self.magnitude_mask != self.infinity_place

    def is_finite(self, code: int) -> bool:
        return code & self.magnitude_mask <= self.largest_place and code != self.nan_for_zero

    def fields(self, code: int) -> tuple[Field, ...]:
        width, low = self.width, self.fraction_width
        bits, end = f"{code:0{width}b}", width - low
        exponent = code >> low & self.exponent_mask
        found: tuple[Field, ...]
        found = (Field(_EXPONENT, low, bits[self.signed : end], exponent, self.bias),)
        if low:
            found += (Field(_FRACTION, 0, bits[end:], code & self.fraction_mask, 0, -low),)
        if self.signed:
            return (Field(_SIGN, width - 1, bits[0], code >> (width - 1)), *found)
        return found

    def formula(self, code: int) -> tuple[Piece, ...]:
        field, fraction = divmod(code & self.magnitude_mask, 1 << self.fraction_width)
        hidden = self.hidden_bit(code)
        power = f"{field if hidden else 1}−{self.bias}".replace("−-", "+")
        pieces = [
            Piece("2"),
            Piece(power, FieldKind.EXPONENT, Level.RAISED),
            Piece(f" × {hidden}"),
        ]
        if self.signed:
            sign = Piece(str(int(code > self.magnitude_mask)), FieldKind.SIGN, Level.RAISED)
            pieces = [Piece("(−1)"), sign, Piece(" × "), *pieces]
        if self.fraction_width:
            digits = f"{fraction:0{self.fraction_width}b}"
            pieces += [Piece("."), Piece(digits, FieldKind.FRACTION)]
        return (*pieces, Piece("2", None, Level.LOWERED))

    def hidden_bit(self, code: int) -> int | None:
        if not self.is_finite(code):
            return None
        return int(code & self.magnitude_mask >= self.min_normal_place)

    def canonical(self, code: int) -> int:
        if self._has_payloads or not self.is_nan(code):
            return code
        delivered = self.code_of_nan(self.nan(code))
        return code if delivered is None else delivered

    def nan(self, code: int) -> NaN:
        if code == self.nan_for_zero:
            return NaN(payload_width=0)
        negative = bool(code & self.sign_mask)
        if not self._has_payloads:
            return NaN(negative, payload_width=0)
        quiet, payload = divmod(code & self.fraction_mask, 1 << self.payload_width)
        return NaN(negative, payload, bool(quiet), self.payload_width)

    def code_of_nan(self, nan: NaN) -> int | None:
        if not self.has_nan:
            return None
        if self.specials.nans == 0:
            return self.sign_mask
        code = self.magnitude_mask | (self.sign_mask if nan.negative else 0)
        if not self._has_payloads:
            return code
        return code & ~self.fraction_mask | self._nan_fraction(nan)

    def _nan_fraction(self, nan: NaN) -> int:
        """Quiet bit and payload. Of a converted NaN the leading bits, made quiet (IEEE 754-2019,
        6.2); a typed one that signals keeps signalling, for which it needs a payload."""
        width = self.payload_width
        if nan.payload_width is None:
            payload = nan.payload & ((1 << width) - 1)
            if nan.quiet or not width:
                return 1 << width | payload
            return payload or 1
        shift = width - nan.payload_width
        payload = nan.payload << shift if shift >= 0 else nan.payload >> -shift
        return 1 << width | payload

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        return code > self.magnitude_mask, code & self.magnitude_mask

    def code_at(self, place: int, negative: bool = False) -> int:
        if negative and (place or self.has_negative_zero):
            return place | self.sign_mask
        return place

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        field, fraction = divmod(place, 1 << self.fraction_width)
        if field == 0 and self.subnormals:
            return fraction, self.quantum_exponent
        return fraction | 1 << self.fraction_width, field - self.bias - self.fraction_width

    def place_of(self, significand: int, quantum: int) -> int:
        # A significand that was carried to twice the hidden bit carries into the exponent field.
        place = ((quantum - self.quantum_exponent) << self.fraction_width) + significand
        return place if self.subnormals else place - (1 << self.fraction_width)

    def code_of(self, significand: int, quantum: int, negative: bool = False) -> int | None:
        place = self.place_of(significand, quantum)  # all that is rounded goes this way
        if place > self.largest_place:
            return None
        return self.code_at(place, negative) if negative else place

    @cached_property
    def largest_place(self) -> int:
        if self.specials.nans is None:
            return (self.exponent_mask << self.fraction_width) - 1
        return self.magnitude_mask - self.specials.nans - self.specials.infinity

    @cached_property
    def min_normal_place(self) -> int:
        return 1 << self.fraction_width if self.subnormals else 0

    def quantum_at(self, exponent: int) -> int:
        return self.quantum_exponent if exponent < self.emin else exponent - self.fraction_width


def binary_layout(fmt: Format) -> BinaryFormat | None:
    """``fmt`` with its layout, where it is of this family; ``None`` for any other.

    The one door to widths, bias, masks and specials. It is for what is about this family alone:
    kernels for arrays, the dialog that makes custom formats, scripts in other languages, and the
    columns of a table that name these facts. Everything else asks the questions of ``Format``.
    """
    return fmt if isinstance(fmt, BinaryFormat) else None


def check_widths(name: str, exponent_width: int, fraction_width: int) -> None:
    if not 1 <= exponent_width <= MAX_EXPONENT_WIDTH:
        most = str(MAX_EXPONENT_WIDTH)
        raise FormatError(
            phrase("{format}: the exponent must have 1 to {most} bits", format=name, most=most)
        )
    if not 0 <= fraction_width <= MAX_FRACTION_WIDTH:
        most = str(MAX_FRACTION_WIDTH)
        raise FormatError(
            phrase("{format}: the fraction must have 0 to {most} bits", format=name, most=most)
        )


def _check(fmt: BinaryFormat) -> None:
    check_widths(fmt.name, fmt.exponent_width, fmt.fraction_width)
    if abs(fmt.bias) > _MAX_BIAS:
        raise FormatError(
            phrase(
                "{format}: the bias must lie within ±{most}", format=fmt.name, most=str(_MAX_BIAS)
            )
        )
    if not (fmt.signed or fmt.specials.negative_zero):
        raise FormatError(
            phrase(
                "{format}: an unsigned format has no −0, so no NaN in its place", format=fmt.name
            )
        )
    if fmt.signed and not fmt.has_zero:
        raise FormatError(
            phrase(
                "{format}: without a fraction bit or subnormals, no code is zero", format=fmt.name
            )
        )
    if fmt.specials.nans is None and fmt.fraction_width == 0:
        raise FormatError(
            phrase(
                "{format}: without a fraction bit, infinity and NaN would share a code",
                format=fmt.name,
            )
        )
    if fmt.largest_place < fmt.min_normal_place:
        raise FormatError(phrase("{format}: no code is left for a normal number", format=fmt.name))


def default_bias(exponent_width: int, specials: Specials) -> int:
    half: int = 1 << (exponent_width - 1)
    return half - specials.negative_zero
