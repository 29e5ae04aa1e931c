"""The end of a worked sheet where values are not evenly spaced: between two of them.

What decides there is how far a number is on the way from one place to the next. Of posits and
takums that way is told by bits: those of a positive number go on without an end, and a format has
room for the first of them. Of decimal numbers it is told by decimal digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fpviz.core.arithmetic.rounding import goes_up
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.formats.places import Bracket, Magnitude
from fpviz.core.numbers import Finite, floor_log2, scaled
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief_in, decimal_places, floor_log10, integer_text, value_brief
from fpviz.core.trace.reasons import reason
from fpviz.core.trace.sheet import Digit, DigitRow, Role, Step, StepKind, Tail
from fpviz.core.trace.weighing import outside, value_at
from fpviz.core.trace.working.digits import FIELD_ROLES, beyond_role
from fpviz.core.trace.working.job import Job, pack
from fpviz.core.trace.working.wording import wording

_MORE_DIGITS = 24
"""So many digits beyond the last one kept are shown, if there are as many."""


def neighbour_steps(job: Job) -> Iterator[Step]:
    """Which of its neighbours an exact number becomes that is finite and not zero."""
    assert isinstance(job.exact, Finite)
    fmt, exact = job.format, job.exact
    if told := outside(fmt, exact):
        yield Step(StepKind.RANGE, (told,), place=job.place())
        yield pack(job)
        return
    at = fmt.bracket(Magnitude.of(exact.magnitude), exact.negative)
    yield _between(job, exact, at)
    place = at.place
    if at.rest:
        place += goes_up(job.rules, exact.negative, at.odd, at.rest, at.whole)
        yield _round(job, at)
    yield _range(job, exact, place)
    yield pack(job)


def _between(job: Job, exact: Finite, at: Bracket) -> Step:
    """Where the number stands, with the codes beside it and its digits, if these tell it."""
    fmt = job.format
    where = _where(fmt, exact, at)
    if _is_string(fmt, at):
        told, row = (where, _room(fmt)), _string(fmt, at)
        return Step(StepKind.NEIGHBOURS, told, (row,), 0, job.place())
    if found := _digits(fmt, exact, at):
        row, cut = found
        return Step(StepKind.NEIGHBOURS, (where,), (row,), cut, job.place())
    return Step(StepKind.NEIGHBOURS, (where,), place=job.place())


def _where(fmt: Format, exact: Finite, at: Bracket) -> Phrase:
    values = {"value": brief_in(fmt, exact), "format": fmt.name}
    last = fmt.last_place(exact.negative)
    inner, outer = (value_at(fmt, at.place + more, exact.negative) for more in (0, 1))
    if inner is None or at.place > last or (outer is None and at.rest):
        end = _named(decode(fmt, fmt.code_at(last, exact.negative)))
        return phrase("{value} lies beyond {end}, the last one of {format}.", end=end, **values)
    if outer is None or not at.rest:
        code = fmt.code_text(inner.code)
        return phrase("{value} is a value of {format}: {code}.", code=code, **values)
    below, above = (outer, inner) if exact.negative else (inner, outer)
    return phrase(
        "{value} has the neighbours {below} and {above} in {format}.",
        below=_named(below),
        above=_named(above),
        **values,
    )


def _named(value: Decoded) -> str:
    return f"{value_brief(value)} ({value.format.code_text(value.code)})"


def _round(job: Job, at: Bracket) -> Step:
    share = Fraction(at.rest, at.whole)
    rule = phrase("The rule is {rule}.", rule=job.rules.rounding.rule.name)
    why = reason(job.rules, job.negative, bool(at.odd), share)
    return Step(StepKind.ROUND, (rule, why), place=job.last_place)


def _range(job: Job, exact: Finite, place: int) -> Step:
    fmt, says = job.format, wording(job.format)
    out = job.outcome(tiny=exact.magnitude < fmt.min_normal)
    if place > fmt.last_place(exact.negative):
        sentences = says.beyond(out)
    elif (flushed := job.flushes(place)) or place < fmt.min_normal_place:
        sentences = says.small(out, place=place, flushed=flushed)
    else:
        sentences = says.within(out)
    return Step(StepKind.RANGE, tuple(sentences), place=job.place())


# -- strings of bits ---------------------------------------------------------------------------


def _is_string(fmt: Format, at: Bracket) -> bool:
    """Whether what lies behind a place goes on with the bits of its code."""
    inside = fmt.smallest_place <= at.place < fmt.largest_place
    return inside and fmt.never_overflows and fmt.code_at(at.place) == at.place


def _room(fmt: Format) -> Phrase:
    return phrase(
        "Without its sign these are its bits; {format} has room for {count} of them.",
        format=fmt.name,
        count=str(fmt.width - 1),
    )


def _string(fmt: Format, at: Bracket) -> DigitRow:
    """The bits behind the sign of a positive number, cut where the format ends."""
    width = fmt.width - 1
    kinds = [field.kind for field in fmt.fields(at.place) for _ in field.digits][1:]
    kept = map(Digit, f"{at.place:0{width}b}", [FIELD_ROLES[kind] for kind in kinds])
    digits, tail = _beyond(Fraction(at.rest, at.whole), 2)
    more = (Digit(symbol, beyond_role(n)) for n, symbol in enumerate(digits, 1))
    return DigitRow(phrase("bits"), (*kept, *more), width - 1, tail=tail)


# -- digits ------------------------------------------------------------------------------------


def _digits(fmt: Format, exact: Finite, at: Bracket) -> tuple[DigitRow, int] | None:
    """The digits in the base of the format and the column of the last one kept; ``None`` where
    they do not tell the way from one value to the next."""
    significand, quantum = fmt.scaled(max(at.place, 0), exact.negative)
    unit = scaled(1, quantum, fmt.base)
    kept, rest = divmod(exact.magnitude, unit)
    if at.place < 0 or kept != significand or rest / unit != Fraction(at.rest, at.whole):
        return None
    leading = max(_leading(exact.magnitude, fmt.base), quantum)
    column = quantum - leading
    text = integer_text(significand) if fmt.base == 10 else f"{significand:b}"
    text = text.rjust(1 - column, "0")
    digits, tail = _beyond(rest / unit, fmt.base)
    after = [
        Digit(d, beyond_role(n) if fmt.base == 2 else Role.LEFT) for n, d in enumerate(digits, 1)
    ]
    shown = (*(Digit(symbol, Role.KEPT) for symbol in text), *after)
    row = DigitRow(
        phrase("exact"), shown, len(text) - 1 + column, leading, tail=tail, base=fmt.base
    )
    return row, column


def _leading(magnitude: Fraction, base: int) -> int:
    return floor_log10(magnitude) if base == 10 else floor_log2(magnitude)


def _beyond(share: Fraction, base: int) -> tuple[str, Tail | None]:
    """The digits of a number below 1 behind the point, and what follows these."""
    digits = ""
    while share and len(digits) < _MORE_DIGITS:
        digit, share = divmod(share * base, 1)
        digits += str(digit)
    if not share:
        return digits, None
    n, d = share.numerator, share.denominator
    if base == 2:
        return digits, Tail(None if d & (d - 1) else d.bit_length() - 1)
    return digits, Tail(decimal_places(Fraction(n, d)))
