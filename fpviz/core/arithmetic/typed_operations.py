"""What a machine makes of a typed expression: its operands are rounded before it begins.

fpviz reads ``0.1+0.2`` as 3/10 and rounds that, once. In binary64 a machine rounds 0.1, rounds 0.2,
adds, and rounds again: another code. Both are right answers, to two questions.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.arithmetic.rules_text import written_rules
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.late import loaded
from fpviz.core.literals import SPACES, CodeLiteral, Literal
from fpviz.core.literals.literal import pattern
from fpviz.core.numbers import Number
from fpviz.core.reading import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from fpviz.core.arithmetic.operations import Operation

_NO_OPERATION = pattern(r"[+-]?[0-9.]*(?:e[+-]?[0-9]+| ?x ?10\^[+-]?[0-9]+)?|[^+\-−*×·/÷(]*")
"""A number with a sign before it, or before its exponent; or nothing that calls for work."""

_LONGEST = 200
"""Characters of a text that is looked at: a longer one is no expression that someone typed."""


@dataclass(frozen=True, slots=True)
class ByMachine:
    """An expression evaluated in a format, operation by operation, and its result.

    ``operation`` and ``operands`` are those of an expression that has just one.
    """

    format: Format
    text: str
    rules: Rules
    code: int
    operation: Operation | None
    operands: tuple[Literal, ...]

    @property
    def number(self) -> Number:
        return decode(self.format, self.code).number

    @property
    def command(self) -> str:
        """The command that works it out: its one operation, or the whole."""
        if self.operation is None:
            return self.evaluation
        operands = [operand.text.strip(SPACES) for operand in self.operands]
        return self._command("trace", self.operation.rule.key, *operands)

    @property
    def evaluation(self) -> str:
        """The command that follows the errors of the whole expression."""
        return self._command("eval", self.text.strip(SPACES))

    def _command(self, *words: str) -> str:
        made = [*words, "-f", self.format.name]
        for name, text in written_rules(self.rules).items():
            if name != "random-bits" or self.rules.draws:
                made += [f"--{name}"] if text == "on" else [f"--{name}", text]
        return " ".join(["fpviz", *map(_word, made)])


def by_machine(snapshot: Snapshot) -> tuple[ByMachine, ...]:
    """What machines get in the formats shown, where it is not what the exact source rounds to.

    Empty for a source that is no expression, or one with a list as its result.
    """
    source = snapshot.state.source
    text = source.text.strip(SPACES)
    if isinstance(source, CodeLiteral) or len(text) > _LONGEST or _NO_OPERATION.fullmatch(text):
        return ()  # at a glance: so are most texts
    by_machines = cast("_ByMachines", loaded("fpviz.core.expressions", "typed:by_machines"))
    return by_machines(snapshot, text)


if TYPE_CHECKING:
    _ByMachines = Callable[[Snapshot, str], tuple[ByMachine, ...]]


def _word(text: str) -> str:
    """A word as a shell takes it."""
    return text if all(c.isalnum() or c in "+-./:_^" for c in text) else shlex.quote(text)
