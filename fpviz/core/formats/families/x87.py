"""The x87's double extended format, whose leading bit is stored.

A code is the e15m63 of IEEE 754 with the digit before the point between exponent and fraction.
Where that digit contradicts the exponent field, the code is a pseudo-denormal, which is a value, or
one that no operation has accepted since the 387. Source: Intel 64 and IA-32 Architectures Software
Developer's Manual, volume 1, 4.8.3 and 8.2.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.families.binary import BinaryFormat
from fpviz.core.formats.family import Family
from fpviz.core.formats.fields import Field, FieldKind, Level, NumberClass, Piece
from fpviz.core.numbers import NaN
from fpviz.core.phrase import Phrase, phrase, template

_FRACTION_WIDTH, _SPECIAL = 63, 0x7FFF
_LEADING = 1 << _FRACTION_WIDTH
_FRACTION = _LEADING - 1
_INNER = BinaryFormat("e15m63", 15, _FRACTION_WIDTH, 16383)
_INDEFINITE = NaN(negative=True, quiet=False, payload_width=_INNER.payload_width)

_PSEUDO_DENORMAL = template(
    "a pseudo-denormal: leading bit 1 with exponent field 0; canonical is {code}"
)
_UNNORMAL = phrase("an unnormal: leading bit 0 with an exponent field that wants 1")
_PSEUDO_INFINITY = phrase("a pseudo-infinity: leading bit 0 where an infinity has 1")
_PSEUDO_NAN = phrase("a pseudo-NaN: leading bit 0 where a NaN has 1")


@dataclass(frozen=True)
class ExtendedFormat(Format):
    """Sign, 15 bits of exponent, the leading bit, 63 of fraction."""

    name: str
    title: str
    aliases: tuple[str, ...] = ()

    signed = True
    has_zero = has_negative_zero = has_infinity = has_nan = True
    width = _INNER.width + 1
    payload_width = _INNER.payload_width
    precision, emin, emax = _INNER.precision, _INNER.emin, _INNER.emax
    binade_size = _INNER.binade_size
    min_normal_place, largest_place = _INNER.min_normal_place, _INNER.largest_place

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def key(self) -> tuple[object, ...]:
        return ("x87",)

    # -- codes -------------------------------------------------------------------------------

    @staticmethod
    def _inner(code: int) -> int:
        """The code without its leading bit."""
        return code >> _FRACTION_WIDTH + 1 << _FRACTION_WIDTH | code & _FRACTION

    @staticmethod
    def _stored(inner: int) -> int:
        """An inner code with its leading bit stored."""
        leading = _LEADING if inner & _INNER.magnitude_mask > _FRACTION else 0
        return inner >> _FRACTION_WIDTH << _FRACTION_WIDTH + 1 | leading | inner & _FRACTION

    def number_class(self, code: int) -> NumberClass:
        field, leading = code >> 64 & _SPECIAL, code & _LEADING
        if field and not leading:
            return NumberClass.INVALID
        if leading and not field:
            return NumberClass.NORMAL  # its value is that of the exponent field 1
        return _INNER.number_class(self._inner(code))

    def fields(self, code: int) -> tuple[Field, ...]:
        digits = f"{code:080b}"
        return (
            Field(FieldKind.SIGN, 79, digits[0], code >> 79),
            Field(FieldKind.EXPONENT, 64, digits[1:16], code >> 64 & _SPECIAL, _INNER.bias),
            Field(FieldKind.LEADING, 63, digits[16], code >> 63 & 1, 0, 0),
            Field(FieldKind.FRACTION, 0, digits[17:], code & _FRACTION, 0, -_FRACTION_WIDTH),
        )

    def formula(self, code: int) -> tuple[Piece, ...]:
        sign, exponent, leading, fraction = self.fields(code)
        return (
            Piece("(−1)"),
            Piece(sign.digits, sign.kind, Level.RAISED),
            Piece(" × 2"),
            Piece(f"{exponent.value or 1}−{exponent.excess}", exponent.kind, Level.RAISED),
            Piece(" × "),
            Piece(leading.digits, leading.kind),
            Piece("."),
            Piece(fraction.digits, fraction.kind),
            Piece("2", None, Level.LOWERED),
        )

    def canonical(self, code: int) -> int:
        if self.number_class(code) is NumberClass.INVALID:
            return self._stored(_INNER.code_of_nan(_INDEFINITE) or 0)
        return self._stored(self._inner(self._without_pseudo_denormal(code)))

    @staticmethod
    def _without_pseudo_denormal(code: int) -> int:
        return code if code >> 64 & _SPECIAL or not code & _LEADING else code | 1 << 64

    def remark(self, code: int) -> Phrase | None:
        twin = self.canonical(code)
        if twin == code:
            return None
        if self.number_class(code) is not NumberClass.INVALID:
            return phrase(_PSEUDO_DENORMAL, code=self.code_text(twin))
        if code >> 64 & _SPECIAL != _SPECIAL:
            return _UNNORMAL
        return _PSEUDO_NAN if code & _FRACTION else _PSEUDO_INFINITY

    def nan(self, code: int) -> NaN:
        if self.number_class(code) is NumberClass.INVALID:
            return _INDEFINITE
        return _INNER.nan(self._inner(code))

    def code_of_nan(self, nan: NaN) -> int:
        return self._stored(_INNER.code_of_nan(nan) or 0)

    # -- order -------------------------------------------------------------------------------

    def sign_and_place(self, code: int) -> tuple[bool, int]:
        return _INNER.sign_and_place(self._inner(self._without_pseudo_denormal(code)))

    def code_at(self, place: int, negative: bool = False) -> int:
        return self._stored(_INNER.code_at(place, negative))

    def scaled(self, place: int, negative: bool = False) -> tuple[int, int]:
        return _INNER.scaled(place, negative)

    def place_of(self, significand: int, quantum: int) -> int:
        return _INNER.place_of(significand, quantum)

    def quantum_at(self, exponent: int) -> int:
        return _INNER.quantum_at(exponent)

    # -- counts ------------------------------------------------------------------------------

    def class_counts(self) -> Mapping[NumberClass, int]:
        found, signs = dict(_INNER.class_counts()), 2
        found[NumberClass.NORMAL] += signs * _LEADING  # the pseudo-denormals
        return {**found, NumberClass.INVALID: signs * _SPECIAL * _LEADING}


X87 = Family(
    key="x87",
    title=phrase("x87, with a stored leading bit"),
    formats=(
        ExtendedFormat(
            "x87",
            "x87",
            (
                *("fp80", "float80", "f80", "x86_fp80", "_float80", "__float80", "extended"),
                *("longdouble", "long double", "_float64x", "float64x", "x87_fp80"),
            ),
        ),
    ),
)
