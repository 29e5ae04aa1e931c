"""Lines held against what is right, and why they may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from fpviz.core.arithmetic.operations import Result
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.order import ordinal
from fpviz.core.vectors.hypotheses import Hypothesis, hypotheses
from fpviz.core.vectors.trial import Trial
from fpviz.core.vectors.vector import Given, Task, Unread, Vector, worked_out

_NONE = Flags.NONE

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
    """A line, what is right, and what is wrong with it, if anything is.

    ``rules``: its own, where it names its rounding. ``before`` and ``raised`` are as of a Trial.
    """

    vector: Vector
    right: Result
    rules: Rules
    before: tuple[Rounded, ...]
    raised: Flags
    wrong: tuple[Wrong, ...] = ()


def checked(found: Iterable[Vector | Unread], task: Task) -> Iterator[Checked | Unread]:
    """Each vector held against what is right; what could not be read, as it is."""
    tasks = _by_rounding(task)
    before: tuple[Rounded, ...] = ()
    raised = _NONE
    operation, fmt = task.operation, task.result
    for vector in found:
        if isinstance(vector, Unread):
            yield vector
            continue
        asked = task if vector.rounding is None else tasks[vector.rounding]
        right = worked_out(operation, fmt, vector.operands, asked.rules)
        code, flags = right.code, right.flags
        line = Checked(vector, right, asked.rules, before, raised)
        for given in vector.given:
            if given.code != code or (given.flags is not None and given.flags is not flags):
                line = _compared(line, given, asked)
        yield line
        before = (Rounded(code, flags), *before[: _REMEMBERED - 1])
        if flags is not _NONE:
            raised |= flags


def _compared(line: Checked, given: Given, task: Task) -> Checked:
    """The line with what is wrong with a result that is not right at a glance."""
    if _is_right(given, line.right, task):
        return line
    return line._replace(wrong=(*line.wrong, _why(trial_of(line, given, task), task)))


def trial_of(line: Checked, given: Given, task: Task) -> Trial:
    """A result of a line, to be tried with hypotheses."""
    return Trial(
        task.operation,
        task.result,
        line.vector.operands,
        line.rules,
        given,
        line.right,
        line.before,
        line.raised,
    )


def _by_rounding(task: Task) -> dict[Rounding, Task]:
    return {
        rounding: replace(task, rules=replace(task.rules, rounding=rounding))
        for rounding in Rounding
    }


def _is_right(given: Given, right: Result, task: Task) -> bool:
    if given.flags is not None and given.flags != right.flags:
        return False
    return given.code == right.code or _is_any_nan(given, right.code, task)


def _is_any_nan(given: Given, code: int, task: Task) -> bool:
    """Whether a result and a code are NaNs, and it does not matter which."""
    fmt = task.result
    return (task.any_nan or given.any_nan) and fmt.is_nan(given.code) and fmt.is_nan(code)


def distance(fmt: Format, a: int, b: int) -> int | None:
    """How many values two codes lie apart, 0 for both zeros; ``None`` where one is a NaN."""
    if fmt.is_nan(a) or fmt.is_nan(b):
        return None
    return abs(ordinal(fmt, a) - ordinal(fmt, b))


def _why(trial: Trial, task: Task) -> Wrong:
    given, right = trial.given, trial.right
    explained, but_flags = _explained(trial, task)
    return Wrong(
        given,
        given.code ^ right.code,
        distance(task.result, given.code, right.code),
        tuple(explained),
        tuple(but_flags),
    )


def _explained(trial: Trial, task: Task) -> tuple[list[Hypothesis], list[Hypothesis]]:
    """The hypotheses under which a result is right, and those under which its code alone is."""
    given = trial.given
    is_code_right = given.code == trial.right.code or _is_any_nan(given, trial.right.code, task)
    wholly, but_flags = [], []
    for hypothesis in hypotheses(task):
        outcome = hypothesis.gives(trial)
        if outcome is None:
            continue
        if outcome.code != given.code and not _is_any_nan(given, outcome.code, task):
            continue
        if given.flags in (None, outcome.flags):
            wholly.append(hypothesis)
        elif not is_code_right:
            but_flags.append(hypothesis)
    return wholly, but_flags


def contradicts(hypothesis: Hypothesis, trial: Trial, task: Task) -> bool:
    """Whether a result that is right would be wrong under a hypothesis."""
    outcome = None if hypothesis.allows_right else hypothesis.gives(trial)
    if outcome is None:
        return False
    if trial.given.flags not in (None, outcome.flags):
        return True
    return outcome.code != trial.right.code and not _is_any_nan(trial.given, outcome.code, task)


def told(found: Iterable[Hypothesis]) -> tuple[Hypothesis, ...]:
    """Hypotheses without those that say less than another one among them."""
    found = tuple(found)
    keys = {each.key for each in found}
    return tuple(each for each in found if keys.isdisjoint(each.instead))
