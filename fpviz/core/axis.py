"""What a number line shows: an exact window of the real line, and the axis it is drawn along.

The window is two exact numbers. A position is where a number stands in it: 0 at its left end, 1 at
its right, a float made at the very end from exact differences, so that a window one ulp wide at
2**-16494 is as good as one from -2**16384 to 2**16384. An axis is a small object; a new one
implements ``Axis`` and gets a line in ``AXES``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, Protocol

from fpviz.core.formats import Format
from fpviz.core.numbers import Finite, Number, floor_log2, power_of_two
from fpviz.core.order import places_below, ulp_at
from fpviz.core.rounding import Rules, border

FAR = 1 << 40
"""Positions are clamped to this many windows either side: no drawing reaches so far."""

_GRID = 64
"""Ends of a window stand on a dyadic grid this many binades below its size: far below any pixel,
and it keeps their fractions from growing with every step of a zoom."""

_STRAIGHT = 1 / math.log(2)
"""The length, in binades, of the straight piece on either side of zero."""

_HIGHEST = 1 << 21
"""No format reaches so many binades from the smallest to the largest."""


class Scale(Protocol):
    """An axis over one window: the way from numbers to positions and back."""

    @property
    def is_even(self) -> bool:
        """Whether equal differences are equally long everywhere in the window."""

    def position(self, x: Fraction) -> float:
        """Where ``x`` stands: 0 at the left end, 1 at the right; clamped to ``FAR``."""

    def power(self, exponent: int, negative: bool) -> float:
        """Where ``2**exponent`` stands, or minus that; the same as ``position``, but faster."""

    def value(self, position: float) -> Fraction:
        """The number that stands at ``position``, which may lie outside 0 … 1."""

    def progression(self, first: Fraction, step: Fraction, count: int) -> list[float]:
        """Where ``first``, ``first + step``, … stand, ``count`` of them."""


class Axis(Protocol):
    """How numbers are laid out along a line."""

    @property
    def name(self) -> str:
        """The key in ``AXES``."""

    @property
    def parameter(self) -> int | None:
        """What makes this very axis again, beside its name."""

    def over(self, lo: Fraction, hi: Fraction) -> Scale:
        """The axis over the window ``lo … hi``."""


class Even:
    """A scale on which equal differences are equally long.

    Numbers are taken as multiples of ``2**-_GRID`` of the window: a subtraction of integers
    replaces one of fractions, whose common divisors would take longer than all the rest.
    """

    is_even = True

    def __init__(self, lo: Fraction, hi: Fraction) -> None:
        self._lo, self._span = lo, hi - lo
        self._grid = floor_log2(self._span) - _GRID
        self._origin = _multiples(lo, self._grid)
        self._length = _multiples(self._span, self._grid)

    def position(self, x: Fraction) -> float:
        away = _multiples(x, self._grid) - self._origin
        return _clamped(away, self._length)

    def power(self, exponent: int, negative: bool) -> float:
        shift = exponent - self._grid
        multiples = 1 << shift if shift >= 0 else 0
        return _clamped((-multiples if negative else multiples) - self._origin, self._length)

    def value(self, position: float) -> Fraction:
        return self._lo + Fraction(position) * self._span

    def progression(self, first: Fraction, step: Fraction, count: int) -> list[float]:
        start, gap = self.position(first), _ratio(step, self._span)
        return [start + k * gap for k in range(count)]


class Binades:
    """A scale on which binades are equally long, straight about zero (see ``SignedLog2``)."""

    is_even = False

    def __init__(self, lo: Fraction, hi: Fraction, straight_below: int) -> None:
        self._exponent = straight_below
        self._least = power_of_two(straight_below)
        self._start = self._from_zero(lo)
        self._length = self._from_zero(hi) - self._start

    def position(self, x: Fraction) -> float:
        return (self._from_zero(x) - self._start) / self._length

    def power(self, exponent: int, negative: bool) -> float:
        away = exponent - self._exponent
        binades = away + _STRAIGHT if away >= 0 else math.ldexp(_STRAIGHT, away)
        return ((-binades if negative else binades) - self._start) / self._length

    def value(self, position: float) -> Fraction:
        binades = self._start + position * self._length
        length = min(abs(binades) - _STRAIGHT, float(_HIGHEST))
        if length < 0:
            return Fraction(binades / _STRAIGHT) * self._least
        whole = math.floor(length)
        magnitude = Fraction(2.0 ** (length - whole)) * power_of_two(whole + self._exponent)
        return magnitude if binades > 0 else -magnitude

    def progression(self, first: Fraction, step: Fraction, count: int) -> list[float]:
        last = first + step * (count - 1)
        if min(abs(first), abs(last)) < self._least or first < 0 < last:
            return [self.position(first + k * step) for k in range(count)]
        origin, grow = self._from_zero(first) - self._start, _ratio(step, first)
        sign, scale, log2 = (-1 if first < 0 else 1), 1 / self._length, math.log2
        return [(origin + sign * log2(1 + k * grow)) * scale for k in range(count)]

    def _from_zero(self, x: Fraction) -> float:
        """How many binades ``x`` stands from zero."""
        n, d = x.numerator, x.denominator
        length = math.log2(abs(n)) - math.log2(d) - self._exponent if n else -1.0
        if length < 0:
            return float(x / self._least) * _STRAIGHT
        length += _STRAIGHT
        return length if n > 0 else -length


@dataclass(frozen=True, slots=True)
class Linear:
    """Equal differences are equally long."""

    name: ClassVar[str] = "linear"
    parameter: ClassVar[None] = None

    def over(self, lo: Fraction, hi: Fraction) -> Scale:
        return Even(lo, hi)


@dataclass(frozen=True, slots=True)
class SignedLog2:
    """Binades are equally long, negative ones mirrored, with zero in the middle.

    Numbers smaller than ``2**parameter`` lie on a straight piece about zero that joins the
    logarithm without a kink: it is ``1/ln 2`` binades long on either side. In a window so narrow
    that the logarithm is straight to a thousandth of a pixel, it is taken as straight; that is
    exact where floats would not be.
    """

    parameter: int
    name: ClassVar[str] = "log2"

    def over(self, lo: Fraction, hi: Fraction) -> Scale:
        reach = max(floor_log2(abs(x)) if x else self.parameter for x in (lo, hi))
        narrow = floor_log2(hi - lo) < max(reach, self.parameter) - 20
        return Even(lo, hi) if narrow else Binades(lo, hi, self.parameter)


def _signed_log2(formats: Iterable[Format]) -> Axis:
    """The logarithmic axis that shows all of ``formats``, the halves of their smallest included."""
    return SignedLog2(min((floor_log2(fmt.smallest) for fmt in formats), default=-24) - 2)


AXES: Mapping[str, Callable[[Iterable[Format]], Axis]] = {
    Linear.name: lambda _formats: Linear(),
    SignedLog2.name: _signed_log2,
}
"""How to make each axis for the formats that are shown, in the order of the controls."""


def _ratio(part: Fraction, whole: Fraction) -> float:
    """``part / whole``, rounded once, and clamped to ``FAR``."""
    return _clamped(part.numerator * whole.denominator, part.denominator * whole.numerator)


def _clamped(n: int, d: int) -> float:
    if abs(n) >= FAR * abs(d):
        return float(FAR if (n > 0) == (d > 0) else -FAR)
    return n / d


def _multiples(x: Fraction, grid: int) -> int:
    """How often ``2**grid`` goes into ``x``, rounded down; shifts alone where x is dyadic."""
    n, d = x.numerator, x.denominator
    if d & (d - 1):
        return (n << -grid) // d if grid < 0 else n // (d << grid)
    shift = -grid - (d.bit_length() - 1)
    return n << shift if shift >= 0 else n >> -shift


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a window may go: ``reach`` either side of zero, and down to part of an ulp."""

    reach: Fraction
    formats: tuple[Format, ...]

    def least_span(self, lo: Fraction, hi: Fraction) -> Fraction:
        """The narrowest window about here: a quarter of the finest ulp in it."""
        nearest = Fraction(0) if lo < 0 < hi else min(abs(lo), abs(hi))
        return min(ulp_at(fmt, nearest) for fmt in self.formats) / 4


def limits(formats: Sequence[Format]) -> Limits:
    """The limits for a line with these lanes: room for overflow beyond the largest of them."""
    largest = max(border(fmt, fmt.largest_code, False, Rules())[0] for fmt in formats)
    return Limits(power_of_two(floor_log2(largest) + 3), tuple(formats))


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
        least = _ratio(within.least_span(self.lo, self.hi), self.span)
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

    def on(self, axis: Axis, within: Limits) -> View:
        """The same window along another axis."""
        return _confined(View(axis, self.lo, self.hi), within)


def fit(axis: Axis, formats: Sequence[Format]) -> View:
    """The window that shows every value of every one of ``formats``, and where they overflow."""
    reach = limits(formats).reach
    if isinstance(axis, Linear):
        reach = max(fmt.largest for fmt in formats) * Fraction(9, 8)
    return View(axis, -reach, reach)


def around(axis: Axis, number: Number, formats: Sequence[Format]) -> View:
    """The window that shows the neighbours of ``number`` in the coarsest of ``formats``.

    A format that ``number`` lies beyond has no say, unless all are such; infinities and NaNs
    have no neighbours: then the window is ``fit``.
    """
    if not isinstance(number, Finite) or not formats:
        return fit(axis, formats)
    x = number.value
    inside = [fmt for fmt in formats if abs(x) <= fmt.largest and (fmt.signed or x > 0)]
    pairs = [neighbours(fmt, x) for fmt in inside]
    largest = max(fmt.largest for fmt in formats)
    if not pairs and abs(x) > largest:
        pairs = [(largest, x) if x > 0 else (x, -largest)]
    if not pairs:
        return fit(axis, formats)
    lo, hi = max(pairs, key=lambda pair: pair[1] - pair[0])
    margin = (hi - lo) * Fraction(3, 16)
    return _confined(_window(axis, lo - margin, hi + margin), limits(formats))


def neighbours(fmt: Format, x: Fraction) -> tuple[Fraction, Fraction]:
    """The values of ``fmt`` next below and next above ``x``, not ``x`` itself.

    Beyond the largest, the value that a larger exponent range would hold.
    """
    if x < 0:
        below, above = neighbours(fmt, -x)
        return -above, -below
    if x < fmt.smallest:
        return (Fraction(0) if x or not fmt.signed else -fmt.smallest), fmt.smallest
    code = places_below(fmt, x)
    floor = fmt.magnitude(code)
    if floor < x:
        return floor, fmt.magnitude(code + 1)
    below = fmt.magnitude(code - 1) if code > fmt.smallest_code else Fraction(0)
    return below, fmt.magnitude(code + 1)


def _window(axis: Axis, lo: Fraction, hi: Fraction) -> View:
    """The view of ``lo … hi`` with its ends on a dyadic grid (see ``_GRID``)."""
    span = hi - lo
    return View(axis, _snapped(lo, span), _snapped(hi, span))


def _snapped(x: Fraction, span: Fraction) -> Fraction:
    if not x:
        return x
    grid = min(floor_log2(abs(x)), floor_log2(span)) - _GRID
    return _multiples(x, grid) * power_of_two(grid)


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


_TEXT = re.compile(r"([a-z]\w*)(?:\((-?\d{1,6})\))? (\S{1,40000}) (\S{1,40000})")
_EXACT = re.compile(r"(-?0x[0-9a-f]{1,9000})p(-?\d{1,6})(?:/(0x[0-9a-f]{1,9000}))?")
_READERS: Mapping[str, Callable[[int], Axis]] = {
    Linear.name: lambda _parameter: Linear(),
    SignedLog2.name: SignedLog2,
}


def parse_view(text: str) -> View:
    """The view that ``str`` wrote; ValueError, in one line, for any other text."""
    match = _TEXT.fullmatch(text)
    reader = _READERS.get(match[1]) if match else None
    ends = [_EXACT.fullmatch(end) for end in (match[3], match[4])] if match else []
    if match and reader and ends[0] and ends[1]:
        return View(reader(int(match[2] or 0)), _read(ends[0]), _read(ends[1]))
    raise ValueError(f"'{text[:40]}' is no window of a number line, such as 'linear 0x1p0 0x3p-1'")


def _exact(x: Fraction) -> str:
    """A rational as odd integers and a power of two, in hexadecimal: ``0x3p-2``, ``0x1p0/0x3``."""
    n, d = x.numerator, x.denominator
    up, down = ((k & -k).bit_length() - 1 if k else 0 for k in (n, d))
    odd = "" if d == 1 << down else f"/{d >> down:#x}"
    return f"{n >> up:#x}p{up - down}{odd}"


def _read(match: re.Match[str]) -> Fraction:
    numerator, exponent, denominator = match.groups()
    if abs(int(exponent)) > _HIGHEST or denominator == "0x0":
        raise ValueError(f"'{match[0][:40]}' is no end of a window")
    return Fraction(int(numerator, 16), int(denominator or "1", 16)) * power_of_two(int(exponent))
