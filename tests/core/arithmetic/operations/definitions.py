"""What the operations of IEEE 754-2019 give, from the definitions, on data of the tests' own.

A datum is ``(kind, negative, magnitude)``: ``number``, ``inf``, ``nan``, or ``invalid`` where there
is no result. Nothing here calls fpviz.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import floor, isqrt, log2

from tests.reference import Choice, goes_up

Said = tuple[str, bool, Fraction]
Given = tuple[Said, set[str]]
"""A datum, and what finding it raises whatever the rounding."""

ZERO = Fraction(0)
INVALID: Given = (("invalid", False, ZERO), set())


def number(value: Fraction | int, negative: bool | None = None) -> Said:
    return "number", value < 0 if negative is None else negative, abs(Fraction(value))


def _nan(*terms: Said) -> bool:
    return any(kind == "nan" for kind, _, _ in terms)


NAN: Given = (("nan", False, ZERO), set())


def divide(a: Said, b: Said) -> Given:
    negative = a[1] != b[1]
    match a[0], b[0]:
        case ("nan", _) | (_, "nan"):
            return NAN
        case "inf", "inf":
            return INVALID
        case "inf", _:
            return ("inf", negative, ZERO), set()
        case _, "inf":
            return ("number", negative, ZERO), set()
    if not b[2]:
        return (("inf", negative, ZERO), {"divide_by_zero"}) if a[2] else INVALID
    return ("number", negative, a[2] / b[2]), set()


def _left(a: Said, b: Said, rounded: Callable[[Fraction], int]) -> Given:
    if _nan(a, b):
        return NAN
    if a[0] == "inf" or (b[0] == "number" and not b[2]):
        return INVALID
    if b[0] == "inf":
        return a, set()
    x, y = (-each[2] if each[1] else each[2] for each in (a, b))
    left = x - y * rounded(x / y)
    return number(left, a[1] if not left else None), set()


def remainder(a: Said, b: Said) -> Given:
    return _left(a, b, round)  # Python's goes to the nearest integer, ties to even


def fmod(a: Said, b: Said) -> Given:
    return _left(a, b, int)


def near_root(square: Fraction, digits: int = 300) -> Fraction:
    """The square root; one that is irrational is off by less than any border is near to it."""
    n, d = square.as_integer_ratio()
    if isqrt(n) ** 2 == n and isqrt(d) ** 2 == d:
        return Fraction(isqrt(n), isqrt(d))
    shift = 2 * digits + 2 * max(0, d.bit_length() - n.bit_length())
    return Fraction(2 * isqrt((n << shift) // d) + 1, 2 << shift // 2)


def sqrt(a: Said) -> Given:
    if _nan(a):
        return NAN
    if a[0] == "number" and not a[2]:
        return a, set()
    if a[1]:
        return INVALID
    return (a if a[0] == "inf" else number(near_root(a[2]))), set()


def rsqrt(a: Said) -> Given:
    if _nan(a):
        return NAN
    if a[0] == "number" and not a[2]:
        return ("inf", a[1], ZERO), {"divide_by_zero"}
    if a[1]:
        return INVALID
    return number(0 if a[0] == "inf" else near_root(1 / a[2])), set()


def hypot(a: Said, b: Said) -> Given:
    if "inf" in (a[0], b[0]):
        return ("inf", False, ZERO), set()
    return NAN if _nan(a, b) else (number(near_root(a[2] ** 2 + b[2] ** 2)), set())


def integral(a: Said, how: Choice) -> Said:
    """Rounded to an integer by a rule."""
    if a[0] != "number":
        return a
    whole = floor(a[2])
    rest = a[2] - whole
    return "number", a[1], Fraction(whole + (rest and goes_up(rest, a[1], whole % 2 == 0, how)))


def next_to(values: list[Fraction], a: Said, up: bool) -> Said | None:
    """The next of all finite values and infinities; ``None`` at the end, and for a NaN."""
    if a[0] != "number":
        return None
    value = -a[2] if a[1] else a[2]
    beyond = [each for each in values if (each > value if up else each < value)]
    if not beyond:
        return None
    found = min(beyond) if up else max(beyond)
    return number(found, (up if not found else None))


def log_b(a: Said) -> Given:
    if _nan(a):
        return NAN
    if a[0] == "inf":
        return ("inf", False, ZERO), set()
    if not a[2]:
        return ("inf", True, ZERO), {"divide_by_zero"}
    exponent = floor(log2(a[2]))  # of a few digits: the logarithm is far from integers, or is one
    return number(exponent), set()


def scale_b(a: Said, n: int) -> Given:
    return (a if a[0] != "number" else ("number", a[1], a[2] * Fraction(2) ** n)), set()


# -- relations -------------------------------------------------------------------------------------


def relation(a: Said, b: Said) -> str:
    """``<``, ``=``, ``>`` or ``?``."""
    if _nan(a, b):
        return "?"
    x, y = (float("inf") if each[0] == "inf" else each[2] for each in (a, b))
    x, y = -x if a[1] else x, -y if b[1] else y
    return "<" if x < y else ">" if x > y else "="


PREDICATES = {
    "Equal": "=",
    "NotEqual": "<>?",
    "Less": "<",
    "LessEqual": "<=",
    "Greater": ">",
    "GreaterEqual": ">=",
    "NotLess": "=>?",
    "NotGreater": "<=?",
    "LessUnordered": "<?",
    "GreaterUnordered": ">?",
    "Ordered": "<=>",
    "Unordered": "?",
}
"""Tables 5.1 to 5.3: the relations for which each is true."""


def least(a: Said, b: Said, *, largest: bool, magnitudes: bool) -> Said:
    """The smaller or larger of two numbers, -0 below +0."""

    def key(term: Said) -> tuple[object, ...]:
        infinite, sign = term[0] == "inf", -1 if term[1] else 1
        value = (sign * infinite, sign * term[2], not term[1])
        return (infinite, term[2], *value) if magnitudes else value

    return (max if largest else min)((a, b), key=key)
