"""From a code to what it says: class, fields, significand, exact number."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from fpviz.core.formats.encoding import Format
from fpviz.core.formats.fields import CLASSES, Field, FieldKind, NumberClass, field_of
from fpviz.core.numbers import Finite, Infinity, Number, scaled
from fpviz.core.phrase import Phrase, phrase

__all__ = [
    "Decoded",
    "NumberClass",
    "class_said",
    "decode",
    "is_finite_code",
    "is_nan_code",
    "value_of",
]

_NUMBER = phrase("number")
_INFINITE = NumberClass.INFINITE
_NO_NUMBER = (NumberClass.NAN, NumberClass.INVALID)


class Decoded(NamedTuple):
    """Everything a code says.

    The magnitude of a finite code is ``significand * base**quantum``: an integer with its hidden
    bit, and the exponent of its last digit. Of any other code both are ``None``.
    """

    format: Format
    code: int
    number_class: NumberClass
    number: Number
    significand: int | None = None
    quantum: int | None = None

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
    def exponent(self) -> int | None:
        """The exponent of the digit before the point of a finite code, else ``None``.

        That digit is the first that is not 0; in zero and in a subnormal number it is where the
        smallest normal number has it.
        """
        if self.significand is None or self.quantum is None:
            return None
        if self.format.base == 2:
            return max(self.significand.bit_length() - 1 + self.quantum, self.format.emin)
        return max(len(str(self.significand)) - 1 + self.quantum, self.format.emin)

    @property
    def hidden_bit(self) -> int | None:
        """The digit before the point, if it is not stored; ``None`` for infinities and NaNs."""
        return self.format.hidden_bit(self.code)

    def digits(self) -> tuple[str, str]:
        """The digits of a finite code's significand before and behind the point, in its base.

        Both are empty for infinities and NaNs.
        """
        exponent = self.exponent
        if exponent is None or self.quantum is None:
            return "", ""
        places = exponent - self.quantum
        text = f"{self.significand:0{places + 1}{'b' if self.format.base == 2 else 'd'}}"
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
    significand, quantum = fmt.scaled(place, negative)
    number = Finite(negative, scaled(significand, quantum, fmt.base))
    return Decoded(fmt, code, kind, number, significand, quantum)


def class_said(decoded: Decoded) -> Phrase:
    """What the class of a code is called; in fixed point no number is less normal than others."""
    if decoded.format.is_fixed_point and decoded.number_class is NumberClass.NORMAL:
        return _NUMBER
    return CLASSES[decoded.number_class]


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
