"""The representable values in a window: exact ticks, or a count where there are too many.

Values are addressed by their place in the format's order (``ordinal``), so that 10**18 values are
counted by a subtraction and thinned by a stride; nothing is ever enumerated that is not returned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from fpviz.core.formats import Format
from fpviz.core.formats.order import code_at, first_ordinal, place_of_power, places_below
from fpviz.core.numbers import is_power


@dataclass(frozen=True, slots=True)
class Tick:
    """A representable value: its code, and whether it is a power of two (or minus one)."""

    code: int
    value: Fraction
    is_power: bool


@dataclass(frozen=True, slots=True)
class Ticks:
    """What ``ticks`` found, ascending.

    ``count`` is the exact number of values in the window. ``every`` is 1 where all are listed;
    else every ``every``-th value is, counted from 1 and from -1: with ``powers_apart`` > 0 these
    are powers of two that many binades apart. Of 1, -1 and 0 all are listed that are values in
    the window.
    """

    ticks: tuple[Tick, ...]
    count: int
    every: int
    powers_apart: int


@dataclass(frozen=True, slots=True)
class EvenValues:
    """Consecutive values equally far apart: ``start + i * step`` for i below ``count``."""

    start: Fraction
    step: Fraction
    count: int


def places(fmt: Format, lo: Fraction, hi: Fraction) -> range:
    """The places in order of the finite values in the closed window ``lo … hi``."""
    return range(_ceiling(fmt, lo), _floor(fmt, hi) + 1)


def count(fmt: Format, lo: Fraction, hi: Fraction) -> int:
    """How many finite values lie in the closed window; -0 and +0 are one."""
    return size(places(fmt, lo, hi))


def count_below(fmt: Format, lo: Fraction, hi: Fraction) -> int:
    """How many finite values lie in ``[lo, hi)``, the end left out; -0 and +0 are one.

    >>> from fpviz.core.formats import find_format
    >>> [count_below(find_format("fp16"), Fraction(k), Fraction(2 * k)) for k in (1, 1024, 65536)]
    [1024, 1024, 0]
    """
    return size(range(_ceiling(fmt, lo), _ceiling(fmt, hi)))


def size(places: range) -> int:
    """The length of a range, also of one beyond 2**63, where ``len`` gives up."""
    return max(0, -((places.start - places.stop) // places.step))


def run(fmt: Format, places: range) -> EvenValues:
    """The values at ``places``, which must lie in one stretch."""
    negative = places[0] < 0
    inner, outer = (abs(places[end]) for end in ((-1, 0) if negative else (0, -1)))
    step = fmt.stretch_of(inner, negative).spacing
    start = -fmt.magnitude(outer, negative) if negative else fmt.magnitude(inner)
    return EvenValues(start, step, size(places))


def ticks(fmt: Format, lo: Fraction, hi: Fraction, at_most: int) -> Ticks:
    """The representable values in the closed window, thinned where more than ``at_most``.

    >>> from fpviz.core.formats import find_format
    >>> found = ticks(find_format("fp64"), Fraction(1), Fraction(2), 10)
    >>> found.count, found.every, [str(tick.value) for tick in found.ticks][:3]
    (4503599627370497, 562949953421312, ['1', '9/8', '5/4'])

    Raises ValueError for ``at_most`` below 3: both ones and zero stay at every thinning, as far
    as they are values in the window.
    """
    if at_most < 3:
        raise ValueError("at least three ticks must be allowed")
    inside = places(fmt, lo, hi)
    shift = 0
    total = size(inside)
    if total > at_most:
        shift = (total // at_most).bit_length() - 1
        while sum(map(size, _thinned(fmt, inside, shift))) > at_most:
            shift += 1
    found = tuple(
        _tick(fmt, place) for stretch in _thinned(fmt, inside, shift) for place in stretch
    )
    return Ticks(found, total, 1 << shift, _powers_apart(fmt, 1 << shift))


def _powers_apart(fmt: Format, every: int) -> int:
    """How many binades apart every so many-th values are, counted from 1, if they are powers."""
    size = fmt.binade_size
    return every // size if size and every > 1 and every >= size and fmt.emin <= 0 else 0


def _thinned(fmt: Format, inside: range, shift: int) -> Iterator[range]:
    """Every ``2**shift``-th place, in step with the place of 1 and its mirror; and zero."""
    every = 1 << shift
    phase = _place_of_one(fmt) % every
    negative = range(inside.start, min(inside.stop, 0))
    positive = range(max(inside.start, 1 if fmt.has_zero else 0), inside.stop)
    yield range(negative.start + (-phase - negative.start) % every, negative.stop, every)
    if fmt.has_zero and 0 in inside:
        yield range(1)
    yield range(positive.start + (phase - positive.start) % every, positive.stop, every)


def _place_of_one(fmt: Format) -> int:
    """The place of 1, subnormal or not; where it would stand, if 1 lies beyond all values."""
    one = place_of_power(fmt, 0)
    return places_below(fmt, Fraction(1)) if one is None else one


def _tick(fmt: Format, place: int) -> Tick:
    magnitude = fmt.magnitude(abs(place), place < 0)
    value = -magnitude if place < 0 else magnitude
    return Tick(code_at(fmt, place), value, is_power(magnitude, 2))


def _floor(fmt: Format, x: Fraction) -> int:
    """The place of the greatest value <= x; one below the first where there is none."""
    if x >= 0:
        return places_below(fmt, x)
    return -_above(fmt, -x, negative=True) if fmt.signed else first_ordinal(fmt) - 1


def _ceiling(fmt: Format, x: Fraction) -> int:
    """The place of the least value >= x; one above the last where there is none."""
    if x <= 0 and fmt.signed:
        return -places_below(fmt, -x, negative=True)
    return _above(fmt, x) if x > 0 else first_ordinal(fmt)


def _above(fmt: Format, magnitude: Fraction, negative: bool = False) -> int:
    """The least place whose value is >= ``magnitude``; one above the last if there is none."""
    place = places_below(fmt, magnitude, negative)
    if place < fmt.smallest_place:
        return fmt.smallest_place if magnitude else 0
    return place + (fmt.magnitude(place, negative) < magnitude)
