"""A fan of trials, and what is read from it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from fpviz.core.formats.decoding import is_finite_code, value_of
from fpviz.core.formats.order import code_at, last_ordinal
from fpviz.core.numbers import Finite, NaN, Number, finite

if TYPE_CHECKING:
    from fpviz.experiments.stochastic.walk import Walk


@dataclass(frozen=True, eq=False)
class Fan:
    """The trials of a run and what is read from them, at any step."""

    walk: Walk

    @lru_cache(maxsize=4096)  # noqa: B019 - few fans, and short-lived - lives as long as its run - as many as a plot has points; they go with the run
    def mean(self, t: int) -> Number:
        """The exact mean of all trials; NaN where one of them is not finite."""
        fmt = self.walk.format
        counts = self.walk.counts(t)
        if not all(is_finite_code(fmt, code) for code, _ in counts):
            return NaN()
        total = sum(value_of(fmt, code) * count for code, count in counts)
        return finite(Fraction(total) / sum(count for _, count in counts))

    @lru_cache(maxsize=4096)  # noqa: B019 - few fans, and short-lived
    def quantile(self, percent: int, t: int) -> int:
        """The code below or at which that many per cent of the trials lie (nearest rank)."""
        fmt, places = self.walk.format, self.walk.ordered(t)
        rank = -(-percent * len(places) // 100) - 1
        place = int(places[max(rank, 0)])
        if place > last_ordinal(fmt) and fmt.nan_code is not None:
            return fmt.nan_code
        return code_at(fmt, place)

    def trial(self, number: int, t: int) -> int:
        """The code of one trial."""
        codes = self.walk.codes
        return int(codes[min(t, len(codes) - 1), number])

    def variance(self, t: int) -> Fraction | None:
        """The variance of the trials about their mean."""
        mean = self.mean(t)
        if not isinstance(mean, Finite):
            return None
        fmt, counts = self.walk.format, self.walk.counts(t)
        squares = sum((value_of(fmt, code) - mean.value) ** 2 * count for code, count in counts)
        return Fraction(squares) / sum(count for _, count in counts)
