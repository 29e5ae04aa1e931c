"""What a worked sheet is to deliver, and the step that every sheet ends with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, flags_raised, wraps_around
from fpviz.core.formats import FieldKind, Format, field_of
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.numbers import Finite, NaN, Number, power_of_two
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import bit_fields, value_brief
from fpviz.core.trace.reasons import becomes_zero
from fpviz.core.trace.sheet import BitRange, Step, StepKind
from fpviz.core.trace.working.digits import Cut, packed_row
from fpviz.core.trace.working.wording import UNDERFLOW, Delivered, left_of_it, said_of_code


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

    @property
    def decoded(self) -> Decoded:
        """The result."""
        return decode(self.format, self.rounded.code)

    def outcome(self, *, tiny: bool = False) -> Delivered:
        """What rounding has made of the number, for words about it."""
        return Delivered(self.format, self.rules, *self.rounded, self.negative, tiny)

    def flushes(self, place: int) -> bool:
        """Whether FTZ has made a zero of what was rounded to a place."""
        decoded = self.decoded
        return place > 0 and self.rules.flush and decoded.significand == 0

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
        """The exponent field of the result; all bits where there is none."""
        field = field_of(self.format.fields(self.rounded.code), FieldKind.EXPONENT)
        return self.place(field.low, field.high) if field.width else self.place()

    @property
    def last_place(self) -> BitRange:
        """The bit of the result that is the last digit of its significand."""
        fields = self.format.fields(self.rounded.code)
        digits = {field.weight: field.low for field in fields if field.weight is not None}
        low = digits[min(digits)] if digits else 0
        return self.place(low, low)


def special_steps(job: Job, *sentences: Phrase) -> Iterator[Step]:
    """What is decided without digits, and the code for it."""
    yield Step(StepKind.SPECIAL, sentences, place=job.place())
    yield pack(job)


def without_sign(job: Job) -> Iterator[Step]:
    """What becomes of a negative number where there is no sign."""
    fmt, flags = job.format, job.rounded.flags
    if Flags.INVALID not in flags:
        raised = [UNDERFLOW] if Flags.UNDERFLOW in flags else []
        return special_steps(job, becomes_zero(fmt), *raised)
    told = [phrase("{format} has no sign: a negative number is invalid.", format=fmt.name)]
    if wraps_around(fmt, job.rules):
        told.append(left_of_it(fmt, job.rules, job.rounded.code))
    return special_steps(job, *told)


def pack(job: Job) -> Step:
    """The fields of the result as its code, and the flags."""
    fmt, code = job.format, job.rounded.code
    sentences = [
        phrase(
            "{fields} is the code {code}, which stands for {value}.",
            fields=" ".join(bit_fields(fmt, code)),
            code=fmt.code_text(code),
            value=value_brief(decode(fmt, code)),
        ),
        *said_of_code(fmt, code),
    ]
    if job.rounded.flags:
        sentences.append(phrase("Flags: {flags}.", flags=flags_raised(job.rounded.flags)))
    else:
        sentences.append(phrase("No flag is raised."))
    row = packed_row(phrase("code"), fmt, code)
    return Step(StepKind.PACK, tuple(sentences), (row,), place=job.place())
