"""The operations of IEEE 754-2019, clause 5, on codes of any formats.

Each operand stands in its own format and the result in another: an operation is exact first and
rounded once (formatOf operations). Integers alone are used on the way.

What an operation works on is in ``exact``. The ``table`` has a record for each, with its exact
function; these are in files of their own. What they make becomes a code in ``delivering``;
``operating`` is the door to all.

Decisions where the standard leaves room, or a format has not what the standard takes for granted:

- A NaN operand gives the first NaN among the operands, in their order: its sign and the leading
  bits of its payload, as a conversion keeps them, made quiet (6.2.3). A signalling NaN anywhere
  raises invalid (6.2). An invalid operation gives the positive NaN without payload; so does
  fma(0, inf, c) for every c, and it raises invalid even if c is a quiet NaN (7.2 lets both). That
  is the rule ``first``; ``Rules.nans`` has those of machines.
- An exact sum of zero is +0, or -0 when rounding downward, unless both terms are zeros of the same
  sign, which they keep (6.3). To-odd and stochastic rounding, unknown to the standard, give +0.
- Subtracting a NaN does not change its sign.
- What the result's format has not, ``encode`` replaces as it does for any number: an infinity by
  NaN or the largest number, a NaN by the largest number, -0 by 0, a zero or a negative number in
  an unsigned format by NaN; all of them but -0 raise invalid.
- ``Rules.flush`` works on results, ``Rules.daz`` on operands, which otherwise count for what they
  are: two switches of real hardware, FTZ and DAZ. Neither asks how a value was written.
- A division by zero is one of a number that is not zero; it gives an infinity and raises divide by
  zero, and invalid, too, where the result's format has no infinity.
- An operation that picks an operand (minimum, maximum) does not flush what it picks; DAZ concerns
  it, since it compares. Signs and neighbours are those of codes: neither DAZ nor FTZ concerns them.
- A code of another format than the result's is converted after such an operation, not before.
- The neighbour of the last value of a format without infinity is that value itself.
- A conversion to an integer raises inexact as machines do (convertToIntegerExact); what it gives
  where there is no such integer is said in ``delivering``.
"""

from fpviz.core.arithmetic.operands import Operand
from fpviz.core.arithmetic.operations.delivering import Result
from fpviz.core.arithmetic.operations.exact import (
    Dyadic,
    Exact,
    negated,
    number_of,
    read_operand,
)
from fpviz.core.arithmetic.operations.operating import (
    add,
    convert,
    fma,
    multiply,
    operate,
    subtract,
)
from fpviz.core.arithmetic.operations.sums import exact_product, exact_sum
from fpviz.core.arithmetic.operations.table import CONVERT, OPERANDS, Operation, find_operation

__all__ = [
    "CONVERT",
    "OPERANDS",
    "Dyadic",
    "Exact",
    "Operand",
    "Operation",
    "Result",
    "add",
    "convert",
    "exact_product",
    "exact_sum",
    "find_operation",
    "fma",
    "multiply",
    "negated",
    "number_of",
    "operate",
    "read_operand",
    "subtract",
]
