"""How far an actual value may lie from the expected one: in ulps, or as numpy and torch say it.

Both say ``|actual - expected| <= atol + rtol * |expected|``, and that infinities of one sign are
equal. They reckon in the type of the arrays, where an atol may round to zero and a difference to
infinity; here a tolerance is the decimal that it says, and every sum is exact.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from fpviz.core.arrays.conversion import decode_array
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulps_apart
from fpviz.core.numbers import Finite, NaN
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import exact_decimal
from fpviz.data.layout.layout import CodeArray


class Tolerance(ABC):
    """Which actual codes are near enough to the expected ones."""

    @abstractmethod
    def allows(self, fmt: Format, expected: int, actual: int) -> bool:
        """Whether a code is near enough to the one that is expected."""

    def allows_array(
        self, fmt: Format, expected: CodeArray, actual: CodeArray
    ) -> npt.NDArray[np.bool_]:
        """The same of as many codes in two arrays."""
        pairs = list(zip(expected.tolist(), actual.tolist(), strict=True))
        allowed = {pair: self.allows(fmt, *pair) for pair in set(pairs)}
        return np.fromiter((allowed[pair] for pair in pairs), np.bool_, len(pairs))

    @property
    @abstractmethod
    def said(self) -> Phrase:
        """What is allowed, and by whose rule."""

    @property
    @abstractmethod
    def facts(self) -> dict[str, str | int]:
        """The same as JSON has it: ``rule``, which is ``ulps`` or a function, and its numbers."""


@dataclass(frozen=True, slots=True)
class Ulps(Tolerance):
    """So many values of the format further; a NaN is only like the same NaN."""

    count: int = 0

    def allows(self, fmt: Format, expected: int, actual: int) -> bool:
        if expected == actual:
            return True
        apart = ulps_apart(fmt, expected, actual)
        return apart is not None and apart <= self.count

    def allows_array(
        self, fmt: Format, expected: CodeArray, actual: CodeArray
    ) -> npt.NDArray[np.bool_]:
        allowed: npt.NDArray[np.bool_] = expected == actual
        differ = ~allowed
        allowed[differ] = super(Ulps, self).allows_array(fmt, expected[differ], actual[differ])
        return allowed

    @property
    def said(self) -> Phrase:
        if self.count == 1:
            return phrase("1 ulp")
        return phrase("{count} ulps", count=str(self.count))

    @property
    def facts(self) -> dict[str, str | int]:
        return {"rule": "ulps", "ulps": self.count}


@dataclass(frozen=True, slots=True)
class SameCodes(Tolerance):
    """Not a bit may differ: all that a function does for a format."""

    function: str

    def allows(self, fmt: Format, expected: int, actual: int) -> bool:
        return expected == actual

    @property
    def said(self) -> Phrase:
        return phrase("{function}, which compares bits", function=self.function)

    @property
    def facts(self) -> dict[str, str | int]:
        return {"rule": self.function, "bitwise": True}


@dataclass(frozen=True, slots=True)
class Close(Tolerance):
    """Not farther apart than ``atol + rtol * |expected|``, as a function has it."""

    function: str
    rtol: Fraction
    atol: Fraction
    equal_nan: bool = False

    def allows(self, fmt: Format, expected: int, actual: int) -> bool:
        a, b = decode(fmt, expected).number, decode(fmt, actual).number
        match a, b:
            case Finite(), Finite():
                return abs(b.value - a.value) <= self.atol + self.rtol * a.magnitude
            case NaN(), NaN():
                return self.equal_nan
            case _:
                return a == b

    def allows_array(
        self, fmt: Format, expected: CodeArray, actual: CodeArray
    ) -> npt.NDArray[np.bool_]:
        try:
            a, b = (decode_array(fmt, codes, np.float64) for codes in (expected, actual))
            rtol, atol = map(_in_float64, (self.rtol, self.atol))
        except ValueError:  # float64 does not hold them
            return super(Close, self).allows_array(fmt, expected, actual)
        with np.errstate(all="ignore"):
            apart, allowed = np.abs(b - a), atol + rtol * np.abs(a)
            close: npt.NDArray[np.bool_] = (apart <= allowed) & np.isfinite(a) | (a == b)
            doubt = ~(np.abs(apart - allowed) > allowed * _ERROR + _LEAST)
            doubt |= np.isinf(apart) | np.isinf(allowed)
        close |= self.equal_nan & np.isnan(a) & np.isnan(b)
        doubt &= np.isfinite(a) & np.isfinite(b) & (a != b)
        close[doubt] = super(Close, self).allows_array(fmt, expected[doubt], actual[doubt])
        return close

    @property
    def said(self) -> Phrase:
        return phrase(
            "{function}, rtol {rtol}, atol {atol}, {nans}",
            function=self.function,
            rtol=exact_decimal(self.rtol),
            atol=exact_decimal(self.atol),
            nans=phrase("NaNs are equal") if self.equal_nan else phrase("no NaN is equal"),
        )

    @property
    def facts(self) -> dict[str, str | int]:
        rtol, atol = map(exact_decimal, (self.rtol, self.atol))
        return {"rule": self.function, "rtol": rtol, "atol": atol, "equal_nan": self.equal_nan}


_ERROR, _LEAST = 2.0**-48, 2.0**-1070
"""More than float64 may err in a difference and in what is allowed: what is nearer to the border
is reckoned exactly."""


def _in_float64(tolerance: Fraction) -> float:
    """A tolerance rounded; raises ValueError where nearly nothing of it would be left."""
    if tolerance and not 2**-900 < tolerance < 2**900:
        raise ValueError(tolerance)
    return float(tolerance)
