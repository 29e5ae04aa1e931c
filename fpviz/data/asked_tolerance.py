"""A tolerance as it is typed, before it is known of which format the codes are."""

from __future__ import annotations

from dataclasses import dataclass

from fpviz.core.formats import Format
from fpviz.core.phrase import Complaint, phrase, quoted
from fpviz.data.close_rules import RULES, find_rule, tolerance_of
from fpviz.data.tolerance import Tolerance, Ulps

ULPS = "ulps"
RULE_NAMES = (ULPS, *(rule.name for rule in RULES))
"""What a tolerance may go by: ulps, or a function of numpy or torch."""

_LONGEST_COUNT = 18


@dataclass(frozen=True, slots=True)
class AskedTolerance:
    """A rule by its name, and its numbers as typed: of ulps how many, of a function its rtol and
    its atol; an empty one is the rule's own."""

    rule: str = ULPS
    first: str = ""
    second: str = ""

    def of(self, fmt: Format) -> Tolerance:
        """What is near enough in a format. Raises Complaint."""
        if self.rule == ULPS:
            return Ulps(_count(self.first))
        rtol, atol = (tolerance_of(x) if x.strip() else None for x in (self.first, self.second))
        return find_rule(self.rule).tolerance(fmt, rtol, atol)

    @property
    def text(self) -> str:
        """In one line, as ``asked_tolerance`` reads it: ``ulps 2``, ``numpy 1e-5 -``."""
        numbers = [each.strip() or "-" for each in (self.first, self.second)]
        return " ".join((self.rule, *numbers)).rstrip(" -")


def asked_tolerance(text: str) -> AskedTolerance:
    """What a line says. Raises Complaint.

    >>> asked_tolerance("numpy - 1e-8")
    AskedTolerance(rule='numpy', first='', second='1e-8')
    """
    rule, *numbers = text.split() or [ULPS]
    if rule not in RULE_NAMES or len(numbers) > (1 if rule == ULPS else 2):
        names = ", ".join(RULE_NAMES)
        raise Complaint(
            phrase(
                "{text} is no tolerance; type a rule, one of {names}, and its numbers",
                text=quoted(text),
                names=names,
            )
        )
    asked = AskedTolerance(rule, *("" if each == "-" else each for each in numbers))
    for each in (asked.first, asked.second):
        if each and rule != ULPS:
            tolerance_of(each)
    if rule == ULPS:
        _count(asked.first)
    return asked


def _count(text: str) -> int:
    digits = text.strip() or "0"
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_COUNT):
        raise Complaint(phrase("{text} is no number of ulps; type 0 or more", text=quoted(text)))
    return int(digits)
