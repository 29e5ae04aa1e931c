"""Errors of operations, in ulps, and what cancels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from fpviz.core.arithmetic.operations import Dyadic, Operand, Operation, read_operand
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.expressions.enclosing import Bounds, Enclosed, enclosed, value_of
from fpviz.core.expressions.exactly import rounded
from fpviz.core.expressions.machine import Done
from fpviz.core.expressions.program import Instruction, Line
from fpviz.core.formats.decoding import NumberClass
from fpviz.core.formats.order import ulp
from fpviz.core.numbers import Finite, Infinity, NaN, floor_log2

SPARE_BITS = 64
"""Bits of an enclosure beyond twice those of a significand, to begin with."""

_NARROW = Fraction(1, 1 << 24)
"""Share of an ulp as which an enclosure is narrow enough to say how many ulps an error has."""


_FINEST = 1024
"""Binary digits of an error behind the point; numbers far below an ulp would have millions."""


def errors(done: Done, exact: Enclosed) -> tuple[Fraction | None, Fraction | None]:
    """What rounding made of the operation, and how far the result is from ``exact``, in ulps."""
    unit = _unit(done.operand, exact)
    return _between(done.operand, _before(done), unit), _between(done.operand, exact, unit)


def _before(done: Done) -> Enclosed:
    """What was rounded, enclosed where it is irrational."""
    if isinstance(done.exact, Dyadic | Finite | Infinity | NaN):
        return done.exact
    return enclosed(done.exact, done.format.precision + SPARE_BITS)


def error(result: Operand, exact: Enclosed) -> Fraction | None:
    """How far a result is from an exact value, in ulps of it: of zero, in ulps of that value.

    ``None`` where either is not finite, and where an enclosure is too wide to tell.
    """
    return _between(result, exact, _unit(result, exact))


def is_narrow(done: Done, exact: Enclosed) -> bool:
    """Whether the error of a result can be told, or cannot be at all."""
    unit = _unit(done.operand, exact)
    if unit is None or not isinstance(exact, Bounds):
        return unit is None or exact is not None
    return _told(exact, unit).width <= unit * _NARROW


def _unit(result: Operand, exact: Enclosed) -> Fraction | None:
    fmt, code = result
    if fmt.number_class(code) is NumberClass.ZERO:
        nearest = rounded(fmt, exact.high if isinstance(exact, Bounds) else exact, Rules())
        code = code if nearest is None or not fmt.is_finite(nearest.code) else nearest.code
    return ulp(fmt, code)


def _between(result: Operand, exact: Enclosed, unit: Fraction | None) -> Fraction | None:
    held = read_operand(result)
    if unit is None or not isinstance(held, Dyadic | Finite):
        return None
    if isinstance(exact, Bounds):
        return _from_middle(value_of(held), _told(exact, unit), unit)
    if isinstance(exact, Dyadic):
        exact = _cut(exact, floor_log2(unit) - _FINEST)
    return (value_of(held) - value_of(exact)) / unit if isinstance(exact, Dyadic | Finite) else None


def _from_middle(held: Fraction, near: Bounds, unit: Fraction) -> Fraction | None:
    """The same of an enclosure, in integers: to take ratios to lowest terms takes long."""
    place = min(near.low.exponent, near.high.exponent)
    low, high = ((-n if negative else n) << exponent - place for negative, n, exponent in near)
    up, down = 1 << max(0, place), 1 << max(0, -place)
    if (high - low) * up * unit.denominator * _NARROW.denominator > unit.numerator * down:
        return None
    n, d = held.numerator, held.denominator
    twice = 2 * n * down - (low + high) * up * d
    return Fraction(twice * unit.denominator, 2 * d * down * unit.numerator)


def _told(bounds: Bounds, unit: Fraction) -> Bounds:
    quantum = floor_log2(unit) - _FINEST
    return Bounds(_cut(bounds.low, quantum), _cut(bounds.high, quantum))


def _cut(number: Dyadic, quantum: int) -> Dyadic:
    """A number without the digits below ``2**quantum``; if there are some, the last one is odd."""
    negative, significand, exponent = number
    places = quantum - exponent
    if places <= 0:
        return number
    odd = bool(significand & (1 << places) - 1)
    return Dyadic(negative, significand >> places | odd, quantum)


_TERMS: Mapping[Operation | None, Callable[..., Sequence[Fraction]]] = {
    Operation.ADD: lambda a, b: (a, b),
    Operation.SUBTRACT: lambda a, b: (a, b),
    Operation.FMA: lambda a, b, c: (a * b, c),
}
"""What is added or subtracted, in the operations that do."""


def bits_lost(line: Line, operands: tuple[Done, ...], done: Done) -> int:
    """The leading bits that cancel in a sum: the exponent of its larger term less its own."""
    terms = _TERMS.get(line.operation) if isinstance(line, Instruction) else None
    values = [read_operand(each.operand) for each in operands]
    finite = [value_of(each) for each in values if isinstance(each, Dyadic | Finite)]
    if terms is None or len(finite) < len(values) or not isinstance(done.exact, Dyadic | Finite):
        return 0
    most, left = max(map(abs, terms(*finite))), abs(value_of(done.exact))
    if not (most and left):
        return done.format.precision if most else 0
    return max(0, floor_log2(most) - floor_log2(left))
