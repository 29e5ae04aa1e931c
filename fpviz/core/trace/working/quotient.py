"""The quotient of two significands: long division, as on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.core.phrase import Phrase, phrase, verbatim
from fpviz.core.trace.reasons import lost_zero
from fpviz.core.trace.sheet import DigitRow, Step, StepKind
from fpviz.core.trace.working.digits import (
    Amount,
    Columns,
    digit_row,
    down_to,
    is_far_beyond,
    last_kept,
    spare_digits,
    standing,
)
from fpviz.core.trace.working.finish import rounding_steps
from fpviz.core.trace.working.job import Job, special_steps
from fpviz.core.trace.working.operands import Term

MOST_DIGITS = 14
"""All that is taken off is shown where no more digits are worked out: those of FP16's quotients."""

FIRST_ONES = 4
"""So many ones are shown where there are more digits."""


_ZERO_DIVIDEND = phrase(
    "a is zero and b is not: so the exact quotient is zero, negative if the signs differ."
)


def quotient_steps(job: Job, a: Term, b: Term) -> Iterator[Step]:
    """``a / b``, the latter not zero, and how it is rounded."""
    if not a.amount.digits:
        yield from special_steps(job, _ZERO_DIVIDEND, *lost_zero(job.format, job.negative))
        return
    yield from map(first_one_step, filter(begins_late, (a, b)))
    a, b = from_first_one(a), from_first_one(b)
    quotient = _quotient(job, a, b)
    yield _divide(a, b, quotient)
    yield from rounding_steps(job, quotient.amount, quotient.exponent)


def lowest_needed(job: Job, leading: int, exponent: int) -> int:
    """The exponent of the last digit to be worked out: that of the round digit, or of the last one
    that meets what is drawn.

    It is neither above the first 1 nor before the point, which stands behind ``2**exponent`` so
    far, and behind another place in the format.
    """
    fmt = job.format
    near = fmt.base == 2 and not is_far_beyond(fmt, leading)
    needed = last_kept(fmt, leading) - spare_digits(job.rules) + 1
    return min(needed, leading, exponent, standing(fmt, leading) if near else leading)


def _quotient(job: Job, a: Term, b: Term) -> Term:
    exact = _value(a.amount) / _value(b.amount)
    leading, exponent = floor_log2(exact), a.exponent - b.exponent
    amount = to_the_point(down_to(exact, lowest_needed(job, leading, exponent)), exponent)
    hidden = min(leading - exponent, 0)
    negative = a.negative != b.negative
    return Term("a ÷ b", negative, amount, exponent, hidden, a.stored or b.stored)


def to_the_point(amount: Amount, exponent: int) -> Amount:
    """``amount`` with zeros behind its last 1 down to the point behind ``2**exponent``, if that
    stands there."""
    zeros = max(amount.lowest - exponent, 0)
    return amount._replace(digits=amount.digits << zeros, lowest=amount.lowest - zeros)


def _value(amount: Amount) -> Fraction:
    return amount.digits * power_of_two(amount.lowest)


# -- subnormal operands ------------------------------------------------------------------------


def begins_late(term: Term) -> bool:
    """Whether the first 1 of a term stands behind a hidden bit that is 0."""
    return not term.stored and term.amount.leading < term.exponent


def from_first_one(term: Term) -> Term:
    """The same number with the point behind its first 1, where it has a hidden bit."""
    return replace(term, exponent=term.amount.leading) if begins_late(term) else term


def first_one_step(term: Term) -> Step:
    """The step that moves the digits of a subnormal operand."""
    moved = from_first_one(term)
    told = phrase(
        "{name} is subnormal: its digits move left by {places}, and its exponent falls from {old} "
        "to {new}.",
        name=term.name,
        places=str(term.exponent - moved.exponent),
        old=str(term.exponent),
        new=str(moved.exponent),
    )
    return Step(StepKind.NORMALISE, (told,), (moved.row(moved.exponent),))


# -- long division -----------------------------------------------------------------------------


def _divide(a: Term, b: Term, quotient: Term) -> Step:
    exponents = phrase(
        "The powers of 2 behind the digits are subtracted: {first} - {second} = {exponent}."
        if quotient.stored
        else "The exponents are subtracted: {first} - {second} = {exponent}.",
        first=str(a.exponent),
        second=f"({b.exponent})" if b.exponent < 0 else str(b.exponent),
        exponent=str(quotient.exponent),
    )
    sign = phrase("The signs are alike: the quotient is positive.")
    if quotient.negative:
        sign = phrase("The signs differ: the quotient is negative.")
    way = phrase(
        "The significands are divided: wherever b goes into what is left of a, it is taken off and "
        "the quotient has a 1; elsewhere it has a 0."
    )
    last = replace(quotient.row(quotient.exponent), label=phrase("quotient"))
    told = (exponents, sign, way, *told_of_digits(quotient.amount))
    return Step(StepKind.QUOTIENT, told, (*_taken_off(a, b, quotient.amount), last))


def told_of_digits(amount: Amount) -> Iterator[Phrase]:
    """How many digits are worked out one by one, how many of them are told, and what is left."""
    count, ones = amount.digits.bit_length(), amount.digits.bit_count()
    values = {"count": str(count), "ones": str(ones), "shown": str(FIRST_ONES)}
    if count == 1:
        yield phrase("A single digit is worked out, a 1.")
    elif len(shown_ones(amount)) == ones:
        yield phrase("{count} digits are worked out, {ones} of them ones.", **values)
    else:
        yield phrase(
            "{count} digits are worked out, {ones} of them ones; shown are the first {shown}.",
            **values,
        )
    if amount.tail is None:
        yield phrase("Nothing is left: there are no more digits.")
    else:
        yield phrase("What is left at last is not zero: it makes the sticky digit 1.")


def shown_ones(amount: Amount) -> list[int]:
    """The exponents of those ones, from the first, that are shown one by one."""
    top = amount.digits.bit_length() - 1
    ones = [place + amount.lowest for place in range(top, -1, -1) if amount.digits >> place & 1]
    return ones if top < MOST_DIGITS else ones[:FIRST_ONES]


def _taken_off(a: Term, b: Term, quotient: Amount) -> Iterator[DigitRow]:
    """``a``, and for each 1 of the quotient what is taken off and what is left."""
    yield replace(a.row(a.exponent), negative=False)
    left = a.amount
    for place in shown_ones(quotient):
        taken = Amount(b.amount.digits, b.amount.lowest + place)
        column = place + b.exponent - a.exponent
        first = Columns(b.hidden + column, stored=b.stored)
        yield digit_row(verbatim(f"b × 2^{column}"), taken, a.exponent, first)
        left = difference(left, taken)
        yield left_row(left, a.exponent)


def difference(a: Amount, b: Amount) -> Amount:
    """``a - b``, at the lowest digit of either."""
    lowest = min(a.lowest, b.lowest)
    return Amount((a.digits << a.lowest - lowest) - (b.digits << b.lowest - lowest), lowest)


def left_row(left: Amount, exponent: int) -> DigitRow:
    """What is left after something has been taken off."""
    first = left.leading - exponent if left.digits else 0
    row = digit_row(phrase("left"), left, exponent, Columns(first, stored=True))
    return replace(row, total=True)
