"""What a worked sheet is made of: traces, steps, rows of digits in columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.rounding import Flags, Rules
from fpviz.core.formats import Format
from fpviz.core.numbers import Number, scaled
from fpviz.core.phrase import Phrase, in_a_row, phrase


class Role(Enum):
    """What a digit is in its row."""

    SIGN = "sign"
    EXPONENT = "exponent"
    HIDDEN = "hidden"
    """The digit before the binary point of an encoding, wherever alignment has moved it."""
    FILL = "fill"
    """A zero that alignment put before the first digit."""
    KEPT = "kept"
    LEFT = "left"
    """Beyond the last place that the result's format keeps; guard, round and sticky are, too."""
    GUARD = "guard"
    ROUND = "round"
    STICKY = "sticky"
    CARRY = "carry"
    """A carry or borrow into its column, or the digit that a sum has gained in front."""
    ABOVE = "above"
    """A digit of a root over the pair of digits that it comes from."""


MARKS = frozenset({Role.CARRY, Role.ABOVE})
"""The roles of digits that stand over others: a row of such alone is worth nothing itself."""

BEYOND = frozenset({Role.LEFT, Role.GUARD, Role.ROUND, Role.STICKY})
"""The roles of digits that the result does not keep."""


class Digit(NamedTuple):
    """One digit, or a space where a row of marks has none."""

    symbol: str
    role: Role


@dataclass(frozen=True, slots=True)
class Tail:
    """The digits after the last one of a row, which are not shown.

    ``count`` is how many there are up to the last 1; ``None`` if they never end. At least one of
    them is 1.
    """

    count: int | None


@dataclass(frozen=True, slots=True)
class DigitRow:
    """Digits in columns: column 0 stands before the point, -1 behind it.

    ``column`` is that of the first digit. The row is worth its digits times ``base**exponent``; a
    row without an exponent is a string of bits. A ``packed`` row is a code: it has no point, its
    ``fields`` (so many digits each) stand before column -1 or begin there or behind it. Above a
    ``total`` there is a line.
    """

    label: Phrase
    digits: tuple[Digit, ...]
    column: int
    exponent: int | None = None
    negative: bool = False
    tail: Tail | None = None
    packed: bool = False
    total: bool = False
    fields: tuple[int, ...] = ()
    base: int = 2

    @property
    def last_column(self) -> int:
        """The column of the last digit."""
        return self.column - len(self.digits) + 1

    @property
    def symbols(self) -> str:
        """The digits as text, without a point."""
        return "".join(digit.symbol for digit in self.digits)

    @property
    def code(self) -> int:
        """The digits as one integer: of a packed row, its code."""
        return int(self.symbols.replace(" ", "0") or "0", self.base)

    @property
    def magnitude(self) -> Fraction:
        """What the digits shown are worth, without the sign and the tail."""
        return scaled(self.code, self.last_column + (self.exponent or 0), self.base)

    @property
    def has_point(self) -> bool:
        """Whether a point stands behind column 0."""
        return not self.packed and any(digit.role not in MARKS for digit in self.digits)

    def field_spans(self) -> tuple[tuple[int, int], ...]:
        """Of a packed row the first digit of each field and the first that is not of it."""
        ends = tuple(accumulate(self.fields))
        return tuple(zip((0, *ends), ends, strict=False))

    def role_runs(self) -> tuple[tuple[Role, int], ...]:
        """The roles from the left, each with the number of digits in a row that have it."""
        runs: list[tuple[Role, int]] = []
        for digit in self.digits:
            role, count = runs.pop() if runs else (digit.role, 0)
            if role is not digit.role:
                runs.append((role, count))
                count = 0
            runs.append((digit.role, count + 1))
        return tuple(runs)


class StepKind(Enum):
    """What happens in a step; the value is its name in JSON."""

    OPERAND = "operand"
    SPECIAL = "special"
    EXPANSION = "expansion"
    REBIAS = "rebias"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    ROOT = "root"
    COMPARISON = "comparison"
    ALIGN = "align"
    SUM = "sum"
    DIFFERENCE = "difference"
    NORMALISE = "normalise"
    CUT = "cut"
    ROUND = "round"
    CARRY = "carry"
    EXACT = "exact"
    NEIGHBOURS = "neighbours"
    RANGE = "range"
    PACK = "pack"


TITLES = {
    StepKind.OPERAND: phrase("Operand"),
    StepKind.SPECIAL: phrase("Special case"),
    StepKind.EXPANSION: phrase("Write in binary"),
    StepKind.REBIAS: phrase("Change the fields"),
    StepKind.PRODUCT: phrase("Multiply"),
    StepKind.QUOTIENT: phrase("Divide"),
    StepKind.ROOT: phrase("Take the root"),
    StepKind.COMPARISON: phrase("Compare"),
    StepKind.ALIGN: phrase("Align"),
    StepKind.SUM: phrase("Add"),
    StepKind.DIFFERENCE: phrase("Subtract"),
    StepKind.NORMALISE: phrase("Normalise"),
    StepKind.CUT: phrase("Cut"),
    StepKind.ROUND: phrase("Round"),
    StepKind.CARRY: phrase("Carry out"),
    StepKind.EXACT: phrase("Exact result"),
    StepKind.NEIGHBOURS: phrase("Between two values"),
    StepKind.RANGE: phrase("Check the range"),
    StepKind.PACK: phrase("Pack"),
}
"""The heading of each kind of step."""


@dataclass(frozen=True, slots=True)
class BitRange:
    """Bits of a code that a step is about, by bit index, both ends included."""

    format: Format
    code: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, in short sentences, and the digits it is done to.

    ``cut`` is the column of the last place that the result keeps, where the rows have digits
    beyond it. ``place`` says where in an operand or in the result the step happens.
    """

    kind: StepKind
    sentences: tuple[Phrase, ...]
    rows: tuple[DigitRow, ...] = ()
    cut: int | None = None
    place: BitRange | None = None

    @property
    def title(self) -> Phrase:
        return TITLES[self.kind]

    @property
    def text(self) -> Phrase:
        """All its sentences, in one line."""
        return in_a_row(*self.sentences)

    @property
    def values(self) -> dict[str, str]:
        """The values in its sentences by name: ``{"guard": "1", …}``."""
        return {name: str(value) for each in self.sentences for name, value in each.values}


@dataclass(frozen=True)
class Trace:
    """An operation or conversion worked out, and what came of it.

    ``name`` is the operation's, or ``convert``; ``inputs`` are the operands as texts that read
    back as the same operands.
    """

    name: str
    inputs: tuple[str, ...]
    format: Format
    rules: Rules
    steps: tuple[Step, ...]
    exact: Number | Irrational
    code: int
    flags: Flags

    def steps_of(self, kind: StepKind) -> tuple[Step, ...]:
        """The steps of one kind, in order."""
        return tuple(step for step in self.steps if step.kind is kind)
