"""Sheets that begin with the exact result, where that is not worked out digit by digit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.operations import Operation
from fpviz.core.arithmetic.operations.comparing import Relation
from fpviz.core.arithmetic.operations.record import OperationGroup, as_number
from fpviz.core.arithmetic.rounding import Flags, encode, rounding_drawn
from fpviz.core.formats.decoding import decode
from fpviz.core.numbers import Finite, NaN
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.text import brief_in, value_brief
from fpviz.core.trace.reasons import lost_zero
from fpviz.core.trace.sheet import Step, StepKind
from fpviz.core.trace.working.comparison import comparison_step
from fpviz.core.trace.working.conversion import number_steps
from fpviz.core.trace.working.endless import exact_brief, is_far, with_digits_of
from fpviz.core.trace.working.job import Job, pack, special_steps, without_sign
from fpviz.core.trace.working.operands import Input, has_digits
from fpviz.core.trace.working.whole import whole_steps
from fpviz.core.trace.working.wording import UNDERFLOW, wording

_LACKS = phrase("A NaN among the operands makes this operation invalid.")


def work(operation: Operation, inputs: Sequence[Input]) -> str:
    """The operation as it is written, with the values of its operands."""
    values = [value_brief(given.decoded) for given in inputs]
    written = operation.rule.written
    if "(" in written:
        return written.format(*values)
    return written.format(*(f"({v})" if v[0] == "-" else v for v in values))


def exact_steps(operation: Operation, job: Job, inputs: Sequence[Input]) -> Iterator[Step]:
    """From a rational result to the code."""
    assert isinstance(job.exact, Finite)
    match operation.rule.group:
        case OperationGroup.COMPARISON:
            return _comparison_steps(operation, job, inputs)
        case OperationGroup.INTEGERS:
            return _integer_steps(job, inputs[0])
        case (
            OperationGroup.ARITHMETIC
            | OperationGroup.FUNCTIONS
            | OperationGroup.CODES
            | OperationGroup.CHOICE
        ):
            told = phrase(
                "{work} = {value}, exactly.",
                work=work(operation, inputs),
                value=brief_in(job.format, job.exact),
            )
            signals = any(isinstance(given.exact, NaN) for given in inputs)
            invalid = signals and Flags.INVALID in job.rounded.flags
            return _delivery_steps(job, *[_LACKS] * invalid, told)


def _delivery_steps(job: Job, *told: Phrase) -> Iterator[Step]:
    """What is told of an exact result, and how it is rounded, if it is."""
    exact = job.exact
    assert isinstance(exact, Finite)
    if exact.is_zero:
        yield from special_steps(job, *told, *lost_zero(job.format, job.negative))
        return
    yield Step(StepKind.EXACT, told)
    if encode(job.format, exact, job.rules) != job.rounded:
        yield pack(job)  # it is a code of the format, and stands as it is
    elif job.negative and not job.format.signed:
        yield from without_sign(job)
    else:
        yield from number_steps(job, exact)


# -- integers --------------------------------------------------------------------------------------


def _integer_steps(job: Job, given: Input) -> Iterator[Step]:
    """From an operand to the integer that it rounds to."""
    value, whole = given.decoded.number, job.exact
    assert isinstance(value, Finite)
    assert isinstance(whole, Finite)
    if has_digits(given) and not value.is_zero:
        yield from whole_steps(given.term, job.rules)
    told = _rounds(job, value, whole)
    if whole.is_zero:
        yield from _known_steps(job, told, *lost_zero(job.format, whole.negative))
        return
    plain = encode(job.format, whole, replace(job.rules, flush=False))
    if Flags.INVALID in job.rounded.flags and plain.flags:
        yield from special_steps(job, told, _no_such_integer(job, whole))
        return
    yield Step(StepKind.EXACT, (told,), place=job.place())
    if plain.flags:
        yield from number_steps(job, whole)
    else:
        yield pack(job)


def _rounds(job: Job, value: Finite, whole: Finite) -> Phrase:
    texts = {"value": brief_in(job.format, value), "whole": brief_in(job.format, whole)}
    if value.magnitude == whole.magnitude:
        return phrase("{value} is an integer.", **texts)
    return phrase(
        "{value} rounds to the integer {whole}: {rounding}.",
        rounding=rounding_drawn(job.rules),
        **texts,
    )


def _no_such_integer(job: Job, whole: Finite) -> Phrase:
    return phrase(
        "{format} has no {whole}: the operation is invalid, and {value} stands for it.",
        format=job.format.name,
        whole=brief_in(job.format, whole),
        value=value_brief(decode(job.format, job.rounded.code)),
    )


# -- comparisons -----------------------------------------------------------------------------------

_RELATIONS = {
    Relation.LESS: phrase("a is less than b."),
    Relation.EQUAL: phrase("a equals b."),
    Relation.GREATER: phrase("a is greater than b."),
    Relation.UNORDERED: phrase("a and b are unordered: one of them is not a number."),
}


def _comparison_steps(operation: Operation, job: Job, inputs: Sequence[Input]) -> Iterator[Step]:
    """From two operands to what is true of them."""
    if operation.rule.reads is as_number and all(map(has_digits, inputs)):
        yield comparison_step(*(given.term for given in inputs))
        yield from _known_steps(job, *_judged(operation, job, inputs))
        return
    yield from special_steps(job, *_judged(operation, job, inputs))


def _known_steps(job: Job, *told: Phrase) -> Iterator[Step]:
    """A result that stands as it is, and the code for it."""
    yield Step(StepKind.EXACT, told, place=job.place())
    yield pack(job)


def _judged(operation: Operation, job: Job, inputs: Sequence[Input]) -> Iterator[Phrase]:
    """What a comparison finds."""
    assert isinstance(job.exact, Finite)
    found = int(job.exact.value)
    if operation is Operation.COMPARE:
        yield _RELATIONS[Relation(found)]
    else:
        yield phrase(
            "{work} holds: 1." if found else "{work} does not hold: 0.",
            work=work(operation, inputs),
        )
    if Flags.INVALID in job.rounded.flags:
        yield _LACKS


# -- irrational results ----------------------------------------------------------------------------


def irrational_steps(
    operation: Operation, exact: Irrational, job: Job, inputs: Sequence[Input]
) -> Iterator[Step]:
    """From a result whose digits never end to the code; the exact number of the job is none."""
    values = {"work": work(operation, inputs), "value": exact_brief(job.format, exact)}
    if is_far(exact):
        far = phrase("{work} is about {value}, beyond the reach of all formats.", **values)
        yield from _far_steps(job, exact, far)
        return
    yield Step(StepKind.EXACT, (phrase("{work} = {value}: its digits never end.", **values),))
    job = replace(job, exact=with_digits_of(exact, job.format, job.rules))
    if job.negative and not job.format.signed:
        yield from without_sign(job)
    else:
        assert isinstance(job.exact, Finite)
        yield from number_steps(job, job.exact)


def _far_steps(job: Job, exact: Irrational, told: Phrase) -> Iterator[Step]:
    """What becomes of a number that has no digits to show."""
    if exact.negative and not job.format.signed:
        yield Step(StepKind.EXACT, (told,))
        yield from without_sign(job)
        return
    sentences = [told]
    if Flags.OVERFLOW in job.rounded.flags:
        sentences += wording(job.format).beyond(job.outcome())
    elif Flags.UNDERFLOW in job.rounded.flags:
        sentences.append(UNDERFLOW)
    yield from special_steps(job, *sentences)
