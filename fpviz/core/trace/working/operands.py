"""The beginning of a worked sheet: what the operands are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fpviz.core.arithmetic.operands import Operand
from fpviz.core.arithmetic.operations import Exact, read_operand
from fpviz.core.arithmetic.rounding import Flags, encode
from fpviz.core.formats import FieldKind, Format
from fpviz.core.formats.decoding import Decoded, NumberClass, decode
from fpviz.core.numbers import Finite
from fpviz.core.phrase import Phrase, phrase, template, verbatim
from fpviz.core.text import bit_fields, formula_text, value_brief
from fpviz.core.trace.sheet import BitRange, DigitRow, Step, StepKind
from fpviz.core.trace.working.digits import (
    Amount,
    Columns,
    digit_row,
    hides_a_digit,
    packed_row,
    standing,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A finite number on its way through an operation: its digits and the exponent they stand at.

    ``hidden`` is the column of the hidden bit, seen from ``exponent``, or of the first digit where
    all of them are ``stored``.
    """

    name: str
    negative: bool
    amount: Amount
    exponent: int
    hidden: int = 0
    stored: bool = False

    def row(self, exponent: int, cut: int | None = None, end: int = 0) -> DigitRow:
        """Its digits with the point behind ``2**exponent``."""
        columns = Columns(self.hidden + self.exponent - exponent, cut, end, self.stored)
        row = digit_row(verbatim(self.name), self.amount, exponent, columns)
        return replace(row, negative=self.negative)

    def opposite(self) -> Term:
        """The same with the other sign, under the name ``-b``."""
        return replace(self, name=f"-{self.name}", negative=not self.negative)


@dataclass(frozen=True, slots=True)
class Input:
    """An operand with its name on the sheet."""

    name: str
    operand: Operand

    @property
    def decoded(self) -> Decoded:
        return decode(*self.operand)

    @property
    def exact(self) -> Exact:
        return read_operand(self.operand)

    @property
    def term(self) -> Term:
        """A finite operand of base 2, zeros included, where its format has its digits."""
        decoded = self.decoded
        assert decoded.significand is not None
        assert decoded.quantum is not None
        amount = Amount(decoded.significand, decoded.quantum)
        leading = amount.leading if amount.digits else decoded.format.emin
        exponent, stored = standing(decoded.format, leading), not hides_a_digit(decoded.format)
        first = leading - exponent if stored else 0
        return Term(self.name, decoded.negative, amount, exponent, first, stored)


def has_digits(given: Input) -> bool:
    """Whether an operand is a finite number that has binary digits."""
    return given.decoded.significand is not None and given.decoded.format.base == 2


def operand_step(given: Input, target: Format, *, widen: bool = True) -> Step:
    """How an operand reads, and how it would stand in the format of the result."""
    decoded = given.decoded
    fmt, code = decoded.format, decoded.code
    sentences = [_reading(given.name, decoded)]
    rows = [packed_row(phrase("code of {name}", name=given.name), fmt, code)]
    if remark := fmt.remark(decoded.code):
        sentences.append(phrase("{code}: {remark}.", code=fmt.code_text(code), remark=remark))
    if decoded.significand and decoded.quantum is not None:
        if fmt.base == 2:
            term = given.term
            rows.append(term.row(term.exponent, end=decoded.quantum - term.exponent))
        sentences += _widened(decoded, target) if widen else []
    place = BitRange(fmt, code, 0, fmt.width - 1)
    return Step(StepKind.OPERAND, tuple(sentences), tuple(rows), place=place)


def zero_step(given: Input, used: Input, target: Format) -> Step:
    """The same for a subnormal operand where DAZ has it ``used`` as a zero."""
    step = operand_step(given, target, widen=False)
    zero = phrase(
        "Subnormal operands count as zeros (DAZ): {name} is taken as {value}.",
        name=given.name,
        value=value_brief(used.decoded),
    )
    return replace(step, sentences=(*step.sentences, zero))


_NO_NUMBER = template("{name} is {code} in {format}: not a number, {value}.")
_INVALID = template("{name} is {code} in {format}: no valid code, and not a number.")
_OTHER = template("{name} is {code} in {format}: {formula}; value {value}.")
_INFINITE = template("{name} is {code} in {format}: value {value}.")
_READINGS: Mapping[NumberClass, str] = {
    NumberClass.NORMAL: template(
        "{name} is {code} in {format}: exponent field {field} - bias {bias} = {exponent}, "
        "hidden bit 1; value {value}."
    ),
    NumberClass.SUBNORMAL: template(
        "{name} is {code} in {format}: exponent field 0 means exponent {exponent} with the hidden "
        "bit 0, a subnormal number; value {value}."
    ),
    NumberClass.ZERO: template(
        "{name} is {code} in {format}: exponent field and fraction are 0; value {value}."
    ),
    NumberClass.INFINITE: template(
        "{name} is {code} in {format}: exponent field all ones, fraction 0; value {value}."
    ),
    NumberClass.NAN: _NO_NUMBER,
    NumberClass.INVALID: _INVALID,
}


def _reading(name: str, decoded: Decoded) -> Phrase:
    fmt = decoded.format
    if fmt.reads_as_ieee or decoded.format.is_nan(decoded.code):
        return _reading_of_fields(name, decoded)
    values = {
        "name": name,
        "code": fmt.code_text(decoded.code),
        "format": fmt.name,
        "value": value_brief(decoded),
    }
    if decoded.significand is None:
        return phrase(_INFINITE, **values)
    return phrase(_OTHER, formula=formula_text(fmt, decoded.code), **values)


def _reading_of_fields(name: str, decoded: Decoded) -> Phrase:
    fmt, exponent = decoded.format, decoded.field(FieldKind.EXPONENT)
    return phrase(
        _READINGS[decoded.number_class],
        name=name,
        code=fmt.code_text(decoded.code),
        format=fmt.name,
        field=str(exponent.value),
        bias=str(exponent.excess),
        exponent="" if decoded.exponent is None else str(decoded.exponent),
        value=value_brief(decoded),
    )


def _widened(decoded: Decoded, target: Format) -> list[Phrase]:
    """The same number in the result's format, where that is another one and holds it."""
    fmt = decoded.format
    assert isinstance(decoded.number, Finite)
    if fmt.key == target.key:
        return []
    there = encode(target, decoded.number)
    if there.flags != Flags.NONE:
        return []
    fields = " ".join(bit_fields(target, there.code))
    if not (fmt.reads_as_ieee and target.reads_as_ieee):
        return [
            phrase("In {format} it would stand as {fields}.", format=target.name, fields=fields)
        ]
    here, other = (each.field(FieldKind.EXPONENT) for each in (decoded, decode(target, there.code)))
    return [
        phrase(
            "In {format} it would stand as {fields}: the exponent field changes by {shift}.",
            format=target.name,
            fields=fields,
            shift=f"{other.value - here.value:+d}",
        )
    ]
