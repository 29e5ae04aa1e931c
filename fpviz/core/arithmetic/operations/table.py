"""The operations: each is one record here, and nothing else knows it by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Self

from fpviz.core.arithmetic.operations.exact import Outcome, negated
from fpviz.core.arithmetic.operations.sums import exact_product, exact_sum
from fpviz.core.phrase import Complaint, Phrase, phrase, quoted, verbatim

Exactly = Callable[..., Outcome]
"""(rules, a, b, …) → what comes of the operands a, b, … before it is rounded."""


@dataclass(frozen=True, kw_only=True, eq=False)
class OperationRule:
    """What an operation makes of its operands, and what it is called.

    ``key`` is the name on the command line and in files, which never changes. ``written`` is how
    it is written, with a place for each operand; in headings it is ``name``, to choose from
    ``label``, its letters for operands included.
    """

    key: str
    written: str
    name: Phrase
    label: Phrase
    exact: Exactly

    @property
    def arity(self) -> int:
        """How many operands it takes."""
        return self.written.count("{}")


class Operation(Enum):
    """An operation on codes; its value is what the command line calls it."""

    _value_: str
    rule: OperationRule

    def __new__(cls, rule: OperationRule) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    @property
    def arity(self) -> int:
        """How many operands it takes."""
        return self.rule.arity

    ADD = OperationRule(
        key="add",
        written="{} + {}",
        name=phrase("add"),
        label=verbatim("a + b"),
        exact=lambda rules, a, b: exact_sum(a, b, rules.rounding),
    )
    SUBTRACT = OperationRule(
        key="subtract",
        written="{} - {}",
        name=phrase("subtract"),
        label=verbatim("a − b"),
        exact=lambda rules, a, b: exact_sum(a, negated(b), rules.rounding),
    )
    MULTIPLY = OperationRule(
        key="multiply",
        written="{} × {}",
        name=phrase("multiply"),
        label=verbatim("a × b"),
        exact=lambda _rules, a, b: exact_product(a, b),
    )
    FMA = OperationRule(
        key="fma",
        written="{} × {} + {}",
        name=phrase("fma"),
        label=phrase("a × b + c (fused)"),
        exact=lambda rules, a, b, c: exact_sum(exact_product(a, b), c, rules.rounding),
    )


_NAMED = {each.rule.key: each for each in Operation}


def find_operation(name: str) -> Operation:
    """The operation of that name. Raises Complaint."""
    if name not in _NAMED:
        raise Complaint(
            phrase(
                "{text} is not one of {accepted}",
                text=quoted(name),
                accepted=", ".join([*_NAMED, CONVERT]),
            )
        )
    return _NAMED[name]


CONVERT = "convert"
"""What is worked out like an operation and is none: rounding a value into a format."""

OPERANDS = {CONVERT: 1, **{each.value: each.arity for each in Operation}}
"""How many operands each takes, by its name."""
