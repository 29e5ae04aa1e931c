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
    """Everything a code says."""

    format: Format
    code: int
    number_class: NumberClass
    number: Number

    @property
    def negative(self) -> bool:
        """The sign bit."""
        return bool(self.code & self.format.sign_mask)

    @property
    def exponent_field(self) -> int:
        """The stored exponent."""
        return (self.code & self.format.magnitude_mask) >> self.format.fraction_width

    @property
    def fraction(self) -> int:
        """The stored fraction."""
        return self.code & self.format.fraction_mask

    @property
    def significand(self) -> int | None:
        """An integer with its hidden bit, of a finite code, else ``None``.

        The magnitude is ``significand * 2**(exponent - fraction_width)``.
        """
        scaled = self._scaled()
        return scaled and scaled[0]

    @property
    def exponent(self) -> int | None:
        """The unbiased exponent of a finite code, else ``None``."""
        scaled = self._scaled()
        return scaled and scaled[1] + self.format.fraction_width

    def _scaled(self) -> tuple[int, int] | None:
        if not isinstance(self.number, Finite):
            return None
        return self.format.scaled(self.code & self.format.magnitude_mask)

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
    if is_finite_code(fmt, code):
        kind = _finite_class(fmt, magnitude_code)
        return Decoded(fmt, code, kind, Finite(negative, fmt.magnitude(magnitude_code)))
    if magnitude_code == fmt.infinity_code:
        return Decoded(fmt, code, NumberClass.INFINITE, Infinity(negative))
    return Decoded(fmt, code, NumberClass.NAN, _nan(fmt, negative, code & fmt.fraction_mask))


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
    return not is_finite_code(fmt, code) and code & fmt.magnitude_mask != fmt.infinity_code


def is_finite_code(fmt: Format, code: int) -> bool:
    """Whether ``code`` is a zero, subnormal or normal number of ``fmt``."""
    return code & fmt.magnitude_mask <= fmt.largest_code and code != fmt.nan_code


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
