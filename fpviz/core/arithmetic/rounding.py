"""From an exact number to a code: the rounding rules of IEEE 754-2019, clause 4.3, and some more.

A number is rounded once, from its exact value, with an exponent range without end; then overflow,
flush-to-zero and the specials of the format have their say. The rule that decides is one small
function (``goes_up``), and ``border`` is its inverse: where on the real line the choice changes.
Both ask the rule for the one thing that it is: what it adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from fpviz.core.arithmetic.nan_rules import INVALID, Nans
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.formats import Format
from fpviz.core.formats.places import Bracket, Magnitude
from fpviz.core.numbers import Finite, Infinity, NaN, Number, floor_log2
from fpviz.core.phrase import Phrase, listed, phrase


class Flags(Flag):
    """The exceptions of IEEE 754-2019, clause 7."""

    NONE = 0
    INEXACT = auto()
    UNDERFLOW = auto()
    OVERFLOW = auto()
    DIVIDE_BY_ZERO = auto()
    INVALID = auto()

    def names(self) -> list[str]:
        """The raised flags in the order inexact, underflow, overflow, divide by zero, invalid."""
        return (self.name or "").lower().split("|") if self else []


_NONE, _INEXACT = Flags.NONE, Flags.INEXACT
# Each rounding asks for one of them, and a member of an enum is slow to find.

_FLAGS = {
    Flags.INEXACT: phrase("inexact"),
    Flags.UNDERFLOW: phrase("underflow"),
    Flags.OVERFLOW: phrase("overflow"),
    Flags.DIVIDE_BY_ZERO: phrase("divide by zero"),
    Flags.INVALID: phrase("invalid"),
}


@cache
def flags_raised(flags: Flags) -> Phrase:
    """The flags with commas between, ``none`` where there is none.

    >>> str(flags_raised(Flags.OVERFLOW | Flags.INEXACT))
    'inexact, overflow'
    """
    raised = [name for flag, name in _FLAGS.items() if flag in flags]
    return listed(*raised) if raised else phrase("none")


@dataclass(frozen=True, slots=True)
class Rules:
    """How a number becomes a code.

    ``tininess`` says which results lie below the normal ones: an inexact one raises underflow, and
    with ``flush`` every one becomes a zero of its sign (FTZ), where the format has subnormal
    numbers. ``daz``: a subnormal operand counts as a zero of its sign; ``arithmetic.taken`` says
    what is one. ``nans`` says which NaN an operation or a conversion gives. For stochastic
    rounding, ``random_bits / 2**random_width`` is added to the fraction of an ulp before it is cut
    off: all bits of ``random_width`` together choose the upper neighbour with a probability equal
    to that fraction (to the precision of the width).
    """

    rounding: Rounding = Rounding.TIES_TO_EVEN
    overflow: Overflow = Overflow.IEEE
    flush: bool = False
    random_bits: int = 0
    random_width: int = 32
    daz: bool = False
    tininess: Tininess = Tininess.AFTER
    nans: Nans = Nans.FIRST

    def __post_init__(self) -> None:
        if not 0 <= self.random_bits < 1 << self.random_width:
            raise ValueError(f"random bits must lie in 0 … 2^{self.random_width} - 1")

    @property
    def draws(self) -> bool:
        """Whether random bits have a say."""
        return self.rounding.rule.draws


def rounding_drawn(rules: Rules) -> Phrase:
    """What the rule of rounding is called; of one that draws, with what was drawn."""
    name = rules.rounding.rule.name
    if not rules.draws:
        return name
    return phrase(
        "{rounding} with random bits {bits} of {width}",
        rounding=name,
        bits=f"{rules.random_bits:#x}",
        width=str(rules.random_width),
    )


def told_apart(rules: Rules) -> tuple[Phrase, ...]:
    """What tininess and NaNs are called, where they are not as usual."""
    usual, kinds = Rules(), (rules.tininess, rules.nans)
    return tuple(each.rule.name for each in kinds if each not in (usual.tininess, usual.nans))


class Rounded(NamedTuple):
    """A code and the exceptions that its rounding raised."""

    code: int
    flags: Flags


def encode(fmt: Format, number: Number, rules: Rules = Rules()) -> Rounded:
    """``number`` rounded once into ``fmt``.

    >>> from fpviz.core.formats import find_format
    >>> from fpviz.core.numbers import finite
    >>> hex(encode(find_format("fp16"), finite(Fraction("1.12156456132"))).code)
    '0x3c7c'
    """
    match number:
        case Finite(negative, magnitude):
            if not magnitude:
                return _zero(fmt, negative, Flags.NONE)
            return encode_ratio(fmt, negative, *magnitude.as_integer_ratio(), rules)
        case Infinity(negative):
            return _infinity(fmt, negative, rules)
        case NaN():
            return _nan(fmt, number, rules)


def encode_ratio(
    fmt: Format, negative: bool, numerator: int, denominator: int, rules: Rules
) -> Rounded:
    """``numerator / denominator`` (both positive, not necessarily reduced) rounded into ``fmt``."""
    return _encode(fmt, negative, Magnitude(numerator, denominator, 0), rules)


def encode_scaled(
    fmt: Format, negative: bool, significand: int, exponent: int, rules: Rules
) -> Rounded:
    """``significand * 2**exponent`` (a positive significand) rounded into ``fmt``.

    What ``encode_ratio`` says of the same number, by shifts alone; the exponent may be anything.
    """
    magnitude = Magnitude(significand, 1, exponent)
    if not -_USUAL < exponent < _USUAL:
        magnitude = within_reach(fmt, magnitude, rules)
    return _encode(fmt, negative, magnitude, rules)


_USUAL = 1 << 15
"""Exponents below that are not looked at before they are used."""

_BEYOND = 64
"""Binary digits by which a number is beyond all values: also by the widest of their gaps."""


def within_reach(fmt: Format, magnitude: Magnitude, rules: Rules) -> Magnitude:
    """A number that becomes what ``magnitude`` becomes, with an exponent that can be computed with.

    Of all that is far beyond the largest value, or far below the smallest, one number does the
    service. What goes round is a multiple of the whole turn, however large; so is the stand-in.
    """
    n, d, exponent = magnitude
    bottom, top = _reach(fmt, rules.random_width)
    return Magnitude(n, d, max(min(exponent, top + d.bit_length()), bottom - n.bit_length()))


@cache
def _reach(fmt: Format, random_width: int) -> tuple[int, int]:
    """Exponents of two powers, one below and one above all borders of ``fmt``."""
    bottom = floor_log2(fmt.smallest) - random_width - _BEYOND
    return bottom, max(floor_log2(fmt.largest), 0) + _BEYOND


def _encode(fmt: Format, negative: bool, magnitude: Magnitude, rules: Rules) -> Rounded:
    """A magnitude rounded once, then held against the range of the format."""
    return delivered(fmt, negative, fmt.bracket(magnitude, negative and fmt.signed), rules)


def delivered(fmt: Format, negative: bool, bracket: Bracket, rules: Rules) -> Rounded:
    """What a number becomes that stands among the values of ``fmt`` as ``bracket`` says."""
    if negative and not fmt.signed:
        return _below_zero(fmt, bracket, rules)
    below, odd, rest, whole = bracket
    place, flags = below, _NONE
    if rest:
        place, flags = below + goes_up(rules, negative, odd, rest, whole), _INEXACT
    if below < fmt.min_normal_place:
        least = fmt.least_delivered
        if least <= place < fmt.min_normal_place:
            return _tiny(fmt, negative, place, flags, rules)
        if place < least:
            place, flags = least, Flags.INEXACT
        if flags and fmt.rounds_to_zero and _is_tiny(fmt, negative, bracket, rules):
            flags |= Flags.UNDERFLOW
            if rules.flush and fmt.has_subnormals:
                return _zero(fmt, negative, flags)
    if place > fmt.last_place(negative):
        return _overflow(fmt, negative, place, rules)
    return Rounded(fmt.code_at(place, negative), flags)


def _is_tiny(fmt: Format, negative: bool, bracket: Bracket, rules: Rules) -> bool:
    """Whether a number below the normal ones, which rounding leads out of there, is tiny: before
    rounding it is, and else if it would stay there with full precision. None of fixed point is."""
    if fmt.is_fixed_point:
        return False
    if rules.tininess.rule.looks_before or bracket.place + 1 < fmt.min_normal_place:
        return True
    last = fmt.steps_below_normal - 1
    finer, rest = divmod(bracket.rest * (last + 1), bracket.whole)
    return finer < last or not (rest and goes_up(rules, negative, last & 1, rest, bracket.whole))


def border(fmt: Format, lower: int, negative: bool, rules: Rules) -> tuple[Fraction, bool]:
    """Where rounding changes from the value at the place ``lower`` to the next one.

    Returns the magnitude of the border and whether the border itself rounds to the upper
    (larger) magnitude. ``lower`` may be the place of the largest finite number: the next one is
    then where overflow begins. Flush-to-zero and the overflow rule do not enter.
    """
    rest, whole = _least_that_goes_up(rules, negative, fmt.is_odd(lower, negative))
    return fmt.between(lower, rest & ~1, whole, negative), not rest & 1


def border_of_tiny(fmt: Format, negative: bool, rules: Rules) -> tuple[Fraction, bool]:
    """Where results are tiny no more: the magnitude, and whether it is none itself.

    For formats with subnormal numbers. After rounding it is the border below the smallest normal
    number among numbers of full precision.
    """
    lower, last = fmt.min_normal_place - 1, fmt.steps_below_normal - 1
    if rules.tininess.rule.looks_before:
        return fmt.magnitude(fmt.min_normal_place, negative), True
    rest, whole = _least_that_goes_up(rules, negative, last & 1)
    at = last * whole + (rest & ~1), (last + 1) * whole
    return fmt.between(lower, *at, negative), not rest & 1


def _least_that_goes_up(rules: Rules, negative: bool, odd: int) -> tuple[int, int]:
    """(rest, whole): the least rest that rounds away from zero, in units of ``1 / whole`` ulp.

    Borders lie at even rests: an odd one is the next above a border that is not itself meant.
    """
    rule = rules.rounding.rule
    whole = 2 << rules.random_width if rule.draws else 4
    return whole - rule.adds(whole - 1, odd, negative, 2 * rules.random_bits), whole


def goes_up(rules: Rules, negative: bool, odd: int, rest: int, whole: int) -> bool:
    """Whether ``rest / whole`` of an ulp (strictly between 0 and 1) rounds away from zero."""
    rule = rules.rounding.rule
    draw = rules.random_bits * whole >> rules.random_width if rule.draws else 0
    up: bool = rest + rule.adds(whole - 1, odd, negative, draw) >= whole
    return up


def _tiny(fmt: Format, negative: bool, place: int, flags: Flags, rules: Rules) -> Rounded:
    """A result below the smallest normal number."""
    if rules.flush and place:
        return _zero(fmt, negative, Flags.INEXACT | Flags.UNDERFLOW)
    if flags:
        flags |= Flags.UNDERFLOW
    return Rounded(fmt.code_at(place, negative), flags)


def _zero(fmt: Format, negative: bool, flags: Flags) -> Rounded:
    if not fmt.has_zero:
        return Rounded(_canonical_nan(fmt, negative), Flags.INVALID)
    return Rounded(fmt.code_at(0, negative), flags)


def wraps_around(fmt: Format, rules: Rules) -> bool:
    """Whether results beyond the ends come round to values of the format, each to another."""
    return fmt.wraps and rules.overflow.rule.wraps


def overflow_code(fmt: Format, negative: bool, rules: Rules) -> int:
    """The code that stands for a finite result beyond the largest finite number.

    For all of them, unless they wrap around.
    """
    rule = rules.overflow.rule
    if not (fmt.never_overflows or rule.saturates or rules.rounding.rule.stays_finite(negative)):
        if fmt.has_infinity and rule.makes_infinity:
            return _infinity_code(fmt, negative)
        if fmt.has_nan:
            return _canonical_nan(fmt, negative)
    return fmt.code_at(fmt.last_place(negative), negative)


def _overflow(fmt: Format, negative: bool, place: int, rules: Rules) -> Rounded:
    if wraps_around(fmt, rules):
        code = fmt.code_at(place, negative)
    else:
        code = overflow_code(fmt, negative, rules)
    return Rounded(code, _INEXACT if fmt.never_overflows else Flags.OVERFLOW | Flags.INEXACT)


def _below_zero(fmt: Format, bracket: Bracket, rules: Rules) -> Rounded:
    """The negative of a magnitude in an unsigned format: what rounds to zero is one."""
    if not (fmt.has_zero and fmt.rounds_to_zero):
        return Rounded(_below_all(fmt, rules), Flags.INVALID)
    below, odd, rest, whole = bracket
    place = below + (bool(rest) and goes_up(rules, True, odd, rest, whole))
    flushed = rules.flush and fmt.has_subnormals and below < fmt.min_normal_place
    if flushed and place >= fmt.min_normal_place:
        flushed = _is_tiny(fmt, True, bracket, rules)
    if flushed or place < fmt.smallest_place:
        return Rounded(fmt.code_at(0), Flags.INEXACT | Flags.UNDERFLOW)
    if wraps_around(fmt, rules):
        return Rounded(fmt.code_at(place, negative=True), Flags.INVALID)
    return Rounded(_below_all(fmt, rules), Flags.INVALID)


def _infinity(fmt: Format, negative: bool, rules: Rules) -> Rounded:
    """An infinite operand; where the format or the rule has no infinity it is invalid."""
    if negative and not fmt.signed:
        return Rounded(_below_all(fmt, rules), Flags.INVALID)
    rule = rules.overflow.rule
    if fmt.has_infinity and (rule.keeps_infinity or not rule.saturates):
        return Rounded(_infinity_code(fmt, negative), Flags.NONE)
    if fmt.has_nan and not rule.saturates:
        return Rounded(_canonical_nan(fmt, negative), Flags.INVALID)
    return Rounded(fmt.code_at(fmt.last_place(negative), negative), Flags.INVALID)


def _infinity_code(fmt: Format, negative: bool) -> int:
    """The infinity of a sign, which stands one beyond the last finite value of that sign."""
    return fmt.code_at(fmt.last_place(negative) + 1, negative)


def _below_all(fmt: Format, rules: Rules) -> int:
    """What stands for a negative number in an unsigned format: its NaN, or zero by saturation."""
    if rules.overflow.rule.saturates and fmt.has_zero:
        return fmt.code_at(0)
    return _canonical_nan(fmt, negative=True)


def _canonical_nan(fmt: Format, negative: bool) -> int:
    """The quiet NaN with no payload, or what stands in for it in a format without NaN.

    The stand-in is the largest positive number, as in CUDA's conversions to FP6 and FP4; in an
    unsigned format without NaN it is the least value, for negative numbers and zero.
    """
    code = fmt.code_of_nan(NaN(negative))
    if code is None:
        return fmt.largest_code if fmt.signed else fmt.code_at(0)
    return code


def _nan(fmt: Format, nan: NaN, rules: Rules) -> Rounded:
    """A NaN operand: leading payload bits kept, signalling ones made quiet (IEEE 754-2019, 6.2),
    or the one that the rule has for all. A typed one is no operand."""
    converted, rule = nan.payload_width is not None, rules.nans.rule
    flags = Flags.INVALID if converted and not nan.quiet else Flags.NONE
    if nan == INVALID or (converted and rule.picks is None):
        nan = rule.default(fmt.width)
    code = fmt.code_of_nan(nan)
    return Rounded(fmt.nan_stand_in, Flags.INVALID) if code is None else Rounded(code, flags)
