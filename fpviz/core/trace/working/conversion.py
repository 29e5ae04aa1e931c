"""The worked sheet of a conversion: typed text or a code of another format, into a format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from fpviz.core.arithmetic.operands import read_source, taken
from fpviz.core.arithmetic.operations import convert
from fpviz.core.arithmetic.rounding import Rounded, Rules, encode
from fpviz.core.formats import FieldKind, Format, field_of
from fpviz.core.formats.decoding import Decoded, NumberClass
from fpviz.core.literals import CodeLiteral, Literal
from fpviz.core.numbers import Finite, floor_log2
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief_in
from fpviz.core.trace.reasons import no_valid_code, replacement, unrounded
from fpviz.core.trace.sheet import Step, StepKind, Trace
from fpviz.core.trace.working.digits import (
    Amount,
    Columns,
    digit_row,
    down_to,
    floor_at,
    is_far_beyond,
    last_kept,
    last_one,
    spare_digits,
    standing,
)
from fpviz.core.trace.working.finish import rounding_steps
from fpviz.core.trace.working.job import Job, special_steps
from fpviz.core.trace.working.operands import Input, operand_step, zero_step
from fpviz.core.trace.working.uneven import neighbour_steps

FRACTION_DIGITS = 68
"""How many digits after the leading one an expansion shows at least, unless it ends before."""

_LONGEST = 160
"""An expansion goes on to its end, or to the digit that decides, if that is not further away."""

_PLAIN = 24
"""Numbers from 2**-24 to 2**24 are first written with the point where it belongs."""


def trace_conversion(source: Literal, fmt: Format, rules: Rules = Rules()) -> Trace:
    """How ``source`` becomes a code of ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> from fpviz.core.literals import parse_literal
    >>> trace = trace_conversion(parse_literal("fp16:0x2ff9"), find_format("fp32"))
    >>> trace.steps_of(StepKind.REBIAS)[0].values["shift"]
    '+112'
    """
    number = read_source(source, rules)
    rounded = encode(fmt, number, rules)
    if isinstance(source, CodeLiteral):
        result = convert(fmt, source.operand, rules)
        rounded = Rounded(result.code, result.flags)
    job = Job(fmt, number, rules, rounded)
    steps = tuple(_steps(job, source))
    text = source.text.strip()
    return Trace("convert", (text,), fmt, rules, steps, number, rounded.code, rounded.flags)


def _steps(job: Job, source: Literal) -> Iterator[Step]:
    number = job.exact
    decoded = None
    if isinstance(source, CodeLiteral):
        given = Input("a", source.operand)
        used = replace(given, operand=taken(given.operand, job.rules))
        decoded = given.decoded
        if used == given:
            yield operand_step(given, job.format, widen=False)
        else:
            yield zero_step(given, used, job.format)
    if decoded is not None and decoded.number_class is NumberClass.INVALID:
        told = replacement(job.format, job.rounded.code, number)
        yield from special_steps(job, no_valid_code("a"), *told)
    elif not isinstance(number, Finite) or number.is_zero:
        yield from special_steps(job, *unrounded(number, job.format, job.rounded.code, job.rules))
    elif decoded is not None and decoded.format.base == 2:
        term = given.term
        if decoded.format.reads_as_ieee and job.format.reads_as_ieee:
            yield _rebias(job, decoded)
        yield from rounding_steps(job, term.amount, term.exponent)
    else:
        yield from number_steps(job, number)


def number_steps(job: Job, number: Finite) -> Iterator[Step]:
    """From an exact number that is not zero to a code, by its binary digits where those matter."""
    if job.format.base != 2:
        yield from neighbour_steps(job)
        return
    frame = _frame(number.magnitude, job.format)
    amount = _expansion(number.magnitude, job.format, job.rules)
    yield _expansion_step(number, amount, frame, job.format)
    yield from rounding_steps(job, amount, frame)


# -- from one format to another ----------------------------------------------------------------


def _rebias(job: Job, decoded: Decoded) -> Step:
    """The exponent field under another bias, and the fraction in another width."""
    source, target = decoded.format, job.format
    exponent = decoded.exponent
    assert exponent is not None
    stays = decoded.number_class is NumberClass.NORMAL and target.emin <= exponent <= target.emax
    width = _width_sentence(source, target) if stays else _widths_sentence(source, target)
    sentences = (_field_sentence(decoded, target), width)
    term = Input("a", (source, decoded.code)).term
    old, new = _widths(source, target)
    cut = -new if stays and new < old else None
    row = term.row(exponent, cut, end=-max(old, new))
    return Step(StepKind.REBIAS, sentences, (row,), cut, job.exponent_place)


def _field_sentence(decoded: Decoded, target: Format) -> Phrase:
    source = decoded.format
    assert decoded.exponent is not None
    if decoded.number_class is NumberClass.SUBNORMAL:
        assert isinstance(decoded.number, Finite)
        return phrase(
            "A subnormal number of {source}: its first 1 is worth 2^{exponent}; normal numbers of "
            "{target} have exponents from {emin} on.",
            source=source.name,
            exponent=str(floor_log2(decoded.number.magnitude)),
            target=target.name,
            emin=str(target.emin),
        )
    field = decoded.field(FieldKind.EXPONENT)
    other = field_of(target.shape, FieldKind.EXPONENT).excess
    values = {
        "field": str(field.value),
        "bias": str(field.excess),
        "other": str(other),
        "result": str(decoded.exponent + other),
        "shift": f"{other - field.excess:+d}",
    }
    if target.emin <= decoded.exponent <= target.emax:
        return phrase(
            "Exponent field {field} - bias {bias} + bias {other} = {result}: it changes by "
            "{shift}.",
            **values,
        )
    return phrase(
        "Exponent field {field} - bias {bias} + bias {other} = {result}, a change by {shift}: no "
        "normal number of {target} has it.",
        target=target.name,
        **values,
    )


def _width_sentence(source: Format, target: Format) -> Phrase:
    """What becomes of a fraction whose digits keep their places."""
    old, new = _widths(source, target)
    more = new - old
    if more > 0:
        return phrase(
            "The fraction gets a zero bit at its end."
            if more == 1
            else "The fraction gets {zeros} zero bits at its end.",
            zeros=str(more),
        )
    if more < 0:
        return phrase(
            "The last bit of the fraction has no place."
            if more == -1
            else "The last {count} bits of the fraction have no place.",
            count=str(-more),
        )
    return phrase("The fraction has the same width.")


def _widths_sentence(source: Format, target: Format) -> Phrase:
    """The two widths, where the digits of the fraction are yet to move."""
    old, new = _widths(source, target)
    return phrase("Width of the fraction: {new} instead of {old}.", new=str(new), old=str(old))


def _widths(source: Format, target: Format) -> tuple[int, int]:
    """How many digits normal numbers have behind the point."""
    return source.precision - 1, target.precision - 1


# -- from a number to its binary digits --------------------------------------------------------


def _frame(magnitude: Fraction, fmt: Format) -> int:
    """The exponent at which the point of an expansion stands."""
    leading = floor_log2(magnitude)
    if fmt.is_fixed_point and fmt.emin - _PLAIN <= leading <= fmt.emax + _PLAIN:
        return standing(fmt, leading)
    if abs(leading) <= _PLAIN:
        return 0
    return standing(fmt, leading) if fmt.radix > fmt.base else leading


def _expansion(magnitude: Fraction, fmt: Format, rules: Rules) -> Amount:
    """The leading binary digits of a number: enough to see, down to where its point will stand, and
    to decide how it rounds."""
    leading = floor_log2(magnitude)
    n, d = magnitude.numerator, magnitude.denominator
    last = last_one(n, d)
    farthest = leading - max(_LONGEST, fmt.precision + spare_digits(rules))
    if last is not None and last >= farthest:
        return Amount(floor_at(n, d, last), last)
    place = last_kept(fmt, leading)
    point = leading if is_far_beyond(fmt, leading) else standing(fmt, leading)
    lowest = min(leading - FRACTION_DIGITS, place - spare_digits(rules), point)
    digits = floor_at(n, d, lowest)
    beyond = place - 1 - lowest
    if not digits & (1 << beyond) - 1:  # the digit that breaks the tie is further right
        decisive = _first_one(n, d, digits, lowest)
        if decisive >= farthest:
            lowest = decisive
    return down_to(magnitude, lowest)


def _first_one(n: int, d: int, digits: int, lowest: int) -> int:
    """The exponent of the first 1 after ``digits``, which are not all."""
    weight = Fraction(1 << lowest) if lowest >= 0 else Fraction(1, 1 << -lowest)
    return floor_log2(Fraction(n, d) - digits * weight)


def _expansion_step(number: Finite, amount: Amount, frame: int, target: Format) -> Step:
    leading = amount.leading
    shown = leading - amount.lowest + 1
    values = {"value": brief_in(target, number), "shown": str(shown)}
    if amount.tail is None:
        sentence = phrase(
            "{value} has a single binary digit that is 1."
            if shown == 1
            else "{value} has {shown} binary digits from the first 1 to the last.",
            **values,
        )
    elif amount.tail.count is None:
        sentence = phrase(
            "The binary digits of {value} never end; {shown} are shown from the first 1 on.",
            **values,
        )
    else:
        sentence = phrase(
            "{value} has {count} binary digits from the first 1 to the last; {shown} are shown.",
            count=str(shown + amount.tail.count),
            **values,
        )
    row = digit_row(phrase("in binary"), amount, frame, Columns(leading - frame))
    row = replace(row, negative=number.negative)
    return Step(StepKind.EXPANSION, (sentence,), (row,))
