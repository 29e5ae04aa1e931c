"""Two formats side by side: what one has that the other has not, and where their values lie.

Values are compared exactly: by arithmetic on the grids that they stand on in each binade, where
binades are even, else one by one, up to 16 bits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import overload

from fpviz.core.formats.decoding import value_of
from fpviz.core.formats.encoding import Format
from fpviz.core.formats.fields import NumberClass
from fpviz.core.formats.order import ulp_at
from fpviz.core.formats.places import Magnitude
from fpviz.core.line.ticks import count_below
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.core.phrase import Phrase, phrase

_ONE_BY_ONE = 16
"""Formats up to this width are compared value by value, where a binade is no even grid."""


@dataclass(frozen=True, slots=True)
class Binade:
    """How many values two formats have from ``2**exponent`` to below twice that."""

    exponent: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two formats side by side.

    ``shared`` are the finite values that both have, -0 and +0 being one; ``None`` where their
    values do not lie on common grids and are too many to be looked at one by one. ``features`` are
    what only one of them has: the format and what it is.
    """

    first: Format
    second: Format
    shared: int | None
    features: tuple[tuple[Format, Phrase], ...]


_FEATURES: tuple[tuple[Callable[[Format], object], Phrase], ...] = (
    (lambda fmt: fmt.signed, phrase("negative numbers")),
    (lambda fmt: fmt.has_zero, phrase("zero")),
    (lambda fmt: fmt.has_negative_zero, phrase("−0")),
    (lambda fmt: fmt.has_subnormals, phrase("subnormal numbers")),
    (lambda fmt: fmt.has_infinity, phrase("infinities")),
    (lambda fmt: fmt.has_nan, phrase("NaN")),
    (lambda fmt: fmt.payload_width > 0, phrase("payloads of NaNs")),
    (lambda fmt: fmt.class_counts().get(NumberClass.INVALID), phrase("invalid codes")),
    (lambda fmt: fmt.binade_size is None, phrase("a precision that varies")),
)
"""What a format may have, as a question and as words."""


@lru_cache(maxsize=64)
def compare(first: Format, second: Format) -> Comparison:
    """What two formats have in common, and what not.

    >>> from fpviz.core.formats import find_format
    >>> found = compare(find_format("fp8_e4m3fn"), find_format("fp8_e5m2"))
    >>> found.shared, [f"{fmt.name}: {what}" for fmt, what in found.features]
    (135, ['fp8_e5m2: infinities', 'fp8_e5m2: payloads of NaNs'])
    """
    features = (
        (first if asked(first) else second, what)
        for asked, what in _FEATURES
        if bool(asked(first)) != bool(asked(second))
    )
    return Comparison(first, second, _shared(first, second), tuple(features))


class BinadePairs(Sequence[Binade]):
    """The binades from the smallest value of two formats to the largest, counted when asked for."""

    def __init__(self, first: Format, second: Format) -> None:
        self._pair = first, second
        lo = min(floor_log2(fmt.smallest) for fmt in self._pair)
        hi = max(floor_log2(fmt.largest) for fmt in self._pair)
        self.exponents = range(lo, hi + 1)

    def __len__(self) -> int:
        return len(self.exponents)

    @overload
    def __getitem__(self, at: int) -> Binade: ...
    @overload
    def __getitem__(self, at: slice) -> list[Binade]: ...
    def __getitem__(self, at: int | slice) -> Binade | list[Binade]:
        if isinstance(at, slice):
            return list(map(self._counted, self.exponents[at]))
        return self._counted(self.exponents[at])

    def _counted(self, exponent: int) -> Binade:
        start = power_of_two(exponent)
        first, second = (count_below(fmt, start, 2 * start) for fmt in self._pair)
        return Binade(exponent, first, second)


def _shared(first: Format, second: Format) -> int | None:
    if not (first.has_even_binades and second.has_even_binades):
        narrow, wide = sorted((first, second), key=lambda fmt: fmt.width)
        if narrow.width > _ONE_BY_ONE:
            return None
        return sum(_is_value(wide, value) for value in _values(narrow))
    zero = first.has_zero and second.has_zero
    signs = (False, True) if first.signed and second.signed else (False,)
    return zero + sum(_shared_of_sign(first, second, sign) for sign in signs)


def _values(fmt: Format) -> set[Fraction]:
    """The finite values, each once."""
    return {value_of(fmt, code) for code in range(1 << fmt.width) if fmt.is_finite(code)}


def _is_value(fmt: Format, value: Fraction) -> bool:
    """Whether a number is a value of a format."""
    negative = value < 0
    if not value or (negative and not fmt.signed):
        return fmt.has_zero and not value
    place, _, rest, _ = fmt.bracket(Magnitude.of(abs(value)), negative)
    return not rest and fmt.smallest_place <= place <= fmt.last_place(negative)


def _shared_of_sign(first: Format, second: Format, negative: bool) -> int:
    """The common values of one sign, but for zero: in each piece of the line those of the coarser
    grid, on which each value of it is a value of the finer."""
    formats = first, second
    least = max(fmt.magnitude(fmt.smallest_place, negative) for fmt in formats)
    most = min(fmt.magnitude(fmt.last_place(negative), negative) for fmt in formats)
    if least > most:
        return 0
    ends = range(floor_log2(least) + 1, floor_log2(most) + 1)
    cuts = [least, *map(power_of_two, ends)]
    inner = [(lo, hi) for lo, hi in pairwise(cuts) if lo < hi]
    found = sum(_on_coarser_grid(formats, lo, hi, negative) for lo, hi in inner)
    # The last piece ends at the largest common magnitude, which belongs to it.
    coarse = max(ulp_at(fmt, cuts[-1], negative) for fmt in formats)
    return found + _multiples(cuts[-1], most, coarse) + (most % coarse == 0)


def _on_coarser_grid(
    formats: tuple[Format, Format], lo: Fraction, hi: Fraction, negative: bool
) -> int:
    return _multiples(lo, hi, max(ulp_at(fmt, lo, negative) for fmt in formats))


def _multiples(lo: Fraction, hi: Fraction, grid: Fraction) -> int:
    """How many multiples of ``grid`` lie in ``[lo, hi)``."""
    return -(-hi // grid) - -(-lo // grid)
