"""The square root of a significand: digit by digit from pairs of digits, as on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import isqrt

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.trace.reasons import lost_zero
from fpviz.core.trace.sheet import Digit, DigitRow, Role, Step, StepKind, Tail
from fpviz.core.trace.working.digits import Amount, Columns, digit_row, shortened_to
from fpviz.core.trace.working.finish import rounding_steps
from fpviz.core.trace.working.job import Job, special_steps
from fpviz.core.trace.working.operands import Term
from fpviz.core.trace.working.quotient import (
    begins_late,
    difference,
    first_one_step,
    from_first_one,
    left_row,
    lowest_needed,
    shown_ones,
    to_the_point,
    told_of_digits,
)

_ROOT_OF_ZERO = phrase("The root of a zero is that zero, with its sign.")


def root_steps(job: Job, a: Term) -> Iterator[Step]:
    """The square root of ``a``, which is positive or a zero, and how it is rounded."""
    if not a.amount.digits:
        yield from special_steps(job, _ROOT_OF_ZERO, *lost_zero(job.format, job.negative))
        return
    if begins_late(a):
        yield first_one_step(a)
        a = from_first_one(a)
    paired = replace(a, exponent=a.exponent - a.exponent % 2, hidden=a.hidden + a.exponent % 2)
    root = _root(job, paired)
    yield _take(a, paired, root)
    yield from rounding_steps(job, root.amount, root.exponent)


def _root(job: Job, a: Term) -> Term:
    leading, exponent = a.amount.leading // 2, a.exponent // 2
    lowest = lowest_needed(job, leading, exponent)
    amount = to_the_point(root_of(a.amount, lowest), exponent)
    return Term("√a", False, amount, exponent, min(leading - exponent, 0), a.stored)


def root_of(square: Amount, lowest: int) -> Amount:
    """The digits of a square root down to the one worth ``2**lowest``, or to its last, and a tail
    where more follow."""
    half = min(square.lowest // 2, lowest)
    digits = square.digits << square.lowest - 2 * half
    root = isqrt(digits)
    if root * root == digits:
        return shortened_to(Amount(root, half), lowest)
    return Amount(root >> lowest - half, lowest, Tail(None))


# -- from pairs of digits ----------------------------------------------------------------------


def _take(a: Term, paired: Term, root: Term) -> Step:
    last = replace(root.row(root.exponent), label=phrase("root"))
    way = phrase(
        "The digits of a make pairs, from the point on. Below each pair the root so far, followed "
        "by 01, is taken off if what is left is as much: then the next digit of the root is a 1, "
        "else a 0."
    )
    told = (*_halved(a, paired, root), way, *told_of_digits(root.amount))
    rows = (_over_pairs(root.amount, paired.exponent), *_taken_off(paired, root.amount))
    return Step(StepKind.ROOT, told, (*rows, last))


def _halved(a: Term, paired: Term, root: Term) -> Iterator[Phrase]:
    """What becomes of the exponent, which must be even."""
    values = {"old": str(a.exponent), "even": str(paired.exponent), "half": str(root.exponent)}
    if a.exponent != paired.exponent:
        yield phrase(
            "The exponent {old} is odd: the digits move left by 1, and it becomes {even}.", **values
        )
    yield phrase("Half of {even} is the exponent of the root: {half}.", **values)


def _over_pairs(root: Amount, exponent: int) -> DigitRow:
    """Each digit of the root over the second digit of its pair; as many as there are rows for."""
    ones = shown_ones(root)
    all_shown = len(ones) == root.digits.bit_count()
    last = root.lowest if all_shown else ones[-1]
    text = " ".join(f"{root.digits >> last - root.lowest:b}")
    digits = tuple(Digit(symbol, Role.ABOVE) for symbol in text)
    return DigitRow(phrase("root, by pairs"), digits, 2 * root.leading - exponent)


def _taken_off(a: Term, root: Amount) -> Iterator[DigitRow]:
    """``a``, and for each 1 of the root what is taken off and what is left."""
    yield a.row(a.exponent)
    left = a.amount
    for place in shown_ones(root):
        so_far = root.digits >> place - root.lowest + 1
        taken = Amount(so_far << 2 | 1, 2 * place)
        label = phrase("{root} and 01", root=f"{so_far:b}") if so_far else phrase("the first 1")
        first = Columns(taken.leading - a.exponent, stored=True)
        yield digit_row(label, taken, a.exponent, first)
        left = difference(left, taken)
        yield left_row(left, a.exponent)
