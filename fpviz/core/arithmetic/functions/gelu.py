"""GELU, x times the share of a normal distribution below x; and its approximation by tanh.

D. Hendrycks and K. Gimpel, "Gaussian Error Linear Units (GELUs)" (2016). Frameworks have both; the
approximation is here the one of real numbers, its constant the decimal 0.044715.

Nobody has proved that their values at rational arguments are irrational, though no other number is
to be expected. So that refinement ends in any case, a value that ``MOST_BITS`` do not tell from a
border is taken to be a number that lies as near and on no border. No argument is known for which
that happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor, isqrt

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.functions.constants import half_pi
from fpviz.core.arithmetic.functions.exponentials import exp, sigmoid
from fpviz.core.arithmetic.functions.transcendental import (
    Enclose,
    just_above,
    just_below,
    size_of,
    units,
)
from fpviz.core.formats import FARTHEST
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import multiples

MOST_BITS = 1 << 12


@dataclass(frozen=True, slots=True)
class Unproved:
    """A value that is taken to be irrational: beyond ``MOST_BITS``, another number for it."""

    enclose: Enclose
    argument: Fraction
    negative: bool

    def enclosed(self, bits: int) -> Enclosure:
        """Its magnitude to a relative width of about ``2**-bits``."""
        if bits <= MOST_BITS:
            return self.enclose(self.argument, bits)
        within = self.enclose(self.argument, MOST_BITS).within
        low = multiples(within, size_of(within) - bits)
        exponent = size_of(within) - bits
        return Enclosure(Magnitude(low, 1, exponent), Magnitude(low + 1, 1, exponent))


def gelu(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of ``x (1 + erf(x / sqrt 2)) / 2`` for x other than 0."""
    whole = Magnitude(*abs(x).as_integer_ratio(), 0)
    if size_of(x) < -bits - 1:  # of half of x, by less than x of it
        half = whole._replace(exponent=-1)
        return just_above(half, bits) if x > 0 else just_below(half, bits)
    if x > 0 and x * x > 2 * bits:  # the share above x is less than exp(-x²/2)
        return just_below(whole, bits)
    if x < 0 and 4 * x * x > bits:
        return _product(_density(x, bits + 2), _tail(x * x, bits + 2))
    return _product(Enclosure(whole, whole), _share_below(x, bits + 1))


def gelu_tanh(x: Fraction, bits: int) -> Enclosure:
    """The magnitude of ``x (1 + tanh(sqrt(2/π) (x + 0.044715 x³))) / 2`` for x other than 0.

    Which is x times the sigmoid of twice that argument. Where it is beyond the reach of all
    formats, its last digits do not matter.
    """
    whole = Magnitude(*abs(x).as_integer_ratio(), 0)
    cubic = x + Fraction(44715, 10**6) * x**3
    w = bits + 4 + min(max(0, size_of(cubic) + 1), FARTHEST.bit_length() + 4)
    low, high = sorted(cubic * Fraction(root, 1 << w) for root in _root_of_8_by_pi(w))
    share = Enclosure(sigmoid(low, bits + 2).lower, sigmoid(high, bits + 2).upper)
    return _product(Enclosure(whole, whole), share)


def _product(a: Enclosure, b: Enclosure) -> Enclosure:
    low, high = (
        Magnitude(x.numerator * y.numerator, x.denominator * y.denominator, x.exponent + y.exponent)
        for x, y in zip(a, b, strict=True)
    )
    return Enclosure(low, high)


def _share_below(x: Fraction, bits: int) -> Enclosure:
    """The share of a normal distribution below x: a half and x + x³/3 + x⁵/(3·5) + … densities.

    All terms are positive, so that only the sum with the half cancels, below 0: then once more
    with as many more bits.
    """
    w, half_off = bits + 6, bits + 1
    while True:
        density = _density(x, w)
        low, high = (
            sum_ * end.numerator >> -end.exponent
            for sum_, end in zip(_odd_factorials(abs(x), w), density, strict=True)
        )
        half = 1 << w - 1
        low, high = (half + low, half + high + 1) if x > 0 else (half - high - 1, half - low)
        missing = half_off + (high - low).bit_length() - max(0, low).bit_length()
        if missing <= 0:
            return units(low, high, w)
        w += missing


def _odd_factorials(x: Fraction, w: int) -> tuple[int, int]:
    """x + x³/3 + x⁵/(3·5) + … lies between these two fixed-point numbers, for positive x.

    Of a term, or of 1 where that is more, its error is at most 2k + 1 units, k terms on: a term
    makes the next one by a factor that grows the error alike, or less than 1, and adds 2 units.
    """
    square, term = multiples(x * x, -w), multiples(x, -w)
    total, k = 0, 0
    while term or 2 * square > (2 * k + 3) << w:
        total += term
        k += 1
        term = (term * square >> w) // (2 * k + 1)
    off = (2 * k + 2) * (k + 3 + (total >> w))
    return total - off, total + off


def _density(x: Fraction, bits: int) -> Enclosure:
    """``exp(-x²/2) / sqrt(2π)``: the root of an eighth of 4/π times a power of e."""
    w = bits + 4
    low, high = _root_of_8_by_pi(w)
    return _product(exp(-x * x / 2, bits + 2), units(low, high, w + 2))


def _tail(y: Fraction, bits: int) -> Enclosure:
    """x times the share above x, in densities, for ``y = x²``: 1/(1 + (1/y)/(1 + (2/y)/(1 + …))).

    Cut off anywhere, what is left out lies between 0 and the quotient it begins with (Laplace).
    """
    w, n = bits + 8, bits * bits // (16 * floor(y) + 1) + 4
    one, unit = 1 << w, (y.denominator << 2 * w) // y.numerator
    while True:
        low, high = 0, (n * (unit + 1) >> w) + 1
        for k in range(n - 1, 0, -1):
            low, high = k * unit // (one + high), k * (unit + 1) // (one + low) + 1
        low, high = (one << w) // (one + high), (one << w) // (one + low) + 1
        if (high - low).bit_length() + bits <= low.bit_length():
            return units(low, high, w)
        n *= 2


@lru_cache(64)
def _root_of_8_by_pi(w: int) -> tuple[int, int]:
    """The square root of 8/π lies between the two."""
    return (
        isqrt((4 << 3 * w) // (half_pi(w) + 2)),
        isqrt((4 << 3 * w) // half_pi(w)) + 1,
    )
