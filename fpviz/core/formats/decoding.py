"""From a code to what it says: class, fields, significand, exact number."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.formats.encoding import Field, FieldKind, Format, NumberClass, field_of
from fpviz.core.numbers import Finite, Infinity, Number

__all__ = ["Decoded", "NumberClass", "decode", "is_finite_code", "is_nan_code", "value_of"]


_INFINITE = NumberClass.INFINITE
_NO_NUMBER = (NumberClass.NAN, NumberClass.INVALID)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Everything a code says."""

    format: Format
    code: int
    number_class: NumberClass
    number: Number

    @property
    def negative(self) -> bool:
        """The sign of the number."""
        return self.number.negative

    @property
    def fields(self) -> tuple[Field, ...]:
        """What the code is made of, the most significant field first."""
        return self.format.fields(self.code)

    def field(self, kind: FieldKind) -> Field:
        """The field of a kind; one without bits where the code has none."""
        return field_of(self.fields, kind)

    @property
    def significand(self) -> int | None:
        """An integer with its hidden bit, of a finite code, else ``None``.

        The magnitude is ``significand * 2**quantum``.
        """
        scaled = self._scaled()
        return scaled and scaled[0]

    @property
    def quantum(self) -> int | None:
        """The exponent of the last digit of a finite code's significand, else ``None``."""
        scaled = self._scaled()
        return scaled and scaled[1]

    @property
    def exponent(self) -> int | None:
        """The exponent of the digit before the point of a finite code, else ``None``.

        That digit is the first 1; in zero and in a subnormal number it is where the smallest
        normal number has it.
        """
        scaled = self._scaled()
        if scaled is None:
            return None
        significand, quantum = scaled
        return max(significand.bit_length() - 1 + quantum, self.format.emin)

    def _scaled(self) -> tuple[int, int] | None:
        if not isinstance(self.number, Finite):
            return None
        negative, place = self.format.sign_and_place(self.code)
        return self.format.scaled(place, negative)

    @property
    def hidden_bit(self) -> int | None:
        """The digit before the point, if it is not stored; ``None`` for infinities and NaNs."""
        return self.format.hidden_bit(self.code)

    def digits(self) -> tuple[str, str]:
        """The binary digits of a finite code's significand before and behind the point.

        Both are empty for infinities and NaNs.
        """
        scaled, exponent = self._scaled(), self.exponent
        if scaled is None or exponent is None:
            return "", ""
        significand, quantum = scaled
        places = exponent - quantum
        text = f"{significand:0{places + 1}b}"
        whole = len(text) - places
        return text[:whole], text[whole:]


def decode(fmt: Format, code: int) -> Decoded:
    """What ``code`` says in ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> decode(find_format("fp16"), 0x3C80).number
    Finite(negative=False, magnitude=Fraction(9, 8))

    Raises ValueError if the code is wider than the format.
    """
    if not 0 <= code < 1 << fmt.width:
        raise ValueError(f"{code:#x} is not a code of {fmt.name}, which has {fmt.width} bits")
    kind = fmt.number_class(code)
    if kind in _NO_NUMBER:
        return Decoded(fmt, code, kind, fmt.nan(code))
    negative, place = fmt.sign_and_place(code)
    if kind is _INFINITE:
        return Decoded(fmt, code, kind, Infinity(negative))
    return Decoded(fmt, code, kind, Finite(negative, fmt.magnitude(place, negative)))


def value_of(fmt: Format, code: int) -> Fraction:
    """The signed value of a finite code; the sign of a zero is lost.

    Raises ValueError for an infinity or a NaN.
    """
    if not is_finite_code(fmt, code):
        raise ValueError(f"{fmt.code_text(code)} is not finite in {fmt.name}")
    negative, place = fmt.sign_and_place(code)
    magnitude = fmt.magnitude(place, negative)
    return -magnitude if negative else magnitude


def is_nan_code(fmt: Format, code: int) -> bool:
    """Whether ``code`` stands for no number in ``fmt``."""
    return fmt.is_nan(code)


def is_finite_code(fmt: Format, code: int) -> bool:
    """Whether ``code`` is a zero, subnormal or normal number of ``fmt``."""
    return fmt.is_finite(code)
