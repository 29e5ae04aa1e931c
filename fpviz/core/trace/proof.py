"""The rounding proof: an exact number between its two neighbours, and what every rule makes of it.

And the detours: where rounding first into a wider format and then into this one gives another
code than rounding once (double rounding).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from fpviz.core.arithmetic.operands import taken
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format, NumberClass, find_format
from fpviz.core.formats.decoding import Decoded, decode
from fpviz.core.formats.order import places_below
from fpviz.core.numbers import Finite, Number
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief_in, value_brief
from fpviz.core.trace.reasons import becomes_zero, reason, unrounded
from fpviz.core.trace.weighing import outside, share_of, value_at

DETERMINISTIC = tuple(each for each in Rounding if not each.rule.draws)

USUAL_DETOURS = (find_format("fp64"), find_format("fp32"))
"""The formats through which programs send numbers without saying so."""


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """What one rounding rule makes of the number."""

    rounding: Rounding
    rounded: Rounded


@dataclass(frozen=True, slots=True)
class Detour:
    """A number rounded into ``through`` first, and from there into the format of the proof."""

    through: Format
    first: Rounded
    second: Rounded
    differs: bool
    """Whether rounding once gives another code."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The values of the format on either side of a number; both are itself where it is one.

    ``below`` or ``above`` is ``None`` where the format has no further value. ``distances`` are
    those to the two, ``midpoint`` the border of rounding to nearest, halfway between (of posits and
    takums between their bits); beyond the largest finite number the
    upper neighbour is the value that a wider exponent range would have there, which is
    ``beyond_range``. ``share`` is the way from the neighbour nearer zero to the other, from 0 to
    less than 1, and ``ulp`` that whole way.
    """

    below: Decoded | None
    above: Decoded | None
    midpoint: Fraction
    distances: tuple[Fraction, Fraction]
    share: Fraction
    ulp: Fraction
    odd: bool
    beyond_range: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """Why ``number`` becomes ``rounded``.

    ``neighbours`` is ``None`` where nothing is weighed: for NaNs, infinities, zeros, and numbers
    outside the range of the format by more than an ulp. ``choices`` has every deterministic rule.
    """

    number: Number
    format: Format
    rules: Rules
    rounded: Rounded
    neighbours: Neighbours | None
    reasons: tuple[Phrase, ...]
    choices: tuple[RuleOutcome, ...]
    detours: tuple[Detour, ...]

    @property
    def exact(self) -> Fraction | None:
        """The exact value as a fraction, if the number is finite."""
        return self.number.value if isinstance(self.number, Finite) else None

    @property
    def warnings(self) -> tuple[Detour, ...]:
        """The detours that lead to another code."""
        return tuple(detour for detour in self.detours if detour.differs)


def prove(
    number: Number, fmt: Format, rules: Rules = Rules(), through: Iterable[Format] = ()
) -> Proof:
    """The proof of how ``number`` is rounded into ``fmt``.

    The detours are those through ``through`` and, of the usual ones, those of more precision than
    ``fmt`` itself.

    >>> from fpviz.core.literals import parse_literal
    >>> proof = prove(parse_literal("1.00048828125000000000001").number, find_format("fp16"))
    >>> proof.neighbours.midpoint, [hex(warning.second.code) for warning in proof.warnings]
    (Fraction(2049, 2048), ['0x3c00', '0x3c00'])
    """
    rounded = encode(fmt, number, rules)
    usual = (each for each in USUAL_DETOURS if each.precision > fmt.precision)
    formats = dict.fromkeys(each for each in (*usual, *through) if each.key != fmt.key)
    neighbours = _neighbours(number, fmt)
    return Proof(
        number,
        fmt,
        rules,
        rounded,
        neighbours,
        tuple(_reasons(number, fmt, rules, rounded, neighbours)),
        tuple(
            RuleOutcome(each, encode(fmt, number, replace(rules, rounding=each)))
            for each in DETERMINISTIC
        ),
        tuple(detour(number, fmt, each, rules) for each in formats)
        if isinstance(number, Finite)
        else (),
    )


def detour(number: Number, fmt: Format, through: Format, rules: Rules = Rules()) -> Detour:
    """``number`` rounded into ``through`` and then into ``fmt``, by the same rules."""
    first = encode(through, number, rules)
    second = encode(fmt, decode(*taken((through, first.code), rules)).number, rules)
    return Detour(through, first, second, second.code != encode(fmt, number, rules).code)


def _neighbours(number: Number, fmt: Format) -> Neighbours | None:
    if not isinstance(number, Finite) or number.is_zero or (number.negative and not fmt.signed):
        return None
    magnitude = number.magnitude
    lower = places_below(fmt, magnitude, number.negative)
    upper_value = fmt.between(lower + 1, 0, 1, number.negative)
    if lower < 0 or magnitude >= upper_value:
        return None
    if fmt.never_overflows and magnitude > fmt.magnitude(fmt.last_place(number.negative)):
        return None
    lower_value = fmt.magnitude(lower, number.negative)
    ulp = upper_value - lower_value
    exact = magnitude == lower_value
    inner = value_at(fmt, lower, number.negative)
    outer = inner if exact else value_at(fmt, lower + 1, number.negative)
    beyond = upper_value if lower == fmt.last_place(number.negative) and not exact else None
    ends = (lower_value, lower_value if exact else upper_value)
    distances = (magnitude - ends[0], ends[1] - magnitude)
    sign = -1 if number.negative else 1
    return Neighbours(
        outer if number.negative else inner,
        inner if number.negative else outer,
        sign * (ends[0] if exact else fmt.between(lower, 1, 2, number.negative)),
        (distances[1], distances[0]) if number.negative else distances,
        share_of(fmt, number),
        ulp,
        fmt.is_odd(lower, number.negative),
        None if beyond is None else sign * beyond,
    )


def _reasons(
    number: Number, fmt: Format, rules: Rules, rounded: Rounded, neighbours: Neighbours | None
) -> Iterable[Phrase]:
    """Why the number becomes what it becomes, in order."""
    if not isinstance(number, Finite) or number.is_zero:
        yield from unrounded(number, fmt, rounded.code, rules)
        return
    if told := outside(fmt, number):
        yield told
        return
    if neighbours is not None:
        yield reason(rules, number.negative, neighbours.odd, neighbours.share)
    if Flags.OVERFLOW in rounded.flags:
        yield _overflow(number, fmt, rounded)
    elif Flags.INVALID in rounded.flags:
        yield phrase(
            "{format} has no such number under these rules: {value} stands for it.",
            format=fmt.name,
            value=value_brief(decode(fmt, rounded.code)),
        )
    elif number.negative and not fmt.signed:
        yield becomes_zero(fmt)
    elif neighbours is None:
        yield phrase(
            "Smaller than the least number of {format}, which has no zero: the least stands for "
            "it.",
            format=fmt.name,
        )
    elif rounded.code != encode(fmt, number, replace(rules, flush=False)).code:
        yield _flushed(number, fmt, rules)


def _flushed(number: Finite, fmt: Format, rules: Rules) -> Phrase:
    kept = encode(fmt, number, replace(rules, flush=False))
    if fmt.number_class(kept.code) is NumberClass.SUBNORMAL:
        return phrase("A subnormal result is flushed: it becomes a zero.")
    if rules.tininess.rule.looks_before:
        return phrase("It is tiny before rounding, and flushed: it becomes a zero.")
    return phrase("It is tiny with full precision, and flushed: it becomes a zero.")


def _overflow(number: Finite, fmt: Format, rounded: Rounded) -> Phrase:
    largest = fmt.magnitude(fmt.last_place(number.negative), number.negative)
    value = value_brief(decode(fmt, rounded.code))
    if largest == fmt.largest:
        return phrase(
            "Beyond the largest finite number of {format}, {largest}: overflow delivers {value}.",
            format=fmt.name,
            largest=brief_in(fmt, Finite(False, largest)),
            value=value,
        )
    return phrase(
        "Below the least finite number of {format}, {least}: overflow delivers {value}.",
        format=fmt.name,
        least=brief_in(fmt, Finite(True, largest)),
        value=value,
    )
