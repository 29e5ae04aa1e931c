"""The rules as text: one word or number each, the same in links, scenes and on the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.overflow_rules import Overflow
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rounding_rules import find_rounding
from fpviz.core.arithmetic.tininess_rules import Tininess
from fpviz.core.phrase import Complaint, phrase, quoted

_E = TypeVar("_E", bound=Enum)


class _Switch(Enum):
    ON = "on"
    OFF = "off"


def _one_of(kind: type[_E], text: str) -> _E:
    try:
        return kind(text.lower())
    except ValueError:
        accepted = ", ".join(str(member.value) for member in kind)
        raise Complaint(
            phrase("{text} is not one of {accepted}", text=quoted(text), accepted=accepted)
        ) from None


def read_overflow(text: str) -> Overflow:
    """The overflow rule of that name, or of that one in P3109. Raises Complaint."""
    named = (each for each in Overflow if text.lower() in each.rule.aliases)
    return next(named, None) or _one_of(Overflow, text)


def read_tininess(text: str) -> Tininess:
    """When a result is tiny. Raises Complaint."""
    return _one_of(Tininess, text)


def read_nans(text: str) -> Nans:
    """The rule of NaNs of that name, or alias. Raises Complaint."""
    named = (each for each in Nans if text.lower() in each.rule.aliases)
    return next(named, None) or _one_of(Nans, text)


def read_random_bits(text: str) -> int:
    """The bits that stochastic rounding uses, in any base of Python's. Raises Complaint."""
    try:
        bits = int(text.replace("_", ""), 0)
    except ValueError:
        bits = -1
    if not 0 <= bits < 1 << Rules().random_width:
        raise Complaint(
            phrase("{text} is not a number of 32 bits such as 0x80000000", text=quoted(text))
        )
    return bits


def _read_switch(text: str) -> bool:
    return _one_of(_Switch, text) is _Switch.ON


def _written_switch(on: bool) -> str:
    return _Switch.ON.value if on else _Switch.OFF.value


def _key(rule: Enum) -> str:
    return str(rule.value)


@dataclass(frozen=True, slots=True)
class RuleText:
    """One of the rules as text: the field of ``Rules`` that it is, and both ways.

    ``read`` raises Complaint.
    """

    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]


RULE_TEXTS: Mapping[str, RuleText] = {
    "rounding": RuleText("rounding", find_rounding, _key),
    "overflow": RuleText("overflow", read_overflow, _key),
    "flush": RuleText("flush", _read_switch, _written_switch),
    "daz": RuleText("daz", _read_switch, _written_switch),
    "tininess": RuleText("tininess", read_tininess, _key),
    "nans": RuleText("nans", read_nans, _key),
    "random-bits": RuleText("random_bits", read_random_bits, hex),
}
"""The rules by the names that they have in links and on the command line."""


def written_rules(rules: Rules) -> dict[str, str]:
    """What differs from the usual rules, by name.

    >>> written_rules(Rules(flush=True, random_bits=7))
    {'flush': 'on', 'random-bits': '0x7'}
    """
    texts = {name: text.write(getattr(rules, text.field)) for name, text in RULE_TEXTS.items()}
    usual = {name: text.write(getattr(Rules(), text.field)) for name, text in RULE_TEXTS.items()}
    return {name: text for name, text in texts.items() if text != usual[name]}


def unusual_rules(rules: Rules) -> dict[str, bool | str]:
    """DAZ, tininess and the rule of NaNs as files and reports have them: where they are unusual.

    >>> unusual_rules(Rules(flush=True, daz=True))
    {'daz': True}
    """
    said: dict[str, bool | str] = {"daz": True} if rules.daz else {}
    usual = Rules()
    if rules.tininess is not usual.tininess:
        said["tininess"] = rules.tininess.value
    if rules.nans is not usual.nans:
        said["nans"] = rules.nans.value
    return said


def read_rules(texts: Mapping[str, str]) -> Rules:
    """The usual rules but for those that ``texts`` name. Raises Complaint."""
    return replace(
        Rules(),
        **{RULE_TEXTS[name].field: RULE_TEXTS[name].read(text) for name, text in texts.items()},
    )
