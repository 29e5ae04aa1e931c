"""One step of ``w <- round(w + g)``: what is added, what is lost, and the data for a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, border, encode
from fpviz.core.formats import Format, NumberClass
from fpviz.core.formats.decoding import decode, is_finite_code, value_of
from fpviz.core.formats.order import next_down, next_up, places_below, ulp
from fpviz.core.numbers import Finite, Number
from fpviz.experiments.engine.constant_update.trajectory import Trajectory
from fpviz.experiments.engine.lesson import Outcome, StepPicture

_OUT_OF_RANGE = Flags.OVERFLOW | Flags.INVALID


def update_in_ulps(course: Trajectory, t: int) -> Fraction | None:
    """|update| / ulp(w(t)); ``None`` where the weight is not finite."""
    spacing = ulp(course.format, course.code(t))
    return None if spacing is None else course.update.magnitude / spacing


@dataclass(frozen=True)
class OneStep:
    """Step ``t`` of a course, from w(t) to w(t + 1)."""

    course: Trajectory
    t: int

    @property
    def format(self) -> Format:
        return self.course.format

    @property
    def rules(self) -> Rules:
        return self.course.rules

    @property
    def update(self) -> Fraction:
        return self.course.update.value

    @cached_property
    def code(self) -> int:
        return self.course.code(self.t)

    @cached_property
    def weight(self) -> Number:
        return self.course.number(self.t)

    @cached_property
    def total(self) -> Number:
        return self.course.total(self.t)

    @cached_property
    def rounded(self) -> Rounded:
        return self.course.rounded(self.t)

    @cached_property
    def result(self) -> Number:
        return decode(self.format, self.rounded.code).number

    @property
    def added(self) -> Fraction:
        """What the step really adds; weight and result must be finite."""
        assert isinstance(self.weight, Finite)
        assert isinstance(self.result, Finite)
        return self.result.value - self.weight.value

    @property
    def toward(self) -> int | None:
        """The next code in the direction of the update."""
        step = next_down if self.course.update.negative else next_up
        return step(self.format, self.code)

    @cached_property
    def gap(self) -> Fraction:
        """The distance of a finite weight to that neighbour; an ulp where none is finite."""
        there = self.toward
        if there is None or not is_finite_code(self.format, there):
            spacing = ulp(self.format, self.code)
            assert spacing is not None
            return spacing
        return abs(value_of(self.format, there) - value_of(self.format, self.code))

    @property
    def below_power_of_two(self) -> bool:
        """Whether the update points to the side of the weight where values lie denser."""
        return self.gap != ulp(self.format, self.code)

    @cached_property
    def enclosing(self) -> tuple[Fraction, Fraction | None, Fraction] | None:
        """(lower, upper, border): the magnitudes about the sum; no upper above the largest.

        ``None`` below the smallest number of a format without zero. The sum must be finite.
        """
        fmt = self.format
        assert isinstance(self.total, Finite)
        lower = places_below(fmt, self.total.magnitude, self.total.negative)
        if lower < 0:
            return None
        bottom, upper = fmt.magnitude(lower), lower + 1
        if self.rules.flush and 0 < self.total.magnitude < fmt.min_normal:
            bottom, lower, upper = Fraction(0), fmt.min_normal_place - 1, fmt.min_normal_place
        elif bottom == self.total.magnitude:
            return bottom, bottom, bottom
        negative = self.total.negative
        top = fmt.magnitude(upper) if upper <= fmt.last_place(negative) else None
        return bottom, top, border(fmt, lower, negative, self.rules)[0]

    @cached_property
    def is_tie(self) -> bool:
        """Whether the sum lies half-way between two values, and rounding is to nearest."""
        if not self.rules.rounding.rule.is_nearest or Flags.INEXACT not in self.rounded.flags:
            return False
        assert isinstance(self.total, Finite)
        return self.enclosing is not None and self.enclosing[2] == self.total.magnitude

    @cached_property
    def is_flushed(self) -> bool:
        if not (self.rules.flush and isinstance(self.result, Finite) and self.result.is_zero):
            return False
        kept = encode(self.format, self.total, replace(self.rules, flush=False))
        return self.format.number_class(kept.code) is not NumberClass.ZERO

    @cached_property
    def outcome(self) -> Outcome:
        if not isinstance(self.weight, Finite) or self.rounded.flags & _OUT_OF_RANGE:
            return Outcome.OVERFLOWED
        if self.is_flushed:
            return Outcome.FLUSHED
        if not self.update:
            return Outcome.NO_UPDATE
        if not self.added:
            stalled = 0 < (self.course.stall or 0) <= self.t
            return Outcome.STALLED if stalled else Outcome.SWAMPED
        if Flags.INEXACT not in self.rounded.flags:
            return Outcome.EXACT
        return Outcome.TIE if self.is_tie else Outcome.PARTLY_LOST

    @property
    def is_on_the_denser_side(self) -> bool:
        """Whether the update is less than a gap of half an ulp."""
        return self.below_power_of_two and abs(self.update) < self.gap

    @property
    def ratio(self) -> Fraction:
        """How large the update is, measured on the weight: in ulps, or in that smaller gap."""
        in_gaps = abs(self.update) / self.gap
        if self.is_on_the_denser_side:
            return in_gaps
        return update_in_ulps(self.course, self.t) or in_gaps

    @cached_property
    def picture(self) -> StepPicture:
        """The step for a drawing."""
        fmt, code = self.format, self.code
        plain = StepPicture(self.weight, self.update, self.total, self.result)
        if not isinstance(self.weight, Finite):
            return plain
        below, above = next_down(fmt, code), next_up(fmt, code)
        floor = ceiling = edge = None
        if self.enclosing is not None and isinstance(self.total, Finite):
            ends = [None if x is None else -x if self.total.negative else x for x in self.enclosing]
            floor, ceiling, edge = ends
            if self.total.negative:
                floor, ceiling = ceiling, floor
            edge = None if floor == ceiling else edge  # a value of the format is not rounded
        return replace(
            plain,
            ulp=ulp(fmt, code),
            gap=self.gap,
            below=None if below is None else decode(fmt, below).number,
            above=None if above is None else decode(fmt, above).number,
            floor=floor,
            ceiling=ceiling,
            border=edge,
        )
