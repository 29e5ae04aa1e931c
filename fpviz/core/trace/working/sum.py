"""The sum of two significands: aligned, then added or subtracted, with every carry."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.trace.sheet import DigitRow, Step, StepKind
from fpviz.core.trace.working.digits import (
    Amount,
    carry_row,
    cut_at,
    is_far_beyond,
    last_kept,
    shortened,
    spare_digits,
    standing,
)
from fpviz.core.trace.working.finish import all_beyond
from fpviz.core.trace.working.job import Job
from fpviz.core.trace.working.operands import Term


def sum_steps(job: Job, a: Term, b: Term) -> Generator[Step, None, Term]:
    """The steps that align and add two terms, neither of them zero; returns the sum.

    The sum's digits are all zero if the terms cancel.
    """
    high, low = (a, b) if a.exponent >= b.exponent else (b, a)
    cut = _cut(job.format, high)
    moved = replace(low, amount=_abbreviated(job.format, job.rules, high, low))
    yield _align(high, low, moved, cut)
    first, second = (high, moved) if a.exponent >= b.exponent else (moved, high)
    total, carries = _added(first, second)
    yield _sum(first, second, total, carries, cut)
    return total


def _cut(fmt: Format, term: Term) -> int | None:
    """The column of the last place that a format keeps of a term, or ``None`` where it has no
    place or that is not known yet."""
    if fmt.base != 2 or not fmt.has_even_binades:
        return None
    leading = term.amount.leading if term.stored else term.exponent
    return last_kept(fmt, leading) - term.exponent


def _abbreviated(fmt: Format, rules: Rules, high: Term, low: Term) -> Amount:
    """The digits of ``low``, or a tail alone where it is too small to meet those of ``high``.

    Below all digits of ``high``, and below the last place of the result even if the difference
    begins one place further right, no digit of ``low`` matters by itself.
    """
    leading = high.amount.leading - 1
    last = leading - 4 * fmt.precision if fmt.base != 2 else last_kept(fmt, leading)
    near = fmt.base == 2 and not is_far_beyond(fmt, leading)
    point = standing(fmt, leading) if near else last
    lowest = min(high.amount.lowest, high.exponent, point, last)
    return shortened(low.amount, lowest - spare_digits(rules))


def _align(high: Term, low: Term, moved: Term, cut: int | None) -> Step:
    sentences = [_shift_sentence(high, low)]
    if moved.amount.tail:
        sentences.append(all_beyond(moved.amount.tail))
    elif low.exponent < high.exponent and cut is not None:
        columns = min(cut + high.exponent, low.amount.leading + 1) - low.amount.lowest
        sentences.append(_leaving_sentence(moved, high.exponent + cut, max(columns, 0)))
    rows = tuple(term.row(high.exponent, cut) for term in (high, moved))
    return Step(StepKind.ALIGN, tuple(sentences), rows, cut)


def _shift_sentence(high: Term, low: Term) -> Phrase:
    shift = high.exponent - low.exponent
    if high.stored or low.stored:
        return _shift_of_stored(high, low, shift)
    if not shift:
        return phrase("Both exponents are {exponent}: nothing moves.", exponent=str(high.exponent))
    return phrase(
        "The exponent {exponent} of {high} is larger than {other} of {low}: {low} moves right by "
        "{shift}.",
        exponent=str(high.exponent),
        high=high.name,
        other=str(low.exponent),
        low=low.name,
        shift=str(shift),
    )


def _shift_of_stored(high: Term, low: Term, shift: int) -> Phrase:
    """The same of terms whose first digit need not stand at the exponent."""
    if not shift:
        return phrase("Their points stand under each other: nothing moves.")
    return phrase(
        "The point of {high} stands at 2^{exponent}, that of {low} at 2^{other}: {low} moves right "
        "by {shift}.",
        exponent=str(high.exponent),
        high=high.name,
        other=str(low.exponent),
        low=low.name,
        shift=str(shift),
    )


def _leaving_sentence(moved: Term, place: int, leaving: int) -> Phrase:
    """Which bits of the moved term stand behind the last place kept."""
    if not leaving:
        return phrase("All its bits stay within the places kept.")
    cut = cut_at(moved.amount, place)
    return phrase(
        "Bits that leave the places kept: {leaving} (guard {guard}, round {round}, "
        "sticky {sticky}).",
        leaving=str(leaving),
        guard=str(cut.guard),
        round=str(cut.round),
        sticky=str(cut.sticky),
    )


def _added(a: Term, b: Term) -> tuple[Term, Amount]:
    """The sum, and where carries or borrows go in; both at the lowest digit of either term."""
    exponent = max(a.exponent, b.exponent)
    lowest = min(a.amount.lowest, b.amount.lowest)
    x, y = (term.amount.digits << term.amount.lowest - lowest for term in (a, b))
    tail = a.amount.tail or b.amount.tail
    negative = a.negative
    if a.negative == b.negative:
        digits = x + y
        carries = digits ^ x ^ y
    else:
        if y > x:
            x, y, negative = y, x, b.negative
        digits = x - y - (tail is not None)  # the tail borrows from the digits shown
        carries = digits ^ x ^ y
    amount = Amount(digits, lowest, tail)
    hidden = min(amount.leading - exponent, 0) if digits else 0
    stored = a.stored or b.stored
    total = Term(f"{a.name} + {b.name}", negative, amount, exponent, hidden, stored)
    return total, Amount(carries, lowest)


def _sum(a: Term, b: Term, total: Term, carries: Amount, cut: int | None) -> Step:
    exponent = total.exponent
    alike = a.negative == b.negative
    rows: list[DigitRow] = []
    if carries.digits:
        label = phrase("carries") if alike else phrase("borrows")
        rows.append(carry_row(label, carries.digits, carries.lowest, exponent))
    larger, smaller = (a, b) if alike or _is_larger(a, b) else (b, a)
    rows += [larger.row(exponent, cut), smaller.row(exponent, cut)]
    if alike:
        sentence = phrase("The signs are alike: the significands are added.")
    else:
        sentence = phrase(
            "The signs differ: {smaller} is subtracted from {larger}, which has the larger "
            "magnitude and gives the sign.",
            smaller=smaller.name,
            larger=larger.name,
        )
    label = phrase("sum") if alike else phrase("difference")
    row = replace(total.row(exponent, cut), label=label, total=True)
    sentences = [sentence]
    if not alike and total.amount.tail:
        sentences.append(phrase("The digits not shown borrow 1 from the last one shown."))
    kind = StepKind.SUM if alike else StepKind.DIFFERENCE
    return Step(kind, tuple(sentences), (*rows, row), cut)


def _is_larger(a: Term, b: Term) -> bool:
    """Whether ``a`` has the larger magnitude, or the same."""
    lowest = min(a.amount.lowest, b.amount.lowest)
    x, y = (term.amount.digits << term.amount.lowest - lowest for term in (a, b))
    return x >= y
