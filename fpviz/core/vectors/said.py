"""What is said of a wrong result in a table."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.core.arithmetic.rounding import flags_raised
from fpviz.core.phrase import Phrase, listed, phrase
from fpviz.core.vectors.checking import Checked, Wrong
from fpviz.core.vectors.hypotheses import Hypothesis
from fpviz.core.vectors.vector import GOT

_MOST_TOLD = 3
"""Hypotheses that are told of a line."""


def bits_text(bits: int) -> str:
    """The places of bits that are set, as hardware numbers them, the highest first.

    >>> bits_text(0x80000013), bits_text(0)
    ('31, 4, 1:0', '')
    """
    runs = []
    while bits:
        high = bits.bit_length() - 1
        ones = f"{bits:b}"
        low = high + 1 - (len(ones) - len(ones.lstrip("1")))
        runs.append(str(high) if low == high else f"{high}:{low}")
        bits &= (1 << low) - 1
    return ", ".join(runs)


def explanation(checked: Checked, wrong: Wrong) -> Phrase:
    """Under what a wrong result is right, and what is to be said of its flags."""
    flags, right = wrong.given.flags, checked.right.flags
    said = _under(wrong)
    if flags is not None and flags != right:
        said = phrase(
            "{said} (flags {given}; right: {right})",
            said=said,
            given=flags_raised(flags),
            right=flags_raised(right),
        )
    if wrong.given.name == GOT and len(checked.vector.given) > 1:
        return phrase("got: {said}", said=said)
    return said


def _under(wrong: Wrong) -> Phrase:
    if wrong.right_under:
        return _named(wrong.right_under)
    if wrong.right_under_but_flags:
        return phrase("{names}, but for the flags", names=_named(wrong.right_under_but_flags))
    return phrase("nothing tried")


def _named(found: Sequence[Hypothesis]) -> Phrase:
    names = listed(*(each.name for each in found[:_MOST_TOLD]))
    more = len(found) - _MOST_TOLD
    return phrase("{names}, and {count} more", names=names, count=str(more)) if more > 0 else names
