"""What the rules, the classes and the flags are called in sentences.

The command line and files have words of their own for them, which never change: their values.
"""

from __future__ import annotations

from collections.abc import Mapping

from fpviz.core.decoding import NumberClass
from fpviz.core.phrase import Phrase, listed, phrase
from fpviz.core.rounding import Flags, Overflow, Rounding

ROUNDINGS: Mapping[Rounding, Phrase] = {
    Rounding.TIES_TO_EVEN: phrase("ties-to-even"),
    Rounding.TIES_AWAY: phrase("ties-away"),
    Rounding.TOWARD_ZERO: phrase("toward-zero"),
    Rounding.UPWARD: phrase("upward"),
    Rounding.DOWNWARD: phrase("downward"),
    Rounding.TO_ODD: phrase("to-odd"),
    Rounding.STOCHASTIC: phrase("stochastic"),
}

OVERFLOWS: Mapping[Overflow, Phrase] = {
    Overflow.IEEE: phrase("ieee"),
    Overflow.SATURATE: phrase("saturate"),
    Overflow.NAN: phrase("nan"),
}

CLASSES: Mapping[NumberClass, Phrase] = {
    NumberClass.ZERO: phrase("zero"),
    NumberClass.SUBNORMAL: phrase("subnormal"),
    NumberClass.NORMAL: phrase("normal"),
    NumberClass.INFINITE: phrase("infinite"),
    NumberClass.NAN: phrase("not a number"),
}

_FLAGS: Mapping[Flags, Phrase] = {
    Flags.INEXACT: phrase("inexact"),
    Flags.UNDERFLOW: phrase("underflow"),
    Flags.OVERFLOW: phrase("overflow"),
    Flags.INVALID: phrase("invalid"),
}


def flags_raised(flags: Flags) -> Phrase:
    """The flags with commas between, ``none`` where there is none.

    >>> str(flags_raised(Flags.OVERFLOW | Flags.INEXACT))
    'inexact, overflow'
    """
    raised = [name for flag, name in _FLAGS.items() if flag in flags]
    return listed(*raised) if raised else phrase("none")
