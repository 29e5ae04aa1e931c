"""Amounts by their binary digits, and rows made of them."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Field, FieldKind, Format, behind_point
from fpviz.core.numbers import power_of_two
from fpviz.core.phrase import Phrase
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


_NEAR = 64
"""So many columns from its point digits of fixed point are shown with the zeros between."""


def standing(fmt: Format, leading: int) -> int:
    """The exponent at which a format has the digits of a number whose first 1 is worth
    ``2**leading``.

    That is where the first 1 stands; of small numbers where it stands in the smallest normal one.
    Fixed point has its point where it is, and formats of another radix before the first digit.
    """
    if fmt.is_fixed_point:
        point = min(max(0, fmt.emin), fmt.emax)
        return 0 if abs(point) <= _NEAR else point
    exponent = max(leading, fmt.emin)
    if fmt.base == 2 and fmt.radix > fmt.base:
        return fmt.quantum_at(exponent) + fmt.precision
    return exponent


def is_far_beyond(fmt: Format, leading: int) -> bool:
    """Whether a number is so far beyond fixed point that nobody looks for its digits there."""
    return fmt.is_fixed_point and leading > fmt.emax + _NEAR


def last_kept(fmt: Format, leading: int) -> int:
    """The exponent of the last digit that a format keeps of a number; where that varies within
    binades or the number is far beyond fixed point, of the last one that it may keep."""
    if not fmt.has_even_binades or is_far_beyond(fmt, leading):
        return leading - fmt.precision
    return fmt.quantum_at(leading)


def shortened(amount: Amount, floor: int) -> Amount:
    """``amount``, or zeros down to 2**floor and a tail if all its digits stand further right."""
    if amount.leading >= floor:
        return amount
    if amount.tail is None:
        trailing = (amount.digits & -amount.digits).bit_length() - 1
        return Amount(0, floor, Tail(floor - amount.lowest - trailing))
    count = amount.tail.count
    return Amount(0, floor, Tail(None if count is None else floor - amount.lowest + count))


def down_to(magnitude: Fraction, lowest: int) -> Amount:
    """The digits of a number that is not zero down to the one worth ``2**lowest``, or to its last,
    and a tail where more follow."""
    n, d = magnitude.as_integer_ratio()
    last = last_one(n, d)
    if last is not None and last >= lowest:
        return Amount(floor_at(n, d, last), last)
    tail = Tail(None if last is None else lowest - last)
    return Amount(floor_at(n, d, lowest), lowest, tail)


def shortened_to(amount: Amount, lowest: int) -> Amount:
    """``amount``, all of whose digits are there, down to the one worth ``2**lowest`` at most; none
    of its last digits is a 0."""
    return down_to(amount.digits * power_of_two(amount.lowest), lowest)


def last_one(n: int, d: int) -> int | None:
    """The exponent of the last binary digit of ``n / d``; ``None`` if there is none."""
    if d & (d - 1):
        return None
    return (n & -n).bit_length() - d.bit_length()


def floor_at(n: int, d: int, exponent: int) -> int:
    """``n / d`` in whole multiples of ``2**exponent``."""
    return (n << -exponent) // d if exponent < 0 else n // (d << exponent)


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

    ``hidden`` is that of the hidden bit, or of the first digit where that is ``stored``; ``cut``
    is that of the last place kept; zeros are added down to ``end``.
    """

    hidden: int = 0
    cut: int | None = None
    end: int = 0
    stored: bool = False


def hides_a_digit(fmt: Format) -> bool:
    """Whether the first digit of a number's significand is not stored."""
    return fmt.hidden_bit(fmt.min_normal_code) is not None


def columns_of(
    fmt: Format, leading: int, exponent: int, cut: int | None = None, end: int = 0
) -> Columns:
    """The columns of a number that a format has at an exponent."""
    if hides_a_digit(fmt):
        return Columns(0, cut, end)
    return Columns(leading - exponent, cut, end, stored=True)


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
    hidden, cut, _, stored = columns
    if cut is not None and column < cut:
        return beyond_role(cut - column)
    if column > hidden:
        return Role.CARRY if symbol == "1" else Role.FILL
    return Role.HIDDEN if column == hidden and not stored else Role.KEPT


def beyond_role(behind: int) -> Role:
    """The role of the digit that stands so many columns behind the last place kept."""
    return {1: Role.GUARD, 2: Role.ROUND}.get(behind, Role.STICKY)


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
    digits = tuple(
        Digit(symbol, FIELD_ROLES[field.kind]) for field in fields for symbol in field.digits
    )
    return DigitRow(
        label,
        digits,
        len(digits) - _trailing(fields) - 1,
        packed=True,
        fields=tuple(field.width for field in fields),
    )


def _trailing(fields: tuple[Field, ...]) -> int:
    """How many of the last bits are all the digits behind the point, in their order; else 0."""
    last = fields[-1]
    whole = last.kind is FieldKind.FRACTION and last.width == behind_point(fields)
    return last.width if whole else 0
