"""The values of a format next to a number that need not be one of them."""

from __future__ import annotations

from fpviz.core.arithmetic.operations import read_operand
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    finite_of,
    number_of,
    propagated,
)
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.order import next_down, next_up
from fpviz.core.numbers import Finite, NaN


def above(fmt: Format, x: Exact) -> Exact:
    """The least value of the format that is greater than x; x, where there is none."""
    if isinstance(x, NaN):
        return propagated(x)
    code = encode(fmt, number_of(x), Rules(Rounding.DOWNWARD)).code
    near = read_operand((fmt, code))
    if _is_less(x, near):
        return near
    code_above = next_up(fmt, code)
    return x if code_above is None else read_operand((fmt, code_above))


def below(fmt: Format, x: Exact) -> Exact:
    """The greatest value of the format that is less than x; x, where there is none."""
    if isinstance(x, NaN):
        return propagated(x)
    code = encode(fmt, number_of(x), Rules(Rounding.UPWARD)).code
    near = read_operand((fmt, code))
    if _is_less(near, x):
        return near
    code_below = next_down(fmt, code)
    return x if code_below is None else read_operand((fmt, code_below))


def _is_less(a: Exact, b: Exact) -> bool:
    """Whether both are finite, and the first one is less: no format goes on for ever."""
    if not (isinstance(a, Dyadic | Finite) and isinstance(b, Dyadic | Finite)):
        return False
    return finite_of(a).value < finite_of(b).value
