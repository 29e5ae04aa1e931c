"""What operations are called in expressions."""

from __future__ import annotations

from functools import cache

from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.operations.record import OperationGroup

OPERATORS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
"""The operations between two operands, by their signs."""

NEGATE = "negate"

REDUCTIONS = {"sum": "add", "prod": "multiply", "min": "min", "max": "max"}
"""What folds a list, or many operands, from the left: ``sum(x)`` is ``x[0] + x[1] + …``."""

_OTHERS = {
    "sub": "subtract",
    "mul": "multiply",
    "div": "divide",
    "neg": "negate",
    "fabs": "abs",
    "fmin": "min",
    "fmax": "max",
    "minimum": "min",
    "maximum": "max",
    "rint": "round-to-integral",
    "round": "round-to-integral",
    "nearbyint": "round-to-integral",
    "nextup": "next-up",
    "nextdown": "next-down",
    "ldexp": "scale-b",
    "scalbn": "scale-b",
    "logb": "log-b",
    "reciprocalsqrt": "rsqrt",
}
"""What C, numpy and PyTorch call operations, where it is not our name without hyphens."""


CALLED = tuple(
    each.rule.key.replace("-", "")
    for each in Operation
    if each.rule.group is not OperationGroup.COMPARISON
)
"""What operations are called; those that compare, too, which nobody wants to see listed."""


def operation_named(name: str) -> Operation | None:
    """The operation that a call names: ``copysign``, ``copy_sign`` and ``CopySign`` are one.

    >>> operation_named("fma")
    <Operation.FMA: 'fma'>
    """
    return _operations().get(_plain(name))


@cache
def _operations() -> dict[str, Operation]:
    ours = {_plain(each.rule.key): each for each in Operation}
    others = {name: ours.get(_plain(value)) for name, value in _OTHERS.items()}
    return {name: each for name, each in others.items() if each} | ours


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")
