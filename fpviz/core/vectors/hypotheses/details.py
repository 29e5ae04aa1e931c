"""Hypotheses of details: flags, NaNs, and tiny results."""

from __future__ import annotations

from collections.abc import Iterator

from fpviz.core.arithmetic.operations import Dyadic
from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules
from fpviz.core.formats import Format
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, NaN
from fpviz.core.phrase import phrase
from fpviz.core.vectors.hypotheses.hypothesis import Hypothesis, Outcome
from fpviz.core.vectors.hypotheses.rules import other_roundings
from fpviz.core.vectors.trial import Trial

_NONE, _INEXACT, _UNDERFLOW = Flags.NONE, Flags.INEXACT, Flags.UNDERFLOW


def of_flags() -> Iterator[Hypothesis]:
    """The right code, with other flags."""
    yield Hypothesis("tiny-before", phrase("tininess detected before rounding"), _tiny_before)
    yield Hypothesis(
        "underflow-exact", phrase("underflow raised by exact subnormal results, too"), _exact_too
    )
    yield Hypothesis(
        "inexact-alone", phrase("inexact not raised beside overflow and underflow"), _not_beside
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
    number = exact.number if isinstance(exact, Dyadic) else exact
    return number if isinstance(number, Finite) and not number.is_zero else None


def _is_tiny(trial: Trial) -> bool:
    number = _exact_number(trial)
    return number is not None and number.magnitude < trial.format.min_normal


def _tiny_before(trial: Trial) -> Outcome:
    tiny = _INEXACT in trial.right.flags and _is_tiny(trial)
    return _flagged(trial, trial.right.flags | (_UNDERFLOW if tiny else _NONE))


def _exact_too(trial: Trial) -> Outcome:
    return _flagged(trial, trial.right.flags | (_UNDERFLOW if _is_tiny(trial) else _NONE))


def _not_beside(trial: Trial) -> Outcome:
    flags = trial.right.flags
    return _flagged(trial, flags & ~_INEXACT if flags & (_UNDERFLOW | Flags.OVERFLOW) else flags)


def of_tiny_results() -> Iterator[Hypothesis]:
    """What is tiny before it is rounded becomes zero, as Arm's flush-to-zero has it."""
    yield Hypothesis(
        "flush-before",
        phrase("results flushed that are subnormal before rounding"),
        _flushed_before,
        ("flush",),
    )


def _flushed_before(trial: Trial) -> Outcome | None:
    fmt, number = trial.format, _exact_number(trial)
    if number is None or not _is_tiny(trial) or not fmt.has_zero:
        return None
    return Rounded(fmt.code_at(0, number.negative and fmt.signed), _INEXACT | _UNDERFLOW)


def of_nans(fmt: Format) -> Iterator[Hypothesis]:
    """Another NaN, where one is due."""
    if not fmt.has_nan:
        return
    yield _nan("nan-positive", "the positive NaN without payload", NaN(False))
    yield _nan("nan-negative", "the negative NaN without payload", NaN(True))


def faithful(rules: Rules) -> Iterator[Hypothesis]:
    """Either neighbour of the exact result."""
    instead = tuple(each.value for each in other_roundings(rules))
    yield Hypothesis("faithful", phrase("faithful rounding (either neighbour)"), _other_neighbour, instead)
