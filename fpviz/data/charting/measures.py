"""What a chart shows of each element: how high it stands, exactly, or why it stands nowhere.

Heights are compared by keys, arrays in the order of the heights, and are reckoned, as fractions, of
the few elements alone that are drawn.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.arrays.conversion import code_dtype, decode_array
from fpviz.core.arrays.decoding import float_holds
from fpviz.core.arrays.exponents import NO_EXPONENT, exponent_array, exponent_of
from fpviz.core.arrays.one_by_one import TABLE_WIDTH
from fpviz.core.arrays.ordering import rank_array
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode, value_of
from fpviz.core.formats.order import ulp
from fpviz.data.layout.layout import CodeArray
from fpviz.data.rounding_errors import rounding_errors
from fpviz.data.scanning.code_sets import NO_NUMBERS, NUMBERS, Sought, code_test

Keys = npt.NDArray[Any]
"""One dimension; they rise with heights, and have their type's greatest value for what has none,
or, of ``object``, one that is greater than all others."""

Kinds = npt.NDArray[np.uint8]


class Odd(IntEnum):
    """Why an element has no height; 0 stands for those that have one.

    ``LOST`` are finite numbers for which another format has none, or none within reach of float64.
    """

    NAN = 1
    INFINITE = 2
    MINUS_INFINITE = 3
    ZERO = 4
    LOST = 5


_INFINITE = frozenset({NumberClass.INFINITE})
_SOUGHT = {
    Odd.NAN: Sought(NO_NUMBERS),
    Odd.INFINITE: Sought(_INFINITE, negative=False),
    Odd.MINUS_INFINITE: Sought(_INFINITE, negative=True),
    Odd.ZERO: Sought(frozenset({NumberClass.ZERO})),
}
_FINITE = Sought(NUMBERS - _INFINITE)
_NO_NUMBER = (Odd.NAN, Odd.INFINITE, Odd.MINUS_INFINITE)


class Measure(Hashable, Protocol):
    """How high elements of a format stand; equal ones measure the same."""

    @property
    def fmt(self) -> Format:
        """The format of the elements."""
        ...

    def keys(self, codes: CodeArray) -> Keys:
        """What the heights of codes are compared by."""
        ...

    def kinds(self, codes: CodeArray) -> Kinds:
        """For each of some codes a number of ``Odd``, or 0."""
        ...

    def height(self, code: int) -> Fraction:
        """The height of a code that has one."""
        ...


def keys_of(measure: Measure, codes: CodeArray) -> Keys:
    """The keys of codes; of short ones by a table."""
    if measure.fmt.width > TABLE_WIDTH:
        return measure.keys(codes)
    return np.take(_table(measure), codes)


@lru_cache(maxsize=8)
def _table(measure: Measure) -> Keys:
    every = np.arange(1 << measure.fmt.width).astype(code_dtype(measure.fmt))
    return measure.keys(every)


@dataclass(frozen=True, slots=True)
class ValueMeasure:
    """The values themselves."""

    fmt: Format

    def keys(self, codes: CodeArray) -> Keys:
        if float_holds(self.fmt):
            return _finite(decode_array(self.fmt, codes))
        ranks = rank_array(self.fmt, codes)
        beyond = 1 << self.fmt.width + 1 if ranks.dtype == object else np.iinfo(ranks.dtype).max
        return np.where(code_test(_FINITE, self.fmt)(codes), ranks, beyond)

    def kinds(self, codes: CodeArray) -> Kinds:
        return _kinds(self.fmt, codes, _NO_NUMBER)

    def height(self, code: int) -> Fraction:
        return value_of(self.fmt, code)


@dataclass(frozen=True, slots=True)
class ExponentMeasure:
    """The exponents of the powers of two at or below the magnitudes; zeros have none."""

    fmt: Format

    def keys(self, codes: CodeArray) -> Keys:
        exponents = exponent_array(self.fmt, codes)
        return np.where(exponents == NO_EXPONENT, np.iinfo(exponents.dtype).max, exponents)

    def kinds(self, codes: CodeArray) -> Kinds:
        return _kinds(self.fmt, codes, (*_NO_NUMBER, Odd.ZERO))

    def height(self, code: int) -> Fraction:
        return Fraction(exponent_of(self.fmt, code))


@dataclass(frozen=True, slots=True)
class ErrorMeasure:
    """By how many ulps of another format values grow as they are rounded into it."""

    fmt: Format
    other: Format

    def keys(self, codes: CodeArray) -> Keys:
        if float_holds(self.fmt) and float_holds(self.other):
            return _finite(rounding_errors(self.fmt, codes, self.other).ulps)
        errors = np.empty(codes.shape, object)
        errors[:] = [self._error(code) for code in codes.tolist()]
        return errors

    def kinds(self, codes: CodeArray) -> Kinds:
        found = _kinds(self.fmt, codes, _NO_NUMBER)
        found[(found == 0) & (self.keys(codes) == np.inf)] = Odd.LOST
        return found

    def height(self, code: int) -> Fraction:
        error = self._error(code)
        assert isinstance(error, Fraction)
        return error

    def _error(self, code: int) -> Fraction | float:
        """The error of a code; infinite, where there is none."""
        into = encode(self.other, decode(self.fmt, code).number).code
        if not (self.fmt.is_finite(code) and self.other.is_finite(into)):
            return np.inf
        error = value_of(self.other, into) - value_of(self.fmt, code)
        return error / (ulp(self.other, into) or 1)


def _finite(values: Keys) -> Keys:
    """Values as keys."""
    return np.where(np.isfinite(values), values, np.inf).astype(values.dtype, copy=False)


def _kinds(fmt: Format, codes: CodeArray, sought: Sequence[Odd]) -> Kinds:
    found = np.zeros(codes.shape, np.uint8)
    for kind in sought:
        found[code_test(_SOUGHT[kind], fmt)(codes)] = kind
    return found
