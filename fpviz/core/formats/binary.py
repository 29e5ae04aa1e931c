"""Binary floating-point formats.

A format is a frozen value with six facts; everything else is derived from them. Sources: IEEE
754-2019 clause 3; OCP 8-bit Floating Point Specification (OFP8) 1.0; OCP Microscaling Formats (MX)
1.0; Noune et al., arXiv 2206.02915 (fnuz).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property

from fpviz.core.numbers import power_of_two
from fpviz.core.phrase import Complaint, phrase, template

MAX_EXPONENT_WIDTH = 19
MAX_FRACTION_WIDTH = 236
"""Custom formats end where binary256 does (IEEE 754-2019, table 3.5)."""

UNSIGNED = template("{format}: an unsigned format has only an exponent, and no infinity")
_MAX_BIAS = 1 << MAX_EXPONENT_WIDTH

FARTHEST = _MAX_BIAS + (1 << MAX_EXPONENT_WIDTH)
"""Binades from 1 within which all values of all formats lie, and their ulps."""

FINEST = _MAX_BIAS + MAX_FRACTION_WIDTH
"""The most binary, and so the most decimal, places that a value of a format has."""


class FormatError(Complaint):
    """A name that is no format, or facts that make none; the message is one line."""


class Specials(Enum):
    """Which codes are not numbers."""

    IEEE = "ieee"
    """The top exponent field holds infinities and NaNs."""
    FN = "fn"
    """No infinity; NaN where exponent and fraction are all ones ("finite")."""
    FNUZ = "fnuz"
    """No infinity, no -0; the one NaN stands at the code of -0 ("finite, unsigned zero")."""
    NONE = "finite"
    """Every code is a finite number."""


@dataclass(frozen=True)
class Format:
    """A binary floating-point format.

    ``exponent_width`` and ``fraction_width`` count stored bits. ``signed`` is false only for
    exponent-only scale formats such as e8m0, which have neither sign nor zero nor subnormals.
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

    def __post_init__(self) -> None:
        _check(self)

    # Codes travel between threads and as dictionary keys by format; the name tells formats apart.
    def __hash__(self) -> int:
        return hash(self.name)

    @cached_property
    def width(self) -> int:
        """Bits of a code."""
        return self.signed + self.exponent_width + self.fraction_width

    @cached_property
    def precision(self) -> int:
        """Significand bits with the hidden one (p of IEEE 754-2019)."""
        return self.fraction_width + 1

    @cached_property
    def has_zero(self) -> bool:
        """Whether an exponent field of zero means zero and subnormals; not so in e8m0."""
        return self.signed

    @cached_property
    def has_subnormals(self) -> bool:
        return self.has_zero and self.fraction_width > 0

    @cached_property
    def has_infinity(self) -> bool:
        return self.specials is Specials.IEEE

    @cached_property
    def has_nan(self) -> bool:
        return self.specials is not Specials.NONE

    @cached_property
    def has_negative_zero(self) -> bool:
        return self.signed and self.specials is not Specials.FNUZ

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
    def emin(self) -> int:
        """The exponent of the smallest normal number."""
        return (1 if self.has_zero else 0) - self.bias

    @cached_property
    def emax(self) -> int:
        """The exponent of the largest finite number."""
        field = self.largest_code >> self.fraction_width
        return field - self.bias

    @cached_property
    def quantum_exponent(self) -> int:
        """The exponent of the smallest distance between two values."""
        return self.emin - self.fraction_width

    @cached_property
    def largest_code(self) -> int:
        """The code of the largest finite number."""
        match self.specials:
            case Specials.IEEE:
                return (self.exponent_mask << self.fraction_width) - 1
            case Specials.FN:
                return self.magnitude_mask - 1
            case _:
                return self.magnitude_mask

    @cached_property
    def smallest_code(self) -> int:
        """The code of the smallest positive number, subnormal where there are any."""
        return 1 if self.has_zero else 0

    @cached_property
    def min_normal_code(self) -> int:
        return 1 << self.fraction_width if self.has_zero else 0

    @cached_property
    def infinity_code(self) -> int | None:
        """The code of +infinity, if there is one."""
        return self.exponent_mask << self.fraction_width if self.has_infinity else None

    @cached_property
    def nan_code(self) -> int | None:
        """The canonical quiet NaN, if the format has one."""
        match self.specials:
            case Specials.IEEE:
                top = self.exponent_mask << self.fraction_width
                return top | 1 << (self.fraction_width - 1)
            case Specials.FN:
                return self.magnitude_mask
            case Specials.FNUZ:
                return self.sign_mask
            case _:
                return None

    @cached_property
    def payload_width(self) -> int:
        """Bits of a NaN's payload: the fraction below the quiet bit; 0 outside IEEE formats."""
        return self.fraction_width - 1 if self.specials is Specials.IEEE else 0

    @cached_property
    def largest(self) -> Fraction:
        """The largest finite value."""
        return self.magnitude(self.largest_code)

    @cached_property
    def min_normal(self) -> Fraction:
        return power_of_two(self.emin)

    @cached_property
    def smallest(self) -> Fraction:
        """The smallest positive value."""
        return self.magnitude(self.smallest_code)

    @cached_property
    def key(self) -> tuple[object, ...]:
        """The facts without the name: two formats with the same key have the same values."""
        return (self.exponent_width, self.fraction_width, self.bias, self.specials, self.signed)

    def scaled(self, magnitude_code: int) -> tuple[int, int]:
        """(significand, exponent) of a finite magnitude code: significand * 2**exponent.

        The significand is an integer with its hidden bit, so the exponent is that of the ulp.
        """
        field, fraction = divmod(magnitude_code, 1 << self.fraction_width)
        if field == 0 and self.has_zero:
            return fraction, self.quantum_exponent
        return fraction | 1 << self.fraction_width, field - self.bias - self.fraction_width

    def magnitude(self, magnitude_code: int) -> Fraction:
        """The exact value of a finite code without its sign bit.

        Also right for the code one above the largest finite number, read as if it were finite:
        the value rounding would reach with a larger exponent range.
        """
        significand, exponent = self.scaled(magnitude_code)
        if exponent >= 0:
            return Fraction(significand << exponent)
        return Fraction(significand, 1 << -exponent)

    def code_text(self, code: int) -> str:
        """``code`` in hexadecimal, padded to the format's width: ``0x3c7c``."""
        return f"0x{code:0{(self.width + 3) // 4}x}"


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


def _check(fmt: Format) -> None:
    check_widths(fmt.name, fmt.exponent_width, fmt.fraction_width)
    if abs(fmt.bias) > _MAX_BIAS:
        raise FormatError(
            phrase(
                "{format}: the bias must lie within ±{most}", format=fmt.name, most=str(_MAX_BIAS)
            )
        )
    if not fmt.signed and (fmt.fraction_width or fmt.specials not in (Specials.FN, Specials.NONE)):
        raise FormatError(phrase(UNSIGNED, format=fmt.name))
    if fmt.specials is Specials.IEEE and fmt.fraction_width == 0:
        raise FormatError(
            phrase(
                "{format}: without a fraction bit, infinity and NaN would share a code",
                format=fmt.name,
            )
        )
    if fmt.largest_code < fmt.min_normal_code:
        raise FormatError(phrase("{format}: no code is left for a normal number", format=fmt.name))


def default_bias(exponent_width: int, specials: Specials) -> int:
    half: int = 1 << (exponent_width - 1)
    return half if specials is Specials.FNUZ else half - 1
