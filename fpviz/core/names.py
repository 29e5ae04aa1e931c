"""What the rules, the classes and the flags are called in sentences.

The command line and files have words of their own for them, which never change: their values.
"""

from __future__ import annotations

from collections.abc import Mapping

from fpviz.core.arithmetic.rounding import Flags, Overflow, Rounding, Rules
from fpviz.core.formats.decoding import NumberClass
from fpviz.core.phrase import Complaint, Phrase, listed, phrase, quoted

ROUNDINGS: Mapping[Rounding, Phrase] = {
    Rounding.TIES_TO_EVEN: phrase("ties-to-even"),
    Rounding.TIES_AWAY: phrase("ties-away"),
    Rounding.TOWARD_ZERO: phrase("toward-zero"),
    Rounding.UPWARD: phrase("upward"),
    Rounding.DOWNWARD: phrase("downward"),
    Rounding.TO_ODD: phrase("to-odd"),
    Rounding.STOCHASTIC: phrase("stochastic"),
}

ROUNDING_ALIASES: Mapping[Rounding, str] = {
    Rounding.TIES_TO_EVEN: "rne rn rte roundtiestoeven fe_tonearest",
    Rounding.TIES_AWAY: "rna rmm roundtiestoaway fe_tonearestfromzero",
    Rounding.TOWARD_ZERO: "rtz rz roundtowardzero fe_towardzero",
    Rounding.UPWARD: "rup ru rtp roundtowardpositive fe_upward",
    Rounding.DOWNWARD: "rdn rd rtn roundtowardnegative fe_downward",
    Rounding.TO_ODD: "rto round_to_odd",
    Rounding.STOCHASTIC: "sr rs",
}
"""What else rules are called, in lower case, with blanks between: by RISC-V, CUDA and OpenCL, by
IEEE 754-2019, by C23's ``fenv.h``."""

_ROUNDINGS = {
    name: rounding
    for rounding, names in ROUNDING_ALIASES.items()
    for name in (rounding.value, *names.split())
}


def find_rounding(name: str) -> Rounding:
    """The rule of that name, or alias, in whatever case.

    >>> find_rounding("RTZ").value, find_rounding("FE_UPWARD").value
    ('toward-zero', 'upward')

    Raises Complaint.
    """
    found = _ROUNDINGS.get(name.strip().lower())
    if found is None:
        raise Complaint(
            phrase(
                "{text} is not one of {accepted}, or a name such as RNE or FE_UPWARD",
                text=quoted(name),
                accepted=", ".join(rounding.value for rounding in Rounding),
            )
        )
    return found


def rounding_drawn(rules: Rules) -> Phrase:
    """The rule of rounding; of the stochastic one, with what was drawn."""
    rounding = ROUNDINGS[rules.rounding]
    if rules.rounding is not Rounding.STOCHASTIC:
        return rounding
    return phrase(
        "{rounding} with random bits {bits} of {width}",
        rounding=rounding,
        bits=f"{rules.random_bits:#x}",
        width=str(rules.random_width),
    )


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
