"""All results at once, against each of them alone."""

from __future__ import annotations

import pytest

from fpviz.core.arithmetic.operations import Operation, operate
from fpviz.core.arithmetic.operations.all_codes import of_all_codes
from fpviz.core.arithmetic.rounding import Overflow, Rounding, Rules
from fpviz.core.formats import find_format

UNARY = [each for each in Operation if each.arity == 1]

RULES = [
    Rules(),
    Rules(Rounding.TO_ODD, flush=True, daz=True),
    Rules(Rounding.STOCHASTIC, Overflow.WRAP, random_bits=0x5A5A5A5A),
    Rules(Rounding.DOWNWARD, Overflow.NAN),
]


def _compare(operation, fmt, operands, rules):
    found = of_all_codes(operation, fmt, operands, rules)
    for code in range(1 << operands.width):
        alone = operate(operation, fmt, [(operands, code)], rules)
        assert found[code] == (alone.code, alone.flags), (operation, fmt.name, hex(code), rules)


@pytest.mark.parametrize("operation", UNARY, ids=lambda each: each.value)
@pytest.mark.parametrize(
    ("fmt", "operands"),
    [("fp8_e5m2", "fp8_e5m2"), ("q7.8", "fp8_e4m3fn"), ("posit8", "posit8"), ("e8m0", "ue4m3")],
)
def test_all_results_are_those_of_each_alone(operation, fmt, operands):
    rules = RULES[len(operation.value) % len(RULES)]
    _compare(operation, find_format(fmt), find_format(operands), rules)


@pytest.mark.sweep
@pytest.mark.parametrize("rules", RULES, ids=str)
@pytest.mark.parametrize("operation", UNARY, ids=lambda each: each.value)
@pytest.mark.parametrize("name", ["fp16", "bf16", "fp8_e4m3fn", "posit8", "takum8", "q7.8"])
def test_all_results_are_those_of_each_alone_under_all_rules(name, operation, rules):
    _compare(operation, find_format(name), find_format(name), rules)


@pytest.mark.parametrize(("operation", "name"), [("exp", "fp32"), ("add", "fp8_e5m2")])
def test_too_much_is_refused(operation, name):
    fmt = find_format(name)
    with pytest.raises(ValueError, match=f"{operation} of all codes of {name}"):
        of_all_codes(Operation(operation), fmt, fmt)
