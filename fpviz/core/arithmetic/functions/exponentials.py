"""exp and exp2, and what is made of them: sigmoid and tanh."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.functions.constants import ln2
from fpviz.core.arithmetic.functions.series import exp_of
from fpviz.core.arithmetic.functions.transcendental import (
    ONE,
    just_above,
    just_below,
    size_of,
    units,
)
from fpviz.core.formats import FARTHEST
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import multiples


def exp(x: Fraction, bits: int) -> Enclosure:
    """e**x for x other than 0.

    Beyond the reach of all formats the base is taken to lie between 2 and the power 3/2 of that.
    """
    size = size_of(x)
    if size < -bits - 1:
        return _beside_one(x > 0, bits)
    if abs(x) > FARTHEST:
        near, far = (x, 3 * x / 2) if x > 0 else (3 * x / 2, x)
        return Enclosure(Magnitude(1, 1, floor(near)), Magnitude(1, 1, ceil(far)))
    w = bits + 4
    k, t = _modulo_ln2(x, w, max(0, size + 1))
    return _power(k, t, w)


def exp2(x: Fraction, bits: int) -> Enclosure:
    """2**x for x that is no integer."""
    if size_of(x) < -bits - 1:
        return _beside_one(x > 0, bits)
    w = bits + 4
    k = floor(x)
    return _power(k, multiples(x - k, -w - 4) * ln2(w + 4) >> w + 8, w)


def _beside_one(above: bool, bits: int) -> Enclosure:
    return just_above(ONE, bits) if above else just_below(ONE, bits)


def _modulo_ln2(x: Fraction, w: int, size: int) -> tuple[int, int]:
    """(k, t): x is ``k ln 2 + t``, to 2 units more or 1 less.

    ``|k| < 1.45 * 2**size + 1``, so that k times the error of ln 2 is less than half a unit.
    """
    guard = size + 4
    k, t = divmod(multiples(x, -w - guard), ln2(w + guard))
    return k, t >> guard


def _power(k: int, t: int, w: int) -> Enclosure:
    """2**k times e to ``t``, which may be 2 units more or 1 less, and is less than 0.7.

    A unit more or less makes 2 of the value, which is less than 2, or a little more.
    """
    value = exp_of(t, w)
    return units(value - 3, value + 8, w - k)


def sigmoid(x: Fraction, bits: int) -> Enclosure:
    """``1 / (1 + e**-x)`` for x other than 0."""
    if size_of(x) < -bits:
        half = Magnitude(1, 1, -1)
        return just_above(half, bits) if x > 0 else just_below(half, bits)
    if x > bits:
        return just_below(ONE, bits)
    lower, upper = exp(x, bits + 2)
    if x < -bits - 2:  # between e**x and that less its square
        return Enclosure(just_below(lower, bits + 2).lower, upper)
    return Enclosure(_share(lower, bits, 0), _share(upper, bits, 1))


def _share(power: Magnitude, bits: int, up: int) -> Magnitude:
    """E / (1 + E), cut off far enough to the right, and a unit more if ``up``."""
    n, w = power.numerator, -power.exponent
    one, more = (1 << w, 0) if w >= 0 else (1, -w)
    n <<= more
    places = bits + 3 + max(0, w - n.bit_length())
    return Magnitude((n << places) // (n + one) + up, 1, -places)


def tanh(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of ``(e**2x - 1) / (e**2x + 1)`` for x other than 0."""
    x, size = abs(x), size_of(x)
    if 2 * size + 2 < -bits:  # between x and that less x³/3
        return just_below(Magnitude(*x.as_integer_ratio(), 0), bits)
    if x > bits:
        return just_below(ONE, bits)
    lost = max(0, 1 - size)
    lower, upper = exp(2 * x, bits + 3 + lost)
    return Enclosure(_difference(lower, bits + lost, 0), _difference(upper, bits + lost, 1))


def _difference(power: Magnitude, bits: int, up: int) -> Magnitude:
    """(E - 1) / (E + 1), cut off to the right, and a unit more if ``up``."""
    n, w = power.numerator, -power.exponent
    one, more = (1 << w, 0) if w >= 0 else (1, -w)
    n <<= more
    places = bits + 3
    return Magnitude((n - one << places) // (n + one) + up, 1, -places)
