"""How far off elements are once they are scaled, rounded into a format, and scaled back.

The squares of values and of errors are summed exactly: significands are cut into pieces whose
products fit a word, summed by exponent, and put together as one integer. So sums of parts, too,
add to the same in any order. An error itself is rounded once, to binary64, where that does not
hold it: where little is left of a value, or it is far beyond the largest.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import log10
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arrays.conversion import code_dtype, decode_array, encode_array
from fpviz.core.formats import Format
from fpviz.data.census.counts import KeyCounts

Values = npt.NDArray[np.float64]

_PIECE, _PIECES = 18, 3
"""Bits of a piece of a significand, and how many hold the 53 of a binary64."""

_BLOCK = 1 << 14
"""Squares that are summed at once, so that no sum of pieces reaches 2**53."""

_DIGITS, _LOWEST = 53, 1074
"""Digits of a binary64, and minus the exponent of the last digit of the smallest one."""


def squares(values: Values) -> int:
    """The sum of the squares of finite values, in units of 2**-2148: exact."""
    blocks = range(0, values.size, _BLOCK)
    return sum(_squares(values[start : start + _BLOCK]) for start in blocks)


def _squares(values: Values) -> int:
    significands, exponents = np.frexp(values)
    digits = np.abs(np.ldexp(significands, _DIGITS)).astype(np.int64)
    mask = (1 << _PIECE) - 1
    pieces = [digits >> _PIECE * place & mask for place in range(_PIECES)]
    products = [np.zeros(len(digits), np.int64) for _ in range(2 * _PIECES - 1)]
    for place, one in enumerate(pieces):
        for other_place, other in enumerate(pieces):
            products[place + other_place] += one * other
    first = int(exponents.min(initial=_DIGITS))
    unit = 2 * (first - _DIGITS + _LOWEST)
    total = 0
    for place, product in enumerate(products):
        sums = np.bincount(exponents - first, weights=product.astype(np.float64))
        for exponent in sums.nonzero()[0].tolist():
            total += int(sums[exponent]) << 2 * exponent + _PIECE * place
    return total << unit if unit >= 0 else total >> -unit


@dataclass(frozen=True, slots=True)
class Quality:
    """Sums over elements that are finite: of their squares and of the squares of their errors, in
    units of 2**-2148, and how many of them are no longer finite.

    ``exact`` counts those that are held as they are.
    """

    signal: int = 0
    noise: int = 0
    lost: int = 0
    exact: int = 0

    def __add__(self, other: Quality) -> Quality:
        return Quality(
            self.signal + other.signal,
            self.noise + other.noise,
            self.lost + other.lost,
            self.exact + other.exact,
        )

    def times(self, count: int) -> Quality:
        """The sums of so many times the same elements."""
        sums = (self.signal, self.noise, self.lost, self.exact)
        return Quality(*(count * each for each in sums))

    @property
    def sqnr(self) -> Fraction | None:
        """The ratio of signal to noise; ``None`` where there is no noise, or no end of it."""
        return Fraction(self.signal, self.noise) if self.noise and not self.lost else None

    @property
    def sqnr_db(self) -> float | None:
        """The same in decibels."""
        ratio = self.sqnr
        if not ratio:
            return None
        return 10 * (log10(ratio.numerator) - log10(ratio.denominator))


@dataclass(frozen=True)
class FiniteValues:
    """The values of elements that are finite, and the sum of their squares."""

    values: Values
    signal: int

    @classmethod
    def of(cls, source: Format, codes: npt.NDArray[Any]) -> FiniteValues:
        """Those of codes. Raises ValueError for a source that binary64 does not hold."""
        values: Values = decode_array(source, codes, np.float64).astype(np.float64, copy=False)
        finite = values[np.isfinite(values)]
        return cls(finite, squares(finite))

    def quality(self, fmt: Format, scale: int, rules: Rules) -> Quality:
        """How far off they are in a format at the scale ``2**scale``.

        Raises ValueError for a format with values that binary64 does not hold.
        """
        noise, lost, exact, gone = 0, 0, 0, 0
        for start in range(0, self.values.size, _BLOCK):
            block = self.values[start : start + _BLOCK]
            errors, is_there = _errors(block, fmt, scale, rules)
            noise += squares(errors)
            exact += int(np.count_nonzero(errors == 0))
            if len(errors) < len(block):
                lost += len(block) - len(errors)
                gone += squares(block[~is_there])
        return Quality(self.signal - gone, noise, lost, exact)


def quality(
    source: Format, codes: npt.NDArray[Any], fmt: Format, scale: int, rules: Rules
) -> Quality:
    """How far off elements are in a format at the scale ``2**scale``.

    Raises ValueError for a source or a format with values that binary64 does not hold.
    """
    return FiniteValues.of(source, codes).quality(fmt, scale, rules)


def quality_of_counts(counts: KeyCounts, fmt: Format, scale: int, rules: Rules) -> Quality:
    """The same of elements of which each code has been counted: n of one are as one for each digit
    of n, as often as that digit is worth.

    Raises ValueError as ``quality``, and where codes have not been told apart.
    """
    source, grid = counts.grid.format, counts.grid
    if grid.shift:
        raise ValueError(f"the codes of {source.name} are not told apart")
    all_codes = np.arange(1 << source.width).astype(code_dtype(source))
    keys, codes = np.unique(grid.keys.of(all_codes), return_index=True)
    times = counts.coarse[keys]
    found = Quality()
    for digit in range(int(times.max(initial=0)).bit_length()):
        here = codes[times >> digit & 1 == 1].astype(all_codes.dtype)
        found += quality(source, here, fmt, scale, rules).times(1 << digit)
    return found


def _errors(
    values: Values, fmt: Format, scale: int, rules: Rules
) -> tuple[Values, npt.NDArray[np.bool_]]:
    """The errors of the values that stay finite, and which do."""
    with np.errstate(over="ignore", under="ignore"):
        rounded = decode_array(fmt, encode_array(fmt, np.ldexp(values, scale), rules), np.float64)
    is_there = np.isfinite(rounded)
    return values[is_there] - np.ldexp(rounded[is_there], -scale), is_there
