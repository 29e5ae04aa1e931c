"""When a result is tiny, a record each (IEEE 754-2019, 7.5, which leaves it to the machine)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Self

from fpviz.core.phrase import Phrase, phrase


@dataclass(frozen=True, kw_only=True, eq=False)
class TininessRule:
    """What is held against the smallest normal number, and what the rule is called.

    ``looks_before``: the exact result; else what it is rounded to with the full precision, as if
    exponents had no end. ``key`` is the name on the command line and in files; in sentences it is
    ``name``, to choose from ``label``, with ``tip`` beside it.
    """

    key: str
    looks_before: bool
    name: Phrase
    label: Phrase
    tip: Phrase


class Tininess(Enum):
    """Whether a result below the smallest normal number is looked for after or before rounding."""

    _value_: str
    rule: TininessRule

    def __new__(cls, rule: TininessRule) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    AFTER = TininessRule(
        key="after",
        looks_before=False,
        name=phrase("tiny after rounding"),
        label=phrase("after rounding"),
        tip=phrase("As x86 and RISC-V: what full precision rounds up to a normal number is none"),
    )
    BEFORE = TininessRule(
        key="before",
        looks_before=True,
        name=phrase("tiny before rounding"),
        label=phrase("before rounding"),
        tip=phrase("As Arm: the exact result lies below the smallest normal number"),
    )
