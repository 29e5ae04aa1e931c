"""What a machine makes of a typed sum or product: its operands are rounded before it begins.

fpviz reads ``0.1+0.2`` as 3/10 and rounds that, once. In binary64 a machine rounds 0.1, rounds 0.2,
adds, and rounds again: another code. Both are right answers, to two questions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from fpviz.core.arithmetic.operations import Operand, Operation, operate
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.literals import SPACES, CodeLiteral, Literal, LiteralError, parse_literal
from fpviz.core.literals.literal import pattern
from fpviz.core.numbers import Number
from fpviz.core.reading import Reading, Snapshot

_DECIMAL = pattern(r"[+-]?[0-9.]*(?:e[+-]?[0-9]+)?")
"""A number with a sign before it, or before its exponent: no operation."""

_SIGNS = {
    "+": Operation.ADD,
    "-": Operation.SUBTRACT,
    "−": Operation.SUBTRACT,
    "*": Operation.MULTIPLY,
    "×": Operation.MULTIPLY,
    "·": Operation.MULTIPLY,
}


@dataclass(frozen=True, slots=True)
class ByMachine:
    """An operation in a format on two operands as they were typed, and its result."""

    format: Format
    operation: Operation
    operands: tuple[Literal, Literal]
    rules: Rules
    code: int

    @property
    def number(self) -> Number:
        return decode(self.format, self.code).number

    @property
    def command(self) -> str:
        """The command that works it out."""
        a, b = (_word(operand.text) for operand in self.operands)
        words = [f"fpviz trace {self.operation.value} {a} {b} -f {self.format.name}"]
        usual, rules = Rules(), self.rules
        if rules.rounding is not usual.rounding:
            words.append(f"--rounding {rules.rounding.value}")
        if rules.draws:
            words.append(f"--random-bits {rules.random_bits:#x}")
        if rules.overflow is not usual.overflow:
            words.append(f"--overflow {rules.overflow.value}")
        return " ".join([*words, *["--flush"] * rules.flush, *["--daz"] * rules.daz])


def by_machine(snapshot: Snapshot) -> tuple[ByMachine, ...]:
    """What machines get in the formats shown, where it is not what the exact source rounds to.

    Empty for a source that is no single sum, difference or product.
    """
    state = snapshot.state
    typed = None if isinstance(state.source, CodeLiteral) else _typed(state.source.text)
    if typed is None:
        return ()
    operation, operands = typed
    found = (_result(reading, operation, operands, state.rules) for reading in snapshot.readings)
    return tuple(each for each in found if each is not None)


def _result(
    reading: Reading, operation: Operation, operands: tuple[Literal, Literal], rules: Rules
) -> ByMachine | None:
    fmt = reading.format
    codes = [_rounded(operand, fmt, rules) for operand in operands]
    code = operate(operation, fmt, codes, rules).code
    return None if code == reading.code else ByMachine(fmt, operation, operands, rules, code)


def _rounded(operand: Literal, fmt: Format, rules: Rules) -> Operand:
    if isinstance(operand, CodeLiteral):
        return operand.operand
    return fmt, encode(fmt, operand.number, replace(rules, flush=False)).code


def _typed(text: str) -> tuple[Operation, tuple[Literal, Literal]] | None:
    """The only operation of a text with what stands on both its sides, if there is just one."""
    if _DECIMAL.fullmatch(text):
        return None  # at a glance: so are most texts
    found = []
    for at, sign in enumerate(text[1:_LONGEST], 1):
        if sign in _SIGNS:
            try:
                sides = parse_literal(text[:at]), parse_literal(text[at + 1 :])
            except LiteralError:
                continue
            found.append((_SIGNS[sign], sides))
    return found[0] if len(found) == 1 and len(text) <= _LONGEST else None


_LONGEST = 200
"""Characters of a text that is looked at: a longer one is no sum that someone typed."""


def _word(text: str) -> str:
    """An operand as a shell takes it."""
    word = text.strip(SPACES)
    return word if all(c.isalnum() or c in "+-./:_^" for c in word) else f"'{word}'"
