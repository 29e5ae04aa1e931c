"""A second opinion on floating point, for tests alone: slow, exact, and written from definitions.

Nothing here calls fpviz. A ``Layout`` repeats the facts of a format in the tests' own words; a
code is read by adding up what its bits are worth; a number is rounded by searching for its two
neighbours among the codes and choosing between them as IEEE 754-2019, clause 4.3, says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

TWO = Fraction(2)


HIGH: dict[str, tuple[bool, int | None]] = {
    "ieee": (True, None),
    "fn": (False, 1),
    "fnuz": (False, 0),
    "finite": (False, 0),
    "scale": (False, 1),
    "in": (True, 1),
    "in0": (True, 0),
    "in3": (True, 3),
    "inuz": (True, 0),
    "fn5": (False, 5),
    "fn1uz": (False, 1),
}
"""Whether there are infinities, and how many NaNs lie beyond; ``None``: all but one of a binade.

``scale`` is e8m0's kind, without sign and zero; with ``uz`` a NaN stands for -0.
"""


@dataclass(frozen=True)
class Layout:
    """The facts of a format. ``specials`` is one of those below.

    ``gap``: there are no subnormals, but a zero where the smallest power of two would be.
    """

    exponent_bits: int
    fraction_bits: int
    bias: int
    specials: str = "ieee"
    unsigned: bool = False
    gap: bool = False

    @property
    def signed(self) -> bool:
        return not self.unsigned and self.has_zero

    @property
    def has_zero(self) -> bool:
        return self.specials != "scale"

    @property
    def has_infinity(self) -> bool:
        return HIGH[self.specials][0]

    @property
    def high_nans(self) -> int:
        """The NaNs at the end of each sign."""
        count = HIGH[self.specials][1]
        return (1 << self.fraction_bits) - 1 if count is None else count

    @property
    def nan_for_zero(self) -> bool:
        """Whether a NaN stands where -0 would."""
        return self.specials.endswith("uz")

    @property
    def has_nan(self) -> bool:
        return self.high_nans > 0 or self.nan_for_zero

    @property
    def magnitude_bits(self) -> int:
        return self.exponent_bits + self.fraction_bits

    @property
    def width(self) -> int:
        return self.magnitude_bits + self.signed

    def split(self, code: int) -> tuple[bool, int]:
        """(sign, the bits below it)."""
        sign, magnitude = divmod(code, 1 << self.magnitude_bits)
        return sign == 1, magnitude

    def joined(self, negative: bool, magnitude: int) -> int:
        return (negative << self.magnitude_bits) + magnitude

    def kind(self, code: int) -> str:
        """``number``, ``inf`` or ``nan``."""
        negative, magnitude = self.split(code)
        from_top = (1 << self.magnitude_bits) - 1 - magnitude
        if from_top < self.high_nans or (self.nan_for_zero and negative and not magnitude):
            return "nan"
        return "inf" if self.has_infinity and from_top == self.high_nans else "number"

    def magnitude(self, bits: int) -> Fraction:
        """What the bits below the sign are worth, be they a code of the format or beyond it.

        Beyond the format's own codes this is the same format with a wider exponent field, which
        is what "as though the exponent range were unbounded" asks for.
        """
        return _magnitude(self, bits)

    def nan(self, negative: bool) -> int:
        """The NaN for results."""
        if not self.high_nans:
            return self.joined(True, 0)
        quiet = 1 << (self.fraction_bits - 1) if self.specials == "ieee" else self.high_nans
        return self.joined(negative and self.signed, self.largest + self.has_infinity + quiet)

    def value(self, code: int) -> Fraction:
        assert self.kind(code) == "number"
        negative, magnitude = self.split(code)
        return -self.magnitude(magnitude) if negative else self.magnitude(magnitude)

    def finite_magnitudes(self) -> range:
        """The magnitude codes of the finite numbers: all below the first infinity or NaN."""
        return range(self.largest + 1)

    @cached_property
    def largest(self) -> int:
        """The magnitude code of the largest finite number."""
        return (1 << self.magnitude_bits) - 1 - self.high_nans - self.has_infinity

    @property
    def has_subnormals(self) -> bool:
        return self.has_zero and self.fraction_bits > 0 and not self.gap

    @cached_property
    def least_normal(self) -> Fraction:
        if self.gap:
            return self.magnitude(1)
        return self.magnitude(1 << self.fraction_bits if self.has_zero else 0)

    @cached_property
    def last_before_normal(self) -> Fraction:
        """The number of full precision just below the normal ones, were the exponent unbounded."""
        if self.gap:
            return TWO**-self.bias
        return self.least_normal * (1 - TWO ** -(self.fraction_bits + 1))


@lru_cache(maxsize=100_000)
def _magnitude(layout: Layout, bits: int) -> Fraction:
    field, fraction = divmod(bits, 1 << layout.fraction_bits)
    part = fraction / TWO**layout.fraction_bits
    if field == 0 and layout.has_zero and not (layout.gap and fraction):
        return part * TWO ** (1 - layout.bias)
    return (1 + part) * TWO ** (field - layout.bias)


@dataclass(frozen=True)
class Choice:
    """How a reference rounding is to choose; the names are those of the program's own rules."""

    rounding: str
    overflow: str = "ieee"
    flush: bool = False
    bits: int = 0
    bit_count: int = 1
    tininess: str = "after"


@lru_cache(maxsize=100_000)
def neighbours(layout: Layout, x: Fraction) -> tuple[int, Fraction]:
    """(code, share): the greatest magnitude code whose value is at most ``x``, and how far ``x``
    is on the way to the next one, from 0 to less than 1. The exponent is unbounded."""
    bits = _bisected(layout, x)
    lower, upper = layout.magnitude(bits), layout.magnitude(bits + 1)
    assert lower <= x < upper
    return bits, (x - lower) / (upper - lower)


def _bisected(layout: Layout, x: Fraction) -> int:
    """The lower neighbour of ``x``, looked for in the binades around the size of ``x``."""
    field = x.numerator.bit_length() - x.denominator.bit_length() + layout.bias
    low = max(field - 2, 0) << layout.fraction_bits
    high = max(field + 2, 2) << layout.fraction_bits
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if layout.magnitude(middle) <= x else (low, middle)
    return low


HALF = Fraction(1, 2)

GOES_UP: dict[str, Callable[[Fraction, bool, bool | None, Choice], bool]] = {
    "ties-to-even": lambda share, _negative, even, _how: (
        share > HALF or (share == HALF and even is not True)  # both odd: IEEE 754-2019, 4.3.1
    ),
    "ties-away": lambda share, _negative, _even, _how: share >= HALF,
    "ties-upward": lambda share, negative, _even, _how: (
        share > HALF or (share == HALF and not negative)
    ),
    "toward-zero": lambda _share, _negative, _even, _how: False,
    "upward": lambda _share, negative, _even, _how: not negative,
    "downward": lambda _share, negative, _even, _how: negative,
    "to-odd": lambda _share, _negative, even, _how: even is True,
    "stochastic": lambda share, _negative, _even, how: (
        share + Fraction(how.bits, 2**how.bit_count) >= 1
    ),
}
"""Of each rule whether a number becomes the larger neighbour: see ``goes_up``."""


def goes_up(share: Fraction, negative: bool, even: bool | None, how: Choice) -> bool:
    """Whether a number ``share`` of the way between two neighbours becomes the larger one.

    ``even`` says whether the smaller one's last digit is even and the larger one's odd, or the
    other way round (False); None means that both are odd, as happens with one-digit precision.
    """
    return GOES_UP[how.rounding](share, negative, even, how)


def _last_digit_even(layout: Layout, bits: int) -> bool:
    """Whether the significand of a magnitude code, as an integer with its hidden bit, is even."""
    field, fraction = divmod(bits, 1 << layout.fraction_bits)
    if layout.fraction_bits:
        return fraction % 2 == 0
    return field == 0 and layout.has_zero  # the hidden bit itself is the last digit


def _evenness(layout: Layout, bits: int) -> bool | None:
    lower, upper = _last_digit_even(layout, bits), _last_digit_even(layout, bits + 1)
    return None if lower == upper else lower


def is_tiny(layout: Layout, x: Fraction, negative: bool, how: Choice) -> bool:
    """Whether ``x`` lies below the normal range: exactly, or rounded to the full precision at any
    exponent.

    Only the binade just below the smallest normal can round up into the normal range.
    """
    top, last = layout.least_normal, layout.last_before_normal
    if how.tininess == "before" or not last < x < top:
        return x < top
    even = layout.gap if layout.fraction_bits else None
    return not goes_up((x - last) / (top - last), negative, even, how)


def rounded(layout: Layout, value: Fraction, how: Choice) -> tuple[int, set[str]]:
    """(code, flags) of a number that is not zero."""
    negative, x = value < 0, abs(value)
    if negative and not layout.signed:
        lost = _becomes_zero(layout, x, how)
        return _below_zero(layout, x, how), {"inexact", "underflow"} if lost else {"invalid"}
    if not layout.has_zero and x < layout.magnitude(0):
        tiny = is_tiny(layout, x, negative, how)
        return 0, {"inexact", "underflow"} if tiny else {"inexact"}
    bits, share = neighbours(layout, x)
    exact = not share
    if not exact:
        bits += goes_up(share, negative, _evenness(layout, bits), how)
    if bits > layout.largest:
        return _overflowed(layout, negative, how), {"overflow", "inexact"}
    flags = set() if exact else {"inexact"}
    tiny = is_tiny(layout, x, negative, how)
    if not exact and tiny:
        flags |= {"underflow"}
    if bits and is_flushed(layout, tiny, how):
        bits, flags = 0, {"inexact", "underflow"}
    if bits == 0 and layout.nan_for_zero:
        negative = False
    return layout.joined(negative, bits), flags


def is_flushed(layout: Layout, tiny: bool, how: Choice) -> bool:
    return how.flush and tiny and layout.has_subnormals


def _becomes_zero(layout: Layout, x: Fraction, how: Choice) -> bool:
    """Whether the negative of a magnitude, rounded, is zero in an unsigned format."""
    if not layout.has_zero:
        return False
    bits, share = neighbours(layout, x)
    bits += bool(share) and goes_up(share, True, _evenness(layout, bits), how)
    return not bits or is_flushed(layout, is_tiny(layout, x, True, how), how)


def _below_zero(layout: Layout, x: Fraction, how: Choice) -> int:
    """What stands for the negative of a magnitude in an unsigned format."""
    clamped = layout.has_zero and how.overflow in SATURATING
    if clamped or not layout.has_nan or _becomes_zero(layout, x, how):
        return 0
    return layout.nan(True)


SATURATING = ("saturate", "propagate")


def _overflowed(layout: Layout, negative: bool, how: Choice) -> int:
    largest = layout.joined(negative, layout.largest)
    inward = {
        "toward-zero": True,
        "to-odd": True,
        "upward": negative,
        "downward": not negative,
    }.get(how.rounding, False)
    if how.overflow in SATURATING or inward:
        return largest
    if layout.has_infinity and how.overflow in ("ieee", "wrap"):  # no value of these goes round
        return layout.joined(negative, layout.largest + 1)
    return layout.nan(negative) if layout.has_nan else largest


LAYOUTS = {
    "fp16": Layout(5, 10, 15),
    "bf16": Layout(8, 7, 127),
    "tf32": Layout(8, 10, 127),
    "fp32": Layout(8, 23, 127),
    "fp64": Layout(11, 52, 1023),
    "fp128": Layout(15, 112, 16383),
    "fp8_e4m3fn": Layout(4, 3, 7, "fn"),
    "fp8_e5m2": Layout(5, 2, 15),
    "fp8_e4m3fnuz": Layout(4, 3, 8, "fnuz"),
    "fp8_e5m2fnuz": Layout(5, 2, 16, "fnuz"),
    "fp8_e4m3b11fnuz": Layout(4, 3, 11, "fnuz"),
    "fp8_e4m3": Layout(4, 3, 7),
    "fp8_e3m4": Layout(3, 4, 3),
    "fp6_e3m2": Layout(3, 2, 3, "finite"),
    "fp6_e2m3": Layout(2, 3, 1, "finite"),
    "fp4_e2m1": Layout(2, 1, 1, "finite"),
    "fp4_e1m2": Layout(1, 2, 1, "finite"),
    "e8m0": Layout(8, 0, 127, "scale"),
    "ue4m3": Layout(4, 3, 7, "fn", unsigned=True),
    "ufloat11": Layout(5, 6, 15, unsigned=True),
    "ufloat10": Layout(5, 5, 15, unsigned=True),
}
"""The binary formats of the catalogue in the tests' own words."""

CUSTOM_LAYOUTS = {
    "e1m1fn": Layout(1, 1, 0, "fn"),
    "e1m1fnuz": Layout(1, 1, 1, "fnuz"),
    "e1m2finite": Layout(1, 2, 0, "finite"),
    "e1m0finite": Layout(1, 0, 0, "finite"),
    "e2m0fn": Layout(2, 0, 1, "fn"),
    "e2m1ieee": Layout(2, 1, 1),
    "e3m0fnuz": Layout(3, 0, 4, "fnuz"),
    "e4m0finite": Layout(4, 0, 7, "finite"),
    "e3m1": Layout(3, 1, 3),
    "e3m3b-2fn": Layout(3, 3, -2, "fn"),
    "e2m4b9": Layout(2, 4, 9),
    "e3m2inuz": Layout(3, 2, 4, "inuz"),
    "e2m3in0": Layout(2, 3, 1, "in0"),
    "e2m2b3in": Layout(2, 2, 3, "in"),
    "e3m3in3": Layout(3, 3, 3, "in3"),
    "e2m2fn5": Layout(2, 2, 1, "fn5"),
    "e2m2fn1uz": Layout(2, 2, 2, "fn1uz"),
    "e3m1ns": Layout(3, 1, 3, gap=True),
    "e2m3finitens": Layout(2, 3, 1, "finite", gap=True),
    "e2m2b5inuzns": Layout(2, 2, 5, "inuz", gap=True),
    "ue3m0z": Layout(3, 0, 3, "fn", unsigned=True),
    "ue2m2ieee": Layout(2, 2, 1, unsigned=True),
    "ue2m1finite": Layout(2, 1, 1, "finite", unsigned=True),
    "ue3m2in": Layout(3, 2, 3, "in", unsigned=True),
    "ue2m2ns": Layout(2, 2, 1, "fn", unsigned=True, gap=True),
}
"""Formats of the odd kinds: one or two bits in a field, no fraction, unusual biases."""
