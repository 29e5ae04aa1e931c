"""Many random courses ``w ← round(w + g)`` at once, each draw of a trial its own.

A rounded sum goes to the upper neighbour if the random bits of its draw reach a limit. As long as
weight and sum stay in one binade, limit and both moves (in codes) stay what they are; a trial that
leaves the codes for which they hold looks up new ones. The bits are those of numpy's PCG64, read
raw: the same seed gives the same courses everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from fpviz.core.arithmetic.rounding import Rules, encode
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.arrays.conversion import code_dtype
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode
from fpviz.core.formats.order import last_ordinal, ordinal
from fpviz.core.formats.places import Magnitude
from fpviz.core.numbers import Finite, Number
from fpviz.experiments.engine.constant_update.trajectory import exact_sum
from fpviz.experiments.engine.run import Progress

BLOCK = 1 << 17
"""Random numbers drawn at once."""

Codes = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Move:
    """What a step does to a weight: to ``low``, or, in ``ups`` of 2^bits draws, to ``high``.

    Both are differences of codes, and hold for all codes from ``first`` to ``last``.
    """

    low: int
    high: int
    ups: int
    first: int
    last: int


@dataclass(frozen=True)
class StochasticUpdate:
    """A constant update under stochastic rounding with ``bits`` random bits a step."""

    format: Format
    update: Finite
    bits: int
    rules: Rules

    def move(self, code: int) -> Move:
        """What a step does to the weight ``code``."""
        fmt, number = self.format, decode(self.format, code).number
        total = self._total(code)
        low, high = (encode(fmt, total, rules).code for rules in self._extremes())
        ups = 0
        if low != high and isinstance(total, Finite):
            ups = int(self.fraction(code) * 2**self.bits)
        first, last = self._alike(code) if isinstance(number, Finite) else (code, code)
        return Move(low - code, high - code, ups, first, last)

    def _extremes(self) -> tuple[Rules, Rules]:
        """The rules with all random bits 0 and with all of them 1."""
        overflow, flush, width = self.rules.overflow, self.rules.flush, self.bits
        ones = (1 << width) - 1
        return (
            Rules(Rounding.STOCHASTIC, overflow, flush, 0, width),
            Rules(Rounding.STOCHASTIC, overflow, flush, ones, width),
        )

    def fraction(self, code: int) -> Fraction:
        """How far the sum lies from the magnitude below it to that above; it must be finite.

        Right below the normal numbers, where FTZ flushes it, how far from what is flushed for
        certain.
        """
        total = self._total(code)
        assert isinstance(total, Finite)
        if total.is_zero:
            return Fraction(0)
        fmt = self.format
        below, _, rest, whole = fmt.bracket(Magnitude.of(total.magnitude), total.negative)
        share = Fraction(rest, whole)
        if not (self.rules.flush and fmt.has_subnormals and below + 1 == fmt.min_normal_place):
            return share
        steps = fmt.steps_below_normal  # of full precision, all but the last of which are flushed
        return max(share * steps - (steps - 1), Fraction(0))

    def _total(self, code: int) -> Number:
        number = decode(self.format, code).number
        return exact_sum(number, self.update, Rounding.STOCHASTIC)

    def _alike(self, code: int) -> tuple[int, int]:
        """The first and last code of those about ``code`` that a step moves alike."""
        fmt = self.format
        negative, place = fmt.sign_and_place(code)
        stretch = fmt.stretch_of(place, negative)
        ulps = self.update.value / stretch.spacing
        ulps = -ulps if negative else ulps
        # Sums from the start of a stretch up to below the next, and no result beyond the largest.
        least = max(stretch.place, stretch.place - (ulps.numerator // ulps.denominator), 1)
        top = min(stretch.end_place - 1, fmt.last_place(negative) - 1)
        most = min(top, top - (ulps.numerator // ulps.denominator))
        subnormal = fmt.has_zero and place < fmt.min_normal_place
        if not least < place <= most or (subnormal and self.rules.flush):
            return code, code
        first, last = sorted(fmt.code_at(each, negative) for each in (least + 1, most))
        return first, last


@dataclass(frozen=True, eq=False)
class Walk:
    """The codes of all trials after each step: ``codes[t, trial]``."""

    format: Format
    codes: Codes

    def ordered(self, t: int) -> Codes:
        """The places of all trials in the format's order after ``t`` steps, sorted; NaN last."""
        fmt, counts = self.format, self.counts(t)
        lost = last_ordinal(fmt) + 1
        places = [lost if fmt.is_nan(code) else ordinal(fmt, code) for code, _ in counts]
        return np.sort(np.repeat(np.array(places, np.int64), [count for _, count in counts]))

    def counts(self, t: int) -> list[tuple[int, int]]:
        """(code, how many trials are there) after ``t`` steps."""
        codes, counts = np.unique(self._row(t), return_counts=True)
        return list(zip(codes.tolist(), counts.tolist(), strict=True))

    def _row(self, t: int) -> Codes:
        row: Codes = self.codes[min(t, len(self.codes) - 1)].astype(np.uint64)
        return row


def walk(
    update: StochasticUpdate, start: int, shape: tuple[int, int], seed: int, progress: Progress
) -> Walk:
    """``shape`` = (steps, trials) courses from the code ``start``."""
    steps, trials = shape
    fmt, generator = update.format, np.random.PCG64(seed)
    codes: Codes = np.empty((steps + 1, trials), code_dtype(fmt))
    moves = _Moves(update, trials)
    state = np.full(trials, _signed(start), np.int64)
    codes[0] = start
    block = max(1, BLOCK // trials)
    drop = np.uint64(64 - update.bits)
    for begin in range(0, steps, block):
        progress(begin / steps)
        rows = min(block, steps - begin)
        draws = generator.random_raw(rows * trials).reshape(rows, trials) >> drop
        for row in range(rows):
            moves.apply(state, draws[row])
            codes[begin + row + 1] = state
    return Walk(fmt, codes)


class _Moves:
    """The moves of all trials, looked up anew for those that left where theirs hold."""

    def __init__(self, update: StochasticUpdate, trials: int) -> None:
        self._update = update
        self._known: dict[int, Move] = {}
        self._low, self._more, self._first, self._last = np.zeros((4, trials), np.int64)
        self._last -= 1  # holds nowhere
        self._limit = np.zeros(trials, np.uint64)

    def apply(self, state: Codes, draws: Codes) -> None:
        """One step of every trial, in place."""
        left = (state < self._first) | (state > self._last)
        if left.any():
            for code in np.unique(state[left]).tolist():
                self._look_up(code, left & (state == code))
        state += self._low
        state += self._more * (draws >= self._limit)

    def _look_up(self, code: int, trials: Codes) -> None:
        move = self._known.get(code)
        if move is None:
            move = self._known[code] = self._update.move(_unsigned(code, self._update.format))
        self._low[trials] = _signed(move.low)
        self._more[trials] = _signed(move.high - move.low)
        self._limit[trials] = (1 << self._update.bits) - move.ups
        self._first[trials], self._last[trials] = _signed(move.first), _signed(move.last)


def _signed(code: int) -> int:
    """A number modulo 2^64, as int64 holds it."""
    return (code + (1 << 63)) % (1 << 64) - (1 << 63)


def _unsigned(code: int, fmt: Format) -> int:
    return code % (1 << 64) & ((1 << fmt.width) - 1)
