"""What a function of one operand gives for every code of a format.

Of a function that nowhere falls all results between two that are alike are like them, flags
included, but where one is exact. So only a part of them is worked out: of exp in binary16 a
quarter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from fpviz.core.arithmetic.operations.elementary import FUNCTIONS
from fpviz.core.arithmetic.operations.operating import operate
from fpviz.core.arithmetic.operations.table import Operation
from fpviz.core.arithmetic.rounding import Rounded, Rules, wraps_around
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import value_of

WIDEST = 16
"""Bits of the widest operands of which all codes are worked out."""


@lru_cache(8)
def of_all_codes(
    operation: Operation, fmt: Format, operands: Format, rules: Rules = Rules()
) -> tuple[Rounded, ...]:
    """What ``operation`` gives in ``fmt`` for each code of the format ``operands``, in their order.

    Raises ValueError where it takes more than one operand, or these have too many bits.
    """
    if operation.arity != 1 or operands.width > WIDEST:
        raise ValueError(f"{operation.value} of all codes of {operands.name} is too much")
    found: dict[int, Rounded] = {}

    def work_out(code: int) -> Rounded:
        if code not in found:
            result = operate(operation, fmt, [(operands, code)], rules)
            found[code] = Rounded(result.code, result.flags)
        return found[code]

    stretches = () if wraps_around(fmt, rules) else _stretches(operation, operands)
    for codes in stretches:
        ends = [(0, len(codes) - 1)]
        while ends:
            first, last = ends.pop()
            if work_out(codes[first]) == work_out(codes[last]):
                found.update(dict.fromkeys(codes[first:last], found[codes[first]]))
            elif last - first > 1:
                middle = (first + last) // 2
                ends += (first, middle), (middle, last)
    return tuple(map(work_out, range(1 << operands.width)))


def _stretches(operation: Operation, operands: Format) -> Iterator[list[int]]:
    """Codes in the order of their values between which the function is never exact, nor falls."""
    function = FUNCTIONS.get(operation.value)
    if function is None or not function.rises:
        return
    for negative in (False, True)[: 1 + operands.signed]:
        codes: list[int] = []
        for place in range(operands.smallest_place, operands.last_place(negative) + 1):
            code = operands.code_at(place, negative)
            if function.exactly(value_of(operands, code)) is None:
                codes.append(code)
            elif codes:
                yield codes
                codes = []
        if codes:
            yield codes
