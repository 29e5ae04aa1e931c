"""Amounts by their binary digits, and rows made of them."""

from __future__ import annotations

from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import FieldKind, Format, behind_point
from fpviz.core.phrase import Phrase
from fpviz.core.text import bit_fields
from fpviz.core.trace.sheet import Digit, DigitRow, Role, Tail


class Amount(NamedTuple):
    """``digits * 2**lowest``, and a tail where more digits follow."""

    digits: int
    lowest: int
    tail: Tail | None = None

    @property
    def leading(self) -> int:
        """The exponent of the first 1; the digits must not all be zero."""
        return self.digits.bit_length() - 1 + self.lowest


class Cut(NamedTuple):
    """An amount cut at a place: what is kept, and the digits that stand for what lies beyond."""

    kept: int
    guard: int
    round: int
    sticky: int


def spare_digits(rules: Rules) -> int:
    """How many digits beyond the last place decide: guard, round, and what the draw adds to."""
    return 3 + (rules.random_width if rules.draws else 0)


def places_kept(fmt: Format, exponent: int) -> int:
    """How many digits behind the point a format keeps of a number with this exponent."""
    return exponent - fmt.quantum_at(exponent)


def shortened(amount: Amount, floor: int) -> Amount:
    """``amount``, or zeros down to 2**floor and a tail if all its digits stand further right."""
    if amount.leading >= floor:
        return amount
    if amount.tail is None:
        trailing = (amount.digits & -amount.digits).bit_length() - 1
        return Amount(0, floor, Tail(floor - amount.lowest - trailing))
    count = amount.tail.count
    return Amount(0, floor, Tail(None if count is None else floor - amount.lowest + count))


def cut_at(amount: Amount, place: int) -> Cut:
    """``amount`` cut behind the digit worth ``2**place``."""
    spare = max(place - amount.lowest, 2)
    digits = amount.digits << amount.lowest - (place - spare)
    kept, rest = digits >> spare, digits & (1 << spare) - 1
    below = rest & (1 << spare - 2) - 1
    guard, round_ = rest >> spare - 1, rest >> spare - 2 & 1
    return Cut(kept, guard, round_, int(below > 0 or amount.tail is not None))


class Columns(NamedTuple):
    """The columns of a row that are of note.

    ``hidden`` is that of the hidden bit, ``cut`` that of the last place kept; zeros are added down
    to ``end``.
    """

    hidden: int = 0
    cut: int | None = None
    end: int = 0


def digit_row(
    label: Phrase, amount: Amount, exponent: int, columns: Columns = Columns()
) -> DigitRow:
    """A row of an amount's digits with the point behind ``2**exponent``."""
    lowest = amount.lowest - exponent
    top = max(amount.digits.bit_length() - 1 + lowest, 0)
    bottom = lowest if amount.tail else min(lowest, columns.end, 0)
    text = f"{amount.digits << lowest - bottom:0{top - bottom + 1}b}"
    digits = tuple(Digit(symbol, _role(symbol, top - i, columns)) for i, symbol in enumerate(text))
    return DigitRow(label, digits, top, exponent, tail=amount.tail)


def _role(symbol: str, column: int, columns: Columns) -> Role:
    hidden, cut, _ = columns
    if cut is not None and column < cut:
        return {1: Role.GUARD, 2: Role.ROUND}.get(cut - column, Role.STICKY)
    if column > hidden:
        return Role.CARRY if symbol == "1" else Role.FILL
    return Role.HIDDEN if column == hidden else Role.KEPT


def carry_row(label: Phrase, carries: int, lowest: int, exponent: int) -> DigitRow:
    """A row with a 1 over each column that a carry or borrow goes into, spaces elsewhere."""
    text = f"{carries:b}".replace("0", " ")
    digits = tuple(Digit(symbol, Role.CARRY) for symbol in text)
    return DigitRow(label, digits, lowest - exponent + len(text) - 1, exponent)


FIELD_ROLES = {
    FieldKind.SIGN: Role.SIGN,
    FieldKind.PREFIX: Role.EXPONENT,
    FieldKind.REGIME: Role.EXPONENT,
    FieldKind.EXPONENT: Role.EXPONENT,
    FieldKind.INTEGER: Role.KEPT,
    FieldKind.LEADING: Role.HIDDEN,
    FieldKind.FRACTION: Role.KEPT,
}


def packed_row(label: Phrase, fmt: Format, code: int) -> DigitRow:
    """A code as its fields."""
    fields = fmt.fields(code)
    roles = [FIELD_ROLES[field.kind] for field in fields for _ in field.digits]
    digits = tuple(map(Digit, "".join(bit_fields(fmt, code)), roles))
    return DigitRow(label, digits, len(digits) - behind_point(fields) - 1, packed=True)
