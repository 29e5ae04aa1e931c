"""What is to be known of an operation: one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from fpviz.core.arithmetic.operands import Operand, taken
from fpviz.core.arithmetic.operations.exact import Outcome, read_operand
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.phrase import Phrase, phrase, verbatim

Exactly = Callable[..., Outcome]
"""(rules, a, b, …) → what comes of the operands a, b, … before it is rounded."""

Reads = Callable[[Operand, Rules], Any]
"""An operand → what the exact function gets of it."""


def as_number(operand: Operand, rules: Rules) -> Any:  # noqa: ANN401 - as for all that read
    """The number that a code stands for, as operations take it."""
    return read_operand(taken(operand, rules))


def as_code(operand: Operand, _rules: Rules) -> Operand:
    """The code with its format, whatever DAZ says."""
    return operand


class OperationGroup(Enum):
    """What operations stand together in a list."""

    ARITHMETIC = phrase("arithmetic")
    FUNCTIONS = phrase("functions")
    INTEGERS = phrase("integers")
    CODES = phrase("signs, neighbours, exponents")
    CHOICE = phrase("minimum and maximum")
    COMPARISON = phrase("comparison")


@dataclass(frozen=True, kw_only=True, eq=False)
class OperationRule:
    """What an operation makes of its operands, and what it is called.

    ``key`` is the name on the command line and in files, which never changes. ``written`` is how
    it is written, with a place for each operand; in headings it is ``name``, in lists it stands in
    its ``group``, with a ``remark`` where what is written does not tell.

    ``result`` names the format of the result where that is not the one of the operands, ``counts``
    that of the last operand, if it is typed, where that is a count. ``means`` says what its results
    stand for, where they are no numbers.
    """

    key: str
    written: str
    name: Phrase
    exact: Exactly
    reads: Reads = as_number
    group: OperationGroup = OperationGroup.ARITHMETIC
    remark: Phrase | None = None
    result: str = ""
    counts: str = ""
    means: Mapping[int, Phrase] = field(default_factory=dict)

    @cached_property
    def arity(self) -> int:
        """How many operands it takes."""
        return self.written.count("{}")

    @property
    def label(self) -> Phrase:
        """What it is called in a list to choose from, its operands a, b and c."""
        formula = self.written.replace(" - ", " − ").format(*"abc")
        if self.remark is None:
            return verbatim(formula)
        return phrase("{formula} ({remark})", formula=formula, remark=self.remark)
