"""From a code to what it says: fields, class, significand, exact number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from fpviz.core.formats import Format, Specials
from fpviz.core.numbers import Finite, Infinity, NaN, Number


class NumberClass(Enum):
    """What kind of datum a code is (IEEE 754-2019, 5.7.2, without the signs)."""

    ZERO = "zero"
    SUBNORMAL = "subnormal"
    NORMAL = "normal"
    INFINITE = "infinite"
    NAN = "nan"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Everything a code says.

    ``exponent_field`` and ``fraction`` are the stored fields. For a finite code, ``exponent`` is
    unbiased and ``significand`` an integer with its hidden bit, so that the magnitude is
    ``significand * 2**(exponent - fraction_width)``; both are ``None`` otherwise.
    """

    format: Format
    code: int
    negative: bool
    exponent_field: int
    fraction: int
    number_class: NumberClass
    exponent: int | None
    significand: int | None
    number: Number

    @property
    def hidden_bit(self) -> int | None:
        """The bit before the binary point, or ``None`` for infinities and NaNs."""
        return None if self.significand is None else self.significand >> self.format.fraction_width


def decode(fmt: Format, code: int) -> Decoded:
    """What ``code`` says in ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> decode(find_format("fp16"), 0x3C80).number
    Finite(negative=False, magnitude=Fraction(9, 8))

    Raises ValueError if the code is wider than the format.
    """
    if not 0 <= code < 1 << fmt.width:
        raise ValueError(f"{code:#x} is not a code of {fmt.name}, which has {fmt.width} bits")
    negative = bool(code & fmt.sign_mask)
    magnitude_code = code & fmt.magnitude_mask
    field, fraction = divmod(magnitude_code, 1 << fmt.fraction_width)
    if is_nan_code(fmt, code):
        number: Number = _nan(fmt, negative, fraction)
        return Decoded(fmt, code, negative, field, fraction, NumberClass.NAN, None, None, number)
    if magnitude_code == fmt.infinity_code:
        number = Infinity(negative)
        kind = NumberClass.INFINITE
        return Decoded(fmt, code, negative, field, fraction, kind, None, None, number)
    significand, exponent = fmt.scaled(magnitude_code)
    number = Finite(negative, fmt.magnitude(magnitude_code))
    exponent += fmt.fraction_width
    kind = _finite_class(fmt, magnitude_code)
    return Decoded(fmt, code, negative, field, fraction, kind, exponent, significand, number)


def value_of(fmt: Format, code: int) -> Fraction:
    """The signed value of a finite code; the sign of a zero is lost.

    Raises ValueError for an infinity or a NaN.
    """
    if not is_finite_code(fmt, code):
        raise ValueError(f"{fmt.code_text(code)} is not finite in {fmt.name}")
    magnitude = fmt.magnitude(code & fmt.magnitude_mask)
    return -magnitude if code & fmt.sign_mask else magnitude


def is_nan_code(fmt: Format, code: int) -> bool:
    """Whether ``code`` is a NaN of ``fmt``."""
    match fmt.specials:
        case Specials.IEEE:
            return code & fmt.magnitude_mask > fmt.largest_code + 1
        case Specials.FN:
            return code & fmt.magnitude_mask == fmt.nan_code
        case Specials.FNUZ:
            return code == fmt.nan_code
        case _:
            return False


def is_finite_code(fmt: Format, code: int) -> bool:
    """Whether ``code`` is a zero, subnormal or normal number of ``fmt``."""
    return code & fmt.magnitude_mask <= fmt.largest_code and not is_nan_code(fmt, code)


def _finite_class(fmt: Format, magnitude_code: int) -> NumberClass:
    if magnitude_code >= fmt.min_normal_code:
        return NumberClass.NORMAL
    return NumberClass.SUBNORMAL if magnitude_code else NumberClass.ZERO


def _nan(fmt: Format, negative: bool, fraction: int) -> NaN:
    if fmt.specials is Specials.FNUZ:
        return NaN(payload_width=0)
    if fmt.specials is not Specials.IEEE:
        return NaN(negative, payload_width=0)
    quiet, payload = divmod(fraction, 1 << fmt.payload_width)
    return NaN(negative, payload, bool(quiet), fmt.payload_width)
