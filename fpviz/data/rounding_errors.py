"""What becomes of elements in another format: how far their values are from those they round to."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import encode
from fpviz.core.arrays.conversion import decode_array, encode_array
from fpviz.core.arrays.decoding import float_holds
from fpviz.core.arrays.exponents import NO_EXPONENT, exponent_array
from fpviz.core.arrays.one_by_one import by_code
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, NaN
from fpviz.data.layout.layout import CodeArray

Errors = npt.NDArray[np.float64]


class RoundingErrors(NamedTuple):
    """Of each element, by how much its value grows as it is rounded into another format: in ulps
    of that format around what it becomes, and as a share of its own magnitude.

    Both are infinite where a number becomes infinite, and where float64 does not reach; NaN of what
    is no finite number, or becomes none.
    """

    ulps: Errors
    relative: Errors


def rounding_errors(fmt: Format, codes: CodeArray, other: Format) -> RoundingErrors:
    """The errors of codes of ``fmt``, rounded into ``other``, ties to even."""
    if not (float_holds(fmt) and float_holds(other)):
        pairs = [_errors_of(fmt, code, other) for code in codes.tolist()]
        return RoundingErrors(*np.array(pairs, np.float64).reshape(-1, 2).T)
    values = decode_array(fmt, codes, np.float64)
    rounded = encode_array(other, values)
    values = np.where(np.isfinite(values), values, np.nan)  # an infinity has no error
    with np.errstate(invalid="ignore", divide="ignore", over="ignore", under="ignore"):
        error = decode_array(other, rounded, np.float64) - values
        relative = np.where(error == 0, error, error / np.abs(values))
        return RoundingErrors(error / _ulps(other, rounded), relative)


def _ulps(fmt: Format, codes: CodeArray) -> Errors:
    """The ulps of codes; of those that are no numbers, 1."""
    if fmt.is_fixed_point:
        return np.full(codes.shape, _ulp(fmt, 0))
    if not fmt.has_even_binades or fmt.binade_size is None:
        return by_code(_ulp, fmt, codes, np.dtype(np.float64))
    exponents = exponent_array(fmt, codes)
    at_least = np.where(exponents == NO_EXPONENT, fmt.emin, np.maximum(exponents, fmt.emin))
    found: Errors = np.ldexp(1.0, at_least - (fmt.precision - 1))
    return found


def _ulp(fmt: Format, code: int) -> float:
    return float(ulp(fmt, code) or 1)


def _errors_of(fmt: Format, code: int, other: Format) -> tuple[float, float]:
    number = decode(fmt, code).number
    into = encode(other, number).code
    becomes = decode(other, into).number
    if not isinstance(number, Finite) or isinstance(becomes, NaN):
        return np.nan, np.nan
    if not isinstance(becomes, Finite):
        return (-np.inf, -np.inf) if becomes.negative else (np.inf, np.inf)
    error = becomes.value - number.value
    of_ulp = ulp(other, into) or 1
    return _float(error / of_ulp), _float(error / number.magnitude) if error else 0.0


def _float(number: Fraction) -> float:
    """The nearest float64; infinite beyond all of them."""
    try:
        return float(number)
    except OverflowError:
        return np.inf if number > 0 else -np.inf
