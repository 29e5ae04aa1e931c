"""What a number line shows: an exact window of the real line, the ways to move it, and its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from fpviz.core.arithmetic.rounding import Rules, border
from fpviz.core.formats import FARTHEST, Format, find_format
from fpviz.core.formats.order import places_below, ulp_at
from fpviz.core.line.axis import Axis, Linear, Ordinal, Scale, SignedLog2, ratio
from fpviz.core.numbers import Finite, Number, floor_log2, multiples, power_of_two
from fpviz.core.phrase import quoted

_GRID = 64
"""Ends of a window stand on a dyadic grid this many binades below its size: far below any pixel,
and it keeps their fractions from growing with every step of a zoom."""

_FARTHEST = FARTHEST + 1024
"""Binades from 1 that the end of a window may have: as far as a format reaches, with some room
about it, and down to a part of its finest ulp."""

_EXPONENT = rf"-?\d{{1,{len(str(_FARTHEST))}}}"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a window may go: ``reach`` either side of zero, and down to part of an ulp."""

    reach: Fraction
    formats: tuple[Format, ...]

    def least_span(self, lo: Fraction, hi: Fraction) -> Fraction:
        """The narrowest window about here: a quarter of the finest ulp in it."""
        nearest = Fraction(0) if lo < 0 < hi else min(abs(lo), abs(hi), self.reach)
        return min(ulp_at(fmt, nearest) for fmt in self.formats) / 4


def limits(formats: Sequence[Format]) -> Limits:
    """The limits for a line with these lanes: room for overflow beyond the largest of them."""
    largest = max(map(_overflow, formats))
    return Limits(power_of_two(floor_log2(largest) + 3), tuple(formats))


@lru_cache(maxsize=256)
def _overflow(fmt: Format) -> Fraction:
    """Where overflow begins, on the side that reaches farther."""
    return border(fmt, fmt.last_place(fmt.signed), fmt.signed, Rules())[0]


@dataclass(frozen=True)
class View:
    """An exact window ``lo … hi`` of the real line, drawn along an axis. ``str`` is exact."""

    axis: Axis
    lo: Fraction
    hi: Fraction

    def __post_init__(self) -> None:
        if self.lo >= self.hi:
            raise ValueError("a window must end above its beginning")

    def __str__(self) -> str:
        parameter = self.axis.parameter
        name = self.axis.name + ("" if parameter is None else f"({parameter})")
        return f"{name} {_exact(self.lo)} {_exact(self.hi)}"

    @cached_property
    def span(self) -> Fraction:
        return self.hi - self.lo

    @cached_property
    def scale(self) -> Scale:
        """The axis over this window."""
        return self.axis.over(self.lo, self.hi)

    def position(self, x: Fraction) -> float:
        """Where ``x`` stands: 0 at the left end, 1 at the right."""
        return self.scale.position(x)

    def value(self, position: float) -> Fraction:
        """The number at ``position``."""
        return self.scale.value(position)

    def contains(self, x: Fraction) -> bool:
        return self.lo <= x <= self.hi

    def panned(self, by: float, within: Limits) -> View:
        """The window moved right by ``by`` times its length."""
        return _confined(_window(self.axis, self.value(by), self.value(1 + by)), within)

    def zoomed(self, factor: float, at: float | Fraction, within: Limits) -> View:
        """The window made ``factor`` times as long; what stands at ``at`` stays there.

        ``at`` is a position, or a number, which then stays exactly where it is.
        """
        least = ratio(within.least_span(self.lo, self.hi), self.span)
        factor = max(factor, min(1.0, least))
        if self.scale.is_even:  # exactly: a float cannot halve a window a thousand times at once
            fixed, times = at if isinstance(at, Fraction) else self.value(at), Fraction(factor)
            lo, hi = fixed - (fixed - self.lo) * times, fixed + (self.hi - fixed) * times
        else:
            middle = self.position(at) if isinstance(at, Fraction) else at
            lo = self.value(middle * (1 - factor))
            hi = self.value(middle + (1 - middle) * factor)
        return _confined(_window(self.axis, lo, hi), within)

    def moved(self, old: Fraction, new: Fraction, within: Limits) -> View:
        """The window about ``new`` that looks as this one does about ``old``."""
        if self.scale.is_even or not (old and new):
            scale = power_of_two(floor_log2(abs(new)) - floor_log2(abs(old))) if old and new else 1
            lo, hi = new - (old - self.lo) * scale, new + (self.hi - old) * scale
            return _confined(_window(self.axis, lo, hi), within)
        return self.panned(self.position(new) - self.position(old), within)

    def following(self, old: Number, new: Number, within: Limits) -> View | None:
        """The window that follows a number which stepped aside; ``None`` where it went far."""
        if not (isinstance(old, Finite) and isinstance(new, Finite)) or old.is_zero or new.is_zero:
            return None
        apart = floor_log2(new.magnitude) - floor_log2(old.magnitude)
        if old.negative != new.negative or abs(apart) > 1:
            return None
        return self.moved(old.value, new.value, within)

    def on(self, axis: Axis, within: Limits, hold: Fraction | None = None) -> View:
        """The same window along another axis; moved so that ``hold``, if in view, stays in place.

        Where the line ends too soon for that the window becomes shorter.
        """
        seen = _cut(self, within)
        view = View(axis, seen.lo, seen.hi)
        if hold is None or not seen.contains(hold):
            return _confined(view, within)
        here, there = seen.position(hold), view.position(hold)
        left, right = (view.position(end) for end in (-within.reach, within.reach))
        longest = [1.0]
        longest += [(there - left) / here] if here else []
        longest += [(right - there) / (1 - here)] if here < 1 else []
        lo = view.value(there - here * min(longest))
        hi = view.value(there + (1 - here) * min(longest))
        return _confined(_window(axis, lo, hi) if lo < hi else view, within)


def fit(axis: Axis, formats: Sequence[Format]) -> View:
    """The window that shows every value of every one of ``formats``, and where they overflow."""
    reach = axis.reach(max(fmt.largest for fmt in formats), limits(formats).reach)
    return View(axis, -reach, reach)


def around(axis: Axis, number: Number, formats: Sequence[Format]) -> View:
    """The window that shows the neighbours of ``number`` in the coarsest of ``formats``.

    A format that ``number`` lies an ulp beyond, or more, has no say, unless all are such;
    infinities and NaNs have no neighbours: then the window is ``fit``.
    """
    if not isinstance(number, Finite) or not formats:
        return fit(axis, formats)
    x = number.value
    inside = [fmt for fmt in formats if abs(x) < _beyond(fmt) and (fmt.signed or x > 0)]
    pairs = [neighbours(fmt, x) for fmt in inside]
    largest = max(fmt.largest for fmt in formats)
    if not pairs and abs(x) > largest:
        pairs = [(largest, x) if x > 0 else (x, -largest)]
    if not pairs:
        return fit(axis, formats)
    lo, hi = max(pairs, key=lambda pair: pair[1] - pair[0])
    margin = (hi - lo) * Fraction(3, 16)
    return _confined(_window(axis, lo - margin, hi + margin), limits(formats))


@lru_cache(maxsize=256)
def _beyond(fmt: Format) -> Fraction:
    """The value that would come after the largest; what lies below it may round to the largest."""
    return fmt.between(fmt.largest_place + 1, 0, 1)


def neighbours(fmt: Format, x: Fraction) -> tuple[Fraction, Fraction]:
    """The values of ``fmt`` next below and next above ``x``, not ``x`` itself.

    Beyond the largest, the value that a larger exponent range would hold.
    """
    if not x and fmt.signed:
        return -fmt.magnitude(fmt.smallest_place, negative=True), fmt.smallest
    inner, outer = _about(fmt, abs(x), x < 0)
    return (-outer, -inner) if x < 0 else (inner, outer)


def _about(fmt: Format, magnitude: Fraction, negative: bool) -> tuple[Fraction, Fraction]:
    """The magnitudes of the values of one sign next below and next above a magnitude."""
    place = places_below(fmt, magnitude, negative)
    beyond = fmt.between(place + 1, 0, 1, negative)
    if place < fmt.smallest_place:
        return Fraction(0), beyond
    floor = fmt.magnitude(place, negative)
    if floor < magnitude:
        return floor, beyond
    below = fmt.magnitude(place - 1, negative) if place > fmt.smallest_place else Fraction(0)
    return below, beyond


def _window(axis: Axis, lo: Fraction, hi: Fraction) -> View:
    """The view of ``lo … hi`` with its ends on a dyadic grid (see ``_GRID``)."""
    span = hi - lo
    return View(axis, _snapped(lo, span), _snapped(hi, span))


def _snapped(x: Fraction, span: Fraction) -> Fraction:
    if not x:
        return x
    grid = min(floor_log2(abs(x)), floor_log2(span)) - _GRID
    return multiples(x, grid) * power_of_two(grid)


def _cut(view: View, within: Limits) -> View:
    """The part of a window within the limits; all of it, where it has none there."""
    lo, hi = max(view.lo, -within.reach), min(view.hi, within.reach)
    return View(view.axis, lo, hi) if lo < hi else view


def _confined(view: View, within: Limits) -> View:
    """``view``, moved inside the limits, and cut to them where it is longer than they are."""
    least = within.least_span(view.lo, view.hi)
    if view.span < least:
        middle = (view.lo + view.hi) / 2
        view = _window(view.axis, middle - least / 2, middle + least / 2)
    reach = within.reach
    if -reach <= view.lo and view.hi <= reach:
        return view
    if view.lo < -reach:
        shifted = view.value(1 + view.position(-reach))
        return _window(view.axis, -reach, max(-reach + least, min(shifted, reach)))
    shifted = view.value(view.position(reach) - 1)
    return _window(view.axis, min(reach - least, max(shifted, -reach)), reach)


_TEXT = re.compile(r"([a-z]\w*)(?:\(([-.\w]{1,40})\))? (\S{1,40000}) (\S{1,40000})")
_EXACT = re.compile(
    rf"(-?0x[0-9a-f]{{1,9000}})p({_EXPONENT})(?:/(0x[0-9a-f]{{1,9000}}))?", re.ASCII
)
_READERS: Mapping[str, Callable[[str], Axis]] = {
    Linear.name: lambda _parameter: Linear(),
    SignedLog2.name: lambda exponent: SignedLog2(_exponent(exponent)),
    Ordinal.name: lambda name: Ordinal(find_format(name)),
}


def parse_view(text: str) -> View:
    """The view that ``str`` wrote; ValueError, in one line, for any other text."""
    match = _TEXT.fullmatch(text)
    reader = _READERS.get(match[1]) if match else None
    ends = [_EXACT.fullmatch(end) for end in (match[3], match[4])] if match else []
    if match and reader and ends[0] and ends[1]:
        try:
            return View(reader(match[2] or ""), _read(ends[0]), _read(ends[1]))
        except ValueError as error:
            raise ValueError(f"{quoted(text)} is no window of a number line: {error}") from None
    raise ValueError(f"{quoted(text)} is no window of a number line, such as 'linear 0x1p0 0x3p-1'")


def _exponent(text: str) -> int:
    if not re.fullmatch(f"(?:{_EXPONENT})?", text, re.ASCII):
        raise ValueError(f"'{text}' is no exponent")
    if abs(int(text or 0)) > _FARTHEST:
        raise ValueError(f"{text} is no exponent of a format")
    return int(text or 0)


def _exact(x: Fraction) -> str:
    """A rational as odd integers and a power of two, in hexadecimal: ``0x3p-2``, ``0x1p0/0x3``."""
    n, d = x.numerator, x.denominator
    up, down = ((k & -k).bit_length() - 1 if k else 0 for k in (n, d))
    odd = "" if d == 1 << down else f"/{d >> down:#x}"
    return f"{n >> up:#x}p{up - down}{odd}"


def _read(match: re.Match[str]) -> Fraction:
    numerator, exponent, denominator = match.groups()
    if abs(int(exponent)) > _FARTHEST or denominator == "0x0":
        raise ValueError(f"{quoted(match[0])} is no end of a window")
    return Fraction(int(numerator, 16), int(denominator or "1", 16)) * power_of_two(int(exponent))
