"""Taylor series in fixed point, each with a bound of its error.

Work is done in a unit that is finer by some guard bits than the one asked for. A term is made of
the one before by products and quotients that drop less than a unit each; the terms shrink, so each
of them is off by a few of the finer units at the most, and their sum by as many for each term. The
guard bits make all of that less than half a unit asked for.
"""

from __future__ import annotations

from math import isqrt


def exp_of(t: int, w: int) -> int:
    """``e**t``, and less than 2 units more, for t from 0 to 1.

    The argument is halved ``s`` times, the value squared as often. Terms are below by less than
    2 of the finer units, N of them and what follows by 2N + 4; each squaring doubles the relative
    error and adds a unit: 2**s (2N + 5) e units in the end, with N < 2w.
    """
    s = isqrt(w)
    guard = s + w.bit_length() + 6
    v = w + guard
    r = t << guard - s
    total = term = 1 << v
    k = 1
    while term := (term * r >> v) // k:
        total += term
        k += 1
    for _ in range(s):
        total = total * total >> v
    return total >> guard


def atanh_of(n: int, d: int, w: int) -> int:
    """The area tangent of ``n/d``, and less than 2 units more, for n/d from 0 to 1/3.

    A power is below by less than 2 of the finer units, a term by 3: N terms and what follows by
    3N + 3, with N < v / 3.
    """
    guard = w.bit_length() + 4
    power, k, total = (n << w + guard) // d, 1, 0
    n, d = n * n, d * d
    while power:
        total += power // k
        power = power * n // d
        k += 2
    return total >> guard


def sin_and_cos_of(t: int, w: int) -> tuple[int, int]:
    """Sine and cosine, and less than 3 units more, for an angle from 0 to 8/5.

    Terms are off by less than 4 of the finer units, upward or downward.
    """
    guard = w.bit_length() + 4
    v = w + guard
    square = (t << guard) ** 2 >> v
    return (
        (_alternating(t << guard, square, 2, v) >> guard) - 1,
        (_alternating(1 << v, square, 1, v) >> guard) - 1,
    )


def _alternating(term: int, square: int, k: int, v: int) -> int:
    """The sum of terms of which each is the one before by ``-square / (k (k + 1))``."""
    total = 0
    while term > 0 or term < -1:
        total += term
        term = -(term * square >> v) // (k * (k + 1))
        k += 2
    return total
