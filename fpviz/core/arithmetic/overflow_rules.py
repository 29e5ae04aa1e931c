"""The overflow rules, a record each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Self

from fpviz.core.phrase import Phrase, phrase, verbatim


@dataclass(frozen=True, kw_only=True, eq=False)
class OverflowRule:
    """What stands for results that are too large, and what the rule is called.

    ``saturates``: the largest number, for infinite operands too, but where ``keeps_infinity`` says
    otherwise and the format has one; else an infinite operand stays one. ``makes_infinity``: a
    finite result becomes an infinity. Where neither holds, and where the format has no infinity,
    its NaN stands for them, or, without that either, the largest number. ``wraps``: before all
    that, a format whose values can go round goes round.

    ``key`` is the name on the command line and in files, where ``aliases`` are read, too; in
    sentences it is ``name``, to choose from ``label``, with ``tip`` beside it.
    """

    key: str
    aliases: tuple[str, ...] = ()
    saturates: bool = False
    keeps_infinity: bool = False
    makes_infinity: bool = False
    wraps: bool = False
    name: Phrase
    label: Phrase
    tip: Phrase


class Overflow(Enum):
    """What stands for a result beyond the largest finite number.

    Whatever the rule, directions that lead back toward zero deliver the largest number
    (IEEE 754-2019, 7.4).
    """

    _value_: str
    rule: OverflowRule

    def __new__(cls, rule: OverflowRule) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    IEEE = OverflowRule(
        key="ieee",
        aliases=("satnone",),  # P3109's names for three of the rules
        makes_infinity=True,
        name=phrase("ieee"),
        label=verbatim("IEEE"),
        tip=phrase("To infinity; to NaN in a format without infinity"),
    )
    SATURATE = OverflowRule(  # OFP8 1.0, SATFINITE
        key="saturate",
        aliases=("satfinite",),
        saturates=True,
        name=phrase("saturate"),
        label=phrase("saturate"),
        tip=phrase("To the largest finite number"),
    )
    PROPAGATE = OverflowRule(  # IEEE P3109, SatPropagate
        key="propagate",
        aliases=("satpropagate",),
        saturates=True,
        keeps_infinity=True,
        name=phrase("propagate"),
        label=phrase("propagate"),
        tip=phrase("To the largest finite number; infinite operands stay infinite"),
    )
    NAN = OverflowRule(
        key="nan",
        name=phrase("nan"),
        label=verbatim("NaN"),
        tip=phrase("To NaN, in a format that has one"),
    )
    WRAP = OverflowRule(
        key="wrap",
        makes_infinity=True,
        wraps=True,
        name=phrase("wrap"),
        label=phrase("wrap around"),
        tip=phrase("In fixed point around to the other end; as IEEE in all other formats"),
    )
