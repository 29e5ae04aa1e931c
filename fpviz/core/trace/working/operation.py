"""The worked sheet of an operation; digit by digit, where it is in the table at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from fpviz.core.arithmetic.operands import Operand, taken
from fpviz.core.arithmetic.operations import Operation, Result, operate
from fpviz.core.arithmetic.operations.record import as_code
from fpviz.core.arithmetic.rounding import Rounded, Rules
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Infinity, NaN
from fpviz.core.trace.sheet import Step, Trace
from fpviz.core.trace.working.endless import is_far, with_digits_of
from fpviz.core.trace.working.exact_results import exact_steps, irrational_steps
from fpviz.core.trace.working.finish import rounding_steps
from fpviz.core.trace.working.job import Job, special_steps
from fpviz.core.trace.working.operands import Input, Term, has_digits, operand_step, zero_step
from fpviz.core.trace.working.product import product_step, product_term
from fpviz.core.trace.working.quotient import quotient_steps
from fpviz.core.trace.working.root import root_steps
from fpviz.core.trace.working.special_results import (
    nothing_to_add,
    why_special,
    zero_product,
    zero_sum,
)
from fpviz.core.trace.working.sum import sum_steps


def trace_operation(
    operation: Operation, fmt: Format, operands: Sequence[Operand], rules: Rules = Rules()
) -> Trace:
    """``operation`` worked out by hand: what ``operate`` gives, and how.

    >>> from fpviz.core.formats import find_format
    >>> fp16 = find_format("fp16")
    >>> trace = trace_operation(Operation.ADD, fp16, ((fp16, 0x3C80), (fp16, 0x2FF9)))
    >>> hex(trace.code), len(trace.steps)
    ('0x3d00', 8)
    """
    result = operate(operation, fmt, operands, rules)
    given = [Input(*pair) for pair in zip("abc", operands, strict=False)]
    inputs = [each if operation.rule.reads is as_code else _taken(each, rules) for each in given]
    steps = [
        operand_step(each, fmt, widen=not operation.rule.result)
        if each == used
        else zero_step(each, used, fmt)
        for each, used in zip(given, inputs, strict=True)
    ]
    steps += _result_steps(operation, fmt, inputs, result, rules)
    texts = tuple(f"{source.name}:{source.code_text(code)}" for source, code in operands)
    return Trace(
        operation.value, texts, fmt, rules, tuple(steps), result.number, result.code, result.flags
    )


def _taken(given: Input, rules: Rules) -> Input:
    return replace(given, operand=taken(given.operand, rules))


def _result_steps(
    operation: Operation, fmt: Format, inputs: Sequence[Input], result: Result, rules: Rules
) -> Iterator[Step]:
    """From the operands as they are taken to the code."""
    exact, rounded = result.number, Rounded(result.code, result.flags)
    by_digits = _BY_DIGITS.get(operation) if all(map(has_digits, inputs)) else None
    if not isinstance(exact, Finite | Infinity | NaN):
        if by_digits is None or is_far(exact):
            return irrational_steps(operation, exact, Job(fmt, NaN(), rules, rounded), inputs)
        exact = with_digits_of(exact, fmt, rules)
    job = Job(fmt, exact, rules, rounded)
    if isinstance(exact, Finite):
        if by_digits is not None:
            return by_digits(job, *(given.term for given in inputs))
        return exact_steps(operation, job, inputs)
    return special_steps(job, *why_special(operation, job, inputs))


def _product(job: Job, a: Term, b: Term, *more: Term) -> Iterator[Step]:
    """``a * b``, to which a third term may be added before anything is rounded."""
    product = product_term(a, b)
    if product.amount.digits:
        yield product_step(a, b, product)
    if more:
        yield from _sum(job, product, more[0])
    elif product.amount.digits:
        yield from rounding_steps(job, product.amount, product.exponent)
    else:
        yield from special_steps(job, *zero_product(job))


def _sum(job: Job, a: Term, b: Term) -> Iterator[Step]:
    """``a + b``, either of which may be zero."""
    if a.amount.digits and b.amount.digits:
        total = yield from sum_steps(job, a, b)
        zero = None
    else:
        total, zero = (a, b) if a.amount.digits else (b, a)
    if not total.amount.digits:
        yield from special_steps(job, *zero_sum(job, a, b))
        return
    if zero:
        yield nothing_to_add(zero, total)
    yield from rounding_steps(job, total.amount, total.exponent)


_BY_DIGITS: Mapping[Operation, Callable[..., Iterator[Step]]] = {
    Operation.ADD: _sum,
    Operation.SUBTRACT: lambda job, a, b: _sum(job, a, b.opposite()),
    Operation.MULTIPLY: _product,
    Operation.FMA: _product,
    Operation.DIVIDE: quotient_steps,
    Operation.SQRT: root_steps,
}
"""How operations are worked out on the digits of operands that have binary ones."""
