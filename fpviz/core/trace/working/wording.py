"""What is said where a number meets the range of its format: of IEEE's kind, and of all others.

Formats of IEEE's kind have exponent fields with a bias, a hidden bit and subnormal numbers, and
their sheets speak of these. What is said of any other format is true of all.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from fpviz.core.arithmetic.rounding import Flags, Rules, wraps_around
from fpviz.core.formats import FieldKind, Format
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, finite
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief, brief_in, formula_text, value_brief

UNDERFLOW = phrase("It is tiny and not exact: underflow is raised.")
_NOTHING_LEFT = phrase("No digit is left: the result is a zero, and underflow is raised.")
_FLUSHED = phrase("Subnormal results are flushed: it becomes a zero, and underflow is raised.")
_FLUSHED_TINY = phrase("Tiny results are flushed: it becomes a zero, and underflow is raised.")
_TINY_BEFORE = phrase(
    "Rounding makes it normal, but it is tiny before rounding, where these rules look, as Arm does."
)
_TINY_AFTER = phrase(
    "Only rounding on the coarse grid of the subnormals makes it normal: with full precision it "
    "would still lie below, and it is tiny."
)
_RAISED = phrase("So underflow is raised.")
_TINY_EXACT = phrase("It is tiny but exact: no underflow is raised.")
_DAZ = phrase("DAZ: the next operation that reads it takes a zero.")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What rounding made of a number: its code and its flags, the rules, and the sign.

    ``tiny`` says that the number lay below the smallest normal one before it was rounded.
    """

    format: Format
    rules: Rules
    code: int
    flags: Flags
    negative: bool
    tiny: bool = False

    @property
    def decoded(self) -> Decoded:
        return decode(self.format, self.code)


class Wording(ABC):
    """The sentences of one kind of formats."""

    @abstractmethod
    def moved(self, fmt: Format, old: int, new: int, leading: int) -> list[Phrase]:
        """That digits which stood at the exponent ``old`` stand at ``new`` now, and why there."""

    @abstractmethod
    def carried(self, fmt: Format, exponent: int, *, to_normal: bool) -> Phrase:
        """That rounding up has made the first number of the next stretch."""

    @abstractmethod
    def within(self, out: Delivered) -> list[Phrase]:
        """That a number which is not tiny is in the range."""

    @abstractmethod
    def beyond(self, out: Delivered) -> list[Phrase]:
        """That a number is too large, and what stands for it."""

    def small(self, out: Delivered, *, place: int, flushed: bool) -> list[Phrase]:
        """What a number below the smallest normal one becomes, which is rounded to a ``place``."""
        if not place:
            return self.vanished(out)
        if place >= out.format.min_normal_place:
            return [_why_tiny(out), _FLUSHED_TINY]
        told = [self.subnormal(out.format)]
        if flushed:
            told.append(_FLUSHED)
        else:
            told.append(UNDERFLOW if Flags.UNDERFLOW in out.flags else _TINY_EXACT)
            told += [_DAZ] if out.rules.daz else []
        return told

    @abstractmethod
    def vanished(self, out: Delivered) -> list[Phrase]:
        """That nothing is left."""

    @abstractmethod
    def subnormal(self, fmt: Format) -> Phrase:
        """That a number is one below the smallest normal one."""


def _why_tiny(out: Delivered) -> Phrase:
    """Why a number is tiny that is rounded to a normal one."""
    return _TINY_BEFORE if out.rules.tininess.rule.looks_before else _TINY_AFTER


def wording(fmt: Format) -> Wording:
    """The sentences that are true of a format."""
    return _IEEE if fmt.reads_as_ieee else _OTHER


class _IeeeWording(Wording):
    """Of exponent fields, biases and hidden bits."""

    def moved(self, fmt: Format, old: int, new: int, leading: int) -> list[Phrase]:
        values = {"places": str(abs(new - old)), "old": str(old), "new": str(new)}
        told = []
        if new > old:
            told.append(
                phrase(
                    "The digits move right by {places}: the exponent grows from {old} to {new}.",
                    **values,
                )
            )
        elif new < old:
            told.append(
                phrase(
                    "The digits move left by {places}: the exponent falls from {old} to {new}.",
                    **values,
                )
            )
        if leading < new:
            told.append(
                phrase(
                    "The exponent cannot go below {emin}: the hidden bit is 0, as in a subnormal "
                    "number.",
                    emin=str(fmt.emin),
                )
            )
        return told

    def carried(self, fmt: Format, exponent: int, *, to_normal: bool) -> Phrase:
        if to_normal:
            return phrase("The carry reaches the hidden bit: this is the smallest normal number.")
        return phrase(
            "The carry runs through to a new first digit: the exponent grows from {old} to {new}.",
            old=str(exponent),
            new=str(exponent + 1),
        )

    def within(self, out: Delivered) -> list[Phrase]:
        fmt, decoded = out.format, out.decoded
        field = decoded.field(FieldKind.EXPONENT)
        told = [
            phrase(
                "The exponent {exponent} lies between {emin} and {emax}: "
                "exponent field {exponent} + {bias} = {field}.",
                exponent=str(decoded.exponent),
                emin=str(fmt.emin),
                emax=str(fmt.emax),
                bias=str(field.excess),
                field=str(field.value),
            )
        ]
        if Flags.UNDERFLOW in out.flags and out.rules.tininess.rule.looks_before:
            told += [_TINY_BEFORE, _RAISED]
        elif Flags.UNDERFLOW in out.flags:
            told.append(
                phrase(
                    "Only rounding on the coarse grid of the subnormals makes it normal: with full "
                    "precision it would still lie below, so underflow is raised."
                )
            )
        elif out.tiny:
            told.append(
                phrase(
                    "It was tiny before rounding and is not after: RISC-V and x86 look after it, "
                    "as here, and raise no underflow; Arm looks before it and raises underflow as "
                    "well."
                )
            )
        return told

    def beyond(self, out: Delivered) -> list[Phrase]:
        return [_too_large(out.format), _delivered(out)]

    def vanished(self, out: Delivered) -> list[Phrase]:
        return [_NOTHING_LEFT]

    def subnormal(self, fmt: Format) -> Phrase:
        return phrase(
            "The hidden bit is 0: a subnormal number, with exponent field 0 for exponent {emin}.",
            emin=str(fmt.emin),
        )


class _OtherWording(Wording):
    """Of values and places alone."""

    def moved(self, fmt: Format, old: int, new: int, leading: int) -> list[Phrase]:
        values = {"places": str(abs(new - old)), "old": str(old), "new": str(new)}
        told = []
        if new != old:
            text = (
                phrase(
                    "The digits move right by {places}: the power of 2 behind them grows from "
                    "{old} to {new}.",
                    **values,
                )
                if new > old
                else phrase(
                    "The digits move left by {places}: the power of 2 behind them falls from "
                    "{old} to {new}.",
                    **values,
                )
            )
            told.append(text)
        if why := self._why_there(fmt, new, leading):
            told.append(why)
        return told

    def _why_there(self, fmt: Format, new: int, leading: int) -> Phrase | None:
        values = {"format": fmt.name, "exponent": str(new)}
        if fmt.is_fixed_point:
            return phrase("{format} has its point there, whatever the number.", **values)
        if fmt.radix > fmt.base:
            digit = fmt.radix.bit_length() - 1
            values |= {"radix": str(fmt.radix), "power": str(new // digit)}
            return (
                phrase(
                    "{radix}^{power} is the least power of {format}: the first digit in base "
                    "{radix} stays 0.",
                    **values,
                )
                if leading < fmt.emin
                else phrase(
                    "That is {radix}^{power}, with which the first digit in base {radix} is not "
                    "zero.",
                    **values,
                )
            )
        if leading < new:
            return phrase(
                "The smallest normal number of {format} begins at 2^{exponent}: in front of "
                "smaller ones stand zeros.",
                **values,
            )
        return None

    def carried(self, fmt: Format, exponent: int, *, to_normal: bool) -> Phrase:
        if to_normal:
            return phrase("The carry makes it the smallest normal number.")
        return phrase("The carry runs through to a new first digit.")

    def within(self, out: Delivered) -> list[Phrase]:
        fmt = out.format
        told = [phrase("It is in the range of {format}.", format=fmt.name)]
        if Flags.UNDERFLOW in out.flags and out.rules.tininess.rule.looks_before:
            told += [_TINY_BEFORE, _RAISED]
        elif Flags.UNDERFLOW in out.flags:
            told.append(
                phrase(
                    "With full precision it would still lie below the smallest normal number, "
                    "{least}: underflow is raised.",
                    least=brief_in(fmt, finite(fmt.min_normal)),
                )
            )
        elif out.tiny and not fmt.is_fixed_point:
            told.append(phrase("It was tiny before rounding and is not after: no underflow."))
        return told

    def beyond(self, out: Delivered) -> list[Phrase]:
        return [_beyond_the_end(out), what_overflow_gives(out)]

    def vanished(self, out: Delivered) -> list[Phrase]:
        if Flags.UNDERFLOW in out.flags:
            return [_NOTHING_LEFT]
        return [phrase("No digit is left: the result is a zero.")]

    def subnormal(self, fmt: Format) -> Phrase:
        return phrase(
            "It is smaller than the smallest normal number of {format}, {least}.",
            format=fmt.name,
            least=brief_in(fmt, finite(fmt.min_normal)),
        )


_IEEE, _OTHER = _IeeeWording(), _OtherWording()


# -- beyond the ends -------------------------------------------------------------------------------


def _too_large(fmt: Format) -> Phrase:
    return phrase(
        "Beyond the largest finite number of {format}, {largest}: overflow.",
        format=fmt.name,
        largest=brief_in(fmt, Finite(False, fmt.largest)),
    )


def _beyond_the_end(out: Delivered) -> Phrase:
    """Beyond which end of a format a number is."""
    fmt = out.format
    if not out.negative:
        return _too_large(fmt)
    least = fmt.magnitude(fmt.last_place(negative=True), negative=True)
    return phrase(
        "Below the least finite number of {format}, {least}: overflow.",
        format=fmt.name,
        least=brief_in(fmt, Finite(True, least)),
    )


def _delivered(out: Delivered) -> Phrase:
    return phrase(
        "By {rounding} and the overflow rule {overflow} the result is {value}.",
        rounding=out.rules.rounding.rule.name,
        overflow=out.rules.overflow.rule.name,
        value=value_brief(out.decoded),
    )


def what_overflow_gives(out: Delivered) -> Phrase:
    """What stands for a number beyond the ends."""
    if wraps_around(out.format, out.rules):
        return left_of_it(out.format, out.rules, out.code)
    return _delivered(out)


def left_of_it(fmt: Format, rules: Rules, code: int) -> Phrase:
    """What is left of a number that has gone round."""
    return phrase(
        "By the rule {overflow} it goes round: of its multiples of {ulp} those of {modulus} are "
        "dropped, and {value} stands for it.",
        overflow=rules.overflow.rule.name,
        ulp=brief(finite(fmt.smallest)),
        modulus=brief(finite(fmt.smallest * (1 << fmt.width))),
        value=value_brief(decode(fmt, code)),
    )


# -- codes -----------------------------------------------------------------------------------------


def said_of_code(fmt: Format, code: int) -> list[Phrase]:
    """How a code of a format that is not of IEEE's kind comes about."""
    if fmt.reads_as_ieee:
        return []
    told = []
    if remark := fmt.remark(code):
        told.append(phrase("{code}: {remark}.", code=fmt.code_text(code), remark=remark))
    if fmt.is_finite(code):
        told += _complement(fmt, code)
        told.append(phrase("It reads as {formula}.", formula=formula_text(fmt, code)))
    return told


def _complement(fmt: Format, code: int) -> list[Phrase]:
    """That a negative code, or its digits, are the two's complement of the positive ones."""
    negative, place = fmt.sign_and_place(code)
    if not (negative and fmt.base == 2 and fmt.magnitude(place, negative)):
        return []
    found = fmt.bracket(Magnitude.of(fmt.magnitude(place, negative)))
    if found.rest or found.place > fmt.largest_place:
        return []
    positive = fmt.code_at(found.place)
    values = {"positive": fmt.code_text(positive)}
    if code == -positive & (1 << fmt.width) - 1:
        return [phrase("The number is negative: two's complement of {positive}.", **values)]
    (other, digits), (others, mirror) = _parts(fmt, code), _parts(fmt, positive)
    if other == others and int(digits, 2) == -int(mirror, 2) & (1 << len(mirror)) - 1:
        return [
            phrase(
                "The number is negative: sign and digits are the two's complement of those of "
                "{positive}.",
                **values,
            )
        ]
    return []


def _parts(fmt: Format, code: int) -> tuple[list[str], str]:
    """The fields of a code that are no digits of the significand, and those that are, the sign
    first."""
    fields = fmt.fields(code)
    weighed = [field for field in fields if field.weight is not None]
    weighed.sort(key=lambda field: -(field.weight or 0))
    signs = [field.digits for field in fields if field.kind is FieldKind.SIGN]
    others = [
        field.digits
        for field in fields
        if field.weight is None and field.kind is not FieldKind.SIGN
    ]
    return others, "".join([*signs, *(field.digits for field in weighed)])
