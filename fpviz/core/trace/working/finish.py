"""The end of every worked sheet: from exact digits to a code."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Flags, goes_up
from fpviz.core.numbers import floor_log2
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.trace.reasons import NOTHING, reason
from fpviz.core.trace.sheet import DigitRow, Step, StepKind, Tail
from fpviz.core.trace.working.digits import (
    Amount,
    Cut,
    columns_of,
    cut_at,
    digit_row,
    is_far_beyond,
    shortened,
    spare_digits,
    standing,
)
from fpviz.core.trace.working.job import Job, pack, without_sign
from fpviz.core.trace.working.uneven import neighbour_steps
from fpviz.core.trace.working.wording import UNDERFLOW, wording


def rounding_steps(job: Job, amount: Amount, frame: int) -> Iterator[Step]:
    """Normalise, cut, round, check and pack an amount that is not zero.

    ``frame`` is the exponent at which the digits stand so far. Where the format has no even
    binades, what is looked at is the exact number between its neighbours.
    """
    fmt, leading = job.format, amount.leading
    if job.negative and not fmt.signed:
        yield from without_sign(job)
    elif not fmt.has_even_binades:
        yield from neighbour_steps(job)
    elif leading < fmt.emin and not fmt.has_zero:
        yield from _below_all(job, leading)
    elif is_far_beyond(fmt, leading):
        yield Step(StepKind.RANGE, tuple(wording(fmt).beyond(job.outcome())), place=job.place())
        yield pack(job)
    else:
        yield from _digits_rounded(job, amount, frame)


def _digits_rounded(job: Job, amount: Amount, frame: int) -> Iterator[Step]:
    fmt, leading = job.format, amount.leading
    exponent, place = standing(fmt, leading), fmt.quantum_at(leading)
    amount = shortened(amount, min(place, exponent) - spare_digits(job.rules))
    if exponent != frame or (leading < fmt.emin and not fmt.is_fixed_point):
        yield _normalise(job, amount, frame, leading)
    cut = cut_at(amount, place)
    share = job.share(cut, place)
    yield _cut(job, amount, cut, exponent, place)
    significand = cut.kept
    if share:
        significand += goes_up(job.rules, job.negative, cut.kept & 1, *share.as_integer_ratio())
        yield _round(job, cut, share, Amount(significand, place), exponent)
        if significand != cut.kept:
            yield from _carry(job, Amount(significand, place), leading)
    yield from _range_and_pack(job, fmt.place_of(significand, place), tiny=leading < fmt.emin)


def _below_all(job: Job, leading: int) -> Iterator[Step]:
    sentence = phrase(
        "The exponent {leading} is below the least, {emin}, and {format} has neither zero nor "
        "subnormals: its least number stands for everything smaller.",
        leading=str(leading),
        emin=str(job.format.emin),
        format=job.format.name,
    )
    raised = [UNDERFLOW] if Flags.UNDERFLOW in job.rounded.flags else []
    yield Step(StepKind.RANGE, (sentence, *raised), place=job.exponent_place)
    yield pack(job)


def _normalise(job: Job, amount: Amount, frame: int, leading: int) -> Step:
    fmt = job.format
    exponent = standing(fmt, leading)
    sentences = wording(fmt).moved(fmt, frame, exponent, leading)
    if amount.tail and not amount.digits:
        sentences.append(all_beyond(amount.tail))
    columns = columns_of(fmt, leading, exponent, end=fmt.quantum_at(leading) - exponent)
    row = digit_row(phrase("normalised"), amount, exponent, columns)
    return Step(StepKind.NORMALISE, tuple(sentences), (row,), place=job.exponent_place)


def all_beyond(tail: Tail) -> Phrase:
    """What is said of a number that has moved so far right that none of its digits is shown."""
    if tail.count is None:
        return phrase("All its digits stand further right: they only make the sticky digit 1.")
    return phrase(
        "All its digits stand further right, the last at place {count} behind those shown: they "
        "only make the sticky digit 1.",
        count=str(tail.count),
    )


def _cut(job: Job, amount: Amount, cut: Cut, exponent: int, place: int) -> Step:
    beyond = phrase(
        "Beyond that: guard {guard}, round {round}, sticky {sticky}.",
        guard=str(cut.guard),
        round=str(cut.round),
        sticky=str(cut.sticky),
    )
    last = place - exponent
    leading = amount.leading if amount.digits else exponent
    columns = columns_of(job.format, leading, exponent, last, last)
    row = digit_row(phrase("exact"), amount, exponent, columns)
    sentences = [_kept(job, last, exponent), beyond]
    if not (cut.guard or cut.round or cut.sticky):
        sentences.append(NOTHING)
    return Step(StepKind.CUT, tuple(sentences), (row,), last, job.last_place)


def _kept(job: Job, last: int, exponent: int) -> Phrase:
    """How many places the format keeps."""
    name = job.format.name
    if last > 0:
        place = str(last + exponent)
        return phrase("{format} keeps no digit below 2^{place}.", format=name, place=place)
    return phrase(
        "{format} keeps a single place after the point."
        if last == -1
        else "{format} keeps {places} places after the point.",
        format=name,
        places=str(-last),
    )


def _round(job: Job, cut: Cut, share: Fraction, rounded: Amount, exponent: int) -> Step:
    why = reason(job.rules, job.negative, bool(cut.kept & 1), share)
    label = phrase("last place + 1") if rounded.digits != cut.kept else phrase("rest dropped")
    row = _kept_row(job, label, rounded, exponent)
    rule = phrase("The rule is {rule}.", rule=job.rules.rounding.rule.name)
    return Step(StepKind.ROUND, (rule, why), (row,), place=job.last_place)


def _kept_row(job: Job, label: Phrase, amount: Amount, exponent: int) -> DigitRow:
    leading = amount.leading if amount.digits else exponent
    columns = columns_of(job.format, leading, exponent, end=amount.lowest - exponent)
    return digit_row(label, amount, exponent, columns)


def _carry(job: Job, rounded: Amount, leading: int) -> Iterator[Step]:
    """What a carry out of the stretch that a number began in does, if rounding up made one."""
    fmt = job.format
    stretch, (significand, quantum, _) = fmt.stretch_in(leading), rounded
    if fmt.is_fixed_point or significand * stretch.spacing != stretch.end:
        return
    to_normal = stretch.end == fmt.min_normal
    if to_normal and not fmt.has_subnormals:
        return  # it was zero, or is the least number
    told = wording(fmt).carried(fmt, leading, to_normal=to_normal)
    finer = quantum - fmt.quantum_at(carried_to := floor_log2(stretch.end))
    digits = significand << finer if finer >= 0 else significand >> -finer
    carried = Amount(digits, fmt.quantum_at(carried_to))
    row = _kept_row(job, phrase("carried"), carried, standing(fmt, carried.leading))
    yield Step(StepKind.CARRY, (told,), (row,), place=job.exponent_place)


def _range_and_pack(job: Job, place: int, *, tiny: bool) -> Iterator[Step]:
    """A place held against the range; ``tiny`` says that the number lay below before rounding."""
    fmt, says, out = job.format, wording(job.format), job.outcome(tiny=tiny)
    if place > fmt.last_place(job.negative):
        sentences = says.beyond(out)
    elif (flushed := job.flushes(place)) or place < fmt.min_normal_place:
        sentences = says.small(out, place=place, flushed=flushed)
    else:
        sentences = says.within(out)
    yield Step(StepKind.RANGE, tuple(sentences), place=job.exponent_place)
    yield pack(job)
