"""Which formats operands and results have, where one format is named for an operation."""

from __future__ import annotations

from typing import NamedTuple

from fpviz.core.arithmetic.operations.record import OperationGroup
from fpviz.core.arithmetic.operations.table import Operation
from fpviz.core.formats import Format, find_format
from fpviz.core.phrase import Complaint, phrase


class Formats(NamedTuple):
    """The formats that typed operands are rounded to, one for each, and that of the result."""

    operands: tuple[Format, ...]
    result: Format


def formats_meant(operation: Operation, fmt: Format, to: Format | None = None) -> Formats:
    """The formats of an operation for which ``fmt`` is named, and ``to`` for its result.

    Where no other is named, a comparison gives an integer of eight bits. A conversion to an integer
    gives one of 32 bits, or, if ``fmt`` has integers itself, one of those, of operands in binary64.
    Counts are integers of 32 bits. Raises Complaint.
    """
    rule, operand = operation.rule, fmt
    integral = makes_integers(operation)
    if to is not None and integral and not has_integers(to):
        raise Complaint(
            phrase(
                "{format} is no format of integers such as {usual}",
                format=to.name,
                usual=rule.result,
            )
        )
    if to is None and integral and has_integers(fmt):
        operand, to = find_format("fp64"), fmt
    elif to is None and rule.result:
        to = find_format(rule.result)
    operands = [operand] * rule.arity
    if rule.counts:
        operands[-1] = find_format(rule.counts)
    return Formats(tuple(operands), to or fmt)


def makes_integers(operation: Operation) -> bool:
    """Whether the result has one of the formats of integers, whatever the operand has."""
    return operation.rule.group is OperationGroup.INTEGERS and bool(operation.rule.result)


def has_integers(fmt: Format) -> bool:
    """Whether all values are integers, one apart."""
    return fmt.is_fixed_point and fmt.quantum_at(0) == 0
