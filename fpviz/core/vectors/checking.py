"""Lines held against what is right, and why they may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Result
from fpviz.core.arithmetic.rounding import Flags, Rounded
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.order import ordinal
from fpviz.core.vectors.hypotheses import Hypothesis, hypotheses
from fpviz.core.vectors.trial import Trial
from fpviz.core.vectors.vector import Given, Task, Unread, Vector, worked_out

_REMEMBERED = 3
"""Lines before that a result may be one of."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A result of a line that is not what the rules give.

    ``bits``: where the codes differ. ``ulps``: how many values they lie apart; ``None`` where one
    of them is a NaN. ``explained``: all hypotheses under which it is right; ``but_flags``: those
    under which its code alone is.
    """

    given: Given
    bits: int
    ulps: int | None
    explained: tuple[Hypothesis, ...]
    but_flags: tuple[Hypothesis, ...]

    @property
    def right_under(self) -> tuple[Hypothesis, ...]:
        """What it would be right under, without what says less than another of them."""
        return told(self.explained)

    @property
    def right_under_but_flags(self) -> tuple[Hypothesis, ...]:
        """What its code alone would be right under, where nothing makes it right as a whole."""
        return () if self.explained else told(self.but_flags)


class Checked(NamedTuple):
    """A line, what is right, and what is wrong with it, if anything is."""

    vector: Vector
    right: Result
    wrong: tuple[Wrong, ...]


def checked(found: Iterable[Vector | Unread], task: Task) -> Iterator[Checked | Unread]:
    """Each vector held against what is right; what could not be read, as it is."""
    tasks = _by_rounding(task)
    before: tuple[Rounded, ...] = ()
    raised = Flags.NONE
    operation, fmt, any_nan = task.operation, task.result, task.any_nan
    for vector in found:
        if isinstance(vector, Unread):
            yield vector
            continue
        _, operands, given, rounding = vector
        asked = task if rounding is None else tasks[rounding]
        right = worked_out(operation, fmt, operands, asked.rules)
        code, flags = right.code, right.flags
        wrong = [
            _why(Trial(operation, fmt, operands, asked.rules, each, right, before, raised), asked)
            for each in given
            if each.code != code or (each.flags is not None and each.flags is not flags)
            if not _is_right(each, right, fmt, any_nan)
        ]
        yield Checked(vector, right, tuple(wrong))
        before = (Rounded(code, flags), *before[: _REMEMBERED - 1])
        if flags is not _NONE:
            raised |= flags


_NONE = Flags.NONE


def _by_rounding(task: Task) -> dict[Rounding, Task]:
    return {
        rounding: replace(task, rules=replace(task.rules, rounding=rounding))
        for rounding in Rounding
    }


def _is_right(given: Given, right: Result, fmt: Format, any_nan: bool) -> bool:
    if given.flags is not None and given.flags != right.flags:
        return False
    if given.code == right.code:
        return True
    return (any_nan or given.any_nan) and fmt.is_nan(given.code) and fmt.is_nan(right.code)


def distance(fmt: Format, a: int, b: int) -> int | None:
    """How many values two codes lie apart, 0 for both zeros; ``None`` where one is a NaN."""
    if fmt.is_nan(a) or fmt.is_nan(b):
        return None
    return abs(ordinal(fmt, a) - ordinal(fmt, b))


def _why(trial: Trial, task: Task) -> Wrong:
    given, right = trial.given, trial.right
    explained, but_flags = _explained(trial, hypotheses(task), task.any_nan)
    return Wrong(
        given,
        given.code ^ right.code,
        distance(task.result, given.code, right.code),
        tuple(explained),
        tuple(but_flags),
    )


def _explained(
    trial: Trial, tried: Iterable[Hypothesis], any_nan: bool
) -> tuple[list[Hypothesis], list[Hypothesis]]:
    """The hypotheses under which a result is right, and those under which its code alone is."""
    given, fmt = trial.given, trial.format
    is_nan = (any_nan or given.any_nan) and fmt.is_nan(given.code)
    is_code_right = given.code == trial.right.code or (is_nan and fmt.is_nan(trial.right.code))
    wholly, but_flags = [], []
    for hypothesis in tried:
        outcome = hypothesis.gives(trial)
        if outcome is None:
            continue
        if outcome.code != given.code and not (is_nan and fmt.is_nan(outcome.code)):
            continue
        if given.flags in (None, outcome.flags):
            wholly.append(hypothesis)
        elif not is_code_right:
            but_flags.append(hypothesis)
    return wholly, but_flags


def told(found: Iterable[Hypothesis]) -> tuple[Hypothesis, ...]:
    """Hypotheses without those that say less than another one among them."""
    found = tuple(found)
    keys = {each.key for each in found}
    return tuple(each for each in found if keys.isdisjoint(each.instead))
