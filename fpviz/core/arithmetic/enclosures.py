"""Irrational results, and how they are rounded: enclosed ever more narrowly, until that decides.

All borders at which rounding changes are fractions. What no fraction is stands on none of them, so
an enclosure that is narrow enough holds none: all that lies in it becomes the same code and raises
the same flags, whatever the rule and the format (A. Ziv, "Fast evaluation of elementary
mathematical functions with correctly rounded last bit", 1991). That is found out at its two ends,
each taken a trifle inward, since the number is neither of them. So an end may be a border: of
``exp(2**-16000)`` it is enough to know that it lies above 1 and not far from it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, Protocol

from fpviz.core.arithmetic.rounding import (
    Flags,
    Rounded,
    Rules,
    delivered,
    overflow_code,
    within_reach,
    wraps_around,
)
from fpviz.core.formats import Format
from fpviz.core.formats.places import Bracket, Magnitude


class Enclosure(NamedTuple):
    """Two positive numbers, between which a magnitude lies and equals neither."""

    lower: Magnitude
    upper: Magnitude

    @property
    def within(self) -> Fraction:
        """A number between the two whose digits never end, as those of the magnitude."""
        return (2 * self.lower.value + self.upper.value) / 3


class Irrational(Protocol):
    """A real number that is no fraction: its sign, and its magnitude as narrowly as needed."""

    @property
    def negative(self) -> bool:
        """Whether it is less than zero."""

    def enclosed(self, bits: int) -> Enclosure:
        """Its magnitude to a relative width of about ``2**-bits``, for ``bits`` from 1 on.

        It may be wider where the number is beyond the reach of all formats.
        """


LONGEST = 1 << 16
"""The exponent beyond which a number that goes round is not computed to its last digit."""

_MORE_BITS = 8
"""Bits beyond the width of a format, with which one look is nearly always enough."""


def encode_enclosed(fmt: Format, number: Irrational, rules: Rules = Rules()) -> Rounded:
    """An irrational number rounded once into ``fmt``; always inexact.

    Where results go round (fixed point under that rule), one beyond ``2**LONGEST`` has too many
    digits: it becomes what an overflow becomes without that rule.
    """
    negative, wraps = number.negative, wraps_around(fmt, rules)
    bits = fmt.width + _MORE_BITS
    while True:
        enclosure = number.enclosed(bits)
        if wraps and enclosure.lower.leading() > LONGEST:
            return Rounded(overflow_code(fmt, negative, rules), Flags.OVERFLOW | Flags.INEXACT)
        below, above = _inward(fmt, negative, enclosure, rules)
        found = delivered(fmt, negative, below, rules)
        beside = not wraps or above.place - below.place <= 1  # the same code comes again
        if beside and found == delivered(fmt, negative, above, rules):
            return found
        bits *= 2


def _inward(
    fmt: Format, negative: bool, enclosure: Enclosure, rules: Rules
) -> tuple[Bracket, Bracket]:
    """Where the numbers just above the lower and just below the upper end stand.

    Nearer to the ends than any border is that is not at one: borders are multiples of the share of
    an ulp that is drawn at random, in an ulp or in one of the steps below the normal numbers.
    """
    finer = fmt.steps_below_normal << rules.random_width + 2
    low, high = (
        fmt.bracket(within_reach(fmt, end, rules), negative and fmt.signed) for end in enclosure
    )
    low = low._replace(rest=low.rest * finer + 1, whole=low.whole * finer)
    if high.rest:
        return low, high._replace(rest=high.rest * finer - 1, whole=high.whole * finer)
    place = high.place - 1
    odd = place >= 0 and fmt.is_odd(place, negative)
    return low, Bracket(place, int(odd), finer - 1, finer)
