"""Hypotheses of the right operation on the wrong things, and of the wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from fpviz.core.arithmetic.operations import Operand, Operation, operate
from fpviz.core.arithmetic.rounding import Rounded
from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.formats.order import opposite
from fpviz.core.phrase import phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis, Outcome
from fpviz.core.vectors.trial import Trial

_LETTERS = "abc"
_BEFORE = 3


def other_operations(operation: Operation) -> Iterator[Hypothesis]:
    """Another operation on as many operands."""
    for other in Operation:
        if other is not operation and other.arity == operation.arity:
            yield Hypothesis(
                f"operation-{other.value}",
                phrase("{other} in place of {operation}", other=other.value, operation=operation.value),
                lambda trial, other=other: operate(
                    other, trial.format, trial.operands, trial.rules
                ),
            )


def other_orders(operation: Operation) -> Iterator[Hypothesis]:
    """The operands in another order."""
    letters = _LETTERS[: operation.arity]
    for order in permutations(range(operation.arity)):
        if list(order) != sorted(order):
            written = "".join(letters[each] for each in order)
            yield Hypothesis(
                f"order-{written}",
                phrase("operands in the order {order}", order=", ".join(written)),
                lambda trial, order=order: trial.of(*(trial.operands[each] for each in order)),
            )


def other_signs(operation: Operation) -> Iterator[Hypothesis]:
    """An operand, or the result, with the other sign."""
    for at in range(operation.arity):
        yield Hypothesis(
            f"negated-{_LETTERS[at]}",
            phrase("the other sign of {operand}", operand=_LETTERS[at]),
            lambda trial, at=at: _with_one_changed(trial, at, _negated),
        )
    if operation.arity > 1:
        yield Hypothesis(
            "magnitudes",
            phrase("operands without their signs"),
            lambda trial: trial.of(*map(_magnitude, trial.operands)),
        )
    yield Hypothesis("sign-of-zero", phrase("the other sign of zero"), _zero_negated)
    yield Hypothesis(
        "negated-result", phrase("the other sign of the result"), _negated_result, ("sign-of-zero",)
    )


def _with_one_changed(
    trial: Trial, at: int, change: Callable[[Operand], Operand]
) -> Outcome:
    operands = list(trial.operands)
    operands[at] = change(operands[at])
    return trial.of(*operands)


def _negated(operand: Operand) -> Operand:
    fmt, code = operand
    other = opposite(fmt, code)
    return fmt, code if other is None else other


def _magnitude(operand: Operand) -> Operand:
    fmt, code = operand
    negative = not fmt.is_nan(code) and fmt.sign_and_place(code)[0]
    return _negated(operand) if negative else operand


def _negated_result(trial: Trial) -> Outcome | None:
    code = opposite(trial.format, trial.right.code)
    return None if code is None else Rounded(code, trial.right.flags)


def _zero_negated(trial: Trial) -> Outcome | None:
    fmt, code = trial.format, trial.right.code
    if fmt.is_nan(code) or not fmt.has_zero or fmt.sign_and_place(code)[1]:
        return None
    return _negated_result(trial)


def other_byte_orders(operands: Format, result: Format) -> Iterator[Hypothesis]:
    """Codes whose bytes, or halves, come in another order."""
    if operands.width % 8 == 0 and operands.width > 8:
        yield Hypothesis(
            "byte-order-operands",
            phrase("operands in the other byte order"),
            lambda trial: trial.of(*map(_swapped, trial.operands)),
        )
        if operands == result:
            yield Hypothesis(
                "byte-order",
                phrase("operands and result in the other byte order"),
                lambda trial: _swapped_result(trial, trial.of(*map(_swapped, trial.operands))),
            )
    if result.width % 8 == 0 and result.width > 8:
        yield Hypothesis(
            "byte-order-result",
            phrase("the result in the other byte order"),
            lambda trial: _swapped_result(trial, trial.right),
        )


def _swapped(operand: Operand) -> Operand:
    fmt, code = operand
    return fmt, int.from_bytes(code.to_bytes(fmt.width // 8, "little"), "big")


def _swapped_result(trial: Trial, result: Outcome) -> Outcome:
    return Rounded(_swapped((trial.format, result.code))[1], result.flags)


def other_formats(operands: Format, result: Format) -> Iterator[Hypothesis]:
    """Codes that are read as those of another format of the same width."""
    if operands != result:
        return
    for other in CATALOGUE:
        if other.width == operands.width and other.key != operands.key:
            yield Hypothesis(
                f"format-{other.name}",
                phrase("codes of {format}", format=other.name),
                lambda trial, other=other: operate(
                    trial.operation,
                    other,
                    [(other, code) for _, code in trial.operands],
                    trial.rules,
                ),
            )


def other_results(operation: Operation) -> Iterator[Hypothesis]:
    """What is no result of the operands at all."""
    for at in range(operation.arity):
        yield Hypothesis(
            f"operand-{_LETTERS[at]}",
            phrase("operand {operand} itself as the result", operand=_LETTERS[at]),
            lambda trial, at=at: _passed_on(trial, at),
        )
    for lines in range(1, _BEFORE + 1):
        yield Hypothesis(
            f"before-{lines}",
            phrase("the result of the line before")
            if lines == 1
            else phrase("the result of {lines} lines before", lines=str(lines)),
            lambda trial, lines=lines: trial.before[lines - 1]
            if len(trial.before) >= lines
            else None,
        )


def _passed_on(trial: Trial, at: int) -> Outcome | None:
    fmt, code = trial.operands[at]
    return Rounded(code, trial.right.flags) if fmt.key == trial.format.key else None
