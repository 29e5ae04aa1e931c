"""Hypotheses of details: flags, NaNs, and the other neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from fpviz.core.arithmetic.nan_rules import Nans
from fpviz.core.arithmetic.operations import Dyadic, convert
from fpviz.core.arithmetic.operations.exact import finite_of
from fpviz.core.arithmetic.operations.formats_meant import makes_integers
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.numbers import Finite
from fpviz.core.phrase import phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis, Outcome
from fpviz.core.vectors.hypotheses.rules import other_roundings
from fpviz.core.vectors.trial import Trial
from fpviz.core.vectors.vector import Task

_NONE, _INEXACT, _UNDERFLOW = Flags.NONE, Flags.INEXACT, Flags.UNDERFLOW


def of_flags() -> Iterator[Hypothesis]:
    """The right code, with other flags."""
    yield Hypothesis(
        "underflow-exact", phrase("underflow raised by exact subnormal results, too"), _exact_too
    )
    yield Hypothesis(
        "inexact-alone", phrase("inexact not raised beside overflow and underflow"), _not_beside
    )
    yield Hypothesis(
        "no-inexact",
        phrase("inexact never raised"),
        lambda trial: _flagged(trial, trial.right.flags & ~_INEXACT),
        ("inexact-alone",),
    )
    yield Hypothesis(
        "no-flags", phrase("no flag that is ever raised"), lambda trial: _flagged(trial, _NONE)
    )
    yield Hypothesis(
        "sticky-flags",
        phrase("flags that are not cleared from line to line"),
        lambda trial: _flagged(trial, trial.right.flags | trial.raised),
    )


def _flagged(trial: Trial, flags: Flags) -> Outcome:
    return Rounded(trial.right.code, flags)


def _exact_number(trial: Trial) -> Finite | None:
    """The exact result that is a number other than zero."""
    exact = trial.right.exact
    if not isinstance(exact, Dyadic | Finite):
        return None
    number = finite_of(exact)
    return None if number.is_zero else number


def _is_tiny(trial: Trial) -> bool:
    number = _exact_number(trial)
    return number is not None and number.magnitude < trial.format.min_normal


def _exact_too(trial: Trial) -> Outcome:
    return _flagged(trial, trial.right.flags | (_UNDERFLOW if _is_tiny(trial) else _NONE))


def _not_beside(trial: Trial) -> Outcome:
    flags = trial.right.flags
    return _flagged(trial, flags & ~_INEXACT if flags & (_UNDERFLOW | Flags.OVERFLOW) else flags)


def of_nans(fmt: Format) -> Iterator[Hypothesis]:
    """Another NaN, where one is due."""
    if not fmt.has_nan:
        return
    for at, letter in enumerate("abc"):
        yield Hypothesis(
            f"nan-of-{letter}",
            phrase("the NaN of operand {operand}", operand=letter),
            partial(_nan_of, at),
            tuple(f"nans-{each.value}" for each in Nans),
        )
    yield Hypothesis(
        "any-nan",
        phrase("any NaN"),
        lambda trial: _as_nan(trial.given.code, trial),
        (*(f"nans-{each.value}" for each in Nans), "nan-of-a", "nan-of-b", "nan-of-c"),
        allows_right=True,
    )


def of_integers(task: Task) -> Iterator[Hypothesis]:
    """What machines make of a NaN where an integer is wanted."""
    if task.operation is None or not makes_integers(task.operation):
        return
    fmt = task.result
    ends = {
        "zero": (phrase("0 for a NaN"), fmt.code_at(0)),
        "largest": (phrase("the largest integer for a NaN"), fmt.code_at(fmt.last_place(False))),
        "least": (
            phrase("the least integer for a NaN"),
            fmt.code_at(fmt.last_place(True), True) if fmt.signed else fmt.code_at(0),
        ),
    }
    for key, (name, code) in ends.items():
        yield Hypothesis(f"nan-to-{key}", name, partial(_integer_for_nan, code))


def _integer_for_nan(code: int, trial: Trial) -> Outcome | None:
    fmt, operand = trial.operands[0]
    return Rounded(code, Flags.INVALID) if fmt.is_nan(operand) else None


def _as_nan(code: int | None, trial: Trial) -> Outcome | None:
    fmt = trial.format
    if code is None or not (fmt.is_nan(trial.right.code) and fmt.is_nan(code)):
        return None
    return Rounded(code, trial.right.flags)


def _nan_of(at: int, trial: Trial) -> Outcome | None:
    """A NaN operand, made quiet, as a conversion has it."""
    if at >= len(trial.operands) or not trial.operands[at][0].is_nan(trial.operands[at][1]):
        return None
    return _as_nan(convert(trial.format, trial.operands[at], trial.rules).code, trial)


def faithful(rules: Rules) -> Iterator[Hypothesis]:
    """Either neighbour of the exact result."""
    instead = tuple(each.value for each in other_roundings(rules))
    yield Hypothesis(
        "faithful",
        phrase("faithful rounding (either neighbour)"),
        _other_neighbour,
        (*instead, "no-sticky-1", "no-sticky-2", "no-sticky-3"),
        allows_right=True,
    )


def _other_neighbour(trial: Trial) -> Outcome | None:
    if Flags.INEXACT not in trial.right.flags:
        return None
    ways = (trial.by(replace(trial.rules, rounding=way)) for way in _BOTH_WAYS)
    return next((each for each in ways if each.code != trial.right.code), None)


_BOTH_WAYS = (Rounding.UPWARD, Rounding.DOWNWARD)
