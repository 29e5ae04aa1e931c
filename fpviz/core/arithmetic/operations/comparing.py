"""How two operands stand to each other (IEEE 754-2019, 5.11), and which is chosen of two (9.6)."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, IntEnum, auto
from fractions import Fraction

from fpviz.core.arithmetic.operations.exact import (
    Chosen,
    Dyadic,
    Exact,
    Outcome,
    Raising,
    finite_of,
    propagated,
)
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.numbers import Finite, Infinity, NaN


class Relation(IntEnum):
    """How one operand stands to another: exactly one holds. The value is what ``compare`` gives."""

    LESS = -1
    EQUAL = 0
    GREATER = 1
    UNORDERED = 2


LESS, EQUAL, GREATER, UNORDERED = Relation


Comparison = Callable[[Rules, Exact, Exact], Outcome]


def relation(a: Exact, b: Exact) -> Relation:
    """The relation of two numbers, whatever the signs of zeros; a NaN is unordered with all."""
    if isinstance(a, NaN) or isinstance(b, NaN):
        return UNORDERED
    x, y = _value(a), _value(b)
    return Relation((x > y) - (x < y))


def _value(term: Dyadic | Finite | Infinity) -> tuple[int, Fraction]:
    """What numbers are ordered by: -inf, all finite ones by their values, inf."""
    if isinstance(term, Infinity):
        return -1 if term.negative else 1, Fraction(0)
    return 0, finite_of(term).value


def compare(_rules: Rules, a: Exact, b: Exact) -> Outcome:
    """The relation as an integer; a signalling NaN raises invalid."""
    found = int(relation(a, b))
    return Raising(Dyadic(found < 0, abs(found), 0), _signals(a, b))


def predicate(*holds: Relation, signalling: bool) -> Comparison:
    """Whether one of some relations holds, as 0 or 1.

    Signalling, it raises invalid for every NaN; quiet, for signalling ones.
    """

    def judged(_rules: Rules, a: Exact, b: Exact) -> Outcome:
        found = relation(a, b)
        invalid = signalling and found is UNORDERED
        return Raising(truth(found in holds), Flags.INVALID if invalid else _signals(a, b))

    return judged


def truth(holds: bool) -> Dyadic:
    """1 for what is true, else 0."""
    return Dyadic(False, int(holds), 0)


def _signals(*terms: Exact) -> Flags:
    signalling = any(isinstance(term, NaN) and not term.quiet for term in terms)
    return Flags.INVALID if signalling else Flags.NONE


# -- the smaller and the larger --------------------------------------------------------------------


class Beside(Enum):
    """What is chosen where an operand is a NaN."""

    NAN = auto()
    """The NaN (minimum, maximum)."""
    NUMBER = auto()
    """The other operand, if that is a number (minimumNumber, maximumNumber)."""
    QUIET = auto()
    """The other operand beside a quiet NaN; the NaN that signals (2008: minNum, maxNum)."""


def smaller(beside_nan: Beside = Beside.NAN, *, by_magnitude: bool = False) -> Comparison:
    """The smaller of two operands, or that of the smaller magnitude; -0 is smaller than +0.

    The standard of 2008 leaves open which of two zeros is chosen, and MINPS of x86 takes the
    second; here all choose alike.
    """
    return _chooser(beside_nan, by_magnitude, sign=1)


def larger(beside_nan: Beside = Beside.NAN, *, by_magnitude: bool = False) -> Comparison:
    """The larger of two operands, or that of the larger magnitude."""
    return _chooser(beside_nan, by_magnitude, sign=-1)


def _chooser(beside_nan: Beside, by_magnitude: bool, sign: int) -> Comparison:
    def choose(_rules: Rules, a: Exact, b: Exact) -> Outcome:
        nans = [term for term in (a, b) if isinstance(term, NaN)]
        if nans:
            return _beside(beside_nan, nans, [term for term in (a, b) if term not in nans])
        first, second = (_order(term, by_magnitude) for term in (a, b))
        return Chosen(a if sign * ((first > second) - (first < second)) <= 0 else b)

    return choose


def _beside(beside_nan: Beside, nans: list[NaN], others: list[Exact]) -> Outcome:
    raised = _signals(*nans)
    stays = beside_nan is Beside.NAN or (beside_nan is Beside.QUIET and bool(raised))
    if stays or not others:
        return propagated(*nans)
    return Raising(Chosen(others[0]), raised)


def _order(term: Exact, by_magnitude: bool) -> tuple[object, ...]:
    """What the smaller of two numbers has less of."""
    assert not isinstance(term, NaN)
    infinite, value = _value(term)
    signed = infinite, value, not term.negative
    return (abs(infinite), abs(value), *signed) if by_magnitude else signed
