"""A number rounded to an integer: its digits with the point behind the units, and cut there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules, goes_up
from fpviz.core.numbers import power_of_two
from fpviz.core.phrase import phrase
from fpviz.core.trace.reasons import NOTHING, reason
from fpviz.core.trace.sheet import Step, StepKind
from fpviz.core.trace.working.digits import (
    Amount,
    Columns,
    cut_at,
    digit_row,
    shortened,
    spare_digits,
)
from fpviz.core.trace.working.operands import Term

MOST_PLACES = 72
"""An integer of more binary digits than that is not written out: it has none behind the point."""


def whole_steps(a: Term, rules: Rules) -> Iterator[Step]:
    """The steps that round a number to an integer, where it is not zero."""
    leading = a.amount.leading
    if leading > MOST_PLACES:
        told = phrase(
            "The first 1 is worth 2^{leading}, the last digit more than 1: nothing stands behind "
            "the point.",
            leading=str(leading),
        )
        yield Step(StepKind.ALIGN, (told,))
        return
    term = replace(a, amount=shortened(a.amount, -spare_digits(rules)))
    if a.exponent:
        yield _point_moved(term)
    cut = cut_at(term.amount, 0)
    share = a.amount.digits * power_of_two(a.amount.lowest) - cut.kept
    yield _cut(term, share)
    if share:
        yield _round(term, rules, cut.kept, share)


def _point_moved(a: Term) -> Step:
    told = phrase(
        "The point moves behind the digit that is worth 1: the exponent becomes 0 instead of "
        "{exponent}.",
        exponent=str(a.exponent),
    )
    return Step(StepKind.ALIGN, (told,), (a.row(0),))


def _cut(a: Term, share: Fraction) -> Step:
    cut = cut_at(a.amount, 0)
    told = [
        phrase("An integer has no digit behind the point."),
        phrase(
            "Beyond that: guard {guard}, round {round}, sticky {sticky}.",
            guard=str(cut.guard),
            round=str(cut.round),
            sticky=str(cut.sticky),
        ),
    ]
    if not share:
        told.append(NOTHING)
    return Step(StepKind.CUT, tuple(told), (a.row(0, 0),), 0)


def _round(a: Term, rules: Rules, kept: int, share: Fraction) -> Step:
    up = goes_up(rules, a.negative, kept & 1, *share.as_integer_ratio())
    rule = phrase("The rule is {rule}.", rule=rules.rounding.rule.name)
    label = phrase("last place + 1") if up else phrase("rest dropped")
    whole = Amount(kept + up, 0)
    first = whole.leading if whole.digits else 0
    row = digit_row(label, whole, 0, Columns(first, stored=True))
    why = reason(rules, a.negative, bool(kept & 1), share)
    return Step(StepKind.ROUND, (rule, why), (replace(row, negative=a.negative),))
