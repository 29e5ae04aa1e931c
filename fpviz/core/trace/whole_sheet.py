"""A whole worked sheet: the conversions that an operation needs first, the trace, the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fpviz.core.arithmetic.operands import Operand, read_source
from fpviz.core.arithmetic.operations import CONVERT, Operation, find_operation
from fpviz.core.arithmetic.operations.formats_meant import (
    formats_meant,
    has_integers,
    makes_integers,
)
from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.formats import Format
from fpviz.core.literals import CodeLiteral, Literal, NumberLiteral
from fpviz.core.reading import State
from fpviz.core.trace.proof import Proof, prove
from fpviz.core.trace.sheet import Step, Trace
from fpviz.core.trace.working.conversion import trace_conversion
from fpviz.core.trace.working.operation import trace_operation


@dataclass(frozen=True)
class Sheet:
    """An operation or a conversion with all that it takes.

    ``conversions`` are those of the typed operands that the format does not hold, by name. A
    conversion comes with its ``proof``.
    """

    trace: Trace
    sources: tuple[Literal, ...]
    operands: tuple[Operand, ...] = ()
    conversions: tuple[tuple[str, Trace], ...] = ()
    proof: Proof | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The lines of working from first to last, those of conversions before the operation's."""
        traces = (*(trace for _, trace in self.conversions), self.trace)
        return tuple(step for trace in traces for step in trace.steps)


def worked_sheet(name: str, sources: Sequence[Literal], fmt: Format, state: State) -> Sheet:
    """The sheet of an operation, or of a conversion, by its name, under the rules of a state.

    A conversion may go through any wider format of the state. Where an operation makes integers and
    ``fmt`` is a format of such, typed operands are rounded into the active one.
    """
    if name != CONVERT:
        operation = find_operation(name)
        integral = makes_integers(operation) and has_integers(fmt)
        if integral and not has_integers(state.active):
            return operation_sheet(operation, sources, state.active, state.rules, fmt)
        return operation_sheet(operation, sources, fmt, state.rules)
    wider = [each for each in state.formats if each.precision > fmt.precision]
    return conversion_sheet(sources[0], fmt, state.rules, wider)


def operation_sheet(
    operation: Operation,
    sources: Sequence[Literal],
    fmt: Format,
    rules: Rules,
    to: Format | None = None,
) -> Sheet:
    """The sheet of an operation; typed operands are rounded into ``fmt`` first, by these rules.

    What is typed is no result, so it is not flushed: it counts as its code would. The result is in
    the format ``to``, or in the one that ``formats_meant`` says. Raises Complaint.
    """
    meant = formats_meant(operation, fmt, to)
    kept = replace(rules, flush=False)
    typed = tuple(zip("abc", sources, meant.operands, strict=False))
    operands = tuple(operand_of(source, its_format, rules) for _, source, its_format in typed)
    conversions = tuple(
        (name, trace_conversion(source, its_format, kept))
        for name, source, its_format in typed
        if isinstance(source, NumberLiteral) and encode(its_format, source.number, kept).flags
    )
    trace = trace_operation(operation, meant.result, operands, rules)
    return Sheet(trace, tuple(sources), operands, conversions)


def operand_of(source: Literal, fmt: Format, rules: Rules) -> Operand:
    """A code as it is, or a typed number rounded into ``fmt``; what is typed is not flushed."""
    if isinstance(source, CodeLiteral):
        return source.operand
    return fmt, encode(fmt, source.number, replace(rules, flush=False)).code


def conversion_sheet(
    source: Literal, fmt: Format, rules: Rules, through: Sequence[Format] = ()
) -> Sheet:
    """The sheet of a conversion, with the proof of its rounding."""
    trace = trace_conversion(source, fmt, rules)
    return Sheet(trace, (source,), proof=prove(read_source(source, rules), fmt, rules, through))
