"""Enclosures of exact values: two dyadic numbers with the value between them, or at an end.

An operation is carried over to enclosures by what it makes of their ends. Nearly all operations
rise or fall in each operand as long as the others stand still, and so their least and greatest
results lie at corners, where each operand is at one of its ends; tables say which do, and what
else there is. Of any other operation on an enclosure nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from typing import NamedTuple

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.operations import Dyadic, Exact, Operation, read_operand
from fpviz.core.arithmetic.operations.exact import (
    Chosen,
    Outcome,
    Raising,
    Unrounded,
    Whole,
    negated,
)
from fpviz.core.arithmetic.operations.exponents import exponent, scaled
from fpviz.core.arithmetic.operations.quotients import exact_quotient
from fpviz.core.arithmetic.operations.record import as_number
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions.neighbours import above, below
from fpviz.core.formats import Format
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, Infinity, NaN, finite

FARTHEST = 1 << 21
"""Binades from 1 beyond which nothing is written out: no format reaches there."""

_MONOTONE = frozenset(
    [
        "add",
        "subtract",
        "multiply",
        "fma",
        "divide",
        "sqrt",
        "rsqrt",
        "hypot",
        "negate",
        "abs",
        "copy-sign",
        "min",
        "max",
        "min-number",
        "max-number",
        "min-num",
        "max-num",
        "round-to-integral",
        "round-to-integral-exact",
        "to-int",
        "to-uint",
        "next-up",
        "next-down",
        "scale-b",
        "log-b",
        "exp",
        "exp2",
        "log",
        "log2",
        "tanh",
        "sigmoid",
    ]
)
"""Operations that rise or fall in each operand while the others stand still."""

_POLES = {"divide": 1, "rsqrt": 0, "log-b": 0}
"""Those of them that leap where the operand at this place passes zero."""

_TURNS = {"abs", "hypot", "copy-sign"}
"""Those of them that fall below zero and rise above it: zero is a corner, too."""

_SLOPES = {"sin": 1, "cos": 1, "gelu": 2, "gelu-tanh": 2}
"""Operations that rise and fall, with a bound of how steeply."""

_PERIODIC = {"sin", "cos"}
"""Operations that take as many digits of π as there are before the point of an operand."""

_MOST_TURNS = 1 << 17
"""Binary digits before the point of their operands; with these π takes half a second."""

_OF_CODES: Mapping[str, Callable[..., Outcome]] = {
    "negate": lambda _fmt, a: negated(a),
    "abs": lambda _fmt, a: negated(a) if a.negative else a,
    "copy-sign": lambda _fmt, a, b: a if a.negative == b.negative else negated(a),
    "next-up": above,
    "next-down": below,
    "scale-b": lambda fmt, a, b: scaled(fmt.radix, a, b),
    "log-b": lambda fmt, a: exponent(fmt.radix, a),
}
"""What operations on codes make of numbers, where codes of their first operand are of a format;
others mean nothing without a code."""

_COUNTED = {"scale-b"}
"""Operations whose last operand is an integer, which no enclosure tells."""


class Bounds(NamedTuple):
    """``low <= value <= high``."""

    low: Dyadic
    high: Dyadic

    @property
    def middle(self) -> Fraction:
        """A number between the ends."""
        return (value_of(self.low) + value_of(self.high)) / 2

    @property
    def width(self) -> Fraction:
        """How far the ends are apart."""
        return value_of(self.high) - value_of(self.low)

    @property
    def holds_zero(self) -> bool:
        """Whether the value may be zero."""
        return not (self.low.significand and self.high.significand) or (
            self.low.negative != self.high.negative
        )


Enclosed = Exact | Bounds | None
"""An exact value as far as it is known; ``None`` where nothing is known of it."""

ZERO, _LEAST = Dyadic(False, 0, 0), Dyadic(False, 1, 1 - FARTHEST)


def value_of(number: Dyadic | Finite) -> Fraction:
    """The signed number as a fraction."""
    return (number.number if isinstance(number, Dyadic) else number).value


def enclosed(exact: Dyadic | Finite | Irrational, bits: int) -> Bounds | None:
    """A finite value between two numbers of ``bits`` binary digits or a few more; ``None`` far
    beyond all formats, and next to zero far below them."""
    if isinstance(exact, Dyadic):
        if exact.significand.bit_length() <= 2 * bits and abs(exact.exponent) < FARTHEST:
            return Bounds(exact, exact)  # short enough as it is: to cut it off takes time
        return _around(exact.negative, Magnitude(exact.significand, 1, exact.exponent), bits)
    if isinstance(exact, Finite):
        return _around(exact.negative, Magnitude(*exact.magnitude.as_integer_ratio(), 0), bits)
    below, above = (_around(False, end, bits + 2) for end in exact.enclosed(bits))
    if below is None or above is None:
        return None
    return _signed(exact.negative, below.low, above.high)


def _enclosed_if_finite(found: Exact | Irrational | None, bits: int) -> Bounds | None:
    return None if isinstance(found, Infinity | NaN | None) else enclosed(found, bits)


def _around(negative: bool, magnitude: Magnitude, bits: int) -> Bounds | None:
    """A magnitude with a sign, between its first ``bits`` digits and the next number of so many."""
    if not magnitude.numerator:
        zero = Dyadic(negative, 0, 0)
        return Bounds(zero, zero)
    leading = magnitude.leading()
    if abs(leading) > FARTHEST:
        return _signed(negative, ZERO, _LEAST) if leading < 0 else None
    quantum = leading + 1 - bits
    significand, rest, _ = magnitude.cut(quantum)
    low = Dyadic(False, significand, quantum)
    return _signed(negative, low, low._replace(significand=significand + bool(rest)))


def _signed(negative: bool, low: Dyadic, high: Dyadic) -> Bounds:
    """The enclosure of a magnitude, or of its opposite."""
    if not negative:
        return Bounds(low, high)
    return Bounds(high._replace(negative=True), low._replace(negative=True))


def applied(
    operation: Operation, operands: Sequence[Enclosed], bits: int, rules: Rules, fmt: Format
) -> Enclosed:
    """What an operation makes of exact values and enclosures of others.

    ``fmt`` is the format of the first operand, where that is a code. An exact result stays exact
    while it is short enough to be worked with.
    """
    known = [each for each in operands if each is not None]
    rule = operation.rule
    if rule.key in _PERIODIC and any(map(_is_far, known)):
        return None
    exact = _exactly(operation, rules, fmt)
    if exact is None or len(known) < len(operands):
        return None
    if not any(isinstance(each, Bounds) for each in known):
        return _limited(_result(exact(*known)), bits)
    if rule.key in _SLOPES and isinstance(known[0], Bounds):
        return _by_slope(exact, known[0], _SLOPES[rule.key], bits)
    if rule.key not in _MONOTONE or _has_a_pole(rule.key, known):
        return None
    if rule.key in _COUNTED and isinstance(known[-1], Bounds):
        return None
    corners = _corners(rule.key, known)
    if rule.key == "divide":
        return _hull((_quotient(a, b, bits) for a, b in corners), bits)
    return _hull((_result(exact(*each)) for each in corners), bits)


def _exactly(operation: Operation, rules: Rules, fmt: Format) -> Callable[..., Outcome] | None:
    """What makes of exact operands what comes of them; ``None`` where only codes have that."""
    rule = operation.rule
    if rule.reads is as_number:
        return partial(rule.exact, rules)
    return partial(_OF_CODES[rule.key], fmt) if rule.key in _OF_CODES else None


def _is_far(operand: Exact | Bounds) -> bool:
    """Whether a number has more digits before the point than are worked with."""
    ends = operand if isinstance(operand, Bounds) else (operand,)
    return any(isinstance(end, Dyadic | Finite) and _leading(end) > _MOST_TURNS for end in ends)


def _leading(number: Dyadic | Finite) -> int:
    """The exponent of the leading digit, or one more."""
    if isinstance(number, Dyadic):
        return number.leading
    n, d = number.magnitude.as_integer_ratio()
    return n.bit_length() - d.bit_length()


def _result(found: Outcome) -> Exact | Irrational:
    """What comes of an operation, without what it says beside it, such as flags."""
    match found:
        case Raising(exact) | Chosen(exact) | Whole(exact):
            return _result(exact)
        case Unrounded():
            return read_operand(found)
        case _:
            return found


def _has_a_pole(key: str, operands: Sequence[Exact | Bounds]) -> bool:
    """Whether there may be one between the ends."""
    pole = operands[_POLES[key]] if key in _POLES else None
    return isinstance(pole, Bounds) and pole.holds_zero


def _ends(operand: Exact | Bounds, turns: bool) -> tuple[Exact, ...]:
    if not isinstance(operand, Bounds):
        return (operand,)
    return (*operand, ZERO) if turns and operand.holds_zero else operand


def _corners(key: str, operands: Sequence[Exact | Bounds]) -> Iterable[tuple[Exact, ...]]:
    """The operands that make the least result, and the greatest, and maybe some more."""
    ends = [_ends(each, key in _TURNS) for each in operands]
    ways = _WAYS.get(key)
    if ways is None or any(each[0].negative != each[-1].negative for each in ends):
        return product(*ends)
    least = [0 if rises else -1 for rises in ways(*(each[0].negative for each in ends))]
    a, b = ends
    return (a[least[0]], b[least[1]]), (a[-1 - least[0]], b[-1 - least[1]])


_WAYS: Mapping[str, Callable[[bool, bool], tuple[bool, bool]]] = {
    "add": lambda _a, _b: (True, True),
    "subtract": lambda _a, _b: (True, False),
    "multiply": lambda a, b: (not b, not a),
    "divide": lambda a, b: (not b, a),
}
"""Whether results rise with each operand, by the signs of both."""


def _quotient(a: Exact, b: Exact, bits: int) -> Exact | Irrational | Bounds | None:
    """The quotient of two numbers, enclosed at once: a ratio in lowest terms takes longer."""
    if not (isinstance(a, Dyadic) and isinstance(b, Dyadic) and a.significand and b.significand):
        return _result(exact_quotient(a, b))
    size = Magnitude(a.significand, b.significand, a.exponent - b.exponent)
    return _around(a.negative != b.negative, size, bits)


def _by_slope(exact: Callable[..., Outcome], operand: Bounds, slope: int, bits: int) -> Enclosed:
    """From the result in the middle, and how far it may be from there."""
    ends = _enclosed_if_finite(_result(exact(finite(operand.middle))), bits)
    if ends is None:
        return None
    off = operand.width * slope / 2
    least, most = value_of(ends.low) - off, value_of(ends.high) + off
    return _hull(map(finite, (least, most)), bits)


_LONGEST_DYADIC, _LONGEST_RATIO = 1 << 14, 1 << 12
"""Bits of an exact value; of a longer one only the leading ones are kept. Ratios are slow."""


def _limited(found: Exact | Irrational, bits: int) -> Enclosed:
    """A result, enclosed if it is irrational or too long."""
    if isinstance(found, Infinity | NaN):
        return found
    if isinstance(found, Dyadic):
        is_short = found.significand.bit_length() <= _LONGEST_DYADIC
        return found if is_short and abs(found.exponent) <= FARTHEST else enclosed(found, bits)
    if isinstance(found, Finite):
        n, d = found.magnitude.as_integer_ratio()
        return found if n.bit_length() + d.bit_length() <= _LONGEST_RATIO else enclosed(found, bits)
    return enclosed(found, bits)


def _hull(found: Iterable[Exact | Irrational | Bounds | None], bits: int) -> Enclosed:
    """The least and the greatest of what is found, or the one number that all of it is; ``None``
    where some of it is not finite."""
    ends: list[Dyadic] = []
    for each in found:
        around = each if isinstance(each, Bounds) else _enclosed_if_finite(each, bits)
        if around is None:
            return None
        ends += around
    exponent = min(end.exponent for end in ends)

    def height(end: Dyadic) -> int:
        magnitude = end.significand << end.exponent - exponent
        return -magnitude if end.negative else magnitude

    low, high = min(ends, key=height), max(ends, key=height)
    return Bounds(low, high) if height(low) != height(high) else low
