"""What a hypothesis is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fpviz.core.arithmetic.operations import Result
from fpviz.core.arithmetic.rounding import Rounded
from fpviz.core.phrase import Phrase
from fpviz.core.vectors.trial import Trial

Outcome = Rounded | Result
Gives = Callable[[Trial], Outcome | None]


@dataclass(frozen=True, slots=True, eq=False)
class Hypothesis:
    """Under which a wrong result would be right: another rule, or a mistake that units make.

    ``gives`` is what would be right then; ``None`` where the hypothesis makes no difference, or
    says nothing. ``key`` is its name in JSON and CSV, which never changes; in sentences, behind
    "right under", it is ``name``. It is not told of a result for which one of the keys ``instead``
    is told: those say the same, and more. ``rank``: its place in the order in which they are told.
    """

    key: str
    name: Phrase
    gives: Gives
    instead: tuple[str, ...] = ()
    rank: int = 0
    allows_right: bool = False
    """Whether what is right is right under it, too, whatever ``gives`` says."""
