"""What is decided without digits: NaNs, infinities and zeros (IEEE 754-2019, clauses 6 and 7.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fpviz.core.arithmetic.nan_rules import INVALID, Nans
from fpviz.core.arithmetic.operations import Exact, Operation, exact_product, negated
from fpviz.core.arithmetic.operations.record import as_code
from fpviz.core.arithmetic.rounding import Flags
from fpviz.core.formats.decoding import NumberClass
from fpviz.core.numbers import Infinity, NaN
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.trace.reasons import lost_zero, no_valid_code, replacement, reserved
from fpviz.core.trace.sheet import Step, StepKind
from fpviz.core.trace.working.exact_results import work
from fpviz.core.trace.working.job import Job
from fpviz.core.trace.working.operands import Input, Term

_ZERO_FACTOR = phrase("A factor is zero: so is the exact product, negative if the signs differ.")
_ZERO_TIMES_INFINITY = phrase("Zero times infinity has no value: the operation is invalid.")
_ZERO_BY_ZERO = phrase("Every number times 0 is 0: no quotient is the right one.")
_INFINITY_BY_INFINITY = phrase("How often an infinity goes into an infinity is not determined.")
_ROOT_OF_NEGATIVE = phrase("No number times itself is negative.")
_SIGN_OF_QUOTIENT = phrase(
    "It is positive if the signs are alike, else negative; that of the zero counts, too."
)
_OPPOSITE_INFINITIES = phrase("Infinities of opposite sign have no sum: the operation is invalid.")


def why_special(operation: Operation, job: Job, inputs: Sequence[Input]) -> list[Phrase]:
    """Why an exact result is an infinity or a NaN, and what the format makes of it."""
    why = _why_exact(operation, job, inputs)
    standing = reserved(job.format, job.rounded.code) if isinstance(job.exact, NaN) else None
    if standing is not None:
        return [*why, standing]
    return [*why, *replacement(job.format, job.rounded.code, job.exact)]


def _why_exact(operation: Operation, job: Job, inputs: Sequence[Input]) -> list[Phrase]:
    exacts = [given.exact for given in inputs]
    nans = [given for given, exact in zip(inputs, exacts, strict=True) if isinstance(exact, NaN)]
    invalid = [given for given in nans if given.decoded.number_class is NumberClass.INVALID]
    factors = exacts[:2] if operation in (Operation.MULTIPLY, Operation.FMA) else []
    if factors and _is_invalid_product(*factors):
        return _zero_times_infinity(job, nans)
    if invalid:
        return [no_valid_code(invalid[0].name), *_by_rule(job)]
    if nans and isinstance(job.exact, NaN):
        return _of_nans(operation, job, nans, inputs)
    infinite = [given for given in inputs if isinstance(given.exact, Infinity)]
    if operation in _SUMS and _are_opposite(*_SUMS[operation](*exacts)):
        return [_OPPOSITE_INFINITIES, *_by_rule(job)]
    written = work(operation, inputs)
    if isinstance(job.exact, NaN):
        none = phrase("{work} has no value: the operation is invalid.", work=written)
        why = [_NO_VALUE[operation](*exacts)] if operation in _NO_VALUE else []
        return [*why, none, *_by_rule(job)]
    if Flags.DIVIDE_BY_ZERO in job.rounded.flags:
        told = phrase("{work} divides by zero: the exact result is infinite.", work=written)
        return [told, *_INFINITE.get(operation, ())]
    if infinite:
        return [phrase("{name} is infinite: so is the exact result.", name=infinite[0].name)]
    return [phrase("{work} is infinite.", work=written)]


_NO_VALUE: Mapping[Operation, Callable[..., Phrase]] = {
    Operation.DIVIDE: lambda a, _: (
        _INFINITY_BY_INFINITY if isinstance(a, Infinity) else _ZERO_BY_ZERO
    ),
    Operation.SQRT: lambda _: _ROOT_OF_NEGATIVE,
    Operation.RSQRT: lambda _: _ROOT_OF_NEGATIVE,
}
"""Why operands that are numbers have no result."""


_INFINITE: Mapping[Operation, tuple[Phrase, ...]] = {Operation.DIVIDE: (_SIGN_OF_QUOTIENT,)}
"""What is to be said of the infinity that a division by zero gives."""


def _of_nans(
    operation: Operation, job: Job, nans: Sequence[Input], inputs: Sequence[Input]
) -> list[Phrase]:
    if operation.rule.reads is as_code and Flags.INVALID not in job.rounded.flags:
        return [phrase("{name} is not a number: neither is the result.", name=nans[0].name)]
    return [_nan_operand(_picked(nans, inputs, job), job), *_signalling(nans)]


def _zero_times_infinity(job: Job, nans: Sequence[Input]) -> list[Phrase]:
    """What comes of a product that has no value, and of an addend of it that is not a number."""
    for addend in nans:
        exact = addend.exact
        if isinstance(exact, NaN) and exact != INVALID and job.rules.nans.rule.keeps_addend(exact):
            kept = phrase(
                "Zero times infinity has no value. {name} is not a number, and so it is the "
                "result, by the rule of NaNs: {rule}.",
                name=addend.name,
                rule=job.rules.nans.rule.name,
            )
            return [kept, *_signalling(nans)]
    return [_ZERO_TIMES_INFINITY, *_by_rule(job)]


def _by_rule(job: Job) -> list[Phrase]:
    """Which NaN an invalid operation gives, where the rule is not the usual one."""
    if job.rules.nans is Nans.FIRST or not isinstance(job.decoded.number, NaN):
        return []
    return [
        phrase(
            "By the rule of NaNs, {rule}, an invalid operation gives {code}.",
            rule=job.rules.nans.rule.name,
            code=job.format.code_text(job.rounded.code),
        )
    ]


def _picked(nans: Sequence[Input], inputs: Sequence[Input], job: Job) -> Input:
    """The NaN operand that the rule of NaNs picks."""
    rule = job.rules.nans.rule
    if rule.picks is None:
        return nans[0]
    picked = rule.picks(rule.ordered([each.exact for each in inputs]))
    return next(each for each in nans if each.exact == picked)


def _is_invalid_product(a: Exact, b: Exact) -> bool:
    made = exact_product(a, b)
    return isinstance(made, NaN) and not isinstance(a, NaN) and not isinstance(b, NaN)


_SUMS: Mapping[Operation, Callable[..., tuple[Exact, Exact]]] = {
    Operation.ADD: lambda a, b: (a, b),
    Operation.SUBTRACT: lambda a, b: (a, negated(b)),
    Operation.FMA: lambda a, b, c: (exact_product(a, b), c),
}
"""What is added, of the operations that add."""


def _are_opposite(a: Exact, b: Exact) -> bool:
    """Whether two terms are infinities that have no sum."""
    both = isinstance(a, Infinity) and isinstance(b, Infinity)
    return both and a != b


def _nan_operand(given: Input, job: Job) -> Phrase:
    if job.decoded.number_class is NumberClass.INVALID or not isinstance(job.decoded.number, NaN):
        return phrase("{name} is not a number: neither is the exact result.", name=given.name)
    if job.rules.nans.rule.picks is None:
        return phrase(
            "{name} is not a number: neither is the result, which is {code} for every NaN.",
            name=given.name,
            code=job.format.code_text(job.rounded.code),
        )
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


def zero_product(job: Job) -> list[Phrase]:
    """Why a product is zero, and what the format makes of it."""
    return [_ZERO_FACTOR, *lost_zero(job.format, job.negative)]


def zero_sum(job: Job, a: Term, b: Term) -> list[Phrase]:
    """Which zero an exact sum of zero is (6.3), and what the format makes of it."""
    return [_zero_sign(job, a, b), *lost_zero(job.format, job.negative)]


def _zero_sign(job: Job, a: Term, b: Term) -> Phrase:
    if not a.amount.digits and not b.amount.digits and a.negative == b.negative:
        return phrase("Both are zeros of the same sign, which the exact sum keeps.")
    if job.rules.rounding.rule.makes_negative_zero:
        return phrase("The exact sum is zero: -0, because the rule is downward.")
    return phrase("The exact sum is zero: +0, under every rule but downward.")


def nothing_to_add(zero: Term, other: Term) -> Step:
    """The step of a sum with one zero: nothing happens to the other term."""
    sentence = phrase("{zero} is zero: the exact sum is {other}.", zero=zero.name, other=other.name)
    row = other.row(other.exponent)
    return Step(StepKind.SPECIAL, (sentence,), (row,))
