"""Why a rounding rule chooses as it does, in words."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from fpviz.core.phrase import Phrase, phrase
from fpviz.core.rounding import Rounding, Rules
from fpviz.core.text import scientific


class Beyond(Enum):
    """How much lies beyond the last place kept, against half of that place."""

    NOTHING = "nothing"
    LESS = "less"
    HALF = "half"
    MORE = "more"


def beyond(share: Fraction) -> Beyond:
    """What ``share`` of an ulp, from 0 to less than 1, is against half an ulp."""
    if not share:
        return Beyond.NOTHING
    if 2 * share == 1:
        return Beyond.HALF
    return Beyond.MORE if 2 * share > 1 else Beyond.LESS


EXACT = phrase("Nothing lies beyond the cut: the result is exact under every rule.")

_NEAREST = {
    Beyond.LESS: phrase(
        "Less than half of the last place lies beyond the cut: the last place stays."
    ),
    Beyond.MORE: phrase(
        "More than half of the last place lies beyond the cut: the last place grows by 1."
    ),
}
_EVEN = phrase("Exactly half, a tie: the last digit is 0, even already, and stays.")
_ODD = phrase("Exactly half, a tie: the last digit is 1, odd, and grows by 1 to become even.")
_AWAY = phrase("Exactly half, a tie: this rule goes away from zero: the last place grows by 1.")
_CUT = phrase("Toward zero: whatever lies beyond the cut is dropped.")
_DIRECTED = {
    (Rounding.UPWARD, False): phrase(
        "Upward, and the number is positive: the last place grows by 1."
    ),
    (Rounding.UPWARD, True): phrase("Upward, and the number is negative: the rest is dropped."),
    (Rounding.DOWNWARD, False): phrase(
        "Downward, and the number is positive: the rest is dropped."
    ),
    (Rounding.DOWNWARD, True): phrase(
        "Downward, and the number is negative: the last place grows by 1."
    ),
}
_TO_ODD = {
    False: phrase("To odd: the last digit is 0 and something was lost, so it becomes 1."),
    True: phrase("To odd: the last digit is 1 already and stays."),
}


def reason(rules: Rules, negative: bool, odd: bool, share: Fraction) -> Phrase:
    """Why the last place stays or goes up with ``share`` of it beyond the cut."""
    amount = beyond(share)
    if amount is Beyond.NOTHING:
        return EXACT
    match rules.rounding:
        case Rounding.TIES_TO_EVEN:
            return (_ODD if odd else _EVEN) if amount is Beyond.HALF else _NEAREST[amount]
        case Rounding.TIES_AWAY:
            return _AWAY if amount is Beyond.HALF else _NEAREST[amount]
        case Rounding.TOWARD_ZERO:
            return _CUT
        case Rounding.TO_ODD:
            return _TO_ODD[odd]
        case Rounding.STOCHASTIC:
            return _stochastic(rules, share)
        case directed:
            return _DIRECTED[directed, negative]


def _stochastic(rules: Rules, share: Fraction) -> Phrase:
    draw = Fraction(rules.random_bits, 1 << rules.random_width)
    values = {"share": scientific(share, 6), "draw": scientific(draw, 6)}
    if share + draw >= 1:
        return phrase(
            "{share} of the last place lies beyond the cut; with {draw} drawn at random that "
            "makes 1 or more: the last place grows by 1.",
            **values,
        )
    return phrase(
        "{share} of the last place lies beyond the cut; with {draw} drawn at random that makes "
        "less than 1: the last place stays.",
        **values,
    )
