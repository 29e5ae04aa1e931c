"""Two numbers compared digit by digit: signs, then exponents, then the first digit that differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.trace.sheet import Step, StepKind
from fpviz.core.trace.working.digits import Amount, shortened
from fpviz.core.trace.working.operands import Term

_FARTHEST = 72
"""Digits that stand further right than that behind the first 1 of the larger are not shown."""


def comparison_step(a: Term, b: Term) -> Step:
    """The step that finds which of two numbers is larger."""
    if not (a.amount.digits and b.amount.digits):
        return Step(StepKind.COMPARISON, tuple(_beside_zero(a, b)))
    if a.negative != b.negative:
        told = phrase("The signs differ: the negative one is less, whatever the digits are.")
        return Step(StepKind.COMPARISON, (told,))
    exponent = max(a.exponent, b.exponent)
    floor = max(a.amount.leading, b.amount.leading) - _FARTHEST
    rows = (replace(term, amount=_seen(term.amount, floor)).row(exponent) for term in (a, b))
    return Step(StepKind.COMPARISON, tuple(_of_magnitudes(a, b)), tuple(rows))


def _seen(amount: Amount, floor: int) -> Amount:
    """``amount``, or a tail alone where all its digits are too far right to be shown."""
    return shortened(amount, min(floor, amount.lowest) if amount.leading >= floor else floor)


def _beside_zero(a: Term, b: Term) -> Iterator[Phrase]:
    """What is said where one of two numbers is zero, or both."""
    if not a.amount.digits and not b.amount.digits:
        yield phrase("Both are zeros: they are equal, whatever their signs are.")
        return
    zero, other = (b, a) if a.amount.digits else (a, b)
    yield phrase("{zero} is zero: the sign of {other} decides.", zero=zero.name, other=other.name)


def _of_magnitudes(a: Term, b: Term) -> Iterator[Phrase]:
    """What is said of two numbers of one sign, by their digits."""
    place = _first_difference(a.amount, b.amount)
    if place is None:
        yield phrase("The signs are alike, and so are all digits: the numbers are equal.")
        return
    larger, smaller = (a, b) if _digit(a.amount, place) else (b, a)
    values = {"larger": larger.name, "smaller": smaller.name, "place": str(place)}
    if a.amount.leading != b.amount.leading:
        yield phrase(
            "The signs are alike. The first 1 of {larger} is worth 2^{place}, that of {smaller} "
            "less: {larger} has the larger magnitude.",
            **values,
        )
    else:
        yield phrase(
            "The signs are alike. From the left, the first digits that differ are worth 2^{place}: "
            "{larger} has the 1 there, and the larger magnitude.",
            **values,
        )
    if a.negative:
        yield phrase("Both are negative: {larger} is less.", larger=larger.name)
    else:
        yield phrase("Both are positive: {larger} is greater.", larger=larger.name)


def _first_difference(a: Amount, b: Amount) -> int | None:
    """The exponent of the first digit in which two amounts differ."""
    lowest = min(a.lowest, b.lowest)
    differing = (a.digits << a.lowest - lowest) ^ (b.digits << b.lowest - lowest)
    return differing.bit_length() - 1 + lowest if differing else None


def _digit(amount: Amount, place: int) -> int:
    return amount.digits >> place - amount.lowest & 1 if place >= amount.lowest else 0
