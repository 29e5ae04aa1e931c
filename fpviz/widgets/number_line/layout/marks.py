"""Which values of a lane are drawn as ticks, and where they merge into a density band.

The powers of a format's base in view, and the ends of stretches elsewhere, cut the line into pieces
of equally spaced values. A piece whose values have room becomes ticks; any other becomes a band, as
strong as its values are dense.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from fpviz.core.formats import Format
from fpviz.core.formats.order import place_of_power, places_below
from fpviz.core.formats.places import Stretch
from fpviz.core.line.labels import Powers
from fpviz.core.line.ticks import places, run, size
from fpviz.core.line.view import View
from fpviz.core.numbers import floor_log2, power_of_two
from fpviz.core.text import floor_log10

_MANY = 1000
"""So many pieces are told apart in a window, and no more."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch (0 … 1 of the window) too full for ticks; ``strength`` (0 … 1) says how full."""

    left: float
    right: float
    strength: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn of one format's values.

    ``positions[i]`` is where the value at ``places[i]`` stands; ``powers``, with which
    ``positions`` begins, are zero and the powers of the base. ``inside`` are the places of all
    values in view; ``powers_apart`` > 1 where only every so many-th power is marked.
    """

    inside: range
    positions: list[float] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    powers: list[float] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    powers_apart: int = 1


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Consecutive places and the part of the window that they take."""

    inside: range
    left: float
    right: float


def marks_of(fmt: Format, view: View, powers: Powers, room: float) -> Marks:
    """The marks of ``fmt`` where ``room`` ticks could stand side by side in the window."""
    inside = places(fmt, view.lo, view.hi)
    if not inside:
        return Marks(inside)
    if fmt.base == 2:
        step, own = powers.step, _own_powers(fmt, powers)
    else:
        step, own = _powers_of_ten(fmt, view, powers, int(room))
    marks = Marks(inside, powers_apart=step)
    _add_powers(marks, fmt, view, own)
    cuts = _cuts(fmt, view, own, inside) if step == 1 else []
    for stretch in _stretches(fmt, view, cuts, inside):
        count, extent = size(stretch.inside), (stretch.right - stretch.left) * room
        if count == 1:  # a power, or the only value in view
            place = stretch.inside[0]
            marks.positions.append(stretch.left if place >= 0 else stretch.right)
            marks.places.append(place)
        elif count <= extent + 1 and step == 1:
            _add_ticks(marks, fmt, view, stretch.inside)
        else:
            _add_band(marks, stretch, _strength(count, extent))
    return marks


def _own_powers(fmt: Format, powers: Powers) -> list[tuple[int, float]]:
    """(place, position) of the powers of two that are values of ``fmt``."""
    least, last = floor_log2(fmt.smallest), [fmt.last_place(sign) for sign in (False, True)]
    own = []
    for power in powers.items:
        if power.exponent < least or (power.negative and not fmt.signed):
            continue
        place = place_of_power(fmt, power.exponent, power.negative)
        if place is not None and place <= last[power.negative]:
            own.append((-place if power.negative else place, power.position))
    return own


def _powers_of_ten(
    fmt: Format, view: View, powers: Powers, at_most: int
) -> tuple[int, list[tuple[int, float]]]:
    """(step, powers): (place, position) of every ``step``-th power of ten in view, ascending."""
    negative, positive = (_decades(fmt, view, powers, sign) for sign in (True, False))
    step = 1
    while (len(negative) + len(positive)) // step > at_most:
        step *= 2
    signed = [(exponent, True) for exponent in reversed(negative)]
    signed += [(exponent, False) for exponent in positive]
    found = (_power_of_ten(fmt, *each) for each in signed if each[0] % step == 0)
    return step, [(place, view.position(value)) for place, value in found]


def _decades(fmt: Format, view: View, powers: Powers, negative: bool) -> range:
    """The exponents of the powers of ten of one sign; those too close to zero are left out, as
    they are of the powers of two."""
    lo, hi = (-view.hi, -view.lo) if negative else (view.lo, view.hi)
    if lo <= 0:
        told = (power.exponent for power in powers.items if power.negative == negative)
        least = min(told, default=None)
        lo = hi + 1 if least is None else power_of_two(least)
    lo, hi = max(lo, fmt.smallest), min(hi, fmt.magnitude(fmt.last_place(negative), negative))
    return range(-floor_log10(1 / lo), floor_log10(hi) + 1) if lo <= hi else range(0)


@lru_cache(maxsize=1 << 14)
def _power_of_ten(fmt: Format, exponent: int, negative: bool) -> tuple[int, Fraction]:
    """(place, value) of a power of ten, or of minus that."""
    value = Fraction(10) ** exponent
    place = places_below(fmt, value, negative)
    return (-place, -value) if negative else (place, value)


def _cuts(
    fmt: Format, view: View, own: list[tuple[int, float]], inside: range
) -> list[tuple[int, float]]:
    """(place, position) of the values, beside zero, at which pieces end."""
    if fmt.base == 2:
        return own  # where stretches end, too
    found = dict(own)
    for negative in (False, True):
        sign = -1 if negative else 1
        first, last = sorted((sign * inside[0], sign * inside[-1]))
        for stretch in islice(_stretches_over(fmt, first, last, negative), _MANY):
            if (place := sign * stretch.place) in inside:
                found[place] = view.position(sign * stretch.start)
    return sorted(found.items())


def _stretches_over(fmt: Format, first: int, last: int, negative: bool) -> Iterator[Stretch]:
    """The stretches of one sign from a place to another, both counted from zero out."""
    place = max(first, fmt.smallest_place)
    while place <= last:
        stretch = _stretch_of(fmt, place, negative)
        yield stretch
        place = stretch.end_place


@lru_cache(maxsize=1 << 14)
def _stretch_of(fmt: Format, place: int, negative: bool) -> Stretch:
    """``Format.stretch_of``: windows on a line have most of its stretches in common."""
    return fmt.stretch_of(place, negative)


def _add_powers(marks: Marks, fmt: Format, view: View, own: list[tuple[int, float]]) -> None:
    for place, position in own:
        if place in marks.inside:
            marks.powers.append(position)
            marks.places.append(place)
    if fmt.has_zero and 0 in marks.inside:
        marks.powers.append(view.position(Fraction(0)))
        marks.places.append(0)
    marks.positions.extend(marks.powers)


def _add_band(marks: Marks, stretch: _Stretch, strength: float) -> None:
    """A band, or a longer one where its left neighbour looks the same."""
    last = marks.bands[-1] if marks.bands else None
    if last and last.right == stretch.left and abs(strength - last.strength) < 0.02:
        marks.bands[-1] = Band(last.left, stretch.right, last.strength)
    else:
        marks.bands.append(Band(stretch.left, stretch.right, strength))


def _stretches(
    fmt: Format, view: View, own: list[tuple[int, float]], inside: range
) -> Iterator[_Stretch]:
    """``inside`` without zero, cut at these powers of two, so that each stretch is evenly spaced.

    A power of two begins a stretch; minus a power of two ends one.
    """
    least = 1 if fmt.has_zero else 0
    for side in (
        range(inside.start, min(inside.stop, 0)),
        range(max(inside.start, least), inside.stop),
    ):
        if not side:
            continue
        start, left = side.start, _position(fmt, view, side[0])
        for place, position in own:
            cut = place + (place < 0)
            if start < cut < side.stop:
                yield _Stretch(range(start, cut), left, position)
                start, left = cut, position
        yield _Stretch(range(start, side.stop), left, _position(fmt, view, side[-1]))


def _position(fmt: Format, view: View, place: int) -> float:
    magnitude = fmt.magnitude(abs(place), place < 0)
    return view.position(-magnitude if place < 0 else magnitude)


def _add_ticks(marks: Marks, fmt: Format, view: View, inside: range) -> None:
    values = run(fmt, inside)
    marks.positions.extend(view.scale.progression(values.start, values.step, values.count))
    marks.places.extend(inside)


def _strength(count: int, extent: float) -> float:
    """0 where values just begin to merge, 1 at 2**40 and more of them in the room of one tick."""
    return min(1.0, max(0.0, math.log2(count / max(extent, 1e-3)) / 40))
