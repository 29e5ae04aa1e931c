"""What is decided without digits: NaNs, infinities and zeros (IEEE 754-2019, clauses 6 and 7.2)."""

from __future__ import annotations

from collections.abc import Sequence

from fpviz.core.arithmetic import Exact, Operation, exact_product
from fpviz.core.decoding import decode
from fpviz.core.numbers import Infinity, NaN, Number
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.rounding import Rounding
from fpviz.core.text import brief
from fpviz.core.trace.finish import Job
from fpviz.core.trace.operands import Input, Term
from fpviz.core.trace.sheet import Step, StepKind

_ZERO_FACTOR = phrase("A factor is zero: so is the product, negative if the signs differ.")
_ZERO_TIMES_INFINITY = phrase("Zero times infinity has no value: the operation is invalid.")
_OPPOSITE_INFINITIES = phrase("Infinities of opposite sign have no sum: the operation is invalid.")


def why_special(operation: Operation, job: Job, inputs: Sequence[Input]) -> list[Phrase]:
    """Why a result is an infinity or a NaN, and what the format makes of it."""
    exacts = [given.exact for given in inputs]
    nans = [given for given, exact in zip(inputs, exacts, strict=True) if isinstance(exact, NaN)]
    factors = exacts[:2] if operation in (Operation.MULTIPLY, Operation.FMA) else []
    if factors and _is_invalid_product(*factors):
        return [_ZERO_TIMES_INFINITY, *replacement(job, NaN())]
    if nans:
        return [_nan_operand(nans[0], job), *_signalling(nans), *replacement(job, NaN())]
    infinite = [given for given in inputs if isinstance(given.exact, Infinity)]
    if _opposite(operation, exacts):
        return [_OPPOSITE_INFINITIES, *replacement(job, NaN())]
    said = phrase("{name} is infinite: so is the result.", name=infinite[0].name)
    return [said, *replacement(job, Infinity(job.negative))]


def _is_invalid_product(a: Exact, b: Exact) -> bool:
    made = exact_product(a, b)
    return isinstance(made, NaN) and not isinstance(a, NaN) and not isinstance(b, NaN)


def _opposite(operation: Operation, exacts: Sequence[Exact]) -> bool:
    """Whether a sum of infinities (there is no NaN among the operands) has none."""
    if operation is Operation.MULTIPLY:
        return False
    left, right = exacts[0], exacts[-1]
    if operation is Operation.FMA:
        left = exact_product(exacts[0], exacts[1])
    if not (isinstance(left, Infinity) and isinstance(right, Infinity)):
        return False
    return (left.negative == right.negative) == (operation is Operation.SUBTRACT)


def _nan_operand(given: Input, job: Job) -> Phrase:
    return phrase(
        "{name} is not a number: neither is the result, which keeps as much of its sign and "
        "payload as {format} holds.",
        name=given.name,
        format=job.format.name,
    )


def _signalling(nans: Sequence[Input]) -> list[Phrase]:
    """What a signalling NaN among the operands does, if there is one."""
    for given in nans:
        if isinstance(given.exact, NaN) and not given.exact.quiet:
            return [phrase("{name} is signalling: the operation is invalid.", name=given.name)]
    return []


def replacement(job: Job, result: Number) -> list[Phrase]:
    """What stands for an infinity or a NaN that the format or the rules do not have."""
    number = decode(job.format, job.rounded.code).number
    if type(number) is type(result):
        return []
    return [
        phrase(
            "{format} has no such result under these rules: {value} stands for it, and the "
            "operation is invalid.",
            format=job.format.name,
            value=brief(number),
        )
    ]


def zero_product(job: Job) -> list[Phrase]:
    """Why a product is zero, and what the format makes of it."""
    return [_ZERO_FACTOR, *no_zero(job)]


def zero_sum(job: Job, a: Term, b: Term) -> list[Phrase]:
    """Which zero an exact sum of zero is (6.3), and what the format makes of it."""
    return [_zero_sign(job, a, b), *no_zero(job)]


def _zero_sign(job: Job, a: Term, b: Term) -> Phrase:
    if not a.amount.digits and not b.amount.digits and a.negative == b.negative:
        return phrase("Both are zeros of the same sign, which the sum keeps.")
    if job.rules.rounding is Rounding.DOWNWARD:
        return phrase("The sum is exactly zero: -0, because the rule is downward.")
    return phrase("The sum is exactly zero: +0, under every rule but downward.")


def no_zero(job: Job) -> list[Phrase]:
    """What is said where a zero goes into a format that has none, or only +0."""
    name = job.format.name
    if not job.format.has_zero:
        return [phrase("{format} has no zero: the operation is invalid.", format=name)]
    if job.negative and not job.format.has_negative_zero:
        return [phrase("{format} has no -0: the zero loses its sign.", format=name)]
    return []


def nothing_to_add(zero: Term, other: Term) -> Step:
    """The step of a sum with one zero: nothing happens to the other term."""
    sentence = phrase(
        "{zero} is zero: the sum is {other} as it stands.", zero=zero.name, other=other.name
    )
    row = other.row(other.exponent)
    return Step(StepKind.SPECIAL, (sentence,), (row,))
