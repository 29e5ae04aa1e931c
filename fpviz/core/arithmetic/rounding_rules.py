"""The rounding rules: each is one record here, and nothing else knows it by name.

A rule is what it *adds* to the rest beyond the last place before all that makes no whole ulp is
cut off: nothing toward zero, half an ulp to nearest with ties away, and so on. That is one
expression, of integers or of arrays of them alike. Whether a number goes up, where on the real
line that changes, what stands for an overflow, and which rules are those to nearest follow from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import product
from typing import Any, Self

from fpviz.core.phrase import Complaint, Phrase, phrase, quoted, template, verbatim

Adds = Callable[[Any, Any, Any, Any], Any]
"""(full, odd, negative, draw) → what is added to a rest, in units of which an ulp has ``full + 1``.

``odd`` is the last digit that is kept, ``negative`` the sign, 0 or 1 both; ``draw``, from 0 to
``full``, is drawn at random. All are integers, or arrays of unsigned ones, which wrap around.
"""

_EITHER = (False, True)
_CASES = tuple(product(_EITHER, _EITHER))
"""(negative, odd): all that a rule looks at beside the rest."""

_BEYOND_HALF, _NEVER = 3, 4


@dataclass(frozen=True, kw_only=True, eq=False)
class RoundingRule:
    """What a rule does, and what it is called and said to do.

    ``key`` is the name on the command line and in files, which never changes; ``aliases`` are
    others, in lower case, with blanks between. In sentences it is ``name``; to choose from,
    ``label``, or ``short_label`` where room is scarce, with ``tip`` beside it.

    ``stays`` and ``grows`` say why the last place does so, where the rule decides: in a tie, if it
    is a rule to nearest, else wherever anything lies beyond the cut; those of a rule that draws
    tell ``{share}`` and ``{draw}``. ``back`` says why it takes a sum back to the number that was
    added to, and ``swamped`` the same of an update in a few words; ``tie``, of a rule to nearest,
    which of two neighbours a sum half-way between them becomes.
    """

    key: str
    adds: Adds
    name: Phrase
    label: Phrase
    tip: Phrase
    short_label: Phrase | None = None
    aliases: str = ""
    stays: str = ""
    grows: str = ""
    back: str = ""
    swamped: str = ""
    tie: str = ""
    draws: bool = False
    """Whether random bits have a say."""
    makes_negative_zero: bool = False
    """Whether an exact sum of zero is -0 (IEEE 754-2019, 6.3)."""

    def quarters(self, negative: bool, odd: bool) -> int:
        """From how many quarters of an ulp on a number goes up, or may, with luck.

        1 is any rest at all, 2 half an ulp, 3 more than that, 4 none.
        """
        return 4 - int(self.adds(3, odd, negative, 3))

    @cached_property
    def is_nearest(self) -> bool:
        """Whether only a tie is a question."""
        return all(2 <= self.quarters(*case) <= _BEYOND_HALF for case in _CASES)

    @cached_property
    def is_truncation(self) -> bool:
        """Whether no number goes up."""
        return all(self.quarters(*case) == _NEVER for case in _CASES)

    @cached_property
    def minds_parity(self) -> bool:
        """Whether the last digit that is kept has a say."""
        return any(self.quarters(sign, False) != self.quarters(sign, True) for sign in _EITHER)

    @cached_property
    def minds_sign(self) -> bool:
        """Whether the sign has a say."""
        return any(self.quarters(False, odd) != self.quarters(True, odd) for odd in _EITHER)

    def is_directed(self, odd_alone: bool) -> bool:
        """Whether each sign goes one way, however little lies beyond the cut.

        ``odd_alone`` asks that of odd significands only.
        """
        ways = ({self.quarters(sign, odd) for odd in {True, odd_alone}} for sign in _EITHER)
        return all(way in ({1}, {_NEVER}) for way in ways)

    def stays_finite(self, negative: bool) -> bool:
        """Whether an overflow in this direction delivers the largest number (IEEE 754-2019, 7.4).

        That is where the rule never leads on from it: its significand is odd, all ones.
        """
        return self.quarters(negative, True) == _NEVER


class Rounding(Enum):
    """Which of the two neighbours of an unrepresentable number is chosen."""

    _value_: str
    rule: RoundingRule

    def __new__(cls, rule: RoundingRule) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    TIES_TO_EVEN = RoundingRule(
        key="ties-to-even",
        aliases="rne rn rte roundtiestoeven fe_tonearest",
        adds=lambda full, odd, _negative, _draw: (full + odd) >> 1,
        name=phrase("ties-to-even"),
        label=phrase("nearest, ties to even"),
        tip=verbatim("roundTiesToEven"),
        stays=template("Exactly half, a tie: the last digit is 0, even already, and stays."),
        grows=template(
            "Exactly half, a tie: the last digit is 1, odd, and grows by 1 to become even."
        ),
        back=template("Exactly half, a tie, and the {augend} is even:"),
        tie=template(
            "The sum lies half-way between {floor} and {ceiling}, a tie: "
            "{format} takes {result}, the even one."
        ),
    )
    TIES_AWAY = RoundingRule(
        key="ties-away",
        aliases="rna rmm roundtiestoaway fe_tonearestfromzero",
        adds=lambda full, _odd, _negative, _draw: (full + 1) >> 1,
        name=phrase("ties-away"),
        label=phrase("nearest, ties away from zero"),
        short_label=phrase("nearest, ties away"),
        tip=verbatim("roundTiesToAway"),
        grows=template(
            "Exactly half, a tie: this rule goes away from zero: the last place grows by 1."
        ),
        back=template("Exactly half, a tie, and the {augend} lies farther from zero:"),
        tie=template(
            "The sum lies half-way between {floor} and {ceiling}, a tie: "
            "{format} takes {result}, the one farther from zero."
        ),
    )
    TIES_UPWARD = RoundingRule(
        key="ties-upward",
        aliases="rnu rhu round-half-up sc_rnd ap_rnd",
        adds=lambda full, _odd, negative, _draw: (full + 1 - negative) >> 1,
        name=phrase("ties-upward"),
        label=phrase("nearest, ties upward"),
        tip=phrase("Half an ulp is added, the rest cut off: ties go toward +∞"),
        stays=template(
            "Exactly half, a tie: this rule goes upward, and the number is negative: the last "
            "place stays."
        ),
        grows=template(
            "Exactly half, a tie: this rule goes upward, and the number is positive: the last "
            "place grows by 1."
        ),
        back=template("Exactly half, a tie, and the {augend} lies higher:"),
        tie=template(
            "The sum lies half-way between {floor} and {ceiling}, a tie: "
            "{format} takes {result}, the higher one."
        ),
    )
    TOWARD_ZERO = RoundingRule(
        key="toward-zero",
        aliases="rtz rz roundtowardzero fe_towardzero",
        adds=lambda _full, _odd, _negative, _draw: 0,
        name=phrase("toward-zero"),
        label=phrase("toward zero"),
        tip=verbatim("roundTowardZero"),
        stays=template("Toward zero: whatever lies beyond the cut is dropped."),
        back=template("Rounding toward zero:"),
        swamped=template("update below an ulp, cut off toward zero"),
    )
    UPWARD = RoundingRule(
        key="upward",
        aliases="rup ru rtp roundtowardpositive fe_upward",
        adds=lambda full, _odd, negative, _draw: full & (negative - 1),
        name=phrase("upward"),
        label=phrase("upward"),
        tip=verbatim("roundTowardPositive"),
        stays=template("Upward, and the number is negative: the rest is dropped."),
        grows=template("Upward, and the number is positive: the last place grows by 1."),
        back=template("Rounding upward:"),
        swamped=template("update below an ulp, rounded back upward"),
    )
    DOWNWARD = RoundingRule(
        key="downward",
        aliases="rdn rd rtn roundtowardnegative fe_downward",
        adds=lambda full, _odd, negative, _draw: full & -negative,
        name=phrase("downward"),
        label=phrase("downward"),
        tip=verbatim("roundTowardNegative"),
        stays=template("Downward, and the number is positive: the rest is dropped."),
        grows=template("Downward, and the number is negative: the last place grows by 1."),
        back=template("Rounding downward:"),
        swamped=template("update below an ulp, rounded back downward"),
        makes_negative_zero=True,
    )
    TO_ODD = RoundingRule(
        key="to-odd",
        aliases="rto round_to_odd",
        adds=lambda full, odd, _negative, _draw: full & (odd - 1),
        name=phrase("to-odd"),
        label=phrase("to odd"),
        tip=phrase("Inexact results take the neighbour with an odd significand"),
        stays=template("To odd: the last digit is 1 already and stays."),
        grows=template("To odd: the last digit is 0 and something was lost, so it becomes 1."),
        back=template("Rounding to odd keeps the neighbour whose last bit is 1:"),
        swamped=template("update below an ulp, rounded back to odd"),
    )
    STOCHASTIC = RoundingRule(
        key="stochastic",
        aliases="sr rs",
        adds=lambda _full, _odd, _negative, draw: draw,
        name=phrase("stochastic"),
        label=phrase("stochastic"),
        tip=phrase("Up with a probability equal to the fraction of an ulp"),
        stays=template(
            "{share} of the last place lies beyond the cut; with {draw} drawn at random that makes "
            "less than 1: the last place stays."
        ),
        grows=template(
            "{share} of the last place lies beyond the cut; with {draw} drawn at random that "
            "makes 1 or more: the last place grows by 1."
        ),
        draws=True,
    )


_NAMED = {
    name: rounding
    for rounding in Rounding
    for name in (rounding.rule.key, *rounding.rule.aliases.split())
}


def find_rounding(name: str) -> Rounding:
    """The rule of that name, or alias, in whatever case.

    >>> find_rounding("RTZ").value, find_rounding("FE_UPWARD").value
    ('toward-zero', 'upward')

    Raises Complaint.
    """
    found = _NAMED.get(name.strip().lower())
    if found is None:
        raise Complaint(
            phrase(
                "{text} is not one of {accepted}, or a name such as RNE or FE_UPWARD",
                text=quoted(name),
                accepted=", ".join(rounding.value for rounding in Rounding),
            )
        )
    return found
