"""Enclosures of exact values: two dyadic numbers with the value between them, or at an end.

An operation is carried over to enclosures by what it makes of their ends. Nearly all operations
rise or fall in each operand as long as the others stand still, and so their least and greatest
results lie at corners, where each operand is at one of its ends; the table says which do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.operations import Dyadic, Exact, Operation, read_operand
from fpviz.core.arithmetic.operations.exact import Raising, Unrounded
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, Infinity, NaN, finite

FARTHEST = 1 << 21
"""Binades from 1 beyond which nothing is written out: no format reaches there."""

_POLES = {"divide": 1, "rsqrt": 0, "log-b": 0}
"""Operations that leap where the operand at this place passes zero."""

_TURNS = {"abs", "hypot", "copy-sign"}
"""Operations that fall below zero and rise above it: their least result is at zero."""

_SLOPES = {"sin": Fraction(1), "cos": Fraction(1), "gelu": Fraction(113, 100)}
"""Operations that rise and fall, with a bound of how steeply."""

_LEAPING = {"remainder", "fmod", "next-up", "next-down"}
"""Operations of which the results at the ends say nothing about those between."""


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

ZERO = Dyadic(False, 0, 0)


def value_of(number: Dyadic | Finite) -> Fraction:
    """The signed number as a fraction."""
    return (number.number if isinstance(number, Dyadic) else number).value


def enclosed(exact: Dyadic | Finite | Irrational, bits: int) -> Bounds | None:
    """A finite value between two numbers of ``bits`` binary digits; ``None`` far beyond formats."""
    if isinstance(exact, Dyadic):
        return _around(exact.negative, Magnitude(exact.significand, 1, exact.exponent), bits)
    if isinstance(exact, Finite):
        return _around(exact.negative, Magnitude(*exact.magnitude.as_integer_ratio(), 0), bits)
    below, above = (_around(False, end, bits + 2) for end in exact.enclosed(bits))
    if below is None or above is None:
        return None
    return _signed(exact.negative, below.low, above.high)


def _around(negative: bool, magnitude: Magnitude, bits: int) -> Bounds | None:
    """A magnitude with a sign, between its first ``bits`` digits and the next number of so many."""
    if not magnitude.numerator:
        zero = Dyadic(negative, 0, 0)
        return Bounds(zero, zero)
    leading = magnitude.leading()
    if abs(leading) > FARTHEST:
        return None
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
    operation: Operation, operands: Sequence[Enclosed], bits: int, rules: Rules
) -> Enclosed:
    """What an operation makes of exact values and enclosures of others.

    An exact result stays exact while it is short enough to be worked with.
    """
    known = [each for each in operands if each is not None]
    if len(known) < len(operands) or _leaps(operation, known):
        return None
    slope = _SLOPES.get(operation.value)
    if slope is not None and isinstance(known[0], Bounds):
        return _by_slope(operation, known[0], slope, bits, rules)
    turns = operation.value in _TURNS
    corners = product(*(_ends(each, turns) for each in known))
    found = [_result(operation, rules, corner) for corner in corners]
    return _limited(found[0], bits) if len(found) == 1 else _hull(found, bits)


def _result(operation: Operation, rules: Rules, terms: Sequence[Exact]) -> Exact | Irrational:
    """What an operation makes of exact operands, flags apart."""
    match operation.rule.exact(rules, *terms):
        case Raising(exact):
            return exact
        case Unrounded() as code:
            return read_operand(code)
        case found:
            return found


def _leaps(operation: Operation, operands: Sequence[Exact | Bounds]) -> bool:
    """Whether corners would not do."""
    if operation.value in _LEAPING:
        return any(isinstance(each, Bounds) for each in operands)
    at = _POLES.get(operation.value)
    pole = None if at is None else operands[at]
    return isinstance(pole, Bounds) and pole.holds_zero


def _ends(operand: Exact | Bounds, turns: bool) -> tuple[Exact, ...]:
    if not isinstance(operand, Bounds):
        return (operand,)
    return (*operand, ZERO) if turns and operand.holds_zero else operand


def _by_slope(
    operation: Operation, operand: Bounds, slope: Fraction, bits: int, rules: Rules
) -> Enclosed:
    """From the result in the middle, and how far it may be from there."""
    middle = _result(operation, rules, (finite(operand.middle),))
    ends = None if isinstance(middle, Infinity | NaN) else enclosed(middle, bits)
    if ends is None:
        return None
    off = operand.width * slope / 2
    least, most = value_of(ends.low) - off, value_of(ends.high) + off
    return _hull(map(finite, (least, most)), bits)


_MOST_BITS = 1 << 14
"""Bits of an exact value; of a longer one only the leading ones are kept."""


def _limited(found: Exact | Irrational, bits: int) -> Enclosed:
    """A result, enclosed if it is irrational or too long."""
    if isinstance(found, Infinity | NaN):
        return found
    if isinstance(found, Dyadic):
        size = max(found.significand.bit_length(), abs(found.exponent) * _MOST_BITS // FARTHEST)
    elif isinstance(found, Finite):
        n, d = found.magnitude.as_integer_ratio()
        size = n.bit_length() + d.bit_length()
    else:
        return enclosed(found, bits)
    return found if size <= _MOST_BITS else enclosed(found, bits)


def _hull(found: Iterable[Exact | Irrational], bits: int) -> Enclosed:
    """The least and the greatest of what is found; ``None`` where some of it is not finite."""
    ends: list[Dyadic] = []
    for each in found:
        around = None if isinstance(each, Infinity | NaN) else enclosed(each, bits)
        if around is None:
            return None
        ends += around
    exponent = min(end.exponent for end in ends)

    def height(end: Dyadic) -> int:
        magnitude = end.significand << end.exponent - exponent
        return -magnitude if end.negative else magnitude

    return Bounds(min(ends, key=height), max(ends, key=height))
