"""Enclosures of functions, against MPFR at many more bits."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import gmpy2
import pytest

from fpviz.core.arithmetic.enclosures import Enclosure
from fpviz.core.arithmetic.functions import circular, exponentials, gelu, logarithms
from fpviz.core.arithmetic.functions.constants import half_pi, ln2
from fpviz.core.arithmetic.functions.gelu import MOST_BITS, Unproved
from fpviz.core.formats.places import Magnitude

WIDE = gmpy2.context(precision=2000, emax=10**9, emin=-(10**9))


def _gelu_tanh(x: Any) -> Any:
    cubic = x + gmpy2.mpfr(44715) / 10**6 * x**3
    return x / (1 + gmpy2.exp(-2 * gmpy2.sqrt(2 / gmpy2.const_pi()) * cubic))


THEIRS: dict[Callable[[Fraction, int], Enclosure], Callable[[Any], Any]] = {
    exponentials.exp: gmpy2.exp,
    exponentials.exp2: gmpy2.exp2,
    exponentials.sigmoid: lambda x: 1 / (1 + gmpy2.exp(-x)),
    exponentials.tanh: gmpy2.tanh,
    logarithms.log: gmpy2.log,
    logarithms.log2: gmpy2.log2,
    circular.sin: gmpy2.sin,
    circular.cos: gmpy2.cos,
    gelu.gelu: lambda x: x * gmpy2.erfc(-x / gmpy2.sqrt(gmpy2.mpfr(2))) / 2,
    gelu.gelu_tanh: _gelu_tanh,
}


def _argument(draw: random.Random, name: str) -> Fraction:
    """A number of any size, or near 1; also with a denominator that is no power of two."""
    significand = draw.getrandbits(draw.choice([1, 5, 20, 53])) or 1
    x = Fraction(significand, draw.choice([1, 3, 10])) * Fraction(2) ** draw.randint(-90, 5)
    if not draw.randrange(5):
        x = 1 + (x if x < 1 else 1 / x)
    if name.startswith("log"):
        return x
    largest = 1 << (8 if name.startswith("gelu") else 18)
    while abs(x) > largest:
        x /= 2 * largest
    return x if draw.getrandbits(1) else -x


def _is_exact(name: str, x: Fraction) -> bool:
    whole = x.denominator == 1 if name == "exp2" else x == 1
    powers = [n & (n - 1) for n in x.as_integer_ratio()]
    return (whole and name in ("exp2", "log")) or (name == "log2" and not any(powers))


def _magnitude(end: Magnitude) -> Any:
    ratio = gmpy2.mpfr(end.numerator) / gmpy2.mpfr(end.denominator)
    return ratio * gmpy2.exp2(gmpy2.mpfr(end.exponent))


@pytest.mark.parametrize("function", THEIRS, ids=lambda f: f.__name__)
def test_a_value_lies_within_its_enclosure(function):
    draw, name = random.Random(function.__name__), function.__name__
    for bits in (1, 2, 3, 5, 10, 24, 72, 200) * 20:
        x = _argument(draw, name)
        if _is_exact(name, x):
            continue
        lower, upper = function(x, bits)
        with WIDE:
            theirs = abs(THEIRS[function](gmpy2.mpfr(gmpy2.mpq(*x.as_integer_ratio()))))
            low, high = _magnitude(lower), _magnitude(upper)
            assert low <= theirs <= high, (name, x, bits)
            assert (high - low) / theirs < 3 * gmpy2.exp2(gmpy2.mpfr(-bits)), (name, x, bits)


@pytest.mark.parametrize("w", [1, 7, 64, 127, 128, 129, 1000, 16000, 20000])
def test_constants_are_below_by_less_than_two_units(w):
    with gmpy2.context(precision=w + 100):
        unit = gmpy2.exp2(gmpy2.mpfr(w))
        assert 0 < gmpy2.const_log2() * unit - ln2(w) < 2
        assert 0 < gmpy2.const_pi() / 2 * unit - half_pi(w) < 2


@pytest.mark.parametrize(
    "function", [exponentials.exp, exponentials.exp2, gelu.gelu, gelu.gelu_tanh]
)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_largest_arguments_take_no_time(function, sign):
    """They are out of reach of all formats, and so are their values, or next to a number."""
    x = sign * (Fraction(10) ** 6000 + Fraction(1, 3))
    lower, upper = function(x, 200)
    if function in (gelu.gelu, gelu.gelu_tanh) and sign > 0:
        assert upper.value == x > lower.value > x * (1 - Fraction(1, 1 << 199))
    else:
        assert min(sign * lower.leading(), sign * upper.leading()) > 10**6


def test_a_value_that_may_be_rational_is_no_border_in_the_end():
    """Beyond the bound it stays one number, a multiple of a third."""
    number = Unproved(gelu.gelu, Fraction(1), False)
    within = number.enclosed(MOST_BITS).within
    assert within.denominator % 3 == 0
    for bits in (MOST_BITS + 1, 2 * MOST_BITS, 4 * MOST_BITS):
        lower, upper = (end.value for end in number.enclosed(bits))
        assert lower < within < upper < lower * (1 + Fraction(1, 1 << bits - 2))
