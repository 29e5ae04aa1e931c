"""Hypotheses of a result that is rounded more than once, or from less than the exact result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from fpviz.core.arithmetic.enclosures import Irrational
from fpviz.core.arithmetic.operands import taken
from fpviz.core.arithmetic.operations import (
    Dyadic,
    Exact,
    Operand,
    Operation,
    convert,
    exact_product,
    exact_sum,
    negated,
    operate,
    read_operand,
)
from fpviz.core.arithmetic.operations.delivering import delivered
from fpviz.core.arithmetic.operations.exact import finite_of
from fpviz.core.arithmetic.operations.formats_meant import has_integers
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, goes_up
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format, find_format
from fpviz.core.formats.order import contains
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, Infinity, NaN
from fpviz.core.phrase import phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis, Outcome
from fpviz.core.vectors.trial import Trial
from fpviz.core.vectors.vector import Task

_WIDER = tuple(map(find_format, ("fp32", "fp64", "x87")))
_NARROWER = tuple(map(find_format, ("tf32", "bf16", "fp16")))
_GUARD_BITS = range(4)


def double_roundings(task: Task) -> Iterator[Hypothesis]:
    """The result is rounded into a wider format first."""
    result = task.result
    if task.operation and task.operation.rule.result:
        return
    for wide in _WIDER:
        if contains(wide, result) and not contains(result, wide):
            yield Hypothesis(
                f"double-rounding-{wide.name}",
                phrase("double rounding through {format}", format=wide.name),
                partial(_rounded_again, wide),
            )


def _rounded_again(wide: Format, trial: Trial) -> Outcome:
    return convert(trial.format, trial.into(wide), _without_daz(trial.rules))


def _without_daz(rules: Rules) -> Rules:
    return replace(rules, daz=False)


def narrow_operands(task: Task) -> Iterator[Hypothesis]:
    """The operands are rounded into a narrower format first, as matrix units do."""
    rules, operands = task.rules, task.operands[0]
    ways = {"": rules, "-toward-zero": replace(rules, rounding=Rounding.TOWARD_ZERO)}
    for narrow in _NARROWER:
        if narrow.precision >= operands.precision or narrow.base != operands.base:
            continue
        for suffix, how in ways.items():
            name = phrase("operands rounded to {format} first", format=narrow.name)
            if suffix:
                name = phrase("operands cut to {format} first", format=narrow.name)
            yield Hypothesis(
                f"operands-{narrow.name}{suffix}",
                name,
                partial(_of_narrowed, narrow, how),
            )


def _of_narrowed(narrow: Format, how: Rules, trial: Trial) -> Outcome:
    return trial.of(*(_narrowed(each, narrow, how) for each in trial.operands))


def _narrowed(operand: Operand, narrow: Format, how: Rules) -> Operand:
    return operand if has_integers(operand[0]) else (narrow, convert(narrow, operand, how).code)


def unfused(operation: Operation | None, result: Format) -> Iterator[Hypothesis]:
    """A fused multiplication and addition that is two operations, each rounded."""
    if operation is not Operation.FMA:
        return
    yield Hypothesis(
        "unfused",
        phrase("a product that is rounded before the addition (no FMA)"),
        lambda trial: _unfused(trial, trial.format),
    )
    for wide in _WIDER:
        if contains(wide, result) and not contains(result, wide):
            yield Hypothesis(
                f"unfused-{wide.name}",
                phrase("product and sum rounded to {format}, and the sum again", format=wide.name),
                partial(_unfused_again, wide),
                (f"double-rounding-{wide.name}",),
            )


def _unfused(trial: Trial, fmt: Format) -> Rounded:
    a, b, c = trial.operands
    product = operate(Operation.MULTIPLY, fmt, (a, b), trial.rules)
    total = operate(Operation.ADD, fmt, ((fmt, product.code), c), trial.rules)
    return Rounded(total.code, product.flags | total.flags)


def _unfused_again(wide: Format, trial: Trial) -> Outcome:
    total = wide, _unfused(trial, wide).code
    return convert(trial.format, total, _without_daz(trial.rules))


def without_sticky(rules: Rules) -> Iterator[Hypothesis]:
    """Of the exact result only so many bits beyond the last place have a say."""
    if rules.rounding.rule.is_truncation:
        return
    for bits in _GUARD_BITS[1:]:
        yield Hypothesis(
            f"no-sticky-{bits}",
            phrase("{bits} bits beyond the last place and no sticky bit", bits=str(bits))
            if bits > 1
            else phrase("a round bit alone, without a sticky bit"),
            partial(_with_rest_cut, bits),
        )


_SPARE_BITS = 64
"""Bits of an enclosure beyond the width of a format, which nearly always tell where it is."""


def _with_rest_cut(bits: int, trial: Trial) -> Outcome | None:
    """The result, had the rest beyond the last place no more than that many bits."""
    fmt, exact = trial.format, trial.right.exact
    if isinstance(exact, Infinity | NaN) or trial.right.flags & Flags.OVERFLOW:
        return None
    if exact.negative and not fmt.signed:
        return None
    places = {_place_of_cut(trial, bits, each) for each in _ends(exact, fmt)}
    place = places.pop() if len(places) == 1 else -1
    if not fmt.least_delivered <= place <= fmt.last_place(exact.negative):
        return None
    return Rounded(fmt.code_at(place, exact.negative), trial.right.flags)


def _ends(exact: Dyadic | Finite | Irrational, fmt: Format) -> tuple[Magnitude, ...]:
    """The magnitude, or the ends between which it lies; none of zero."""
    if not isinstance(exact, Dyadic | Finite):
        return exact.enclosed(fmt.width + _SPARE_BITS)
    number = finite_of(exact)
    return () if number.is_zero else (Magnitude.of(number.magnitude),)


def _place_of_cut(trial: Trial, bits: int, magnitude: Magnitude) -> int:
    """The place that it goes to, if no more than that many bits of its rest have a say."""
    negative = trial.right.exact.negative
    place, odd, rest, whole = trial.format.bracket(magnitude, negative)
    kept = (rest << bits) // whole
    return place + (bool(kept) and goes_up(trial.rules, negative, odd, kept, 1 << bits))


def cut_alignment(operation: Operation | None) -> Iterator[Hypothesis]:
    """The smaller term of a sum is cut off when it is shifted below the larger one."""
    if operation is None or operation not in _TERMS:
        return
    terms_of = _TERMS[operation]
    for bits in _GUARD_BITS:
        yield Hypothesis(
            f"guard-bits-{bits}",
            phrase("an adder with {bits} guard bits and no sticky bit", bits=str(bits))
            if bits != 1
            else phrase("an adder with one guard bit and no sticky bit"),
            partial(_with_alignment_cut, terms_of, bits),
        )


Terms = Callable[..., tuple[Exact, Exact]]

_TERMS: Mapping[Operation, Terms] = {
    Operation.ADD: lambda a, b: (a, b),
    Operation.SUBTRACT: lambda a, b: (a, negated(b)),
    Operation.FMA: lambda a, b, c: (exact_product(a, b), c),
}
"""The terms of the sum that an operation ends with; the others end with none."""


def _with_alignment_cut(terms_of: Terms, bits: int, trial: Trial) -> Outcome | None:
    read = [read_operand(taken(each, trial.rules)) for each in trial.operands]
    terms = [term for term in terms_of(*read) if isinstance(term, Dyadic)]
    if len(terms) < 2:
        return None
    smaller, larger = sorted(terms, key=lambda term: term.number.magnitude)
    lowest = _last_place(larger, trial.format) - bits
    shift = lowest - smaller.exponent
    if shift <= 0:
        return None
    cut = Dyadic(smaller.negative, smaller.significand >> shift, lowest)
    return delivered(trial.format, exact_sum(larger, cut, trial.rules.rounding), trial.rules)


def _last_place(term: Dyadic, fmt: Format) -> int:
    """The exponent of the last digit that the format has for a term, or of the term's own last."""
    top = term.significand.bit_length() - 1 + term.exponent
    return min(term.exponent, fmt.quantum_at(top)) if fmt.has_even_binades else term.exponent
