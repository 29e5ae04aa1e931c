"""The exact course of a weight under a constant update, at any step, without walking there.

``w(t + 1) = round(w(t) + g)``. While the exact sums stay in one binade, a value of the format is
a whole number of that binade's ulps and rounding depends only on the fraction of an ulp in g, and
on parity in a tie (or in to-odd). The first sum in a binade brings w onto its grid and settles
the parity; from then on every step moves w by the same number of *places* in the format's order.
So a course is a short list of strides, one or a few a binade.

Where g is smaller than an ulp and the rounding is directed, w creeps along the format's values
one by one, through any number of binades: that is one stride, too. With it, a course has
strides only for the binades within ``precision`` of that of g: at most ``4 * (precision + 3)``,
whatever the width of the exponent. And because rounding is monotone, w never turns back: each
course ends in a weight that no later step will move; unless results wrap around (``rotation``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import islice

from fpviz.core.arithmetic.rounding import Flags, Rounded, Rules, encode, wraps_around
from fpviz.core.arithmetic.rounding_rules import Rounding
from fpviz.core.formats import Format
from fpviz.core.formats.decoding import decode, is_finite_code, value_of
from fpviz.core.formats.order import code_at, first_place_apart, ordinal
from fpviz.core.formats.places import Stretch
from fpviz.core.numbers import Finite, Number, finite, floor_log2
from fpviz.experiments.engine.constant_update.rotation import Rotation, rotation

Grid = tuple[bool, Stretch]
"""The sign of sums that are rounded to one grid, and the stretch of the format they lie in."""


@dataclass(frozen=True, slots=True)
class Stride:
    """Steps in a row that each move the weight by the same number of places.

    ``first`` is the step at which it begins, ``steps`` how many there are (``None``: for ever),
    ``code`` the weight at ``first``, ``places`` how far in the format's order one step moves it.
    """

    first: int
    steps: int | None
    code: int
    places: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight piece of a course: ``w(first + j) = start + j * increment`` for j in 0 … steps.

    ``steps`` is ``None`` in the last one, which has no end. ``increment`` is ``None`` for the one
    step that leads to or from an infinity or a NaN, and 0 where the weight stays, whatever it is.
    """

    first: int
    steps: int | None
    start: Number
    increment: Fraction | None


def exact_sum(a: Number, b: Finite, rounding: Rounding) -> Number:
    """``a + b`` before rounding; a zero has the sign IEEE 754-2019, 6.3 gives it."""
    if not isinstance(a, Finite):
        return a
    total = a.value + b.value
    if total:
        return finite(total)
    if a.is_zero and a.negative == b.negative:
        return a
    return Finite(rounding.rule.makes_negative_zero, total)


@dataclass(frozen=True)
class Trajectory:
    """The course ``w(0) = start``, ``w(t + 1) = round(w(t) + update)`` in one format.

    ``start`` is a code of ``format``, infinities and NaNs included; ``update`` any exact number,
    already rounded to its own format where it has one; ``rules`` anything but stochastic.
    Reading w at a step costs a bisection of a few strides, whatever the step.

    >>> from fpviz.core.formats import find_format
    >>> course = Trajectory(find_format("fp16"), 0, finite(1))
    >>> course.stall, hex(course.code(10**12)), course.number(7).value
    (2048, '0x6800', Fraction(7, 1))

    Raises ValueError for stochastic rounding and for a start that is no code of the format.
    """

    format: Format
    start: int
    update: Finite
    rules: Rules = Rules()

    def __post_init__(self) -> None:
        decode(self.format, self.start)
        if self.rules.draws:
            raise ValueError("stochastic rounding takes a random course; it has no closed form")

    def code(self, t: int) -> int:
        """The weight after ``t`` updates, as a code."""
        if t > 0 and self._rotation:
            return code_at(self.format, self._rotation.at(t - 1)[0])
        stride = self.strides[self._index(t)]
        moved = (t - stride.first) * stride.places
        return self._moved(stride.code, moved) if moved else stride.code

    def number(self, t: int) -> Number:
        """The weight after ``t`` updates, exactly."""
        return decode(self.format, self.code(t)).number

    def total(self, t: int) -> Number:
        """The exact sum that step ``t`` rounds: ``w(t) + update``."""
        return self._sum(self.code(t))

    def rounded(self, t: int) -> Rounded:
        """What step ``t`` makes of its sum: the code of ``w(t + 1)`` and the flags raised."""
        return self._rounded(self.code(t))

    @property
    def stall(self) -> int | None:
        """The first t with ``w(t + 1) == w(t)``, code for code; it holds for every later step.

        ``None`` where there is none: the weight goes round for ever.
        """
        if self._rotation is None:
            return self.strides[-1].first
        if self.code(1) == self.start:
            return 0
        return None if self._rotation.stall is None else self._rotation.stall + 1

    @cached_property
    def strides(self) -> tuple[Stride, ...]:
        """The whole course. The last stride is the one in which nothing moves any more.

        Not of results that wrap around: of those it has the first step alone.
        """
        if self._rotation:
            return (Stride(0, 1, self.start, 0),)
        found: list[Stride] = []
        t, code, was_exact = 0, self.start, False
        before: Grid | None = None
        while (rounded := encode(self.format, total := self._sum(code), self.rules)).code != code:
            grid, exact = self._grid(total), Flags.INEXACT not in rounded.flags
            places = self._places(code, rounded.code)
            # A sum may meet the grid by luck, from a weight off it: that settles no parity.
            settled = grid == before and (exact or not was_exact)
            steps = self._alike(code, places, grid, settled) if grid else 1
            found.append(Stride(t, steps, code, places))
            code = rounded.code if steps == 1 else self._moved(code, steps * places)
            t, before, was_exact = t + steps, grid, exact
        return (*found, Stride(t, None, code, 0))

    def segments(self, lo: int = 0, hi: int | None = None) -> Iterator[Segment]:
        """The longest straight pieces from step ``lo`` to ``hi`` (``None``: to the end).

        The first begins at ``lo``; the last may reach beyond ``hi``. A weight that creeps through
        many binades has a piece in each, so ask for what is in view.

        Raises ValueError if ``hi`` lies before ``lo`` or ``lo`` before 0.
        """
        if hi is not None and hi < lo:
            raise ValueError(f"no steps lie between {lo} and {hi}")
        pieces = self._pieces(lo, hi)
        pending = next(pieces)
        for piece in pieces:
            if piece.increment == pending.increment and piece.increment is not None:
                steps = None if piece.steps is None else (pending.steps or 0) + piece.steps
                pending = replace(pending, steps=steps)
            else:
                yield pending
                pending = piece
        yield pending

    def breakpoints(self, lo: int, hi: int) -> Sequence[int]:
        """The steps between which the course from ``lo`` to ``hi`` is straight, both included."""
        if self._rotation:
            return range(lo, hi + 1)  # too many turns to tell
        turns = (segment.first for segment in islice(self.segments(lo, hi), 1, None))
        return tuple(dict.fromkeys((lo, *(t for t in turns if t < hi), hi)))

    # -- finding the strides ---------------------------------------------------------------

    @cached_property
    def _rotation(self) -> Rotation | None:
        """The course from step 1 on, where results wrap around."""
        if not wraps_around(self.format, self.rules):
            return None
        first = ordinal(self.format, self._rounded(self.start).code)
        return rotation(self.format, first, self.update.value, self.rules)

    def _rounded(self, code: int) -> Rounded:
        return encode(self.format, self._sum(code), self.rules)

    def _sum(self, code: int) -> Number:
        return exact_sum(decode(self.format, code).number, self.update, self.rules.rounding)

    def _moved(self, code: int, places: int) -> int:
        return code_at(self.format, ordinal(self.format, code) + places)

    def _places(self, code: int, after: int) -> int:
        """How far a step moves; 0 where it leads from or to what is not finite."""
        if is_finite_code(self.format, code) and is_finite_code(self.format, after):
            return ordinal(self.format, after) - ordinal(self.format, code)
        return 0

    def _grid(self, total: Number) -> Grid | None:
        """The sign of a sum and the stretch it lies in; ``None`` where no two sums in a row can
        move the weight alike."""
        fmt = self.format
        if not isinstance(total, Finite) or total.is_zero or (total.negative and not fmt.signed):
            return None
        reaches_zero = fmt.has_zero and fmt.rounds_to_zero
        if total.magnitude < fmt.min_normal and (self.rules.flush or not reaches_zero):
            return None  # rounds to zero or to the smallest normal number, not to a grid
        return total.negative, fmt.stretch_at(total.magnitude, total.negative)

    def _alike(self, code: int, places: int, grid: Grid, settled: bool) -> int:
        """How many steps in a row, that from ``code`` first, move the weight by ``places``.

        Results of magnitude zero and beyond the largest are left to single steps: the sign of the
        zero and the overflow rule decide them.
        """
        negative, stretch = grid
        own, place = self.format.sign_and_place(code)
        ulps, ulp = self._in_ulps(grid)
        on_grid = own == negative and place >= max(1, stretch.place)
        creeps = self._directed and abs(ulps) < ulp and on_grid
        if not places or not (creeps or settled):
            return 1
        if (places < 0) == negative:
            last = self.format.last_place(negative) - abs(places)
            if not creeps:
                last = min(last, stretch.end_place - 1 - ulps // ulp)
            return max(1, (last - place) // abs(places) + 1)
        bottom = self._creeping_bottom() if creeps else stretch.place
        first = max(bottom - ulps // ulp, 1 + abs(places))
        return max(1, (place - first) // abs(places) + 1)

    def _in_ulps(self, grid: Grid) -> tuple[int, int]:
        """The update over the stretch's ulp, as a ratio; positive away from zero."""
        negative, stretch = grid
        ulps, ulp = (self.update.magnitude / stretch.spacing).as_integer_ratio()
        return ulps if self.update.negative == negative else -ulps, ulp

    @property
    def _directed(self) -> bool:
        """Whether rounding moves every inexact sum the same way, however little was added."""
        all_odd = self.format.precision == 1 and self.format.has_even_binades
        return self.rules.rounding.rule.is_directed(all_odd)

    def _creeping_bottom(self) -> int:
        """The place above which ulps are larger than the update."""
        coarse = first_place_apart(self.format, floor_log2(self.update.magnitude) + 1)
        return max(coarse, self.format.min_normal_place if self.rules.flush else 0)

    # -- reading them ------------------------------------------------------------------------

    def _index(self, t: int) -> int:
        if t < 0:
            raise ValueError(f"step {t} lies before the start")
        return bisect_right(self.strides, t, key=lambda stride: stride.first) - 1

    def _pieces(self, lo: int, hi: int | None) -> Iterator[Segment]:
        """Straight pieces from ``lo`` on, stride by stride, and stretch by stretch in each."""
        if self._rotation:
            yield from self._turns(self._rotation, lo, hi)
            return
        for stride in self.strides[self._index(lo) :]:
            t = max(lo, stride.first)
            if hi is not None and t > hi:
                return
            if stride.steps is None:
                yield Segment(t, None, self.number(t), Fraction(0))
                continue  # it is the last
            end = stride.first + stride.steps
            while t < end and (hi is None or t <= hi):
                steps = min(end - t, self._straight(self.code(t), stride.places))
                yield Segment(t, steps, self.number(t), self._increment(t))
                t += steps

    def _turns(self, course: Rotation, lo: int, hi: int | None) -> Iterator[Segment]:
        """Straight pieces of a course that goes round; each jump to the other end is one."""
        t = lo
        while hi is None or t <= hi:
            steps = course.at(t - 1)[1] if t else 1
            if steps is None:
                yield Segment(t, None, self.number(t), Fraction(0))
                return
            steps = max(1, steps - 1)
            yield Segment(t, steps, self.number(t), self._increment(t))
            t += steps

    def _straight(self, code: int, places: int) -> int:
        """In how many steps of ``places`` a weight comes to the end of its stretch, or past it."""
        if not places:
            return 1
        negative, place = self.format.sign_and_place(code)
        if not place or (places > 0) != negative:
            distance = self.format.stretch_of(place, negative).end_place - place
        else:
            distance = place - self.format.stretch_of(place - 1, negative).place
        return -(-distance // abs(places))

    def _increment(self, t: int) -> Fraction | None:
        here, there = self.code(t), self.code(t + 1)
        if is_finite_code(self.format, here) and is_finite_code(self.format, there):
            return value_of(self.format, there) - value_of(self.format, here)
        return None


@dataclass(frozen=True, slots=True)
class ExactTrajectory:
    """The course ``w(t) = start + t * update`` that no rounding disturbs; it has no codes."""

    start: Fraction
    update: Fraction

    def code(self, t: int) -> None:
        """Nothing: an exact number has no code."""

    def number(self, t: int) -> Number:
        """The sum after ``t`` updates."""
        return finite(self.start + t * self.update)

    @property
    def stall(self) -> int | None:
        """0 for an update of zero; an exact sum never stalls otherwise."""
        return None if self.update else 0

    def segments(self, lo: int = 0, _hi: int | None = None) -> Iterator[Segment]:
        """The one straight line, from ``lo`` on."""
        yield Segment(lo, None, self.number(lo), self.update)

    def breakpoints(self, lo: int, hi: int) -> tuple[int, ...]:
        """Both ends: the course between them is straight."""
        return (lo, hi) if lo < hi else (lo,)
