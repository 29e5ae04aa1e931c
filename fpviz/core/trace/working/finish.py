"""The end of every worked sheet: from exact digits to a code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, flags_raised, goes_up
from fpviz.core.formats import FieldKind, Format, field_of
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.encoding import Magnitude
from fpviz.core.formats.order import farthest
from fpviz.core.numbers import Finite, NaN, Number, finite, power_of_two
from fpviz.core.phrase import Phrase, phrase, template
from fpviz.core.text import bit_fields, brief_in, value_brief
from fpviz.core.trace.reasons import NOTHING, reason
from fpviz.core.trace.sheet import BitRange, Step, StepKind, Tail
from fpviz.core.trace.working.digits import (
    Amount,
    Columns,
    Cut,
    cut_at,
    digit_row,
    packed_row,
    places_kept,
    shortened,
    spare_digits,
)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be delivered: an exact number, a format, the rules, and what they make of it."""

    format: Format
    exact: Number
    rules: Rules
    rounded: Rounded

    @property
    def negative(self) -> bool:
        """Whether the exact number is; no NaN is."""
        return not isinstance(self.exact, NaN) and self.exact.negative

    def share(self, cut: Cut, place: int) -> Fraction:
        """The part of the exact number, in units of ``2**place``, that ``cut`` there drops."""
        assert isinstance(self.exact, Finite)
        return self.exact.magnitude / power_of_two(place) - cut.kept

    def place(self, lowest: int = 0, highest: int | None = None) -> BitRange:
        """Bits of the result, all of them by default."""
        top = self.format.width - 1 if highest is None else highest
        return BitRange(self.format, self.rounded.code, lowest, top)

    @property
    def exponent_place(self) -> BitRange:
        """The exponent field of the result."""
        field = field_of(self.format.fields(self.rounded.code), FieldKind.EXPONENT)
        return self.place(field.low, field.high)

    @property
    def last_place(self) -> BitRange:
        """The last bit of the result."""
        return self.place(0, 0)


def rounding_steps(job: Job, amount: Amount, frame: int) -> Iterator[Step]:
    """Normalise, cut, round, check and pack an amount that is not zero.

    ``frame`` is the exponent at which the digits stand so far.
    """
    fmt = job.format
    if job.negative and not fmt.signed:
        yield from special_steps(job, _no_sign(job))
        return
    leading = amount.leading
    if fmt.has_zero and _has_steps_of_its_own(job, leading):
        yield from special_steps(job, _between_values(job))
        return
    if leading < fmt.emin and not fmt.has_zero:
        yield from _below_all(job, leading)
        return
    exponent = max(leading, fmt.emin)
    place = fmt.quantum_at(exponent)
    amount = shortened(amount, place - spare_digits(job.rules))
    if exponent != frame or leading < exponent:
        yield _normalise(job, amount, frame, leading)
    cut = cut_at(amount, place)
    share = job.share(cut, place)
    yield _cut(job, amount, cut, exponent)
    significand = cut.kept
    if share:
        significand += goes_up(job.rules, job.negative, cut.kept & 1, *share.as_integer_ratio())
        yield _round(job, cut, share, significand, exponent)
        if significand != cut.kept:
            yield from _carry(job, significand, exponent)
    yield from _range_and_pack(job, significand, exponent, tiny=leading < fmt.emin)


def _no_sign(job: Job) -> Phrase:
    if Flags.INVALID in job.rounded.flags:
        return phrase("{format} has no sign: a negative number is invalid.", format=job.format.name)
    return phrase("{format} has no sign: the number rounds to zero.", format=job.format.name)


def _has_steps_of_its_own(job: Job, leading: int) -> bool:
    """Whether values below the smallest normal number are not as far apart as from there on."""
    fmt = job.format
    if not isinstance(job.exact, Finite) or job.exact.magnitude >= fmt.min_normal:
        return False
    return not fmt.has_even_binades or fmt.quantum_at(leading) != fmt.quantum_at(fmt.emin)


def _between_values(job: Job) -> Phrase:
    """Where a number stands among the values of its sign, and what it becomes."""
    assert isinstance(job.exact, Finite)
    fmt, sign = job.format, -1 if job.negative else 1
    place, _, rest, _ = fmt.bracket(Magnitude.of(job.exact.magnitude), job.negative)
    ends = [sign * fmt.between(place + after, 0, 1, job.negative) for after in (0, bool(rest))]
    return phrase(
        "Below its smallest normal number {format} has values of their own: {low} and {high} are "
        "the nearest, and {value} is delivered.",
        format=fmt.name,
        low=brief_in(fmt, finite(ends[0])),
        high=brief_in(fmt, finite(ends[1])),
        value=value_brief(decode(fmt, job.rounded.code)),
    )


def special_steps(job: Job, *sentences: Phrase) -> Iterator[Step]:
    """What is decided without digits, and the code for it."""
    yield Step(StepKind.SPECIAL, sentences, place=job.place())
    yield _pack(job, job.rounded.code)


def _below_all(job: Job, leading: int) -> Iterator[Step]:
    sentence = phrase(
        "The exponent {leading} is below the least, {emin}, and {format} has neither zero nor "
        "subnormals: its least number stands for everything smaller.",
        leading=str(leading),
        emin=str(job.format.emin),
        format=job.format.name,
    )
    raised = [_UNDERFLOW] if Flags.UNDERFLOW in job.rounded.flags else []
    yield Step(StepKind.RANGE, (sentence, *raised), place=job.exponent_place)
    yield _pack(job, job.format.smallest_code)


def _normalise(job: Job, amount: Amount, frame: int, leading: int) -> Step:
    fmt = job.format
    exponent = max(leading, fmt.emin)
    places, values = abs(exponent - frame), {"old": str(frame), "new": str(exponent)}
    sentences = []
    if exponent > frame:
        sentences.append(
            phrase(
                "The digits move right by {places}: the exponent grows from {old} to {new}.",
                places=str(places),
                **values,
            )
        )
    elif exponent < frame:
        sentences.append(
            phrase(
                "The digits move left by {places}: the exponent falls from {old} to {new}.",
                places=str(places),
                **values,
            )
        )
    if leading < exponent:
        sentences.append(phrase(_BELOW[fmt.is_fixed_point], emin=str(fmt.emin)))
    if amount.tail and not amount.digits:
        sentences.append(all_beyond(amount.tail))
    end = -places_kept(fmt, exponent)
    row = digit_row(phrase("normalised"), amount, exponent, Columns(end=end))
    return Step(StepKind.NORMALISE, tuple(sentences), (row,), place=job.exponent_place)


_BELOW = {
    False: template(
        "The exponent cannot go below {emin}: the hidden bit is 0, as in a subnormal number."
    ),
    True: template("No digit stands behind the one that is worth 2^{emin}."),
}
"""Why the point stands before the first 1; in fixed point, or not."""


def all_beyond(tail: Tail) -> Phrase:
    """What is said of a number that has moved so far right that none of its digits is shown."""
    if tail.count is None:
        return phrase("All its digits stand further right: they only make the sticky digit 1.")
    return phrase(
        "All its digits stand further right, the last at place {count} behind those shown: they "
        "only make the sticky digit 1.",
        count=str(tail.count),
    )


def _cut(job: Job, amount: Amount, cut: Cut, exponent: int) -> Step:
    fmt = job.format
    places = places_kept(fmt, exponent)
    kept = phrase(
        "{format} keeps a single place after the point."
        if places == 1
        else "{format} keeps {places} places after the point.",
        format=fmt.name,
        places=str(places),
    )
    beyond = phrase(
        "Beyond that: guard {guard}, round {round}, sticky {sticky}.",
        guard=str(cut.guard),
        round=str(cut.round),
        sticky=str(cut.sticky),
    )
    last = -places
    row = digit_row(phrase("exact"), amount, exponent, Columns(cut=last, end=last))
    sentences = [kept, beyond]
    if not (cut.guard or cut.round or cut.sticky):
        sentences.append(NOTHING)
    return Step(StepKind.CUT, tuple(sentences), (row,), last, job.last_place)


def _round(job: Job, cut: Cut, share: Fraction, significand: int, exponent: int) -> Step:
    place = job.format.quantum_at(exponent)
    why = reason(job.rules, job.negative, bool(cut.kept & 1), share)
    label = phrase("last place + 1") if significand != cut.kept else phrase("rest dropped")
    row = digit_row(label, Amount(significand, place), exponent, Columns(end=place - exponent))
    rule = phrase("The rule is {rule}.", rule=job.rules.rounding.rule.name)
    return Step(StepKind.ROUND, (rule, why), (row,), place=job.last_place)


def _carry(job: Job, significand: int, exponent: int) -> Iterator[Step]:
    """What a carry out of the fraction does, if rounding up made one."""
    fmt = job.format
    stretch, quantum = fmt.stretch_in(exponent), fmt.quantum_at(exponent)
    total = significand * stretch.spacing
    if total == stretch.start and exponent == fmt.emin and fmt.has_subnormals:
        sentence = phrase("The carry reaches the hidden bit: this is the smallest normal number.")
    elif total == stretch.end:
        sentence = phrase(
            "The carry runs through to a new first digit: the exponent grows from {old} to {new}.",
            old=str(exponent),
            new=str(exponent + 1),
        )
        exponent += 1
    else:
        return
    first, lowest = fmt.scaled(fmt.place_of(significand, quantum))
    row = digit_row(
        phrase("carried"), Amount(first, lowest), exponent, Columns(end=lowest - exponent)
    )
    yield Step(StepKind.CARRY, (sentence,), (row,), place=job.exponent_place)


def _range_and_pack(job: Job, significand: int, exponent: int, *, tiny: bool) -> Iterator[Step]:
    """The exponent held against the range; ``tiny`` says that it lay below before rounding."""
    fmt, flags = job.format, job.rounded.flags
    place = fmt.place_of(significand, fmt.quantum_at(exponent))
    if place > fmt.last_place(job.negative):
        sentences, code = _overflow_sentences(job), job.rounded.code
    elif place < fmt.min_normal_place:
        flushed = job.rules.flush and significand > 0
        sentences = _tiny_sentences(job, significand, flushed)
        code = fmt.code_at(0 if flushed else place, job.negative)
    else:
        code = fmt.code_at(place, job.negative)
        decoded = decode(fmt, code)
        field = decoded.field(FieldKind.EXPONENT)
        normal = phrase(
            _IN_RANGE if fmt.is_fixed_point else _EXPONENT_IN_RANGE,
            exponent=str(decoded.exponent),
            emin=str(fmt.emin),
            emax=str(fmt.emax),
            bias=str(field.excess),
            field=str(field.value),
            largest=brief_in(fmt, farthest(fmt, job.negative)),
        )
        sentences = [normal]
        if Flags.UNDERFLOW in flags:
            sentences.append(_TINY_AFTER_ROUNDING)
        elif tiny:
            sentences.append(_TINY_BEFORE_ROUNDING)
    yield Step(StepKind.RANGE, tuple(sentences), place=job.exponent_place)
    yield _pack(job, code)


_EXPONENT_IN_RANGE = template(
    "The exponent {exponent} lies between {emin} and {emax}: "
    "exponent field {exponent} + {bias} = {field}."
)
_IN_RANGE = template("It lies within the range, which ends at {largest}.")
_UNDERFLOW = phrase("It is tiny and not exact: underflow is raised.")
_TINY_AFTER_ROUNDING = phrase(
    "Only rounding on the coarse grid of the subnormals makes it normal: with full precision it "
    "would still lie below, so underflow is raised."
)
_TINY_BEFORE_ROUNDING = phrase(
    "It was tiny before rounding and is not after: RISC-V and x86 look after it, as here, and "
    "raise no underflow; Arm looks before it and raises underflow as well."
)


def _overflow_sentences(job: Job) -> list[Phrase]:
    fmt = job.format
    overflow = phrase(
        "Beyond the largest finite number of {format}, {largest}: overflow.",
        format=fmt.name,
        largest=brief_in(fmt, farthest(fmt, job.negative)),
    )
    delivered = phrase(
        "By {rounding} and the overflow rule {overflow} the result is {value}.",
        rounding=job.rules.rounding.rule.name,
        overflow=job.rules.overflow.rule.name,
        value=value_brief(decode(fmt, job.rounded.code)),
    )
    return [overflow, delivered]


def _tiny_sentences(job: Job, significand: int, flushed: bool) -> list[Phrase]:
    fmt = job.format
    if not significand:
        return [phrase("No digit is left: the result is a zero, and underflow is raised.")]
    sentences = [
        phrase(
            "The hidden bit is 0: a subnormal number, with exponent field 0 for exponent {emin}.",
            emin=str(fmt.emin),
        )
    ]
    if flushed:
        sentences.append(
            phrase("Subnormal results are flushed: it becomes a zero, and underflow is raised.")
        )
    elif Flags.UNDERFLOW in job.rounded.flags:
        sentences.append(_UNDERFLOW)
    else:
        sentences.append(phrase("It is tiny but exact: no underflow is raised."))
    if job.rules.daz and not flushed:
        sentences.append(phrase("DAZ: the next operation that reads it takes a zero."))
    return sentences


def _pack(job: Job, code: int) -> Step:
    fmt = job.format
    sentences = [
        phrase(
            "{fields} is the code {code}, which stands for {value}.",
            fields=" ".join(bit_fields(fmt, code)),
            code=fmt.code_text(code),
            value=value_brief(decode(fmt, code)),
        )
    ]
    if job.rounded.flags:
        sentences.append(phrase("Flags: {flags}.", flags=flags_raised(job.rounded.flags)))
    else:
        sentences.append(phrase("No flag is raised."))
    row = packed_row(phrase("code"), fmt, code)
    return Step(StepKind.PACK, tuple(sentences), (row,), place=job.place())
