"""What there is to learn from one step of a curve."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from fpviz.core.numbers import Number
from fpviz.core.phrase import Phrase, in_a_row, phrase


class Outcome(Enum):
    """What becomes of one update; the last three, of one step of a loss scale."""

    EXACT = "exact"
    PARTLY_LOST = "partly lost"
    TIE = "tie"
    SWAMPED = "swamped"
    STALLED = "stalled"
    FLUSHED = "flushed"
    OVERFLOWED = "overflowed"
    NO_UPDATE = "no update"
    SKIPPED = "skipped"
    GROWN = "grown"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class StepPicture:
    """What a small drawing of one addition needs, all exact; ``None`` where there is none.

    ``total`` is the sum that is rounded, ``result`` what it becomes. ``below`` and ``above`` are
    the neighbours of the weight; ``floor`` and ``ceiling`` the values of the format that enclose
    the sum (both the sum itself if it is a value), ``border`` where between them rounding changes
    (``None`` if the sum is a value).
    ``gap`` is the distance from the weight to the next value in the direction of the update: an
    ulp, or half of one below a power of two.
    """

    weight: Number
    update: Fraction
    total: Number
    result: Number
    ulp: Fraction | None = None
    gap: Fraction | None = None
    below: Number | None = None
    above: Number | None = None
    floor: Fraction | None = None
    ceiling: Fraction | None = None
    border: Fraction | None = None

    @property
    def half_ulp(self) -> Fraction | None:
        """Half an ulp of the weight."""
        return None if self.ulp is None else self.ulp / 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from step ``t``: the update on its way from w(t) to w(t + 1).

    ``sentences`` say it; ``aside`` is what else the step teaches, in a quieter voice.
    ``picture`` is ``None`` where nothing is rounded.
    """

    t: int
    title: Phrase
    outcome: Outcome
    sentences: tuple[Phrase, ...]
    picture: StepPicture | None = None
    aside: Phrase | None = None

    @property
    def text(self) -> Phrase:
        """All its sentences."""
        return in_a_row(*self.sentences)


def exact_lesson(t: int) -> Lesson:
    """The lesson of a step of an exact curve: there is none but itself."""
    sentence = phrase(
        "Nothing is rounded here: this is what the other curves are measured against."
    )
    return Lesson(t, phrase("No rounding"), Outcome.EXACT, (sentence,))
