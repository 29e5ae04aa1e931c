"""Courses in fixed point that wraps around, in which a weight goes round, often for ever.

All values are one ulp apart, so a step moves the weight by as many places as long as its exact sum
keeps its sign: under most rules by as many for both signs, else by one more for one of them. With
a single speed the place at any step is a remainder. With two, it is walked stage by stage, a stage
being the steps between a change of sign and the next, until a stage begins where one began before.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from fpviz.core.arithmetic.rounding import Rules, goes_up
from fpviz.core.formats import Format
from fpviz.core.formats.order import first_ordinal, last_ordinal


@dataclass(frozen=True, slots=True)
class Arc:
    """Ordinals ``low`` … ``high``, from which a step moves by ``places``."""

    low: int
    high: int
    places: int

    def steps_from(self, ordinal: int) -> int | None:
        """After how many steps a weight has left the arc; ``None``: never."""
        if not self.places:
            return None
        if self.places > 0:
            return (self.high - ordinal) // self.places + 1
        return (ordinal - self.low) // -self.places + 1


@dataclass(frozen=True)
class Rotation:
    """The course of a weight that is at the ordinal ``start`` first, on one arc or two.

    A step that goes round more than once moves as the one that does not.
    """

    start: int
    arcs: tuple[Arc, ...]

    def at(self, t: int) -> tuple[int, int | None]:
        """(ordinal, steps): where it is, and after how many steps it will have left the arc."""
        if len(self.arcs) == 1:
            arc = self.arcs[0]
            ordinal = self._inside(self.start + t * arc.places)
        else:
            t, stage = self._found(t)
            first, entered, arc = self._stages[stage]
            ordinal = entered + (t - first) * arc.places
        return ordinal, arc.steps_from(ordinal)

    @cached_property
    def stall(self) -> int | None:
        """The first step that does not move it, nor does any later one; ``None``: none is."""
        if all(arc.places for arc in self.arcs):
            return None
        first, entered, arc = self._stages[0]
        steps = arc.steps_from(entered)  # one place each: they lead to the arc that stands still
        return first if steps is None else first + steps

    def _found(self, t: int) -> tuple[int, int]:
        """A step at which the weight is where it is at step ``t``, and the stage of that."""
        stages = self._stages
        while True:
            first, entered, arc = stages[-1]
            steps = arc.steps_from(entered)
            if steps is None or t < first + steps:
                return t, bisect_right(stages, t, key=lambda stage: stage[0]) - 1
            there = self._inside(entered + steps * arc.places)
            if there in self._seen:
                begun = stages[self._seen[there]][0]
                t = begun + (t - begun) % (first + steps - begun)
                return t, bisect_right(stages, t, key=lambda stage: stage[0]) - 1
            self._seen[there] = len(stages)
            stages.append((first + steps, there, self._arc(there)))

    @cached_property
    def _stages(self) -> list[tuple[int, int, Arc]]:
        """(step, ordinal, arc) at which each stage begins, as far as anyone has asked."""
        return [(0, self.start, self._arc(self.start))]

    @cached_property
    def _seen(self) -> dict[int, int]:
        """The stage that begins at an ordinal."""
        return {self.start: 0}

    def _arc(self, ordinal: int) -> Arc:
        return next(arc for arc in self.arcs if arc.low <= ordinal <= arc.high)

    def _inside(self, ordinal: int) -> int:
        low, high = self.arcs[0].low, self.arcs[-1].high
        return (ordinal - low) % (high - low + 1) + low


def rotation(fmt: Format, ordinal: int, update: Fraction, rules: Rules) -> Rotation:
    """The course from an ordinal that a step led to, in a format whose values wrap around.

    That a step led there settles the parity that ties and rounding to odd look at: all later
    weights have the same.
    """
    in_ulps = update / fmt.finest
    low, high = first_ordinal(fmt), last_ordinal(fmt)
    border = min(max(ceil(-in_ulps), low), high + 1)  # below it, sums are negative
    size = high - low + 1
    below, above = (
        (_moved(ordinal, in_ulps, negative, rules) + size // 2) % size - size // 2
        for negative in (True, False)
    )
    if below == above or border in (low, high + 1):
        return Rotation(ordinal, (Arc(low, high, above if border == low else below),))
    return Rotation(ordinal, (Arc(low, border - 1, below), Arc(border, high, above)))


def _moved(ordinal: int, in_ulps: Fraction, negative: bool, rules: Rules) -> int:
    """How many places a sum of one sign moves a weight that is an even number of them away."""
    whole = floor(in_ulps)
    rest, full = (in_ulps - whole).as_integer_ratio()
    if not rest:
        return whole
    if negative:
        return whole + 1 - goes_up(rules, True, (ordinal + whole + 1) & 1, full - rest, full)
    return whole + goes_up(rules, False, (ordinal + whole) & 1, rest, full)
