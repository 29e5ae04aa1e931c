"""The operations: each is one record here, and nothing else knows it by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, partial
from importlib import import_module
from typing import Self

from fpviz.core.arithmetic.operands import taken
from fpviz.core.arithmetic.operations import codes, exponents, integers
from fpviz.core.arithmetic.operations.comparing import (
    EQUAL,
    GREATER,
    LESS,
    UNORDERED,
    Beside,
    Comparison,
    Relation,
    compare,
    larger,
    predicate,
    smaller,
)
from fpviz.core.arithmetic.operations.exact import Exact, Outcome, negated
from fpviz.core.arithmetic.operations.quotients import (
    exact_fmod,
    exact_quotient,
    exact_remainder,
)
from fpviz.core.arithmetic.operations.record import Exactly, OperationGroup, OperationRule, as_code
from fpviz.core.arithmetic.operations.roots import hypotenuse, reciprocal_root, square_root
from fpviz.core.arithmetic.operations.sums import exact_product, exact_sum
from fpviz.core.arithmetic.operations.total_order import total_order, total_order_of_magnitudes
from fpviz.core.arithmetic.rounding import Rules
from fpviz.core.phrase import Complaint, phrase, quoted, verbatim

_TRUTH = {0: phrase("false"), 1: phrase("true")}


def _predicate(name: str, written: str, *holds: Relation) -> OperationRule:
    """A predicate of 5.11 by the name that it has there."""
    return OperationRule(
        key=_kebab(name),
        written=written,
        name=verbatim(name),
        exact=predicate(*holds, signalling="Signaling" in name),
        group=OperationGroup.COMPARISON,
        remark=verbatim(name),
        result="uint8",
        means=_TRUTH,
    )


def _function(name: str) -> OperationRule:
    """A function that is written by its name."""
    key = name.replace("_", "-")
    return OperationRule(
        key=key,
        written=name + "({})",
        name=verbatim(name),
        exact=partial(_value, key),
        group=OperationGroup.FUNCTIONS,
    )


def _value(key: str, rules: Rules, a: Exact) -> Outcome:
    return _elementary()[key](rules, a)


@cache
def _elementary() -> Mapping[str, Exactly]:
    """The functions, which are loaded when the first of them is worked out."""
    functions: Mapping[str, Exactly] = import_module(_ELEMENTARY).FUNCTIONS
    return functions


_ELEMENTARY = "fpviz.core.arithmetic.operations.elementary"


def _choice(key: str, name: str, exact: Comparison) -> OperationRule:
    """A minimum or maximum by the name that it has in the standard of 2019 or of 2008."""
    return OperationRule(
        key=key,
        written=f"{key[:3]}({{}}, {{}})",
        name=verbatim(name),
        exact=exact,
        group=OperationGroup.CHOICE,
        remark=verbatim(name),
    )


def _kebab(name: str) -> str:
    return re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name)


class Operation(Enum):
    """An operation on codes; its value is what the command line calls it."""

    _value_: str
    rule: OperationRule

    def __new__(cls, rule: OperationRule) -> Self:
        member = object.__new__(cls)
        member._value_, member.rule = rule.key, rule
        return member

    @property
    def arity(self) -> int:
        """How many operands it takes."""
        return self.rule.arity

    ADD = OperationRule(
        key="add",
        written="{} + {}",
        name=phrase("add"),
        exact=lambda rules, a, b: exact_sum(a, b, rules.rounding),
    )
    SUBTRACT = OperationRule(
        key="subtract",
        written="{} - {}",
        name=phrase("subtract"),
        exact=lambda rules, a, b: exact_sum(a, negated(b), rules.rounding),
    )
    MULTIPLY = OperationRule(
        key="multiply",
        written="{} × {}",
        name=phrase("multiply"),
        exact=lambda _rules, a, b: exact_product(a, b),
    )
    FMA = OperationRule(
        key="fma",
        written="{} × {} + {}",
        name=phrase("fma"),
        exact=lambda rules, a, b, c: exact_sum(exact_product(a, b), c, rules.rounding),
        remark=phrase("fused"),
    )
    DIVIDE = OperationRule(
        key="divide",
        written="{} ÷ {}",
        name=phrase("divide"),
        exact=lambda _rules, a, b: exact_quotient(a, b),
    )
    SQRT = OperationRule(
        key="sqrt",
        written="√({})",
        name=phrase("square root"),
        exact=lambda _rules, a: square_root(a),
    )
    RSQRT = OperationRule(
        key="rsqrt",
        written="1 ÷ √({})",
        name=phrase("reciprocal square root"),
        exact=lambda _rules, a: reciprocal_root(a),
    )
    HYPOT = OperationRule(
        key="hypot",
        written="√({}² + {}²)",
        name=phrase("hypotenuse"),
        exact=lambda _rules, a, b: hypotenuse(a, b),
    )
    REMAINDER = OperationRule(
        key="remainder",
        written="remainder({}, {})",
        name=phrase("remainder"),
        exact=lambda _rules, a, b: exact_remainder(a, b),
        remark=phrase("quotient to the nearest integer"),
    )
    FMOD = OperationRule(
        key="fmod",
        written="fmod({}, {})",
        name=phrase("fmod"),
        exact=lambda _rules, a, b: exact_fmod(a, b),
        remark=phrase("quotient cut off"),
    )
    EXP = _function("exp")
    EXP2 = _function("exp2")
    LOG = _function("log")
    LOG2 = _function("log2")
    SIN = _function("sin")
    COS = _function("cos")
    TANH = _function("tanh")
    SIGMOID = _function("sigmoid")
    GELU = _function("gelu")
    GELU_TANH = _function("gelu_tanh")
    ROUND_TO_INTEGRAL = OperationRule(
        key="round-to-integral",
        written="rint({})",
        name=phrase("round to integral"),
        exact=integers.integral,
        group=OperationGroup.INTEGERS,
        remark=phrase("raises nothing"),
    )
    ROUND_TO_INTEGRAL_EXACT = OperationRule(
        key="round-to-integral-exact",
        written="rint({})",
        name=phrase("round to integral, exact"),
        exact=integers.integral_exactly,
        group=OperationGroup.INTEGERS,
        remark=phrase("raises inexact"),
    )
    TO_INT = OperationRule(
        key="to-int",
        written="int({})",
        name=phrase("to integer"),
        exact=integers.to_integer,
        group=OperationGroup.INTEGERS,
        result="int32",
    )
    TO_UINT = OperationRule(
        key="to-uint",
        written="uint({})",
        name=phrase("to unsigned integer"),
        exact=integers.to_integer,
        group=OperationGroup.INTEGERS,
        result="uint32",
    )
    NEGATE = OperationRule(
        key="negate",
        written="-{}",
        name=phrase("negate"),
        exact=codes.negate,
        reads=as_code,
        group=OperationGroup.CODES,
    )
    ABS = OperationRule(
        key="abs",
        written="|{}|",
        name=phrase("absolute value"),
        exact=codes.absolute,
        reads=as_code,
        group=OperationGroup.CODES,
    )
    COPY_SIGN = OperationRule(
        key="copy-sign",
        written="copysign({}, {})",
        name=phrase("copy sign"),
        exact=codes.copy_sign,
        reads=as_code,
        group=OperationGroup.CODES,
    )
    NEXT_UP = OperationRule(
        key="next-up",
        written="nextup({})",
        name=phrase("next up"),
        exact=codes.up,
        reads=as_code,
        group=OperationGroup.CODES,
    )
    NEXT_DOWN = OperationRule(
        key="next-down",
        written="nextdown({})",
        name=phrase("next down"),
        exact=codes.down,
        reads=as_code,
        group=OperationGroup.CODES,
    )
    SCALE_B = OperationRule(
        key="scale-b",
        written="scaleb({}, {})",
        name=phrase("scale by a power of the radix"),
        exact=exponents.scale,
        reads=taken,
        counts="int32",
        group=OperationGroup.CODES,
    )
    LOG_B = OperationRule(
        key="log-b",
        written="logb({})",
        name=phrase("exponent"),
        exact=exponents.log,
        reads=taken,
        group=OperationGroup.CODES,
    )
    MIN = _choice("min", "minimum", smaller())
    MIN_NUMBER = _choice("min-number", "minimumNumber", smaller(Beside.NUMBER))
    MIN_MAGNITUDE = _choice("min-magnitude", "minimumMagnitude", smaller(by_magnitude=True))
    MIN_MAGNITUDE_NUMBER = _choice(
        "min-magnitude-number", "minimumMagnitudeNumber", smaller(Beside.NUMBER, by_magnitude=True)
    )
    MIN_NUM = _choice("min-num", "minNum", smaller(Beside.QUIET))
    MIN_NUM_MAG = _choice("min-num-mag", "minNumMag", smaller(Beside.QUIET, by_magnitude=True))
    MAX = _choice("max", "maximum", larger())
    MAX_NUMBER = _choice("max-number", "maximumNumber", larger(Beside.NUMBER))
    MAX_MAGNITUDE = _choice("max-magnitude", "maximumMagnitude", larger(by_magnitude=True))
    MAX_MAGNITUDE_NUMBER = _choice(
        "max-magnitude-number", "maximumMagnitudeNumber", larger(Beside.NUMBER, by_magnitude=True)
    )
    MAX_NUM = _choice("max-num", "maxNum", larger(Beside.QUIET))
    MAX_NUM_MAG = _choice("max-num-mag", "maxNumMag", larger(Beside.QUIET, by_magnitude=True))
    COMPARE = OperationRule(
        key="compare",
        written="compare({}, {})",
        name=phrase("compare"),
        exact=compare,
        group=OperationGroup.COMPARISON,
        result="int8",
        means={
            LESS: phrase("less"),
            EQUAL: phrase("equal"),
            GREATER: phrase("greater"),
            UNORDERED: phrase("unordered"),
        },
    )
    TOTAL_ORDER = OperationRule(
        key="total-order",
        written="totalorder({}, {})",
        name=phrase("total order"),
        exact=total_order,
        reads=as_code,
        group=OperationGroup.COMPARISON,
        result="uint8",
        means=_TRUTH,
    )
    TOTAL_ORDER_MAG = OperationRule(
        key="total-order-mag",
        written="totalorder(|{}|, |{}|)",
        name=phrase("total order of magnitudes"),
        exact=total_order_of_magnitudes,
        reads=as_code,
        group=OperationGroup.COMPARISON,
        result="uint8",
        means=_TRUTH,
    )
    COMPARE_QUIET_EQUAL = _predicate("compareQuietEqual", "{} = {}", EQUAL)
    COMPARE_QUIET_NOT_EQUAL = _predicate(
        "compareQuietNotEqual", "{} ≠ {}", LESS, GREATER, UNORDERED
    )
    COMPARE_QUIET_LESS = _predicate("compareQuietLess", "{} < {}", LESS)
    COMPARE_QUIET_LESS_EQUAL = _predicate("compareQuietLessEqual", "{} ≤ {}", LESS, EQUAL)
    COMPARE_QUIET_GREATER = _predicate("compareQuietGreater", "{} > {}", GREATER)
    COMPARE_QUIET_GREATER_EQUAL = _predicate("compareQuietGreaterEqual", "{} ≥ {}", GREATER, EQUAL)
    COMPARE_QUIET_NOT_LESS = _predicate("compareQuietNotLess", "{} ≮ {}", EQUAL, GREATER, UNORDERED)
    COMPARE_QUIET_NOT_GREATER = _predicate(
        "compareQuietNotGreater", "{} ≯ {}", LESS, EQUAL, UNORDERED
    )
    COMPARE_QUIET_LESS_UNORDERED = _predicate(
        "compareQuietLessUnordered", "{} ?< {}", LESS, UNORDERED
    )
    COMPARE_QUIET_GREATER_UNORDERED = _predicate(
        "compareQuietGreaterUnordered", "{} ?> {}", GREATER, UNORDERED
    )
    COMPARE_QUIET_ORDERED = _predicate("compareQuietOrdered", "{} <=> {}", LESS, EQUAL, GREATER)
    COMPARE_QUIET_UNORDERED = _predicate("compareQuietUnordered", "{} ? {}", UNORDERED)
    COMPARE_SIGNALING_EQUAL = _predicate("compareSignalingEqual", "{} = {}", EQUAL)
    COMPARE_SIGNALING_NOT_EQUAL = _predicate(
        "compareSignalingNotEqual", "{} ≠ {}", LESS, GREATER, UNORDERED
    )
    COMPARE_SIGNALING_LESS = _predicate("compareSignalingLess", "{} < {}", LESS)
    COMPARE_SIGNALING_LESS_EQUAL = _predicate("compareSignalingLessEqual", "{} ≤ {}", LESS, EQUAL)
    COMPARE_SIGNALING_GREATER = _predicate("compareSignalingGreater", "{} > {}", GREATER)
    COMPARE_SIGNALING_GREATER_EQUAL = _predicate(
        "compareSignalingGreaterEqual", "{} ≥ {}", GREATER, EQUAL
    )
    COMPARE_SIGNALING_NOT_LESS = _predicate(
        "compareSignalingNotLess", "{} ≮ {}", EQUAL, GREATER, UNORDERED
    )
    COMPARE_SIGNALING_NOT_GREATER = _predicate(
        "compareSignalingNotGreater", "{} ≯ {}", LESS, EQUAL, UNORDERED
    )
    COMPARE_SIGNALING_LESS_UNORDERED = _predicate(
        "compareSignalingLessUnordered", "{} ?< {}", LESS, UNORDERED
    )
    COMPARE_SIGNALING_GREATER_UNORDERED = _predicate(
        "compareSignalingGreaterUnordered", "{} ?> {}", GREATER, UNORDERED
    )


_NAMED = {each.rule.key: each for each in Operation}


def find_operation(name: str) -> Operation:
    """The operation of that name. Raises Complaint."""
    if name not in _NAMED:
        raise Complaint(
            phrase(
                "{text} is not one of {accepted}",
                text=quoted(name),
                accepted=", ".join([*_NAMED, CONVERT]),
            )
        )
    return _NAMED[name]


CONVERT = "convert"
"""What is worked out like an operation and is none: rounding a value into a format."""

OPERANDS = {CONVERT: 1, **{each.value: each.arity for each in Operation}}
"""How many operands each takes, by its name."""
