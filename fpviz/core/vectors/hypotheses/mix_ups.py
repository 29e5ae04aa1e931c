"""Hypotheses of the right operation on the wrong things, and of the wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import permutations

from fpviz.core.arithmetic.operations import Operand, Operation, operate
from fpviz.core.arithmetic.operations.formats_meant import formats_meant, makes_integers
from fpviz.core.arithmetic.rounding import Rounded
from fpviz.core.formats import CATALOGUE, Format
from fpviz.core.formats.order import opposite
from fpviz.core.phrase import phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis, Outcome
from fpviz.core.vectors.trial import Trial
from fpviz.core.vectors.vector import Task, worked_out

_LETTERS = "abc"
_LINES_BEFORE = 3


def other_operations(task: Task) -> Iterator[Hypothesis]:
    """Another operation on operands of these formats, with a result of as many bits."""
    for other in Operation:
        result = _result_of(other, task)
        if task.operation in (None, other) or result is None:
            continue
        yield Hypothesis(
            f"operation-{other.value}",
            phrase(
                "{other} in place of {operation}",
                other=other.value,
                operation=task.operation.value,
            ),
            partial(_by_operation, other, result),
        )


def _result_of(other: Operation, task: Task) -> Format | None:
    """The format in which another operation gives its result; ``None`` where it is none that
    stands for this one: it takes other operands, or gives a truth value for a number."""
    operation, operands = task.operation, task.operands
    if operation is None or other.arity != operation.arity:
        return None
    if makes_integers(other) != makes_integers(operation) or (
        bool(other.rule.result) != bool(operation.rule.result)
    ):
        return None
    result: Format | None = task.result
    if other.rule.result:
        name = other.rule.result.rstrip("0123456789") + str(task.result.width)
        result = next((fmt for fmt in CATALOGUE if fmt.name == name), None)
    meant = formats_meant(other, operands[0], result)
    return meant.result if meant.operands == operands else None


def _by_operation(other: Operation, result: Format, trial: Trial) -> Outcome:
    return operate(other, result, trial.operands, trial.rules)


def other_orders(arity: int) -> Iterator[Hypothesis]:
    """The operands in another order."""
    letters = _LETTERS[:arity]
    for order in permutations(range(arity)):
        if list(order) != sorted(order):
            written = "".join(letters[each] for each in order)
            yield Hypothesis(
                f"order-{written}",
                phrase("operands in the order {order}", order=", ".join(written)),
                partial(_in_order, order),
            )


def _in_order(order: Sequence[int], trial: Trial) -> Outcome:
    return trial.of(*(trial.operands[each] for each in order))


def other_signs(arity: int) -> Iterator[Hypothesis]:
    """An operand, or the result, with the other sign."""
    if arity > 1:
        yield Hypothesis(
            "magnitudes",
            phrase("operands without their signs"),
            lambda trial: trial.of(*map(_magnitude, trial.operands)),
        )
    yield Hypothesis("sign-of-zero", phrase("the other sign of zero"), _zero_negated)
    yield Hypothesis(
        "negated-result", phrase("the other sign of the result"), _negated_result, ("sign-of-zero",)
    )
    for at in range(arity):
        yield Hypothesis(
            f"negated-{_LETTERS[at]}",
            phrase("the other sign of {operand}", operand=_LETTERS[at]),
            partial(_with_one_negated, at),
            ("negated-result",),
        )


def _with_one_negated(at: int, trial: Trial) -> Outcome:
    operands = list(trial.operands)
    operands[at] = _negated(operands[at])
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


def other_byte_orders(task: Task) -> Iterator[Hypothesis]:
    """Codes whose bytes, or halves, come in another order."""
    operands, result = task.operands, task.result
    if all(map(_has_bytes, operands)):
        yield Hypothesis(
            "byte-order-operands",
            phrase("operands in the other byte order"),
            lambda trial: trial.of(*map(_swapped, trial.operands)),
        )
        if set(operands) == {result}:
            yield Hypothesis(
                "byte-order",
                phrase("operands and result in the other byte order"),
                lambda trial: _swapped_result(trial, trial.of(*map(_swapped, trial.operands))),
            )
    if _has_bytes(result):
        yield Hypothesis(
            "byte-order-result",
            phrase("the result in the other byte order"),
            lambda trial: _swapped_result(trial, trial.right),
        )


def _has_bytes(fmt: Format) -> bool:
    return fmt.width % 8 == 0 and fmt.width > 8


def _swapped(operand: Operand) -> Operand:
    fmt, code = operand
    return fmt, int.from_bytes(code.to_bytes(fmt.width // 8, "little"), "big")


def _swapped_result(trial: Trial, result: Outcome) -> Outcome:
    return Rounded(_swapped((trial.format, result.code))[1], result.flags)


def other_formats(task: Task) -> Iterator[Hypothesis]:
    """Codes that are read as those of another format of the same width."""
    operands = task.operands[0]
    if task.operation is None and operands != task.result:
        return
    for other in CATALOGUE:
        if other.width == operands.width and other.key != operands.key:
            yield Hypothesis(
                f"format-{other.name}",
                phrase("codes of {format}", format=other.name),
                partial(_as_codes_of, operands, other),
            )


def _as_codes_of(fmt: Format, other: Format, trial: Trial) -> Outcome:
    operands = [(other if each == fmt else each, code) for each, code in trial.operands]
    result = other if trial.format == fmt else trial.format
    return worked_out(trial.operation, result, operands, trial.rules)


def other_results(arity: int) -> Iterator[Hypothesis]:
    """What is no result of the operands at all."""
    for at in range(arity):
        yield Hypothesis(
            f"operand-{_LETTERS[at]}",
            phrase("operand {operand} itself as the result", operand=_LETTERS[at]),
            partial(_passed_on, at),
        )
    for lines in range(1, _LINES_BEFORE + 1):
        yield Hypothesis(
            f"before-{lines}",
            phrase("the result of the line before")
            if lines == 1
            else phrase("the result of {lines} lines before", lines=str(lines)),
            partial(_before, lines),
        )


def _passed_on(at: int, trial: Trial) -> Outcome | None:
    fmt, code = trial.operands[at]
    return Rounded(code, trial.right.flags) if fmt.key == trial.format.key else None


def _before(lines: int, trial: Trial) -> Outcome | None:
    return trial.before[lines - 1] if len(trial.before) >= lines else None
