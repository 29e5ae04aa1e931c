"""Why a rounding rule chooses as it does, and what becomes of what has no digits, in words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction

from fpviz.core.arithmetic.rounding import Rules, goes_up
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Infinity, NaN, Number
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import scientific, value_brief


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


NOTHING = phrase("Nothing lies beyond the cut: no rule has anything to round.")
"""True also of what then overflows or is flushed."""

_LESS = phrase("Less than half of the last place lies beyond the cut: the last place stays.")
_MORE = phrase("More than half of the last place lies beyond the cut: the last place grows by 1.")


def reason(rules: Rules, negative: bool, odd: bool, share: Fraction) -> Phrase:
    """Why the last place stays or goes up with ``share`` of it beyond the cut."""
    match beyond(share):
        case Beyond.NOTHING:
            return NOTHING
        case Beyond.LESS if rules.rounding.rule.is_nearest:
            return _LESS
        case Beyond.MORE if rules.rounding.rule.is_nearest:
            return _MORE
        case Beyond.LESS | Beyond.HALF | Beyond.MORE:
            return _by_rule(rules, negative, odd, share)


def _by_rule(rules: Rules, negative: bool, odd: bool, share: Fraction) -> Phrase:
    """What the rule itself says of a share that is not decided by being nearer."""
    rule = rules.rounding.rule
    up = goes_up(rules, negative, odd, *share.as_integer_ratio())
    why = rule.grows if up else rule.stays
    return phrase(why, **_shares(rules, share, up)) if rule.draws else phrase(why)


def _shares(rules: Rules, share: Fraction, up: bool) -> dict[str, str]:
    """What lies beyond the cut and what was drawn, with digits enough to see what they make."""
    draw = Fraction(rules.random_bits, 1 << rules.random_width)
    shown = _shown(share, draw, up)
    return {"share": shown[0], "draw": shown[1]}


_MOST_DIGITS = 60
"""A share for which more would be needed is told by what it lacks of 1."""


def _shown(share: Fraction, draw: Fraction, up: bool) -> tuple[str, str]:
    """Both with digits enough that whoever adds them sees whether they make 1."""
    for digits in range(6, _MOST_DIGITS, 3):
        texts = scientific(share, digits), scientific(draw, digits)
        if (sum(map(Fraction, texts)) >= 1) == up:
            return texts
    return f"1 - {scientific(1 - share, 6)}", scientific(draw, 12)


# -- what has no digits ----------------------------------------------------------------------------

_KEPT = phrase("An infinity stays an infinity, with its sign.")
_INFINITE = phrase("The number is an infinity.")
_ZERO = phrase("Zero has no digits to round; it keeps its sign.")
_LOST_ZERO = phrase("Zero has no digits to round.")
_NO_NUMBER = phrase("The source is not a number.")
_SIGNALLING = phrase("It is signalling: the operation is invalid and makes it quiet.")


def unrounded(number: Number, fmt: Format, code: int, rules: Rules) -> Iterator[Phrase]:
    """Why ``code`` stands for a zero, an infinity or a NaN in a format."""
    delivered = decode(fmt, code).number
    match number:
        case Infinity():
            yield _KEPT if isinstance(delivered, Infinity) else _INFINITE
        case NaN():
            kept = rules.nans.rule.picks is not None or number.payload_width is None
            yield no_number(fmt, code, kept=kept) if isinstance(delivered, NaN) else _NO_NUMBER
            if number.payload_width is not None and not number.quiet:
                yield _SIGNALLING
        case _:
            lost = lost_zero(fmt, number.negative)
            yield from (_LOST_ZERO, *lost) if lost else (_ZERO,)
            return
    yield from replacement(fmt, code, number)


def reserved(fmt: Format, code: int) -> Phrase | None:
    """What is said where a code that no operation accepts stands for a NaN."""
    if fmt.number_class(code) is not NumberClass.INVALID:
        return None
    return phrase(
        "{format} has no NaN: {code}, which no operation accepts, stands for it.",
        format=fmt.name,
        code=fmt.code_text(code),
    )


def no_number(fmt: Format, code: int, *, kept: bool = True) -> Phrase:
    """What is said of a NaN for which ``code`` stands, which is none of a number."""
    if not kept:
        all_alike = phrase("A NaN stays a NaN: {code}, for every one.", code=fmt.code_text(code))
        return reserved(fmt, code) or all_alike
    return reserved(fmt, code) or phrase(
        "A NaN stays a NaN, with as much of its payload as {format} holds.", format=fmt.name
    )


def becomes_zero(fmt: Format) -> Phrase:
    """What is said of a negative number that is so small that it is none without a sign."""
    return phrase("{format} has no sign: the number becomes a zero.", format=fmt.name)


def no_valid_code(name: str) -> Phrase:
    """What is said of an operand that no operation accepts."""
    return phrase("{name} is no valid code: the operation is invalid.", name=name)


def replacement(fmt: Format, code: int, exact: Number) -> list[Phrase]:
    """What is said where ``code`` is no infinity or NaN, as ``exact`` is."""
    standing = decode(fmt, code)
    if type(standing.number) is type(exact):
        return []
    return [
        phrase(
            "{format} has no such result under these rules: {value} stands for it, and the "
            "operation is invalid.",
            format=fmt.name,
            value=value_brief(standing),
        )
    ]


def lost_zero(fmt: Format, negative: bool) -> list[Phrase]:
    """What is said where a zero goes into a format that has none, or only +0."""
    if not fmt.has_zero:
        return [phrase("{format} has no zero: the operation is invalid.", format=fmt.name)]
    if negative and not fmt.has_negative_zero:
        return [phrase("{format} has no -0: the zero loses its sign.", format=fmt.name)]
    return []
