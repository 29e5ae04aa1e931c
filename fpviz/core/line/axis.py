"""The axes of a number line: where a number stands in a window, at any scale.

A position is 0 at the left end of a window and 1 at its right: a float, but made at the very end
from exact differences, so that a window one ulp wide at 2**-16494 is as good as one from
-2**16384 to 2**16384. An axis is a small object; a new one implements ``Axis`` and gets a line in
``AXES``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Protocol

from fpviz.core.formats import Format
from fpviz.core.formats.places import Magnitude, Stretch
from fpviz.core.numbers import floor_log2, floor_log2_ratio, multiples, power_of_two

FAR = 1 << 40
"""Positions are clamped to this many windows either side: no drawing reaches so far."""

_GRID = 64
"""An even scale counts in this many binades below its window: far below any pixel."""

_STRAIGHT = 1 / math.log(2)
"""The length, in binades, of the straight piece on either side of zero."""

_HIGHEST = 1 << 21
"""No format reaches so many binades from the smallest to the largest."""


def log2(x: Fraction) -> float:
    """The logarithm of the magnitude of a number of any size but zero, right to its last digits."""
    n, d = abs(x.numerator), x.denominator
    exponent = floor_log2_ratio(n, d)
    return exponent + math.log2(n / (d << exponent) if exponent >= 0 else (n << -exponent) / d)


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
    def parameter(self) -> int | str | None:
        """What makes this very axis again, beside its name."""

    def over(self, lo: Fraction, hi: Fraction) -> Scale:
        """The axis over the window ``lo … hi``."""

    def reach(self, largest: Fraction, limit: Fraction) -> Fraction:
        """How far from zero a window must go, up to ``limit``, to show all that is on the axis.

        ``largest`` is the largest value of any format.
        """


class Even:
    """A scale on which equal differences are equally long.

    Numbers are taken as multiples of ``2**-_GRID`` of the window: a subtraction of integers
    replaces one of fractions, whose common divisors would take longer than all the rest.
    """

    is_even = True

    def __init__(self, lo: Fraction, hi: Fraction) -> None:
        self._lo, self._span = lo, hi - lo
        self._grid = floor_log2(self._span) - _GRID
        self._origin = multiples(lo, self._grid)
        self._length = multiples(self._span, self._grid)

    def position(self, x: Fraction) -> float:
        away = multiples(x, self._grid) - self._origin
        return _clamped(away, self._length)

    def power(self, exponent: int, negative: bool) -> float:
        shift = exponent - self._grid
        multiples = 1 << shift if shift >= 0 else 0
        return _clamped((-multiples if negative else multiples) - self._origin, self._length)

    def value(self, position: float) -> Fraction:
        return self._lo + Fraction(position) * self._span

    def progression(self, first: Fraction, step: Fraction, count: int) -> list[float]:
        start, gap = self.position(first), ratio(step, self._span)
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
        origin, grow = self._from_zero(first) - self._start, ratio(step, first)
        sign, scale, binades = (-1 if first < 0 else 1), 1 / self._length, math.log2
        return [(origin + sign * binades(1 + k * grow)) * scale for k in range(count)]

    def _from_zero(self, x: Fraction) -> float:
        """How many binades ``x`` stands from zero."""
        n = x.numerator
        length = log2(x) - self._exponent if n else -1.0
        if length < 0:
            return float(x / self._least) * _STRAIGHT
        length += _STRAIGHT
        return length if n > 0 else -length


class Places:
    """A scale on which the values of a format are equally far apart (see ``Ordinal``)."""

    is_even = False

    def __init__(self, fmt: Format, lo: Fraction, hi: Fraction) -> None:
        self._format = fmt
        self._stretches: dict[int, tuple[int, int]] = {}  # of even binades, by their exponents
        self._start = real_place(fmt, lo)
        self._span = real_place(fmt, hi) - self._start
        self._grid = floor_log2(self._span) - _GRID
        self._origin = multiples(self._start, self._grid)
        self._length = multiples(self._span, self._grid)

    def position(self, x: Fraction) -> float:
        return _clamped(self._units(x) - self._origin, self._length)

    def _units(self, x: Fraction) -> int:
        """``real_place`` of ``x`` in multiples of ``2**_grid``, by shifts alone for dyadic x."""
        if not self._format.has_even_binades:
            return multiples(real_place(self._format, x), self._grid)
        n, d = x.numerator, x.denominator
        if n < 0:
            return -self._units(-x)
        start, quantum = self._stretch(floor_log2_ratio(n, d) if n else self._format.emin - 1)
        return start + multiples(x, quantum + self._grid)

    def _stretch(self, exponent: int) -> tuple[int, int]:
        """Of the stretch that ``2**exponent`` lies in: where zero would stand if it reached there,
        in multiples of ``2**_grid``, and its quantum."""
        found = self._stretches.get(exponent)
        if found is None:
            stretch = self._format.stretch_in(exponent)
            start = multiples(_origin(self._format, stretch), self._grid)
            found = self._stretches[exponent] = start, self._format.quantum_at(exponent)
        return found

    def power(self, exponent: int, negative: bool) -> float:
        if not self._format.has_even_binades:
            return self.position((-1 if negative else 1) * power_of_two(exponent))
        start, quantum = self._stretch(exponent)
        shift = exponent - quantum - self._grid
        place = start + (1 << shift if shift >= 0 else 0)
        return _clamped((-place if negative else place) - self._origin, self._length)

    def value(self, position: float) -> Fraction:
        return real_at(self._format, self._start + Fraction(position) * self._span)

    def progression(self, first: Fraction, step: Fraction, count: int) -> list[float]:
        last = first + step * (count - 1)
        if count == 1 or not self._is_straight(first, last):
            return [self.position(first + k * step) for k in range(count)]
        start = self.position(first)
        gap = (self.position(last) - start) / (count - 1)
        return [start + k * gap for k in range(count)]

    def _is_straight(self, first: Fraction, last: Fraction) -> bool:
        if not first or not last or (first < 0) != (last < 0):
            return False
        near, far = (self._format.stretch_at(abs(x), x < 0) for x in (first, last))
        return near.spacing == far.spacing


def real_place(fmt: Format, x: Fraction) -> Fraction:
    """The place of a real number among the values of ``fmt``: whole at a value, 0 at zero.

    Between values it grows evenly; beyond the largest, as if there were more exponents.

    >>> from fpviz.core.formats import find_format
    >>> real_place(find_format("fp4_e2m1"), Fraction(7, 2))
    Fraction(11, 2)
    """
    if not x:
        return Fraction(0)
    place, _, rest, whole = fmt.bracket(Magnitude.of(abs(x)), x < 0)
    real = place - _first(fmt) + Fraction(rest, whole)
    return -real if x < 0 else real


def real_at(fmt: Format, place: Fraction) -> Fraction:
    """The real number at a place; the inverse of ``real_place``."""
    negative, place = place < 0, abs(place)
    farthest = fmt.largest_place + (_HIGHEST << (fmt.precision - 1))
    whole = min(int(place), farthest)
    rest = place - whole
    at = fmt.between(whole + _first(fmt), *rest.as_integer_ratio(), negative)
    return -at if negative else at


def _first(fmt: Format) -> int:
    """The place that zero has, or would have."""
    return fmt.smallest_place - 1


def _origin(fmt: Format, stretch: Stretch) -> Fraction:
    """Where zero would stand, counted from zero, if all values lay as in this stretch."""
    return stretch.place - stretch.start / stretch.spacing - _first(fmt)


@dataclass(frozen=True, slots=True)
class Linear:
    """Equal differences are equally long."""

    name: ClassVar[str] = "linear"
    parameter: ClassVar[None] = None

    def over(self, lo: Fraction, hi: Fraction) -> Scale:
        return Even(lo, hi)

    def reach(self, largest: Fraction, limit: Fraction) -> Fraction:
        return largest * Fraction(9, 8)


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

    def reach(self, largest: Fraction, limit: Fraction) -> Fraction:
        return limit


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The values of one format are equally far apart, and the axis is straight between them."""

    format: Format
    name: ClassVar[str] = "ordinal"

    @property
    def parameter(self) -> str:
        return self.format.name

    def over(self, lo: Fraction, hi: Fraction) -> Scale:
        return Places(self.format, lo, hi)

    def reach(self, largest: Fraction, limit: Fraction) -> Fraction:
        last = real_place(self.format, self.format.largest)
        return min(real_at(self.format, last * Fraction(13, 12)), limit)


def _ordinal(formats: Iterable[Format]) -> Axis:
    """The axis of the first of ``formats``; without any, a straight one."""
    first = next(iter(formats), None)
    return Linear() if first is None else Ordinal(first)


def _signed_log2(formats: Iterable[Format]) -> Axis:
    """The logarithmic axis that shows all of ``formats``, the halves of their smallest included."""
    return SignedLog2(min((floor_log2(fmt.smallest) for fmt in formats), default=-24) - 2)


AXES: Mapping[str, Callable[[Iterable[Format]], Axis]] = {
    Linear.name: lambda _formats: Linear(),
    SignedLog2.name: _signed_log2,
    Ordinal.name: _ordinal,
}
"""How to make each axis for the formats that are shown, in the order of the controls."""


def ratio(part: Fraction, whole: Fraction) -> float:
    """``part / whole``, rounded once, and clamped to ``FAR``."""
    return _clamped(part.numerator * whole.denominator, part.denominator * whole.numerator)


def _clamped(n: int, d: int) -> float:
    if abs(n) >= FAR * abs(d):
        return float(FAR if (n > 0) == (d > 0) else -FAR)
    return n / d
