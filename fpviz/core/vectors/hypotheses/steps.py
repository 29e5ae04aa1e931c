"""Hypotheses of an operation that a unit makes of several others, each of them rounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from fpviz.core.arithmetic.operations import Operand, Operation, operate
from fpviz.core.arithmetic.rounding import Flags, Rounded, encode
from fpviz.core.numbers import finite
from fpviz.core.phrase import Phrase, phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis
from fpviz.core.vectors.trial import Trial


class _Unit:
    """Does operations one after the other, and gathers the flags."""

    def __init__(self, trial: Trial) -> None:
        self._trial, self.flags = trial, Flags.NONE
        self.one: Operand = trial.format, encode(trial.format, finite(1)).code

    def does(self, operation: Operation, *operands: Operand) -> Operand:
        """The rounded result of an operation."""
        result = operate(operation, self._trial.format, operands, self._trial.rules)
        self.flags |= result.flags
        return self._trial.format, result.code


Steps = Callable[..., Operand]


def _by_reciprocal(unit: _Unit, a: Operand, b: Operand) -> Operand:
    return unit.does(Operation.MULTIPLY, a, unit.does(Operation.DIVIDE, unit.one, b))


def _by_root(unit: _Unit, a: Operand) -> Operand:
    return unit.does(Operation.DIVIDE, unit.one, unit.does(Operation.SQRT, a))


def _by_squares(unit: _Unit, a: Operand, b: Operand) -> Operand:
    squares = (unit.does(Operation.MULTIPLY, each, each) for each in (a, b))
    return unit.does(Operation.SQRT, unit.does(Operation.ADD, *squares))


_STEPS: Mapping[Operation, tuple[Phrase, Steps]] = {
    Operation.DIVIDE: (phrase("a × (1 ÷ b), both rounded"), _by_reciprocal),
    Operation.RSQRT: (phrase("a root that is rounded before the division"), _by_root),
    Operation.HYPOT: (phrase("squares, their sum and its root, each rounded"), _by_squares),
}


def in_steps(operation: Operation | None) -> Iterator[Hypothesis]:
    """The operation as several."""
    if operation is not None and operation in _STEPS:
        name, steps = _STEPS[operation]
        yield Hypothesis("in-steps", name, partial(_stepped, steps))


def _stepped(steps: Steps, trial: Trial) -> Rounded:
    unit = _Unit(trial)
    _, code = steps(unit, *trial.operands)
    return Rounded(code, unit.flags)
