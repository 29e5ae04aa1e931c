"""Operations that look at codes: signs and neighbours (IEEE 754-2019, 5.5.1 and 5.3.1).

They compute nothing, so DAZ and FTZ do not concern them. Those of signs keep a signalling NaN as it
is and raise nothing. In another format a conversion follows.
"""

from __future__ import annotations

from collections.abc import Callable

from fpviz.core.arithmetic.operands import Operand
from fpviz.core.arithmetic.operations.exact import (
    Outcome,
    Unrounded,
    negated,
    propagated,
    read_operand,
)
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.formats import Format
from fpviz.core.formats.order import next_down, next_up, opposite
from fpviz.core.numbers import NaN

# -- signs -----------------------------------------------------------------------------------------


def negate(_rules: Rules, a: Operand) -> Outcome:
    """``a`` with its sign changed, a NaN's too."""
    return _signed(a, not read_operand(a).negative)


def absolute(_rules: Rules, a: Operand) -> Outcome:
    """``a`` with a positive sign."""
    return _signed(a, negative=False)


def copy_sign(_rules: Rules, a: Operand, b: Operand) -> Outcome:
    """``a`` with the sign of ``b``."""
    return _signed(a, read_operand(b).negative)


def _signed(a: Operand, negative: bool) -> Outcome:
    """``a`` with a sign; where its format has no such code, the number that is rounded into it."""
    term = read_operand(a)
    if term.negative == negative:
        return Unrounded(*a)
    code = opposite(*a)
    return negated(term) if code is None else Unrounded(a[0], code)


# -- neighbours ------------------------------------------------------------------------------------


def up(_rules: Rules, a: Operand) -> Outcome:
    """The least value of its format that is greater than ``a``; the greatest one stays."""
    return _neighbour(a, next_up)


def down(_rules: Rules, a: Operand) -> Outcome:
    """The greatest value of its format that is less than ``a``; the least one stays."""
    return _neighbour(a, next_down)


def _neighbour(a: Operand, step: Callable[[Format, int], int | None]) -> Outcome:
    term, code = read_operand(a), step(*a)
    if isinstance(term, NaN):
        return propagated(term)
    return Unrounded(*a) if code is None else Unrounded(a[0], code)
