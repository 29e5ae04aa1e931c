"""The rows of long division and of roots, followed by hand."""

from __future__ import annotations

import re
from fractions import Fraction

from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, power_of_two
from fpviz.core.trace import DigitRow, Role, Step, StepKind, Trace


def _magnitudes(trace: Trace) -> list[Fraction]:
    """What the operands are worth, without signs."""
    numbers = [
        decode(step.place.format, step.place.code).number
        for step in trace.steps_of(StepKind.OPERAND)
        if step.place is not None
    ]
    return [number.magnitude for number in numbers if isinstance(number, Finite)]


def _unit(row: DigitRow) -> Fraction:
    """What a 1 in the last place of a row is worth."""
    return power_of_two(row.last_column + (row.exponent or 0))


def _ones(row: DigitRow) -> list[int]:
    """The columns of the ones of a row, from the left."""
    return [row.column - at for at, digit in enumerate(row.digits) if digit.symbol == "1"]


def _is_told(step: Step, result: DigitRow, left: Fraction) -> None:
    """Whether the words count the digits, and say whether anything is left."""
    ones, digits = len(_ones(result)), result.symbols.lstrip("0")
    if len(digits) > 1:
        assert (step.values["count"], step.values["ones"]) == (str(len(digits)), str(ones))
    assert ("Nothing is left" in str(step.text)) == (left == 0) == (result.tail is None)


def check_quotient(trace: Trace, step: Step) -> None:
    """Each 1 of the quotient takes off the divisor at its place, and as much as told is left."""
    first, *pairs, result = step.rows
    a, b = _magnitudes(trace)
    assert first.magnitude == a
    assert result.magnitude * b <= a < (result.magnitude + _unit(result)) * b
    assert result.negative == trace.exact.negative
    _is_told(step, result, a - result.magnitude * b)
    left, shown = a, _ones(result)[: len(pairs) // 2]
    for column, taken, after in zip(shown, pairs[::2], pairs[1::2], strict=True):
        assert str(taken.label) == f"b × 2^{column}"
        assert taken.magnitude == b * power_of_two(column + (result.exponent or 0))
        left -= taken.magnitude
        assert left >= 0
        assert after.magnitude == left
        assert after.total
    if len(shown) == len(_ones(result)):
        assert left == a - result.magnitude * b
    else:
        assert "shown are the first" in str(step.text)


def check_root(trace: Trace, step: Step) -> None:
    """Each 1 of the root takes off the root so far with 01 behind it, below its pair of digits."""
    above, first, *pairs, result = step.rows
    (a,) = _magnitudes(trace)
    assert first.magnitude == a
    assert first.exponent == 2 * (result.exponent or 0)
    assert result.magnitude**2 <= a < (result.magnitude + _unit(result)) ** 2
    _is_told(step, result, a - result.magnitude**2)
    assert {digit.role for digit in above.digits} == {Role.ABOVE}
    marks = dict(
        zip(range(above.column, above.last_column - 1, -2), above.symbols[::2], strict=True)
    )
    digits = dict(zip(range(result.column, -999, -1), result.symbols, strict=False))
    assert all(digits[column // 2] == symbol for column, symbol in marks.items())
    assert set(above.symbols[1::2]) <= {" "}
    left, so_far = a, Fraction(0)
    shown = _ones(result)[: len(pairs) // 2]
    for column, taken, after in zip(shown, pairs[::2], pairs[1::2], strict=True):
        weight = power_of_two(column + (result.exponent or 0))
        assert taken.magnitude == (2 * so_far + weight) * weight
        if found := re.fullmatch("([01]+) and 01", str(taken.label)):
            assert taken.symbols.lstrip("0").rstrip("0") == (found[1] + "01").lstrip("0")
        so_far += weight
        left -= taken.magnitude
        assert left >= 0
        assert after.magnitude == left
    if len(shown) == len(_ones(result)):
        assert (so_far, left) == (result.magnitude, a - result.magnitude**2)
    else:
        assert "shown are the first" in str(step.text)
